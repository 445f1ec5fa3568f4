//! Files that only the gateway's own user can read, and the lock that keeps a second gateway out.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;

use crate::link::random_text;
use crate::wire::{Code, Fault};

/// A folder that only this user can enter.
pub(super) fn folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    // It may have been there, open to others.
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Creates the file when it is missing; nobody else can read it.
pub(super) fn open(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Complete and on the disk, or not there at all.
pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = file.with_extension(format!("{}.tmp", random_text(8)?));
    let mut open = open(&draft)?;
    open.write_all(bytes)?;
    open.sync_all()?;
    drop(open);
    fs::rename(draft, file)?;
    // The name is on the disk only when its folder is.
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Holds the folder for this process until it is dropped.
pub(super) fn lock(data: &Path) -> Result<File, Fault> {
    let file = data.join("lock");
    let mut open = open(&file).map_err(|error| failed("the data folder cannot be used", &error))?;
    match open.try_lock() {
        Ok(()) => {
            // Only helps whoever is refused; the lock holds without it.
            let _ = open.set_len(0).and_then(|()| write!(open, "{}", std::process::id()));
            Ok(open)
        }
        Err(TryLockError::WouldBlock) => Err(held(&fs::read_to_string(file).unwrap_or_default())),
        Err(TryLockError::Error(error)) => Err(failed("the data folder cannot be locked", &error)),
    }
}

fn held(process: &str) -> Fault {
    let who = if process.is_empty() { String::new() } else { format!(" (process {process})") };
    let message = format!("a gateway is running with this data folder{who}: only one process can use it at a time");
    Fault::new(Code::Busy, message)
        .detail("process", process)
        .suggest("stop the running gateway first")
        .suggest("or give another folder with --data")
}

/// What the system refused: nothing that a caller could have written otherwise.
pub(super) fn failed(what: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::ExternalServiceError, format!("{what}: {error}"))
        .suggest("see whether the disk is full and who owns the data folder")
}
