//! TOML.

use serde_json::{Map, Value};
use toml_edit::{Document, DocumentMut, InlineTable, Item, Table, TableLike, TomlError};

use super::{Wrong, position};

/// All that it says, in its order.
pub(super) fn value(text: &str) -> Result<Value, Wrong> {
    crate::toml::read(text).map(Value::Object).map_err(|error| syntax(text, &error))
}

fn parse(text: &str) -> Result<DocumentMut, Wrong> {
    text.parse().map_err(|error| syntax(text, &error))
}

fn syntax(text: &str, error: &TomlError) -> Wrong {
    let (line, column) = position(text, error.span().map_or(0, |span| span.start));
    Wrong::Syntax { line, column, message: error.message().trim().replace('\n', ", ") }
}

/// With an entry at `[servers, name]`.
pub(super) fn with(text: &str, [servers, name]: [&str; 2], entry: &Map<String, Value>) -> Result<String, Wrong> {
    let mut document = parse(text)?;
    let mut parent = Table::new();
    // `[mcp_servers]` of its own would say nothing.
    parent.set_implicit(true);
    let all = document.entry(servers).or_insert(Item::Table(parent));
    let inline = all.is_inline_table();
    let all = table(text, &[servers], all)?;
    if !all.contains_key(name) {
        let new = if inline { Item::Value(InlineTable::new().into()) } else { Item::Table(Table::new()) };
        all.insert(name, new);
    }
    let server = table(text, &[servers, name], all.get_mut(name).ok_or(Wrong::Unsafe)?)?;
    for (key, value) in entry {
        set(server, key, value)?;
    }
    Ok(finish(text, &document))
}

fn table<'a>(text: &str, way: &[&str], item: &'a mut Item) -> Result<&'a mut dyn TableLike, Wrong> {
    let (line, column) = position(text, place(text, way).unwrap_or(0));
    let key = way.last().copied().unwrap_or_default();
    let found = match item.type_name() {
        "array" | "array of tables" => "a list",
        "string" => "a text",
        "boolean" => "a truth value",
        _ => "a number or a date",
    };
    let wrong = Wrong::Kind { line, column, key: key.to_owned(), expected: "one table", found };
    item.as_table_like_mut().ok_or(wrong)
}

/// What can be changed does not know where it stood.
fn place(text: &str, way: &[&str]) -> Option<usize> {
    let document = Document::parse(text).ok()?;
    let mut item = document.as_item();
    for step in way {
        item = item.get(step)?;
    }
    Some(item.span()?.start)
}

fn set(server: &mut dyn TableLike, key: &str, value: &Value) -> Result<(), Wrong> {
    let mut new: toml_edit::Value = match value {
        Value::String(text) => text.as_str().into(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<toml_edit::Array>().into(),
        _ => return Err(Wrong::Unsafe),
    };
    match server.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) if same(old, value) => {}
        Some(old) => {
            // Comments around a value are not the value's.
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => drop(server.insert(key, Item::Value(new))),
    }
    Ok(())
}

fn same(old: &toml_edit::Value, value: &Value) -> bool {
    match value {
        Value::Array(list) => old
            .as_array()
            .is_some_and(|old| old.iter().map(toml_edit::Value::as_str).eq(list.iter().map(Value::as_str))),
        _ => old.as_str() == value.as_str(),
    }
}

/// Without the entry at `[servers, name]`.
pub(super) fn without(text: &str, [servers, name]: [&str; 2]) -> Result<String, Wrong> {
    let mut document = parse(text)?;
    if let Some(all) = document.get_mut(servers) {
        table(text, &[servers], all)?.remove(name);
    }
    Ok(finish(text, &document))
}

/// Line ends as the file has them, and its byte order mark.
fn finish(before: &str, document: &DocumentMut) -> String {
    let mut after = document.to_string();
    if before.contains("\r\n") {
        after = after.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if before.starts_with('\u{feff}') && !after.starts_with('\u{feff}') {
        after.insert(0, '\u{feff}');
    }
    after
}
