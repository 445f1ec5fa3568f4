//! The gateway's HTTP interface: one table of routes, from which come what is answered and what `/openapi.json` says.

mod account;
mod act;
mod answer;
mod audit;
mod blobs;
mod calls;
mod field;
mod input;
mod instances;
mod keys;
mod openapi;
mod pages;
mod pairing;
mod range;
mod route;
mod seed;
mod sessions;
mod shares;
mod site;
mod status;
mod users;

use axum::Router;

pub(super) use act::TRANSFERRED;
pub(super) use answer::refusal;
pub(super) use route::Route;
pub(super) use site::Site;

/// Every route, in the order of the documentation.
pub(super) fn table() -> impl Iterator<Item = &'static Route> {
    [
        seed::ROUTES,
        account::ROUTES,
        users::ROUTES,
        keys::ROUTES,
        instances::ROUTES,
        calls::ROUTES,
        blobs::ROUTES,
        shares::ROUTES,
        sessions::ROUTES,
        audit::ROUTES,
        pairing::ROUTES,
        pages::ROUTES,
    ]
    .into_iter()
    .flatten()
}

/// What the table answers; the rest of the gateway's paths are mounted beside it.
pub(super) fn router() -> Router<Site> {
    table().filter(|route| route.answered_here()).fold(Router::new(), |router, route| route.mount(router))
}
