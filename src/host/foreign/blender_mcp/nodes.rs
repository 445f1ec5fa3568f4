//! `describe_node_type`: the sockets and properties of a type of node, in blender-mcp's shape.

use serde_json::{Value, json};

use super::Input;
use crate::host::foreign::desk::Desk;
use crate::wire::{Code, Fault};

/// Kinds of graphs in the order in which its add-on tries them, each with Blender's name.
const TREES: &[(&str, &str)] =
    &[("shader", "ShaderNodeTree"), ("geometry", "GeometryNodeTree"), ("compositor", "CompositorNodeTree")];

pub(super) async fn describe(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let name = input.needed("bl_idname")?;
    let mut near = Vec::new();
    for (kind, tree) in TREES {
        match desk.read("list_node_types", json!({ "kind": kind, "types": [name] })).await {
            Ok(found) => return Ok(told(&found["items"][0], tree, input.params.get("property_overrides"))),
            Err(fault) if fault.error_code == Code::InvalidParams => near.extend(fault.suggestions),
            Err(fault) => return Err(fault),
        }
    }
    near.dedup();
    Err(Fault { suggestions: near, ..Fault::new(Code::NotFound, format!("Unknown node type: {name}")) })
}

fn told(node: &Value, tree: &str, overrides: Option<&Value>) -> Value {
    let mut told = json!({
        "bl_idname": node["type"],
        "label": node["label"],
        "instantiated_in": tree,
        "properties": node["properties"].as_array().into_iter().flatten().map(property).collect::<Vec<_>>(),
        "inputs": sockets(&node["inputs"]),
        "outputs": sockets(&node["outputs"]),
        "applied_property_overrides": {},
        "note": "The sockets of every mode are listed; `hidden_by_default` has those that the first mode hides.",
    });
    // All sockets of all modes are in the answer already: a mode would only hide some.
    let asked: Vec<&String> = overrides.and_then(Value::as_object).into_iter().flat_map(|map| map.keys()).collect();
    if !asked.is_empty() {
        told["warnings"] =
            asked.iter().map(|name| format!("`{name}` was not set: all modes are shown at once")).collect();
    }
    told
}

fn property(property: &Value) -> Value {
    json!({
        "identifier": property["name"],
        "name": property["name"],
        "type": upper(&property["type"]),
        "description": property["description"],
        "expected": property["expected"],
    })
}

fn sockets(sockets: &Value) -> Vec<Value> {
    let socket = |(index, socket): (usize, &Value)| {
        let mut told = json!({
            "index": index,
            "identifier": socket["identifier"],
            "name": socket["name"],
            "type": match socket["type"].as_str() {
                Some("float") => json!("VALUE"),
                Some("color") => json!("RGBA"),
                _ => upper(&socket["type"]),
            },
            "is_linked": false,
        });
        if !socket["default"].is_null() {
            told["default_value"] = socket["default"].clone();
        }
        if socket["hidden_by_default"] == true {
            told["hidden_by_default"] = true.into();
        }
        told
    };
    sockets.as_array().into_iter().flatten().enumerate().map(socket).collect()
}

/// Blender's own word, which is in capitals.
fn upper(word: &Value) -> Value {
    word.as_str().unwrap_or_default().to_uppercase().into()
}
