use super::*;
use crate::host::clients::Clients;
use crate::wire::Payload;

fn book() -> (Tasks, Clients, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Tasks::new("AbCdEfGhIj", folder.path()), Clients::default(), folder)
}

#[test]
fn a_task_is_its_user_s_alone_whatever_program_asks() {
    let (tasks, clients, _folder) = book();
    let by = |program: &str, way| clients.behind(program, way);
    let task = tasks.enter(&by("ana (script)", Way::Gateway), "render").unwrap();
    assert_eq!(tasks.find(&task.id, &by("ana (mcp)", Way::Gateway)).unwrap().id, task.id);
    for (program, way) in [("ben (x)", Way::Gateway), ("ana (script)", Way::Local), ("anabel", Way::Gateway)] {
        let fault = tasks.find(&task.id, &by(program, way)).err().unwrap();
        assert_eq!((fault.error_code, fault.suggestions.len()), (Code::NotFound, 0), "{program}");
        assert_eq!(fault.error_message, format!("there is no task `{}`", task.id), "as one that nobody has");
        assert_eq!(tasks.list(&by(program, way))["items"], json!([]));
    }
}

#[test]
fn a_task_of_an_earlier_run_is_said_lost_and_the_own_ones_are_suggested() {
    let (tasks, clients, _folder) = book();
    let own = clients.behind("script", Way::Local);
    let task = tasks.enter(&own, "render").unwrap();
    let fault = tasks.find("task_Zz9999_0123456789", &own).err().unwrap();
    assert!(fault.error_message.contains("was lost"), "{fault}");
    assert_eq!((fault.suggestions.len(), &fault.suggestions[0]), (1, &task.id));
}

#[test]
fn only_so_many_run_and_only_so_many_that_are_over_are_kept() {
    let (tasks, clients, _folder) = book();
    let own = clients.behind("script", Way::Local);
    let running: Vec<_> = (0..AT_ONCE).map(|_| tasks.enter(&own, "render").unwrap()).collect();
    assert_eq!(tasks.enter(&own, "render").err().unwrap().error_code, Code::Busy);
    running[0].end(Ok(Payload::default()));
    for _ in 0..KEPT + 5 {
        tasks.enter(&own, "render").unwrap().end(Ok(Payload::default()));
    }
    let last = tasks.enter(&own, "look").unwrap();
    let listed = tasks.list(&own)["items"].as_array().unwrap().clone();
    assert_eq!(listed.len(), KEPT + AT_ONCE, "those that run are never dropped");
    assert_eq!(listed[0]["id"], last.id.as_str(), "the newest first");
}

#[test]
fn a_task_tells_its_last_lines_and_what_came_of_it() {
    let (tasks, clients, _folder) = book();
    let task = tasks.enter(&clients.behind("script", Way::Local), "render").unwrap();
    (0..1000).for_each(|n| task.say(&format!("line {n}")));
    task.say(&"x".repeat(10_000));
    let told = task.whole(2).json;
    assert_eq!((&told["status"], &told["log"][0]), (&json!("running"), &json!("line 999")));
    assert_eq!(told["log"][1].as_str().unwrap().len(), 400);
    task.end(Err(Fault::new(Code::Cancelled, "nobody wants it")));
    assert_eq!((task.status(), task.whole(0).json["error"]["error_code"].clone()), ("cancelled", json!("cancelled")));
}
