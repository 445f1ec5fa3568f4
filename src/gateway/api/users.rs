//! Users: an administrator's work.

use axum::http::Method;
use serde_json::{Value, json};

use super::act::Act;
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::Fault;

const TAG: &str = "Users";
const USER: Shape = Shape::Object(&[
    ("id", Shape::Text),
    ("name", Shape::Text),
    ("created_at", Shape::Text),
    ("suspended", Shape::Yes),
]);
const WHICH: Field = Field::path("user", "Which user, by id.");
const ONE: Shape = Shape::Object(&[("user", USER)]);

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/api/v1/users",
        tag: TAG,
        summary: "List the users",
        who: Who::Admin,
        fields: &[],
        answer: Shape::Object(&[("users", Shape::List(&USER))]),
        act: "",
        run: Run::Act(list),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/users",
        tag: TAG,
        summary: "Create a user with a first key, which is shown once",
        who: Who::Admin,
        fields: &[Field::body("name", Kind::Name, "The new user's name.").needed()],
        answer: Shape::Object(&[("user", USER), ("api_key", Shape::Text)]),
        act: "create_user",
        run: Run::Act(create),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/users/{user}",
        tag: TAG,
        summary: "One user",
        who: Who::Key,
        fields: &[WHICH],
        answer: USER,
        act: "",
        run: Run::Act(one),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/users/{user}/suspend",
        tag: TAG,
        summary: "Refuse all keys of a user until it is resumed, and end its connections",
        who: Who::Admin,
        fields: &[WHICH],
        answer: ONE,
        act: "suspend_user",
        run: Run::Act(|act| {
            act.site.accounts().suspend_user(act.input.needed("user")).map(|user| json!({ "user": user }))
        }),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/users/{user}/resume",
        tag: TAG,
        summary: "Let a suspended user in again",
        who: Who::Admin,
        fields: &[WHICH],
        answer: ONE,
        act: "resume_user",
        run: Run::Act(|act| {
            act.site.accounts().resume_user(act.input.needed("user")).map(|user| json!({ "user": user }))
        }),
    },
    Route {
        method: Method::DELETE,
        path: "/api/v1/users/{user}",
        tag: TAG,
        summary: "Delete a user with its keys, instances and shares",
        who: Who::Admin,
        fields: &[WHICH],
        answer: ONE,
        act: "delete_user",
        run: Run::Act(|act| {
            act.site.accounts().delete_user(act.input.needed("user")).map(|user| json!({ "user": user }))
        }),
    },
];

fn list(act: &Act) -> Result<Value, Fault> {
    Ok(json!({ "users": act.site.accounts().list_users() }))
}

fn create(act: &Act) -> Result<Value, Fault> {
    let (user, secret) = act.site.accounts().create_user(act.input.needed("name"))?;
    Ok(json!({ "user": user, "api_key": secret }))
}

fn one(act: &Act) -> Result<Value, Fault> {
    act.site.accounts().user(&act.subject()?).map(|user| json!(user))
}
