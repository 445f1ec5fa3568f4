//! Large data beside REST calls: uploads that are cut and gone on with, downloads in ranges that happen once, other
//! tenants, limits and time.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::LONG;
use crate::gateway_rig::{ADMIN, Studio, User};
use crate::gateway_web::{Answer, act, bearer, gateway, until};

/// An answer whose body is bytes.
struct Got {
    answer: Answer,
    bytes: Vec<u8>,
}

impl Got {
    fn status(&self) -> u16 {
        self.answer.status
    }

    fn header(&self, name: &str) -> &str {
        self.answer.header(name).unwrap_or_default()
    }

    fn code(&self) -> (u16, Value) {
        (self.answer.status, self.answer.json()["error_code"].clone())
    }
}

/// One request whose body is announced with a length of its own.
async fn send(address: SocketAddr, head: &str, key: &str, length: usize, body: &[u8]) -> Got {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (line, headers) = head.split_once('\n').unwrap_or((head, ""));
    let key = bearer(key);
    let text = format!(
        "{line} HTTP/1.1\r\nHost: {address}\r\n{key}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(text.as_bytes()).await.unwrap();
    // It may be refused before it has been read.
    let _ = stream.write_all(body).await;
    if body.len() < length {
        stream.shutdown().await.unwrap();
    }
    let mut answer = Vec::new();
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut answer)).await.expect("no end in time");
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n").map_or(answer.len(), |end| end + 4);
    let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
    let bytes = answer[end..].to_vec();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Got { answer: Answer { status, head, body: String::from_utf8_lossy(&bytes).into_owned() }, bytes }
}

async fn ask(address: SocketAddr, head: &str, key: &str) -> Got {
    send(address, head, key, 0, b"").await
}

/// `bytes[from..to]` of an upload; `sent` of them before the line is cut.
async fn put(at: SocketAddr, url: &str, key: &str, bytes: &[u8], (from, to): (usize, usize), sent: usize) -> Got {
    let head = format!("PUT {url}\nContent-Range: bytes {from}-{}/{}\r\n", to - 1, bytes.len());
    send(at, &head, key, to - from, &bytes[from..from + sent]).await
}

async fn range(address: SocketAddr, url: &str, key: &str, range: &str) -> Got {
    ask(address, &format!("GET {url}\nRange: {range}\r\n"), key).await
}

async fn announce(address: SocketAddr, key: &str, about: Value) -> Answer {
    act(address, "POST", "/v1/blobs", key, about).await
}

/// Announces a file; gives its address.
async fn file(address: SocketAddr, key: &str, bytes: usize) -> String {
    let made = announce(address, key, json!({ "bytes": bytes, "media": "text/plain" })).await;
    assert_eq!(made.status, 200, "{}", made.body);
    made.json()["url"].as_str().unwrap().to_owned()
}

/// Vertices that are all different, as bytes.
fn vertices(count: usize) -> Vec<u8> {
    (0..count * 3).flat_map(|n| (n as f32 * 0.25).to_le_bytes()).collect()
}

/// Announces and uploads vertices whole; gives their id.
async fn uploaded(address: SocketAddr, user: &User, bytes: &[u8]) -> String {
    let about = json!({ "bytes": bytes.len(), "dtype": "f4", "shape": [bytes.len() / 12, 3] });
    let made = announce(address, &user.key, about).await.json();
    let id = made["id"].as_str().unwrap().to_owned();
    let put = send(address, &format!("PUT /v1/blobs/{id}"), &user.key, bytes.len(), bytes).await;
    assert_eq!((put.status(), &put.answer.json()["complete"]), (200, &json!(true)), "{}", put.answer.body);
    id
}

fn mesh(id: &str) -> Value {
    let item = json!({ "name": "m", "vertices": { "$blob": id }, "indices": [0, 1, 2] });
    json!({ "operation": "create_meshes", "arguments": { "items": [item] } })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mesh_uploaded_in_ranges_with_a_cut_reaches_the_host_byte_for_byte() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let _host = studio.host(&anna, "w").await;
    // Longer than a body of other routes may be.
    let bytes = vertices(1_500_000);
    assert!(bytes.len() > 17 << 20);
    let about = json!({ "bytes": bytes.len(), "dtype": "f4", "shape": [1_500_000, 3] });
    let made = announce(address, &anna.key, about).await.json();
    let (id, url) = (made["id"].as_str().unwrap(), made["url"].as_str().unwrap());
    assert_eq!(
        (url, &made["expires_in"].as_u64().is_some_and(|left| left > 590)),
        (&*format!("/v1/blobs/{id}"), &true)
    );

    let (first, second) = (6_000_000, 12_000_000);
    let put_first = put(address, url, &anna.key, &bytes, (0, first), first).await;
    assert_eq!((put_first.status(), &put_first.answer.json()["received"]), (200, &json!(first)));
    // Cut in the middle of the second range.
    put(address, url, &anna.key, &bytes, (first, second), 2_500_000).await;
    let there = || async {
        let head = ask(address, &format!("HEAD {url}"), &anna.key).await;
        assert_eq!((head.status(), head.bytes.len()), (200, 0));
        head.header("upload-offset").parse::<usize>().unwrap()
    };
    until("the cut bytes", || async { there().await > first }).await;
    let at = there().await;
    assert!(at <= first + 2_500_000);
    let standing = ask(address, &format!("GET {url}"), &anna.key).await.answer.json();
    assert_eq!((&standing["received"], &standing["complete"]), (&json!(at), &json!(false)));
    // Not before it is whole.
    let early = act(address, "POST", "/api/v1/instances/w/call", &anna.key, mesh(id)).await;
    assert_eq!((early.status, &early.json()["error_code"]), (409, &json!("conflict")), "{}", early.body);

    // Overlapping, and with a gap.
    for wrong in [first, at + 1] {
        let refused = put(address, url, &anna.key, &bytes, (wrong, wrong + 10), 10).await;
        assert_eq!(refused.code(), (409, json!("conflict")), "{wrong}");
        assert_eq!(refused.answer.json()["details"]["received"], at);
    }
    let rest = put(address, url, &anna.key, &bytes, (at, bytes.len()), bytes.len() - at).await;
    assert_eq!(rest.answer.json()["complete"], true, "{}", rest.answer.body);

    let called = act(address, "POST", "/api/v1/instances/w/call", &anna.key, mesh(id)).await;
    assert_eq!(called.status, 200, "{}", &called.body[..called.body.len().min(400)]);
    // The double gives back what it got, which is too large to stand in the answer.
    let back = called.json()["result"]["items"][0]["vertices"].clone();
    assert_eq!(back["bytes"], bytes.len(), "{back}");
    let got = ask(address, &format!("GET {}", back["url"].as_str().unwrap()), &anna.key).await;
    assert!(got.bytes == bytes, "the bytes changed on their way");
    // The upload is used up.
    let again = act(address, "POST", "/api/v1/instances/w/call", &anna.key, mesh(id)).await;
    assert_eq!((again.status, &again.json()["error_code"]), (404, &json!("not_found")));
    assert!(!studio.on_disk(&bytes[1_000_000..1_000_064]), "scene data is on the gateway's disk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_result_is_downloaded_in_ranges_and_is_gone_afterwards() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let _host = studio.host(&anna, "w").await;
    let bytes = vertices(50_000);
    let id = uploaded(address, &anna, &bytes).await;
    let path = "/api/route_command?target_instance_id=w&command_type=create_meshes";
    let routed = act(address, "POST", path, &anna.key, json!({ "params": mesh(&id)["arguments"] })).await.json();
    let back = &routed["result"]["items"][0]["vertices"];
    assert_eq!((&back["dtype"], &back["shape"], &back["media"]), (&json!("f4"), &json!([50_000, 3]), &Value::Null));
    let url = back["url"].as_str().unwrap();
    let tag = format!("\"{}\"", back["$blob"].as_str().unwrap()).to_lowercase();

    let head = ask(address, &format!("HEAD {url}"), &anna.key).await;
    assert_eq!((head.header("accept-ranges"), head.header("etag")), ("bytes", &*tag));
    assert_eq!(head.header("content-length"), bytes.len().to_string());
    let total = bytes.len();
    for bad in [format!("bytes={total}-"), "bytes=5-2".to_owned(), "bytes=0-1,4-5".to_owned(), "pages=1-2".to_owned()] {
        let refused = range(address, url, &anna.key, &bad).await;
        assert_eq!((refused.status(), refused.header("content-range")), (416, &*format!("bytes */{total}")), "{bad}");
    }
    // The end first, a part twice; it is there until every byte was read.
    let mut whole = vec![0; total];
    for (asked, from, to) in [
        ("bytes=400000-", 400_000, total),
        ("bytes=0-299999", 0, 300_000),
        ("bytes=0-299999", 0, 300_000),
        ("bytes=300000-399999", 300_000, 400_000),
    ] {
        let got = range(address, url, &anna.key, asked).await;
        assert_eq!((got.status(), got.header("etag")), (206, &*tag), "{asked} {}", got.answer.head);
        assert_eq!(got.header("content-range"), format!("bytes {from}-{}/{total}", to - 1));
        whole[from..to].copy_from_slice(&got.bytes);
    }
    assert!(whole == bytes);
    for asked in ["GET", "HEAD", "DELETE"] {
        assert_eq!(ask(address, &format!("{asked} {url}"), &anna.key).await.status(), 404, "{asked}");
    }
    // The record has sizes, and nothing of what it was.
    let downloads = || async {
        let path = "/api/v1/audit?operation=download_blob";
        act(address, "GET", path, ADMIN, Value::Null).await.json()["records"].as_array().unwrap().clone()
    };
    until("four records", || async { downloads().await.len() == 4 }).await;
    let read: u64 = downloads().await.iter().map(|record| record["bytes_out"].as_u64().unwrap()).sum();
    assert_eq!(read, total as u64 + 300_000);
    assert!(downloads().await.iter().all(|record| record["outcome"] == "ok"), "{:?}", downloads().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_tenants_blob_is_answered_as_a_missing_one() {
    let studio = Studio::start().await;
    let (address, anna, bert) = (studio.address, studio.user("anna").await, studio.user("bert").await);
    let _host = studio.host(&anna, "w").await;
    let theirs = uploaded(address, &bert, &vertices(30_000)).await;
    let open = file(address, &bert.key, 100).await.trim_start_matches("/v1/blobs/").to_owned();
    let missing = format!("b_{}", "0".repeat(theirs.len() - 2));
    for method in ["GET", "HEAD", "PUT", "DELETE"] {
        let asked = async |id: &str| {
            let body: &[u8] = if method == "PUT" { b"abc" } else { b"" };
            let got = send(address, &format!("{method} /v1/blobs/{id}"), &anna.key, body.len(), body).await;
            (got.status(), got.answer.timeless())
        };
        let expected = asked(&missing).await;
        assert_eq!(expected.0, 404);
        for id in [&theirs, &open] {
            assert_eq!(asked(id).await, expected, "{method}");
        }
    }
    let called = async |id: &str| {
        let answer = act(address, "POST", "/api/v1/instances/w/call", &anna.key, mesh(id)).await;
        (answer.status, answer.timeless())
    };
    assert_eq!(called(&theirs).await, called(&missing).await);
    // Another key of the same user sees it.
    let second = act(address, "POST", "/api/v1/keys", &bert.key, json!({ "label": "second" })).await.json();
    let second = second["api_key"].as_str().unwrap();
    assert_eq!(ask(address, &format!("HEAD /v1/blobs/{theirs}"), second).await.status(), 200);
    let host_only = act(address, "POST", "/api/v1/keys", &bert.key, json!({ "label": "h", "uses": ["host"] })).await;
    let host_only = host_only.json()["api_key"].as_str().unwrap().to_owned();
    assert_eq!(ask(address, &format!("GET /v1/blobs/{theirs}"), &host_only).await.code().0, 403);
    assert_eq!(ask(address, &format!("DELETE /v1/blobs/{theirs}"), &bert.key).await.status(), 200);
    assert_eq!(ask(address, &format!("HEAD /v1/blobs/{theirs}"), &bert.key).await.status(), 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_refused_before_it_comes() {
    let data = tempfile::tempdir().unwrap();
    let gateway = gateway(data.path(), None, &[("blob_user_mib", "2"), ("blob_all_mib", "3")]).await;
    let address = gateway.address;
    let user = async |name: &str| {
        let path = format!("/api/create_user?username={name}");
        act(address, "POST", &path, ADMIN, Value::Null).await.json()["api_key"].as_str().unwrap().to_owned()
    };
    let (anna, bert) = (user("anna").await, user("bert").await);
    let bytes = |bytes: u64| json!({ "bytes": bytes, "media": "image/png" });
    let refused = async |key: &str, about: Value| {
        let answer = announce(address, key, about).await;
        assert!(answer.json()["error_message"].as_str().is_some_and(|said| said.contains(' ')), "{}", answer.body);
        (answer.status, answer.header("retry-after").is_some())
    };
    assert_eq!(refused(&anna, bytes((2 << 20) + 1)).await, (413, false));
    assert_eq!(refused(&anna, bytes(u64::MAX)).await, (413, false));
    let url = file(address, &anna, 2 << 20).await;
    assert_eq!(refused(&anna, bytes(1)).await, (429, true));
    assert_eq!(refused(&bert, bytes((1 << 20) + 1)).await, (429, true));
    assert_eq!(announce(address, &bert, bytes(1 << 20)).await.status, 200);
    assert_eq!(ask(address, &format!("DELETE {url}"), &anna).await.status(), 200);
    let url = file(address, &anna, 100).await;

    // What is no description of anything.
    for about in [
        json!({ "bytes": 12 }),
        json!({ "bytes": 0, "media": "a/b" }),
        json!({ "bytes": 12, "dtype": "f4", "shape": [2, 3] }),
        json!({ "bytes": 12, "dtype": "f4", "shape": [u64::MAX, u64::MAX] }),
        json!({ "bytes": 12, "dtype": "f4", "shape": [3], "media": "a/b" }),
        json!({ "bytes": 12, "media": "text/plain\r\nX: y" }),
        json!({ "bytes": 12, "dtype": "c8", "shape": [3] }),
    ] {
        assert_eq!(refused(&anna, about.clone()).await.0, 422, "{about}");
    }
    // Bodies that are not what their range says.
    let body = [b'x'; 200];
    let check = async |range: &str, length: usize, expected: u16| {
        let head =
            if range.is_empty() { format!("PUT {url}") } else { format!("PUT {url}\nContent-Range: {range}\r\n") };
        let got = send(address, &head, &anna, length, &body[..length]).await;
        assert_eq!(got.status(), expected, "{range} {length} {}", got.answer.body);
    };
    check("bytes 0-199/200", 200, 416).await;
    check("bytes 50-149/100", 100, 416).await;
    check("bytes 0-9/101", 10, 416).await;
    check("bytes 9-0/100", 10, 400).await;
    check("nonsense", 10, 400).await;
    check("bytes 0-9/100", 11, 400).await;
    check("", 200, 400).await;
    check("bytes 10-19/100", 10, 409).await;
    check("bytes 0-9/*", 10, 200).await;
    check("bytes 0-9/100", 10, 409).await;
    // A body without a length that goes on beyond its range.
    let mut stream = TcpStream::connect(address).await.unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 200, "x".repeat(200));
    let text = format!(
        "PUT {url} HTTP/1.1\r\nHost: {address}\r\n{}Content-Range: bytes 10-19/100\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}",
        bearer(&anna)
    );
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = [0; 12];
    tokio::time::timeout(LONG, stream.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(&answer, b"HTTP/1.1 400");
    let head = ask(address, &format!("HEAD {url}"), &anna).await;
    assert_eq!(head.header("upload-offset"), "10");
    gateway.stop().await;
}

#[tokio::test]
async fn a_blob_that_nobody_fetches_is_gone_after_ten_minutes() {
    let data = tempfile::tempdir().unwrap();
    let gateway = gateway(data.path(), None, &[("blob_user_mib", "1")]).await;
    let address = gateway.address;
    let made = act(address, "POST", "/api/create_user?username=anna", ADMIN, Value::Null).await.json();
    let key = made["api_key"].as_str().unwrap();
    let url = file(address, key, 1 << 20).await;
    let later = async |seconds: u64| {
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(seconds)).await;
        tokio::time::resume();
    };
    later(590).await;
    assert_eq!(ask(address, &format!("HEAD {url}"), key).await.status(), 200);
    later(11).await;
    assert_eq!(ask(address, &format!("HEAD {url}"), key).await.status(), 404);
    assert_eq!(send(address, &format!("PUT {url}"), key, 1 << 20, &vec![0; 1 << 20]).await.status(), 404);
    // Its room is given back with the next sweep.
    until("room again", || async {
        announce(address, key, json!({ "bytes": 1 << 20, "media": "a/b" })).await.status == 200
    })
    .await;
    gateway.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_call_leaves_its_blob_and_one_that_was_done_uses_it_up() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let id = uploaded(address, &anna, &vertices(30)).await;
    let call = || act(address, "POST", "/api/v1/instances/w/call", &anna.key, mesh(&id));
    let away = call().await;
    assert_eq!((away.status, &away.json()["error_code"]), (404, &json!("instance_not_found")));
    let _host = studio.host(&anna, "w").await;
    let called = call().await;
    // What is small stands in the answer.
    let back = called.json()["result"]["items"][0]["vertices"]["base64"].clone();
    assert_eq!((called.status, back.as_str().map(str::len)), (200, Some(480)), "{}", called.body);
    let again = call().await;
    assert_eq!((again.status, &again.json()["error_code"]), (404, &json!("not_found")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_for_which_there_is_no_room_comes_whole_in_the_answer() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let _host = studio.host(&anna, "w").await;
    // All that one user may keep.
    let url = file(address, &anna.key, 512 << 20).await;
    let numbers: Vec<f64> = (0..90_000).map(|n| f64::from(n) * 0.25).collect();
    let item = json!({ "name": "m", "vertices": numbers, "indices": [0, 1, 2] });
    let body = json!({ "operation": "create_meshes", "arguments": { "items": [item] } });
    let call = || act(address, "POST", "/api/v1/instances/w/call", &anna.key, body.clone());
    let called = call().await;
    let back = called.json()["result"]["items"][0]["vertices"]["base64"].clone();
    assert_eq!((called.status, back.as_str().map(str::len)), (200, Some(480_000)));
    assert_eq!(ask(address, &format!("DELETE {url}"), &anna.key).await.status(), 200);
    let back = call().await.json()["result"]["items"][0]["vertices"].clone();
    assert_eq!((back["bytes"].as_u64(), back["$blob"].is_string()), (Some(360_000), true), "{back}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_ends_with_its_key() {
    let studio = Studio::start().await;
    let (address, anna) = (studio.address, studio.user("anna").await);
    let made = act(address, "POST", "/api/v1/keys", &anna.key, json!({ "label": "second" })).await.json();
    let (key, id) = (made["api_key"].as_str().unwrap(), made["key"]["id"].as_str().unwrap());
    // More than the buffers between the two hold.
    let bytes = vertices(4_000_000);
    let blob = uploaded(address, &anna, &bytes).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let text = format!("GET /v1/blobs/{blob} HTTP/1.1\r\nHost: {address}\r\n{}\r\n", bearer(key));
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut some = [0; 4_096];
    stream.read_exact(&mut some).await.unwrap();
    assert_eq!(act(address, "DELETE", &format!("/api/v1/keys/{id}"), &anna.key, Value::Null).await.status, 200);
    let mut rest = Vec::new();
    // A reset or an end, as long as it comes.
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut rest)).await.expect("the download goes on");
    assert!(rest.len() < bytes.len() - some.len(), "all of it came");
    // It was not read to its end.
    assert_eq!(ask(address, &format!("HEAD /v1/blobs/{blob}"), &anna.key).await.status(), 200);
}
