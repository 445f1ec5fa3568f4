//! What each kind of key opens over HTTP, and that another tenant's things are as missing ones.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::gateway_rig::{ADMIN, Studio};
use crate::gateway_web::{INITIALIZE, MCP, UPGRADE, act, ask, bearer, filled, head, is_fault, operations};

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
async fn a_key_is_tied_to_instances_by_name_and_to_none_that_is_not_there() {
    let studio = Studio::start().await;
    let (address, anna, bert) = (studio.address, studio.user("anna").await, studio.user("bert").await);
    let host = studio.host(&bert, "Desk").await;
    let id = host.host.record().id;
    let share = json!({ "instance": id, "to_user": anna.id, "role": "viewer" });
    act(address, "POST", "/api/v1/shares", &bert.key, share).await;
    for user in [&bert, &anna] {
        for body in [json!({ "instances": ["desk"] }), json!({ "instances": [id], "default_instance": "Desk" })] {
            let mut body = body;
            body["label"] = json!("k");
            let made = act(address, "POST", "/api/v1/keys", &user.key, body).await.json();
            assert_eq!(made["key"]["instances"], json!([id]), "{made}");
            let key = made["api_key"].as_str().unwrap();
            let call = json!({ "operation": "get_selection" });
            let done = act(address, "POST", "/api/v1/instances/Desk/call", key, call).await;
            assert_eq!(done.status, 200, "{}", done.body);
        }
    }
    for body in [json!({ "label": "k", "instances": ["dekc"] }), json!({ "label": "k", "default_instance": "i_0" })] {
        let refused = act(address, "POST", "/api/v1/keys", &bert.key, body).await;
        assert_eq!((refused.status, &refused.json()["error_code"]), (404, &json!("not_found")));
    }
    // A rule of a name that no operation has would lock out its owner too.
    let path = format!("/api/v1/instances/{id}/allow");
    let refused = act(address, "PUT", &path, &bert.key, json!({ "operations": ["get_*", "get_selecton"] })).await;
    assert_eq!((refused.status, &refused.json()["suggestions"][0]), (422, &json!("get_selection")), "{}", refused.body);
    let allowed = act(address, "PUT", &path, &bert.key, json!({ "operations": ["get_*"] })).await;
    assert_eq!(allowed.status, 200, "{}", allowed.body);
}
