//! `scenewire instance`

use serde_json::json;

use super::client::{Client, encode, query};
use super::time::Span;
use super::{Administer, done, list};
use crate::cli::output::{Failure, Output};

/// Instances that the gateway knows; each is named by id or name.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Instance {
    /// List them with their status.
    List {
        /// Whose, for an administrator; your own otherwise.
        #[arg(long)]
        user: Option<String>,
    },
    /// Give one another name.
    Rename {
        /// Which one.
        instance: String,
        /// Its new name.
        name: String,
    },
    /// Forget one with its shares; a host that is linked under it is sent away.
    Forget {
        /// Which one.
        instance: String,
    },
    /// Share one with another user.
    Share {
        /// Which one.
        instance: String,
        /// With whom, by id or name.
        user: String,
        /// What they may do.
        #[arg(long, value_parser = ["viewer", "editor"], default_value = "viewer")]
        role: String,
        /// When it ends: 90s, 15m, 2h, 7d from now.
        #[arg(long, value_name = "SPAN")]
        expires: Option<Span>,
    },
    /// List what you share and what is shared with you.
    Shares,
    /// End a share.
    Unshare {
        /// Id of the share.
        share: String,
    },
    /// Say which operations may be called on one at all.
    Allow {
        /// Which one.
        instance: String,
        /// By name, or by beginning and `*`.
        #[arg(required_unless_present_any = ["all", "none"])]
        operations: Vec<String>,
        /// Every operation again.
        #[arg(long, conflicts_with_all = ["operations", "none"])]
        all: bool,
        /// No operation.
        #[arg(long, conflicts_with = "operations")]
        none: bool,
    },
}

impl Administer for Instance {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        let of = async |instance: &str, act: &str| {
            gateway.instance(instance, None).await.map(|id| format!("/api/v1/instances/{}{act}", encode(&id)))
        };
        match self {
            Self::List { user } => {
                let answer = gateway.get(&query("/api/v1/instances", &[("user", user.clone())])).await?;
                let columns = [
                    ("name", "name"),
                    ("application", "app"),
                    ("version", "app_version"),
                    ("status", "status"),
                    ("reason", "reason"),
                    ("role", "role"),
                    ("last seen", "last_seen"),
                    ("id", "id"),
                ];
                list(&answer, "instances", &columns, output);
            }
            Self::Rename { instance, name } => {
                let answer = gateway.patch(&of(instance, "").await?, json!({ "name": name })).await?;
                done(&answer, &format!("`{instance}` is `{name}` now."), output);
            }
            Self::Forget { instance } => {
                let answer = gateway.delete(&of(instance, "").await?).await?;
                done(&answer, &format!("`{instance}` is forgotten."), output);
            }
            Self::Share { instance, user, role, expires } => {
                let id = gateway.instance(instance, None).await?;
                let mut body = json!({ "instance": id, "to_user": user, "role": role });
                if let Some(span) = expires {
                    body["expires_in"] = span.0.into();
                }
                let answer = gateway.post("/api/v1/shares", body).await?;
                let share = answer["share"]["id"].as_str().unwrap_or_default();
                done(&answer, &format!("`{user}` is {role} of `{instance}` now: {share}"), output);
            }
            Self::Shares => shares(gateway, output).await?,
            Self::Unshare { share } => {
                let answer = gateway.delete(&format!("/api/v1/shares/{}", encode(share))).await?;
                done(&answer, &format!("{share} is over."), output);
            }
            Self::Allow { instance, operations, all, none } => {
                let list = if *all { json!(null) } else { json!(operations) };
                let answer = gateway.put(&of(instance, "/allow").await?, json!({ "operations": list })).await?;
                let what = match (all, none) {
                    (true, _) => "every operation again".to_owned(),
                    (_, true) => "no operation any more".to_owned(),
                    _ => format!("these operations and no others: {}", operations.join(", ")),
                };
                done(&answer, &format!("`{instance}` takes {what}."), output);
            }
        }
        Ok(())
    }
}

async fn shares(gateway: &Client, output: &mut Output) -> Result<(), Failure> {
    let answer = gateway.get("/api/v1/shares").await?;
    if output.json {
        output.value(&answer);
        return Ok(());
    }
    output.line("Given:");
    let columns =
        [("instance", "instance"), ("to", "user_name"), ("role", "role"), ("expires", "expires_at"), ("id", "id")];
    list(&answer, "given", &columns, output);
    output.line("Received:");
    let columns =
        [("instance", "instance"), ("from", "owner_name"), ("role", "role"), ("expires", "expires_at"), ("id", "id")];
    list(&answer, "received", &columns, output);
    Ok(())
}
