//! The operations beyond CRUD, one file per domain.

mod animation;
mod assets;
mod batch;
mod clips;
mod compounds;
mod core;
mod events;
mod exchange;
mod files;
mod graphs;
mod groups;
mod interfaces;
mod mesh;
mod model;
mod motion_files;
mod nodes;
mod projects;
mod rendering;
mod rig;
mod tasks;
mod transfer;

use std::time::Duration;

use serde_json::Value;

use super::crud::{ERRORS, ON_ERROR};
use super::operation::{DEFAULT_TIMEOUT, SCENE_TIMEOUT};
use super::{Domain, Effect, Field, Kind, Operation, Scope};

pub(crate) use assets::{GET_ASSET, IMPORT_ASSET, SEARCH_ASSETS};
pub(crate) use events::GET_EVENTS;
pub(crate) use tasks::{CANCEL_TASK, GET_TASK, START_TASK};
pub(crate) use transfer::TRANSFER;

/// Every operation beyond CRUD, in the order in which they are documented.
pub(super) fn all() -> impl Iterator<Item = Operation> {
    [
        core::TABLE,
        events::TABLE,
        tasks::TABLE,
        batch::TABLE,
        transfer::TABLE,
        nodes::TABLE,
        groups::TABLE,
        files::TABLE,
        model::TABLE,
    ]
    .into_iter()
    .chain(mesh::TABLES)
    .chain([
        exchange::TABLE,
        graphs::TABLE,
        interfaces::TABLE,
        projects::TABLE,
        animation::TABLE,
        clips::TABLE,
        motion_files::TABLE,
        rendering::TABLE,
        rig::TABLE,
        assets::TABLE,
    ])
    .chain(compounds::TABLES)
    .flatten()
    .map(Entry::operation)
}

/// One operation as its table says it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    name: &'static str,
    doc: &'static str,
    domain: Domain,
    /// For one that does many things in one call: its argument `items`, and what it gives back of each.
    items: Option<(Field, Field)>,
    /// Further arguments.
    params: &'static [Field],
    returns: &'static [Field],
    effect: Effect,
    scope: Scope,
    example: &'static str,
    idempotent: bool,
    main_thread: bool,
    timeout: Duration,
    /// Of a compound its atomics.
    made_of: &'static [&'static str],
}

impl Entry {
    /// What most operations are: a quick read on the main thread.
    const READ: Entry = Entry {
        name: "",
        doc: "",
        domain: Domain::Core,
        items: None,
        params: &[],
        returns: &[],
        effect: Effect::Read,
        scope: Scope::Read,
        example: "{}",
        idempotent: true,
        main_thread: true,
        timeout: DEFAULT_TIMEOUT,
        made_of: &[],
    };

    /// What changes the scene in one undo step.
    const EDIT: Entry =
        Entry { effect: Effect::Edit, scope: Scope::Edit, timeout: SCENE_TIMEOUT, idempotent: false, ..Entry::READ };

    /// One that does many things in one call: takes `items` of the kind `item` and gives back one of the kind `each` for
    /// each of them. What makes an undo step takes `on_error` too.
    const fn batch(self, name: &'static str, doc: &'static str, item: &'static Kind, each: &'static Kind) -> Self {
        let asked = Field::new("items", Kind::List(item), "What to do, in this order.").required();
        let told = Field::new("items", Kind::List(each), "One for each, as read from the host.").required();
        Self { name, doc, items: Some((asked, told)), ..self }
    }

    /// What its `items` are, where "what to do, in this order" is too little.
    const fn asking(mut self, doc: &'static str) -> Self {
        if let Some((asked, _)) = &mut self.items {
            asked.doc = doc;
        }
        self
    }

    /// What it gives back as `items`, where "one for each" is too little.
    const fn telling(mut self, doc: &'static str) -> Self {
        if let Some((_, told)) = &mut self.items {
            told.doc = doc;
        }
        self
    }

    /// Further arguments.
    const fn with(self, params: &'static [Field]) -> Self {
        Self { params, ..self }
    }

    /// What it gives back besides.
    const fn giving(self, returns: &'static [Field]) -> Self {
        Self { returns, ..self }
    }

    /// Arguments of a call that works, as JSON.
    const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// Doing it twice is doing it once.
    const fn idempotent(self) -> Self {
        Self { idempotent: true, ..self }
    }

    /// Whether one of its items may fail and the others be done all the same: what each does must be possible to undo.
    fn forgives(&self) -> bool {
        self.items.is_some() && matches!(self.effect, Effect::Edit | Effect::Delete)
    }

    fn params(&self) -> Vec<Field> {
        let asked = self.items.iter().map(|(asked, _)| asked);
        asked.chain(self.params).chain(self.forgives().then_some(&ON_ERROR)).copied().collect()
    }

    fn returns(&self) -> Vec<Field> {
        let told = self.items.iter().map(|(_, told)| told);
        self.returns.iter().chain(told).chain(self.forgives().then_some(&ERRORS)).copied().collect()
    }

    fn operation(&self) -> Operation {
        Operation {
            name: self.name.to_owned(),
            title: title(self.name),
            doc: self.doc.to_owned(),
            domain: self.domain,
            crud: None,
            params: self.params(),
            returns: self.returns(),
            effect: self.effect,
            idempotent: self.idempotent,
            main_thread: self.main_thread,
            scope: self.scope,
            timeout: self.timeout,
            example: serde_json::from_str(self.example).unwrap_or(Value::Null),
            made_of: self.made_of,
            module: None,
        }
    }
}

/// `get_scene` as `Get scene`.
fn title(name: &str) -> String {
    let mut words = name.replace('_', " ").replace("api", "API").replace("python", "Python");
    words[..1].make_ascii_uppercase();
    words
}
