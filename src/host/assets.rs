//! Assets inside a host: what is looked for and fetched beside the main thread, by a thread of its own for each call. What
//! was fetched then goes into the queue like every call, as a compound that finds the files there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Instant;

use parking_lot::Mutex;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::engine::Engine;
use super::keys::Keys;
use super::queue::Task;
use super::rules::Rules;
use super::transaction::cancelled;
use super::{Control, Folders};
use crate::assets::{
    Asset, Cache, Fetched, Limits, Meter, Order, PROVIDERS, Page, Provider, Web, Wish, fetch, preview, provider,
};
use crate::catalogue::{GET_ASSET, IMPORT_ASSET, Operation, SEARCH_ASSETS};
use crate::wire::{Attachment, Code, Dtype, Fault, Payload, attached, reason};

/// More would share one connection to the internet.
const AT_ONCE: usize = 4;
/// Where the compound finds what was fetched, among its arguments.
pub(super) const FETCHED: &str = "fetched";

/// Whether an operation asks servers on the internet.
pub(super) fn is_asking(operation: &str) -> bool {
    [SEARCH_ASSETS, GET_ASSET, IMPORT_ASSET].contains(&operation)
}

/// For who would wait for himself.
pub(super) fn refuse_here(operation: &Operation) -> Result<(), Fault> {
    if !is_asking(&operation.name) {
        return Ok(());
    }
    let message =
        format!("`{}` asks servers on the internet, and the main thread does not wait for them", operation.name);
    Err(Fault::new(Code::WouldDeadlock, message)
        .suggest("call it from outside of the application, or from another thread"))
}

/// The calls that wait for a provider.
pub(super) struct Assets {
    keys: Keys,
    folder: PathBuf,
    jobs: Mutex<Vec<Job>>,
}

struct Job {
    task: Arc<Task>,
    cancel: CancellationToken,
    outcome: Arc<Mutex<Option<Result<Payload, Fault>>>>,
    thread: JoinHandle<()>,
}

/// What became of one.
pub(super) enum Came {
    /// This is its answer.
    Over(Result<Payload, Fault>),
    /// The files are here; with these arguments it goes on in the queue.
    Fetched(Payload),
}

impl Assets {
    pub(super) fn new(folders: &Folders) -> Self {
        Self { keys: Keys::new(folders), folder: folder(folders), jobs: Mutex::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.jobs.lock().is_empty()
    }

    /// Begins what a task needs of a provider; false when it needs nothing, or has it.
    fn begin(&self, task: &Arc<Task>, rules: &Rules) -> Result<bool, Fault> {
        let given = task.arguments.lock().json.clone();
        if !is_asking(&task.operation.name) || given.get(FETCHED).is_some() {
            return Ok(false);
        }
        let mut jobs = self.jobs.lock();
        if jobs.len() >= AT_ONCE {
            let message = format!("{} calls wait for providers of assets already", jobs.len());
            return Err(Fault::new(Code::Busy, message).suggest("wait for some of them, then try again"));
        }
        let errand = Errand {
            operation: task.operation.name.clone(),
            given,
            control: task.control.clone(),
            desk: Desk { keys: self.keys.clone(), rules: rules.clone(), cache: self.cache(rules) },
        };
        let (cancel, outcome) = (CancellationToken::new(), Arc::new(Mutex::new(None)));
        let (ends, told) = (cancel.clone(), outcome.clone());
        let work = move || {
            let result = errand.run(&ends);
            *told.lock() = Some(result);
        };
        let thread = std::thread::Builder::new().name("scenewire-assets".to_owned()).spawn(work);
        let thread = thread.map_err(|error| Fault::new(Code::HandlerError, format!("no thread: {}", reason(error))))?;
        jobs.push(Job { task: task.clone(), cancel, outcome, thread });
        Ok(true)
    }

    fn cache(&self, rules: &Rules) -> Cache {
        Cache::new(self.folder.clone(), rules.asset_cache_mb << 20)
    }

    /// Those that are over, or must be.
    pub(super) fn look(&self, now: Instant) -> Vec<(Arc<Task>, Came)> {
        let mut over = Vec::new();
        self.jobs.lock().retain(|job| {
            job.task.control.flush(now);
            let came = match job.outcome.lock().take() {
                Some(Ok(payload)) if job.task.operation.is_compound() => Came::Fetched(payload),
                Some(result) => Came::Over(result),
                None if now < job.task.deadline => return true,
                None => {
                    job.cancel.cancel();
                    Came::Over(Err(too_slow()))
                }
            };
            over.push((job.task.clone(), came));
            false
        });
        over
    }

    /// Whether it waited here; now it does not.
    pub(super) fn withdraw(&self, task: &Arc<Task>) -> bool {
        let mut jobs = self.jobs.lock();
        let Some(place) = jobs.iter().position(|job| Arc::ptr_eq(&job.task, task)) else { return false };
        jobs.remove(place).cancel.cancel();
        true
    }

    /// The host ends: those that wait for an answer.
    pub(super) fn end(&self) -> Vec<Arc<Task>> {
        let jobs: Vec<Job> = self.jobs.lock().drain(..).collect();
        jobs.iter().for_each(|job| job.cancel.cancel());
        let ended = |job: Job| {
            if job.thread.join().is_err() {
                tracing::error!("a thread that fetched an asset panicked");
            }
            job.task
        };
        jobs.into_iter().map(ended).collect()
    }
}

/// Where assets lie that were fetched, for all hosts of a user.
pub(super) fn folder(folders: &Folders) -> PathBuf {
    folders.state.join("assets")
}

fn too_slow() -> Fault {
    Fault::new(Code::TimedOut, "the deadline passed while the asset was on its way; what has come of it is kept")
        .suggest("call it again: it goes on where it was, or give a longer `timeout`")
}

impl Engine {
    /// Begins what a task needs of a provider before it can run; false when it can.
    pub(super) fn send_for(&self, task: &Arc<Task>) -> Result<bool, Fault> {
        self.assets.begin(task, &self.policy().rules)
    }

    /// Why a provider cannot be asked now, if so; nobody is asked for that.
    pub(super) fn asset_source(&self, name: &str) -> Result<(), Fault> {
        let (policy, host) = (self.policy(), self.instance.read().host.clone());
        policy.network(&host)?;
        let rules = policy.rules.clone();
        let cache = self.assets.cache(&rules);
        Desk { keys: self.assets.keys.clone(), rules, cache }.provider(name).map(drop)
    }

    /// Answers what is over, and queues what can go on.
    pub(super) fn look_at_assets(&self, now: Instant) {
        for (task, came) in self.assets.look(now) {
            match came {
                Came::Over(result) => self.finish(&task, result),
                Came::Fetched(arguments) => {
                    *task.arguments.lock() = arguments;
                    if let Err(fault) = self.queue_up(&task) {
                        self.finish(&task, Err(fault));
                    }
                }
            }
        }
    }
}

/// What one call wants of providers.
struct Errand {
    operation: String,
    given: Value,
    control: Control,
    desk: Desk,
}

/// By which rules they are asked.
struct Desk {
    keys: Keys,
    rules: Rules,
    cache: Cache,
}

#[derive(Deserialize)]
struct Wanted {
    provider: String,
    #[serde(default)]
    preview: bool,
    folder: Option<PathBuf>,
    #[serde(flatten)]
    order: Order,
}

impl Errand {
    fn run(self, ends: &CancellationToken) -> Result<Payload, Fault> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
        let done = runtime.block_on(ends.run_until_cancelled(self.carry_out(ends)));
        // A resolver that does not answer is not waited for.
        runtime.shutdown_background();
        done.unwrap_or_else(|| Err(cancelled()))
    }

    async fn carry_out(&self, ends: &CancellationToken) -> Result<Payload, Fault> {
        match self.operation.as_str() {
            SEARCH_ASSETS => self.search().await,
            GET_ASSET => self.get().await,
            _ => self.fetch(ends).await,
        }
    }

    fn read<T: for<'a> Deserialize<'a>>(&self) -> Result<T, Fault> {
        serde_json::from_value(self.given.clone())
            .map_err(|error| Fault::new(Code::Internal, format!("arguments are not as the catalogue says: {error}")))
    }

    /// In one provider, or in all that are ready.
    async fn search(&self) -> Result<Payload, Fault> {
        let wish: Wish = self.read()?;
        let (mut found, mut told, mut problems) = (Page::default(), Vec::new(), Vec::new());
        let named = self.given["provider"].as_str();
        if named.is_none() && wish.cursor.is_some() {
            return Err(Fault::new(Code::InvalidParams, "a cursor belongs to one `provider`, which is not given")
                .detail("path", "cursor"));
        }
        for provider in PROVIDERS {
            let about = provider.about();
            let web = self.desk.web(*provider);
            let asked =
                named.is_none_or(|name| name == about.name) && wish.kind.is_none_or(|kind| about.kinds.contains(&kind));
            let mut state = self.desk.told(*provider, web.as_ref().err());
            if asked {
                let page = match web {
                    Ok(web) => provider.search(&web, &wish).await,
                    Err(fault) => Err(fault),
                };
                match page {
                    Ok(page) => found = joined(found, page, named.is_some()),
                    Err(fault) => {
                        state["ready"] = false.into();
                        state["reason"] = fault.error_message.as_str().into();
                        problems.push(fault);
                    }
                }
            }
            told.push((asked, state));
        }
        let asked = told.iter().filter(|(asked, _)| *asked).count();
        if let Some(fault) =
            problems.into_iter().next().filter(|_| told.iter().all(|(asked, state)| !asked || state["ready"] == false))
        {
            return Err(fault);
        }
        if asked == 0 {
            return Err(
                Fault::new(Code::InvalidParams, "this provider has nothing of this kind").detail("path", "kind")
            );
        }
        let providers: Vec<Value> = told.into_iter().map(|(_, state)| state).collect();
        Ok(json!({
            "items": found.items, "total": found.total, "next_cursor": found.next_cursor,
            "categories": found.categories, "providers": providers,
        })
        .into())
    }

    async fn get(&self) -> Result<Payload, Fault> {
        let wanted: Wanted = self.read()?;
        let (provider, web) = self.desk.provider(&wanted.provider)?;
        let asset = provider.find(&web, &wanted.order.id).await?;
        let mut told = described(&asset)?;
        told["forms"] = json!(provider.forms(&web, &asset).await?);
        told["cost"] = provider.about().cost.into();
        let mut attachments = Vec::new();
        if wanted.preview {
            let (bytes, media) = preview(&web, &asset).await?;
            told["preview"] = attached(0);
            attachments.push(Attachment {
                dtype: Dtype::U1,
                shape: vec![bytes.len() as u64],
                media: Some(media.to_owned()),
                data: bytes.into(),
            });
        }
        Ok(Payload { json: told, attachments })
    }

    /// The arguments, with what came for them.
    async fn fetch(&self, ends: &CancellationToken) -> Result<Payload, Fault> {
        let wanted: Wanted = self.read()?;
        let (provider, web) = self.desk.provider(&wanted.provider)?;
        let title = provider.about().title;
        let tell = |done: u64, total: Option<u64>| {
            let fraction = total.filter(|total| *total > 0).map(|total| done as f64 / total as f64);
            let of = total.map_or_else(String::new, |total| format!(" of {}", megabytes(total)));
            self.control.progress(fraction, &format!("{title}: {}{of}", megabytes(done)));
            !ends.is_cancelled()
        };
        let mut meter = Meter::new(&tell);
        let mut fetched = fetch(provider, &web, &self.desk.cache, &wanted.order, &mut meter).await?;
        if let Some(folder) = &wanted.folder {
            deposit(&mut fetched, folder)?;
        }
        let mut given = self.given.clone();
        given[FETCHED] = json!(fetched);
        Ok(given.into())
    }
}

impl Desk {
    fn provider(&self, name: &str) -> Result<(&'static dyn Provider, Web), Fault> {
        let provider =
            provider(name).ok_or_else(|| Fault::new(Code::Internal, format!("nobody has written `{name}`")))?;
        Ok((provider, self.web(provider)?))
    }

    fn web(&self, provider: &dyn Provider) -> Result<Web, Fault> {
        let about = provider.about();
        let chosen = self.rules.asset_sources.get(about.name);
        let base = chosen.map_or(about.home, String::as_str);
        let credential = match about.key {
            None => None,
            Some(word) => {
                let key = self.keys.kept(base)?.ok_or_else(|| without_key(about.name, about.title))?;
                Some(format!("{word} {key}"))
            }
        };
        Web::new(about.title, base, chosen.is_some(), credential, Limits::default())
    }

    fn told(&self, provider: &dyn Provider, problem: Option<&Fault>) -> Value {
        let about = provider.about();
        json!({
            "name": about.name, "title": about.title, "kinds": about.kinds, "cost": about.cost,
            "licence": about.licence, "needs_key": about.key.is_some(), "ready": problem.is_none(),
            "reason": problem.map(|fault| fault.error_message.as_str()),
        })
    }
}

fn without_key(name: &str, title: &str) -> Fault {
    let message = format!("{title} wants the key of an account, and this computer has none for it");
    Fault::new(Code::Unauthorized, message)
        .suggest(format!("its owner gives it once, on this computer: scenewire asset-key {name}"))
}

fn described(asset: &Asset) -> Result<Value, Fault> {
    serde_json::to_value(asset).map_err(|error| Fault::new(Code::Internal, error.to_string()))
}

/// Pages of several providers as one; only one's own can be gone on with.
fn joined(mut all: Page, page: Page, alone: bool) -> Page {
    all.items.extend(page.items);
    all.categories.extend(page.categories);
    all.total = if alone { page.total } else { None };
    all.next_cursor = page.next_cursor.filter(|_| alone);
    all
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// Copies its files to where the caller wants to keep them, into a folder of its own there.
fn deposit(fetched: &mut Fetched, folder: &Path) -> Result<(), Fault> {
    let own = [Some(fetched.asset.id.as_str()), fetched.resolution.as_deref()].into_iter().flatten();
    let to = folder.join(own.collect::<Vec<_>>().join("_"));
    let moved = |file: &Path| file.strip_prefix(&fetched.folder).map_or_else(|_| to.clone(), |inner| to.join(inner));
    for file in &fetched.files {
        let target = moved(file);
        let copied =
            target.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::copy(file, &target));
        copied.map_err(|error| {
            let message = format!("`{}` cannot be written: {}", target.display(), reason(error));
            Fault::new(Code::HandlerError, message).detail("path", target.to_string_lossy())
        })?;
    }
    fetched.files = fetched.files.iter().map(|file| moved(file)).collect();
    fetched.main = fetched.main.as_deref().map(moved);
    fetched.maps = fetched.maps.iter().map(|(slot, file)| (*slot, moved(file))).collect();
    fetched.folder = to;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Kind;
    use crate::catalogue::{Kind as FieldKind, catalogue};

    #[test]
    fn the_catalogue_names_the_providers_and_kinds_that_there_are() {
        let words = |name: &str| {
            let operation = catalogue().operation(SEARCH_ASSETS).unwrap();
            let field = operation.params.iter().find(|field| field.name == name).unwrap();
            match field.kind {
                FieldKind::Enum(words) => words.to_vec(),
                _ => panic!("{name} is no choice"),
            }
        };
        let names: Vec<&str> = PROVIDERS.iter().map(|provider| provider.about().name).collect();
        assert_eq!(words("provider"), names);
        let kinds = json!([Kind::Hdri, Kind::Texture, Kind::Model]);
        assert_eq!(json!(words("kind")), kinds);
    }
}
