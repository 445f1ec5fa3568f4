//! One command of another program's client.

use serde_json::{Map, Value};

use crate::wire::{Code, Fault};

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// blender-mcp: objects one after the other, nothing between them.
    BlenderMcp,
    /// The Blender Lab add-on: one `execute` request that ends with a zero byte, then the connection ends.
    BlenderLab,
    /// The same objects as blender-mcp's, one a line.
    Lines,
}

impl Dialect {
    /// `blender-mcp`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BlenderMcp => "blender-mcp",
            Self::BlenderLab => "blender-lab",
            Self::Lines => "lines",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// In which words, and so how it is answered.
    pub dialect: Dialect,
    /// Its `type`.
    pub name: String,
    /// Its `params`; for the Blender Lab everything beside the `type`.
    pub params: Map<String, Value>,
}

/// The type of the Blender Lab's only request.
const EXECUTE: &str = "execute";

impl Command {
    /// The command that an object says; `end` is what came behind it so far.
    pub(super) fn read(object: &[u8], end: Option<Dialect>) -> (Dialect, Result<Self, Fault>) {
        let value = serde_json::from_slice(object).map_err(|error| malformed(error.to_string()));
        let mut fields: Map<String, Value> = match value {
            Ok(fields) => fields,
            Err(fault) => return (end.unwrap_or(Dialect::BlenderMcp), Err(fault)),
        };
        let lab = fields.get("type").is_some_and(|kind| kind == EXECUTE) && fields.contains_key("code");
        let dialect = if lab { Dialect::BlenderLab } else { end.unwrap_or(Dialect::BlenderMcp) };
        let command = match fields.shift_remove("type") {
            Some(Value::String(name)) => params(dialect, fields).map(|params| Self { dialect, name, params }),
            Some(other) => Err(wrong(format!("`type` is the name of a command, not {other}"))),
            None => Err(wrong("the object has no `type`")),
        };
        (dialect, command)
    }
}

fn params(dialect: Dialect, mut fields: Map<String, Value>) -> Result<Map<String, Value>, Fault> {
    if dialect == Dialect::BlenderLab {
        return Ok(fields);
    }
    match fields.shift_remove("params") {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(params)) => Ok(params),
        Some(_) => Err(wrong("`params` is an object of arguments by name")),
    }
}

fn wrong(message: impl Into<String>) -> Fault {
    Fault::new(Code::InvalidParams, message).suggest(r#"{"type": "get_scene_info", "params": {}}"#)
}

/// What came is no JSON object.
pub(super) fn malformed(reason: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Protocol, format!("the command is malformed JSON: {reason}"))
        .suggest(r#"send one object a command, like {"type": "get_scene_info", "params": {}}"#)
}
