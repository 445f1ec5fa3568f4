//! How local callers find a host: one private file per live host, and ids that outlive it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use crate::link::random_text;
use crate::private;
use crate::wire::{Code, Fault, now_rfc3339};

/// Letters of a name.
const NAME: usize = 64;

/// Where records of live hosts and their ids are kept.
#[derive(Clone, Debug)]
pub struct Folders {
    /// One record per live host, mode 0600 in a folder 0700.
    pub runtime: PathBuf,
    /// What outlives a host: ids by name, large results.
    pub state: PathBuf,
}

impl Folders {
    /// The user's own, `SCENEWIRE_HOME` first.
    pub fn from_env() -> Result<Self, Fault> {
        if let Some(home) = std::env::var_os("SCENEWIRE_HOME").filter(|home| !home.is_empty()) {
            return Ok(Self::below(PathBuf::from(home)));
        }
        let base = etcetera::choose_base_strategy().map_err(|error| {
            Fault::new(Code::Internal, format!("there is no home folder: {error}")).suggest("set SCENEWIRE_HOME")
        })?;
        let state = base.state_dir().unwrap_or_else(|| base.data_dir()).join("scenewire");
        let session = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
        let runtime = session.map_or_else(|| state.join("run"), |folder| folder.join("scenewire"));
        Ok(Self { runtime, state })
    }

    /// All below one folder.
    pub fn below(home: PathBuf) -> Self {
        Self { runtime: home.join("run"), state: home }
    }
}

/// One live host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Stable over restarts.
    pub id: String,
    /// Unique among the live ones.
    pub name: String,
    /// This run of it.
    pub epoch: String,
    /// Its process.
    pub pid: u32,
    /// `ws://127.0.0.1:PORT/v1/link`.
    pub url: String,
    /// What a caller must show.
    pub token: String,
    /// Of scenewire in it.
    pub scenewire_version: String,
    /// When, RFC 3339.
    pub started: String,
    /// `blender` …
    pub app: String,
}

impl Record {
    /// The port that it listens on.
    pub fn port(&self) -> Option<u16> {
        self.url.strip_prefix("ws://")?.split('/').next()?.rsplit(':').next()?.parse().ok()
    }
}

/// What a host wants to be known as.
pub(crate) struct Claim<'a> {
    pub(crate) app: &'a str,
    /// The name, where no live host has it.
    pub(crate) wish: &'a str,
    /// None: the one that is stored for the application and the name.
    pub(crate) id: Option<&'a str>,
    pub(crate) epoch: &'a str,
    pub(crate) url: String,
    pub(crate) token: String,
}

impl Claim<'_> {
    /// Claims a name and its id for this process and writes the record.
    pub(crate) fn write(self, folders: &Folders) -> Result<Record, Fault> {
        self.id.map_or(Ok(()), valid_id)?;
        let written = self.record(folders).map_err(|error| {
            let message = format!("the host could not start: the record could not be written: {error}");
            Fault::new(Code::HandlerError, message)
        })?;
        written.ok_or_else(|| {
            let message = "a session with this instance id runs on this machine already";
            Fault::new(Code::Conflict, message).suggest("stop it, or start without an instance id")
        })
    }

    /// None when another live host has the id.
    fn record(self, folders: &Folders) -> io::Result<Option<Record>> {
        let Self { app, wish, id, epoch, url, token } = self;
        private::folder(&folders.runtime)?;
        private::folder(&folders.state)?;
        let _lock = lock(&folders.state)?;
        let live = live(&folders.runtime);
        if live.iter().any(|record| Some(record.id.as_str()) == id) {
            return Ok(None);
        }
        let names: Vec<String> = live.into_iter().map(|record| record.name).collect();
        let name = free(wish, &names);
        let record = Record {
            id: match id {
                Some(id) => id.to_owned(),
                None => known_id(&folders.state, app, &name)?,
            },
            name,
            epoch: epoch.to_owned(),
            pid: std::process::id(),
            url,
            token,
            scenewire_version: env!("CARGO_PKG_VERSION").to_owned(),
            started: now_rfc3339(),
            app: app.to_owned(),
        };
        private::write(&record.file(&folders.runtime), &serde_json::to_vec_pretty(&record)?)?;
        Ok(Some(record))
    }
}

/// The name, or with a number where others have it.
fn free(wish: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|n| format!("{wish}-{n}"));
    std::iter::once(wish.to_owned()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
}

/// A name is what people see and type.
fn valid_name(name: &str) -> Result<&str, Fault> {
    let name = name.trim();
    if !name.is_empty() && name.chars().count() <= NAME && !name.chars().any(char::is_control) {
        return Ok(name);
    }
    let message = format!("a name is one line of 1 to {NAME} letters");
    Err(Fault::new(Code::InvalidParams, message).detail("argument", "name").detail("got", name))
}

/// An id is a part of a file's name and of addresses.
fn valid_id(id: &str) -> Result<(), Fault> {
    let fits = (1..=64).contains(&id.len());
    if fits && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
        return Ok(());
    }
    let message = "an instance id has 1 to 64 letters (a to z), digits, `_` and `-`";
    Err(Fault::new(Code::InvalidParams, message).detail("got", id))
}

impl Record {
    /// Removes the record, unless another host has taken its place.
    pub(crate) fn remove(&self, folders: &Folders) {
        let file = self.file(&folders.runtime);
        if read(&file).is_some_and(|record| record.epoch == self.epoch) {
            // Whoever removed it first did what was wanted.
            let _ = fs::remove_file(file);
        }
    }

    /// The same host under another name, `-2` and so on added when another live host has it. Unless its id was chosen
    /// for it, hosts that start under the new name later get this id, and those under the old one another.
    pub(crate) fn renamed(&self, wish: &str, folders: &Folders, chosen: bool) -> Result<Self, Fault> {
        let wish = valid_name(wish)?;
        let change = || -> io::Result<Self> {
            let _lock = lock(&folders.state)?;
            let live = live(&folders.runtime);
            let others =
                live.into_iter().filter(|record| record.id != self.id).map(|record| record.name).collect::<Vec<_>>();
            let renamed = Self { name: free(wish, &others), ..self.clone() };
            if !chosen && renamed.name != self.name {
                move_id(
                    &folders.state,
                    &format!("{}/{}", self.app, self.name),
                    &format!("{}/{}", self.app, renamed.name),
                )?;
            }
            private::write(&renamed.file(&folders.runtime), &serde_json::to_vec_pretty(&renamed)?)?;
            Ok(renamed)
        };
        change().map_err(|error| {
            Fault::new(Code::HandlerError, format!("the host keeps its name: the record could not be written: {error}"))
        })
    }

    fn file(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.json", self.id))
    }
}

/// The hosts that live, by name. Records whose process is gone are removed on the way.
pub fn live(folder: &Path) -> Vec<Record> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let files =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "json"));
    let mut records = Vec::new();
    for file in files {
        let Some(record) = read(&file) else { continue };
        if alive(record.pid) {
            records.push(record);
        } else {
            // Another reader may have been faster.
            let _ = fs::remove_file(file);
        }
    }
    records.sort_by(|a, b| a.name.cmp(&b.name));
    records
}

fn read(file: &Path) -> Option<Record> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

#[cfg(unix)]
fn alive(pid: u32) -> bool {
    let Some(pid) = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw) else { return false };
    // Another user's process may not be signalled, but it is there.
    !matches!(rustix::process::test_kill_process(pid), Err(rustix::io::Errno::SRCH))
}

/// Without a cheap way to ask: the handshake settles it.
#[cfg(not(unix))]
fn alive(_pid: u32) -> bool {
    true
}

/// The id that belongs to an application and a name on this machine.
fn known_id(state: &Path, app: &str, name: &str) -> io::Result<String> {
    let mut ids = ids(state);
    let key = format!("{app}/{name}");
    if let Some(id) = ids.get(&key) {
        return Ok(id.clone());
    }
    let id = format!("i_{}", random_text(16)?);
    ids.insert(key, id.clone());
    keep_ids(state, &ids)?;
    Ok(id)
}

/// The id goes with the name; what the new name had goes to the old one, so that no id is lost.
fn move_id(state: &Path, old: &str, new: &str) -> io::Result<()> {
    let mut ids = ids(state);
    let (own, other) = (ids.remove(old), ids.remove(new));
    ids.extend(own.map(|id| (new.to_owned(), id)));
    ids.extend(other.map(|id| (old.to_owned(), id)));
    keep_ids(state, &ids)
}

fn ids(state: &Path) -> BTreeMap<String, String> {
    let bytes = fs::read(state.join("instances.json")).ok();
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn keep_ids(state: &Path, ids: &BTreeMap<String, String>) -> io::Result<()> {
    private::write(&state.join("instances.json"), &serde_json::to_vec_pretty(ids)?)
}

/// Two hosts that start at once must not take one name. The lock ends with the file.
fn lock(state: &Path) -> io::Result<fs::File> {
    let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(state.join("instances.lock"))?;
    #[cfg(unix)]
    rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive)?;
    Ok(file)
}
