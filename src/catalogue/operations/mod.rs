//! The operations beyond CRUD, one file per domain.

mod animation;
mod clips;
mod core;
mod files;
mod mesh;
mod model;
mod nodes;
mod rendering;
mod rig;

use std::time::Duration;

use serde_json::Value;

use super::operation::DEFAULT_TIMEOUT;
use super::{Domain, Effect, Field, Operation, Scope};

/// Every operation beyond CRUD, in the order in which they are documented.
pub(super) fn all() -> impl Iterator<Item = Operation> {
    [
        core::TABLE,
        nodes::TABLE,
        files::TABLE,
        model::TABLE,
        mesh::TABLE,
        animation::TABLE,
        clips::TABLE,
        rendering::TABLE,
        rig::TABLE,
    ]
    .into_iter()
    .flatten()
    .map(Entry::operation)
}

/// One operation as its table says it.
#[derive(Debug)]
struct Entry {
    name: &'static str,
    doc: &'static str,
    domain: Domain,
    params: &'static [Field],
    returns: &'static [Field],
    effect: Effect,
    scope: Scope,
    example: &'static str,
    idempotent: bool,
    main_thread: bool,
    timeout: Duration,
}

impl Entry {
    /// What most operations are: a quick read on the main thread.
    const READ: Entry = Entry {
        name: "",
        doc: "",
        domain: Domain::Core,
        params: &[],
        returns: &[],
        effect: Effect::Read,
        scope: Scope::Read,
        example: "{}",
        idempotent: true,
        main_thread: true,
        timeout: DEFAULT_TIMEOUT,
    };

    fn operation(&self) -> Operation {
        Operation {
            name: self.name.to_owned(),
            title: title(self.name),
            doc: self.doc.to_owned(),
            domain: self.domain,
            crud: None,
            params: self.params.to_vec(),
            returns: self.returns.to_vec(),
            effect: self.effect,
            idempotent: self.idempotent,
            main_thread: self.main_thread,
            scope: self.scope,
            timeout: self.timeout,
            example: serde_json::from_str(self.example).unwrap_or(Value::Null),
        }
    }
}

/// `get_scene` as `Get scene`.
fn title(name: &str) -> String {
    let mut words = name.replace('_', " ").replace("api", "API").replace("python", "Python");
    words[..1].make_ascii_uppercase();
    words
}
