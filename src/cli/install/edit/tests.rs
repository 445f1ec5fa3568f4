use proptest::prelude::*;
use serde_json::json;

use super::*;

const USUAL: Format = Format::Json { servers: "mcpServers", shape: Shape::Plain, strict: false };
const STRICT: Format = Format::Json { servers: "mcpServers", shape: Shape::Plain, strict: true };
const TOML: Format = Format::Toml { servers: "mcp_servers" };

fn entry(format: Format) -> Map<String, Value> {
    let command = r#"C:\Program Files\"it's"\scenewire.exe"#.to_owned();
    format.entry(&Server { command, arguments: vec!["mcp".to_owned()] })
}

fn simple(format: Format) -> Map<String, Value> {
    format.entry(&Server { command: "scenewire".to_owned(), arguments: vec!["mcp".to_owned()] })
}

/// What was put into `before` to make `after`, when that is all that was done.
fn put_in<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let same = |(a, b): &(u8, u8)| a == b;
    let start = before.bytes().zip(after.bytes()).take_while(same).count();
    let end = before.bytes().rev().zip(after.bytes().rev()).take_while(same).count();
    (start + end >= before.len()).then(|| &after[start..after.len() - (before.len() - start)])
}

#[test]
fn each_client_gets_its_own_shape() {
    let check = |shape: Shape, expected: Value| {
        let format = Format::Json { servers: "servers", shape, strict: false };
        let text = with(format, "", "scenewire", &simple(format)).unwrap();
        assert_eq!(value(format, &text).unwrap(), json!({ "servers": { "scenewire": expected } }), "{text}");
    };
    check(Shape::Plain, json!({ "command": "scenewire", "args": ["mcp"] }));
    check(Shape::Typed("stdio"), json!({ "type": "stdio", "command": "scenewire", "args": ["mcp"] }));
    check(Shape::Sourced, json!({ "source": "custom", "command": "scenewire", "args": ["mcp"] }));
    check(Shape::Listed, json!({ "type": "local", "command": ["scenewire", "mcp"] }));
}

#[test]
fn an_empty_file_becomes_a_whole_one() {
    for text in ["", "\n", "  "] {
        let after = with(STRICT, text, "scenewire", &simple(STRICT)).unwrap();
        let parsed: Value = serde_json::from_str(&after).unwrap();
        assert_eq!(parsed["mcpServers"]["scenewire"]["command"], "scenewire");
        assert!(after.ends_with("}\n"), "{after:?}");
    }
    let after = with(TOML, "", "scenewire", &simple(TOML)).unwrap();
    assert_eq!(after, "[mcp_servers.scenewire]\ncommand = \"scenewire\"\nargs = [\"mcp\"]\n");
}

#[test]
fn comments_and_habits_stay() {
    let before = "// my servers\r\n{\r\n\t/* a */ \"other\" : 1, // here\r\n\t\"mcpServers\": {\r\n\t\t\"x\": {\"command\":\"y\"}, // last\r\n\t}\r\n}\r\n";
    let after = with(USUAL, before, "scenewire", &entry(USUAL)).unwrap();
    for piece in ["// my servers\r\n{", "/* a */ \"other\" : 1, // here", "\"x\": {\"command\":\"y\"}, // last"] {
        assert!(after.contains(piece), "{piece} is gone: {after}");
    }
    assert!(!after.replace("\r\n", "").contains('\n'), "{after:?}");
    assert!(after.ends_with("},\r\n\t}\r\n}\r\n"), "a comma behind the last stays the habit: {after:?}");
    let toml = "# mine\nmodel = \"o9\" # best\n\n[mcp_servers.x] # y\ncommand = 'z'\n\n# the end\n";
    let after = with(TOML, toml, "scenewire", &entry(TOML)).unwrap();
    for piece in ["# mine\nmodel = \"o9\" # best\n\n[mcp_servers.x] # y\ncommand = 'z'\n", "# the end\n"] {
        assert!(after.contains(piece), "{piece} is gone: {after}");
    }
    let inline = "mcp_servers = { x = { command = \"z\" } } # all\r\n";
    let after = with(TOML, inline, "scenewire", &entry(TOML)).unwrap();
    assert!(after.starts_with("mcp_servers = { x = { command = \"z\" }"), "{after}");
    assert!(after.ends_with("# all\r\n"), "{after}");
}

#[test]
fn an_entry_that_is_there_keeps_what_it_has_besides() {
    let before = r#"{"mcpServers": {"scenewire": {"command": "old", "env": {"A": "b"}, "args": ["mcp"] /* so */}}}"#;
    let after = with(USUAL, before, "scenewire", &entry(USUAL)).unwrap();
    let expected = before.replace("old", r#"C:\\Program Files\\\"it's\"\\scenewire.exe"#);
    assert_eq!(after, expected);
    assert_eq!(with(USUAL, &after, "scenewire", &entry(USUAL)).unwrap(), after, "twice is once");
    let before = "[mcp_servers.scenewire]\ncommand = \"old\" # here\nargs = [ 'mcp', ]\nenv = { A = \"b\" }\n";
    let after = with(TOML, before, "scenewire", &simple(TOML)).unwrap();
    assert_eq!(after, before.replace("old", "scenewire"));
}

#[test]
fn broken_files_are_refused_with_the_place() {
    let check = |format: Format, text: &str, line: usize, column: usize, about: &str| {
        let wrong = with(format, text, "scenewire", &simple(format)).unwrap_err();
        let (Wrong::Syntax { line: l, column: c, .. } | Wrong::Kind { line: l, column: c, .. }) = wrong else {
            panic!("{wrong}")
        };
        assert_eq!((l, c), (line, column), "{text}: {wrong}");
        assert!(wrong.to_string().contains(about), "{text}: {wrong}");
        assert!(without(format, text, "scenewire").is_err());
    };
    check(USUAL, "{\n  \"a\": }\n", 2, 8, "brace");
    check(USUAL, "{\"a\": 1", 1, 1, "Unterminated");
    check(USUAL, "{\"a\": 1 \"b\": 2}", 1, 8, "comma");
    check(STRICT, "{\n  // no\n}", 2, 3, "Comments");
    check(STRICT, "{\"a\": 1,}", 1, 8, "Trailing");
    check(USUAL, "[1]", 1, 1, "a list");
    check(USUAL, "{\n \"mcpServers\": []}", 2, 16, "`mcpServers` is a list, where one object is expected");
    check(USUAL, "{\"mcpServers\": {\"scenewire\": \"x\"}}", 1, 30, "`scenewire` is a text");
    check(USUAL, "{\"mcpServers\": {},\n\"mcpServers\": {}}", 2, 1, "second time");
    check(TOML, "a = 1\nb = = 2\n", 2, 5, "");
    check(TOML, "mcp_servers = 3\n", 1, 15, "a number");
}

#[test]
fn removing_takes_ours_only() {
    let before = "{\n  \"mcpServers\": {\n    \"a\": {\"command\": \"b\"}, // one\n    \"scenewire\": {\"command\": \"c\"}\n  }\n}\n";
    let after = without(USUAL, before, "scenewire").unwrap();
    assert!(after.contains("\"a\": {\"command\": \"b\"}"), "{after}");
    assert!(after.contains("// one"), "{after}");
    assert_eq!(value(USUAL, &after).unwrap(), json!({ "mcpServers": { "a": { "command": "b" } } }));
    assert_eq!(without(USUAL, "{ /* none */ }", "scenewire").unwrap(), "{ /* none */ }");
    let toml = "[mcp_servers.scenewire]\ncommand = \"a\"\n\n[mcp_servers.b]\ncommand = \"c\" # d\n";
    assert!(without(TOML, toml, "scenewire").unwrap().ends_with("[mcp_servers.b]\ncommand = \"c\" # d\n"));
}

/// White space and comments as they are found between the words of such files.
fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", " ", "\n", "\n  ", "\r\n\t", " // a {\n", "/* \"b\": , */", "\n\n"])
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        (-999_999..999_999i64).prop_map(|number| number.to_string()),
        Just("1.50e3".to_owned()),
        "[a-z éß\u{1F600}/,:{}]{0,8}".prop_map(|text| json!(text).to_string()),
        Just(r#""\u00e9\\\"\/""#.to_owned()),
    ]
}

fn node() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            (gap(), prop::collection::vec((inner.clone(), gap()), 0..4), any::<bool>()).prop_map(
                |(first, list, comma)| {
                    list_of(
                        '[',
                        ']',
                        first,
                        list.into_iter().map(|(value, gap)| format!("{value}{gap}")).collect(),
                        comma,
                    )
                }
            ),
            object(inner, vec![]),
        ]
    })
}

fn list_of(open: char, close: char, first: &str, items: Vec<String>, comma: bool) -> String {
    let tail = if comma && !items.is_empty() { "," } else { "" };
    format!("{open}{first}{}{tail}{close}", items.join(","))
}

/// An object with keys of its own and, before, between or behind them, these.
fn object(
    inner: impl Strategy<Value = String> + 'static,
    fixed: Vec<(&'static str, BoxedStrategy<String>)>,
) -> BoxedStrategy<String> {
    let own = prop::collection::vec((gap(), gap(), inner, gap()), 0..4);
    let fixed: Vec<_> = fixed.into_iter().map(|(key, value)| (Just(key), value, any::<bool>())).collect();
    (gap(), own, fixed, any::<bool>())
        .prop_map(|(first, own, fixed, comma)| {
            let mut items: Vec<String> =
                (0..).zip(own).map(|(count, (a, b, value, c))| format!("{a}\"k{count}\"{b}:{value}{c}")).collect();
            for (key, value, front) in fixed {
                items.insert(if front { 0 } else { items.len() }, format!("\"{key}\": {value}"));
            }
            list_of('{', '}', first, items, comma)
        })
        .boxed()
}

fn configuration() -> impl Strategy<Value = String> {
    let servers = object(node(), vec![]);
    let whole = prop_oneof![object(node(), vec![("mcpServers", servers)]), object(node(), vec![])];
    (gap(), whole, gap()).prop_map(|(before, whole, after)| format!("{before}{whole}{after}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_else_stays_byte_for_byte(before in configuration()) {
        let after = with(USUAL, &before, "scenewire", &entry(USUAL)).unwrap();
        // Behind the entry before ours a comma may be needed: take it away, and the rest is one piece put in.
        let pieces: Vec<usize> = after.match_indices(',').map(|(place, _)| place).collect();
        let whole = put_in(&before, &after).is_some()
            || pieces.iter().any(|&place| put_in(&before, &format!("{}{}", &after[..place], &after[place + 1..])).is_some());
        prop_assert!(whole, "{before:?}\n{after:?}");
        let again = with(USUAL, &after, "scenewire", &entry(USUAL)).unwrap();
        prop_assert_eq!(&again, &after);
        let removed = without(USUAL, &after, "scenewire").unwrap();
        let count = |text: &str| text.matches("// a {").count() + text.matches("/* \"b\": , */").count();
        prop_assert_eq!(count(&removed), count(&before), "comments: {:?} {:?}", before, removed);
    }
}
