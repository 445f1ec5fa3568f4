//! A large attachment from a client to a host: through the gateway, directly, and as plain bytes over TLS.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use bytes::Bytes;
use scenewire::backend::{Backend, Gateway as Client, Request};
use scenewire::wire::{Attachment, Dtype, Payload};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::light::Hosts;
use crate::server::Server;

const SIZE: usize = 500_000_000;
const ROUNDS: usize = 5;
/// As much is written at once in the floor.
const PIECE: usize = 256 << 10;

pub fn measure() -> Result<Value> {
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let key = server.user("ana").await?;
        let hosts = Hosts::start(&server, vec![(key.clone(), "studio".to_owned())])?;
        let (direct, through) = (server.client_of(hosts.direct, &key)?, server.client(&key)?);
        let data = Bytes::from(vec![7; SIZE]);
        let (mut floor, mut plain, mut routed, mut cpu) = (vec![], vec![], vec![], vec![]);
        for _ in 0..ROUNDS {
            floor.push(tls(&server, &data).await?);
            plain.push(relay(&direct, &data).await?);
            let before = server.cpu_seconds()?;
            routed.push(relay(&through, &data).await?);
            cpu.push(server.cpu_seconds()? - before);
        }
        let median = |rates: &mut Vec<f64>| {
            rates.sort_by(f64::total_cmp);
            rates[ROUNDS / 2]
        };
        Ok(json!({
            "bytes": SIZE, "rounds": ROUNDS,
            "floor_mb_s": median(&mut floor), "direct_mb_s": median(&mut plain), "through_mb_s": median(&mut routed),
            "gateway_cpu_s": median(&mut cpu), "through_range": [routed[0], routed[ROUNDS - 1]],
        }))
    })
}

/// MB/s of one call with the attachment.
async fn relay(client: &Client, data: &Bytes) -> Result<f64> {
    let mut arguments = Payload::default();
    let shape = vec![data.len() as u64];
    let vertices = arguments.attach(Attachment { dtype: Dtype::U1, shape, media: None, data: data.clone() });
    arguments.json = json!({ "items": [{ "name": "large", "vertices": vertices }] });
    let start = Instant::now();
    client.call(Request { operation: "create_meshes".into(), arguments, ..Request::default() }, None).await?;
    Ok(rate(start))
}

/// MB/s of the same bytes over one connection with nothing but TLS.
async fn tls(server: &Server, data: &Bytes) -> Result<f64> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(server.identity()?));
    let receiver = tokio::spawn(async move {
        let mut stream = acceptor.accept(listener.accept().await?.0).await?;
        let (mut buffer, mut got) = (vec![0; PIECE], 0);
        while got < SIZE {
            got += match stream.read(&mut buffer).await? {
                0 => anyhow::bail!("it ended early"),
                count => count,
            };
        }
        stream.write_all(b"!").await?;
        stream.flush().await?;
        anyhow::Ok(())
    });
    let mut stream = server.dialler().dial_port(port).await?;
    let start = Instant::now();
    for piece in data.chunks(PIECE) {
        stream.write_all(piece).await?;
    }
    stream.flush().await?;
    stream.read_u8().await.context("no last word")?;
    receiver.await??;
    Ok(rate(start))
}

fn rate(start: Instant) -> f64 {
    SIZE as f64 / 1e6 / start.elapsed().as_secs_f64()
}
