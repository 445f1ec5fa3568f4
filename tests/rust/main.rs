//! The wire, the host and the link over real loopback sockets, with an adapter double in the place of a 3D application.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unreachable_pub)]

mod approval;
mod calls;
mod cancel;
mod double;
mod finding;
mod foreign;
mod frames;
mod gateway_audit;
mod gateway_blobs;
mod gateway_door;
mod gateway_double;
mod gateway_faults;
mod gateway_files;
mod gateway_http;
mod gateway_keys;
mod gateway_owner;
mod gateway_return;
mod gateway_rig;
mod gateway_start;
mod gateway_timing;
mod gateway_web;
mod held;
mod history;
mod hostile;
mod inline;
mod layers;
mod once;
mod owner;
mod proxy;
mod raw;
mod remote;
mod rig;
mod stopping;
mod transactions;
