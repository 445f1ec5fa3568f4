//! Calls from the host's own process.

use scenewire::wire::Code;
use serde_json::json;

use crate::rig::{BUDGET, Rig, code, nodes, request};

#[test]
fn on_the_main_thread_a_call_runs_here_and_now() {
    let rig = Rig::idle(|_| {});
    let reply = rig.host.call_inline(nodes(&["a"])).unwrap();
    assert_eq!(reply.payload.json["items"][0]["name"], "a");
    assert_eq!(*rig.double.log.lock(), ["begin", "perform create_nodes", "commit"]);
    assert_eq!(rig.host.call_inline(request("no_such", json!({}))).unwrap_err().error_code, Code::UnknownOperation);
}

#[test]
fn inside_a_job_it_is_part_of_its_transaction() {
    let rig = Rig::idle(|_| {});
    let host = rig.host.clone();
    *rig.double.hook.lock() = Some(Box::new(move || {
        host.call_inline(nodes(&["inner"]))?;
        assert_eq!(host.call_inline(request("undo", json!({}))).unwrap_err().error_code, Code::NotSupported);
        assert!(host.pump(BUDGET).nested);
        Err(host.call_inline(nodes(&["bad"])).unwrap_err())
    }));
    assert_eq!(rig.host.call_inline(code("hook")).unwrap_err().error_code, Code::HandlerError);
    let log = rig.double.log.lock().clone();
    assert_eq!(log.iter().filter(|word| *word == "begin").count(), 1);
    assert_eq!(log.last().unwrap(), "roll_back");
    assert!(rig.double.names().is_empty());
}

#[test]
fn from_another_thread_it_waits_for_the_queue() {
    let rig = Rig::new();
    assert_eq!(rig.host.call_inline(code("1")).unwrap().payload.json["value"], "1");
}
