//! Unpacking what a provider packed: plain files below one folder, as many and as large as they may be, or nothing.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use zip::ZipArchive;

use super::Meter;
use super::download::unwritten;
use crate::wire::{Code, Fault};

/// More is no model.
const FILES: usize = 10_000;
const BLOCK: usize = 1 << 16;

/// Unpacks it into a folder that is not there yet.
pub(super) fn unpack(archive: &Path, into: &Path, most: u64, meter: &mut Meter<'_>) -> Result<Vec<PathBuf>, Fault> {
    let unpacked = files(archive, into, most, meter);
    if unpacked.is_err() {
        // Half of it is worse than nothing.
        let _ = fs::remove_dir_all(into);
    }
    unpacked
}

fn files(archive: &Path, into: &Path, most: u64, meter: &mut Meter<'_>) -> Result<Vec<PathBuf>, Fault> {
    let file = File::open(archive).map_err(|error| unwritten(archive, &error))?;
    let mut archive = ZipArchive::new(file).map_err(|error| bad(&format!("it is no zip archive: {error}")))?;
    if archive.len() > FILES {
        return Err(bad(&format!("it has {} files, and {FILES} are the most", archive.len())));
    }
    fs::create_dir_all(into).map_err(|error| unwritten(into, &error))?;
    let (mut written, mut left) = (Vec::new(), most);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| bad(&error.to_string()))?;
        let name = entry.name().map_err(|error| bad(&error.to_string()))?.into_owned();
        let inner = inside(&name).ok_or_else(|| bad(&format!("`{name}` would lie outside of its folder")))?;
        if entry.is_symlink() {
            return Err(bad(&format!("`{name}` is a link")));
        }
        if entry.is_dir() {
            continue;
        }
        let to = into.join(&inner);
        let folder = to.parent().unwrap_or(into);
        fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
        // Names that differ in case only are one file on some disks: the second one is refused there.
        let mut file = File::create_new(&to).map_err(|error| unwritten(&to, &error))?;
        let mut block = vec![0; BLOCK];
        loop {
            meter.wanted()?;
            let count = entry.read(&mut block).map_err(|error| bad(&format!("`{name}` is damaged: {error}")))?;
            if count == 0 {
                break;
            }
            // What the archive says of its sizes is not believed.
            left = left.checked_sub(count as u64).ok_or_else(|| too_large(most))?;
            file.write_all(&block[..count]).map_err(|error| unwritten(&to, &error))?;
        }
        written.push(inner);
    }
    Ok(written)
}

/// The path of a file inside a folder, when it is one on every system.
pub(super) fn inside(name: &str) -> Option<PathBuf> {
    let plain = |part: &Component<'_>| matches!(part, Component::Normal(_));
    let path = Path::new(name);
    let foreign = name.contains(['\\', ':', '\0']) || name.is_empty();
    (!foreign && path.components().all(|part| plain(&part))).then(|| path.to_owned())
}

fn too_large(most: u64) -> Fault {
    Fault::new(Code::TooLarge, format!("the archive unpacks to more than {most} bytes")).detail("limit", most)
}

fn bad(why: &str) -> Fault {
    let message = format!("the archive is not unpacked: {why}");
    Fault::new(Code::ExternalServiceError, message).suggest("take another format of it, or another asset")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn check(bytes: &[u8], expected: Result<&[&str], &str>) {
        let place = tempfile::tempdir().unwrap();
        let (archive, into) = (place.path().join("a.zip"), place.path().join("in"));
        fs::write(&archive, bytes).unwrap();
        match (unpack(&archive, &into, 1000, &mut Meter::silent()), expected) {
            (Ok(files), Ok(expected)) => {
                assert_eq!(files, expected.iter().map(PathBuf::from).collect::<Vec<_>>());
                assert!(files.iter().all(|file| into.join(file).is_file()));
            }
            (Err(fault), Err(words)) => {
                assert!(fault.error_message.contains(words), "{fault}");
                assert!(!into.exists());
                assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "something was written elsewhere");
            }
            (got, _) => panic!("{got:?}"),
        }
    }

    #[test]
    fn plain_files_are_unpacked_and_nothing_else() {
        let good: &[(&str, &[u8])] = &[("scene.gltf", b"{}"), ("textures/a.png", b"x")];
        check(&packed(good), Ok(&["scene.gltf", "textures/a.png"]));
        check(&packed(&[("a", b"1"), ("../b", b"2")]), Err("`../b` would lie outside"));
        check(&packed(&[("in/../../b", b"2")]), Err("would lie outside"));
        check(&packed(&[("/etc/b", b"2")]), Err("would lie outside"));
        check(&packed(&[("..\\b", b"2")]), Err("would lie outside"));
        check(&packed(&[("C:b", b"2")]), Err("would lie outside"));
        check(b"<html>", Err("no zip archive"));
        let mut cut = packed(good);
        cut.truncate(20);
        check(&cut, Err("no zip archive"));
    }

    #[test]
    fn a_bomb_and_a_link_are_refused() {
        check(&packed(&[("a", &[0; 600]), ("b", &[0; 600])]), Err("more than 1000 bytes"));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.add_symlink("a", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        check(&zip.finish().unwrap().into_inner(), Err("`a` is a link"));
    }
}
