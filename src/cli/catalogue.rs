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
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let fallback = if output.json { Format::Json } else { Format::Markdown };
    match args.format.unwrap_or(fallback) {
        Format::Json => output.value(&catalogue().to_json()),
        Format::Markdown => output.text(&catalogue().to_markdown()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;

    #[test]
    fn both_formats_tell_every_operation() {
        for (format, json) in
            [(None, true), (Some(Format::Json), false), (Some(Format::Markdown), false), (None, false)]
        {
            let (mut output, out, _) = captured::output(json);
            assert!(run(&Args { format }, &mut output).is_ok());
            for operation in catalogue().operations() {
                assert!(out.text().contains(&operation.name), "{format:?} lacks {}", operation.name);
            }
            let is_json = serde_json::from_str::<serde_json::Value>(&out.text()).is_ok();
            assert_eq!(is_json, json || format == Some(Format::Json));
        }
    }
}
