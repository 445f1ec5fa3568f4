//! The native binary `scenewire`: the command line without Python in it.

fn main() {}
