//! Hosts on this machine, found by their records: one that starts later is found without a restart.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::StreamExt;
use futures_util::stream::FuturesOrdered;
use parking_lot::Mutex;
use tokio::sync::mpsc;

use super::choose::Candidate;
use super::{Backend, Instance, Link, Progress, Reply, Request};
use crate::host::{Folders, HostInfo, Record, live};
use crate::wire::{Code, Fault};

/// A listing asks every host how it is, and waits no longer for any of them.
const LOOK: Duration = Duration::from_secs(1);
/// A folder's time is coarse: a listing this soon after a change may have missed another.
const SETTLED: Duration = Duration::from_millis(100);
/// All hosts of this user on this machine, or one by address. Needs a tokio runtime around it.
#[derive(Clone, Debug)]
pub struct Local {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    source: Source,
    links: Mutex<HashMap<String, Link>>,
    /// Calls that start at once make one connection together; by host, so that none waits for another's.
    dialling: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
    /// Which host ended last, and what it said then.
    parting: Mutex<Option<String>>,
    listing: Mutex<Listing>,
}

#[derive(Debug)]
enum Source {
    Records(Folders),
    Address { url: String, token: String },
}

/// The records as they were when the folder had this time.
#[derive(Debug, Default)]
struct Listing {
    changed: Option<SystemTime>,
    records: Arc<Vec<Record>>,
}

impl Local {
    /// The hosts in the user's own folders.
    pub fn new() -> Result<Self, Fault> {
        Ok(Self::at(Folders::from_env()?))
    }

    /// The hosts whose records lie in these folders.
    pub fn at(folders: Folders) -> Self {
        Self::of(Source::Records(folders))
    }

    /// One host only, by address (`--connect`).
    pub fn to(url: &str, token: &str) -> Self {
        Self::of(Source::Address { url: url.to_owned(), token: token.to_owned() })
    }

    fn of(source: Source) -> Self {
        let (links, dialling, parting, listing) = Default::default();
        Self { shared: Arc::new(Shared { source, links, dialling, parting, listing }) }
    }

    /// The live records; read anew only when their folder has changed or `fresh` asks for it.
    fn records(&self, folders: &Folders, fresh: bool) -> Arc<Vec<Record>> {
        let changed = std::fs::metadata(&folders.runtime).and_then(|metadata| metadata.modified()).ok();
        let mut listing = self.shared.listing.lock();
        if fresh || changed.is_none() || listing.changed != changed {
            listing.records = Arc::new(live(&folders.runtime));
            let settled = changed.filter(|changed| changed.elapsed().is_ok_and(|age| age > SETTLED));
            listing.changed = settled;
        }
        listing.records.clone()
    }

    /// The link to the one that is meant.
    async fn link(&self, wanted: Option<&str>) -> Result<Link, Fault> {
        let folders = match &self.shared.source {
            Source::Address { url, token } => return self.pooled(url, url, token).await,
            Source::Records(folders) => folders,
        };
        let chosen = choose(&self.records(folders, false), wanted).map(|record| (record.clone(), self.known(record)));
        if let Ok((_, Some(link))) = chosen {
            return Ok(link);
        }
        let records = self.records(folders, true);
        self.remember_partings();
        let record = choose(&records, wanted).map_err(|fault| self.explained(fault))?;
        self.shared.links.lock().retain(|id, link| !link.lost() && records.iter().any(|record| record.id == *id));
        self.pooled(&record.id, &record.url, &record.token).await.map_err(|fault| gone(record, fault))
    }

    /// What hosts have said that are gone.
    fn remember_partings(&self) {
        for link in self.shared.links.lock().values().filter(|link| link.lost()) {
            if let Some(reason) = link.parting() {
                *self.shared.parting.lock() = Some(format!("`{}` has ended: {reason}", link.instance().name));
            }
        }
    }

    /// That there is no host is news to whoever has just talked to one.
    fn explained(&self, fault: Fault) -> Fault {
        match (fault.error_code, &*self.shared.parting.lock()) {
            (Code::HostNotRunning, Some(parting)) => {
                Fault { error_message: format!("{}; {parting}", fault.error_message), ..fault }
            }
            _ => fault,
        }
    }

    /// The link to this very run of the host, when there is one that works.
    fn known(&self, record: &Record) -> Option<Link> {
        let links = self.shared.links.lock();
        links.get(&record.id).filter(|link| !link.lost() && link.epoch() == record.epoch).cloned()
    }

    async fn pooled(&self, id: &str, url: &str, token: &str) -> Result<Link, Fault> {
        if let Some(link) = self.living(id) {
            return Ok(link);
        }
        let dialling = self.shared.dialling.lock().entry(id.to_owned()).or_default().clone();
        let _one_at_a_time = dialling.lock().await;
        if let Some(link) = self.living(id) {
            return Ok(link);
        }
        let link = Link::connect(url, token).await?;
        self.shared.links.lock().insert(id.to_owned(), link.clone());
        Ok(link)
    }

    fn living(&self, id: &str) -> Option<Link> {
        self.shared.links.lock().get(id).filter(|link| !link.lost()).cloned()
    }

    /// How one host is now; one that does not answer is shown as that.
    async fn look(&self, record: Record) -> Instance {
        let unreachable = || Instance {
            id: record.id.clone(),
            name: record.name.clone(),
            status: "unreachable".to_owned(),
            pid: record.pid,
            scenewire_version: record.scenewire_version.clone(),
            host: HostInfo { app: record.app.clone(), ..HostInfo::default() },
            ..Instance::default()
        };
        let asked = async { status(&self.link(Some(&record.id)).await?).await };
        tokio::time::timeout(LOOK, asked).await.ok().and_then(Result::ok).unwrap_or_else(unreachable)
    }
}

async fn status(link: &Link) -> Result<Instance, Fault> {
    let request = Request { operation: "get_status".to_owned(), ..Request::default() };
    let mut status = link.call(request, None).await?.payload.json;
    let instance = status.get_mut("instance").map(serde_json::Value::take).unwrap_or_default();
    let told: Result<Instance, _> = serde_json::from_value(instance);
    let mut instance = told.map_err(|error| crate::wire::protocol(format!("not an instance: {error}")))?;
    // A status is short; what it leaves out the host has said in its greeting.
    if instance.host.not_supported.is_empty() {
        instance.host.not_supported = link.instance().host.not_supported;
    }
    Ok(instance)
}

impl Backend for Local {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        match &self.shared.source {
            Source::Address { .. } => Ok(vec![status(&self.link(None).await?).await?]),
            Source::Records(folders) => {
                let records = self.records(folders, true);
                let looks: FuturesOrdered<_> = records.iter().cloned().map(|record| self.look(record)).collect();
                Ok(looks.collect().await)
            }
        }
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        self.link(request.instance.as_deref()).await?.call(request, progress).await
    }

    fn on_one_machine(&self) -> bool {
        true
    }

    async fn settled(&self) {
        let links: Vec<Link> = self.shared.links.lock().values().filter(|link| !link.lost()).cloned().collect();
        futures_util::future::join_all(links.iter().map(Link::settled)).await;
    }
}

impl Candidate for Record {
    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn app(&self) -> &str {
        &self.app
    }
}

/// The record that is meant by an id, a name, or nothing.
fn choose<'a>(records: &'a [Record], wanted: Option<&str>) -> Result<&'a Record, Fault> {
    if records.is_empty() {
        return Err(none(wanted));
    }
    super::choose::one(records, wanted)
}

fn none(wanted: Option<&str>) -> Fault {
    let message = match wanted {
        Some(wanted) => format!("no host runs on this machine, so none of the name `{wanted}`"),
        None => "no host runs on this machine".to_owned(),
    };
    Fault::new(Code::HostNotRunning, message)
        .suggest("run `scenewire host` for a Blender without a window; `--app usd` or `--app maya` for those")
        .suggest(
            "or start scenewire from the Scenewire panel of an open Blender, or the Scenewire menu of an open Maya",
        )
        .suggest("no panel and no menu: `scenewire install blender` or `scenewire install maya`, then open it again")
}

/// A host that has a record and does not answer.
fn gone(record: &Record, fault: Fault) -> Fault {
    let message = format!("`{}` has a record but does not answer: {}", record.name, fault.error_message);
    let code = if fault.error_code == Code::Unauthorized { Code::HostNotRunning } else { fault.error_code };
    Fault { error_code: code, ..Fault::new(code, message).suggest("start it again, or ask for the list of instances") }
}
