//! `scenewire session`

use super::client::{Client, encode, query};
use super::{Administer, done, list};
use crate::cli::output::{Failure, Output};

/// Sessions of hosts and clients.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Session {
    /// List them.
    List {
        /// Whose, for an administrator; all otherwise.
        #[arg(long)]
        user: Option<String>,
    },
    /// End one.
    End {
        /// Id of the session.
        id: String,
    },
}

impl Administer for Session {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        match self {
            Self::List { user } => {
                let answer = gateway.get(&query("/api/v1/sessions", &[("user", user.clone())])).await?;
                let columns = [
                    ("kind", "kind"),
                    ("user", "user"),
                    ("key", "key"),
                    ("since", "since"),
                    ("idle (s)", "idle_s"),
                    ("id", "id"),
                ];
                list(&answer, "sessions", &columns, output);
            }
            Self::End { id } => {
                let answer = gateway.delete(&format!("/api/v1/sessions/{}", encode(id))).await?;
                done(&answer, &format!("{id} is over."), output);
            }
        }
        Ok(())
    }
}
