//! Prompts of the suite.

use rmcp::ErrorData;
use rmcp::model::{
    ContentBlock, GetPromptRequestParams, GetPromptResponse, GetPromptResult, InputRequests, InputRequiredResult,
    Prompt, PromptArgument, PromptMessage, ResourceContents, Role,
};
use serde_json::json;

use super::{PNG, rounds};

const ASKING: &str = "test_input_required_result_prompt";

pub(super) fn list() -> Vec<Prompt> {
    let argument = |name: &str| PromptArgument::new(name).with_description("An argument.").with_required(true);
    let prompt = |name: &str, arguments: &[&str]| {
        let arguments = arguments.iter().map(|name| argument(name)).collect::<Vec<_>>();
        Prompt::new(name, Some("A prompt of the conformance suite."), Some(arguments))
    };
    vec![
        prompt("test_simple_prompt", &[]),
        prompt("test_prompt_with_arguments", &["arg1", "arg2"]),
        prompt("test_prompt_with_embedded_resource", &["resourceUri"]),
        prompt("test_prompt_with_image", &[]),
        prompt(ASKING, &[]),
    ]
}

pub(super) fn prompt(request: &GetPromptRequestParams) -> Option<Result<GetPromptResponse, ErrorData>> {
    let text = |text: &str| PromptMessage::new_text(Role::User, text);
    let given = |name: &str| {
        let value = request.arguments.as_ref().and_then(|arguments| arguments.get(name));
        value.and_then(|value| value.as_str()).unwrap_or_default()
    };
    let messages = match request.name.as_str() {
        "test_simple_prompt" => vec![text("This is a simple prompt for testing.")],
        "test_prompt_with_arguments" => {
            vec![text(&format!("Prompt with arguments: arg1='{}', arg2='{}'", given("arg1"), given("arg2")))]
        }
        "test_prompt_with_embedded_resource" => {
            let contents = ResourceContents::text("Embedded resource content for testing.", given("resourceUri"));
            let resource = ContentBlock::resource(contents.with_mime_type("text/plain"));
            vec![PromptMessage::new(Role::User, resource), text("Please process the embedded resource above.")]
        }
        "test_prompt_with_image" => vec![
            PromptMessage::new(Role::User, ContentBlock::image(PNG, "image/png")),
            text("Please analyze the image above."),
        ],
        ASKING => match rounds::response(request.input_responses.as_ref(), "user_context") {
            Some(response) => vec![text(&format!("Context: {}", response["content"]["context"]))],
            None => {
                let question =
                    rounds::question("What context should the prompt use?", json!({ "type": "string" }), "context");
                let requests = InputRequests::from([("user_context".to_owned(), question)]);
                return Some(Ok(InputRequiredResult::from_input_requests(requests).into()));
            }
        },
        _ => return None,
    };
    Some(Ok(GetPromptResult::new(messages).into()))
}
