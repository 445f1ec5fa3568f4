//! The command line, one file per sub-command; the native binary and the wheel's console script call the same `run`.
