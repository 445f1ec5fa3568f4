//! What a key is told of itself.

use axum::http::Method;
use serde_json::{Value, json};

use super::act::{Act, administers, owns};
use super::field::Shape;
use super::route::{Route, Run, Who};
use crate::wire::Fault;

pub(super) const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/api/v1/me",
    tag: "Account",
    summary: "Whose key it is and what it may do",
    who: Who::Key,
    fields: &[],
    answer: Shape::Object(&[
        ("user", Shape::Text),
        ("name", Shape::Text),
        ("key", Shape::Text),
        ("scopes", Shape::Texts),
        ("administers", Shape::Yes),
        ("owns", Shape::Yes),
    ]),
    act: "",
    run: Run::Act(me),
}];

fn me(act: &Act) -> Result<Value, Fault> {
    let who = act.who()?;
    Ok(json!({
        "user": who.user,
        "name": who.user_name,
        "key": who.key,
        "uses": who.grant.uses,
        "scopes": who.grant.scopes,
        "operations": who.grant.operations,
        "instances": who.grant.instances,
        "default_instance": who.grant.default_instance,
        "administers": administers(who),
        "owns": owns(who),
    }))
}
