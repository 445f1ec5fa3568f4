//! Instances of a user, and the lease under which one key edits alone.

use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};

use super::act::Act;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::gateway::accounts::KnownInstance;
use crate::wire::{Code, Fault, Instance};

const TAG: &str = "Instances";
const WHICH: Field = Field::path("instance", "Which instance, by id.");
const USER: Field = Field::query("user", Kind::Id, "Whose, by id, for an administrator; the caller's own otherwise.");
const INSTANCE: Shape = Shape::Object(&[("id", Shape::Text), ("name", Shape::Text), ("status", Shape::Text)]);
const KNOWN: Shape = Shape::Object(&[
    ("id", Shape::Text),
    ("name", Shape::Text),
    ("app", Shape::Text),
    ("last_seen", Shape::Maybe(&Shape::Text)),
    ("allow", Shape::Maybe(&Shape::Texts)),
]);
/// A lease that is not renewed for this long was forgotten.
const LEASE: Duration = Duration::from_secs(60);

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/instances",
        tag: TAG,
        summary: "List the instances that the key sees, those that are shared with it included",
        who: Who::Key,
        fields: &[USER],
        answer: Shape::Object(&[("instances", Shape::List(&INSTANCE))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/instances",
        tag: TAG,
        summary: "Reserve an id and a name for a host that links later",
        who: Who::Owner,
        fields: &[
            Field::body("user", Kind::Id, "Whose, by id, for an administrator; the caller's own otherwise."),
            Field::body("name", Kind::Name, "Its name.").needed(),
        ],
        answer: Shape::Object(&[("instance", KNOWN)]),
        act: "reserve_instance",
        run: Run::Act(reserve),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/instances/{instance}",
        tag: TAG,
        summary: "One instance",
        who: Who::Key,
        fields: &[WHICH],
        answer: INSTANCE,
        act: "",
        run: Run::Act(one),
    },
    Route {
        method: Method::PATCH,
        path: "/api/v1/instances/{instance}",
        tag: TAG,
        summary: "Rename an instance",
        who: Who::Owner,
        fields: &[WHICH, USER, Field::body("name", Kind::Name, "Its new name.").needed()],
        answer: Shape::Object(&[("instance", KNOWN)]),
        act: "rename_instance",
        run: Run::Act(rename),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/instances/{instance}",
        tag: TAG,
        summary: "Forget an instance with its shares; a host that is linked under it is sent away",
        who: Who::Owner,
        fields: &[WHICH, USER],
        answer: Shape::Object(&[]),
        act: "forget_instance",
        run: Run::Act(forget),
    },
    Route {
        method: Method::PUT,
        path: "/api/v1/instances/{instance}/allow",
        tag: TAG,
        summary: "Say which operations may be called on an instance at all",
        who: Who::Owner,
        fields: &[
            WHICH,
            USER,
            Field::body("operations", Kind::TextsOrNull, "By name, or by beginning and `*`; null for all.").needed(),
        ],
        answer: Shape::Object(&[("instance", KNOWN)]),
        act: "allow_operations",
        run: Run::Act(allow),
    },
    Route {
        method: Method::PUT,
        path: "/api/v1/instances/{instance}/lease",
        tag: TAG,
        summary: "Let only this key change the scene for a time",
        who: Who::Key,
        fields: &[WHICH, Field::body("seconds", Kind::Seconds, "For how long; a minute otherwise.")],
        answer: Shape::Object(&[("seconds", Shape::Number)]),
        act: "take_lease",
        run: Run::Act(take_lease),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/instances/{instance}/lease",
        tag: TAG,
        summary: "Give the lease back; the instance's owner also takes it from others",
        who: Who::Key,
        fields: &[WHICH],
        answer: Shape::Object(&[]),
        act: "drop_lease",
        run: Run::Act(drop_lease),
    },
];

fn list(act: &Act) -> Result<Value, Fault> {
    let (who, user) = (act.who()?, act.subject()?);
    if user == who.user {
        let seen: Vec<Value> = act.site.router().instances(who).iter().map(Instance::brief).collect();
        return Ok(json!({ "instances": seen }));
    }
    // An administrator keeps accounts and sees no scenes.
    let standing = |known: KnownInstance| {
        let (status, held_by) = act.site.router().standing(&user, &known.id);
        let mut shown = json!(known);
        shown["status"] = status.into();
        if let Some(holder) = held_by {
            shown["held_by"] = holder.into();
        }
        shown
    };
    Ok(json!({ "instances": act.site.accounts().known(&user).into_iter().map(standing).collect::<Vec<_>>() }))
}

fn reserve(act: &Act) -> Result<Value, Fault> {
    let instance = act.site.accounts().reserve(&act.subject()?, act.input.needed("name"))?;
    Ok(json!({ "instance": instance }))
}

fn one(act: &Act) -> Result<Value, Fault> {
    let wanted = act.input.needed("instance");
    let found = act.site.router().instances(act.who()?).into_iter().find(|instance| instance.id == wanted);
    found.map(|instance| instance.brief()).ok_or_else(missing)
}

/// The same for what is not there and for what is somebody else's.
fn missing() -> Fault {
    Fault::new(Code::InstanceNotFound, "there is no such instance")
}

/// Whose instance it is and which, when the caller may change it.
fn own(act: &Act) -> Result<(String, String), Fault> {
    let (user, id) = (act.subject()?, act.input.needed("instance"));
    let found = act.site.accounts().instance(&user, id).map(|known| known.id);
    found.map(|id| (user, id)).ok_or_else(missing)
}

fn known(act: &Act, user: &str, id: &str) -> Result<Value, Fault> {
    let known = act.site.accounts().instance(user, id).ok_or_else(missing)?;
    Ok(json!({ "instance": known }))
}

fn rename(act: &Act) -> Result<Value, Fault> {
    let (user, id) = own(act)?;
    let name = act.input.needed("name");
    act.site.accounts().rename(&user, &id, name)?;
    known(act, &user, &id)
}

fn forget(act: &Act) -> Result<Value, Fault> {
    let (user, id) = own(act)?;
    act.site.accounts().forget(&user, &id)?;
    act.site.router().dismiss(&user, &id);
    Ok(json!({}))
}

fn allow(act: &Act) -> Result<Value, Fault> {
    let (user, id) = own(act)?;
    act.site.accounts().set_instance_operations(&user, &id, act.input.texts("operations"))?;
    known(act, &user, &id)
}

fn take_lease(act: &Act) -> Result<Value, Fault> {
    let time = act.input.duration("seconds").unwrap_or(LEASE);
    let granted = act.site.router().take_lease(act.who()?, act.input.needed("instance"), time)?;
    Ok(json!({ "seconds": granted.as_secs_f64().ceil() }))
}

fn drop_lease(act: &Act) -> Result<Value, Fault> {
    act.site.router().drop_lease(act.who()?, act.input.needed("instance"))?;
    Ok(json!({}))
}
