//! One configuration file: read whole, written whole or not at all, and what was there before is kept.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::link::random_text;
use crate::private;
use crate::wire::{Code, Fault};

/// A file that may be there.
#[derive(Debug)]
pub(super) struct Place {
    /// As it was named.
    pub(super) path: PathBuf,
    /// Behind any links: these stay.
    real: PathBuf,
    before: Option<String>,
}

impl Place {
    /// Reads it; a file that could not be written again is refused here.
    pub(super) fn open(path: &Path) -> Result<Self, Fault> {
        let refused = |why: String| Fault::new(Code::PermissionDenied, format!("{} {why}", path.display()));
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(_) if path.is_symlink() => return Err(refused("is a link that leads nowhere".to_owned())),
            Err(_) => path.to_owned(),
        };
        let bytes = match fs::read(&real) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self { path: path.to_owned(), real, before: None });
            }
            Err(error) => return Err(refused(format!("cannot be read: {error}"))),
        };
        if fs::metadata(&real).is_ok_and(|metadata| metadata.permissions().readonly()) {
            return Err(refused("is read-only".to_owned()).suggest("make it writable, if it is yours to change"));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
            Fault::new(Code::SyntaxError, format!("{}: line {line} is no UTF-8 text", path.display()))
                .detail("line", line)
        })?;
        Ok(Self { path: path.to_owned(), real, before: Some(text) })
    }

    /// What it says; nothing when it is not there.
    pub(super) fn text(&self) -> &str {
        self.before.as_deref().unwrap_or_default()
    }

    /// Whether it is there.
    pub(super) fn exists(&self) -> bool {
        self.before.is_some()
    }

    /// Writes it whole, with the mode and owner that it had; a file that was changed meanwhile is left alone.
    pub(super) fn write(&self, after: &str) -> Result<(), Fault> {
        self.unchanged()?;
        if let Some(folder) = self.real.parent() {
            fs::create_dir_all(folder).map_err(|error| self.failed(&error))?;
        }
        self.replace(after).map_err(|error| self.failed(&error))
    }

    /// Removes it: it was not there before us.
    pub(super) fn remove(&self) -> Result<(), Fault> {
        self.unchanged()?;
        fs::remove_file(&self.real).map_err(|error| self.failed(&error))
    }

    fn unchanged(&self) -> Result<(), Fault> {
        let now = match fs::read(&self.real) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(self.failed(&error)),
        };
        if now.as_deref() == self.before.as_ref().map(String::as_bytes) {
            return Ok(());
        }
        let message = format!("{} was changed by something else meanwhile; nothing was written", self.path.display());
        Err(Fault::new(Code::Conflict, message).suggest("quit the client that writes it, and try again"))
    }

    fn failed(&self, error: &io::Error) -> Fault {
        let message = format!("cannot write {}: {error}", self.path.display());
        let denied = matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
        Fault::new(if denied { Code::PermissionDenied } else { Code::HandlerError }, message)
    }

    fn replace(&self, after: &str) -> io::Result<()> {
        let draft = self.real.with_extension(format!("{}.tmp", random_text(8)?));
        let written = self.draft(&draft, after).and_then(|()| fs::rename(&draft, &self.real));
        if written.is_err() {
            // A full disk must not fill up with drafts.
            let _ = fs::remove_file(&draft);
        }
        written
    }

    fn draft(&self, draft: &Path, after: &str) -> io::Result<()> {
        let old = self.exists().then(|| fs::metadata(&self.real)).transpose()?;
        // A new one as the system has new files; it holds no secret of ours.
        let mut file = match &old {
            Some(_) => private::open(draft)?,
            None => OpenOptions::new().create_new(true).write(true).open(draft)?,
        };
        file.write_all(after.as_bytes())?;
        if let Some(old) = &old {
            like(&file, old)?;
        }
        file.sync_all()
    }

    /// The file that holds what was there before the first change of ours.
    pub(super) fn backup(&self, state: &Path) -> PathBuf {
        let digest = Sha256::digest(self.real.to_string_lossy().as_bytes());
        let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let name = self.real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        state.join("backups").join(format!("{short}-{name}"))
    }

    /// Keeps what is there now. Only this user may read it: configurations hold other servers' keys.
    pub(super) fn keep(&self, backup: &Path) -> Result<(), Fault> {
        let kept = backup.parent().map_or(Ok(()), private::folder);
        kept.and_then(|()| private::write(backup, self.text().as_bytes())).map_err(|error| {
            Fault::new(Code::HandlerError, format!("cannot keep a copy in {}: {error}", backup.display()))
        })
    }
}

#[cfg(unix)]
fn like(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let new = file.metadata()?;
    // Before the mode: changing the owner may take bits of it away.
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        fchown(file, Some(old.uid()), Some(old.gid()))?;
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn like(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn links_and_modes_stay() {
        let place = tempfile::tempdir().unwrap();
        let (real, link) = (place.path().join("real.json"), place.path().join("link.json"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.json", &link).unwrap();
        Place::open(&link).unwrap().write("new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(place.path()), ["link.json", "real.json"], "no draft is left");
    }

    #[test]
    fn what_changes_meanwhile_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.json");
        let opened = Place::open(&file).unwrap();
        fs::write(&file, "theirs").unwrap();
        assert_eq!(opened.write("ours").unwrap_err().error_code, Code::Conflict);
        let opened = Place::open(&file).unwrap();
        fs::write(&file, "theirs again").unwrap();
        assert_eq!(opened.remove().unwrap_err().error_code, Code::Conflict);
        assert_eq!(fs::read_to_string(&file).unwrap(), "theirs again");
    }

    #[test]
    fn what_cannot_be_kept_safe_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let check = |name: &str, code: Code, about: &str| {
            let fault = Place::open(&place.path().join(name)).unwrap_err();
            assert_eq!(fault.error_code, code, "{fault:?}");
            assert!(fault.error_message.contains(about), "{fault:?}");
        };
        fs::write(place.path().join("locked"), "{}").unwrap();
        fs::set_permissions(place.path().join("locked"), fs::Permissions::from_mode(0o444)).unwrap();
        symlink("nowhere", place.path().join("dangling")).unwrap();
        fs::write(place.path().join("latin"), b"{\n\"a\": \"\xe9\"}").unwrap();
        fs::create_dir(place.path().join("folder")).unwrap();
        check("locked", Code::PermissionDenied, "read-only");
        check("dangling", Code::PermissionDenied, "leads nowhere");
        check("latin", Code::SyntaxError, "line 2");
        check("folder", Code::PermissionDenied, "cannot be read");
    }

    #[test]
    fn copies_are_for_this_user_only_and_one_per_file() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.json");
        fs::write(&file, "secret").unwrap();
        let opened = Place::open(&file).unwrap();
        let backup = opened.backup(&place.path().join("state"));
        opened.keep(&backup).unwrap();
        assert_eq!(fs::read_to_string(&backup).unwrap(), "secret");
        assert_eq!(fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
        assert_ne!(backup, Place::open(&place.path().join("b.json")).unwrap().backup(&place.path().join("state")));
    }
}
