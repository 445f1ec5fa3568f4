//! A proxy that does to connections what networks do: cuts them, holds them, delays them, sends them twice.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
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
    /// New connections arrive twice.
    doubled: AtomicBool,
}

impl Proxy {
    pub async fn before(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let faults = Arc::new(Faults {
            cut: watch::Sender::new(0),
            held: watch::Sender::new(false),
            delay_us: AtomicU64::new(0),
            doubled: AtomicBool::new(false),
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

    /// Whoever dials from now on arrives as two, each with every byte; it hears the first.
    pub fn double(&self, doubled: bool) {
        self.faults.doubled.store(doubled, Ordering::Relaxed);
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
            let echo = match faults.doubled.load(Ordering::Relaxed) {
                true => TcpStream::connect(target).await.ok(),
                false => None,
            };
            inner.set_nodelay(true).unwrap();
            outer.set_nodelay(true).unwrap();
            let ((near_in, near_out), (far_in, far_out)) = (inner.into_split(), outer.into_split());
            let (mut outs, mut deaf) = (vec![far_out], None);
            if let Some((from, to)) = echo.map(TcpStream::into_split) {
                outs.push(to);
                deaf = Some(tokio::spawn(ignore(from)));
            }
            tokio::select! {
                _ = cut.changed() => {}
                () = pass(near_in, outs, &faults) => {}
                () = pass(far_in, vec![near_out], &faults) => {}
            }
            if let Some(deaf) = deaf {
                deaf.abort();
            }
        });
    }
}

/// Reads what nobody hears.
async fn ignore(mut from: OwnedReadHalf) {
    let mut buffer = vec![0; 64 << 10];
    while let Ok(1..) = from.read(&mut buffer).await {}
}

/// The first of these is the one that must be there.
async fn pass(mut from: OwnedReadHalf, mut to: Vec<OwnedWriteHalf>, faults: &Faults) {
    let mut held = faults.held.subscribe();
    let mut buffer = vec![0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        held.wait_for(|held| !held).await.unwrap();
        let delay = faults.delay_us.load(Ordering::Relaxed);
        if delay > 0 {
            tokio::time::sleep(Duration::from_micros(delay)).await;
        }
        if to[0].write_all(&buffer[..count]).await.is_err() {
            return;
        }
        for echo in &mut to[1..] {
            // The gateway may have ended the one that is too many.
            let _ = echo.write_all(&buffer[..count]).await;
        }
    }
}
