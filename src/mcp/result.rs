//! From what a host answered to what an MCP client shows: structured content, its text copy, pictures, and links to
//! what is too big to say.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rmcp::model::{CallToolResult, ContentBlock, MetaObject, Resource};
use serde_json::{Map, Value, json};

use super::array;
use super::cut;
use super::preview;
use super::store::{Store, is_image};
use crate::backend::Reply;
use crate::wire::{Attachment, Dtype, Fault, placeholder};

/// About 25,000 tokens.
pub(super) const TEXT_BYTES: usize = 100_000;
/// Room for the list of cuts and the sentence about them.
const CUT_BYTES: usize = 4_000;
/// How long the summary of an array is at most.
const SUMMARY_BYTES: usize = 160;
/// Longest side of a picture that models look at without scaling it down.
pub(super) const IMAGE_SIDE: u64 = 1_568;
/// Clients refuse results above 1 MB; base64 makes three bytes four, and the text needs room too.
const IMAGE_BYTES: usize = 640_000;

/// Longest sides of the smaller copies to try: the first that is light enough is shown.
const SIDES: &[usize] = &[IMAGE_SIDE as usize, 1_024, 640];

/// What one answer becomes.
struct Rendering<'a> {
    store: &'a Store,
    instance: &'a str,
    attachments: &'a [Attachment],
    images: Vec<ContentBlock>,
    notes: Vec<String>,
}

/// A host's answer as a tool result.
pub(super) fn success(store: &Store, reply: &Reply) -> CallToolResult {
    let mut rendering = Rendering {
        store,
        instance: &reply.instance,
        attachments: &reply.payload.attachments,
        images: Vec::new(),
        notes: Vec::new(),
    };
    let value = rendering.replace(&reply.payload.json);
    let meta = json!({
        "scenewire/instance": reply.instance,
        "scenewire/revision": reply.revision,
        "scenewire/duration_us": u64::try_from(reply.duration.as_micros()).unwrap_or(u64::MAX),
        "scenewire/untrusted": true,
    });
    let Rendering { images, notes, .. } = rendering;
    let mut result = structured(store, &reply.instance, value, notes);
    result.content.extend(images);
    result.with_meta(Some(meta_object(meta)))
}

/// How many items of a list a model can read, when that is not all of them.
pub(super) fn items_that_fit(reply: &Reply) -> Option<usize> {
    let items = reply.payload.json.get("items")?.as_array()?;
    let mut room = TEXT_BYTES.saturating_sub(CUT_BYTES);
    let fit = items.iter().take_while(|item| {
        // Arrays are told by a summary.
        let length = cut::size(item) + 1 + attached(item) * SUMMARY_BYTES;
        let fits = length <= room;
        room = room.saturating_sub(length);
        fits
    });
    let fit = fit.count().max(1);
    (fit < items.len()).then_some(fit)
}

fn attached(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(attached).sum(),
        Value::Object(map) if placeholder(value).is_none() => map.values().map(attached).sum(),
        Value::Object(_) => 1,
        _ => 0,
    }
}

/// What scenewire itself says, as a tool result.
pub(super) fn own(store: &Store, value: Value) -> CallToolResult {
    structured(store, "scenewire", value, Vec::new())
}

fn meta_object(meta: Value) -> MetaObject {
    let mut object = MetaObject::new();
    if let Value::Object(fields) = meta {
        object.0 = fields;
    }
    object
}

/// Structured content is an object by the protocol, and its text copy says the same.
fn structured(store: &Store, instance: &str, value: Value, mut notes: Vec<String>) -> CallToolResult {
    let mut value = if value.is_object() { value } else { json!({ "value": value }) };
    let mut text = value.to_string();
    if text.len() > TEXT_BYTES {
        notes.push(cut_to_size(store, instance, &mut value, text));
        text = value.to_string();
    }
    for note in notes {
        text.push_str("\n\n");
        text.push_str(&note);
    }
    let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
    result.structured_content = Some(value);
    result
}

/// Shortens the result in place, adds what was cut under `truncated`, and gives the sentence that says so.
fn cut_to_size(store: &Store, instance: &str, value: &mut Value, whole: String) -> String {
    let whole = store.keep(instance, json_attachment(whole));
    let mut cuts = cut::fit(value, TEXT_BYTES - CUT_BYTES);
    cuts.truncate(20);
    let named: Vec<String> = cuts.iter().map(|cut| format!("{} ({} of {})", cut.path, cut.kept, cut.total)).collect();
    let mut sentence = format!(
        "Cut to fit: {}. Ask for less with `fields`, `filters` or `limit`, or page on with `cursor`.",
        named.join(", ")
    );
    if let Value::Object(fields) = value {
        let mut note = json!({ "cuts": cuts.iter().map(cut::Cut::to_json).collect::<Vec<_>>() });
        if let Some(uri) = whole {
            sentence.push_str(&format!(" The whole result is the resource {uri}."));
            note["resource"] = Value::from(uri);
        }
        fields.insert("truncated".to_owned(), note);
    }
    sentence
}

fn json_attachment(text: String) -> Attachment {
    let data = bytes::Bytes::from(text);
    Attachment { dtype: Dtype::U1, shape: vec![data.len() as u64], media: Some("application/json".to_owned()), data }
}

/// An error as a tool error: the same object everywhere, and a text that a model can act on.
pub(super) fn failure(fault: &Fault) -> CallToolResult {
    let mut result = CallToolResult::error(vec![ContentBlock::text(fault_text(fault))]);
    result.structured_content = serde_json::to_value(fault).ok();
    result
}

/// What the sentence of an error mostly says itself.
const SAID: [&str; 3] = ["path", "expected", "got"];

/// An error in words: code, sentence, what else is known, what to do.
pub(crate) fn fault_text(fault: &Fault) -> String {
    let mut text = format!("{}: {}", fault.error_code.name(), fault.error_message);
    for (name, value) in &fault.details {
        if let ("problems", Some(problems)) = (name.as_str(), value.as_array()) {
            // The sentence is about the first one.
            problems.iter().skip(1).for_each(|problem| text.push_str(&also(problem)));
            continue;
        }
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        if SAID.contains(&name.as_str()) && fault.error_message.contains(&value) {
            continue;
        }
        let separator = if value.contains('\n') { "\n" } else { " " };
        text.push_str(&format!("\n{name}:{separator}{value}"));
    }
    if !fault.suggestions.is_empty() {
        text.push_str("\nTry: ");
        text.push_str(&fault.suggestions.join("; "));
    }
    let mut end = text.len().min(TEXT_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

/// A line about one more thing that is wrong.
fn also(problem: &Value) -> String {
    let [path, expected, got] = SAID.map(|name| problem[name].as_str().unwrap_or_default());
    format!("\nalso `{path}`: expected {expected}, got {got}")
}

impl Rendering<'_> {
    /// The value with every placeholder replaced by what can be said of the attachment.
    fn replace(&mut self, value: &Value) -> Value {
        if let Some(index) = placeholder(value) {
            return match self.attachments.get(index) {
                Some(attachment) => self.describe(attachment),
                None => Value::Null,
            };
        }
        match value {
            Value::Array(items) => items.iter().map(|item| self.replace(item)).collect(),
            Value::Object(map) => {
                let fields = map.iter().map(|(key, item)| (key.clone(), self.replace(item)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }

    fn describe(&mut self, attachment: &Attachment) -> Value {
        let uri = self.store.keep(self.instance, attachment.clone());
        let mut value = match &attachment.media {
            Some(media) => json!({ "media": media, "bytes": attachment.data.len() }),
            None => array::summary(attachment),
        };
        if is_image(attachment) {
            self.show(attachment, uri.as_deref());
        }
        if let Some(uri) = uri {
            value["resource"] = Value::from(uri);
        }
        value
    }

    /// A picture is shown as it is when a client takes it, else a smaller one of it; the whole one stays a resource.
    fn show(&mut self, attachment: &Attachment, uri: Option<&str>) {
        if fits(attachment) {
            let media = attachment.media.clone().unwrap_or_default();
            self.images.push(ContentBlock::image(BASE64.encode(&attachment.data), media));
            return;
        }
        let smaller = SIDES
            .iter()
            .find_map(|&side| preview::jpeg(&attachment.data, side).filter(|jpeg| jpeg.len() <= IMAGE_BYTES));
        let shown = if smaller.is_some() { "a smaller copy is shown here" } else { "it is too big to show here" };
        if let Some(jpeg) = smaller {
            self.images.push(ContentBlock::image(BASE64.encode(jpeg), "image/jpeg"));
        }
        if let Some(uri) = uri {
            self.link(attachment, uri);
            self.notes.push(format!(
                "The picture has {} bytes, so {shown}; the whole one is the resource {uri}.",
                attachment.data.len()
            ));
        }
    }

    fn link(&mut self, attachment: &Attachment, uri: &str) {
        let media = attachment.media.clone().unwrap_or_default();
        let resource = Resource::new(uri, "picture").with_mime_type(media).with_size(attachment.data.len() as u64);
        self.images.push(ContentBlock::resource_link(resource));
    }
}

fn fits(attachment: &Attachment) -> bool {
    let small = png_size(&attachment.data).is_none_or(|(width, height)| width.max(height) <= IMAGE_SIDE);
    small && attachment.data.len() <= IMAGE_BYTES
}

/// Width and height of a PNG from its first chunk; none for other formats.
pub(super) fn png_size(data: &[u8]) -> Option<(u64, u64)> {
    let header = data.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let number = |bytes: &[u8]| bytes.iter().fold(0, |sum, &byte| sum * 256 + u64::from(byte));
    Some((number(&header[..4]), number(&header[4..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcp::double::{array_of, png};
    use crate::wire::{Code, Payload};
    use std::time::Duration;

    fn reply(payload: Payload) -> Reply {
        Reply { payload, revision: 7, duration: Duration::from_micros(42), instance: "i_1".to_owned() }
    }

    fn with_attachment(attachment: Attachment) -> Reply {
        let mut payload = Payload::default();
        let placeholder = payload.attach(attachment);
        payload.json = json!({ "image": placeholder });
        reply(payload)
    }

    #[test]
    fn small_pictures_are_shown() {
        let result = success(&Store::default(), &with_attachment(png(800, 600, 100)));
        assert!(result.content[1].as_image().is_some_and(|image| image.mime_type == "image/png"));
        let structured = result.structured_content.unwrap_or_default();
        assert_eq!(structured["image"]["resource"], "scenewire://attachments/1");
    }

    #[test]
    fn big_pictures_are_shown_smaller_and_linked() {
        let mut bytes = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut bytes, 1_600, 20);
        encoder.set_color(::png::ColorType::Rgb);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&[90; 1_600 * 20 * 3]))
            .unwrap_or_default();
        let mut attachment = png(0, 0, 0);
        attachment.data = bytes.into();
        let result = success(&Store::default(), &with_attachment(attachment));
        assert!(result.content[1].as_image().is_some_and(|image| image.mime_type == "image/jpeg"), "{result:?}");
        assert!(matches!(&result.content[2], ContentBlock::ResourceLink(link) if link.uri.ends_with("/1")));
    }

    #[test]
    fn what_cannot_be_made_smaller_is_linked() {
        for attachment in [png(1_569, 600, 100), png(800, 600, IMAGE_BYTES + 1)] {
            let result = success(&Store::default(), &with_attachment(attachment));
            assert!(matches!(&result.content[1], ContentBlock::ResourceLink(link) if link.uri.ends_with("/1")));
            assert!(result.content[0].as_text().is_some_and(|text| text.text.contains("too big to show")));
        }
    }

    #[test]
    fn arrays_are_summarised() {
        let result = success(&Store::default(), &with_attachment(array_of(&[1.0, -2.5, 3.0])));
        let structured = result.structured_content.unwrap_or_default();
        let expected =
            json!({"dtype": "f4", "shape": [3], "min": -2.5, "max": 3.0, "resource": "scenewire://attachments/1"});
        assert_eq!(structured["image"], expected);
    }

    #[test]
    fn long_results_are_cut_and_say_so() {
        let store = Store::default();
        let items: Vec<Value> = (0..20_000).map(|index| json!({"id": index, "name": "node"})).collect();
        let result = success(&store, &reply(Payload::json(json!({"items": items, "total": 20_000}))));
        let text = result.content[0].as_text().map(|text| text.text.clone()).unwrap_or_default();
        assert!(text.len() <= TEXT_BYTES, "{}", text.len());
        assert!(text.contains("of 20000") && text.contains("cursor"), "{}", &text[text.len() - 300..]);
        let structured = result.structured_content.unwrap_or_default();
        assert_eq!(structured["total"], 20_000);
        let kept = structured["items"].as_array().map_or(0, Vec::len);
        assert_eq!(structured["truncated"]["cuts"][0], json!({"path": "items", "kept": kept, "total": 20_000}));
        assert!(store.find(1).is_some_and(|whole| whole.attachment.data.len() > TEXT_BYTES));
    }

    #[test]
    fn a_page_is_as_long_as_a_model_can_read() {
        let page = |count: usize| {
            let items: Vec<Value> = (0..count).map(|at| json!({"id": at, "name": "n".repeat(80)})).collect();
            reply(Payload::json(json!({"items": items, "total": 20_000, "next_cursor": "7"})))
        };
        assert_eq!(items_that_fit(&page(500)), None);
        let fits = items_that_fit(&page(1_000)).unwrap_or_default();
        assert!((800..1_000).contains(&fits), "{fits}");
        let text = success(&Store::default(), &page(fits)).content[0].as_text().map(|text| text.text.clone());
        assert!(text.is_some_and(|text| !text.contains("Cut to fit")));
        assert_eq!(items_that_fit(&reply(Payload::json(json!({"ids": []})))), None);
    }

    #[test]
    fn scene_text_is_marked_untrusted() {
        let result = success(&Store::default(), &reply(Payload::json(json!({"name": "Cube"}))));
        let meta = result.meta.map(|meta| Value::Object(meta.0)).unwrap_or_default();
        assert_eq!(meta["scenewire/untrusted"], true);
        assert_eq!(meta["scenewire/revision"], 7);
    }

    #[test]
    fn errors_are_read_by_models_and_programs() {
        let fault = Fault::new(Code::NotFound, "there is no node `Cub`").detail("path", "ids[0]").suggest("Cube");
        let result = failure(&fault);
        assert_eq!(result.is_error, Some(true));
        let text = result.content[0].as_text().map(|text| text.text.clone()).unwrap_or_default();
        assert_eq!(text, "not_found: there is no node `Cub`\npath: ids[0]\nTry: Cube");
        assert_eq!(result.structured_content, serde_json::to_value(&fault).ok());
    }

    #[test]
    fn what_the_sentence_says_is_not_said_again() {
        let operation = crate::catalogue::catalogue().operation("create_lights").unwrap();
        let items = json!([{ "kind": "sunn" }, { "color": "tomatoe" }]);
        let text = |items: &Value| {
            let given = json!({ "items": items });
            fault_text(&operation.validate(Payload::json(given)).unwrap_err())
        };
        let both = text(&items);
        let lines: Vec<&str> = both.lines().collect();
        assert_eq!(
            lines[0],
            "invalid_params: create_lights: `items[0].kind`: expected one of point, sun, spot, area, got \"sunn\""
        );
        assert!(lines[1].starts_with("also `items[1].color`: expected ") && lines[1].ends_with(", got \"tomatoe\""));
        assert!(lines[2].starts_with("example: ") && lines[3].starts_with("Try: "), "{both}");
        assert_eq!(text(&json!([{ "kind": "sunn" }])).lines().count(), 3);
    }
}
