//! Providers in the shapes of their published APIs, on loopback, well and with everything that goes wrong on the way.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use md5::{Digest as _, Md5};
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::*;

/// How a server answers one request.
#[derive(Clone)]
enum Reply {
    /// All of it, or the rest from where a range begins.
    Bytes(Vec<u8>),
    /// So many of it, then the connection is gone; the next request has the rest.
    Cut(Vec<u8>, usize),
    /// A byte now and then.
    Slow(Vec<u8>, Duration),
    /// The head, and nothing more.
    Stalled,
    Status(u16, &'static str),
    /// Says that it is so long.
    Announced(u64),
}

/// A request: path, range, authorization.
type Heard = (String, Option<String>, Option<String>);

#[derive(Clone, Default)]
struct Server {
    replies: Arc<Mutex<HashMap<String, Reply>>>,
    heard: Arc<Mutex<Vec<Heard>>>,
    port: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
}

impl Server {
    fn start() -> Self {
        let server = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        server.port.store(listener.local_addr().unwrap().port().into(), Ordering::Relaxed);
        let own = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if own.over.load(Ordering::Relaxed) {
                    return;
                }
                let own = own.clone();
                std::thread::spawn(move || own.answer(stream.unwrap()));
            }
        });
        server
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port.load(Ordering::Relaxed))
    }

    fn says(&self, path: &str, reply: Reply) {
        self.replies.lock().insert(path.to_owned(), reply);
    }

    fn tells(&self, path: &str, told: &Value) {
        self.says(path, Reply::Bytes(told.to_string().into_bytes()));
    }

    fn ranges(&self) -> Vec<String> {
        self.heard.lock().iter().filter_map(|(_, range, _)| range.clone()).collect()
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
        let Some(path) = lines.next().and_then(|line| line.split(' ').nth(1).map(str::to_owned)) else { return };
        let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let header = |name: &str| {
            head.iter().find_map(|line| line.to_lowercase().strip_prefix(name).map(|value| value.trim().to_owned()))
        };
        let range = header("range:");
        self.heard.lock().push((path.clone(), range.clone(), header("authorization:")));
        let bare = path.split('?').next().unwrap().to_owned();
        let reply = {
            let mut replies = self.replies.lock();
            let reply = replies.get(&path).or_else(|| replies.get(&bare)).cloned();
            if let Some(Reply::Cut(bytes, _)) = &reply {
                replies.insert(bare, Reply::Bytes(bytes.clone()));
            }
            reply
        };
        let from = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
        let mut send = |status: &str, length: u64, more: &str, body: &[u8]| {
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nETag: \"v1\"\r\nConnection: close\r\n{more}\r\n"
            );
            // Whoever asked may have gone.
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        };
        match reply.unwrap_or(Reply::Status(404, "")) {
            Reply::Bytes(bytes) => match from {
                Some(from) if from < bytes.len() => {
                    let more = format!("Content-Range: bytes {from}-{}/{}\r\n", bytes.len() - 1, bytes.len());
                    send("206 Partial Content", (bytes.len() - from) as u64, &more, &bytes[from..]);
                }
                Some(_) => send("416 Range Not Satisfiable", 0, "", b""),
                None => send("200 OK", bytes.len() as u64, "", &bytes),
            },
            Reply::Cut(bytes, at) => send("200 OK", bytes.len() as u64, "", &bytes[..at]),
            Reply::Slow(bytes, pause) => {
                send("200 OK", bytes.len() as u64, "", b"");
                for byte in bytes {
                    std::thread::sleep(pause);
                    if stream.write_all(&[byte]).is_err() {
                        return;
                    }
                }
            }
            Reply::Stalled => {
                send("200 OK", 10, "", b"");
                std::thread::sleep(Duration::from_secs(2));
            }
            Reply::Status(status, more) => send(&format!("{status} Told"), 0, more, b""),
            Reply::Announced(length) => send("200 OK", length, "", b"x"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if Arc::strong_count(&self.over) == 2 {
            self.over.store(true, Ordering::Relaxed);
            let _ = TcpStream::connect(("127.0.0.1", self.port.load(Ordering::Relaxed) as u16));
        }
    }
}

const HASTY: Limits = Limits {
    connect: Duration::from_secs(5),
    idle: Duration::from_millis(400),
    answer: 1 << 20,
    asset: 1 << 20,
    pause: Duration::from_millis(5),
};

fn file(server: &Server, path: &str, bytes: &[u8]) -> Value {
    let md5: String = Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    server.says(path, Reply::Bytes(bytes.to_vec()));
    json!({ "url": format!("{}{path}", server.url()), "size": bytes.len(), "md5": md5 })
}

/// An HDRI as `/info` and `/files` of Poly Haven's API tell it.
fn with_sky(bytes: &[u8]) -> Server {
    let server = Server::start();
    let hdr = file(&server, "/dl/sky_1k.hdr", bytes);
    server.tells("/info/sky", &json!({
        "name": "Sky", "type": 0, "categories": ["outdoor"], "tags": ["clear"], "authors": { "Ann": "All" },
        "download_count": 7, "thumbnail_url": format!("{}/thumb.png", server.url()), "max_resolution": [16384, 8192],
    }));
    server.tells(
        "/files/sky",
        &json!({ "hdri": { "1k": { "hdr": hdr } }, "tonemapped": { "url": "x", "size": 1, "md5": "y" } }),
    );
    server
}

fn web(server: &Server, credential: Option<&str>) -> Web {
    Web::new("Poly Haven", &server.url(), true, credential.map(str::to_owned), HASTY).unwrap()
}

fn order(id: &str) -> Order {
    Order { id: id.to_owned(), resolution: None, format: None }
}

async fn brought(server: &Server, place: &Path, name: &str, id: &str) -> Result<Fetched, Fault> {
    let cache = Cache::new(place.to_owned(), 1 << 30);
    fetch(provider(name).unwrap(), &web(server, Some("Token secret")), &cache, &order(id), &mut Meter::silent()).await
}

/// What a download that goes wrong says.
async fn refused(server: &Server, expected: Code, words: &str) {
    let place = tempfile::tempdir().unwrap();
    let fault = brought(server, place.path(), "polyhaven", "sky").await.unwrap_err();
    assert_eq!(fault.error_code, expected, "{fault}");
    assert!(fault.error_message.contains(words), "{fault}");
}

#[tokio::test]
async fn an_hdri_comes_once_and_is_kept() {
    let server = with_sky(b"radiance");
    let place = tempfile::tempdir().unwrap();
    let fetched = brought(&server, place.path(), "polyhaven", "sky").await.unwrap();
    assert_eq!(std::fs::read(fetched.main.unwrap()).unwrap(), b"radiance");
    assert_eq!(
        (fetched.asset.kind, fetched.resolution.as_deref(), fetched.from_cache),
        (Kind::Hdri, Some("1k"), false)
    );
    assert!(brought(&server, place.path(), "polyhaven", "sky").await.unwrap().from_cache);
    let downloads = server.heard.lock().iter().filter(|(path, ..)| path.starts_with("/dl")).count();
    assert_eq!(downloads, 1);
}

#[tokio::test]
async fn what_was_cut_off_goes_on_where_it_ended() {
    let bytes: Vec<u8> = (0..5000_u32).map(|number| number as u8).collect();
    let server = with_sky(&bytes);
    server.says("/dl/sky_1k.hdr", Reply::Cut(bytes.clone(), 2000));
    let place = tempfile::tempdir().unwrap();
    let fetched = brought(&server, place.path(), "polyhaven", "sky").await.unwrap();
    assert_eq!(std::fs::read(fetched.main.unwrap()).unwrap(), bytes);
    assert_eq!(server.ranges(), ["bytes=2000-"]);
}

#[tokio::test]
async fn a_cancelled_download_goes_on_in_the_next_call() {
    let bytes = vec![7; 40];
    let server = with_sky(&bytes);
    server.says("/dl/sky_1k.hdr", Reply::Slow(bytes.clone(), Duration::from_millis(20)));
    let place = tempfile::tempdir().unwrap();
    let cache = Cache::new(place.path().to_owned(), 1 << 30);
    let until = |done: u64, _: Option<u64>| done < 10;
    let (source, web) = (provider("polyhaven").unwrap(), web(&server, None));
    let fault = fetch(source, &web, &cache, &order("sky"), &mut Meter::new(&until)).await.unwrap_err();
    assert_eq!(fault.error_code, Code::Cancelled);
    server.says("/dl/sky_1k.hdr", Reply::Bytes(bytes.clone()));
    let fetched = fetch(source, &web, &cache, &order("sky"), &mut Meter::silent()).await.unwrap();
    assert_eq!(std::fs::read(fetched.main.unwrap()).unwrap(), bytes);
    // More than was looked at may have come in one piece.
    let ranges = server.ranges();
    assert!(ranges.len() == 1 && ranges[0] != "bytes=0-", "{ranges:?}");
}

#[tokio::test]
async fn a_slow_server_is_waited_for_and_a_silent_one_is_not() {
    let server = with_sky(b"slowly");
    server.says("/dl/sky_1k.hdr", Reply::Slow(b"slowly".to_vec(), Duration::from_millis(50)));
    let place = tempfile::tempdir().unwrap();
    assert!(brought(&server, place.path(), "polyhaven", "sky").await.is_ok());
    let silent = with_sky(b"never");
    silent.says("/dl/sky_1k.hdr", Reply::Stalled);
    refused(&silent, Code::ExternalServiceError, "has sent nothing for 0.4 s").await;
}

#[tokio::test]
async fn what_a_server_refuses_is_told_in_a_sentence() {
    let check = async |path: &str, reply: Reply, code: Code, words: &str| {
        let server = with_sky(b"radiance");
        server.says(path, reply);
        refused(&server, code, words).await;
    };
    check("/dl/sky_1k.hdr", Reply::Status(404, ""), Code::NotFound, "has nothing at `sky_1k.hdr`").await;
    check("/info/sky", Reply::Status(429, "Retry-After: 17\r\n"), Code::RateLimited, "again in 17 s").await;
    check("/info/sky", Reply::Status(500, ""), Code::ExternalServiceError, "HTTP 500").await;
    check("/files/sky", Reply::Status(403, ""), Code::Unauthorized, "does not let this be had").await;
    check("/dl/sky_1k.hdr", Reply::Bytes(b"radiancy".to_vec()), Code::ExternalServiceError, "checksum").await;
    check("/dl/sky_1k.hdr", Reply::Announced(10 << 30), Code::TooLarge, "may have 1048576").await;
    check("/files/sky", Reply::Bytes(vec![b' '; 2 << 20]), Code::TooLarge, "longer than").await;
}

#[tokio::test]
async fn a_redirect_leads_to_no_machine_of_this_network() {
    let check = async |location: &str, words: &str| {
        let server = with_sky(b"radiance");
        let more: &'static str = Box::leak(format!("Location: {location}\r\n").into_boxed_str());
        server.says("/dl/sky_1k.hdr", Reply::Status(302, more));
        refused(&server, Code::PermissionDenied, words).await;
    };
    check("https://127.0.0.1:9/x", "127.0.0.1: an address inside this network").await;
    check("https://localhost:9/x", "inside this network").await;
    check("https://169.254.169.254/latest", "169.254.169.254").await;
    check("https://[::ffff:10.0.0.1]/x", "inside this network").await;
    check("http://127.0.0.1:9/x", "over https only").await;
    check("ftp://assets.example/x", "over https only").await;
    let server = with_sky(b"radiance");
    server.says("/dl/sky_1k.hdr", Reply::Status(302, "Location: file:///etc/passwd\r\n"));
    refused(&server, Code::ExternalServiceError, "leads nowhere").await;
    server.says("/dl/sky_1k.hdr", Reply::Status(302, "Location: /dl/sky_1k.hdr\r\n"));
    refused(&server, Code::ExternalServiceError, "leads on more than 5 times").await;
    server.says("/dl/sky_1k.hdr", Reply::Status(301, "Location: /dl/moved.hdr\r\n"));
    server.says("/dl/moved.hdr", Reply::Bytes(b"radiance".to_vec()));
    let place = tempfile::tempdir().unwrap();
    assert!(brought(&server, place.path(), "polyhaven", "sky").await.is_ok());
}

#[tokio::test]
async fn a_home_inside_the_network_is_the_owners_choice_alone() {
    let server = with_sky(b"radiance");
    let web = Web::new("Poly Haven", &server.url().replace("http:", "https:"), false, None, HASTY).unwrap();
    let fault = provider("polyhaven").unwrap().find(&web, "sky").await.unwrap_err();
    assert_eq!(fault.error_code, Code::PermissionDenied, "{fault}");
    assert!(server.heard.lock().is_empty());
    let gone = Web::new("Poly Haven", "http://127.0.0.1:1", true, None, HASTY).unwrap();
    let fault = provider("polyhaven").unwrap().find(&gone, "sky").await.unwrap_err();
    assert!(fault.error_message.contains("cannot be reached"), "{fault}");
    assert!(fault.suggestions.iter().any(|line| line.contains("internet")), "{fault:?}");
}

#[tokio::test]
async fn another_shape_says_what_was_expected() {
    let check = async |path: &str, told: Value, words: &str| {
        let server = with_sky(b"radiance");
        server.tells(path, &told);
        refused(&server, Code::ExternalServiceError, words).await;
    };
    check("/info/sky", json!({ "title": "Sky" }), "missing field `name`").await;
    check("/info/sky", json!({ "name": "Sky", "type": 9 }), "expected 0, 1 or 2 as `type`, got 9").await;
    check("/info/sky", json!("Sky"), "expected struct Record").await;
    check("/files/sky", json!({ "hdri": { "1k": { "hdr": { "link": "x" } } } }), "`hdri`: missing field `url`").await;
    check("/files/sky", json!({}), "found none").await;
    let server = with_sky(b"radiance");
    server.says("/info/sky", Reply::Bytes(b"<html>".to_vec()));
    refused(&server, Code::ExternalServiceError, "another shape").await;
}

#[tokio::test]
async fn a_form_that_is_not_there_lists_those_that_are() {
    let server = with_sky(b"radiance");
    let place = tempfile::tempdir().unwrap();
    let cache = Cache::new(place.path().to_owned(), 1 << 30);
    let wanted = Order { resolution: Some("32k".to_owned()), ..order("sky") };
    let fault = fetch(provider("polyhaven").unwrap(), &web(&server, None), &cache, &wanted, &mut Meter::silent())
        .await
        .unwrap_err();
    assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("resolution")));
    assert!(fault.error_message.contains("only as: 1k hdr"), "{fault}");
    let fault = brought(&server, place.path(), "polyhaven", "../sky").await.unwrap_err();
    assert_eq!(fault.error_code, Code::InvalidParams);
}

#[tokio::test]
async fn a_model_brings_what_lies_beside_it_and_nothing_from_elsewhere() {
    let server = Server::start();
    let (main, beside) = (file(&server, "/dl/chair.gltf", b"{}"), file(&server, "/dl/t.jpg", b"jpg"));
    server.tells("/info/chair", &json!({ "name": "Chair", "type": 2 }));
    let with = |path: &str| {
        let mut main = main.clone();
        main["include"] = json!({ path: beside });
        json!({ "gltf": { "1k": { "gltf": main } } })
    };
    server.tells("/files/chair", &with("textures/t.jpg"));
    let place = tempfile::tempdir().unwrap();
    let fetched = brought(&server, place.path(), "polyhaven", "chair").await.unwrap();
    assert_eq!(fetched.main, Some(fetched.folder.join("chair.gltf")));
    assert_eq!(std::fs::read(fetched.folder.join("textures/t.jpg")).unwrap(), b"jpg");
    for odd in ["../t.jpg", "/etc/t.jpg"] {
        server.tells("/files/chair", &with(odd));
        let fault = brought(&server, place.path(), "polyhaven", "chair").await.unwrap_err();
        assert!(fault.error_message.contains("outside of the asset's folder"), "{fault}");
    }
}

#[tokio::test]
async fn a_surface_has_one_map_of_each_slot() {
    let server = Server::start();
    let map = |name: &str| json!({ "1k": { "jpg": file(&server, &format!("/dl/{name}.jpg"), name.as_bytes()) } });
    server.tells("/info/rock", &json!({ "name": "Rock", "type": 1, "dimensions": [2000.0, 1500.0] }));
    server.tells(
        "/files/rock",
        &json!({
            "Diffuse": map("diff"), "Rough": map("rough"), "nor_gl": map("gl"), "nor_dx": map("dx"), "arm": map("arm"),
            "blend": { "1k": { "blend": file(&server, "/dl/rock.blend", b"B") } },
        }),
    );
    let place = tempfile::tempdir().unwrap();
    let fetched = brought(&server, place.path(), "polyhaven", "rock").await.unwrap();
    let slots: Vec<&str> = fetched.maps.iter().map(|(slot, _)| *slot).collect();
    assert_eq!(slots, ["base_color", "roughness", "normal"]);
    assert!(fetched.maps[2].1.ends_with("gl.jpg"));
    assert_eq!(fetched.asset.size, Some(vec![2.0, 1.5]));
    assert_eq!(fetched.files.len(), 3);
}

#[tokio::test]
async fn a_search_ranks_counts_and_goes_on() {
    let server = Server::start();
    let record =
        |name: &str, tags: Value, count: u32| json!({ "name": name, "type": 0, "tags": tags, "download_count": count });
    server.tells(
        "/assets",
        &json!({
            "red_sky": record("Red Sky", json!([]), 1), "sea": record("Sea", json!(["sky"]), 900),
            "blue_sky": record("Blue Sky", json!([]), 5), "cave": record("Cave", json!([]), 100),
        }),
    );
    server.tells("/categories/hdris", &json!({ "all": 4, "skies": 3 }));
    let web = web(&server, None);
    let mut wish =
        Wish { query: "Sky".to_owned(), kind: Some(Kind::Hdri), limit: 2, list_categories: true, ..Wish::default() };
    wish.categories = vec!["a b".to_owned()];
    let page = provider("polyhaven").unwrap().search(&web, &wish).await.unwrap();
    let ids: Vec<&str> = page.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!((ids, page.total, page.next_cursor.as_deref()), (vec!["blue_sky", "red_sky"], Some(3), Some("2")));
    assert_eq!(
        (page.categories[0].name.as_str(), page.categories[0].count, page.categories.len()),
        ("skies", Some(3), 1)
    );
    assert_eq!(server.heard.lock()[0].0, "/assets?type=hdris&categories=a%20b");
    wish.cursor = page.next_cursor;
    let page = provider("polyhaven").unwrap().search(&web, &wish).await.unwrap();
    assert_eq!((page.items[0].id.as_str(), page.next_cursor), ("sea", None));
    wish.cursor = Some("x".to_owned());
    assert_eq!(provider("polyhaven").unwrap().search(&web, &wish).await.unwrap_err().error_code, Code::InvalidParams);
}

/// A model as Sketchfab's Data API v3 and Download API tell it.
fn with_car(formats: Value) -> Server {
    let server = Server::start();
    let car = json!({
        "uid": "c4r", "name": "Car", "viewerUrl": "https://models.example/c4r", "faceCount": 12, "user": { "username": "ann", "displayName": "Ann" },
        "license": { "label": "CC Attribution" }, "tags": [{ "name": "car", "slug": "car" }], "isDownloadable": true,
        "thumbnails": { "images": [{ "url": format!("{}/s.png", server.url()), "width": 64 }, { "url": format!("{}/m.png", server.url()), "width": 448 }] },
    });
    server.tells("/v3/models/c4r", &car);
    server.tells("/v3/search", &json!({ "results": [car], "cursors": { "next": "cD0y", "previous": null } }));
    server.tells("/v3/models/c4r/download", &formats);
    server
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn sketchfab_is_asked_with_the_key_and_its_files_without() {
    let elsewhere = Server::start();
    let server = with_car(json!({}));
    // Another server of this network stands for the one that its files are on, so it is refused, before any key is sent.
    server.tells(
        "/v3/models/c4r/download",
        &json!({ "glb": { "url": format!("{}/car.glb", elsewhere.url()), "size": 3, "expires": 300 } }),
    );
    let place = tempfile::tempdir().unwrap();
    let fault = brought(&server, place.path(), "sketchfab", "c4r").await.unwrap_err();
    assert_eq!(fault.error_code, Code::PermissionDenied, "{fault}");
    assert!(elsewhere.heard.lock().is_empty());
    assert!(server.heard.lock().iter().all(|(.., key)| key.as_deref() == Some("token secret")));
    let wish = Wish { query: "red car".to_owned(), limit: 20, ..Wish::default() };
    let page = provider("sketchfab").unwrap().search(&web(&server, Some("Token secret")), &wish).await.unwrap();
    let asset = &page.items[0];
    assert_eq!(
        (asset.licence.as_str(), asset.authors[0].as_str(), asset.face_count),
        ("CC Attribution", "Ann", Some(12))
    );
    assert!(asset.preview_url.as_ref().unwrap().ends_with("/m.png"));
    assert_eq!(page.next_cursor.as_deref(), Some("cD0y"));
    let asked = server.heard.lock().last().unwrap().0.clone();
    assert_eq!(asked, "/v3/search?type=models&downloadable=true&count=20&q=red%20car");
}

#[tokio::test]
async fn an_archive_is_unpacked_or_refused_whole() {
    let check = async |files: &[(&str, &[u8])], expected: Result<&str, &str>| {
        let server = with_car(json!({}));
        let url = format!("{}/car.zip", server.url());
        server.tells(
            "/v3/models/c4r/download",
            &json!({ "gltf": { "url": url, "size": 3, "expires": 300 }, "usdz": null }),
        );
        server.says("/car.zip", Reply::Bytes(zipped(files)));
        let place = tempfile::tempdir().unwrap();
        match (brought(&server, place.path(), "sketchfab", "c4r").await, expected) {
            (Ok(fetched), Ok(main)) => {
                assert!(fetched.main.unwrap().ends_with(main));
                assert!(brought(&server, place.path(), "sketchfab", "c4r").await.unwrap().from_cache);
            }
            (Err(fault), Err(words)) => assert!(fault.error_message.contains(words), "{fault}"),
            (got, _) => panic!("{got:?}"),
        }
    };
    check(&[("scene.bin", b"b"), ("scene.gltf", b"{}")], Ok("scene.gltf")).await;
    check(&[("../scene.gltf", b"{}")], Err("would lie outside")).await;
    check(&[("/scene.gltf", b"{}")], Err("would lie outside")).await;
    check(&[("scene.gltf", b"{}"), ("bomb.bin", &vec![0; 2 << 20])], Err("more than 1048576 bytes")).await;
    check(&[("readme.txt", b"hello")], Err("no glTF file")).await;
}

#[tokio::test]
async fn a_preview_is_a_picture() {
    let server = with_sky(b"radiance");
    let web = web(&server, None);
    let asset = provider("polyhaven").unwrap().find(&web, "sky").await.unwrap();
    server.says("/thumb.png", Reply::Bytes(b"\x89PNG\r\n\x1a\n".to_vec()));
    assert_eq!(preview(&web, &asset).await.unwrap().1, "image/png");
    server.says("/thumb.png", Reply::Bytes(b"<html>".to_vec()));
    assert!(preview(&web, &asset).await.unwrap_err().error_message.contains("PNG, JPEG or WebP"));
}
