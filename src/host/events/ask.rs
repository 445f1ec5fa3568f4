//! What a reader of events asks for.

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::Events;
use crate::catalogue::{CANCEL_TASK, GET_TASK, catalogue};
use crate::host::clients::Client;
use crate::host::engine::Engine;
use crate::wire::{Code, Fault, Payload, Request};

/// The operation.
pub(in crate::host) const NAME: &str = crate::catalogue::GET_EVENTS;

/// What a reader wishes.
#[derive(Clone, Debug)]
pub(in crate::host) struct Wish {
    /// Where it was; none: from now on.
    pub(super) after: Option<Cursor>,
    /// Empty: all.
    kinds: Vec<String>,
    /// Until when it waits.
    pub(super) until: Instant,
}

/// A place among the events of one run of a host.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::host) struct Cursor {
    pub(super) epoch: String,
    pub(super) number: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.epoch, self.number)
    }
}

impl Cursor {
    fn parse(text: &str) -> Result<Self, Fault> {
        let an_epoch = |epoch: &str| !epoch.is_empty() && epoch.chars().all(char::is_alphanumeric);
        let parts = text.rsplit_once('-').filter(|(epoch, _)| an_epoch(epoch));
        let parts = parts.and_then(|(epoch, number)| Some((epoch, number.parse().ok()?)));
        let Some((epoch, number)) = parts else {
            let expected = "the `cursor` of an earlier answer";
            return Err(Fault::new(Code::InvalidParams, format!("`after`: expected {expected}, got `{text}`"))
                .detail("path", "after")
                .detail("expected", expected)
                .detail("got", text)
                .suggest("leave it out to begin with what happens from now on"));
        };
        Ok(Self { epoch: epoch.to_owned(), number })
    }
}

impl Wish {
    /// From validated arguments.
    pub(super) fn new(arguments: &Value, timeout: Option<Duration>, now: Instant) -> Result<Self, Fault> {
        let after = arguments["after"].as_str().map(Cursor::parse).transpose()?;
        let kinds = arguments["kinds"].as_array().into_iter().flatten();
        let wait = Duration::try_from_secs_f64(arguments["wait"].as_f64().unwrap_or_default()).unwrap_or_default();
        Ok(Self {
            after,
            kinds: kinds.filter_map(Value::as_str).map(str::to_owned).collect(),
            until: now + timeout.map_or(wait, |timeout| wait.min(timeout)),
        })
    }

    pub(super) fn wants(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|wanted| wanted == kind)
    }
}

impl Engine {
    /// A reader's wish, when this host has events and its owner lets it be read.
    fn wish(&self, arguments: &mut Payload, timeout: Option<Duration>, client: &Client) -> Result<Wish, Fault> {
        let operation = catalogue().operation(NAME)?;
        let host = self.instance.read().host.clone();
        self.policy().check(operation, arguments, &host, client.way)?;
        Wish::new(&arguments.json, timeout, Instant::now())
    }

    /// What happened, for who cannot wait.
    pub(in crate::host) fn events_now(&self, mut arguments: Payload, client: &Client) -> Result<Payload, Fault> {
        let wish = self.wish(&mut arguments, None, client)?;
        Ok(self.events.read(&wish, client).into())
    }

    /// Whether it is answered when there is something to tell.
    pub(in crate::host) fn may_wait(name: &str) -> bool {
        [NAME, GET_TASK, CANCEL_TASK].contains(&name)
    }

    /// What happened, or became of a task, at once or while its caller waits.
    pub(in crate::host) async fn when_there(&self, request: Request, client: &Client) -> Result<Payload, Fault> {
        match request.operation.as_str() {
            NAME => self.events_when_there(request, client).await,
            _ => self.task_when_over(request, client).await,
        }
    }

    /// What happened, or happens while the reader waits.
    async fn events_when_there(&self, request: Request, client: &Client) -> Result<Payload, Fault> {
        let mut arguments = catalogue().operation(NAME)?.validate(request.arguments)?;
        let wish = self.wish(&mut arguments, request.timeout, client)?;
        let events: &Events = &self.events;
        Ok(events.wait(&wish, client).await.into())
    }
}
