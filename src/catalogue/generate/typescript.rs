//! `docs/scenewire.d.ts`: what every operation takes and gives, for clients in TypeScript.

use crate::catalogue::entities::PRIMITIVE;
use crate::catalogue::{Catalogue, Entity, Field, Kind, Operation, Verb};
use crate::wire::Code;

use super::python::{Way, field_doc, item_name};

const HEAD: &str = r#"// Generated from src/catalogue by `UPDATE=1 cargo test --lib catalogue`: do not edit.
// Lengths are in scene units, angles in radians, times in seconds, colours linear, unless a field says otherwise.

export type Vector2 = [number, number];
export type Vector3 = [number, number, number];
/** `[x, y, z, w]`. */
export type Quaternion = [number, number, number, number];
/** Linear. */
export type Rgba = [number, number, number, number];
/** Row-major. */
export type Matrix4 = number[];
/** Seconds, or a frame. */
export type Time = number | { frame: number };
/** A quaternion, Euler angles in degrees about fixed axes, or a matrix of 9 or 16 numbers. */
export type Rotation =
  | Quaternion
  | { euler: Vector3; order?: "XYZ" | "XZY" | "YXZ" | "YZX" | "ZXY" | "ZYX" }
  | { matrix: number[] };
/** `#rrggbb` or a CSS name (sRGB), or linear `[r, g, b]` or `[r, g, b, a]`. */
export type Color = string | Vector3 | Rgba;
/** What JSON says of a large array; smaller ones are lists, flat or in rows. */
export interface ArraySummary {
  dtype: string;
  shape: number[];
  min?: number;
  max?: number;
  resource?: string;
}
export type NumberArray = number[] | number[][] | ArraySummary;
/** A file or picture: its media type, and where its bytes are. */
export interface FileSummary {
  media: string;
  bytes: number;
  resource?: string;
}
/** How a field compares; all of it must hold. Only numbers have an order. */
export interface Comparison<T> {
  eq?: T | T[];
  ne?: T | T[];
  lt?: T;
  le?: T;
  gt?: T;
  ge?: T;
}
/** What a filter takes for a field: a value, values of which it is one, or comparisons. */
export type Filter<T> = T | T[] | Comparison<T>;
"#;

const TAIL: &str = r#"
export type OperationName = keyof Operations;

/** An error as every edge shows it. */
export interface Fault {
  error_code: ErrorCode;
  error_message: string;
  details: Record<string, unknown>;
  suggestions: string[];
  timestamp: string;
}

/** One call, typed by its operation's name. */
export type Call = <Name extends OperationName>(
  operation: Name,
  arguments_: Operations[Name]["arguments"],
) => Promise<Operations[Name]["result"]>;
"#;

impl Catalogue {
    /// The declarations.
    pub fn to_typescript(&self) -> String {
        let mut text = HEAD.to_owned();
        for entity in self.entities() {
            for verb in [Verb::Get, Verb::Create, Verb::Update, Verb::List] {
                text.push_str(&item(entity, verb));
            }
        }
        text.push_str(&item(&PRIMITIVE, Verb::Create));
        text.push_str("\n/** What every operation takes and gives. */\nexport interface Operations {\n");
        text.extend(self.operations().iter().map(operation));
        text.push_str("}\n\nexport type ErrorCode =\n");
        text.extend(Code::ALL.iter().map(|code| format!("  | \"{}\"\n", code.name())));
        text.insert(text.len() - 1, ';');
        text + TAIL
    }
}

fn item(entity: &'static Entity, verb: Verb) -> String {
    let (way, doc) = match verb {
        Verb::Create => (Way::In, format!("What `create_{}` takes.", entity.plural)),
        Verb::Update => (Way::In, format!("A patch: ids and whatever changes of {}.", entity.plural)),
        Verb::List => (Way::Filter, format!("Filters of `list_{}`.", entity.plural)),
        Verb::Get | Verb::Delete => (Way::Out, entity.doc.to_owned()),
    };
    let must = |field: &Field| matches!(verb, Verb::Create if field.required) || field.name == "ids";
    let fields = fields(entity.item_fields(verb).into_iter(), must, way, 1);
    format!("\n/** {doc} */\nexport interface {} {{\n{fields}}}\n", item_name(entity, verb))
}

fn operation(operation: &Operation) -> String {
    let required = |field: &Field| field.required;
    let (taken, given) = (operation.params.iter(), operation.returns.iter());
    format!(
        "  /** {} */\n  {}: {{\n    arguments: {{\n{}    }};\n    result: {{\n{}    }};\n  }};\n",
        comment(&operation.doc),
        operation.name,
        fields(taken, required, Way::In, 3),
        fields(given, required, Way::Out, 3),
    )
}

fn fields<'a>(
    fields: impl Iterator<Item = &'a Field>,
    must: impl Fn(&Field) -> bool,
    way: Way,
    depth: usize,
) -> String {
    let indent = "  ".repeat(depth);
    let line = |field: &Field| {
        let optional = if must(field) { "" } else { "?" };
        let of = type_of(&field.kind, way, depth);
        let of = if field.nullable { format!("{of} | null") } else { of };
        let of = if way == Way::Filter { format!("Filter<{of}>") } else { of };
        format!("{indent}/** {} */\n{indent}{}{optional}: {of};\n", comment(&field_doc(field)), field.name)
    };
    fields.map(line).collect()
}

/// What would end a comment, ends none.
fn comment(text: &str) -> String {
    text.replace("*/", "* /")
}

fn type_of(kind: &Kind, way: Way, depth: usize) -> String {
    let input = way == Way::In;
    let name = match kind {
        Kind::Bool => "boolean",
        Kind::Time if input => "Time",
        Kind::Int { .. } | Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle | Kind::Time => "number",
        Kind::Point | Kind::Vector | Kind::Scale3 => "Vector3",
        Kind::Vector2 => "Vector2",
        Kind::Quaternion if input => "Rotation",
        Kind::Quaternion => "Quaternion",
        Kind::Color if input => "Color",
        Kind::Color => "Rgba",
        Kind::Matrix4 => "Matrix4",
        Kind::Text | Kind::Code | Kind::Path { .. } | Kind::Ref(_) => "string",
        Kind::Array(_) => "NumberArray",
        Kind::Blob(_) => "FileSummary",
        Kind::Map => "Record<string, unknown>",
        Kind::Any => "unknown",
        Kind::Enum(words) => return words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | "),
        Kind::List(item) => return format!("Array<{}>", type_of(item, way, depth)),
        Kind::Item(entity, verb) => return item_name(entity, *verb),
        Kind::Object(inner) => {
            let inner = fields(inner.iter(), |field| field.required, way, depth + 1);
            return format!("{{\n{inner}{}}}", "  ".repeat(depth));
        }
    };
    name.to_owned()
}
