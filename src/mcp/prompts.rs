//! Prompts: how to go about the jobs that people bring, each in the order look, list, act, check.

use rmcp::ErrorData;
use rmcp::model::{GetPromptResult, JsonObject, Prompt, PromptArgument, PromptMessage, Role};

/// One prompt; `{name}` in the text stands for an argument.
struct Template {
    name: &'static str,
    title: &'static str,
    doc: &'static str,
    arguments: &'static [(&'static str, &'static str, bool)],
    text: &'static str,
}

const INSTANCE: (&str, &str, bool) =
    ("instance", "Id or name of the session; not needed when there is only one.", false);

const TEMPLATES: &[Template] = &[
    Template {
        name: "approach_scene",
        title: "Approach a scene",
        doc: "How to work in a 3D session: look, list, act, check.",
        arguments: &[("task", "What is to be done.", false), INSTANCE],
        text: "Work in the 3D session{instance}. The task: {task}\n\n\
1. Look: call get_scene, then look, before anything else. Note units, up axis, what exists and what is selected.\n\
2. List: find what the task needs with find_tools; read describe_tool before the first use of an operation. Fetch only the fields you need.\n\
3. Act: prefer typed operations through call, several items in one call; each call is one undo step. Use execute_python only for what no operation does.\n\
4. Check: compare the result that was read back with what you meant, look again from an angle that shows the change, and undo what went wrong.\n\
Keep the artist's own objects unless told otherwise, give new objects telling names, and end with one short report of what changed.",
    },
    Template {
        name: "build_scene",
        title: "Build a scene",
        doc: "Block out a scene from a description, then refine it.",
        arguments: &[("description", "What the scene shows.", true), INSTANCE],
        text: "Build this scene in the 3D session{instance}: {description}\n\n\
Call get_scene and look first. Plan sizes in real units before creating anything. Block out with create_primitives, parent what belongs \
together to an empty (create_nodes), then give materials (create_materials, update_meshes with material_id). Add a camera that frames the subject \
and a key, fill and rim light. Look through the camera after each stage and correct scale, contact with the ground and silhouette before adding detail. \
Finish with render at a small size and few samples, and say what you would improve.",
    },
    Template {
        name: "light_scene",
        title: "Light a scene",
        doc: "Set up key, fill and rim light for a mood.",
        arguments: &[("mood", "For example: warm evening, clinical studio, night with one lamp.", true), INSTANCE],
        text: "Light the scene of the 3D session{instance} for this mood: {mood}\n\n\
Call get_scene, list_lights and look with shading `rendered` to see what is there. Keep existing lights unless they work against the mood. \
Place a key light 30 to 45 degrees beside and above the camera, a larger and weaker fill on the other side, and a rim light behind the subject. \
Size softens shadows; colour tells the time of day. Change one light at a time, look through the camera after each change, and compare.",
    },
    Template {
        name: "render_still",
        title: "Render a still",
        doc: "Check the camera, try small, then render the final picture.",
        arguments: &[("output_path", "Where the picture goes.", false), INSTANCE],
        text: "Render a still of the 3D session{instance}. Output file: {output_path}\n\n\
Call get_scene and look with view `camera`. If there is no active camera, make one that frames the subject. Render first at a quarter of the size \
with few samples and look at the picture: framing, exposure, noise, missing materials. Fix what is wrong, then render at full size.",
    },
    Template {
        name: "tidy_scene",
        title: "Tidy a scene",
        doc: "Find and fix names, hierarchy, unused materials and stray objects.",
        arguments: &[INSTANCE],
        text: "Tidy the scene of the 3D session{instance} without changing how it looks.\n\n\
Call get_scene, list_nodes, list_materials and look. Report first what you would change: default names, objects far from everything, \
scales that are not 1, materials that nothing uses, empty parents. Ask before deleting anything. Then rename and regroup in few calls, \
and look again from the same view: the picture must be the same.",
    },
];

/// All prompts.
pub(super) fn list() -> Vec<Prompt> {
    TEMPLATES.iter().map(describe).collect()
}

fn describe(template: &Template) -> Prompt {
    let arguments = template
        .arguments
        .iter()
        .map(|&(name, doc, required)| PromptArgument::new(name).with_description(doc).with_required(required))
        .collect();
    Prompt::new(template.name, Some(template.doc), Some(arguments)).with_title(template.title)
}

/// One prompt with its arguments filled in.
pub(super) fn prompt(name: &str, arguments: &JsonObject) -> Result<GetPromptResult, ErrorData> {
    let template = TEMPLATES
        .iter()
        .find(|template| template.name == name)
        .ok_or_else(|| ErrorData::invalid_params(format!("there is no prompt `{name}`"), None))?;
    let mut text = template.text.to_owned();
    for &(argument, _, required) in template.arguments {
        let given = arguments.get(argument).and_then(|value| value.as_str()).filter(|given| !given.is_empty());
        if required && given.is_none() {
            return Err(ErrorData::invalid_params(format!("`{argument}` is missing"), None));
        }
        text = text.replace(&format!("{{{argument}}}"), &filling(argument, given));
    }
    let message = PromptMessage::new_text(Role::User, text);
    Ok(GetPromptResult::new(vec![message]).with_description(template.doc))
}

fn filling(argument: &str, given: Option<&str>) -> String {
    match (argument, given) {
        ("instance", Some(instance)) => format!(" `{instance}` (pass it as `instance`)"),
        ("instance", None) => String::new(),
        (_, Some(given)) => given.to_owned(),
        (_, None) => "not given; ask if it matters".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::catalogue;
    use serde_json::json;

    fn text(name: &str, arguments: serde_json::Value) -> Result<String, String> {
        let arguments = arguments.as_object().cloned().unwrap_or_default();
        let result = prompt(name, &arguments).map_err(|error| error.message.to_string())?;
        result.messages[0].content.as_text().map(|text| text.text.clone()).ok_or_else(String::new)
    }

    #[test]
    fn arguments_are_filled_in() {
        let filled = text("light_scene", json!({"mood": "dusk", "instance": "set"})).unwrap_or_default();
        assert!(
            filled.starts_with("Light the scene of the 3D session `set` (pass it as `instance`) for this mood: dusk")
        );
        assert!(!filled.contains('{'), "{filled}");
        assert!(!text("approach_scene", json!({})).unwrap_or_default().contains('{'));
    }

    #[test]
    fn what_must_be_given_is_asked_for() {
        assert_eq!(text("light_scene", json!({})), Err("`mood` is missing".to_owned()));
        assert_eq!(text("lite_scene", json!({})), Err("there is no prompt `lite_scene`".to_owned()));
    }

    #[test]
    fn prompts_name_only_operations_that_exist() {
        let tools = crate::mcp::ToolSet::Full.tools();
        for template in TEMPLATES {
            for word in template.text.split(|letter: char| !(letter.is_ascii_lowercase() || letter == '_')) {
                let operation_like = ["get_", "list_", "create_", "update_", "delete_", "find_", "describe_"];
                if operation_like.iter().any(|prefix| word.starts_with(prefix)) {
                    let known = catalogue().operation(word).is_ok() || tools.iter().any(|tool| tool.name == word);
                    assert!(known, "`{}` names `{word}`", template.name);
                }
            }
        }
    }
}
