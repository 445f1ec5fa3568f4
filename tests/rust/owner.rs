//! What the owner sees of a running host and does to it: who is there, what was done, rules, name, cancelling, undoing.

use std::time::Duration;

use scenewire::host::{Folders, Host, HostConfig, live};
use scenewire::wire::Code;
use serde_json::{Map, Value, json};

use crate::double::Double;
use crate::rig::{Rig, call, code, nodes, request, soon};

fn changes(changes: Value) -> Map<String, Value> {
    changes.as_object().cloned().unwrap()
}

async fn until(rig: &Rig, good: impl Fn(&Value) -> bool) -> Value {
    soon(async {
        loop {
            let status = rig.host.status();
            if good(&status) {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await
}

#[tokio::test]
async fn the_status_tells_who_is_there_and_what_they_did() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, nodes(&["a"])).await.unwrap();
    call(&link, nodes(&["bad"])).await.unwrap_err();
    call(&link, request("crete_nodes", json!({}))).await.unwrap_err();
    let status = rig.host.status();
    assert_eq!((&status["mode"], &status["gateway"]), (&json!("local"), &Value::Null));
    let client = &status["clients"][0];
    assert_eq!(
        (&client["program"], &client["way"], &client["calls"]),
        (&json!("scenewire"), &json!("local"), &json!(2))
    );
    let history: Vec<_> = status["history"].as_array().unwrap().iter().collect();
    let seen: Vec<_> = history.iter().map(|entry| (entry["operation"].as_str(), entry["outcome"].as_str())).collect();
    let expected = [("crete_nodes", "unknown_operation"), ("create_nodes", "handler_error"), ("create_nodes", "ok")];
    assert_eq!(seen, expected.map(|(operation, outcome)| (Some(operation), Some(outcome))));
    assert_eq!(history[1]["message"], "the host refused `bad`");
    assert!(history[2]["seconds"].as_f64() > Some(0.0) && !history[2]["key"].as_str().unwrap().is_empty());
    drop(link);
    until(&rig, |status| status["clients"] == json!([])).await;
}

#[tokio::test]
async fn what_others_do_is_the_owner_s_to_see_only() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, nodes(&["a"])).await.unwrap();
    let told = call(&link, request("get_status", json!({}))).await.unwrap().payload.json;
    for secret in ["history", "approvals", "clients", "policy"] {
        assert!(told.get(secret).is_none() && rig.host.status().get(secret).is_some(), "{secret}");
    }
}

#[tokio::test]
async fn rules_change_while_it_runs_whole_or_not_at_all() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, nodes(&["a"])).await.unwrap();
    rig.host.configure(changes(json!({ "read_only": true }))).unwrap();
    assert_eq!(call(&link, nodes(&["b"])).await.unwrap_err().error_code, Code::PermissionDenied);
    let before = rig.host.status();
    for bad in [
        json!({ "read_only": false, "allow_python": 1 }),
        json!({ "read_only": false, "name": "" }),
        json!({ "read_only": false, "color": 1 }),
    ] {
        let fault = rig.host.configure(changes(bad.clone())).unwrap_err();
        assert_eq!(fault.error_code, Code::InvalidParams, "{bad}");
        let after = rig.host.status();
        assert_eq!((&after["policy"], &after["instance"]), (&before["policy"], &before["instance"]), "{bad}");
    }
    rig.host.configure(changes(json!({ "read_only": false, "ask_deletes_over": 3 }))).unwrap();
    call(&link, nodes(&["b"])).await.unwrap();
    assert_eq!(rig.host.status()["policy"]["ask_deletes_over"], 3);
}

#[tokio::test]
async fn a_host_that_is_renamed_stays_the_same() {
    let home = tempfile::tempdir().unwrap();
    let folders = || Folders::below(home.path().to_path_buf());
    let named = |name: &str| {
        let name = name.to_owned();
        Rig::with(|config| (config.folders, config.name) = (folders(), Some(name)))
    };
    let (one, other) = (named("one"), named("other"));
    let id = one.host.record().id;
    one.host.configure(changes(json!({ "name": "studio" }))).unwrap();
    let found =
        |name: &str| live(&folders().runtime).into_iter().find(|record| record.name == name).map(|record| record.id);
    assert_eq!((found("studio"), found("one")), (Some(id.clone()), None));
    assert_eq!(one.host.status()["instance"]["name"], "studio");
    other.host.configure(changes(json!({ "name": "studio" }))).unwrap();
    assert_eq!(other.host.record().name, "studio-2");
    drop((one, other));
    assert!(live(&folders().runtime).is_empty(), "a renamed host leaves no record");
    assert_eq!(named("studio").host.record().id, id, "the id goes with the name");
    assert_ne!(named("one").host.record().id, id);
}

#[tokio::test]
async fn the_owner_cancels_what_runs_and_what_waits() {
    let rig = Rig::new();
    let link = rig.link().await;
    assert!(!rig.host.cancel(None) && !rig.host.cancel(Some("nobody's")));
    let begin = |text: &'static str| {
        let link = link.clone();
        tokio::spawn(async move { link.call(code(text), None).await })
    };
    let running = begin("block");
    let status = until(&rig, |status| status["running"].is_object()).await;
    assert!(status["running"]["key"].is_string() && status["running"]["client"] == "scenewire", "{status}");
    let waiting = tokio::spawn({
        let link = link.clone();
        let keyed = scenewire::backend::Request { key: Some("queued".to_owned()), ..nodes(&["a"]) };
        async move { link.call(keyed, None).await }
    });
    until(&rig, |status| status["queue"] == 1).await;
    assert!(rig.host.cancel(Some("queued")) && rig.host.cancel(None));
    for ended in [waiting, running] {
        let fault = soon(ended).await.unwrap().unwrap_err();
        assert_eq!(fault.error_code, Code::Cancelled);
        assert!(fault.error_message.contains("the owner of this host cancelled"), "{fault}");
    }
    assert!(rig.double.names().is_empty());
}

#[tokio::test]
async fn the_agent_s_last_step_is_undone_on_the_main_thread_only() {
    let rig = Rig::new();
    call(&rig.link().await, nodes(&["a"])).await.unwrap();
    let elsewhere = rig.host.undo_last().unwrap_err();
    assert_eq!(elsewhere.error_code, Code::Conflict, "the pump has the main thread");
    let rig = Rig::idle(|_| {});
    assert_eq!(rig.host.undo_last().unwrap(), "Create nodes");
    assert!(rig.double.log.lock().contains(&"undo_last".to_owned()));
}

#[tokio::test]
async fn ten_starts_leave_nothing_behind() {
    let home = tempfile::tempdir().unwrap();
    let folders = || Folders::below(home.path().to_path_buf());
    let mut ids = Vec::new();
    for _ in 0..10 {
        let rig = Rig::with(|config| config.folders = folders());
        let address = rig.host.url().trim_start_matches("ws://").split('/').next().unwrap().to_owned();
        ids.push(rig.host.record().id);
        call(&rig.link().await, nodes(&["a"])).await.unwrap();
        drop(rig);
        assert!(live(&folders().runtime).is_empty());
        assert!(std::net::TcpStream::connect(&address).is_err(), "somebody still listens");
    }
    ids.dedup();
    assert_eq!(ids.len(), 1, "the same host every time");
}

#[tokio::test]
async fn a_taken_port_is_told_with_who_has_it() {
    let home = tempfile::tempdir().unwrap();
    let folders = || Folders::below(home.path().to_path_buf());
    let start = |port: u16| Host::start(HostConfig { port, ..HostConfig::new(folders()) }, Double::new());
    let refused = |port: u16| start(port).err().map(|fault| fault.error_message).unwrap();
    let rig = Rig::with(|config| config.folders = folders());
    let port = |url: &str| url.rsplit(':').next().unwrap().split('/').next().unwrap().parse().unwrap();
    let told = refused(port(&rig.host.url()));
    assert!(told.contains("the scenewire host `double` (process"), "{told}");
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let told = refused(other.local_addr().unwrap().port());
    assert!(!cfg!(target_os = "linux") || told.contains(&format!("(process {})", std::process::id())), "{told}");
    assert_eq!(live(&folders().runtime).len(), 1, "who does not start leaves no record");
}
