//! TOML as JSON values. `toml_edit` alone reads it: it is here for the clients whose files are edited in place, and a
//! second reader beside it is 100 kB of the wheel.

use serde_json::{Map, Value};
use toml_edit::{Document, Item, TableLike, TomlError};

/// All that a text says, in its order.
pub(crate) fn read(text: &str) -> Result<Map<String, Value>, TomlError> {
    Ok(of_table(Document::parse(text)?.as_table()))
}

fn of_table(table: &dyn TableLike) -> Map<String, Value> {
    table.iter().map(|(key, item)| (key.to_owned(), of_item(item))).collect()
}

fn of_item(item: &Item) -> Value {
    match item {
        Item::Value(value) => of_value(value),
        Item::ArrayOfTables(tables) => tables.iter().map(|table| Value::Object(of_table(table))).collect(),
        Item::Table(table) => of_table(table).into(),
        Item::None => Value::Null,
    }
}

fn of_value(value: &toml_edit::Value) -> Value {
    use toml_edit::Value as Toml;
    match value {
        Toml::String(text) => text.value().as_str().into(),
        Toml::Integer(number) => (*number.value()).into(),
        Toml::Float(number) => (*number.value()).into(),
        Toml::Boolean(truth) => (*truth.value()).into(),
        Toml::Datetime(time) => time.value().to_string().into(),
        Toml::Array(list) => list.iter().map(of_value).collect(),
        Toml::InlineTable(table) => of_table(table).into(),
    }
}
