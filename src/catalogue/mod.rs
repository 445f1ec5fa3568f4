//! The one table of entities and operations, and everything that is derived from it.

mod aliases;
#[cfg(test)]
mod aliases_tests;
pub mod convention;
mod crud;
mod defined;
mod entities;
mod entity;
mod expected;
mod generate;
mod kind;
mod nearest;
mod notation;
mod operation;
mod operations;
pub(crate) mod parlance;
mod paths;
pub(crate) mod reference;
mod schema;
mod search;
#[cfg(test)]
mod tests;
mod validate;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::wire::{Code, Fault};
pub use defined::Defined;
pub(crate) use defined::{PROJECT, description, may_be_defined};
pub use entity::{Entity, ItemCheck, Verb};
pub use generate::Generated;
pub use kind::{Field, Kind};
pub(crate) use nearest::nearest;
pub use operation::{Domain, Effect, Operation, Scope};
pub(crate) use operations::{
    CANCEL_TASK, GET_ASSET, GET_EVENTS, GET_TASK, IMPORT_ASSET, SEARCH_ASSETS, START_TASK, TRANSFER,
};
#[cfg(test)]
pub(crate) use paths::arguments_with_paths;
pub(crate) use paths::each_path;
pub use validate::{Problem, unsaid};

/// Every entity and operation, in the order in which they are documented.
#[derive(Debug)]
pub struct Catalogue {
    entities: Vec<&'static Entity>,
    operations: Vec<Operation>,
    by_name: HashMap<String, usize>,
}

/// The catalogue of this build.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::build);
    &CATALOGUE
}

/// How many names an error offers.
const OFFERED: usize = 5;

impl Catalogue {
    fn build() -> Self {
        let entities = entities::ALL.to_vec();
        let crud = entities.iter().copied().flat_map(crud::operations);
        let mut operations: Vec<Operation> = crud.chain(operations::all()).collect();
        operations.sort_by_key(|operation| operation.domain as u8);
        for operation in &mut operations {
            if operation.params.iter().chain(&operation.returns).any(convention::depends) {
                operation.params.push(convention::ARGUMENT);
            }
        }
        let mut by_name = HashMap::new();
        for (index, operation) in operations.iter().enumerate() {
            for alias in aliases::of(operation) {
                by_name.entry(alias).or_insert(index);
            }
        }
        // Own names last: no alias ever hides one.
        by_name.extend(operations.iter().enumerate().map(|(index, operation)| (operation.name.clone(), index)));
        Self { entities, operations, by_name }
    }

    /// All entities.
    pub fn entities(&self) -> &[&'static Entity] {
        &self.entities
    }

    /// All operations.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation of this name or alias; else a fault with the nearest names.
    pub fn operation(&self, name: &str) -> Result<&Operation, Fault> {
        self.known(name).ok_or_else(|| self.unknown(name))
    }

    /// The same for who has no use for the nearest names, which cost time.
    pub(crate) fn known(&self, name: &str) -> Option<&Operation> {
        self.by_name.get(name).map(|&index| &self.operations[index])
    }

    fn unknown(&self, name: &str) -> Fault {
        let shown: String = name.chars().take(80).collect();
        if let Some((reason, instead)) = aliases::needless(name) {
            let message = format!("there is no operation `{name}`: {reason}");
            return Fault::new(Code::UnknownOperation, message).detail("got", shown).suggest(instead);
        }
        let names = self.operations.iter().map(|operation| operation.name.as_str());
        let wanted = nearest::snake_case(&shown);
        let near = nearest::nearest(&wanted, names, OFFERED);
        let closest = near.first().and_then(|near| self.by_name.get(*near)).map_or(0, |&index| index);
        let example = self.operations.get(closest);
        let fault = Fault::new(Code::UnknownOperation, format!("there is no operation `{shown}`"))
            .detail("got", shown)
            .detail("example", example.map(Operation::as_called).unwrap_or_default());
        near.into_iter().fold(fault, |fault, near| fault.suggest(near))
    }
}
