//! The add-on's zips: the one that was named, or those made of this very scenewire.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use super::super::files;
use super::super::wheel::{self, Installed, pack};
use super::{ADDON, VERSION};
use crate::link::random_text;
use crate::private;
use crate::wire::{Code, Fault};

const MANIFEST: &str = "blender_manifest.toml";

/// What can be installed.
#[derive(Debug)]
pub(super) struct Zips {
    pub(super) version: String,
    extension: Option<String>,
    legacy: Option<String>,
    /// Names of the wheels in it.
    wheels: Vec<String>,
    /// Made for this run only.
    folder: Option<PathBuf>,
}

impl Drop for Zips {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

impl Zips {
    /// What `--zip` names.
    pub(super) fn given(path: &Path) -> Result<Self, Fault> {
        let wrong = |why: String| {
            Fault::new(Code::InvalidParams, format!("{} is no zip of the add-on: {why}", path.display()))
                .suggest("name a zip that `make addon` or a release of scenewire has made")
        };
        let bytes = fs::read(path)
            .map_err(|error| Fault::new(Code::FileNotFound, format!("cannot read {}: {error}", path.display())))?;
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(error.to_string()))?;
        let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
        let mut text = |name: &str| {
            let mut text = String::new();
            let read = archive.by_name(name).map(|mut file| file.read_to_string(&mut text));
            matches!(read, Ok(Ok(_))).then_some(text)
        };
        let folder = format!("{ADDON}/");
        let manifest = [MANIFEST.to_owned(), format!("{folder}{MANIFEST}")].iter().find_map(|name| text(name));
        let shown = std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
        let wheels = names.iter().filter(|name| name.ends_with(".whl")).cloned().collect();
        if let Some(manifest) = manifest {
            let version = manifest_version(&manifest).ok_or_else(|| wrong(format!("its {MANIFEST} is not ours")))?;
            return Ok(Self { version, extension: Some(shown), legacy: None, wheels, folder: None });
        }
        let main = text(&format!("{folder}__init__.py")).ok_or_else(|| wrong(format!("it has no {MANIFEST}")))?;
        let version = legacy_version(&main).ok_or_else(|| wrong("its version is not there".to_owned()))?;
        Ok(Self { version, extension: None, legacy: Some(shown), wheels, folder: None })
    }

    /// Of the package in this folder of packages. With a `state` folder they are made there, where sandboxes can read them;
    /// without, only their names are known.
    pub(super) fn of_package(packages: &Path, state: Option<&Path>) -> Result<Self, Fault> {
        let failed =
            |error: anyhow::Error| Fault::new(Code::HandlerError, format!("cannot make the add-on's zip: {error}"));
        let installed = Installed::find(packages).map_err(|why| Fault::new(Code::NotSupported, why))?;
        let names = ["extension", "legacy"].map(|kind| format!("{ADDON}-{VERSION}-{kind}.zip"));
        let mut zips = Self::of(VERSION, Some(&names[0]), Some(&names[1]));
        zips.wheels = vec![installed.name()];
        let Some(state) = state else { return Ok(zips) };
        let folder = state.join(format!("install-{}", random_text(8).map_err(|error| failed(error.into()))?));
        private::folder(&folder).map_err(|error| failed(error.into()))?;
        zips.folder = Some(folder.clone());
        let wheel = installed.wheel().map_err(failed)?;
        for (kind, name) in [zips.extension.as_mut(), zips.legacy.as_mut()].into_iter().flatten().enumerate() {
            let inside = if kind == 0 { String::new() } else { format!("{ADDON}/") };
            let entries = entries(&installed, &wheel, &inside);
            let file = folder.join(&*name);
            pack(&entries, Vec::new()).and_then(|bytes| Ok(private::write(&file, &bytes)?)).map_err(failed)?;
            *name = file.display().to_string();
        }
        Ok(zips)
    }

    /// With these paths and no wheels.
    pub(super) fn of(version: &str, extension: Option<&str>, legacy: Option<&str>) -> Self {
        let text = |path: Option<&str>| path.map(str::to_owned);
        Self {
            version: version.to_owned(),
            extension: text(extension),
            legacy: text(legacy),
            wheels: Vec::new(),
            folder: None,
        }
    }

    /// The zip for a Blender that has extensions, or has none, on a platform as Python names it; or why there is none, and what
    /// to do about it.
    pub(super) fn fitting(&self, extension: bool, platform: &str) -> Result<String, (String, String)> {
        let (zip, is, need) = if extension {
            (&self.extension, "an add-on of old", "an extension")
        } else {
            (&self.legacy, "an extension, for Blender 4.2 and later", "an add-on of old")
        };
        let Some(zip) = zip else {
            return Err((
                format!("the zip is {is}, and this Blender needs {need}"),
                "leave --zip out, or name the other zip".to_owned(),
            ));
        };
        let fits = self.wheels.is_empty() || self.wheels.iter().any(|wheel| wheel::fits(wheel, platform));
        if !fits {
            let why = format!(
                "this Blender is for {platform}, and the scenewire at hand is not ({})",
                self.wheels.join(", ")
            );
            return Err((why, "use the scenewire of that platform, or name a zip for it with --zip".to_owned()));
        }
        Ok(zip.clone())
    }
}

/// The files of one zip, in this folder of it.
fn entries(installed: &Installed, wheel: &[u8], inside: &str) -> Vec<(String, Vec<u8>)> {
    let mut entries: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes) in files::ADDON.iter().chain(files::LICENCES) {
        if *name != MANIFEST {
            entries.push((format!("{inside}{name}"), bytes.to_vec()));
        } else if inside.is_empty() {
            entries.push((MANIFEST.to_owned(), manifest(&String::from_utf8_lossy(bytes), installed).into_bytes()));
        }
    }
    entries.push((format!("{inside}wheels/{}", installed.name()), wheel.to_vec()));
    entries
}

/// The checkout's manifest with what only a zip has.
fn manifest(text: &str, installed: &Installed) -> String {
    let platforms = platforms(&installed.tag).iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let more = format!("platforms = [{platforms}]\nwheels = [\"./wheels/{}\"]\n", installed.name());
    text.replacen("\n[permissions]\n", &format!("{more}\n[permissions]\n"), 1)
}

/// Blender's names of the systems that a wheel serves.
fn platforms(tag: &str) -> Vec<&'static str> {
    let arm = tag.contains("arm64") || tag.contains("aarch64");
    match tag {
        tag if tag.contains("universal2") => vec!["macos-x64", "macos-arm64"],
        tag if tag.contains("macosx") => vec![if arm { "macos-arm64" } else { "macos-x64" }],
        tag if tag.contains("-win") => vec![if arm { "windows-arm64" } else { "windows-x64" }],
        _ => vec![if arm { "linux-arm64" } else { "linux-x64" }],
    }
}

/// The version in a manifest of ours.
pub(in crate::cli::install) fn manifest_version(manifest: &str) -> Option<String> {
    let manifest = crate::toml::read(manifest).ok()?;
    (manifest.get("id")?.as_str()? == ADDON).then(|| manifest.get("version")?.as_str().map(str::to_owned))?
}

/// The version in the main file of an add-on of old.
pub(in crate::cli::install) fn legacy_version(main: &str) -> Option<String> {
    let (_, rest) = main.split_once("\"version\": (")?;
    let numbers: Vec<&str> = rest.split_once(')')?.0.split(',').map(str::trim).collect();
    let sound = numbers.iter().all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    sound.then(|| numbers.join("."))
}

#[cfg(test)]
mod tests {
    use super::super::super::wheel::tests::installed;
    use super::*;

    fn made(place: &Path) -> Zips {
        installed(&place.join("site"), "Tag: cp39-abi3-manylinux_2_28_x86_64\n");
        Zips::of_package(&place.join("site"), Some(&place.join("state"))).unwrap()
    }

    #[test]
    fn what_is_made_is_read_again_as_what_it_is() {
        let place = tempfile::tempdir().unwrap();
        let zips = made(place.path());
        let (extension, legacy) = (zips.extension.clone().unwrap(), zips.legacy.clone().unwrap());
        let read = Zips::given(Path::new(&extension)).unwrap();
        assert_eq!((read.version.as_str(), &read.extension, &read.legacy), (VERSION, &Some(extension), &None));
        let read = Zips::given(Path::new(&legacy)).unwrap();
        assert_eq!((read.version.as_str(), &read.extension, &read.legacy), (VERSION, &None, &Some(legacy.clone())));
        assert_eq!(
            read.wheels,
            [format!("scenewire_addon/wheels/scenewire-{VERSION}-cp39-abi3-manylinux_2_28_x86_64.whl")]
        );
        drop(zips);
        assert!(!Path::new(&legacy).exists(), "they are for one run");
        assert_eq!(fs::read_dir(place.path().join("state")).unwrap().count(), 0);
    }

    #[test]
    fn the_manifest_of_a_zip_names_systems_and_wheels() {
        let place = tempfile::tempdir().unwrap();
        installed(place.path(), "Tag: cp39-abi3-macosx_10_12_universal2\n");
        let text = include_str!("../../../../blender_addon/blender_manifest.toml");
        let table = crate::toml::read(&manifest(text, &Installed::find(place.path()).unwrap())).unwrap();
        assert_eq!(table["platforms"].as_array().unwrap().len(), 2);
        assert!(table["wheels"][0].as_str().unwrap().starts_with("./wheels/scenewire-"), "{table:?}");
        assert!(table["permissions"].as_object().unwrap().contains_key("network"), "{table:?}");
    }

    #[test]
    fn wheels_fit_their_platform_only() {
        let check = |tag: &str, platform: &str, expected: bool| {
            let wheel = format!("wheels/scenewire-0.1.0-cp39-abi3-{tag}.whl");
            assert_eq!(wheel::fits(&wheel, platform), expected, "{tag} {platform}");
        };
        check("manylinux_2_28_x86_64", "linux-x86_64", true);
        check("manylinux_2_28_x86_64", "linux-aarch64", false);
        check("win_amd64", "win-amd64", true);
        check("win_amd64", "linux-x86_64", false);
        check("macosx_10_12_universal2", "macosx-11.0-arm64", true);
        check("macosx_11_0_arm64", "macosx-10.15-x86_64", false);
    }

    #[test]
    fn other_files_are_refused() {
        let place = tempfile::tempdir().unwrap();
        let check = |bytes: &[u8], about: &str| {
            let file = place.path().join("a.zip");
            fs::write(&file, bytes).unwrap();
            let fault = Zips::given(&file).unwrap_err();
            assert!(fault.error_message.contains(about), "{fault:?}");
        };
        check(b"no zip", "is no zip of the add-on");
        check(&pack(&[("a.py".to_owned(), vec![])], Vec::new()).unwrap(), "has no blender_manifest.toml");
        let foreign = b"id = \"other\"\nversion = \"1.0.0\"\n".to_vec();
        check(&pack(&[(MANIFEST.to_owned(), foreign)], Vec::new()).unwrap(), "is not ours");
        assert_eq!(Zips::given(&place.path().join("none.zip")).unwrap_err().error_code, Code::FileNotFound);
    }
}
