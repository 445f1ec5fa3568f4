//! What a compound sees of its host: the atomics, one call after the other.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use parking_lot::Mutex;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::World;
use super::unexpected;
use crate::wire::{Code, Fault, Payload};

/// An atomic that a compound wants done.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) operation: &'static str,
    pub(super) arguments: Payload,
}

/// What came of it.
pub(super) type Answer = Result<Payload, Fault>;

/// Where the one who asks and the one who does it meet.
#[derive(Debug, Default)]
pub(super) enum Desk {
    #[default]
    Empty,
    Asked(Ask),
    Answered(Answer),
    /// Nothing is wanted but that others have their turn.
    Breathing,
}

/// The host, to a compound.
#[derive(Clone, Debug)]
pub(super) struct Atomics {
    desk: Arc<Mutex<Desk>>,
    pub(super) world: World,
}

/// As many as the catalogue lets a page have.
const PAGE: usize = 1_000;

#[derive(Deserialize)]
struct Page<T> {
    items: Vec<T>,
    next_cursor: Option<String>,
}

#[derive(Deserialize)]
struct Ids {
    ids: Vec<String>,
}

#[derive(Deserialize)]
struct Items<T> {
    items: Vec<T>,
}

impl Atomics {
    pub(super) fn new(desk: Arc<Mutex<Desk>>, world: World) -> Self {
        Self { desk, world }
    }

    /// Does one atomic and gives what was read back. One that fails to change the scene ends the compound; only a read
    /// that fails comes back here.
    pub(super) async fn call(&self, operation: &'static str, arguments: impl Into<Payload>) -> Answer {
        Call { desk: &self.desk, ask: Some(Ask { operation, arguments: arguments.into() }) }.await
    }

    /// The same, its result in a type of the compound's own.
    pub(super) async fn ask<T: DeserializeOwned>(&self, operation: &'static str, arguments: Value) -> Result<T, Fault> {
        let payload = self.call(operation, arguments).await?;
        serde_json::from_value(payload.json).map_err(|error| unexpected(operation, &error))
    }

    /// Lets the runner have a look in the middle of long reckoning: whether others want their turn, or nobody this.
    pub(super) async fn breathe(&self) {
        let mut breathing = false;
        std::future::poll_fn(|_| {
            if breathing {
                return Poll::Ready(());
            }
            breathing = true;
            *self.desk.lock() = Desk::Breathing;
            Poll::Pending
        })
        .await;
    }

    /// Makes things, and gives their ids.
    pub(super) async fn make_all(&self, operation: &'static str, items: Vec<Value>) -> Result<Vec<String>, Fault> {
        let count = items.len();
        let Ids { ids } = self.ask(operation, json!({ "items": items })).await?;
        match ids.len() == count {
            true => Ok(ids),
            false => Err(Fault::new(Code::HandlerError, format!("`{operation}` gave {} ids of {count}", ids.len()))),
        }
    }

    /// Makes one thing, and gives its id.
    pub(super) async fn make(&self, operation: &'static str, item: Value) -> Result<String, Fault> {
        self.make_all(operation, vec![item]).await.map(|mut ids| ids.pop().unwrap_or_default())
    }

    /// Changes things, patch by patch.
    pub(super) async fn change(&self, operation: &'static str, items: Vec<Value>) -> Result<(), Fault> {
        self.call(operation, json!({ "items": items })).await.map(drop)
    }

    /// Items that an operation tells, in types of the compound's own.
    pub(super) async fn items<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        arguments: Value,
    ) -> Result<Vec<T>, Fault> {
        self.ask(operation, arguments).await.map(|Items { items }| items)
    }

    /// Everything that a `list_*` tells, page after page.
    pub(super) async fn list<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        mut asked: Value,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        asked["limit"] = PAGE.into();
        loop {
            let page: Page<T> = self.ask(operation, asked.clone()).await?;
            found.extend(page.items);
            match page.next_cursor {
                Some(cursor) => asked["cursor"] = cursor.into(),
                None => return Ok(found),
            }
        }
    }

    /// What `get_*` tells of these.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        ids: &[String],
        fields: &[&str],
    ) -> Result<Vec<T>, Fault> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let fields = if fields.is_empty() { json!({ "ids": ids }) } else { json!({ "ids": ids, "fields": fields }) };
        self.items(operation, fields).await
    }
}

/// One call: asked at the first look at it, answered by the second.
struct Call<'a> {
    desk: &'a Mutex<Desk>,
    ask: Option<Ask>,
}

impl Future for Call<'_> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Answer> {
        let mut desk = self.desk.lock();
        match (self.ask.take(), std::mem::take(&mut *desk)) {
            (Some(ask), _) => *desk = Desk::Asked(ask),
            (None, Desk::Answered(answer)) => return Poll::Ready(answer),
            (None, other) => *desk = other,
        }
        Poll::Pending
    }
}
