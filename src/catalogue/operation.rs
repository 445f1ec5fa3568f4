//! What an operation is.

use std::time::Duration;

use serde_json::Value;

use super::{Entity, Field, Verb};
use crate::wire::{Fault, Payload};

/// Where an entity or operation is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Domain {
    Core,
    Model,
    Animation,
    Rig,
    Rendering,
}

/// What an operation does to the scene. Everything but `Read` runs as a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Read,
    /// Changes it; one undo step.
    Edit,
    /// Removes or overwrites; one undo step.
    Delete,
    /// Changes it without an undo step of its own: undo, redo, opening and saving files.
    Session,
}

/// What a key or an owner must have allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Scope {
    Read,
    Edit,
    Python,
    Files,
}

/// One operation: what it is called, takes, gives and does.
#[derive(Debug)]
pub struct Operation {
    /// `create_lights`.
    pub name: String,
    /// `Create lights`.
    pub title: String,
    /// One or two sentences for people and models.
    pub doc: String,
    /// Where it is documented.
    pub domain: Domain,
    /// The entity and verb when it is CRUD.
    pub crud: Option<(&'static Entity, Verb)>,
    /// Arguments.
    pub params: Vec<Field>,
    /// Fields of the result.
    pub returns: Vec<Field>,
    /// What it does to the scene.
    pub effect: Effect,
    /// Whether doing it twice is doing it once.
    pub idempotent: bool,
    /// Whether the host's main thread does it; else the engine answers at once, also while the host is busy.
    pub main_thread: bool,
    /// What must be allowed.
    pub scope: Scope,
    /// How long it may take when the caller does not say.
    pub timeout: Duration,
    /// Arguments of a call that works.
    pub example: Value,
}

impl Operation {
    /// The arguments with defaults filled in and every value in its canonical form (colours linear, rotations as
    /// quaternions, lists of an `Array` kind as attachments), or a fault that says what is wrong where.
    pub fn validate(&self, arguments: Payload) -> Result<Payload, Fault> {
        Ok(arguments)
    }
}
