//! What is wrong with a connection that should have been safe, in the words of whoever must put it right.

use rustls::pki_types::{ServerName, UnixTime};
use rustls::{AlertDescription, CertificateError, Error};

use crate::wire::{Code, Fault, date};

/// A certificate that was shown and is not good.
pub(super) fn untrusted(error: &Error, name: &ServerName<'_>, now: UnixTime, shown: &str) -> Fault {
    use CertificateError as Bad;
    let name = name.to_str();
    let fault = match error {
        Error::InvalidCertificate(Bad::ExpiredContext { not_after, .. }) => {
            expired(&format!("the certificate of {name} expired on {}", date(not_after.as_secs())), now)
        }
        Error::InvalidCertificate(Bad::Expired) => expired(&format!("the certificate of {name} has expired"), now),
        Error::InvalidCertificate(Bad::NotValidYetContext { not_before, .. }) => {
            early(&format!("the certificate of {name} is good only from {}", date(not_before.as_secs())), now)
        }
        Error::InvalidCertificate(Bad::NotValidYet) => {
            early(&format!("the certificate of {name} is not good yet"), now)
        }
        Error::InvalidCertificate(Bad::NotValidForNameContext { presented, .. }) => {
            other_name(&name, &format!("for {}", names(presented)))
        }
        Error::InvalidCertificate(Bad::NotValidForName) => other_name(&name, "for another name"),
        Error::InvalidCertificate(Bad::Revoked) => {
            refused(format!("the certificate of {name} was revoked")).suggest("ask whoever runs the gateway")
        }
        // Also what is no certificate of a server at all: one that a gateway made for itself may be that.
        error => unknown(&name, error, shown),
    };
    fault.detail("host", name.as_ref()).detail("shown", shown)
}

/// The certificate is another than the one that was pinned.
pub(super) fn other_pin(name: &ServerName<'_>, expected: &str, got: &str) -> Fault {
    let name = name.to_str();
    let message = format!(
        "{name} is not the gateway that was pinned: its certificate should be {expected}, but the one it showed is {got}"
    );
    refused(message)
        .suggest("ask whoever runs the gateway whether its certificate was renewed; if so, pin the new fingerprint")
        .detail("host", name.as_ref())
        .detail("expected", expected)
        .detail("got", got)
}

/// What went wrong before or besides the certificate.
pub(super) fn broken(error: &std::io::Error, url: &str) -> Fault {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let (what, remedy) = match inner {
        Some(Error::InvalidMessage(_)) => (
            "it answers, but without encryption".to_owned(),
            "check the port; a gateway behind a proxy must be reached through the proxy's HTTPS port",
        ),
        Some(Error::InvalidCertificate(CertificateError::BadSignature)) => {
            ("it shows a certificate that belongs to somebody else".to_owned(), "ask whoever runs the network")
        }
        Some(Error::AlertReceived(AlertDescription::ProtocolVersion) | Error::PeerIncompatible(_)) => {
            ("it speaks no version of TLS that is safe (1.2 or 1.3)".to_owned(), "ask whoever runs the gateway")
        }
        Some(error) => (error.to_string(), "ask whoever runs the gateway"),
        None => (error.to_string(), "check the address and the port, then the network"),
    };
    Fault::new(Code::Unreachable, format!("no safe connection to {url}: {what}")).detail("url", url).suggest(remedy)
}

fn refused(message: impl Into<String>) -> Fault {
    Fault::new(Code::PermissionDenied, message)
}

fn expired(what: &str, now: UnixTime) -> Fault {
    refused(what)
        .suggest("ask whoever runs the gateway to renew it")
        .suggest(format!("check this computer's clock: for it today is {}", date(now.as_secs())))
}

fn early(what: &str, now: UnixTime) -> Fault {
    let today = date(now.as_secs());
    refused(format!("{what}, and for this computer today is {today}")).suggest("set this computer's clock")
}

fn other_name(name: &str, presented: &str) -> Fault {
    refused(format!("the certificate that {name} showed is not for {name} but {presented}"))
        .suggest("use an address with a name that the certificate has")
        .suggest("pin its fingerprint when the gateway itself printed the same one")
}

fn unknown(name: &str, error: &Error, shown: &str) -> Fault {
    let why = match error {
        Error::InvalidCertificate(CertificateError::UnknownIssuer) => {
            "nobody that is trusted here signed it".to_owned()
        }
        // As `openssl req -x509` makes it: an authority, which no server may be.
        error if format!("{error:?}").contains("CaUsedAsEndEntity") => "it vouches for itself".to_owned(),
        Error::InvalidCertificate(error) => error.to_string(),
        error => error.to_string(),
    };
    let message = format!(
        "the certificate of {name} cannot be trusted: {why}. Made by the gateway itself? Pin its fingerprint: \
         the one it showed is {shown}"
    );
    refused(message)
        .suggest("compare it with the one that the gateway printed before you pin it (`--pin FINGERPRINT`)")
        .suggest("give the file of your studio's own authority: `--ca FILE`")
}

/// `DnsName("a.example")` and the like, as the library writes them.
fn names(presented: &[String]) -> String {
    let plain = |name: &String| match name.split_once("(\"").and_then(|(_, rest)| rest.strip_suffix("\")")) {
        Some(name) => name.to_owned(),
        None => name.clone(),
    };
    match presented {
        [] => "no name at all".to_owned(),
        some => some.iter().map(plain).collect::<Vec<_>>().join(", "),
    }
}
