//! What the owner of a host wants to be asked about: who is asked, what the caller hears meanwhile, and that nothing runs
//! twice or is asked twice.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Link, Progress, Reply, Request};
use scenewire::host::{Answer, Approver, Folders, Host, HostConfig, Rules, Verdict};
use scenewire::wire::{Approval, Code, Fault};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::double::{Double, LONG};
use crate::rig::{BUDGET, Rig, call, code, nodes, request, soon};

type Waiting = JoinHandle<Result<Reply, Fault>>;

fn asking(change: impl FnOnce(&mut Rules)) -> Rig {
    Rig::with(|config| change(&mut config.rules))
}

fn python() -> Rig {
    asking(|rules| rules.ask_python = true)
}

fn begin(link: &Link, request: Request) -> Waiting {
    let link = link.clone();
    tokio::spawn(async move { link.call(request, None).await })
}

/// The questions, as soon as there are so many.
async fn questions(host: &Host, count: usize) -> Vec<Value> {
    soon(async {
        loop {
            let asked = host.status()["approvals"].as_array().cloned().unwrap();
            if asked.len() == count {
                return asked;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await
}

async fn answer(host: &Host, answer: Answer) {
    let asked = questions(host, 1).await;
    host.approve(asked[0]["id"].as_str().unwrap(), answer).unwrap();
}

async fn end(waiting: Waiting) -> Result<Reply, Code> {
    soon(waiting).await.unwrap().map_err(|fault| fault.error_code)
}

fn performed(rig: &Rig) -> u64 {
    rig.double.performed.load(Ordering::SeqCst)
}

#[tokio::test]
async fn a_call_waits_for_the_owner_and_its_caller_hears_why() {
    let rig = python();
    let link = rig.link().await;
    let (sender, mut progress) = mpsc::channel::<Progress>(16);
    let waiting = tokio::spawn({
        let link = link.clone();
        async move { link.call(code("first = 1\nsecond = 2"), Some(sender)).await }
    });
    let asked = questions(&rig.host, 1).await;
    assert_eq!((&asked[0]["operation"], &asked[0]["why"]), (&json!("execute_python"), &json!("it runs Python code")));
    assert_eq!(asked[0]["summary"], "first = 1\nsecond = 2");
    assert!(asked[0]["seconds"].as_f64().is_some() && asked[0]["client"].is_string(), "{asked:?}");
    let told = soon(progress.recv()).await.unwrap();
    assert_eq!(told.message, "waiting for approval of the owner of `double`");
    // Whoever needs no approval is not held up.
    call(&link, nodes(&["a"])).await.unwrap();
    assert_eq!(performed(&rig), 1);
    answer(&rig.host, Answer::Once).await;
    end(waiting).await.unwrap();
    assert_eq!(performed(&rig), 2);
    let again = begin(&link, code("1"));
    answer(&rig.host, Answer::Deny).await;
    assert_eq!(end(again).await.unwrap_err(), Code::PermissionDenied);
    assert_eq!(performed(&rig), 2);
}

#[tokio::test]
async fn allowed_for_the_session_is_this_kind_of_request_only() {
    let folder = tempfile::tempdir().unwrap();
    let rig = asking(|rules| (rules.ask_python, rules.ask_files) = (true, true));
    let link = rig.link().await;
    let waiting = [begin(&link, code("1")), begin(&link, code("2"))];
    let asked = questions(&rig.host, 2).await;
    rig.host.approve(asked[0]["id"].as_str().unwrap(), Answer::Session).unwrap();
    for waiting in waiting {
        end(waiting).await.unwrap();
    }
    call(&link, code("3")).await.unwrap();
    let path = folder.path().join("scene.blend");
    let saving = begin(&link, request("save_file", json!({ "path": path })));
    let asked = questions(&rig.host, 1).await;
    assert_eq!(asked[0]["why"], "it writes a file");
    assert!(asked[0]["summary"].as_str().unwrap().ends_with("scene.blend"), "{asked:?}");
    answer(&rig.host, Answer::Deny).await;
    assert_eq!(end(saving).await.unwrap_err(), Code::PermissionDenied);
}

#[tokio::test]
async fn a_denial_says_so_and_stands_for_its_key() {
    let rig = python();
    let link = rig.link().await;
    let keyed = || Request { key: Some("k".to_owned()), ..code("1") };
    let waiting = begin(&link, keyed());
    answer(&rig.host, Answer::Deny).await;
    let fault = soon(waiting).await.unwrap().unwrap_err();
    assert_eq!(fault.error_code, Code::PermissionDenied);
    assert!(fault.error_message.contains("denied by the owner of this host"), "{fault}");
    let again = call(&link, keyed()).await.unwrap_err();
    assert_eq!(again.error_message, fault.error_message);
    assert_eq!((performed(&rig), questions(&rig.host, 0).await.len()), (0, 0));
}

#[tokio::test]
async fn one_key_is_asked_about_once_and_runs_once() {
    let rig = python();
    let (one, other) = (rig.link().await, rig.link().await);
    let keyed = || Request { key: Some("k".to_owned()), ..code("1") };
    let first = begin(&one, keyed());
    questions(&rig.host, 1).await;
    let second = begin(&other, keyed());
    // The second has arrived when a later call on its connection was answered.
    call(&other, request("get_status", json!({}))).await.unwrap();
    answer(&rig.host, Answer::Once).await;
    let (first, second) = (end(first).await.unwrap(), end(second).await.unwrap());
    assert_eq!(first.payload, second.payload);
    call(&one, keyed()).await.unwrap();
    assert_eq!(performed(&rig), 1);
}

#[tokio::test]
async fn nobody_answers_in_time() {
    let rig = python();
    let link = rig.link().await;
    let timeout = Some(Duration::from_millis(100));
    let fault = call(&link, Request { timeout, ..code("1") }).await.unwrap_err();
    assert_eq!(fault.error_code, Code::PermissionDenied);
    assert!(fault.error_message.contains("nobody answered in time"), "{fault}");
    assert_eq!((performed(&rig), questions(&rig.host, 0).await.len()), (0, 0));
}

#[tokio::test]
async fn a_cancel_takes_the_question_away() {
    let rig = python();
    let link = rig.link().await;
    let waiting = begin(&link, code("1"));
    let id = questions(&rig.host, 1).await[0]["id"].as_str().unwrap().to_owned();
    waiting.abort();
    questions(&rig.host, 0).await;
    assert_eq!(rig.host.approve(&id, Answer::Once).unwrap_err().error_code, Code::NotFound);
    call(&link, nodes(&["a"])).await.unwrap();
    assert_eq!(performed(&rig), 1);
}

#[tokio::test]
async fn a_host_that_stops_answers_what_waits() {
    let rig = python();
    let link = rig.link().await;
    let waiting = begin(&link, code("1"));
    questions(&rig.host, 1).await;
    let host = rig.host.clone();
    tokio::task::spawn_blocking(move || host.stop(LONG)).await.unwrap();
    assert_eq!(end(waiting).await.unwrap_err(), Code::Cancelled);
    assert_eq!(performed(&rig), 0);
}

#[tokio::test]
async fn only_more_deletes_than_the_owner_minds_are_asked_about() {
    let rig = asking(|rules| rules.ask_deletes_over = Some(2));
    let link = rig.link().await;
    let made = call(&link, nodes(&["a", "b", "c", "d", "e"])).await.unwrap().payload.json;
    let ids: Vec<Value> = made["ids"].as_array().cloned().unwrap();
    let delete = |ids: &[Value]| request("delete_nodes", json!({ "ids": ids }));
    call(&link, delete(&ids[..2])).await.unwrap();
    let waiting = begin(&link, delete(&ids[2..]));
    assert_eq!(questions(&rig.host, 1).await[0]["why"], "it deletes 3, more than 2");
    answer(&rig.host, Answer::Once).await;
    end(waiting).await.unwrap();
    assert!(rig.double.names().is_empty());
}

/// What running Python gives at a host at which nobody sits.
async fn unattended(headless: bool, approver: Approver, answer: Verdict) -> Result<(), Fault> {
    let home = tempfile::tempdir().unwrap();
    let mut config = HostConfig::new(Folders::below(home.path().to_path_buf()));
    config.rules = Rules { ask_python: true, approver, unattended: answer, ..Rules::default() };
    let double = Double::new();
    double.headless.store(headless, Ordering::SeqCst);
    let host = Host::start(config, double).unwrap();
    let pumped = host.clone();
    let pump = std::thread::spawn(move || {
        while pumped.is_running() {
            pumped.wait(None);
            pumped.pump(BUDGET);
        }
    });
    let link = Link::connect(&host.url(), &host.token()).await.unwrap();
    let outcome = call(&link, code("1")).await.map(drop);
    tokio::task::spawn_blocking(move || host.stop(LONG)).await.unwrap();
    pump.join().unwrap();
    outcome
}

#[tokio::test]
async fn where_nobody_sits_the_policy_answers_at_once() {
    for (headless, approver) in [(true, Approver::Host), (false, Approver::Nobody)] {
        unattended(headless, approver, Verdict::Allow).await.unwrap();
        let fault = unattended(headless, approver, Verdict::Deny).await.unwrap_err();
        assert_eq!(fault.error_code, Code::PermissionDenied);
        assert!(fault.error_message.contains("unattended, and its policy is to deny"), "{fault}");
    }
}

#[tokio::test]
async fn the_client_s_user_may_be_asked_instead() {
    let rig = asking(|rules| (rules.ask_python, rules.approver) = (true, Approver::Client));
    let link = rig.link().await;
    let ask = async |text: &str| call(&link, code(text)).await.unwrap_err();
    let with = |text: &str, fault: &Fault, session: bool| {
        let id = fault.details["approval"].as_str().unwrap().to_owned();
        Request { approval: Some(Approval { id, session }), ..code(text) }
    };
    let fault = ask("1").await;
    assert_eq!(fault.error_code, Code::ApprovalRequired);
    assert_eq!((&fault.details["why"], &fault.details["summary"]), (&json!("it runs Python code"), &json!("1")));
    let other = call(&link, with("2", &fault, true)).await.unwrap_err();
    assert_eq!(other.error_code, Code::ApprovalRequired, "an answer to one question is none to another");
    call(&link, with("1", &fault, false)).await.unwrap();
    let twice = call(&link, with("1", &fault, false)).await.unwrap_err();
    assert_eq!(twice.error_code, Code::ApprovalRequired, "an answer is good for one call");
    assert_eq!(performed(&rig), 1);
    let fault = ask("3").await;
    call(&link, with("3", &fault, true)).await.unwrap();
    call(&link, code("4")).await.unwrap();
}

#[tokio::test]
async fn questions_are_bounded() {
    let rig = python();
    let link = rig.link().await;
    let waiting: Vec<_> = (0..64).map(|n| begin(&link, code(&n.to_string()))).collect();
    questions(&rig.host, 64).await;
    assert_eq!(call(&link, code("one more")).await.unwrap_err().error_code, Code::Busy);
    waiting.iter().for_each(JoinHandle::abort);
    questions(&rig.host, 0).await;
}
