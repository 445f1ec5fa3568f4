//! Hostile requests over real sockets: strange names and paths, bodies, silence, floods.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::LONG;
use crate::gateway_rig::{ADMIN, Studio};
use crate::gateway_web::{act, ask, bearer, gateway, is_fault, operations, raw};

#[tokio::test(flavor = "multi_thread")]
async fn names_are_plain_and_paths_stay_inside() {
    let studio = Studio::start().await;
    let address = studio.address;
    for name in
        ["a%0d%0aX-Evil:%201", "a%00", "*", "a*", "..%2f..%2fetc", "%20", "", "%ff", "%E2%80%A8", "u_0123456789abcdef"]
    {
        let answer = act(address, "POST", &format!("/api/create_user?username={name}"), ADMIN, Value::Null).await;
        assert!(matches!(answer.status, 400 | 422), "{name}: {} {}", answer.status, answer.body);
        assert!(answer.header("x-evil").is_none() && is_fault(&answer), "{name}");
    }
    for name in ["a\r\nb", "a\u{0}", "wild*", "../x", " "] {
        let answer = act(address, "POST", "/api/v1/users", ADMIN, json!({ "name": name })).await;
        assert!(matches!(answer.status, 400 | 422), "{name:?}: {}", answer.status);
    }
    for path in [
        "/api/v1/users/../../../etc/passwd",
        "/api/v1/users/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/../accounts.db",
        "//accounts.db",
        "/.well-known/../accounts.db",
        "/api/v1/users/%00",
        "/api/v1/users/%ff",
    ] {
        let answer = act(address, "GET", path, ADMIN, Value::Null).await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.contains("SQLite") && !answer.body.contains("root:"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strange_names_and_pages_are_refused_everywhere() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    for (method, path, _) in operations(address).await {
        let path = path.replace(['{', '}'], "");
        let check = async |headers: String| {
            let answer = ask(address, &method, &path, &headers, "").await;
            assert_eq!(answer.status, 403, "{method} {path} {headers} {}", answer.body);
        };
        check(format!("Host: evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Host: localhost.evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Origin: https://evil.example\r\n{}", bearer(&anna.key))).await;
        check(format!("Origin: null\r\n{}", bearer(&anna.key))).await;
    }
    let absolute = format!("GET http://evil.example/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    assert_eq!(raw(address, absolute.as_bytes()).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_bounded_and_must_be_what_they_claim() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let check = async |path: &str, body: &[u8], expected: u16| {
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
            bearer(&anna.key),
            body.len()
        )
        .into_bytes();
        request.extend(body);
        let answer = raw(address, &request).await;
        assert_eq!(answer.status, expected, "{}", answer.body);
        assert!(is_fault(&answer), "{}", answer.body);
    };
    let call = "/api/v1/instances/x/call";
    check("/api/v1/keys", &vec![b' '; 100 << 10], 413).await;
    check(call, b"[1]", 400).await;
    check(call, b"{\"operation\": NaN}", 400).await;
    check(call, b"{\"operation\": \"\xff\xfe\"}", 400).await;
    check(call, b"{\"operation\": \"a\\u0000\"}", 400).await;
    check(call, format!("{{\"operation\": {}{}}}", "[".repeat(5_000), "]".repeat(5_000)).as_bytes(), 400).await;
    check(call, b"{\"operation\": \"look\", \"operatoin\": 1}", 422).await;
    check(call, b"{\"operation\": 5}", 422).await;
    check(call, b"{}", 422).await;

    // The key comes before the body: nobody reads four gigabytes for a stranger, or for anybody.
    let announced = |key: &str| {
        format!(
            "POST {call} HTTP/1.1\r\nHost: {address}\r\n{}Content-Length: 4294967296\r\nConnection: close\r\n\r\n{{",
            bearer(key)
        )
    };
    assert_eq!(raw(address, announced("x").as_bytes()).await.status, 401);
    assert_eq!(raw(address, announced(&anna.key).as_bytes()).await.status, 413);
    let chunked = format!(
        "POST /api/v1/keys HTTP/1.1\r\nHost: {address}\r\n{}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{}0\r\n\r\n",
        bearer(&anna.key),
        format!("4000\r\n{}\r\n", " ".repeat(0x4000)).repeat(8)
    );
    assert_eq!(raw(address, chunked.as_bytes()).await.status, 413);
    let wide = format!("GET /health HTTP/1.1\r\nHost: {address}\r\nX-Wide: {}\r\n\r\n", "x".repeat(64 << 10));
    assert_eq!(raw(address, wide.as_bytes()).await.status, 431);
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_headers_end_the_connection() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[]).await;
    let began = Instant::now();
    let slow = async |first: &str| {
        let mut stream = TcpStream::connect(gateway.address).await.unwrap();
        stream.write_all(first.as_bytes()).await.unwrap();
        let mut answer = vec![0; 4_096];
        if !first.is_empty() {
            assert!(stream.read(&mut answer).await.unwrap() > 0);
        }
        // A byte now and then does not help.
        loop {
            let dripped = stream.write_all(b"G").await;
            let ended = tokio::time::timeout(Duration::from_millis(500), stream.read(&mut answer)).await;
            if dripped.is_err() || ended.is_ok_and(|read| read.is_err() || read.is_ok_and(|read| read == 0)) {
                return began.elapsed();
            }
            assert!(began.elapsed() < LONG, "the connection was kept");
        }
    };
    let whole = format!("GET /health HTTP/1.1\r\nHost: {}\r\n\r\n", gateway.address);
    let (at_first, later) = tokio::join!(slow(""), slow(&whole));
    for took in [at_first, later] {
        assert!(took > Duration::from_secs(4) && took < Duration::from_secs(8), "{took:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_who_say_nothing_take_few_places() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[("half_open", "4")]).await;
    let address = gateway.address;
    let began = Instant::now();
    // The next one is turned away at once, not after a time. On a busy machine the silent ones may be cut off before it
    // comes; then others take their places.
    let mut silent = Vec::new();
    while silent.is_empty() {
        for _ in 0..4 {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        if ask(address, "GET", "/health", "", "").await.status == 200 {
            assert!(began.elapsed() < LONG, "the places are never taken");
            silent.clear();
        }
    }
    let began = Instant::now();
    assert_eq!(ask(address, "GET", "/health", "", "").await.status, 0);
    assert!(began.elapsed() < Duration::from_secs(2));
    // Who has spoken is no stranger.
    silent[0].write_all(format!("GET /health HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = vec![0; 1_024];
    assert!(silent[0].read(&mut answer).await.unwrap() > 0);
    assert_eq!(ask(address, "GET", "/health", "", "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn floods_are_told_when_to_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = gateway(folder.path(), None, &[("api_rate", "5")]).await;
    let address = gateway.address;
    let mut limited = None;
    for _ in 0..20 {
        let answer = act(address, "GET", "/api/v1/users", ADMIN, Value::Null).await;
        if answer.status == 429 {
            limited = Some(answer);
        }
    }
    let limited = limited.expect("nobody was limited");
    assert!(limited.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(limited.json()["error_code"], "rate_limited");
}
