//! What stands in the audit of a gateway: every call, once, for whom it concerns, and nothing of any scene.

use std::collections::BTreeMap;

use scenewire::backend::Backend;
use serde_json::json;

use crate::gateway_rig::{ADMIN, Studio, User, key, share};
use crate::rig::{code, nodes, on, request, soon};

/// The sum of what the records of a key stand for, by outcome, and how many records there are.
async fn recorded(studio: &Studio, key: &str) -> (BTreeMap<String, u64>, usize) {
    let (status, found) = studio.ask("GET", &format!("/api/v1/audit?key={key}&limit=1000"), ADMIN, None).await;
    assert_eq!(status, 200, "{found}");
    let records = found["records"].as_array().unwrap();
    let mut sums = BTreeMap::new();
    for record in records {
        *sums.entry(record["outcome"].as_str().unwrap().to_owned()).or_default() += record["calls"].as_u64().unwrap();
    }
    (sums, records.len())
}

/// Refused calls share lines of the audit, and the lines add up to the calls: nothing is left out, nothing twice.
#[tokio::test]
async fn the_lines_of_a_flood_add_up_to_its_calls() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let _host = studio.host(&ana, "a").await;
    let (id, slow) = key(&studio, &ana, json!({ "rate": 5 })).await;
    let client = studio.client(&slow);
    let mut told = BTreeMap::<String, u64>::new();
    for n in 0..60 {
        let request = match n % 3 {
            0 => request("get_selection", json!({})),
            1 => nodes(&["a"]),
            _ => request("no_such_operation", json!({})),
        };
        let outcome = soon(client.call(request, None)).await;
        let name = outcome.map_or_else(|fault| fault.error_code.name(), |_| "ok");
        *told.entry(name.to_owned()).or_default() += 1;
    }
    assert!(told["rate_limited"] > 30, "{told:?}");
    // An orderly end leaves nothing uncounted.
    studio.restart().await;
    let (recorded, lines) = recorded(&studio, &id).await;
    assert_eq!(recorded, told);
    assert!(lines < 40, "{lines} lines for one flood");
    let (_, found) = studio.ask("GET", &format!("/api/v1/audit?key={id}&outcome=rate_limited"), ADMIN, None).await;
    let record = &found["records"][0];
    assert_eq!(record["operation"], "(several)");
    assert!(record["detail"].as_str().unwrap().contains("create_nodes × "), "{record}");
}

/// What somebody else did on one's instance is one's business, and nobody else's.
#[tokio::test]
async fn the_owner_finds_what_others_did_on_a_shared_instance() {
    let studio = Studio::start().await;
    let (ana, bob, cem) = (studio.user("ana").await, studio.user("bob").await, studio.user("cem").await);
    let (host, _own) = (studio.host(&ana, "blender").await, studio.host(&bob, "own").await);
    share(&studio, &ana, &host, &bob, "editor").await;
    let client = studio.client(&bob);
    soon(client.call(on("blender", nodes(&["a"])), None)).await.unwrap();
    soon(client.call(on("own", nodes(&["b"])), None)).await.unwrap();
    let path = format!("/api/v1/instances/{}/lease", host.host.record().id);
    let (status, body) = studio.ask("PUT", &path, &bob.key, Some(json!({ "seconds": 60 }))).await;
    assert_eq!(status, 200, "{body}");
    let found = async |user: &User, more: &str| {
        let (status, found) = studio.ask("GET", &format!("/api/v1/audit?{more}"), &user.key, None).await;
        assert_eq!(status, 200, "{found}");
        let records = found["records"].as_array().unwrap().clone();
        let mut rows: Vec<_> = records
            .iter()
            .filter(|record| record["user"] == bob.id.as_str())
            .map(|record| (record["operation"].as_str().unwrap().to_owned(), record["owner"].clone()))
            .collect();
        rows.reverse();
        rows
    };
    let row = |operation: &str, owner: &str| (operation.to_owned(), json!(owner));
    let shared = vec![row("create_nodes", &ana.id), row("take_lease", &ana.id)];
    assert_eq!(found(&ana, "").await, shared);
    assert_eq!(found(&ana, &format!("instance={}", host.host.record().id)).await, shared);
    assert_eq!(found(&bob, "operation=create_*").await, [row("create_nodes", &ana.id), row("create_nodes", "")]);
    assert_eq!(found(&cem, "").await, []);
}

#[tokio::test]
async fn every_call_is_in_the_audit_and_nothing_of_the_scene() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let _host = studio.host(&ana, "blender").await;
    soon(studio.client(&ana).call(code("'a secret of the scene'"), None)).await.unwrap();
    let (status, found) = studio.ask("GET", "/api/v1/audit?operation=execute_python", ADMIN, None).await;
    assert_eq!((status, found["records"].as_array().map(Vec::len)), (200, Some(1)), "{found}");
    let (status, verified) = studio.ask("GET", "/api/v1/audit/verify", ADMIN, None).await;
    assert_eq!(status, 200, "{verified}");
    studio.restart().await;
    assert!(!studio.on_disk(b"a secret of the scene"));
    assert!(studio.on_disk(b"execute_python"), "or the search finds nothing at all");
}
