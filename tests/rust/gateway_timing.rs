//! How long an answer takes tells nothing either: an id of another tenant is answered as fast as one that nobody has.
//! Measured in pairs, in a random order within each, so that whatever else the machine does meets both alike.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::gateway_rig::{Studio, User};
use crate::rig::soon;

/// Of each question.
const PAIRS: usize = 300;
/// By how far the chance that theirs takes longer may differ from a half: five standard deviations at this many pairs.
const MOST: f64 = 0.12;
/// A difference that is there is there each time.
const TRIES: usize = 3;

/// One connection that stays open, so that its making is not measured.
struct Line<'a> {
    stream: TcpStream,
    studio: &'a Studio,
    user: &'a User,
}

impl Line<'_> {
    /// The status, and how long it took.
    async fn ask(&mut self, method: &str, path: &str) -> (u16, Duration) {
        let body = if method == "POST" { r#"{"operation":"get_selection"}"# } else { "" };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.studio.address,
            self.user.key,
            body.len()
        );
        let began = Instant::now();
        self.stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = vec![0; 16 << 10];
        let count = soon(self.stream.read(&mut answer)).await.unwrap();
        let took = began.elapsed();
        let text = String::from_utf8_lossy(&answer[..count]);
        (text.split(' ').nth(1).unwrap().parse().unwrap(), took)
    }
}

/// The chance that one of the first takes longer than one of the second (Mann and Whitney's U over all pairs).
fn longer(first: &[Duration], second: &[Duration]) -> f64 {
    let wins = first.iter().flat_map(|a| second.iter().map(move |b| a.cmp(b)));
    let score: f64 = wins.map(|order| f64::from(order as i8 + 1) / 2.0).sum();
    score / (first.len() * second.len()) as f64
}

/// Fails when one of two questions is answered faster, every time that it is looked at.
async fn check(what: &str, mut theirs: impl AsyncFnMut() -> Duration, mut nobodys: impl AsyncFnMut() -> Duration) {
    let mut seen = Vec::new();
    for _ in 0..TRIES {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for pair in 0..PAIRS {
            // Fibonacci hashing: no rhythm of anything else has this order.
            if (pair.wrapping_mul(0x9E37_79B9) >> 7) & 1 == 0 {
                first.push(theirs().await);
                second.push(nobodys().await);
            } else {
                second.push(nobodys().await);
                first.push(theirs().await);
            }
        }
        let chance = longer(&first, &second);
        if (chance - 0.5).abs() < MOST {
            return;
        }
        seen.push(chance);
    }
    panic!("{what}: another tenant's takes longer with a chance of {seen:.3?}, not of 0.5");
}

#[tokio::test]
async fn an_id_of_another_tenant_is_answered_as_fast_as_one_that_nobody_has() {
    let studio = Studio::with(&[("api_rate", "1000000")]).await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    let _own = studio.host(&bob, "own").await;
    let instance = host.host.record().id.clone();
    let made = async |path: &str, wish: Value, of: &str| {
        let (status, made) = studio.ask("POST", path, &ana.key, Some(wish)).await;
        assert_eq!(status, 200, "{made}");
        made.pointer(of).and_then(Value::as_str).unwrap().to_owned()
    };
    let key = made("/api/v1/keys", json!({ "label": "k" }), "/key/id").await;
    let third = studio.user("cem").await;
    let wish = json!({ "instance": instance, "to_user": third.id, "role": "viewer" });
    let share = made("/api/v1/shares", wish, "/share/id").await;
    for (method, path, theirs) in [
        ("GET", "/api/v1/instances/ID", &instance),
        ("DELETE", "/api/v1/instances/ID", &instance),
        ("POST", "/api/v1/instances/ID/call", &instance),
        ("DELETE", "/api/v1/keys/ID", &key),
        ("DELETE", "/api/v1/shares/ID", &share),
    ] {
        let nobodys = format!("{}0123456789abcdef", theirs.split_inclusive('_').next().unwrap());
        // One connection for both: another might be served by another thread.
        let stream = TcpStream::connect(studio.address).await.unwrap();
        let line = tokio::sync::Mutex::new(Line { stream, studio: &studio, user: &bob });
        let ask = async |id: &str| {
            let (status, took) = line.lock().await.ask(method, &path.replace("ID", id)).await;
            assert_eq!(status, 404, "{method} {path}");
            took
        };
        check(&format!("{method} {path}"), async || ask(theirs).await, async || ask(&nobodys).await).await;
    }
}
