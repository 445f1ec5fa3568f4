//! `scenewire install` and `scenewire uninstall`: the add-on in every Blender of this machine, the plug-in in every Maya, and the
//! entry in an AI client's configuration.

mod asked;
mod blender;
mod bounded;
mod client;
mod diff;
mod done;
pub(super) mod edit;
mod files;
pub(super) mod finder;
pub(super) mod machine;
pub(super) mod maya;
mod place;
pub(super) mod present;
mod steam;
mod versions;
mod wheel;

use clap::Subcommand;

use super::Runtime;
use super::output::{Failure, Output};
use crate::host::Folders;
use machine::Machine;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is installed.
#[derive(Debug, Subcommand)]
pub(super) enum Install {
    /// Install or upgrade the add-on in every Blender of this machine.
    Blender(blender::Args),
    /// Install or upgrade the plug-in in every Maya of this machine, 2023 to 2027.
    Maya(maya::Args),
    /// Tell an AI client of scenewire: shows the change to its configuration, asks, and keeps everything that is there.
    #[command(arg_required_else_help = true)]
    Client(client::Args),
}

/// What is removed.
#[derive(Debug, Subcommand)]
pub(super) enum Uninstall {
    /// Remove the add-on from every Blender of this machine; keys and ids stay.
    Blender(blender::RemoveArgs),
    /// Remove the plug-in from every Maya of this user; settings, keys and ids stay.
    Maya(maya::Which),
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
            Self::Maya(args) => maya::install(&args, &machine, runtime, output).await,
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
            Self::Maya(which) => maya::uninstall(&which, &machine, output),
            Self::Client(which) => client::uninstall(&which, &setting, output),
        }
    }
}
