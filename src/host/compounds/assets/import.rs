//! `import_asset`: the files of an asset as what lights the scene, a material, or a model in it.

use glam::DVec3;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::host::compounds::extent::{Extent, boxes};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::{Code, Fault};

#[derive(Deserialize)]
pub(super) struct Given {
    name: Option<String>,
    assign_to: Vec<String>,
    position: Option<[f64; 3]>,
    target_size: Option<f64>,
    fetched: Option<Fetched>,
}

/// What has come, as `host/assets.rs` tells it.
#[derive(Deserialize)]
struct Fetched {
    kind: String,
    name: String,
    main: Option<String>,
    maps: Vec<(String, String)>,
    /// All that there is to tell the caller.
    #[serde(flatten)]
    told: Map<String, Value>,
}

/// Of what is told those that the catalogue has no field for.
const OWN: [&str; 1] = ["folder"];

#[derive(Deserialize)]
struct Imported {
    ids: Vec<String>,
    names: Vec<String>,
    mesh_ids: Vec<String>,
    material_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    parent_id: Option<String>,
    position: [f64; 3],
    scale: [f64; 3],
}

pub(super) async fn import(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let mut given = given?;
    let fetched = given.fetched.take().ok_or_else(not_fetched)?;
    given.suits(&fetched)?;
    let added = match fetched.kind.as_str() {
        "hdri" => environment(&host, &given, &fetched).await?,
        "texture" => surface(&host, &given, &fetched).await?,
        _ => model(&host, &given, &fetched).await?,
    };
    let mut told = fetched.told;
    OWN.iter().for_each(|name| drop(told.shift_remove(*name)));
    told.insert("kind".to_owned(), fetched.kind.into());
    told.insert("name".to_owned(), fetched.name.into());
    if let Value::Object(added) = added {
        told.extend(added);
    }
    Ok(told.into())
}

/// It is fetched before it gets here, beside the main thread, which code on that thread would have to wait for.
fn not_fetched() -> Fault {
    Fault::new(
        Code::WouldDeadlock,
        "an asset is downloaded before it is imported, and nobody has: the main thread does not wait for that",
    )
    .suggest("call import_asset by itself, from outside of the application or from another thread")
}

impl Given {
    /// What makes no sense for one kind is not passed over in silence.
    fn suits(&self, fetched: &Fetched) -> Result<(), Fault> {
        let kind = fetched.kind.as_str();
        if kind != "texture" && !self.assign_to.is_empty() {
            return Err(wrong("assign_to", &format!("nothing, as this is a {kind}"), json!(self.assign_to)));
        }
        if kind != "model" && self.position.is_some() {
            return Err(wrong("position", &format!("nothing, as this is a {kind}"), json!(self.position)));
        }
        if kind != "model" && self.target_size.is_some() {
            return Err(wrong("target_size", &format!("nothing, as this is a {kind}"), json!(self.target_size)));
        }
        if kind == "model" && self.name.is_some() {
            return Err(wrong("name", "nothing, as the nodes of a model have names of their own", json!(self.name)));
        }
        Ok(())
    }

    fn name<'a>(&'a self, fetched: &'a Fetched) -> &'a str {
        self.name.as_deref().unwrap_or(&fetched.name)
    }
}

impl Fetched {
    fn main(&self) -> Result<&str, Fault> {
        self.main.as_deref().ok_or_else(|| Fault::new(Code::Internal, "nothing of what was fetched can be opened"))
    }

    /// Where it came from, for whoever must name its author in a year.
    fn origin(&self) -> Value {
        let authors = self.told["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
        json!({
            "asset_provider": self.told["provider"], "asset_id": self.told["id"], "asset_url": self.told["page_url"],
            "asset_licence": self.told["licence"], "asset_authors": authors.collect::<Vec<_>>().join(", "),
        })
    }
}

async fn environment(host: &Atomics, given: &Given, fetched: &Fetched) -> Result<Value, Fault> {
    let item = json!({
        "name": given.name(fetched), "image": fetched.main()?, "active": true, "metadata": fetched.origin(),
    });
    Ok(json!({ "environment_id": host.make("create_environments", item).await? }))
}

/// Of what its provider says that each map is: names of files are not guessed at.
async fn surface(host: &Atomics, given: &Given, fetched: &Fetched) -> Result<Value, Fault> {
    let item = |(slot, path): &(String, String)| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        json!({ "name": name, "path": path, "color_space": color_space(slot, path) })
    };
    let textures = host.make_all("create_textures", fetched.maps.iter().map(item).collect()).await?;
    let item = json!({ "name": given.name(fetched), "metadata": fetched.origin() });
    let material = host.make("create_materials", item).await?;
    let maps: Vec<(&String, &String, &String)> =
        fetched.maps.iter().zip(&textures).map(|((slot, path), texture)| (slot, path, texture)).collect();
    let item = |(slot, _, texture): &(&String, &String, &String)| json!({ "material_id": material, "slot": slot, "texture_id": texture });
    host.change("set_texture_maps", maps.iter().map(item).collect()).await?;
    if !given.assign_to.is_empty() {
        let items = given.assign_to.iter().map(|mesh| json!({ "mesh_id": mesh, "material_id": material }));
        host.change("assign_materials", items.collect()).await?;
    }
    let told = |(slot, path, texture): &(&String, &String, &String)| json!({ "slot": slot, "texture_id": texture, "path": path });
    Ok(json!({
        "material_id": material, "material_name": given.name(fetched), "maps": maps.iter().map(told).collect::<Vec<_>>(),
    }))
}

/// What light is, as screens show it or linear in an EXR; all else is numbers.
fn color_space(slot: &str, path: &str) -> &'static str {
    match slot {
        "base_color" | "emissive" if path.to_lowercase().ends_with(".exr") => "linear",
        "base_color" | "emissive" => "srgb",
        _ => "data",
    }
}

async fn model(host: &Atomics, given: &Given, fetched: &Fetched) -> Result<Value, Fault> {
    let item = json!({ "path": fetched.main()? });
    let came: Vec<Imported> = host.items("import_geometry", json!({ "items": [item] })).await?;
    let came =
        came.into_iter().next().ok_or_else(|| Fault::new(Code::HandlerError, "`import_geometry` told of nothing"))?;
    let nodes: Vec<Node> = host.read("get_nodes", &came.ids, &["parent_id", "position", "scale"]).await?;
    let inside = |node: &Node| node.parent_id.as_ref().is_some_and(|parent| came.ids.contains(parent));
    let roots: Vec<Node> = nodes.into_iter().filter(|node| !inside(node)).collect();
    let root_ids: Vec<String> = roots.iter().map(|root| root.id.clone()).collect();
    let scale = place(host, given, &roots, &root_ids).await?;
    let items = vec![json!({ "ids": root_ids, "metadata": fetched.origin() })];
    host.change("update_nodes", items).await?;
    let mut told = json!({
        "ids": came.ids, "names": came.names, "root_ids": root_ids, "mesh_ids": came.mesh_ids,
        "material_ids": came.material_ids,
    });
    if let Some(scale) = scale {
        told["scale"] = scale.into();
    }
    Ok(told)
}

/// Makes it as large as was wished and puts it where it was wished. The factor, when there is one.
async fn place(host: &Atomics, given: &Given, roots: &[Node], ids: &[String]) -> Result<Option<f64>, Fault> {
    if given.target_size.is_none() && given.position.is_none() {
        return Ok(None);
    }
    let whole = boxes(host, ids).await?.into_iter().reduce(Extent::with);
    let whole = whole.filter(|whole| whole.radius() > 0.0).ok_or_else(|| {
        Fault::new(Code::NotSupported, "nothing of this model is to be seen, so it has no size and no place")
    })?;
    let factor = given.target_size.map(|size| size / (whole.max - whole.min).max_element());
    let scale = factor.unwrap_or(1.0);
    let way = given
        .position
        .map_or(DVec3::ZERO, |wanted| DVec3::from_array(wanted) - underside(&whole, host.world.up) * scale);
    let item = |root: &Node| {
        let (position, own) = (DVec3::from_array(root.position) * scale + way, DVec3::from_array(root.scale) * scale);
        json!({ "ids": [root.id], "position": position.to_array(), "scale": own.to_array() })
    };
    host.change("update_nodes", roots.iter().map(item).collect()).await?;
    Ok(factor)
}

/// The middle of the side that it stands on.
fn underside(whole: &Extent, up: DVec3) -> DVec3 {
    whole.centre() - up * (whole.max - whole.min).dot(up) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_stands_on_its_underside() {
        let whole = Extent { min: DVec3::new(-1.0, 0.0, 2.0), max: DVec3::new(3.0, 2.0, 6.0) };
        assert_eq!(underside(&whole, DVec3::Z), DVec3::new(1.0, 1.0, 2.0));
        assert_eq!(underside(&whole, DVec3::Y), DVec3::new(1.0, 0.0, 4.0));
    }

    #[test]
    fn colours_are_colours_and_numbers_are_numbers() {
        let check =
            |slot: &str, path: &str, expected: &str| assert_eq!(color_space(slot, path), expected, "{slot} {path}");
        check("base_color", "/a/x_diff_1k.jpg", "srgb");
        check("base_color", "/a/x_diff_1k.EXR", "linear");
        check("roughness", "/a/x_rough_1k.exr", "data");
        check("normal", "/a/x_nor_gl_1k.png", "data");
    }
}
