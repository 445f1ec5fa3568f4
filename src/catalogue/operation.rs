//! What an operation is.

use std::time::Duration;

use serde_json::{Value, json};

use super::paths::leads_to_path;
use super::reference::{Hole, Scope as Earlier};
use super::{Entity, Field, Verb};
use crate::wire::{Code, Fault, Payload};

/// Enough for anything that only looks.
pub(super) const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
/// Large meshes and scenes take their time.
pub(super) const SCENE_TIMEOUT: Duration = Duration::from_secs(120);
/// A render may take long, a whole evening is not a call.
pub(super) const RENDER_TIMEOUT: Duration = Duration::from_secs(1_800);

/// Hundreds of steps at most take this long; a batch with a render gets the render's time.
pub(super) const BATCH_TIMEOUT: Duration = Duration::from_secs(600);

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
    /// Of a compound the atomics that it calls, in this order as far as it goes; of anything else none.
    pub made_of: &'static [&'static str],
    /// Of one that a project's script defines its module; of the catalogue's own none.
    pub module: Option<&'static str>,
}

impl Domain {
    /// Every domain, in the order in which they are documented.
    pub const ALL: &'static [Domain] =
        &[Domain::Core, Domain::Model, Domain::Animation, Domain::Rig, Domain::Rendering];

    /// `core`.
    pub const fn name(self) -> &'static str {
        match self {
            Domain::Core => "core",
            Domain::Model => "model",
            Domain::Animation => "animation",
            Domain::Rig => "rig",
            Domain::Rendering => "rendering",
        }
    }
}

impl Effect {
    /// `read`.
    pub const fn name(self) -> &'static str {
        match self {
            Effect::Read => "read",
            Effect::Edit => "edit",
            Effect::Delete => "delete",
            Effect::Session => "session",
        }
    }
}

impl Scope {
    /// `read`.
    pub const fn name(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Edit => "edit",
            Scope::Python => "python",
            Scope::Files => "files",
        }
    }
}

impl Operation {
    /// Whether one of its arguments, however deep, is a file to be written.
    pub fn may_write_a_file(&self) -> bool {
        self.params.iter().any(|field| leads_to_path(&field.kind, true))
    }

    /// A call of it that works, as errors show it.
    pub(super) fn as_called(&self) -> Value {
        json!({ "operation": self.name, "arguments": self.example })
    }

    /// Whether it is made of others, so that no adapter is asked for it.
    pub fn is_compound(&self) -> bool {
        !self.made_of.is_empty()
    }

    /// Why it is not done to what a scene always has one of.
    pub fn refused(&self) -> Option<Fault> {
        let (entity, verb) = self.crud.filter(|(entity, verb)| verb.makes_or_takes() && entity.is_singleton())?;
        let plural = entity.plural;
        let message = format!("a scene has exactly one {}: it is not {}d", entity.name, verb.name());
        let fault = Fault::new(Code::Singleton, message).detail("operation", self.name.as_str());
        Some(fault.suggest(format!("change it with update_{plural}")).suggest(format!("find it with list_{plural}")))
    }

    /// The arguments with defaults filled in and every value in its canonical form (colours linear, rotations as
    /// quaternions, lists of an `Array` kind as attachments), or a fault that says what is wrong where.
    pub fn validate(&self, arguments: Payload) -> Result<Payload, Fault> {
        super::validate::arguments(self, arguments)
    }

    /// The same for a step of a batch, whose arguments may refer to what earlier steps will give: where they do stands
    /// `null`, and the references are told beside it.
    pub(crate) fn validate_step(&self, arguments: Payload, scope: &mut Earlier) -> Result<(Payload, Vec<Hole>), Fault> {
        super::validate::step(self, arguments, scope)
    }
}
