//! What hosts, clients and tenants may do wrong at a gateway, and what becomes of the others then.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use scenewire::backend::{Backend, Request};
use scenewire::wire::Code;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::double::LARGE;
use crate::gateway_rig::{Studio, key, share};
use crate::raw::{frame, greet, next, upgrade};
use crate::rig::{code, nodes, on, soon};

async fn denied(client: &impl Backend, request: Request) -> scenewire::wire::Fault {
    soon(client.call(request, None)).await.unwrap_err()
}

fn read() -> Request {
    crate::rig::request("get_selection", json!({}))
}

#[tokio::test]
async fn a_tenant_sees_and_reaches_nothing_of_another() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&bob);
    assert_eq!(client.instances().await.unwrap(), []);
    let id = host.host.record().id.clone();
    let mut words = Vec::new();
    for wanted in [id.as_str(), "i_0123456789abcdef", "blender"] {
        let fault = denied(&client, on(wanted, code("1"))).await;
        words.push((fault.error_code, fault.error_message.replace(wanted, "X"), fault.details, fault.suggestions));
    }
    assert_eq!(words[0], words[1]);
    assert_eq!(words[1], words[2]);
    assert_eq!(host.double.performed.load(Ordering::SeqCst), 0);
}

/// The same id under another user is another instance: nothing is taken over, and nobody notices.
#[tokio::test]
async fn a_host_cannot_claim_another_tenants_instance() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let of_ana = studio.host(&ana, "blender").await;
    let id = of_ana.host.record().id.clone();
    let of_bob = studio.host_with(&bob, "rig", Some(&id)).await;
    soon(studio.client(&ana).call(on(&id, nodes(&["ana"])), None)).await.unwrap();
    soon(studio.client(&bob).call(on(&id, nodes(&["bob"])), None)).await.unwrap();
    assert_eq!((of_ana.double.names(), of_bob.double.names()), (vec!["ana".to_owned()], vec!["bob".to_owned()]));
}

#[tokio::test]
async fn the_newest_process_of_an_instance_wins_and_the_older_stays_away() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let old = studio.host(&ana, "blender").await;
    let id = old.host.record().id.clone();
    let new = studio.host_with(&ana, "blender", Some(&id)).await;
    soon(async {
        while old.host.status()["gateway"]["state"] != "evicted" {
            tokio::task::yield_now().await;
        }
    })
    .await;
    soon(studio.client(&ana).call(nodes(&["a"]), None)).await.unwrap();
    assert_eq!((old.double.names().len(), new.double.names().len()), (0, 1));
}

#[tokio::test]
async fn keys_of_the_wrong_kind_are_refused_where_they_do_not_belong() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let (_, host_only) = key(&studio, &ana, json!({ "uses": ["host"] })).await;
    let (_, client_only) = key(&studio, &ana, json!({ "uses": ["client"] })).await;
    let at = studio.address.to_string();
    for (path, key, expected) in [
        ("/v1/client", &host_only.key, "403"),
        ("/v1/link", &client_only.key, "403"),
        ("/v1/client", &"sw_000000000000000000000000000000000000".to_owned(), "401"),
        ("/v1/link", &String::new(), "401"),
        ("/v1/link", &host_only.key, "101"),
        ("/v1/client", &client_only.key, "101"),
    ] {
        let (_, answer) = upgrade(&at, path, key, "").await;
        assert_eq!(answer.split(' ').nth(1), Some(expected), "{path}");
    }
    let (_, answer) = upgrade(&at, "/v1/client", &ana.key, "Origin: https://evil.example\r\n").await;
    assert_eq!(answer.split(' ').nth(1), Some("403"));
    let (status, _) = studio.ask("GET", "/api/list_blender_instances", &host_only.key, None).await;
    assert_eq!(status, 403);
}

#[tokio::test]
async fn a_revoked_key_cuts_what_it_opened() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let (id, doomed) = key(&studio, &ana, json!({})).await;
    let host = studio.host(&doomed, "blender").await;
    let client = studio.client(&doomed);
    soon(client.call(read(), None)).await.unwrap();
    let begun = Instant::now();
    let (status, _) = studio.ask("DELETE", &format!("/api/v1/keys/{id}"), &ana.key, None).await;
    assert_eq!(status, 200);
    soon(async {
        while host.host.status()["gateway"]["state"] != "refused" {
            tokio::task::yield_now().await;
        }
    })
    .await;
    // The first may have met the closing connection.
    let codes = [denied(&client, read()).await.error_code, denied(&client, read()).await.error_code];
    assert!(matches!(codes, [Code::Unauthorized | Code::OutcomeUnknown, Code::Unauthorized]), "{codes:?}");
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    // Nobody waits for a host that was sent away, and its owner is told why it is not there.
    let (_, listed) = studio.ask("GET", "/api/v1/instances", &ana.key, None).await;
    let row = &listed["instances"][0];
    assert!(row["status"] == "offline" && row["reason"].as_str().unwrap().contains("the key was revoked"), "{row}");
    let fault = denied(&studio.client(&ana), read()).await;
    assert_eq!(fault.error_code, Code::HostNotRunning);
    drop(host);
    let _again = studio.host(&ana, "blender").await;
}

#[tokio::test]
async fn the_same_key_runs_once_and_with_another_body_not_at_all() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    let keyed = |request: Request| Request { key: Some("k".to_owned()), ..request };
    let first = soon(client.call(keyed(nodes(&["a"])), None)).await.unwrap();
    let second = soon(client.call(keyed(nodes(&["a"])), None)).await.unwrap();
    assert_eq!((first.payload, host.double.names().len()), (second.payload, 1));
    assert_eq!(denied(&client, keyed(nodes(&["b"]))).await.error_code, Code::KeyReused);
}

/// The same key twice at a time, while the host is away with the first: nobody is told that nothing ran.
#[tokio::test]
async fn a_key_that_comes_again_while_its_outcome_is_unknown_is_not_said_to_have_not_run() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let path = format!("/api/v1/instances/{}/call", host.host.record().id);
    let wish = json!({ "operation": "execute_python", "arguments": { "code": "block" }, "key": "k" });
    let cut = async {
        host.double.blocked().await;
        // It runs, and from here on nobody hears of it.
        host.line.hold(true);
        host.line.cut();
    };
    let first = studio.ask("POST", &path, &ana.key, Some(wish.clone()));
    let second = async {
        cut.await;
        // Its wait is over before the first one's.
        tokio::time::sleep(Duration::from_secs(1)).await;
        studio.ask("POST", &path, &ana.key, Some(wish.clone())).await
    };
    let (first, second) = soon(async { tokio::join!(first, second) }).await;
    for (_, told) in [first, second] {
        assert_eq!(told["error_code"], "outcome_unknown", "{told}");
    }
    host.line.hold(false);
}

#[tokio::test]
async fn scopes_and_allowlists_hold_and_name_themselves_to_the_owner_only() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    let (id, reader) = key(&studio, &ana, json!({ "scopes": ["read"] })).await;
    let fault = denied(&studio.client(&reader), nodes(&["a"])).await;
    assert_eq!(fault.error_code, Code::PermissionDenied);
    assert!(fault.error_message.contains(&id) && fault.error_message.contains("`edit`"), "{}", fault.error_message);
    let (_, listed) = key(&studio, &ana, json!({ "operations": ["get_*"] })).await;
    soon(studio.client(&listed).call(read(), None)).await.unwrap();
    assert_eq!(denied(&studio.client(&listed), code("1")).await.error_code, Code::PermissionDenied);
    share(&studio, &ana, &host, &bob, "viewer").await;
    soon(studio.client(&bob).call(read(), None)).await.unwrap();
    let fault = denied(&studio.client(&bob), nodes(&["a"])).await;
    assert_eq!((fault.error_code, fault.error_message.as_str()), (Code::PermissionDenied, "not permitted"));
    assert!(host.double.names().is_empty());
}

#[tokio::test]
async fn a_key_with_an_instance_of_its_own_needs_a_scope_to_leave_it() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let own = studio.host(&ana, "own").await;
    let _other = studio.host(&ana, "other").await;
    let own_id = own.host.record().id.clone();
    let scopes = json!(["read", "edit"]);
    let (_, tied) = key(&studio, &ana, json!({ "default_instance": own_id, "scopes": scopes })).await;
    let client = studio.client(&tied);
    soon(client.call(on("own", nodes(&["a"])), None)).await.unwrap();
    assert_eq!(denied(&client, on("other", nodes(&["a"]))).await.error_code, Code::PermissionDenied);
    assert_eq!(denied(&studio.client(&ana), nodes(&["a"])).await.error_code, Code::InstanceRequired);
}

#[tokio::test]
async fn a_lease_names_its_holder_while_others_read() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    share(&studio, &ana, &host, &bob, "editor").await;
    let path = format!("/api/v1/instances/{}/lease", host.host.record().id);
    let (status, body) = studio.ask("PUT", &path, &bob.key, Some(json!({ "seconds": 60 }))).await;
    assert_eq!(status, 200, "{body}");
    let fault = denied(&studio.client(&ana), nodes(&["a"])).await;
    assert_eq!((fault.error_code, &fault.details["holder"]["user_name"]), (Code::Busy, &json!("bob")));
    soon(studio.client(&ana).call(read(), None)).await.unwrap();
    soon(studio.client(&bob).call(nodes(&["b"]), None)).await.unwrap();
    studio.ask("DELETE", &path, &ana.key, None).await;
    soon(studio.client(&ana).call(nodes(&["a"]), None)).await.unwrap();
}

#[tokio::test]
async fn a_flood_is_turned_away_and_hurts_its_own_key_only() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let (_host, _other) = (studio.host(&ana, "a").await, studio.host(&bob, "b").await);
    let (_, slow) = key(&studio, &ana, json!({ "rate": 5 })).await;
    let client = studio.client(&slow);
    for _ in 0..20 {
        if let Err(fault) = soon(client.call(read(), None)).await {
            assert_eq!(fault.error_code, Code::RateLimited);
            assert!(fault.details.contains_key("retry_after_s"));
        }
    }
    soon(studio.client(&bob).call(read(), None)).await.unwrap();
    soon(studio.client(&ana).call(read(), None)).await.unwrap();
}

#[tokio::test]
async fn a_client_that_does_not_read_is_let_go_and_loses_nothing() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    // A key of its own, so that no other connection is taken for this one: the rig's may still be closing.
    let (own, silent) = key(&studio, &ana, json!({})).await;
    let (mut stream, _) = upgrade(&studio.address.to_string(), "/v1/client", &silent.key, "").await;
    greet(&mut stream).await;
    let sessions = async || {
        let (_, listed) = studio.ask("GET", "/api/v1/sessions", &ana.key, None).await;
        listed["sessions"].as_array().unwrap().iter().filter(|session| session["key"] == own).count()
    };
    assert_eq!(sessions().await, 1);
    let (id, epoch) = (host.host.record().id.clone(), host.host.record().epoch.clone());
    for n in 0..2 {
        let call = json!({ "kind": "call", "id": n, "key": format!("k{n}"), "operation": "execute_python",
            "arguments": { "code": "large" }, "epoch": epoch, "instance": id });
        stream.write_all(&frame(1, call.to_string().as_bytes())).await.unwrap();
    }
    soon(async {
        while sessions().await > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await
        }
    })
    .await;
    let again = Request { key: Some("k1".to_owned()), ..on(&id, code("large")) };
    let reply = soon(studio.client(&ana).call(again, None)).await.unwrap();
    assert_eq!(reply.payload.attachments[0].data.len(), LARGE);
    assert_eq!(host.double.performed.load(Ordering::SeqCst), 2);
}

/// Nonsense on either WebSocket ends that connection, with a reason, and no other.
#[tokio::test]
async fn nonsense_ends_its_own_connection_only() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let _host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    let at = studio.address.to_string();
    let deep = format!(
        r#"{{"kind":"call","id":1,"key":"k","operation":"x","epoch":"","arguments":{}1{}}}"#,
        r#"{"a":"#.repeat(200),
        "}".repeat(200)
    );
    // A length of 4 GiB, before its bytes.
    let huge = [0x82, 0x80 | 127, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    let nonsense: [&[u8]; 6] = [
        &huge,
        &frame(1, deep.as_bytes()),
        &frame(1, br#"{"kind":"call","id":1,"key":"k","operation":"x","epoch":"","arguments":{"a":NaN}}"#),
        &frame(1, b"\xff\xfe"),
        &frame(1, b"{\"kind\":\"call\0\"}"),
        &frame(2, &[0xff; 8]),
    ];
    for bytes in nonsense {
        let (mut stream, _) = upgrade(&at, "/v1/client", &ana.key, "").await;
        assert_eq!(greet(&mut stream).await["kind"], "welcome");
        stream.write_all(bytes).await.unwrap();
        let last = soon(async {
            let mut rest = Vec::new();
            // A reset is an end too.
            let _ = stream.read_to_end(&mut rest).await;
            rest
        })
        .await;
        assert!(String::from_utf8_lossy(&last).contains("\"bye\""), "{:?}", String::from_utf8_lossy(&last));
        soon(client.call(read(), None)).await.unwrap();
    }
}

#[tokio::test]
async fn a_host_that_says_nothing_or_nonsense_is_not_linked() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let at = studio.address.to_string();
    let (mut silent, _) = upgrade(&at, "/v1/link", &ana.key, "").await;
    assert_eq!(next(&mut silent).await["kind"], "hello");
    let welcome = |id: &str| {
        json!({ "kind": "welcome", "protocol": 1, "epoch": "e", "revision": 0, "instance": { "id": id, "name": "x", "status": "online", "pid": 1, "scenewire_version": "0" },
            "limits": { "envelope": 1, "message": 1, "chunk": 1, "window": 1 } })
    };
    for id in ["", "../../etc", "a\r\nb", "*"] {
        let (mut stream, _) = upgrade(&at, "/v1/link", &ana.key, "").await;
        assert_eq!(next(&mut stream).await["kind"], "hello");
        stream.write_all(&frame(1, welcome(id).to_string().as_bytes())).await.unwrap();
        assert_eq!(next(&mut stream).await["kind"], "bye", "{id:?}");
    }
    assert_eq!(studio.client(&ana).instances().await.unwrap(), []);
    let mut rest = Vec::new();
    let begun = Instant::now();
    let _ = tokio::time::timeout(Duration::from_secs(8), silent.read_to_end(&mut rest)).await.expect("dropped in time");
    assert!(begun.elapsed() < Duration::from_secs(7));
}

/// Whoever has a key may say hello, and nothing that fills the memory before.
#[tokio::test]
async fn a_hello_is_short_and_what_follows_may_be_long() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let at = studio.address.to_string();
    let hello = |letters: usize| {
        let client = json!({ "name": "t".repeat(letters), "version": "1" });
        frame(1, json!({ "kind": "hello", "protocol": [1, 1], "client": client }).to_string().as_bytes())
    };
    for (letters, expected) in [(60 << 10, "welcome"), (200 << 10, "bye")] {
        let (mut stream, _) = upgrade(&at, "/v1/client", &ana.key, "").await;
        stream.write_all(&hello(letters)).await.unwrap();
        assert_eq!(next(&mut stream).await["kind"], expected, "{letters}");
    }
    let (mut stream, _) = upgrade(&at, "/v1/client", &ana.key, "").await;
    greet(&mut stream).await;
    let items = json!([{ "name": "a", "metadata": { "note": "x".repeat(200 << 10) } }]);
    let call = json!({ "kind": "call", "id": 1, "key": "k", "operation": "create_nodes", "arguments": { "items": items },
        "epoch": host.host.record().epoch, "instance": host.host.record().id });
    stream.write_all(&frame(1, call.to_string().as_bytes())).await.unwrap();
    assert_eq!(next(&mut stream).await["ok"], true);
}

/// What an old run of a host still says is not taken for the answer of the new one.
#[tokio::test]
async fn a_client_bound_to_an_old_run_is_told() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let at = studio.address.to_string();
    let (mut stream, _) = upgrade(&at, "/v1/client", &ana.key, "").await;
    greet(&mut stream).await;
    for (id, resend, expected) in [(1, false, "instance_restarted"), (2, true, "outcome_unknown")] {
        let call = json!({ "kind": "call", "id": id, "key": format!("k{id}"), "operation": "get_selection", "arguments": {},
            "epoch": "an earlier one", "instance": host.host.record().id, "resend": resend });
        stream.write_all(&frame(1, call.to_string().as_bytes())).await.unwrap();
        assert_eq!(next(&mut stream).await["error"]["error_code"], expected);
    }
    assert_eq!(host.double.performed.load(Ordering::SeqCst), 0);
}
