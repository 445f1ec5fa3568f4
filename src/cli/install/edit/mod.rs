//! The configurations of AI clients as text that is changed in place: what is not ours stays as it is, to the byte.

mod json;
mod toml;

use serde_json::{Map, Value};

/// How a configuration is written, and under which key it has its servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// JSON; with comments and the like unless the client is `strict`.
    Json { servers: &'static str, shape: Shape, strict: bool },
    /// TOML.
    Toml { servers: &'static str },
}

/// How a client writes one server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Shape {
    /// `command` and `args`.
    Plain,
    /// The same and `type`.
    Typed(&'static str),
    /// The same and `"source": "custom"`.
    Sourced,
    /// The arguments behind the command, in one list.
    Listed,
}

/// What a client is to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Server {
    pub(in crate::cli) command: String,
    pub(in crate::cli) arguments: Vec<String>,
}

/// Why a configuration is left alone.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::cli) enum Wrong {
    /// It is broken.
    #[error("line {line}, column {column}: {message}")]
    Syntax { line: usize, column: usize, message: String },
    /// It is sound, and something else than its client expects.
    #[error("line {line}, column {column}: `{key}` is {found}, where {expected} is expected")]
    Kind { line: usize, column: usize, key: String, expected: &'static str, found: &'static str },
    /// What came out is not what was meant.
    #[error("it is written in a way that cannot be changed safely")]
    Unsafe,
}

impl Format {
    /// The key of its servers.
    pub(in crate::cli) fn servers(self) -> &'static str {
        match self {
            Self::Json { servers, .. } | Self::Toml { servers } => servers,
        }
    }

    /// The entry for a server.
    pub(in crate::cli) fn entry(self, server: &Server) -> Map<String, Value> {
        let words = || server.arguments.iter().cloned();
        let mut entry = Map::new();
        let shape = match self {
            Self::Json { shape, .. } => shape,
            Self::Toml { .. } => Shape::Plain,
        };
        match shape {
            Shape::Typed(kind) => entry.insert("type".to_owned(), kind.into()),
            Shape::Sourced => entry.insert("source".to_owned(), "custom".into()),
            Shape::Listed => entry.insert("type".to_owned(), "local".into()),
            Shape::Plain => None,
        };
        if shape == Shape::Listed {
            entry.insert("command".to_owned(), std::iter::once(server.command.clone()).chain(words()).collect());
        } else {
            entry.insert("command".to_owned(), server.command.clone().into());
            entry.insert("args".to_owned(), words().collect());
        }
        // The one client that wants to be told which of the tools it may offer.
        if shape == Shape::Typed("local") {
            entry.insert("tools".to_owned(), vec!["*"].into());
        }
        entry
    }
}

/// All that a configuration says; an empty file says nothing.
pub(in crate::cli) fn value(format: Format, text: &str) -> Result<Value, Wrong> {
    match format {
        Format::Json { strict, .. } => json::value(text, strict),
        Format::Toml { .. } => toml::value(text),
    }
}

/// The server of this name.
pub(in crate::cli) fn server(format: Format, text: &str, name: &str) -> Result<Option<Value>, Wrong> {
    Ok(value(format, text)?.get(format.servers()).and_then(|servers| servers.get(name)).cloned())
}

/// The text with this entry in it; of an entry that is there, only what differs is changed, and what it has besides stays.
pub(in crate::cli) fn with(
    format: Format,
    text: &str,
    name: &str,
    entry: &Map<String, Value>,
) -> Result<String, Wrong> {
    let after = match format {
        Format::Json { servers, strict, .. } => json::with(text, strict, [servers, name], entry)?,
        Format::Toml { servers } => toml::with(text, [servers, name], entry)?,
    };
    let written = server(format, &after, name)?;
    let complete =
        entry.iter().all(|(key, value)| written.as_ref().and_then(|written| written.get(key)) == Some(value));
    checked(format, text, after, name, complete)
}

/// The text without this entry.
pub(in crate::cli) fn without(format: Format, text: &str, name: &str) -> Result<String, Wrong> {
    let after = match format {
        Format::Json { servers, strict, .. } => json::without(text, strict, [servers, name])?,
        Format::Toml { servers } => toml::without(text, [servers, name])?,
    };
    let gone = server(format, &after, name)?.is_none();
    checked(format, text, after, name, gone)
}

/// Whatever an editor of text may get wrong: nobody's settings are lost by it.
fn checked(format: Format, before: &str, after: String, name: &str, done: bool) -> Result<String, Wrong> {
    let rest = |text: &str| -> Result<Value, Wrong> {
        let mut all = value(format, text)?;
        let Some(map) = all.as_object_mut() else { return Ok(all) };
        if let Some(Value::Object(servers)) = map.get_mut(format.servers()) {
            servers.remove(name);
            if servers.is_empty() {
                map.remove(format.servers());
            }
        }
        Ok(all)
    };
    if done && rest(before)? == rest(&after)? { Ok(after) } else { Err(Wrong::Unsafe) }
}

/// Line and column, both from one, of a place in a text.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests;
