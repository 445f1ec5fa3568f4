//! At most once: which keys were seen, and what became of them until the caller has it.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use parking_lot::Mutex;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::control::Done;
use super::queue::Task;
use crate::private;
use crate::wire::{Attachment, Code, Envelope, Fault, Outcome, Payload, decode_file, encode_file};

/// Keys are remembered this long.
const WINDOW: Duration = Duration::from_secs(600);
/// And so many of them.
const MOST: usize = 10_000;
/// Results in memory beyond this go to disk when nobody takes them.
const IN_MEMORY: usize = 16 << 20;
/// A result that is taken at once is never written to disk.
const PATIENCE: Duration = Duration::from_secs(2);
/// Of a large attachment so many blocks are part of the digest: it guards against a reused key, not against forgery.
const SAMPLES: usize = 64;
const SAMPLE: usize = 4096;

pub(crate) type Digest = [u8; 32];

/// What a key is known for.
pub(crate) enum Known {
    /// Nothing.
    New,
    /// It waits or runs.
    Running(Arc<Task>),
    /// It is done.
    Done(Arc<Done>),
    /// It may not be used.
    Refused(Fault),
}

#[derive(Debug)]
struct Entry {
    digest: Digest,
    state: State,
}

#[derive(Debug)]
enum State {
    Running(Arc<Task>),
    Kept { done: Arc<Done>, since: Instant, weight: usize },
    OnDisk { file: PathBuf, revision: u64, duration: Duration },
    Taken,
}

#[derive(Debug)]
pub(crate) struct Dedupe {
    memory: Mutex<Memory>,
    folder: PathBuf,
}

#[derive(Debug, Default)]
struct Memory {
    entries: HashMap<String, Entry>,
    order: VecDeque<(Instant, String)>,
    weight: usize,
    /// Whether a key was ever forgotten: then an unknown key may be an old one.
    forgot: bool,
    files: u64,
}

impl Dedupe {
    /// Large results that nobody takes go to this folder, which is removed at the end.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { memory: Mutex::default(), folder }
    }

    /// What is known of a key. `resend` says that the caller has sent it before.
    pub(crate) fn find(&self, key: &str, digest: &Digest, resend: bool) -> Known {
        let memory = self.memory.lock();
        let Some(entry) = memory.entries.get(key) else {
            if resend && memory.forgot {
                return Known::Refused(Fault::new(
                    Code::OutcomeUnknown,
                    "the key is no longer remembered: whether the call ran cannot be known",
                ));
            }
            return Known::New;
        };
        if entry.digest != *digest {
            let message = "this key was used for another call; a key names one call for good";
            return Known::Refused(Fault::new(Code::KeyReused, message).detail("key", key));
        }
        match &entry.state {
            State::Running(task) => Known::Running(task.clone()),
            State::Kept { done, .. } => Known::Done(done.clone()),
            State::Taken => Known::Refused(expired()),
            State::OnDisk { file, revision, duration } => match load(file) {
                Ok(payload) => Known::Done(Arc::new(Done {
                    key: key.to_owned(),
                    result: Ok(payload),
                    revision: *revision,
                    duration: *duration,
                })),
                Err(_) => Known::Refused(expired()),
            },
        }
    }

    /// The task of this key, while it waits or runs.
    pub(crate) fn running(&self, key: &str) -> Option<Arc<Task>> {
        match &self.memory.lock().entries.get(key)?.state {
            State::Running(task) => Some(task.clone()),
            _ => None,
        }
    }

    /// Remembers that a task of this key runs.
    pub(crate) fn begin(&self, task: &Arc<Task>, digest: Digest) {
        let now = Instant::now();
        let mut memory = self.memory.lock();
        memory.order.push_back((now, task.key.clone()));
        memory.entries.insert(task.key.clone(), Entry { digest, state: State::Running(task.clone()) });
        memory.forget(now);
    }

    /// Forgets a task that never began.
    pub(crate) fn withdraw(&self, key: &str) {
        self.memory.lock().entries.remove(key);
    }

    /// Keeps what became of it until the caller says that it has it.
    pub(crate) fn done(&self, done: &Arc<Done>) {
        let weight = weigh(done);
        let mut memory = self.memory.lock();
        let Some(entry) = memory.entries.get_mut(&done.key) else { return };
        entry.state = State::Kept { done: done.clone(), since: Instant::now(), weight };
        memory.weight += weight;
    }

    /// The caller has these.
    pub(crate) fn taken(&self, keys: &[String]) {
        let mut memory = self.memory.lock();
        keys.iter().for_each(|key| memory.drop_result(key));
    }

    /// Writes to disk what has waited in memory for too long; whether something still waits for that.
    pub(crate) fn spill(&self, now: Instant) -> bool {
        let (victims, more) = self.memory.lock().victims(now);
        for done in victims {
            if let Err(error) = self.spill_one(&done) {
                tracing::warn!(%error, "a result could not be kept on disk");
                self.memory.lock().drop_result(&done.key);
            }
        }
        more
    }

    fn spill_one(&self, done: &Done) -> std::io::Result<()> {
        let Ok(payload) = &done.result else { return Ok(()) };
        let number = {
            let mut memory = self.memory.lock();
            memory.files += 1;
            memory.files
        };
        private::folder(&self.folder)?;
        let file = self.folder.join(format!("{number}.result"));
        store(&file, payload)?;
        let mut memory = self.memory.lock();
        let freed = match memory.entries.get_mut(&done.key) {
            Some(entry) => match entry.state {
                State::Kept { weight, .. } => {
                    entry.state = State::OnDisk { file, revision: done.revision, duration: done.duration };
                    weight
                }
                _ => return std::fs::remove_file(file),
            },
            None => return std::fs::remove_file(file),
        };
        memory.weight -= freed;
        Ok(())
    }

    /// Removes what is on disk.
    pub(crate) fn clear(&self) {
        *self.memory.lock() = Memory::default();
        // The folder exists only when something was spilled.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Memory {
    fn drop_result(&mut self, key: &str) {
        let Some(entry) = self.entries.get_mut(key) else { return };
        match &entry.state {
            State::Running(_) | State::Taken => return,
            State::Kept { weight, .. } => self.weight -= weight,
            // A file that is gone already is what was wanted.
            State::OnDisk { file, .. } => drop(std::fs::remove_file(file)),
        }
        entry.state = State::Taken;
    }

    fn forget(&mut self, now: Instant) {
        while let Some((since, key)) = self.order.front() {
            let old = now.saturating_duration_since(*since) > WINDOW || self.order.len() > MOST;
            let running = matches!(self.entries.get(key), Some(Entry { state: State::Running(_), .. }));
            if !old || running {
                return;
            }
            let Some((_, key)) = self.order.pop_front() else { return };
            self.drop_result(&key);
            self.entries.remove(&key);
            self.forgot = true;
        }
    }

    fn victims(&self, now: Instant) -> (Vec<Arc<Done>>, bool) {
        if self.weight <= IN_MEMORY {
            return (Vec::new(), false);
        }
        let mut excess = self.weight - IN_MEMORY;
        let (mut victims, mut more) = (Vec::new(), false);
        for (_, key) in &self.order {
            let Some(Entry { state: State::Kept { done, since, weight }, .. }) = self.entries.get(key) else {
                continue;
            };
            if excess == 0 || done.result.is_err() {
                continue;
            }
            if now.saturating_duration_since(*since) < PATIENCE {
                more = true;
                continue;
            }
            excess = excess.saturating_sub(*weight);
            victims.push(done.clone());
        }
        (victims, more)
    }
}

fn expired() -> Fault {
    Fault::new(Code::ResultExpired, "the call ran, but its result was taken or is no longer kept")
}

fn weigh(done: &Done) -> usize {
    match &done.result {
        Ok(payload) => 256 + payload.attached_bytes() + size_of_json(&payload.json),
        Err(_) => 1024,
    }
}

/// What JSON takes in memory, about; exact counting would cost as much as writing it.
pub(crate) fn size_of_json(value: &Value) -> usize {
    match value {
        Value::String(text) => 32 + text.len(),
        Value::Array(items) => 32 + items.iter().map(size_of_json).sum::<usize>(),
        Value::Object(map) => 64 + map.iter().map(|(key, value)| 48 + key.len() + size_of_json(value)).sum::<usize>(),
        _ => 32,
    }
}

/// The digest of what a call asks for.
pub(crate) fn digest(operation: &str, arguments: &Payload, if_revision: Option<u64>) -> Digest {
    let mut hash = Sha256::new();
    // All at once: JSON is written in pieces of a few bytes, and a digest is slow to take those. Writing cannot fail.
    hash.update(serde_json::to_vec(&(operation, if_revision, &arguments.json)).unwrap_or_default());
    for Attachment { dtype, shape, media, data } in &arguments.attachments {
        hash.update(serde_json::to_vec(&(dtype, shape, media)).unwrap_or_default());
        sample(&mut hash, data);
    }
    hash.finalize().into()
}

fn sample(hash: &mut Sha256, data: &[u8]) {
    if data.len() <= SAMPLES * SAMPLE {
        return hash.update(data);
    }
    let last = data.len() - SAMPLE;
    for n in 0..SAMPLES {
        let at = last / (SAMPLES - 1) * n;
        hash.update(&data[at..at + SAMPLE]);
    }
    hash.update(&data[last..]);
}

fn store(file: &Path, payload: &Payload) -> std::io::Result<()> {
    let outcome = Outcome {
        id: 0,
        key: String::new(),
        ok: true,
        value: payload.json.clone(),
        error: None,
        attachments: Vec::new(),
        revision: 0,
        duration_us: 0,
    };
    let bytes = encode_file(Envelope::Result(outcome), &payload.attachments).map_err(std::io::Error::other)?;
    private::write(file, &bytes)
}

fn load(file: &Path) -> Result<Payload, Fault> {
    let bytes = std::fs::read(file).map_err(|_| expired())?;
    let message = decode_file(&Bytes::from(bytes))?;
    match message.envelope {
        Envelope::Result(outcome) => Ok(Payload { json: outcome.value, attachments: message.attachments }),
        _ => Err(expired()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::catalogue;
    use crate::host::clients::{Clients, Way};
    use crate::wire::Dtype;

    fn run(dedupe: &Dedupe, key: &str, bytes: usize) -> Payload {
        let now = Instant::now();
        let task = Task {
            operation: catalogue().operation("get_selection").unwrap(),
            key: key.to_owned(),
            client: Clients::default().arrive("test", Way::Local),
            arguments: Mutex::default(),
            plan: Mutex::default(),
            written: Vec::new(),
            effect: crate::catalogue::Effect::Read,
            looks: true,
            if_revision: None,
            received: now,
            begun: Default::default(),
            deadline: now,
            bytes: 0,
            control: Default::default(),
        };
        dedupe.begin(&Arc::new(task), Digest::default());
        let mut payload = Payload::json(json!({ "n": 7 }));
        if bytes > 0 {
            let data = Bytes::from((0..bytes).map(|n| n as u8).collect::<Vec<u8>>());
            payload.attach(Attachment { dtype: Dtype::U1, shape: vec![bytes as u64], media: None, data });
        }
        let result = Ok(payload.clone());
        dedupe.done(&Arc::new(Done { key: key.to_owned(), result, revision: 3, duration: Duration::ZERO }));
        payload
    }

    fn ask(dedupe: &Dedupe, key: &str, resend: bool) -> Result<Option<Payload>, Code> {
        match dedupe.find(key, &Digest::default(), resend) {
            Known::New => Ok(None),
            Known::Running(_) => Err(Code::Busy),
            Known::Done(done) => done.result.clone().map(Some).map_err(|fault| fault.error_code),
            Known::Refused(fault) => Err(fault.error_code),
        }
    }

    #[test]
    fn a_large_result_waits_on_disk_until_it_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let dedupe = Dedupe::new(folder.path().join("results"));
        let files = || std::fs::read_dir(folder.path().join("results")).map_or(0, Iterator::count);
        let payload = run(&dedupe, "large", IN_MEMORY + 1);
        assert!(dedupe.spill(Instant::now()), "too soon, but to be looked at again");
        assert_eq!(files(), 0);
        dedupe.spill(Instant::now() + PATIENCE);
        assert_eq!(files(), 1);
        assert_eq!(dedupe.memory.lock().weight, 0);
        assert_eq!(ask(&dedupe, "large", true), Ok(Some(payload)));
        dedupe.taken(&["large".to_owned()]);
        assert_eq!(files(), 0);
        assert_eq!(ask(&dedupe, "large", true), Err(Code::ResultExpired));
    }

    #[test]
    fn a_key_out_of_the_window_is_never_run_again() {
        let folder = tempfile::tempdir().unwrap();
        let dedupe = Dedupe::new(folder.path().to_owned());
        (0..=MOST).for_each(|n| drop(run(&dedupe, &n.to_string(), 0)));
        assert_eq!(ask(&dedupe, "0", true), Err(Code::OutcomeUnknown));
        assert_eq!(ask(&dedupe, "new", false), Ok(None));
        assert_eq!(ask(&dedupe, "1", true), Ok(Some(Payload::json(json!({ "n": 7 })))));
    }
}
