//! The four paths by which other people's scripts know the gateway.

use serde_json::{Value, json};

use axum::http::Method;

use super::act::Act;
use super::calls;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::{Fault, Request};

/// Their heading in the documentation.
pub(super) const TAG: &str = "Seed";
/// The one whose errors have the seed's fields too.
pub(super) const ROUTE_COMMAND: &str = "/api/route_command";

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/api/create_user",
        tag: TAG,
        summary: "Create a user with a first key, which is shown once",
        who: Who::Admin,
        fields: &[Field::query("username", Kind::Name, "The new user's name.").needed()],
        answer: Shape::Object(&[("user_id", Shape::Text), ("username", Shape::Text), ("api_key", Shape::Text)]),
        act: "create_user",
        run: Run::Act(create_user),
    },
    Route {
        method: Method::POST,
        path: "/api/register_blender_instance",
        tag: TAG,
        summary: "Reserve an id and a name that the user's host then takes when it links; a host that links itself needs none",
        who: Who::Owner,
        fields: &[Field::query("instance_name", Kind::Name, "The instance's name.").needed()],
        answer: Shape::Object(&[("instance_id", Shape::Text), ("name", Shape::Text)]),
        act: "reserve_instance",
        run: Run::Act(register),
    },
    Route {
        method: Method::GET,
        path: "/api/list_blender_instances",
        tag: TAG,
        summary: "List the instances that the key sees",
        who: Who::Key,
        fields: &[],
        answer: Shape::Object(&[("instances", Shape::List(&Shape::Any))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::POST,
        path: ROUTE_COMMAND,
        tag: TAG,
        summary: "Run one operation on an instance",
        who: Who::Key,
        fields: &[
            Field::query("target_instance_id", Kind::Id, "Which instance, by id or name.").needed(),
            Field::query("command_type", Kind::Text, "The operation's name.").needed(),
            Field::body("params", Kind::Object, "The operation's arguments."),
        ],
        answer: Shape::Object(&[("status", Shape::Text), ("result", Shape::Any)]),
        act: "",
        run: Run::Call(|act| Box::pin(route(act))),
    },
];

fn create_user(act: &Act) -> Result<Value, Fault> {
    let (user, secret) = act.site.accounts().create_user(act.input.needed("username"))?;
    Ok(json!({ "user_id": user.id, "username": user.name, "api_key": secret }))
}

fn register(act: &Act) -> Result<Value, Fault> {
    let instance = act.site.accounts().reserve(&act.who()?.user, act.input.needed("instance_name"))?;
    Ok(json!({ "instance_id": instance.id, "name": instance.name }))
}

fn list(act: &Act) -> Result<Value, Fault> {
    let instances = act.site.router().instances(act.who()?);
    let rows = instances.into_iter().map(|instance| {
        let mut row = serde_json::to_value(&instance).unwrap_or_default();
        row["instance_id"] = instance.id.into();
        row["platform"] = instance.host.app.into();
        row
    });
    Ok(json!({ "instances": rows.collect::<Vec<_>>() }))
}

async fn route(act: Act) -> Result<Value, Fault> {
    let arguments = calls::arguments(&act, "params")?;
    let request = Request {
        instance: act.input.text("target_instance_id").map(str::to_owned),
        operation: act.input.needed("command_type").to_owned(),
        arguments: arguments.payload,
        ..Request::default()
    };
    let reply = act.perform(request).await?;
    calls::used(&act, &arguments.blobs);
    Ok(json!({ "status": "success", "result": calls::result(&act, reply.payload) }))
}
