//! A gateway that a test plays: it accepts what a host dials, with a certificate of its own making, and is the caller.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use rcgen::{Certificate, CertificateParams, KeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use scenewire::host::{Endpoint, Remote, Trust};
use scenewire::wire::{
    Bye, Call, Envelope, Frame, Hello, Outcome, Peer, Welcome, decode_binary, decode_text, encode, limits,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::protocol::Message as Raw;

use crate::rig::soon;

pub const KEY: &str = "sw_TheKeyThatNobodyMaySee";

fn certificate(names: &[&str], change: impl FnOnce(&mut CertificateParams)) -> (Certificate, KeyPair) {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    change(&mut params);
    let key = KeyPair::generate().unwrap();
    (params.self_signed(&key).unwrap(), key)
}

/// A gateway that listens.
pub struct Gateway {
    listener: TcpListener,
    acceptor: TlsAcceptor,
    pub address: SocketAddr,
    /// The certificate, as a file of authorities holds it.
    pub pem: String,
    pub pin: String,
}

impl Gateway {
    /// With a good certificate for `localhost`.
    pub async fn new() -> Self {
        Self::with(&["localhost"], |_| {}).await
    }

    pub async fn with(names: &[&str], change: impl FnOnce(&mut CertificateParams)) -> Self {
        let (certificate, key) = certificate(names, change);
        Self::showing(&certificate, &key).await
    }

    /// One that shows what it has copied from another gateway, whose key it has not.
    pub async fn impostor() -> Self {
        let (certificate, _) = certificate(&["localhost"], |_| {});
        Self::showing(&certificate, &KeyPair::generate().unwrap()).await
    }

    async fn showing(certificate: &Certificate, key: &KeyPair) -> Self {
        let provider = rustls::crypto::ring::default_provider();
        let signer = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
        let signer = provider.key_provider.load_private_key(signer).unwrap();
        let shown = CertifiedKey::new(vec![certificate.der().clone()], signer);
        let config = rustls::ServerConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(SingleCertAndKey::from(shown)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let digest: [u8; 32] = Sha256::digest(certificate.der()).into();
        Self {
            address: listener.local_addr().unwrap(),
            acceptor: TlsAcceptor::from(Arc::new(config)),
            listener,
            pem: certificate.pem(),
            pin: digest.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":"),
        }
    }

    pub fn url(&self) -> String {
        format!("wss://localhost:{}", self.address.port())
    }

    /// What a host is told of this gateway.
    pub fn remote(&self, trust: Trust) -> Remote {
        Remote::new(Endpoint::new(&self.url(), KEY, trust).unwrap())
    }

    pub fn pinned(&self) -> Remote {
        self.remote(Trust::chosen(None, Some(&self.pin)).unwrap())
    }

    /// Whoever comes next, before anything was said.
    pub async fn tcp(&self) -> TcpStream {
        soon(self.listener.accept()).await.unwrap().0
    }

    /// Nobody comes in this time.
    pub async fn nobody(&self, time: Duration) {
        assert!(tokio::time::timeout(time, self.listener.accept()).await.is_err(), "it came back");
    }

    /// The handshake of whoever comes next.
    pub async fn tls(&self) -> std::io::Result<TlsStream<TcpStream>> {
        let stream = self.tcp().await;
        soon(self.acceptor.accept(stream)).await
    }

    /// The link of whoever comes next; it must have shown its key.
    pub async fn link(&self) -> Link {
        let stream = self.tls().await.unwrap();
        // The signature is the library's.
        #[allow(clippy::result_large_err)]
        let check = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
            assert_eq!(request.uri().path(), "/v1/link");
            assert_eq!(request.headers()["authorization"], format!("Bearer {KEY}"));
            Ok(response)
        };
        Link { socket: soon(tokio_tungstenite::accept_hdr_async(stream, check)).await.unwrap(), calls: 0 }
    }

    /// Answers the next upgrade with this status line and these headers.
    pub async fn refuse(&self, answer: &str) {
        let mut stream = self.tls().await.unwrap();
        let mut request = [0; 4096];
        let length = soon(stream.read(&mut request)).await.unwrap();
        assert!(String::from_utf8_lossy(&request[..length]).contains(KEY));
        let answer = format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        soon(stream.write_all(answer.as_bytes())).await.unwrap();
        soon(stream.shutdown()).await.unwrap();
    }
}

/// A host's connection, from the gateway's end.
pub struct Link {
    socket: WebSocketStream<TlsStream<TcpStream>>,
    calls: u64,
}

impl Link {
    pub async fn hello(&mut self) -> Welcome {
        self.say(Envelope::Hello(Hello {
            protocol: limits::PROTOCOL,
            client: Peer { name: "double".to_owned(), version: "1".to_owned() },
            token: None,
        }))
        .await;
        match self.hear().await {
            Some(Envelope::Welcome(welcome)) => *welcome,
            other => panic!("{other:?} is no welcome"),
        }
    }

    pub async fn ask(&mut self, epoch: &str, key: &str, resend: bool, operation: &str, arguments: Value) {
        self.calls += 1;
        self.say(Envelope::Call(Call {
            id: self.calls,
            key: key.to_owned(),
            operation: operation.to_owned(),
            arguments,
            timeout_ms: None,
            if_revision: None,
            epoch: epoch.to_owned(),
            instance: None,
            resend,
            approval: None,
            client: None,
            attachments: Vec::new(),
        }))
        .await;
    }

    pub async fn outcome(&mut self) -> Outcome {
        loop {
            match self.hear().await {
                Some(Envelope::Result(outcome)) => return outcome,
                Some(_) => {}
                None => panic!("the host left without an answer"),
            }
        }
    }

    pub async fn bye(mut self, reason: &str, retry_after_ms: Option<u64>) {
        self.say(Envelope::Bye(Bye { reason: reason.to_owned(), retry_after_ms })).await;
        // The host leaves too.
        while self.hear().await.is_some() {}
    }

    /// What the host says next; none when it has closed the connection.
    pub async fn hear(&mut self) -> Option<Envelope> {
        loop {
            match soon(self.socket.next()).await {
                Some(Ok(Raw::Text(text))) => return Some(decode_text(&text).unwrap()),
                Some(Ok(Raw::Binary(bytes))) => return Some(decode_binary(&bytes).unwrap().0),
                Some(Ok(Raw::Close(_))) | None | Some(Err(_)) => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    pub async fn say(&mut self, envelope: Envelope) {
        let Frame::Text(text) = encode(&envelope, &[]).unwrap() else { panic!("a text") };
        soon(self.socket.send(Raw::text(text))).await.unwrap();
    }
}
