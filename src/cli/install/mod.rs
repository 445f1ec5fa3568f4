//! `scenewire install` and `scenewire uninstall`: the add-on in every Blender of this machine, and the entry in an AI client's configuration.

pub(super) mod bounded;
pub(super) mod edit;
pub(super) mod finder;
pub(super) mod machine;
mod steam;
