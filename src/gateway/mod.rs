//! The server that hosts dial out to and users' clients call: it authenticates, authorises, routes and records, and
//! holds no scene logic.

mod accounts;
mod audit;
mod router;
