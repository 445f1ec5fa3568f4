//! Where a command goes: the sessions of this machine, or those behind a gateway.

use std::fs;
use std::path::{Path, PathBuf};

use super::output::Failure;
use crate::across::Across;
use crate::backend::{Any, Endpoint, Gateway, Local, Trust};
use crate::wire::{Code, Fault, reason};

/// Where the key is that no flag gives.
const KEY: &str = "SCENEWIRE_KEY";
/// And the fingerprint.
const PIN: &str = "SCENEWIRE_PIN";

/// A gateway and what makes it the right one.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Gateway")]
pub(super) struct Target {
    /// Address of a gateway, `https://gateway.example:5000`.
    #[arg(long, global = true, env = "SCENEWIRE_GATEWAY", value_name = "URL")]
    gateway: Option<String>,
    /// Key for the gateway; else --key-file, else SCENEWIRE_KEY. Other users of this machine can read a command line:
    /// those are safer.
    // Without `env`: what the shell has exported would be in conflict with the flags that are stronger.
    #[arg(long, global = true, value_name = "KEY")]
    key: Option<String>,
    /// File that holds the key.
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "key")]
    key_file: Option<PathBuf>,
    /// Certificate authority of the gateway, a PEM file; the system's otherwise.
    #[arg(long, global = true, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Fingerprint of the gateway's certificate, as it prints it: `sha256:AB:CD:...`; without it and --ca:
    /// SCENEWIRE_PIN.
    #[arg(long, global = true, value_name = "FINGERPRINT", conflicts_with = "ca")]
    pin: Option<String>,
}

impl Target {
    /// Whether a gateway was named.
    pub(super) fn is_gateway(&self) -> bool {
        self.gateway.is_some()
    }

    /// The gateway and the key for it.
    pub(super) fn endpoint(&self) -> Result<Endpoint, Failure> {
        let key = match (&self.key, &self.key_file) {
            (Some(key), _) => Some(key.clone()),
            (None, Some(file)) => Some(read_secret(file)?),
            (None, None) => environment(KEY),
        };
        match key {
            None if self.is_gateway() => Err(Fault::new(Code::Unauthorized, "a gateway needs a key")
                .suggest("set SCENEWIRE_KEY, or add --key-file FILE")
                .into()),
            key => self.endpoint_with(&key.unwrap_or_default()),
        }
    }

    /// The gateway for what needs no key.
    pub(super) fn endpoint_without_key(&self) -> Result<Endpoint, Failure> {
        self.endpoint_with("none")
    }

    fn endpoint_with(&self, key: &str) -> Result<Endpoint, Failure> {
        let url = self.gateway.as_deref().ok_or_else(|| {
            Failure::Usage("no gateway was named: add --gateway URL, or set SCENEWIRE_GATEWAY".to_owned())
        })?;
        let pin = self.pin.clone().or_else(|| if self.ca.is_none() { environment(PIN) } else { None });
        Ok(Endpoint::new(url, key, Trust::chosen(self.ca.as_deref(), pin.as_deref())?)?)
    }

    /// The backend that it names.
    pub(super) fn backend(&self) -> Result<Across<Any>, Failure> {
        let any = match self.is_gateway() {
            true => Any::Gateway(Gateway::new(self.endpoint()?)),
            false => Any::Local(Local::new()?),
        };
        Ok(Across::new(any))
    }
}

/// What was exported and is not empty.
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// What is in a file that holds a key or token.
pub(super) fn read_secret(path: &Path) -> Result<String, Fault> {
    let text = fs::read_to_string(path).map_err(|error| {
        Fault::new(Code::FileNotFound, format!("cannot read {}: {}", path.display(), reason(error)))
    })?;
    Ok(text.trim().to_owned())
}
