//! Whether a value of one kind can be meant where another is wanted; what only the host can tell passes.

use crate::catalogue::{Kind, catalogue};

/// Whether it can.
pub(super) fn fits(wanted: &Kind, given: &Kind) -> bool {
    match (wanted, given) {
        (Kind::Any, _) | (_, Kind::Any) => true,
        (Kind::Ref(wanted), Kind::Ref(given)) => related(wanted, given),
        (Kind::Text | Kind::Ref(_), Kind::Text | Kind::Enum(_) | Kind::Ref(_)) | (Kind::Enum(_), Kind::Text) => true,
        (Kind::Text, Kind::Path { .. } | Kind::Code) => true,
        (Kind::Enum(wanted), Kind::Enum(given)) => given.iter().any(|word| wanted.contains(word)),
        (Kind::List(wanted), Kind::List(given)) => fits(wanted, given),
        (Kind::List(wanted), row) if is_number(wanted) => row.width().is_some(),
        (Kind::Array(wanted), Kind::Array(given) | Kind::List(given)) => wanted.width() == given.width(),
        (Kind::Blob(_), Kind::Blob(_)) | (Kind::Bool, Kind::Bool) => true,
        (Kind::Color, row) | (row, Kind::Color) => matches!((wanted, row), (Kind::Color, Kind::Color | Kind::Text)),
        (Kind::Quaternion, row) | (row, Kind::Quaternion) => matches!(row, Kind::Quaternion),
        (wanted, given) if wanted.width().is_some() => wanted.width() == given.width(),
        (wanted, given) if is_number(wanted) => is_number(given),
        (wanted, given) => holds_fields(wanted) && holds_fields(given),
    }
}

fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Int { .. } | Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle | Kind::Time)
}

fn holds_fields(kind: &Kind) -> bool {
    matches!(kind, Kind::Map | Kind::Object(_) | Kind::Item(..))
}

/// A light is a node, and a node may be a light; it is never a camera.
fn related(wanted: &str, given: &str) -> bool {
    // `Node` also takes joints, and the empty name anything that has an id.
    let open = |name: &str| name.is_empty() || name == "Node";
    let is_node = |name: &str| {
        let found = catalogue().entities().iter().find(|entity| entity.name == name);
        found.is_none_or(|entity| entity.is_node() || name == "Joint")
    };
    match (open(wanted), open(given)) {
        _ if wanted == given || wanted.is_empty() || given.is_empty() => true,
        (true, _) => is_node(given),
        (_, true) => is_node(wanted),
        _ => false,
    }
}
