//! Generated files are those of this table.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use crate::catalogue::catalogue;
use crate::wire::Code;

#[test]
fn generated_files_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let update = std::env::var_os("UPDATE").is_some();
    for file in catalogue().generated() {
        let path = root.join(file.path);
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &file.text).unwrap();
        }
        // A checkout on Windows may have other line ends.
        let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(found == file.text, "{} is stale: UPDATE=1 cargo test --lib catalogue", file.path);
    }
}

#[test]
fn every_operation_is_in_every_output() {
    let files = catalogue().generated();
    let text = |name: &str| &files.iter().find(|file| file.path.ends_with(name)).unwrap().text;
    for operation in catalogue().operations() {
        let name = &operation.name;
        assert!(text("catalogue.md").contains(&format!("#### `{name}`")), "{name}");
        assert!(text("operations.py").contains(&format!("    def {name}(")), "{name}");
        assert!(text("operations.py").contains(&format!("    async def {name}(")), "{name}");
    }
    for code in Code::ALL {
        assert!(text("errors.py").contains(&format!("error_code = \"{}\"", code.name())), "{}", code.name());
    }
}

#[test]
fn json_lists_every_operation_with_its_schema() {
    let json = catalogue().to_json();
    let operations = json["operations"].as_array().unwrap();
    assert_eq!(operations.len(), catalogue().operations().len());
    assert!(operations.iter().all(|operation| operation["input_schema"]["type"] == "object"));
    assert_eq!(json["entities"].as_array().unwrap().len(), catalogue().entities().len());
}
