//! One row of the table, and how a request goes through it: key, permission, input, record, answer.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use serde_json::Value;

use super::act::{Act, administers, owns};
use super::blobs::Asked;
use super::field::{Field, Place, Shape};
use super::input::{self, Input};
use super::site::Site;
use super::{answer, seed};
use crate::gateway::accounts::Principal;
use crate::gateway::audit::Entry;
use crate::mcp::bearer;
use crate::wire::{Code, Fault};

/// A body that is no call is a handful of words.
const SMALL: usize = 64 << 10;

/// One path and method.
pub(in crate::gateway) struct Route {
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    pub(super) who: Who,
    pub(super) fields: &'static [Field],
    pub(super) answer: Shape,
    /// Its name in the audit, when it is an act.
    pub(super) act: &'static str,
    pub(super) run: Run,
}

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gateway) enum Who {
    Anyone,
    /// Any key for clients.
    Key,
    /// A key of the user that was not narrowed, or an administrator's.
    Owner,
    Admin,
}

type Pairs = Vec<(String, String)>;
type Streaming = Pin<Box<dyn Future<Output = Result<Response, Fault>> + Send>>;
type Answering = Pin<Box<dyn Future<Output = Result<Value, Fault>> + Send>>;

/// How it is done.
#[derive(Clone, Copy)]
pub(super) enum Run {
    /// Work on accounts and audit, which may wait for a disk.
    Act(fn(&Act) -> Result<Value, Fault>),
    /// As above, but the answer is no JSON.
    Page(fn(&Act) -> Result<Response, Fault>),
    /// A call to a host; the router records it. The body may be large.
    Call(fn(Act) -> Answering),
    /// A body that goes by in pieces, in or out; it records itself.
    Stream(fn(Asked) -> Streaming),
    /// Looked at before there is a key.
    Raw(fn(&Site, &Request) -> Response),
    /// By another part of the gateway; here it is only described.
    Elsewhere,
}

impl Route {
    pub(super) fn answered_here(&self) -> bool {
        !matches!(self.run, Run::Elsewhere)
    }

    /// Whether it is of the seed's, where the key may also stand in the query.
    pub(super) fn is_seed(&self) -> bool {
        self.tag == seed::TAG
    }

    /// Whether its body is bytes and no JSON.
    pub(super) fn takes_bytes(&self) -> bool {
        matches!(self.run, Run::Stream(_)) && self.method == Method::PUT
    }

    pub(super) fn mount(&'static self, router: Router<Site>) -> Router<Site> {
        let filter = MethodFilter::try_from(self.method.clone()).unwrap_or(MethodFilter::GET);
        let handler = move |State(site): State<Site>, path: Result<Path<Pairs>, PathRejection>, request: Request| async move {
            // What is no UTF-8 is no id either: it is looked up as an empty one and not found.
            let path = path.map_or_else(|_| self.empty_path(), |path| path.0);
            self.answer(site, path, request).await
        };
        router.route(self.path, on(filter, handler))
    }

    fn empty_path(&self) -> Pairs {
        let fields = self.fields.iter().filter(|field| field.place == Place::Path);
        fields.map(|field| (field.name.to_owned(), String::new())).collect()
    }

    async fn answer(&'static self, site: Site, path: Pairs, mut request: Request) -> Response {
        if let Run::Raw(run) = self.run {
            return run(&site, &request);
        }
        let key_in_query = if self.is_seed() { take_key(&mut request) } else { None };
        let warn = key_in_query.is_some();
        let refused = match self.through(&site, path, request, key_in_query).await {
            Ok(response) if warn => return deprecated(response, self.path),
            Ok(response) => return response,
            Err(fault) if self.path == seed::ROUTE_COMMAND => answer::seed_refusal(&fault),
            Err(fault) => answer::refusal(&fault),
        };
        if warn { deprecated(refused, self.path) } else { refused }
    }

    async fn through(
        &'static self,
        site: &Site,
        path: Pairs,
        request: Request,
        key: Option<String>,
    ) -> Result<Response, Fault> {
        let began = Instant::now();
        // The key is looked at before a byte of the body is read.
        let who = match (self.who, key) {
            (Who::Anyone, _) => None,
            (_, Some(key)) if bearer(request.headers()).is_none() => Some(site.recognise(Some(&key))?),
            _ => Some(site.authenticate(request.headers())?),
        };
        if self.act.is_empty() {
            self.permit(site, who.as_deref())?;
            if let (Run::Stream(run), Some(who)) = (self.run, &who) {
                return run(Asked::check(self, site.clone(), who.clone(), path, request)?).await;
            }
            let (act, _) = self.read(site, who, path, request).await?;
            return self.run(act).await.map(|(response, _)| response);
        }
        // Room for the record is taken before anything is done.
        let slot = site.audit().admit().inspect_err(|fault| {
            if let Some(who) = &who {
                site.router().refused(who, self.act, fault.error_code);
            }
        })?;
        let mut done = Done::default();
        let outcome = self.act(site, who.clone(), path, request, &mut done).await;
        match (&outcome, &who) {
            // A stranger does not write in the record.
            (Err(_), None) => {}
            // Who floods does not fill it.
            (Err(fault), Some(who)) if fault.error_code == Code::RateLimited => {
                site.router().refused(who, self.act, fault.error_code);
            }
            _ => slot.record(self.entry(site, who.as_deref(), done, outcome.as_ref().err(), began)),
        }
        outcome
    }

    async fn act(
        &'static self,
        site: &Site,
        who: Option<Arc<Principal>>,
        path: Pairs,
        request: Request,
        done: &mut Done,
    ) -> Result<Response, Fault> {
        self.permit(site, who.as_deref())?;
        let (act, bytes) = self.read(site, who, path, request).await?;
        done.bytes = bytes;
        done.said = act.input.said(self.fields);
        done.instance = act.input.text("instance").unwrap_or_default().to_owned();
        let (response, value) = self.run(act).await?;
        done.made = MADE.iter().find_map(|place| value.pointer(place)?.as_str()).map(str::to_owned);
        done.of = value.pointer("/key/user").and_then(Value::as_str).map(str::to_owned);
        Ok(response)
    }

    fn entry(&self, site: &Site, who: Option<&Principal>, done: Done, fault: Option<&Fault>, began: Instant) -> Entry {
        let owner = who.filter(|_| !done.instance.is_empty()).and_then(|who| site.router().owner(who, &done.instance));
        let (user, key) = match who {
            Some(who) => (who.user.clone(), who.key.clone()),
            None => (done.of.unwrap_or_default(), String::new()),
        };
        let made = done.made.map(|made| format!("-> {made}")).unwrap_or_default();
        Entry {
            user,
            key,
            owner: owner.unwrap_or_default(),
            instance: done.instance,
            operation: self.act.to_owned(),
            bytes_in: done.bytes,
            outcome: fault.map_or("ok", |fault| fault.error_code.name()),
            duration_us: began.elapsed().as_micros() as u64,
            detail: format!("{} {made}", done.said).trim().to_owned(),
            ..Entry::default()
        }
    }

    fn permit(&self, site: &Site, who: Option<&Principal>) -> Result<(), Fault> {
        let Some(who) = who else { return Ok(()) };
        if !who.grant.uses.client {
            return Err(Fault::new(Code::PermissionDenied, "this key is for hosts only"));
        }
        if !matches!(self.run, Run::Call(_)) {
            site.meter(who)?;
        }
        match self.who {
            Who::Anyone | Who::Key => Ok(()),
            Who::Owner if owns(who) || administers(who) => Ok(()),
            Who::Owner => {
                Err(Fault::new(Code::PermissionDenied, "this key was narrowed; the account's own key may do this"))
            }
            Who::Admin if administers(who) => Ok(()),
            Who::Admin => Err(Fault::new(Code::PermissionDenied, "this needs an administrator's key")),
        }
    }

    async fn read(
        &'static self,
        site: &Site,
        who: Option<Arc<Principal>>,
        path: Pairs,
        request: Request,
    ) -> Result<(Act, u64), Fault> {
        let peer = peer(&request);
        let (parts, body) = request.into_parts();
        let most = if matches!(self.run, Run::Call(_)) { site.config().body_limit as usize } else { SMALL };
        let query = input::query(parts.uri.query())?;
        let (body, bytes) = input::body(&parts.headers, body, most).await?;
        let input = Input::check(self.fields, path, query, body)?;
        Ok((Act { site: site.clone(), who, input, peer: peer.ip() }, bytes))
    }

    /// The answer, and what is in it when it is JSON.
    async fn run(&'static self, act: Act) -> Result<(Response, Value), Fault> {
        let value = match self.run {
            Run::Act(run) => blocking(move || run(&act)).await?,
            Run::Page(run) => return blocking(move || run(&act)).await.map(|response| (response, Value::Null)),
            Run::Call(run) => run(act).await?,
            Run::Stream(_) | Run::Raw(_) | Run::Elsewhere => Value::Null,
        };
        Ok((answer::json(StatusCode::OK, &value), value))
    }
}

/// What the record of an act says.
#[derive(Default)]
struct Done {
    bytes: u64,
    said: String,
    instance: String,
    made: Option<String>,
    /// Whose it is, where nobody's key was asked for.
    of: Option<String>,
}

/// There an answer says what was made.
const MADE: [&str; 7] = ["/id", "/user_id", "/instance_id", "/user/id", "/key/id", "/instance/id", "/share/id"];

/// A disk may be slow, and nobody else must wait for it.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Fault::new(Code::Internal, format!("a defect in the gateway: {error}"))))
}

/// Who sent it.
pub(super) fn peer(request: &Request) -> SocketAddr {
    let known = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    // Never without one; if it were, it would be a stranger from nowhere.
    known.unwrap_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)))
}

/// Takes `api_key` out of the query, so that nobody downstream logs it.
fn take_key(request: &mut Request) -> Option<String> {
    let query = request.uri().query()?;
    let (keys, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| pair.starts_with("api_key="));
    let key = keys.first()?.trim_start_matches("api_key=").to_owned();
    let uri = format!("{}?{}", request.uri().path(), rest.join("&"));
    *request.uri_mut() = uri.parse().ok()?;
    Some(key)
}

/// Addresses stand in logs and histories, where a key has no place.
fn deprecated(mut response: Response, path: &'static str) -> Response {
    tracing::warn!(path, "a key came in the address; it belongs into the `Authorization` header");
    let headers = response.headers_mut();
    headers.insert("deprecation", HeaderValue::from_static("@1767225600"));
    headers.insert(
        header::WARNING,
        HeaderValue::from_static(
            "299 - \"send the key as `Authorization: Bearer KEY`; `api_key` in the address is logged by proxies\"",
        ),
    );
    response
}
