//! The Maya MCP server's design (seed 003): its plug-in's commands and its three tools, and every operation of the catalogue by
//! its name.

use std::f64::consts::PI;

use serde_json::{Map, Value, json};

use super::blender_mcp::scene::euler;
use super::desk::Desk;
use super::{meant, plain};
use crate::wire::foreign::{Answer, Command};
use crate::wire::{Code, Fault};

/// Its own.
const COMMANDS: &[&str] =
    &["maya_create", "maya_select", "maya_execute", "get_scene_info", "get_server_info", "list_tools", "ping"];
/// What of a node is told as its attributes.
const ATTRIBUTES: &[&str] = &["id", "parent_id", "visible", "locked", "metadata"];

/// Does one command.
pub(super) async fn perform(desk: &Desk, command: Command) -> Answer {
    let Command { name, params, .. } = command;
    match name.as_str() {
        "ping" => Ok(json!({ "pong": true })).into(),
        "list_tools" => Ok(tools()).into(),
        "get_scene_info" => scene(desk).await.into(),
        _ => operation(desk, &name, params).await.into(),
    }
}

/// One of the three tools, or an operation of the catalogue.
async fn operation(desk: &Desk, name: &str, params: Map<String, Value>) -> Result<Value, Fault> {
    match desk.ask(name, params.into(), None).await {
        Ok(payload) => Ok(plain::json(payload)),
        Err(fault) if fault.error_code == Code::UnknownOperation => Err(meant(name, COMMANDS, fault)),
        Err(fault) => Err(fault),
    }
}

/// Its `SceneInfo`.
async fn scene(desk: &Desk) -> Result<Value, Fault> {
    let scene = desk.read("get_scene", json!({ "fields": ["name", "frame", "selection"] })).await?;
    let fields = [&["type", "position", "rotation", "scale"], &ATTRIBUTES[1..]].concat();
    let nodes = desk.all("list_nodes", json!(fields)).await?;
    let named = |id: &Value| nodes.iter().find(|node| node["id"] == *id).map(|node| node["name"].clone());
    let selected = scene["selection"].as_array().into_iter().flatten().filter_map(named);
    Ok(json!({
        "selected_objects": selected.collect::<Value>(),
        "all_objects": nodes.iter().map(object).collect::<Value>(),
        "current_time": scene["frame"],
        "scene_name": scene["name"],
    }))
}

/// Its `MayaObject`; rotations are degrees about X, Y and Z.
fn object(node: &Value) -> Value {
    let degrees = |angle: &Value| angle.as_f64().map(|angle| angle * 180.0 / PI);
    let rotation: Vec<Option<f64>> = euler(&node["rotation"]).as_array().into_iter().flatten().map(degrees).collect();
    let attributes: Map<String, Value> =
        ATTRIBUTES.iter().filter_map(|name| Some(((*name).to_owned(), node.get(*name)?.clone()))).collect();
    json!({
        "name": node["name"],
        "type": node["type"],
        "transform": { "position": node["position"], "rotation": rotation, "scale": node["scale"] },
        "attributes": attributes,
    })
}

/// Its `MAYA_TOOLS`.
fn tools() -> Value {
    let text = json!({ "type": "string" });
    let tool = |name: &str, description: &str, properties: Value, required: &str| {
        let schema = json!({ "type": "object", "properties": properties, "required": [required] });
        json!({ "name": name, "description": description, "input_schema": schema })
    };
    let shapes = ["polyCube", "polySphere", "polyCylinder", "polyCone", "polyPlane", "polyTorus", "cube", "sphere"];
    let shape = json!({ "type": "string", "enum": shapes });
    let names = json!({ "type": "array", "items": text });
    json!([
        tool(
            "maya_create",
            "Create Maya objects (cube, sphere, etc.)",
            json!({ "object_type": shape, "name": text }),
            "object_type"
        ),
        tool("maya_select", "Select Maya objects by name", json!({ "objects": names }), "objects"),
        tool("maya_execute", "Execute arbitrary Maya Python command", json!({ "command": text }), "command"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_has_its_shape() {
        let half = (PI / 4.0).sin();
        let told = object(&json!({ "id": "n", "name": "A", "type": "mesh", "position": [1, 2, 3], "visible": true,
            "rotation": [0, 0, half, half], "scale": [1, 1, 1], "parent_id": null }));
        assert!((told["transform"]["rotation"][2].as_f64().unwrap() - 90.0).abs() < 1e-9, "{told}");
        assert_eq!(told["attributes"], json!({ "id": "n", "parent_id": null, "visible": true }));
        assert_eq!((&told["name"], &told["transform"]["position"]), (&json!("A"), &json!([1, 2, 3])));
    }
}
