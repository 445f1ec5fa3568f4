//! Files and folders that only this user can read: records, tokens, keys and databases.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::link::random_text;

/// A folder that only this user can enter, also where it stood open to others.
pub(crate) fn folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Opens a file, and makes it where there is none.
pub(crate) fn open(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Complete, or what was there before: nobody sees half of it.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(file, bytes, |_| Ok(()))
}

/// The same after a power failure too.
pub(crate) fn write_durably(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(file, bytes, File::sync_all)?;
    // The name is on the disk only when its folder is.
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn replace(file: &Path, bytes: &[u8], settle: impl Fn(&File) -> io::Result<()>) -> io::Result<()> {
    let draft = file.with_extension(format!("{}.tmp", random_text(8)?));
    let written = open(&draft).and_then(|mut open| {
        open.write_all(bytes)?;
        settle(&open)
    });
    let kept = written.and_then(|()| fs::rename(&draft, file));
    if kept.is_err() {
        // A full disk must not fill up with drafts.
        let _ = fs::remove_file(&draft);
    }
    kept
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_else_can_read_it_and_no_draft_is_left() {
        let place = tempfile::tempdir().unwrap();
        let inside = place.path().join("inside");
        fs::create_dir(&inside).unwrap();
        fs::set_permissions(&inside, fs::Permissions::from_mode(0o755)).unwrap();
        folder(&inside).unwrap();
        write(&inside.join("a"), b"first").unwrap();
        write_durably(&inside.join("a"), b"second").unwrap();
        assert!(write(&inside, b"a folder is in the way").is_err());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&inside), mode(&inside.join("a"))), (0o700, 0o600));
        assert_eq!(fs::read(inside.join("a")).unwrap(), b"second");
        assert_eq!((fs::read_dir(&inside).unwrap().count(), fs::read_dir(place.path()).unwrap().count()), (1, 1));
    }
}
