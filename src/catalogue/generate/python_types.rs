//! `_generated/types.py`: a TypedDict per entity, item and result.

use std::collections::BTreeSet;

use super::python::{
    LINE, Owner, Way, docstring, enum_name, field_doc, field_type, item_name, object_name, result_name,
};
use crate::catalogue::entities::PRIMITIVE;
use crate::catalogue::{Catalogue, Entity, Field, Kind, Verb};

const HEAD: &str = r##""""Types of every entity, of what operations take and of what they give.

Lengths are in scene units, angles in radians, times in seconds, colours linear, rotations quaternions
``[x, y, z, w]``, unless a field says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypedDict, TypeVar, Union

# A dense array: anything with the buffer protocol (NumPy, memoryview, array) or lists; an array back.
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


class Comparison(TypedDict, total=False):
    """How a field compares, in a filter; all of it must hold. Only numbers have an order."""

    eq: Any
    ne: Any
    lt: float
    le: float
    gt: float
    ge: float


_T = TypeVar("_T")
# What a filter takes for a field: a value, values of which it is one, or comparisons.
Filter = Union[_T, Sequence[_T], Comparison]


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

/// One TypedDict.
#[derive(Debug)]
struct Class<'a> {
    owner: Owner<'a>,
    name: &'a str,
    bases: &'a [&'a str],
    doc: &'a str,
    required: &'a [&'a Field],
    optional: &'a [&'a Field],
    way: Way,
}

impl Class<'_> {
    /// Whether what must be there stands in a class of its own.
    fn is_split(&self) -> bool {
        let alone = self.optional.is_empty() && self.bases.is_empty();
        !self.required.is_empty() && !alone
    }

    fn parents(&self, hidden: &str) -> String {
        let mut parents: Vec<&str> = if self.is_split() { vec![hidden] } else { Vec::new() };
        parents.extend(self.bases);
        if parents.is_empty() {
            parents.push("TypedDict");
        }
        if self.is_split() || self.required.is_empty() {
            parents.push("total=False");
        }
        parents.join(", ")
    }
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
        writer.dict(owner, &result_name(operation), &doc, &fields);
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
            Verb::List => (Way::Filter, format!("Filters of `list_{}`.", entity.plural)),
            Verb::Get | Verb::Delete => (Way::Out, entity.doc.to_owned()),
        };
        // What is read may be any part of it; only what is created or patched must have something.
        let must = |field: &&Field| matches!(verb, Verb::Create if field.required) || field.name == "ids";
        let (required, optional): (Vec<&Field>, Vec<&Field>) = own.into_iter().partition(must);
        let name = &item_name(entity, verb);
        self.class(&Class { owner, name, bases: &bases, doc: &doc, required: &required, optional: &optional, way });
    }

    fn dict(&mut self, owner: Owner<'_>, name: &str, doc: &str, fields: &[&Field]) {
        let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
        let (bases, way): (&[&str], Way) = (&[], Way::Out);
        self.class(&Class { owner, name, bases, doc, required: &required, optional: &optional, way });
    }

    /// Required and optional keys need a class each before Python 3.11.
    fn class(&mut self, class: &Class<'_>) {
        if !self.written.insert(class.name.to_owned()) {
            return;
        }
        let hidden = format!("_{}", class.name);
        if class.is_split() {
            self.text.push_str(&format!("\n\nclass {hidden}(TypedDict):\n"));
            self.fields(class.owner, class.required, class.way);
        }
        let parents = class.parents(&hidden);
        self.text.push_str(&format!("\n\nclass {}({parents}):\n{}", class.name, docstring(class.doc)));
        let own = if class.is_split() || class.required.is_empty() { class.optional } else { class.required };
        if !own.is_empty() {
            self.text.push('\n');
        }
        self.fields(class.owner, own, class.way);
    }

    fn fields(&mut self, owner: Owner<'_>, fields: &[&Field], way: Way) {
        for field in fields {
            let of = field_type(owner, field, way, "");
            self.text.push_str(&format!("    {}: {of}\n{}", field.name, docstring(&field_doc(field))));
        }
    }

    /// The types that these fields need first.
    fn nested<'a>(&mut self, owner: Owner<'_>, fields: impl Iterator<Item = &'a Field>) {
        for field in fields {
            self.needed(owner, (field.name, field.doc), &field.kind);
        }
    }

    fn needed(&mut self, owner: Owner<'_>, (name, doc): (&str, &str), kind: &Kind) {
        match kind {
            Kind::List(item) => self.needed(owner, (name, doc), item),
            Kind::Enum(words) => self.words(&enum_name(owner, name), words),
            Kind::Object(fields) => {
                self.nested(owner, fields.iter());
                let fields: Vec<&Field> = fields.iter().collect();
                self.dict(owner, &object_name(name), doc, &fields);
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
