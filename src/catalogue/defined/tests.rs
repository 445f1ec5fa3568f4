use serde_json::{Value, json};

use super::*;

fn told(name: &str) -> Value {
    json!({
        "name": name, "title": "Scatter pebbles", "doc": "Scatters pebbles over a road.", "effect": "edit", "timeout": 5.0,
        "module": "studio_tools",
        "params": [
            { "name": "count", "doc": "How many.", "shape": { "kind": "int" }, "required": true },
            { "name": "kind", "doc": "Which.", "shape": { "kind": "enum", "words": ["round", "flat"] }, "default": "\"flat\"" },
            { "name": "near", "doc": "Where.", "shape": { "kind": "list", "of": { "kind": "float" } }, "nullable": true },
            { "name": "size", "doc": "How large.", "shape": { "kind": "object", "fields": [
                { "name": "least", "doc": "Least.", "shape": { "kind": "float" }, "required": true }] } }
        ],
        "gives": { "name": "value", "doc": "What it gave.", "shape": { "kind": "list", "of": { "kind": "text" } }, "required": true },
        "example": { "count": 3 }
    })
}

#[test]
fn a_definition_validates_like_the_catalogue() {
    let defined = Defined::new(json!([told("scatter_pebbles")])).unwrap();
    let operation = defined.operation("scatter_pebbles").unwrap();
    let check = |arguments: Value, expected: Result<Value, &str>| match (
        operation.validate(Payload::json(arguments)),
        expected,
    ) {
        (Ok(payload), Ok(expected)) => assert_eq!(payload.json, expected),
        (Err(fault), Err(path)) => {
            assert_eq!(fault.error_code, Code::InvalidParams);
            assert_eq!(fault.details["path"], path, "{fault:?}");
        }
        (outcome, expected) => panic!("{outcome:?} in place of {expected:?}"),
    };
    check(json!({ "count": 3 }), Ok(json!({ "count": 3, "kind": "flat" })));
    check(json!({ "count": 3, "near": null }), Ok(json!({ "count": 3, "near": null, "kind": "flat" })));
    check(json!({ "count": 3.5 }), Err("count"));
    check(json!({ "count": 3, "kind": "square" }), Err("kind"));
    check(json!({ "count": 3, "near": [1, "x"] }), Err("near[1]"));
    check(json!({ "count": 3, "size": {} }), Err("size.least"));
    check(json!({ "cuont": 3 }), Err("cuont"));
}

#[test]
fn the_same_definition_is_the_same_operation() {
    let first = Defined::new(json!([told("same_pebbles")])).unwrap();
    let again = Defined::new(json!([told("same_pebbles")])).unwrap();
    assert!(std::ptr::eq(first.known("same_pebbles").unwrap(), again.known("same_pebbles").unwrap()));
}

#[test]
fn names_that_are_taken_or_none_are_refused() {
    let check = |told: Value, code: Code, part: &str| {
        let fault = Defined::new(told).unwrap_err();
        assert_eq!(fault.error_code, code, "{fault:?}");
        assert!(fault.error_message.contains(part), "{fault:?}");
    };
    check(json!([told("create_lights")]), Code::Conflict, "`create_lights`");
    check(json!([told("createLight")]), Code::InvalidParams, "no name");
    check(json!([told("_hidden")]), Code::InvalidParams, "no name");
    check(json!([told("")]), Code::InvalidParams, "no name");
    check(json!([told("twins"), told("twins")]), Code::Conflict, "two functions");
    let mut wrong = told("wrong_example");
    wrong["example"] = json!({ "count": "many" });
    check(json!([wrong]), Code::InvalidParams, "the example of `wrong_example`");
    check(json!([{ "name": "half" }]), Code::InvalidParams, "cannot be read");
}

#[test]
fn they_are_found_by_words_and_near_names() {
    let defined = Defined::new(json!([told("put_pebbles"), told("shake_trees")])).unwrap();
    let names = |query: &str| -> Vec<String> {
        let told = defined.told(query);
        told["items"].as_array().unwrap().iter().map(|one| one["operation"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("trees"), ["shake_trees"]);
    assert_eq!(names("pebbles on a road").len(), 2);
    assert_eq!(names(""), ["put_pebbles", "shake_trees"]);
    assert_eq!(names("window"), Vec::<String>::new());
    let fault = defined.operation("shake_tree").unwrap_err();
    assert_eq!((fault.error_code, fault.suggestions[0].as_str()), (Code::UnknownOperation, "shake_trees"));
    assert_eq!(defined.operation("create_lights").unwrap().name, "create_lights");
}
