//! `scenewire pair`

use serde_json::json;

use super::Administer;
use super::client::Client;
use crate::cli::output::{Failure, Output};

/// For whom.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Pair {
    /// For whom, for an administrator; yourself otherwise.
    #[arg(long)]
    user: Option<String>,
}

impl Administer for Pair {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        let body = self.user.as_ref().map_or_else(|| json!({}), |user| json!({ "user": user }));
        let answer = gateway.post("/api/v1/pair", body).await?;
        if output.json {
            output.value(&answer);
        } else {
            let minutes = answer["expires_in"].as_f64().unwrap_or_default() / 60.0;
            output.note(&format!("Type this code in the add-on within {minutes:.0} minutes:"));
            output.line(answer["code"].as_str().unwrap_or_default());
        }
        Ok(())
    }
}
