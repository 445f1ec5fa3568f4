//! A short code that an artist types, in exchange for a key of a host's own.

use axum::http::Method;
use serde_json::{Value, json};

use super::act::Act;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::Fault;

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/api/v1/pair",
        tag: "Pairing",
        summary: "Make a code with which a host gets a key of its own",
        who: Who::Owner,
        fields: &[Field::body("user", Kind::Id, "For whom, by id, for an administrator; the caller otherwise.")],
        answer: Shape::Object(&[("code", Shape::Text), ("expires_in", Shape::Number)]),
        act: "pair",
        run: Run::Act(pair),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/pair/redeem",
        tag: "Pairing",
        summary: "Exchange a code for a key that may link as a host and nothing else",
        who: Who::Anyone,
        fields: &[
            Field::body("code", Kind::Secret, "As it was shown.").needed(),
            Field::body("label", Kind::Name, "What the key is for: the machine's name, say.").needed(),
        ],
        answer: Shape::Object(&[("key", Shape::Any), ("api_key", Shape::Text)]),
        act: "redeem_code",
        run: Run::Act(redeem),
    },
];

/// As accounts keep a code.
const LIFE_S: u64 = 600;

fn pair(act: &Act) -> Result<Value, Fault> {
    let code = act.site.accounts().pair(&act.subject()?)?;
    Ok(json!({ "code": code, "expires_in": LIFE_S }))
}

fn redeem(act: &Act) -> Result<Value, Fault> {
    let (input, caller) = (&act.input, act.peer.to_string());
    let (key, secret) = act.site.accounts().redeem(&caller, input.needed("code"), input.needed("label"))?;
    Ok(json!({ "key": key, "api_key": secret }))
}
