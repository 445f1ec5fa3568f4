//! Any backend as one type. What stands on it is then in the program once: of MCP's server and all that its library
//! makes of it there were three, one for each sort of backend, half a megabyte each.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::{Backend, Instance, Progress, Reply, Request};
use crate::wire::Fault;

type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A backend, whichever it is. Cheap to clone.
#[derive(Clone)]
pub struct Shared(Arc<dyn Behind>);

impl Shared {
    /// Over this one.
    pub fn new(backend: impl Backend) -> Self {
        Self(Arc::new(backend))
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}

impl Backend for Shared {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        self.0.reached().await
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        self.0.done(request, progress).await
    }

    fn on_one_machine(&self) -> bool {
        self.0.together()
    }

    async fn settled(&self) {
        self.0.quiet().await;
    }
}

/// A [`Backend`] whose futures have one type.
trait Behind: Send + Sync {
    fn reached(&self) -> Boxed<'_, Result<Vec<Instance>, Fault>>;
    fn done(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Boxed<'_, Result<Reply, Fault>>;
    fn together(&self) -> bool;
    fn quiet(&self) -> Boxed<'_, ()>;
}

impl<B: Backend> Behind for B {
    fn reached(&self) -> Boxed<'_, Result<Vec<Instance>, Fault>> {
        Box::pin(self.instances())
    }

    fn done(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Boxed<'_, Result<Reply, Fault>> {
        Box::pin(self.call(request, progress))
    }

    fn together(&self) -> bool {
        self.on_one_machine()
    }

    fn quiet(&self) -> Boxed<'_, ()> {
        Box::pin(self.settled())
    }
}
