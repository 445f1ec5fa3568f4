//! What a client hears of while calls run: only what it asked for, by level. Up to 2025-11-25 it sets a level for its
//! session; from 2026-07-28 every request names one, or hears nothing.
// Deprecated from the newest protocol on, and what today's clients still use.
#![allow(deprecated)]

use std::sync::Arc;

use parking_lot::Mutex;
use rmcp::RoleServer;
use rmcp::model::{LoggingLevel, LoggingMessageNotificationParam};
use rmcp::service::RequestContext;
use serde_json::Value;

/// What one session wants to hear; nothing until it says so.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    level: Arc<Mutex<Option<LoggingLevel>>>,
}

impl Log {
    /// From now on this session hears of this level and of what is graver.
    pub(super) fn set(&self, level: LoggingLevel) {
        *self.level.lock() = Some(level);
    }

    /// Tells the client of the request, when it wants to hear it.
    pub(super) async fn tell(&self, context: &RequestContext<RoleServer>, level: LoggingLevel, data: Value) {
        let wanted = context.meta.log_level().or(*self.level.lock());
        if wanted.is_none_or(|wanted| (level as u8) < wanted as u8) {
            return;
        }
        let note = LoggingMessageNotificationParam::new(level, data).with_logger("scenewire");
        if let Err(error) = context.peer.notify_logging_message(note).await {
            tracing::debug!(%error, "a log message could not be told");
        }
    }
}
