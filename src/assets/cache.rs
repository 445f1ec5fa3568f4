//! Where assets lie between sessions: one folder for all hosts of a user, kept below its own limit.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::download::unwritten;
use crate::private;
use crate::wire::Fault;

/// What was used so lately may be what an open scene shows, and stays whatever the limit is.
const IN_USE: Duration = Duration::from_secs(24 * 3600);
/// Says of an entry that it is whole, and when it was used last.
const WHOLE: &str = ".whole";
const LOCK: &str = ".lock";
/// How long another host may be fetching the same before it is looked for again.
const LOOK: Duration = Duration::from_millis(200);

/// The shared folder.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    /// Bytes.
    limit: u64,
}

/// The place of one asset in one form; nobody else writes there while it is held.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) folder: PathBuf,
    _lock: File,
}

impl Cache {
    pub(crate) fn new(folder: PathBuf, limit: u64) -> Self {
        Self { folder, limit }
    }

    /// The place for these names, once nobody else writes there.
    pub(super) async fn entry(&self, names: [&str; 3]) -> Result<Entry, Fault> {
        let folder = names.iter().fold(self.folder.clone(), |folder, name| folder.join(name));
        let failed = |error: io::Error| unwritten(&folder, &error);
        private::folder(&self.folder).map_err(failed)?;
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = private::open(&folder.join(LOCK)).map_err(failed)?;
        while let Err(error) = lock.try_lock() {
            match error {
                fs::TryLockError::WouldBlock => tokio::time::sleep(LOOK).await,
                fs::TryLockError::Error(error) => return Err(failed(error)),
            }
        }
        Ok(Entry { folder, _lock: lock })
    }

    /// Makes room: what was used longest ago goes, until all is below the limit.
    pub(super) fn trim(&self) {
        self.trim_at(SystemTime::now());
    }

    fn trim_at(&self, now: SystemTime) {
        let mut entries = self.entries();
        let mut all: u64 = entries.iter().map(|(_, _, size)| size).sum();
        entries.sort_by_key(|(used, ..)| *used);
        for (used, folder, size) in entries {
            let idle = now.duration_since(used).unwrap_or_default();
            if all <= self.limit || idle < IN_USE {
                return;
            }
            let lock = private::open(&folder.join(LOCK));
            if lock.is_ok_and(|lock| lock.try_lock().is_ok()) && fs::remove_dir_all(&folder).is_ok() {
                tracing::info!(folder = %folder.display(), size, "an asset that was long unused left the cache");
                all -= size;
            }
        }
    }

    /// When each was used last, and how large it is.
    fn entries(&self) -> Vec<(SystemTime, PathBuf, u64)> {
        let below = |folder: &PathBuf| -> Vec<PathBuf> {
            let found = fs::read_dir(folder).into_iter().flatten().flatten();
            found.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
        };
        let providers = below(&self.folder);
        let assets = providers.iter().flat_map(below).collect::<Vec<_>>();
        let forms = assets.iter().flat_map(below);
        forms
            .map(|folder| (used(&folder), size(&folder), folder))
            .map(|(used, size, folder)| (used, folder, size))
            .collect()
    }
}

impl Entry {
    /// Whether all of it is there, in the version of which this is told.
    pub(super) fn is_whole(&self, version: &str) -> bool {
        fs::read_to_string(self.folder.join(WHOLE)).is_ok_and(|kept| kept == version)
    }

    /// Now it is; or it was used again.
    pub(super) fn whole(&self, version: &str) -> Result<(), Fault> {
        let file = self.folder.join(WHOLE);
        private::write(&file, version.as_bytes()).map_err(|error| unwritten(&file, &error))
    }

    /// It is of an older version, or something is missing.
    pub(super) fn begin_anew(&self) {
        // It may never have been whole.
        let _ = fs::remove_file(self.folder.join(WHOLE));
    }
}

fn used(folder: &Path) -> SystemTime {
    let about = fs::metadata(folder.join(WHOLE)).or_else(|_| fs::metadata(folder));
    about.and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(
            |entry| {
                if entry.path().is_dir() {
                    size(&entry.path())
                } else {
                    entry.metadata().map_or(0, |about| about.len())
                }
            },
        )
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_unused_longest_goes_first_and_what_is_in_use_stays() {
        let place = tempfile::tempdir().unwrap();
        let cache = Cache::new(place.path().to_owned(), 2500);
        let mut folders = Vec::new();
        for (name, days) in [("old", 9), ("older", 19), ("new", 0), ("held", 29)] {
            let entry = cache.entry(["provider", name, "1k"]).await.unwrap();
            fs::write(entry.folder.join("file"), [0; 1000]).unwrap();
            entry.whole("1").unwrap();
            let used = SystemTime::now() - Duration::from_secs(days * 24 * 3600);
            File::open(entry.folder.join(WHOLE)).unwrap().set_modified(used).unwrap();
            folders.push(entry.folder.clone());
            if name == "held" {
                std::mem::forget(entry);
            }
        }
        cache.trim();
        assert_eq!(folders.iter().map(|folder| folder.is_dir()).collect::<Vec<_>>(), [false, false, true, true]);
        let none = Cache::new(place.path().to_owned(), 0);
        none.trim();
        assert!(folders[2].is_dir(), "used a moment ago");
    }
}
