//! The gateway as a server: one port for everything, from its start to its last word.

mod door;
mod guard;
mod log;
mod mcp;
mod serving;
mod upgrade;
mod watch;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router as Routes;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;

use self::door::Door;
pub(super) use self::guard::Names;
use self::serving::{Certificate, Serving};
use super::accounts::Accounts;
use super::api::{self, Site, refusal};
use super::audit::Audit;
use super::config::{Config, Sources};
use super::metrics::Metrics;
use super::router::Router;
use super::tls::{Files, Identity};
use crate::host::Folders;
use crate::wire::{Code, Fault};

/// Hosts that all return at once wait in the system's queue and are not refused.
const BACKLOG: u32 = 4_096;
/// How long another gateway may take to let go of the data folder.
const PREDECESSOR: Duration = Duration::from_secs(3);
/// What is still being answered when hosts and clients have left.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// A running gateway.
pub struct Gateway {
    /// Where it listens.
    pub address: SocketAddr,
    /// The same for people and scripts.
    pub url: String,
    /// What hosts pin, when it speaks TLS.
    pub fingerprint: Option<String>,
    /// The administrator's key, when it was made just now; it is shown this once.
    pub admin_key: Option<String>,
    site: Site,
    serving: JoinHandle<()>,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gateway").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Gateway {
    /// Starts one with these settings and logs to standard error. Needs a tokio runtime around it.
    pub async fn start(sources: Sources) -> Result<Self, Fault> {
        let config = sources.first()?;
        log::start(config.debug, &config.log_format);
        let data = data_folder(&config)?;
        let (listener, address) = listen(&config).await?;
        let certificate = certificate(&config, &data, address)?;
        let accounts = patiently(|| Accounts::open(&data)).await?;
        let admin_key = accounts.ensure_admin(config.admin_key.as_deref())?;
        let audit = patiently(|| Audit::open(&data)).await?;
        let router = Router::new(accounts.clone(), audit.clone(), config.limits(), config.timeouts())?;
        let metrics = Arc::new(Metrics::new());
        metrics.watch(router.clone(), audit.clone());
        let site = Site::new(accounts, audit, router, metrics, config, certificate.is_some());

        let fingerprint = certificate.as_ref().map(|(_, identity)| identity.fingerprint.clone());
        let certificate = certificate.map(|(files, identity)| (files, Certificate::new(identity.config)));
        let keys = mcp::Keys::new(site.clone());
        #[cfg(feature = "conformance")]
        let keys = keys.with_fixtures(sources.fixtures);
        tokio::spawn(keys.clone().watch());
        let shown = certificate.as_ref().map(|(_, shown)| shown.clone());
        let serving = tokio::spawn(serving(&site, keys, shown).serve(listener));
        tokio::spawn(watch::watch(site.clone(), sources, certificate));
        let url = url(address, fingerprint.is_some());
        tracing::info!(url, data = %data.display(), "the gateway is ready");
        Ok(Self { address, url, fingerprint, admin_key, site, serving })
    }

    /// Takes nothing new, lets what is under way end, tells hosts and clients when to return, and closes.
    pub async fn stop(mut self) {
        tracing::info!("the gateway is closing");
        self.site.closing().cancel();
        self.site.router().drain(self.site.config().retry_after).await;
        // Now the streams of MCP, which have no end of their own.
        self.site.closed().cancel();
        if tokio::time::timeout(LAST_ANSWERS, &mut self.serving).await.is_err() {
            self.serving.abort();
        }
        // Its end waits for the disk.
        let (accounts, audit) = (self.site.accounts().clone(), self.site.audit().clone());
        let flushed = tokio::task::spawn_blocking(move || accounts.flush().and(audit.flush())).await;
        match flushed {
            Ok(Ok(())) => tracing::info!("the gateway is closed"),
            Ok(Err(fault)) => tracing::error!(why = fault.error_message, "something could not be written at the end"),
            Err(error) => tracing::error!(%error, "something could not be written at the end"),
        }
    }
}

/// Opens what one gateway holds at a time. One that is just ending lets go of it in a moment, so that a restart by
/// whoever watches over it need not fail.
async fn patiently<T>(open: impl Fn() -> Result<T, Fault>) -> Result<T, Fault> {
    let until = Instant::now() + PREDECESSOR;
    loop {
        match open() {
            Err(held) if held.error_code == Code::Busy || held.error_code == Code::AuditUnavailable => {
                if Instant::now() > until {
                    return Err(held);
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            opened => return opened,
        }
    }
}

/// Ends all administrators' keys of the gateway whose folder this is and gives a new one.
pub fn reset_admin_key(data: Option<&Path>) -> Result<String, Fault> {
    let config = Config { data: data.map(Path::to_owned), ..Config::default() };
    Accounts::reset_admin_offline(&data_folder(&config)?)
}

fn data_folder(config: &Config) -> Result<PathBuf, Fault> {
    match &config.data {
        Some(data) => Ok(data.clone()),
        None => Ok(Folders::from_env()?.state.join("gateway")),
    }
}

/// Takes the port. Beyond loopback only when that was asked for in so many words.
async fn listen(config: &Config) -> Result<(TcpListener, SocketAddr), Fault> {
    let wish = format!("{}:{}", config.host, config.port);
    let refused = |error: std::io::Error| {
        Fault::new(Code::Unreachable, format!("cannot listen on {wish}: {error}"))
            .suggest("choose another --port, or 0 for a free one")
    };
    let unknown = |error: std::io::Error| {
        let message = format!("`{}` is no address of this computer: {error}", config.host);
        Fault::new(Code::InvalidParams, message).suggest("give --host 127.0.0.1, or another address of this computer")
    };
    let mut found = tokio::net::lookup_host((config.host.as_str(), config.port)).await.map_err(unknown)?;
    let address = found.next().ok_or_else(|| refused(std::io::ErrorKind::AddrNotAvailable.into()))?;
    if !address.ip().to_canonical().is_loopback() && !config.allow_remote {
        let message = format!("{wish} can be reached from other computers, which nobody has allowed");
        return Err(Fault::new(Code::PermissionDenied, message)
            .suggest("add --allow-remote if that is meant")
            .suggest("or leave out --host: the gateway then listens on 127.0.0.1"));
    }
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }.map_err(refused)?;
    // A gateway that is started again must not wait for the ends of its old connections.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true).map_err(refused)?;
    socket.bind(address).map_err(refused)?;
    let listener = socket.listen(BACKLOG).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((listener, address))
}

/// None where plain HTTP is spoken: on loopback, and only when nothing else was asked for.
fn certificate(config: &Config, data: &Path, address: SocketAddr) -> Result<Option<(Files, Identity)>, Fault> {
    let files = match (&config.ssl_cert, &config.ssl_key) {
        (Some(chain), Some(key)) => Files { chain: chain.clone(), key: key.clone() },
        _ if config.tls || !address.ip().to_canonical().is_loopback() => Files::own(data, &own_names(config, address))?,
        _ => return Ok(None),
    };
    let identity = files.load()?;
    Ok(Some((files, identity)))
}

fn own_names(config: &Config, address: SocketAddr) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    if !address.ip().is_unspecified() {
        names.push(address.ip().to_string());
    }
    names.extend(guard::machine());
    names.extend(config.names.iter().cloned());
    names.sort();
    names.dedup();
    names
}

fn url(address: SocketAddr, tls: bool) -> String {
    let scheme = if tls { "https" } else { "http" };
    // Nobody can connect to "every address".
    match address.ip().is_unspecified() {
        true => format!("{scheme}://localhost:{}", address.port()),
        false => format!("{scheme}://{address}"),
    }
}

fn serving(site: &Site, keys: mcp::Keys, certificate: Option<Certificate>) -> Serving {
    let config = site.config();
    Serving {
        door: Door::new(config.half_open, config.connections, site.metrics().clone()),
        certificate,
        routes: routes(site, keys),
        closing: site.closing().clone(),
    }
}

fn routes(site: &Site, keys: mcp::Keys) -> Routes {
    api::router()
        .route("/v1/link", get(upgrade::link))
        .route("/v1/client", get(upgrade::client))
        .merge(crate::mcp::http_routes(keys))
        .fallback(async || refusal(&Fault::new(Code::NotFound, "there is nothing at this path")))
        .method_not_allowed_fallback(async || {
            let fault = Fault::new(Code::NotSupported, "this path does not know this method");
            let mut response = refusal(&fault);
            *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            response
        })
        .layer(middleware::from_fn_with_state(site.clone(), at_the_gate))
        .with_state(site.clone())
}

/// Around every request: whether it is for us, what became of it, and where a key is to be had when it lacked one.
async fn at_the_gate(State(site): State<Site>, path: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let path = path.as_ref().map_or("other", |path| path.as_str()).to_owned();
    let method = request.method().clone();
    let brought_key = request.headers().contains_key(header::AUTHORIZATION);
    let base = site.base(request.uri(), request.headers());
    let mut response = match &base {
        Ok(_) => next.run(request).await,
        Err(fault) => refusal(fault),
    };
    if let Ok(base) = &base
        && response.status() == StatusCode::UNAUTHORIZED
        && let Some(value) = challenge(base, &path, brought_key)
    {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    let (status, took) = (response.status().as_u16(), began.elapsed());
    site.metrics().answered(&path, status, took);
    tracing::debug!(%method, path, status, took_us = took.as_micros() as u64, "answered");
    response
}

/// RFC 6750 and RFC 9728.
fn challenge(base: &str, path: &str, brought_key: bool) -> Option<HeaderValue> {
    let about = if path == "/mcp" { "/mcp" } else { "" };
    let error = if brought_key { ", error=\"invalid_token\"" } else { "" };
    let value = format!(
        "Bearer realm=\"scenewire\", resource_metadata=\"{base}/.well-known/oauth-protected-resource{about}\"{error}"
    );
    HeaderValue::from_str(&value).ok()
}
