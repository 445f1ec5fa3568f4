//! The add-on's own files. `UPDATE=1 cargo test --lib` writes the list anew.

/// Name and content of each.
#[rustfmt::skip]
pub(super) const FILES: &[(&str, &[u8])] = &[
    ("__init__.py", include_bytes!("../../../../blender_addon/__init__.py")),
    ("approval.py", include_bytes!("../../../../blender_addon/approval.py")),
    ("blender_manifest.toml", include_bytes!("../../../../blender_addon/blender_manifest.toml")),
    ("drawing.py", include_bytes!("../../../../blender_addon/drawing.py")),
    ("fit.py", include_bytes!("../../../../blender_addon/fit.py")),
    ("keystore.py", include_bytes!("../../../../blender_addon/keystore.py")),
    ("library.py", include_bytes!("../../../../blender_addon/library.py")),
    ("lines.py", include_bytes!("../../../../blender_addon/lines.py")),
    ("live.py", include_bytes!("../../../../blender_addon/live.py")),
    ("mark.py", include_bytes!("../../../../blender_addon/mark.py")),
    ("notice.py", include_bytes!("../../../../blender_addon/notice.py")),
    ("operators.py", include_bytes!("../../../../blender_addon/operators.py")),
    ("panel.py", include_bytes!("../../../../blender_addon/panel.py")),
    ("preferences.py", include_bytes!("../../../../blender_addon/preferences.py")),
    ("seen.py", include_bytes!("../../../../blender_addon/seen.py")),
    ("watch.py", include_bytes!("../../../../blender_addon/watch.py")),
    ("LICENSE-APACHE", include_bytes!("../../../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_bytes!("../../../../LICENSE-MIT")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const END: &str = "];\n\n#[cfg(test)]";
    const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

    /// Name in the zip and place in the checkout.
    fn expected(root: &Path) -> Vec<(String, String)> {
        let folder = std::fs::read_dir(root.join("blender_addon")).unwrap();
        let mut names: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name.ends_with(".py") || name.ends_with(".toml"));
        names.sort();
        let own = names.into_iter().map(|name| (name.clone(), format!("blender_addon/{name}")));
        own.chain(LICENCES.map(|name| (name.to_owned(), name.to_owned()))).collect()
    }

    #[test]
    fn the_list_is_the_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let expected = expected(root);
        if std::env::var_os("UPDATE").is_some() {
            let this = root.join(file!());
            let text = std::fs::read_to_string(&this).unwrap();
            let (head, rest) = text.split_once("= &[\n").unwrap();
            let (_, tail) = rest.split_once(END).unwrap();
            let line = |(name, place): &(String, String)| {
                format!("    (\"{name}\", include_bytes!(\"../../../../{place}\")),\n")
            };
            let lines: String = expected.iter().map(line).collect();
            std::fs::write(this, format!("{head}= &[\n{lines}{END}{tail}")).unwrap();
            return;
        }
        let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        let names: Vec<&str> = expected.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(listed, names, "UPDATE=1 cargo test --lib");
        for ((name, bytes), (_, place)) in FILES.iter().zip(&expected) {
            assert_eq!(*bytes, std::fs::read(root.join(place)).unwrap(), "{name}");
        }
    }
}
