//! A proxy that does to connections what networks do: cuts them, holds them, delays them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// Its own address is stable; faults come when the test says so.
pub struct Proxy {
    pub address: SocketAddr,
    faults: Arc<Faults>,
    accepting: AbortHandle,
}

struct Faults {
    /// Connections of an earlier number are cut.
    cut: watch::Sender<u64>,
    /// No byte passes while it is true, and nobody is told.
    held: watch::Sender<bool>,
    delay_us: AtomicU64,
}

impl Proxy {
    pub async fn before(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let faults = Arc::new(Faults {
            cut: watch::Sender::new(0),
            held: watch::Sender::new(false),
            delay_us: AtomicU64::new(0),
        });
        let accepting = tokio::spawn(accept(listener, target, faults.clone())).abort_handle();
        Self { address, faults, accepting }
    }

    /// Ends every connection that is there now.
    pub fn cut(&self) {
        self.faults.cut.send_modify(|number| *number += 1);
    }

    /// Half-open: what is sent goes nowhere until it is released.
    pub fn hold(&self, held: bool) {
        self.faults.held.send_replace(held);
    }

    /// Every piece waits this long.
    pub fn delay(&self, delay: Duration) {
        self.faults.delay_us.store(delay.as_micros() as u64, Ordering::Relaxed);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.cut();
    }
}

async fn accept(listener: TcpListener, target: SocketAddr, faults: Arc<Faults>) {
    while let Ok((inner, _)) = listener.accept().await {
        let faults = faults.clone();
        tokio::spawn(async move {
            let mut cut = faults.cut.subscribe();
            // A gateway that restarts refuses; so does the proxy then.
            let Ok(outer) = TcpStream::connect(target).await else { return };
            inner.set_nodelay(true).unwrap();
            outer.set_nodelay(true).unwrap();
            let ((near_in, near_out), (far_in, far_out)) = (inner.into_split(), outer.into_split());
            tokio::select! {
                _ = cut.changed() => {}
                () = pass(near_in, far_out, &faults) => {}
                () = pass(far_in, near_out, &faults) => {}
            }
        });
    }
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, faults: &Faults) {
    let mut held = faults.held.subscribe();
    let mut buffer = vec![0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        held.wait_for(|held| !held).await.unwrap();
        let delay = faults.delay_us.load(Ordering::Relaxed);
        if delay > 0 {
            tokio::time::sleep(Duration::from_micros(delay)).await;
        }
        if to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
}
