//! Scenewire: one wire between AI agents or scripts and any number of 3D sessions.
//!
//! The modules are layers, base first: each may use only those above it in this list, and a test holds them to it.

pub mod backend;
pub mod catalogue;
pub mod cli;
pub mod host;
pub mod mcp;
#[cfg(feature = "python")]
mod python;
pub mod wire;
