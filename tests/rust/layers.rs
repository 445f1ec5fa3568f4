//! A module uses only those above it in `src/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_arrow_points_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = fs::read_to_string(root.join("lib.rs")).unwrap();
    let order: Vec<&str> = map
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    assert!(order.len() >= 6, "the map was not read: {order:?}");
    let mut wrong = Vec::new();
    for (place, module) in order.iter().enumerate() {
        let lone = root.join(module).with_extension("rs");
        let files = if lone.is_file() { vec![lone] } else { sources(&root.join(module)) };
        assert!(!files.is_empty(), "no source of {module}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for upper in &order[place + 1..] {
                if text.contains(&format!("crate::{upper}::")) || text.contains(&format!("crate::{upper};")) {
                    wrong.push(format!("{} uses {upper}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}
