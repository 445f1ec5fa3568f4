//! Asking a provider's servers, hop after hop. Each hop resolves its name once, judges every address that came, and
//! connects to one of those and to nothing that is resolved later.

use std::cell::OnceCell;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body as _, Incoming};
use hyper::client::conn::http1;
use hyper::header::{self, HeaderMap};
use hyper::{Request, Response, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_util::either::Either;
use tokio_util::task::AbortOnDropHandle;

use super::address::is_public;
use crate::link::{Secure, Stream};
use crate::wire::{Code, Fault, reason};

/// What waits and how much comes at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// For a name, and for a connection.
    pub(crate) connect: Duration,
    /// Without a byte.
    pub(crate) idle: Duration,
    /// Bytes of an answer that is read whole.
    pub(crate) answer: usize,
    /// Bytes of one asset.
    pub(crate) asset: u64,
    /// Before what was cut off is asked for again.
    pub(crate) pause: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            idle: Duration::from_secs(30),
            answer: 32 << 20,
            asset: 4 << 30,
            pause: Duration::from_millis(500),
        }
    }
}

/// As browsers have it, and more than any provider needs.
const HOPS: usize = 5;
const AGENT: &str = concat!("scenewire/", env!("CARGO_PKG_VERSION"));

/// How a provider is reached.
#[derive(Debug)]
pub(crate) struct Web {
    /// What people call it.
    title: &'static str,
    base: Uri,
    /// Whether the owner of this host named the address: then it may lie inside this network, and be without TLS.
    chosen: bool,
    /// `Authorization`, which goes to the base and nowhere else.
    credential: Option<String>,
    pub(super) limits: Limits,
    secure: OnceCell<Secure>,
}

/// The beginning of an answer; the rest comes in chunks.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    body: Incoming,
    idle: Duration,
    host: String,
    /// The connection ends with it.
    _driver: AbortOnDropHandle<()>,
}

impl Web {
    pub(crate) fn new(
        title: &'static str,
        base: &str,
        chosen: bool,
        credential: Option<String>,
        limits: Limits,
    ) -> Result<Self, Fault> {
        let base = base.trim_end_matches('/');
        let uri = base.parse::<Uri>().ok().filter(|uri| uri.authority().is_some() && uri.scheme().is_some());
        let uri = uri.filter(|uri| uri.query().is_none() && !base.contains('@'));
        let base = uri.ok_or_else(|| {
            Fault::new(Code::InvalidParams, format!("the address of {title} is not one that begins with `https://`"))
        })?;
        Ok(Self { title, base, chosen, credential, limits, secure: OnceCell::new() })
    }

    /// An answer of the provider's API as what it should be.
    pub(super) async fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T, Fault> {
        let base = self.base.to_string();
        let bytes = self.bytes(&format!("{}{path}", base.trim_end_matches('/')), path).await?;
        serde_json::from_slice(&bytes).map_err(|error| self.reshaped(path, &error.to_string()))
    }

    /// All of what is there; `what` it is, to whom it may concern.
    pub(super) async fn bytes(&self, url: &str, what: &str) -> Result<Vec<u8>, Fault> {
        let mut answer = self.get(url, &[]).await?;
        if !answer.status.is_success() {
            return Err(self.refusal(&answer, what));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if bytes.len() + chunk.len() > self.limits.answer {
                let message = format!("the answer of {} is longer than {} bytes", self.title, self.limits.answer);
                return Err(Fault::new(Code::TooLarge, message).detail("request", what));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// What the provider answered is not what its API promises.
    pub(super) fn reshaped(&self, what: &str, expected: &str) -> Fault {
        let message =
            format!("{} answered in another shape than its API's, which it may have changed: {expected}", self.title);
        Fault::new(Code::ExternalServiceError, message)
            .detail("request", what)
            .suggest("look for a newer scenewire, and report this")
    }

    /// Why there is nothing to be had.
    pub(super) fn refusal(&self, answer: &Answer, what: &str) -> Fault {
        let (title, status) = (self.title, answer.status);
        let fault = match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => {
                Fault::new(Code::NotFound, format!("{title} has nothing at `{what}` (HTTP {})", status.as_u16()))
            }
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                let message = format!("{title} does not let this be had (HTTP {})", status.as_u16());
                Fault::new(Code::Unauthorized, message).suggest(
                    "see whether the asset may be downloaded, and whether the key is right: scenewire asset-key",
                )
            }
            StatusCode::TOO_MANY_REQUESTS => {
                let wait =
                    answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
                let when = wait.map_or_else(|| "later".to_owned(), |seconds| format!("in {seconds} s"));
                let message = format!("{title} was asked too often (HTTP 429); it may be asked again {when}");
                let fault = Fault::new(Code::RateLimited, message);
                wait.into_iter().fold(fault, |fault, seconds| fault.detail("retry_after", seconds))
            }
            _ => Fault::new(Code::ExternalServiceError, format!("{title} answers with HTTP {}", status.as_u16())),
        };
        fault.detail("status", status.as_u16()).detail("request", what)
    }

    /// Follows redirects to what is there.
    pub(super) async fn get(&self, url: &str, headers: &[(header::HeaderName, String)]) -> Result<Answer, Fault> {
        let mut uri: Uri = url.parse().map_err(|_| self.reshaped("an address", &format!("`{url}` is no address")))?;
        for _ in 0..=HOPS {
            let answer = self.hop(&uri, headers).await?;
            if !answer.status.is_redirection() || answer.status == StatusCode::NOT_MODIFIED {
                return Ok(answer);
            }
            let location = answer.headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
            uri = location
                .and_then(|location| resolved(&uri, location))
                .ok_or_else(|| self.reshaped("a redirect", "it leads nowhere"))?;
        }
        Err(self.reshaped("a redirect", &format!("it leads on more than {HOPS} times")))
    }

    async fn hop(&self, uri: &Uri, headers: &[(header::HeaderName, String)]) -> Result<Answer, Fault> {
        let (host, home) = (uri.host().unwrap_or_default().trim_matches(['[', ']']), self.is_home(uri));
        let tls = self.encrypted(uri, home)?;
        let port = uri.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let stream = self.connected(host, self.addresses(host, port, home).await?).await?;
        let stream: Stream =
            if tls { self.in_time(host, self.secure()?.connect(host, stream)).await?? } else { Either::Left(stream) };
        let handshake = http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = handshake.map_err(|error| broken(host, &error))?;
        let driver = AbortOnDropHandle::new(tokio::spawn(async move {
            // Who reads the answer is told of it too.
            let _ = connection.await;
        }));
        let authority = uri.authority().map(ToString::to_string).unwrap_or_default();
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let mut request = Request::get(path)
            .header(header::HOST, authority)
            .header(header::USER_AGENT, AGENT)
            .header(header::ACCEPT, "*/*")
            .header(header::CONNECTION, "close");
        if let Some(credential) = self.credential.as_ref().filter(|_| home) {
            request = request.header(header::AUTHORIZATION, credential);
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request =
            request.body(String::new()).map_err(|error| Fault::new(Code::InvalidParams, error.to_string()))?;
        let waited = timeout(self.limits.idle, sender.send_request(request)).await;
        let response: Response<Incoming> =
            waited.map_err(|_| silent(host, self.limits.idle))?.map_err(|error| broken(host, &error))?;
        let (parts, body) = response.into_parts();
        let (idle, host) = (self.limits.idle, host.to_owned());
        Ok(Answer { status: parts.status, headers: parts.headers, body, idle, host, _driver: driver })
    }

    /// Whether it is the very server that the provider's API is on.
    fn is_home(&self, uri: &Uri) -> bool {
        uri.scheme() == self.base.scheme() && uri.authority() == self.base.authority()
    }

    fn encrypted(&self, uri: &Uri, home: bool) -> Result<bool, Fault> {
        match uri.scheme_str() {
            Some("https") => Ok(true),
            Some("http") if home && self.chosen => Ok(false),
            other => {
                let host = uri.host().unwrap_or_default();
                let message = format!(
                    "{} leads to `{}://{host}`, and assets come over https only",
                    self.title,
                    other.unwrap_or_default()
                );
                Err(Fault::new(Code::PermissionDenied, message).detail("host", host))
            }
        }
    }

    /// Resolved once, and each of them judged.
    async fn addresses(&self, host: &str, port: u16, home: bool) -> Result<Vec<SocketAddr>, Fault> {
        let found = match host.parse::<IpAddr>() {
            Ok(address) => vec![SocketAddr::new(address, port)],
            Err(_) => {
                let found = self.in_time(host, lookup_host((host, port))).await?;
                found.map_err(|error| offline(host, &reason(error)))?.collect()
            }
        };
        if let Some(inside) = found.iter().find(|found| !is_public(found.ip())).filter(|_| !(home && self.chosen)) {
            let message = format!(
                "{} leads to `{host}`, which is {}: an address inside this network, and no asset is fetched from there",
                self.title,
                inside.ip()
            );
            return Err(Fault::new(Code::PermissionDenied, message)
                .detail("host", host)
                .detail("address", inside.ip().to_string())
                .suggest("if it is a mirror of your own, its owner names it: asset_sources"));
        }
        match found.is_empty() {
            true => Err(offline(host, "its name stands for no address")),
            false => Ok(found),
        }
    }

    async fn connected(&self, host: &str, addresses: Vec<SocketAddr>) -> Result<TcpStream, Fault> {
        let mut last = offline(host, "nobody answers");
        for address in addresses {
            match self.in_time(host, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => last = offline(host, &reason(error)),
                Err(fault) => last = fault,
            }
        }
        Err(last)
    }

    fn secure(&self) -> Result<&Secure, Fault> {
        match self.secure.get() {
            Some(secure) => Ok(secure),
            None => Secure::system().map(|secure| self.secure.get_or_init(|| secure)),
        }
    }

    async fn in_time<T>(&self, host: &str, work: impl Future<Output = T>) -> Result<T, Fault> {
        timeout(self.limits.connect, work)
            .await
            .map_err(|_| offline(host, &format!("no answer in {:.0} s", self.limits.connect.as_secs_f64())))
    }
}

impl Answer {
    /// The next bytes, None at the end.
    pub(super) async fn chunk(&mut self) -> Result<Option<Bytes>, Fault> {
        loop {
            let next = std::future::poll_fn(|context| Pin::new(&mut self.body).poll_frame(context));
            let frame = timeout(self.idle, next).await.map_err(|_| silent(&self.host, self.idle))?;
            match frame {
                None => return Ok(None),
                Some(Err(error)) => return Err(broken(&self.host, &error)),
                // What is no data is a trailer.
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => return Ok(Some(data)),
                    Err(_) => continue,
                },
            }
        }
    }

    pub(super) fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Where a redirect leads: another address, or another path of the same one.
fn resolved(from: &Uri, location: &str) -> Option<Uri> {
    let to: Uri = location.parse().ok()?;
    if to.scheme().is_some() {
        return to.authority().is_some().then_some(to);
    }
    let path = location.strip_prefix('/').filter(|rest| !rest.starts_with('/'))?;
    format!("{}://{}/{path}", from.scheme_str()?, from.authority()?).parse().ok()
}

fn offline(host: &str, why: &str) -> Fault {
    Fault::new(Code::ExternalServiceError, format!("`{host}` cannot be reached: {why}"))
        .detail("host", host)
        .suggest("see whether this computer has a connection to the internet")
}

fn silent(host: &str, idle: Duration) -> Fault {
    let message = format!("`{host}` has sent nothing for {:.1} s", idle.as_secs_f64());
    Fault::new(Code::ExternalServiceError, message).detail("host", host).suggest("try again later")
}

fn broken(host: &str, error: &hyper::Error) -> Fault {
    Fault::new(Code::ExternalServiceError, format!("the connection to `{host}` broke off: {error}"))
        .detail("host", host)
        .suggest("try again: what has come is kept")
}

/// Text as one segment of a path or one value of a query.
pub(super) fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
