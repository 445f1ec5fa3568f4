//! `scenewire key`

use serde_json::{Map, Value, json};

use super::client::{Client, encode, query};
use super::time::Span;
use super::{Administer, done, list, secret};
use crate::cli::output::{Failure, Output};

/// Keys of a user.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Key {
    /// Make a key and print it; it is shown this once.
    Create(New),
    /// List the keys, without their secrets.
    List {
        /// Whose, for an administrator; your own otherwise.
        #[arg(long)]
        user: Option<String>,
    },
    /// Make a key that takes the place of another one and print it.
    Rotate {
        /// Id of the old key.
        id: String,
        /// How long the old key goes on: 90s, 15m, 2h, 7d.
        #[arg(long)]
        overlap: Option<Span>,
    },
    /// Revoke a key and end its connections.
    Revoke {
        /// Id of the key.
        id: String,
    },
}

/// What the new key may do; all that its user may where nothing is said.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct New {
    /// What it is for.
    label: String,
    /// Whose, for an administrator; your own otherwise.
    #[arg(long)]
    user: Option<String>,
    /// For hosts, for clients, or both.
    #[arg(long = "use", value_name = "USE", value_parser = ["host", "client"], value_delimiter = ',')]
    uses: Vec<String>,
    /// Kinds of operation.
    #[arg(long = "scope", value_name = "SCOPE", value_parser = ["read", "edit", "python", "files", "route"], value_delimiter = ',')]
    scopes: Vec<String>,
    /// Operations, by name or by beginning and `*`.
    #[arg(long = "operation", value_name = "NAME", value_delimiter = ',')]
    operations: Vec<String>,
    /// Instances, by id or name.
    #[arg(long = "instance", value_name = "INSTANCE", value_delimiter = ',')]
    instances: Vec<String>,
    /// Instance that is meant when a call names none, by id or name.
    #[arg(long, value_name = "INSTANCE")]
    default_instance: Option<String>,
    /// Calls per second.
    #[arg(long)]
    rate: Option<u32>,
    /// Calls at once.
    #[arg(long)]
    concurrency: Option<u32>,
    /// When it ends: 90s, 15m, 2h, 7d from now.
    #[arg(long, value_name = "SPAN")]
    expires: Option<Span>,
}

impl New {
    /// What was said and nothing else: the rest is the gateway's to decide.
    fn body(&self) -> Value {
        let texts = |texts: &Vec<String>| (!texts.is_empty()).then(|| json!(texts));
        let fields = [
            ("label", Some(json!(self.label))),
            ("user", self.user.as_ref().map(|user| json!(user))),
            ("uses", texts(&self.uses)),
            ("scopes", texts(&self.scopes)),
            ("operations", texts(&self.operations)),
            ("instances", texts(&self.instances)),
            ("default_instance", self.default_instance.as_ref().map(|id| json!(id))),
            ("rate", self.rate.map(|rate| json!(rate))),
            ("concurrency", self.concurrency.map(|many| json!(many))),
            ("expires_in", self.expires.map(|span| json!(span.0))),
        ];
        let given = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(given.collect::<Map<_, _>>())
    }
}

impl Administer for Key {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        let made = |answer: &Value, output: &mut Output| {
            let id = answer["key"]["id"].as_str().unwrap_or_default();
            secret(answer, &format!("{id} (it is shown this once):"), output);
        };
        match self {
            Self::Create(new) => made(&gateway.post("/api/v1/keys", new.body()).await?, output),
            Self::List { user } => {
                let answer = gateway.get(&query("/api/v1/keys", &[("user", user.clone())])).await?;
                let columns = [
                    ("label", "label"),
                    ("uses", "uses"),
                    ("scopes", "scopes"),
                    ("last used", "last_used"),
                    ("expires", "expires_at"),
                    ("revoked", "revoked_at"),
                    ("id", "id"),
                ];
                list(&answer, "keys", &columns, output);
            }
            Self::Rotate { id, overlap } => {
                let body = overlap.map_or_else(|| json!({}), |span| json!({ "overlap": span.0 }));
                made(&gateway.post(&format!("/api/v1/keys/{}/rotate", encode(id)), body).await?, output);
            }
            Self::Revoke { id } => {
                let answer = gateway.delete(&format!("/api/v1/keys/{}", encode(id))).await?;
                done(&answer, &format!("{id} is revoked."), output);
            }
        }
        Ok(())
    }
}
