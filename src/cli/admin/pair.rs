//! `scenewire pair`

use serde_json::json;

use super::client::Client;
use super::{Administer, secret};
use crate::cli::output::{Failure, Output};

/// For whom.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Pair {
    /// For whom, for an administrator; yourself otherwise.
    #[arg(long)]
    user: Option<String>,
    /// Exchange this code, without any key, for one that may link as a host and nothing else; it is printed this once.
    #[arg(long, value_name = "CODE", conflicts_with = "user")]
    redeem: Option<String>,
    /// What the new key is called: this machine's name, say.
    #[arg(long, value_name = "NAME", requires = "redeem", default_value = "host")]
    label: String,
}

impl Administer for Pair {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        if let Some(code) = &self.redeem {
            let answer = gateway.post("/api/v1/pair/redeem", json!({ "code": code, "label": self.label })).await?;
            let id = answer["key"]["id"].as_str().unwrap_or_default();
            secret(&answer, &format!("{id} (it is shown this once):"), output);
            return Ok(());
        }
        let body = self.user.as_ref().map_or_else(|| json!({}), |user| json!({ "user": user }));
        let answer = gateway.post("/api/v1/pair", body).await?;
        if output.json {
            output.value(&answer);
        } else {
            let minutes = answer["expires_in"].as_f64().unwrap_or_default() / 60.0;
            output.note(&format!("To be exchanged for a host's key within {minutes:.0} minutes (pair --redeem CODE):"));
            output.line(answer["code"].as_str().unwrap_or_default());
        }
        Ok(())
    }

    fn needs_key(&self) -> bool {
        self.redeem.is_none()
    }
}
