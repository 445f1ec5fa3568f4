//! The wheel that this scenewire was installed from, made again from its installed files.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::VERSION;
use crate::cli::Runtime;
use crate::cli::launch::{self, Choice, Interpreter};
use crate::wire::{Code, Fault};

/// What an installer adds to what was in the wheel, and what is written anew.
const NOT_OURS: &[&str] = &["RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json"];

/// A package in a folder of packages.
#[derive(Clone, Debug)]
pub(super) struct Installed {
    packages: PathBuf,
    /// Of a checkout there is none.
    information: Option<PathBuf>,
    /// For which Pythons and machines: `cp39-abi3-manylinux_2_28_x86_64`.
    pub(super) tag: String,
}

/// Name in the wheel and content.
pub(super) type Entry = (String, Vec<u8>);

/// The folder of packages that has the scenewire of this version.
pub(super) fn packages(runtime: &Runtime) -> Result<PathBuf, Fault> {
    let own = runtime.python.as_deref().and_then(Interpreter::probe);
    let candidates = match own {
        Some(own) => vec![own],
        None => launch::interpreters(&Choice::default(), runtime),
    };
    let fits = |interpreter: &&Interpreter| interpreter.scenewire.as_deref().is_none_or(|version| version == VERSION);
    candidates.iter().filter(fits).find_map(|interpreter| interpreter.packages.clone()).ok_or_else(|| {
        let message = format!("this program has no wheel with it, and no Python here has scenewire {VERSION}");
        Fault::new(Code::FileNotFound, message)
            .suggest(format!("pip install scenewire=={VERSION}"))
            .suggest("for Blender: name the add-on's zip with --zip FILE")
    })
}

impl Installed {
    /// The package in this folder; an error says why it cannot be packed.
    pub(super) fn find(packages: &Path) -> Result<Self, String> {
        let package = packages.join("scenewire");
        let native = ["_native.abi3.so", "_native.pyd", "_native.so"].iter().any(|name| package.join(name).is_file());
        if !native {
            return Err(format!("{} has no native module to put into the application", package.display()));
        }
        let information = packages.join(format!("scenewire-{VERSION}.dist-info"));
        let information = information.is_dir().then_some(information);
        let told = information.as_ref().and_then(|folder| fs::read_to_string(folder.join("WHEEL")).ok());
        let tag = told.and_then(|text| compressed(&text)).unwrap_or_else(here);
        if tag.contains("musllinux") {
            return Err("this scenewire was built for musl, and Blender and Maya are not".to_owned());
        }
        Ok(Self { packages: packages.to_owned(), information, tag })
    }

    /// The wheel's file name.
    pub(super) fn name(&self) -> String {
        format!("scenewire-{VERSION}-{}.whl", self.tag)
    }

    /// The wheel itself; the same files make the same wheel.
    pub(super) fn wheel(&self) -> anyhow::Result<Vec<u8>> {
        pack(&self.entries()?, Vec::new())
    }

    /// All that is in it.
    pub(super) fn entries(&self) -> anyhow::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        collect(&self.packages.join("scenewire"), "scenewire", &mut entries)?;
        let about = format!("scenewire-{VERSION}.dist-info");
        match &self.information {
            Some(folder) => {
                collect(folder, &about, &mut entries)?;
                entries.retain(|(name, _)| !NOT_OURS.iter().any(|other| *name == format!("{about}/{other}")));
                entries.retain(|(name, _)| *name != format!("{about}/WHEEL"));
            }
            None => entries.push((
                format!("{about}/METADATA"),
                format!("Metadata-Version: 2.1\nName: scenewire\nVersion: {VERSION}\n").into_bytes(),
            )),
        }
        entries.push((format!("{about}/WHEEL"), self.about_wheel().into_bytes()));
        entries.sort();
        let record = format!("{about}/RECORD");
        let lines: Vec<String> = entries.iter().map(|(name, bytes)| line(name, bytes)).collect();
        entries.push((record.clone(), format!("{}{record},,\n", lines.concat()).into_bytes()));
        Ok(entries)
    }

    fn about_wheel(&self) -> String {
        let mut parts = self.tag.splitn(3, '-');
        let (python, abi) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let platforms = parts.next().unwrap_or_default().split('.');
        let tags: String = platforms.map(|platform| format!("Tag: {python}-{abi}-{platform}\n")).collect();
        format!("Wheel-Version: 1.0\nGenerator: scenewire {VERSION}\nRoot-Is-Purelib: false\n{tags}")
    }
}

/// One tag for all that a wheel's information lists; none for a build that is not for giving away.
fn compressed(information: &str) -> Option<String> {
    let tags: Vec<&str> = information.lines().filter_map(|line| line.strip_prefix("Tag: ")).map(str::trim).collect();
    let (start, _) = tags.first()?.rsplit_once('-')?;
    let platforms: Vec<&str> =
        tags.iter().filter_map(|tag| tag.rsplit_once('-')).map(|(_, platform)| platform).collect();
    let local = platforms.iter().any(|platform| platform.starts_with("linux_"));
    (!local).then(|| format!("{start}-{}", platforms.join(".")))
}

/// Of a build on and for this machine, under the name that such machines are known by.
fn here() -> String {
    let processor = std::env::consts::ARCH;
    let platform = match (std::env::consts::OS, processor) {
        ("windows", "aarch64") => "win_arm64".to_owned(),
        ("windows", _) => "win_amd64".to_owned(),
        ("macos", "aarch64") => "macosx_11_0_arm64".to_owned(),
        ("macos", _) => "macosx_10_12_x86_64".to_owned(),
        _ => format!("manylinux_2_28_{processor}"),
    };
    format!("cp39-abi3-{platform}")
}

/// Whether a wheel is for a platform as Python names it: `linux-x86_64`, `macosx-11.0-arm64`, `win-amd64`.
pub(super) fn fits(wheel: &str, platform: &str) -> bool {
    let tag = wheel.rsplit('-').next().unwrap_or_default().to_lowercase();
    let processor = platform.rsplit('-').next().unwrap_or_default().to_lowercase();
    let system = match platform {
        platform if platform.starts_with("macosx") => "macosx",
        platform if platform.starts_with("linux") => "linux",
        _ => "win",
    };
    let same_system = if system == "linux" { tag.contains("linux") } else { tag.starts_with(system) };
    same_system && (tag.contains(&processor) || tag.contains("universal2"))
}

/// One line of the record of a wheel.
fn line(name: &str, bytes: &[u8]) -> String {
    format!("{name},sha256={},{}\n", URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)), bytes.len())
}

fn collect(folder: &Path, name: &str, entries: &mut Vec<Entry>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(file) = path.file_name().map(|file| file.to_string_lossy().into_owned()) else { continue };
        let inside = format!("{name}/{file}");
        if path.is_dir() {
            if file != "__pycache__" {
                collect(&path, &inside, entries)?;
            }
        } else {
            entries.push((inside, fs::read(&path)?));
        }
    }
    Ok(())
}

/// A zip of these files. Not compressed: it is read once, on this machine.
pub(super) fn pack(entries: &[Entry], into: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(into));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).unix_permissions(0o644);
    for (name, bytes) in entries {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Read as _;

    /// A folder of packages as an installer leaves it.
    pub(in crate::cli::install) fn installed(folder: &Path, tags: &str) {
        let about = folder.join(format!("scenewire-{VERSION}.dist-info"));
        for inner in ["scenewire/__pycache__", "scenewire/adapters"] {
            fs::create_dir_all(folder.join(inner)).unwrap();
        }
        fs::create_dir_all(&about).unwrap();
        let put = |file: PathBuf, text: &str| fs::write(file, text).unwrap();
        put(folder.join("scenewire/__init__.py"), "one");
        put(folder.join("scenewire/_native.abi3.so"), "native");
        put(folder.join("scenewire/adapters/a.py"), "two");
        put(folder.join("scenewire/__pycache__/a.pyc"), "old");
        put(about.join("WHEEL"), &format!("Wheel-Version: 1.0\n{tags}"));
        put(about.join("METADATA"), "Name: scenewire\n");
        put(about.join("RECORD"), "../../../bin/scenewire,,\n");
        put(about.join("INSTALLER"), "pip\n");
    }

    fn read(bytes: Vec<u8>) -> Vec<(String, String)> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
        let mut read = |name: &String| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            (name.clone(), text)
        };
        let mut all: Vec<_> = names.iter().map(&mut read).collect();
        all.sort();
        all
    }

    #[test]
    fn the_wheel_is_what_was_installed_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        installed(place.path(), "Tag: cp39-abi3-manylinux_2_17_x86_64\nTag: cp39-abi3-manylinux2014_x86_64\n");
        let found = Installed::find(place.path()).unwrap();
        assert_eq!(
            found.name(),
            format!("scenewire-{VERSION}-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
        );
        let files = read(found.wheel().unwrap());
        let about = format!("scenewire-{VERSION}.dist-info");
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let mut expected = vec![
            format!("{about}/METADATA"),
            format!("{about}/RECORD"),
            format!("{about}/WHEEL"),
            "scenewire/__init__.py".to_owned(),
            "scenewire/_native.abi3.so".to_owned(),
            "scenewire/adapters/a.py".to_owned(),
        ];
        expected.sort();
        assert_eq!(names, expected);
        let text = |end: &str| &files.iter().find(|(name, _)| name.ends_with(end)).unwrap().1;
        assert!(text("WHEEL").contains("Tag: cp39-abi3-manylinux2014_x86_64\n"), "{}", text("WHEEL"));
        // From Python: base64.urlsafe_b64encode(hashlib.sha256(b"one").digest()), without the filling.
        let one = "scenewire/__init__.py,sha256=dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0,3\n";
        let record = text("RECORD");
        assert!(record.contains(one), "{record}");
        assert!(record.ends_with(&format!("{about}/RECORD,,\n")));
        assert_eq!(found.wheel().unwrap(), found.wheel().unwrap());
    }

    #[test]
    fn what_cannot_be_packed_is_said() {
        let place = tempfile::tempdir().unwrap();
        assert!(Installed::find(place.path()).unwrap_err().contains("no native module"));
        installed(place.path(), "Tag: cp39-abi3-musllinux_1_2_x86_64\n");
        assert!(Installed::find(place.path()).unwrap_err().contains("musl"));
    }

    #[test]
    fn a_build_of_this_machine_is_for_this_machine() {
        let place = tempfile::tempdir().unwrap();
        installed(place.path(), "Tag: cp39-abi3-linux_x86_64\n");
        assert_eq!(Installed::find(place.path()).unwrap().tag, here());
    }
}
