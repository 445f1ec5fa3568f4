//! Clients that take the protocol's tasks, and those that do not.

use serde_json::{Value, json};

use super::double::{Double, instance};
use super::protocol_tests::Client;
use super::{Server, ToolSet};

const EXTENSION: &str = "io.modelcontextprotocol/tasks";

async fn client(capabilities: Value) -> (Client, Value) {
    let mut client = Client::of(Server::new(Double::default(), &ToolSet::Core, None));
    let about = client.greet_as("2025-11-25", capabilities).await;
    (client, about)
}

/// One that says that it takes tasks.
async fn taking() -> Client {
    client(json!({ "extensions": { EXTENSION: {} } })).await.0
}

async fn call(client: &mut Client, name: &str, arguments: Value) -> Value {
    client.request("tools/call", json!({ "name": name, "arguments": arguments })).await["result"].clone()
}

#[tokio::test]
async fn a_long_call_is_a_task_whose_result_is_that_of_the_call() {
    let mut client = taking().await;
    let task = call(&mut client, "render", json!({ "samples": 64, "instance": "blender" })).await;
    assert_eq!((&task["resultType"], &task["status"]), (&json!("task"), &json!("working")), "{task}");
    assert_eq!(task["_meta"]["scenewire/resource"], "scenewire://i_0123456789abcdef/tasks/t1");
    let id = format!("t1@{}", instance().id);
    assert_eq!(task["taskId"], id.as_str());
    let now = client.request("tasks/get", json!({ "taskId": id })).await["result"].clone();
    assert_eq!((&now["status"], &now["resultType"]), (&json!("completed"), &json!("complete")), "{now}");
    assert_eq!(now["result"]["content"][1]["type"], "image", "{now}");
    assert!(now["result"]["structuredContent"]["image"]["resource"].is_string(), "{now}");
    let requests = client.requests();
    let said: Vec<(&str, &Value)> =
        requests.iter().map(|request| (request.operation.as_str(), &request.arguments.json)).collect();
    let order = json!({ "operation": "render", "arguments": { "samples": 64 } });
    assert_eq!(said, [("start_task", &order), ("get_task", &json!({ "id": "t1" }))]);
    assert_eq!(requests[1].instance.as_deref(), Some(instance().id.as_str()));
}

#[tokio::test]
async fn an_error_of_the_call_is_its_result_and_a_cancelled_task_has_none() {
    let mut client = taking().await;
    let mut now = async |task: &str| {
        let id = format!("{task}@{}", instance().id);
        client.request("tasks/get", json!({ "taskId": id })).await["result"].clone()
    };
    let failed = now("t2").await;
    assert_eq!((&failed["status"], &failed["result"]["isError"]), (&json!("completed"), &json!(true)), "{failed}");
    assert_eq!(failed["result"]["structuredContent"]["error_code"], "handler_error");
    let cancelled = now("t3").await;
    assert_eq!((&cancelled["status"], cancelled.get("result")), (&json!("cancelled"), None), "{cancelled}");
}

#[tokio::test]
async fn a_task_is_ended_once_and_what_is_over_stays_what_it_is() {
    let mut client = taking().await;
    for task in ["t4", "t1"] {
        let id = format!("{task}@{}", instance().id);
        let answer = client.request("tasks/cancel", json!({ "taskId": id })).await;
        assert_eq!(answer["result"], json!({ "resultType": "complete" }), "{answer}");
    }
    let cancelled = client.requests().iter().filter(|request| request.operation == "cancel_task").count();
    assert_eq!(cancelled, 2);
    let update = json!({ "taskId": format!("t1@{}", instance().id), "inputResponses": { "nobody": {} } });
    assert_eq!(client.request("tasks/update", update).await["result"], json!({ "resultType": "complete" }));
}

#[tokio::test]
async fn a_task_that_nobody_has_was_asked_for_wrongly() {
    let mut client = taking().await;
    for id in [format!("none@{}", instance().id), "t1@i_another".to_owned(), "t1".to_owned(), String::new()] {
        for method in ["tasks/get", "tasks/cancel", "tasks/update"] {
            let answer = client.request(method, json!({ "taskId": id, "inputResponses": {} })).await;
            assert_eq!(answer["error"]["code"], -32602, "{method} {id} {answer}");
        }
    }
}

#[tokio::test]
async fn what_is_short_or_cannot_be_a_task_is_answered_at_once() {
    let mut client = taking().await;
    for (name, arguments) in [
        ("get_scene", json!({})),
        ("render", json!({ "background": "never" })),
        // As a host answers that cannot start another one.
        ("render", json!({ "engine": "eevee" })),
    ] {
        let result = call(&mut client, name, arguments.clone()).await;
        assert_eq!((result.get("taskId"), &result["isError"]), (None, &json!(false)), "{name} {arguments} {result}");
    }
}

#[tokio::test]
async fn who_takes_no_tasks_gets_none() {
    let (mut client, about) = client(json!({})).await;
    assert_eq!(about["capabilities"]["extensions"], json!({ EXTENSION: {} }), "{about}");
    let result = call(&mut client, "render", json!({})).await;
    assert_eq!((result.get("taskId"), &result["structuredContent"]["samples"]), (None, &json!(3)), "{result}");
    let answer = client.request("tasks/get", json!({ "taskId": format!("t1@{}", instance().id) })).await;
    assert_eq!(answer["error"]["code"], -32021, "{answer}");
    assert_eq!(answer["error"]["data"]["requiredCapabilities"]["extensions"], json!({ EXTENSION: {} }));
}
