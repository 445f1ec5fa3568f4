//! `export_scene`: the scene, what is selected or what is named, in a GLB or FBX file.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::Input;
use crate::host::foreign::desk::Desk;
use crate::wire::{Code, Fault};

pub(super) async fn scene(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let path = input.needed("filepath")?;
    let format = match input.text("format")?.unwrap_or("glb").to_lowercase().as_str() {
        "glb" => "gltf",
        "fbx" => "fbx",
        other => return Err(input.wrong("format", &format!("`format` is glb or fbx, not `{other}`"))),
    };
    let nodes = desk.all("list_nodes", json!(["parent_id"])).await?;
    let named = match input.names("object_names")? {
        Some(names) => Some(family(&nodes, &names)?),
        None if input.flag("selection_only", false)? => Some(selected(desk).await?),
        None => None,
    };
    let part = named.is_some();
    let inside =
        |node: &&Value| named.as_ref().is_none_or(|ids| node["id"].as_str().is_some_and(|id| ids.contains(id)));
    let (ids, names): (Vec<&Value>, Vec<&Value>) =
        nodes.iter().filter(inside).map(|node| (&node["id"], &node["name"])).unzip();
    let modifiers = input.flag("apply_modifiers", true)?;
    let item = json!({ "ids": ids, "path": path, "format": format, "modifiers": modifiers });
    let done = desk.read("export_geometry", json!({ "items": [item] })).await?;
    let written = &done["items"][0];
    Ok(json!({ "path": written["path"], "bytes": written["size"], "selection_only": part, "exported": names }))
}

/// The ids of these nodes and of all below them.
fn family(nodes: &[Value], names: &[&str]) -> Result<HashSet<String>, Fault> {
    let lacking: Vec<&str> =
        names.iter().filter(|name| !nodes.iter().any(|node| node["name"] == **name)).copied().collect();
    if !lacking.is_empty() {
        return Err(Fault::new(Code::NotFound, format!("Objects not found in Blender: {}", lacking.join(", "))));
    }
    let mut found: HashSet<String> = HashSet::new();
    loop {
        let before = found.len();
        for node in nodes {
            let below = node["parent_id"].as_str().is_some_and(|parent| found.contains(parent));
            if (below || names.iter().any(|name| node["name"] == *name))
                && let Some(id) = node["id"].as_str()
            {
                found.insert(id.to_owned());
            }
        }
        if found.len() == before {
            return Ok(found);
        }
    }
}

async fn selected(desk: &Desk) -> Result<HashSet<String>, Fault> {
    let selection = desk.read("get_selection", json!({})).await?;
    let ids: HashSet<String> =
        selection["ids"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    if ids.is_empty() {
        let message = "Nothing is selected in Blender and no object_names were given";
        return Err(Fault::new(Code::InvalidParams, message));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_brings_all_that_is_below_it_in_whatever_order() {
        let node = |name: &str, parent: Value| json!({ "id": format!("id-{name}"), "name": name, "parent_id": parent });
        let nodes = [
            node("nail", json!("id-shoe")),
            node("shoe", json!("id-horse")),
            node("horse", json!(null)),
            node("hay", json!(null)),
        ];
        let ids = |names: &[&str]| {
            let mut found: Vec<String> = family(&nodes, names).unwrap().into_iter().collect();
            found.sort();
            found
        };
        assert_eq!(ids(&["horse"]), ["id-horse", "id-nail", "id-shoe"]);
        assert_eq!(ids(&["hay", "nail"]), ["id-hay", "id-nail"]);
        let message = family(&nodes, &["horse", "cow", "dog"]).unwrap_err().error_message;
        assert_eq!(message, "Objects not found in Blender: cow, dog");
    }
}
