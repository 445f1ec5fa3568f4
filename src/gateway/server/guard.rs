//! Before anything else: whether the request means this gateway, and whether a web page sent it.

use std::net::IpAddr;

use axum::http::{HeaderMap, Uri, header};

use crate::wire::{Code, Fault};

/// Of a name that is looked up.
const LONGEST: usize = 253;

/// Names of this machine and of the configuration. A page whose name was bent to point here shows itself by its own
/// name; an address cannot be bent, so that any is good.
#[derive(Clone, Debug, Default)]
pub(in crate::gateway) struct Names {
    known: Vec<String>,
    origins: Vec<String>,
}

impl Names {
    pub(in crate::gateway) fn new(names: &[String], origins: &[String]) -> Self {
        let mut known: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        known.push("localhost".to_owned());
        known.extend(machine());
        Self { known, origins: origins.iter().map(|origin| origin.trim_end_matches('/').to_lowercase()).collect() }
    }

    /// Gives what the client calls the gateway: `HOST[:PORT]`.
    pub(in crate::gateway) fn check(&self, uri: &Uri, headers: &HeaderMap, tls: bool) -> Result<String, Fault> {
        let refuse =
            || Fault::new(Code::PermissionDenied, "this request does not say in one `Host` header whom it means");
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = match (hosts.next(), hosts.next()) {
            (Some(host), None) => host.to_str().map_err(|_| refuse())?.to_lowercase(),
            // HTTP/1.0 and nothing else may leave it out; nobody who means us does.
            _ => return Err(refuse()),
        };
        let elsewhere = uri.authority().is_some_and(|authority| authority.as_str().to_lowercase() != host);
        let name = name(&host).filter(|_| !elsewhere).ok_or_else(refuse)?;
        if !self.knows(name) {
            return Err(unknown(name));
        }
        self.check_origin(headers, &host, tls)?;
        Ok(host)
    }

    fn knows(&self, name: &str) -> bool {
        name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() || self.known.iter().any(|known| known == name)
    }

    /// The gateway's own page passes. Where it speaks plain HTTP a proxy may speak HTTPS before it; where it speaks
    /// HTTPS, a page that came over plain HTTP came from somebody else.
    fn check_origin(&self, headers: &HeaderMap, host: &str, tls: bool) -> Result<(), Fault> {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let Some(origin) = origins.next() else { return Ok(()) };
        let origin = origin.to_str().unwrap_or_default().to_lowercase();
        let own = origin
            .split_once("://")
            .is_some_and(|(scheme, authority)| authority == host && (scheme == "https" || scheme == "http" && !tls));
        if origins.next().is_none() && (own || self.origins.contains(&origin)) {
            return Ok(());
        }
        Err(Fault::new(Code::PermissionDenied, "web pages of this origin may not call the gateway")
            .suggest("add the origin to `origins` in the gateway's configuration"))
    }
}

/// Says how the gateway comes to know the name.
fn unknown(name: &str) -> Fault {
    let fault = Fault::new(Code::PermissionDenied, "this gateway is not known by the name in the `Host` header");
    // What no machine is called is not repeated in what somebody may copy.
    let plain = !name.is_empty() && name.len() <= LONGEST && name.bytes().all(is_of_names);
    let name = if plain { name } else { "NAME" };
    fault
        .suggest(format!("start the gateway with `--name {name}`"))
        .suggest("or add it to `names` in its configuration, which needs no restart")
}

fn is_of_names(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.'
}

/// The name without the port.
fn name(host: &str) -> Option<&str> {
    let port_at = if host.starts_with('[') { host.find("]:").map(|end| end + 1) } else { host.find(':') };
    let Some(port_at) = port_at else { return Some(host) };
    let (name, port) = host.split_at(port_at);
    port[1..].parse::<u16>().ok().map(|_| name)
}

/// What this machine calls itself.
pub(in crate::gateway) fn machine() -> Option<String> {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_str().ok().map(str::to_owned);
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").ok();
    let fits = |name: &String| !name.is_empty() && name.bytes().all(is_of_names);
    name.map(|name| name.to_lowercase()).filter(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_means_this_gateway_passes() {
        let names = Names::new(&["Gate.example".to_owned()], &["https://studio.example/".to_owned()]);
        let over = |tls: bool, host: &[&str], origin: &str, expected: bool| {
            let mut headers = HeaderMap::new();
            for host in host {
                headers.append(header::HOST, host.parse().unwrap());
            }
            if !origin.is_empty() {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            let passed = names.check(&Uri::from_static("/mcp"), &headers, tls);
            assert_eq!(passed.is_ok(), expected, "{host:?} {origin} {tls}");
        };
        let check = |host: &[&str], origin: &str, expected: bool| over(true, host, origin, expected);
        check(&["localhost:5000"], "", true);
        check(&["LOCALHOST"], "", true);
        check(&["gate.example:443"], "", true);
        check(&["127.0.0.1:5000"], "", true);
        check(&["[::1]:5000"], "", true);
        check(&["[::1]"], "", true);
        check(&["evil.example"], "", false);
        check(&["localhost:x"], "", false);
        check(&["localhost", "localhost"], "", false);
        check(&[], "", false);
        check(&["gate.example"], "https://gate.example", true);
        check(&["gate.example"], "https://studio.example", true);
        check(&["gate.example"], "https://evil.example", false);
        check(&["gate.example"], "null", false);
        check(&["gate.example"], "http://gate.example", false);
        check(&["gate.example"], "https://gate.example:444", false);
        check(&["gate.example"], "ftp://gate.example", false);
        over(false, &["localhost:5000"], "http://localhost:5000", true);
        over(false, &["localhost:5000"], "http://localhost:5001", false);
        over(false, &["localhost:5000"], "http://127.0.0.1:5000", false);
        over(false, &["gate.example"], "https://gate.example", true);
        over(false, &["gate.example"], "ftp://gate.example", false);
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "gateway.studio.example:5000".parse().unwrap());
        let fault = names.check(&Uri::from_static("/health"), &headers, true).unwrap_err();
        assert_eq!(fault.suggestions[0], "start the gateway with `--name gateway.studio.example`");
        headers.insert(header::HOST, "a`b".parse().unwrap());
        let fault = names.check(&Uri::from_static("/health"), &headers, true).unwrap_err();
        assert_eq!(fault.suggestions[0], "start the gateway with `--name NAME`");
        let elsewhere = Uri::from_static("http://evil.example/mcp");
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost".parse().unwrap());
        assert!(names.check(&elsewhere, &headers, false).is_err());
        headers.append(header::ORIGIN, "http://localhost".parse().unwrap());
        assert!(names.check(&Uri::from_static("/mcp"), &headers, false).is_ok());
        headers.append(header::ORIGIN, "https://evil.example".parse().unwrap());
        assert!(names.check(&Uri::from_static("/mcp"), &headers, false).is_err());
    }
}
