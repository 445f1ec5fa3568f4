//! `scenewire install` and `scenewire uninstall`: the add-on in every Blender of this machine, and the entry in an AI client's configuration.

mod blender;
mod bounded;
mod client;
mod diff;
pub(super) mod edit;
pub(super) mod finder;
pub(super) mod machine;
mod place;
pub(super) mod present;
mod steam;

use clap::Subcommand;

use super::Runtime;
use super::output::{Failure, Output};
use crate::host::Folders;
use machine::Machine;

/// What is installed.
#[derive(Debug, Subcommand)]
pub(super) enum Install {
    /// Install or upgrade the add-on in every Blender of this machine.
    Blender(blender::Args),
    /// Tell an AI client of scenewire: shows the change to its configuration, asks, and keeps everything that is there.
    #[command(arg_required_else_help = true)]
    Client(client::Args),
}

/// What is removed.
#[derive(Debug, Subcommand)]
pub(super) enum Uninstall {
    /// Remove the add-on from every Blender of this machine; keys and ids stay.
    Blender(blender::RemoveArgs),
    /// Take scenewire out of an AI client's configuration, and nothing else.
    #[command(arg_required_else_help = true)]
    Client(client::Which),
}

impl Install {
    /// Does it.
    pub(super) async fn run(self, runtime: &Runtime, output: &mut Output) -> Result<(), Failure> {
        let (machine, folders, folder) = (Machine::this(), Folders::from_env()?, std::env::current_dir()?);
        let setting =
            client::Setting { machine: &machine, state: &folders.state, folder: &folder, ask: client::asker() };
        match self {
            Self::Blender(args) => blender::install(&args, &machine, &folders.state, runtime, output).await,
            Self::Client(args) => client::install(&args, &setting, runtime, output),
        }
    }
}

impl Uninstall {
    /// Does it.
    pub(super) async fn run(self, output: &mut Output) -> Result<(), Failure> {
        let (machine, folders, folder) = (Machine::this(), Folders::from_env()?, std::env::current_dir()?);
        let setting =
            client::Setting { machine: &machine, state: &folders.state, folder: &folder, ask: client::asker() };
        match self {
            Self::Blender(args) => blender::uninstall(&args, &machine, &folders.state, output).await,
            Self::Client(which) => client::uninstall(&which, &setting, output),
        }
    }
}
