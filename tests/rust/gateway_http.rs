//! The gateway's HTTP surface over real sockets: the seed's sequence, the described routes, codes, figures, the page.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::gateway_rig::{ADMIN, Studio};
use crate::gateway_web::{UPGRADE, act, ask, bearer, head, is_fault, operations};

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
