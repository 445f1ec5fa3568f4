//! Materials that are the same but for their names.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::Atomics;
use crate::wire::Fault;

#[derive(Deserialize)]
struct Merged {
    name: String,
    into_id: String,
    merged: bool,
}

#[derive(Deserialize)]
struct Page {
    items: Vec<Value>,
    total: usize,
}

/// Nodes of a graph that are read; a material of more is not compared.
const MOST: usize = 1000;

/// Makes one of each kind, the one with the shortest name; tells which went into which.
pub(super) async fn merge(host: &Atomics, dry_run: bool) -> Result<Vec<Value>, Fault> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut alike: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mut material in host.list::<Value>("list_materials", json!({})).await? {
        let Some(map) = material.as_object_mut() else { continue };
        let (id, name) = (text(map.remove("id")), text(map.remove("name")));
        // Its graph says the same, and more.
        map.remove("shader_parameters");
        names.insert(id.clone(), name);
        alike.entry(material.to_string()).or_default().push(id);
    }
    let mut items = Vec::new();
    for mut ids in alike.into_values().filter(|ids| ids.len() > 1) {
        ids.sort_by_key(|id| (names[id].len(), names[id].clone()));
        let mut stays: Vec<(String, Graph)> = Vec::new();
        for id in ids {
            let Some(graph) = graph(host, &id).await else { continue };
            match stays.iter().find(|(_, known)| *known == graph) {
                Some((into, _)) => items.push(json!({ "id": id, "into_id": into })),
                None => stays.push((id, graph)),
            }
        }
    }
    let told = |name: &str, into: &str| json!({ "name": name, "into": names.get(into) });
    if dry_run || items.is_empty() {
        let named = |item: &Value| {
            let [id, into] = ["id", "into_id"].map(|key| item[key].as_str().unwrap_or_default());
            told(&names[id], into)
        };
        return Ok(items.iter().map(named).collect());
    }
    let merged: Vec<Merged> = host.items("merge_materials", json!({ "items": items })).await?;
    Ok(merged.iter().filter(|one| one.merged).map(|one| told(&one.name, &one.into_id)).collect())
}

fn text(value: Option<Value>) -> String {
    value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// All that a graph says, but for where its nodes are drawn.
#[derive(PartialEq)]
struct Graph {
    nodes: Vec<Node>,
    links: Vec<Value>,
}

struct Node {
    facts: Value,
    sockets: BTreeMap<String, Value>,
}

impl PartialEq for Node {
    /// Which sockets there are follows from what a node is set to, so those that only one host's bookkeeping has say
    /// nothing: Blender 5.2 forgets which ones a copy hides.
    fn eq(&self, other: &Self) -> bool {
        let both = |(name, socket): (&String, &Value)| other.sockets.get(name).is_none_or(|its| its == socket);
        self.facts == other.facts && self.sockets.iter().all(both)
    }
}

impl Node {
    fn of(mut facts: Value) -> Self {
        let mut sockets = BTreeMap::new();
        if let Some(map) = facts.as_object_mut() {
            map.retain(|key, _| !matches!(&**key, "graph_id" | "location" | "frame"));
            for side in ["inputs", "outputs"] {
                for socket in map.remove(side).iter().filter_map(Value::as_array).flatten() {
                    let name = socket["identifier"].as_str().unwrap_or_default();
                    sockets.insert(format!("{side} {name}"), socket.clone());
                }
            }
        }
        Self { facts, sockets }
    }
}

/// The graph of a material; none where it cannot be read, or not all of it at once.
async fn graph(host: &Atomics, id: &str) -> Option<Graph> {
    let Page { items, total } = host.ask("list_graph_nodes", json!({ "graph_id": id, "limit": MOST })).await.ok()?;
    if items.len() < total {
        return None;
    }
    let links: Vec<Value> = host.items("list_connections", json!({ "graph_id": id })).await.ok()?;
    Some(Graph { nodes: items.into_iter().map(Node::of).collect(), links })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn only(dry_run: bool) -> Value {
        json!({
            "unused_data": false, "empty_groups": false, "degenerate_faces": false, "loose_vertices": false,
            "dry_run": dry_run,
        })
    }

    #[test]
    fn what_differs_only_in_its_name_becomes_one() {
        let mut host = Double::new();
        for (name, roughness) in [("Red.001", 0.5), ("Red", 0.5), ("Dull", 0.9)] {
            host.has("get_materials", name, json!({ "name": name, "roughness": roughness }));
        }
        host.answers("list_graph_nodes", json!({ "graph_id": "x", "items": [], "total": 0 }));
        host.answers("list_connections", json!({ "graph_id": "x", "items": [] }));
        let merged = json!({ "id": "Red.001", "into_id": "Red", "name": "Red.001", "merged": true });
        host.answers("merge_materials", json!({ "items": [merged] }));
        let told = host.play("clean_up_scene", only(false)).unwrap();
        assert_eq!(host.asked("merge_materials")["items"], json!([{ "id": "Red.001", "into_id": "Red" }]));
        assert_eq!(told["merged_materials"], json!([{ "name": "Red.001", "into": "Red" }]));
        assert_eq!(host.play("clean_up_scene", only(true)).unwrap()["merged_materials"], told["merged_materials"]);
        assert_eq!(host.all_asked("merge_materials").len(), 1);
    }

    #[test]
    fn graphs_differ_by_values_and_not_by_hidden_sockets() {
        let node = |value: f64, more: &[&str]| {
            let socket = |name: &str| json!({ "identifier": name, "value": value });
            let inputs: Vec<Value> = more.iter().map(|name| socket(name)).collect();
            Node::of(json!({ "node": "Noise", "location": [value, 0], "inputs": inputs }))
        };
        assert!(node(1.0, &["a"]) == node(1.0, &["a", "b"]));
        assert!(node(1.0, &["a"]) != node(2.0, &["a"]));
    }

    #[test]
    fn a_graph_that_cannot_be_read_whole_is_no_double() {
        let mut host = Double::new();
        ["A", "B"].iter().for_each(|name| host.has("get_materials", name, json!({ "name": name })));
        host.answers("list_graph_nodes", json!({ "graph_id": "x", "items": [], "total": 5000 }));
        let told = host.play("clean_up_scene", only(false)).unwrap();
        assert_eq!(told["merged_materials"], json!([]));
    }
}
