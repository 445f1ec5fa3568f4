//! Keys: what opens, for how long, and what is said of those that do not.

use super::*;

fn user() -> (World, Accounts, String, Key) {
    let world = World::new();
    let accounts = world.open();
    let (_, secret) = accounts.create_user("ada").unwrap();
    let key = accounts.list_keys("ada").unwrap().remove(0);
    (world, accounts, secret, key)
}

#[test]
fn a_revoked_key_is_refused_at_once_and_the_change_is_announced() {
    let (_world, accounts, secret, key) = user();
    let who = accounts.authenticate(&secret).unwrap();
    let mut heard = accounts.subscribe();
    assert_eq!(accounts.revoke_key(&key.id).unwrap().revoked_at, Some(START));
    assert_eq!(changes(&mut heard), [Change::KeyGone(key.id.clone())]);
    assert!(!accounts.alive(&who) && accounts.authenticate(&secret).is_err());
    // Once more changes nothing and is nobody's news.
    assert_eq!(accounts.revoke_key(&key.id).unwrap().revoked_at, Some(START));
    assert_eq!(changes(&mut heard), []);
    assert_eq!(accounts.revoke_key("k_none").unwrap_err().error_code, Code::NotFound);
}

#[test]
fn whoever_hears_of_a_revocation_and_asks_is_refused() {
    let (_world, accounts, secret, key) = user();
    let who = accounts.authenticate(&secret).unwrap();
    let mut heard = accounts.subscribe();
    let asking = accounts.clone();
    let asked = std::thread::spawn(move || heard.blocking_recv().map(|_| asking.alive(&who)));
    accounts.revoke_key(&key.id).unwrap();
    assert_eq!(asked.join().unwrap(), Ok(false));
}

#[test]
fn both_keys_work_while_a_rotation_overlaps() {
    let (world, accounts, secret, key) = user();
    let (new, fresh) = accounts.rotate_key(&key.id, DAY).unwrap();
    assert_eq!((new.replaces.as_deref(), new.expires_at), (Some(key.id.as_str()), None));
    assert_eq!(
        (new.grant.uses, new.grant.scopes, new.label.as_str()),
        (key.grant.uses, key.grant.scopes, key.label.as_str())
    );
    let who = accounts.authenticate(&secret).unwrap();
    assert_eq!(who.expires_at, Some(START + DAY.as_secs()));
    assert_eq!(accounts.authenticate(&fresh).unwrap().key, new.id);
    let mut heard = accounts.subscribe();
    world.pass(DAY - Duration::from_secs(1));
    accounts.shared.expire().unwrap();
    assert!(accounts.alive(&who) && changes(&mut heard).is_empty());
    world.pass(Duration::from_secs(1));
    accounts.shared.expire().unwrap();
    assert!(!accounts.alive(&who) && accounts.authenticate(&secret).is_err());
    assert_eq!(changes(&mut heard), [Change::KeyGone(key.id)]);
    accounts.shared.expire().unwrap();
    assert_eq!(changes(&mut heard), []);
    assert!(accounts.authenticate(&fresh).is_ok());
}

#[test]
fn no_more_than_two_keys_of_a_rotation_work() {
    let (_world, accounts, first, key) = user();
    let (second, _) = accounts.rotate_key(&key.id, DAY).unwrap();
    let fault = accounts.rotate_key(&key.id, DAY).unwrap_err();
    assert_eq!((fault.error_code, fault.suggestions), (Code::InvalidParams, vec![format!("rotate {}", second.id)]));
    let mut heard = accounts.subscribe();
    let (_, third) = accounts.rotate_key(&second.id, DAY).unwrap();
    assert_eq!(changes(&mut heard), [Change::KeyGone(key.id)]);
    assert!(accounts.authenticate(&first).is_err() && accounts.authenticate(&third).is_ok());
}

#[test]
fn a_rotation_without_overlap_ends_the_old_key_and_none_outlives_its_end() {
    let (world, accounts, secret, key) = user();
    let mut heard = accounts.subscribe();
    let (new, fresh) = accounts.rotate_key(&key.id, Duration::ZERO).unwrap();
    assert_eq!(changes(&mut heard), [Change::KeyGone(key.id.clone())]);
    assert!(accounts.authenticate(&secret).is_err() && accounts.authenticate(&fresh).is_ok());
    assert_eq!(accounts.rotate_key(&key.id, DAY).unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(accounts.rotate_key(&new.id, 31 * DAY).unwrap_err().error_code, Code::InvalidParams);

    let (short, _) = accounts.create_key("ada", NewKey { expires_in: Some(DAY), ..NewKey::default() }).unwrap();
    world.pass(DAY / 2);
    let (next, _) = accounts.rotate_key(&short.id, 7 * DAY).unwrap();
    assert_eq!(next.expires_at, Some(START + DAY.as_secs()));
    assert_eq!(accounts.key(&short.id).unwrap().expires_at, Some(START + DAY.as_secs()));
}

#[test]
fn a_key_opens_nothing_from_its_end_on() {
    let (world, accounts, _, _) = user();
    let new = NewKey { label: "film".to_owned(), expires_in: Some(DAY), ..NewKey::default() };
    let (key, secret) = accounts.create_key("ada", new).unwrap();
    let who = accounts.authenticate(&secret).unwrap();
    assert_eq!(who.expires_at, Some(START + DAY.as_secs()));
    world.pass(DAY - Duration::from_secs(1));
    assert!(accounts.alive(&who) && accounts.authenticate(&secret).is_ok());
    world.pass(Duration::from_secs(1));
    assert!(!accounts.alive(&who) && accounts.authenticate(&secret).is_err());
    assert!(accounts.list_keys("ada").unwrap().iter().any(|listed| listed.id == key.id));
}

#[test]
fn every_reason_to_refuse_has_the_same_words() {
    let (world, accounts, _, revoked) = user();
    let (_, suspended) = accounts.create_user("bob").unwrap();
    let expired = accounts.create_key("ada", NewKey { expires_in: Some(DAY), ..NewKey::default() }).unwrap().1;
    let (key, other) = accounts.create_key("ada", NewKey::default()).unwrap();
    accounts.revoke_key(&key.id).unwrap();
    accounts.suspend_user("bob").unwrap();
    world.pass(DAY);
    let unknown = secret::fresh(secret::Kind::User).unwrap();
    let unknown_admin = secret::fresh(secret::Kind::Admin).unwrap();
    let refusals = [&suspended, &expired, &other, &unknown, &unknown_admin, "", "Bearer", &"x".repeat(10_000)]
        .map(|secret| accounts.authenticate(secret).unwrap_err());
    assert!(refusals.iter().all(|fault| fault.error_code == Code::Unauthorized));
    let mut said: Vec<String> = refusals.into_iter().map(|fault| words(fault, "nothing")).collect();
    said.dedup();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(!said[0].contains("mistyped") && revoked.revoked_at.is_none());
}

#[test]
fn a_typing_error_is_told_from_an_unknown_key() {
    let (_world, accounts, secret, _) = user();
    let mut slip = secret.clone();
    slip.replace_range(10..11, if &secret[10..11] == "a" { "b" } else { "a" });
    for wrong in [slip.as_str(), &secret[..30], "sw_", "swa_short"] {
        let fault = accounts.authenticate(wrong).unwrap_err();
        assert_eq!(fault.error_code, Code::Unauthorized);
        assert!(fault.error_message.contains("mistyped"), "{wrong}");
    }
    assert!(accounts.authenticate(&secret).is_ok());
}

#[test]
fn a_key_can_do_what_it_was_made_for_and_keeps_to_it_over_a_restart() {
    let (world, accounts, _, _) = user();
    let new = NewKey {
        label: " render farm ".to_owned(),
        grant: Grant {
            uses: Uses::CLIENT,
            scopes: [Scope::Read, Scope::Route].into_iter().collect(),
            operations: Some(vec!["get_*".to_owned(), "render".to_owned()]),
            instances: Some(vec!["i_1".to_owned(), "i_2".to_owned()]),
            default_instance: Some("i_1".to_owned()),
            rate: Some(5),
            concurrency: Some(2),
        },
        expires_in: Some(DAY),
    };
    let (key, secret) = accounts.create_key("ada", new).unwrap();
    assert_eq!((key.label.as_str(), key.last_used), ("render farm", None));
    let check = |accounts: &Accounts| {
        let who = accounts.authenticate(&secret).unwrap();
        assert_eq!(
            (who.grant.uses, who.grant.scopes.iter().collect()),
            (Uses::CLIENT, vec![Scope::Read, Scope::Route])
        );
        assert_eq!(who.grant.operations.as_deref(), Some(&["get_*".to_owned(), "render".to_owned()][..]));
        assert_eq!(who.grant.instances.as_deref(), Some(&["i_1".to_owned(), "i_2".to_owned()][..]));
        assert_eq!(
            (who.grant.default_instance.as_deref(), who.grant.rate, who.grant.concurrency),
            (Some("i_1"), Some(5), Some(2))
        );
        assert_eq!((who.key.as_str(), who.expires_at), (key.id.as_str(), Some(START + DAY.as_secs())));
    };
    check(&accounts);
    drop(accounts);
    check(&world.open());
}

#[test]
fn what_a_key_cannot_be_is_refused() {
    let (_world, accounts, _, _) = user();
    let check = |path: &str, new: NewKey| {
        let fault = accounts.create_key("ada", new).unwrap_err();
        assert_eq!(fault.error_code, Code::InvalidParams);
        assert_eq!(fault.details["path"], path, "{fault:?}");
        assert!(["expected", "got"].iter().all(|fact| fault.details.contains_key(*fact)));
    };
    let list = |entry: &str| Some(vec![entry.to_owned()]);
    let of = |grant: Grant| NewKey { grant, ..NewKey::default() };
    check("uses", of(Grant { uses: Uses::default(), ..Grant::default() }));
    check("scopes", of(Grant { scopes: Scopes::ADMIN, ..Grant::default() }));
    check("label", NewKey { label: "a\nb".to_owned(), ..NewKey::default() });
    check("operations[0]", of(Grant { operations: list("get scene"), ..Grant::default() }));
    check("instances[0]", of(Grant { instances: list("*"), ..Grant::default() }));
    let one = NewKey {
        grant: Grant { instances: list("i_1"), default_instance: Some("i_2".to_owned()), ..Grant::default() },
        ..NewKey::default()
    };
    check("default_instance", one);
    check("rate", of(Grant { rate: Some(0), ..Grant::default() }));
    check("concurrency", of(Grant { concurrency: Some(0), ..Grant::default() }));
    check("expires_in", NewKey { expires_in: Some(Duration::ZERO), ..NewKey::default() });
    check("expires_in", NewKey { expires_in: Some(Duration::MAX), ..NewKey::default() });
    assert_eq!(accounts.create_key("bob", NewKey::default()).unwrap_err().error_code, Code::NotFound);
    assert_eq!(accounts.list_keys("ada").unwrap().len(), 1);
}

#[test]
fn another_users_key_is_as_missing() {
    let (_world, accounts, _, key) = user();
    let (bob, _) = accounts.create_user("bob").unwrap();
    assert_eq!(accounts.key_of(&key.user, &key.id).unwrap().id, key.id);
    let theirs = accounts.key_of(&bob.id, &key.id).unwrap_err();
    let missing = accounts.key_of(&bob.id, "k_0123456789abcdef").unwrap_err();
    assert_eq!(theirs.error_code, Code::NotFound);
    assert_eq!(words(theirs, &key.id), words(missing, "k_0123456789abcdef"));
}

#[test]
fn the_last_use_is_noted_without_the_disk_and_kept_with_it() {
    let (world, accounts, secret, key) = user();
    assert_eq!(key.last_used, None);
    world.pass(DAY);
    // Whoever recognises keys must not wait for whoever writes.
    let db = accounts.shared.db.lock();
    let who = accounts.authenticate(&secret).unwrap();
    world.pass(DAY);
    accounts.touch(&who);
    drop(db);
    assert_eq!(accounts.key(&key.id).unwrap().last_used, Some(START + 2 * 86_400));
    // A key that changes keeps it.
    accounts.rotate_key(&key.id, DAY).unwrap();
    assert_eq!(accounts.key(&key.id).unwrap().last_used, Some(START + 2 * 86_400));
    drop(accounts);
    let again = world.open();
    assert_eq!(again.key(&key.id).unwrap().last_used, Some(START + 2 * 86_400));
}

#[test]
fn keys_that_are_long_gone_are_forgotten() {
    let (world, accounts, _, key) = user();
    let (other, _) = accounts.create_key("ada", NewKey { expires_in: Some(DAY), ..NewKey::default() }).unwrap();
    accounts.revoke_key(&key.id).unwrap();
    drop(accounts);
    world.pass(90 * DAY + Duration::from_secs(1));
    let left = world.open().list_keys("ada").unwrap();
    assert_eq!(left.iter().map(|key| &key.id).collect::<Vec<_>>(), [&other.id]);
    world.pass(DAY);
    assert!(world.open().list_keys("ada").unwrap().is_empty());
}
