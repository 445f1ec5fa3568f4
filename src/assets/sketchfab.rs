//! Sketchfab: models of many authors under many licences, downloaded with the key of an account (Data API v3 and Download
//! API: `/v3/search`, `/v3/models`, `/v3/categories`).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::web::encoded;
use super::{About, Asset, Category, Form, Kind, Page, Part, Pending, Provider, Role, Web, Wish};
use crate::wire::{Code, Fault};

pub(super) struct Sketchfab;

static ABOUT: About = About {
    name: "sketchfab",
    title: "Sketchfab",
    home: "https://api.sketchfab.com",
    kinds: &[Kind::Model],
    cost: "free with an account and its key; models that are sold are not downloaded",
    licence: "each model's own: most want their author named, some forbid commercial use or changes",
    key: Some("Token"),
};
/// As many as the API gives at once.
const PAGE: usize = 24;
/// Its formats that are glTF: one file, or an archive.
const FORMATS: [&str; 2] = ["glb", "gltf"];
/// Of a preview: about as wide as somebody looks at.
const WIDE: u64 = 400;

#[derive(Deserialize)]
struct Found {
    results: Vec<Model>,
    cursors: Option<Cursors>,
}

#[derive(Deserialize)]
struct Cursors {
    next: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Model {
    uid: String,
    name: String,
    #[serde(default)]
    viewer_url: String,
    user: User,
    license: Option<Licence>,
    face_count: Option<u64>,
    download_count: Option<u64>,
    #[serde(default)]
    tags: Vec<Named>,
    #[serde(default)]
    categories: Vec<Named>,
    #[serde(default)]
    thumbnails: Thumbnails,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    username: String,
    #[serde(default)]
    display_name: String,
}

#[derive(Deserialize)]
struct Licence {
    #[serde(default)]
    label: String,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    #[serde(default)]
    slug: Option<String>,
}

#[derive(Default, Deserialize)]
struct Thumbnails {
    #[serde(default)]
    images: Vec<Image>,
}

#[derive(Deserialize)]
struct Image {
    url: String,
    #[serde(default)]
    width: u64,
}

#[derive(Deserialize)]
struct Listed {
    results: Vec<Named>,
}

#[derive(Deserialize)]
struct File {
    url: String,
    size: Option<u64>,
}

impl Provider for Sketchfab {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn search<'a>(&'a self, web: &'a Web, wish: &'a Wish) -> Pending<'a, Page> {
        Box::pin(search(web, wish))
    }

    fn find<'a>(&'a self, web: &'a Web, id: &'a str) -> Pending<'a, Asset> {
        Box::pin(async move { Ok(asset(web.json(&format!("/v3/models/{}", checked(id)?)).await?)) })
    }

    fn forms<'a>(&'a self, web: &'a Web, asset: &'a Asset) -> Pending<'a, Vec<Form>> {
        Box::pin(async move {
            let path = format!("/v3/models/{}/download", checked(&asset.id)?);
            let files: BTreeMap<String, Option<File>> = web.json(&path).await?;
            let forms: Vec<Form> =
                FORMATS.into_iter().filter_map(|format| form(format, files.get(format)?.as_ref()?)).collect();
            match forms.is_empty() {
                true => Err(web.reshaped(&path, "expected `glb` or `gltf`, found neither")),
                false => Ok(forms),
            }
        })
    }
}

/// Ids are parts of paths.
fn checked(id: &str) -> Result<&str, Fault> {
    let good = !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    good.then_some(id).ok_or_else(|| {
        Fault::new(Code::InvalidParams, format!("an id of Sketchfab has letters and digits, and `{id}` is none"))
            .detail("path", "id")
            .detail("got", id)
    })
}

fn form(format: &str, file: &File) -> Option<Form> {
    let (name, role) = match format {
        "glb" => ("model.glb", Role::Main),
        "gltf" => ("model.zip", Role::Archive),
        _ => return None,
    };
    let part = Part { url: file.url.clone(), path: name.to_owned(), bytes: file.size, md5: None, role };
    Some(Form { resolution: None, format: format.to_owned(), bytes: file.size, parts: vec![part] })
}

fn asset(model: Model) -> Asset {
    let Model { uid, user, thumbnails, .. } = model;
    let mut images = thumbnails.images;
    images.sort_by_key(|image| image.width.abs_diff(WIDE));
    let named = |list: Vec<Named>| list.into_iter().map(|named| named.name).collect();
    Asset {
        provider: ABOUT.name,
        page_url: model.viewer_url,
        id: uid,
        name: model.name,
        kind: Kind::Model,
        categories: named(model.categories),
        tags: named(model.tags),
        authors: vec![if user.display_name.is_empty() { user.username } else { user.display_name }],
        licence: model
            .license
            .map(|licence| licence.label)
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| "not told".to_owned()),
        preview_url: images.into_iter().next().map(|image| image.url),
        downloads: model.download_count,
        face_count: model.face_count,
        size: None,
    }
}

async fn search(web: &Web, wish: &Wish) -> Result<Page, Fault> {
    let mut path = format!("/v3/search?type=models&downloadable=true&count={}", wish.limit.min(PAGE));
    let mut add = |name: &str, value: &str| path.push_str(&format!("&{name}={}", encoded(value)));
    if !wish.query.is_empty() {
        add("q", &wish.query);
    }
    wish.categories.iter().for_each(|name| add("categories", name));
    if let Some(cursor) = &wish.cursor {
        add("cursor", cursor);
    }
    let found: Found = web.json(&path).await?;
    let mut categories = Vec::new();
    if wish.list_categories {
        let listed: Listed = web.json("/v3/categories").await?;
        // A search wants the short form of the name.
        let name = |named: Named| named.slug.unwrap_or(named.name);
        categories = listed
            .results
            .into_iter()
            .map(name)
            .map(|name| Category { provider: ABOUT.name, kind: Kind::Model, name, count: None })
            .collect();
    }
    let next_cursor = found.cursors.and_then(|cursors| cursors.next);
    Ok(Page { items: found.results.into_iter().map(asset).collect(), total: None, next_cursor, categories })
}
