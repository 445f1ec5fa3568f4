//! What each tool does: our own ones here, all others as operations of the instance.
// Levels of messages are deprecated from the newest protocol on, see `log`.
#![allow(deprecated)]

use std::time::Duration;

use rmcp::RoleServer;
use rmcp::model::{
    CallToolResponse, CallToolResult, JsonObject, LoggingLevel, ProgressNotificationParam, ProgressToken,
};
use rmcp::service::RequestContext;
use serde_json::{Map, Value, json};
use tokio::sync::mpsc;

use super::consent::{self, Asked};
use super::result::{self, IMAGE_SIDE};
use super::server::Server;
use super::{search, tasks, tools};
use crate::backend::{Backend, Instance, Progress, Reply, Request};
use crate::catalogue::{Domain, Verb, catalogue, description, may_be_defined};
use crate::wire::{Approval, Code, Fault, Payload};

/// A day: whoever asks for longer means "no limit", and the arithmetic of deadlines stays sound.
const LONGEST_SECONDS: f64 = 86_400.0;
/// How long a host may take to tell what its project defines: its own thread answers, at once.
const TELLING: Duration = Duration::from_secs(5);
/// A name this alike (Jaro-Winkler) is worth a suggestion.
const ALIKE: f64 = 0.75;

/// Arguments of one tool call, taken one by one.
pub(super) struct Arguments {
    fields: JsonObject,
    /// What the user has allowed, when the call is made again for it.
    approval: Option<Approval>,
}

impl Arguments {
    pub(super) fn new(fields: Option<JsonObject>, approval: Option<Approval>) -> Self {
        Self { fields: fields.unwrap_or_default(), approval }
    }

    /// An optional text; an empty one is none, as models like to fill in what they do not know.
    fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(name, "a text", &other)),
        }
    }

    fn required_text(&mut self, name: &str) -> Result<String, Fault> {
        self.text(name)?.ok_or_else(|| {
            Fault::new(Code::InvalidParams, format!("`{name}` is missing"))
                .detail("path", name)
                .detail("expected", "a text")
        })
    }

    fn whole(&mut self, name: &str) -> Result<Option<u64>, Fault> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value.as_u64().map(Some).ok_or_else(|| wrong(name, "a whole number from 0", &value)),
        }
    }

    fn seconds(&mut self, name: &str) -> Result<Option<Duration>, Fault> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => match value.as_f64() {
                Some(seconds) if seconds > 0.0 => Ok(Some(Duration::from_secs_f64(seconds.min(LONGEST_SECONDS)))),
                _ => Err(wrong(name, "seconds above 0", &value)),
            },
        }
    }

    fn object(&mut self, name: &str) -> Result<Map<String, Value>, Fault> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(Map::new()),
            Some(Value::Object(map)) => Ok(map),
            // Some models send the object as its text.
            Some(Value::String(text)) => {
                serde_json::from_str(&text).map_err(|_| wrong(name, "an object", &Value::String(text)))
            }
            Some(other) => Err(wrong(name, "an object", &other)),
        }
    }

    /// Nothing may be left: an argument that is ignored is a wish that is ignored.
    fn done(self, tool: &str) -> Result<(), Fault> {
        match self.fields.keys().next() {
            None => Ok(()),
            Some(name) => Err(Fault::new(Code::InvalidParams, format!("`{tool}` has no argument `{name}`"))
                .detail("path", name.as_str())),
        }
    }
}

/// What a call came to.
pub(super) enum Answered {
    Reply(Reply),
    /// The client has something to do before it calls again.
    Later(Box<CallToolResponse>),
}

fn wrong(name: &str, expected: &str, got: &Value) -> Fault {
    Fault::new(Code::InvalidParams, format!("`{name}` must be {expected}"))
        .detail("path", name)
        .detail("expected", expected)
        .detail("got", got.clone())
}

impl<B: Backend> Server<B> {
    /// Does what a tool does.
    pub(super) async fn run_tool(
        &self,
        name: &str,
        mut arguments: Arguments,
        context: &RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, Fault> {
        match name {
            "list_instances" => self.list_instances(arguments).await.map(Into::into),
            "find_tools" => self.find_tools(arguments).await.map(Into::into),
            "describe_tool" => self.describe_tool(arguments).await.map(Into::into),
            "call" => {
                let request = self.generic_request(arguments)?;
                self.perform(request, context).await
            }
            operation => {
                let instance = self.instance(arguments.text("instance")?);
                let timeout = own_timeout(operation, &arguments.fields);
                let request = Request {
                    instance,
                    operation: operation.to_owned(),
                    arguments: Payload::json(Value::Object(arguments.fields)),
                    timeout,
                    approval: arguments.approval,
                    ..Request::default()
                };
                self.perform(request, context).await
            }
        }
    }

    async fn list_instances(&self, arguments: Arguments) -> Result<CallToolResult, Fault> {
        arguments.done("list_instances")?;
        let instances = self.backend.instances().await?;
        if instances.is_empty() {
            return Ok(result::own(&self.store, json!({ "instances": [], "hint": super::HOW_TO_START })));
        }
        let shown: Vec<Value> = instances.iter().map(Instance::brief).collect();
        Ok(result::own(&self.store, json!({ "instances": shown })))
    }

    async fn find_tools(&self, mut arguments: Arguments) -> Result<CallToolResult, Fault> {
        let query = arguments.text("query")?.unwrap_or_default();
        let domain = arguments.text("domain")?;
        let domain = domain.map(|name| tools::domain(&name)).transpose();
        let domain = domain.map_err(|message| Fault::new(Code::InvalidParams, message).detail("path", "domain"))?;
        let limit = arguments.whole("limit")?.unwrap_or(20).clamp(1, 100);
        let instance = self.instance(arguments.text("instance")?);
        arguments.done("find_tools")?;
        let chosen = self.chosen(instance.as_deref()).await;
        let found = search::find(&query, domain, chosen.as_ref());
        let asked = domain.is_none_or(|domain| domain == Domain::Core) && chosen.is_some();
        let own = if asked { self.of_project(instance, &query).await.unwrap_or_default() } else { Vec::new() };
        let total = own.len() + found.len();
        let own = own.iter().map(search::summary_of_project);
        let shown = own.chain(found.into_iter().map(search::summary));
        let shown: Vec<Value> = shown.take(usize::try_from(limit).unwrap_or(20)).collect();
        Ok(result::own(&self.store, json!({ "operations": shown, "total": total })))
    }

    /// The instance that a call would go to, when that can be said without an error.
    async fn chosen(&self, wanted: Option<&str>) -> Option<Instance> {
        let instances = self.backend.instances().await.ok()?;
        match wanted {
            Some(wanted) => instances.into_iter().find(|instance| instance.id == wanted || instance.name == wanted),
            None if instances.len() == 1 => instances.into_iter().next(),
            None => None,
        }
    }

    async fn describe_tool(&self, mut arguments: Arguments) -> Result<CallToolResult, Fault> {
        let name = arguments.required_text("operation")?;
        let instance = self.instance(arguments.text("instance")?);
        arguments.done("describe_tool")?;
        let unknown = match catalogue().operation(&name) {
            Ok(operation) => return Ok(result::own(&self.store, description(operation))),
            Err(unknown) => unknown,
        };
        let own =
            if may_be_defined(&name) { self.of_project(instance, "").await.unwrap_or_default() } else { Vec::new() };
        let near = own.iter().filter_map(|one| one["operation"].as_str());
        let near: Vec<String> =
            near.filter(|near| strsim::jaro_winkler(&name, near) > ALIKE).map(str::to_owned).collect();
        match own.into_iter().find(|one| one["operation"] == name.as_str()) {
            Some(told) => Ok(result::own(&self.store, told)),
            None => Err(near.into_iter().fold(unknown, Fault::suggest)),
        }
    }

    /// What the project that an instance has loaded adds to the catalogue there; an instance that cannot say has nothing.
    async fn of_project(&self, instance: Option<String>, query: &str) -> Result<Vec<Value>, Fault> {
        let operation = "list_project_operations".to_owned();
        let arguments = Payload::json(json!({ "query": query }));
        let timeout = Some(TELLING);
        let request = Request { instance, operation, arguments, timeout, ..Request::default() };
        let reply = self.backend.call(request, None).await?;
        Ok(reply.payload.json["items"].as_array().cloned().unwrap_or_default())
    }

    fn generic_request(&self, mut arguments: Arguments) -> Result<Request, Fault> {
        let operation = arguments.required_text("operation")?;
        let fields = arguments.object("arguments")?;
        let timeout = arguments.seconds("timeout")?.or_else(|| own_timeout(&operation, &fields));
        let request = Request {
            instance: self.instance(arguments.text("instance")?),
            operation,
            arguments: Payload::json(Value::Object(fields)),
            timeout,
            if_revision: arguments.whole("if_revision")?,
            approval: arguments.approval.take(),
            ..Request::default()
        };
        arguments.done("call")?;
        Ok(request)
    }

    /// The instance that was named, else the one that the server was started for.
    fn instance(&self, named: Option<String>) -> Option<String> {
        named.or_else(|| self.default_instance.clone())
    }

    /// One call to a host, as a task where the client takes them and it is one for them.
    async fn perform(
        &self,
        mut request: Request,
        context: &RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, Fault> {
        fit_picture(&mut request);
        request.client = program(context);
        let operation = request.operation.clone();
        if let Some(order) = tasks::order(&request, context) {
            let outcome = self.answered(order, &operation, context).await;
            if !tasks::better_called(&outcome) {
                return self.told(&operation, outcome, context, tasks::created).await;
            }
        }
        let again = paged(&request);
        let outcome = match self.answered(request, &operation, context).await {
            Ok(Answered::Reply(reply)) => self.shorter_page(again, reply, context).await.map(Answered::Reply),
            outcome => outcome,
        };
        self.told(&operation, outcome, context, |reply| result::success(&self.store, reply).into()).await
    }

    /// What the host says, or that nobody wants it any longer.
    async fn answered(
        &self,
        request: Request,
        operation: &str,
        context: &RequestContext<RoleServer>,
    ) -> Result<Answered, Fault> {
        tokio::select! {
            biased;
            () = context.ct.cancelled() => Err(Fault::new(Code::Cancelled, "the client cancelled the call")),
            () = self.leaving.cancelled() => Err(Fault::new(Code::Cancelled, "the MCP server is ending")),
            outcome = self.with_consent(request, operation, context) => outcome.map_err(super::explain),
        }
    }

    /// Tells the client's log and the watchers, and gives the answer in the form that is wanted.
    async fn told(
        &self,
        operation: &str,
        outcome: Result<Answered, Fault>,
        context: &RequestContext<RoleServer>,
        form: impl FnOnce(&Reply) -> CallToolResponse,
    ) -> Result<CallToolResponse, Fault> {
        match outcome {
            Ok(Answered::Later(response)) => Ok(*response),
            Ok(Answered::Reply(reply)) => {
                let micros = u64::try_from(reply.duration.as_micros()).unwrap_or(u64::MAX);
                let said = json!({ "operation": operation, "instance": reply.instance, "duration_us": micros });
                self.log.tell(context, LoggingLevel::Debug, said).await;
                self.tell_watchers(operation, &reply);
                Ok(form(&reply))
            }
            Err(fault) => {
                let said = json!({ "operation": operation, "error_code": fault.error_code });
                self.log.tell(context, LoggingLevel::Warning, said).await;
                Err(fault)
            }
        }
    }

    /// A page that is too long for a model is asked for again with fewer items: the cursor of the long one leads past
    /// what would be cut off.
    async fn shorter_page(
        &self,
        again: Option<Request>,
        reply: Reply,
        context: &RequestContext<RoleServer>,
    ) -> Result<Reply, Fault> {
        let fits = result::items_that_fit(&reply);
        let (Some(mut request), Some(fits)) = (again, fits) else { return Ok(reply) };
        request.arguments.json["limit"] = Value::from(fits);
        self.with_progress(request, context).await
    }

    /// The call, and again with the user's answer when its host wants the user asked.
    async fn with_consent(
        &self,
        request: Request,
        operation: &str,
        context: &RequestContext<RoleServer>,
    ) -> Result<Answered, Fault> {
        let fault = match self.with_progress(request.clone(), context).await {
            Err(fault) if fault.error_code == Code::ApprovalRequired => fault,
            outcome => return outcome.map(Answered::Reply),
        };
        match consent::ask(fault, operation, context).await? {
            Asked::Later(response) => Ok(Answered::Later(response)),
            Asked::Allowed(approval) => {
                let request = Request { approval: Some(approval), ..request };
                self.with_progress(request, context).await.map(Answered::Reply)
            }
        }
    }

    async fn with_progress(&self, request: Request, context: &RequestContext<RoleServer>) -> Result<Reply, Fault> {
        let Some(token) = context.meta.get_progress_token() else {
            return self.backend.call(request, None).await;
        };
        let (sender, mut receiver) = mpsc::channel::<Progress>(16);
        let call = self.backend.call(request, Some(sender));
        tokio::pin!(call);
        let mut last = 0.0;
        loop {
            // Told in the same future as the call, so that no progress can follow the result.
            tokio::select! {
                biased;
                Some(progress) = receiver.recv() => last = tell(context, &token, last, progress).await,
                reply = &mut call => {
                    while let Ok(progress) = receiver.try_recv() {
                        last = tell(context, &token, last, progress).await;
                    }
                    return reply;
                }
            }
        }
    }
}

/// What the program on the other side calls itself.
pub(super) fn program(context: &RequestContext<RoleServer>) -> Option<String> {
    context.client_info().map(|client| client.title.unwrap_or(client.name))
}

/// Tells the client how far the call is, and gives the number that was told.
async fn tell(context: &RequestContext<RoleServer>, token: &ProgressToken, last: f64, progress: Progress) -> f64 {
    let now = advance(last, progress.fraction);
    let note = ProgressNotificationParam::new(token.clone(), now).with_total(100.0).with_message(progress.message);
    if let Err(error) = context.peer.notify_progress(note).await {
        tracing::debug!(%error, "progress could not be told");
    }
    now
}

/// The protocol wants every progress larger than the one before, also when a host cannot say how far it is.
fn advance(last: f64, fraction: Option<f64>) -> f64 {
    const STEP: f64 = 0.001;
    fraction.map_or(last, |fraction| fraction * 100.0).max(last + STEP)
}

/// `execute_python` has a time limit among its arguments, and the deadline of the call must not be shorter.
fn own_timeout(operation: &str, arguments: &Map<String, Value>) -> Option<Duration> {
    if operation != "execute_python" {
        return None;
    }
    let seconds = arguments.get("timeout")?.as_f64().filter(|seconds| *seconds > 0.0)?;
    Some(Duration::from_secs_f64(seconds.min(LONGEST_SECONDS)))
}

/// The request, when its result comes in pages.
fn paged(request: &Request) -> Option<Request> {
    let operation = catalogue().operation(&request.operation).ok()?;
    matches!(operation.crud, Some((_, Verb::List))).then(|| request.clone())
}

/// Models see pictures up to a size only, so a view is asked for at most that large, in its own proportions.
/// A render keeps its size, for it may be wanted as a file.
fn fit_picture(request: &mut Request) {
    if request.operation != "look" {
        return;
    }
    let side = |name: &str, default: u64| request.arguments.json.get(name).and_then(Value::as_u64).unwrap_or(default);
    let (width, height) = (side("width", 800), side("height", 600));
    let longest = width.max(height);
    if longest > IMAGE_SIDE {
        request.arguments.json["width"] = Value::from((width * IMAGE_SIDE / longest).max(1));
        request.arguments.json["height"] = Value::from((height * IMAGE_SIDE / longest).max(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_always_grows() {
        let first = advance(0.0, Some(0.25));
        let second = advance(first, None);
        let third = advance(second, Some(0.1));
        assert!((first - 25.0).abs() < 1e-9 && second > first && third > second);
    }

    #[test]
    fn views_are_asked_for_at_a_models_size() {
        let mut request = Request { operation: "look".to_owned(), ..Request::default() };
        request.arguments = Payload::json(json!({ "width": 4000, "height": 2000 }));
        fit_picture(&mut request);
        assert_eq!(request.arguments.json, json!({ "width": 1568, "height": 784 }));
        request.arguments = Payload::json(json!({}));
        fit_picture(&mut request);
        assert_eq!(request.arguments.json, json!({}));
    }

    #[test]
    fn the_time_limit_of_code_is_the_deadline_of_its_call() {
        let arguments = json!({ "code": "1", "timeout": 90 }).as_object().cloned().unwrap_or_default();
        assert_eq!(own_timeout("execute_python", &arguments), Some(Duration::from_secs(90)));
        assert_eq!(own_timeout("look", &arguments), None);
    }
}
