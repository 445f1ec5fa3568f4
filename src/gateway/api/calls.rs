//! Calls to hosts over HTTP, for scripts that speak nothing else.

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::act::Act;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::{Attachment, Fault, Payload, Request, placeholder};

pub(super) const ROUTES: &[Route] = &[Route {
    method: Method::POST,
    path: "/api/v1/instances/{instance}/call",
    tag: "Calls",
    summary: "Run one operation on an instance; arrays and pictures of the result come as base64",
    who: Who::Key,
    fields: &[
        Field::path("instance", "Which instance, by id or name."),
        Field::body("operation", Kind::Text, "Its name.").needed(),
        Field::body("arguments", Kind::Object, "Its arguments."),
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

async fn call(act: Act) -> Result<Value, Fault> {
    let request = Request {
        instance: act.input.text("instance").map(str::to_owned),
        operation: act.input.needed("operation").to_owned(),
        arguments: arguments(act.input.value("arguments")),
        timeout: act.input.duration("timeout"),
        key: act.input.text("key").map(str::to_owned),
        if_revision: act.input.whole("if_revision"),
    };
    let reply = act.site.router().call(act.who()?, request, None).await?;
    Ok(json!({
        "instance": reply.instance,
        "result": result(reply.payload),
        "revision": reply.revision,
        "duration_ms": reply.duration.as_secs_f64() * 1_000.0,
    }))
}

/// Arguments of an operation, none when they were left out.
pub(super) fn arguments(given: Option<&Value>) -> Payload {
    Payload::json(given.cloned().unwrap_or_else(|| json!({})))
}

/// A result with what is attached in its place. Between processes of ours nothing becomes base64; whoever calls here
/// has only JSON.
pub(super) fn result(payload: Payload) -> Value {
    let mut value = payload.json;
    place(&mut value, &payload.attachments);
    value
}

fn place(value: &mut Value, attachments: &[Attachment]) {
    if let Some(attachment) = placeholder(value).and_then(|index| attachments.get(index)) {
        let data = STANDARD.encode(&attachment.data);
        *value = match &attachment.media {
            Some(media) => json!({ "media": media, "base64": data }),
            None => json!({ "dtype": attachment.dtype, "shape": attachment.shape, "base64": data }),
        };
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| place(item, attachments)),
        Value::Object(map) => map.values_mut().for_each(|item| place(item, attachments)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Dtype;

    #[test]
    fn attachments_stand_where_they_belong() {
        let mut payload = Payload::default();
        let picture = Attachment {
            dtype: Dtype::U1,
            shape: vec![2],
            media: Some("image/png".to_owned()),
            data: vec![1, 2].into(),
        };
        let image = payload.attach(picture);
        payload.json = json!({ "image": image, "views": [1] });
        assert_eq!(result(payload), json!({ "image": { "media": "image/png", "base64": "AQI=" }, "views": [1] }));
    }
}
