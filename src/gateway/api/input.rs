//! What a request brings: read within bounds, decoded strictly, and checked field by field.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use serde_json::{Map, Value};

use super::field::{Came, Field, Kind, Place};
use crate::wire::{Code, Fault, limits};

/// A body that trickles in more slowly than this is given up.
const BODY_TIME: Duration = Duration::from_secs(60);

/// The checked values of one request by their names.
#[derive(Clone, Debug, Default)]
pub(in crate::gateway) struct Input {
    values: Map<String, Value>,
}

impl Input {
    /// Checks all that came against the fields of a route; what none of them knows is refused.
    pub(super) fn check(
        fields: &[Field],
        path: Vec<(String, String)>,
        query: Vec<(String, String)>,
        body: Map<String, Value>,
    ) -> Result<Self, Fault> {
        let came = path
            .into_iter()
            .map(|(name, text)| (Place::Path, name, Came::Text(text)))
            .chain(query.into_iter().map(|(name, text)| (Place::Query, name, Came::Text(text))))
            .chain(body.into_iter().map(|(name, value)| (Place::Body, name, Came::Json(value))));
        let mut values = Map::new();
        for (place, name, value) in came {
            let field = fields.iter().find(|field| field.name == name && field.place == place);
            let Some(field) = field else { return Err(unknown(&name, place, fields)) };
            values.insert(name, field.take(value)?);
        }
        if let Some(missing) = fields.iter().find(|field| field.required && !values.contains_key(field.name)) {
            return Err(missing.missing());
        }
        Ok(Self { values })
    }

    /// What was given, none when it was left out.
    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    /// A text that the table requires.
    pub(super) fn needed(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    pub(super) fn whole(&self, name: &str) -> Option<u64> {
        self.values.get(name)?.as_u64()
    }

    pub(super) fn duration(&self, name: &str) -> Option<Duration> {
        Duration::try_from_secs_f64(self.values.get(name)?.as_f64()?).ok()
    }

    /// None when it was left out or null.
    pub(super) fn texts(&self, name: &str) -> Option<Vec<String>> {
        let items = self.values.get(name)?.as_array()?;
        Some(items.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// The administrative part of it for the audit: neither secrets nor what is meant for a host or says what it is.
    pub(super) fn said(&self, fields: &[Field]) -> String {
        let told = |field: &&Field| !matches!(field.kind, Kind::Secret | Kind::Media | Kind::Object);
        let shown = fields.iter().filter(told).filter_map(|field| Some((field.name, self.values.get(field.name)?)));
        shown.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }
}

fn unknown(name: &str, place: Place, fields: &[Field]) -> Fault {
    let shown: String = name.chars().filter(|char| !char.is_control()).take(64).collect();
    let known: Vec<&str> = fields.iter().filter(|field| field.place == place).map(|field| field.name).collect();
    let mut fault = Fault::new(Code::InvalidParams, format!("there is no parameter `{shown}` here"));
    fault.suggestions = known.iter().map(|name| (*name).to_owned()).collect();
    fault.suggestions.sort_by(|a, b| strsim::jaro_winkler(name, b).total_cmp(&strsim::jaro_winkler(name, a)));
    fault
}

/// The pairs of a query, each name once.
pub(super) fn query(text: Option<&str>) -> Result<Vec<(String, String)>, Fault> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for pair in text.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name)?, decode(value)?);
        if pairs.iter().any(|(known, _)| *known == name) {
            return Err(malformed(format!("a parameter comes twice: `{}`", name.escape_debug())));
        }
        pairs.push((name, value));
    }
    Ok(pairs)
}

/// `+` and `%XX` to text; what is no UTF-8, and NUL, are refused.
fn decode(text: &str) -> Result<String, Fault> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
                    return Err(malformed("a `%` in the query is not followed by two hexadecimal digits"));
                };
                (high * 16 + low) as u8
            }
            byte => byte,
        });
    }
    let text = String::from_utf8(bytes).map_err(|_| malformed("the query is not UTF-8"))?;
    if text.contains('\0') { Err(malformed("there is a NUL in the query")) } else { Ok(text) }
}

/// The JSON object that is a request's body; an empty body is an empty object.
pub(super) async fn body(headers: &HeaderMap, body: Body, most: usize) -> Result<(Map<String, Value>, u64), Fault> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > most as u64) {
        return Err(too_large(most));
    }
    let bytes = match tokio::time::timeout(BODY_TIME, axum::body::to_bytes(body, most)).await {
        Err(_) => return Err(malformed("the body did not arrive in time")),
        Ok(Err(error)) if is_limit(&error) => return Err(too_large(most)),
        Ok(Err(_)) => return Err(malformed("the body did not arrive")),
        Ok(Ok(bytes)) => bytes,
    };
    Ok((parse(&bytes)?, bytes.len() as u64))
}

fn is_limit(error: &axum::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.to_string().contains("length limit exceeded") {
            return true;
        }
        cause = error.source();
    }
    false
}

fn too_large(most: usize) -> Fault {
    Fault::new(Code::TooLarge, format!("the body is longer than {most} bytes")).detail("limit", most)
}

fn parse(bytes: &[u8]) -> Result<Map<String, Value>, Fault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| malformed("the body is not UTF-8"))?;
    if depth(text) > limits::DEPTH {
        return Err(malformed(format!("the body is nested deeper than {} levels", limits::DEPTH)));
    }
    let value: Value =
        serde_json::from_str(text).map_err(|error| malformed(format!("the body is not JSON: {error}")))?;
    let Value::Object(object) = value else { return Err(malformed("the body is not a JSON object")) };
    if has_nul(&object) {
        return Err(malformed("there is a NUL in a text of the body"));
    }
    Ok(object)
}

/// Counted before anything is built of it.
fn depth(text: &str) -> usize {
    let (mut now, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                now += 1;
                deepest = deepest.max(now);
            }
            b'}' | b']' if !quoted => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn has_nul(object: &Map<String, Value>) -> bool {
    fn within(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(items) => items.iter().any(within),
            Value::Object(object) => has_nul(object),
            _ => false,
        }
    }
    object.iter().any(|(name, value)| name.contains('\0') || within(value))
}

/// The request itself is broken.
pub(super) fn malformed(message: impl Into<String>) -> Fault {
    Fault::new(Code::Protocol, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_decoded_strictly() {
        assert_eq!(
            query(Some("a=1&b=%E5%B7%A5+x&c")).unwrap(),
            [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "工 x".to_owned()), ("c".to_owned(), String::new())]
        );
        for bad in ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=1&a=2"] {
            assert_eq!(query(Some(bad)).unwrap_err().error_code, Code::Protocol, "{bad}");
        }
    }

    #[test]
    fn bodies_are_bounded_and_plain() {
        let check = |text: &[u8], expected: &str| {
            let fault = parse(text).unwrap_err();
            assert!(fault.error_message.contains(expected), "{fault}");
        };
        check(b"[]", "not a JSON object");
        check(b"{\"a\": NaN}", "not JSON");
        check(b"{\"a\": Infinity}", "not JSON");
        check(b"{\"a\": \"\xff\"}", "not UTF-8");
        check(b"{\"a\": \"x\\u0000\"}", "NUL");
        check(b"{\"a\\u0000\": 1}", "NUL");
        let deep = |levels: usize| format!("{{\"a\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
        check(deep(limits::DEPTH + 1).as_bytes(), "nested deeper");
        assert!(parse(deep(limits::DEPTH).as_bytes()).is_ok());
        assert!(parse(b"{\"a\": \"[[[\\\"[[\"}").is_ok());
        assert_eq!(parse(b" \n").unwrap(), Map::new());
    }

    #[test]
    fn what_no_field_knows_is_refused_with_the_nearest_name() {
        let fields = [Field::query("username", Kind::Name, "Who.").needed()];
        let given = |name: &str| Input::check(&fields, vec![], vec![(name.to_owned(), "a".to_owned())], Map::new());
        assert_eq!(given("user_name").unwrap_err().suggestions, ["username"]);
        assert_eq!(given("username").unwrap().needed("username"), "a");
        let missing = Input::check(&fields, vec![], vec![], Map::new()).unwrap_err();
        assert!(missing.error_message.contains("`username` is missing from the query"), "{missing}");
    }

    #[test]
    fn secrets_are_not_told_to_the_audit() {
        let fields = [Field::body("code", Kind::Secret, ""), Field::body("label", Kind::Text, "")];
        let body = serde_json::json!({ "code": "ABCD", "label": "a b" });
        let input = Input::check(&fields, vec![], vec![], body.as_object().unwrap().clone()).unwrap();
        assert_eq!(input.said(&fields), "label=\"a b\"");
    }
}
