//! Poly Haven: HDRIs, textures and models by a few authors, all free (its public API: `/assets`, `/categories`, `/info`,
//! `/files`).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::web::encoded;
use super::{About, Asset, Category, Form, Kind, Page, Part, Pending, Provider, Role, Web, Wish};
use crate::wire::{Code, Fault};

pub(super) struct PolyHaven;

static ABOUT: About = About {
    name: "polyhaven",
    title: "Poly Haven",
    home: "https://api.polyhaven.com",
    kinds: &[Kind::Hdri, Kind::Texture, Kind::Model],
    cost: "free",
    licence: "CC0: any use, nobody need be named",
    key: None,
};
const SITE: &str = "https://polyhaven.com/a";
const LICENCE: &str = "CC0";

/// The maps that make a surface, in the provider's words and in the catalogue's; of one slot the first that is there. Its
/// packed maps (`arm`) say what these say again.
const MAPS: &[(&str, &str)] = &[
    ("Diffuse", "base_color"),
    ("diff", "base_color"),
    ("col_1", "base_color"),
    ("col_01", "base_color"),
    ("Rough", "roughness"),
    ("Metal", "metallic"),
    ("nor_gl", "normal"),
    ("Displacement", "height"),
    ("Opacity", "opacity"),
    ("opacity", "opacity"),
    ("Emission", "emissive"),
    ("emission", "emissive"),
];
/// What scenes are made with, the usual one first. Of a surface a JPEG is a tenth of a PNG, and of an HDRI an HDR of an EXR.
const OF_HDRI: &[&str] = &["hdr", "exr"];
const OF_TEXTURE: &[&str] = &["jpg", "png", "exr"];
const OF_MODEL: &[&str] = &["gltf", "fbx", "usd"];
/// What is taken where nothing is said: what a background or a preview needs.
const USUAL: &str = "1k";

#[derive(Deserialize)]
struct Record {
    name: String,
    r#type: u8,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    authors: BTreeMap<String, String>,
    #[serde(default)]
    download_count: Option<u64>,
    #[serde(default)]
    thumbnail_url: Option<String>,
    /// In millimetres.
    #[serde(default)]
    dimensions: Option<Vec<f64>>,
}

#[derive(Clone, Deserialize)]
struct File {
    url: String,
    size: u64,
    md5: String,
    #[serde(default)]
    include: BTreeMap<String, File>,
}

/// A map or a format, its resolutions, and the formats of each. Beside those there are single files, which are no form.
type Files = BTreeMap<String, serde_json::Value>;
type Resolutions = BTreeMap<String, BTreeMap<String, File>>;

impl Provider for PolyHaven {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn search<'a>(&'a self, web: &'a Web, wish: &'a Wish) -> Pending<'a, Page> {
        Box::pin(search(web, wish))
    }

    fn find<'a>(&'a self, web: &'a Web, id: &'a str) -> Pending<'a, Asset> {
        Box::pin(async move {
            let record: Record = web.json(&format!("/info/{}", checked(id)?)).await?;
            asset(web, id.to_owned(), record)
        })
    }

    fn forms<'a>(&'a self, web: &'a Web, asset: &'a Asset) -> Pending<'a, Vec<Form>> {
        Box::pin(async move {
            let path = format!("/files/{}", checked(&asset.id)?);
            let files: Files = web.json(&path).await?;
            let forms = match asset.kind {
                Kind::Hdri => hdri(web, &path, &files)?,
                Kind::Texture => texture(web, &path, &files)?,
                Kind::Model => model(web, &path, &files)?,
            };
            match forms.is_empty() {
                true => Err(web.reshaped(&path, "expected files that can be used, found none")),
                false => Ok(forms),
            }
        })
    }
}

/// Ids are parts of paths.
fn checked(id: &str) -> Result<&str, Fault> {
    let good = !id.is_empty()
        && id.len() <= 100
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    good.then_some(id).ok_or_else(|| {
        Fault::new(
            Code::InvalidParams,
            format!("an id of Poly Haven has letters, digits, `_` and `-`, and `{id}` is none"),
        )
        .detail("path", "id")
        .detail("got", id)
    })
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Hdri => "hdris",
        Kind::Texture => "textures",
        Kind::Model => "models",
    }
}

fn asset(web: &Web, id: String, record: Record) -> Result<Asset, Fault> {
    let kind = match record.r#type {
        0 => Kind::Hdri,
        1 => Kind::Texture,
        2 => Kind::Model,
        other => return Err(web.reshaped(&id, &format!("expected 0, 1 or 2 as `type`, got {other}"))),
    };
    Ok(Asset {
        provider: ABOUT.name,
        page_url: format!("{SITE}/{id}"),
        id,
        name: record.name,
        kind,
        categories: record.categories,
        tags: record.tags,
        authors: record.authors.into_keys().collect(),
        licence: LICENCE.to_owned(),
        preview_url: record.thumbnail_url,
        downloads: record.download_count,
        face_count: None,
        size: record.dimensions.map(|sides| sides.into_iter().map(|side| side / 1000.0).collect()),
    })
}

async fn search(web: &Web, wish: &Wish) -> Result<Page, Fault> {
    let kind = wish.kind.map_or("all", word);
    let categories = wish.categories.iter().map(|name| encoded(name)).collect::<Vec<_>>().join(",");
    let filter = if categories.is_empty() { String::new() } else { format!("&categories={categories}") };
    let records: BTreeMap<String, Record> = web.json(&format!("/assets?type={kind}{filter}")).await?;
    let mut found = Vec::new();
    for (id, record) in records {
        let rank = rank(&wish.query, &id, &record);
        if let Some(rank) = rank {
            found.push((Reverse(rank), Reverse(record.download_count), asset(web, id, record)?));
        }
    }
    found.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let total = found.len();
    let from = match &wish.cursor {
        None => 0,
        Some(cursor) => cursor.parse().map_err(|_| bad_cursor(cursor))?,
    };
    let items: Vec<Asset> = found.into_iter().skip(from).take(wish.limit).map(|(.., asset)| asset).collect();
    let next = from + items.len();
    let next_cursor = (next < total && !items.is_empty()).then(|| next.to_string());
    let mut categories = Vec::new();
    if wish.list_categories {
        for kind in ABOUT.kinds.iter().filter(|kind| wish.kind.is_none_or(|wanted| wanted == **kind)) {
            let counted: BTreeMap<String, u64> = web.json(&format!("/categories/{}", word(*kind))).await?;
            let category = |(name, count)| Category { provider: ABOUT.name, kind: *kind, name, count: Some(count) };
            categories.extend(counted.into_iter().filter(|(name, _)| name != "all").map(category));
        }
    }
    Ok(Page { items, total: Some(total), next_cursor, categories })
}

fn bad_cursor(cursor: &str) -> Fault {
    Fault::new(Code::InvalidParams, format!("`{cursor}` is no cursor that search_assets has given"))
        .detail("path", "cursor")
        .detail("got", cursor)
}

/// How well it answers a query: each word must be somewhere, and counts for more in the name.
fn rank(query: &str, id: &str, record: &Record) -> Option<usize> {
    let name = format!("{} {}", record.name, id.replace('_', " ")).to_lowercase();
    let about = record.categories.iter().chain(&record.tags).map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let of = |word: &str| match () {
        () if name.split_whitespace().any(|own| own == word) => Some(3),
        () if name.contains(word) => Some(2),
        () if about.iter().any(|own| own.contains(word)) => Some(1),
        () => None,
    };
    query.to_lowercase().split_whitespace().map(of).sum()
}

/// The resolutions and formats of one of the names in an answer.
fn resolutions(web: &Web, path: &str, name: &str, files: &Files) -> Result<Resolutions, Fault> {
    let Some(value) = files.get(name) else { return Ok(Resolutions::new()) };
    Resolutions::deserialize(value).map_err(|error| web.reshaped(path, &format!("`{name}`: {error}")))
}

fn hdri(web: &Web, path: &str, files: &Files) -> Result<Vec<Form>, Fault> {
    let found = resolutions(web, path, "hdri", files)?;
    Ok(forms(OF_HDRI, &found.keys().cloned().collect::<Vec<_>>(), |resolution, format| {
        let file = found.get(resolution)?.get(format)?;
        Some(vec![part(file, Role::Main)])
    }))
}

fn texture(web: &Web, path: &str, files: &Files) -> Result<Vec<Form>, Fault> {
    let mut maps: Vec<(&'static str, Resolutions)> = Vec::new();
    for (name, slot) in MAPS {
        let found = resolutions(web, path, name, files)?;
        if !found.is_empty() && maps.iter().all(|(known, _)| known != slot) {
            maps.push((slot, found));
        }
    }
    let mut known: Vec<String> = maps.iter().flat_map(|(_, found)| found.keys().cloned()).collect();
    known.sort();
    known.dedup();
    Ok(forms(OF_TEXTURE, &known, |resolution, format| {
        let file = |(slot, found): &(&'static str, Resolutions)| {
            Some(part(found.get(resolution)?.get(format)?, Role::Map(slot)))
        };
        let parts: Vec<Part> = maps.iter().filter_map(file).collect();
        (!parts.is_empty()).then_some(parts)
    }))
}

fn model(web: &Web, path: &str, files: &Files) -> Result<Vec<Form>, Fault> {
    let mut all = Vec::new();
    for format in OF_MODEL {
        let found = resolutions(web, path, format, files)?;
        all.extend(forms(&[format], &found.keys().cloned().collect::<Vec<_>>(), |resolution, format| {
            let file = found.get(resolution)?.get(format)?;
            let beside =
                file.include.iter().map(|(path, file)| Part { path: path.clone(), ..part(file, Role::Beside) });
            Some(std::iter::once(part(file, Role::Main)).chain(beside).collect())
        }));
    }
    all.sort_by_key(|form| form.resolution.as_deref() != Some(USUAL));
    Ok(all)
}

/// Every form there is, the usual resolution first and else by size.
fn forms(formats: &[&str], resolutions: &[String], parts: impl Fn(&str, &str) -> Option<Vec<Part>>) -> Vec<Form> {
    let number = |name: &String| name.trim_end_matches('k').parse::<u32>().unwrap_or(u32::MAX);
    let mut resolutions = resolutions.to_vec();
    resolutions.sort_by_key(|name| (name != USUAL, number(name)));
    let mut all = Vec::new();
    for resolution in &resolutions {
        for format in formats {
            let Some(parts) = parts(resolution, format) else { continue };
            let bytes = parts.iter().map(|part| part.bytes).sum();
            all.push(Form { resolution: Some(resolution.clone()), format: (*format).to_owned(), bytes, parts });
        }
    }
    all
}

fn part(file: &File, role: Role) -> Part {
    let name = file.url.split(['?', '#']).next().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
    Part { url: file.url.clone(), path: name.to_owned(), bytes: Some(file.size), md5: Some(file.md5.clone()), role }
}
