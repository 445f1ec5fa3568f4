//! What takes two sessions at once: done above [`Backend`], by whoever reaches both.
//!
//! Every edge puts [`Across`] around its backend. Each part of the work is then a call of its own to one session, with
//! the rights of whoever asked: a gateway judges and records it as any other, and sees no scene. Content goes through the
//! catalogue's own operations, read at the source and made at the target, so it does not matter where either runs and
//! neither needs the other's files; both speak `convention: "gltf"`, so it does not matter how their scenes are laid out.

#[cfg(test)]
mod double;
mod extras;
mod fit;
mod lost;
mod mesh;
mod normals;
mod place;
mod plan;
mod read;
mod side;
#[cfg(test)]
mod tests;
mod transfer;

use tokio::sync::mpsc;

use crate::backend::{Backend, Instance, Progress, Reply, Request, Shared};
use crate::catalogue::{TRANSFER, catalogue};
use crate::wire::{Fault, limits};

/// A backend that also does what takes two of its sessions. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Across<B> {
    backend: B,
    most: u64,
}

impl<B: Backend> Across<B> {
    /// Over this one.
    pub(crate) fn new(backend: B) -> Self {
        Self { backend, most: limits::MESSAGE }
    }

    /// The same, for who does it for many: all arrays of a transfer are in memory at once, and are at most so many bytes.
    pub(crate) fn up_to(self, most: u64) -> Self {
        Self { most, ..self }
    }
}

impl<B: Backend> Backend for Across<B> {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        self.backend.instances().await
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        match catalogue().known(&request.operation) {
            Some(operation) if operation.name == TRANSFER => {
                // Boxed: its future is large, and this one is part of every call's.
                Box::pin(transfer::run((Shared::new(self.backend.clone()), self.most), operation, request, progress))
                    .await
            }
            _ => self.backend.call(request, progress).await,
        }
    }

    fn on_one_machine(&self) -> bool {
        self.backend.on_one_machine()
    }

    async fn settled(&self) {
        self.backend.settled().await;
    }
}
