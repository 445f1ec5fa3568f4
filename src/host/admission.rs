//! A call on its way in: refused as early as possible, answered at once, joined to the one of its key, put to whoever must
//! be asked first, or queued.

use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::Value;

use super::Control;
use super::approval::{self, Question};
use super::assets;
use super::batch::{self, Plan};
use super::clients::Client;
use super::control::Caller;
use super::dedupe::{self, Digest, Known};
use super::engine::Engine;
use super::history::Ended;
use super::interpreter;
use super::isolated;
use super::queue::Task;
use super::rules::{Approver, Verdict};
use super::tasks;
use crate::catalogue::Operation;
use crate::wire::{Approval, Fault, Request};

/// The longest that a call may take whatever its caller says: an hour of rendering.
const LONGEST: Duration = Duration::from_secs(24 * 3600);
/// A call as it comes in.
pub(crate) struct Submission {
    pub(crate) request: Request,
    pub(crate) key: String,
    pub(crate) resend: bool,
    pub(crate) client: Arc<Client>,
}

/// A call that is valid and allowed, and what must be asked before it runs.
pub(super) struct Asked {
    pub(super) task: Task,
    question: Option<Question>,
}

impl Engine {
    /// Takes a call; its caller is answered now or later, once. The task when it can still be cancelled.
    pub(crate) fn submit(&self, mut submission: Submission, caller: Arc<dyn Caller>) -> Option<Arc<Task>> {
        let received = Instant::now();
        let (caller, heard) = match interpreter::understood(&mut submission.request) {
            Ok(spoken) => (interpreter::for_caller(spoken, caller), Ok(())),
            Err(fault) => (caller, Err(fault)),
        };
        let (key, client) = (submission.key.clone(), submission.client.clone());
        let operation = submission.request.operation.clone();
        match heard.and_then(|()| self.take(submission, &caller, received)) {
            Ok(task) => task,
            Err(fault) => {
                tracing::info!(operation, key, code = fault.error_code.name(), "refused");
                let waited = received.elapsed();
                self.history.add(Ended {
                    operation: &operation,
                    key: &key,
                    client: &client,
                    fault: Some(&fault),
                    waited,
                    ran: Duration::ZERO,
                });
                let refused = Err(fault);
                self.counts.add(&refused);
                caller.outcome(&self.done(key, refused, received));
                None
            }
        }
    }

    fn take(
        &self,
        submission: Submission,
        caller: &Arc<dyn Caller>,
        received: Instant,
    ) -> Result<Option<Arc<Task>>, Fault> {
        let Submission { request, key, resend, client } = submission;
        let operation = self.operation(&request.operation)?;
        if !operation.main_thread && !assets::is_asking(&operation.name) {
            let result = self.answer_here(operation, operation.validate(request.arguments)?, &client);
            self.counts.add(&result);
            caller.outcome(&self.done(key, result, received));
            return Ok(None);
        }
        client.called();
        let digest = dedupe::digest(&operation.name, &request.arguments, request.if_revision);
        match self.dedupe.find(&key, &digest, resend) {
            Known::New => {
                let approval = request.approval.clone();
                let asked = self.task(operation, request, key, received, client)?;
                self.admit(asked, approval.as_ref(), digest, caller).map(Some)
            }
            Known::Refused(fault) => Err(fault),
            Known::Done(done) => {
                caller.outcome(&done);
                Ok(None)
            }
            Known::Running(task) => {
                task.control.join(caller.clone());
                // It may have ended between the look and the joining.
                if let Known::Done(done) = self.dedupe.find(&key, &digest, resend) {
                    task.control.answer(&done);
                }
                Ok(Some(task))
            }
        }
    }

    /// Into the queue, or to whoever must be asked first.
    fn admit(
        &self,
        asked: Asked,
        approval: Option<&Approval>,
        digest: Digest,
        caller: &Arc<dyn Caller>,
    ) -> Result<Arc<Task>, Fault> {
        let Asked { task, question } = asked;
        let task = Arc::new(task);
        let question = question.filter(|question| !self.approvals.granted(&task.client, question));
        let Some(question) = question else { return self.enqueue(task, digest, caller) };
        let rules = self.policy().rules.clone();
        match rules.approver {
            Approver::Host if !self.instance.read().host.headless => self.hold(task, question, digest, caller),
            Approver::Client => {
                let allowed = |approval| self.approvals.redeem(approval, &digest, &task.client, &question);
                match approval.is_some_and(allowed) {
                    true => self.enqueue(task, digest, caller),
                    false => Err(self.approvals.offer(&digest, &task.client, &question)?),
                }
            }
            Approver::Host | Approver::Nobody => match rules.unattended {
                Verdict::Allow => self.enqueue(task, digest, caller),
                Verdict::Deny => Err(question.unattended()),
            },
        }
    }

    fn enqueue(&self, task: Arc<Task>, digest: Digest, caller: &Arc<dyn Caller>) -> Result<Arc<Task>, Fault> {
        task.control.join(caller.clone());
        self.dedupe.begin(&task, digest);
        self.queue_up(&task).inspect_err(|_| self.dedupe.withdraw(&task.key))?;
        Ok(task)
    }

    /// Waits for the owner, known by its key from here on.
    fn hold(
        &self,
        task: Arc<Task>,
        question: Question,
        digest: Digest,
        caller: &Arc<dyn Caller>,
    ) -> Result<Arc<Task>, Fault> {
        task.control.join(caller.clone());
        self.dedupe.begin(&task, digest);
        self.approvals.wait(&task, question).inspect_err(|_| self.dedupe.withdraw(&task.key))?;
        approval::tell(&task, &self.name());
        self.watch();
        Ok(task)
    }

    pub(super) fn queue_up(&self, task: &Arc<Task>) -> Result<(), Fault> {
        if self.send_for(task)? {
            self.watch();
            return Ok(());
        }
        let unattended = self.queue.push(task.clone())?;
        self.watch();
        if unattended && let Some(wake) = self.wake.read().as_ref() {
            wake();
        }
        Ok(())
    }

    /// The supervisor has something to look at.
    pub(super) fn watch(&self) {
        if !self.watching.swap(true, Ordering::AcqRel) {
            self.watched.notify_one();
        }
    }

    pub(super) fn name(&self) -> String {
        self.instance.read().name.clone()
    }

    /// Validated and allowed.
    pub(super) fn task(
        &self,
        operation: &'static Operation,
        request: Request,
        key: String,
        received: Instant,
        client: Arc<Client>,
    ) -> Result<Asked, Fault> {
        if let Some(refused) = operation.refused() {
            return Err(refused);
        }
        let mut arguments = operation.validate(request.arguments)?;
        let elsewhere = isolated::is_asked(operation, &arguments.json).then(isolated::operation).flatten();
        let operation = elsewhere.unwrap_or(operation);
        let bytes = arguments.attached_bytes() + dedupe::size_of_json(&arguments.json);
        let policy = self.policy();
        let host = self.instance.read().host.clone();
        let mut written = Vec::new();
        let defined = self.defined.read().clone();
        let gate = batch::Gate { policy: &policy, host: &host, way: client.way, defined: &defined };
        let (plan, question) = if operation.name == batch::NAME {
            let (plan, question) = Plan::new(std::mem::take(&mut arguments), &gate)?;
            (Some(plan), question)
        } else {
            written = policy.check(operation, &mut arguments, &host, client.way)?;
            let inner = if operation.name == tasks::START { tasks::check(&mut arguments, &gate)? } else { None };
            (None, inner.or_else(|| Question::about(&policy.rules, operation, &arguments, &written)))
        };
        // `execute_python` has a time limit among its arguments; the shorter of the two holds.
        let own = arguments.json.get("timeout").and_then(Value::as_f64);
        let own = own.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let usual = plan.as_ref().map_or(operation.timeout, |plan| operation.timeout.max(plan.timeout()));
        let timeout = request.timeout.into_iter().chain(own).min().unwrap_or(usual).min(LONGEST);
        let task = Task {
            operation,
            key,
            client,
            bytes,
            written,
            effect: plan.as_ref().map_or(operation.effect, Plan::effect),
            // What is saved in the middle of an edit is half of it.
            looks: elsewhere.is_none() && plan.as_ref().map_or_else(|| batch::only_looks(operation), Plan::only_looks),
            arguments: Mutex::new(arguments),
            plan: Mutex::new(plan),
            if_revision: request.if_revision,
            received,
            begun: OnceLock::new(),
            deadline: received + timeout,
            control: Control::default(),
        };
        Ok(Asked { task, question })
    }
}
