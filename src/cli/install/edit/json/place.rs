//! Where something is put into a JSON text, and how what is put in looks there.

use serde_json::Value;

/// How the file is written.
pub(super) struct Style {
    pub(super) line_end: &'static str,
    /// One step of indentation.
    pub(super) unit: String,
    /// All of it stands on one line.
    pub(super) one_line: bool,
    /// A space follows commas and colons.
    spaced: bool,
}

impl Style {
    /// That of this text; of an empty one, what most editors do.
    pub(super) fn of(text: &str) -> Self {
        let body = text.trim();
        let indented = text.lines().skip(1).find(|line| !line.trim().is_empty() && line.starts_with([' ', '\t']));
        let unit = indented.map_or("  ", |line| &line[..line.len() - line.trim_start().len()]);
        // What is indented deeper than eight began elsewhere.
        let unit = if unit.len() > 8 { "  " } else { unit };
        Self {
            line_end: if text.contains("\r\n") { "\r\n" } else { "\n" },
            unit: unit.to_owned(),
            one_line: body.len() > 2 && !body.contains('\n'),
            spaced: body.contains(": ") || body.contains(", "),
        }
    }

    /// What follows a comma or a colon.
    pub(super) fn space(&self) -> &'static str {
        if self.spaced || !self.one_line { " " } else { "" }
    }

    /// The white space that the line of this place begins with.
    pub(super) fn indent_at(&self, text: &str, place: usize) -> String {
        let line = text[..place].rsplit('\n').next().unwrap_or_default();
        let white = line.len() - line.trim_start_matches([' ', '\t']).len();
        line[..white].to_owned()
    }
}

/// The end of what stands before the white space before this place.
pub(super) fn before_gap(text: &str, place: usize) -> usize {
    text[..place].trim_end_matches([' ', '\t', '\r', '\n']).len()
}

/// Behind the comma that follows a value; none when none follows.
pub(super) fn after_comma(text: &str, place: usize) -> Option<usize> {
    let mut rest = &text[place..];
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        if let Some(comment) = rest.strip_prefix("//") {
            rest = &comment[comment.find('\n')?..];
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = &comment[comment.find("*/")? + 2..];
        } else {
            return rest.starts_with(',').then(|| text.len() - rest.len() + 1);
        }
    }
}

/// Whether a comment reaches to this place that only a new line ends. A text with two slashes in it is taken for one: one line
/// break more is kept then.
pub(super) fn line_comment_ends_at(text: &str, place: usize) -> bool {
    text[..place].rsplit('\n').next().unwrap_or_default().contains("//")
}

/// On one line.
pub(super) fn compact(value: &Value, style: &Style) -> String {
    let space = style.space();
    match value {
        Value::Array(list) => {
            let items: Vec<String> = list.iter().map(|item| compact(item, style)).collect();
            format!("[{}]", items.join(&format!(",{space}")))
        }
        Value::Object(map) => {
            let items = map.iter().map(|(key, value)| pair(key, &compact(value, style), style));
            format!("{{{}}}", items.collect::<Vec<_>>().join(&format!(",{space}")))
        }
        plain => plain.to_string(),
    }
}

/// A key with its value.
pub(super) fn pair(key: &str, value: &str, style: &Style) -> String {
    format!("{}:{}{value}", Value::from(key), style.space())
}

/// Objects over several lines, lists on one.
pub(super) fn pretty(value: &Value, indent: &str, style: &Style) -> String {
    let Value::Object(map) = value else { return compact(value, style) };
    let (deeper, end) = (format!("{indent}{}", style.unit), style.line_end);
    let items = map.iter().map(|(key, value)| format!("{deeper}{}", pair(key, &pretty(value, &deeper, style), style)));
    format!("{{{end}{}{end}{indent}}}", items.collect::<Vec<_>>().join(&format!(",{end}")))
}
