//! The gateway's HTTP surface over real sockets: keys, tenants, hostile requests, limits of the door.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::LONG;
use crate::gateway_rig::{ADMIN, Studio};
use crate::gateway_web::{Answer, act, ask, bearer, filled, gateway, operations, raw};

const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#;
const MCP: &str = "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";
const UPGRADE: &str = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// Only the head: some answers have no end.
async fn head(address: SocketAddr, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request =
        format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let read = async {
        while !answer.windows(4).any(|end| end == b"\r\n\r\n") && stream.read_buf(&mut answer).await.unwrap() > 0 {}
    };
    tokio::time::timeout(LONG, read).await.unwrap();
    let text = String::from_utf8_lossy(&answer);
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

fn is_fault(answer: &Answer) -> bool {
    let value = answer.json();
    ["error_code", "error_message", "details", "suggestions", "timestamp"]
        .iter()
        .all(|field| value.get(field).is_some())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sequence_of_the_seed_runs_with_one_key() {
    let studio = Studio::start().await;
    let address = studio.address;
    let made = act(address, "POST", "/api/create_user?username=anna", ADMIN, Value::Null).await.json();
    let key = made["api_key"].as_str().unwrap().to_owned();
    assert!(made["user_id"].as_str().unwrap().starts_with("u_") && made["username"] == "anna");

    let path = format!("/api/register_blender_instance?api_key={key}&instance_name=workstation");
    let registered = ask(address, "POST", &path, "", "").await;
    assert_eq!(registered.json()["name"], "workstation");
    assert!(registered.header("deprecation").is_some() && registered.header("warning").is_some());

    let user = crate::gateway_rig::User { id: made["user_id"].as_str().unwrap().to_owned(), key: key.clone() };
    let registered = registered.json();
    let home = Arc::new(tempfile::tempdir().unwrap());
    let host = studio.host_as(&home, &user, "workstation", registered["instance_id"].as_str()).await;
    let listed = ask(address, "GET", &format!("/api/list_blender_instances?api_key={key}"), "", "").await.json();
    let rows = listed["instances"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["status"], &rows[0]["name"]), (1, &json!("online"), &json!("workstation")));
    let id = rows[0]["instance_id"].as_str().unwrap();
    assert_eq!(registered["instance_id"], id);

    let path = format!("/api/route_command?api_key={key}&target_instance_id={id}&command_type=create_nodes");
    let body = json!({ "params": { "items": [{ "name": "cube" }] } });
    let routed = ask(address, "POST", &path, "", &body.to_string()).await;
    assert_eq!((routed.status, &routed.json()["status"]), (200, &json!("success")), "{}", routed.body);
    assert_eq!(host.double.names(), ["cube"]);

    let path = format!("/api/route_command?target_instance_id={id}&command_type=no_such_operation");
    let failed = ask(address, "POST", &path, &bearer(&key), "{}").await;
    let value = failed.json();
    assert_eq!((failed.status, &value["status"]), (404, &json!("error")));
    assert_eq!((&value["error_code"], &value["message"]), (&json!("unknown_operation"), &value["error_message"]));
    assert!(failed.header("deprecation").is_none() && is_fault(&failed));

    let records = act(address, "GET", "/api/v1/audit?operation=create_user", ADMIN, Value::Null).await.json();
    assert!(!records.to_string().contains(&key), "a key stands in the record");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_refuses_absent_wrong_and_ended_keys() {
    let studio = Studio::start().await;
    let (address, user) = (studio.address, studio.user("anna").await);
    let made = act(address, "POST", "/api/v1/keys", &user.key, json!({ "label": "old" })).await.json();
    let ended = made["api_key"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/keys/{}", made["key"]["id"].as_str().unwrap());
    assert_eq!(act(address, "DELETE", &path, &user.key, Value::Null).await.status, 200);

    let mut asked = 0;
    for (method, path, operation) in operations(address).await {
        if operation["security"].as_array().unwrap().is_empty() {
            continue;
        }
        let path = path.replace(['{', '}'], "");
        // A key may come from this machine's own Prometheus or not at all.
        let wrong_only = path == "/metrics";
        let wrong = [Some("sw_000000000000000000000000000000000000"), Some("x"), Some(ended.as_str()), None];
        let mut bodies = Vec::new();
        for key in wrong.into_iter().filter(|key| key.is_some() || !wrong_only) {
            let headers = key.map(bearer).unwrap_or_default();
            let answer = ask(address, &method, &path, &headers, "").await;
            assert_eq!(answer.status, 401, "{method} {path} {key:?} {}", answer.body);
            let challenge = answer.header("www-authenticate").unwrap();
            assert!(challenge.contains("resource_metadata="), "{challenge}");
            assert!(is_fault(&answer), "{}", answer.body);
            if key.is_some() {
                bodies.push(answer.timeless());
            }
        }
        // A typing error is named as one, which takes no look-up; all else is the same.
        assert_eq!(bodies[1], bodies[2], "{path}");
        asked += 1;
    }
    assert!(asked > 30, "the table was not read: {asked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_described_route_is_there() {
    let studio = Studio::start().await;
    for (method, path, _) in operations(studio.address).await {
        let path = path.replace(['{', '}'], "");
        let headers = format!("{}Origin: http://{}\r\n", bearer("x"), studio.address);
        let answer = head(studio.address, &method, &path, &headers, "").await;
        assert!(answer.status != 405, "{method} {path}");
        assert!(!answer.body.contains("nothing at this path"), "{method} {path}");
    }
    let missing = ask(studio.address, "GET", "/api/v2/users", "", "").await;
    assert_eq!((missing.status, is_fault(&missing)), (404, true));
    let wrong = ask(studio.address, "DELETE", "/health", "", "").await;
    assert_eq!((wrong.status, is_fault(&wrong), wrong.header("allow").is_some()), (405, true, true));
}

/// Ids of each kind of one user.
struct Things {
    user: String,
    key: String,
    instance: String,
    share: String,
    session: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn another_tenants_ids_are_answered_as_missing_ones() {
    let studio = Studio::start().await;
    let address = studio.address;
    let (anna, bert, carl) = (studio.user("anna").await, studio.user("bert").await, studio.user("carl").await);
    let host = studio.host(&bert, "berts").await;
    let id = |value: &Value, place: &str| value.pointer(place).and_then(Value::as_str).unwrap().to_owned();
    let key = act(address, "POST", "/api/v1/keys", &bert.key, json!({ "label": "k" })).await.json();
    let instances = act(address, "GET", "/api/v1/instances", &bert.key, Value::Null).await.json();
    let instance = id(&instances, "/instances/0/id");
    let body = json!({ "instance": instance, "to_user": carl.id, "role": "viewer" });
    let share = act(address, "POST", "/api/v1/shares", &bert.key, body).await.json();
    let sessions = act(address, "GET", "/api/v1/sessions", &bert.key, Value::Null).await.json();
    let berts = Things {
        user: bert.id.clone(),
        key: id(&key, "/key/id"),
        share: id(&share, "/share/id"),
        session: id(&sessions, "/sessions/0/id"),
        instance,
    };
    let of_kind = |name: &str| match name {
        "user" | "to_user" => Some(&berts.user),
        "key" => Some(&berts.key),
        "instance" | "target_instance_id" | "default_instance" => Some(&berts.instance),
        "share" => Some(&berts.share),
        "session" => Some(&berts.session),
        _ => None,
    };

    let mut compared = 0;
    for (method, path, operation) in operations(address).await {
        let (body, query) = filled(&operation);
        let ask_with = async |name: &str, place: &str, id: &str| {
            let (mut body, mut query, mut path) = (body.clone(), query.clone(), path.clone());
            match place {
                "path" => path = path.replace(&format!("{{{name}}}"), id),
                "query" => {
                    let kept = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
                    let kept = kept.filter(|pair| !pair.starts_with(&format!("{name}=")));
                    let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("{name}={id}")]).collect();
                    query = format!("?{}", pairs.join("&"));
                }
                _ => body[name] = json!(id),
            }
            // What else the path needs is anna's own, or missing.
            let path = path.replace(['{', '}'], "");
            let given = if body.as_object().is_some_and(|body| body.is_empty()) { Value::Null } else { body };
            let answer = act(address, &method, &format!("{path}{query}"), &anna.key, given).await;
            let said = match (answer.status, answer.json()) {
                // What was made has an id of its own.
                (200, Value::Object(fields)) => fields.keys().cloned().collect(),
                _ => answer.timeless().to_string().replace(id, "ID"),
            };
            (answer.status, said)
        };
        let places = operation["parameters"].as_array().cloned().unwrap_or_default();
        let properties = operation["requestBody"]["content"]["application/json"]["schema"]["properties"].clone();
        let in_body =
            properties.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
        let named = places
            .iter()
            .map(|place| (place["name"].as_str().unwrap().to_owned(), place["in"].as_str().unwrap().to_owned()))
            .chain(in_body.into_iter().map(|name| (name, "body".to_owned())));
        for (name, place) in named {
            // With whom to share is looked up by name as well: who is told a user's name may share with it.
            if name == "to_user" {
                continue;
            }
            let Some(theirs) = of_kind(&name) else { continue };
            let prefix = &theirs[..2];
            // Of the same shape and length.
            let missing = format!("{prefix}{}", "0".repeat(theirs.len() - 2));
            let (theirs, missing) = (ask_with(&name, &place, theirs).await, ask_with(&name, &place, &missing).await);
            assert_eq!(theirs, missing, "{method} {path} {name} in {place}");
            assert!(!theirs.1.contains(&berts.user) && !theirs.1.contains("berts"), "{method} {path}: {}", theirs.1);
            compared += 1;
        }
    }
    assert!(compared > 20, "the table was not read: {compared}");
    // Nothing of what was tried has reached bert's things.
    assert_eq!(act(address, "GET", "/api/v1/me", &bert.key, Value::Null).await.status, 200);
    let shares = act(address, "GET", "/api/v1/shares", &bert.key, Value::Null).await.json();
    assert_eq!(shares["given"].as_array().unwrap().len(), 1);
    assert_eq!(host.double.names(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_routes_are_closed_to_users_and_accounts_to_narrow_keys() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let narrow = json!({ "label": "agent", "scopes": ["read", "edit"] });
    let narrow = act(address, "POST", "/api/v1/keys", &anna.key, narrow).await.json();
    let narrow = narrow["api_key"].as_str().unwrap();
    let (mut for_admin, mut for_owner) = (0, 0);
    for (method, path, operation) in operations(address).await {
        let (body, query) = filled(&operation);
        let path = format!("{}{query}", path.replace(['{', '}'], ""));
        let needs = operation["description"].as_str().unwrap();
        if needs.contains("that was not narrowed") {
            let answer = act(address, &method, &path, narrow, body).await;
            assert_eq!((answer.status, &answer.json()["error_code"]), (403, &json!("permission_denied")), "{path}");
            for_owner += 1;
        } else if needs.contains("an administrator's key") && path != "/metrics" {
            let answer = act(address, &method, &path, &anna.key, body).await;
            assert_eq!((answer.status, &answer.json()["error_code"]), (403, &json!("permission_denied")), "{path}");
            for_admin += 1;
        }
    }
    assert!(for_admin > 5 && for_owner > 10, "the table was not read: {for_admin} {for_owner}");
    // No key makes an administrator's.
    let admin = json!({ "label": "x", "scopes": ["admin"] });
    assert_eq!(act(address, "POST", "/api/v1/keys", &anna.key, admin).await.status, 422);
    // What was refused stands in the record.
    let denied =
        act(address, "GET", "/api/v1/audit?outcome=permission_denied&limit=1000", ADMIN, Value::Null).await.json();
    assert!(denied["records"].as_array().unwrap().len() > 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_ends_makes_none_that_outlives_it() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let short =
        act(address, "POST", "/api/v1/keys", &anna.key, json!({ "label": "short", "expires_in": 60, "rate": 5 })).await;
    let short = short.json()["api_key"].as_str().unwrap().to_owned();
    let made = act(address, "POST", "/api/v1/keys", &short, json!({ "label": "long", "rate": 500 })).await.json();
    assert!(made["key"]["expires_at"].is_string(), "{made}");
    assert_eq!(made["key"]["rate"], 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_open_only_what_they_are_for() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let make = async |uses: &str| {
        let body = json!({ "label": uses, "uses": [uses] });
        act(address, "POST", "/api/v1/keys", &anna.key, body).await.json()["api_key"].as_str().unwrap().to_owned()
    };
    let (host, client) = (make("host").await, make("client").await);
    let check = async |path: &str, key: &str, headers: &str, expected: u16| {
        let method = if path == "/mcp" { "POST" } else { "GET" };
        let body = if path == "/mcp" { INITIALIZE } else { "" };
        let answer = head(address, method, path, &format!("{}{headers}", bearer(key)), body).await;
        assert_eq!(answer.status, expected, "{path} {}", answer.body);
    };
    check("/api/v1/me", &host, "", 403).await;
    check("/mcp", &host, MCP, 403).await;
    check("/v1/client", &host, UPGRADE, 403).await;
    check("/v1/link", &host, UPGRADE, 101).await;
    check("/api/v1/me", &client, "", 200).await;
    check("/mcp", &client, MCP, 200).await;
    check("/v1/client", &client, UPGRADE, 101).await;
    check("/v1/link", &client, UPGRADE, 403).await;
    check("/v1/link", ADMIN, UPGRADE, 403).await;
    // A page opens no link, whatever it knows.
    let own = format!("{UPGRADE}Origin: http://{address}\r\n");
    check("/v1/link", &host, &own, 403).await;
    check("/v1/client", &client, &own, 403).await;
    check("/v1/client", &client, "", 400).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_mcp_session_belongs_to_the_key_that_made_it() {
    let studio = Studio::start().await;
    let (address, anna, bert) = (studio.address, studio.user("anna").await, studio.user("bert").await);
    let begun = head(address, "POST", "/mcp", &format!("{}{MCP}", bearer(&anna.key)), INITIALIZE).await;
    let session = begun.header("mcp-session-id").unwrap().to_owned();
    let list = r#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#;
    let with = |key: &str| format!("{}{MCP}Mcp-Session-Id: {session}\r\n", bearer(key));
    let other = act(address, "POST", "/api/v1/keys", &anna.key, json!({ "label": "second" })).await.json();
    let status = async |key: &str| head(address, "POST", "/mcp", &with(key), list).await.status;
    assert_eq!(status(&bert.key).await, 404);
    assert_eq!(status(other["api_key"].as_str().unwrap()).await, 404);
    assert_ne!(status(&anna.key).await, 404);

    let refused = ask(address, "POST", "/mcp", MCP, INITIALIZE).await;
    let challenge = refused.header("www-authenticate").unwrap().to_owned();
    assert!(challenge.contains(&format!("http://{address}/.well-known/oauth-protected-resource/mcp")), "{challenge}");
    let metadata = ask(address, "GET", "/.well-known/oauth-protected-resource/mcp", "", "").await.json();
    assert_eq!(metadata["resource"], format!("http://{address}/mcp"));

    // With the key goes its stream.
    let mut stream = TcpStream::connect(address).await.unwrap();
    let listen = format!("GET /mcp HTTP/1.1\r\nHost: {address}\r\n{}\r\n", with(&anna.key));
    stream.write_all(listen.as_bytes()).await.unwrap();
    let mut seen = Vec::new();
    while !seen.windows(4).any(|end| end == b"\r\n\r\n") {
        stream.read_buf(&mut seen).await.unwrap();
    }
    assert!(seen.starts_with(b"HTTP/1.1 200"));
    let key =
        act(address, "GET", "/api/v1/me", &anna.key, Value::Null).await.json()["key"].as_str().unwrap().to_owned();
    act(address, "DELETE", &format!("/api/v1/keys/{key}"), &anna.key, Value::Null).await;
    let ended =
        async { while stream.read_buf(&mut seen).await.is_ok_and(|read| read > 0 && !seen.ends_with(b"0\r\n\r\n")) {} };
    tokio::time::timeout(Duration::from_secs(5), ended).await.expect("the stream of a revoked key goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_plain_and_paths_stay_inside() {
    let studio = Studio::start().await;
    let address = studio.address;
    for name in
        ["a%0d%0aX-Evil:%201", "a%00", "*", "a*", "..%2f..%2fetc", "%20", "", "%ff", "%E2%80%A8", "u_0123456789abcdef"]
    {
        let answer = act(address, "POST", &format!("/api/create_user?username={name}"), ADMIN, Value::Null).await;
        assert!(matches!(answer.status, 400 | 422), "{name}: {} {}", answer.status, answer.body);
        assert!(answer.header("x-evil").is_none() && is_fault(&answer), "{name}");
    }
    for name in ["a\r\nb", "a\u{0}", "wild*", "../x", " "] {
        let answer = act(address, "POST", "/api/v1/users", ADMIN, json!({ "name": name })).await;
        assert!(matches!(answer.status, 400 | 422), "{name:?}: {}", answer.status);
    }
    for path in [
        "/api/v1/users/../../../etc/passwd",
        "/api/v1/users/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/../accounts.db",
        "//accounts.db",
        "/.well-known/../accounts.db",
        "/api/v1/users/%00",
        "/api/v1/users/%ff",
    ] {
        let answer = act(address, "GET", path, ADMIN, Value::Null).await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.contains("SQLite") && !answer.body.contains("root:"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strange_names_and_pages_are_refused_everywhere() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    for (method, path, _) in operations(address).await {
        let path = path.replace(['{', '}'], "");
        let check = async |headers: String| {
            let answer = ask(address, &method, &path, &headers, "").await;
            assert_eq!(answer.status, 403, "{method} {path} {headers} {}", answer.body);
        };
        check(format!("Host: evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Host: localhost.evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Origin: https://evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Origin: null\r\n{}", bearer(&anna.key))).await;
    }
    let absolute = format!("GET http://evil.example/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    assert_eq!(raw(address, absolute.as_bytes()).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_bounded_and_must_be_what_they_claim() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let check = async |path: &str, body: &[u8], expected: u16| {
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
            bearer(&anna.key),
            body.len()
        )
        .into_bytes();
        request.extend(body);
        let answer = raw(address, &request).await;
        assert_eq!(answer.status, expected, "{}", answer.body);
        assert!(is_fault(&answer), "{}", answer.body);
    };
    let call = "/api/v1/instances/x/call";
    check("/api/v1/keys", &vec![b' '; 100 << 10], 413).await;
    check(call, b"[1]", 400).await;
    check(call, b"{\"operation\": NaN}", 400).await;
    check(call, b"{\"operation\": \"\xff\xfe\"}", 400).await;
    check(call, b"{\"operation\": \"a\\u0000\"}", 400).await;
    check(call, format!("{{\"operation\": {}{}}}", "[".repeat(5_000), "]".repeat(5_000)).as_bytes(), 400).await;
    check(call, b"{\"operation\": \"look\", \"operatoin\": 1}", 422).await;
    check(call, b"{\"operation\": 5}", 422).await;
    check(call, b"{}", 422).await;

    // The key comes before the body: nobody reads four gigabytes for a stranger, or for anybody.
    let announced = |key: &str| {
        format!(
            "POST {call} HTTP/1.1\r\nHost: {address}\r\n{}Content-Length: 4294967296\r\nConnection: close\r\n\r\n{{",
            bearer(key)
        )
    };
    assert_eq!(raw(address, announced("x").as_bytes()).await.status, 401);
    assert_eq!(raw(address, announced(&anna.key).as_bytes()).await.status, 413);
    let chunked = format!(
        "POST /api/v1/keys HTTP/1.1\r\nHost: {address}\r\n{}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{}0\r\n\r\n",
        bearer(&anna.key),
        format!("4000\r\n{}\r\n", " ".repeat(0x4000)).repeat(8)
    );
    assert_eq!(raw(address, chunked.as_bytes()).await.status, 413);
    let wide = format!("GET /health HTTP/1.1\r\nHost: {address}\r\nX-Wide: {}\r\n\r\n", "x".repeat(64 << 10));
    assert_eq!(raw(address, wide.as_bytes()).await.status, 431);
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_headers_end_the_connection() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[]).await;
    let began = Instant::now();
    let slow = async |first: &str| {
        let mut stream = TcpStream::connect(gateway.address).await.unwrap();
        stream.write_all(first.as_bytes()).await.unwrap();
        let mut answer = vec![0; 4_096];
        if !first.is_empty() {
            assert!(stream.read(&mut answer).await.unwrap() > 0);
        }
        // A byte now and then does not help.
        loop {
            let dripped = stream.write_all(b"G").await;
            let ended = tokio::time::timeout(Duration::from_millis(500), stream.read(&mut answer)).await;
            if dripped.is_err() || ended.is_ok_and(|read| read.is_err() || read.is_ok_and(|read| read == 0)) {
                return began.elapsed();
            }
            assert!(began.elapsed() < LONG, "the connection was kept");
        }
    };
    let whole = format!("GET /health HTTP/1.1\r\nHost: {}\r\n\r\n", gateway.address);
    let (at_first, later) = tokio::join!(slow(""), slow(&whole));
    for took in [at_first, later] {
        assert!(took > Duration::from_secs(4) && took < Duration::from_secs(8), "{took:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_who_say_nothing_take_few_places() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[("half_open", "4")]).await;
    let address = gateway.address;
    let began = Instant::now();
    // The next one is turned away at once, not after a time. On a busy machine the silent ones may be cut off before it
    // comes; then others take their places.
    let mut silent = Vec::new();
    while silent.is_empty() {
        for _ in 0..4 {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        if ask(address, "GET", "/health", "", "").await.status == 200 {
            assert!(began.elapsed() < LONG, "the places are never taken");
            silent.clear();
        }
    }
    let began = Instant::now();
    assert_eq!(ask(address, "GET", "/health", "", "").await.status, 0);
    assert!(began.elapsed() < Duration::from_secs(2));
    // Who has spoken is no stranger.
    silent[0].write_all(format!("GET /health HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = vec![0; 1_024];
    assert!(silent[0].read(&mut answer).await.unwrap() > 0);
    assert_eq!(ask(address, "GET", "/health", "", "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn floods_are_told_when_to_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[("api_rate", "5")]).await;
    let address = gateway.address;
    let mut limited = None;
    for _ in 0..20 {
        let answer = act(address, "GET", "/api/v1/users", ADMIN, Value::Null).await;
        if answer.status == 429 {
            limited = Some(answer);
        }
    }
    let limited = limited.expect("nobody was limited");
    assert!(limited.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(limited.json()["error_code"], "rate_limited");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_exchanged_for_a_key_of_hosts_once() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let code = act(address, "POST", "/api/v1/pair", &anna.key, json!({})).await.json();
    let redeem = async |code: &Value| {
        let body = json!({ "code": code, "label": "studio 3" }).to_string();
        ask(address, "POST", "/api/v1/pair/redeem", "", &body).await
    };
    let paired = redeem(&code["code"]).await;
    assert_eq!(paired.status, 200, "{}", paired.body);
    let key = paired.json()["api_key"].as_str().unwrap().to_owned();
    assert_eq!(head(address, "GET", "/v1/link", &format!("{}{UPGRADE}", bearer(&key)), "").await.status, 101);
    assert_eq!(act(address, "GET", "/api/v1/me", &key, Value::Null).await.status, 403);
    assert_eq!(redeem(&code["code"]).await.status, 401);
    let mut last = 0;
    for _ in 0..6 {
        last = redeem(&json!("AAAAAAAA")).await.status;
    }
    assert_eq!(last, 429);
    let records = act(address, "GET", "/api/v1/audit?operation=redeem_code", ADMIN, Value::Null).await.json();
    let records = records["records"].as_array().unwrap();
    assert_eq!((records.len(), &records[0]["user"]), (1, &json!(anna.id)));
    assert!(!records[0].to_string().contains(code["code"].as_str().unwrap()));
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_administrators_and_for_this_machine() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let here = ask(address, "GET", "/metrics", "", "").await;
    assert!(here.status == 200 && here.body.contains("scenewire_calls_total"), "{}", here.body);
    assert!(!here.body.contains(&anna.id) && !here.body.contains("anna"));
    assert_eq!(act(address, "GET", "/metrics", ADMIN, Value::Null).await.status, 200);
    assert_eq!(act(address, "GET", "/metrics", &anna.key, Value::Null).await.status, 403);
    // Through a proxy on this machine everybody would come from here.
    assert_eq!(ask(address, "GET", "/metrics", "X-Forwarded-For: 192.0.2.1\r\n", "").await.status, 401);
    let tools = act(address, "GET", "/tools", &anna.key, Value::Null).await.json();
    assert!(tools["tools"].as_array().unwrap().iter().any(|tool| tool["name"] == "execute_python"));
    assert_eq!(ask(address, "GET", "/ready", "", "").await.json(), json!({ "status": "ready" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_status_page_may_do_nothing_but_ask_this_gateway() {
    let studio = Studio::start().await;
    let address = studio.address;
    let page = ask(address, "GET", "/", "", "").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = page.header("content-security-policy").unwrap();
    for rule in [
        "default-src 'none'",
        "script-src 'sha256-",
        "style-src 'sha256-",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(rule), "{rule} is not in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    for (name, value) in
        [("x-frame-options", "deny"), ("referrer-policy", "no-referrer"), ("cache-control", "no-store")]
    {
        assert_eq!(page.header(name), Some(value), "{name}");
    }
    assert_eq!((page.header("set-cookie"), page.header("access-control-allow-origin")), (None, None));
    // What it sends is let in; the same from another page, or from another port of this machine, is not.
    let create = async |origin: &str, name: &str| {
        let headers = format!("Origin: {origin}\r\n{}", bearer(ADMIN));
        ask(address, "POST", "/api/v1/users", &headers, &json!({ "name": name }).to_string()).await.status
    };
    assert_eq!(create(&format!("http://{address}"), "anna").await, 200);
    assert_eq!(create("http://127.0.0.1:1", "ben").await, 403);
    assert_eq!(create("https://evil.example", "ben").await, 403);
    assert_eq!(ask(address, "GET", "/", "Host: evil.example\r\n", "").await.status, 403);
}
