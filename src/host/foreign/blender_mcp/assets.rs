//! The commands about Poly Haven and Sketchfab, over the operations that there are for all providers. As its add-on does,
//! they tell what went wrong as an `error` in a result.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Input;
use crate::catalogue::{GET_ASSET, IMPORT_ASSET, SEARCH_ASSETS};
use crate::host::foreign::desk::Desk;
use crate::wire::{Code, Fault};

/// What is done here.
pub(super) const COMMANDS: &[&str] = &[
    "get_polyhaven_status",
    "get_polyhaven_categories",
    "search_polyhaven_assets",
    "get_polyhaven_asset_preview",
    "download_polyhaven_asset",
    "set_texture",
    "get_sketchfab_status",
    "search_sketchfab_models",
    "get_sketchfab_model_preview",
    "download_sketchfab_model",
];
const POLY_HAVEN: &str = "polyhaven";
const SKETCHFAB: &str = "sketchfab";
/// Its words for kinds of assets, and ours.
const TYPES: [(&str, &str); 3] = [("hdris", "hdri"), ("textures", "texture"), ("models", "model")];
/// As many as it gives at most.
const MOST: i64 = 50;
/// As many as an operation gives, where some of them are left out here.
const ALL: i64 = 100;

/// Does one of the commands.
pub(super) async fn perform(desk: &Desk, command: &str, input: Input<'_>) -> Result<Value, Fault> {
    let done = match command {
        "get_polyhaven_status" => return Ok(status(desk, POLY_HAVEN, "Poly Haven")),
        "get_sketchfab_status" => return Ok(status(desk, SKETCHFAB, "Sketchfab")),
        "get_polyhaven_categories" => categories(desk, input).await,
        "search_polyhaven_assets" => search(desk, input).await,
        "get_polyhaven_asset_preview" => preview(desk, POLY_HAVEN, input.needed("asset_id")).await,
        "download_polyhaven_asset" => download(desk, input).await,
        "set_texture" => set_texture(desk, input).await,
        "search_sketchfab_models" => models(desk, input).await,
        "get_sketchfab_model_preview" => preview(desk, SKETCHFAB, input.needed("uid")).await,
        _ => model(desk, input).await,
    };
    Ok(done.unwrap_or_else(|fault| {
        let words: Vec<&str> =
            std::iter::once(fault.error_message.as_str()).chain(fault.suggestions.iter().map(String::as_str)).collect();
        json!({ "error": words.join(". ") })
    }))
}

fn status(desk: &Desk, name: &str, title: &str) -> Value {
    match desk.engine.asset_source(name) {
        Ok(()) => json!({ "enabled": true, "message": format!("{title} is ready to be used.") }),
        Err(fault) => json!({
            "enabled": false,
            "message": format!("{title} is not available in this host: {}", fault.error_message),
        }),
    }
}

/// A kind of asset by its word for it; None for all.
fn kind(word: Option<&str>) -> Result<Option<&'static str>, Fault> {
    match word {
        None | Some("all") => Ok(None),
        Some(word) => match TYPES.iter().find(|(theirs, _)| *theirs == word) {
            Some((_, ours)) => Ok(Some(ours)),
            None => {
                let message = format!("Invalid asset type: {word}. Must be one of: hdris, textures, models, all");
                Err(Fault::new(Code::InvalidParams, message))
            }
        },
    }
}

fn type_of(kind: &Value) -> &'static str {
    TYPES.iter().find(|(_, ours)| kind == ours).map_or("unknown", |(theirs, _)| theirs)
}

async fn categories(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let kind = kind(input.text("asset_type")?)?;
    let mut asked = json!({ "provider": POLY_HAVEN, "list_categories": true, "limit": 1 });
    if let Some(kind) = kind {
        asked["kind"] = kind.into();
    }
    let found = desk.read(SEARCH_ASSETS, asked).await?;
    let of = |(theirs, ours): &(&str, &str)| {
        let names: Vec<&Value> =
            items(&found["categories"]).filter(|one| one["kind"] == *ours).map(|one| &one["name"]).collect();
        json!({ "type": theirs, "categories": names, "attributes": {} })
    };
    let taxonomy: Vec<Value> = TYPES.iter().filter(|(_, ours)| kind.is_none_or(|kind| kind == *ours)).map(of).collect();
    Ok(json!({ "taxonomy": taxonomy, "truncated": false }))
}

async fn search(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    if input.params.get("attributes").and_then(Value::as_object).is_some_and(|given| !given.is_empty()) {
        let message = "attributes are no filter in this host: say it in the query, or give a category";
        return Err(Fault::new(Code::NotSupported, message));
    }
    let limit = input.number("limit", 1, MOST, 20)?;
    let least = input.params.get("min_size_m").and_then(Value::as_f64);
    let query = input.text("query")?.unwrap_or_default();
    let categories: Vec<&str> = input.text("category")?.filter(|name| !name.is_empty()).into_iter().collect();
    let mut asked = json!({
        "provider": POLY_HAVEN, "query": query, "categories": categories,
        "limit": if least.is_some() { ALL } else { limit },
    });
    if let Some(kind) = kind(input.text("asset_type")?)? {
        asked["kind"] = kind.into();
    }
    let found = desk.read(SEARCH_ASSETS, asked).await?;
    let large = |item: &&Value| {
        least.is_none_or(|least| items(&item["size"]).filter_map(Value::as_f64).any(|side| side >= least))
    };
    let fit: Vec<&Value> = items(&found["items"]).filter(large).collect();
    let total = if least.is_some() { json!(fit.len()) } else { found["total"].clone() };
    let assets: Vec<Value> = fit.into_iter().take(limit as usize).map(brief).collect();
    Ok(json!({
        "returned_count": assets.len(), "assets": assets, "total_count": total,
        "query": if query.is_empty() { Value::Null } else { query.into() }, "note": null,
    }))
}

fn brief(item: &Value) -> Value {
    let mut told = json!({
        "id": item["id"], "name": item["name"], "type": type_of(&item["kind"]), "url": item["page_url"],
        "authors": item["authors"], "downloads": item["downloads"], "tags": item["tags"],
        "category": items(&item["categories"]).filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        "thumbnail_url": item["preview_url"],
    });
    if let Some(size) = millimetres(item) {
        told["dimensions_mm"] = size;
    }
    told
}

fn millimetres(item: &Value) -> Option<Value> {
    item["size"].as_array().map(|sides| sides.iter().filter_map(Value::as_f64).map(|side| side * 1000.0).collect())
}

async fn preview(desk: &Desk, provider: &str, id: Result<&str, Fault>) -> Result<Value, Fault> {
    let asked = json!({ "provider": provider, "id": id?, "preview": true });
    let told = desk.ask(GET_ASSET, asked, None).await?;
    let picture = told.attachments.first().ok_or_else(|| Fault::new(Code::NotFound, "there is no preview"))?;
    let format = picture.media.as_deref().and_then(|media| media.strip_prefix("image/")).unwrap_or("png");
    let json = told.json;
    Ok(json!({
        "success": true, "image_data": STANDARD.encode(&picture.data), "format": format, "asset_id": json["id"],
        "uid": json["id"], "name": json["name"], "model_name": json["name"], "authors": json["authors"],
        "author": json["authors"][0], "url": json["page_url"],
    }))
}

async fn download(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let id = input.needed("asset_id")?;
    let wanted = kind(Some(input.needed("asset_type")?))?;
    let own = desk.read(GET_ASSET, json!({ "provider": POLY_HAVEN, "id": id })).await?;
    if wanted.is_none_or(|wanted| own["kind"] != wanted) {
        let message = format!("`{id}` is not of {}, but of {}", input.needed("asset_type")?, type_of(&own["kind"]));
        return Err(Fault::new(Code::InvalidParams, message));
    }
    let mut asked =
        json!({ "provider": POLY_HAVEN, "id": id, "resolution": input.text("resolution")?.unwrap_or("1k") });
    if let Some(format) = input.text("file_format")? {
        asked["format"] = format.to_lowercase().into();
    }
    let done = desk.read(IMPORT_ASSET, asked).await?;
    let mut told = json!({ "success": true, "authors": done["authors"], "url": done["page_url"] });
    match done["kind"].as_str() {
        Some("hdri") => told["message"] = format!("HDRI {id} imported successfully").into(),
        Some("texture") => {
            told["message"] = format!("Texture {id} imported as material").into();
            told["material"] = done["material_name"].clone();
            told["maps"] = slots(&done["maps"]);
            told["scale_mm"] = millimetres(&done).unwrap_or_default();
            told["mapping_node"] = Value::Null;
        }
        _ => {
            told["message"] = format!("Model {id} imported successfully").into();
            told["imported_objects"] = done["names"].clone();
        }
    }
    Ok(told)
}

fn slots(maps: &Value) -> Value {
    items(maps).map(|map| map["slot"].clone()).collect()
}

/// Puts the material of a texture that was downloaded on an object.
async fn set_texture(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let (object, texture) = (input.needed("object_name")?, input.needed("texture_id")?);
    let materials = desk.all("list_materials", json!(["metadata", "textures"])).await?;
    let material = materials.iter().rev().find(|material| material["metadata"]["asset_id"] == texture);
    let material = material.ok_or_else(|| {
        let message =
            format!("No texture images found for: {texture}. Download it first with download_polyhaven_asset.");
        Fault::new(Code::NotFound, message)
    })?;
    let item = json!({ "mesh_id": object, "material_id": material["id"] });
    desk.read("assign_materials", json!({ "items": [item] })).await?;
    let maps: Vec<&String> = material["textures"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, id)| !id.is_null())
        .map(|(slot, _)| slot)
        .collect();
    let authors = material["metadata"]["asset_authors"].as_str().unwrap_or_default();
    Ok(json!({
        "success": true, "message": format!("Applied texture {texture} to {object}"), "material": material["name"],
        "maps": maps, "authors": [authors], "url": material["metadata"]["asset_url"],
        "material_info": nodes(desk, &material["id"]).await?,
    }))
}

/// Of how many nodes a material is made, and its pictures.
async fn nodes(desk: &Desk, material: &Value) -> Result<Value, Fault> {
    let told = desk.read("list_graph_nodes", json!({ "graph_id": material, "limit": 1 })).await?;
    Ok(json!({ "has_nodes": true, "node_count": told["total"], "texture_nodes": [], "mapping_node": null }))
}

async fn models(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let categories = input.text("categories")?.unwrap_or_default();
    let categories: Vec<&str> = categories.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let asked = json!({
        "provider": SKETCHFAB, "query": input.needed("query")?, "categories": categories,
        "limit": input.number("count", 1, MOST, 20)?,
    });
    let found = desk.read(SEARCH_ASSETS, asked).await?;
    let shaped = |item: &Value| {
        json!({
            "uid": item["id"], "name": item["name"], "viewerUrl": item["page_url"], "faceCount": item["face_count"],
            "user": { "username": item["authors"][0] }, "license": { "label": item["licence"] }, "isDownloadable": true,
            "thumbnails": { "images": item["preview_url"].as_str().map(|url| json!({ "url": url })).into_iter().collect::<Vec<_>>() },
        })
    };
    Ok(json!({ "results": items(&found["items"]).map(shaped).collect::<Vec<_>>() }))
}

async fn model(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let mut asked = json!({ "provider": SKETCHFAB, "id": input.needed("uid")? });
    let normalized = input.flag("normalize_size", false)?;
    if normalized {
        asked["target_size"] = input.params.get("target_size").and_then(Value::as_f64).unwrap_or(1.0).into();
    }
    let done = desk.read(IMPORT_ASSET, asked).await?;
    let mut told = json!({
        "success": true, "message": "Model imported successfully", "imported_objects": done["names"],
        "normalized": normalized, "scale_applied": done["scale"].as_f64().unwrap_or(1.0),
    });
    let fields = json!({ "ids": done["mesh_ids"], "fields": ["bounds"] });
    if items(&done["mesh_ids"]).next().is_some() {
        let nodes = desk.read("get_nodes", fields).await?;
        if let Some((least, most)) = around(items(&nodes["items"])) {
            told["dimensions"] = (0..3).map(|axis| Value::from(most[axis] - least[axis])).collect();
            told["world_bounding_box"] = json!([least, most]);
        }
    }
    Ok(told)
}

/// The box around the boxes of nodes.
fn around<'a>(nodes: impl Iterator<Item = &'a Value>) -> Option<([f64; 3], [f64; 3])> {
    let corner = |value: &Value| serde_json::from_value::<[f64; 3]>(value.clone()).ok();
    let boxes = nodes.filter_map(|node| Some((corner(&node["bounds"]["min"])?, corner(&node["bounds"]["max"])?)));
    boxes.reduce(|(least, most), (low, high)| {
        (std::array::from_fn(|axis| least[axis].min(low[axis])), std::array::from_fn(|axis| most[axis].max(high[axis])))
    })
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
