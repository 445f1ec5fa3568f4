//! Completion of the names that prompts and resource addresses take.

use rmcp::model::{CompleteResult, CompletionInfo};

use super::resources::encode;
use super::server::Server;
use crate::backend::Backend;
use crate::catalogue::catalogue;

impl<B: Backend> Server<B> {
    /// Names that begin with what was typed, then those that contain it.
    pub(super) async fn completion(&self, argument: &str, typed: &str) -> CompleteResult {
        let names = match argument {
            "instance" => self.instance_names().await,
            "operation" => catalogue().operations().iter().map(|operation| operation.name.clone()).collect(),
            _ => Vec::new(),
        };
        CompleteResult::new(completions(names, typed))
    }

    /// Names as they stand in an address, none when nobody can be reached.
    async fn instance_names(&self) -> Vec<String> {
        let instances = self.backend.instances().await.unwrap_or_default();
        instances.iter().map(|instance| encode(&instance.name)).collect()
    }
}

fn completions(names: Vec<String>, typed: &str) -> CompletionInfo {
    let typed = typed.to_lowercase();
    let (mut first, rest): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| name.to_lowercase().starts_with(&typed));
    first.extend(rest.into_iter().filter(|name| name.to_lowercase().contains(&typed)));
    let total = first.len();
    first.truncate(CompletionInfo::MAX_VALUES);
    let more = total > first.len();
    CompletionInfo::with_pagination(first, u32::try_from(total).ok(), more).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_come_first() {
        let names = ["list_lights", "create_lights", "lights_out", "render"].map(str::to_owned).to_vec();
        assert_eq!(completions(names, "Light").values, ["lights_out", "list_lights", "create_lights"]);
    }

    #[test]
    fn at_most_a_hundred() {
        let info = completions((0..250).map(|index| format!("n{index}")).collect(), "n");
        assert_eq!((info.values.len(), info.total, info.has_more), (100, Some(250), Some(true)));
    }
}
