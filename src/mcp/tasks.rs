//! The protocol's own tasks (extension `io.modelcontextprotocol/tasks`): a client that takes them gets one for a call
//! that is long and leaves the scene alone. It is a task of the host, as `start_task` begins it: it outlives this
//! server, and the plain operations tell of it too.

use rmcp::model::{
    CallToolResponse, CreateTaskResult, DetailedTask, GetTaskResult, JsonObject, MetaObject, Task, TaskPayload,
    TaskStatus,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer};
use serde_json::{Map, Value, json};

use super::call::Answered;
use super::resources::encode;
use super::result;
use super::server::Server;
use crate::backend::{Backend, Reply, Request};
use crate::catalogue::{CANCEL_TASK, GET_TASK, START_TASK, catalogue};
use crate::wire::{Code, Fault, Payload, time};

/// What takes long, leaves the scene alone, and names nothing in its result by an id, which would be of the copy.
const LONG: &[&str] = &["render"];
/// How often to ask; a render's samples do not go by faster.
const POLL_MS: u64 = 1_000;

/// The call as an order of a task, when its client takes tasks and it is one for them.
pub(super) fn order(request: &Request, context: &RequestContext<RoleServer>) -> Option<Request> {
    let takes = context.client_capabilities().is_some_and(|able| able.supports_tasks());
    (takes && is_long(&request.operation, &request.arguments.json)).then(|| ordered(request))
}

/// Whether it is one of the long ones, or many of them, and nobody wants it done in the host itself.
fn is_long(operation: &str, arguments: &Value) -> bool {
    let Some(operation) = catalogue().known(operation) else { return false };
    if operation.name != "batch" {
        return LONG.contains(&operation.name.as_str()) && arguments["background"] != "never";
    }
    let steps = arguments["operations"].as_array().filter(|_| arguments["dry_run"] != true);
    steps.is_some_and(|steps| {
        let long = |step: &Value| step["operation"].as_str().is_some_and(|name| is_long(name, &step["arguments"]));
        !steps.is_empty() && steps.iter().all(long)
    })
}

fn ordered(request: &Request) -> Request {
    let Request { operation, arguments: Payload { json, attachments }, timeout, .. } = request.clone();
    let mut order = json!({ "operation": operation, "arguments": json });
    if let Some(timeout) = timeout {
        order["time_limit"] = timeout.as_secs_f64().clamp(1.0, 86_400.0).into();
    }
    let arguments = Payload { json: order, attachments };
    Request { operation: START_TASK.to_owned(), arguments, timeout: None, ..request.clone() }
}

/// Whether the call itself says better than its order what is wrong with it, or can be done without one.
pub(super) fn better_called(outcome: &Result<Answered, Fault>) -> bool {
    let fault = outcome.as_ref().err();
    fault.is_some_and(|fault| matches!(fault.error_code, Code::NotSupported | Code::InvalidParams))
}

/// The handle of a task that has begun.
pub(super) fn created(reply: &Reply) -> CallToolResponse {
    let told = &reply.payload.json;
    let id = told["id"].as_str().unwrap_or_default();
    let mut meta = MetaObject::new();
    let resource = format!("scenewire://{}/tasks/{}", encode(&reply.instance), encode(id));
    meta.0.insert("scenewire/resource".to_owned(), resource.into());
    let task = as_told(&format!("{id}@{}", reply.instance), told);
    CreateTaskResult::new(task).with_meta(meta).into()
}

impl<B: Backend> Server<B> {
    /// Where a task stands, and its result when it is over.
    pub(super) async fn task_now(
        &self,
        id: &str,
        context: &RequestContext<RoleServer>,
    ) -> Result<GetTaskResult, ErrorData> {
        let reply = self.about_task(GET_TASK, id, context).await.map_err(|fault| failed(id, fault))?;
        let task = as_told(id, &reply.payload.json);
        let payload = match reply.payload.json["status"].as_str() {
            Some("running") => TaskPayload::Working,
            Some("cancelled") => TaskPayload::Cancelled,
            _ => TaskPayload::Completed { result: self.came_of(reply) },
        };
        Ok(GetTaskResult::new(DetailedTask::new(task, payload)))
    }

    /// Ends a task. One that is over stays what it is.
    pub(super) async fn end_task(&self, id: &str, context: &RequestContext<RoleServer>) -> Result<(), ErrorData> {
        match self.about_task(CANCEL_TASK, id, context).await {
            Err(fault) if fault.error_code == Code::Conflict => Ok(()),
            outcome => outcome.map(drop).map_err(|fault| failed(id, fault)),
        }
    }

    async fn about_task(
        &self,
        operation: &str,
        id: &str,
        context: &RequestContext<RoleServer>,
    ) -> Result<Reply, Fault> {
        let (task, instance) = id.rsplit_once('@').unwrap_or((id, ""));
        if instance.is_empty() {
            return Err(Fault::new(Code::NotFound, "the id of a task here names its session"));
        }
        let request = Request {
            instance: Some(instance.to_owned()),
            operation: operation.to_owned(),
            arguments: Payload::json(json!({ "id": task })),
            client: super::call::program(context),
            ..Request::default()
        };
        self.backend.call(request, None).await
    }

    /// What the call would have answered. Its own errors are results too; the protocol means others by `failed`.
    fn came_of(&self, mut reply: Reply) -> JsonObject {
        let mut told = reply.payload.json.take();
        let fault = serde_json::from_value::<Fault>(told["error"].take());
        let result = match fault {
            Ok(fault) => result::failure(&fault),
            Err(_) => {
                reply.payload.json = told["result"].take();
                result::success(&self.store, &reply)
            }
        };
        match serde_json::to_value(result) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        }
    }
}

/// The task that the host tells of, in the protocol's words. It was last changed when it ended, else just now.
fn as_told(id: &str, told: &Value) -> Task {
    let status = match told["status"].as_str() {
        Some("running") => TaskStatus::Working,
        Some("cancelled") => TaskStatus::Cancelled,
        _ => TaskStatus::Completed,
    };
    let started = told["started"].as_str().unwrap_or_default();
    let ran = (told["seconds"].as_f64().unwrap_or_default() * 1_000.0) as u64;
    let updated = time::parse_time(started).map_or_else(|_| started.to_owned(), |began| time::text(began + ran));
    let task = Task::new(id, status, started, updated).with_poll_interval_ms(POLL_MS);
    let share = told["progress"].as_f64().map(|share| format!("{:.0} %", share * 100.0));
    let message = told["message"].as_str().map(str::to_owned).filter(|message| !message.is_empty());
    match [message, share].into_iter().flatten().collect::<Vec<_>>().join(", ") {
        said if said.is_empty() => task,
        said => task.with_status_message(said),
    }
}

/// Who asks for what is not there has asked wrongly, says the protocol.
fn failed(id: &str, fault: Fault) -> ErrorData {
    let gone = matches!(fault.error_code, Code::NotFound | Code::InstanceNotFound | Code::HostNotRunning);
    let data = serde_json::to_value(&fault).ok();
    let message = format!("task {id}: {}", super::fault_text(&fault));
    if gone { ErrorData::invalid_params(message, data) } else { ErrorData::internal_error(message, data) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_and_changes_nothing_becomes_a_task() {
        let check = |operation: &str, arguments: Value, expected: bool| {
            assert_eq!(is_long(operation, &arguments), expected, "{operation} {arguments}");
        };
        check("render", json!({ "samples": 512 }), true);
        check("render", json!({ "background": "never" }), false);
        check("get_scene", json!({}), false);
        check("start_task", json!({ "operation": "render" }), false);
        check("no_such_thing", json!({}), false);
        let frames =
            |more: Value| json!({ "operations": [{ "operation": "render", "arguments": { "frame": 1 } }, more] });
        check("batch", frames(json!({ "operation": "render" })), true);
        check("batch", frames(json!({ "operation": "create_lights" })), false);
        check("batch", json!({ "operations": [] }), false);
        check("batch", json!({ "operations": [{ "operation": "render" }], "dry_run": true }), false);
    }

    #[test]
    fn an_order_keeps_what_the_call_said() {
        let call = Request {
            instance: Some("blender".to_owned()),
            operation: "render".to_owned(),
            arguments: Payload::json(json!({ "samples": 4 })),
            timeout: Some(std::time::Duration::from_millis(90_500)),
            if_revision: Some(7),
            ..Request::default()
        };
        let order = ordered(&call);
        let expected = json!({ "operation": "render", "arguments": { "samples": 4 }, "time_limit": 90.5 });
        assert_eq!((order.operation.as_str(), &order.arguments.json), ("start_task", &expected));
        assert_eq!((order.timeout, order.if_revision, order.instance), (None, Some(7), Some("blender".to_owned())));
    }

    #[test]
    fn a_task_was_last_changed_when_it_ended() {
        let told = json!({ "status": "cancelled", "started": "2026-11-22T23:59:59.500Z", "seconds": 2.25,
            "progress": 0.5, "message": "Sample 2/4" });
        let task = as_told("t@i", &told);
        assert_eq!((task.status, task.last_updated_at.as_str()), (TaskStatus::Cancelled, "2026-11-23T00:00:01.750Z"));
        assert_eq!(task.status_message.as_deref(), Some("Sample 2/4, 50 %"));
        assert_eq!(
            as_told("t@i", &json!({ "status": "running", "progress": null, "message": "" })).status_message,
            None
        );
    }
}
