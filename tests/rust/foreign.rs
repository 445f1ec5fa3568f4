//! The drop-in port over sockets: other programs' words, glued, split, malformed, refused; and the port's own life.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::wire::Code;
use serde_json::{Map, Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::rig::{Rig, soon};

fn rig() -> Rig {
    Rig::with(|config| config.foreign_port = Some(0))
}

fn port(rig: &Rig) -> u16 {
    rig.host.status()["foreign"]["port"].as_u64().unwrap().try_into().unwrap()
}

struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Client {
    async fn to(rig: &Rig) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port(rig))).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: Vec::new() }
    }

    async fn say(&mut self, text: &str) {
        self.stream.write_all(text.as_bytes()).await.unwrap();
    }

    /// Up to the end of an answer; null when the connection ends.
    async fn hear(&mut self) -> Value {
        let mut seen = 0;
        soon(async {
            loop {
                let end = self.buffer[seen..].iter().position(|byte| matches!(byte, b'\n' | 0)).map(|end| seen + end);
                seen = self.buffer.len();
                if let Some(end) = end {
                    let rest = self.buffer.split_off(end + 1);
                    let answer = std::mem::replace(&mut self.buffer, rest);
                    return serde_json::from_slice(&answer[..end]).unwrap();
                }
                if self.stream.read_buf(&mut self.buffer).await.unwrap_or(0) == 0 {
                    return Value::Null;
                }
            }
        })
        .await
    }

    async fn ask(&mut self, text: &str) -> Value {
        self.say(text).await;
        self.hear().await
    }
}

#[tokio::test]
async fn commands_in_one_segment_and_one_byte_at_a_time_are_answered_in_order() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    let echo = |word: &str| format!(r#"{{"type": "execute_python", "params": {{"code": "{word}"}}}}"#);
    client.say(&[echo("one"), echo("two}\\\""), r#"{"type":"ping"}"#.to_owned()].concat()).await;
    assert_eq!(client.hear().await["result"]["value"], "one");
    assert_eq!(client.hear().await["result"]["value"], "two}\"");
    assert_eq!(client.hear().await, json!({ "status": "success", "result": { "pong": true } }));
    for byte in echo("Größe").as_bytes() {
        client.stream.write_all(&[*byte]).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(client.hear().await["result"]["value"], "Größe");
    let clients = rig.host.status()["clients"].clone();
    assert_eq!((&clients[0]["way"], &clients[0]["calls"]), (&json!("blender-mcp"), &json!(3)));
}

#[tokio::test]
async fn every_operation_goes_through_the_same_door() {
    let mut rig = Rig::idle(|config| {
        config.foreign_port = Some(0);
        config.rules.read_only = true;
    });
    rig.pump();
    let mut client = Client::to(&rig).await;
    let answer = client.ask("{\"type\":\"create_nodes\",\"params\":{\"items\":[{\"name\":\"A\"}]}}\n").await;
    assert_eq!((&answer["status"], &answer["error_code"]), (&json!("error"), &json!("permission_denied")));
    rig.host.configure(Map::from_iter([("read_only".to_owned(), json!(false))])).unwrap();
    let answer = client.ask("{\"type\":\"create_nodes\",\"params\":{\"items\":[{\"name\":\"A\"}]}}\n").await;
    assert_eq!(answer["result"]["items"][0]["name"], "A");
    assert_eq!(rig.double.names(), ["A"]);
    assert!(rig.double.log.lock().ends_with(&["begin", "perform create_nodes", "commit"].map(str::to_owned)));
    let overview = rig.host.status();
    assert_eq!((&overview["clients"][0]["way"], &overview["history"][0]["outcome"]), (&json!("lines"), &json!("ok")));
    // An argument that is wrong is told as to every caller, and one that names nothing is told what is near.
    let answer = client.ask("{\"type\":\"create_nodes\",\"params\":{}}\n").await;
    assert!(answer["message"].as_str().unwrap().contains("items"), "{answer}");
    let answer = client.ask("{\"type\":\"creat_nodes\"}\n").await;
    assert!(answer["message"].as_str().unwrap().starts_with("Unknown command type: creat_nodes"), "{answer}");
    assert_eq!(answer["suggestions"][0], "create_nodes");
}

/// A request in the words of the Maya MCP server's design.
fn maya(command: &str, arguments: Value) -> String {
    format!("{}\n", json!({ "command": command, "arguments": arguments, "request_id": "r7" }))
}

#[tokio::test]
async fn the_maya_mcp_design_is_answered_in_its_own_shapes() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    let answer = client.ask(&maya("maya_create", json!({ "object_type": "polyCube", "name": "box" }))).await;
    let made = json!({ "success": true, "name": "box", "id": "n1" });
    assert_eq!(answer, json!({ "success": true, "result": made, "error": null, "request_id": "r7" }));
    let answer = client.ask(&maya("maya_execute", json!({ "command": "one" }))).await;
    assert_eq!((&answer["request_id"], &answer["result"]["value"]), (&json!("r7"), &json!("one")));
    let info = client.ask(&maya("get_scene_info", json!({}))).await["result"].take();
    let transform = json!({ "position": [1, 2, 3], "rotation": [0.0, 0.0, 0.0], "scale": [1, 1, 1] });
    let attributes = json!({ "id": "n1", "parent_id": null, "visible": true });
    let object = json!({ "name": "box", "type": "mesh", "transform": transform, "attributes": attributes });
    let expected =
        json!({ "selected_objects": ["box"], "all_objects": [object], "current_time": 7, "scene_name": "double" });
    assert_eq!(info, expected);
    let tools = client.ask(&maya("list_tools", json!({}))).await["result"].take();
    for tool in tools.as_array().unwrap() {
        let known = scenewire::catalogue::catalogue().operation(tool["name"].as_str().unwrap());
        assert!(known.is_ok(), "{tool}");
    }
    assert_eq!((tools.as_array().unwrap().len(), &tools[1]["input_schema"]["required"]), (3, &json!(["objects"])));
    let info = client.ask(&maya("get_server_info", Value::Null)).await;
    assert_eq!(info["result"]["instance"]["app"], "double");
    let clients = rig.host.status()["clients"].clone();
    assert_eq!(clients[0]["way"], "maya-mcp");
}

#[tokio::test]
async fn its_errors_have_its_shape_too() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    for (command, arguments, code, about, suggested) in [
        ("maya_create", json!({ "object_type": "polyCubes" }), "invalid_params", "object_type", ""),
        ("maya_creat", json!({}), "unknown_operation", "maya_creat", "maya_create"),
        ("create_nodes", json!({ "items": [{ "name": "bad" }] }), "handler_error", "refused", ""),
        ("maya_select", json!({}), "invalid_params", "objects", ""),
    ] {
        let answer = client.ask(&maya(command, arguments)).await;
        assert_eq!((&answer["success"], &answer["error_code"]), (&json!(false), &json!(code)), "{answer}");
        assert_eq!((&answer["result"], &answer["request_id"]), (&Value::Null, &json!("r7")));
        assert!(answer["error"].as_str().unwrap().contains(about), "{answer}");
        assert!(answer["suggestions"].to_string().contains(suggested), "{answer}");
        assert!(answer["details"].is_object() && answer["timestamp"].as_str().unwrap().ends_with('Z'), "{answer}");
    }
    let answer = client.ask("{\"command\": \"ping\", \"arguments\": 7, \"request_id\": 4}\n").await;
    assert_eq!((&answer["success"], &answer["request_id"]), (&json!(false), &json!(4)));
    assert_eq!(client.ask(&maya("ping", json!({}))).await["result"]["pong"], true);
}

#[test]
fn a_script_in_the_host_is_answered_in_them_here_and_now() {
    let rig = Rig::idle(|_| {});
    let ask = |command: String| serde_json::from_slice::<Value>(&rig.host.answer_foreign(command.as_bytes())).unwrap();
    assert_eq!(ask(maya("maya_create", json!({ "object_type": "sphere", "name": "A" })))["result"]["name"], "A");
    assert_eq!(ask(maya("get_scene_info", json!({})))["result"]["all_objects"][0]["name"], "A");
    assert_eq!(ask("no json".to_owned())["error_code"], "protocol");
    assert_eq!(rig.host.status()["counts"]["calls"], 3);
}

#[tokio::test]
async fn services_that_are_not_here_say_so_and_telemetry_stays_off() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    for service in ["polyhaven", "hyper3d", "sketchfab", "polypizza", "hunyuan3d", "tripo", "meshy"] {
        let answer = client.ask(&format!(r#"{{"type":"get_{service}_status","params":{{}}}}"#)).await;
        assert_eq!((&answer["status"], &answer["result"]["enabled"]), (&json!("success"), &json!(false)));
    }
    for command in ["search_polypizza_models", "create_rodin_job", "create_meshy_job", "pick_viewport_object"] {
        let answer = client.ask(&format!(r#"{{"type":"{command}","params":{{}}}}"#)).await;
        assert_eq!((&answer["status"], &answer["error_code"]), (&json!("error"), &json!("not_supported")), "{answer}");
    }
    let answer = client.ask(r#"{"type":"search_polyhaven_assets","params":{"query":"rock"}}"#).await;
    assert_eq!(answer["status"], "success");
    assert!(answer["result"]["error"].as_str().unwrap().contains("its owner has not allowed it"), "{answer}");
    let answer = client.ask(r#"{"type":"set_telemetry_consent","params":{"consent":true}}"#).await;
    assert!(answer["result"]["error"].is_string(), "{answer}");
    let answer = client.ask(r#"{"type":"get_telemetry_consent"}"#).await;
    assert_eq!(answer["result"]["consent"], false);
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_is_malformed_is_answered_and_never_wedges() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    for (wrong, code) in [
        (r#"{"type": oops}"#, "protocol"),
        (r#"{"type":"ping"]"#, "protocol"),
        (r#"{"params":{}}"#, "invalid_params"),
        (r#"{"type":"ping","params":7}"#, "invalid_params"),
    ] {
        let answer = client.ask(wrong).await;
        assert_eq!((&answer["status"], &answer["error_code"]), (&json!("error"), &json!(code)), "{wrong}");
        assert_eq!(client.ask(r#"{"type":"ping"}"#).await["result"]["pong"], true, "after {wrong}");
    }
    // What does not go on is told after ten seconds, and the connection lives.
    let answer = client.ask(r#"{"type":"execute_code","params":{"code":"1"#).await;
    assert_eq!(answer["error_code"], "timed_out");
    assert!(answer["message"].as_str().unwrap().contains("incomplete: 42 bytes"), "{answer}");
    assert_eq!(client.ask(r#"{"type":"ping"}"#).await["result"]["pong"], true);
    client.say(r#"{"type":"pi"#).await;
    client.stream.shutdown().await.unwrap();
    assert!(client.hear().await["message"].as_str().unwrap().contains("in the middle"));
    assert_eq!(client.hear().await, Value::Null);
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn the_blender_lab_has_one_request_a_connection() {
    let rig = rig();
    for (request, part) in [
        ("{\"type\":\"execute\",\"code\":\"1\"}\0", "strict_json"),
        ("{\"type\":\"execute\",\"code\":7,\"strict_json\":true}\0", "`code`"),
        ("{\"type\":\"other\"}\0", "Unknown request type: 'other'"),
        ("{\"type\": nonsense}\0", "malformed"),
    ] {
        let mut client = Client::to(&rig).await;
        client.say(request).await;
        let mut bytes = Vec::new();
        soon(client.stream.read_to_end(&mut bytes)).await.unwrap();
        assert_eq!(bytes.pop(), Some(0), "{request}");
        let answer: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(answer["status"], "error");
        assert!(answer["message"].as_str().unwrap().contains(part), "{answer}");
    }
}

#[tokio::test]
async fn browsers_are_refused_and_nothing_of_theirs_runs() {
    let rig = rig();
    let body = r#"{"type":"execute_python","params":{"code":"1"}}"#;
    for head in [
        "POST / HTTP/1.1\r\nHost: x\r\nOrigin: https://x\r\n\r\n",
        "OPTIONS / HTTP/1.1\r\n\r\n",
        "foo / HTTP/1.1\r\n\r\n",
    ] {
        let mut client = Client::to(&rig).await;
        client.say(&format!("{head}{body}")).await;
        let mut answer = String::new();
        // What was not read of the request resets the connection, which may overtake the answer.
        let _ = soon(client.stream.read_to_string(&mut answer)).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 403 "), "{answer}");
    }
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn fifty_megabytes_come_whole_both_ways() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    let long = "0123456789abcdeé".repeat(50 << 16);
    let answer = client.ask(&format!(r#"{{"type":"execute_python","params":{{"code":"{long}"}}}}"#)).await;
    let value = answer["result"]["value"].as_str().unwrap();
    assert_eq!(value.len(), 17 * (50 << 16));
    assert!(value.ends_with("abcdeé"));
}

#[tokio::test]
async fn the_port_is_switched_while_the_host_runs() {
    let rig = Rig::new();
    let configure = |port: Value| rig.host.configure(Map::from_iter([("foreign_port".to_owned(), port)]));
    assert_eq!(rig.host.status()["foreign"], Value::Null);
    configure(json!(0)).unwrap();
    let first = port(&rig);
    let mut client = Client::to(&rig).await;
    assert_eq!(client.ask(r#"{"type":"ping"}"#).await["status"], "success");
    // Somebody else's port is refused by the program's name, and nothing changes.
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let fault = configure(json!(taken.local_addr().unwrap().port())).unwrap_err();
    assert_eq!(fault.error_code, Code::HandlerError);
    let owner = if cfg!(target_os = "linux") { "this very program" } else { "another program" };
    assert!(fault.error_message.contains(&format!("taken by {owner}")), "{fault:?}");
    assert_eq!(configure(json!("many")).unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(configure(json!(70_000)).unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(port(&rig), first);
    assert_eq!(client.ask(r#"{"type":"ping"}"#).await["status"], "success");
    configure(Value::Null).unwrap();
    assert_eq!(client.hear().await, Value::Null);
    assert_eq!(rig.host.status()["foreign"], Value::Null);
    assert!(TcpStream::connect(("127.0.0.1", first)).await.is_err());
    configure(json!(first)).unwrap();
    assert_eq!(port(&rig), first);
}

#[tokio::test]
async fn a_host_starts_without_the_port_that_another_program_has() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let number = taken.local_addr().unwrap().port();
    let rig = Rig::with(|config| config.foreign_port = Some(number));
    let foreign = rig.host.status()["foreign"].clone();
    assert_eq!((&foreign["state"], &foreign["port"]), (&json!("refused"), &json!(number)));
    assert!(foreign["reason"].as_str().unwrap().contains(&format!("port {number} is taken by")), "{foreign}");
    drop(taken);
    rig.host.configure(Map::from_iter([("foreign_port".to_owned(), json!(number))])).unwrap();
    assert_eq!(rig.host.status()["foreign"]["state"], "listening");
}

#[tokio::test]
async fn no_more_than_so_many_connections() {
    let rig = rig();
    let mut clients = Vec::new();
    for _ in 0..32 {
        let mut client = Client::to(&rig).await;
        assert_eq!(client.ask(r#"{"type":"ping"}"#).await["status"], "success");
        clients.push(client);
    }
    let mut late = Client::to(&rig).await;
    assert_eq!(late.hear().await["error_code"], "busy");
    assert_eq!(late.hear().await, Value::Null);
    drop(clients);
    for _ in 0..200 {
        let mut client = Client::to(&rig).await;
        if client.ask(r#"{"type":"ping"}"#).await["status"] == "success" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the places were not given back");
}

#[tokio::test]
async fn the_end_of_the_host_answers_what_runs() {
    let rig = rig();
    let mut client = Client::to(&rig).await;
    client.say(r#"{"type":"execute_python","params":{"code":"block"}}"#).await;
    rig.double.blocked().await;
    let host = rig.host.clone();
    let stopped = tokio::task::spawn_blocking(move || host.stop(Duration::from_secs(5)));
    assert_eq!(client.hear().await["error_code"], "cancelled");
    assert_eq!(client.hear().await, Value::Null);
    stopped.await.unwrap();
}
