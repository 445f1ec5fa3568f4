//! How kinds, names and sentences look in Python.

use crate::catalogue::nearest::pascal_case;
use crate::catalogue::{Entity, Field, Kind, Operation, Verb};

/// The longest line that ruff lets pass (pyproject.toml).
pub(super) const LINE: usize = 110;

/// Whether a value goes to the host or comes from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
    /// What a field is compared with.
    Filter,
}

/// Whose field it is: nested types are named after it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Owner<'a> {
    Entity(&'static Entity),
    Operation(&'a Operation),
}

/// The type of a field, `prefix` before every name of the types module.
pub(super) fn field_type(owner: Owner<'_>, field: &Field, way: Way, prefix: &str) -> String {
    let name = kind_type(owner, field.name, &field.kind, way, prefix);
    let name = if field.nullable && name != "Any" { format!("{name} | None") } else { name };
    match way {
        Way::Filter => format!("{prefix}Filter[{name}]"),
        _ => name,
    }
}

fn kind_type(owner: Owner<'_>, name: &str, kind: &Kind, way: Way, prefix: &str) -> String {
    let input = way == Way::In;
    match kind {
        Kind::Bool => "bool".to_owned(),
        Kind::Int { .. } => "int".to_owned(),
        Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle => "float".to_owned(),
        Kind::Time if input => format!("{prefix}Time"),
        Kind::Time => "float".to_owned(),
        Kind::Quaternion if input => format!("{prefix}Rotation"),
        Kind::Color if input => format!("{prefix}Color"),
        Kind::Point | Kind::Vector | Kind::Vector2 | Kind::Scale3 | Kind::Quaternion | Kind::Matrix4 | Kind::Color => {
            if input {
                "Sequence[float]".to_owned()
            } else {
                "list[float]".to_owned()
            }
        }
        Kind::Text | Kind::Code | Kind::Path { .. } | Kind::Ref(_) => "str".to_owned(),
        Kind::Enum(_) => format!("{prefix}{}", enum_name(owner, name)),
        Kind::List(item) => {
            let list = if input { "Sequence" } else { "list" };
            format!("{list}[{}]", kind_type(owner, name, item, way, prefix))
        }
        Kind::Array(_) => format!("{prefix}Array"),
        Kind::Blob(_) => format!("{prefix}Blob"),
        Kind::Object(_) => format!("{prefix}{}", object_name(name)),
        Kind::Map => "dict[str, Any]".to_owned(),
        Kind::Any => "Any".to_owned(),
        Kind::Item(entity, verb) => format!("{prefix}{}", item_name(entity, *verb)),
    }
}

/// `LightKind`, `SelectMode`, `NodeField`; what every operation takes has one name.
pub(super) fn enum_name(owner: Owner<'_>, field: &str) -> String {
    let field = match field {
        "on_error" | "convention" => return pascal_case(field),
        "fields" => "field",
        other => other,
    };
    let of = match owner {
        Owner::Entity(entity) => entity.name.to_owned(),
        Owner::Operation(operation) => match operation.crud {
            Some((entity, _)) => entity.name.to_owned(),
            None => pascal_case(&operation.name),
        },
    };
    format!("{of}{}", pascal_case(field))
}

/// The name of a nested object, after the field that holds it.
pub(super) fn object_name(field: &str) -> String {
    match field {
        "errors" => "ItemError".to_owned(),
        "nodes" => "NodeSummary".to_owned(),
        "tree" => "SceneTree".to_owned(),
        "roots" => "TreeNode".to_owned(),
        "render" => "RenderSummary".to_owned(),
        "matches" => "ApiMatch".to_owned(),
        "operations" => "BatchStep".to_owned(),
        "results" => "BatchOutcome".to_owned(),
        other => pascal_case(other),
    }
}

/// `LightCreate`, `LightUpdate`, `LightFilter`, `Light`.
pub(super) fn item_name(entity: &Entity, verb: Verb) -> String {
    let suffix = match verb {
        Verb::Create => "Create",
        Verb::Update => "Update",
        Verb::List => "Filter",
        Verb::Get | Verb::Delete => "",
    };
    format!("{}{suffix}", entity.name)
}

/// `CreateLightsResult`.
pub(super) fn result_name(operation: &Operation) -> String {
    format!("{}Result", pascal_case(&operation.name))
}

/// A field's sentence with what the type does not say.
pub(super) fn field_doc(field: &Field) -> String {
    let mut doc = field.doc.to_owned();
    if let Some(default) = field.default {
        doc.push_str(&format!(" Default: {default}."));
    }
    doc
}

/// Text broken into lines, the first of which begins at column `first`, the others at `indent`.
pub(super) fn wrap(text: &str, first: usize, indent: usize) -> String {
    let mut wrapped = String::new();
    let mut column = first;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column + length + 1 > LINE && !wrapped.is_empty() {
            wrapped.push('\n');
            wrapped.push_str(&" ".repeat(indent));
            column = indent;
        } else if !wrapped.is_empty() {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped.replace('\\', "\\\\")
}

/// A docstring in a class, closed on its own line when it is long.
pub(super) fn docstring(text: &str) -> String {
    let doc = wrap(text, 7, 4);
    let close = if doc.contains('\n') || doc.len() + 10 > LINE { "\n    " } else { "" };
    format!("    \"\"\"{doc}{close}\"\"\"\n")
}
