//! What a tool of the suite cannot reach from inside the handler: the HTTP stream that carries its answer.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::request::Parts;
use rmcp::RoleServer;
use rmcp::service::RequestContext;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;

/// Streams of one session that are looked at: the suite calls the tool early.
const STREAMS: u64 = 16;

/// Lets the tools of the suite find the sessions that the request's key has.
pub(in crate::mcp) fn with_sessions(mut request: Request, sessions: Arc<LocalSessionManager>) -> Request {
    request.extensions_mut().insert(sessions);
    request
}

/// Ends the streams of the request's session as a server does that lets its clients poll: what is said from now on
/// is kept until they come back.
pub(super) async fn cut(context: &RequestContext<RoleServer>) {
    let Some(parts) = context.extensions.get::<Parts>() else { return };
    let id = parts.headers.get("mcp-session-id").and_then(|id| id.to_str().ok());
    let (Some(id), Some(sessions)) = (id, parts.extensions.get::<Arc<LocalSessionManager>>()) else { return };
    let Some(session) = sessions.sessions.read().await.get(id).cloned() else { return };
    for stream in 0..STREAMS {
        // Most of them are over or never were.
        if session.close_sse_stream(stream, None).await.is_ok() {
            tracing::debug!(stream, "cut");
        }
    }
}
