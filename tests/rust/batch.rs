//! Many operations as one call: all of them or nothing, in slices, and refused before anything runs where that can be.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Link, Progress, Reply, Request};
use scenewire::host::Answer;
use scenewire::wire::{Attachment, Code, Dtype, Fault, Payload};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::rig::{BUDGET, Rig, call, code, nodes, request, soon};

fn batch(steps: Value) -> Request {
    request("batch", json!({ "operations": steps }))
}

fn with(mut request: Request, name: &str, value: Value) -> Request {
    request.arguments.json[name] = value;
    request
}

fn create(name: &str) -> Value {
    json!({ "operation": "create_nodes", "arguments": { "items": [{ "name": name }] } })
}

fn python(code: &str) -> Value {
    json!({ "operation": "execute_python", "arguments": { "code": code } })
}

fn start(link: &Link, request: Request) -> JoinHandle<Result<Reply, Fault>> {
    let link = link.clone();
    tokio::spawn(async move { link.call(request, None).await })
}

async fn logged(rig: &Rig, word: &str) {
    soon(async {
        while !rig.double.log.lock().iter().any(|said| said == word) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

/// A host that lets go of an open transaction.
fn yielding() -> Rig {
    let rig = Rig::new();
    rig.double.yields.store(true, Ordering::SeqCst);
    rig
}

#[tokio::test]
async fn steps_refer_to_earlier_results_and_are_one_transaction() {
    let rig = Rig::new();
    let steps = json!([
        { "operation": "create_nodes", "name": "arm", "arguments": { "items": [{ "name": "a" }, { "name": "$$b" }] } },
        { "operation": "create_nodes", "arguments": { "items": [{ "name": "$arm.items[0].name", "parent_id": "$0.ids[1]" }] } },
        { "operation": "delete_nodes", "arguments": { "ids": "$arm.ids" } },
    ]);
    let value = call(&rig.link().await, batch(steps)).await.unwrap().payload.json;
    assert_eq!(rig.double.names(), ["a"], "the copy of the name is left of three");
    assert_eq!((&value["completed"], value["results"].as_array().unwrap().len()), (&json!(3), 3));
    assert_eq!(value["results"][0]["name"], "arm");
    assert_eq!(value["results"][0]["result"]["items"][1]["name"], "$b");
    assert_eq!(value["results"][2]["result"]["ids"], value["results"][0]["result"]["ids"]);
    let expected = ["begin", "perform create_nodes", "perform create_nodes", "perform delete_nodes", "commit"];
    assert_eq!(*rig.double.log.lock(), expected);
}

#[tokio::test]
async fn arrays_of_a_step_are_referred_to_without_becoming_json() {
    let rig = Rig::new();
    let data: Vec<u8> =
        [0.0_f32, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0].iter().flat_map(|n| n.to_le_bytes()).collect();
    let mut given = Payload::default();
    let vertices =
        given.attach(Attachment { dtype: Dtype::F4, shape: vec![3, 3], media: None, data: data.clone().into() });
    given.json = json!({ "operations": [
        { "operation": "create_nodes", "arguments": { "items": [{}] } },
        { "operation": "create_meshes", "arguments": { "items": [{ "vertices": vertices }] } },
        { "operation": "execute_python", "name": "p", "arguments": { "code": "1", "variables": { "of": "$1.items" } } },
    ] });
    let reply = call(&rig.link().await, Request { arguments: given, ..batch(json!([])) }).await.unwrap();
    assert_eq!(reply.payload.json["results"][1]["result"]["items"][0]["bytes"], 36);
    let number = reply.payload.json["results"][1]["result"]["items"][0]["vertices"]["$attachment"].as_u64().unwrap();
    assert_eq!(reply.payload.attachments[number as usize].data, data);
}

#[tokio::test]
async fn a_failed_step_is_named_and_nothing_remains() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, nodes(&["before"])).await.unwrap();
    let fault = call(&link, batch(json!([create("a"), create("bad"), create("c")]))).await.unwrap_err();
    assert_eq!(fault.error_code, Code::HandlerError);
    assert!(fault.error_message.starts_with("step 1 (`create_nodes`): "), "{fault}");
    assert_eq!((&fault.details["step"]["index"], &fault.details["completed_steps"]), (&json!(1), &json!(1)));
    assert_eq!(rig.double.names(), ["before"]);
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
}

#[tokio::test]
async fn steps_that_fail_are_told_beside_those_that_are_kept() {
    let rig = Rig::new();
    let mut steps = json!([create("a"), create("bad"), create("c"), create("d")]);
    steps[3]["arguments"]["items"][0]["parent_id"] = json!("$1.ids[0]");
    let going_on = with(batch(steps), "on_error", json!("continue"));
    let value = call(&rig.link().await, going_on).await.unwrap().payload.json;
    assert_eq!(rig.double.names(), ["a", "c"]);
    assert_eq!((&value["completed"], &value["failed"]), (&json!(2), &json!(2)));
    assert_eq!(value["results"][1]["error"]["error_code"], "handler_error");
    assert!(value["results"][3]["error"]["error_message"].as_str().unwrap().contains("refers to step 1, which failed"));
    assert_eq!(rig.double.log.lock().iter().filter(|word| *word == "commit").count(), 2);
}

/// What is refused before anything runs: the code, and what the fault says or suggests.
async fn refused(rig: &Rig, request: Request, expected: Code, part: &str) {
    let fault = call(&rig.link().await, request).await.unwrap_err();
    let said = format!("{} {:?} {:?}", fault.error_message, fault.details, fault.suggestions);
    assert_eq!(fault.error_code, expected, "{said}");
    assert!(said.contains(part), "`{part}` is not in: {said}");
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0, "{part}");
}

/// A step of this name, whose node is below what another step made.
fn below(name: &str, parent: &str) -> Value {
    let mut step = create(name);
    step["name"] = json!(name);
    step["arguments"]["items"][0]["parent_id"] = json!(parent);
    step
}

#[tokio::test]
async fn references_to_what_cannot_be_are_refused_before_anything_runs() {
    let rig = Rig::new();
    let second = |name: &str, value: Value| {
        let mut step = create("b");
        step["arguments"]["items"][0][name] = value;
        let mut first = create("a");
        first["name"] = json!("arm");
        batch(json!([first, step, create("c")]))
    };
    let parent = |text: &str| second("parent_id", json!(text));
    for (request, part) in [
        (parent("$2.ids[0]"), "a later one"),
        (parent("$1.ids[0]"), "itself"),
        (parent("$9.ids[0]"), "not there"),
        (parent("$arms.ids[0]"), "the step `arm`"),
        (parent("$0.ids[1]"), "one of the 1 that the step gives"),
        (parent("$0.idz[0]"), "use `ids`"),
        (parent("$0.ids"), "which leads to a list"),
        (parent("$0.items[0].position"), "which leads to"),
        (parent("$0.items[0].nam"), "use `name`"),
        (parent("$arm."), "write `$$arm.`"),
        (parent("$"), "write `$$`"),
        (second("position", json!("$0.ids[0]")), "operations[1].arguments.items[0].position"),
        (second("visible", json!("$0.items[0].name")), "true or false"),
        (batch(json!([python("1"), python("$0.value")])), "code as it is"),
        // Round in a circle: the first of them cannot be reckoned.
        (batch(json!([below("a", "$b.ids[0]"), below("b", "$a.ids[0]")])), "a later one"),
        (batch(json!([below("a", "$c.ids[0]"), below("b", "$a.ids[0]"), below("c", "$b.ids[0]")])), "step 0"),
    ] {
        refused(&rig, request, Code::InvalidParams, part).await;
    }
}

#[tokio::test]
async fn what_has_no_place_in_a_batch_is_refused_with_the_reason() {
    let rig = Rig::new();
    for (operation, part) in [
        ("batch", "holds no other batch"),
        ("undo", "very steps"),
        ("redo", "very steps"),
        ("open_file", "exchanges the file"),
        ("new_file", "exchanges the file"),
        ("save_file", "cannot be taken back"),
        ("get_status", "call it alone"),
    ] {
        let steps = json!([create("a"), { "operation": operation }]);
        refused(&rig, batch(steps), Code::NotSupported, part).await;
    }
    let named = |name: &str| json!({ "operation": "get_selection", "name": name });
    let half = json!({ "operation": "create_nodes", "arguments": { "items": [{}], "on_error": "continue" } });
    for (request, part) in [
        (batch(json!([])), "at least one step"),
        (batch(Value::Array(vec![create("a"); 10_001])), "at most 10000 steps"),
        (batch(json!([named("a"), named("a")])), "no other step has"),
        (batch(json!([named("2nd")])), "no digit first"),
        (batch(json!([half])), "whole or not at all"),
        (
            batch(json!([create("a"), { "operation": "create_nodes", "arguments": { "items": 7 } }])),
            "operations[1].arguments.items",
        ),
    ] {
        refused(&rig, request, Code::InvalidParams, part).await;
    }
    refused(&rig, batch(json!([{ "operation": "creat_nodes" }])), Code::UnknownOperation, "create_nodes").await;
    let two = batch(json!([{ "operation": "creat_nodes" }, { "operation": "save_file" }]));
    refused(&rig, two, Code::UnknownOperation, "wrong_steps").await;
}

#[tokio::test]
async fn what_the_owner_does_not_allow_is_refused_in_a_batch_too() {
    let rig = Rig::with(|config| config.rules.allow_python = false);
    refused(&rig, batch(json!([create("a"), python("1")])), Code::PermissionDenied, "step 1").await;
    let rig = Rig::with(|config| config.rules.read_only = true);
    refused(&rig, batch(json!([create("a")])), Code::PermissionDenied, "read only").await;
    let read = json!([{ "operation": "get_selection" }]);
    assert_eq!(call(&rig.link().await, batch(read)).await.unwrap().payload.json["completed"], 1);
    let rig = Rig::new();
    let outside = json!({ "operation": "create_textures", "arguments": { "items": [{ "path": "/etc/hostname" }] } });
    refused(&rig, batch(json!([create("a"), outside])), Code::PermissionDenied, "outside the folders").await;
}

#[tokio::test]
async fn the_owner_is_asked_once_for_all_that_is_in_it() {
    let rig = Rig::with(|config| {
        config.rules.ask_python = true;
        config.rules.ask_deletes_over = Some(2);
    });
    let link = rig.link().await;
    let delete = |ids: Value| json!({ "operation": "delete_nodes", "arguments": { "ids": ids } });
    let steps = json!([delete(json!(["a", "b"])), python("rm()"), delete(json!(["c"]))]);
    let waiting = start(&link, batch(steps));
    let asked = soon(async {
        loop {
            let asked = rig.host.status()["approvals"].as_array().cloned().unwrap();
            match asked.first() {
                Some(first) => break first.clone(),
                None => tokio::time::sleep(Duration::from_millis(2)).await,
            }
        }
    })
    .await;
    let said = asked.to_string();
    assert!(said.contains("runs Python") && said.contains("deletes 3, more than 2") && said.contains("rm()"), "{said}");
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
    rig.host.approve(asked["id"].as_str().unwrap(), Answer::Session).unwrap();
    assert_eq!(soon(waiting).await.unwrap().unwrap().payload.json["completed"], 3);
    // Both kinds were granted, each also for calls of its own.
    call(&link, code("1")).await.unwrap();
    // How many a step lists is not known before, and so it is asked about like many.
    let rig = Rig::with(|config| {
        config.rules.ask_deletes_over = Some(2);
        config.rules.unattended = scenewire::host::Verdict::Deny;
        config.rules.approver = scenewire::host::Approver::Nobody;
    });
    let listed = json!([{ "operation": "get_selection" }, delete(json!("$0.ids"))]);
    refused(&rig, batch(listed), Code::PermissionDenied, "may be more than 2").await;
}

#[tokio::test]
async fn a_dry_run_checks_and_tells_and_touches_nothing() {
    let rig = Rig::new();
    let dry = |steps: Value| with(batch(steps), "dry_run", json!(true));
    let value = call(&rig.link().await, dry(json!([create("a"), python("1")]))).await.unwrap().payload.json;
    assert_eq!(value["results"][0]["would"], json!({ "effect": "edit", "creates": { "nodes": 1 } }));
    assert_eq!((&value["completed"], rig.double.names().len()), (&json!(0), 0));
    assert!(rig.double.log.lock().is_empty(), "{:?}", rig.double.log.lock());
    refused(&rig, dry(json!([create("a"), { "operation": "undo" }])), Code::NotSupported, "step 1").await;
}

#[tokio::test]
async fn reads_of_others_come_between_two_slices_and_writes_wait() {
    let rig = yielding();
    let (link, other) = (rig.link().await, rig.link().await);
    let running = start(&link, batch(json!([python("slow"), python("slow"), python("slow"), create("last")])));
    logged(&rig, "suspend").await;
    let writing = start(&other, nodes(&["other"]));
    call(&other, request("get_selection", json!({}))).await.unwrap();
    assert!(rig.host.status()["running"]["operation"] == "batch", "{}", rig.host.status());
    soon(running).await.unwrap().unwrap();
    soon(writing).await.unwrap().unwrap();
    assert_eq!(rig.double.names(), ["last", "other"]);
    let log = rig.double.log.lock().clone();
    let at = |word: &str| log.iter().position(|said| said == word).unwrap();
    assert!(at("suspend") < at("perform get_selection") && at("perform get_selection") < at("commit"), "{log:?}");
    assert_eq!(log.iter().filter(|word| *word == "begin").count(), 2, "{log:?}");
    assert_eq!(log.iter().filter(|word| *word == "suspend").count(), log.iter().filter(|w| *w == "resume").count());
}

#[tokio::test]
async fn a_host_that_cannot_let_go_does_all_of_it_in_one_turn() {
    let rig = Rig::new();
    call(&rig.link().await, batch(json!([python("slow"), create("a"), create("b")]))).await.unwrap();
    let log = rig.double.log.lock().clone();
    assert_eq!(log.iter().filter(|word| *word == "suspend").count(), 1, "{log:?}");
    assert!(!log.contains(&"resume".to_owned()));
}

#[tokio::test]
async fn somebody_elses_edit_is_a_conflict_and_is_not_rolled_back() {
    let rig = yielding();
    rig.double.disturbed.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    let steps = json!([create("a"), python("slow"), create("b")]);
    let fault = call(&link, batch(steps)).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["completed_steps"]), (Code::Conflict, &json!(2)));
    assert_eq!((&fault.details["kept"], &fault.details["steps"][0]["ids"]), (&json!(true), &json!(["n1"])));
    assert_eq!(rig.double.names(), ["a"]);
    assert!(!rig.double.log.lock().contains(&"roll_back".to_owned()));
    call(&link, nodes(&["after"])).await.unwrap();
}

#[tokio::test]
async fn cancelled_between_two_slices_nothing_remains() {
    let rig = yielding();
    let link = rig.link().await;
    let running = start(&link, batch(Value::Array([vec![create("a")], vec![python("slow"); 50]].concat())));
    logged(&rig, "suspend").await;
    running.abort();
    call(&link, nodes(&["after"])).await.unwrap();
    assert_eq!(rig.double.names(), ["after"]);
    assert!(rig.double.log.lock().contains(&"roll_back".to_owned()));
    assert!(rig.double.performed.load(Ordering::SeqCst) < 50);
}

#[tokio::test]
async fn its_deadline_is_for_all_of_it() {
    let rig = yielding();
    let mut long = batch(Value::Array(vec![python("slow"); 50]));
    long.timeout = Some(Duration::from_millis(250));
    let fault = call(&rig.link().await, long).await.unwrap_err();
    assert_eq!(fault.error_code, Code::TimedOut, "{fault:?}");
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
}

#[tokio::test]
async fn the_owner_who_stops_the_host_finds_nothing_of_it() {
    let mut rig = Rig::idle(|_| {});
    rig.double.yields.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    let running = start(&link, batch(json!([create("a"), python("slow"), create("b")])));
    while rig.host.pump(BUDGET).ran == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!((rig.double.names(), rig.host.waiting()), (vec!["a".to_owned()], 1));
    // Nothing is on the main thread now, and the owner sees all the same what goes on, and whose it is.
    let shown = rig.host.status()["running"].clone();
    assert_eq!((&shown["operation"], shown["client"].is_string()), (&json!("batch"), true), "{shown}");
    assert!(shown["key"].is_string() && shown["seconds"].is_f64(), "{shown}");
    let busy = rig.host.call_inline(nodes(&["inline"])).unwrap_err();
    assert_eq!(busy.error_code, Code::Busy);
    assert_eq!(rig.host.undo_last().unwrap_err().error_code, Code::Busy);
    let host = rig.host.clone();
    host.stop(Duration::from_secs(1));
    let fault = soon(running).await.unwrap().unwrap_err();
    assert_eq!(fault.error_code, Code::Cancelled, "{fault:?}");
    assert!(rig.double.names().is_empty() && rig.double.log.lock().last().unwrap() == "roll_back");
    rig.pump();
}

#[tokio::test]
async fn nothing_goes_on_in_the_middle_of_the_artists_drag() {
    let mut rig = Rig::idle(|_| {});
    rig.double.yields.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    let running = start(&link, batch(json!([python("slow"), create("b")])));
    while rig.host.pump(BUDGET).ran == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    rig.host.hold(Some("the artist is dragging (Move)"));
    rig.host.pump(BUDGET);
    assert!(rig.double.names().is_empty());
    rig.host.hold(None);
    rig.pump();
    soon(running).await.unwrap().unwrap();
    assert_eq!(rig.double.names(), ["b"]);
}

#[tokio::test]
async fn the_caller_hears_of_every_step() {
    let rig = Rig::new();
    let link = rig.link().await;
    let (sender, mut told) = mpsc::channel::<Progress>(64);
    let mut steps = json!([python("slow"), python("slow"), python("slow")]);
    steps[1]["name"] = json!("arm");
    soon(link.call(batch(steps), Some(sender))).await.unwrap();
    let mut all = Vec::new();
    while let Ok(progress) = told.try_recv() {
        all.push((progress.fraction.unwrap(), progress.message));
    }
    let words: Vec<&str> = all.iter().map(|(_, message)| message.as_str()).collect();
    assert_eq!(words, ["step 1 of 3: execute_python", "step 2 of 3: arm", "step 3 of 3: execute_python"]);
    assert!(all[0].0 < all[1].0 && all[1].0 < all[2].0 && all[2].0 < 1.0);
}

#[tokio::test]
async fn inside_a_job_a_batch_that_changes_is_refused() {
    let rig = Rig::idle(|_| {});
    let host = rig.host.clone();
    *rig.double.hook.lock() = Some(Box::new(move || {
        let fault = host.call_inline(batch(json!([create("inner")]))).unwrap_err();
        let read = host.call_inline(batch(json!([{ "operation": "get_selection" }])))?;
        Ok(json!([fault.error_code, read.payload.json["completed"]]))
    }));
    let reply = rig.host.call_inline(code("hook")).unwrap();
    assert_eq!(reply.payload.json["value"], json!(["not_supported", 1]));
    let reply = rig.host.call_inline(batch(json!([create("a"), create("b")]))).unwrap();
    assert_eq!((reply.payload.json["completed"].as_u64(), rig.double.names().len()), (Some(2), 2));
}

#[tokio::test]
async fn steps_that_make_alike_things_are_one_job_of_the_host() {
    let rig = Rig::new();
    let link = rig.link().await;
    let mut steps = json!([create("a"), create("b"), create("c"), create("d"), create("e")]);
    steps[3]["arguments"]["items"][0]["parent_id"] = json!("$0.ids[0]");
    let value = call(&link, batch(steps.clone())).await.unwrap().payload.json;
    let ids: Vec<&Value> = (0..5).map(|at| &value["results"][at]["result"]["ids"][0]).collect();
    assert_eq!(ids, ["n1", "n2", "n3", "n4", "n5"]);
    assert_eq!(value["results"][4]["result"]["items"], json!([{ "id": "n5", "name": "e" }]));
    // The fourth needs an id of the first three.
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 2);
    steps[2] = create("bad");
    let fault = call(&link, batch(steps)).await.unwrap_err();
    assert_eq!((&fault.details["step"]["index"], &fault.details["item"]), (&json!(2), &json!(0)));
}

fn render(arguments: Value) -> Value {
    json!({ "operation": "render", "arguments": arguments })
}

#[tokio::test]
async fn the_window_does_not_stand_still_for_a_step_that_alone_is_rendered_over_a_copy() {
    let rig = Rig::new();
    rig.double.renders.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    // The host tells what it can after each change.
    call(&link, nodes(&["before"])).await.unwrap();
    let long = || render(json!({ "samples": 500 }));
    for (request, part) in [
        (batch(json!([create("a"), long()])), "start_task"),
        (batch(json!([create("a"), long()])), "by itself when the batch is done"),
        (with(batch(json!([create("a"), long()])), "dry_run", json!(true)), "window would stand still"),
        (
            with(batch(json!([create("a"), long()])), "on_error", json!("continue")),
            "operations[1].arguments.background",
        ),
    ] {
        let fault = call(&link, request).await.unwrap_err();
        assert_eq!((fault.error_code, &fault.details["step"]["index"]), (Code::NotSupported, &json!(1)));
        let said = format!("{} {:?} {:?}", fault.error_message, fault.details, fault.suggestions);
        assert!(said.contains(part), "`{part}` is not in: {said}");
        assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1, "nothing of it ran");
    }
    let never = render(json!({ "samples": 500, "background": "never" }));
    let value = call(&link, batch(json!([create("b"), render(json!({ "samples": 5 })), never]))).await.unwrap();
    assert_eq!((&value.payload.json["completed"], rig.double.names()), (&json!(3), vec!["before".into(), "b".into()]));
}

#[tokio::test]
async fn a_render_that_the_steps_before_make_long_takes_them_back() {
    let rig = Rig::new();
    rig.double.renders.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    call(&link, nodes(&["before"])).await.unwrap();
    let fault = call(&link, batch(json!([create("long"), render(json!({}))]))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["completed_steps"]), (Code::NotSupported, &json!(1)), "{fault:?}");
    assert_eq!(rig.double.names(), ["before"]);
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
    let going_on = with(batch(json!([create("long"), render(json!({})), create("c")])), "on_error", json!("continue"));
    let value = call(&link, going_on).await.unwrap().payload.json;
    assert_eq!(
        (&value["completed"], &value["results"][1]["error"]["error_code"]),
        (&json!(2), &json!("not_supported"))
    );
}

#[tokio::test]
async fn without_a_window_or_for_who_holds_it_anyway_a_long_render_is_a_step_like_others() {
    let rig = Rig::idle(|_| {});
    rig.double.renders.store(true, Ordering::SeqCst);
    rig.host.call_inline(nodes(&["long"])).unwrap();
    let reply = rig.host.call_inline(batch(json!([create("a"), render(json!({}))]))).unwrap();
    assert_eq!(reply.payload.json["completed"], 2);
    let rig = Rig::new();
    rig.double.renders.store(true, Ordering::SeqCst);
    rig.double.headless.store(true, Ordering::SeqCst);
    let link = rig.link().await;
    call(&link, nodes(&["long"])).await.unwrap();
    assert_eq!(call(&link, batch(json!([render(json!({}))]))).await.unwrap().payload.json["completed"], 1);
}

#[tokio::test]
async fn results_that_are_too_much_for_one_answer_end_it_and_nothing_remains() {
    let rig = Rig::new();
    *rig.double.hook.lock() = Some(Box::new(|| Ok(json!("x".repeat(2 << 20)))));
    let mut steps = vec![create("a")];
    steps.extend(std::iter::repeat_n(python("hook"), 9));
    let fault = call(&rig.link().await, batch(Value::Array(steps))).await.unwrap_err();
    assert_eq!(fault.error_code, Code::TooLarge, "{}", fault.error_message);
    assert!(rig.double.names().is_empty());
}
