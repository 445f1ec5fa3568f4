//! The still life of the demo: a fluted vase on a plinth among simple shapes, lit as a product is.

use serde_json::{Value, json};

use super::shapes::{self, distance, look_at};

/// One call of the demo.
pub(super) struct Step {
    pub(super) tool: &'static str,
    pub(super) arguments: Value,
    /// What it is for, in a few words.
    pub(super) about: &'static str,
}

const EYE: [f64; 3] = [1.7, -7.4, 2.25];
const TARGET: [f64; 3] = [-0.02, 0.0, 0.7];

/// An operation through the tool `call`, as a model does it.
fn operation(name: &str, arguments: Value, about: &'static str) -> Step {
    Step { tool: "call", arguments: json!({ "operation": name, "arguments": arguments }), about }
}

/// Where everything begins.
pub(super) fn new_file() -> Step {
    operation("new_file", json!({}), "a new scene")
}

/// Takes away what the artist's own startup file put into the new scene; none when it is empty.
pub(super) fn clear(scene: &Value) -> Option<Step> {
    let ids: Vec<&Value> = scene["nodes"].as_array()?.iter().map(|node| &node["id"]).collect();
    (!ids.is_empty()).then(|| operation("delete_nodes", json!({ "ids": ids }), "what the startup file has"))
}

/// The calls that build the scene, in order.
pub(super) fn steps() -> Vec<Step> {
    vec![
        operation("create_materials", materials(), "seven materials"),
        operation("create_nodes", json!({ "items": [{ "name": "Still life" }] }), "an empty as parent"),
        operation("create_meshes", meshes(), "two meshes from raw arrays"),
        Step { tool: "create_primitives", arguments: primitives(), about: "plinth and shapes" },
        operation("create_cameras", cameras(), "a 62 mm camera"),
        operation("create_lights", lights(), "key, fill and rim light"),
        operation(
            "update_meshes",
            json!({ "items": [{ "ids": ["Vase"], "rotation": { "euler": [0, 0, 18] } }] }),
            "turn the vase a little",
        ),
    ]
}

fn material(name: &str, color: &str, metallic: f64, roughness: f64) -> Value {
    json!({ "name": name, "base_color": color, "metallic": metallic, "roughness": roughness })
}

fn materials() -> Value {
    json!({ "items": [
        material("Paper", "#efe4d2", 0.0, 0.9),
        material("Glaze", "#0e5a63", 0.0, 0.16),
        material("Terracotta", "#bf5b3d", 0.0, 0.72),
        material("Brass", "#d9a24b", 1.0, 0.24),
        material("Ivory", "#f3e8d4", 0.0, 0.42),
        material("Ink", "#22304f", 0.0, 0.38),
        material("Coral", "#e2805f", 0.0, 0.5),
    ] })
}

fn meshes() -> Value {
    let mut backdrop = shapes::backdrop();
    backdrop["material_id"] = json!("Paper");
    let mut vase = shapes::vase();
    vase["material_id"] = json!("Glaze");
    vase["parent_id"] = json!("Still life");
    vase["position"] = json!([-0.06, 0.06, 0.3]);
    json!({ "items": [backdrop, vase] })
}

fn primitives() -> Value {
    let shape = |kind: &str, name: &str, material: &str, more: Value| {
        let mut item = json!({ "kind": kind, "name": name, "material_id": material, "parent_id": "Still life" });
        if let (Some(fields), Value::Object(more)) = (item.as_object_mut(), more) {
            fields.extend(more);
        }
        item
    };
    json!({ "items": [
        shape("cylinder", "Plinth", "Terracotta", json!({ "radius": 0.78, "depth": 0.3, "segments": 128, "position": [0, 0, 0.15] })),
        shape("sphere", "Ball", "Brass", json!({ "radius": 0.27, "segments": 96, "rings": 64, "position": [1.04, -0.42, 0.27] })),
        shape("torus", "Ring", "Ivory", json!({ "radius": 0.46, "minor_radius": 0.075, "segments": 144, "rings": 48, "position": [-1.14, -0.12, 0.525],
            "rotation": { "euler": [84, 0, 34] } })),
        shape("cone", "Cone", "Ink", json!({ "radius": 0.21, "depth": 0.5, "segments": 128, "position": [0.52, -1.02, 0.25] })),
        shape("cube", "Block", "Coral", json!({ "size": 0.3, "position": [-0.5, -1.12, 0.15], "rotation": { "euler": [0, 0, 28] } })),
        shape("ico_sphere", "Pearl", "Ivory", json!({ "radius": 0.1, "subdivisions": 5, "position": [0.1, -1.3, 0.1] })),
    ] })
}

fn cameras() -> Value {
    let focus = [-0.06, -0.35, 0.8];
    json!({ "items": [{
        "name": "Camera", "position": EYE, "rotation": look_at(EYE, TARGET), "focal_length": 62.0, "sensor_width": 36.0,
        "focus_distance": distance(EYE, focus), "f_stop": 2.8, "active": true,
    }] })
}

fn lights() -> Value {
    let area = |name: &str, position: [f64; 3], target: [f64; 3], size: [f64; 2], color: &str, watts: f64| {
        json!({ "name": name, "kind": "area", "position": position, "rotation": look_at(position, target),
            "width": size[0], "height": size[1], "color": color, "intensity": watts })
    };
    json!({ "items": [
        area("Key light", [-3.6, -3.0, 4.4], [0.0, 0.0, 0.6], [2.2, 2.2], "#ffe9d2", 760.0),
        area("Fill light", [4.6, -3.6, 2.4], [0.0, 0.0, 0.7], [3.6, 3.6], "#d3e2ff", 140.0),
        area("Rim light", [2.6, 2.5, 3.6], [0.0, 0.0, 0.9], [0.9, 2.4], "#fff4e6", 340.0),
    ] })
}

/// A call with a slip of the pen, to show what an error looks like.
pub(super) fn slip() -> Step {
    let items = json!({ "items": [{ "ids": ["Kee light"], "intensity": 600 }] });
    operation("update_lights", items, "a misspelt name, on purpose")
}

/// The view that an artist would take while working.
pub(super) fn look() -> Step {
    Step { tool: "look", arguments: json!({ "view": "camera", "width": 640, "height": 360 }), about: "a quick look" }
}

/// The final picture.
pub(super) fn render() -> Step {
    let arguments = json!({ "engine": "cycles", "width": 960, "height": 540, "samples": 32 });
    Step { tool: "render", arguments, about: "the picture" }
}
