//! A host that dials a gateway: who is trusted with its key, what it does when it is cut off or sent away, and what its
//! owner lets through.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use rcgen::date_time_ymd;
use scenewire::host::{Endpoint, Folders, Host, HostConfig, Remote, Trust};
use scenewire::wire::{Code, Envelope};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;

use crate::double::{Double, LONG};
use crate::gateway_double::{Gateway, KEY};
use crate::rig::{Rig, call, code, soon};

fn rig(remote: Remote) -> Rig {
    Rig::with(|config| config.gateway = Some(remote))
}

fn standing(host: &Host) -> Value {
    host.status()["gateway"].clone()
}

/// Returns when the host stands like this.
async fn until(host: &Host, good: impl Fn(&Value) -> bool) -> Value {
    soon(async {
        loop {
            let standing = standing(host);
            if good(&standing) {
                return standing;
            }
            tokio::task::yield_now().await;
        }
    })
    .await
}

async fn stops_at_once(host: &Host) {
    let (host, begun) = (host.clone(), Instant::now());
    tokio::task::spawn_blocking(move || host.stop(LONG)).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn answers_calls_that_come_over_the_gateway() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    let mut link = gateway.link().await;
    let welcome = link.hello().await;
    assert_eq!(welcome.instance.id, rig.host.record().id);
    link.ask(&welcome.epoch, "k", false, "create_nodes", json!({ "items": [{ "name": "a" }] })).await;
    let outcome = link.outcome().await;
    assert!(outcome.ok, "{outcome:?}");
    assert_eq!(rig.double.names(), ["a"]);
    let standing = until(&rig.host, |standing| standing["state"] == "online").await;
    assert_eq!(standing["url"], format!("{}/v1/link", gateway.url()));
    assert!(standing["reason"].is_null() && standing["retry_in"].is_null(), "{standing}");
    assert_eq!(standing["fingerprint"], format!("sha256:{}", gateway.pin));
    assert!(!rig.host.status().to_string().contains(KEY));
}

#[tokio::test]
async fn a_file_of_authorities_is_believed() {
    let gateway = Gateway::new().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.pem");
    std::fs::write(&file, &gateway.pem).unwrap();
    let _rig = rig(gateway.remote(Trust::Authority(file)));
    gateway.link().await.hello().await;
}

/// The handshake must fail, and the reason must hold these words.
async fn is_refused(gateway: &Gateway, trust: Trust, words: &[&str]) {
    let rig = rig(gateway.remote(trust));
    assert!(gateway.tls().await.is_err(), "the host took the certificate");
    let standing = until(&rig.host, |standing| !standing["reason"].is_null()).await;
    let reason = standing["reason"].as_str().unwrap();
    words.iter().for_each(|word| assert!(reason.contains(word), "`{word}` is not in `{reason}`"));
    // It goes on trying: a certificate can be renewed.
    assert_eq!(standing["state"], "connecting");
    assert!(!reason.contains(KEY));
}

#[tokio::test]
async fn another_certificate_than_the_pinned_one_is_refused() {
    let (gateway, other) = (Gateway::new().await, Gateway::new().await);
    let pin = Trust::chosen(None, Some(&other.pin)).unwrap();
    is_refused(&gateway, pin, &["pinned", &other.pin, &gateway.pin]).await;
}

#[tokio::test]
async fn a_pinned_certificate_without_its_key_is_refused() {
    let gateway = Gateway::impostor().await;
    let pin = Trust::chosen(None, Some(&gateway.pin)).unwrap();
    is_refused(&gateway, pin, &["belongs to somebody else"]).await;
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_refused() {
    let (gateway, other) = (Gateway::new().await, Gateway::new().await);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.pem");
    std::fs::write(&file, &other.pem).unwrap();
    let pin = format!("the one it showed is sha256:{}", gateway.pin);
    is_refused(&gateway, Trust::Authority(file), &["cannot be trusted", &pin, "--pin"]).await;
    is_refused(&gateway, Trust::System, &["cannot be trusted", &pin]).await;
}

#[tokio::test]
async fn a_certificate_that_is_an_authority_itself_is_to_be_pinned() {
    let constraints = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let gateway = Gateway::with(&["localhost"], |params| params.is_ca = constraints).await;
    let pin = format!("the one it showed is sha256:{}", gateway.pin);
    is_refused(&gateway, Trust::System, &["vouches for itself", &pin]).await;
    let _rig = rig(gateway.pinned());
    gateway.link().await.hello().await;
}

#[tokio::test]
async fn an_expired_certificate_is_refused_with_its_date() {
    let gateway = Gateway::with(&["localhost"], |params| params.not_after = date_time_ymd(2020, 2, 29)).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.pem");
    std::fs::write(&file, &gateway.pem).unwrap();
    is_refused(&gateway, Trust::Authority(file), &["expired on 2020-02-29", "clock"]).await;
}

#[tokio::test]
async fn a_certificate_that_is_not_good_yet_speaks_of_the_clock() {
    let gateway = Gateway::with(&["localhost"], |params| params.not_before = date_time_ymd(2900, 1, 2)).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.pem");
    std::fs::write(&file, &gateway.pem).unwrap();
    is_refused(&gateway, Trust::Authority(file), &["good only from 2900-01-02", "clock"]).await;
}

#[tokio::test]
async fn a_certificate_of_another_name_is_refused() {
    let gateway = Gateway::with(&["other.example", "third.example"], |_| {}).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.pem");
    std::fs::write(&file, &gateway.pem).unwrap();
    let words = "showed is not for localhost but for other.example, third.example";
    is_refused(&gateway, Trust::Authority(file), &[words]).await;
}

#[tokio::test]
async fn who_speaks_no_tls_never_sees_the_key() {
    let plain = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("wss://127.0.0.1:{}", plain.local_addr().unwrap().port());
    let rig = rig(Remote::new(Endpoint::new(&url, KEY, Trust::System).unwrap()));
    let (mut stream, _) = soon(plain.accept()).await.unwrap();
    let mut heard = vec![0; 1024];
    let length = soon(stream.read(&mut heard)).await.unwrap();
    tokio::io::AsyncWriteExt::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
    heard.truncate(length);
    // A reset is an end too.
    let _ = soon(stream.read_to_end(&mut heard)).await;
    assert_eq!(heard[0], 22, "no handshake");
    assert!(!String::from_utf8_lossy(&heard).contains(KEY));
    let standing = until(&rig.host, |standing| !standing["reason"].is_null()).await;
    assert!(standing["reason"].as_str().unwrap().contains("without encryption"), "{standing}");
}

#[test]
fn a_gateway_on_another_computer_needs_tls() {
    let fault = Endpoint::new("ws://gateway.example:8443", KEY, Trust::System).unwrap_err();
    assert_eq!(fault.error_code, Code::PermissionDenied);
    assert!(fault.error_message.contains("unprotected"), "{fault}");
    assert_eq!(fault.suggestions, ["use `wss://gateway.example:8443`"]);
}

#[tokio::test]
async fn a_cut_connection_comes_back_and_a_key_sent_again_runs_once() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    let mut link = gateway.link().await;
    let welcome = link.hello().await;
    let ask = json!({ "items": [{ "name": "a" }] });
    link.ask(&welcome.epoch, "k", false, "create_nodes", ask.clone()).await;
    let first = link.outcome().await;
    drop(link);
    until(&rig.host, |standing| standing["state"] == "reconnecting").await;
    let mut link = gateway.link().await;
    let again = link.hello().await;
    assert_eq!((again.epoch.as_str(), again.instance.id), (welcome.epoch.as_str(), welcome.instance.id));
    link.ask(&welcome.epoch, "k", true, "create_nodes", ask).await;
    let second = link.outcome().await;
    assert_eq!((second.value, rig.double.performed.load(Ordering::SeqCst)), (first.value, 1));
    until(&rig.host, |standing| standing["state"] == "online").await;
}

#[tokio::test]
async fn who_is_evicted_does_not_come_back() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    let mut link = gateway.link().await;
    link.hello().await;
    link.bye("evicted: another session has this id", None).await;
    let standing = until(&rig.host, |standing| standing["state"] == "evicted").await;
    assert!(standing["reason"].as_str().unwrap().contains("another session has this id"));
    // The first wait is at most a quarter of a second.
    gateway.nobody(Duration::from_millis(500)).await;
    assert!(call(&rig.link().await, code("1")).await.is_ok(), "callers on this machine are served on");
}

#[tokio::test]
async fn who_is_sent_away_before_hello_knows_why() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    gateway.link().await.bye("unauthorized: the key was revoked", None).await;
    let standing = until(&rig.host, |standing| standing["state"] == "refused").await;
    assert!(standing["reason"].as_str().unwrap().contains("the key was revoked"));
    gateway.nobody(Duration::from_millis(500)).await;
}

#[tokio::test]
async fn a_key_that_is_not_taken_is_not_tried_again() {
    for (answer, words) in [("401 Unauthorized", "does not know this key"), ("403 Forbidden", "`host`")] {
        let gateway = Gateway::new().await;
        let rig = rig(gateway.pinned());
        gateway.refuse(answer).await;
        let standing = until(&rig.host, |standing| standing["state"] == "refused").await;
        assert!(standing["reason"].as_str().unwrap().contains(words), "{standing}");
        gateway.nobody(Duration::from_millis(500)).await;
    }
}

#[tokio::test]
async fn comes_back_when_the_gateway_asked_for_it() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    gateway.refuse("503 Service Unavailable\r\nRetry-After: 1").await;
    let refused = Instant::now();
    let standing = until(&rig.host, |standing| standing["retry_in"].as_f64() > Some(0.5)).await;
    assert!(standing["reason"].as_str().unwrap().contains("not ready"), "{standing}");
    let mut link = gateway.link().await;
    assert!(refused.elapsed() >= Duration::from_millis(990), "{:?}", refused.elapsed());
    link.hello().await;
    let told = Instant::now();
    link.bye("restarting: back soon", Some(700)).await;
    gateway.link().await.hello().await;
    assert!(told.elapsed() >= Duration::from_millis(700), "{:?}", told.elapsed());
}

#[tokio::test]
async fn stopping_waits_for_no_gateway() {
    let gateway = Gateway::new().await;
    let waiting = rig(gateway.pinned());
    gateway.refuse("503 Service Unavailable\r\nRetry-After: 600").await;
    until(&waiting.host, |standing| standing["retry_in"].as_f64() > Some(500.0)).await;
    stops_at_once(&waiting.host).await;
    // One that takes the connection and says nothing more.
    let dialling = rig(gateway.pinned());
    let _silent = gateway.tcp().await;
    stops_at_once(&dialling.host).await;
}

#[tokio::test]
async fn a_host_that_stops_says_good_bye() {
    let gateway = Gateway::new().await;
    let rig = rig(gateway.pinned());
    let mut link = gateway.link().await;
    link.hello().await;
    let host = rig.host.clone();
    let stopping = tokio::task::spawn_blocking(move || host.stop(LONG));
    let Some(Envelope::Bye(bye)) = link.hear().await else { panic!("no good-bye") };
    assert!(bye.reason.contains("stopping"));
    assert!(link.hear().await.is_none());
    soon(stopping).await.unwrap();
}

/// What running Python gives over the gateway and on this machine.
async fn python(gateway: &Gateway, local: bool, remote: bool) -> (Option<Code>, Option<Code>) {
    let chosen = gateway.pinned();
    let rig = Rig::with(|config| {
        config.rules.allow_python = local;
        config.rules.allow_remote_python = remote;
        config.gateway = Some(chosen);
    });
    let mut link = gateway.link().await;
    let epoch = link.hello().await.epoch;
    link.ask(&epoch, "k", false, "execute_python", json!({ "code": "1" })).await;
    let over = link.outcome().await.error.map(|fault| fault.error_code);
    let here = call(&rig.link().await, code("1")).await.err().map(|fault| fault.error_code);
    (over, here)
}

#[tokio::test]
async fn python_over_the_gateway_needs_both_of_the_owner_s_words() {
    let gateway = Gateway::new().await;
    let denied = Some(Code::PermissionDenied);
    assert_eq!(python(&gateway, true, false).await, (denied, None));
    assert_eq!(python(&gateway, true, true).await, (None, None));
    assert_eq!(python(&gateway, false, true).await, (denied, denied));
}

#[tokio::test]
async fn a_given_id_is_the_instance_s() {
    let gateway = Gateway::new().await;
    let home = tempfile::tempdir().unwrap();
    let start = |id: &str| {
        let mut remote = gateway.pinned();
        remote.instance_id = Some(id.to_owned());
        let folders = Folders::below(home.path().to_path_buf());
        Host::start(HostConfig { gateway: Some(remote), ..HostConfig::new(folders) }, Double::new())
    };
    let host = start("i_reserved").unwrap();
    assert_eq!(gateway.link().await.hello().await.instance.id, "i_reserved");
    let code = |id: &str| start(id).map(drop).unwrap_err().error_code;
    assert_eq!(code("i_reserved"), Code::Conflict);
    assert_eq!(code("../i"), Code::InvalidParams);
    assert_eq!(code(""), Code::InvalidParams);
    host.stop(LONG);
}
