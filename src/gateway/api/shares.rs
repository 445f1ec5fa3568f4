//! Instances that are shared with another user.

use axum::http::Method;
use serde_json::{Value, json};

use super::act::{Act, nobody};
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::gateway::accounts::Role;
use crate::wire::{Code, Fault};

const TAG: &str = "Shares";
const USER: Field = Field::query("user", Kind::Id, "Whose, by id, for an administrator; the caller's own otherwise.");
const SHARE: Shape = Shape::Object(&[
    ("id", Shape::Text),
    ("owner", Shape::Text),
    ("instance", Shape::Text),
    ("user", Shape::Text),
    ("role", Shape::Text),
    ("expires_at", Shape::Maybe(&Shape::Text)),
]);

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/shares",
        tag: TAG,
        summary: "List what a user shares and what is shared with it",
        who: Who::Key,
        fields: &[USER],
        answer: Shape::Object(&[("given", Shape::List(&SHARE)), ("received", Shape::List(&SHARE))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/shares",
        tag: TAG,
        summary: "Share an instance with another user, for a time or until it is revoked",
        who: Who::Owner,
        fields: &[
            Field::body("instance", Kind::Id, "Which instance, by id.").needed(),
            Field::body("to_user", Kind::Id, "With whom, by id.").needed(),
            Field::body("role", Kind::Choice(&["viewer", "editor"]), "What they may do.").needed(),
            Field::body("expires_in", Kind::Seconds, "Seconds until it ends."),
        ],
        answer: Shape::Object(&[("share", SHARE)]),
        act: "share_instance",
        run: Run::Act(create),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/shares/{share}",
        tag: TAG,
        summary: "End a share",
        who: Who::Owner,
        fields: &[Field::path("share", "Which share, by id."), USER],
        answer: Shape::Object(&[]),
        act: "revoke_share",
        run: Run::Act(revoke),
    },
];

fn list(act: &Act) -> Result<Value, Fault> {
    let (accounts, user) = (act.site.accounts(), act.subject()?);
    Ok(json!({ "given": accounts.shares_of(&user), "received": accounts.shared_with(&user) }))
}

fn create(act: &Act) -> Result<Value, Fault> {
    let (accounts, owner, input) = (act.site.accounts(), &act.who()?.user, &act.input);
    let instance = accounts
        .instance(owner, input.needed("instance"))
        .ok_or_else(|| Fault::new(Code::InstanceNotFound, "there is no such instance"))?;
    let role = Role::named(input.needed("role")).ok_or_else(nobody)?;
    let share = accounts.share(owner, &instance.id, input.needed("to_user"), role, input.duration("expires_in"))?;
    Ok(json!({ "share": share }))
}

fn revoke(act: &Act) -> Result<Value, Fault> {
    let (owner, wanted) = (act.subject()?, act.input.needed("share"));
    act.site.accounts().revoke_share(&owner, wanted)?;
    Ok(json!({}))
}
