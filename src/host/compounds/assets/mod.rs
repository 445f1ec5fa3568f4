//! Ready-made things of others, which lie on this machine already: `host/assets.rs` has fetched them.

mod import;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] =
    &[("import_asset", |host, given| play(import::import(host, arguments(given))))];
