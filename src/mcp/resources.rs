//! What can be read by address: the sessions, their scenes, their last pictures, and what was too big to say.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rmcp::ErrorData;
use rmcp::model::{MetaObject, ReadResourceResult, Resource, ResourceContents, ResourceTemplate};
use serde_json::{Value, json};

use super::array;
use super::cut;
use super::result::TEXT_BYTES;
use super::server::Server;
use super::store::Kept;
use crate::backend::{Backend, Instance, Request};
use crate::catalogue::GET_TASK;
use crate::wire::{Code, Dtype, Fault, Payload};

const SCHEME: &str = "scenewire://";
const JSON: &str = "application/json";
/// Rows of an array in one answer.
const ROWS: usize = 2_000;

/// What an address means.
#[derive(Debug, PartialEq)]
pub(super) enum Address {
    Instances,
    Scene(String),
    Image(String),
    Task { instance: String, id: String },
    Attachment(u64),
    Rows { id: u64, start: usize, count: usize },
}

impl Address {
    pub(super) fn parse(uri: &str) -> Option<Self> {
        let parts: Vec<&str> = uri.strip_prefix(SCHEME)?.split('/').collect();
        match parts.as_slice() {
            ["instances"] => Some(Self::Instances),
            ["attachments", id] if id.parse::<u64>().is_ok() => id.parse().ok().map(Self::Attachment),
            ["attachments", id, start, count] => {
                Some(Self::Rows { id: id.parse().ok()?, start: start.parse().ok()?, count: count.parse().ok()? })
            }
            [instance, "tasks", id] => Some(Self::Task { instance: decode(instance)?, id: decode(id)? }),
            [instance, "scene"] => decode(instance).map(Self::Scene),
            [instance, "image"] => decode(instance).map(Self::Image),
            _ => None,
        }
    }
}

/// Every address there is a pattern for.
pub(super) fn templates() -> Vec<ResourceTemplate> {
    let template = |uri: &str, name: &str, title: &str, media: &str| {
        ResourceTemplate::new(format!("{SCHEME}{uri}"), name).with_title(title).with_mime_type(media)
    };
    vec![
        template("{instance}/scene", "scene", "Scene of a session: its objects, frame range, units", JSON),
        template("{instance}/image", "image", "Last picture that was made in a session", "image/png"),
        template("{instance}/tasks/{id}", "task", "Work in the background: how far it is, its log, its result", JSON),
        template("attachments/{id}", "attachment", "An array or file of an earlier result", "application/octet-stream"),
        template("attachments/{id}/{start}/{count}", "rows", "Rows of an array as JSON numbers", JSON),
    ]
}

impl<B: Backend> Server<B> {
    /// What can be read now.
    pub(super) async fn resources(&self) -> Vec<Resource> {
        let instances = self.backend.instances().await.unwrap_or_default();
        let pictured = self.store.instances_with_images();
        let mut resources = vec![
            Resource::new(format!("{SCHEME}instances"), "instances").with_title("3D sessions").with_mime_type(JSON),
        ];
        for instance in &instances {
            let name = encode(&instance.name);
            resources.push(
                Resource::new(format!("{SCHEME}{name}/scene"), format!("{} scene", instance.name))
                    .with_title(format!("Scene of {}", instance.name))
                    .with_mime_type(JSON),
            );
            if pictured.contains(&instance.id) {
                resources.push(
                    Resource::new(format!("{SCHEME}{name}/image"), format!("{} image", instance.name))
                        .with_title(format!("Last picture of {}", instance.name))
                        .with_mime_type("image/png"),
                );
            }
        }
        resources
    }

    /// The contents under an address.
    pub(super) async fn read(&self, uri: &str) -> Result<ReadResourceResult, ErrorData> {
        let unknown = || unknown(uri);
        let contents = match Address::parse(uri).ok_or_else(unknown)? {
            Address::Instances => {
                let instances = self.backend.instances().await.map_err(protocol_error)?;
                let shown: Vec<Value> = instances.iter().map(Instance::brief).collect();
                json_contents(uri, json!({ "instances": shown }))
            }
            Address::Scene(instance) => self.scene(uri, instance).await?,
            Address::Image(instance) => {
                let id = self.instance_id(&instance).await.ok_or_else(unknown)?;
                blob_contents(uri, &self.store.last_image(&id).ok_or_else(unknown)?)
            }
            Address::Task { instance, id } => return self.task(uri, instance, id).await,
            Address::Attachment(id) => blob_contents(uri, &self.store.find(id).ok_or_else(unknown)?),
            Address::Rows { id, start, count } => {
                let kept = self.store.find(id).ok_or_else(unknown)?;
                json_contents(uri, array::rows(&kept.attachment, start, count.min(ROWS)))
            }
        };
        Ok(ReadResourceResult::new(vec![contents]))
    }

    /// What is told of a task, and behind it the pictures and files of its result.
    async fn task(&self, uri: &str, instance: String, id: String) -> Result<ReadResourceResult, ErrorData> {
        let request = Request {
            instance: Some(instance),
            operation: GET_TASK.to_owned(),
            arguments: json!({ "id": id }).into(),
            ..Request::default()
        };
        let Payload { mut json, attachments } = self.backend.call(request, None).await.map_err(protocol_error)?.payload;
        cut::fit(&mut json, TEXT_BYTES);
        let files = attachments.iter().filter_map(|attachment| {
            let media = attachment.media.as_ref()?;
            Some(ResourceContents::blob(BASE64.encode(&attachment.data), uri).with_mime_type(media))
        });
        Ok(ReadResourceResult::new(std::iter::once(json_contents(uri, json)).chain(files).collect()))
    }

    async fn scene(&self, uri: &str, instance: String) -> Result<ResourceContents, ErrorData> {
        let request = Request {
            instance: Some(instance),
            operation: "get_scene".to_owned(),
            arguments: json!({}).into(),
            ..Request::default()
        };
        let reply = self.backend.call(request, None).await.map_err(protocol_error)?;
        let mut scene = reply.payload.json;
        cut::fit(&mut scene, TEXT_BYTES);
        Ok(json_contents(uri, scene))
    }

    pub(super) async fn instance_id(&self, wanted: &str) -> Option<String> {
        let instances = self.backend.instances().await.ok()?;
        instances
            .into_iter()
            .find(|instance| instance.id == wanted || instance.name == wanted)
            .map(|instance| instance.id)
    }
}

/// Nothing is there, said with the address as clients look for it.
pub(super) fn unknown(uri: &str) -> ErrorData {
    ErrorData::resource_not_found(format!("there is no resource {uri}"), Some(json!({ "uri": uri })))
}

/// Resources have no place for a tool error: the same object goes as the error's data.
fn protocol_error(fault: Fault) -> ErrorData {
    let fault = super::explain(fault);
    let data = serde_json::to_value(&fault).ok();
    let missing = matches!(fault.error_code, Code::InstanceNotFound | Code::HostNotRunning | Code::NotFound);
    let message = super::fault_text(&fault);
    if missing { ErrorData::resource_not_found(message, data) } else { ErrorData::internal_error(message, data) }
}

fn json_contents(uri: &str, value: Value) -> ResourceContents {
    ResourceContents::text(value.to_string(), uri).with_mime_type(JSON).with_meta(untrusted(json!({})))
}

fn blob_contents(uri: &str, kept: &Kept) -> ResourceContents {
    let attachment = &kept.attachment;
    match &attachment.media {
        Some(media) if media == JSON => {
            ResourceContents::text(String::from_utf8_lossy(&attachment.data), uri).with_mime_type(JSON)
        }
        Some(media) => ResourceContents::blob(BASE64.encode(&attachment.data), uri).with_mime_type(media),
        None => {
            let layout = json!({ "scenewire/dtype": attachment.dtype, "scenewire/shape": attachment.shape });
            let media = if attachment.dtype == Dtype::U1 {
                "application/octet-stream"
            } else {
                "application/x-scenewire-array"
            };
            ResourceContents::blob(BASE64.encode(&attachment.data), uri)
                .with_mime_type(media)
                .with_meta(untrusted(layout))
        }
    }
}

fn untrusted(mut meta: Value) -> MetaObject {
    meta["scenewire/untrusted"] = Value::from(true);
    let mut object = MetaObject::new();
    if let Value::Object(fields) = meta {
        object.0 = fields;
    }
    object
}

/// A name as a part of an address: everything but letters, digits, `-`, `_`, `.` and `~` is percent-encoded.
pub(super) fn encode(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_parsed() {
        let check = |uri: &str, expected: Option<Address>| assert_eq!(Address::parse(uri), expected, "{uri}");
        check("scenewire://instances", Some(Address::Instances));
        check("scenewire://my%20set/scene", Some(Address::Scene("my set".to_owned())));
        check("scenewire://blender/image", Some(Address::Image("blender".to_owned())));
        let task = Address::Task { instance: "my set".to_owned(), id: "task_a_b".to_owned() };
        check("scenewire://my%20set/tasks/task_a_b", Some(task));
        check("scenewire://attachments/7", Some(Address::Attachment(7)));
        check("scenewire://attachments/scene", Some(Address::Scene("attachments".to_owned())));
        check("scenewire://attachments/7/10/5", Some(Address::Rows { id: 7, start: 10, count: 5 }));
        check("scenewire://attachments/7/-1/5", None);
        check("scenewire://a/b/c", None);
        check("scenewire://%zz/scene", None);
        check("file:///etc/passwd", None);
    }

    #[test]
    fn names_survive_an_address() {
        for name in ["blender", "my set/2", "Bühne №1", "100%"] {
            assert_eq!(decode(&encode(name)).as_deref(), Some(name));
            assert!(!encode(name).contains('/'));
        }
    }
}
