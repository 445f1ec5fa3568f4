//! Code on a copy of the scene in a process of its own. The main thread saves the copy and starts the process; from then
//! on it is the supervisor's, which looks for its end, and the artist's session goes on.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use bytes::Bytes;
use parking_lot::Mutex;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::queue::Task;
use crate::catalogue::{Effect, Operation, catalogue};
use crate::wire::{Attachment, Code, Dtype, Fault, Payload, Progress, attached};

/// So many at once: each is a whole application.
const MOST: usize = 4;
/// More is no answer.
const LONGEST_RESULT: u64 = 64 << 20;
/// How a line of its output begins that says how far it is.
const PROGRESS: &str = "\u{1e}progress ";
/// Bytes of its output that are looked at each time there is more of it.
const LOOKED_AT: u64 = 64 << 10;
/// Characters of its output that are told when it ends without a result.
const TAIL: usize = 2_000;

/// `execute_python` as it is for this host when the code runs elsewhere: it changes nothing here.
pub(super) fn operation() -> Option<&'static Operation> {
    static ISOLATED: LazyLock<Option<Operation>> = LazyLock::new(|| {
        let own = catalogue().known(NAME)?;
        Some(Operation {
            name: own.name.clone(),
            title: own.title.clone(),
            doc: own.doc.clone(),
            params: own.params.clone(),
            returns: own.returns.clone(),
            example: own.example.clone(),
            effect: Effect::Read,
            ..*own
        })
    });
    ISOLATED.as_ref()
}

const NAME: &str = "execute_python";

/// Whether a call asks for it.
pub(super) fn is_asked(operation: &Operation, arguments: &Value) -> bool {
    operation.name == NAME && arguments["isolated"] == true
}

/// Where it is asked for by who would wait for himself, or among steps that are taken back together.
pub(super) fn refused(why: &str) -> Fault {
    Fault::new(Code::NotSupported, format!("`isolated` cannot be asked for here: {why}")).detail("path", "isolated")
}

/// How the process is started, as the adapter tells it.
#[derive(Deserialize)]
struct Launch {
    argv: Vec<String>,
    env: BTreeMap<String, String>,
    /// A private folder: ours, with one in it in which the process may write.
    folder: PathBuf,
    inside: PathBuf,
}

/// All that run now.
#[derive(Default)]
pub(crate) struct Elsewhere {
    running: Mutex<Vec<Outside>>,
}

/// One of them; dropped, it is ended and nothing of it is left.
struct Outside {
    task: Arc<Task>,
    child: Child,
    folder: Folder,
    inside: PathBuf,
    /// How much of its output was read.
    read: usize,
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "the folder of an isolated run could not be removed");
        }
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Elsewhere {
    /// Starts what the main thread has prepared.
    pub(super) fn start(&self, task: &Arc<Task>, prepared: &Value) -> Result<(), Fault> {
        let launch: Launch = serde_json::from_value(prepared.clone()).map_err(|error| failed("prepared", &error))?;
        let folder = Folder(launch.folder);
        let mut running = self.running.lock();
        if running.len() >= MOST {
            let message = format!("{MOST} isolated runs are under way, and each is an application of its own");
            return Err(Fault::new(Code::Busy, message).suggest("wait for one of them to end"));
        }
        let log = File::create(folder.0.join("log")).map_err(|error| failed("written to", &error))?;
        let errors = log.try_clone().map_err(|error| failed("written to", &error))?;
        let (program, arguments) = launch.argv.split_first().ok_or_else(|| failed("started", &"no program"))?;
        let child = Command::new(program)
            .args(arguments)
            .env_clear()
            .envs(&launch.env)
            .current_dir(&launch.inside)
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(|error| failed("started", &error))?;
        running.push(Outside { task: task.clone(), child, folder, inside: launch.inside, read: 0 });
        Ok(())
    }

    /// What has come to an end since the last look, by itself or because nobody may wait any longer.
    pub(super) fn look(&self, now: Instant) -> Vec<(Arc<Task>, Result<Payload, Fault>)> {
        let mut ended = Vec::new();
        let mut running = self.running.lock();
        let mut at = 0;
        while at < running.len() {
            match running[at].look(now) {
                None => at += 1,
                Some(result) => {
                    let outside = running.swap_remove(at);
                    ended.push((outside.task.clone(), result));
                }
            }
        }
        ended
    }

    /// Ends them all, and says whose they were.
    pub(super) fn end(&self) -> Vec<Arc<Task>> {
        std::mem::take(&mut *self.running.lock()).into_iter().map(|outside| outside.task.clone()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.running.lock().is_empty()
    }
}

impl Outside {
    fn look(&mut self, now: Instant) -> Option<Result<Payload, Fault>> {
        if self.task.control.cancelled() {
            return Some(Err(Fault::new(Code::Cancelled, "the caller cancelled; the copy of the scene is gone")));
        }
        if now >= self.task.deadline {
            let message = "the deadline passed; the process and its copy of the scene are gone";
            return Some(Err(Fault::new(Code::TimedOut, message).suggest("give a longer `timeout`")));
        }
        self.tell();
        match self.child.try_wait() {
            Ok(None) => None,
            Ok(Some(status)) => Some(self.result().unwrap_or_else(|| {
                let message = format!("the isolated process ended before it told a result ({status})");
                Err(Fault::new(Code::HandlerError, message).detail("output", self.tail()))
            })),
            Err(error) => Some(Err(failed("waited for", &error))),
        }
    }

    /// The end of what it printed: the code may print more than there is memory.
    fn output(&self) -> String {
        let mut bytes = Vec::new();
        if let Ok(mut log) = File::open(self.folder.0.join("log")) {
            let length = log.metadata().map_or(0, |about| about.len());
            let end = log.seek(SeekFrom::Start(length.saturating_sub(LOOKED_AT)));
            // What cannot be read says nothing.
            let _ = end.and_then(|_| log.take(LOOKED_AT).read_to_end(&mut bytes));
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn tail(&self) -> String {
        let output = self.output();
        let skipped = output.chars().count().saturating_sub(TAIL);
        output.chars().skip(skipped).collect()
    }

    /// How far it is, by the last line that says so.
    fn tell(&mut self) {
        let length = fs::metadata(self.folder.0.join("log")).map_or(0, |about| about.len() as usize);
        if length == self.read {
            return;
        }
        self.read = length;
        let output = self.output();
        let last = output.lines().rev().find_map(|line| line.strip_prefix(PROGRESS));
        if let Some(progress) = last.and_then(|line| serde_json::from_str::<Progress>(line).ok()) {
            self.task.control.progress(progress.fraction, &progress.message);
        }
    }

    /// What it left, which is the work of code that nobody trusts: a plain file of a bounded size or nothing.
    fn result(&self) -> Option<Result<Payload, Fault>> {
        let path = self.inside.join("result.json");
        let about = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
        if about.len() > LONGEST_RESULT {
            let message = format!("the result of the isolated run has {} bytes", about.len());
            return Some(Err(Fault::new(Code::TooLarge, message).detail("limit", LONGEST_RESULT)));
        }
        read(&path)
    }
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Told {
    Result {
        result: Map<String, Value>,
        /// Texts that travel beside it.
        beside: BTreeMap<String, String>,
    },
    Error {
        error: Fault,
    },
}

fn read(path: &Path) -> Option<Result<Payload, Fault>> {
    Some(match serde_json::from_slice(&fs::read(path).ok()?).ok()? {
        Told::Error { error } => Err(error),
        Told::Result { mut result, beside } => {
            let mut attachments = Vec::new();
            for (name, text) in beside {
                let data = Bytes::from(text);
                let (shape, media) = (vec![data.len() as u64], Some("text/plain".to_owned()));
                result.insert(name, attached(attachments.len()));
                attachments.push(Attachment { dtype: Dtype::U1, shape, media, data });
            }
            Ok(Payload { json: Value::Object(result), attachments })
        }
    })
}

fn failed(what: &str, why: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::HandlerError, format!("the isolated process could not be {what}: {why}"))
}
