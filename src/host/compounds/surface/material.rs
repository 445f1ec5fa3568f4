//! `create_material_from_textures`: the pictures of a folder as one material.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::look::unreadable;
use super::maps::{How, Map, Normals, Plan, Remark, Trouble, plan};
use super::vocabulary::Slot;
use crate::host::compounds::{Atomics, wrong};
use crate::wire::{Code, Fault};

/// Files of a folder that are looked at; what has more is no folder of one material.
const MOST: usize = 10_000;
/// Names that an error tells.
const TOLD: usize = 8;

#[derive(Deserialize)]
pub(super) struct Given {
    folder: Option<String>,
    paths: Option<Vec<String>>,
    prefix: Option<String>,
    name: Option<String>,
    normal_format: String,
    ambient_occlusion: bool,
    assign_to: Vec<String>,
}

#[derive(Deserialize)]
struct Made {
    id: String,
    name: String,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let (field, files) = files(&given)?;
    let how = How {
        prefix: given.prefix.as_deref(),
        normals: match &*given.normal_format {
            "opengl" => Some(Normals::OpenGl),
            "directx" => Some(Normals::DirectX),
            _ => None,
        },
        occlusion: given.ambient_occlusion,
    };
    let plan = plan(&files, how).map_err(|trouble| refused(field, trouble))?;
    if let Some((path, why)) = plan.maps.iter().find_map(|map| unreadable(&map.picture)) {
        let suggestion = format!("replace it, or give `paths` without `{path}`");
        return Err(wrong(field, &format!("pictures; `{path}` is none: {why}"), path).suggest(suggestion));
    }
    let missing: Vec<&str> = plan.missing().into_iter().map(Slot::word).collect();
    let textures = textures(&host, &plan).await?;
    let name =
        given.name.unwrap_or_else(|| if plan.name.is_empty() { "Material".to_owned() } else { plan.name.clone() });
    let mut item = json!({ "name": name, "textures": {} });
    for map in plan.maps.iter().filter(|map| map.is_plain()) {
        item["textures"][map.slot.word()] = textures[&map.picture.path].clone().into();
    }
    let made: Vec<Made> = host.items("create_materials", json!({ "items": [item] })).await?;
    let Some(made) = made.into_iter().next() else {
        return Err(Fault::new(Code::HandlerError, "`create_materials` made no material"));
    };
    let others: Vec<Value> =
        plan.maps.iter().filter(|map| !map.is_plain()).map(|map| item_of(map, &made.id, &textures)).collect();
    if !others.is_empty() {
        host.change("set_texture_maps", others).await?;
    }
    if !given.assign_to.is_empty() {
        let items = given.assign_to.iter().map(|mesh| json!({ "mesh_id": mesh, "material_id": made.id }));
        host.change("assign_materials", items.collect()).await?;
    }
    let maps: Vec<Value> = plan.maps.iter().map(|map| told(&plan, map, &textures)).collect();
    let remarks = |remarks: &[Remark]| -> Value {
        remarks.iter().map(|remark| json!({ "path": remark.path, "reason": remark.reason })).collect()
    };
    Ok(json!({
        "material_id": made.id, "name": made.name, "maps": maps, "doubtful": remarks(&plan.doubtful),
        "left_out": remarks(&plan.left_out), "missing": missing,
    }))
}

/// The files that were named, and by which argument.
fn files(given: &Given) -> Result<(&'static str, Vec<String>), Fault> {
    match (&given.folder, &given.paths) {
        (Some(folder), None) => Ok(("folder", inside(folder)?)),
        (None, Some(paths)) if !paths.is_empty() => Ok(("paths", paths.clone())),
        (Some(_), Some(_)) => Err(wrong("paths", "nothing, as there is a `folder`", json!(given.paths))),
        _ => Err(wrong("folder", "a folder of pictures, or `paths`", Value::Null)),
    }
}

/// The files of a folder, by name.
fn inside(folder: &str) -> Result<Vec<String>, Fault> {
    if !Path::new(folder).is_dir() {
        return Err(wrong("folder", "a folder; single files go into `paths`", folder));
    }
    let unread = |error: std::io::Error| {
        Fault::new(Code::PermissionDenied, format!("`{folder}` cannot be read: {error}")).detail("path", "folder")
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        files.extend(path.is_file().then(|| path.to_str().map(str::to_owned)).flatten());
        if files.len() > MOST {
            return Err(wrong("folder", &format!("a folder of at most {MOST} files"), folder));
        }
    }
    files.sort();
    Ok(files)
}

fn refused(field: &str, trouble: Trouble) -> Fault {
    match trouble {
        Trouble::Nothing(near) => {
            let expected = "pictures whose names say what they are: color, roughness, metallic, normal, height, ao, opacity, emission, orm";
            let near_told = if near.is_empty() {
                "no pictures".to_owned()
            } else {
                format!("{} that say nothing known", near.len())
            };
            near.into_iter().take(TOLD).fold(wrong(field, expected, near_told), |fault, near| fault.suggest(near))
        }
        Trouble::Several(sets) => {
            let names: Vec<&str> = sets.iter().map(String::as_str).take(TOLD).collect();
            let expected = format!("the pictures of one material, not of {}: {}", sets.len(), names.join(", "));
            let fault = wrong(field, &expected, json!(names));
            names.iter().fold(fault, |fault, name| fault.suggest(format!("give `prefix: \"{name}\"`")))
        }
    }
}

/// The texture of each picture that is used, by its path.
async fn textures(host: &Atomics, plan: &Plan) -> Result<HashMap<String, String>, Fault> {
    let mut used: Vec<&Map> = Vec::new();
    for map in &plan.maps {
        if used.iter().all(|other| other.picture.path != map.picture.path) {
            used.push(map);
        }
    }
    let item =
        |map: &&Map| json!({ "name": map.picture.file, "path": map.picture.path, "color_space": map.color_space() });
    let ids = host.make_all("create_textures", used.iter().map(item).collect()).await?;
    Ok(used.iter().map(|map| map.picture.path.clone()).zip(ids).collect())
}

fn item_of(map: &Map, material: &str, textures: &HashMap<String, String>) -> Value {
    json!({
        "material_id": material, "slot": map.slot.word(), "texture_id": textures[&map.picture.path],
        "channel": map.channel, "invert": map.invert, "flip_green": map.flip,
    })
}

fn told(plan: &Plan, map: &Map, textures: &HashMap<String, String>) -> Value {
    json!({
        "slot": map.slot.word(), "texture_id": textures[&map.picture.path], "path": map.picture.path,
        "channel": map.channel, "color_space": plan.color_space(map), "inverted": map.invert, "flipped": map.flip,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        names.iter().for_each(|name| std::fs::write(folder.path().join(name), b"\x89PNG\r\n\x1a\n").unwrap());
        folder
    }

    #[test]
    fn a_folder_becomes_a_material_with_colours_as_colours_and_numbers_as_numbers() {
        let folder =
            folder(&["Rock_Albedo.png", "Rock_ORM.png", "Rock_NormalDX.png", "Rock_Emission.exr", "notes.txt"]);
        let mut host = Double::new();
        let made = host.play("create_material_from_textures", json!({ "folder": folder.path() })).unwrap();
        let textures = host.asked("create_textures")["items"].as_array().unwrap().clone();
        let spaces: Vec<(&str, &str)> = textures
            .iter()
            .map(|item| (item["name"].as_str().unwrap(), item["color_space"].as_str().unwrap()))
            .collect();
        assert_eq!(
            spaces,
            [
                ("Rock_Albedo.png", "srgb"),
                ("Rock_ORM.png", "data"),
                ("Rock_NormalDX.png", "data"),
                ("Rock_Emission.exr", "linear")
            ]
        );
        let straight = &host.asked("create_materials")["items"][0];
        assert_eq!(straight["textures"], json!({ "base_color": "Rock_Albedo.png", "emissive": "Rock_Emission.exr" }));
        let others = host.asked("set_texture_maps")["items"].as_array().unwrap();
        let line =
            |item: &Value| format!("{} {} {}", item["slot"], item["channel"], item["flip_green"]).replace('"', "");
        let lines: Vec<String> = others.iter().map(line).collect();
        assert_eq!(lines, ["metallic blue false", "roughness green false", "normal color true"]);
        assert_eq!(made["missing"], json!([]));
        assert_eq!((&made["name"], made["maps"].as_array().unwrap().len()), (&json!("rock"), 5));
        assert!(!host.called().contains(&"assign_materials"));
    }

    #[test]
    fn what_is_no_material_is_told() {
        let check = |arguments: Value, path: &str, word: &str| {
            let fault = Double::new().play("create_material_from_textures", arguments).unwrap_err();
            assert_eq!(fault.details["path"], path, "{fault:?}");
            assert!(format!("{} {:?}", fault.error_message, fault.suggestions).contains(word), "{fault:?}");
        };
        let several = folder(&["Rock_Albedo.png", "Wood_Albedo.png"]);
        check(json!({ "folder": several.path() }), "folder", "prefix: \\\"rock\\\"");
        let (cats, notes) = (folder(&["cat.png", "albdo.png"]), folder(&["notes.txt"]));
        check(json!({ "folder": cats.path() }), "folder", "albedo");
        check(json!({ "folder": notes.path() }), "folder", "no pictures");
        check(json!({ "folder": several.path().join("Rock_Albedo.png") }), "folder", "`paths`");
        check(json!({}), "folder", "`paths`");
        let broken = folder(&[]);
        std::fs::write(broken.path().join("Rock_Rough.png"), b"<html>").unwrap();
        check(json!({ "folder": broken.path() }), "folder", "Rock_Rough.png");
        check(json!({ "folder": several.path(), "paths": ["/a/b_color.png"] }), "paths", "`folder`");
    }
}
