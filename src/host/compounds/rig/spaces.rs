//! `create_space_switch`: one node or joint that moves with this or that, and a number that says with what.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::host::compounds::paths::named;
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    id: String,
    spaces: Vec<Space>,
    property: String,
    space: f64,
}

#[derive(Deserialize)]
struct Space {
    name: Option<String>,
    target_id: Option<String>,
}

#[derive(Deserialize)]
struct Kept {
    metadata: Map<String, Value>,
}

#[derive(Deserialize)]
struct Made {
    ids: Vec<String>,
    items: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.spaces.len() < 2 {
        return Err(wrong("spaces", "two spaces or more", given.spaces.len()));
    }
    if given.space > (given.spaces.len() - 1) as f64 {
        return Err(wrong("space", &format!("a number from 0 to {}", given.spaces.len() - 1), given.space));
    }
    if given.property.contains(['"', '\\']) || given.property.is_empty() {
        return Err(wrong("property", "a name without quotes and backslashes", &*given.property));
    }
    keep(&host, &given).await?;
    // Where it moves with nothing but what it is below, there is nothing to bind it.
    let bound: Vec<(usize, &Space)> =
        given.spaces.iter().enumerate().filter(|(_, space)| space.target_id.is_some()).collect();
    if bound.is_empty() {
        return Err(wrong("spaces", "at least one with a `target_id`", Value::Null));
    }
    let items: Vec<Value> = bound
        .iter()
        .map(|(number, space)| {
            let name = space.name.clone().unwrap_or_else(|| format!("{} {number}", given.property));
            json!({ "name": name, "type": "parent", "source_id": given.id, "target_id": space.target_id,
                    "maintain_offset": true })
        })
        .collect();
    let Made { ids, items } = host.ask("create_constraints", json!({ "items": items })).await?;
    let variable = json!({ "name": "space", "source_node_id": given.id, "source_path": named("", &given.property) });
    let drivers = bound.iter().zip(&items).map(|((number, _), constraint)| {
        json!({
            "target_node_id": given.id,
            "target_path": format!("{}.influence", named("constraints", &constraint.name)),
            "expression": format!("clamp(1 - abs(space - {number}), 0, 1)"),
            "variables": [variable],
        })
    });
    let drivers = host.make_all("create_drivers", drivers.collect()).await?;
    Ok(json!({
        "property_path": named("", &given.property),
        "constraint_ids": ids,
        "driver_ids": drivers,
        "spaces": given.spaces.iter().enumerate().map(|(number, space)| space.name.clone().unwrap_or_else(|| number.to_string())).collect::<Vec<_>>(),
    }))
}

/// The number that says which space, beside what else is kept there.
async fn keep(host: &Atomics, given: &Given) -> Result<(), Fault> {
    let is_node = host.read::<Kept>("get_nodes", std::slice::from_ref(&given.id), &["metadata"]).await;
    let (change, kept) = match is_node {
        Ok(kept) => ("update_nodes", kept),
        Err(missing) => {
            let joint = host.read("get_joints", std::slice::from_ref(&given.id), &["metadata"]).await;
            ("update_joints", joint.map_err(|_| missing)?)
        }
    };
    let mut metadata = kept.into_iter().next().map(|kept| kept.metadata).unwrap_or_default();
    if metadata.contains_key(&given.property) {
        return Err(wrong("property", "a name that no custom property has yet", &*given.property));
    }
    metadata.insert(given.property.clone(), given.space.into());
    host.change(change, vec![json!({ "ids": [given.id], "metadata": metadata })]).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn a_number_says_which_of_the_bonds_counts() {
        let mut host = Double::new();
        host.has("get_nodes", "Prop", json!({ "metadata": { "take": 1 } }));
        let spaces = json!([{ "name": "world" }, { "name": "hand \"left\"", "target_id": "Hand" }]);
        let made = host.play("create_space_switch", json!({ "id": "Prop", "spaces": spaces, "space": 1 })).unwrap();
        assert_eq!(host.called(), ["get_nodes", "update_nodes", "create_constraints", "create_drivers"]);
        assert_eq!(host.asked("update_nodes")["items"][0]["metadata"], json!({ "take": 1, "space": 1.0 }));
        let driver = &host.asked("create_drivers")["items"][0];
        assert_eq!(driver["target_path"], "constraints[\"hand \\\"left\\\"\"].influence");
        assert_eq!(driver["expression"], "clamp(1 - abs(space - 1), 0, 1)");
        assert_eq!((&made["property_path"], &made["spaces"][0]), (&json!("[\"space\"]"), &json!("world")));
    }

    #[test]
    fn of_a_joint_it_is_a_number_of_the_joint() {
        let mut host = Double::new();
        host.has_joint("Grip", None, [0.0; 3], 1.0);
        let spaces = json!([{}, { "target_id": "Wheel" }]);
        host.play("create_space_switch", json!({ "id": "Grip", "spaces": spaces })).unwrap();
        assert_eq!(host.called()[..3], ["get_nodes", "get_joints", "update_joints"]);
    }
}
