//! A compound under way, as the runner sees it: it wants an atomic done, or it is over.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use parking_lot::Mutex;

use super::atomics::{Answer, Ask, Atomics, Desk};
use super::{Compound, World};
use crate::wire::{Code, Fault, Payload};

/// The compound itself.
pub(super) type Playing = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// What it comes to.
pub(super) enum Turn {
    Ask(Ask),
    Breath,
    Over(Answer),
}

/// A compound that has begun.
pub(super) struct Script {
    playing: Playing,
    desk: Arc<Mutex<Desk>>,
}

impl Script {
    pub(super) fn new(compound: Compound, world: World, arguments: Payload) -> Self {
        let desk = Arc::default();
        let host = Atomics::new(Arc::clone(&desk), world);
        Self { playing: compound(host, arguments), desk }
    }

    /// Goes on, with the answer to what it last asked for, up to what it asks for next.
    pub(super) fn resume(&mut self, answer: Option<Answer>) -> Turn {
        if let Some(answer) = answer {
            *self.desk.lock() = Desk::Answered(answer);
        }
        // Nobody has to wake it: whoever has the answer looks at it again.
        if let Poll::Ready(over) = self.playing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return Turn::Over(over);
        }
        match std::mem::take(&mut *self.desk.lock()) {
            Desk::Asked(ask) => Turn::Ask(ask),
            Desk::Breathing => Turn::Breath,
            _ => Turn::Over(Err(Fault::new(Code::Internal, "a compound waits for something that is no atomic"))),
        }
    }
}
