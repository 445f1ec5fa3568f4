//! Tools that become tasks for clients that take them (from 2026-07-28).

use std::fmt;
use std::time::Duration;

use rmcp::model::{
    CallToolRequestParams, CallToolResult, ClientCapabilities, ContentBlock, CreateTaskResult, InputRequests,
    InputRequiredResult, Tool,
};
use rmcp::service::RequestContext;
use rmcp::task_manager::{TaskContext, TaskExit, TaskFuture, TaskManager, TaskOptions};
use rmcp::{ErrorData, RoleServer};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::rounds::{question, response};
use super::{Answer, said, tool};

/// How long the jobs take that are to be seen at work.
const WORK: Duration = Duration::from_secs(1);

/// The tasks of the suite's tools.
#[derive(Clone, Default)]
pub(super) struct Jobs {
    pub(super) tasks: TaskManager,
}

impl fmt::Debug for Jobs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Jobs").finish_non_exhaustive()
    }
}

pub(super) fn tools() -> Vec<Tool> {
    let one = |name: &str, kind: &str| json!({ "type": "object", "properties": { name: { "type": kind } } });
    let none = || json!({ "type": "object", "properties": {} });
    vec![
        tool("greet", "Greets at once.", one("name", "string")),
        tool("slow_compute", "Takes so many seconds.", one("seconds", "number")),
        tool("failing_job", "Fails after a while, as a tool does; only as a task.", none()),
        tool("protocol_error_job", "Fails after a while, as the protocol does; only as a task.", none()),
        tool("confirm_delete", "Asks the user from within its task.", one("filename", "string")),
        tool("multi_input", "Asks the user two things at once from within its task.", none()),
        tool("test_tool_with_task", "Asks the user, then becomes a task.", none()),
    ]
}

impl Jobs {
    /// The call of one of them; none for all others.
    pub(super) async fn call(
        &self,
        request: &CallToolRequestParams,
        context: &RequestContext<RoleServer>,
    ) -> Option<Answer> {
        let takes = context.client_capabilities().is_some_and(|able| able.supports_tasks());
        let given = |name: &str| request.arguments.as_ref().and_then(|arguments| arguments.get(name)).cloned();
        let seconds = given("seconds").and_then(|seconds| seconds.as_f64()).unwrap_or_default();
        let name = request.name.as_ref();
        let known = ["slow_compute", "failing_job", "protocol_error_job", "confirm_delete", "multi_input"];
        Some(match name {
            "greet" => said(format!("Hello, {}!", given("name").as_ref().and_then(Value::as_str).unwrap_or_default())),
            "slow_compute" if !takes => {
                sleep(Duration::from_secs_f64(seconds.clamp(0.0, 60.0))).await;
                said("computed")
            }
            "test_tool_with_task" => self.after_asking(request, takes),
            _ if !known.contains(&name) => return None,
            _ if !takes => Err(lacking()),
            _ => self.begin(job(name, seconds)),
        })
    }

    fn begin(&self, work: impl FnOnce(TaskContext) -> TaskFuture) -> Answer {
        let task = self.tasks.spawn(TaskOptions::new().with_poll_interval_ms(100), work);
        Ok(CreateTaskResult::new(task).into())
    }

    fn after_asking(&self, request: &CallToolRequestParams, takes: bool) -> Answer {
        let Some(response) = response(request.input_responses.as_ref(), "user_name") else {
            let asked = question("What is your name?", json!({ "type": "string" }), "name");
            let requests: InputRequests = [("user_name".to_owned(), asked)].into_iter().collect();
            return Ok(InputRequiredResult::new(Some(requests), None).into());
        };
        if !takes {
            return Err(lacking());
        }
        let text = format!("Hello, {}!", response["content"]["name"].as_str().unwrap_or_default());
        self.begin(move |_| Box::pin(async move { Ok(done(text)) }))
    }
}

/// What each of them does in its task.
fn job(name: &str, seconds: f64) -> impl FnOnce(TaskContext) -> TaskFuture + use<> {
    let name = name.to_owned();
    move |context| {
        Box::pin(async move {
            match name.as_str() {
                "slow_compute" => tokio::select! {
                    () = context.cancelled() => Err(TaskExit::Cancelled),
                    () = sleep(Duration::from_secs_f64(seconds.clamp(0.0, 3_600.0))) => Ok(done("computed")),
                },
                "failing_job" => {
                    sleep(WORK).await;
                    Ok(CallToolResult::error(vec![ContentBlock::text("the job failed")]))
                }
                "protocol_error_job" => Err(ErrorData::internal_error("the job broke", None).into()),
                "confirm_delete" => {
                    let answer = context.request_input("confirm", confirmation("Delete it?")).await?;
                    Ok(done(answer["content"].to_string()))
                }
                _ => {
                    let (one, other) = tokio::try_join!(
                        context.request_input("one", confirmation("The one?")),
                        context.request_input("other", confirmation("The other?")),
                    )?;
                    Ok(done(format!("{} {}", one["content"], other["content"])))
                }
            }
        })
    }
}

fn confirmation(message: &str) -> rmcp::model::InputRequest {
    question(message, json!({ "type": "boolean" }), "confirm")
}

fn done(text: impl Into<String>) -> CallToolResult {
    CallToolResult::success(vec![ContentBlock::text(text)])
}

fn lacking() -> ErrorData {
    ErrorData::missing_required_client_capability(ClientCapabilities::builder().enable_tasks().build())
}
