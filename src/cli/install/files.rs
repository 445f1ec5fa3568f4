//! The own files of Blender's add-on and of Maya's plug-in. `UPDATE=1 cargo test --lib` writes the lists anew.

/// Name and content of each.
pub(super) type Files = &'static [(&'static str, &'static [u8])];

/// Of Blender's add-on.
#[rustfmt::skip]
pub(super) const ADDON: Files = &[
    ("__init__.py", include_bytes!("../../../blender_addon/__init__.py")),
    ("approval.py", include_bytes!("../../../blender_addon/approval.py")),
    ("blender_manifest.toml", include_bytes!("../../../blender_addon/blender_manifest.toml")),
    ("drawing.py", include_bytes!("../../../blender_addon/drawing.py")),
    ("fit.py", include_bytes!("../../../blender_addon/fit.py")),
    ("keystore.py", include_bytes!("../../../blender_addon/keystore.py")),
    ("library.py", include_bytes!("../../../blender_addon/library.py")),
    ("lines.py", include_bytes!("../../../blender_addon/lines.py")),
    ("live.py", include_bytes!("../../../blender_addon/live.py")),
    ("mark.py", include_bytes!("../../../blender_addon/mark.py")),
    ("notice.py", include_bytes!("../../../blender_addon/notice.py")),
    ("operators.py", include_bytes!("../../../blender_addon/operators.py")),
    ("panel.py", include_bytes!("../../../blender_addon/panel.py")),
    ("preferences.py", include_bytes!("../../../blender_addon/preferences.py")),
    ("seen.py", include_bytes!("../../../blender_addon/seen.py")),
    ("watch.py", include_bytes!("../../../blender_addon/watch.py")),
];

/// What goes with either.
#[rustfmt::skip]
pub(super) const LICENCES: Files = &[
    ("LICENSE-APACHE", include_bytes!("../../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_bytes!("../../../LICENSE-MIT")),
];

/// Of Maya's plug-in, as they lie in a folder of modules.
#[rustfmt::skip]
pub(super) const PLUGIN: Files = &[
    ("scenewire.mod", include_bytes!("../../../maya_plugin/scenewire.mod")),
    ("scenewire/plug-ins/scenewire_plugin.py", include_bytes!("../../../maya_plugin/scenewire/plug-ins/scenewire_plugin.py")),
    ("scenewire/scripts/scenewire_maya/__init__.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/__init__.py")),
    ("scenewire/scripts/scenewire_maya/actions.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/actions.py")),
    ("scenewire/scripts/scenewire_maya/lifetime.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/lifetime.py")),
    ("scenewire/scripts/scenewire_maya/lines.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/lines.py")),
    ("scenewire/scripts/scenewire_maya/log.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/log.py")),
    ("scenewire/scripts/scenewire_maya/menu.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/menu.py")),
    ("scenewire/scripts/scenewire_maya/package.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/package.py")),
    ("scenewire/scripts/scenewire_maya/settings.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/settings.py")),
    ("scenewire/scripts/scenewire_maya/startup.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/startup.py")),
    ("scenewire/scripts/scenewire_maya/windows.py", include_bytes!("../../../maya_plugin/scenewire/scripts/scenewire_maya/windows.py")),
    ("scenewire/scripts/userSetup.py", include_bytes!("../../../maya_plugin/scenewire/scripts/userSetup.py")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const OURS: [&str; 3] = ["py", "toml", "mod"];

    /// What stands in a folder of the checkout, by its way from there.
    fn below(folder: &Path, from: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{from}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                below(&path, &format!("{name}/"), found);
            } else if path.extension().is_some_and(|end| OURS.iter().any(|own| end == *own)) {
                found.push(name);
            }
        }
    }

    fn rewrite(file: &Path, constant: &str, folder: &str, names: &[String]) {
        let text = std::fs::read_to_string(file).unwrap();
        let (head, rest) = text.split_once(&format!("const {constant}: Files = &[\n")).unwrap();
        let (_, tail) = rest.split_once("];\n").unwrap();
        let line = |name: &String| format!("    (\"{name}\", include_bytes!(\"../../../{folder}/{name}\")),\n");
        let lines: String = names.iter().map(line).collect();
        std::fs::write(file, format!("{head}const {constant}: Files = &[\n{lines}];\n{tail}")).unwrap();
    }

    fn check(constant: &str, files: Files, folder: &str) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut names = Vec::new();
        below(&root.join(folder), "", &mut names);
        names.sort();
        if std::env::var_os("UPDATE").is_some() {
            return rewrite(&root.join(file!()), constant, folder, &names);
        }
        let listed: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, names, "UPDATE=1 cargo test --lib");
        for (name, bytes) in files {
            assert_eq!(*bytes, std::fs::read(root.join(folder).join(name)).unwrap(), "{name}");
        }
    }

    #[test]
    fn the_lists_are_the_folders() {
        check("ADDON", ADDON, "blender_addon");
        check("PLUGIN", PLUGIN, "maya_plugin");
    }
}
