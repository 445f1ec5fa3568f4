//! What a user meets on the command line of a gateway: flags beside the environment, errors in words and nothing else.

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use crate::gateway_start::Process;
use crate::gateway_web::act;

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_flag_is_stronger_than_what_is_exported() {
    let data = tempfile::tempdir().unwrap();
    let gateway = Process::start(&["--tls", "--data", data.path().to_str().unwrap()]);
    let (ca, file) = (data.path().join("tls/certificate.pem"), data.path().join("admin.key"));
    fs::write(&file, format!("{}\n", gateway.admin_key)).unwrap();
    let (ca, file) = (ca.to_str().unwrap(), file.to_str().unwrap());
    let wrong = [("SCENEWIRE_PIN", "sha256:00")];
    let output = gateway.run_with("sw_of_somebody_else", &["user", "list", "--key-file", file, "--ca", ca], &wrong);
    assert!(output.status.success(), "{}", said(&output));
    // Of two flags nobody can tell which is meant.
    for both in [["--key", "a", "--key-file", file], ["--pin", "a", "--ca", ca]] {
        let words: Vec<&str> = ["user", "list"].into_iter().chain(both).collect();
        assert_eq!(gateway.run("", &words).status.code(), Some(2), "{both:?}");
    }
    let output = gateway.run("", &["user", "list", "--ca", ca]);
    assert!(said(&output).contains("SCENEWIRE_KEY"), "{}", said(&output));
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_told_in_our_words_alone() {
    let gateway = Process::start(&["--tls"]);
    let told = gateway.run("sw_a", &["instances", "--json"]);
    let fault: Value = serde_json::from_slice(&told.stderr).unwrap_or_else(|_| panic!("not JSON: {}", said(&told)));
    assert!(fault["error_message"].as_str().unwrap().contains("certificate"), "{fault}");
    let told = said(&gateway.run("sw_a", &["instances"]));
    assert!(told.starts_with("error: permission_denied: "), "{told}");
    let loud = said(&gateway.run("sw_a", &["instances", "--verbose"]));
    assert!(loud.lines().count() > told.lines().count() && !loud.contains('\x1b'), "{loud}");
}

#[test]
fn an_operation_that_does_not_exist_is_not_taken_for_a_rule() {
    let gateway = Process::start(&[]);
    let key = gateway.json(&gateway.admin_key, &["user", "create", "anna"])["api_key"].as_str().unwrap().to_owned();
    for words in
        [["key", "create", "agent", "--operation", "get_scnee"], ["key", "create", "agent", "--operation", "nosuch*"]]
    {
        assert!(!gateway.run(&key, &words).status.success(), "{words:?}");
    }
    let told = said(&gateway.run(&key, &["key", "create", "agent", "--operation", "get_scnee"]));
    assert!(told.contains("get_scene"), "{told}");
    let told = said(&gateway.run(&key, &["key", "create", "agent", "--instance", "desk"]));
    assert!(told.contains("desk"), "{told}");
    assert_eq!(gateway.json(&key, &["key", "list"])["keys"].as_array().unwrap().len(), 1);
}

#[test]
fn every_operation_is_a_tool_where_the_owner_of_the_gateway_wants_that() {
    let names = |environment: &[(&str, &str)]| {
        let gateway = Process::start_with(&[], environment);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let address = gateway.url.strip_prefix("http://").unwrap().parse().unwrap();
        let tools = runtime.block_on(act(address, "GET", "/tools", &gateway.admin_key, Value::Null)).json();
        let names = tools["tools"].as_array().unwrap().iter().map(|tool| tool["name"].clone());
        names.collect::<Vec<_>>()
    };
    let (few, all) = (names(&[]), names(&[("SCENEWIRE_EXPOSE_REGISTRY_TOOLS", "1")]));
    assert!(!few.contains(&json!("create_lights")) && few.contains(&json!("find_tools")), "{few:?}");
    let operations = scenewire::catalogue::catalogue().operations();
    assert!(operations.len() > 100 && all.len() >= operations.len(), "{}", all.len());
    for operation in operations {
        assert!(all.contains(&json!(operation.name)), "{}", operation.name);
    }
    assert_eq!(names(&[("SCENEWIRE_EXPOSE_REGISTRY_TOOLS", "0")]), few);
}
