//! Another host of this kind without a window, started for one job and thrown away after it: what happens there touches
//! no artist's session. It ends with whoever started it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde::Deserialize;
use tokio::sync::mpsc;

use super::record::{Folders, Record, live};
use crate::link::{Connection, Endpoint, Trust, fresh_key};
use crate::private;
use crate::wire::{Call, Code, Fault, Payload, Progress};

/// A Blender with many add-ons on a busy machine takes its time.
const COMES_UP: Duration = Duration::from_secs(120);
const LOOK: Duration = Duration::from_millis(50);
/// Its connection ends a moment before it does.
const DYING: Duration = Duration::from_secs(2);

/// How it is started, as the adapter says.
#[derive(Clone, Debug, Deserialize)]
pub struct Launch {
    /// The program and its arguments.
    pub argv: Vec<String>,
    /// Beside what this process has.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// What stands before `3/16` in a line that it prints of how far it is; empty for nothing.
    #[serde(default)]
    pub counter: String,
}

impl Launch {
    /// How far it is, when this line tells.
    pub(crate) fn progress_in(&self, line: &str) -> Option<Progress> {
        let (_, rest) = line.rsplit_once(&self.counter).filter(|_| !self.counter.is_empty())?;
        let (done, rest) = rest.split_once('/')?;
        let total = rest.split(|letter: char| !letter.is_ascii_digit()).next()?;
        let fraction = done.parse::<f64>().ok()? / total.parse::<f64>().ok().filter(|total| *total > 0.0)?;
        let message = format!("{}{done}/{total}", self.counter);
        Some(Progress { fraction: Some(fraction.clamp(0.0, 1.0)), message })
    }
}

/// Told each line that it prints.
pub(crate) type OnLine = Arc<dyn Fn(&str) + Send + Sync>;

/// One that runs. Killed, and its folder removed, when it is dropped.
pub(crate) struct Disposable {
    child: Mutex<Child>,
    /// It ends when this is closed, as it is when we end in whatever way.
    _stdin: Option<ChildStdin>,
    folder: PathBuf,
    connection: Option<Connection>,
}

impl Disposable {
    /// Starts it with a private folder as its home, and returns when it can be called.
    pub(crate) async fn start(launch: &Launch, folder: &Path, on_line: OnLine) -> Result<Self, Fault> {
        let mut host = Self::spawn(launch, folder, on_line)?;
        let record = host.record().await?;
        host.connection = Some(Connection::open(&Endpoint::new(&record.url, &record.token, Trust::System)?).await?);
        Ok(host)
    }

    fn spawn(launch: &Launch, folder: &Path, on_line: OnLine) -> Result<Self, Fault> {
        let failed = |error: std::io::Error| {
            let program = launch.argv.first().cloned().unwrap_or_default();
            Fault::new(Code::HandlerError, format!("a host in the background could not start: {error}"))
                .detail("program", program)
        };
        private::folder(folder).map_err(failed)?;
        let (program, arguments) =
            launch.argv.split_first().ok_or_else(|| failed(std::io::ErrorKind::NotFound.into()))?;
        let mut child = Command::new(program)
            .args(arguments)
            .env_remove("SCENEWIRE_INSTANCE")
            .env_remove("SCENEWIRE_GATEWAY")
            .env_remove("SCENEWIRE_KEY")
            .env_remove("XDG_RUNTIME_DIR")
            .env("SCENEWIRE_HOME", folder)
            // What it leaves behind when it is killed goes with its folder.
            .env("TMPDIR", folder)
            .envs(&launch.env)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let stdin = child.stdin.take();
        if let Some(stdout) = child.stdout.take() {
            read_lines(stdout, on_line.clone());
        }
        if let Some(stderr) = child.stderr.take() {
            read_lines(stderr, on_line);
        }
        Ok(Self { child: Mutex::new(child), _stdin: stdin, folder: folder.to_owned(), connection: None })
    }

    async fn record(&mut self) -> Result<Record, Fault> {
        let (runtime, until) = (Folders::below(self.folder.clone()).runtime, Instant::now() + COMES_UP);
        loop {
            if let Some(record) = live(&runtime).into_iter().next() {
                return Ok(record);
            }
            if let Ok(Some(status)) = self.child.lock().try_wait() {
                return Err(Fault::new(
                    Code::HandlerError,
                    format!("the host in the background ended at once: {status}"),
                )
                .suggest("its last words are in the log"));
            }
            if Instant::now() > until {
                return Err(Fault::new(Code::TimedOut, "the host in the background did not come up"));
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Does it there. Dropping the future cancels it.
    pub(crate) async fn call(
        &self,
        operation: &str,
        arguments: Payload,
        timeout: Duration,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> Result<Payload, Fault> {
        let Some(connection) = &self.connection else { return Err(self.ended().await) };
        let Payload { json, attachments } = arguments;
        let call = Call {
            id: 0,
            key: fresh_key()?,
            operation: operation.to_owned(),
            arguments: json,
            timeout_ms: Some(timeout.as_millis() as u64),
            if_revision: None,
            epoch: connection.welcome.epoch.clone(),
            instance: None,
            resend: false,
            approval: None,
            client: None,
            attachments: Vec::new(),
        };
        let Some(answer) = connection.call(call, attachments, progress).await else { return Err(self.ended().await) };
        let (outcome, attachments) = answer?;
        match outcome.error {
            Some(fault) => Err(*fault),
            None => Ok(Payload { json: outcome.value, attachments }),
        }
    }

    async fn ended(&self) -> Fault {
        let until = Instant::now() + DYING;
        let how = loop {
            match self.child.lock().try_wait() {
                Ok(Some(status)) => break format!(" ({status})"),
                Ok(None) if Instant::now() < until => {}
                _ => break String::new(),
            }
            tokio::time::sleep(LOOK).await;
        };
        Fault::new(Code::HandlerError, format!("the host in the background ended in the middle of its work{how}"))
            .detail("background", "ended")
            .suggest("its last words are in the log")
    }
}

impl Drop for Disposable {
    fn drop(&mut self) {
        self.connection = None;
        // It may have ended by itself.
        let child = self.child.get_mut();
        let _ = child.kill();
        let _ = child.wait();
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::debug!(%error, "a folder of the background could not be removed");
        }
    }
}

/// Reads until the other end is closed, so that it never waits for us.
fn read_lines(stream: impl Read + Send + 'static, on_line: OnLine) {
    let named = std::thread::Builder::new().name("scenewire-log".to_owned());
    let reading = named.spawn(move || {
        let mut lines = BufReader::new(stream);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            on_line(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    });
    if let Err(error) = reading {
        tracing::warn!(%error, "nobody reads what the background says");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_tell_how_far_it_is() {
        let launch = Launch { argv: Vec::new(), env: BTreeMap::new(), counter: "Sample ".to_owned() };
        let check = |line: &str, expected: Option<(f64, &str)>| {
            let found = launch.progress_in(line);
            let found = found.as_ref().map(|found| (found.fraction.unwrap_or(-1.0), found.message.as_str()));
            assert_eq!(found, expected, "{line}");
        };
        check("Fra:1 Mem:9M | Sample 4/16", Some((0.25, "Sample 4/16")));
        check("Sample 4/16 (Denoising)", Some((0.25, "Sample 4/16")));
        for line in ["", "Sample", "Sample x/16", "Sample 4/", "Sample 4/0", "4/16"] {
            check(line, None);
        }
        let silent = Launch { counter: String::new(), ..launch.clone() };
        assert!(silent.progress_in("4/16").is_none());
    }
}
