//! Remote mode: the host dials its gateway, is commanded over that connection as by anybody else, and comes back when
//! it is cut.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_util::sync::CancellationToken;

use super::clients::Way;
use super::listener::{Listener, PATH};
use super::presence::{Presence, Standing};
use crate::link::{Backoff, Endpoint, Greeted, Stream, dial, fraction, greeted, is_final, wished};
use crate::wire::{Bye, Fault, limits, protocol};

/// The gateway of a host.
#[derive(Clone, Debug)]
pub struct Remote {
    pub(crate) endpoint: Endpoint,
    /// The id under which the gateway knows this session; none: the stored one of the application and the name.
    pub instance_id: Option<String>,
}

impl Remote {
    /// A gateway at this end.
    pub fn new(endpoint: Endpoint) -> Self {
        Self { endpoint: endpoint.at(PATH), instance_id: None }
    }
}

/// Why there is no connection any more.
struct Ending {
    reason: String,
    retry_after: Option<Duration>,
    /// How long there was one.
    lasted: Duration,
    /// It must not be tried again.
    last: Option<Standing>,
}

/// Dials until the host stops, or the gateway says that it is of no use.
pub(super) async fn run(listener: Arc<Listener>, remote: Remote) {
    let engine = listener.engine.clone();
    let Some(presence) = &engine.gateway else { return };
    visit_again(&listener.stop, presence, Backoff::new(fraction), || visit(&listener, &remote, presence)).await;
}

/// One connection after the other, with a wait after each.
async fn visit_again<R, V, F>(stop: &CancellationToken, presence: &Presence, mut backoff: Backoff<R>, mut visit: V)
where
    R: FnMut() -> f64,
    V: FnMut() -> F,
    F: Future<Output = Option<Ending>>,
{
    while let Some(ending) = visit().await {
        if let Some(standing) = ending.last {
            return presence.ended(standing, ending.reason);
        }
        let wait = backoff.after(ending.lasted, ending.retry_after);
        presence.waiting(ending.reason, wait);
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// One connection from its beginning to its end; none when the host stops.
async fn visit(listener: &Arc<Listener>, remote: &Remote, presence: &Presence) -> Option<Ending> {
    let connected = tokio::select! {
        () = listener.stop.cancelled() => return None,
        connected = connect(&remote.endpoint) => connected,
    };
    let (socket, Greeted { version, peer }) = match connected {
        Ok(Ok(connected)) => connected,
        Ok(Err(bye)) => return Some(told(&bye, Duration::ZERO)),
        Err(fault) => return Some(failed(&fault, Duration::ZERO)),
    };
    let session = listener.session(&peer.name, Way::Gateway);
    presence.online();
    let since = Instant::now();
    // A host that stops answers what runs first, and then says good-bye: not cut off here.
    let outcome = session.serve(socket, version).await;
    if listener.stop.is_cancelled() {
        return None;
    }
    Some(match (session.parting(), outcome) {
        (Some(bye), _) => told(&bye, since.elapsed()),
        (None, Err(fault)) => failed(&fault, since.elapsed()),
        (None, Ok(())) => {
            let reason = "the connection to the gateway was lost".to_owned();
            Ending { reason, retry_after: None, lasted: since.elapsed(), last: None }
        }
    })
}

/// Whoever is dialled is the caller: it greets, on this connection as on any other.
async fn connect(endpoint: &Endpoint) -> Result<Result<(WebSocketStream<Stream>, Greeted), Bye>, Fault> {
    let mut socket = dial(endpoint).await?;
    let greeting = tokio::time::timeout(limits::GREETING_TIME, greeted(&mut socket)).await;
    let greeting = greeting.map_err(|_| protocol("the gateway did not say hello in time"))??;
    Ok(greeting.map(|greeted| (socket, greeted)))
}

fn told(bye: &Bye, lasted: Duration) -> Ending {
    let last = match bye.reason.split(':').next() {
        Some("evicted") => Some(Standing::Evicted),
        Some("unauthorized") => Some(Standing::Refused),
        _ => None,
    };
    let reason = format!("the gateway said: {}", bye.reason);
    Ending { reason, retry_after: bye.retry_after_ms.map(Duration::from_millis), lasted, last }
}

fn failed(fault: &Fault, lasted: Duration) -> Ending {
    let last = is_final(fault).then_some(Standing::Refused);
    let reason = match fault.suggestions.is_empty() {
        true => fault.error_message.clone(),
        false => format!("{} ({})", fault.error_message, fault.suggestions.join("; ")),
    };
    Ending { reason, retry_after: wished(fault), lasted, last }
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use super::*;
    use crate::link::Trust;

    const HOUR: Duration = Duration::from_secs(3600);

    fn nobody() -> Ending {
        Ending { reason: "nobody answers".to_owned(), retry_after: None, lasted: Duration::ZERO, last: None }
    }

    #[tokio::test(start_paused = true)]
    async fn a_gateway_that_is_gone_for_an_hour_is_found_within_half_a_minute() {
        let presence = Presence::new(&Endpoint::new("ws://127.0.0.1:9", "key", Trust::System).unwrap());
        presence.online();
        let back = Instant::now() + HOUR;
        let mut dialled = 0;
        visit_again(&CancellationToken::new(), &presence, Backoff::new(|| 1.0), || {
            dialled += 1;
            ready((Instant::now() < back).then(nobody))
        })
        .await;
        assert!(back.elapsed() <= Duration::from_secs(30), "found {:?} late", back.elapsed());
        assert_eq!(dialled, 127, "eight in the first half minute, then two a minute");
        assert_eq!(presence.json()["state"], "reconnecting");
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_stops_does_not_wait_for_the_next_attempt() {
        let presence = Presence::new(&Endpoint::new("ws://127.0.0.1:9", "key", Trust::System).unwrap());
        let (stop, begun) = (CancellationToken::new(), Instant::now());
        let end = async {
            tokio::time::sleep(HOUR).await;
            assert_eq!(presence.json()["state"], "connecting");
            assert!(presence.json()["retry_in"].as_f64().unwrap() <= 30.0);
            stop.cancel();
        };
        tokio::join!(visit_again(&stop, &presence, Backoff::new(|| 1.0), || ready(Some(nobody()))), end);
        assert_eq!(begun.elapsed(), HOUR);
    }
}
