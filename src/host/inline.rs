//! Calls from the host's own process: on its main thread they run here and now, from any other they wait for the queue.

use std::sync::Arc;
use std::time::Instant;

use super::admission::{Asked, Submission};
use super::assets;
use super::control::{Caller, Done};
use super::engine::Engine;
use super::interpreter;
use super::tasks;
use crate::catalogue::Effect;
use crate::link::fresh_key;
use crate::wire::{Code, Fault, Payload, Progress, Reply, Request};

impl Engine {
    /// A call from this process.
    pub(crate) fn call(&self, mut request: Request) -> Result<Reply, Fault> {
        if !self.on_main_thread() {
            return self.call_from_elsewhere(request);
        }
        let Some(spoken) = interpreter::understood(&mut request)? else { return self.call_here(request) };
        match self.call_here(request) {
            Ok(reply) => Ok(Reply { payload: spoken.result(reply.payload), ..reply }),
            Err(fault) => Err(spoken.fault(fault)),
        }
    }

    fn call_here(&self, request: Request) -> Result<Reply, Fault> {
        let received = Instant::now();
        let operation = self.operation(&request.operation)?;
        let result = if operation.main_thread {
            // Whoever runs on this thread is the owner, or code that was allowed to run: nobody is asked.
            let Asked { mut task, .. } = self.task(operation, request, String::new(), received, self.own.clone())?;
            if task.is_isolated() {
                return Err(super::isolated::refused("code on this very thread would have to wait for it"));
            }
            if tasks::is_insisted(task.operation, &task.arguments.lock().json) {
                return Err(tasks::refused("code on this very thread would have to wait for it"));
            }
            let outer = self.running.lock().as_ref().map(|running| running.task.clone());
            match outer {
                None => {
                    self.refuse_leased(task.effect)?;
                    let task = Arc::new(task);
                    let result = self.occupy(&task, || match self.sliced(&task) {
                        Some(work) => self.at_once(work, false),
                        None => self.stage(&task, false),
                    });
                    self.look_around();
                    self.note(&task, &result);
                    self.afterwards();
                    result
                }
                Some(outer) => {
                    // It is a part of the job that makes it: cancelled with it, over with it.
                    task.control = outer.control.clone();
                    task.deadline = task.deadline.min(outer.deadline);
                    let changes = task.plan.lock().is_some() && task.effect != Effect::Read;
                    let task = Arc::new(task);
                    match self.sliced(&task) {
                        Some(_) if changes => Err(super::transaction::not_inside(operation)),
                        Some(work) => self.at_once(work, true),
                        None => self.stage(&task, true),
                    }
                }
            }
        } else {
            assets::refuse_here(operation)?;
            self.answer_here(operation, operation.validate(request.arguments)?, &self.own)
        };
        self.counts.add(&result);
        self.reply(&self.done(String::new(), result, received))
    }

    /// Takes back the last step of an agent; on the main thread, and from within no job.
    pub(crate) fn undo_last(&self) -> Result<String, Fault> {
        if !self.on_main_thread() || self.running.lock().is_some() {
            let message = "the agent's last step is taken back on the host's main thread, between two commands";
            return Err(Fault::new(Code::Conflict, message).suggest("call it from the host's own user interface"));
        }
        self.refuse_leased(Effect::Edit)?;
        let undone = super::transaction::guarded(|| self.adapter.undo_last());
        self.refresh(Effect::Edit);
        undone
    }

    pub(super) fn on_main_thread(&self) -> bool {
        std::thread::current().id() == *self.main.lock()
    }

    fn call_from_elsewhere(&self, request: Request) -> Result<Reply, Fault> {
        struct Waiting(std::sync::mpsc::SyncSender<Arc<Done>>);
        impl Caller for Waiting {
            fn outcome(&self, done: &Arc<Done>) {
                // Its channel has room for the one answer.
                let _ = self.0.try_send(done.clone());
            }
            fn progress(&self, _progress: &Progress) {}
        }
        let key = match &request.key {
            Some(key) => key.clone(),
            None => fresh_key()?,
        };
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        let submission = Submission { request, key: key.clone(), resend: false, client: self.own.clone() };
        self.submit(submission, Arc::new(Waiting(sender)));
        let done = receiver.recv().map_err(|_| Fault::new(Code::Cancelled, "the host stopped"))?;
        self.dedupe.taken(&[key]);
        self.reply(&done)
    }

    fn reply(&self, done: &Done) -> Result<Reply, Fault> {
        let payload: Payload = done.result.clone()?;
        Ok(Reply {
            payload,
            revision: done.revision,
            duration: done.duration,
            instance: self.instance.read().id.clone(),
        })
    }
}
