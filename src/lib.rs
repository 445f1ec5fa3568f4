//! Scenewire: one wire between AI agents or scripts and any number of 3D sessions.
//!
//! The modules are layers, base first: each may use only those above it in this list, and a test holds them to it.
//! The empty lines keep rustfmt from sorting them by name.

pub mod wire;

pub mod catalogue;

mod link;

mod private;

mod toml;

mod log;

mod assets;

pub mod host;

pub mod backend;

mod across;

pub mod mcp;

pub mod gateway;

pub mod cli;

#[cfg(feature = "python")]
mod python;
