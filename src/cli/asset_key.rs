//! `scenewire asset-key PROVIDER`

use std::io::{IsTerminal as _, Read as _};

use clap::builder::PossibleValuesParser;
use serde_json::json;

use super::output::{Failure, Output};
use crate::assets::{PROVIDERS, provider};
use crate::host::{Folders, Keys};

/// For which provider.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Provider of assets that wants a key.
    #[arg(value_parser = PossibleValuesParser::new(with_keys()))]
    provider: String,
    /// Address of a mirror of it, where the owner of the host names one (asset_sources): the key goes to no other.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// Forget the key that was kept.
    #[arg(long)]
    forget: bool,
}

fn with_keys() -> Vec<&'static str> {
    PROVIDERS
        .iter()
        .map(|provider| provider.about())
        .filter(|about| about.key.is_some())
        .map(|about| about.name)
        .collect()
}

/// Keeps the key that comes on standard input, where only this user can read it.
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let Some(about) = provider(&args.provider).map(|provider| provider.about()) else {
        return Err(Failure::Usage(format!("there is no provider `{}`", args.provider)));
    };
    let (keys, url) = (Keys::new(&Folders::from_env()?), args.source.as_deref().unwrap_or(about.home));
    let told = if args.forget {
        if keys.forget(url)? { "the key is forgotten" } else { "there was no key" }
    } else {
        keys.keep(url, &read(about.title)?)?;
        "the key is kept; hosts that run use it at once"
    };
    match output.json {
        true => output.value(&json!({ "provider": about.name, "url": url, "kept": !args.forget })),
        false => output.line(&format!("{}: {told}", about.title)),
    }
    Ok(())
}

fn read(title: &str) -> Result<String, Failure> {
    let mut key = String::new();
    let mut input = std::io::stdin();
    if input.is_terminal() {
        let message =
            format!("give the key of {title} on standard input, from a file: scenewire asset-key ... < key.txt");
        return Err(Failure::Usage(message));
    }
    input.read_to_string(&mut key)?;
    Ok(key)
}
