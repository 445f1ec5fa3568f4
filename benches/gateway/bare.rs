//! The floor of a relay: 64 bytes over loopback TCP to a thread and back, straight or past a thread between.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Instant;

use anyhow::Result;

const SIZE: usize = 64;

/// One connection to an echo.
pub struct Bare {
    stream: TcpStream,
}

impl Bare {
    pub fn echo() -> Result<Self> {
        let (stream, mut peer) = pair()?;
        std::thread::spawn(move || {
            let mut buffer = [0; SIZE];
            while peer.read_exact(&mut buffer).is_ok() && peer.write_all(&buffer).is_ok() {}
        });
        Ok(Self { stream })
    }

    pub fn relay_to_echo() -> Result<Self> {
        let (stream, caller) = pair()?;
        let behind = Self::echo()?.stream;
        for (mut from, mut to) in [(caller.try_clone()?, behind.try_clone()?), (behind, caller)] {
            std::thread::spawn(move || {
                let mut buffer = [0; SIZE];
                while from.read_exact(&mut buffer).is_ok() && to.write_all(&buffer).is_ok() {}
            });
        }
        Ok(Self { stream })
    }

    /// Microseconds of each way there and back, sorted.
    pub fn round(&mut self, count: usize) -> Result<Vec<f64>> {
        let mut samples = Vec::with_capacity(count);
        for _ in 0..count {
            let (start, mut buffer) = (Instant::now(), [7; SIZE]);
            self.stream.write_all(&buffer)?;
            self.stream.read_exact(&mut buffer)?;
            samples.push(start.elapsed().as_secs_f64() * 1e6);
        }
        samples.sort_by(f64::total_cmp);
        Ok(samples)
    }
}

fn pair() -> Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let stream = TcpStream::connect(listener.local_addr()?)?;
    let (peer, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    peer.set_nodelay(true)?;
    Ok((stream, peer))
}
