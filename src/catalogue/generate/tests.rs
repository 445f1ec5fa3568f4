//! Generated files are those of this table.

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
        assert!(text("scenewire.d.ts").contains(&format!("\n  {name}: {{\n")), "{name}");
        assert!(text("schema.json").contains(&format!("\n\"{name}.arguments\": {{")), "{name}");
        let asked = text("atomics.py").contains(&format!("    def {name}("));
        assert_eq!(asked, operation.main_thread && !operation.is_compound(), "{name}");
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

#[test]
fn every_reference_of_the_schema_leads_somewhere() {
    fn references(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(list) => list.iter().for_each(|value| references(value, found)),
            serde_json::Value::Object(map) => {
                found.extend(map.get("$ref").and_then(|name| name.as_str()).map(str::to_owned));
                map.values().for_each(|value| references(value, found));
            }
            _ => {}
        }
    }
    let schema = catalogue().to_json_schema();
    let mut found = Vec::new();
    references(&schema, &mut found);
    assert!(found.len() > 100);
    for reference in found {
        assert!(schema.pointer(&reference[1..]).is_some(), "{reference}");
    }
}

#[test]
fn a_new_adapter_has_a_method_for_all_that_it_can_be_asked() {
    let files = catalogue().to_adapter("my_host");
    let text: String = files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(files.iter().all(|(path, _)| path.starts_with("my_host/")));
    for operation in catalogue().operations().iter().filter(|operation| operation.main_thread) {
        // Compounds come by themselves.
        let asked = usize::from(!operation.is_compound());
        assert_eq!(text.matches(&format!("    def {}(", operation.name)).count(), asked, "{}", operation.name);
    }
    assert!(text.contains("class MyHost(Skeleton, Core, "), "{text}");
}
