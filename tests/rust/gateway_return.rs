//! Hosts that come to a gateway: they claim what was reserved for them, and calls wait for those that are on their way
//! back.

use std::time::{Duration, Instant};

use scenewire::backend::{Backend, Request};
use scenewire::wire::Code;
use serde_json::json;

use crate::gateway_rig::{Linked, Studio};
use crate::rig::{nodes, on, soon};

/// The seed's sequence: register a name, start a host that only knows the name, route to the id that was given.
#[tokio::test]
async fn a_host_takes_the_id_that_was_reserved_under_its_name() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let path = "/api/register_blender_instance?instance_name=Rig";
    let (status, reserved) = studio.ask("POST", path, &ana.key, None).await;
    assert_eq!(status, 200, "{reserved}");
    let id = reserved["instance_id"].as_str().unwrap();
    let host = studio.host(&ana, "rig").await;
    assert_ne!(host.host.record().id, id);
    let (status, listed) = studio.ask("GET", "/api/list_blender_instances", &ana.key, None).await;
    assert_eq!((status, listed["instances"].as_array().unwrap().len()), (200, 1), "{listed}");
    assert_eq!(
        (&listed["instances"][0]["instance_id"], &listed["instances"][0]["status"]),
        (&json!(id), &json!("online"))
    );
    let path = format!("/api/route_command?target_instance_id={id}&command_type=create_nodes");
    let body = json!({ "params": { "items": [{ "name": "a" }] } });
    let (status, done) = studio.ask("POST", &path, &ana.key, Some(body)).await;
    assert_eq!(status, 200, "{done}");
    assert_eq!(host.double.names(), ["a"]);
    // It is the same one over a cut line and a gateway that restarts, and when it has gone.
    host.line.cut();
    soon(studio.client(&ana).call(on(id, nodes(&["b"])), None)).await.unwrap();
    studio.restart().await;
    soon(studio.client(&ana).call(on(id, nodes(&["c"])), None)).await.unwrap();
    drop(host);
    let (_, listed) = studio.ask("GET", "/api/v1/instances", &ana.key, None).await;
    let ids: Vec<_> = listed["instances"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&json!(id)]);
}

#[tokio::test]
async fn a_call_right_after_a_restart_waits_for_its_host() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let (first, second) = (studio.host(&ana, "first").await, studio.host(&ana, "second").await);
    for (round, name) in ["a", "b"].into_iter().enumerate() {
        match round {
            0 => studio.restart().await,
            _ => studio.kill_and_start().await,
        }
        let (_, listed) = studio.ask("GET", "/api/v1/instances", &ana.key, None).await;
        assert_ne!(listed["instances"][1]["status"], "offline", "{listed}");
        soon(studio.client(&ana).call(on("second", nodes(&[name])), None)).await.unwrap();
    }
    assert_eq!((first.double.names().len(), second.double.names()), (0, vec!["a".to_owned(), "b".to_owned()]));
}

/// What was meant for one of two is not given to the first that is back.
#[tokio::test]
async fn a_call_that_names_nobody_is_not_given_to_the_first_that_is_back() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let (first, second) = (studio.host(&ana, "first").await, studio.host(&ana, "second").await);
    second.line.hold(true);
    studio.kill_and_start().await;
    second.line.cut();
    let client = studio.client(&ana);
    soon(client.call(on("first", nodes(&["a"])), None)).await.unwrap();
    let fault = soon(client.call(nodes(&["b"]), None)).await.unwrap_err();
    assert_eq!(fault.error_code, Code::InstanceRequired);
    assert_eq!((first.double.names().len(), second.double.names().len()), (1, 0));
}

/// The wait is bounded, by the call's own time too, and by nothing else than a start.
#[tokio::test]
async fn who_does_not_come_back_is_not_waited_for_without_end() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let Linked { .. } = studio.host(&ana, "desk").await;
    studio.restart().await;
    let client = studio.client(&ana);
    let began = Instant::now();
    let short = Request { timeout: Some(Duration::from_millis(300)), ..on("desk", nodes(&["a"])) };
    let fault = soon(client.call(short, None)).await.unwrap_err();
    assert_eq!(fault.error_code, Code::HostNotRunning);
    assert!((Duration::from_millis(300)..Duration::from_secs(5)).contains(&began.elapsed()), "{:?}", began.elapsed());
    let fault = soon(client.call(on("desk", nodes(&["a"])), None)).await.unwrap_err();
    assert_eq!(fault.error_code, Code::HostNotRunning);
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    let again = Instant::now();
    let fault = soon(client.call(on("desk", nodes(&["a"])), None)).await.unwrap_err();
    assert_eq!((fault.error_code, again.elapsed() < Duration::from_secs(1)), (Code::HostNotRunning, true));
    // One that nobody has is never waited for.
    let fault = soon(client.call(on("nobody", nodes(&["a"])), None)).await.unwrap_err();
    assert_eq!((fault.error_code, again.elapsed() < Duration::from_secs(2)), (Code::InstanceNotFound, true));
}
