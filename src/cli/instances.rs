//! `scenewire instances`

use serde_json::{Value, json};

use super::output::{Failure, Output};
use super::target::Target;
use crate::backend::{Backend, Instance};
use crate::mcp::HOW_TO_START;

/// Whose sessions.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) target: Target,
}

/// Prints who can be reached.
pub(super) async fn run(backend: &impl Backend, output: &mut Output) -> Result<(), Failure> {
    let instances = backend.instances().await?;
    if output.json {
        let shown: Vec<Value> = instances.iter().map(Instance::brief).collect();
        output.value(&json!({ "instances": shown }));
    } else if instances.is_empty() {
        output.line(&format!("No session is running: {HOW_TO_START}."));
    } else {
        let rows = instances.iter().map(row).collect();
        output.table(&["name", "application", "status", "scene", "file", "pid", "id"], rows);
    }
    Ok(())
}

fn row(instance: &Instance) -> Vec<String> {
    let host = &instance.host;
    let window = if host.headless { " (no window)" } else { "" };
    vec![
        instance.name.clone(),
        format!("{} {}{window}", host.app, host.app_version),
        match &instance.reason {
            Some(reason) => format!("{}: {reason}", instance.status),
            None => instance.status.clone(),
        },
        host.scene.clone(),
        if host.file.is_empty() { "not saved".to_owned() } else { host.file.clone() },
        instance.pid.to_string(),
        instance.id.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;
    use crate::mcp::double::Double;
    use std::sync::atomic::Ordering;

    #[tokio::test]
    async fn lists_sessions() {
        let (mut output, out, _) = captured::output(false);
        run(&Double::default(), &mut output).await.unwrap();
        assert!(
            out.text().contains("blender 4.5.15 (no window)") && out.text().contains("not saved"),
            "{}",
            out.text()
        );
        assert!(!out.text().contains('\x1b'));
        let (mut output, out, _) = captured::output(true);
        run(&Double::default(), &mut output).await.unwrap();
        assert_eq!(out.json()["instances"][0]["app"], "blender");
        assert_eq!(out.json()["instances"][0].get("not_supported"), None, "long, and told by get_status when asked");
    }

    #[tokio::test]
    async fn nobody_there_is_an_answer() {
        let double = Double::default();
        double.none.store(true, Ordering::Relaxed);
        let (mut output, out, _) = captured::output(false);
        run(&double, &mut output).await.unwrap();
        assert!(out.text().contains("scenewire host"));
        let (mut output, out, _) = captured::output(true);
        run(&double, &mut output).await.unwrap();
        assert_eq!(out.json(), json!({ "instances": [] }));
    }
}
