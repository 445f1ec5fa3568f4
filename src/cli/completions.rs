//! `scenewire completions SHELL`

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::output::{Failure, Output};

/// Which shell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    shell: Shell,
}

/// Prints the script, to be sourced or put where the shell looks for it.
pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::Cli::command(), "scenewire", &mut script);
    output.text(&String::from_utf8_lossy(&script));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;

    #[test]
    fn every_command_is_completed() {
        let (mut output, out, _) = captured::output(false);
        assert!(run(&Args { shell: Shell::Bash }, &mut output).is_ok());
        for command in super::super::Cli::command().get_subcommands() {
            assert!(out.text().contains(command.get_name()), "{}", command.get_name());
        }
    }
}
