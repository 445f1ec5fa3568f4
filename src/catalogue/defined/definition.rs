//! What a host's Python tells of a typed function, and the operation that it becomes.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::catalogue::{Domain, Effect, Field, Kind, Operation, Scope};

/// One function. What its annotations say is told in the words of `Shape`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    pub(super) name: String,
    title: String,
    doc: String,
    effect: Changes,
    timeout: f64,
    module: String,
    params: Vec<Param>,
    gives: Param,
    example: Value,
}

/// What it says that it does to the scene.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Changes {
    Read,
    Edit,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Param {
    name: String,
    doc: String,
    shape: Shape,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    nullable: bool,
    /// JSON text of what stands in.
    #[serde(default)]
    default: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Shape {
    Bool,
    Int,
    Float,
    Text,
    Any,
    Map,
    List { of: Box<Shape> },
    Enum { words: Vec<String> },
    Object { fields: Vec<Param> },
}

impl Definition {
    /// The operation; what it is made of is never given back.
    pub(super) fn operation(self) -> Operation {
        let stream = |name, doc| Field::new(name, Kind::Text, doc).required();
        let (stdout, stderr) = (stream("stdout", "What was printed."), stream("stderr", "What was printed to stderr."));
        Operation {
            name: self.name,
            title: self.title,
            doc: self.doc,
            domain: Domain::Core,
            crud: None,
            params: self.params.into_iter().map(Param::field).collect(),
            returns: vec![self.gives.field(), stdout, stderr],
            effect: match self.effect {
                Changes::Read => Effect::Read,
                Changes::Edit => Effect::Edit,
            },
            idempotent: matches!(self.effect, Changes::Read),
            main_thread: true,
            scope: Scope::Python,
            timeout: Duration::try_from_secs_f64(self.timeout).unwrap_or(crate::catalogue::operation::SCENE_TIMEOUT),
            example: self.example,
            made_of: &[],
            module: Some(self.module.leak()),
        }
    }
}

impl Param {
    fn field(self) -> Field {
        let mut field = Field::new(self.name.leak(), self.shape.kind(), self.doc.leak());
        field.required = self.required;
        field.nullable = self.nullable;
        field.default = self.default.map(|json| &*json.leak());
        field
    }
}

impl Shape {
    fn kind(self) -> Kind {
        match self {
            Shape::Bool => Kind::Bool,
            Shape::Int => Kind::INT,
            Shape::Float => Kind::NUMBER,
            Shape::Text => Kind::Text,
            Shape::Any => Kind::Any,
            Shape::Map => Kind::Map,
            Shape::List { of } => Kind::List(Box::leak(Box::new(of.kind()))),
            Shape::Enum { words } => {
                let words: Vec<&'static str> = words.into_iter().map(|word| &*word.leak()).collect();
                Kind::Enum(words.leak())
            }
            Shape::Object { fields } => {
                let fields: Vec<Field> = fields.into_iter().map(Param::field).collect();
                Kind::Object(fields.leak())
            }
        }
    }
}
