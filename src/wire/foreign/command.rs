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
    /// The Maya MCP server's design (seed 003): requests and responses with an id, one a line.
    MayaMcp,
}

impl Dialect {
    /// `blender-mcp`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BlenderMcp => "blender-mcp",
            Self::BlenderLab => "blender-lab",
            Self::Lines => "lines",
            Self::MayaMcp => "maya-mcp",
        }
    }

    /// Where a command's name and its arguments stand.
    const fn fields(self) -> [&'static str; 2] {
        match self {
            Self::MayaMcp => ["command", "arguments"],
            Self::BlenderMcp | Self::BlenderLab | Self::Lines => ["type", "params"],
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// In which words, and so how it is answered.
    pub dialect: Dialect,
    /// Its `type`, or `command`.
    pub name: String,
    /// Its `params`, or `arguments`; for the Blender Lab everything beside the `type`.
    pub params: Map<String, Value>,
}

/// What came, and as whose words and under which id it is answered.
#[derive(Debug)]
pub struct Heard {
    /// In which words.
    pub dialect: Dialect,
    /// Its `request_id`; null in dialects that have none.
    pub id: Value,
    /// The command, or what is wrong with it.
    pub command: Result<Command, Fault>,
}

/// The type of the Blender Lab's only request.
const EXECUTE: &str = "execute";

impl Heard {
    /// What an object says; `end` is what came behind it so far.
    pub fn read(object: &[u8], end: Option<Dialect>) -> Self {
        let value = serde_json::from_slice(object).map_err(|error| malformed(error.to_string()));
        let mut fields: Map<String, Value> = match value {
            Ok(fields) => fields,
            Err(fault) => return Self::wrong(end.unwrap_or(Dialect::BlenderMcp), fault),
        };
        let dialect = if !fields.contains_key("type") && fields.contains_key("command") {
            Dialect::MayaMcp
        } else if fields.get("type").is_some_and(|kind| kind == EXECUTE) && fields.contains_key("code") {
            Dialect::BlenderLab
        } else {
            end.unwrap_or(Dialect::BlenderMcp)
        };
        let id = if dialect == Dialect::MayaMcp { fields.shift_remove("request_id") } else { None };
        let [name, _] = dialect.fields();
        let command = match fields.shift_remove(name) {
            Some(Value::String(name)) => params(dialect, fields).map(|params| Command { dialect, name, params }),
            Some(other) => Err(wrong(dialect, format!("`{name}` is the name of a command, not {other}"))),
            None => Err(wrong(dialect, format!("the object has no `{name}`"))),
        };
        Self { dialect, id: id.unwrap_or_default(), command }
    }

    /// What cannot be read at all.
    pub(super) fn wrong(dialect: Dialect, fault: Fault) -> Self {
        Self { dialect, id: Value::Null, command: Err(fault) }
    }
}

fn params(dialect: Dialect, mut fields: Map<String, Value>) -> Result<Map<String, Value>, Fault> {
    if dialect == Dialect::BlenderLab {
        return Ok(fields);
    }
    let [_, params] = dialect.fields();
    match fields.shift_remove(params) {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(params)) => Ok(params),
        Some(_) => Err(wrong(dialect, format!("`{params}` is an object of arguments by name"))),
    }
}

fn wrong(dialect: Dialect, message: impl Into<String>) -> Fault {
    let [name, params] = dialect.fields();
    Fault::new(Code::InvalidParams, message).suggest(format!(r#"{{"{name}": "get_scene_info", "{params}": {{}}}}"#))
}

/// What came is no JSON object.
pub(super) fn malformed(reason: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Protocol, format!("the command is malformed JSON: {reason}"))
        .suggest(r#"send one object a command, like {"type": "get_scene_info", "params": {}}"#)
}
