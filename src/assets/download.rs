//! One file of an asset onto the disk: whole and as its checksum says, or not there. What was cut off goes on where it
//! ended, in this call or in a later one.

use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use hyper::StatusCode;
use hyper::header;
use md5::{Digest as _, Md5};

use super::web::{Answer, Web};
use super::{Meter, Part};
use crate::wire::{Code, Fault, reason};

/// Cuts that are forgiven, each only when something came since the last.
const AGAIN: usize = 5;
const BLOCK: usize = 1 << 16;

/// What ended an attempt.
enum End {
    /// What has come is good; the rest may be asked for.
    Cut(Fault),
    Refused(Fault),
}

impl From<Fault> for End {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

/// Fetches it to this path.
pub(super) async fn fetch(web: &Web, part: &Part, to: &Path, meter: &mut Meter<'_>) -> Result<(), Fault> {
    let draft = Draft::beside(to);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| unwritten(to, &error))?;
    }
    let begun = meter.done;
    for cuts in 0.. {
        let before = draft.length();
        match attempt(web, part, &draft, meter, begun).await {
            Ok(()) => break,
            Err(End::Refused(fault)) => return Err(fault),
            Err(End::Cut(fault)) if cuts >= AGAIN || (cuts > 0 && draft.length() <= before) => return Err(fault),
            Err(End::Cut(_)) => tokio::time::sleep(web.limits.pause).await,
        }
    }
    draft.check(part)?;
    draft.settle(to)
}

async fn attempt(web: &Web, part: &Part, draft: &Draft, meter: &mut Meter<'_>, begun: u64) -> Result<(), End> {
    let kept = draft.resumable(part);
    let mut wanted = Vec::new();
    if let Some(kept) = &kept {
        wanted.push((header::RANGE, format!("bytes={}-", kept.length)));
        wanted.extend(kept.tag.clone().map(|tag| (header::IF_RANGE, tag)));
    }
    let mut answer = web.get(&part.url, &wanted).await.map_err(|fault| match fault.error_code {
        Code::ExternalServiceError => End::Cut(fault),
        _ => End::Refused(fault),
    })?;
    let from = match (answer.status, &kept) {
        (StatusCode::PARTIAL_CONTENT, Some(kept)) if begins_at(&answer, kept.length) => kept.length,
        (StatusCode::RANGE_NOT_SATISFIABLE, Some(_)) => {
            // It is shorter now than what was kept of it.
            draft.forget();
            let cut = Fault::new(Code::ExternalServiceError, format!("`{}` has changed on its way", part.path));
            return Err(End::Cut(cut));
        }
        (StatusCode::OK, _) => 0,
        (status, _) if status.is_success() => {
            return Err(web.reshaped(&part.path, &format!("HTTP {} in place of the file", status.as_u16())).into());
        }
        _ => return Err(web.refusal(&answer, &part.path).into()),
    };
    let announced = answer.header(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if let Some(length) = announced {
        small_enough(part, from + length, begun, web.limits.asset)?;
    }
    let tag = answer.header(header::ETAG).or_else(|| answer.header(header::LAST_MODIFIED)).map(str::to_owned);
    let mut file = draft.open(from, tag.as_deref())?;
    let mut length = from;
    loop {
        meter.at(begun + length)?;
        match answer.chunk().await {
            Ok(Some(bytes)) => {
                length += bytes.len() as u64;
                small_enough(part, length, begun, web.limits.asset)?;
                file.write_all(&bytes).map_err(|error| unwritten(&draft.file, &error))?;
            }
            Ok(None) => return Ok(()),
            Err(fault) => return Err(End::Cut(fault)),
        }
    }
}

/// Whether a part of a file is the one that was asked for.
fn begins_at(answer: &Answer, from: u64) -> bool {
    let range = answer.header(header::CONTENT_RANGE).and_then(|range| range.strip_prefix("bytes "));
    range.and_then(|range| range.split('-').next()?.parse::<u64>().ok()) == Some(from)
}

fn small_enough(part: &Part, length: u64, before: u64, most: u64) -> Result<(), Fault> {
    if before.saturating_add(length) <= most {
        return Ok(());
    }
    let message = format!("`{}` has {length} bytes or more, and an asset may have {most} in all", part.path);
    Err(Fault::new(Code::TooLarge, message).detail("limit", most).suggest("take a lower resolution"))
}

/// A file that is on its way.
struct Draft {
    file: PathBuf,
    /// Which version of it the server said that it is.
    tag: PathBuf,
}

struct Kept {
    length: u64,
    tag: Option<String>,
}

impl Draft {
    fn beside(to: &Path) -> Self {
        let with = |ending: &str| {
            let mut name = to.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        Self { file: with(".part"), tag: with(".part.tag") }
    }

    fn length(&self) -> u64 {
        fs::metadata(&self.file).map_or(0, |about| about.len())
    }

    /// What is there of it, where the end will show whether both halves are of one file.
    fn resumable(&self, part: &Part) -> Option<Kept> {
        let length = self.length();
        // A weak tag is not for ranges (RFC 9110, 13.1.5).
        let tag = fs::read_to_string(&self.tag).ok().filter(|tag| !tag.is_empty() && !tag.starts_with("W/"));
        (length > 0 && (tag.is_some() || part.md5.is_some())).then_some(Kept { length, tag })
    }

    fn open(&self, from: u64, tag: Option<&str>) -> Result<File, Fault> {
        let open = || {
            fs::write(&self.tag, tag.unwrap_or_default())?;
            let mut options = OpenOptions::new();
            options.create(true).append(from > 0).write(true).truncate(from == 0);
            options.open(&self.file)
        };
        open().map_err(|error| unwritten(&self.file, &error))
    }

    fn forget(&self) {
        // Neither may be there.
        let _ = fs::remove_file(&self.file);
        let _ = fs::remove_file(&self.tag);
    }

    fn check(&self, part: &Part) -> Result<(), Fault> {
        let Some(expected) = &part.md5 else { return Ok(()) };
        let got = checksum(&self.file).map_err(|error| unwritten(&self.file, &error))?;
        if got.eq_ignore_ascii_case(expected) {
            return Ok(());
        }
        self.forget();
        let message =
            format!("`{}` came with the checksum {got} and should have {expected}; it was thrown away", part.path);
        Err(Fault::new(Code::ExternalServiceError, message)
            .detail("expected", expected.as_str())
            .detail("got", got)
            .suggest("try again; if it stays so, the provider's file is not what the provider says"))
    }

    fn settle(&self, to: &Path) -> Result<(), Fault> {
        fs::rename(&self.file, to).map_err(|error| unwritten(to, &error))?;
        self.forget();
        Ok(())
    }
}

fn checksum(file: &Path) -> std::io::Result<String> {
    let mut file = File::open(file)?;
    let mut digest = Md5::new();
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            count => digest.update(&block[..count]),
        }
    }
}

pub(super) fn unwritten(path: &Path, error: &std::io::Error) -> Fault {
    let message = format!("`{}` cannot be written: {}", path.display(), reason(error));
    Fault::new(Code::HandlerError, message).detail("path", path.to_string_lossy())
}
