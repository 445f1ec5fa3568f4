//! The native binary `scenewire`: the command line without Python in it.

use std::process::exit;

#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // Arguments that are no Unicode can only be paths; what is lost in them is said when the file is not found.
    let argv = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    exit(scenewire::cli::run(argv, scenewire::cli::Runtime::default()));
}
