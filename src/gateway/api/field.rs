//! What a route takes and gives: described once, checked by it, and shown in OpenAPI.

use serde_json::{Map, Value, json};

use crate::wire::{Code, Fault};

/// A name that a person gave.
const NAME: usize = 64;
/// Any other text.
const TEXT: usize = 256;
/// Entries of a list.
const ENTRIES: usize = 256;

/// One parameter.
pub(in crate::gateway) struct Field {
    pub(super) name: &'static str,
    pub(super) place: Place,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) doc: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    /// Described here and read by the route itself.
    Header,
    Body,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Of a person's making: 1 to 64 characters, none that could be taken for something else.
    Name,
    /// An opaque id. One that cannot be an id is answered as one that is not there.
    Id,
    /// One line.
    Text,
    /// As text, and shown nowhere.
    Secret,
    Whole {
        from: u64,
        to: u64,
    },
    Seconds,
    Choice(&'static [&'static str]),
    /// A list of texts; in a query separated by commas.
    Texts,
    /// A list of texts or null.
    TextsOrNull,
    /// A list of whole numbers.
    Wholes,
    /// A media type.
    Media,
    /// An object of JSON that is somebody else's to check.
    Object,
}

impl Field {
    pub(super) const fn path(name: &'static str, doc: &'static str) -> Self {
        Self { name, place: Place::Path, kind: Kind::Id, required: true, doc }
    }

    pub(super) const fn query(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self { name, place: Place::Query, kind, required: false, doc }
    }

    pub(super) const fn header(name: &'static str, doc: &'static str) -> Self {
        Self { name, place: Place::Header, kind: Kind::Text, required: false, doc }
    }

    pub(super) const fn body(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self { name, place: Place::Body, kind, required: false, doc }
    }

    pub(super) const fn needed(mut self) -> Self {
        self.required = true;
        self
    }

    /// What came for it, as it is to be used; `text` is what a path or query has.
    pub(super) fn take(&self, came: Came) -> Result<Value, Fault> {
        let value = match came {
            Came::Text(text) => match self.kind {
                Kind::Whole { .. } => text.parse::<u64>().map(Value::from).unwrap_or(Value::String(text)),
                Kind::Seconds => text.parse::<f64>().map(Value::from).unwrap_or(Value::String(text)),
                Kind::Texts | Kind::TextsOrNull => {
                    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(Value::from).collect()
                }
                _ => Value::String(text),
            },
            Came::Json(value) => value,
        };
        if self.fits(&value) { Ok(value) } else { Err(self.unfit()) }
    }

    fn fits(&self, value: &Value) -> bool {
        let texts = |value: &Value| {
            let fits = |item: &Value| item.as_str().is_some_and(|text| line(text, TEXT));
            value.as_array().is_some_and(|items| items.len() <= ENTRIES && items.iter().all(fits))
        };
        match self.kind {
            Kind::Name => value.as_str().is_some_and(name),
            // Whatever it is, it is looked up and not found.
            Kind::Id => value.is_string(),
            Kind::Text | Kind::Secret => value.as_str().is_some_and(|text| line(text, TEXT)),
            Kind::Whole { from, to } => value.as_u64().is_some_and(|number| (from..=to).contains(&number)),
            Kind::Seconds => value.as_f64().is_some_and(|seconds| seconds > 0.0 && seconds <= YEAR),
            Kind::Choice(choices) => value.as_str().is_some_and(|text| choices.contains(&text)),
            Kind::Texts => texts(value),
            Kind::TextsOrNull => value.is_null() || texts(value),
            Kind::Wholes => {
                value.as_array().is_some_and(|items| items.len() <= ENTRIES && items.iter().all(Value::is_u64))
            }
            Kind::Media => value.as_str().is_some_and(media),
            Kind::Object => value.is_object(),
        }
    }

    fn unfit(&self) -> Fault {
        let expected = match self.kind {
            Kind::Name => {
                "1 to 64 characters without line breaks, `*`, `?`, `/`, `\\`, and without space at either end"
                    .to_owned()
            }
            Kind::Id => "an id".to_owned(),
            Kind::Text | Kind::Secret => "one line of 1 to 256 characters".to_owned(),
            Kind::Whole { from, to } => format!("a whole number from {from} to {to}"),
            Kind::Seconds => "seconds above 0 and up to a year".to_owned(),
            Kind::Choice(choices) => format!("one of {}", choices.join(", ")),
            Kind::Texts => "a list of texts, each on one line".to_owned(),
            Kind::TextsOrNull => "a list of texts, each on one line, or null".to_owned(),
            Kind::Wholes => "a list of whole numbers".to_owned(),
            Kind::Media => "a media type such as image/png".to_owned(),
            Kind::Object => "a JSON object".to_owned(),
        };
        Fault::new(Code::InvalidParams, format!("`{}` must be {expected}", self.name))
            .detail("parameter", self.name)
            .detail("expected", expected)
    }

    pub(super) fn missing(&self) -> Fault {
        let place = match self.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "headers",
            Place::Body => "body",
        };
        Fault::new(Code::InvalidParams, format!("`{}` is missing from the {place}: {}", self.name, self.doc))
            .detail("parameter", self.name)
    }

    /// Its JSON schema.
    pub(super) fn schema(&self) -> Value {
        match self.kind {
            Kind::Name => json!({ "type": "string", "minLength": 1, "maxLength": NAME }),
            Kind::Id => json!({ "type": "string" }),
            Kind::Text => json!({ "type": "string", "minLength": 1, "maxLength": TEXT }),
            Kind::Secret => json!({ "type": "string", "minLength": 1, "maxLength": TEXT, "format": "password" }),
            Kind::Whole { from, to } => json!({ "type": "integer", "minimum": from, "maximum": to }),
            Kind::Seconds => json!({ "type": "number", "exclusiveMinimum": 0, "maximum": YEAR }),
            Kind::Choice(choices) => json!({ "type": "string", "enum": choices }),
            Kind::Texts => json!({ "type": "array", "items": { "type": "string" }, "maxItems": ENTRIES }),
            Kind::TextsOrNull => {
                json!({ "type": ["array", "null"], "items": { "type": "string" }, "maxItems": ENTRIES })
            }
            Kind::Wholes => {
                json!({ "type": "array", "items": { "type": "integer", "minimum": 0 }, "maxItems": ENTRIES })
            }
            Kind::Media => json!({ "type": "string", "maxLength": NAME }),
            Kind::Object => json!({ "type": "object" }),
        }
    }
}

/// No time that is asked for is longer.
const YEAR: f64 = 366.0 * 86_400.0;

/// How a value came.
pub(super) enum Came {
    Text(String),
    Json(Value),
}

fn line(text: &str, most: usize) -> bool {
    !text.is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
}

fn name(text: &str) -> bool {
    line(text, NAME) && text.trim() == text && !text.contains(['*', '?', '/', '\\', '\u{2028}', '\u{2029}'])
}

/// `type/subtype`, both of them tokens; parameters are left out.
fn media(text: &str) -> bool {
    let token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
    };
    text.len() <= NAME && text.split_once('/').is_some_and(|(kind, of)| token(kind) && token(of))
}

/// The shape of an answer.
#[derive(Clone, Copy)]
pub(in crate::gateway) enum Shape {
    Text,
    Whole,
    Number,
    Yes,
    Any,
    Texts,
    Maybe(&'static Shape),
    List(&'static Shape),
    Object(&'static [(&'static str, Shape)]),
    /// No JSON: this media type.
    Media(&'static str),
}

impl Shape {
    /// Its JSON schema. More fields may come with later versions.
    pub(super) fn schema(&self) -> Value {
        match self {
            Shape::Text => json!({ "type": "string" }),
            Shape::Whole => json!({ "type": "integer" }),
            Shape::Number => json!({ "type": "number" }),
            Shape::Yes => json!({ "type": "boolean" }),
            Shape::Any | Shape::Media(_) => json!({}),
            Shape::Texts => json!({ "type": "array", "items": { "type": "string" } }),
            Shape::Maybe(shape) => json!({ "anyOf": [shape.schema(), { "type": "null" }] }),
            Shape::List(shape) => json!({ "type": "array", "items": shape.schema() }),
            Shape::Object(fields) => {
                let properties: Map<String, Value> =
                    fields.iter().map(|(name, shape)| ((*name).to_owned(), shape.schema())).collect();
                let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
                json!({ "type": "object", "properties": properties, "required": required })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_checked_by_their_kind() {
        let check = |kind: Kind, value: Value, expected: bool| {
            let field = Field::body("x", kind, "");
            assert_eq!(field.take(Came::Json(value.clone())).is_ok(), expected, "{kind:?} {value}");
        };
        check(Kind::Name, json!("工作站 1"), true);
        for bad in ["", " a", "a\r\nb", "a\0", "a*", "../a", "a\\b", "a\u{2028}b", "what?"] {
            check(Kind::Name, json!(bad), false);
        }
        check(Kind::Name, json!("a".repeat(65)), false);
        check(Kind::Text, json!("a/b*"), true);
        check(Kind::Text, json!("a\nb"), false);
        check(Kind::Whole { from: 1, to: 5 }, json!(5), true);
        check(Kind::Whole { from: 1, to: 5 }, json!(6), false);
        check(Kind::Whole { from: 1, to: 5 }, json!(1.5), false);
        check(Kind::Seconds, json!(0), false);
        check(Kind::Seconds, json!(0.5), true);
        check(Kind::Choice(&["a"]), json!("b"), false);
        check(Kind::Texts, json!(["a", 1]), false);
        check(Kind::TextsOrNull, json!(null), true);
        check(Kind::Texts, json!(null), false);
        check(Kind::Object, json!([]), false);
        check(Kind::Wholes, json!([3, 0]), true);
        check(Kind::Wholes, json!([3, -1]), false);
        check(Kind::Media, json!("model/gltf-binary"), true);
        for bad in ["", "png", "image/", "a/b; c=d", "a/b\r\nc", "a/b/c"] {
            check(Kind::Media, json!(bad), false);
        }
    }

    #[test]
    fn texts_of_a_query_become_what_the_kind_says() {
        let check = |kind: Kind, text: &str, expected: Value| {
            let taken = Field::query("x", kind, "").take(Came::Text(text.to_owned()));
            assert_eq!(taken.ok(), Some(expected));
        };
        check(Kind::Whole { from: 0, to: 9 }, "7", json!(7));
        check(Kind::Seconds, "1.5", json!(1.5));
        check(Kind::Texts, "a, b,", json!(["a", "b"]));
        check(Kind::Text, "7", json!("7"));
    }
}
