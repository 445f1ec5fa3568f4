//! `scenewire catalogue`

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::output::{Failure, Output};
use crate::catalogue::catalogue;

/// How to print it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// JSON, JSON Schema and TypeScript for programs, Markdown for people, or the package of a new adapter.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Of a new adapter: what its application is called, as a Python module.
    #[arg(long, required_if_eq("format", "adapter"), value_parser = module)]
    name: Option<String>,
    /// Of a new adapter: the folder in which its package is made.
    #[arg(long, default_value = ".")]
    output: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    JsonSchema,
    Typescript,
    Markdown,
    Adapter,
}

/// Prints every entity and operation.
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let fallback = if output.json { Format::Json } else { Format::Markdown };
    match args.format.unwrap_or(fallback) {
        Format::Json => output.value(&catalogue().to_json()),
        Format::JsonSchema => output.value(&catalogue().to_json_schema()),
        Format::Typescript => output.text(&catalogue().to_typescript()),
        Format::Markdown => output.text(&catalogue().to_markdown()),
        Format::Adapter => write_adapter(args.name.as_deref().unwrap_or_default(), &args.output, output)?,
    }
    Ok(())
}

/// A name that a Python package can have.
fn module(name: &str) -> Result<String, String> {
    let letters = name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_');
    match letters && name.starts_with(|char: char| char.is_ascii_lowercase()) {
        true => Ok(name.to_owned()),
        false => Err("expected a name of lower-case letters, digits and `_`, such as `houdini`".to_owned()),
    }
}

/// Writes the package of a new adapter; one that is there already is somebody's work and stays.
fn write_adapter(name: &str, folder: &Path, output: &mut Output) -> Result<(), Failure> {
    let package = folder.join(name);
    if package.exists() {
        return Err(Failure::Usage(format!(
            "{} is there already; choose another --name or --output",
            package.display()
        )));
    }
    for (path, text) in catalogue().to_adapter(name) {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(&path, text)?;
    }
    output.text(&format!("{} is written: every operation answers not_supported until you write it", package.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;

    fn args(format: Option<Format>) -> Args {
        Args { format, name: None, output: PathBuf::new() }
    }

    #[test]
    fn every_format_tells_every_operation() {
        for (format, json) in [
            (None, true),
            (Some(Format::Json), false),
            (Some(Format::JsonSchema), false),
            (Some(Format::Typescript), false),
            (Some(Format::Markdown), false),
            (None, false),
        ] {
            let (mut output, out, _) = captured::output(json);
            assert!(run(&args(format), &mut output).is_ok());
            for operation in catalogue().operations() {
                assert!(out.text().contains(&operation.name), "{format:?} lacks {}", operation.name);
            }
            let is_json = serde_json::from_str::<serde_json::Value>(&out.text()).is_ok();
            assert_eq!(is_json, json || matches!(format, Some(Format::Json | Format::JsonSchema)));
        }
    }

    #[test]
    fn a_new_adapter_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let make = || {
            let (mut output, _, _) = captured::output(false);
            let (name, output_folder) = (Some("houdini".to_owned()), folder.path().to_owned());
            run(&Args { format: Some(Format::Adapter), name, output: output_folder }, &mut output)
        };
        assert!(make().is_ok());
        assert!(folder.path().join("houdini/rendering.py").is_file());
        assert!(make().is_err());
        assert!(module("Houdini").is_err() && module("").is_err() && module("../x").is_err());
    }
}
