//! TLS to servers that are no gateway: those that this computer's authorities speak for.

use std::fmt;
use std::sync::Arc;

use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_util::either::Either;

use super::{Stream, Trust};
use crate::wire::{Code, Fault};

/// Good for many connections: the system's authorities are read once.
pub(crate) struct Secure {
    connector: TlsConnector,
}

impl fmt::Debug for Secure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secure").finish_non_exhaustive()
    }
}

impl Secure {
    /// Reads files; not for a thread that others wait for.
    pub(crate) fn system() -> Result<Self, Fault> {
        let (config, _) = Trust::System.config()?;
        Ok(Self { connector: TlsConnector::from(Arc::new(config)) })
    }

    /// The stream, once whoever is at its other end has shown that he is this host.
    pub(crate) async fn connect(&self, host: &str, stream: TcpStream) -> Result<Stream, Fault> {
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| Fault::new(Code::InvalidParams, format!("no certificate can be for `{host}`")))?;
        let connected = self.connector.connect(name, stream).await;
        let stream = connected.map_err(|error| {
            let message = format!("`{host}` could not show that it is the one it says it is: {error}");
            Fault::new(Code::ExternalServiceError, message).detail("host", host)
        })?;
        Ok(Either::Right(Box::new(stream)))
    }
}
