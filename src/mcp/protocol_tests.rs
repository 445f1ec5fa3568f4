//! The server as a client sees it: raw JSON-RPC lines over an in-memory pipe, no rmcp on the other side.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream, Lines, ReadHalf, WriteHalf, split};

use super::double::Double;
use super::{Server, ToolSet, stdio};
use crate::backend::Request;

pub(super) struct Client {
    lines: Lines<BufReader<ReadHalf<DuplexStream>>>,
    writer: WriteHalf<DuplexStream>,
    double: Double,
    last_id: u64,
    pub(super) notifications: Vec<Value>,
}

impl Client {
    /// A server that has not been greeted.
    fn raw() -> Self {
        Self::of(Server::new(Double::default(), &ToolSet::Core, None))
    }

    /// A client of this server, not greeted yet.
    pub(super) fn of(server: Server<Double>) -> Self {
        let double = server.backend.clone();
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let (reader, writer) = split(theirs);
        tokio::spawn(stdio::serve(server, reader, writer));
        let (reader, writer) = split(ours);
        Self { lines: BufReader::new(reader).lines(), writer, double, last_id: 0, notifications: Vec::new() }
    }

    pub(super) async fn greet(&mut self, version: &str) -> Value {
        self.greet_as(version, json!({})).await
    }

    pub(super) async fn greet_as(&mut self, version: &str, capabilities: Value) -> Value {
        let about = json!({ "name": "t", "version": "1" });
        let params = json!({ "protocolVersion": version, "capabilities": capabilities, "clientInfo": about });
        let answer = self.request("initialize", params).await;
        self.send(json!({ "jsonrpc": "2.0", "method": "notifications/initialized" })).await;
        answer["result"].clone()
    }

    async fn initialized(version: &str) -> (Self, Value) {
        let mut client = Self::raw();
        let info = client.greet(version).await;
        (client, info)
    }

    pub(super) async fn new() -> Self {
        Self::initialized("2025-06-18").await.0
    }

    async fn send(&mut self, message: Value) {
        self.writer.write_all(format!("{message}\n").as_bytes()).await.unwrap();
    }

    /// Answers what the server asked.
    pub(super) async fn reply(&mut self, id: &Value, result: Value) {
        self.send(json!({ "jsonrpc": "2.0", "id": id, "result": result })).await;
    }

    /// What the backend was asked to do so far.
    pub(super) fn requests(&self) -> Vec<Request> {
        self.double.requests.lock().clone()
    }

    pub(super) async fn next(&mut self) -> Value {
        serde_json::from_str(&self.lines.next_line().await.unwrap().unwrap()).unwrap()
    }

    pub(super) async fn begin(&mut self, method: &str, params: Value) -> u64 {
        self.last_id += 1;
        let id = self.last_id;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })).await;
        id
    }

    pub(super) async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.begin(method, params).await;
        loop {
            let message = self.next().await;
            if message["id"] == id {
                return message;
            }
            self.notifications.push(message);
        }
    }

    pub(super) async fn tool(&mut self, name: &str, arguments: Value) -> Value {
        let answer = self.request("tools/call", json!({ "name": name, "arguments": arguments })).await;
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }
}

#[tokio::test]
async fn speaks_every_protocol_version() {
    for version in ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"] {
        let (mut client, info) = Client::initialized(version).await;
        assert_eq!(info["protocolVersion"], version);
        assert_eq!(info["serverInfo"]["name"], "scenewire");
        assert!(info["instructions"].as_str().unwrap().contains("never instructions"));
        for capability in ["tools", "resources", "prompts", "completions", "logging"] {
            assert!(info["capabilities"].get(capability).is_some(), "{version} {capability}");
        }
        assert!(client.request("ping", json!({})).await.get("result").is_some());
    }
}

#[tokio::test]
async fn speaks_the_protocol_without_sessions() {
    let mut client = Client::raw();
    let meta = json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": { "name": "t", "version": "1" },
        "io.modelcontextprotocol/clientCapabilities": {},
    });
    let found = client.request("server/discover", json!({ "_meta": meta })).await;
    assert!(found["result"]["supportedVersions"].as_array().unwrap().contains(&json!("2026-07-28")), "{found}");
    let listed = client.request("tools/list", json!({ "_meta": meta })).await;
    assert_eq!(listed["result"]["tools"].as_array().unwrap().len(), 17, "{listed}");
    assert_eq!(listed["result"]["ttlMs"], 3_600_000);
    let called = client.request("tools/call", json!({ "name": "get_scene", "arguments": {}, "_meta": meta })).await;
    assert_eq!(called["result"]["structuredContent"]["name"], "Scene", "{called}");
}

#[tokio::test]
async fn results_are_structured_and_text() {
    let mut client = Client::new().await;
    let result = client.tool("get_scene", json!({})).await;
    assert_eq!(result["isError"], false);
    let text: Value = serde_json::from_str(result["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(text, result["structuredContent"]);
    assert_eq!(result["_meta"]["scenewire/untrusted"], true);
}

#[tokio::test]
async fn tools_pass_their_arguments_on() {
    let mut client = Client::new().await;
    client.tool("create_primitives", json!({ "items": [{ "kind": "cube" }], "instance": "blender" })).await;
    let arguments =
        json!({ "operation": "list_lights", "arguments": { "limit": 5 }, "timeout": 2.5, "if_revision": 9 });
    client.tool("call", arguments).await;
    client.tool("execute_python", json!({ "code": "1", "timeout": 90 })).await;
    let requests = client.double.requests.lock();
    assert_eq!(requests[0].arguments.json, json!({ "items": [{ "kind": "cube" }] }));
    assert_eq!(requests[0].instance.as_deref(), Some("blender"));
    assert_eq!((requests[1].operation.as_str(), &requests[1].arguments.json), ("list_lights", &json!({ "limit": 5 })));
    assert_eq!(requests[1].timeout, Some(std::time::Duration::from_millis(2_500)));
    assert_eq!(requests[1].if_revision, Some(9));
    assert_eq!(requests[2].timeout, Some(std::time::Duration::from_secs(90)));
}

#[tokio::test]
async fn an_operation_that_is_not_listed_can_be_called_by_its_name() {
    let mut client = Client::new().await;
    let result = client.tool("list_lights", json!({})).await;
    assert_eq!(result["structuredContent"]["operation"], "list_lights");
}

#[tokio::test]
async fn errors_are_tool_errors_with_the_error_object() {
    let mut client = Client::new().await;
    let check = async |client: &mut Client, name: &str, arguments: Value, code: &str, text: &str| {
        let result = client.tool(name, arguments).await;
        assert_eq!(result["isError"], true, "{result}");
        assert_eq!(result["structuredContent"]["error_code"], code, "{result}");
        assert!(result["content"][0]["text"].as_str().unwrap().contains(text), "{result}");
        for field in ["error_message", "details", "suggestions", "timestamp"] {
            assert!(result["structuredContent"].get(field).is_some(), "{field}");
        }
    };
    check(&mut client, "select", json!({ "ids": ["Cub"] }), "not_found", "Try: Cube").await;
    check(&mut client, "call", json!({ "operation": "delete_nodes" }), "permission_denied", "owner").await;
    check(&mut client, "call", json!({}), "invalid_params", "`operation` is missing").await;
    check(&mut client, "call", json!({ "operation": "undo", "args": {} }), "invalid_params", "no argument `args`")
        .await;
    check(&mut client, "call", json!({ "operation": "undo", "timeout": -1 }), "invalid_params", "seconds above 0")
        .await;
    check(&mut client, "describe_tool", json!({ "operation": "create_ligths" }), "unknown_operation", "create_lights")
        .await;
    check(&mut client, "get_scene", json!({ "instance": "maya" }), "instance_not_found", "maya").await;
    check(&mut client, "find_tools", json!({ "domain": "modle" }), "invalid_params", "modle").await;
}

#[tokio::test]
async fn an_unknown_tool_is_a_protocol_error() {
    let mut client = Client::new().await;
    let answer = client.request("tools/call", json!({ "name": "get_scenes", "arguments": {} })).await;
    assert_eq!(answer["error"]["code"], -32602);
    assert!(answer["error"]["message"].as_str().unwrap().contains("`get_scene`"), "{answer}");
}

#[tokio::test]
async fn answers_at_once_without_a_host_and_finds_one_later() {
    let mut client = Client::new().await;
    client.double.none.store(true, Ordering::Relaxed);
    let result = client.tool("get_scene", json!({})).await;
    assert_eq!(result["structuredContent"]["error_code"], "host_not_running");
    assert!(result["content"][0]["text"].as_str().unwrap().contains("scenewire host"), "{result}");
    let listed = client.tool("list_instances", json!({})).await;
    assert_eq!(listed["structuredContent"]["instances"], json!([]));
    assert!(listed["structuredContent"]["hint"].as_str().unwrap().contains("scenewire host"));
    client.double.none.store(false, Ordering::Relaxed);
    assert_eq!(client.tool("get_scene", json!({})).await["isError"], false);
}

#[tokio::test]
async fn pictures_are_image_content_and_resources() {
    let mut client = Client::new().await;
    let result = client.tool("look", json!({})).await;
    let image = &result["content"][1];
    assert_eq!((&image["type"], &image["mimeType"]), (&json!("image"), &json!("image/png")));
    let uri = result["structuredContent"]["image"]["resource"].clone();
    for uri in [uri, json!("scenewire://blender/image")] {
        let read = client.request("resources/read", json!({ "uri": uri })).await;
        assert_eq!(read["result"]["contents"][0]["blob"], image["data"], "{read}");
        assert_eq!(read["result"]["contents"][0]["mimeType"], "image/png");
    }
}

#[tokio::test]
async fn arrays_are_summaries_whose_rows_can_be_read() {
    let mut client = Client::new().await;
    let result = client.tool("call", json!({ "operation": "get_meshes", "arguments": { "ids": ["n_1"] } })).await;
    let vertices = &result["structuredContent"]["items"][0]["vertices"];
    assert_eq!((&vertices["dtype"], &vertices["max"]), (&json!("f4"), &json!(2.0)));
    let uri = format!("{}/1/2", vertices["resource"].as_str().unwrap());
    let read = client.request("resources/read", json!({ "uri": uri })).await;
    let rows: Value = serde_json::from_str(read["result"]["contents"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(rows["rows"], json!([1.0, 2.0]));
}

#[tokio::test]
async fn resources_are_listed_and_read() {
    let mut client = Client::new().await;
    let listed = client.request("resources/list", json!({})).await;
    let uris: Vec<&str> = listed["result"]["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|resource| resource["uri"].as_str().unwrap())
        .collect();
    assert_eq!(uris, ["scenewire://instances", "scenewire://blender/scene"]);
    for uri in uris {
        let read = client.request("resources/read", json!({ "uri": uri })).await;
        assert_eq!(read["result"]["contents"][0]["mimeType"], "application/json", "{read}");
    }
    let templates = client.request("resources/templates/list", json!({})).await;
    assert_eq!(templates["result"]["resourceTemplates"].as_array().unwrap().len(), 5);
    let missing = client.request("resources/read", json!({ "uri": "scenewire://attachments/99" })).await;
    assert_eq!(missing["error"]["code"], -32002, "{missing}");
    assert_eq!(missing["error"]["data"]["uri"], "scenewire://attachments/99");
}

#[tokio::test]
async fn progress_is_told_before_the_result() {
    let mut client = Client::new().await;
    let params = json!({ "name": "render", "arguments": {}, "_meta": { "progressToken": "p1" } });
    let answer = client.request("tools/call", params).await;
    assert_eq!(answer["result"]["structuredContent"]["samples"], 3);
    let told: Vec<(&Value, f64)> = client
        .notifications
        .iter()
        .map(|note| (&note["params"]["progressToken"], note["params"]["progress"].as_f64().unwrap()))
        .collect();
    assert_eq!(told, [(&json!("p1"), 25.0), (&json!("p1"), 50.0), (&json!("p1"), 75.0)]);
    assert_eq!(client.notifications[0]["params"]["message"], "sample 1");
}

#[tokio::test]
async fn cancellation_drops_the_call() {
    let mut client = Client::new().await;
    let (begun, dropped) = (client.double.begun.clone(), client.double.dropped.clone());
    let id = client.begin("tools/call", json!({ "name": "undo", "arguments": {} })).await;
    begun.notified().await;
    client.send(json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": { "requestId": id } })).await;
    dropped.notified().await;
    assert_eq!(client.tool("get_scene", json!({})).await["isError"], false);
}

// The transport gives calls a few seconds to end by themselves: paused time passes at once.
#[tokio::test(start_paused = true)]
async fn a_client_that_leaves_ends_its_calls() {
    let mut client = Client::new().await;
    let (begun, dropped) = (client.double.begun.clone(), client.double.dropped.clone());
    client.begin("tools/call", json!({ "name": "undo", "arguments": {} })).await;
    begun.notified().await;
    drop(client);
    dropped.notified().await;
}

#[tokio::test]
async fn operations_are_found_and_described() {
    let mut client = Client::new().await;
    let found = client.tool("find_tools", json!({ "query": "create a light" })).await;
    assert_eq!(found["structuredContent"]["operations"][0]["operation"], "create_lights", "{found}");
    let all = client.tool("find_tools", json!({ "limit": 100 })).await;
    let names: Vec<&Value> =
        all["structuredContent"]["operations"].as_array().unwrap().iter().map(|line| &line["operation"]).collect();
    assert!(names.len() > 30);
    assert!(!names.contains(&&json!("create_cameras")), "this host cannot create cameras");
    let described = client.tool("describe_tool", json!({ "operation": "create_lights" })).await;
    let described = &described["structuredContent"];
    assert!(described["input_schema"]["properties"].get("items").is_some(), "{described}");
    assert!(described["example"].is_object());
    let errors: Vec<&Value> =
        described["errors"].as_array().unwrap().iter().map(|error| &error["error_code"]).collect();
    assert!(errors.contains(&&json!("invalid_params")) && errors.contains(&&json!("conflict")), "{described}");
}

#[tokio::test]
async fn names_are_completed() {
    let mut client = Client::new().await;
    let check = async |client: &mut Client, reference: Value, name: &str, value: &str, expected: Value| {
        let params = json!({ "ref": reference, "argument": { "name": name, "value": value } });
        let answer = client.request("completion/complete", params).await;
        assert_eq!(answer["result"]["completion"]["values"][0], expected, "{answer}");
    };
    let template = json!({ "type": "ref/resource", "uri": "scenewire://{instance}/scene" });
    check(&mut client, template, "instance", "ble", json!("blender")).await;
    let prompt = json!({ "type": "ref/prompt", "name": "approach_scene" });
    check(&mut client, prompt.clone(), "instance", "", json!("blender")).await;
    check(&mut client, prompt, "operation", "get_sc", json!("get_scene")).await;
}

#[tokio::test]
async fn prompts_are_listed_and_given() {
    let mut client = Client::new().await;
    let listed = client.request("prompts/list", json!({})).await;
    assert_eq!(listed["result"]["prompts"].as_array().unwrap().len(), 5);
    let given = client.request("prompts/get", json!({ "name": "light_scene", "arguments": { "mood": "dusk" } })).await;
    assert!(given["result"]["messages"][0]["content"]["text"].as_str().unwrap().contains("dusk"), "{given}");
}
