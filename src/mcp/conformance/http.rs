//! What the suite cannot do by itself over HTTP: bring a key, and have its stream cut.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header, request::Parts};
use axum::middleware::{self, Next};
use rmcp::RoleServer;
use rmcp::service::RequestContext;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;

/// Streams of one session that the cutting tool looks at: the suite calls it early.
const STREAMS: u64 = 16;

/// The sessions, for the tool that cuts a stream.
#[derive(Clone)]
struct Sessions(Arc<LocalSessionManager>);

/// Around the production routes and their middleware. The suite has no option for a key, so each request gets it here.
pub(in crate::mcp) fn layer(app: Router, token: &str, sessions: Arc<LocalSessionManager>) -> Router {
    let key = HeaderValue::from_str(&format!("Bearer {token}")).ok();
    app.layer(middleware::from_fn(move |mut request: Request, next: Next| {
        if let Some(key) = key.clone() {
            request.headers_mut().insert(header::AUTHORIZATION, key);
        }
        request.extensions_mut().insert(Sessions(sessions.clone()));
        next.run(request)
    }))
}

/// Ends the streams of the request's session as a server does that lets its clients poll: what is said from now on
/// is kept until they come back.
pub(super) async fn cut(context: &RequestContext<RoleServer>) {
    let Some(parts) = context.extensions.get::<Parts>() else { return };
    let id = parts.headers.get("mcp-session-id").and_then(|id| id.to_str().ok());
    let (Some(id), Some(sessions)) = (id, parts.extensions.get::<Sessions>()) else { return };
    let Some(session) = sessions.0.sessions.read().await.get(id).cloned() else { return };
    for stream in 0..STREAMS {
        // Most of them are over or never were.
        if session.close_sse_stream(stream, None).await.is_ok() {
            tracing::debug!(stream, "cut");
        }
    }
}
