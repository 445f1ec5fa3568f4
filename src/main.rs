//! The native binary `scenewire`: the command line without Python in it.

use std::process::exit;

fn main() {
    // Arguments that are no Unicode can only be paths; what is lost in them is said when the file is not found.
    let argv = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    exit(scenewire::cli::run(argv, scenewire::cli::Runtime::default()));
}
