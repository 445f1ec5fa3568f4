//! What is in the scene, in blender-mcp's shapes.

use serde_json::{Value, json};

use super::Input;
use crate::host::foreign::desk::Desk;
use crate::wire::{Code, Fault};

/// Its add-on names the first ten objects.
const NAMED: u64 = 10;
/// The most that a search gives, as in its add-on.
const MOST: i64 = 100;
/// How many objects a material's line names.
const USERS: usize = 3;

/// `get_scene_info`.
pub(super) async fn summary(desk: &Desk) -> Result<Value, Fault> {
    let scene = desk.read("get_scene", json!({ "fields": ["name"] })).await?;
    let nodes = desk.read("list_nodes", json!({ "fields": ["type", "position"], "limit": NAMED })).await?;
    let materials = desk.read("list_materials", json!({ "fields": ["name"], "limit": 1 })).await?;
    let objects: Vec<Value> = items_of(&nodes)
        .map(|node| json!({ "name": node["name"], "type": kind(node), "location": rounded(&node["position"]) }))
        .collect();
    Ok(json!({
        "name": scene["name"],
        "object_count": nodes["total"],
        "objects": objects,
        "materials_count": materials["total"],
    }))
}

/// `get_object_info`.
pub(super) async fn object(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let name = input.needed("name")?;
    let fields = ["type", "position", "rotation", "scale", "visible", "bounds"];
    let read = desk.read("get_nodes", json!({ "ids": [name], "fields": fields })).await;
    let mut found = read.map_err(|fault| match fault.error_code {
        Code::NotFound => Fault { error_message: format!("Object not found: {name}"), ..fault },
        _ => fault,
    })?;
    let node = found["items"][0].take();
    let mut info = json!({
        "name": node["name"],
        "type": kind(&node),
        "location": node["position"],
        "rotation": euler(&node["rotation"]),
        "scale": node["scale"],
        "visible": node["visible"],
        "materials": [],
    });
    if node["type"] == "mesh" {
        mesh(desk, &node, &mut info).await?;
    }
    Ok(info)
}

async fn mesh(desk: &Desk, node: &Value, info: &mut Value) -> Result<(), Fault> {
    let fields = ["vertex_count", "edge_count", "face_count", "material_ids"];
    let found = desk.read("get_meshes", json!({ "ids": [node["id"]], "fields": fields })).await?;
    let mesh = &found["items"][0];
    info["world_bounding_box"] = json!([node["bounds"]["min"], node["bounds"]["max"]]);
    info["mesh"] = json!({
        "vertices": mesh["vertex_count"],
        "edges": mesh["edge_count"],
        "polygons": mesh["face_count"],
    });
    // An empty slot has no material.
    let ids: Vec<&Value> = mesh["material_ids"].as_array().into_iter().flatten().filter(|id| id.is_string()).collect();
    if !ids.is_empty() {
        let materials = desk.read("get_materials", json!({ "ids": ids, "fields": ["name"] })).await?;
        info["materials"] = items_of(&materials).map(|material| material["name"].clone()).collect();
    }
    Ok(())
}

/// `list_scene_items`: objects and materials by name; those that begin with it come first.
pub(super) async fn items(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let query = input.text("query")?.unwrap_or_default().trim().to_lowercase();
    let limit = input.number("limit", 1, MOST, 30)? as usize;
    let mut found = Vec::new();
    for (operation, fields, describe) in [
        ("list_nodes", json!(["type"]), describe_node as fn(&Value) -> Value),
        ("list_meshes", json!(["material_ids"]), |mesh: &Value| mesh.clone()),
        ("list_materials", json!(["name"]), |material: &Value| material.clone()),
    ] {
        found.push(desk.all(operation, fields).await?.iter().map(describe).collect::<Vec<Value>>());
    }
    let (Some(materials), Some(meshes)) = (found.pop(), found.pop()) else { return Ok(json!({})) };
    let nodes = found.into_iter().flatten();
    let mut matches: Vec<(bool, Value)> = nodes
        .chain(materials.iter().map(|material| describe_material(material, &meshes)))
        .filter_map(|item| {
            let name = item["name"].as_str()?.to_lowercase();
            name.contains(&query).then(|| (!name.starts_with(&query), item))
        })
        .collect();
    // Sorting keeps the order of those that are alike.
    matches.sort_by_key(|(inside, _)| *inside);
    let total = matches.len();
    let items: Vec<Value> = matches.into_iter().take(limit).map(|(_, item)| item).collect();
    Ok(json!({ "items": items, "total": total }))
}

fn describe_node(node: &Value) -> Value {
    let word = node["type"].as_str().unwrap_or("other");
    let title: String = word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
    json!({ "kind": "object", "name": node["name"], "detail": format!("{title} object") })
}

fn describe_material(material: &Value, meshes: &[Value]) -> Value {
    let has = |mesh: &&Value| mesh["material_ids"].as_array().is_some_and(|ids| ids.contains(&material["id"]));
    let users: Vec<&str> = meshes.iter().filter(has).filter_map(|mesh| mesh["name"].as_str()).collect();
    let detail = match users.len() {
        0 => "Material not used by any mesh".to_owned(),
        1..=USERS => format!("Material on {}", users.join(", ")),
        count => format!("Material on {} and {} more", users[..USERS].join(", "), count - USERS),
    };
    json!({ "kind": "material", "name": material["name"], "detail": detail })
}

fn items_of(list: &Value) -> impl Iterator<Item = &Value> {
    list["items"].as_array().into_iter().flatten()
}

/// `MESH`.
fn kind(node: &Value) -> String {
    node["type"].as_str().unwrap_or("other").to_uppercase()
}

fn rounded(point: &Value) -> Value {
    let round = |number: &Value| number.as_f64().map(|number| (number * 100.0).round() / 100.0);
    point.as_array().into_iter().flatten().map(|number| Value::from(round(number))).collect()
}

/// Radians about X, Y and Z (Blender's order XYZ) of a quaternion `[x, y, z, w]`.
pub(in crate::host::foreign) fn euler(quaternion: &Value) -> Value {
    let part = |index: usize| quaternion[index].as_f64().unwrap_or_default();
    let (x, y, z, w) = (part(0), part(1), part(2), part(3));
    let about_x = (2.0 * (w * x + y * z)).atan2(1.0 - 2.0 * (x * x + y * y));
    let about_y = (2.0 * (w * y - z * x)).clamp(-1.0, 1.0).asin();
    let about_z = (2.0 * (w * z + x * y)).atan2(1.0 - 2.0 * (y * y + z * z));
    json!([about_x, about_y, about_z])
}

#[cfg(test)]
mod tests {
    use std::f64::consts::FRAC_PI_2;

    use super::*;

    #[test]
    fn a_quaternion_is_three_angles() {
        let half = FRAC_PI_2 / 2.0;
        for (quaternion, expected) in [
            (json!([0, 0, 0, 1]), [0.0, 0.0, 0.0]),
            (json!([half.sin(), 0, 0, half.cos()]), [FRAC_PI_2, 0.0, 0.0]),
            (json!([0, 0, half.sin(), half.cos()]), [0.0, 0.0, FRAC_PI_2]),
            // Blender's Euler((0.1, 0.2, 0.3)).to_quaternion().
            (json!([0.034_270_8, 0.106_020_5, 0.143_572_2, 0.983_347_4]), [0.1, 0.2, 0.3]),
        ] {
            let angles = euler(&quaternion);
            for (index, expected) in expected.iter().enumerate() {
                let angle = angles[index].as_f64().unwrap_or(f64::NAN);
                assert!((angle - expected).abs() < 1e-6, "{quaternion}: {angles}");
            }
        }
    }

    #[test]
    fn a_materials_line_names_its_users() {
        let mesh = |name: &str| json!({ "name": name, "material_ids": [null, "m1"] });
        let line = |count: usize| {
            let meshes: Vec<Value> = ["A", "B", "C", "D"][..count].iter().map(|name| mesh(name)).collect();
            describe_material(&json!({ "id": "m1", "name": "Wood" }), &meshes)["detail"].clone()
        };
        assert_eq!(line(0), "Material not used by any mesh");
        assert_eq!(line(2), "Material on A, B");
        assert_eq!(line(4), "Material on A, B, C and 1 more");
    }
}
