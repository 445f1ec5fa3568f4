//! The gateway's certificate: given, or made once and kept; read again when its files change.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use ring::digest;
use rustls::ServerConfig;
use rustls::crypto::ring as provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::private;
use crate::wire::{Code, Fault};

/// Where a chain and its key lie.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Files {
    pub(super) chain: PathBuf,
    pub(super) key: PathBuf,
}

/// A certificate that is ready to be shown.
pub(super) struct Identity {
    pub(super) config: Arc<ServerConfig>,
    /// What a host pins: `sha256:` and the digest of the certificate.
    pub(super) fingerprint: String,
}

impl Files {
    /// The gateway's own in its data folder, made now when it is not there. A fingerprint is what hosts were told to
    /// trust, so that it stays the same over restarts and other addresses.
    pub(super) fn own(data: &Path, names: &[String]) -> Result<Self, Fault> {
        let folder = data.join("tls");
        let files = Self { chain: folder.join("certificate.pem"), key: folder.join("key.pem") };
        if !files.chain.exists() || !files.key.exists() {
            make(&folder, &files, names)
                .map_err(|why| Fault::new(Code::Internal, format!("no certificate could be made: {why}")))?;
        }
        Ok(files)
    }

    /// Reads both and proves that they belong together.
    pub(super) fn load(&self) -> Result<Identity, Fault> {
        let shown = |path: &Path, why: String| {
            Fault::new(Code::InvalidParams, format!("{}: {why}", path.display()))
                .detail("path", path.display().to_string())
        };
        let bytes = |path: &Path| fs::read(path).map_err(|error| shown(path, error.to_string()));
        let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&bytes(&self.chain)?)
            .collect::<Result<_, _>>()
            .map_err(|error| shown(&self.chain, format!("not a PEM certificate: {error}")))?;
        let Some(first) = chain.first() else {
            return Err(shown(&self.chain, "there is no certificate in it".to_owned()));
        };
        let fingerprint = fingerprint(first);
        let key = PrivateKeyDer::from_pem_slice(&bytes(&self.key)?)
            .map_err(|error| shown(&self.key, format!("not a PEM private key: {error}")))?;
        let config =
            config(chain, key).map_err(|error| shown(&self.chain, format!("chain and key do not serve: {error}")))?;
        Ok(Identity { config: Arc::new(config), fingerprint })
    }

    /// Changes whenever one of the files does.
    pub(super) fn stamp(&self) -> [Option<(SystemTime, u64)>; 2] {
        [stamp(&self.chain), stamp(&self.key)]
    }
}

/// A file's time and length; none while it is not there.
pub(super) fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

fn config(chain: Vec<CertificateDer<'static>>, key: PrivateKeyDer<'static>) -> Result<ServerConfig, rustls::Error> {
    let mut config = ServerConfig::builder_with_provider(Arc::new(provider::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    // WebSockets need HTTP/1.1.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    // Thousands of hosts that return after a restart of their network resume instead of shaking hands anew.
    config.ticketer = provider::Ticketer::new()?;
    Ok(config)
}

/// `sha256:` and the digest in hex with colons, as browsers and `openssl x509 -fingerprint` show it.
fn fingerprint(certificate: &CertificateDer<'_>) -> String {
    let digest = digest::digest(&digest::SHA256, certificate);
    let pairs: Vec<String> = digest.as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
    format!("sha256:{}", pairs.join(":"))
}

/// No end is set beyond rcgen's own, in two thousand years: who uses this certificate pins it, and a pin that expires
/// would only lock artists out.
fn make(folder: &Path, files: &Files, names: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    private::folder(folder)?;
    let key = rcgen::KeyPair::generate()?;
    let mut params = rcgen::CertificateParams::new(names)?;
    params.distinguished_name.push(rcgen::DnType::CommonName, "scenewire gateway");
    params.extended_key_usages.push(rcgen::ExtendedKeyUsagePurpose::ServerAuth);
    let certificate = params.self_signed(&key)?;
    private::write_durably(&files.key, key.serialize_pem().as_bytes())?;
    fs::write(&files.chain, certificate.pem())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(folder: &Path) -> Files {
        Files::own(folder, &["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap()
    }

    #[test]
    fn the_own_certificate_is_made_once_and_its_key_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let first = own(folder.path()).load().unwrap();
        let again = own(folder.path()).load().unwrap();
        assert_eq!(first.fingerprint, again.fingerprint);
        assert_eq!(first.fingerprint.len(), "sha256:".len() + 32 * 3 - 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(own(folder.path()).key).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_key_of_another_certificate_is_refused() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mixed = Files { chain: own(here.path()).chain, key: own(there.path()).key };
        let fault = mixed.load().err().unwrap();
        assert!(fault.error_message.contains("chain and key do not serve"), "{fault}");
        fs::write(&mixed.chain, "no certificate").unwrap();
        assert!(mixed.load().err().unwrap().error_message.contains("there is no certificate in it"));
    }
}
