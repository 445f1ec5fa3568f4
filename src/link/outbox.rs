//! One connection's way out: anybody may push, one writer takes.

use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::wire::{Credit, Envelope, Fault, Frame, Message, Outgoing, limits};

/// When this much waits for a slow reader, nothing more is read from it.
const FULL: usize = limits::MESSAGE as usize + (64 << 20);

#[derive(Debug, Default)]
pub(crate) struct Outbox {
    state: Mutex<State>,
    filled: Notify,
    drained: Notify,
}

#[derive(Debug, Default)]
struct State {
    out: Outgoing,
    closed: bool,
}

impl Outbox {
    pub(crate) fn push(&self, message: impl Into<Message>) {
        let mut state = self.state.lock();
        if !state.closed {
            state.out.push(message.into());
            drop(state);
            self.filled.notify_one();
        }
    }

    /// Bytes that wait to be written.
    pub(crate) fn bytes(&self) -> usize {
        self.state.lock().out.bytes()
    }

    pub(crate) fn credit(&self, credit: Credit) {
        self.state.lock().out.credit(credit);
        self.filled.notify_one();
    }

    pub(crate) fn abandon(&self, call: u64) {
        self.state.lock().out.abandon(call);
    }

    /// What is pushed from here on is the connection's last word: nothing follows it.
    pub(crate) fn close(&self, last: Option<Envelope>) {
        let mut state = self.state.lock();
        if let Some(last) = last.filter(|_| !state.closed) {
            state.out.push(last.into());
        }
        state.closed = true;
        drop(state);
        self.filled.notify_one();
    }

    /// The next frame; none when there is nothing to write now.
    pub(crate) fn next(&self) -> Option<Result<Frame, (u64, Fault)>> {
        let mut state = self.state.lock();
        let was_full = state.out.bytes() > FULL;
        let frame = state.out.next_frame();
        if was_full && state.out.bytes() <= FULL {
            self.drained.notify_one();
        }
        frame
    }

    /// Whether nothing more can be pushed.
    pub(crate) fn closed(&self) -> bool {
        self.state.lock().closed
    }

    /// Whether it is closed and all that could be written was.
    pub(crate) fn finished(&self) -> bool {
        let state = self.state.lock();
        state.closed && state.out.is_empty()
    }

    /// Returns when something was pushed since the last look.
    pub(crate) async fn filled(&self) {
        self.filled.notified().await;
    }

    /// Returns when there is room.
    pub(crate) async fn room(&self) {
        while self.state.lock().out.bytes() > FULL {
            self.drained.notified().await;
        }
    }
}
