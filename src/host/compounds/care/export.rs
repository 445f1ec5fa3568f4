//! `export_selection`: what the artist has selected, as a file.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::host::compounds::atomics::{Answer, Atomics};
use crate::host::compounds::wrong;
use crate::wire::{Code, Fault};

#[derive(Deserialize)]
pub(super) struct Given {
    include_children: bool,
    /// What `export_geometry` takes besides.
    #[serde(flatten)]
    how: Map<String, Value>,
}

#[derive(Deserialize)]
struct Selection {
    ids: Vec<String>,
}

#[derive(Deserialize)]
struct Below {
    child_ids: Vec<String>,
}

pub(super) async fn selection(host: Atomics, given: Result<Given, Fault>) -> Answer {
    let Given { include_children, mut how } = given?;
    if how.get("path").is_none_or(Value::is_null) && how.get("format").is_none_or(Value::is_null) {
        return Err(wrong("format", "a format, as there is no `path` whose ending says it", Value::Null));
    }
    let Selection { mut ids } = host.ask("get_selection", json!({})).await?;
    if ids.is_empty() {
        let fault = Fault::new(Code::InvalidParams, "nothing is selected that could be exported");
        return Err(fault.suggest("select what is to go into the file").suggest("export_geometry takes `ids`"));
    }
    if include_children {
        let below: Vec<Below> = host.items("get_children", json!({ "ids": ids, "recursive": true })).await?;
        for id in below.into_iter().flat_map(|below| below.child_ids) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    how.insert("ids".to_owned(), ids.into());
    let mut told = host.call("export_geometry", json!({ "items": [how] })).await?;
    // Its one file is the result; arrays and bytes beside it keep their numbers.
    told.json = told.json["items"].get_mut(0).map(Value::take).unwrap_or_default();
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn without_a_selection_or_a_format_there_is_no_file() {
        let fault = Double::new().play("export_selection", json!({})).unwrap_err();
        assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("format")));
        let mut host = Double::new();
        host.answers("get_selection", json!({ "ids": [], "active_id": null }));
        let fault = host.play("export_selection", json!({ "format": "obj" })).unwrap_err();
        assert!(fault.error_message.contains("nothing is selected"), "{fault:?}");
    }

    #[test]
    fn all_that_is_selected_and_below_goes_into_one_file() {
        let mut host = Double::new();
        host.answers("get_selection", json!({ "ids": ["Car", "Door"], "active_id": "Car" }));
        host.has("get_children", "Car", json!({ "child_ids": ["Door", "Wheel"] }));
        let file = json!({ "format": "obj", "ids": ["Car"], "size": 3, "companions": [] });
        host.answers("export_geometry", json!({ "items": [file] }));
        let told = host.play("export_selection", json!({ "format": "obj", "include_children": true })).unwrap();
        assert_eq!(told, file);
        let asked = &host.asked("export_geometry")["items"][0];
        assert_eq!((&asked["ids"], &asked["format"]), (&json!(["Car", "Door", "Wheel"]), &json!("obj")));
        assert!(asked.get("include_children").is_none());
    }
}
