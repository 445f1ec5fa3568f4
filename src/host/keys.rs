//! The keys that an owner gave for gateways: one private file, each key under the address that it is for.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::Folders;
use crate::link::{Endpoint, Trust};
use crate::private;
use crate::wire::{Code, Fault};

/// Where keys are kept between sessions, outside every scene and every preference file.
#[derive(Clone, Debug)]
pub struct Keys {
    folder: PathBuf,
}

type Kept = BTreeMap<String, String>;

impl Keys {
    /// In the state folder.
    pub fn new(folders: &Folders) -> Self {
        Self { folder: folders.state.clone() }
    }

    /// Keeps the key of this gateway in the place of an earlier one.
    pub fn keep(&self, url: &str, key: &str) -> Result<(), Fault> {
        let address = address(url, key)?;
        let mut kept = self.read()?;
        kept.insert(address, key.trim().to_owned());
        self.write(&kept)
    }

    /// The key that was kept for this gateway and no other: a changed address must not get it.
    pub fn kept(&self, url: &str) -> Result<Option<String>, Fault> {
        let address = address(url, "none")?;
        Ok(self.read()?.remove(&address))
    }

    /// Whether there was one.
    pub fn forget(&self, url: &str) -> Result<bool, Fault> {
        let address = address(url, "none")?;
        let mut kept = self.read()?;
        let had = kept.remove(&address).is_some();
        if had {
            self.write(&kept)?;
        }
        Ok(had)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("keys.json")
    }

    fn read(&self) -> Result<Kept, Fault> {
        match fs::read(self.file()) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| self.unusable(error)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Kept::new()),
            Err(error) => Err(self.unusable(error)),
        }
    }

    fn write(&self, kept: &Kept) -> Result<(), Fault> {
        let bytes = serde_json::to_vec_pretty(kept).map_err(|error| self.unusable(error))?;
        let written = private::folder(&self.folder).and_then(|()| private::write(&self.file(), &bytes));
        written.map_err(|error| self.unusable(error))
    }

    fn unusable(&self, error: impl std::fmt::Display) -> Fault {
        let file = self.file();
        // The reason of a bad file could quote it.
        let message = format!("the file of keys `{}` cannot be used: {error}", file.display());
        Fault::new(Code::HandlerError, message)
            .detail("path", file.to_string_lossy())
            .suggest("move it away and give the key again")
    }
}

/// One spelling for one gateway, with whichever of its paths it was copied.
fn address(url: &str, key: &str) -> Result<String, Fault> {
    Ok(Endpoint::new(url, key, Trust::System)?.at("").url().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_for_one_gateway_however_that_is_spelled() {
        let place = tempfile::tempdir().unwrap();
        let keys = Keys::new(&Folders::below(place.path().join("state")));
        assert_eq!(keys.kept("https://a.example:5000"), Ok(None));
        keys.keep("https://a.example:5000", " sw_one\n").unwrap();
        keys.keep("wss://b.example", "sw_two").unwrap();
        let check =
            |url: &str, expected: Option<&str>| assert_eq!(keys.kept(url).unwrap().as_deref(), expected, "{url}");
        check("wss://A.example:5000/", Some("sw_one"));
        check("https://a.example:5000/mcp", Some("sw_one"));
        check("https://a.example:5001", None);
        check("https://b.example", Some("sw_two"));
        assert_eq!((keys.forget("wss://a.example:5000"), keys.forget("wss://a.example:5000")), (Ok(true), Ok(false)));
        check("https://a.example:5000", None);
        check("https://b.example", Some("sw_two"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it_and_a_spoilt_file_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let keys = Keys::new(&Folders::below(place.path().join("state")));
        keys.keep("https://a.example", "sw_one").unwrap();
        let mode = fs::metadata(keys.file()).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        fs::write(keys.file(), "{\"wss://a.example\": \"sw_secret").unwrap();
        let fault = keys.kept("https://a.example").unwrap_err();
        assert!(fault.error_message.contains("keys.json") && !fault.error_message.contains("sw_secret"), "{fault}");
        assert_eq!(keys.keep("https://a.example", "not a key").unwrap_err().error_code, Code::Unauthorized);
    }
}
