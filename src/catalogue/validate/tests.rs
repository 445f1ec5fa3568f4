//! Validation, kind by kind.

use serde_json::{Value, json};

use super::Checker;
use super::array_tests::array;
use crate::catalogue::{Kind, catalogue};
use crate::wire::{Code, Dtype, Fault, Payload};

/// Validates the arguments of one operation.
pub(super) fn validate(operation: &str, arguments: impl Into<Payload>) -> Result<Payload, Fault> {
    catalogue().operation(operation).unwrap().validate(arguments.into())
}

/// `create_nodes.position`: one field of one created item, in canonical form or refused at a path.
fn checked(field: &str, value: &Value) -> Result<Value, String> {
    let (operation, name) = field.split_once('.').unwrap();
    let (arguments, at) = match operation {
        _ if operation.starts_with("create_") => (json!({ "items": [{ name: value }] }), format!("/items/0/{name}")),
        _ => (json!({ name: value }), format!("/{name}")),
    };
    match validate(operation, arguments) {
        Ok(payload) => Ok(payload.json.pointer(&at).cloned().unwrap()),
        Err(fault) => Err(fault.details["path"].as_str().unwrap().trim_start_matches("items[0].").to_owned()),
    }
}

/// The value becomes this.
fn check(field: &str, value: Value, expected: Value) {
    assert_eq!(checked(field, &value), Ok(expected), "{field} = {value}");
}

/// The value is refused at this path.
fn refuse(field: &str, value: Value, path: &str) {
    assert_eq!(checked(field, &value), Err(path.to_owned()), "{field} = {value}");
}

#[test]
fn scalars() {
    check("create_nodes.visible", json!(false), json!(false));
    refuse("create_nodes.visible", json!("yes"), "visible");
    check("create_nodes.render_order", json!(2.0), json!(2));
    refuse("create_nodes.render_order", json!(2.5), "render_order");
    check("list_nodes.limit", json!(1000), json!(1000));
    refuse("list_nodes.limit", json!(0), "limit");
    refuse("list_nodes.limit", json!(1001), "limit");
    check("create_materials.metallic", json!(1), json!(1.0));
    refuse("create_materials.metallic", json!(1.01), "metallic");
    refuse("create_materials.metallic", json!("1"), "metallic");
    check("create_cameras.near", json!(0.1), json!(0.1));
    refuse("create_cameras.near", json!(0), "near");
    refuse("create_cameras.focal_length", json!(0), "focal_length");
    check("create_lights.intensity", json!(1e6), json!(1e6));
    refuse("create_lights.intensity", json!(-1), "intensity");
}

#[test]
fn rows_of_numbers() {
    check("create_nodes.position", json!([1, 2.5, -3]), json!([1.0, 2.5, -3.0]));
    refuse("create_nodes.position", json!([1, 2]), "position");
    refuse("create_nodes.position", json!([1, 2, "3"]), "position[2]");
    refuse("create_nodes.position", json!([1, null, 3]), "position[1]");
    refuse("create_nodes.position", json!({"x": 1}), "position");
    refuse("create_nodes.scale", json!(2), "scale");
}

/// One kind by itself, for those that no argument has yet.
fn alone(kind: Kind, value: Value) -> Option<Value> {
    Checker::default().value(&kind, (f64::NEG_INFINITY, f64::INFINITY), value)
}

#[test]
fn times_and_matrices() {
    assert_eq!(alone(Kind::Time, json!(2)), Some(json!(2.0)));
    assert_eq!(alone(Kind::Time, json!({"frame": 30})), Some(json!({"frame": 30.0})));
    assert_eq!(alone(Kind::Time, json!({"frame": "30"})), None);
    assert_eq!(alone(Kind::Time, json!({"frame": 30, "fps": 24})), None);
    let rows = json!([[1, 0, 0, 5], [0, 1, 0, 6], [0, 0, 1, 7], [0, 0, 0, 1]]);
    let flat = alone(Kind::Matrix4, rows).unwrap();
    assert_eq!(flat, json!([1.0, 0.0, 0.0, 5.0, 0.0, 1.0, 0.0, 6.0, 0.0, 0.0, 1.0, 7.0, 0.0, 0.0, 0.0, 1.0]));
    assert_eq!(alone(Kind::Matrix4, flat.clone()), Some(flat));
    assert_eq!(alone(Kind::Matrix4, json!([1, 2, 3])), None);
}

#[test]
fn files_are_attachments_of_bytes() {
    let check = |dtype: Dtype| {
        let mut checker = Checker { given: vec![array(dtype, &[4], vec![0; 4])], ..Checker::default() };
        checker.value(&Kind::Blob("image/png"), (0.0, 0.0), json!({"$attachment": 0}))
    };
    assert_eq!(check(Dtype::U1), Some(json!({"$attachment": 0})));
    assert_eq!(check(Dtype::I4), None);
    assert_eq!(alone(Kind::Blob("image/png"), json!("aGVsbG8=")), None);
}

#[test]
fn text_words_and_references() {
    check("create_nodes.name", json!("Wand 🪄"), json!("Wand 🪄"));
    refuse("create_nodes.name", json!(7), "name");
    check("create_nodes.parent_id", json!("Cube"), json!("Cube"));
    check("create_nodes.parent_id", json!(null), json!(null));
    refuse("create_nodes.parent_id", json!(""), "parent_id");
    refuse("create_nodes.parent_id", json!("a\0b"), "parent_id");
    check("create_lights.kind", json!("SUN"), json!("sun"));
    refuse("create_lights.kind", json!("neon"), "kind");
    check("open_file.path", json!("/a/b.blend"), json!("/a/b.blend"));
    refuse("open_file.path", json!(" "), "path");
    check("get_nodes.ids", json!(["a", "b"]), json!(["a", "b"]));
    refuse("get_nodes.ids", json!("a"), "ids");
    refuse("get_nodes.ids", json!(["a", 1]), "ids[1]");
    check("create_nodes.metadata", json!({"a": [1, {"b": null}]}), json!({"a": [1, {"b": null}]}));
    refuse("create_nodes.metadata", json!([]), "metadata");
}

#[test]
fn colours_become_linear() {
    check("create_lights.color", json!([0.5, 0, 2]), json!([0.5, 0.0, 2.0, 1.0]));
    check("create_lights.color", json!([0.5, 0, 1, 0.25]), json!([0.5, 0.0, 1.0, 0.25]));
    check("create_lights.color", json!("#f00"), json!([1.0, 0.0, 0.0, 1.0]));
    check("create_lights.color", json!("White"), json!([1.0, 1.0, 1.0, 1.0]));
    check("create_lights.color", json!("#00ff0000"), json!([0.0, 1.0, 0.0, 0.0]));
    // 128 / 255 through the sRGB curve.
    let grey = checked("create_lights.color", &json!("#808080")).unwrap();
    assert!((grey[0].as_f64().unwrap() - 0.215_860_5).abs() < 1e-6, "{grey}");
    // The straight part of the curve, near black.
    let dark = checked("create_lights.color", &json!("#0a0000")).unwrap();
    assert!((dark[0].as_f64().unwrap() - 0.003_035_3).abs() < 1e-6, "{dark}");
    for bad in [json!("#12345"), json!("#ggg"), json!("reddish"), json!([1, 1]), json!(255), json!("#éé")] {
        refuse("create_lights.color", bad, "color");
    }
    refuse("create_lights.color", json!([-0.1, 0, 0]), "color[0]");
    refuse("create_lights.color", json!([1, 0, 0, 1.5]), "color[3]");
}

/// As `check`, but to rounding.
fn check_rotation(value: Value, expected: [f64; 4]) {
    let got = checked("create_nodes.rotation", &value).unwrap();
    let got: [f64; 4] = serde_json::from_value(got).unwrap();
    let near = got.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(near, "{value}: {got:?} is not {expected:?}");
}

#[test]
fn rotations_become_unit_quaternions() {
    const HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
    check("create_nodes.rotation", json!([0, 0, 0, 1]), json!([0.0, 0.0, 0.0, 1.0]));
    check_rotation(json!([0, 0, 0, 2]), [0.0, 0.0, 0.0, 1.0]);
    check_rotation(json!([1e30, 0, 0, 1e30]), [HALF, 0.0, 0.0, HALF]);
    check_rotation(json!({"euler": [90, 0, 0]}), [HALF, 0.0, 0.0, HALF]);
    // First X, then Z about the fixed axis; as `Euler((pi/2, 0, pi/2), 'XYZ').to_quaternion()` in Blender.
    check_rotation(json!({"euler": [90, 0, 90]}), [0.5, 0.5, 0.5, 0.5]);
    check_rotation(json!({"euler": [90, 0, 90], "order": "zyx"}), [0.5, -0.5, 0.5, 0.5]);
    // A quarter turn about Z, scaled by 2, as 9, as 3 x 3 and as 16 numbers.
    check_rotation(json!({"matrix": [0, -2, 0, 2, 0, 0, 0, 0, 2]}), [0.0, 0.0, HALF, HALF]);
    check_rotation(json!({"matrix": [[0, -1, 0], [1, 0, 0], [0, 0, 1]]}), [0.0, 0.0, HALF, HALF]);
    check_rotation(json!({"matrix": [0, -1, 0, 5, 1, 0, 0, 5, 0, 0, 1, 5, 0, 0, 0, 1]}), [0.0, 0.0, HALF, HALF]);
    // Half turns, where three of the four cases of the method are needed.
    check_rotation(json!({"matrix": [1, 0, 0, 0, -1, 0, 0, 0, -1]}), [1.0, 0.0, 0.0, 0.0]);
    check_rotation(json!({"matrix": [-1, 0, 0, 0, 1, 0, 0, 0, -1]}), [0.0, 1.0, 0.0, 0.0]);
    check_rotation(json!({"matrix": [-1, 0, 0, 0, -1, 0, 0, 0, 1]}), [0.0, 0.0, 1.0, 0.0]);
}

#[test]
fn what_is_no_rotation_is_refused() {
    refuse("create_nodes.rotation", json!([0, 0, 0, 0]), "rotation");
    refuse("create_nodes.rotation", json!([0, 0, 1]), "rotation");
    refuse("create_nodes.rotation", json!(90), "rotation");
    refuse("create_nodes.rotation", json!({"euler": [1, 2]}), "rotation.euler");
    refuse("create_nodes.rotation", json!({"euler": [1, 2, 3], "order": "XXZ"}), "rotation.order");
    refuse("create_nodes.rotation", json!({"euler": [1, 2, 3], "unit": "rad"}), "rotation");
    refuse("create_nodes.rotation", json!({"matrix": [1, 0, 0, 0, 1, 0, 0, 0]}), "rotation.matrix");
    // Mirrored, sheared, and flat.
    refuse("create_nodes.rotation", json!({"matrix": [-1, 0, 0, 0, 1, 0, 0, 0, 1]}), "rotation.matrix");
    refuse("create_nodes.rotation", json!({"matrix": [1, 1, 0, 0, 1, 0, 0, 0, 1]}), "rotation.matrix");
    refuse("create_nodes.rotation", json!({"matrix": [1, 0, 0, 0, 1, 0, 0, 0, 0]}), "rotation.matrix");
}

#[test]
fn defaults_fill_creation_but_never_a_patch() {
    let created = validate("create_lights", json!({"items": [{}]})).unwrap().json;
    assert_eq!(created["on_error"], json!("fail"));
    assert_eq!(created["items"][0]["kind"], json!("point"));
    assert_eq!(created["items"][0]["rotation"], json!([0.0, 0.0, 0.0, 1.0]));
    let patch = validate("update_lights", json!({"items": [{"ids": ["Key"], "radius": 1}]})).unwrap().json;
    assert_eq!(patch["items"][0], json!({"ids": ["Key"], "radius": 1.0}));
    let listed = validate("list_lights", json!({"filters": {"kind": "sun"}})).unwrap().json;
    assert_eq!(listed, json!({"filters": {"kind": "sun"}, "limit": 50}));
    assert_eq!(validate("get_selection", Value::Null).unwrap().json, json!({}));
}

#[test]
fn filters_take_values_lists_and_comparisons() {
    for filters in [
        json!({"name": "Key*"}),
        json!({"kind": ["sun", "spot"]}),
        json!({"intensity": {"gt": 10.0, "le": 1e9}}),
        json!({"visible": {"ne": true}}),
        json!({"name": {"ne": ["A", "B*"]}}),
        json!({"parent_id": null}),
        json!({"parent_id": ["Body", null]}),
        json!({"spot_angle": {"lt": -7.0}}),
    ] {
        let listed = validate("list_lights", json!({ "filters": filters })).unwrap().json;
        assert_eq!(listed["filters"], filters);
        assert_eq!(validate("list_lights", listed.clone()).unwrap().json, listed);
    }
    for (filters, path) in [
        (json!({"kind": ["sun", "moon"]}), "filters.kind[1]"),
        (json!({"kind": []}), "filters.kind"),
        (json!({"kind": {"lt": "sun"}}), "filters.kind"),
        (json!({"intensity": {"above": 3}}), "filters.intensity"),
        (json!({"intensity": {"gt": "bright"}}), "filters.intensity.gt"),
        (json!({"intensity": {"gt": [1]}}), "filters.intensity.gt"),
        (json!({"intensity": {}}), "filters.intensity"),
        (json!({"position": [0, 0, 0]}), "filters.position"),
    ] {
        assert_eq!(fault_path("list_lights", json!({ "filters": filters })), path, "{filters}");
    }
}

#[test]
fn null_is_not_given_except_where_it_means_something() {
    assert_eq!(validate("list_nodes", json!({"cursor": null})).unwrap().json, json!({"limit": 50}));
    assert_eq!(fault_path("get_nodes", json!({"ids": null})), "ids");
    assert_eq!(fault_path("update_nodes", json!({"items": [{"ids": ["a"], "visible": null}]})), "items[0].visible");
}

#[test]
fn camel_case_names_are_understood() {
    let payload = validate("createLights", json!({"items": [{"parentId": "Rig"}]})).unwrap();
    assert_eq!(payload.json["items"][0]["parent_id"], json!("Rig"));
    let twice = json!({"items": [{"parentId": "Rig", "parent_id": "Rig"}]});
    assert_eq!(fault_path("create_lights", twice), "items[0].parentId");
}

pub(super) fn fault_path(operation: &str, arguments: impl Into<Payload>) -> String {
    let fault = validate(operation, arguments).unwrap_err();
    assert_eq!(fault.error_code, Code::InvalidParams);
    fault.details["path"].as_str().unwrap().to_owned()
}

#[test]
fn a_fault_says_what_where_and_how_to_do_it() {
    let items = json!({"items": [{"positon": [0, 0, 0]}, {"color": "tomatoe"}, {"vertex_count": 1}]});
    let fault = validate("create_lights", items).unwrap_err();
    assert!(fault.error_message.contains("items[0].positon"), "{}", fault.error_message);
    let details = &fault.details;
    assert_eq!(details["path"], json!("items[0].positon"));
    assert_eq!(details["problems"][1]["path"], json!("items[1].color"));
    assert_eq!(details["problems"][1]["got"], json!("\"tomatoe\""));
    assert!(details["expected"].as_str().unwrap().contains("position"));
    let example = details["example"]["arguments"].clone();
    assert!(validate(details["example"]["operation"].as_str().unwrap(), example).is_ok());
    assert_eq!(fault.suggestions[0], "use `position` instead of `positon`");
    assert!(fault.suggestions.contains(&"use \"tomato\"".to_owned()), "{:?}", fault.suggestions);
}

#[test]
fn read_only_and_missing_fields_are_told_apart() {
    assert_eq!(fault_path("create_meshes", json!({"items": [{"name": "M"}]})), "items[0].vertices");
    let fault = validate("update_nodes", json!({"items": [{"ids": ["a"], "type": "mesh"}]})).unwrap_err();
    assert!(fault.error_message.contains("only read"), "{}", fault.error_message);
    assert_eq!(fault_path("update_nodes", json!({"items": [{"visible": true}]})), "items[0].ids");
    assert_eq!(fault_path("get_nodes", json!([1])), "");
}

#[test]
fn at_most_ten_problems_are_listed() {
    let items: Vec<Value> = (0..1_000).map(|_| json!({"visible": 1})).collect();
    let fault = validate("create_nodes", json!({ "items": items })).unwrap_err();
    assert_eq!(fault.details["problems"].as_array().unwrap().len(), 10);
}

#[test]
fn lists_are_bounded() {
    let ids: Vec<Value> = (0..100_001).map(|_| json!("a")).collect();
    assert_eq!(fault_path("get_nodes", json!({ "ids": ids })), "ids");
}

#[test]
fn measures_must_belong_to_what_has_them() {
    refuse("create_primitives.radius", json!(1), "kind");
    let shape = |item: Value| validate("create_primitives", json!({ "items": [item] }));
    assert!(shape(json!({"kind": "torus", "radius": 1, "minor_radius": 0.2})).is_ok());
    assert!(shape(json!({"kind": "cube", "radius": 1})).is_err());
    assert_eq!(fault_path("create_lights", json!({"items": [{"kind": "sun", "width": 1}]})), "items[0].width");
    assert!(validate("create_lights", json!({"items": [{"kind": "area", "width": 1}]})).is_ok());
    assert_eq!(fault_path("create_cameras", json!({"items": [{"near": 10, "far": 1}]})), "items[0].far");
}
