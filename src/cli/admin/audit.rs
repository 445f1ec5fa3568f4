//! `scenewire audit`

use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use super::client::{Client, query};
use super::{Administer, cell, done, list};
use crate::cli::output::{Failure, Output};

/// How often the record is asked for what is new.
const LOOK: Duration = Duration::from_secs(1);
/// One page.
const PAGE: u32 = 1_000;

const COLUMNS: [(&str, &str); 8] = [
    ("seq", "seq"),
    ("time", "time"),
    ("user", "user"),
    ("instance", "instance"),
    ("operation", "operation"),
    ("outcome", "outcome"),
    ("µs", "duration_us"),
    ("detail", "detail"),
];

/// The record of calls and administrative acts.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Audit {
    /// Print the newest records, oldest first.
    Tail {
        /// How many.
        #[arg(long, short = 'n', default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
        lines: u32,
        /// Go on printing as they come; Ctrl-C ends it.
        #[arg(long, short)]
        follow: bool,
        #[command(flatten)]
        filter: Filter,
    },
    /// Find records, newest first.
    Search {
        #[command(flatten)]
        filter: Filter,
        /// How many at most.
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1000))]
        limit: u32,
        /// Those before this one: the last `seq` of the page before.
        #[arg(long, value_name = "SEQ")]
        before: Option<u64>,
    },
    /// Check every hash and every signed checkpoint; an administrator's key is needed.
    Verify,
    /// Write the record as JSON lines, oldest first.
    Export {
        #[command(flatten)]
        filter: Filter,
        /// File; standard output otherwise.
        #[arg(long, short)]
        out: Option<PathBuf>,
    },
}

/// Which records.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct Filter {
    /// Whose calls, and calls on whose instances, for an administrator.
    #[arg(long)]
    user: Option<String>,
    /// With which key, by id.
    #[arg(long = "with-key", value_name = "ID")]
    with_key: Option<String>,
    /// On which instance, by id.
    #[arg(long)]
    instance: Option<String>,
    /// Which operation or act; `*` at the end for all that begin so.
    #[arg(long)]
    operation: Option<String>,
    /// `ok` or an error code.
    #[arg(long)]
    outcome: Option<String>,
    /// Not before: a time such as 2026-01-31T12:00:00Z, or an age such as 2h.
    #[arg(long)]
    since: Option<String>,
    /// Before: a time or an age.
    #[arg(long)]
    until: Option<String>,
}

impl Filter {
    fn path(&self, path: &str, more: [(&str, Option<String>); 2]) -> String {
        let [first, second] = more;
        let parameters = [
            ("user", self.user.clone()),
            ("key", self.with_key.clone()),
            ("instance", self.instance.clone()),
            ("operation", self.operation.clone()),
            ("outcome", self.outcome.clone()),
            ("since", self.since.clone()),
            ("until", self.until.clone()),
            first,
            second,
        ];
        query(path, &parameters)
    }

    /// One page, newest first.
    async fn page(&self, gateway: &Client, limit: u32, before: Option<u64>) -> Result<Value, Failure> {
        let more = [("limit", Some(limit.to_string())), ("before", before.map(|seq| seq.to_string()))];
        Ok(gateway.get(&self.path("/api/v1/audit", more)).await?)
    }
}

impl Administer for Audit {
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure> {
        match self {
            Self::Tail { lines, follow, filter } => tail(gateway, filter, *lines, *follow, output).await,
            Self::Search { filter, limit, before } => {
                let answer = filter.page(gateway, *limit, *before).await?;
                list(&answer, "records", &COLUMNS, output);
                if let (false, Some(next)) = (output.json, answer["next"].as_u64()) {
                    output.note(&format!("More: --before {next}"));
                }
                Ok(())
            }
            Self::Verify => verify(gateway, output).await,
            Self::Export { filter, out } => {
                let lines = gateway.bytes(&filter.path("/api/v1/audit/export", [("", None), ("", None)])).await?;
                match out {
                    None => output.text(&String::from_utf8_lossy(&lines)),
                    Some(path) => {
                        std::fs::write(path, &lines)?;
                        output.note(&format!("wrote {}", path.display()));
                    }
                }
                Ok(())
            }
        }
    }
}

async fn verify(gateway: &Client, output: &mut Output) -> Result<(), Failure> {
    let answer = gateway.get("/api/v1/audit/verify").await?;
    let intact = answer["intact"] == true;
    let sentence = if intact {
        format!("Intact: {} records, {} signed checkpoints.", cell(&answer["records"]), cell(&answer["checkpoints"]))
    } else {
        format!("BROKEN at record {}: {}", cell(&answer["seq"]), cell(&answer["why"]))
    };
    done(&answer, &sentence, output);
    if intact { Ok(()) } else { Err(Failure::Exit(1)) }
}

/// One line for each record, so that it can be piped while it grows.
async fn tail(gateway: &Client, filter: &Filter, lines: u32, follow: bool, output: &mut Output) -> Result<(), Failure> {
    let mut limit = lines;
    let mut seen = 0;
    loop {
        let answer = filter.page(gateway, limit, None).await?;
        let records = answer["records"].as_array().map(Vec::as_slice).unwrap_or_default();
        for record in records.iter().rev().filter(|record| record["seq"].as_u64().unwrap_or_default() > seen) {
            if output.json {
                output.value(record);
            } else {
                let cells = COLUMNS.iter().map(|(_, place)| cell(&record[*place])).filter(|cell| !cell.is_empty());
                output.line(&cells.collect::<Vec<_>>().join("  "));
            }
        }
        seen = records.iter().filter_map(|record| record["seq"].as_u64()).max().unwrap_or(seen).max(seen);
        if !follow {
            return Ok(());
        }
        limit = PAGE;
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            pressed = tokio::signal::ctrl_c() => return Ok(pressed?),
        }
    }
}
