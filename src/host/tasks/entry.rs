//! One task: where it stands, what it said, and what came of it.

use std::collections::VecDeque;
use std::thread::JoinHandle;
use std::time::Instant;

use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::wire::{Code, Fault, Payload, Progress, now_rfc3339};

/// Lines of a log that are kept; a render says one for each sample.
const LINES: usize = 200;
/// Of one line.
const LETTERS: usize = 400;

pub(super) struct Entry {
    pub(super) id: String,
    pub(super) owner: String,
    pub(super) cancel: CancellationToken,
    operation: String,
    begun: Instant,
    started: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    progress: Option<Progress>,
    log: VecDeque<String>,
    ended: Option<(Instant, Result<Payload, Fault>)>,
    thread: Option<JoinHandle<()>>,
}

impl Entry {
    pub(super) fn new(id: String, owner: String, operation: &str) -> Self {
        let (cancel, state) = (CancellationToken::new(), Mutex::default());
        let (begun, started) = (Instant::now(), now_rfc3339());
        Self { id, owner, cancel, operation: operation.to_owned(), begun, started, state }
    }

    /// It works on this thread.
    pub(super) fn works_on(&self, thread: JoinHandle<()>) {
        self.state.lock().thread = Some(thread);
    }

    /// Returns when its thread has ended.
    pub(super) fn joined(&self) {
        let thread = self.state.lock().thread.take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!(task = self.id, "the thread of a task panicked");
        }
    }

    pub(super) fn say(&self, line: &str) {
        if line.is_empty() {
            return;
        }
        let mut state = self.state.lock();
        state.log.push_back(line.chars().take(LETTERS).collect());
        if state.log.len() > LINES {
            state.log.pop_front();
        }
    }

    pub(super) fn progress(&self, progress: Progress) {
        self.state.lock().progress = Some(progress);
    }

    /// What says no more than that it works hides nothing that said how far.
    pub(super) fn hear(&self, progress: Progress) {
        let mut state = self.state.lock();
        let known = state.progress.as_ref().is_some_and(|known| known.fraction.is_some_and(|fraction| fraction > 0.0));
        if progress.fraction.is_some() || !known {
            state.progress = Some(progress);
        }
    }

    pub(super) fn end(&self, result: Result<Payload, Fault>) {
        self.state.lock().ended = Some((Instant::now(), result));
    }

    pub(super) fn over(&self) -> bool {
        self.state.lock().ended.is_some()
    }

    /// How far it is, as it said last.
    pub(super) fn far(&self) -> Option<Progress> {
        self.state.lock().progress.clone()
    }

    /// What came of it, once it is over.
    pub(super) fn outcome(&self) -> Option<Result<Payload, Fault>> {
        self.state.lock().ended.as_ref().map(|(_, outcome)| outcome.clone())
    }

    /// Of its result.
    pub(super) fn bytes(&self) -> usize {
        match &self.state.lock().ended {
            Some((_, Ok(payload))) => payload.attached_bytes(),
            _ => 0,
        }
    }

    pub(super) fn status(&self) -> &'static str {
        match &self.state.lock().ended {
            None => "running",
            Some((_, Ok(_))) => "completed",
            Some((_, Err(fault))) if fault.error_code == Code::Cancelled => "cancelled",
            Some((_, Err(_))) => "failed",
        }
    }

    /// As a list shows it.
    pub(super) fn brief(&self) -> Value {
        let status = self.status();
        let state = self.state.lock();
        let until = state.ended.as_ref().map_or_else(Instant::now, |(ended, _)| *ended);
        let (fraction, message) = match &state.progress {
            Some(progress) => (progress.fraction, progress.message.as_str()),
            None => (None, ""),
        };
        json!({
            "id": self.id,
            "operation": self.operation,
            "status": status,
            "progress": if status == "completed" { Some(1.0) } else { fraction },
            "message": message,
            "started": self.started,
            "seconds": (until - self.begun).as_secs_f64(),
        })
    }

    /// All of it: the last lines that it said, and its result or what went wrong.
    pub(super) fn whole(&self, lines: usize) -> Payload {
        let mut told = self.brief();
        let state = self.state.lock();
        let unseen = state.log.len().saturating_sub(lines);
        told["log"] = state.log.iter().skip(unseen).map(String::as_str).collect();
        let mut attachments = Vec::new();
        match &state.ended {
            None => {}
            Some((_, Ok(payload))) => {
                told["result"] = payload.json.clone();
                attachments.clone_from(&payload.attachments);
            }
            Some((_, Err(fault))) => told["error"] = json!(fault),
        }
        Payload { json: told, attachments }
    }
}
