//! What the owner of a host allows, forbids and wants to be asked about, and how that is changed while it runs: all of a
//! change, or nothing of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::assets::{Limits, PROVIDERS, Web};
use crate::wire::{Code, Fault};

/// A name this alike (Jaro-Winkler) is worth a suggestion.
const ALIKE: f64 = 0.7;

/// What the owner of a host chose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    /// Whether everything but reading is refused.
    pub read_only: bool,
    /// Whether `execute_python` is allowed.
    pub allow_python: bool,
    /// Whether it is allowed over the gateway too, where it is allowed at all.
    pub allow_remote_python: bool,
    /// Whether Python code is kept from starting programs, from the network, from files outside the roots and from the
    /// application's settings.
    pub guard_python: bool,
    /// Whether guarded code may import what is neither the application's nor of a project in the roots.
    pub third_party_code: Verdict,
    /// Whether servers on the internet may be asked for assets.
    pub allow_network: bool,
    /// Other addresses of providers of assets, by their names: a mirror of the studio's own.
    pub asset_sources: BTreeMap<String, String>,
    /// How many megabytes of assets are kept for later.
    pub asset_cache_mb: u64,
    /// Whether files may be read and written.
    pub allow_files: bool,
    /// Folders in which they may be; empty: home, current and temporary folder.
    pub roots: Vec<PathBuf>,
    /// Whether somebody is asked before Python runs.
    pub ask_python: bool,
    /// Whether somebody is asked before a file is written.
    pub ask_files: bool,
    /// Somebody is asked before more than so many objects are deleted.
    pub ask_deletes_over: Option<u64>,
    /// What is answered where nobody can be asked.
    pub unattended: Verdict,
    /// Who is asked.
    pub approver: Approver,
}

/// What the owner says beforehand to whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No.
    Deny,
    /// Yes.
    Allow,
}

/// Who answers what the owner wants to be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
    /// Whoever sits at the host; `unattended` answers in one without a window.
    Host,
    /// The user of the client, asked by it.
    Client,
    /// Nobody is there: `unattended` answers.
    Nobody,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            read_only: false,
            allow_python: true,
            allow_remote_python: false,
            guard_python: true,
            third_party_code: Verdict::Deny,
            allow_network: false,
            asset_sources: BTreeMap::new(),
            asset_cache_mb: 10_000,
            allow_files: true,
            roots: Vec::new(),
            ask_python: false,
            ask_files: false,
            ask_deletes_over: None,
            unattended: Verdict::Deny,
            approver: Approver::Host,
        }
    }
}

impl Rules {
    /// These with some of them changed, by name; the first that cannot be is told, and then none is.
    pub fn changed(&self, changes: &Map<String, Value>) -> Result<Self, Fault> {
        let mut rules = self.clone();
        changes.iter().try_for_each(|(name, value)| rules.set(name, value))?;
        Ok(rules)
    }

    fn set(&mut self, name: &str, value: &Value) -> Result<(), Fault> {
        const SWITCH: &str = "true or false";
        const VERDICT: &str = "\"deny\" or \"allow\"";
        match name {
            "read_only" => self.read_only = read(name, value, SWITCH)?,
            "allow_python" => self.allow_python = read(name, value, SWITCH)?,
            "allow_remote_python" => self.allow_remote_python = read(name, value, SWITCH)?,
            "guard_python" => self.guard_python = read(name, value, SWITCH)?,
            "third_party_code" => self.third_party_code = read(name, value, VERDICT)?,
            "allow_network" => self.allow_network = read(name, value, SWITCH)?,
            "asset_sources" => self.asset_sources = sources(name, value)?,
            "asset_cache_mb" => self.asset_cache_mb = megabytes(name, value)?,
            "allow_files" => self.allow_files = read(name, value, SWITCH)?,
            "ask_python" => self.ask_python = read(name, value, SWITCH)?,
            "ask_files" => self.ask_files = read(name, value, SWITCH)?,
            "ask_deletes_over" => self.ask_deletes_over = read(name, value, "a whole number from 0, or none")?,
            "unattended" => self.unattended = read(name, value, VERDICT)?,
            "approver" => self.approver = read(name, value, "\"host\", \"client\" or \"nobody\"")?,
            "roots" => self.roots = folders(name, value)?,
            _ => return Err(self.unknown(name)),
        }
        Ok(())
    }

    fn unknown(&self, name: &str) -> Fault {
        let known = json!(self);
        let names =
            known.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).chain(["name", "foreign_port"]);
        let mut near: Vec<(f64, &str)> = names.map(|known| (strsim::jaro_winkler(name, known), known)).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let fault = Fault::new(Code::InvalidParams, format!("a host has no setting `{name}`")).detail("argument", name);
        near.into_iter().filter(|(alike, _)| *alike > ALIKE).take(3).fold(fault, |fault, (_, near)| fault.suggest(near))
    }
}

/// What the drop-in's port may be.
pub(crate) const FOREIGN_PORT: &str = "a port from 0 to 65535, or none";

/// The value of one setting.
pub(crate) fn read<T: DeserializeOwned>(name: &str, value: &Value, expected: &str) -> Result<T, Fault> {
    serde_json::from_value(value.clone()).map_err(|_| wrong(name, value, expected))
}

fn wrong(name: &str, value: &Value, expected: &str) -> Fault {
    Fault::new(Code::InvalidParams, format!("`{name}` is {expected}, not {value}"))
        .detail("argument", name)
        .detail("expected", expected)
        .detail("got", value.clone())
}

/// What no disk has: beyond it bytes could not be counted.
const MOST_MEGABYTES: u64 = 1 << 40;

fn megabytes(name: &str, value: &Value) -> Result<u64, Fault> {
    const EXPECTED: &str = "a whole number from 0";
    let number: u64 = read(name, value, EXPECTED)?;
    if number <= MOST_MEGABYTES { Ok(number) } else { Err(wrong(name, value, EXPECTED)) }
}

/// Addresses by names of providers; a name that is none would leave its owner on the internet unawares.
fn sources(name: &str, value: &Value) -> Result<BTreeMap<String, String>, Fault> {
    let known: Vec<&str> = PROVIDERS.iter().map(|provider| provider.about().name).collect();
    let expected = format!("an address for each of: {}", known.join(", "));
    let sources: BTreeMap<String, String> = read(name, value, &expected)?;
    for (provider, address) in &sources {
        if !known.contains(&provider.as_str()) {
            return Err(wrong(name, value, &expected));
        }
        Web::new("an asset source", address, true, None, Limits::default())
            .map_err(|_| wrong(name, value, "addresses that begin with `https://`"))?;
    }
    Ok(sources)
}

/// A folder that is not there would forbid silently what its owner meant to allow.
fn folders(name: &str, value: &Value) -> Result<Vec<PathBuf>, Fault> {
    let folders: Vec<PathBuf> = read(name, value, "a list of folders")?;
    match folders.iter().find(|folder| !folder.is_dir()) {
        None => Ok(folders),
        Some(missing) => {
            let message = format!("`{}` is no folder of this machine", missing.display());
            Err(Fault::new(Code::InvalidParams, message)
                .detail("argument", name)
                .detail("path", missing.to_string_lossy())
                .suggest("create it, or leave it out"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_taken_whole_or_not_at_all() {
        let check = |changes: Value, expected: Result<fn(&Rules) -> bool, &str>| {
            let changed = Rules::default().changed(changes.as_object().unwrap());
            match expected {
                Ok(good) => assert!(good(&changed.unwrap()), "{changes}"),
                Err(part) => {
                    let fault = changed.unwrap_err();
                    assert_eq!(fault.error_code, Code::InvalidParams);
                    assert!(format!("{} {:?}", fault.error_message, fault.suggestions).contains(part), "{fault:?}");
                }
            }
        };
        check(json!({}), Ok(|rules| *rules == Rules::default()));
        check(
            json!({ "read_only": true, "ask_deletes_over": 5 }),
            Ok(|rules| rules.read_only && rules.ask_deletes_over == Some(5)),
        );
        check(json!({ "ask_deletes_over": null }), Ok(|rules| rules.ask_deletes_over.is_none()));
        check(json!({ "unattended": "allow", "approver": "client" }), Ok(|rules| rules.approver == Approver::Client));
        check(json!({ "third_party_code": "allow" }), Ok(|rules| rules.third_party_code == Verdict::Allow));
        check(json!({ "third_party_code": true }), Err("`third_party_code` is \"deny\" or \"allow\", not true"));
        check(
            json!({ "asset_sources": { "polyhaven": "http://127.0.0.1:9" } }),
            Ok(|rules| rules.asset_sources.len() == 1),
        );
        check(json!({ "asset_sources": { "polyheaven": "https://a.example" } }), Err("polyhaven, sketchfab"));
        check(json!({ "asset_sources": { "polyhaven": "a.example" } }), Err("`https://`"));
        check(json!({ "asset_cache_mb": -1 }), Err("a whole number from 0"));
        check(json!({ "read_only": "yes" }), Err("`read_only` is true or false, not \"yes\""));
        check(json!({ "ask_deletes_over": -1 }), Err("a whole number from 0"));
        check(json!({ "approver": "me" }), Err("\"host\", \"client\" or \"nobody\""));
        check(json!({ "alow_python": false }), Err("allow_python"));
        check(json!({ "roots": ["/no/such/folder"] }), Err("`/no/such/folder` is no folder"));
        check(json!({ "roots": "/" }), Err("a list of folders"));
    }
}
