use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::host::clients::{Clients, Way};

/// A book, and two who read it.
struct Desk {
    events: Events,
    one: Arc<Client>,
    other: Arc<Client>,
    begun: Instant,
}

impl Desk {
    fn new() -> Self {
        let clients = Clients::default();
        let (one, other) = (clients.behind("one", Way::Local), clients.behind("other", Way::Local));
        Self { events: Events::new("run"), one, other, begun: Instant::now() }
    }

    /// Something happens, so many milliseconds after the beginning.
    fn happens(&self, kind: &str, data: Value, doer: Option<&Arc<Client>>, ms: u64) {
        let doer = doer.map(|client| Doer { client: client.clone(), operation: "create_nodes", call: "c".to_owned() });
        self.events.add(Happening::of(kind, data), doer.as_ref(), self.begun + Duration::from_millis(ms));
    }

    fn read(&self, arguments: Value, reader: &Client, ms: u64) -> Value {
        let now = self.begun + Duration::from_millis(ms);
        let wish = Wish::new(&arguments, None, now).unwrap();
        self.events.find(&self.events.place(&wish), &wish, reader, now).answer
    }

    /// Kind and count of each event since the beginning.
    fn told(&self, ms: u64) -> Vec<(String, u64)> {
        let answer = self.read(json!({ "after": "run-0" }), &self.one, ms);
        let events = answer["events"].as_array().unwrap();
        events
            .iter()
            .map(|event| (event["kind"].as_str().unwrap().to_owned(), event["count"].as_u64().unwrap()))
            .collect()
    }
}

#[test]
fn what_comes_faster_than_four_a_second_is_merged_and_counted() {
    let desk = Desk::new();
    for ms in 0..1000 {
        desk.happens("scene_changed", json!({}), None, ms);
    }
    let told = desk.told(2000);
    assert_eq!(told.len(), 5, "{told:?}");
    assert_eq!(told.iter().map(|(_, count)| count).sum::<u64>(), 1000, "none is lost");
}

#[test]
fn a_reader_who_begins_waits_no_longer_than_others() {
    let desk = Desk::new();
    desk.happens("scene_changed", json!({}), None, 0);
    desk.happens("scene_changed", json!({}), None, 1);
    let wish = Wish::new(&json!({}), None, desk.begun).unwrap();
    let place = desk.events.place(&wish);
    desk.happens("scene_changed", json!({}), None, 2);
    let due = desk.events.find(&place, &wish, &desk.one, desk.begun).due.unwrap();
    assert!(due <= Instant::now() + PACE, "what waited was told when he began");
}

#[test]
fn each_kind_and_each_maker_has_a_pace_of_its_own() {
    let desk = Desk::new();
    for client in [None, Some(&desk.one), Some(&desk.other)] {
        desk.happens("undo", json!({}), client, 0);
        desk.happens("redo", json!({}), client, 0);
    }
    assert_eq!(desk.told(0).len(), 6);
    let seen = desk.read(json!({ "after": "run-0", "kinds": ["undo"] }), &desk.one, 0);
    let whose = seen["events"].as_array().unwrap().iter().map(|event| (event["by"].clone(), event["own"].clone()));
    assert_eq!(
        whose.collect::<Vec<_>>(),
        [(json!("artist"), Value::Null), (json!("call"), json!(true)), (json!("call"), json!(false))]
    );
    assert!(!seen.to_string().contains("other"), "who else there is, a reader is not told");
}

#[test]
fn merged_lists_name_a_few_and_count_the_rest_while_of_selections_the_last_holds() {
    let desk = Desk::new();
    let nodes =
        |from: u64, to: u64| json!({ "ids": (from..to).collect::<Vec<_>>(), "names": (from..to).collect::<Vec<_>>() });
    desk.happens("nodes_added", json!({}), None, 0);
    desk.happens("selection_changed", json!({}), None, 0);
    desk.happens("nodes_added", nodes(0, 60), None, 1);
    desk.happens("nodes_added", nodes(60, 130), None, 2);
    desk.happens("selection_changed", nodes(0, 3), None, 3);
    desk.happens("selection_changed", nodes(7, 8), None, 4);
    let events = desk.read(json!({ "after": "run-2" }), &desk.one, 500)["events"].take();
    assert_eq!((&events[0]["count"], &events[0]["more"]), (&json!(2), &json!(66)));
    assert_eq!((events[0]["ids"].as_array().unwrap().len(), events[0]["names"].as_array().unwrap().len()), (64, 64));
    assert_eq!((&events[1]["count"], &events[1]["ids"], events[1].get("more")), (&json!(2), &json!([7]), None));
}

#[test]
fn who_is_too_far_behind_is_told_how_many_it_has_missed() {
    let desk = Desk::new();
    for n in 0..1100 {
        desk.happens("undo", json!({}), None, n * 250);
    }
    let later = 1_000_000;
    let first = desk.read(json!({ "after": "run-0" }), &desk.one, later);
    assert_eq!((&first["missed"], first["events"].as_array().unwrap().len()), (&json!(1100 - 1024), 256));
    let (mut seen, mut cursor) = (256, first["cursor"].clone());
    while cursor != "run-1100" {
        let next = desk.read(json!({ "after": cursor }), &desk.one, later);
        assert_eq!(next["missed"], 0);
        seen += next["events"].as_array().unwrap().len();
        cursor = next["cursor"].clone();
    }
    assert_eq!(seen, 1024);
}

#[test]
fn a_new_reader_begins_now_and_one_of_an_earlier_run_is_told_so() {
    let desk = Desk::new();
    desk.happens("undo", json!({}), None, 0);
    let new = desk.read(json!({}), &desk.one, 1);
    assert_eq!((&new["events"], &new["cursor"], &new["restarted"]), (&json!([]), &json!("run-1"), &json!(false)));
    let old = desk.read(json!({ "after": "before-99" }), &desk.one, 1);
    assert_eq!((old["events"].as_array().unwrap().len(), &old["restarted"]), (1, &json!(true)));
    for text in ["", "run", "run-", "run--1", "7"] {
        let fault = Wish::new(&json!({ "after": text }), None, desk.begun).unwrap_err();
        assert_eq!((fault.error_code.name(), &fault.details["path"]), ("invalid_params", &json!("after")), "{text}");
    }
}

#[test]
fn the_host_is_looked_at_only_while_somebody_wants_to_know() {
    let desk = Desk::new();
    let at = |seconds: u64| desk.begun + Duration::from_secs(seconds);
    assert_eq!(desk.events.look(at(0)), None);
    desk.read(json!({}), &desk.one, 0);
    assert_eq!(desk.events.idle_look(at(0)), Some(true), "looking begins");
    assert_eq!(desk.events.idle_look(at(0)), None, "not at each turn");
    assert_eq!(desk.events.look(at(0)), Some(false), "around a call always");
    assert_eq!(desk.events.look(at(91)), None, "nobody has asked for long");
    desk.read(json!({}), &desk.one, 92_000);
    assert_eq!(desk.events.look(at(92)), Some(true), "what happened meanwhile nobody asked for");
}

#[tokio::test]
async fn a_reader_that_waits_is_woken_also_by_what_is_held_back() {
    let desk = Desk::new();
    let now = Instant::now();
    desk.events.add(Happening::of("undo", json!({})), None, now);
    desk.events.add(Happening::of("undo", json!({})), None, now);
    let wish = Wish::new(&json!({ "after": "run-1", "wait": 20 }), None, now).unwrap();
    let answer = desk.events.wait(&wish, &desk.one).await;
    assert_eq!(answer["events"][0]["number"], 2);
    assert!(now.elapsed() >= PACE && now.elapsed() < Duration::from_secs(10), "{:?}", now.elapsed());
    let wish = Wish::new(&json!({ "wait": 20 }), Some(Duration::from_millis(30)), Instant::now()).unwrap();
    assert_eq!(desk.events.wait(&wish, &desk.one).await["events"], json!([]), "a call's own timeout is the shorter");
}

#[test]
fn a_new_reader_is_not_told_of_what_waited_for_its_time() {
    let desk = Desk::new();
    let now = Instant::now();
    for _ in 0..3 {
        desk.events.add(Happening::of("undo", json!({})), None, now);
    }
    let wish = Wish::new(&json!({}), None, now).unwrap();
    let cursor = desk.events.read(&wish, &desk.one)["cursor"].take();
    assert_eq!(desk.read(json!({ "after": cursor }), &desk.one, 2000)["events"], json!([]));
}
