//! Which log lines this process writes.

use tracing_subscriber::filter::Targets;

/// Where programs written in Rust are told which lines to write.
pub(crate) const RUST_LOG: &str = "RUST_LOG";

/// What this variable asks for (`debug`, or `scenewire=debug,hyper=warn`), else the fallback. By target and level only:
/// `EnvFilter`, which knows spans and fields too, brings two engines of regular expressions into the wheel.
pub(crate) fn wanted(variable: &str, fallback: &str) -> Targets {
    let wish = std::env::var(variable).unwrap_or_default();
    if !wish.is_empty() {
        match wish.parse() {
            Ok(wanted) => return wanted,
            // There is no log yet to say it in.
            Err(error) => eprintln!("scenewire: {variable}={wish:?} is not understood ({error}); it is {fallback:?}"),
        }
    }
    fallback.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::Level;

    #[test]
    fn every_fallback_is_understood_and_meant() {
        for (fallback, ours, others) in
            [("scenewire=debug,info", Level::DEBUG, Level::INFO), ("scenewire=info,warn", Level::INFO, Level::WARN)]
        {
            let wanted = wanted("SCENEWIRE_NOT_SET_ANYWHERE", fallback);
            assert!(wanted.would_enable("scenewire::host", &ours), "{fallback}");
            assert!(wanted.would_enable("hyper", &others), "{fallback}");
            assert!(!wanted.would_enable("hyper", &Level::TRACE), "{fallback}");
        }
        // What a command logs when nobody asks for more: no library has a word in its answer.
        let wanted = wanted("SCENEWIRE_NOT_SET_ANYWHERE", "scenewire=error");
        assert!(wanted.would_enable("scenewire::cli", &Level::ERROR));
        assert!(!wanted.would_enable("rustls_platform_verifier", &Level::ERROR));
    }
}
