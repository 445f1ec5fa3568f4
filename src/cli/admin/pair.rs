//! `scenewire pair`

use serde_json::{Value, json};

use super::client::Client;
use super::{Administer, secret};
use crate::cli::output::{Failure, Output};
use crate::wire::Fault;
#[cfg(feature = "python")]
pub(crate) use for_hosts::redeem;

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
            let answer = redeemed(gateway, code, &self.label).await?;
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

async fn redeemed(gateway: &Client, code: &str, label: &str) -> Result<Value, Fault> {
    gateway.post("/api/v1/pair/redeem", json!({ "code": code.trim(), "label": label })).await
}

/// For the Python module: an owner in front of a host has no terminal open.
#[cfg(feature = "python")]
mod for_hosts {
    use std::time::Duration;

    use super::{Client, redeemed};
    use crate::backend::Endpoint;
    use crate::wire::{Code, Fault};

    /// Who typed a code sits before it.
    const PATIENCE: Duration = Duration::from_secs(20);

    /// The key that a code is exchanged for. For hosts, whose owners have no terminal open.
    pub(crate) async fn redeem(endpoint: Endpoint, code: &str, label: &str) -> Result<String, Fault> {
        let gateway = Client::new(endpoint);
        let answer = tokio::time::timeout(PATIENCE, redeemed(&gateway, code, label)).await;
        let silent = |_| Fault::new(Code::Unreachable, "the gateway does not answer").suggest("check the address");
        let answer = answer.map_err(silent)??;
        let key = answer["api_key"].as_str().filter(|key| !key.is_empty());
        let strange = || Fault::new(Code::Protocol, "the gateway took the code and sent no key");
        key.map(str::to_owned).ok_or_else(strange)
    }
}
