//! A short code that an artist types, in exchange for a key of a host's own.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::Method;
use serde_json::{Value, json};

use super::act::{Act, administers};
use super::field::{Field, Kind, Shape};
use super::route::{Route, Run, Who};
use crate::wire::{Code, Fault};

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/api/v1/pair",
        tag: "Pairing",
        summary: "Make a code with which a host gets a key of its own",
        who: Who::Owner,
        fields: &[Field::body("user", Kind::Id, "For whom, by id, for an administrator; the caller otherwise.")],
        answer: Shape::Object(&[("code", Shape::Text), ("expires_in", Shape::Number)]),
        act: "pair",
        run: Run::Act(pair),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/pair/redeem",
        tag: "Pairing",
        summary: "Exchange a code for a key that may link as a host and nothing else",
        who: Who::Anyone,
        fields: &[
            Field::body("code", Kind::Secret, "As it was shown.").needed(),
            Field::body("label", Kind::Name, "What the key is for: the machine's name, say.").needed(),
        ],
        answer: Shape::Object(&[("key", Shape::Any), ("api_key", Shape::Text)]),
        act: "redeem_code",
        run: Run::Act(redeem),
    },
];

/// As accounts keep a code.
const LIFE_S: u64 = 600;

fn pair(act: &Act) -> Result<Value, Fault> {
    let user = act.subject()?;
    if user == act.who()?.user && administers(act.who()?) {
        return Err(Fault::new(Code::InvalidParams, "an administrator has no hosts: say for which `user` the code is"));
    }
    let code = act.site.accounts().pair(&user)?;
    Ok(json!({ "code": code, "expires_in": LIFE_S }))
}

fn redeem(act: &Act) -> Result<Value, Fault> {
    let (input, caller) = (&act.input, caller(act.peer));
    let (key, secret) = act.site.accounts().redeem(&caller, input.needed("code"), input.needed("label"))?;
    Ok(json!({ "key": key, "api_key": secret }))
}

/// One caller has all addresses of an IPv6 network.
fn caller(peer: IpAddr) -> String {
    match peer.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from(u128::from(address) & !u128::from(u64::MAX)).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_one_caller() {
        let check = |peer: &str, expected: &str| assert_eq!(caller(peer.parse().unwrap()), expected);
        check("192.0.2.7", "192.0.2.7");
        check("::ffff:192.0.2.7", "192.0.2.7");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
    }
}
