//! What the owner of the host allows: the last word, whatever a caller's key says.

use std::io;
use std::path::{Component, Path, PathBuf};

use serde_json::{Value, json};

use super::HostInfo;
use super::assets;
use super::clients::Way;
use super::rules::Rules;
use crate::catalogue::{Effect, Kind, Operation, Scope, each_path};
use crate::wire::{Code, Fault, Payload};

/// A name this alike (Jaro-Winkler) is worth a suggestion.
const ALIKE: f64 = 0.7;

#[derive(Debug)]
pub(crate) struct Policy {
    pub(crate) rules: Rules,
    /// The real folders.
    roots: Vec<PathBuf>,
    /// Where assets lie that were fetched: read, never written for a caller.
    assets: PathBuf,
}

/// Never the whole disk, which is the current folder of what a desktop or a service manager starts.
fn usual_roots() -> Vec<PathBuf> {
    let folders = [std::env::home_dir(), std::env::current_dir().ok(), Some(std::env::temp_dir())];
    folders.into_iter().flatten().filter(|folder| folder.parent().is_some()).collect()
}

/// What stands for the numbers of tiles in the name of a set of pictures.
const TILE: &str = "<UDIM>";

impl Policy {
    /// Without roots: the home, the current and the temporary folder.
    pub(crate) fn new(rules: Rules, assets: PathBuf) -> Self {
        let chosen = if rules.roots.is_empty() { usual_roots() } else { rules.roots.clone() };
        // A root that has gone meanwhile contains nothing.
        let mut roots: Vec<PathBuf> = Vec::new();
        for root in chosen.iter().filter_map(|root| root.canonicalize().ok()) {
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        Self { rules, roots, assets }
    }

    /// The same host under other rules.
    pub(crate) fn with(&self, rules: Rules) -> Self {
        Self::new(rules, self.assets.clone())
    }

    /// The real folders in which files may be used.
    pub(crate) fn roots(&self) -> Vec<PathBuf> {
        self.roots.clone()
    }

    /// As the owner sees it, with the roots that there are.
    pub(crate) fn json(&self) -> Value {
        let mut shown = json!(self.rules);
        shown["roots"] = self.roots.iter().map(|root| Value::from(root.to_string_lossy())).collect();
        shown
    }

    /// What code may do here, for whoever writes some.
    pub(crate) fn about_python(&self) -> Value {
        let Rules { allow_python, guard_python, third_party_code, .. } = &self.rules;
        json!({ "allow_python": allow_python, "guard_python": guard_python, "third_party_code": third_party_code })
    }

    /// Refuses what is not allowed, and puts the real path in the place of every path. The files that would be written.
    pub(crate) fn check(
        &self,
        operation: &Operation,
        arguments: &mut Payload,
        host: &HostInfo,
        way: Way,
    ) -> Result<Vec<String>, Fault> {
        let rules = &self.rules;
        if operation.scope == Scope::Python {
            self.python(way)?;
        }
        if assets::is_asking(&operation.name) {
            self.network(host)?;
        }
        if rules.read_only && operation.effect != Effect::Read {
            return Err(denied("this host may be read only").suggest("ask its owner to allow changes"));
        }
        let parts = operation.made_of.iter().copied();
        let lacking = |name: &str| host.not_supported.get(name).map(|reason| (name.to_owned(), reason));
        if let Some((name, reason)) = parts.chain([operation.name.as_str()]).find_map(lacking) {
            return Err(Fault::new(Code::NotSupported, reason.clone()).detail("operation", name));
        }
        // A file that is saved without a path is written all the same.
        let own = operation.params.iter().find_map(|field| match field.kind {
            Kind::Path { write } if operation.scope == Scope::Files => Some(write),
            _ => None,
        });
        if own.is_some() && !rules.allow_files {
            return Err(without_files());
        }
        let mut written = Vec::new();
        each_path(operation, &mut arguments.json, &mut |value, write| self.file(value, write, host, &mut written))?;
        if own == Some(true) && written.is_empty() {
            written.push(if host.file.is_empty() { "the open file".to_owned() } else { host.file.clone() });
        }
        Ok(written)
    }

    /// The folders in which files may be used at all.
    pub(crate) fn file_roots(&self) -> Vec<PathBuf> {
        if self.rules.allow_files { self.roots.clone() } else { Vec::new() }
    }

    /// The folders in which Python code may touch files; none where the owner has switched the guard off.
    pub(crate) fn guarded_roots(&self) -> Option<Vec<PathBuf>> {
        self.rules.guard_python.then(|| self.file_roots())
    }

    fn python(&self, way: Way) -> Result<(), Fault> {
        if !self.rules.allow_python {
            return Err(denied("running Python is switched off in this host")
                .suggest("ask its owner to allow it, or use the typed operations"));
        }
        if way == Way::Gateway && !self.rules.allow_remote_python {
            return Err(denied("running Python over the gateway is switched off in this host").suggest(
                "ask its owner to allow it (`--allow-remote-python`, `allow_remote_python=True`), \
                 or use the typed operations",
            ));
        }
        Ok(())
    }

    /// Whether servers on the internet may be asked.
    pub(super) fn network(&self, host: &HostInfo) -> Result<(), Fault> {
        if !self.rules.allow_network {
            return Err(denied("this host asks nothing of the internet: its owner has not allowed it").suggest(
                "ask its owner to allow it (`--set allow_network=true`, `scenewire.configure(allow_network=True)`)",
            ));
        }
        match host.offline.is_empty() {
            true => Ok(()),
            false => Err(denied(host.offline.clone())),
        }
    }

    /// Puts the real path in the place of one that was given, and notes it when it would be written.
    fn file(&self, value: &mut Value, write: bool, host: &HostInfo, written: &mut Vec<String>) -> Result<(), Fault> {
        let Some(given) = value.as_str() else { return Ok(()) };
        if !self.rules.allow_files {
            return Err(without_files().detail("path", given));
        }
        if write && self.rules.read_only {
            return Err(denied("this host may be read only, and a file would be written").detail("path", given));
        }
        let path = self.path(given, write, host)?;
        let text = path.to_str().ok_or_else(|| Fault::new(Code::InvalidParams, "the path is not UTF-8"))?;
        if write {
            written.push(text.to_owned());
        }
        *value = Value::from(text);
        Ok(())
    }

    /// The real path of a file that a client of another add-on names, when it may be written.
    pub(crate) fn writable(&self, given: &str, host: &HostInfo) -> Result<PathBuf, Fault> {
        let rules = &self.rules;
        if !rules.allow_files {
            return Err(without_files().detail("path", given));
        }
        if rules.read_only || rules.ask_files {
            let message = "a file would be written here, which the owner of this host does not allow without more ado";
            return Err(denied(message).detail("path", given).suggest("name a file in the temporary folder"));
        }
        self.path(given, true, host)
    }

    /// The real path of one that was given, when it lies inside a root.
    fn path(&self, given: &str, write: bool, host: &HostInfo) -> Result<PathBuf, Fault> {
        let path = absolute(given, host)?;
        if !write && path.file_name().is_some_and(|name| name.to_string_lossy().contains(TILE)) {
            return self.tiles(given, &path);
        }
        let real = if write && !path.is_symlink() && !path.exists() { real_of_new(&path) } else { path.canonicalize() };
        match real {
            Ok(real) if self.roots.iter().any(|root| real.starts_with(root)) => Ok(real),
            Ok(real) if !write && self.is_asset(&real) => Ok(real),
            Ok(_) => Err(self.outside(given)),
            // What is missing outside the roots is not told apart from what is forbidden there.
            Err(_) if !self.may_look(&path) => Err(self.outside(given)),
            Err(error) => Err(missing(given, &path, &error)),
        }
    }

    /// The same of a set of tiles, each of which is looked at: one may be a link to somewhere else.
    fn tiles(&self, given: &str, path: &Path) -> Result<PathBuf, Fault> {
        if !self.may_look(path) {
            return Err(self.outside(given));
        }
        let real = real_of_new(path).map_err(|error| missing(given, path, &error))?;
        let tiles = tiles_of(&real);
        if tiles.is_empty() {
            let error = io::Error::new(io::ErrorKind::NotFound, "there is no tile of it, such as 1001");
            return Err(missing(given, path, &error));
        }
        let inside =
            |tile: &PathBuf| tile.canonicalize().is_ok_and(|tile| self.roots.iter().any(|root| tile.starts_with(root)));
        if tiles.iter().all(inside) { Ok(real) } else { Err(self.outside(given)) }
    }

    fn is_asset(&self, real: &Path) -> bool {
        self.assets.canonicalize().is_ok_and(|folder| real.starts_with(folder))
    }

    fn may_look(&self, path: &Path) -> bool {
        let nearest = path.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
        nearest.is_some_and(|folder| self.roots.iter().any(|root| folder.starts_with(root)))
    }

    fn outside(&self, given: &str) -> Fault {
        let roots: Vec<Value> = self.roots.iter().map(|root| Value::from(root.to_string_lossy())).collect();
        denied(format!("`{given}` is outside the folders that the owner of this host opened"))
            .detail("path", given)
            .detail("roots", roots)
            .suggest("use a path below one of `roots`, or ask the owner to open that folder too")
    }
}

fn without_files() -> Fault {
    denied("reading and writing files is switched off in this host")
        .suggest("ask its owner to allow files, or use what comes back with the result instead of a file")
}

fn denied(message: impl Into<String>) -> Fault {
    Fault::new(Code::PermissionDenied, message)
}

/// `//` is the folder of the open file, as Blender writes it, and `~` the home.
fn absolute(given: &str, host: &HostInfo) -> Result<PathBuf, Fault> {
    if let Some(rest) = given.strip_prefix("//") {
        let Some(folder) = Path::new(&host.file).parent().filter(|_| !host.file.is_empty()) else {
            let message = format!("`{given}` is relative to the open file, and that was never saved");
            return Err(Fault::new(Code::InvalidParams, message).suggest("give an absolute path"));
        };
        return Ok(folder.join(rest));
    }
    let path = match (given.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(given),
    };
    std::path::absolute(&path)
        .map_err(|error| Fault::new(Code::InvalidParams, format!("`{given}` is not a path: {error}")))
}

/// The files of a set of tiles: numbers from 1001 on where its name has `<UDIM>`.
fn tiles_of(path: &Path) -> Vec<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Some((before, after)) = name.split_once(TILE) else { return Vec::new() };
    let is_tile = |found: &str| {
        let number = found.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        number.is_some_and(|number| number.len() == 4 && number.parse::<u32>().is_ok_and(|number| number > 1000))
    };
    let entries = path.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    entries.filter(|entry| is_tile(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect()
}

/// The folder must exist; the file need not.
fn real_of_new(path: &Path) -> io::Result<PathBuf> {
    match (path.parent(), path.components().next_back()) {
        (Some(folder), Some(Component::Normal(name))) => Ok(folder.canonicalize()?.join(name)),
        _ => path.canonicalize(),
    }
}

fn missing(given: &str, path: &Path, error: &io::Error) -> Fault {
    let folder = path.parent().unwrap_or(path);
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut near: Vec<(f64, String)> = names
        .map(|name| name.to_string_lossy().into_owned())
        .map(|name| (strsim::jaro_winkler(&wanted, &name), name))
        .filter(|(alike, _)| *alike > ALIKE)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut fault = Fault::new(Code::FileNotFound, format!("`{given}` cannot be found: {error}")).detail("path", given);
    fault.suggestions =
        near.into_iter().take(5).map(|(_, name)| folder.join(name).to_string_lossy().into_owned()).collect();
    fault
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::catalogue;

    fn check(rules: Rules, operation: &str, arguments: Value) -> Result<Vec<String>, Code> {
        let operation = catalogue().operation(operation).unwrap();
        let mut arguments = operation.validate(Payload::json(arguments)).unwrap();
        let checked = Policy::new(rules, PathBuf::from("/no/assets")).check(
            operation,
            &mut arguments,
            &HostInfo::default(),
            Way::Local,
        );
        checked.map_err(|fault| fault.error_code)
    }

    #[test]
    fn a_read_only_host_renders_but_writes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("picture.png");
        let rules = |read_only| Rules { read_only, roots: vec![folder.path().to_path_buf()], ..Rules::default() };
        let written = json!({ "output_path": file });
        assert_eq!(check(rules(true), "render", json!({})), Ok(vec![]));
        assert_eq!(check(rules(false), "render", written.clone()), Ok(vec![file.to_string_lossy().into_owned()]));
        assert_eq!(check(rules(true), "render", written), Err(Code::PermissionDenied));
    }

    #[test]
    fn a_host_without_files_works_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let rules = || Rules { allow_files: false, roots: vec![folder.path().to_path_buf()], ..Rules::default() };
        let picture = json!({ "output_path": folder.path().join("picture.png") });
        assert_eq!(check(rules(), "render", json!({})), Ok(vec![]));
        assert_eq!(check(rules(), "new_file", json!({})), Ok(vec![]));
        assert_eq!(check(rules(), "render", picture), Err(Code::PermissionDenied));
        assert_eq!(check(rules(), "save_file", json!({})), Err(Code::PermissionDenied));
        assert_eq!(check(rules(), "open_file", json!({ "path": "/a.blend" })), Err(Code::PermissionDenied));
    }

    #[test]
    fn models_come_and_go_as_bytes_where_files_are_forbidden() {
        let folder = tempfile::tempdir().unwrap();
        let rules = |read_only, allow_files| Rules {
            read_only,
            allow_files,
            roots: vec![folder.path().to_path_buf()],
            ..Rules::default()
        };
        let path = folder.path().canonicalize().unwrap().join("crate.obj");
        let to = |path| json!({ "items": [{ "ids": ["Crate"], "format": "obj" }, { "ids": ["Crate"], "path": path }] });
        assert_eq!(check(rules(false, true), "export_geometry", to(json!(path))), Ok(vec![path.display().to_string()]));
        let bytes = json!({ "items": [{ "ids": ["Crate"], "format": "obj" }] });
        assert_eq!(check(rules(true, false), "export_geometry", bytes), Ok(vec![]));
        for (read_only, allow_files) in [(true, true), (false, false)] {
            let checked = check(rules(read_only, allow_files), "export_geometry", to(json!(path)));
            assert_eq!(checked, Err(Code::PermissionDenied));
        }
        assert_eq!(check(rules(false, true), "export_geometry", to(json!("/crate.obj"))), Err(Code::PermissionDenied));
        let from = json!({ "items": [{ "path": "/etc/passwd" }] });
        assert_eq!(check(rules(false, true), "import_geometry", from), Err(Code::PermissionDenied));
    }

    #[test]
    fn scripts_of_a_project_are_python() {
        let folder = tempfile::tempdir().unwrap();
        let rules = |allow_python| Rules { allow_python, roots: vec![folder.path().to_path_buf()], ..Rules::default() };
        let path = json!({ "path": folder.path() });
        for operation in ["import_module", "reload_modules", "run_tests"] {
            assert_eq!(check(rules(true), operation, path.clone()), Ok(vec![]), "{operation}");
            assert_eq!(check(rules(false), operation, path.clone()), Err(Code::PermissionDenied), "{operation}");
            let outside = json!({ "path": "/etc" });
            assert_eq!(check(rules(true), operation, outside), Err(Code::PermissionDenied), "{operation}");
        }
        let variables = json!({ "namespace": "work" });
        assert_eq!(check(rules(false), "inspect_variables", variables), Err(Code::PermissionDenied));
    }

    #[cfg(unix)]
    #[test]
    fn a_set_of_tiles_is_one_path_and_each_tile_is_looked_at() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let policy = Policy::new(
            Rules { roots: vec![folder.path().to_path_buf()], ..Rules::default() },
            folder.path().join("assets"),
        );
        let at = |name: &str| folder.path().join(name);
        let given = at("wall.<UDIM>.png");
        let asked = || policy.path(given.to_str().unwrap(), false, &HostInfo::default());
        assert_eq!(asked().unwrap_err().error_code, Code::FileNotFound);
        std::fs::write(at("wall.1001.png"), b"x").unwrap();
        assert!(asked().unwrap().ends_with("wall.<UDIM>.png"));
        std::fs::write(elsewhere.path().join("secret"), b"x").unwrap();
        std::os::unix::fs::symlink(elsewhere.path().join("secret"), at("wall.1002.png")).unwrap();
        assert_eq!(asked().unwrap_err().error_code, Code::PermissionDenied);
    }

    #[test]
    fn saving_without_a_path_writes_the_open_file() {
        assert_eq!(check(Rules::default(), "save_file", json!({})), Ok(vec!["the open file".to_owned()]));
    }
}
