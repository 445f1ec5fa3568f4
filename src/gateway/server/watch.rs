//! Files that are read again when they change: the configuration and the certificate.

use std::time::Duration;

use super::log;
use super::serving::Certificate;
use crate::gateway::api::Site;
use crate::gateway::config::Sources;
use crate::gateway::tls::{Files, stamp};

/// How often they are looked at.
const LOOK: Duration = Duration::from_secs(1);

/// Looks for as long as the gateway lives. What is rejected is said, and what was there before goes on.
pub(super) async fn watch(site: Site, sources: Sources, certificate: Option<(Files, Certificate)>) {
    let file = sources.file.clone();
    let config_stamp = || file.as_deref().and_then(stamp);
    let files_stamp = || certificate.as_ref().map(|(files, _)| files.stamp());
    let mut seen = (config_stamp(), files_stamp());
    let mut clock = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            () = site.closing().cancelled() => return,
            _ = clock.tick() => {}
        }
        site.sweep();
        let now = (config_stamp(), files_stamp());
        if now.0 != seen.0 {
            reload_config(&site, &sources);
        }
        if let Some((files, running)) = certificate.as_ref().filter(|_| now.1 != seen.1) {
            reload_certificate(&site, files, running);
        }
        seen = now;
    }
}

fn reload_config(site: &Site, sources: &Sources) {
    let running = site.config();
    let (next, waits) = match sources.again(&running) {
        Ok(read) => read,
        Err(wrong) => {
            wrong
                .iter()
                .for_each(|why| tracing::error!(why, "the changed configuration is rejected; the old one goes on"));
            site.metrics().reloaded("configuration", false);
            return;
        }
    };
    for setting in waits {
        tracing::warn!(setting, "this change takes effect with the next start");
    }
    if next != *running {
        log::level(next.debug);
        site.configure(next);
        tracing::info!("the configuration was read again");
    }
    site.metrics().reloaded("configuration", true);
}

fn reload_certificate(site: &Site, files: &Files, running: &Certificate) {
    match files.load() {
        Ok(identity) => {
            running.replace(identity.config);
            tracing::info!(fingerprint = identity.fingerprint, "the certificate was read again");
            site.metrics().reloaded("certificate", true);
        }
        Err(fault) => {
            tracing::error!(why = fault.error_message, "the changed certificate is rejected; the old one goes on");
            site.metrics().reloaded("certificate", false);
        }
    }
}
