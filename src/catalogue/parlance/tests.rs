//! Every tool of the reference, by the facts of it in `tests/rust/reference.jsonl`: called with all of its arguments and
//! with those that it demands, it is valid here, or the caller is told why not.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Way, fields, tools, understood};
use crate::catalogue::aliases::needless;
use crate::catalogue::catalogue;
use crate::wire::{Code, Fault, Payload};

/// A tool with arguments that it takes: `demanded` or `all` of them.
struct Fact {
    tool: String,
    arguments: Value,
}

fn facts() -> Vec<Fact> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rust/reference.jsonl");
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let each = lines.flat_map(|line| {
        let tool = line["tool"].as_str().unwrap().to_owned();
        ["demanded", "all"].map(|which| Fact { tool: tool.clone(), arguments: line[which].clone() })
    });
    each.filter(|fact| needless(&fact.tool).is_none()).collect()
}

/// What comes of a call: its arguments as ours, or the refusal in the caller's words.
fn called(tool: &str, arguments: &Value) -> Result<Value, Fault> {
    let mut payload = Payload::json(arguments.clone());
    let spoken = understood(tool, &mut payload)?;
    let valid = catalogue().operation(tool).unwrap().validate(payload);
    valid.map(|payload| payload.json).map_err(|fault| super::worded(spoken.as_ref(), fault))
}

fn without(value: &mut Value, name: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| without(value, name)),
        Value::Object(map) => {
            map.remove(name);
            map.values_mut().for_each(|value| without(value, name));
        }
        _ => {}
    }
}

/// The name at the end of a path.
fn last(fault: &Fault) -> String {
    let path = fault.details["path"].as_str().unwrap();
    path.rsplit('.').next().unwrap().split('[').next().unwrap().to_owned()
}

#[test]
fn every_tool_is_valid_here_or_told_why_not() {
    let facts = facts();
    assert!(facts.len() >= 2 * 182, "the facts were not read: {}", facts.len());
    let (mut unmet, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for Fact { tool, mut arguments } in facts {
        assert!(!tool.contains('_'), "`{tool}` is not heard");
        let mut tries = 0;
        while let Err(fault) = called(&tool, &arguments) {
            tries += 1;
            assert!(tries < 30, "{tool}: {fault:?}");
            let field = last(&fault);
            // A field that a patch cannot change says so itself.
            let once = fault.details["expected"].as_str().unwrap().starts_with("nothing, this field is only");
            if !once && fault.error_code != Code::NotSupported {
                // A patch says it as a new one does.
                let tool = tool.replace("update", "create");
                let lacking = tools::LACKING.iter().any(|(name, what, _)| (*name, *what) == (&tool, &field));
                assert!(lacking, "{tool}: {fault:?}");
                unmet.insert((tool, field.clone()));
            }
            assert!(
                once || fault.error_code != Code::NotSupported || !fault.details["reason"].as_str().unwrap().is_empty()
            );
            match fault.details["got"].as_str() {
                Some("nothing" | "null") => arguments["items"][0][&field] = json!("a"),
                _ => without(&mut arguments, &field),
            }
            if field == "data" {
                arguments["items"][0]["path"] = json!("/tmp/a.obj");
            }
            refused.insert(field);
        }
    }
    assert_eq!(unmet.len(), tools::LACKING.len(), "{unmet:?}");
    for (name, _) in tools::SHARED {
        assert!(catalogue().operations().iter().any(|operation| operation.name == *name));
    }
    // Nothing is listed with a reason that no tool of the reference has.
    let entities = catalogue().entities().iter().flat_map(|entity| fields::of(entity));
    for arg in entities.chain(tools::ALL.iter().flat_map(|tool| tool.args)) {
        let late = ["auto_adjust_camera", "name_visibility_predicate"].contains(&arg.theirs);
        if matches!(arg.way, Way::Never(_)) && !late {
            assert!(refused.contains(arg.theirs), "{} is never given", arg.theirs);
        }
    }
}

#[test]
fn arguments_become_ours() {
    for (tool, theirs, ours) in [
        ("splitClip", json!({ "clipId": "c", "splitTime": 2 }), json!({ "items": [{ "clip_id": "c", "time": 2.0 }] })),
        (
            "extrudeFaces",
            json!({ "items": [{ "faceIds": ["f"], "distance": 1, "direction": "custom", "customDirection": [0, 1, 0] }] }),
            json!({ "items": [{ "face_ids": ["f"], "distance": 1.0, "direction": [0.0, 1.0, 0.0] }] }),
        ),
        (
            "insertKeyframes",
            json!({ "channelId": "c", "keyframes": [{ "name": "k", "time": 1, "value": [3] }] }),
            json!({ "items": [{ "channel_id": "c", "time": 1.0, "value": 3.0 }] }),
        ),
        (
            "transformKeyframes",
            json!({ "channelId": "c", "keyframeIds": ["k"], "operation": "scale", "timeParams": { "scale": 2 },
                    "valueParams": { "scale": [3] } }),
            json!({ "items": [{ "channel_id": "c", "keyframe_ids": ["k"], "operation": "scale", "time_scale": 2.0,
                                "value_scale": 3.0 }] }),
        ),
        (
            "setVisibility",
            json!({ "id": "a", "visible": false, "recursive": true }),
            json!({ "items": [{ "id": "a", "visible": false }], "recursive": true }),
        ),
        ("rename", json!({ "id": "a", "name": "b" }), json!({ "items": [{ "id": "a", "name": "b" }] })),
        ("getChildren", json!({ "id": "a", "typeFilter": ["Mesh"] }), json!({ "ids": ["a"], "types": ["mesh"] })),
        ("maya_create", json!({ "object_type": "polyCube" }), json!({ "items": [{ "kind": "cube" }] })),
        (
            "maya_create",
            json!({ "object_type": "sphere", "name": "a" }),
            json!({ "items": [{ "kind": "sphere", "name": "a" }] }),
        ),
        ("maya_select", json!({ "objects": ["a", "b"] }), json!({ "ids": ["a", "b"] })),
        ("maya_execute", json!({ "command": "1" }), json!({ "code": "1" })),
        (
            "quadrangulate",
            json!({ "items": [{ "meshId": "m", "facesToQuadrangulate": ["f"], "MaxAngleDeviation": 180 }] }),
            json!({ "items": [{ "mesh_id": "m", "face_ids": ["f"], "max_angle_deviation": std::f64::consts::PI }] }),
        ),
        // Ours, in radians.
        (
            "quadrangulate",
            json!({ "items": [{ "mesh_id": "m", "face_ids": ["f"], "max_angle_deviation": 1.0 }] }),
            json!({ "items": [{ "mesh_id": "m", "face_ids": ["f"], "max_angle_deviation": 1.0 }] }),
        ),
        (
            "bridge",
            json!({ "items": [{ "meshId": "m", "faceLoopA": ["a"], "faceLoopB": ["b"] }] }),
            json!({ "items": [{ "face_ids": ["a", "b"], "smooth": true }] }),
        ),
        (
            "updateJointLimitss",
            json!({ "Items": [{ "ids": ["j"], "rotation_limits": { "x": [-180, 0] } }] }),
            json!({ "items": [{ "ids": ["j"], "rotation_limits": { "x": [-std::f64::consts::PI, 0.0] } }] }),
        ),
        ("listMeshs", json!({ "limit": 5, "offset": 10 }), json!({ "limit": 15 })),
        // Ours, whoever calls.
        (
            "combineMeshes",
            json!({ "items": [{ "mesh_ids": ["a", "b"] }] }),
            json!({ "items": [{ "mesh_ids": ["a", "b"] }] }),
        ),
        ("getMetadata", json!({ "ids": ["a", "b"] }), json!({ "ids": ["a", "b"] })),
    ] {
        let found = called(tool, &theirs).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert!(holds(&found, &ours), "{tool}: {found}");
    }
}

/// Whether all of the second is in the first.
fn holds(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().all(|(key, value)| found.get(key).is_some_and(|found| holds(found, value)))
        }
        (Value::Array(found), Value::Array(wanted)) => {
            found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| holds(found, wanted))
        }
        _ => found == wanted,
    }
}

#[test]
fn errors_name_the_callers_own_arguments() {
    for (tool, arguments, path, told) in [
        ("splitClip", json!({ "clipId": "c", "splitTime": "x" }), "splitTime", "splitClip: `splitTime`: expected"),
        ("splitClip", json!({ "clipId": "c" }), "splitTime", "`splitTime`"),
        ("splitClip", json!({ "clipIdd": "c", "splitTime": 1 }), "clipIdd", "one of clipId"),
        (
            "insertKeyframes",
            json!({ "channelId": "c", "keyframes": [{ "time": "x", "value": 1 }] }),
            "keyframes[0].time",
            "",
        ),
        ("insertKeyframes", json!({ "channelId": 1, "keyframes": [{ "time": 1, "value": 1 }] }), "channelId", ""),
        (
            "insertKeyframes",
            json!({ "keyframes": [{ "time": 1, "value": [1, 2] }] }),
            "keyframes[0].value",
            "one number",
        ),
        (
            "batchRigSelectBones",
            json!({ "selectionSets": [{ "rigId": "r", "boneIds": [1] }] }),
            "selectionSets[0].boneIds[0]",
            "",
        ),
        ("transformVertices", json!({ "items": [{ "vertexId": 7, "offset": [0, 0, 1] }] }), "items[0].vertexId", ""),
        (
            "setEdgeCreases",
            json!({ "items": [{ "edgeId": "e", "creaseWeight": 11 }] }),
            "items[0].creaseWeight",
            "0 to 10",
        ),
        (
            "transformKeyframes",
            json!({ "channelId": "c", "operation": "scale", "timeParams": { "scale": "x" } }),
            "timeParams.scale",
            "",
        ),
        (
            "transformKeyframes",
            json!({ "channelId": "c", "operation": "scale", "timeParams": { "scal": 2 } }),
            "timeParams.scal",
            "one of scale, offset",
        ),
        (
            "extrudeFaces",
            json!({ "items": [{ "faceIds": ["f"], "distance": 1, "customDirection": [0, 0, 1] }] }),
            "items[0].customDirection",
            "direction",
        ),
        ("listMeshs", json!({ "offset": 999 }), "offset", "cursor"),
        ("createVertexs", json!({ "items": [{ "meshId": "m", "position": [0, 0] }] }), "items[0].position", ""),
    ] {
        let fault = called(tool, &arguments).unwrap_err();
        assert_eq!(fault.error_code, Code::InvalidParams, "{fault:?}");
        assert_eq!(fault.details["path"], path, "{fault:?}");
        assert!(fault.error_message.contains(told) && fault.error_message.starts_with(tool), "{fault:?}");
        assert!(!fault.suggestions.join(" ").contains("clip_id"), "{fault:?}");
    }
}

/// What a result of ours is in the words of who called so.
fn answered(tool: &str, arguments: Value, result: Value) -> Value {
    let mut payload = Payload::json(arguments);
    understood(tool, &mut payload).unwrap().unwrap().answer(result)
}

#[test]
fn results_become_theirs() {
    let split = json!({ "items": [{ "clip_id": "c", "new_clip_id": "d", "new_name": "e" }] });
    let told = answered("splitClip", json!({ "clipId": "c", "splitTime": 1 }), split);
    assert_eq!(told, json!({ "success": true, "newClipId": "d" }));

    let limits = json!({ "items": [{ "id": "j", "rotation_limits": { "x": [0.0, std::f64::consts::PI] },
                                     "metadata": { "my_key": 1 } }], "total": 1 });
    let told = answered("listJointLimitss", json!({}), limits);
    let item = json!({ "id": "j", "rotationLimits": { "x": [0.0, 180.0] }, "metadata": { "my_key": 1 } });
    assert_eq!(told, json!({ "success": true, "items": [item], "totalCount": 1 }));

    let page = json!({ "items": [{ "id": "a" }, { "id": "b" }, { "id": "c" }], "total": 9 });
    let told = answered("listMeshs", json!({ "limit": 1, "offset": 2 }), page);
    assert_eq!(told, json!({ "success": true, "items": [{ "id": "c" }], "totalCount": 9 }));

    // What failed is not told as done, and what came of the others stays with what asked for it.
    let faces = |name: &str| json!({ "faceIds": [name], "distance": 1 });
    let bad = Fault::new(Code::NotFound, "`a` is no face").detail("path", "items[0].face_ids[0]");
    let result =
        json!({ "items": [{ "new_face_ids": ["n"], "new_edge_ids": [] }], "errors": [{ "index": 0, "error": bad }] });
    let told = answered("extrudeFaces", json!({ "items": [faces("a"), faces("b")], "on_error": "continue" }), result);
    assert_eq!((&told["success"], &told["error"]), (&json!(false), &json!("`a` is no face")));
    assert_eq!(told["results"], json!([{ "faceIds": ["b"], "newFaceIds": ["n"], "newEdgeIds": [] }]));
    assert_eq!(told["errors"][0]["error"]["details"]["path"], "items[0].faceIds[0]");

    let named = json!({ "channelId": "c", "keyframes": [{ "name": "k", "time": 1, "value": [3] }] });
    let told = answered("insertKeyframes", named, json!({ "ids": ["k1"], "items": [] }));
    assert_eq!(told["keyframeIds"], json!(["k1"]));
    assert!(told["notes"][0].as_str().unwrap().contains("`name`"), "{told}");
}
