//! The gateway's process: started, asked, looked at from outside, restarted.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use scenewire::backend::{Endpoint, Gateway as Client, Trust};
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

const ADMIN: &str = "an-admin-key-of-the-benchmark";
/// Of proc(5)'s times on every Linux.
const TICKS: f64 = 100.0;

pub struct Server {
    data: TempDir,
    child: Child,
    pub port: u16,
    pub fingerprint: String,
    tls: Arc<rustls::ClientConfig>,
}

/// Anybody who connects with TLS and trusts this one certificate.
#[derive(Clone)]
pub struct Dialler {
    pub port: u16,
    tls: Arc<rustls::ClientConfig>,
}

impl Server {
    pub fn start() -> Result<Self> {
        let data = TempDir::new()?;
        let (child, port, fingerprint) = launch(&data, 0)?;
        let tls = Arc::new(trusting(&data)?);
        Ok(Self { data, child, port, fingerprint, tls })
    }

    /// As an operator does it; returns when the next process is ready.
    pub fn restart(&mut self) -> Result<()> {
        self.terminate()?;
        self.child = launch(&self.data, self.port)?.0;
        Ok(())
    }

    /// As after an outage: it says goodbye to nobody. Returns when the next process is ready.
    pub fn kill_and_start(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        self.child = launch(&self.data, self.port)?.0;
        Ok(())
    }

    fn terminate(&mut self) -> Result<()> {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM)?;
        self.child.wait()?;
        Ok(())
    }

    /// User and system time so far.
    pub fn cpu_seconds(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        Ok((fields[11].parse::<f64>()? + fields[12].parse::<f64>()?) / TICKS)
    }

    pub fn resident_kib(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        Ok(line.split_whitespace().nth(1).context("no size")?.parse()?)
    }

    /// The key of a new user.
    pub async fn user(&self, name: &str) -> Result<String> {
        let answer = self.dialler().post(ADMIN, &format!("/api/create_user?username={name}"), "").await?;
        Ok(answer["api_key"].as_str().with_context(|| answer.to_string())?.to_owned())
    }

    /// Another key of this user, held to so many calls per second.
    pub async fn limited_key(&self, key: &str, rate: u32) -> Result<String> {
        let body = format!("{{\"label\":\"limited\",\"rate\":{rate}}}");
        let answer = self.dialler().post(key, "/api/v1/keys", &body).await?;
        Ok(answer["api_key"].as_str().with_context(|| answer.to_string())?.to_owned())
    }

    pub fn dialler(&self) -> Dialler {
        Dialler { port: self.port, tls: self.tls.clone() }
    }

    /// A client as everybody uses it, with a connection of its own.
    pub fn client(&self, key: &str) -> Result<Client> {
        self.client_of(self.port, key)
    }

    /// The same of whoever shows the gateway's certificate on another port.
    pub fn client_of(&self, port: u16, key: &str) -> Result<Client> {
        let trust = Trust::chosen(None, Some(&self.fingerprint))?;
        Ok(Client::new(Endpoint::new(&format!("wss://127.0.0.1:{port}"), key, trust)?))
    }

    /// For a listener that shows the gateway's own certificate.
    pub fn identity(&self) -> Result<rustls::ServerConfig> {
        let certificate = CertificateDer::from_pem_file(self.data.path().join("tls/certificate.pem"))?;
        let key = PrivateKeyDer::from_pem_file(self.data.path().join("tls/key.pem"))?;
        let builder = rustls::ServerConfig::builder_with_provider(provider()).with_safe_default_protocol_versions()?;
        Ok(builder.with_no_client_auth().with_single_cert(vec![certificate], key)?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.terminate();
    }
}

impl Dialler {
    pub async fn dial(&self) -> Result<TlsStream<TcpStream>> {
        self.dial_port(self.port).await
    }

    pub async fn dial_port(&self, port: u16) -> Result<TlsStream<TcpStream>> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        let connector = tokio_rustls::TlsConnector::from(self.tls.clone());
        Ok(connector.connect(ServerName::try_from("localhost")?, stream).await?)
    }

    async fn post(&self, key: &str, path: &str, body: &str) -> Result<Value> {
        let mut stream = self.dial().await?;
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost:{}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        // Some end the connection without a word of TLS.
        let _ = stream.read_to_end(&mut answer).await;
        let answer = String::from_utf8(answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("no answer")?;
        ensure!(head.starts_with("HTTP/1.1 2"), "{answer}");
        Ok(serde_json::from_str(body)?)
    }
}

fn launch(data: &TempDir, port: u16) -> Result<(Child, u16, String)> {
    let own = env!("CARGO_BIN_EXE_scenewire").to_owned();
    let mut command = Command::new(std::env::var("SCENEWIRE_BENCH_GATEWAY").unwrap_or(own));
    command.args(["gateway", "--tls", "--port", &port.to_string(), "--data"]).arg(data.path());
    for (name, value) in [("ADMIN_KEY", ADMIN), ("RATE", "1000000"), ("CONCURRENCY", "100000"), ("API_RATE", "100000")]
    {
        command.env(format!("SCENEWIRE_GATEWAY_{name}"), value);
    }
    // As in production, but without a line for each of thousands of hosts on somebody's terminal.
    let log = fs::File::create(data.path().join("log"))?;
    let mut child = command.stdout(Stdio::piped()).stderr(log).spawn()?;
    let mut fingerprint = String::new();
    for line in BufReader::new(child.stdout.take().context("no stdout")?).lines() {
        let line = line?;
        if let Some((_, digits)) = line.split_once("pin it): ") {
            fingerprint = digits.to_owned();
        }
        if let Some((_, port)) = line.split_once(" ready at ").and_then(|(_, url)| url.rsplit_once(':')) {
            return Ok((child, port.parse()?, fingerprint));
        }
    }
    anyhow::bail!("the gateway ended: {}", fs::read_to_string(data.path().join("log"))?)
}

fn trusting(data: &TempDir) -> Result<rustls::ClientConfig> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(data.path().join("tls/certificate.pem"))?)?;
    let builder = rustls::ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions()?;
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    // Each host is another machine: none knows another's session.
    config.resumption = rustls::client::Resumption::disabled();
    Ok(config)
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}
