//! Which addresses may be asked for an asset: those of the open internet, and no machine of this network. What a provider
//! answers, and where its redirects lead, is the word of a stranger.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address belongs to the open internet (IANA's registries of special-purpose addresses, IPv4 and IPv6).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(inner) => is_public_v4(inner),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocols = a == 192 && b == 0 && c == 0;
    let benchmarks = a == 198 && (b == 18 || b == 19);
    let relays = a == 192 && b == 88 && c == 99;
    !(a == 0
        || a >= 224
        || shared
        || protocols
        || benchmarks
        || relays
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation())
}

/// Only what is given out to networks (`2000::/3`), without documentation and the experiments in `2001::/23`.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let given_out = first & 0xe000 == 0x2000;
    let documentation = (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
    given_out && !documentation && !(first == 0x2001 && second < 0x200)
}

/// The address of the older kind that one of the newer stands for: mapped, translated (`64:ff9b::/96`) or 6to4.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some(of(high, low)),
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_internet_is_public() {
        let check = |text: &str, expected: bool| assert_eq!(is_public(text.parse().unwrap()), expected, "{text}");
        for public in ["1.1.1.1", "104.26.5.13", "2606:4700::6810:50d", "::ffff:8.8.8.8", "64:ff9b::808:808"] {
            check(public, true);
        }
        for inside in ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"]
        {
            check(inside, false);
        }
        for inside in ["255.255.255.255", "224.0.0.1", "192.0.0.1", "198.18.0.1", "203.0.113.9", "192.88.99.1"] {
            check(inside, false);
        }
        for inside in ["::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "2001::1", "3fff::1"] {
            check(inside, false);
        }
        for inside in ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::"] {
            check(inside, false);
        }
    }
}
