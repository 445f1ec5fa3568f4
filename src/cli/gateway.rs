//! `scenewire gateway`

use std::path::PathBuf;

use serde_json::json;

use super::output::{Failure, Output};
use super::signal::told_to_end;
use crate::gateway::{Gateway, SETTINGS, Setting, Sources, reset_admin_key};

/// How to serve. Every flag is a setting of the configuration file and of the environment (SCENEWIRE_GATEWAY_PORT ...)
/// as well; flags win over the environment, and that over the file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List every setting of the configuration file.
    Settings,
    /// End all administrator's keys and print a new one; for a gateway that is not running, on its own machine.
    ResetAdminKey {
        /// Folder of the gateway's accounts.
        #[arg(long, env = "SCENEWIRE_GATEWAY_DATA", value_name = "DIR")]
        data: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
struct Serve {
    /// Address to listen on [default: 127.0.0.1].
    #[arg(long)]
    host: Option<String>,
    /// Port to listen on; 0 for a free one [default: 5000].
    #[arg(long)]
    port: Option<u16>,
    /// Log more.
    #[arg(long)]
    debug: bool,
    /// Let other computers in: needed for every --host beyond this one.
    #[arg(long)]
    allow_remote: bool,
    /// HTTPS on this computer too; beyond it there is nothing else.
    #[arg(long)]
    tls: bool,
    /// Certificate chain, PEM; one is made and kept otherwise.
    #[arg(long, value_name = "FILE")]
    ssl_cert: Option<PathBuf>,
    /// Private key of the certificate, PEM.
    #[arg(long, value_name = "FILE")]
    ssl_key: Option<PathBuf>,
    /// The administrator's key. Other users of this machine can read a command line: SCENEWIRE_GATEWAY_ADMIN_KEY is safer.
    #[arg(long, value_name = "KEY")]
    admin_key: Option<String>,
    /// Host name under which clients reach the gateway; may be given several times.
    #[arg(long = "name", value_name = "NAME")]
    names: Vec<String>,
    /// Folder of accounts, audit and certificate.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Configuration file, TOML; read again when it changes.
    #[arg(long, env = "SCENEWIRE_GATEWAY_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Serve what the protocol's conformance suite expects as well; a test build only.
    #[cfg(feature = "conformance")]
    #[arg(long)]
    conformance: bool,
}

impl Serve {
    fn sources(&self) -> Sources {
        let mut flags = Vec::new();
        let path = |path: &PathBuf| path.to_string_lossy().into_owned();
        let mut given = |name: &'static str, value: Option<String>| flags.extend(value.map(|value| (name, value)));
        let yes = |flag: bool| flag.then(|| "true".to_owned());
        given("host", self.host.clone());
        given("port", self.port.map(|port| port.to_string()));
        given("debug", yes(self.debug));
        given("allow_remote", yes(self.allow_remote));
        given("tls", yes(self.tls));
        given("ssl_cert", self.ssl_cert.as_ref().map(path));
        given("ssl_key", self.ssl_key.as_ref().map(path));
        given("admin_key", self.admin_key.clone());
        given("names", (!self.names.is_empty()).then(|| self.names.join(",")));
        given("data", self.data.as_ref().map(path));
        let sources = Sources::new(self.config.clone(), flags);
        #[cfg(feature = "conformance")]
        let sources = Sources { fixtures: self.conformance, ..sources };
        sources
    }
}

/// Serves until it is told to stop.
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    match &args.command {
        None => serve(&args.serve, output),
        Some(Command::Settings) => {
            settings(output);
            Ok(())
        }
        Some(Command::ResetAdminKey { data }) => {
            let secret = reset_admin_key(data.as_deref())?;
            say_admin_key(&secret, output);
            Ok(())
        }
    }
}

fn when(setting: &Setting) -> &'static str {
    if setting.restart { "restart" } else { "at once" }
}

fn settings(output: &mut Output) {
    if output.json {
        let row = |setting: &Setting| json!({ "name": setting.name, "value": setting.expects(), "default": setting.default(), "effect": when(setting), "doc": setting.doc });
        output.value(&json!({ "settings": SETTINGS.iter().map(row).collect::<Vec<_>>() }));
        return;
    }
    let row = |setting: &Setting| {
        [setting.name, &setting.expects(), &setting.default(), when(setting), setting.doc].map(str::to_owned).to_vec()
    };
    output
        .table(&["setting", "value", "default", "takes effect", "what it is for"], SETTINGS.iter().map(row).collect());
    output.line("In the environment: SCENEWIRE_GATEWAY_ and the name in capitals.");
}

fn serve(args: &Serve, output: &mut Output) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let gateway = Gateway::start(args.sources()).await?;
        greet(&gateway, output);
        told_to_end().await?;
        tokio::select! {
            () = gateway.stop() => Ok(()),
            // Whoever asks twice does not want to wait.
            asked = told_to_end() => asked.map_err(Failure::from).and(Err(Failure::Exit(1))),
        }
    })
}

/// What people pin and keep, and the line that scripts wait for, last.
fn greet(gateway: &Gateway, output: &mut Output) {
    if output.json {
        output.value(&json!({
            "url": gateway.url,
            "address": gateway.address.to_string(),
            "fingerprint": gateway.fingerprint,
            "admin_key": gateway.admin_key,
        }));
        return;
    }
    if let Some(secret) = &gateway.admin_key {
        say_admin_key(secret, output);
    }
    if let Some(fingerprint) = &gateway.fingerprint {
        output.line(&format!("Certificate (hosts and clients can pin it): {fingerprint}"));
    }
    output.line(&format!("scenewire gateway ready at {}", gateway.url));
}

fn say_admin_key(secret: &str, output: &mut Output) {
    if output.json {
        output.value(&json!({ "admin_key": secret }));
    } else {
        output.line(&format!("Admin key (it is shown this once): {secret}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    #[test]
    fn flags_are_settings() {
        let words = "gateway --host 0.0.0.0 --port 0 --debug --allow-remote --ssl-cert c --ssl-key k --admin-key a \
                     --name x.example --name y.example --data d";
        let line = Line::try_parse_from(words.split_whitespace()).unwrap();
        let flags = line.args.serve.sources().flags;
        let expected = [
            ("host", "0.0.0.0"),
            ("port", "0"),
            ("debug", "true"),
            ("allow_remote", "true"),
            ("ssl_cert", "c"),
            ("ssl_key", "k"),
            ("admin_key", "a"),
            ("names", "x.example,y.example"),
            ("data", "d"),
        ];
        assert_eq!(flags, expected.map(|(name, value)| (name, value.to_owned())));
    }

    #[test]
    fn the_guide_has_every_setting_as_it_is() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gateway.md");
        let guide = std::fs::read_to_string(path).unwrap();
        for setting in SETTINGS {
            let default = Some(setting.default()).filter(|default| !default.is_empty());
            let cells = [
                format!("`{}`", setting.name),
                setting.expects(),
                default.map(|default| format!("`{default}`")).unwrap_or_default(),
                when(setting).to_owned(),
                setting.doc.to_owned(),
            ];
            let row = format!("| {} |", cells.join(" | "));
            assert!(guide.lines().any(|line| line == row), "docs/gateway.md should have: {row}");
        }
    }

    #[test]
    fn no_flag_decides_nothing() {
        let line = Line::try_parse_from(["gateway"]).unwrap();
        assert!(line.args.serve.sources().flags.is_empty());
    }
}
