//! The server that hosts dial out to and users' clients call: it authenticates, authorises, routes and records, and
//! holds no scene logic.

mod accounts;
mod api;
mod audit;
mod blobs;
mod config;
mod metrics;
mod router;
mod server;
mod tls;

pub use config::{SETTINGS, Setting, Sources};
pub use server::{Gateway, reset_admin_key};
