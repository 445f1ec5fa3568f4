//! What the owner wants to be asked about before it runs: who is asked, what waits for an answer, and what was granted.
//! A call that waits here is known to the de-duplication already, so that nobody is asked twice for one key.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::{Value, json};

use super::clients::{Client, Way};
use super::dedupe::Digest;
use super::queue::Task;
use super::rules::Rules;
use crate::catalogue::{Effect, Operation, Scope};
use crate::link::random_text;
use crate::wire::{Approval, Code, Fault, Payload};

/// More questions at once than anybody answers.
const MOST: usize = 64;
/// And so many bytes of arguments behind them.
const MOST_BYTES: usize = 256 << 20;
/// How often a caller is told that it still waits.
const TELL: Duration = Duration::from_secs(2);
/// Questions handed to clients that may still be answered.
const OFFERS: usize = 256;
/// Enough of the code to recognise it by; the caller's own words are never the reason.
const LINES: usize = 12;
const LETTERS: usize = 800;
/// Ids that are shown of many.
const IDS: usize = 10;

/// What somebody is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Matter {
    Python,
    Files,
    Deletes,
}

/// A question to the owner.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// Each once; a batch may be about several.
    pub(crate) matters: Vec<Matter>,
    why: String,
    summary: String,
}

/// What somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Answer {
    Once,
    /// This kind of request of this client, until the host stops.
    Session,
    Deny,
}

impl Answer {
    /// `once`, `session` or `deny`.
    pub fn named(name: &str) -> Result<Self, Fault> {
        match name {
            "once" => Ok(Self::Once),
            "session" => Ok(Self::Session),
            "deny" => Ok(Self::Deny),
            _ => {
                let message = format!("an answer is \"once\", \"session\" or \"deny\", not {name:?}");
                Err(Fault::new(Code::InvalidParams, message).detail("argument", "answer").detail("got", name))
            }
        }
    }
}

impl Question {
    /// What these rules want asked about a call that would write these files.
    pub(crate) fn about(rules: &Rules, operation: &Operation, arguments: &Payload, written: &[String]) -> Option<Self> {
        if let Some(question) = Self::of_step(rules, operation, arguments, written) {
            return Some(question);
        }
        let ids = arguments.json["ids"].as_array().filter(|_| operation.effect == Effect::Delete)?;
        let shown: Vec<String> = ids.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        Self::of_deletes(rules, Some(ids.len()), &shown)
    }

    /// The same without what it deletes, which counts for all steps of a batch together.
    pub(crate) fn of_step(
        rules: &Rules,
        operation: &Operation,
        arguments: &Payload,
        written: &[String],
    ) -> Option<Self> {
        let json = &arguments.json;
        if rules.ask_python && operation.scope == Scope::Python {
            let code = json["code"].as_str().unwrap_or_default();
            return Some(Self::one(Matter::Python, "it runs Python code".to_owned(), first(code)));
        }
        if rules.ask_files && !written.is_empty() {
            let why = if written.len() == 1 {
                "it writes a file".to_owned()
            } else {
                format!("it writes {} files", written.len())
            };
            return Some(Self::one(Matter::Files, why, first(&written.join("\n"))));
        }
        None
    }

    /// What they want asked about deleting so many, some of which are known; None: nobody knows how many.
    pub(crate) fn of_deletes(rules: &Rules, count: Option<usize>, ids: &[String]) -> Option<Self> {
        let most = rules.ask_deletes_over?;
        if count.is_some_and(|count| count as u64 <= most) {
            return None;
        }
        let shown: Vec<&str> = ids.iter().map(String::as_str).take(IDS).collect();
        let more = match count.map(|count| count.saturating_sub(shown.len())) {
            Some(0) => String::new(),
            Some(more) => format!("\nand {more} more"),
            None => "\nand what earlier steps will list".to_owned(),
        };
        let why = match count {
            Some(count) => format!("it deletes {count}, more than {most}"),
            None => format!("it deletes what its own steps list, which may be more than {most}"),
        };
        Some(Self::one(Matter::Deletes, why, format!("{}{more}", first(&shown.join(", ")))))
    }

    fn one(matter: Matter, why: String, summary: String) -> Self {
        Self { matters: vec![matter], why, summary }
    }

    /// Many as one: what is said twice is said once.
    pub(crate) fn together(questions: Vec<Self>) -> Option<Self> {
        let mut all = questions.into_iter();
        let mut whole = all.next()?;
        for Self { matters, why, summary } in all {
            whole.matters.extend(matters);
            if !whole.why.contains(&why) {
                whole.why = format!("{}, and {why}", whole.why);
            }
            whole.summary = format!("{}\n{summary}", whole.summary);
        }
        whole.matters.sort_unstable();
        whole.matters.dedup();
        whole.summary = first(&whole.summary);
        Some(whole)
    }

    /// In a sentence.
    pub(crate) fn why(&self) -> &str {
        &self.why
    }

    /// Refused without anybody having been asked.
    pub(crate) fn unattended(&self) -> Fault {
        let message = format!(
            "{}, which the owner of this host wants to be asked about, and nobody is there to ask: it runs \
             unattended, and its policy is to deny",
            self.why
        );
        Fault::new(Code::PermissionDenied, message)
            .detail("unattended", true)
            .suggest("use operations that need no approval")
            .suggest("ask the owner to set `unattended=\"allow\"`, or not to ask for it")
    }
}

/// The beginning of a text, as a person may see it: without what would move a terminal's cursor.
fn first(text: &str) -> String {
    let lines: Vec<&str> = text.lines().take(LINES).collect();
    let shown: String = lines
        .join("\n")
        .chars()
        .filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control())
        .take(LETTERS)
        .collect();
    if shown.len() < text.trim_end().len() { format!("{shown}\n…") } else { shown }
}

/// Whose requests of one kind.
type Grant = (Way, String, Matter);

#[derive(Debug)]
struct Waiting {
    id: String,
    task: Arc<Task>,
    question: Question,
    since: Instant,
    told: Instant,
}

/// A question that a client was told to ask its user.
#[derive(Debug)]
struct Offer {
    id: String,
    digest: Digest,
    grants: Vec<Grant>,
}

/// What waits for an answer.
#[derive(Debug, Default)]
pub(crate) struct Approvals {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<Waiting>,
    granted: HashSet<Grant>,
    offers: VecDeque<Offer>,
    closed: bool,
}

impl Approvals {
    /// Whether the client may do this for as long as the host runs.
    pub(crate) fn granted(&self, client: &Client, question: &Question) -> bool {
        let state = self.state.lock();
        !state.granted.is_empty() && grants(client, question).iter().all(|grant| state.granted.contains(grant))
    }

    /// The task waits for whoever sits at the host.
    pub(crate) fn wait(&self, task: &Arc<Task>, question: Question) -> Result<(), Fault> {
        let id = fresh_id()?;
        let now = Instant::now();
        let mut state = self.state.lock();
        if state.closed {
            return Err(Fault::new(Code::Cancelled, "the host is stopping"));
        }
        let bytes: usize = state.waiting.iter().map(|waiting| waiting.task.bytes).sum();
        if state.waiting.len() >= MOST || bytes.saturating_add(task.bytes) > MOST_BYTES {
            let message = format!("{} calls wait for the approval of the owner already", state.waiting.len());
            return Err(Fault::new(Code::Busy, message).suggest("wait for some of them, then try again"));
        }
        let waiting = Waiting { id, task: task.clone(), question, since: now, told: now };
        state.waiting.push(waiting);
        Ok(())
    }

    /// Hands the question to the client: what it needs to ask its user and to come back with the answer.
    pub(crate) fn offer(&self, digest: &Digest, client: &Client, question: &Question) -> Result<Fault, Fault> {
        let id = fresh_id()?;
        let mut state = self.state.lock();
        state.offers.truncate(OFFERS - 1);
        let grants = grants(client, question);
        state.offers.push_front(Offer { id: id.clone(), digest: *digest, grants });
        let message = format!("{}, and the owner of this host wants the user asked before; nothing ran", question.why);
        Ok(Fault::new(Code::ApprovalRequired, message)
            .detail("approval", id)
            .detail("why", question.why.as_str())
            .detail("summary", question.summary.as_str())
            .suggest("use a client that can ask its user (MCP elicitation)")
            .suggest("or ask the owner to answer in the host itself (`approver=\"host\"`)"))
    }

    /// Whether the client brings the user's answer to this very question; each is good for one call.
    pub(crate) fn redeem(&self, approval: &Approval, digest: &Digest, client: &Client, question: &Question) -> bool {
        let grants = grants(client, question);
        let mut state = self.state.lock();
        let fits = |offer: &Offer| offer.id == approval.id && offer.digest == *digest && offer.grants == grants;
        let Some(position) = state.offers.iter().position(fits) else { return false };
        state.offers.remove(position);
        if approval.session {
            state.granted.extend(grants);
        }
        true
    }

    /// The owner has answered: the tasks that this is the answer to, which wait no longer.
    pub(crate) fn answer(&self, id: &str, answer: Answer) -> Result<Vec<Arc<Task>>, Fault> {
        let mut state = self.state.lock();
        let Some(position) = state.waiting.iter().position(|waiting| waiting.id == id) else {
            let message = "nothing waits for an approval of this id: it was answered, cancelled, or its time is over";
            return Err(Fault::new(Code::NotFound, message).detail("id", id));
        };
        let asked = state.waiting.remove(position);
        if answer != Answer::Session {
            return Ok(vec![asked.task]);
        }
        let granted = grants(&asked.task.client, &asked.question);
        let alike = |waiting: &mut Waiting| {
            grants(&waiting.task.client, &waiting.question).iter().all(|grant| granted.contains(grant))
        };
        let others: Vec<_> = state.waiting.extract_if(.., alike).map(|waiting| waiting.task).collect();
        state.granted.extend(granted);
        Ok(std::iter::once(asked.task).chain(others).collect())
    }

    /// Nobody wants the task any more; whether it waited here.
    pub(crate) fn withdraw(&self, task: &Arc<Task>) -> bool {
        let mut state = self.state.lock();
        let before = state.waiting.len();
        state.waiting.retain(|waiting| !Arc::ptr_eq(&waiting.task, task));
        state.waiting.len() < before
    }

    /// Takes out what nobody answered in time, and tells the others that they still wait.
    pub(crate) fn look(&self, now: Instant, owner: &str) -> Vec<Arc<Task>> {
        let (late, told) = {
            let mut state = self.state.lock();
            let late: Vec<_> = state.waiting.extract_if(.., |waiting| waiting.task.deadline <= now).collect();
            let due = state.waiting.iter_mut().filter(|waiting| now.saturating_duration_since(waiting.told) >= TELL);
            let told: Vec<_> = due
                .map(|waiting| {
                    waiting.told = now;
                    waiting.task.clone()
                })
                .collect();
            (late, told)
        };
        told.iter().for_each(|task| tell(task, owner));
        late.into_iter().map(|waiting| waiting.task).collect()
    }

    /// Nothing waits any more; what did.
    pub(crate) fn close(&self) -> Vec<Arc<Task>> {
        let mut state = self.state.lock();
        state.closed = true;
        state.waiting.drain(..).map(|waiting| waiting.task).collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.state.lock().waiting.is_empty()
    }

    /// As the owner sees them, the oldest first.
    pub(crate) fn json(&self) -> Value {
        self.state.lock().waiting.iter().map(Waiting::json).collect()
    }
}

impl Waiting {
    fn json(&self) -> Value {
        json!({
            "id": self.id,
            "operation": self.task.operation.name,
            "client": self.task.client.program,
            "why": self.question.why,
            "summary": self.question.summary,
            "seconds": self.since.elapsed().as_secs_f64(),
        })
    }
}

/// The caller learns what keeps it waiting.
pub(crate) fn tell(task: &Task, owner: &str) {
    task.control.progress(None, &format!("waiting for approval of the owner of `{owner}`"));
}

/// The owner said no.
pub(crate) fn denied() -> Fault {
    Fault::new(Code::PermissionDenied, "denied by the owner of this host; nothing ran")
        .suggest("ask the owner what may be done instead")
}

/// The owner said nothing.
pub(crate) fn unanswered() -> Fault {
    let message = "nobody answered in time: the owner of this host wants to be asked before; nothing ran";
    Fault::new(Code::PermissionDenied, message)
        .suggest("ask the owner to look at the host, then call again with a longer `timeout`")
}

fn grants(client: &Client, question: &Question) -> Vec<Grant> {
    question.matters.iter().map(|&matter| (client.way, client.program.clone(), matter)).collect()
}

fn fresh_id() -> Result<String, Fault> {
    random_text(12).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))
}
