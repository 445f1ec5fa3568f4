//! The record of calls and acts: searched, verified, exported.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

use super::act::Act;
use super::answer;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::gateway::audit::Query;
use crate::wire::Fault;
use crate::wire::time::parse_time;

const TAG: &str = "Audit";
const USER: Field = Field::query(
    "user",
    Kind::Id,
    "Whose calls, and whose instances they were on, by id, for an administrator, who sees all otherwise.",
);
const KEY: Field = Field::query("key", Kind::Id, "With which key, by id.");
const INSTANCE: Field = Field::query("instance", Kind::Id, "On which instance, by id.");
const OPERATION: Field =
    Field::query("operation", Kind::Text, "Which operation or act; `*` at the end for all that begin so.");
const OUTCOME: Field = Field::query("outcome", Kind::Text, "`ok` or an error code.");
const SINCE: Field = Field::query("since", Kind::Text, "Not before: a time as RFC 3339, or an age such as 2h.");
const UNTIL: Field = Field::query("until", Kind::Text, "Before.");

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/audit",
        tag: TAG,
        summary: "Search the record, newest first",
        who: Who::Owner,
        fields: &[
            USER,
            KEY,
            INSTANCE,
            OPERATION,
            OUTCOME,
            SINCE,
            UNTIL,
            Field::query("before", Kind::Whole { from: 1, to: u64::MAX }, "The last `seq` of the page before."),
            Field::query("limit", Kind::Whole { from: 1, to: 1_000 }, "Of one page; 100 otherwise."),
        ],
        answer: Shape::Object(&[("records", Shape::List(&Shape::Any)), ("next", Shape::Maybe(&Shape::Whole))]),
        act: "",
        run: Run::Act(search),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/audit/verify",
        tag: TAG,
        summary: "Check every hash and every signed checkpoint of the record",
        who: Who::Admin,
        fields: &[],
        answer: Shape::Object(&[("intact", Shape::Yes)]),
        act: "",
        run: Run::Act(verify),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/audit/export",
        tag: TAG,
        summary: "The record as JSON lines, oldest first",
        who: Who::Owner,
        fields: &[USER, KEY, INSTANCE, OPERATION, OUTCOME, SINCE, UNTIL],
        answer: Shape::Media("application/x-ndjson"),
        act: "export_audit",
        run: Run::Page(export),
    },
];

fn query(act: &Act) -> Result<Query, Fault> {
    let input = &act.input;
    let owned = |name: &str| input.text(name).map(str::to_owned);
    let time = |name: &str| input.text(name).map(|text| moment(name, text)).transpose();
    Ok(Query {
        user: act.scope()?,
        key: owned("key"),
        instance: owned("instance"),
        operation: owned("operation"),
        outcome: owned("outcome"),
        since: time("since")?,
        until: time("until")?,
        before_seq: input.whole("before"),
        limit: input.whole("limit").unwrap_or_default() as usize,
    })
}

fn search(act: &Act) -> Result<Value, Fault> {
    let query = query(act)?;
    let page = if query.limit == 0 { 100 } else { query.limit };
    settle(act);
    let records = act.site.audit().search(&query)?;
    let next = records.last().filter(|_| records.len() == page).map(|last| last.seq);
    Ok(json!({ "records": records, "next": next }))
}

/// Who has just done something finds it in the record.
fn settle(act: &Act) {
    if let Err(fault) = act.site.audit().flush() {
        // What is on disk can be read all the same, and calls are refused meanwhile.
        tracing::warn!(why = fault.error_message, "the newest records are not on disk");
    }
}

/// An age such as `2h`, counted back from now, or a time.
fn moment(name: &str, text: &str) -> Result<u64, Fault> {
    if let Some(age) = age(text) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        return Ok(now.saturating_sub(age).as_millis() as u64);
    }
    parse_time(text).map_err(|fault| fault.detail("parameter", name).suggest("or an age such as 90s, 15m, 2h, 7d"))
}

fn age(text: &str) -> Option<Duration> {
    let unit = match text.chars().last()? {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return None,
    };
    let count: u64 = text[..text.len() - 1].parse().ok()?;
    count.checked_mul(unit).map(Duration::from_secs)
}

fn verify(act: &Act) -> Result<Value, Fault> {
    settle(act);
    Ok(match act.site.audit().verify() {
        Ok(verified) => {
            let mut value = json!(verified);
            value["intact"] = true.into();
            value
        }
        Err(broken) => json!({ "intact": false, "seq": broken.seq, "why": broken.why }),
    })
}

fn export(act: &Act) -> Result<Response, Fault> {
    settle(act);
    let mut lines = Vec::new();
    act.site.audit().export(&query(act)?, &mut lines)?;
    Ok(answer::typed(StatusCode::OK, "application/x-ndjson", lines))
}
