//! How a gateway starts, changes while it runs, and ends; and the command line against it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, SignatureScheme};
use scenewire::gateway::{Gateway, Sources};
use scenewire::wire::Code;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::LONG;
use crate::gateway_rig::ADMIN;
use crate::gateway_web::{act, ask, gateway, until};

/// Believes everybody and remembers whom.
#[derive(Debug)]
struct Gullible(Mutex<String>);

impl ServerCertVerifier for Gullible {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let digest: [u8; 32] = Sha256::digest(shown).into();
        let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02X}")).collect();
        *self.0.lock().unwrap() = format!("sha256:{}", pairs.join(":"));
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        rustls::crypto::ring::default_provider().signature_verification_algorithms.supported_schemes()
    }
}

/// The fingerprint of what is shown at this address; empty when it speaks no TLS.
async fn shown(address: SocketAddr) -> String {
    met(address, None).await.0
}

/// The same, and what is answered to a request there.
async fn met(address: SocketAddr, path: Option<&str>) -> (String, String) {
    let judge = Arc::new(Gullible(Mutex::default()));
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(judge.clone())
        .with_no_client_auth();
    let stream = TcpStream::connect(("127.0.0.1", address.port())).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let connected = tokio_rustls::TlsConnector::from(Arc::new(config)).connect(name, stream);
    let connected = tokio::time::timeout(LONG, connected).await.unwrap();
    let mut answer = Vec::new();
    if let (Ok(mut stream), Some(path)) = (connected, path) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        // Some end the connection without a word of TLS.
        let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut answer)).await.unwrap();
    }
    (judge.0.lock().unwrap().clone(), String::from_utf8(answer).unwrap())
}

fn certificate(folder: &Path, name: &str) -> (String, String) {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap().self_signed(&key).unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    (write("chain.pem", &certificate.pem()), write("key.pem", &key.serialize_pem()))
}

#[tokio::test(flavor = "multi_thread")]
async fn beyond_loopback_it_must_be_allowed_and_is_always_encrypted() {
    let folder = tempfile::tempdir().unwrap();
    let flags = |allow: &[(&'static str, &str)]| {
        let data = ("data", folder.path().to_str().unwrap());
        let own = [data, ("host", "0.0.0.0"), ("port", "0"), ("admin_key", ADMIN)];
        own.iter().chain(allow).map(|(name, value)| (*name, (*value).to_owned())).collect()
    };
    let refused = Gateway::start(Sources { flags: flags(&[]), ..Sources::default() }).await.unwrap_err();
    assert_eq!(refused.error_code, Code::PermissionDenied);
    assert!(refused.suggestions[0].contains("--allow-remote"), "{refused:?}");
    let open =
        Gateway::start(Sources { flags: flags(&[("allow_remote", "true")]), ..Sources::default() }).await.unwrap();
    assert!(open.url.starts_with("https://"));
    assert_eq!(Some(shown(open.address).await), open.fingerprint);
    // Plain text gets nothing.
    let local = SocketAddr::from(([127, 0, 0, 1], open.address.port()));
    assert_eq!(ask(local, "GET", "/health", "", "").await.status, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_certificate_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let first = gateway(folder.path(), None, &[("tls", "true")]).await;
    let fingerprint = first.fingerprint.clone().unwrap();
    assert_eq!(shown(first.address).await, fingerprint);
    first.stop().await;
    let again = gateway(folder.path(), None, &[("tls", "true")]).await;
    assert_eq!(again.fingerprint, Some(fingerprint));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_certificate_is_shown_and_a_broken_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let (chain, key) = certificate(folder.path(), "localhost");
    let gateway = gateway(&folder.path().join("data"), None, &[("ssl_cert", &chain), ("ssl_key", &key)]).await;
    let first = shown(gateway.address).await;
    assert_eq!(Some(first.clone()), gateway.fingerprint);

    certificate(folder.path(), "renewed.example");
    until("the new certificate is shown", async || shown(gateway.address).await != first).await;
    let renewed = shown(gateway.address).await;

    fs::write(&chain, "-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n").unwrap();
    let rejected = |figures: &str| {
        let mut lines = figures.lines().filter(|line| line.contains("reloads") && line.contains("\"certificate\""));
        lines.any(|line| line.contains("rejected") && !line.ends_with(" 0"))
    };
    until("the broken one is rejected", async || rejected(&met(gateway.address, Some("/metrics")).await.1)).await;
    assert_eq!(shown(gateway.address).await, renewed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_configuration_takes_effect_and_a_wrong_one_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gateway.toml");
    fs::write(&file, "names = [\"one.example\"]\n").unwrap();
    let gateway = gateway(&folder.path().join("data"), Some(&file), &[]).await;
    let address = gateway.address;
    let known = async |name: &str| ask(address, "GET", "/health", &format!("Host: {name}\r\n"), "").await.status == 200;
    assert!(known("one.example").await && !known("two.example").await);

    fs::write(&file, "names = [\"two.example\"]\nport = 1\n").unwrap();
    until("the new name is known", async || known("two.example").await).await;
    assert!(!known("one.example").await);

    fs::write(&file, "names = [\"three.example\"]\nratte = 5\n").unwrap();
    let rejected = async || {
        let page = ask(address, "GET", "/metrics", "", "").await.body;
        page.contains("scenewire_reloads_total{what=\"configuration\",outcome=\"rejected\"} 1")
    };
    until("the wrong configuration was read", rejected).await;
    assert!(known("two.example").await && !known("three.example").await);

    fs::write(&file, "names = [\"three.example\"]\n").unwrap();
    until("the corrected configuration was read", async || known("three.example").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_settings_are_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gateway.toml");
    fs::write(&file, "hots = \"127.0.0.1\"\n").unwrap();
    let fault = Gateway::start(Sources { file: Some(file), ..Sources::default() }).await.unwrap_err();
    assert!(fault.error_message.contains("did you mean `host`?"), "{fault}");
}

/// The binary as a user starts it.
pub struct Process {
    child: Child,
    pub url: String,
    pub admin_key: String,
    pub home: tempfile::TempDir,
}

impl Process {
    pub fn start(flags: &[&str]) -> Self {
        Self::start_with(flags, &[])
    }

    /// With more in its environment.
    pub fn start_with(flags: &[&str], environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_scenewire"))
            .args(["gateway", "--port", "0"])
            .args(flags)
            .env("SCENEWIRE_HOME", home.path())
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut admin_key = String::new();
        let url = loop {
            let line = lines.next().expect("no line says that it is ready").unwrap();
            if let Some(key) = line.strip_prefix("Admin key (it is shown this once): ") {
                admin_key = key.to_owned();
            }
            if let Some(url) = line.strip_prefix("scenewire gateway ready at ") {
                break url.to_owned();
            }
        };
        Self { child, url, admin_key, home }
    }

    pub fn run(&self, key: &str, words: &[&str]) -> Output {
        self.run_with(key, words, &[])
    }

    /// With more in its environment.
    pub fn run_with(&self, key: &str, words: &[&str], environment: &[(&str, &str)]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_scenewire"))
            .args(words)
            .env("SCENEWIRE_GATEWAY", &self.url)
            .env("SCENEWIRE_KEY", key)
            .env("SCENEWIRE_HOME", self.home.path())
            .envs(environment.iter().copied())
            .output()
            .unwrap()
    }

    /// The answer as JSON, of a command that must succeed.
    pub fn json(&self, key: &str, words: &[&str]) -> Value {
        let words: Vec<&str> = words.iter().copied().chain(["--json"]).collect();
        let output = self.run(key, &words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_gateway_is_administered_from_the_command_line() {
    let gateway = Process::start(&[]);
    let admin = gateway.admin_key.as_str();
    let created = gateway.run(admin, &["user", "create", "anna"]);
    assert!(created.status.success(), "{}", String::from_utf8_lossy(&created.stderr));
    let key = String::from_utf8(created.stdout).unwrap().trim().to_owned();
    assert!(key.starts_with("sw_"), "the key stands alone on standard output: {key}");

    let users = gateway.json(admin, &["user", "list"]);
    assert_eq!(users["users"][0]["name"], "anna");
    let made =
        gateway.json(&key, &["key", "create", "agent", "--scope", "read,edit", "--expires", "2h", "--rate", "5"]);
    assert_eq!((&made["key"]["scopes"], &made["key"]["rate"]), (&json!(["read", "edit"]), &json!(5)));
    let id = made["key"]["id"].as_str().unwrap();
    let rotated = gateway.json(&key, &["key", "rotate", id, "--overlap", "1m"]);
    assert_eq!(rotated["key"]["replaces"], id);
    gateway.json(&key, &["key", "revoke", id]);
    assert_eq!(gateway.json(&key, &["key", "list"])["keys"].as_array().unwrap().len(), 3);

    assert_eq!(gateway.json(&key, &["instance", "list"]), json!({ "instances": [] }));
    assert_eq!(gateway.json(&key, &["pair"])["expires_in"], 600);
    assert!(gateway.json(&key, &["session", "list"])["sessions"].is_array());
    let found = gateway.json(admin, &["audit", "search", "--operation", "create_*"]);
    assert_eq!(found["records"].as_array().unwrap().len(), 2);
    assert_eq!(gateway.json(admin, &["audit", "verify"])["intact"], true);
    let exported = gateway.run(&key, &["audit", "export"]).stdout;
    let lines: Vec<Value> =
        exported.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert!(lines.len() >= 4 && lines.iter().all(|line| line["user"] != "u_admin"), "{lines:?}");
    let tail = gateway.run(admin, &["audit", "tail", "-n", "3"]);
    assert_eq!(String::from_utf8_lossy(&tail.stdout).lines().count(), 3);

    let code = |key: &str, words: &[&str]| gateway.run(key, words).status.code();
    assert_eq!(code(&key, &["user", "list"]), Some(4));
    assert_eq!(code("sw_wrong", &["key", "list"]), Some(4));
    assert_eq!(code(&key, &["instance", "rename", "nobody", "x"]), Some(3));
    assert_eq!(code(&key, &["key", "revoke", "k_0000000000000000"]), Some(1));
    assert_eq!(code(&key, &["key", "create", "x", "--scope", "admin"]), Some(2));
    assert_eq!(code(&key, &["key", "list", "--gateway", "http://127.0.0.1:1"]), Some(5));

    gateway.json(admin, &["user", "suspend", "anna"]);
    assert_eq!(code(&key, &["key", "list"]), Some(4));
    gateway.json(admin, &["user", "resume", "anna"]);
    assert_eq!(code(&key, &["key", "list"]), Some(0));
}

#[test]
fn a_pinned_certificate_is_believed_and_another_is_not() {
    let gateway = Process::start(&["--tls"]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let address = gateway.url.strip_prefix("https://").unwrap().parse().unwrap();
    let pin = runtime.block_on(shown(address));
    let admin = gateway.admin_key.as_str();
    assert!(gateway.run(admin, &["user", "list", "--pin", &pin]).status.success());
    let other = format!("sha256:{}", "00:".repeat(31) + "00");
    let refused = gateway.run(admin, &["user", "list", "--pin", &other]);
    assert!(!refused.status.success());
    assert!(!gateway.run(admin, &["user", "list"]).status.success(), "nobody vouches for it");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_and_a_lost_admin_key_is_replaced() {
    let mut gateway = Process::start(&[]);
    let reset = ["gateway", "reset-admin-key"];
    assert!(!gateway.run("", &reset).status.success(), "while it runs, its accounts are its own");
    let terminated = Command::new("kill").args(["-TERM", &gateway.child.id().to_string()]).status().unwrap();
    assert!(terminated.success());
    assert_eq!(gateway.child.wait().unwrap().code(), Some(0));
    let output = gateway.run("", &reset);
    let said = String::from_utf8(output.stdout).unwrap();
    let fresh = said.trim().rsplit(' ').next().unwrap();
    assert!(fresh.starts_with("swa_") && fresh != gateway.admin_key, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_given_admin_key_works_and_none_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[]).await;
    assert_eq!(gateway.admin_key, None);
    assert_eq!(act(gateway.address, "GET", "/api/v1/users", ADMIN, Value::Null).await.status, 200);
}
