//! The client's end of a link.
use crate::wire::{Fault, Progress, Reply, Request};
use tokio::sync::mpsc;
/// One connection to one host.
#[derive(Clone, Debug)]
pub struct Link;
impl Link {
    /// Connects to `ws://127.0.0.1:PORT/v1/link` with the host's token.
    pub async fn connect(_url: &str, _token: &str) -> Result<Self, Fault> {
        Ok(Self)
    }
    /// Does it and waits for the outcome; dropping the future cancels the call.
    pub async fn call(&self, _request: Request, _progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        Err(Fault::new(crate::wire::Code::Internal, "signatures only"))
    }
}
