//! Another program, run for so long and no longer: an application that hangs must not hang us.

use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::process::{Child, Command};

/// More than any Blender says in a run of ours; one that says more is stuck in a loop.
const OUTPUT: u64 = 4 << 20;

/// What it said.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) status: ExitStatus,
    pub(super) out: String,
    pub(super) err: String,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Silence {
    /// It is no program, or not for this machine.
    #[error("it does not start: {0}")]
    NotStarted(std::io::Error),
    /// It was ended.
    #[error("it gave no answer within {} s, and was ended", .0.as_secs_f32())]
    TimedOut(Duration),
    /// Ctrl-C.
    #[error("interrupted")]
    Interrupted,
}

/// Runs `program` without a terminal; it and what it started are ended when the time is up.
pub(super) async fn run(program: &Path, arguments: &[String], limit: Duration) -> Result<Ran, Silence> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    // What is meant for the Python that we may run in is not meant for Blender's.
    command.env_remove("PYTHONPATH").env_remove("PYTHONHOME");
    #[cfg(unix)]
    command.process_group(0);
    let mut child = command.spawn().map_err(Silence::NotStarted)?;
    let outcome = tokio::select! {
        ran = finish(&mut child) => return ran.map_err(Silence::NotStarted),
        () = tokio::time::sleep(limit) => Silence::TimedOut(limit),
        _ = tokio::signal::ctrl_c() => Silence::Interrupted,
    };
    end(&mut child).await;
    Err(outcome)
}

async fn finish(child: &mut Child) -> std::io::Result<Ran> {
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let (out, err) = tokio::join!(read(out), read(err));
    let status = child.wait().await?;
    Ok(Ran { status, out, err })
}

async fn read(pipe: Option<impl AsyncRead + Unpin>) -> String {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        // What was said before an error is said.
        let _ = pipe.take(OUTPUT).read_to_end(&mut bytes).await;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// With all that it started: many Blenders are started by a script.
async fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = child.id().and_then(|id| rustix::process::Pid::from_raw(i32::try_from(id).ok()?)) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill().await;
}

/// A limit as the command line has it.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0.0);
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "a number above 0 is expected".to_owned())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn shell(line: &str) -> Vec<String> {
        ["-c", line].map(str::to_owned).to_vec()
    }

    #[tokio::test]
    async fn what_it_says_comes_back() {
        let ran = run(Path::new("/bin/sh"), &shell("echo out; echo err >&2; exit 3"), Duration::from_secs(20)).await;
        let ran = ran.unwrap();
        assert_eq!((ran.status.code(), ran.out.as_str(), ran.err.as_str()), (Some(3), "out\n", "err\n"));
    }

    #[tokio::test]
    async fn one_that_hangs_is_ended_with_its_children() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("late");
        let line = format!("(sleep 2; touch '{}') & sleep 600", file.display());
        let began = Instant::now();
        let outcome = run(Path::new("/bin/sh"), &shell(&line), Duration::from_millis(300)).await;
        assert!(matches!(outcome, Err(Silence::TimedOut(_))), "{outcome:?}");
        assert!(began.elapsed() < Duration::from_secs(2));
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        assert!(!file.exists(), "its child lives on");
    }

    #[tokio::test]
    async fn what_is_no_program_is_said() {
        let outcome = run(Path::new("/no/such/blender"), &[], Duration::from_secs(1)).await;
        assert!(matches!(outcome, Err(Silence::NotStarted(_))), "{outcome:?}");
    }
}
