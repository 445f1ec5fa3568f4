//! Who is connected.

use axum::http::Method;
use serde_json::{Value, json};

use super::act::Act;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::Fault;

const USER: Field = Field::query("user", Kind::Id, "Whose, by id, for an administrator, who sees all otherwise.");
const SESSION: Shape = Shape::Object(&[
    ("id", Shape::Text),
    ("user", Shape::Text),
    ("key", Shape::Text),
    ("kind", Shape::Text),
    ("since", Shape::Text),
    ("idle_s", Shape::Number),
]);

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/sessions",
        tag: "Sessions",
        summary: "List the sessions of hosts and clients",
        who: Who::Key,
        fields: &[USER],
        answer: Shape::Object(&[("sessions", Shape::List(&SESSION))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/sessions/{session}",
        tag: "Sessions",
        summary: "End a session",
        who: Who::Owner,
        fields: &[Field::path("session", "Which session, by id.")],
        answer: Shape::Object(&[]),
        act: "end_session",
        run: Run::Act(end),
    },
];

fn list(act: &Act) -> Result<Value, Fault> {
    Ok(json!({ "sessions": act.site.router().sessions(act.scope()?.as_deref()) }))
}

fn end(act: &Act) -> Result<Value, Fault> {
    act.site.router().end_session(act.scope()?.as_deref(), act.input.needed("session"))?;
    Ok(json!({}))
}
