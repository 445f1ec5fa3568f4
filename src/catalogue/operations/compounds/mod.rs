//! Operations that are made of others (`host/compounds/`), one file per family, as there.

mod animation;
mod assets;
mod care;
mod placing;
mod rig;
mod staging;
mod surface;

use super::Entry;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope};

/// Their tables, in the order in which they are documented.
pub(super) const TABLES: [&[Entry]; 7] =
    [staging::TABLE, rig::TABLE, animation::TABLE, placing::TABLE, care::TABLE, surface::TABLE, assets::TABLE];

/// What every compound is: one undo step, made of others.
const COMPOUND: Entry =
    Entry { effect: Effect::Edit, scope: Scope::Edit, timeout: SCENE_TIMEOUT, idempotent: false, ..Entry::READ };

const NODES: Kind = Kind::List(&Kind::Ref("Node"));

/// The nodes that it is about; all below them count too.
const SUBJECT: Field =
    Field::new("ids", NODES, "What is shown: ids or unique names; all below them counts too.").required();
