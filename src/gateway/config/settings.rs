//! The table of settings: what each is called, takes and is for.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use super::Config;

/// Names this alike are worth a suggestion.
const ALIKE: f64 = 0.6;

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
    pub(super) set: fn(&mut Config, Given),
    show: fn(&Config) -> String,
    pub(super) same: fn(&Config, &Config) -> bool,
    pub(super) take: fn(&mut Config, &Config),
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
pub(super) enum Given {
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
    session_idle Kind::Number(1, 31_536_000), LIVE, "Seconds after which a silent session ends.", Given::seconds;
    session_absolute Kind::Number(1, 31_536_000), LIVE, "Seconds after which any session ends.", Given::seconds;
    retry_after Kind::Number(0, 3_600), LIVE, "Seconds after which hosts return when the gateway closes.", Given::seconds;
    ping Kind::Number(1, 15), LIVE, "Seconds of silence after which a new connection's peer is asked for a sign of life; at three times that it is given up.", Given::seconds;
}

pub(super) fn setting(name: &str) -> Result<&'static Setting, String> {
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
    pub(super) fn check(&self, value: Value) -> Result<Given, String> {
        let text =
            |value: &Value| value.as_str().filter(|text| !text.trim().is_empty()).map(|text| text.trim().to_owned());
        let given = match self.kind {
            Kind::Text => text(&value).map(Given::Text),
            Kind::Choice(choices) => text(&value).filter(|text| choices.contains(&text.as_str())).map(Given::Text),
            Kind::Yes => match &value {
                Value::Bool(yes) => Some(Given::Yes(*yes)),
                Value::String(text) => match text.trim().to_lowercase().as_str() {
                    "true" | "1" | "yes" => Some(Given::Yes(true)),
                    "false" | "0" | "no" => Some(Given::Yes(false)),
                    _ => None,
                },
                _ => None,
            },
            Kind::Number(from, to) => {
                let number = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
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
