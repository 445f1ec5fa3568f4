//! Ready-made things from providers on the internet: finding them, and bringing their files to this machine. Nothing here
//! knows a scene.
//!
//! A provider is one file that says what it costs, under which licence its things are, and how its API is asked. What is
//! the same for all is here: who is asked (`web`, `address`), how files come (`download`, `archive`) and where they lie
//! (`cache`).

mod address;
mod archive;
mod cache;
mod download;
mod polyhaven;
mod sketchfab;
#[cfg(test)]
mod tests;
mod web;

use std::path::{Path, PathBuf};
use std::pin::Pin;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::wire::{Code, Fault};
pub(crate) use cache::Cache;
use cache::Entry;
pub(crate) use web::{Limits, Web};

/// What an asset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A picture all around, to light a scene with.
    Hdri,
    /// The maps of a surface.
    Texture,
    Model,
}

/// What a provider says of itself.
#[derive(Debug)]
pub(crate) struct About {
    pub(crate) name: &'static str,
    /// What people call it.
    pub(crate) title: &'static str,
    /// Its API, where the owner names no other address.
    pub(crate) home: &'static str,
    pub(crate) kinds: &'static [Kind],
    pub(crate) cost: &'static str,
    pub(crate) licence: &'static str,
    /// Whether it wants a key, and what stands before it in `Authorization`.
    pub(crate) key: Option<&'static str>,
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    pub(crate) query: String,
    pub(crate) kind: Option<Kind>,
    #[serde(default)]
    pub(crate) categories: Vec<String>,
    pub(crate) limit: usize,
    pub(crate) cursor: Option<String>,
    #[serde(default)]
    pub(crate) list_categories: bool,
}

/// One thing to be had.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Asset {
    pub(crate) provider: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) licence: String,
    pub(crate) page_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) preview_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) downloads: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) face_count: Option<u64>,
    /// In metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<Vec<f64>>,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Asset>,
    pub(crate) total: Option<usize>,
    pub(crate) next_cursor: Option<String>,
    pub(crate) categories: Vec<Category>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Category {
    pub(crate) provider: &'static str,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<u64>,
}

/// In which form an asset may be had.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Form {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resolution: Option<String>,
    pub(crate) format: String,
    /// Bytes in all, where the provider says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bytes: Option<u64>,
    /// What it consists of.
    #[serde(skip)]
    parts: Vec<Part>,
}

/// One file of it.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    url: String,
    /// Inside the asset's folder.
    path: String,
    bytes: Option<u64>,
    md5: Option<String>,
    role: Role,
}

#[derive(Clone, Debug, PartialEq)]
enum Role {
    /// What is opened; the others lie beside it.
    Main,
    Beside,
    /// A map of a surface, by the catalogue's word for it.
    Map(&'static str),
    /// Packed: what is opened is inside.
    Archive,
}

/// What is wanted of an asset.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) resolution: Option<String>,
    pub(crate) format: Option<String>,
}

/// An asset that is on this machine.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fetched {
    #[serde(flatten)]
    pub(crate) asset: Asset,
    pub(crate) resolution: Option<String>,
    pub(crate) format: String,
    /// Where its files are, by path inside it.
    pub(crate) folder: PathBuf,
    pub(crate) files: Vec<PathBuf>,
    /// What is to be opened.
    pub(crate) main: Option<PathBuf>,
    pub(crate) maps: Vec<(&'static str, PathBuf)>,
    pub(crate) from_cache: bool,
}

type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + 'a>>;

/// A source of assets.
pub(crate) trait Provider: Sync {
    fn about(&self) -> &'static About;
    fn search<'a>(&'a self, web: &'a Web, wish: &'a Wish) -> Pending<'a, Page>;
    fn find<'a>(&'a self, web: &'a Web, id: &'a str) -> Pending<'a, Asset>;
    /// In which forms it may be had, the usual one first.
    fn forms<'a>(&'a self, web: &'a Web, asset: &'a Asset) -> Pending<'a, Vec<Form>>;
}

/// Every provider.
pub(crate) const PROVIDERS: &[&dyn Provider] = &[&polyhaven::PolyHaven, &sketchfab::Sketchfab];

/// The one of this name; the catalogue lists the same names.
pub(crate) fn provider(name: &str) -> Option<&'static dyn Provider> {
    PROVIDERS.iter().find(|provider| provider.about().name == name).copied()
}

/// How far a download is, and whether anybody still wants it.
pub(crate) struct Meter<'a> {
    done: u64,
    total: Option<u64>,
    tell: &'a dyn Fn(u64, Option<u64>) -> bool,
}

impl<'a> Meter<'a> {
    /// `tell` hears of bytes, those there are and those there will be, and says whether to go on.
    pub(crate) fn new(tell: &'a dyn Fn(u64, Option<u64>) -> bool) -> Self {
        Self { done: 0, total: None, tell }
    }

    #[cfg(test)]
    fn silent() -> Self {
        Self::new(&|_, _| true)
    }

    fn at(&mut self, done: u64) -> Result<(), Fault> {
        self.done = done;
        self.wanted()
    }

    fn wanted(&self) -> Result<(), Fault> {
        match (self.tell)(self.done, self.total) {
            true => Ok(()),
            false => Err(Fault::new(Code::Cancelled, "nobody wants the asset any more; what has come of it is kept")),
        }
    }
}

/// The picture of an asset that its provider shows.
pub(crate) async fn preview(web: &Web, asset: &Asset) -> Result<(Vec<u8>, &'static str), Fault> {
    let none = || Fault::new(Code::NotFound, format!("`{}` has no preview", asset.id)).detail("got", asset.id.as_str());
    let bytes = web.bytes(asset.preview_url.as_deref().ok_or_else(none)?, "the preview").await?;
    let media = match &*bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        _ => return Err(web.reshaped("the preview", "a preview is PNG, JPEG or WebP")),
    };
    Ok((bytes, media))
}

/// Brings an asset to this machine, unless it is there.
pub(crate) async fn fetch(
    provider: &dyn Provider,
    web: &Web,
    cache: &Cache,
    order: &Order,
    meter: &mut Meter<'_>,
) -> Result<Fetched, Fault> {
    let asset = provider.find(web, &order.id).await?;
    let forms = provider.forms(web, &asset).await?;
    let form = chosen(&asset, forms, order)?;
    let bytes = form.bytes.unwrap_or_default();
    if bytes > web.limits.asset {
        let message =
            format!("`{}` has {bytes} bytes in this form, and an asset may have {}", asset.id, web.limits.asset);
        return Err(Fault::new(Code::TooLarge, message)
            .detail("limit", web.limits.asset)
            .suggest("take a lower resolution, or another format"));
    }
    if let Some(odd) = form.parts.iter().find(|part| archive::inside(&part.path).is_none()) {
        return Err(web.reshaped(&asset.id, &format!("`{}` would lie outside of the asset's folder", odd.path)));
    }
    let name =
        [form.resolution.as_deref(), Some(form.format.as_str())].into_iter().flatten().collect::<Vec<_>>().join("-");
    let entry = cache.entry([asset.provider, &safe(&asset.id), &safe(&name)]).await?;
    meter.total = form.bytes;
    let version = version(&form);
    let from_cache = entry.is_whole(&version) && form.parts.iter().all(|part| entry.has(part));
    if !from_cache {
        entry.begin_anew();
        for part in &form.parts {
            entry.bring(web, part, meter).await?;
        }
    }
    entry.whole(&version)?;
    cache.trim();
    let (files, main) = entry.content(&form)?;
    let map = |part: &Part| match part.role {
        Role::Map(slot) => Some((slot, entry.folder.join(&part.path))),
        _ => None,
    };
    let maps = form.parts.iter().filter_map(map).collect();
    let (resolution, format, folder) = (form.resolution, form.format, entry.folder.clone());
    Ok(Fetched { asset, resolution, format, folder, files, main, maps, from_cache })
}

/// The form that was ordered, or the usual one.
fn chosen(asset: &Asset, forms: Vec<Form>, order: &Order) -> Result<Form, Fault> {
    let fits = |form: &&Form| {
        order.resolution.as_ref().is_none_or(|wanted| form.resolution.as_ref().is_none_or(|own| own == wanted))
            && order.format.as_ref().is_none_or(|wanted| form.format == *wanted)
    };
    if let Some(form) = forms.iter().find(fits) {
        return Ok(form.clone());
    }
    let mut offered: Vec<String> = Vec::new();
    for form in &forms {
        offered.push(form.resolution.iter().chain([&form.format]).cloned().collect::<Vec<_>>().join(" "));
    }
    let wanted = order.resolution.iter().chain(&order.format).cloned().collect::<Vec<_>>().join(" ");
    let path = if order.resolution.is_some() { "resolution" } else { "format" };
    let message = format!("`{}` is not to be had as {wanted}, only as: {}", asset.id, offered.join(", "));
    Err(Fault::new(Code::InvalidParams, message)
        .detail("path", path)
        .detail("expected", json!(offered))
        .detail("got", wanted))
}

/// As the name of a folder; two that differ stay apart.
fn safe(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02x}"),
        })
        .collect()
}

/// What tells one version of its files from another.
fn version(form: &Form) -> String {
    let line = |part: &Part| {
        format!("{}\t{}\t{}\n", part.path, part.md5.as_deref().unwrap_or_default(), part.bytes.unwrap_or_default())
    };
    form.parts.iter().map(line).collect()
}

/// Where an archive is unpacked.
const UNPACKED: &str = "unpacked";
/// What can be opened of an unpacked one, the better first.
const OPENED: [&str; 2] = ["gltf", "glb"];

impl Entry {
    fn has(&self, part: &Part) -> bool {
        match part.role {
            Role::Archive => self.folder.join(UNPACKED).is_dir(),
            _ => self.folder.join(&part.path).is_file(),
        }
    }

    async fn bring(&self, web: &Web, part: &Part, meter: &mut Meter<'_>) -> Result<(), Fault> {
        let to = self.folder.join(&part.path);
        download::fetch(web, part, &to, meter).await?;
        if part.role == Role::Archive {
            let into = self.folder.join(UNPACKED);
            // Of an older version, or of a call that was cut off.
            let _ = std::fs::remove_dir_all(&into);
            let unpacked = archive::unpack(&to, &into, web.limits.asset, meter);
            // The archive itself is of no use any more, good or bad.
            let _ = std::fs::remove_file(&to);
            unpacked?;
        }
        Ok(())
    }

    /// Its files, and the one that is to be opened.
    fn content(&self, form: &Form) -> Result<(Vec<PathBuf>, Option<PathBuf>), Fault> {
        if form.parts.iter().any(|part| part.role == Role::Archive) {
            let root = self.folder.join(UNPACKED);
            let mut files = Vec::new();
            below(&root, &mut files);
            files.sort();
            let with =
                |ending: &str| files.iter().find(|file| file.extension().is_some_and(|own| own == ending)).cloned();
            let main = OPENED.into_iter().find_map(with).ok_or_else(|| {
                Fault::new(Code::ExternalServiceError, "the archive holds no glTF file").suggest("take another asset")
            })?;
            return Ok((files, Some(main)));
        }
        let path = |part: &Part| self.folder.join(&part.path);
        let main = form.parts.iter().find(|part| part.role == Role::Main).map(path);
        Ok((form.parts.iter().map(path).collect(), main))
    }
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => below(&path, files),
            path => files.push(path),
        }
    }
}
