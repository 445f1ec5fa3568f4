//! `scenewire call OPERATION [JSON | - | @FILE | KEY=VALUE ...]`

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc;

use super::output::{Failure, Output, place_for};
use super::signal::told_to_end;
use super::target::Target;
use crate::backend::{Backend, Progress, Reply, Request};
use crate::mcp::array_summary;
use crate::wire::{Attachment, Code, Fault, Payload, placeholder, reason};

/// One call.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Name of the operation, as `scenewire catalogue` lists them.
    pub(super) operation: String,
    /// A JSON object, `-` for standard input, `@FILE`, or `key=value` pairs whose values are JSON or plain text.
    pub(super) arguments: Vec<String>,
    /// Id or name of the session; not needed when there is only one.
    #[arg(long, env = "SCENEWIRE_INSTANCE")]
    pub(super) instance: Option<String>,
    /// Seconds it may take; the operation's own default otherwise.
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true, value_parser = seconds)]
    pub(super) timeout: Option<Duration>,
    /// Fail with `conflict` when the scene has changed since this revision.
    #[arg(long)]
    pub(super) if_revision: Option<u64>,
    /// Where the picture or file of the result goes; a free name in the current folder otherwise.
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) target: Target,
}

/// Does the call and prints its result.
pub(super) async fn run(args: &Args, backend: &impl Backend, output: &mut Output) -> Result<(), Failure> {
    let request = request(args)?;
    args.out.as_deref().map_or(Ok(()), place_for)?;
    let reply = with_progress(backend, request, output).await?;
    let (value, files) = presentable(&reply, args)?;
    output.value(&value);
    if !output.json {
        for file in files {
            output.note(&format!("wrote {}", file.display()));
        }
    }
    Ok(())
}

fn request(args: &Args) -> Result<Request, Failure> {
    let arguments = read_arguments(&args.arguments)?;
    Ok(Request {
        instance: args.instance.clone(),
        operation: args.operation.clone(),
        arguments: Payload::json(Value::Object(arguments)),
        timeout: args.timeout,
        if_revision: args.if_revision,
        ..Request::default()
    })
}

fn seconds(text: &str) -> Result<Duration, &'static str> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.filter(|seconds| !seconds.is_zero()).ok_or("expected seconds above 0, such as 30")
}

fn read_arguments(words: &[String]) -> Result<Map<String, Value>, Failure> {
    match words {
        [] => Ok(Map::new()),
        [word] if word == "-" => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            parse_object(&text, "standard input")
        }
        [word] if word.starts_with('@') => {
            let path = &word[1..];
            let text = std::fs::read_to_string(path)
                .map_err(|error| Failure::Usage(format!("cannot read {path}: {}", reason(error))))?;
            parse_object(&text, path)
        }
        [word] if word.trim_start().starts_with('{') => parse_object(word, "the arguments"),
        pairs => pairs.iter().map(|pair| parse_pair(pair)).collect(),
    }
}

fn parse_object(text: &str, origin: &str) -> Result<Map<String, Value>, Failure> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        Failure::Usage(format!("{origin}: not a JSON object: {what}{}{}", place(text, &error), remedy(text)))
    })
}

/// Where a text stops being JSON, in words of its own.
fn place(text: &str, error: &serde_json::Error) -> String {
    /// As much as one sees at a glance.
    const SHOWN: usize = 24;
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let from = error.column().saturating_sub(1).min(line.len());
    let rest: String = line.get(from..).unwrap_or_default().chars().take(SHOWN).collect();
    let at = format!(" in line {}, column {}", error.line(), error.column());
    if rest.is_empty() { at } else { format!("{at}, at `{rest}`") }
}

/// What is wrong most of the time.
fn remedy(text: &str) -> &'static str {
    if text.contains("NaN") || text.contains("Infinity") || text.contains("inf") {
        "; JSON has no NaN and no infinity, and no host takes them"
    } else if text.contains('\'') {
        "; JSON has double quotes only: '{\"limit\": 5}'"
    } else {
        "; for example: '{\"limit\": 5}', or limit=5"
    }
}

fn parse_pair(pair: &str) -> Result<(String, Value), Failure> {
    let (key, value) = pair.split_once('=').ok_or_else(|| {
        Failure::Usage(format!(
            "`{pair}` is neither a JSON object nor key=value; for example: limit=5 or '{{\"limit\": 5}}'"
        ))
    })?;
    let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
    Ok((key.to_owned(), value))
}

/// Waits for the outcome, with a bar on the terminal once it takes over a second.
async fn with_progress(backend: &impl Backend, request: Request, output: &Output) -> Result<Reply, Failure> {
    let title = request.operation.clone();
    let (sender, mut receiver) = mpsc::channel::<Progress>(16);
    let mut call = Box::pin(backend.call(request, Some(sender)));
    let mut bar: Option<ProgressBar> = None;
    let patience = tokio::time::sleep(Duration::from_secs(1));
    tokio::pin!(patience);
    let outcome = loop {
        tokio::select! {
            outcome = &mut call => break outcome,
            () = &mut patience, if bar.is_none() && output.terminal => bar = Some(new_bar(&title)),
            Some(progress) = receiver.recv() => {
                if let Some(bar) = &bar {
                    show(bar, &progress);
                }
            }
            _ = told_to_end() => {
                drop(call);
                backend.settled().await;
                break Err(Fault::new(Code::Cancelled, "you ended the call; the host was told to take it back"));
            }
        }
    };
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(outcome?)
}

fn new_bar(title: &str) -> ProgressBar {
    let bar = ProgressBar::new(1_000);
    let style = ProgressStyle::with_template("{spinner} {prefix} [{wide_bar}] {percent}% {elapsed} {msg}");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.set_prefix(title.to_owned());
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn show(bar: &ProgressBar, progress: &Progress) {
    if let Some(fraction) = progress.fraction {
        bar.set_position((fraction.clamp(0.0, 1.0) * 1_000.0) as u64);
    }
    bar.set_message(progress.message.clone());
}

/// The result as it is printed: files written and named by their path, arrays summarised.
fn presentable(reply: &Reply, args: &Args) -> Result<(Value, Vec<PathBuf>), Failure> {
    let mut files = Vec::new();
    let mut value = reply.payload.json.clone();
    replace(&mut value, &mut |index| {
        let Some(attachment) = reply.payload.attachments.get(index) else { return Ok(Value::Null) };
        match &attachment.media {
            None => Ok(array_summary(attachment)),
            Some(media) => {
                let path = file_path(args, media, files.len());
                write_file(&path, attachment)?;
                files.push(path.clone());
                Ok(json!({ "file": path, "media": media, "bytes": attachment.data.len() }))
            }
        }
    })?;
    Ok((value, files))
}

fn replace(value: &mut Value, with: &mut dyn FnMut(usize) -> Result<Value, Failure>) -> Result<(), Failure> {
    if let Some(index) = placeholder(value) {
        *value = with(index)?;
        return Ok(());
    }
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| replace(item, with)),
        Value::Object(map) => map.values_mut().try_for_each(|item| replace(item, with)),
        _ => Ok(()),
    }
}

fn write_file(path: &Path, attachment: &Attachment) -> Result<(), Failure> {
    std::fs::write(path, &attachment.data)
        .map_err(|error| Failure::Usage(format!("cannot write {}: {}", path.display(), reason(error))))
}

/// `--out` for the first file and numbered beside it for more; without it the first name that is free, for a picture
/// that was made yesterday must not be lost.
fn file_path(args: &Args, media: &str, written: usize) -> PathBuf {
    let (stem, extension) = match &args.out {
        Some(out) if written == 0 => return out.clone(),
        Some(out) => (out.with_extension(""), extension_of(out).unwrap_or_else(|| extension(media).to_owned())),
        None => (PathBuf::from(&args.operation), extension(media).to_owned()),
    };
    let numbered = |number: usize| {
        let suffix = if number == 1 { String::new() } else { format!("-{number}") };
        PathBuf::from(format!("{}{suffix}.{extension}", stem.display()))
    };
    (written + 1..).map(numbered).find(|path| !path.exists()).unwrap_or(stem)
}

fn extension_of(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().into_owned())
}

fn extension(media: &str) -> &str {
    match media {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/x-exr" => "exr",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;
    use crate::mcp::double::Double;

    fn args(operation: &str, words: &[&str]) -> Args {
        Args {
            operation: operation.to_owned(),
            arguments: words.iter().map(|&word| word.to_owned()).collect(),
            instance: None,
            timeout: None,
            if_revision: None,
            out: None,
            target: Target::default(),
        }
    }

    #[test]
    fn arguments_come_in_every_form() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        std::fs::write(&file, r#"{"limit": 5}"#).unwrap();
        let check = |words: &[&str], expected: Value| {
            let request = request(&args("x", words)).unwrap();
            assert_eq!(request.arguments.json, expected, "{words:?}");
        };
        check(&[], json!({}));
        check(&[r#"{"limit": 5}"#], json!({"limit": 5}));
        check(&[&format!("@{}", file.display())], json!({"limit": 5}));
        check(
            &["limit=5", "name=Key light", "ids=[\"a\"]", "eq=a=b"],
            json!({"limit": 5, "name": "Key light", "ids": ["a"], "eq": "a=b"}),
        );
    }

    #[test]
    fn wrong_arguments_are_wrong_usage() {
        let check = |words: &[&str], expected: &str| {
            let Err(Failure::Usage(message)) = request(&args("x", words)) else { panic!("{words:?}") };
            assert!(message.contains(expected), "{message}");
        };
        check(&["{"], "not a JSON object");
        check(&[r#"{"items": [{"position": [NaN, 0, 0]}]}"#], "column 26, at `NaN, 0, 0]}]}`; JSON has no NaN");
        check(&["{'limit': 5}"], "double quotes only");
        check(&["{\"ü\": ü}"], "not a JSON object");
        check(&["@no/such/file"], "cannot read no/such/file");
        check(&["limit=5", "name"], "`name` is neither");
        for place in [std::env::temp_dir(), "/no/such/folder/x.png".into()] {
            assert!(matches!(place_for(&place), Err(Failure::Usage(_))), "{}", place.display());
        }
        assert!(place_for(Path::new("x.png")).is_ok());
        for wrong in ["-1", "0", "inf", "abc"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn pictures_become_files() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("view.png");
        let mut args = args("look", &[]);
        args.out = Some(out.clone());
        let (mut output, written, _) = captured::output(true);
        run(&args, &Double::default(), &mut output).await.unwrap();
        assert_eq!(written.json()["image"]["file"], json!(out));
        assert_eq!(std::fs::read(&out).unwrap().len(), 64);
        assert_eq!(file_path(&args, "image/png", 1), folder.path().join("view-2.png"));
    }

    #[tokio::test]
    async fn arrays_are_summarised() {
        let (mut output, written, _) = captured::output(true);
        run(&args("get_meshes", &[]), &Double::default(), &mut output).await.unwrap();
        assert_eq!(
            written.json()["items"][0]["vertices"],
            json!({"dtype": "f4", "shape": [3], "min": 0.0, "max": 2.0})
        );
    }

    #[tokio::test]
    async fn failures_keep_their_code() {
        let (mut output, _, err) = captured::output(true);
        let failure = run(&args("delete_nodes", &[]), &Double::default(), &mut output).await.unwrap_err();
        assert_eq!(output.failure(&failure), 4);
        assert_eq!(err.json()["error_code"], "permission_denied");
    }
}
