//! The gateway's settings: one table, three sources (file, environment, flags), the stronger one last.

use std::path::PathBuf;
use std::time::Duration;

use toml::Value;

use super::blobs::Bounds;
use super::router::{Limits, Timeouts};
use crate::wire::{Code, Fault, limits};

/// Names in the environment begin with it.
const PREFIX: &str = "SCENEWIRE_GATEWAY_";
/// Names this alike are worth a suggestion.
const ALIKE: f64 = 0.6;

/// What a gateway runs with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Config {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) data: Option<PathBuf>,
    pub(crate) allow_remote: bool,
    pub(crate) tls: bool,
    pub(crate) ssl_cert: Option<PathBuf>,
    pub(crate) ssl_key: Option<PathBuf>,
    pub(crate) admin_key: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) origins: Vec<String>,
    pub(crate) debug: bool,
    pub(crate) log_format: String,
    pub(crate) connections: u32,
    pub(crate) half_open: u32,
    pub(crate) body_limit: u32,
    pub(crate) blob_user_mib: u32,
    pub(crate) blob_all_mib: u32,
    pub(crate) api_rate: u32,
    pub(crate) rate: u32,
    pub(crate) concurrency: u32,
    pub(crate) unread_mib: u32,
    pub(crate) session_idle: Duration,
    pub(crate) session_absolute: Duration,
    pub(crate) retry_after: Duration,
    pub(crate) ping: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port: 5000,
            data: None,
            allow_remote: false,
            tls: false,
            ssl_cert: None,
            ssl_key: None,
            admin_key: None,
            names: Vec::new(),
            origins: Vec::new(),
            debug: false,
            log_format: "text".to_owned(),
            connections: 20_000,
            half_open: 1_024,
            // An envelope's limit on the link.
            body_limit: 16 << 20,
            blob_user_mib: 512,
            blob_all_mib: 2_048,
            api_rate: 100,
            rate: 2_000,
            concurrency: 256,
            // A mesh of ten million vertices with its faces, twice.
            unread_mib: 1_024,
            // An artist thinks, eats and comes back.
            session_idle: Duration::from_secs(8 * 3_600),
            session_absolute: Duration::from_secs(7 * 86_400),
            retry_after: Duration::from_secs(2),
            ping: limits::PING,
        }
    }
}

impl Config {
    pub(crate) fn limits(&self) -> Limits {
        Limits { rate: self.rate, concurrency: self.concurrency, unread: (self.unread_mib as usize) << 20 }
    }

    pub(super) fn bounds(&self) -> Bounds {
        let bytes = |mib: u32| u64::from(mib) << 20;
        Bounds { user: bytes(self.blob_user_mib), all: bytes(self.blob_all_mib) }
    }

    pub(crate) fn timeouts(&self) -> Timeouts {
        Timeouts { idle: self.session_idle, absolute: self.session_absolute, ping: self.ping }
    }
}

/// One setting: its name in the file; in the environment with `SCENEWIRE_GATEWAY_` before it and in capitals.
#[derive(Debug)]
pub struct Setting {
    /// In the file.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Takes effect with the next start only.
    pub restart: bool,
    kind: Kind,
    set: fn(&mut Config, Given),
    show: fn(&Config) -> String,
    same: fn(&Config, &Config) -> bool,
    take: fn(&mut Config, &Config),
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Texts,
    Yes,
    /// From, to.
    Number(u32, u32),
    Choice(&'static [&'static str]),
}

/// A value that has been checked against its kind.
enum Given {
    Text(String),
    Texts(Vec<String>),
    Yes(bool),
    Number(u32),
}

impl Given {
    fn text(self) -> String {
        if let Given::Text(text) = self { text } else { String::new() }
    }
    fn texts(self) -> Vec<String> {
        if let Given::Texts(texts) = self { texts } else { Vec::new() }
    }
    fn yes(self) -> bool {
        matches!(self, Given::Yes(true))
    }
    fn number(self) -> u32 {
        if let Given::Number(number) = self { number } else { 0 }
    }
    fn seconds(self) -> Duration {
        Duration::from_secs(self.number().into())
    }
}

/// A value as the configuration file has it.
trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($($kind:ty, $value:ident => $text:expr;)*) => {
        $(impl Shown for $kind {
            fn shown(&self) -> String {
                let $value = self;
                $text
            }
        })*
    };
}

shown! {
    String, text => text.clone();
    bool, yes => yes.to_string();
    u16, number => number.to_string();
    u32, number => number.to_string();
    Duration, time => time.as_secs().to_string();
    Option<PathBuf>, path => path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    Option<String>, text => text.clone().unwrap_or_default();
    Vec<String>, texts => texts.join(", ");
}

macro_rules! settings {
    ($($name:ident $kind:expr, $restart:expr, $doc:literal, $convert:expr;)*) => {
        /// Every setting, in the order of the documentation.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name),
            doc: $doc,
            restart: $restart,
            kind: $kind,
            set: |config, given| config.$name = $convert(given),
            show: |config| config.$name.shown(),
            same: |a, b| a.$name == b.$name,
            take: |config, from| config.$name = from.$name.clone(),
        },)*];
    };
}

/// With the next start.
const RESTART: bool = true;
/// As soon as the file is saved.
const LIVE: bool = false;

settings! {
    host Kind::Text, RESTART, "Address to listen on.", Given::text;
    port Kind::Number(0, 65_535), RESTART, "Port to listen on; 0 for a free one.", |given: Given| given.number() as u16;
    data Kind::Text, RESTART, "Folder of accounts, audit and certificate; `gateway` in the state folder otherwise.", |given: Given| Some(given.text().into());
    allow_remote Kind::Yes, RESTART, "Whether an address beyond loopback may be listened on.", Given::yes;
    tls Kind::Yes, RESTART, "HTTPS on loopback too; beyond it there is nothing else.", Given::yes;
    ssl_cert Kind::Text, RESTART, "Certificate chain, PEM; read again when the file changes.", |given: Given| Some(given.text().into());
    ssl_key Kind::Text, RESTART, "Its private key, PEM.", |given: Given| Some(given.text().into());
    admin_key Kind::Text, RESTART, "The administrator's key; one is made at the first start otherwise.", |given: Given| Some(given.text());
    names Kind::Texts, LIVE, "Host names under which clients reach the gateway, beside this machine's own.", Given::texts;
    origins Kind::Texts, LIVE, "Origins of web pages that may call it, such as https://studio.example.", Given::texts;
    debug Kind::Yes, LIVE, "Log more.", Given::yes;
    log_format Kind::Choice(&["text", "json"]), RESTART, "How log lines look.", Given::text;
    connections Kind::Number(1, 1_000_000), RESTART, "Connections at once.", Given::number;
    half_open Kind::Number(1, 100_000), RESTART, "Connections at once that have sent no request yet.", Given::number;
    body_limit Kind::Number(1_024, 1 << 30), LIVE, "Longest body of a request, in bytes.", Given::number;
    blob_user_mib Kind::Number(1, 65_536), LIVE, "MiB of memory for one user's blobs on their way, by all of its keys.", Given::number;
    blob_all_mib Kind::Number(1, 1 << 20), LIVE, "MiB of memory for all users' blobs.", Given::number;
    api_rate Kind::Number(1, 1_000_000), LIVE, "Requests per second of one key to the API, calls excepted.", Given::number;
    rate Kind::Number(1, 1_000_000), LIVE, "Calls per second of a key that has no limit of its own.", Given::number;
    concurrency Kind::Number(1, 100_000), LIVE, "Calls at once of a key that has no limit of its own.", Given::number;
    unread_mib Kind::Number(1, 65_536), LIVE, "MiB of results that may wait for a client that does not read; its connection ends then.", Given::number;
    session_idle Kind::Number(10, 31_536_000), LIVE, "Seconds after which a silent session ends.", Given::seconds;
    session_absolute Kind::Number(10, 31_536_000), LIVE, "Seconds after which any session ends.", Given::seconds;
    retry_after Kind::Number(0, 3_600), LIVE, "Seconds after which hosts return when the gateway closes.", Given::seconds;
    ping Kind::Number(1, 15), LIVE, "Seconds of silence after which a new connection's peer is asked for a sign of life; at three times that it is given up.", Given::seconds;
}

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

fn read(path: &std::path::Path) -> Result<toml::Table, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    text.parse().map_err(|error: toml::de::Error| format!("{}: {}", path.display(), error.to_string().trim_end()))
}

fn setting(name: &str) -> Result<&'static Setting, String> {
    if let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) {
        return Ok(setting);
    }
    let likeness = |setting: &&Setting| strsim::jaro_winkler(name, setting.name);
    let near = SETTINGS.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|near| likeness(near) > ALIKE);
    let hint = near.map(|near| format!("; did you mean `{}`?", near.name)).unwrap_or_default();
    Err(format!("there is no setting `{name}`{hint}"))
}

impl Setting {
    /// What holds when nothing is said; empty when there is nothing.
    pub fn default(&self) -> String {
        (self.show)(&Config::default())
    }

    /// A value of the file has its own type; one of the environment or of a flag is text.
    fn check(&self, value: Value) -> Result<Given, String> {
        let text =
            |value: &Value| value.as_str().filter(|text| !text.trim().is_empty()).map(|text| text.trim().to_owned());
        let given = match self.kind {
            Kind::Text => text(&value).map(Given::Text),
            Kind::Choice(choices) => text(&value).filter(|text| choices.contains(&text.as_str())).map(Given::Text),
            Kind::Yes => match &value {
                Value::Boolean(yes) => Some(Given::Yes(*yes)),
                Value::String(text) => match text.trim().to_lowercase().as_str() {
                    "true" | "1" | "yes" => Some(Given::Yes(true)),
                    "false" | "0" | "no" => Some(Given::Yes(false)),
                    _ => None,
                },
                _ => None,
            },
            Kind::Number(from, to) => {
                let number = value.as_integer().or_else(|| value.as_str()?.trim().parse().ok());
                number
                    .and_then(|number| u32::try_from(number).ok())
                    .filter(|n| (from..=to).contains(n))
                    .map(Given::Number)
            }
            Kind::Texts => match &value {
                Value::Array(items) => items.iter().map(text).collect::<Option<Vec<_>>>().map(Given::Texts),
                Value::String(list) => Some(Given::Texts(
                    list.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect(),
                )),
                _ => None,
            },
        };
        // The value is not repeated: it may be a key.
        given.ok_or_else(|| format!("`{}` must be {}", self.name, self.expects()))
    }

    /// Its values, in words.
    pub fn expects(&self) -> String {
        match self.kind {
            Kind::Text => "text".to_owned(),
            Kind::Choice(choices) => format!("one of {}", choices.join(", ")),
            Kind::Yes => "true or false".to_owned(),
            Kind::Number(from, to) => format!("a whole number from {from} to {to}"),
            Kind::Texts => "a list of texts".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
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
            &["`port` must be a whole number from 0 to 65535", "there is no setting `zzz`"],
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
