//! One connection of another program's client: commands in, one after the other, answers out in the same order, for
//! these dialects have no ids.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::desk::Desk;
use super::{Shared, blender_mcp, lab, maya_mcp};
use crate::wire::foreign::{Answer, Command, Dialect, Heard, Intake, Stranger, Taken, encode};
use crate::wire::{Code, Fault, protocol};

/// Connections at once: a dozen clients and their strays.
const MOST: usize = 32;
/// Read at once.
const READ: usize = 64 << 10;
/// Written at once.
const WRITE: usize = 256 << 10;
/// How long a peer may take none of an answer. One known client parses all it has after every 8 KiB.
const STALLED: Duration = Duration::from_secs(180);

/// What a browser is told, in its own words.
const BROWSER: &[u8] =
    b"HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 35\r\n\r\n\
    this port is for local AI clients.\n";

/// A connection's place in the counts, given back however it ends.
pub(super) struct Seat {
    shared: Arc<Shared>,
    /// There was room for it.
    free: bool,
}

impl Seat {
    pub(super) fn taken(shared: Arc<Shared>) -> Self {
        let before = shared.seats.fetch_add(1, Ordering::Relaxed);
        shared.engine.counts.connections.fetch_add(1, Ordering::Relaxed);
        Self { shared, free: before < MOST }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.shared.seats.fetch_sub(1, Ordering::Relaxed);
        self.shared.engine.counts.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What comes after an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    GoOn,
    End,
}

struct Connection {
    stream: TcpStream,
    intake: Intake,
    desk: Desk,
    /// It has said something that was understood.
    known: bool,
}

/// The connection's whole life.
pub(super) async fn serve(stream: TcpStream, seat: Seat) {
    let shared = seat.shared.clone();
    let desk = Desk::new(shared.engine.clone(), shared.leave.clone());
    let mut connection = Connection { stream, intake: Intake::default(), desk, known: false };
    let ended = match seat.free {
        true => connection.run(&shared).await,
        false => {
            let fault = Fault::new(Code::Busy, format!("{MOST} clients are connected to this port already"));
            connection.answer(Dialect::BlenderMcp, Err(fault).into()).await.map(drop)
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended");
    }
}

impl Connection {
    async fn run(&mut self, shared: &Shared) -> io::Result<()> {
        self.stream.set_nodelay(true)?;
        let mut bytes = vec![0; READ];
        loop {
            while let Some(taken) = self.intake.next() {
                if self.take(taken).await? == Then::End {
                    return self.stream.shutdown().await;
                }
            }
            let patience = self.patience(shared);
            let read = tokio::select! {
                () = shared.leave.cancelled() => return Ok(()),
                read = tokio::time::timeout(patience, self.stream.read(&mut bytes)) => read,
            };
            match read {
                Ok(Ok(0)) if self.intake.pending() => return self.cut_short().await,
                Ok(Ok(0)) => return Ok(()),
                Ok(count) => self.intake.push(&bytes[..count?]),
                Err(_) if self.intake.pending() => {
                    let (dialect, fault) = self.intake.give_up(patience);
                    if self.answer(dialect, Err(fault).into()).await? == Then::End {
                        return self.stream.shutdown().await;
                    }
                }
                Err(_) => return Ok(()),
            }
        }
    }

    fn patience(&self, shared: &Shared) -> Duration {
        match (self.intake.pending(), self.known) {
            (true, _) => shared.patience.incomplete,
            (false, true) => shared.patience.idle,
            (false, false) => shared.patience.silent,
        }
    }

    async fn take(&mut self, taken: Taken) -> io::Result<Then> {
        match taken {
            Taken::Command(Heard { dialect, id, command }) => {
                let answer = match command {
                    Ok(command) => {
                        self.known = true;
                        perform(&mut self.desk, command).await
                    }
                    Err(fault) => Err(fault).into(),
                };
                self.answer(dialect, Answer { id, ..answer }).await
            }
            Taken::Hopeless(fault) => {
                self.answer(Dialect::BlenderMcp, Err(fault).into()).await?;
                Ok(Then::End)
            }
            Taken::Stranger(Stranger::Http) => {
                tracing::info!("a browser, or another HTTP client, was refused on the drop-in port");
                self.write(BROWSER).await?;
                Ok(Then::End)
            }
            Taken::Stranger(Stranger::Other) => {
                let fault = protocol("a command begins with `{`, and what came does not")
                    .suggest(r#"{"type": "get_scene_info", "params": {}}"#);
                self.answer(Dialect::BlenderMcp, Err(fault).into()).await?;
                Ok(Then::End)
            }
        }
    }

    /// The peer sends no more, and what it sent last does not end.
    async fn cut_short(&mut self) -> io::Result<()> {
        let (dialect, fault) = self.intake.give_up(Duration::ZERO);
        let message = "the command is incomplete: the connection ended in the middle of its JSON";
        let fault = Fault { error_code: Code::Protocol, error_message: message.to_owned(), ..fault };
        self.answer(dialect, Err(fault).into()).await.map(drop)
    }

    /// Writes an answer; the Blender Lab's client takes one a connection.
    async fn answer(&mut self, dialect: Dialect, answer: Answer) -> io::Result<Then> {
        self.write(&encode(dialect, &answer)).await?;
        Ok(if dialect == Dialect::BlenderLab { Then::End } else { Then::GoOn })
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        for chunk in bytes.chunks(WRITE) {
            tokio::time::timeout(STALLED, self.stream.write_all(chunk)).await??;
        }
        Ok(())
    }
}

async fn perform(desk: &mut Desk, command: Command) -> Answer {
    desk.arrived(command.dialect);
    match command.dialect {
        Dialect::BlenderLab => lab::perform(desk, command).await,
        Dialect::BlenderMcp | Dialect::Lines => blender_mcp::perform(desk, command).await,
        Dialect::MayaMcp => maya_mcp::perform(desk, command).await,
    }
}
