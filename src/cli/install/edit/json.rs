//! JSON, with comments or without. A change is pieces put in or taken out at places that the parser tells: an editor of whole
//! trees would set other people's blank lines right as well.

mod place;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged as _;
use jsonc_parser::errors::ParseError;
use jsonc_parser::{ParseOptions, parse_to_ast};
use serde_json::{Map, Value};

use super::{Wrong, position};
use place::{Style, after_comma, before_gap, compact, line_comment_ends_at, pair, pretty};

/// Some editors begin a file with it, and no parser wants it.
const BYTE_ORDER_MARK: char = '\u{feff}';

fn options(strict: bool) -> ParseOptions {
    ParseOptions {
        allow_comments: !strict,
        allow_trailing_commas: !strict,
        // What no client reads.
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

#[allow(clippy::needless_pass_by_value)]
fn syntax(error: ParseError) -> Wrong {
    let message = error.kind().to_string();
    Wrong::Syntax { line: error.line_display(), column: error.column_display(), message }
}

/// All that it says.
pub(super) fn value(text: &str, strict: bool) -> Result<Value, Wrong> {
    let plain = text.trim_start_matches(BYTE_ORDER_MARK);
    let parsed = parse_to_ast(plain, &Default::default(), &options(strict)).map_err(syntax)?;
    Ok(parsed.value.map_or_else(|| Value::Object(Map::new()), Value::from))
}

/// With an entry at `[servers, name]`.
pub(super) fn with(
    text: &str,
    strict: bool,
    [servers, name]: [&str; 2],
    entry: &Map<String, Value>,
) -> Result<String, Wrong> {
    let (mark, plain) = split(text);
    let style = Style::of(plain);
    let after = match find(plain, strict, [servers, name])?.as_slice() {
        [] => {
            let whole = pretty(&nested(servers, &nested(name, &Value::Object(entry.clone()))), "", &style);
            format!("{plain}{whole}{}", style.line_end)
        }
        [all] => insert(plain, all, servers, &nested(name, &Value::Object(entry.clone())), &style),
        [_, all] => insert(plain, all, name, &Value::Object(entry.clone()), &style),
        [_, _, server, ..] => update(plain, strict, server, [servers, name], entry, &style)?,
    };
    Ok(format!("{mark}{after}"))
}

fn nested(key: &str, value: &Value) -> Value {
    Value::Object(std::iter::once((key.to_owned(), value.clone())).collect())
}

fn split(text: &str) -> (&str, &str) {
    let plain = text.trim_start_matches(BYTE_ORDER_MARK);
    text.split_at(text.len() - plain.len())
}

/// The objects on the way, as far as there are any: the whole, the servers, the one server.
fn find<'a>(text: &'a str, strict: bool, way: [&str; 2]) -> Result<Vec<ast::Object<'a>>, Wrong> {
    let parsed = parse_to_ast(text, &Default::default(), &options(strict)).map_err(syntax)?;
    let wrong = |key: &str, offset: usize, found: &'static str| {
        let (line, column) = position(text, offset);
        Wrong::Kind { line, column, key: key.to_owned(), expected: "one object", found }
    };
    let mut found = Vec::new();
    let mut next = parsed.value;
    for key in ["the whole"].into_iter().chain(way) {
        let object = match next {
            None => break,
            Some(ast::Value::Object(object)) => object,
            Some(other) => return Err(wrong(key, other.range().start, kind(&other))),
        };
        next = None;
        if let Some(step) = way.get(found.len()) {
            let mut named = object.properties.iter().filter(|property| property.name.as_str() == *step);
            next = named.next().map(|property| property.value.clone());
            if let Some(second) = named.next() {
                return Err(wrong(step, second.range.start, "there a second time"));
            }
        }
        found.push(object);
    }
    Ok(found)
}

fn kind(value: &ast::Value<'_>) -> &'static str {
    match value {
        ast::Value::StringLit(_) => "a text",
        ast::Value::NumberLit(_) => "a number",
        ast::Value::BooleanLit(_) => "a truth value",
        ast::Value::Object(_) => "an object",
        ast::Value::Array(_) => "a list",
        ast::Value::NullKeyword(_) => "null",
    }
}

/// Behind the last property of an object, in the object's own style.
fn insert(text: &str, object: &ast::Object<'_>, key: &str, value: &Value, style: &Style) -> String {
    let close = object.range.end - 1;
    let end = before_gap(text, close);
    let one_line = !text[object.range.start..close].contains('\n');
    let last = object.properties.last();
    let is_compact = one_line && (last.is_some() || style.one_line);
    let indent = last.map_or_else(
        || format!("{}{}", style.indent_at(text, object.range.start), style.unit),
        |last| style.indent_at(text, last.range.start),
    );
    let new = if is_compact {
        let space = if last.is_some() { style.space() } else { "" };
        format!("{space}{}", pair(key, &compact(value, style), style))
    } else {
        format!("{}{indent}{}", style.line_end, pair(key, &pretty(value, &indent, style), style))
    };
    let closing = if !is_compact && !text[end..close].contains('\n') {
        format!("{}{}", style.line_end, style.indent_at(text, object.range.start))
    } else {
        String::new()
    };
    let Some(last) = last else { return format!("{}{new}{closing}{}", &text[..end], &text[end..]) };
    match after_comma(text, last.range.end) {
        Some(_) => format!("{}{new},{}", &text[..end], &text[end..]),
        None => format!("{},{}{new}{}", &text[..last.range.end], &text[last.range.end..end], &text[end..]),
    }
}

/// One key after the other, since each moves what is behind it.
fn update(
    text: &str,
    strict: bool,
    server: &ast::Object<'_>,
    way: [&str; 2],
    entry: &Map<String, Value>,
    style: &Style,
) -> Result<String, Wrong> {
    let current = value(&text[server.range.start..server.range.end], strict)?;
    let Some((key, new)) = entry.iter().find(|(key, new)| current.get(key.as_str()) != Some(*new)) else {
        return Ok(text.to_owned());
    };
    let named = server.properties.iter().find(|property| property.name.as_str() == key);
    let after = match named.map(|property| property.value.range()) {
        Some(range) => format!("{}{}{}", &text[..range.start], compact(new, style), &text[range.end..]),
        None => insert(text, server, key, new, style),
    };
    match find(&after, strict, way)?.get(2) {
        Some(server) if after != text => update(&after, strict, server, way, entry, style),
        _ => Err(Wrong::Unsafe),
    }
}

/// Without the entry at `[servers, name]`.
pub(super) fn without(text: &str, strict: bool, [servers, name]: [&str; 2]) -> Result<String, Wrong> {
    let (mark, plain) = split(text);
    let found = find(plain, strict, [servers, name])?;
    let Some(all) = found.get(1) else { return Ok(text.to_owned()) };
    let Some(place) = all.properties.iter().position(|property| property.name.as_str() == name) else {
        return Ok(text.to_owned());
    };
    let ours = all.properties[place].range;
    let mut start = before_gap(plain, ours.start);
    let (mut head, tail) = match (after_comma(plain, ours.end), place.checked_sub(1)) {
        (Some(end), _) => (&plain[..start], &plain[end..]),
        (None, None) => (&plain[..start], &plain[ours.end..]),
        (None, Some(before)) => {
            // The comma before ours has nothing to part any more.
            let before = all.properties[before].range.end;
            let comma = after_comma(plain, before).ok_or(Wrong::Unsafe)?;
            let kept = format!("{}{}", &plain[..comma - 1], &plain[comma..start.max(comma)]);
            return Ok(format!("{mark}{kept}{}", &plain[ours.end..]));
        }
    };
    if line_comment_ends_at(plain, start) && !tail.trim_start_matches([' ', '\t', '\r']).starts_with('\n') {
        start = ours.start;
        head = &plain[..start];
    }
    Ok(format!("{mark}{head}{tail}"))
}
