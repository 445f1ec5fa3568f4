//! `get_viewport_screenshot`: a picture in the file that the server names, which reads it from there.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Input;
use crate::host::foreign::desk::Desk;
use crate::private;
use crate::wire::{Code, Fault};

/// Longest side when none is asked for, as in its add-on.
const SIDE: i64 = 800;
/// The longest that a `look` has.
const LONGEST: i64 = 1_568;

pub(super) async fn screenshot(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let side = input.number("max_size", 16, LONGEST, SIDE)?;
    let path = place(desk, &input)?;
    let size = json!({ "width": side, "height": (side * 3 / 4).max(1) });
    let mut payload = desk.ask("look", size, None).await?;
    let Some(picture) = payload.attachments.pop() else {
        return Err(Fault::new(Code::HandlerError, "the host gave no picture"));
    };
    let data = picture.data;
    let file = path.clone();
    let written = tokio::task::spawn_blocking(move || private::write(&file, &data)).await;
    written.map_err(|error| error.to_string()).and_then(|done| done.map_err(|error| error.to_string())).map_err(
        |error| {
            Fault::new(Code::HandlerError, format!("`{}` could not be written: {error}", path.display()))
                .detail("path", path.to_string_lossy())
        },
    )?;
    let host = desk.engine.instance().host;
    Ok(json!({
        "success": true,
        "width": payload.json["width"],
        "height": payload.json["height"],
        "filepath": input.needed("filepath")?,
        "method": payload.json["how"],
        "file": host.file,
        "scene": host.scene,
    }))
}

/// Where the picture goes: a PNG in the system's temporary folder, as its server asks, or inside the folders that the
/// owner opened.
fn place(desk: &Desk, input: &Input<'_>) -> Result<PathBuf, Fault> {
    if let Some(format) = input.params.get("format").filter(|format| !format.is_null())
        && !format.as_str().is_some_and(|format| format.eq_ignore_ascii_case("png"))
    {
        return Err(input.wrong("format", &format!("pictures are `png`, not {format}")));
    }
    let given = input.needed("filepath")?;
    let path = Path::new(given);
    if !path.extension().is_some_and(|end| end.eq_ignore_ascii_case("png")) {
        return Err(
            input.wrong("filepath", &format!("`{given}` does not end in `.png`, and a picture is written there"))
        );
    }
    match temporary(path) {
        Some(path) => Ok(path),
        None => desk.engine.policy().writable(given, &desk.engine.instance.read().host),
    }
}

/// The real path of one straight in the system's temporary folder: how the picture travels, and none of the artist's
/// files. A link that lies there is replaced and not followed.
fn temporary(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?.canonicalize().ok()?;
    let real = folder.join(path.file_name()?);
    (folder == std::env::temp_dir().canonicalize().ok()?).then_some(real)
}
