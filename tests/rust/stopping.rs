//! A host ends cleanly, whatever it does at the moment.

use std::net::TcpListener;
use std::time::Duration;

use scenewire::host::{Folders, Host, HostConfig, live};
use scenewire::wire::Code;
use serde_json::Value;

use crate::double::{Double, LONG};
use crate::rig::{Rig, call, code, soon};

#[tokio::test]
async fn stopping_cancels_what_runs_and_answers_what_waits() {
    let rig = Rig::new();
    let link = rig.link().await;
    let spawn = |text: &'static str| {
        let link = link.clone();
        tokio::spawn(async move { link.call(code(text), None).await })
    };
    let running = spawn("block");
    rig.double.blocked().await;
    let waiting = spawn("1");
    soon(async {
        while rig.host.status()["queue"] != 1 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    let host = rig.host.clone();
    tokio::task::spawn_blocking(move || host.stop(LONG)).await.unwrap();
    assert_eq!(soon(running).await.unwrap().unwrap_err().error_code, Code::Cancelled);
    assert_eq!(soon(waiting).await.unwrap().unwrap_err().error_code, Code::Cancelled);
    assert!(rig.double.log.lock().contains(&"roll_back".to_owned()));
    assert!(call(&link, code("1")).await.is_err());
}

#[test]
fn starting_and_stopping_twenty_times_frees_port_and_record() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::below(home.path().to_path_buf());
    let mut ids = Vec::new();
    for _ in 0..20 {
        let host = Host::start(HostConfig::new(folders.clone()), Double::new()).unwrap();
        let port: u16 = host.url().trim_start_matches("ws://127.0.0.1:").split('/').next().unwrap().parse().unwrap();
        assert_eq!(live(&folders.runtime).len(), 1);
        ids.push(host.record().id.clone());
        host.stop(LONG);
        host.stop(LONG);
        assert!(!host.is_running());
        assert!(live(&folders.runtime).is_empty());
        assert!(TcpListener::bind(("127.0.0.1", port)).is_ok(), "port {port} is not free");
    }
    ids.dedup();
    assert_eq!(ids.len(), 1, "the id is not stable");
}

#[test]
fn a_wait_ends_when_the_host_stops() {
    let rig = Rig::idle(|_| {});
    assert!(!rig.host.wait(Some(Duration::from_millis(1))));
    let host = rig.host.clone();
    let waiting = std::thread::spawn(move || host.wait(None));
    rig.host.stop(LONG);
    assert!(waiting.join().unwrap());
}

#[tokio::test]
async fn a_job_may_stop_its_own_host() {
    let rig = Rig::new();
    let host = rig.host.clone();
    *rig.double.hook.lock() = Some(Box::new(move || {
        host.stop(LONG);
        Ok(Value::Null)
    }));
    let outcome = call(&rig.link().await, code("hook")).await;
    assert!(!rig.host.is_running());
    assert_eq!(outcome.unwrap_err().error_code, Code::Cancelled);
}
