//! `_generated/types.py`: a TypedDict per entity, item and result.

use std::collections::BTreeSet;

use super::python::{LINE, Owner, Way, enum_name, field_doc, field_type, item_name, object_name, result_name, wrap};
use crate::catalogue::entities::PRIMITIVE;
use crate::catalogue::{Catalogue, Entity, Field, Kind, Verb};

const HEAD: &str = r##""""Types of every entity, of what operations take and of what they give.

Lengths are in scene units, angles in radians, times in seconds, colours linear, rotations quaternions
``[x, y, z, w]``, unless a field says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypedDict, Union

# A dense array: anything with the buffer protocol (NumPy, memoryview, array) or lists; NumPy or memoryview back.
Array = Any
# A file or picture that comes as bytes with its media type.
Blob = Any


class Frame(TypedDict):
    """A time said as a frame number."""

    frame: float


class _Euler(TypedDict):
    euler: Sequence[float]


class Euler(_Euler, total=False):
    """A rotation in degrees about fixed axes, one after the other in this order."""

    order: Literal["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"]


class Matrix(TypedDict):
    """A rotation as 9 or 16 numbers, row-major."""

    matrix: Sequence[float]


# Seconds, or a frame.
Time = Union[float, Frame]
# A quaternion [x, y, z, w], Euler angles in degrees, or a matrix.
Rotation = Union[Sequence[float], Euler, Matrix]
# "#rrggbb" or a CSS name (sRGB), or linear [r, g, b] or [r, g, b, a].
Color = Union[str, Sequence[float]]


class _GenericResponse(TypedDict):
    status: Literal["success", "error"]


class GenericResponse(_GenericResponse, total=False):
    """What an edge answers: a result, or a message with an error code."""

    result: Any
    message: str
    error_code: str
"##;

const TAIL: &str = r#"

# The scene as `get_scene` reads it.
SceneInfo = GetSceneResult
# Any scene object as it is read.
ObjectInfo = Node
"#;

/// Writes each name once.
#[derive(Debug, Default)]
struct Writer {
    text: String,
    written: BTreeSet<String>,
}

/// The whole module.
pub(super) fn module(catalogue: &Catalogue) -> String {
    let mut writer = Writer { text: format!("{}{HEAD}", super::MARK), ..Writer::default() };
    for entity in catalogue.entities() {
        for verb in [Verb::Get, Verb::Create, Verb::Update, Verb::List] {
            writer.item(entity, verb);
        }
    }
    writer.item(&PRIMITIVE, Verb::Create);
    for operation in catalogue.operations() {
        let owner = Owner::Operation(operation);
        writer.nested(owner, operation.params.iter());
        writer.nested(owner, operation.returns.iter());
        let fields: Vec<&Field> = operation.returns.iter().collect();
        let doc = format!("What `{}` gives.", operation.name);
        writer.dict(owner, &result_name(operation), &[], &doc, &fields, Way::Out);
    }
    writer.text + TAIL
}

impl Writer {
    /// An item of an entity; what its base has is inherited.
    fn item(&mut self, entity: &'static Entity, verb: Verb) {
        let all = entity.item_fields(verb);
        let own: Vec<&Field> = all.iter().copied().filter(|field| is_own(entity, field)).collect();
        let owner = Owner::Entity(entity);
        self.nested(owner, own.iter().copied());
        let base = entity.base.map(|base| item_name(base, verb));
        let bases: Vec<&str> = base.iter().map(String::as_str).collect();
        let (way, doc) = match verb {
            Verb::Create => (Way::In, format!("What `create_{}` takes.", entity.plural)),
            Verb::Update => (Way::In, format!("A patch for `update_{}`: ids and whatever changes.", entity.plural)),
            Verb::List => (Way::In, format!("Filters of `list_{}`.", entity.plural)),
            Verb::Get | Verb::Delete => (Way::Out, entity.doc.to_owned()),
        };
        // What is read may be any part of it; only what is created or patched must have something.
        let must = |field: &&Field| matches!(verb, Verb::Create if field.required) || field.name == "ids";
        let (required, optional): (Vec<&Field>, Vec<&Field>) = own.into_iter().partition(must);
        self.class(owner, &item_name(entity, verb), &bases, &doc, &required, &optional, way);
    }

    /// Required and optional keys need a class each before Python 3.11.
    fn dict(&mut self, owner: Owner<'_>, name: &str, bases: &[&str], doc: &str, fields: &[&Field], way: Way) {
        let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
        self.class(owner, name, bases, doc, &required, &optional, way);
    }

    #[allow(clippy::too_many_arguments)]
    fn class(
        &mut self,
        owner: Owner<'_>,
        name: &str,
        bases: &[&str],
        doc: &str,
        required: &[&Field],
        optional: &[&Field],
        way: Way,
    ) {
        if !self.written.insert(name.to_owned()) {
            return;
        }
        let split = !required.is_empty() && !(optional.is_empty() && bases.is_empty());
        let hidden = format!("_{name}");
        if split {
            self.text.push_str(&format!("\n\nclass {hidden}(TypedDict):\n"));
            self.fields(owner, required, way);
        }
        let mut parents: Vec<&str> = if split { vec![&hidden] } else { Vec::new() };
        parents.extend(bases);
        if parents.is_empty() {
            parents.push("TypedDict");
        }
        let all_required = optional.is_empty() && !required.is_empty() && !split;
        if !all_required {
            parents.push("total=False");
        }
        let doc = wrap(doc, 7, 4);
        let close = if doc.contains('\n') || doc.len() + 10 > LINE { "\n    " } else { "" };
        self.text.push_str(&format!("\n\nclass {name}({}):\n    \"\"\"{doc}{close}\"\"\"\n", parents.join(", ")));
        let own = if split {
            optional
        } else if required.is_empty() {
            optional
        } else {
            required
        };
        if !own.is_empty() {
            self.text.push('\n');
        }
        self.fields(owner, own, way);
    }

    fn fields(&mut self, owner: Owner<'_>, fields: &[&Field], way: Way) {
        for field in fields {
            self.text.push_str(&format!("    {}: {}\n", field.name, field_type(owner, field, way, "")));
            let doc = wrap(&field_doc(field), 7, 4);
            let close = if doc.contains('\n') || doc.len() + 10 > LINE { "\n    " } else { "" };
            self.text.push_str(&format!("    \"\"\"{doc}{close}\"\"\"\n"));
        }
    }

    /// The types that these fields need first.
    fn nested<'a>(&mut self, owner: Owner<'_>, fields: impl Iterator<Item = &'a Field>) {
        for field in fields {
            self.needed(owner, field.name, &field.kind);
        }
    }

    fn needed(&mut self, owner: Owner<'_>, name: &str, kind: &Kind) {
        match kind {
            Kind::List(item) => self.needed(owner, name, item),
            Kind::Enum(words) => self.words(&enum_name(owner, name), words),
            Kind::Object(fields) => {
                self.nested(owner, fields.iter());
                let fields: Vec<&Field> = fields.iter().collect();
                let doc = format!("One of `{name}`.");
                self.dict(owner, &object_name(name), &[], &doc, &fields, Way::Out);
            }
            _ => {}
        }
    }

    fn words(&mut self, name: &str, words: &[&str]) {
        if !self.written.insert(name.to_owned()) {
            return;
        }
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        let line = format!("{name} = Literal[{}]", quoted.join(", "));
        if line.len() <= LINE {
            self.text.push_str(&format!("\n\n{line}\n"));
        } else {
            self.text.push_str(&format!("\n\n{name} = Literal[\n    {},\n]\n", quoted.join(",\n    ")));
        }
    }
}

fn is_own(entity: &'static Entity, field: &Field) -> bool {
    match entity.base {
        None => true,
        Some(base) => field.name != "ids" && !base.all_fields().iter().any(|inherited| inherited.name == field.name),
    }
}
