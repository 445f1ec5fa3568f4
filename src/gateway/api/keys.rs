//! Keys of a user: made, listed, replaced, revoked.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::Method;
use serde_json::{Value, json};

use super::act::{Act, administers};
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::gateway::accounts::{Grant, Key, NewKey, Principal, Scope, Scopes, Uses};
use crate::wire::{Code, Fault};

const TAG: &str = "Keys";
const USER: Field = Field::query("user", Kind::Id, "Whose, by id, for an administrator; the caller's own otherwise.");
const KEY: Shape = Shape::Object(&[
    ("id", Shape::Text),
    ("user", Shape::Text),
    ("label", Shape::Text),
    ("scopes", Shape::Texts),
    ("created_at", Shape::Text),
    ("expires_at", Shape::Maybe(&Shape::Text)),
    ("revoked_at", Shape::Maybe(&Shape::Text)),
    ("last_used", Shape::Maybe(&Shape::Text)),
]);
const MADE: Shape = Shape::Object(&[("key", KEY), ("api_key", Shape::Text)]);
const WHICH: Field = Field::path("key", "Which key, by id.");
/// A million calls a second is no limit any more.
const MANY: Kind = Kind::Whole { from: 1, to: 1_000_000 };
/// Unless something else is said, an old key opens this long beside the new one.
const OVERLAP: Duration = Duration::from_secs(86_400);

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/keys",
        tag: TAG,
        summary: "List the keys of a user, without their secrets",
        who: Who::Owner,
        fields: &[USER],
        answer: Shape::Object(&[("keys", Shape::List(&KEY))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/keys",
        tag: TAG,
        summary: "Make a key, which is shown once",
        who: Who::Owner,
        fields: &[
            Field::body("user", Kind::Id, "Whose, by id, for an administrator; the caller's own otherwise."),
            Field::body("label", Kind::Name, "What it is for.").needed(),
            Field::body("uses", Kind::Texts, "`host`, `client` or both; both otherwise."),
            Field::body("scopes", Kind::Texts, "Of `read`, `edit`, `python`, `files`, `route`; all of them otherwise."),
            Field::body(
                "operations",
                Kind::TextsOrNull,
                "Operations it may call, by name or by beginning and `*`; null for all.",
            ),
            Field::body("instances", Kind::TextsOrNull, "Instances it may reach, by id or name; null for all."),
            Field::body(
                "default_instance",
                Kind::Id,
                "The instance, by id or name, that is meant when a call names none.",
            ),
            Field::body("rate", MANY, "Calls per second."),
            Field::body("concurrency", MANY, "Calls at once."),
            Field::body("expires_in", Kind::Seconds, "Seconds until it is refused."),
        ],
        answer: MADE,
        act: "create_key",
        run: Run::Act(create),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/keys/{key}/rotate",
        tag: TAG,
        summary: "Make a key that takes the place of this one, which goes on opening for a while",
        who: Who::Owner,
        fields: &[
            WHICH,
            Field::body("overlap", Kind::Seconds, "Seconds for which the old key goes on; a day otherwise."),
        ],
        answer: MADE,
        act: "rotate_key",
        run: Run::Act(rotate),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/keys/{key}",
        tag: TAG,
        summary: "Revoke a key and end its connections",
        who: Who::Owner,
        fields: &[WHICH],
        answer: Shape::Object(&[]),
        act: "revoke_key",
        run: Run::Act(revoke),
    },
];

fn list(act: &Act) -> Result<Value, Fault> {
    Ok(json!({ "keys": act.site.accounts().list_keys(&act.subject()?)? }))
}

fn create(act: &Act) -> Result<Value, Fault> {
    let (user, who) = (act.subject()?, act.who()?);
    let mut new = asked(act, who)?;
    // One of a name or id that nobody has would open nothing, and nobody would be told.
    let reachable = |wanted: &String| act.site.accounts().reachable(&user, wanted);
    let Grant { instances, default_instance, .. } = &mut new.grant;
    *instances = instances.take().map(|list| list.iter().map(reachable).collect()).transpose()?;
    *default_instance = default_instance.take().map(|wanted| reachable(&wanted)).transpose()?;
    let (key, secret) = act.site.accounts().create_key(&user, new)?;
    Ok(json!({ "key": key, "api_key": secret }))
}

fn asked(act: &Act, who: &Principal) -> Result<NewKey, Fault> {
    let input = &act.input;
    let number = |name: &str| input.whole(name).map(|number| number as u32);
    let mut new = NewKey {
        label: input.needed("label").to_owned(),
        grant: Grant {
            uses: uses(input.texts("uses"))?,
            scopes: scopes(input.texts("scopes"))?,
            operations: input.texts("operations"),
            instances: input.texts("instances"),
            default_instance: input.text("default_instance").map(str::to_owned),
            rate: number("rate"),
            concurrency: number("concurrency"),
        },
        expires_in: input.duration("expires_in"),
    };
    if !administers(who) {
        within(&mut new, who);
    }
    Ok(new)
}

/// A key makes none that outlives or outruns it.
fn within(new: &mut NewKey, who: &Principal) {
    let least = |own: Option<u32>, asked: Option<u32>| own.into_iter().chain(asked).min();
    new.grant.rate = least(who.grant.rate, new.grant.rate);
    new.grant.concurrency = least(who.grant.concurrency, new.grant.concurrency);
    if let Some(end) = who.expires_at {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let left = Duration::from_secs(end.saturating_sub(now).max(1));
        new.expires_in = Some(new.expires_in.map_or(left, |asked| asked.min(left)));
    }
}

fn uses(names: Option<Vec<String>>) -> Result<Uses, Fault> {
    let Some(names) = names else { return Ok(Uses::BOTH) };
    let mut uses = Uses::default();
    for name in &names {
        match name.as_str() {
            "host" => uses.host = true,
            "client" => uses.client = true,
            _ => return Err(Fault::new(Code::InvalidParams, "`uses` is a list of `host` and `client`")),
        }
    }
    if uses == Uses::default() {
        return Err(Fault::new(Code::InvalidParams, "a key without any use opens nothing"));
    }
    Ok(uses)
}

/// An administrator's key is made by the gateway itself, never here.
fn scopes(names: Option<Vec<String>>) -> Result<Scopes, Fault> {
    let Some(names) = names else { return Ok(Scopes::USER) };
    let scope = |name: &String| {
        Scope::named(name).filter(|scope| *scope != Scope::Admin).ok_or_else(|| {
            let shown = name.escape_debug();
            let known: Vec<&str> = Scopes::USER.iter().map(Scope::name).collect();
            Fault::new(Code::InvalidParams, format!("there is no scope `{shown}`; there are {}", known.join(", ")))
        })
    };
    names.iter().map(scope).collect()
}

/// The key of this id, if the caller may know of it.
fn known(act: &Act) -> Result<Key, Fault> {
    let (who, wanted) = (act.who()?, act.input.needed("key"));
    match administers(who) {
        true => act.site.accounts().key(wanted),
        false => act.site.accounts().key_of(&who.user, wanted),
    }
}

fn rotate(act: &Act) -> Result<Value, Fault> {
    let overlap = act.input.duration("overlap").unwrap_or(OVERLAP);
    let (key, secret) = act.site.accounts().rotate_key(&known(act)?.id, overlap)?;
    Ok(json!({ "key": key, "api_key": secret }))
}

fn revoke(act: &Act) -> Result<Value, Fault> {
    act.site.accounts().revoke_key(&known(act)?.id)?;
    Ok(json!({}))
}
