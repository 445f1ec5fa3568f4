//! Whether a file is a picture: hosts that only keep its path would find out when they draw.

use std::fs::File;
use std::io::{self, Read};

use super::files::{Picture, TILE};

/// How files of pictures begin: PNG, JPEG, EXR, TIFF (both orders of bytes, and large ones), Radiance, BMP, WebP.
const BEGINNINGS: &[&[u8]] =
    &[b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"v/1\x01", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"#?", b"BM", b"RIFF"];
/// As much as the longest of them.
const LENGTH: u64 = 8;

/// The first file of a picture that is none, and why.
pub(super) fn unreadable(picture: &Picture) -> Option<(String, String)> {
    let tile = |number: &u32| picture.path.replace(TILE, &number.to_string());
    let files =
        if picture.tiles.is_empty() { vec![picture.path.clone()] } else { picture.tiles.iter().map(tile).collect() };
    files.into_iter().filter(|file| !file.contains(TILE)).find_map(|file| {
        let why = match begins_as_one(&file) {
            Ok(true) => return None,
            Ok(false) => "its bytes are none of a PNG, JPEG, EXR, TIFF, HDR, BMP, TGA or WebP".to_owned(),
            Err(error) => error.to_string(),
        };
        Some((file, why))
    })
}

fn begins_as_one(file: &str) -> io::Result<bool> {
    let mut begun = Vec::new();
    File::open(file)?.take(LENGTH).read_to_end(&mut begun)?;
    // TGA has no beginning of its own.
    let is_tga = file.to_ascii_lowercase().ends_with(".tga") && begun.len() as u64 == LENGTH;
    Ok(is_tga || BEGINNINGS.iter().any(|beginning| begun.starts_with(beginning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_begin_as_a_picture_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let look = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            unreadable(&Picture::of(path.to_str().unwrap()).unwrap()).map(|(_, why)| why)
        };
        assert_eq!(look("a_color.png", b"\x89PNG\r\n\x1a\nrest"), None);
        // What is inside counts, as it does for hosts.
        assert_eq!(look("a_color.jpg", b"\x89PNG\r\n\x1a\nrest"), None);
        assert_eq!(look("a_color.tga", b"12345678"), None);
        assert!(look("a_color.png", b"").is_some() && look("a_color.exr", b"<html>").is_some());
        assert!(look("a_color.1001.png", b"<html>").is_some_and(|why| why.contains("EXR")));
        let gone = Picture::of("/nowhere/a_color.png").unwrap();
        assert_eq!(unreadable(&gone).unwrap().0, "/nowhere/a_color.png");
    }
}
