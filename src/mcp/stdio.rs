//! MCP over standard input and output, as clients start it.

use std::time::Duration;

use rmcp::ServiceExt as _;
use rmcp::service::ServerInitializeError;
use rmcp::transport::stdio_pipes;
use tokio::io::{AsyncRead, AsyncWrite};

use super::Server;
use super::lines::Lines;
use crate::backend::Backend;
use crate::wire::{Code, Fault};

/// Serves until the client closes its end, or until something else says that it is over: calls under way are cancelled
/// then. After a client that only closes its end they have some seconds, for whoever pipes requests in.
pub async fn serve_stdio<B: Backend>(server: Server<B>, over: impl Future<Output = ()>) -> Result<(), Fault> {
    let (reader, writer) = stdio_pipes();
    let leaving = server.leaving.clone();
    let serving = serve(server, reader, writer);
    tokio::pin!(serving);
    tokio::select! {
        outcome = &mut serving => outcome,
        () = over => {
            leaving.cancel();
            // Its last answers; nothing is read any more by a client that has gone.
            tokio::time::timeout(LAST_ANSWERS, serving).await.unwrap_or(Ok(()))
        }
    }
}

/// How long the answers to what is cancelled at the end may take.
const LAST_ANSWERS: Duration = Duration::from_secs(1);

/// Serves one client on any pair of streams.
pub(super) async fn serve<B: Backend>(
    server: Server<B>,
    reader: impl AsyncRead + Send + Unpin + 'static,
    writer: impl AsyncWrite + Send + Unpin + 'static,
) -> Result<(), Fault> {
    let leaving = server.leaving.clone();
    let running = match server.serve(Lines::new(reader, writer)).await {
        Ok(running) => running,
        // A client that asks what we are and leaves: nothing went wrong.
        Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
        Err(error) => return Err(Fault::new(Code::Protocol, error.to_string())),
    };
    let ending = running.cancellation_token();
    let waiting = running.waiting();
    tokio::pin!(waiting);
    let done = tokio::select! {
        done = &mut waiting => done,
        () = leaving.cancelled() => {
            ending.cancel();
            waiting.await
        }
    };
    done.map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
    Ok(())
}
