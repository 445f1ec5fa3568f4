//! Resources of the suite.

use rmcp::model::{ReadResourceResult, Resource, ResourceContents, ResourceTemplate};
use serde_json::json;

use super::PNG;

const TEXT: &str = "test://static-text";
const BINARY: &str = "test://static-binary";

pub(super) fn list() -> Vec<Resource> {
    let resource = |uri: &str, media: &str| {
        Resource::new(uri, uri).with_description("A resource of the conformance suite.").with_mime_type(media)
    };
    vec![resource(TEXT, "text/plain"), resource(BINARY, "image/png")]
}

pub(super) fn templates() -> Vec<ResourceTemplate> {
    let template = ResourceTemplate::new("test://template/{id}/data", "template");
    vec![template.with_description("Data of an id.").with_mime_type("application/json")]
}

pub(super) fn read(uri: &str) -> Option<ReadResourceResult> {
    let contents = match uri {
        TEXT => {
            ResourceContents::text("This is the content of the static text resource.", uri).with_mime_type("text/plain")
        }
        BINARY => ResourceContents::blob(PNG, uri).with_mime_type("image/png"),
        _ => {
            let id = uri.strip_prefix("test://template/")?.strip_suffix("/data")?;
            let data = json!({ "id": id, "templateTest": true, "data": format!("Data for ID: {id}") });
            ResourceContents::text(data.to_string(), uri).with_mime_type("application/json")
        }
    };
    Some(ReadResourceResult::new(vec![contents]))
}
