//! Where settings come from, the weakest first, and what is wrong with them.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::Config;
use super::settings::{SETTINGS, setting};
use crate::wire::{Code, Fault, reason};

/// Names in the environment begin with it.
const PREFIX: &str = "SCENEWIRE_GATEWAY_";

/// Where settings come from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file, when there is one.
    pub file: Option<PathBuf>,
    /// Names and values of the environment.
    pub environment: Vec<(String, String)>,
    /// Flags by the names of their settings.
    pub flags: Vec<(&'static str, String)>,
    /// Whether MCP serves what the protocol's conformance suite expects as well.
    #[cfg(feature = "conformance")]
    pub fixtures: bool,
}

impl Sources {
    /// A file, the process's environment and these flags.
    pub fn new(file: Option<PathBuf>, flags: Vec<(&'static str, String)>) -> Self {
        let of_ours = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        let environment = std::env::vars_os().filter_map(of_ours).filter(|(name, _)| name.starts_with(PREFIX));
        Self {
            file,
            environment: environment.collect(),
            flags,
            #[cfg(feature = "conformance")]
            fixtures: false,
        }
    }

    /// The settings of all sources, or everything that is wrong with them.
    pub(crate) fn load(&self) -> Result<Config, Vec<String>> {
        let mut config = Config::default();
        let mut wrong = Vec::new();
        for (origin, name, value) in self.given(&mut wrong) {
            match setting(&name).and_then(|setting| Ok((setting, setting.check(value)?))) {
                Ok((setting, given)) => (setting.set)(&mut config, given),
                Err(why) => wrong.push(format!("{origin}: {why}")),
            }
        }
        if config.ssl_cert.is_some() != config.ssl_key.is_some() {
            wrong.push("ssl_cert and ssl_key belong together: one of them is missing".to_owned());
        }
        if wrong.is_empty() { Ok(config) } else { Err(wrong) }
    }

    /// All that was given, the weakest first.
    fn given(&self, wrong: &mut Vec<String>) -> Vec<(String, String, Value)> {
        let mut given = Vec::new();
        if let Some(path) = &self.file {
            let origin = path.display().to_string();
            match read(path) {
                Ok(table) => given.extend(table.into_iter().map(|(name, value)| (origin.clone(), name, value))),
                Err(why) => wrong.push(why),
            }
        }
        for (name, value) in &self.environment {
            let setting = name.trim_start_matches(PREFIX).to_lowercase();
            given.push((name.clone(), setting, Value::String(value.clone())));
        }
        for (name, value) in &self.flags {
            let flag = format!("--{}", name.replace('_', "-"));
            given.push((flag, (*name).to_owned(), Value::String(value.clone())));
        }
        given
    }

    /// The settings as an error that a person reads.
    pub(crate) fn first(&self) -> Result<Config, Fault> {
        self.load().map_err(|wrong| Fault::new(Code::InvalidParams, wrong.join("\n")))
    }

    /// What of a fresh reading can be taken over while running, and what waits for a restart.
    pub(crate) fn again(&self, running: &Config) -> Result<(Config, Vec<&'static str>), Vec<String>> {
        let fresh = self.load()?;
        let mut next = running.clone();
        let mut waits = Vec::new();
        for setting in SETTINGS.iter().filter(|setting| !(setting.same)(&fresh, running)) {
            if setting.restart {
                waits.push(setting.name);
            } else {
                (setting.take)(&mut next, &fresh);
            }
        }
        Ok((next, waits))
    }
}

fn read(path: &std::path::Path) -> Result<Map<String, Value>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {}", path.display(), reason(error)))?;
    crate::toml::read(&text).map_err(|error| format!("{}: {}", path.display(), error.to_string().trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(
        file: &str,
        environment: &[(&str, &str)],
        flags: &[(&'static str, &str)],
    ) -> (tempfile::TempDir, Sources) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gateway.toml");
        std::fs::write(&path, file).unwrap();
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let flags = flags.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let mut sources = Sources::new(Some(path), flags);
        sources.environment = environment;
        (folder, sources)
    }

    #[test]
    fn the_stronger_source_wins() {
        let (_folder, sources) = sources(
            "port = 1\nrate = 1\nconcurrency = 1\nnames = [\"a.example\", \"b.example\"]\n",
            &[
                ("SCENEWIRE_GATEWAY_RATE", "2"),
                ("SCENEWIRE_GATEWAY_CONCURRENCY", "2"),
                ("SCENEWIRE_GATEWAY_TLS", "yes"),
            ],
            &[("concurrency", "3"), ("debug", "true")],
        );
        let config = sources.load().unwrap();
        assert_eq!((config.port, config.rate, config.concurrency), (1, 2, 3));
        assert!(config.tls && config.debug && !config.allow_remote);
        assert_eq!(config.names, ["a.example", "b.example"]);
        assert_eq!(config.session_idle, Config::default().session_idle);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let check = |file: &str, environment: &[(&str, &str)], expected: &[&str]| {
            let (_folder, sources) = sources(file, environment, &[]);
            let wrong = sources.load().unwrap_err();
            assert_eq!(wrong.len(), expected.len(), "{wrong:?}");
            for (wrong, expected) in wrong.iter().zip(expected) {
                assert!(wrong.contains(expected), "{wrong}");
            }
        };
        check("sesion_idle = 5", &[], &["did you mean `session_idle`?"]);
        check(
            "zzz = 5\nport = 70000",
            &[],
            &["there is no setting `zzz`", "`port` must be a whole number from 0 to 65535"],
        );
        check("rate = \"many\"\nssl_cert = \"a\"", &[], &["`rate` must be", "ssl_cert and ssl_key belong together"]);
        check("rate = ", &[], &["gateway.toml"]);
        check(
            "",
            &[("SCENEWIRE_GATEWAY_HOTS", "x")],
            &["SCENEWIRE_GATEWAY_HOTS: there is no setting `hots`; did you mean `host`?"],
        );
        check("log_format = \"xml\"", &[], &["one of text, json"]);
    }

    #[test]
    fn a_key_is_not_repeated_in_an_error() {
        let (_folder, sources) = sources("admin_key = [\"sw_admin_secret\"]", &[], &[]);
        assert!(!sources.load().unwrap_err()[0].contains("secret"));
    }

    #[test]
    fn what_needs_a_restart_waits_for_it() {
        let (_folder, sources) = sources("port = 7\nrate = 9", &[], &[]);
        let (next, waits) = sources.again(&Config::default()).unwrap();
        assert_eq!((next.port, next.rate, waits), (5000, 9, vec!["port"]));
    }
}
