//! The arrays of a mesh with which another one is made: those that say something.

use serde_json::{Map, Value};

use super::fit::Sides;
use super::lost::Lost;
use super::normals::Form;
use super::read::{Scene, text};
use crate::wire::placeholder;

/// Leaves out arrays that say nothing, and tells what they cannot say.
pub(super) fn arrays(
    item: &mut Map<String, Value>,
    told: &Value,
    (scene, slots): (&Scene, usize),
    sides: &Sides<'_>,
    lost: &mut Lost,
) {
    let id = text(told, "id");
    let read =
        |name: &str| -> Option<Vec<f64>> { Some(scene.arrays.get(placeholder(&told[name])?)?.elements().collect()) };
    let (vertices, indices, sizes) =
        (read("vertices").unwrap_or_default(), read("indices").unwrap_or_default(), read("face_sizes"));
    let form = Form { vertices: &vertices, indices: &indices, sizes: sizes.as_deref() };
    let loose = told["edge_count"].as_u64().unwrap_or_default().saturating_sub(form.edges() as u64);
    if loose > 0 {
        lost.add("edges", "edges without a face are not transferred", id);
    }
    shading(item, told, (&form, read("normals")), sides);
    if sizes.is_some_and(|sizes| sizes.iter().all(|size| *size == 3.0)) {
        item.remove("face_sizes");
    }
    if indices.is_empty() {
        for name in ["indices", "face_sizes", "face_materials", "normals", "uvs"] {
            item.remove(name);
        }
    }
    match read("face_materials") {
        Some(numbers) if numbers.iter().any(|number| *number as usize >= slots.max(1)) => {
            item.remove("face_materials");
            lost.add("meshes.face_materials", "some of its slots have no material that goes", id);
        }
        Some(numbers) if numbers.iter().any(|number| *number > 0.0) => {}
        _ => drop(item.remove("face_materials")),
    }
}

/// How faces are shaded: by a switch where both ends have one, by normals where they say more, or where one end has
/// nothing else to say it.
fn shading(
    item: &mut Map<String, Value>,
    told: &Value,
    (form, normals): (&Form<'_>, Option<Vec<f64>>),
    sides: &Sides<'_>,
) {
    let Some(normals) = normals else { return };
    if !form.gives(&normals) {
        if item.get("smooth") == Some(&Value::Bool(false)) {
            // They say it themselves, and flat faces would not show them.
            item.remove("smooth");
        }
        return;
    }
    // A host without the switch has normals of the form only where faces are smooth.
    let smooth = sides.source.lacks("meshes.smooth").is_some() || told["smooth"] == true;
    if sides.target.lacks("meshes.smooth").is_some() {
        if !smooth {
            item.remove("normals");
        }
        return;
    }
    item.remove("normals");
    if smooth {
        item.insert("smooth".to_owned(), true.into());
    }
}
