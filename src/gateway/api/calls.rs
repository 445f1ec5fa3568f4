//! Calls to hosts over HTTP, for scripts that speak nothing else.

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::act::Act;
use super::blobs;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::{Attachment, Code, Fault, Payload, Request, attached, limits, placeholder};

pub(super) const ROUTES: &[Route] = &[Route {
    method: Method::POST,
    path: "/api/v1/instances/{instance}/call",
    tag: "Calls",
    summary: "Run one operation on an instance; arrays and pictures of the result come as base64, and those over 256 KiB as `{\"$blob\", \"url\", ...}` to be fetched from /v1/blobs",
    who: Who::Key,
    fields: &[
        Field::path("instance", "Which instance, by id or name."),
        Field::body("operation", Kind::Text, "Its name.").needed(),
        Field::body(
            "arguments",
            Kind::Object,
            "Its arguments; `{\"$blob\": id}` stands for what was uploaded to /v1/blobs.",
        ),
        Field::body("timeout", Kind::Seconds, "Seconds it may take; the operation's own default otherwise."),
        Field::body("key", Kind::Text, "Idempotency key: the same key never runs twice."),
        Field::body(
            "if_revision",
            Kind::Whole { from: 0, to: u64::MAX },
            "`conflict` unless the scene is still at it.",
        ),
    ],
    answer: Shape::Object(&[
        ("instance", Shape::Text),
        ("result", Shape::Any),
        ("revision", Shape::Whole),
        ("duration_ms", Shape::Number),
    ]),
    act: "",
    run: Run::Call(|act| Box::pin(call(act))),
}];

/// The key of what stands for an uploaded array or file.
const BLOB: &str = "$blob";

async fn call(act: Act) -> Result<Value, Fault> {
    let arguments = arguments(&act, "arguments")?;
    let request = Request {
        instance: act.input.text("instance").map(str::to_owned),
        operation: act.input.needed("operation").to_owned(),
        arguments: arguments.payload,
        timeout: act.input.duration("timeout"),
        key: act.input.text("key").map(str::to_owned),
        if_revision: act.input.whole("if_revision"),
        ..Request::default()
    };
    let reply = act.perform(request).await?;
    used(&act, &arguments.blobs);
    Ok(json!({
        "instance": reply.instance,
        "result": result(&act, reply.payload),
        "revision": reply.revision,
        "duration_ms": reply.duration.as_secs_f64() * 1_000.0,
    }))
}

/// Arguments of an operation, and which blobs they are made of.
pub(super) struct Arguments {
    pub(super) payload: Payload,
    pub(super) blobs: Vec<String>,
}

/// Those in a field, none when it was left out; `{"$blob": id}` becomes the array or file that was uploaded.
pub(super) fn arguments(act: &Act, field: &str) -> Result<Arguments, Fault> {
    let mut json = act.input.value(field).cloned().unwrap_or_else(|| json!({}));
    let mut blobs = Vec::new();
    name_blobs(&mut json, &mut blobs)?;
    let user = &act.who()?.user;
    let attachments = blobs.iter().map(|id| act.site.blobs().attachment(user, id)).collect::<Result<_, _>>()?;
    Ok(Arguments { payload: Payload { json, attachments }, blobs })
}

/// Puts the placeholder of an attachment for each blob. One that stands in several places is sent once.
fn name_blobs(value: &mut Value, blobs: &mut Vec<String>) -> Result<(), Fault> {
    if let Some(id) = value.as_object().filter(|map| map.len() == 1).and_then(|map| map.get(BLOB)) {
        let Some(id) = id.as_str() else {
            return Err(Fault::new(Code::InvalidParams, format!("`{BLOB}` must be the id of an upload")));
        };
        let known = blobs.iter().position(|blob| blob == id);
        if known.is_none() && blobs.len() == limits::ATTACHMENTS {
            let message = format!("a call takes at most {} blobs", limits::ATTACHMENTS);
            return Err(Fault::new(Code::TooLarge, message));
        }
        let index = known.unwrap_or_else(|| {
            blobs.push(id.to_owned());
            blobs.len() - 1
        });
        *value = attached(index);
        return Ok(());
    }
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| name_blobs(item, blobs)),
        Value::Object(map) => map.values_mut().try_for_each(|item| name_blobs(item, blobs)),
        _ => Ok(()),
    }
}

/// A call that was done has used its blobs up; one that failed can be tried again with them.
pub(super) fn used(act: &Act, blobs: &[String]) {
    let Ok(who) = act.who() else { return };
    for id in blobs {
        // It may have run out meanwhile.
        let _ = act.site.blobs().remove(&who.user, id);
    }
}

/// A result with what is attached in its place. Between processes of ours nothing becomes base64; whoever calls here
/// has only JSON. What is large is fetched afterwards; where there is no room to keep it, it comes all the same,
/// since the call has run and would not run again.
pub(super) fn result(act: &Act, payload: Payload) -> Value {
    let keep = |attachment: &Attachment| blobs::stand_in(&act.site, &act.who().ok()?.user, attachment);
    let shown: Vec<Value> = payload
        .attachments
        .iter()
        .map(|attachment| {
            let kept = if attachment.data.len() > limits::INLINE { keep(attachment) } else { None };
            kept.unwrap_or_else(|| inline(attachment))
        })
        .collect();
    let mut value = payload.json;
    place(&mut value, &shown);
    value
}

fn inline(attachment: &Attachment) -> Value {
    let data = STANDARD.encode(&attachment.data);
    match &attachment.media {
        Some(media) => json!({ "media": media, "base64": data }),
        None => json!({ "dtype": attachment.dtype, "shape": attachment.shape, "base64": data }),
    }
}

fn place(value: &mut Value, shown: &[Value]) {
    if let Some(shown) = placeholder(value).and_then(|index| shown.get(index)) {
        *value = shown.clone();
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| place(item, shown)),
        Value::Object(map) => map.values_mut().for_each(|item| place(item, shown)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Dtype;

    #[test]
    fn attachments_stand_where_they_belong() {
        let picture = Attachment {
            dtype: Dtype::U1,
            shape: vec![2],
            media: Some("image/png".to_owned()),
            data: vec![1, 2].into(),
        };
        let mut value = json!({ "image": { "$attachment": 0 }, "views": [1], "other": { "$attachment": 1 } });
        place(&mut value, &[inline(&picture)]);
        let expected =
            json!({ "image": { "media": "image/png", "base64": "AQI=" }, "views": [1], "other": { "$attachment": 1 } });
        assert_eq!(value, expected);
    }

    #[test]
    fn blobs_become_attachments_each_once() {
        let mut value = json!({ "a": { "$blob": "b_1" }, "b": [{ "$blob": "b_2" }, { "$blob": "b_1" }], "c": { "$blob": "x", "d": 1 } });
        let mut blobs = Vec::new();
        name_blobs(&mut value, &mut blobs).unwrap();
        assert_eq!(blobs, ["b_1", "b_2"]);
        let expected = json!({ "a": attached(0), "b": [attached(1), attached(0)], "c": { "$blob": "x", "d": 1 } });
        assert_eq!(value, expected);
        assert!(name_blobs(&mut json!({ "a": { "$blob": 1 } }), &mut blobs).is_err());
    }
}
