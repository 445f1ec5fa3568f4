//! `scenewire user`

use serde_json::json;

use super::client::{Client, encode};
use super::{Administer, done, list, secret};
use crate::cli::output::{Failure, Output};

/// Users of the gateway; an administrator's key is needed.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum User {
    /// Create a user and print a first key, which is shown this once.
    Create {
        /// Name of the user.
        name: String,
    },
    /// List the users.
    List,
    /// Refuse all keys of a user until it is resumed, and end its connections.
    Suspend {
        /// Id or name of the user.
        user: String,
    },
    /// Let a suspended user in again.
    Resume {
        /// Id or name of the user.
        user: String,
    },
    /// Delete a user with its keys, instances and shares.
    Delete {
        /// Id or name of the user.
        user: String,
    },
}

impl Administer for User {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        let of = |user: &str, act: &str| format!("/api/v1/users/{}{act}", encode(user));
        match self {
            Self::Create { name } => {
                let answer = gateway.post("/api/v1/users", json!({ "name": name })).await?;
                let id = answer["user"]["id"].as_str().unwrap_or_default();
                secret(&answer, &format!("`{name}` is {id}. The key (it is shown this once):"), output);
            }
            Self::List => {
                let answer = gateway.get("/api/v1/users").await?;
                let columns = [("name", "name"), ("suspended", "suspended"), ("created", "created_at"), ("id", "id")];
                list(&answer, "users", &columns, output);
            }
            Self::Suspend { user } => {
                let answer = gateway.post(&of(user, "/suspend"), json!({})).await?;
                done(&answer, &format!("`{user}` is suspended."), output);
            }
            Self::Resume { user } => {
                let answer = gateway.post(&of(user, "/resume"), json!({})).await?;
                done(&answer, &format!("`{user}` may come in again."), output);
            }
            Self::Delete { user } => {
                let answer = gateway.delete(&of(user, "")).await?;
                done(&answer, &format!("`{user}` is deleted."), output);
            }
        }
        Ok(())
    }
}
