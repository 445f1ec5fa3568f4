//! Whichever backend was asked for, where that is known at run time only.

use tokio::sync::mpsc;

use super::{Backend, Gateway, Instance, Local, Progress, Reply, Request};
use crate::wire::Fault;

/// The hosts of this machine, or those behind a gateway.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Any {
    Local(Local),
    Gateway(Gateway),
}

impl Backend for Any {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        match self {
            Any::Local(local) => local.instances().await,
            Any::Gateway(gateway) => gateway.instances().await,
        }
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        match self {
            Any::Local(local) => local.call(request, progress).await,
            Any::Gateway(gateway) => gateway.call(request, progress).await,
        }
    }

    fn on_one_machine(&self) -> bool {
        matches!(self, Any::Local(_))
    }

    async fn settled(&self) {
        match self {
            Any::Local(local) => local.settled().await,
            Any::Gateway(gateway) => gateway.settled().await,
        }
    }
}
