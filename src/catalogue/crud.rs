//! The five operations of every entity, made from its table entry.

use std::time::Duration;

use serde_json::{Value, json};

use super::operation::{DEFAULT_TIMEOUT, SCENE_TIMEOUT};
use super::{Effect, Entity, Field, Kind, Operation, Scope, Verb};

/// The verbs in the order in which they are documented.
const VERBS: [Verb; 5] = [Verb::Create, Verb::Get, Verb::List, Verb::Update, Verb::Delete];

const FILTERS: &str = "Only those of which all of this holds: by field a value, a list of values of which it is one, or \
     comparisons (`{\"gt\": 2, \"le\": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; \
     where a field names something, its id or name.";

/// What to do when one item of a batch fails.
pub(super) const ON_ERROR: Field = Field::new(
    "on_error",
    Kind::Enum(&["fail", "continue"]),
    "`fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones.",
)
.or("\"fail\"");

const ITEM_ERROR: &[Field] = &[
    Field::new("index", Kind::COUNT, "Which item, counted from 0.").required(),
    Field::new("error", Kind::Map, "Its error: error_code, error_message, details, suggestions, timestamp.").required(),
];

pub(super) const ERRORS: Field = Field::new(
    "errors",
    Kind::List(&Kind::Object(ITEM_ERROR)),
    "The items that failed; only with `on_error: \"continue\"`.",
);

impl Verb {
    /// `create`.
    pub const fn name(self) -> &'static str {
        match self {
            Verb::Create => "create",
            Verb::Get => "get",
            Verb::List => "list",
            Verb::Update => "update",
            Verb::Delete => "delete",
        }
    }

    /// Whether there are more or fewer of something afterwards.
    pub(super) const fn makes_or_takes(self) -> bool {
        matches!(self, Verb::Create | Verb::Delete)
    }

    const fn effect(self) -> Effect {
        match self {
            Verb::Get | Verb::List => Effect::Read,
            Verb::Create | Verb::Update => Effect::Edit,
            Verb::Delete => Effect::Delete,
        }
    }

    const fn timeout(self) -> Duration {
        match self {
            Verb::Get | Verb::List => DEFAULT_TIMEOUT,
            _ => SCENE_TIMEOUT,
        }
    }
}

/// The five operations of `entity`.
pub(super) fn operations(entity: &'static Entity) -> impl Iterator<Item = Operation> {
    VERBS.into_iter().map(move |verb| operation(entity, verb))
}

fn operation(entity: &'static Entity, verb: Verb) -> Operation {
    let reads = verb.effect() == Effect::Read;
    Operation {
        name: format!("{}_{}", verb.name(), entity.plural),
        title: title(verb, entity),
        doc: doc(verb, entity),
        domain: entity.domain,
        crud: Some((entity, verb)),
        params: params(verb, entity),
        returns: returns(verb, entity),
        effect: verb.effect(),
        idempotent: verb != Verb::Create,
        main_thread: true,
        scope: if reads { Scope::Read } else { Scope::Edit },
        timeout: verb.timeout(),
        example: example(verb, entity),
        made_of: &[],
        module: None,
    }
}

fn title(verb: Verb, entity: &Entity) -> String {
    let verb = match verb {
        Verb::Create => "Create",
        Verb::Get => "Get",
        Verb::List => "List",
        Verb::Update => "Update",
        Verb::Delete => "Delete",
    };
    format!("{verb} {}", entity.plural.replace('_', " "))
}

fn doc(verb: Verb, entity: &Entity) -> String {
    let plural = entity.plural.replace('_', " ");
    if entity.is_singleton() && verb.makes_or_takes() {
        return format!(
            "Answers `singleton`: a scene has exactly one {}. Change it with `update_{}`.",
            entity.name, entity.plural
        );
    }
    match verb {
        Verb::Create => format!("Creates {plural} and gives them back as the host has them. {}", entity.doc),
        Verb::Get => format!("Reads {plural} by id or unique name. {}", entity.doc),
        Verb::List => format!("Lists {plural}, page by page, all or those that match the filters."),
        Verb::Update => {
            format!("Changes the fields given of {plural} and leaves the others; one patch may change many.")
        }
        Verb::Delete => format!("Deletes {plural} by id or unique name."),
    }
}

/// Table entries live as long as the process; the catalogue is built once.
fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn items_kind(entity: &'static Entity, verb: Verb) -> Kind {
    Kind::List(keep(Kind::Item(entity, verb)))
}

fn ids(entity: &'static Entity, doc: &'static str) -> Field {
    Field::new("ids", Kind::List(keep(Kind::Ref(entity.name))), doc).required()
}

fn fields(entity: &'static Entity) -> Field {
    let names: Vec<&'static str> = entity.all_fields().iter().map(|field| field.name).collect();
    let doc = "Only these fields, besides `id` and `name`; without it all but the large ones.";
    Field::new("fields", Kind::List(keep(Kind::Enum(Vec::leak(names)))), doc)
}

fn params(verb: Verb, entity: &'static Entity) -> Vec<Field> {
    match verb {
        Verb::Create => {
            vec![Field::new("items", items_kind(entity, verb), "What to create, one object each.").required(), ON_ERROR]
        }
        Verb::Get => vec![ids(entity, "Ids or unique names."), fields(entity)],
        Verb::List => list_params(entity),
        Verb::Update => {
            vec![Field::new("items", items_kind(entity, verb), "Patches, done in this order.").required(), ON_ERROR]
        }
        Verb::Delete => vec![ids(entity, "Ids or unique names of what goes.")],
    }
}

fn list_params(entity: &'static Entity) -> Vec<Field> {
    let parent = entity.parent.map(|parent| {
        let doc = if parent == entity.name || entity.is_node() {
            "Only the direct children of this one."
        } else {
            "Only those of this one."
        };
        Field::new("parent_id", Kind::Ref(parent), doc)
    });
    let filters = Field::new("filters", Kind::Item(entity, Verb::List), FILTERS);
    let limit = Field::new("limit", Kind::Int { min: 1, max: 1_000 }, "How many at most.").or("50");
    let cursor = Field::new("cursor", Kind::Text, "`next_cursor` of the page before.");
    parent.into_iter().chain([filters, fields(entity), limit, cursor]).collect()
}

fn returns(verb: Verb, entity: &'static Entity) -> Vec<Field> {
    let items = Field::new("items", items_kind(entity, Verb::Get), "As read from the host.").required();
    match verb {
        Verb::Create => vec![ids(entity, "Ids of what was created, in the order of the items."), items, ERRORS],
        Verb::Get => vec![items],
        Verb::List => vec![
            items,
            Field::new("total", Kind::COUNT, "How many match, over all pages.").required(),
            Field::new("next_cursor", Kind::Text, "Where the next page begins; absent on the last."),
        ],
        Verb::Update => vec![items, ERRORS],
        Verb::Delete => {
            vec![
                Field::new("deleted", Kind::List(&Kind::Text), "Ids of what was deleted, children included.")
                    .required(),
            ]
        }
    }
}

fn example(verb: Verb, entity: &'static Entity) -> Value {
    let item: Value = serde_json::from_str(entity.example).unwrap_or_default();
    // What has no name of its own is called after what it is part of.
    let text = |field: &str| item[field].as_str().unwrap_or_default();
    let numbered = || match entity.name {
        "Channel" | "AnimCurve" => json!(format!("{}Action/{}", text("node_id"), text("path"))),
        "Driver" => json!(format!("{}/{}", text("target_node_id"), text("target_path"))),
        "Keyframe" => json!(format!("{}Action/{}/{}", text("node_id"), text("path"), item["time"]["frame"])),
        "RenderSettings" => json!("Scene"),
        _ => json!(format!("{}/{}/0", text("mesh_id"), entity.singular)),
    };
    let name = item.get("name").cloned().unwrap_or_else(numbered);
    match verb {
        Verb::Create => json!({ "items": [item] }),
        Verb::Get | Verb::Delete => json!({ "ids": [name] }),
        Verb::List => json!({ "filters": { "name": "*" }, "limit": 20 }),
        Verb::Update => {
            let mut patch = serde_json::Map::from_iter([("ids".to_owned(), json!([name]))]);
            let patchable: Vec<&str> = entity.item_fields(verb).iter().map(|field| field.name).collect();
            let changes = |key: &String| *key != "name" && patchable.contains(&key.as_str());
            let change = item.as_object().and_then(|item| item.iter().find(|(key, _)| changes(key)));
            patch.extend(change.map(|(key, value)| (key.clone(), value.clone())));
            json!({ "items": [patch] })
        }
    }
}
