//! Pairing codes: once, for a short time, and not to be guessed.

use super::*;

fn paired() -> (World, Accounts, String) {
    let world = World::new();
    let accounts = world.open();
    let ada = accounts.create_user("ada").unwrap().0.id;
    (world, accounts, ada)
}

#[test]
fn a_code_gives_one_key_for_hosts_only() {
    let (_world, accounts, ada) = paired();
    let code = accounts.pair("ada").unwrap();
    assert_eq!(code.len(), 8);
    assert!(code.bytes().all(|byte| byte.is_ascii_uppercase() && !b"ILO".contains(&byte)));
    let typed = format!(" {}-{} ", code[..4].to_lowercase(), &code[4..]);
    let (key, secret) = accounts.redeem("192.0.2.1", &typed, "studio").unwrap();
    assert_eq!(
        (key.user.as_str(), key.label.as_str(), key.grant.uses, key.grant.scopes),
        (ada.as_str(), "studio", Uses::HOST, Scopes::NONE)
    );
    assert_eq!(accounts.authenticate(&secret).unwrap().key, key.id);
    assert_eq!(accounts.redeem("192.0.2.1", &code, "studio").unwrap_err().error_code, Code::Unauthorized);
    assert_eq!(accounts.pair("eve").unwrap_err().error_code, Code::NotFound);
}

#[test]
fn a_code_is_too_old_after_ten_minutes() {
    let (world, accounts, _) = paired();
    let (first, second) = (accounts.pair("ada").unwrap(), accounts.pair("ada").unwrap());
    world.pass(Duration::from_secs(599));
    assert!(accounts.redeem("a", &first, "").is_ok());
    world.pass(Duration::from_secs(1));
    let old = accounts.redeem("a", &second, "").unwrap_err();
    assert_eq!(words(old, &second), words(accounts.redeem("b", "ZZZZZZZZ", "").unwrap_err(), "ZZZZZZZZ"));
}

#[test]
fn after_five_wrong_codes_in_a_minute_even_the_right_one_is_refused() {
    let (world, accounts, _) = paired();
    let code = accounts.pair("ada").unwrap();
    for _ in 0..5 {
        assert_eq!(accounts.redeem("192.0.2.1", "AAAAAAAA", "").unwrap_err().error_code, Code::Unauthorized);
    }
    world.pass(Duration::from_secs(20));
    let fault = accounts.redeem("192.0.2.1", &code, "").unwrap_err();
    assert_eq!((fault.error_code, &fault.details["retry_after_s"]), (Code::RateLimited, &serde_json::json!(40)));
    // Nobody else has to wait for it, and the minute ends.
    let other = accounts.pair("ada").unwrap();
    assert!(accounts.redeem("198.51.100.7", &other, "").is_ok());
    world.pass(Duration::from_secs(40));
    assert!(accounts.redeem("192.0.2.1", &code, "").is_ok());
}

#[test]
fn callers_without_end_cannot_fill_the_memory_or_go_on_guessing() {
    let (_world, accounts, _) = paired();
    for caller in 0..10_000 {
        accounts.redeem(&caller.to_string(), "AAAAAAAA", "").unwrap_err();
    }
    assert_eq!(accounts.redeem("new", "AAAAAAAA", "").unwrap_err().error_code, Code::RateLimited);
}

#[test]
fn a_refused_label_does_not_use_the_code_up_but_a_suspension_makes_it_worthless() {
    let (_world, accounts, _) = paired();
    let code = accounts.pair("ada").unwrap();
    assert_eq!(accounts.redeem("a", &code, "a\nb").unwrap_err().error_code, Code::InvalidParams);
    assert!(accounts.redeem("a", &code, "studio").is_ok());
    let code = accounts.pair("ada").unwrap();
    accounts.suspend_user("ada").unwrap();
    assert_eq!(accounts.redeem("a", &code, "studio").unwrap_err().error_code, Code::Unauthorized);
}

#[test]
fn the_oldest_of_many_codes_makes_room() {
    let (world, accounts, _) = paired();
    let first = accounts.pair("ada").unwrap();
    world.pass(Duration::from_secs(1));
    let later: Vec<String> = (0..10).map(|_| accounts.pair("ada").unwrap()).collect();
    assert!(accounts.redeem("a", &first, "").is_err());
    assert!(later.iter().all(|code| accounts.redeem("a", code, "").is_ok()));
}

#[test]
fn no_code_outlives_the_gateway() {
    let (world, accounts, _) = paired();
    let code = accounts.pair("ada").unwrap();
    drop(accounts);
    assert!(world.open().redeem("a", &code, "").is_err());
}
