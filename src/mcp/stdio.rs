//! MCP over standard input and output, as clients start it.

use rmcp::ServiceExt as _;
use rmcp::service::ServerInitializeError;
use rmcp::transport::stdio_pipes;
use tokio::io::{AsyncRead, AsyncWrite};

use super::Server;
use crate::backend::Backend;
use crate::wire::{Code, Fault};

/// Serves until the client closes its end.
pub async fn serve_stdio<B: Backend>(server: Server<B>) -> Result<(), Fault> {
    let (reader, writer) = stdio_pipes();
    serve(server, reader, writer).await
}

/// Serves one client on any pair of streams.
pub(super) async fn serve<B: Backend>(
    server: Server<B>,
    reader: impl AsyncRead + Send + Unpin + 'static,
    writer: impl AsyncWrite + Send + Unpin + 'static,
) -> Result<(), Fault> {
    let running = match server.serve((reader, writer)).await {
        Ok(running) => running,
        // A client that asks what we are and leaves: nothing went wrong.
        Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
        Err(error) => return Err(Fault::new(Code::Protocol, error.to_string())),
    };
    running.waiting().await.map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
    Ok(())
}
