//! Whom to believe: what makes a gateway's certificate good, and in words what is wrong with one that is not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use sha2::{Digest, Sha256};

use super::verdict;
use crate::wire::{Code, Fault, reason};

/// What makes the certificate of a gateway good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The authorities that this computer knows.
    System,
    /// Those in this PEM file, and no others.
    Authority(PathBuf),
    /// The one certificate with this SHA-256, whatever its name and dates.
    Pin([u8; 32]),
}

impl Trust {
    /// What was asked for: a file of authorities, or a fingerprint, or neither.
    pub fn chosen(ca: Option<&Path>, pin: Option<&str>) -> Result<Self, Fault> {
        match (ca, pin) {
            (None, None) => Ok(Self::System),
            // Read anew for each connection; what is wrong with it is told before the first.
            (Some(file), None) => roots(file).map(|_| Self::Authority(file.to_owned())),
            (None, Some(pin)) => parse(pin).map(Self::Pin),
            (Some(_), Some(_)) => {
                let message = "a certificate is judged by a file of authorities or by a pin, not by both";
                Err(Fault::new(Code::InvalidParams, message).suggest("give `ca` or `pin`"))
            }
        }
    }

    /// For one connection; the judge keeps why it refused.
    pub(super) fn config(&self) -> Result<(ClientConfig, Arc<Judge>), Fault> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let law = match self {
            Self::System => {
                let verifier = rustls_platform_verifier::Verifier::new(provider.clone()).map_err(unready)?;
                Law::Chain(Arc::new(verifier))
            }
            Self::Authority(file) => {
                let roots = Arc::new(roots(file)?);
                let verifier = WebPkiServerVerifier::builder_with_provider(roots, provider.clone()).build();
                Law::Chain(verifier.map_err(unready)?)
            }
            Self::Pin(pin) => Law::Pin(*pin),
        };
        let judge =
            Arc::new(Judge { law, provider: provider.clone(), fault: Mutex::default(), seen: Mutex::default() });
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(unready)?
            .dangerous()
            .with_custom_certificate_verifier(judge.clone())
            .with_no_client_auth();
        // A server that prefers HTTP/2 must not choose it: it has no such upgrade.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok((config, judge))
    }
}

/// `sha256:AB:CD:…`, or the same 64 digits without the colons or the prefix.
fn parse(text: &str) -> Result<[u8; 32], Fault> {
    let digits: String = text.trim().to_ascii_lowercase();
    let digits = digits.strip_prefix("sha256:").unwrap_or(&digits).replace(':', "");
    let mut pin = [0; 32];
    let good = digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !good {
        let message = "a fingerprint is 64 hexadecimal digits, with or without colons and `sha256:` before them";
        return Err(Fault::new(Code::InvalidParams, message)
            .detail("got", text)
            .suggest("copy it from what the gateway prints when it starts"));
    }
    for (byte, pair) in pin.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let value = |digit: u8| (digit as char).to_digit(16).unwrap_or_default() as u8;
        *byte = value(pair[0]) << 4 | value(pair[1]);
    }
    Ok(pin)
}

/// As a gateway prints it.
pub(crate) fn fingerprint(digest: &[u8; 32]) -> String {
    let bytes: Vec<String> = digest.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("sha256:{}", bytes.join(":"))
}

fn roots(file: &Path) -> Result<RootCertStore, Fault> {
    let unusable = |why: String| {
        let message = format!("the file of authorities `{}` cannot be used: {why}", file.display());
        Fault::new(Code::FileNotFound, message).detail("path", file.to_string_lossy())
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(reason(error)))? {
        let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
        roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unusable("there is no `BEGIN CERTIFICATE` in it".to_owned()));
    }
    Ok(roots)
}

fn unready(error: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Unreachable, format!("certificates cannot be checked on this computer: {error}"))
        .suggest("pin the gateway's fingerprint")
}

#[derive(Debug)]
enum Law {
    Chain(Arc<dyn ServerCertVerifier>),
    Pin([u8; 32]),
}

/// Checks what one server shows, and remembers in words why it was not good.
#[derive(Debug)]
pub(super) struct Judge {
    law: Law,
    provider: Arc<CryptoProvider>,
    fault: Mutex<Option<Fault>>,
    seen: Mutex<Option<[u8; 32]>>,
}

impl Judge {
    /// The certificate that was shown, good or not, as a gateway prints it.
    pub(super) fn seen(&self) -> Option<String> {
        self.seen.lock().as_ref().map(fingerprint)
    }

    /// Why the certificate was refused, if it was.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.fault.lock().take()
    }
}

impl ServerCertVerifier for Judge {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let digest: [u8; 32] = Sha256::digest(shown.as_ref()).into();
        *self.seen.lock() = Some(digest);
        match &self.law {
            Law::Chain(chain) => chain.verify_server_cert(shown, intermediates, name, ocsp, now).inspect_err(|error| {
                *self.fault.lock() = Some(verdict::untrusted(error, name, now, &fingerprint(&digest)));
            }),
            Law::Pin(pin) if *pin == digest => Ok(ServerCertVerified::assertion()),
            Law::Pin(pin) => {
                *self.fault.lock() = Some(verdict::other_pin(name, &fingerprint(pin), &fingerprint(&digest)));
                Err(CertificateError::ApplicationVerificationFailure.into())
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        match &self.law {
            Law::Chain(chain) => chain.verify_tls12_signature(message, certificate, signature),
            Law::Pin(_) => {
                let known = &self.provider.signature_verification_algorithms;
                verify_tls12_signature(message, certificate, signature, known)
            }
        }
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        match &self.law {
            Law::Chain(chain) => chain.verify_tls13_signature(message, certificate, signature),
            Law::Pin(_) => {
                let known = &self.provider.signature_verification_algorithms;
                verify_tls13_signature(message, certificate, signature, known)
            }
        }
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        match &self.law {
            Law::Chain(chain) => chain.supported_verify_schemes(),
            Law::Pin(_) => self.provider.signature_verification_algorithms.supported_schemes(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_people_copy_it() {
        let digest: [u8; 32] = std::array::from_fn(|n| (n * 8) as u8);
        let printed = fingerprint(&digest);
        let plain = printed.replace("sha256:", "").replace(':', "");
        let check = |text: &str, expected: Option<[u8; 32]>| assert_eq!(parse(text).ok(), expected, "{text}");
        check(&printed, Some(digest));
        check(&format!(" {}\n", printed.to_lowercase()), Some(digest));
        check(&plain, Some(digest));
        check(&format!("SHA256:{plain}"), Some(digest));
        check(&plain[1..], None);
        check(&plain.replacen('0', "g", 1), None);
        check(&"é".repeat(32), None);
        check("", None);
    }

    #[test]
    fn a_file_without_certificates_is_no_authority() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, words: &str| {
            let file = folder.path().join(name);
            let later = Trust::Authority(file.clone()).config().map(drop);
            for fault in [Trust::chosen(Some(&file), None).unwrap_err(), later.unwrap_err()] {
                assert!(fault.error_message.contains(words) && !fault.error_message.contains("os error"), "{fault}");
            }
        };
        std::fs::write(folder.path().join("empty.pem"), "no certificate").unwrap();
        check("empty.pem", "BEGIN CERTIFICATE");
        check("none.pem", "none.pem");
    }

    #[test]
    fn a_file_and_a_pin_together_are_refused() {
        let pin = fingerprint(&[7; 32]);
        let fault = Trust::chosen(Some(Path::new("ca.pem")), Some(&pin)).unwrap_err();
        assert_eq!(fault.error_code, Code::InvalidParams);
    }
}
