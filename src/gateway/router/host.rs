//! `/v1/link`: a host has dialled in. It is welcomed into its seat and called from there until either side leaves.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio_tungstenite::WebSocketStream;

use super::Router;
use super::registry::Seat;
use super::sessions::{self, Kind};
use crate::gateway::accounts::Principal;
use crate::link::{Acknowledge, Connection};
use crate::wire::{Fault, protocol};

/// How long a host may take to read the last word.
const FAREWELL: Duration = Duration::from_secs(1);

impl Router {
    /// Serves one host to its end. The key was checked on the upgrade request.
    pub(crate) async fn link<S>(&self, who: Arc<Principal>, socket: WebSocketStream<S>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let router = self.clone();
        let served = self.shared.tasks.track_future(async move { router.host(&who, socket).await }).await;
        if let Err(fault) = served {
            tracing::info!(code = fault.error_code.name(), reason = fault.error_message, "a host was not linked");
        }
    }

    async fn host<S>(&self, who: &Arc<Principal>, socket: WebSocketStream<S>) -> Result<(), Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let shared = &self.shared;
        let connection = Arc::new(Connection::over(socket, Acknowledge::Behind, shared.sessions.habits()).await?);
        let mut instance = connection.welcome.instance.clone();
        instance.epoch.clone_from(&connection.welcome.epoch);
        // Its id and its name are what it chose itself.
        match shared.accounts.seen(&who.user, &instance) {
            // Unless it has one that was reserved under its name.
            Ok(known) => instance.id = known.id,
            Err(fault) => {
                connection.leave(&format!("{}: {}", fault.error_code.name(), fault.error_message), None);
                // Who does not read why is cut off.
                let _ = tokio::time::timeout(FAREWELL, connection.closed()).await;
                return Err(fault);
            }
        }
        if !connection.hears_us().await {
            return Err(protocol("it does not hear the gateway"));
        }
        let session = shared.sessions.begin(who, Kind::Host)?;
        tracing::info!(user = who.user, instance = instance.id, "host linked");
        let seat = shared.registry.arrive(&who.user, instance, &connection);
        let counted = shared.figures.host();
        tokio::select! {
            () = connection.closed() => {}
            () = self.follow(who, &seat, &connection) => {}
            bye = session.ended() => {
                if let Some(reason) = bye.reason.strip_prefix(sessions::UNAUTHORIZED) {
                    seat.bar(&connection, reason);
                }
                connection.leave(&bye.reason, None);
                let _ = tokio::time::timeout(FAREWELL, connection.closed()).await;
            }
        }
        drop(counted);
        shared.sessions.close(&session);
        if shared.registry.depart(&seat, &connection) {
            shared.accounts.seen(&who.user, &seat.instance())?;
        }
        tracing::info!(user = who.user, instance = seat.id, "host gone");
        Ok(())
    }

    /// Hears what a host says of itself while it is linked, for as long as it is.
    async fn follow(&self, who: &Principal, seat: &Seat, connection: &Connection) {
        let mut news = connection.news();
        while news.changed().await.is_ok() {
            let about = news.borrow_and_update().clone();
            let Some(about) = about.filter(|about| about.id == seat.id) else { continue };
            match self.shared.accounts.seen(&who.user, &about) {
                Ok(_) => seat.renamed(&about.name),
                Err(fault) => tracing::info!(instance = seat.id, reason = fault.error_message, "a host keeps its name"),
            }
            // Each is written to the disk: one that changes its mind all the time is heard now and then.
            tokio::time::sleep(FAREWELL).await;
        }
        // The connection outlives what it says.
        std::future::pending().await
    }
}
