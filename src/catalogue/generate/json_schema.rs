//! The catalogue as JSON Schema: a definition for every item, and for what every operation takes and gives.

use serde_json::{Map, Value, json};

use super::python::item_name;
use crate::catalogue::entities::PRIMITIVE;
use crate::catalogue::{Catalogue, Entity, Field, Kind, Operation, Verb, schema};

impl Catalogue {
    /// One document: `#/$defs/Light`, `#/$defs/create_lights.arguments`, `#/$defs/create_lights.result`.
    pub fn to_json_schema(&self) -> Value {
        let mut defs = Map::new();
        for entity in self.entities() {
            for verb in [Verb::Get, Verb::Create, Verb::Update, Verb::List] {
                defs.insert(item_name(entity, verb), item(entity, verb));
            }
        }
        defs.insert(item_name(&PRIMITIVE, Verb::Create), item(&PRIMITIVE, Verb::Create));
        for operation in self.operations() {
            defs.extend(both(operation));
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": "Generated from src/catalogue by `UPDATE=1 cargo test --lib catalogue`: do not edit.",
            "title": "scenewire",
            "$defs": defs,
        })
    }
}

/// The document with a line for each definition, so that a change of one is a change of a line.
pub(super) fn file(catalogue: &Catalogue) -> String {
    let mut document = catalogue.to_json_schema();
    let defs = document["$defs"].take();
    let lines: Vec<String> =
        defs.as_object().into_iter().flatten().map(|(name, schema)| format!("{}: {schema}", json!(name))).collect();
    document.to_string().replace("\"$defs\":null", &format!("\"$defs\": {{\n{}\n}}", lines.join(",\n"))) + "\n"
}

fn item(entity: &'static Entity, verb: Verb) -> Value {
    let mut schema = schema::kind(&Kind::Item(entity, verb), verb != Verb::Get);
    schema["description"] = json!(entity.doc);
    schema
}

fn both(operation: &Operation) -> [(String, Value); 2] {
    let taken = referring(operation.input_schema(), &operation.params);
    let given = referring(operation.output_schema(), &operation.returns);
    [(format!("{}.arguments", operation.name), taken), (format!("{}.result", operation.name), given)]
}

/// Items by reference in place of the whole of them.
fn referring(mut schema: Value, fields: &[Field]) -> Value {
    for field in fields {
        let reference = |entity: &Entity, verb: Verb| json!({ "$ref": format!("#/$defs/{}", item_name(entity, verb)) });
        match &field.kind {
            Kind::List(Kind::Item(entity, verb)) => {
                schema["properties"][field.name]["items"] = reference(entity, *verb);
            }
            Kind::Item(entity, verb) => schema["properties"][field.name] = reference(entity, *verb),
            _ => {}
        }
    }
    schema
}
