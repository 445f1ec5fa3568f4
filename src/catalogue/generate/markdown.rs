//! The catalogue as a page for people.

use serde_json::Value;

use crate::catalogue::entities::PRIMITIVE;
use crate::catalogue::{Catalogue, Domain, Entity, Field, Kind, Operation, Verb, parlance};
use crate::wire::Code;

const HEAD: &str = "\
<!-- Generated from src/catalogue by `UPDATE=1 cargo test --lib catalogue`: do not edit. -->
# Catalogue

Every entity and operation, the same on every host. A call names an operation and gives it arguments; the result is what
the host has afterwards, read back from it.

## Conventions

- **Ids** are opaque and survive renaming. Wherever an id is taken, a unique name is taken too.
- **Values** are in the host's own convention, as the artist sees them: lengths in scene units, angles in radians, times
  in seconds (or `{\"frame\": 30}`).
- **Rotations** are quaternions `[x, y, z, w]`; `{\"euler\": [90, 0, 0], \"order\": \"XYZ\"}` in degrees (about fixed axes, X
  first) and `{\"matrix\": [...]}` (9 or 16 numbers, row-major) are taken too.
- **Colours** are linear `[r, g, b, a]`; `[r, g, b]`, `\"#rrggbb\"` and CSS names (both sRGB) are taken too.
- **Arrays** travel as bytes between processes; in JSON they are lists, flat or in rows.
- **Batches** are all or nothing, one undo step; `on_error: \"continue\"` keeps the items that worked.
- **Names** are understood in camelCase too (`parentId`), and calls of the [reference system](#the-reference-systems-names)
  with their shapes and units (`createMeshs`, `splitClip`).
- **Errors** are `{error_code, error_message, details, suggestions, timestamp}` everywhere.
";

impl Catalogue {
    /// The page `docs/catalogue.md`.
    pub fn to_markdown(&self) -> String {
        let mut page = HEAD.to_owned();
        for &domain in Domain::ALL {
            let entities = self.entities.iter().filter(|entity| entity.domain == domain);
            let operations: Vec<&Operation> =
                self.operations.iter().filter(|operation| operation.domain == domain).collect();
            if operations.is_empty() {
                continue;
            }
            page.push_str(&format!("\n## Domain {}\n", domain.name()));
            page.extend(entities.map(|entity| entity_section(entity)));
            page.extend(operations.into_iter().map(operation_section));
        }
        page.push_str(&parlance::section(self));
        page.push_str("\n## Error codes\n\n| code | meaning |\n|---|---|\n");
        page.extend(Code::ALL.iter().map(|code| format!("| `{}` | {} |\n", code.name(), code.meaning())));
        page
    }
}

fn entity_section(entity: &'static Entity) -> String {
    let base = entity.base.map(|base| format!(" It also has every field of [{0}](#{1}).", base.name, base.singular));
    let table = table(entity.fields.iter(), "field");
    format!("\n### {}\n\n{}{}\n\n{table}", entity.name, entity.doc, base.unwrap_or_default())
}

fn operation_section(operation: &Operation) -> String {
    let facts = format!(
        "{} · scope {} · {} s{}{}",
        operation.effect.name(),
        operation.scope.name(),
        operation.timeout.as_secs(),
        if operation.idempotent { " · idempotent" } else { "" },
        if operation.main_thread { "" } else { " · answered also while the host is busy" },
    );
    let made_of: Vec<String> = operation.made_of.iter().map(|name| format!("`{name}`")).collect();
    let facts = if made_of.is_empty() { facts } else { format!("{facts} · made of {}", made_of.join(", ")) };
    let mut text = format!("\n#### `{}`\n\n{}\n\n*{facts}*\n", operation.name, operation.doc);
    if !operation.params.is_empty() {
        text.push_str(&format!("\n{}", table(operation.params.iter(), "argument")));
    }
    if operation.name == "create_primitives" {
        text.push_str(&format!("\nEach item:\n\n{}", table(PRIMITIVE.item_fields(Verb::Create).into_iter(), "field")));
    }
    if !operation.returns.is_empty() {
        text.push_str(&format!("\n{}", table(operation.returns.iter(), "result")));
    }
    text + &format!("\n```json\n{}\n```\n", compact(&operation.example))
}

fn table<'a>(fields: impl Iterator<Item = &'a Field>, title: &str) -> String {
    let rows: String = fields.map(|field| row(field, title)).collect();
    format!("| {title} | type | meaning |\n|---|---|---|\n{rows}")
}

fn row(field: &Field, title: &str) -> String {
    let mut doc = field.doc.to_owned();
    if let Some(unit) = field.unit {
        doc.push_str(&format!(" [{unit}]"));
    }
    if let Some(default) = field.default {
        doc.push_str(&format!(" Default `{default}`."));
    }
    let mut notes = Vec::new();
    if field.required && title != "result" && !field.read_only {
        notes.push("required");
    }
    if field.once {
        notes.push("given once, when it is created");
    }
    if field.read_only {
        notes.push("read only");
    }
    if field.on_request {
        notes.push("read only when `fields` names it");
    }
    if !notes.is_empty() {
        doc.push_str(&format!(" *({})*", notes.join(", ")));
    }
    let of = notation(&field.kind).replace('|', "\\|").replace('<', "&lt;").replace('>', "&gt;");
    format!("| `{}` | {of} | {} |\n", field.name, doc.replace('|', "\\|"))
}

/// The names of an entity's fields are in its own table.
fn notation(kind: &Kind) -> String {
    match kind {
        Kind::List(Kind::Enum(words)) if words.len() > 8 => "list of field names".to_owned(),
        Kind::Int { min, max } if *min != Kind::LEAST && *max < i64::from(i32::MAX) => format!("int {min} to {max}"),
        other => other.notation(),
    }
}

fn compact(value: &Value) -> String {
    value.to_string()
}
