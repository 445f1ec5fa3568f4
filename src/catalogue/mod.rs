//! The one table of entities and operations, and everything that is derived from it.

mod entity;
mod kind;
mod operation;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::wire::{Code, Fault};
pub use entity::{Entity, Verb};
pub use kind::{Field, Kind};
pub use operation::{Domain, Effect, Operation, Scope};

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

impl Catalogue {
    fn build() -> Self {
        Self { entities: Vec::new(), operations: Vec::new(), by_name: HashMap::new() }
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
        self.by_name
            .get(name)
            .map(|&index| &self.operations[index])
            .ok_or_else(|| Fault::new(Code::UnknownOperation, format!("there is no operation `{name}`")))
    }
}
