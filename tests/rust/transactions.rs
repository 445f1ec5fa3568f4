//! All of a change happens, or nothing of it.

use std::sync::atomic::Ordering;

use scenewire::backend::Request;
use scenewire::wire::Code;
use serde_json::json;

use crate::rig::{Rig, call, code, nodes, request};

#[tokio::test]
async fn a_failure_in_the_middle_leaves_the_scene_as_it_was() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, nodes(&["first"])).await.unwrap();
    let fault = call(&link, nodes(&["second", "bad", "third"])).await.unwrap_err();
    assert_eq!(fault.error_code, Code::HandlerError);
    assert_eq!(rig.double.names(), ["first"]);
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
}

#[tokio::test]
async fn on_error_continue_keeps_the_good_items() {
    let rig = Rig::new();
    let link = rig.link().await;
    let mut several = nodes(&["a", "bad", "c"]);
    several.arguments.json["on_error"] = json!("continue");
    let reply = call(&link, several).await.unwrap();
    assert_eq!(rig.double.names(), ["a", "c"]);
    let value = reply.payload.json;
    assert_eq!(value["ids"].as_array().unwrap().len(), 2);
    assert_eq!(value["items"][1]["name"], "c");
    assert_eq!(value["errors"][0]["index"], 1);
    assert_eq!(value["errors"][0]["error"]["error_code"], "handler_error");
}

#[tokio::test]
async fn an_older_revision_is_a_conflict() {
    let rig = Rig::new();
    let link = rig.link().await;
    let seen = call(&link, nodes(&["a"])).await.unwrap().revision;
    rig.double.revision.fetch_add(1, Ordering::SeqCst);
    let stale = Request { if_revision: Some(seen), ..nodes(&["b"]) };
    let fault = call(&link, stale).await.unwrap_err();
    assert_eq!(fault.error_code, Code::Conflict);
    assert_eq!(rig.double.names(), ["a"]);
    let fresh = Request { if_revision: Some(seen + 1), ..nodes(&["b"]) };
    assert!(call(&link, fresh).await.is_ok());
}

#[tokio::test]
async fn a_roll_back_that_fails_is_told() {
    let rig = Rig::new();
    rig.double.broken_undo.store(true, Ordering::SeqCst);
    let fault = call(&rig.link().await, nodes(&["bad"])).await.unwrap_err();
    assert_eq!(fault.details["roll_back_failed"], "undo failed");
}

#[tokio::test]
async fn a_panic_ends_the_call_and_not_the_host() {
    let rig = Rig::new();
    let link = rig.link().await;
    let fault = call(&link, code("panic")).await.unwrap_err();
    assert_eq!(fault.error_code, Code::Internal);
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
    assert!(call(&link, code("1")).await.is_ok());
}

#[tokio::test]
async fn session_operations_open_no_transaction() {
    let rig = Rig::new();
    call(&rig.link().await, request("undo", json!({}))).await.unwrap();
    assert_eq!(*rig.double.log.lock(), ["perform undo"]);
}

#[tokio::test]
async fn the_instance_is_seen_as_it_is_after_a_change() {
    let rig = Rig::new();
    call(&rig.link().await, nodes(&["a", "b"])).await.unwrap();
    assert_eq!(rig.link().await.instance().host.scene, "2 nodes");
}

#[tokio::test]
async fn what_the_owner_does_not_allow_never_runs() {
    let rig = Rig::with(|config| config.rules.allow_python = false);
    let link = rig.link().await;
    assert_eq!(call(&link, code("1")).await.unwrap_err().error_code, Code::PermissionDenied);
    assert_eq!(call(&link, request("render", json!({}))).await.unwrap_err().error_code, Code::NotSupported);
    let rig = Rig::with(|config| config.rules.read_only = true);
    assert_eq!(call(&rig.link().await, nodes(&["a"])).await.unwrap_err().error_code, Code::PermissionDenied);
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn files_stay_inside_the_roots() {
    let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(inside.path().join("scene.blend"), "").unwrap();
    std::fs::write(outside.path().join("secret.blend"), "").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.blend"), inside.path().join("link.blend")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("new.blend"), inside.path().join("dangling.blend")).unwrap();
    let rig = Rig::with(|config| config.rules.roots = vec![inside.path().to_path_buf()]);
    let link = rig.link().await;
    let up = format!("{}/../{}/secret.blend", inside.path().display(), outside.path().file_name().unwrap().display());
    let check = async |operation: &str, path: String| {
        call(&link, request(operation, json!({ "path": path })))
            .await
            .map_err(|fault| (fault.error_code, fault.suggestions))
    };
    let within = |name: &str| inside.path().join(name).display().to_string();
    assert!(check("open_file", within("scene.blend")).await.is_ok());
    assert!(check("save_file", within("new.blend")).await.is_ok());
    for (operation, path) in [
        ("open_file", up.clone()),
        ("open_file", within("link.blend")),
        ("save_file", within("link.blend")),
        ("save_file", up),
        ("open_file", outside.path().join("missing.blend").display().to_string()),
    ] {
        assert_eq!(check(operation, path.clone()).await.unwrap_err().0, Code::PermissionDenied, "{operation} {path}");
    }
    assert!(check("save_file", within("dangling.blend")).await.is_err());
    let (missing, near) = check("open_file", within("scen.blend")).await.unwrap_err();
    assert_eq!(missing, Code::FileNotFound);
    assert_eq!(std::path::Path::new(&near[0]).file_name().unwrap(), "scene.blend");
}
