//! `/v1/blobs`: large data beside calls, in ranges, each blob read once. Bodies are streamed both ways.

use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use futures_util::StreamExt as _;
use serde_json::{Map, Value, json};

use super::act::Act;
use super::answer;
use super::field::{Field, Kind, Shape};
use super::input::{self, Input};
use super::range;
use super::route::{Route, Run, Who};
use super::site::Site;
use crate::gateway::accounts::Principal;
use crate::gateway::audit::{Entry, Slot};
use crate::gateway::blobs::{About, Hold, State};
use crate::wire::{Attachment, Code, Dtype, Fault};

const TAG: &str = "Blobs";
const DTYPES: &[&str] = &["u1", "i4", "u4", "i8", "f4", "f8"];
/// An upload that is silent for this long is given up; it can be gone on with.
const SILENT: Duration = Duration::from_secs(60);
const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const ID: Field = Field::path("id", "Its id.");

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/v1/blobs",
        tag: TAG,
        summary: "Announce an upload: an array by dtype and shape, or a file by its media type; it is kept in memory for ten minutes",
        who: Who::Key,
        fields: &[
            Field::body("bytes", Kind::Whole { from: 1, to: u64::MAX }, "Its length.").needed(),
            Field::body("dtype", Kind::Choice(DTYPES), "Element type of an array, little-endian."),
            Field::body("shape", Kind::Wholes, "Extent of each dimension of an array, row-major."),
            Field::body("media", Kind::Media, "Media type of a file, such as image/png."),
        ],
        answer: Shape::Object(&[("id", Shape::Text), ("url", Shape::Text), ("expires_in", Shape::Number)]),
        act: "create_blob",
        run: Run::Act(create),
    },
    Route {
        method: Method::PUT,
        path: "/v1/blobs/{id}",
        tag: TAG,
        summary: "Upload the bytes, or with `Content-Range` the next of them; after a cut, HEAD says in `Upload-Offset` where to go on",
        who: Who::Key,
        fields: &[ID, Field::header("Content-Range", "`bytes FROM-TO/TOTAL`; all bytes when it is left out.")],
        answer: Shape::Object(&[
            ("id", Shape::Text),
            ("bytes", Shape::Whole),
            ("received", Shape::Whole),
            ("complete", Shape::Yes),
            ("expires_in", Shape::Number),
        ]),
        act: "",
        run: Run::Stream(|asked| Box::pin(put(asked))),
    },
    Route {
        method: Method::GET,
        path: "/v1/blobs/{id}",
        tag: TAG,
        summary: "Download it, or with `Range` a part; it is gone when every byte was read. While it is being uploaded: how many bytes are there. HEAD tells all that and reads nothing",
        who: Who::Key,
        fields: &[ID, Field::header("Range", "One range: `bytes=FROM-TO`.")],
        answer: Shape::Media("application/octet-stream"),
        act: "",
        run: Run::Stream(|asked| Box::pin(get(asked))),
    },
    Route {
        method: Method::DELETE,
        path: "/v1/blobs/{id}",
        tag: TAG,
        summary: "Forget it",
        who: Who::Key,
        fields: &[ID],
        answer: Shape::Object(&[("deleted", Shape::Text)]),
        act: "delete_blob",
        run: Run::Act(delete),
    },
];

/// A request whose key was looked at and of whose body nothing was read.
pub(in crate::gateway) struct Asked {
    pub(super) site: Site,
    pub(super) who: Arc<Principal>,
    pub(super) input: Input,
    pub(super) request: Request,
}

impl Asked {
    /// The query is none, and whoever writes one is told.
    pub(super) fn check(
        route: &Route,
        site: Site,
        who: Arc<Principal>,
        path: Vec<(String, String)>,
        request: Request,
    ) -> Result<Self, Fault> {
        let query = input::query(request.uri().query())?;
        let input = Input::check(route.fields, path, query, Map::new())?;
        Ok(Self { site, who, input, request })
    }

    fn id(&self) -> &str {
        self.input.needed("id")
    }
}

fn create(act: &Act) -> Result<Value, Fault> {
    let about = about(&act.input)?;
    let user = &act.who()?.user;
    let id = act.site.blobs().begin(user, about)?;
    let left = act.site.blobs().look(user, &id)?.left;
    Ok(json!({ "url": url(&id), "id": id, "expires_in": left.as_secs() }))
}

fn about(input: &Input) -> Result<About, Fault> {
    let bytes = input.whole("bytes").unwrap_or_default();
    let wrong = |message: String| Fault::new(Code::InvalidParams, message);
    let (dtype, shape) = (input.value("dtype"), input.value("shape"));
    if let Some(media) = input.text("media") {
        if dtype.is_some() || shape.is_some() {
            return Err(wrong(
                "a blob is an array, by `dtype` and `shape`, or a file, by `media`, not both".to_owned(),
            ));
        }
        return Ok(About { dtype: Dtype::U1, shape: vec![bytes], media: Some(media.to_owned()), bytes });
    }
    let (Some(dtype), Some(shape)) = (dtype, shape) else {
        return Err(wrong("say what comes: `dtype` and `shape` of an array, or `media` of a file".to_owned()));
    };
    let dtype: Dtype = serde_json::from_value(dtype.clone()).map_err(|_| wrong("an unknown `dtype`".to_owned()))?;
    let shape: Vec<u64> = shape.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let needed = shape.iter().try_fold(dtype.size() as u64, |bytes, extent| bytes.checked_mul(*extent));
    if needed != Some(bytes) {
        let needed = needed.map_or_else(|| "more than can be counted".to_owned(), |bytes| bytes.to_string());
        return Err(wrong(format!("an array of this `dtype` and `shape` has {needed} bytes, not {bytes}"))
            .detail("parameter", "bytes"));
    }
    Ok(About { dtype, shape, media: None, bytes })
}

fn delete(act: &Act) -> Result<Value, Fault> {
    let id = act.input.needed("id");
    act.site.blobs().remove(&act.who()?.user, id)?;
    Ok(json!({ "deleted": id }))
}

async fn put(asked: Asked) -> Result<Response, Fault> {
    let mut record = Record::begin(&asked, "upload_blob")?;
    let done = receive(asked, &mut record).await;
    record.entry.outcome = match &done {
        Ok(response) if response.status() == StatusCode::OK => "ok",
        Ok(_) => Code::InvalidParams.name(),
        Err(fault) => fault.error_code.name(),
    };
    done
}

async fn receive(asked: Asked, record: &mut Record) -> Result<Response, Fault> {
    let (id, user) = (asked.id().to_owned(), asked.who.user.clone());
    let blobs = asked.site.blobs().clone();
    let state = blobs.look(&user, &id)?;
    let total = state.about.bytes;
    let range = match asked.request.headers().get(header::CONTENT_RANGE) {
        None => 0..total,
        Some(text) => {
            let Some((range, of)) = text.to_str().ok().and_then(range::coming) else {
                return Err(input::malformed("`Content-Range` must be `bytes FROM-TO/TOTAL`"));
            };
            if range.end > total || of.is_some_and(|of| of != total) {
                return Ok(unsatisfiable(total, format!("the upload was announced with {total} bytes")));
            }
            range
        }
    };
    record.entry.detail = format!("id={id} range={}-{}/{total}", range.start, range.end - 1);
    let announced = asked.request.headers().get(header::CONTENT_LENGTH);
    if let Some(length) = announced.and_then(|length| length.to_str().ok()?.parse::<u64>().ok())
        && length != range.end - range.start
    {
        let message = format!("the body has {length} bytes, and its range {}", range.end - range.start);
        return Err(input::malformed(message));
    }
    // Before the body is read: who is wrong about the place is told at once.
    let mut at = blobs.append(&user, &id, range.start, &[])?;
    let _transfer = blobs.transfer(&user)?;
    let Asked { site, who, request, .. } = asked;
    let mut body = request.into_body().into_data_stream();
    loop {
        let chunk = match tokio::time::timeout(SILENT, body.next()).await {
            Err(_) => return Err(ended("the body stopped arriving", at)),
            Ok(Some(Err(_))) => return Err(ended("the body was cut off", at)),
            Ok(None) if at < range.end => return Err(ended("the body ended before its range", at)),
            Ok(None) => break,
            Ok(Some(Ok(chunk))) => chunk,
        };
        if !site.accounts().alive(&who) {
            return Err(Fault::new(Code::Unauthorized, "the key has ended"));
        }
        if chunk.len() as u64 > range.end - at {
            return Err(ended("the body is longer than its range", at));
        }
        at = blobs.append(&user, &id, at, &chunk)?;
        record.entry.bytes_in += chunk.len() as u64;
    }
    // Whoever is quick has used it already.
    let left = blobs.look(&user, &id).map_or(Duration::ZERO, |state| state.left);
    Ok(answer::json(StatusCode::OK, &standing(&id, total, at, left)))
}

fn ended(message: &str, at: u64) -> Fault {
    input::malformed(message).detail("received", at)
}

fn standing(id: &str, bytes: u64, received: u64, left: Duration) -> Value {
    json!({ "id": id, "bytes": bytes, "received": received, "complete": received == bytes, "expires_in": left.as_secs() })
}

async fn get(asked: Asked) -> Result<Response, Fault> {
    let (id, user) = (asked.id().to_owned(), asked.who.user.clone());
    let state = asked.site.blobs().look(&user, &id)?;
    let total = state.about.bytes;
    if asked.request.method() == Method::HEAD {
        return Ok(described(answer::typed(StatusCode::OK, "application/octet-stream", Body::empty()), &id, &state));
    }
    if state.received < total {
        let mut response = answer::json(StatusCode::OK, &standing(&id, total, state.received, state.left));
        response.headers_mut().insert(UPLOAD_OFFSET, state.received.into());
        return Ok(response);
    }
    let headers = asked.request.headers();
    let range = match headers.get(header::RANGE).filter(|_| still_meant(headers, &id)) {
        None => 0..total,
        Some(text) => match text.to_str().ok().and_then(|text| range::wanted(text, total)) {
            Some(range) => range,
            None => return Ok(unsatisfiable(total, format!("ask for one range of bytes within {total}"))),
        },
    };
    let mut record = Record::begin(&asked, "download_blob")?;
    record.entry.detail = format!("id={id} range={}-{}/{total}", range.start, range.end - 1);
    let transfer = asked.site.blobs().transfer(&user).inspect_err(|fault| {
        record.entry.outcome = fault.error_code.name();
    })?;
    let part = range.end - range.start < total;
    let (status, length) = (if part { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK }, range.end - range.start);
    let content = HeaderValue::from_str(&format!("bytes {}-{}/{total}", range.start, range.end - 1));
    let reading = Reading { site: asked.site, who: asked.who, id: id.clone(), range, record, _transfer: transfer };
    let body = Body::from_stream(futures_util::stream::unfold(reading, Reading::next));
    let mut response = described(answer::typed(status, "application/octet-stream", body), &id, &state);
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    if let (true, Ok(content)) = (part, content) {
        response.headers_mut().insert(header::CONTENT_RANGE, content);
    }
    Ok(response)
}

/// Whether a range is wanted of this very blob, or else the whole of what is here now.
fn still_meant(headers: &HeaderMap, id: &str) -> bool {
    headers.get(header::IF_RANGE).is_none_or(|tag| tag.as_bytes() == format!("\"{id}\"").as_bytes())
}

/// A body under way. It holds no part of the blob, so that its reader cannot keep it beyond its time.
struct Reading {
    site: Site,
    who: Arc<Principal>,
    id: String,
    range: Range<u64>,
    record: Record,
    _transfer: Hold,
}

impl Reading {
    async fn next(mut self) -> Option<(Result<Bytes, std::io::Error>, Self)> {
        if self.range.is_empty() {
            return None;
        }
        let piece = match self.site.accounts().alive(&self.who) {
            true => self.site.blobs().piece(&self.who.user, &self.id, &self.range),
            false => Err(Fault::new(Code::Unauthorized, "the key has ended")),
        };
        let piece = match piece {
            Ok(piece) => piece,
            Err(fault) => {
                self.record.entry.outcome = fault.error_code.name();
                return Some((Err(std::io::Error::other(fault)), self));
            }
        };
        self.range.start += piece.len() as u64;
        self.record.entry.bytes_out += piece.len() as u64;
        if self.range.is_empty() {
            self.record.entry.outcome = "ok";
        }
        Some((Ok(piece), self))
    }
}

fn described(mut response: Response, id: &str, state: &State) -> Response {
    let headers = response.headers_mut();
    let media = state.about.media.as_deref().and_then(|media| HeaderValue::from_str(media).ok());
    if let Some(media) = media {
        headers.insert(header::CONTENT_TYPE, media);
    }
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{id}\"")) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // A user's file is never a page of the gateway's.
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_LENGTH, state.about.bytes.into());
    headers.insert(UPLOAD_OFFSET, state.received.into());
    response
}

fn unsatisfiable(total: u64, message: String) -> Response {
    let fault = Fault::new(Code::InvalidParams, message).detail("bytes", total);
    let mut response = answer::refusal(&fault);
    *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
    if let Ok(range) = HeaderValue::from_str(&format!("bytes */{total}")) {
        response.headers_mut().insert(header::CONTENT_RANGE, range);
    }
    response
}

/// Where a blob is had, from the root of the gateway: by which name its client knows it is the client's affair.
fn url(id: &str) -> String {
    format!("/v1/blobs/{id}")
}

/// What stands in an answer for an attachment that was kept; none when there was no room for it.
pub(super) fn stand_in(site: &Site, user: &str, attachment: &Attachment) -> Option<Value> {
    let id = site.blobs().keep(user, attachment).ok()?;
    Some(json!({
        "$blob": id,
        "url": url(&id),
        "dtype": attachment.dtype,
        "shape": attachment.shape,
        "media": attachment.media,
        "bytes": attachment.data.len(),
    }))
}

/// One line of the audit, written however a transfer ends.
struct Record {
    site: Site,
    who: Arc<Principal>,
    operation: &'static str,
    slot: Option<Slot>,
    entry: Entry,
    began: Instant,
}

impl Record {
    fn begin(asked: &Asked, operation: &'static str) -> Result<Self, Fault> {
        let Asked { site, who, .. } = asked;
        let slot = site.audit().admit().inspect_err(|fault| site.router().refused(who, operation, fault.error_code))?;
        let entry = Entry {
            user: who.user.clone(),
            key: who.key.clone(),
            operation: operation.to_owned(),
            // Unless it comes to another end.
            outcome: Code::Cancelled.name(),
            ..Entry::default()
        };
        let (site, who) = (site.clone(), who.clone());
        Ok(Self { site, who, operation, slot: Some(slot), entry, began: Instant::now() })
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.entry.duration_us = self.began.elapsed().as_micros() as u64;
        // Who floods does not fill the record.
        if self.entry.outcome == Code::RateLimited.name() {
            self.site.router().refused(&self.who, self.operation, Code::RateLimited);
        } else if let Some(slot) = self.slot.take() {
            slot.record(std::mem::take(&mut self.entry));
        }
    }
}
