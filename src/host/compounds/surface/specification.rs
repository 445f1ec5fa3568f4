//! A material said without any host: which image tells what of it, and the nodes and links that this makes.

use serde::{Deserialize, Serialize};
use serde_json::{Map as Object, Value, json};

use super::files::Picture;
use super::graph::Graph;
use super::maps::{How, Map, Plan, Remark, Trouble, chosen};
use super::vocabulary::{Means, Slot};
use crate::host::compounds::wrong;
use crate::wire::Fault;

/// Channels that a picture has, and their letters after the key of a packed one.
const CHANNELS: [(&str, &str); 5] = [("color", ""), ("red", ".r"), ("green", ".g"), ("blue", ".b"), ("alpha", ".a")];
const SPACES: [&str; 3] = ["srgb", "linear", "data"];

/// What one image tells of a material.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drawn {
    pub(super) slot: String,
    pub(super) image: String,
    #[serde(default = "color")]
    pub(super) channel: String,
    pub(super) color_space: String,
    #[serde(default)]
    pub(super) invert: bool,
    #[serde(default)]
    pub(super) flip_green: bool,
    /// Numbers of the tiles of an image that is a set of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tiles: Vec<u32>,
}

fn color() -> String {
    "color".to_owned()
}

impl Drawn {
    fn of(plan: &Plan, map: &Map) -> Self {
        Self {
            slot: map.slot.word().to_owned(),
            image: map.picture.path.clone(),
            channel: map.channel.to_owned(),
            color_space: plan.color_space(map).to_owned(),
            invert: map.invert,
            flip_green: map.flip,
            tiles: map.picture.tiles.clone(),
        }
    }

    fn rank(&self) -> Option<usize> {
        Slot::ALL.iter().position(|slot| slot.word() == self.slot)
    }

    fn check(&self, at: usize) -> Result<(), Fault> {
        let path = |field: &str| format!("maps[{at}].{field}");
        let channels = CHANNELS.map(|(channel, _)| channel);
        if self.rank().is_none() {
            let slots = Slot::ALL.map(Slot::word);
            return Err(wrong(&path("slot"), &format!("one of {}", slots.join(", ")), self.slot.as_str()));
        }
        if !channels.contains(&self.channel.as_str()) {
            return Err(wrong(&path("channel"), &format!("one of {}", channels.join(", ")), self.channel.as_str()));
        }
        if !SPACES.contains(&self.color_space.as_str()) {
            return Err(wrong(
                &path("color_space"),
                &format!("one of {}", SPACES.join(", ")),
                self.color_space.as_str(),
            ));
        }
        if self.flip_green && self.slot != "normal" {
            return Err(wrong(&path("flip_green"), "false: only normals have a green that may point down", true));
        }
        if self.slot == "normal" && self.channel != "color" {
            return Err(wrong(
                &path("channel"),
                "`color`: a normal is all three numbers of a picture",
                self.channel.as_str(),
            ));
        }
        Ok(())
    }
}

/// What words of a caller's own, or names of files, say that images tell of a material.
pub(crate) fn material_specification(images: &[(String, String)], name: Option<&str>) -> Result<Value, Fault> {
    let keyed = images.iter().map(|(key, image)| Picture::keyed(key, image)).collect();
    let pictures = Picture::with_tiles(keyed);
    let how = How { occlusion: true, ..How::default() };
    let mut plan = chosen(&pictures, set_of(images), how).map_err(|trouble| nothing(images, &trouble))?;
    for (key, image) in images {
        let (told, named) = (Picture::keyed(key, "").means, Picture::of(image).and_then(|picture| picture.means));
        if let (Some(told), Some(named)) = (told, named)
            && !agree(told, named)
        {
            let reason = format!("taken for what its key `{key}` says; its name says something else");
            plan.doubtful.push(Remark { path: image.clone(), reason });
        }
    }
    let maps: Vec<Drawn> = plan.maps.iter().map(|map| Drawn::of(&plan, map)).collect();
    let name = name
        .map_or_else(|| if plan.name.is_empty() { "Material".to_owned() } else { plan.name.clone() }, str::to_owned);
    Ok(told(&name, &maps, &plan))
}

/// Whether two words may mean the same picture: a normal map is one, of whichever hand.
fn agree(told: Means, named: Means) -> bool {
    let normal = |means| matches!(means, Means::OpenGl | Means::DirectX | Means::One(Slot::Normal));
    told == named
        || normal(told) && normal(named) && (told == Means::One(Slot::Normal) || named == Means::One(Slot::Normal))
}

/// What the names of all images have in common.
fn set_of(images: &[(String, String)]) -> String {
    let mut sets = images.iter().filter_map(|(_, image)| Picture::of(image)).map(|picture| picture.set);
    let Some(first) = sets.next() else { return String::new() };
    if sets.all(|set| set == first) { first } else { String::new() }
}

fn nothing(images: &[(String, String)], trouble: &Trouble) -> Fault {
    let expected = "images by what they are: color, roughness, metallic, normal, height, ao, opacity, emission, arm";
    let keys: Vec<&str> = images.iter().map(|(key, _)| key.as_str()).collect();
    let near = if let Trouble::Nothing(near) = trouble { near.clone() } else { Vec::new() };
    near.into_iter().fold(wrong("images_map", expected, json!(keys)), |fault, near| fault.suggest(near))
}

fn told(name: &str, maps: &[Drawn], plan: &Plan) -> Value {
    let graph = Graph::of(maps);
    let remarks = |remarks: &[Remark]| -> Vec<Value> {
        remarks.iter().map(|remark| json!({ "path": remark.path, "reason": remark.reason })).collect()
    };
    let missing: Vec<&str> = plan.missing().into_iter().map(Slot::word).collect();
    json!({
        "name": name, "maps": maps, "nodes": graph.nodes, "links": graph.links, "missing": missing,
        "doubtful": remarks(&plan.doubtful), "left_out": remarks(&plan.left_out),
    })
}

/// The nodes and links of maps, such as a host tells them, in the order of all specifications.
pub(crate) fn material_graph(maps: Value) -> Result<Value, Fault> {
    let mut maps: Vec<Drawn> =
        serde_json::from_value(maps.clone()).map_err(|error| wrong("maps", &format!("maps ({error})"), maps))?;
    for (at, map) in maps.iter().enumerate() {
        map.check(at)?;
        if maps[..at].iter().any(|other| other.slot == map.slot) {
            return Err(wrong(&format!("maps[{at}].slot"), "each thing told by one image", map.slot.as_str()));
        }
        let same = maps[..at].iter().find(|other| other.image == map.image);
        if let Some(other) = same.filter(|other| other.color_space != map.color_space) {
            let expected = format!("`{}`, as the same image has above", other.color_space);
            return Err(wrong(&format!("maps[{at}].color_space"), &expected, map.color_space.as_str()));
        }
    }
    maps.sort_by_key(Drawn::rank);
    let graph = Graph::of(&maps);
    Ok(json!({ "maps": maps, "nodes": graph.nodes, "links": graph.links }))
}

/// Which key tells what, with the letter of the channel of a packed one: `{"roughness": "arm.g"}`.
pub(crate) fn material_slots(keys: &[String]) -> Value {
    let pictures: Vec<Picture> = keys.iter().map(|key| Picture::keyed(key, key)).collect();
    let how = How { occlusion: true, ..How::default() };
    let maps = chosen(&pictures, String::new(), how).map(|plan| plan.maps).unwrap_or_default();
    let line = |map: &Map| {
        let (_, letter) = CHANNELS.into_iter().find(|(channel, _)| *channel == map.channel).unwrap_or_default();
        // Seed 002's callers know the height by what it does.
        let slot = if map.slot == Slot::Height { "displacement" } else { map.slot.word() };
        (slot.to_owned(), Value::from(format!("{}{letter}", map.picture.path)))
    };
    Value::Object(maps.iter().map(line).collect::<Object<String, Value>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn images(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, image)| ((*key).to_owned(), (*image).to_owned())).collect()
    }

    fn links(spec: &Value) -> Vec<String> {
        let line = |link: &Value| {
            let [from, out, to, into] =
                ["from_node", "from_socket", "to_node", "to_socket"].map(|name| link[name].as_str().unwrap());
            format!("{from}.{out} > {to}.{into}")
        };
        spec["links"].as_array().unwrap().iter().map(line).collect()
    }

    #[test]
    fn keys_say_what_images_are_and_packed_ones_are_taken_apart() {
        let given = images(&[("color", "wood_col.png"), ("arm", "wood_arm.png"), ("nor_dx", "wood_nor_dx.png")]);
        let spec = material_specification(&given, None).unwrap();
        assert_eq!(spec["name"], "wood");
        let links = links(&spec);
        for link in [
            "principled.BSDF > output.Surface",
            "base_color_texture.Color > occlusion.A_Color",
            "occlusion.Result_Color > principled.Base Color",
            "metallic_texture.Color > metallic_channels.Color",
            "metallic_channels.Blue > principled.Metallic",
            "metallic_channels.Green > principled.Roughness",
            "normal_green.Value > normal_flipped.Green",
            "normal_flipped.Color > normal_map.Color",
        ] {
            assert!(links.contains(&link.to_owned()), "{link}: {links:?}");
        }
        let again = material_graph(spec["maps"].clone()).unwrap();
        assert_eq!((&again["nodes"], &again["links"]), (&spec["nodes"], &spec["links"]));
    }

    #[test]
    fn keys_become_slots() {
        let slots = |keys: &[&str]| material_slots(&keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            slots(&["color", "roughness", "metallic", "normal", "displacement"]),
            json!({ "base_color": "color", "metallic": "metallic", "roughness": "roughness", "normal": "normal",
                    "displacement": "displacement" })
        );
        assert_eq!(slots(&["arm"]), json!({ "metallic": "arm.b", "roughness": "arm.g", "ambient_occlusion": "arm.r" }));
        assert_eq!(slots(&["blend", "gltf"]), json!({}));
        assert_eq!(slots(&[]), json!({}));
    }

    #[test]
    fn what_is_no_material_is_told() {
        let refused = |maps: Value, path: &str| assert_eq!(material_graph(maps).unwrap_err().details["path"], path);
        let map = json!({ "slot": "roughness", "image": "a.png", "color_space": "data" });
        refused(json!([map, map]), "maps[1].slot");
        refused(json!([{ "slot": "shine", "image": "a.png", "color_space": "data" }]), "maps[0].slot");
        refused(
            json!([{ "slot": "normal", "image": "a.png", "color_space": "data", "channel": "red" }]),
            "maps[0].channel",
        );
        refused(json!([{ "slot": "roughness" }]), "maps");
        let fault = material_specification(&images(&[("colro", "x")]), None).unwrap_err();
        assert!(fault.suggestions[0].contains("color"), "{fault:?}");
        let twice = images(&[("Diffuse", "a.png"), ("rough", "wall_color.png")]);
        let spec = material_specification(&twice, Some("Wall")).unwrap();
        assert!(spec["doubtful"].to_string().contains("its key `rough`"), "{spec}");
    }
}
