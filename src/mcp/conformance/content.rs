//! Tools that answer at once: every kind of content, an error, and two whose schemas are what is tested.

use rmcp::model::{CallToolResult, ContentBlock, ResourceContents, Tool};
use serde_json::json;

use super::{Answer, PNG, plain, said, tool};

/// A wave file without a sample in it.
const WAV: &str = "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

pub(super) fn tools() -> Vec<Tool> {
    vec![
        plain("test_simple_text", "Answers with text."),
        plain("test_image_content", "Answers with a picture."),
        plain("test_audio_content", "Answers with sound."),
        plain("test_embedded_resource", "Answers with a resource."),
        plain("test_multiple_content_types", "Answers with text, a picture and a resource."),
        plain("test_error_handling", "Always fails."),
        tool(
            "test_custom_header",
            "Has an argument that is repeated in a header.",
            json!({
                "type": "object",
                "properties": { "value": { "type": "string", "x-mcp-header": "Value" } },
                "required": ["value"],
            }),
        ),
        tool(
            "json_schema_2020_12_tool",
            "Has arguments that need the newer words of JSON Schema.",
            json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "type": "object",
                "$defs": {
                    "address": {
                        "$anchor": "addressDef",
                        "type": "object",
                        "properties": { "street": { "type": "string" }, "city": { "type": "string" } },
                    },
                },
                "properties": {
                    "name": { "type": "string" },
                    "address": { "$ref": "#/$defs/address" },
                    "contactMethod": { "type": "string", "enum": ["phone", "email"] },
                    "phone": { "type": "string" },
                    "email": { "type": "string" },
                },
                "allOf": [{ "anyOf": [{ "required": ["phone"] }, { "required": ["email"] }] }],
                "if": { "properties": { "contactMethod": { "const": "phone" } }, "required": ["contactMethod"] },
                "then": { "required": ["phone"] },
                "else": { "required": ["email"] },
                "additionalProperties": false,
            }),
        ),
    ]
}

pub(super) fn call(name: &str) -> Option<Answer> {
    let image = || ContentBlock::image(PNG, "image/png");
    let resource = |uri: &str, media: &str, text: &str| {
        ContentBlock::resource(ResourceContents::text(text, uri).with_mime_type(media))
    };
    let content = match name {
        "test_simple_text" => vec![ContentBlock::text("This is a simple text response for testing.")],
        "test_image_content" => vec![image()],
        "test_audio_content" => vec![ContentBlock::audio(WAV, "audio/wav")],
        "test_embedded_resource" => {
            vec![resource("test://embedded-resource", "text/plain", "This is an embedded resource content.")]
        }
        "test_multiple_content_types" => vec![
            ContentBlock::text("Multiple content types test:"),
            image(),
            resource("test://mixed-content-resource", "application/json", r#"{"test":"data","value":123}"#),
        ],
        "test_error_handling" => {
            let text = ContentBlock::text("This tool intentionally returns an error for testing");
            return Some(Ok(CallToolResult::error(vec![text]).into()));
        }
        "test_custom_header" | "json_schema_2020_12_tool" => return Some(said("ok")),
        _ => return None,
    };
    Some(Ok(CallToolResult::success(content).into()))
}
