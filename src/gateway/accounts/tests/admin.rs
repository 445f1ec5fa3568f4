//! The admin key: made once, given, reset.

use super::super::model::ADMIN;
use super::*;

#[test]
fn the_first_start_makes_a_key_and_shows_it_once() {
    let world = World::new();
    let accounts = world.open();
    let secret = accounts.ensure_admin(None).unwrap().unwrap();
    assert!(secret.starts_with("swa_"));
    let who = accounts.authenticate(&secret).unwrap();
    assert_eq!((who.user.as_str(), who.grant.scopes, who.grant.uses), (ADMIN, Scopes::ADMIN, Uses::CLIENT));
    assert_eq!(accounts.ensure_admin(None).unwrap(), None);
    drop(accounts);
    let again = world.open();
    assert_eq!(again.ensure_admin(None).unwrap(), None);
    assert!(again.authenticate(&secret).is_ok());
    assert!(again.list_users().is_empty());
}

#[test]
fn a_given_key_takes_the_place_of_the_one_before() {
    let world = World::new();
    let accounts = world.open();
    let made = accounts.ensure_admin(None).unwrap().unwrap();
    let before = accounts.authenticate(&made).unwrap();
    let mut heard = accounts.subscribe();
    assert_eq!(accounts.ensure_admin(Some("correct horse battery")).unwrap(), None);
    assert_eq!(changes(&mut heard), [Change::KeyGone(before.key.clone())]);
    assert!(accounts.authenticate(&made).is_err() && !accounts.alive(&before));
    let given = accounts.authenticate("correct horse battery").unwrap();
    assert!(given.grant.scopes.contains(Scope::Admin));
    // The same at the next start changes nothing.
    assert_eq!(accounts.ensure_admin(Some("correct horse battery")).unwrap(), None);
    assert_eq!(changes(&mut heard), []);
    assert_eq!(accounts.ensure_admin(Some("too short")).unwrap_err().error_code, Code::InvalidParams);
    // One that was given up and is given again works again.
    assert_eq!(accounts.ensure_admin(Some(&made)).unwrap(), None);
    assert!(accounts.authenticate(&made).is_ok() && accounts.authenticate("correct horse battery").is_err());
    let (_, users) = accounts.create_user("ada").unwrap();
    assert_eq!(accounts.ensure_admin(Some(&users)).unwrap_err().error_code, Code::InvalidParams);
}

#[test]
fn a_lost_key_is_reset_on_the_machine_while_no_gateway_runs() {
    let world = World::new();
    let missing = Accounts::reset_admin_offline(world.data()).unwrap_err();
    assert_eq!(missing.error_code, Code::NotFound);
    assert_eq!(std::fs::read_dir(world.data()).unwrap().count(), 0);

    let accounts = world.open();
    let lost = accounts.ensure_admin(None).unwrap().unwrap();
    let fault = Accounts::reset_admin_offline(world.data()).unwrap_err();
    assert_eq!(fault.error_code, Code::Busy);
    assert!(fault.error_message.contains("a gateway is running"), "{fault}");
    assert!(accounts.authenticate(&lost).is_ok());
    drop(accounts);

    let fresh = Accounts::reset_admin_offline(world.data()).unwrap();
    let accounts = world.open();
    assert!(accounts.authenticate(&lost).is_err());
    assert!(accounts.authenticate(&fresh).unwrap().grant.scopes.contains(Scope::Admin));
}

#[test]
fn the_administrator_is_nobody_to_suspend_or_to_share_with() {
    let accounts = World::new().open();
    let (ada, _) = accounts.create_user("ada").unwrap();
    accounts.seen(&ada.id, &host("i_1", "rig")).unwrap();
    for who in ["admin", ADMIN] {
        assert_eq!(accounts.suspend_user(who).unwrap_err().error_code, Code::NotFound);
        assert_eq!(accounts.delete_user(who).unwrap_err().error_code, Code::NotFound);
        assert_eq!(accounts.share(&ada.id, "i_1", who, Role::Viewer, None).unwrap_err().error_code, Code::NotFound);
        assert_eq!(accounts.pair(who).unwrap_err().error_code, Code::NotFound);
    }
    // Further admin keys are made and listed like others.
    let new =
        NewKey { grant: Grant { scopes: Scopes::ADMIN, uses: Uses::CLIENT, ..Grant::default() }, ..NewKey::default() };
    let (key, secret) = accounts.create_key(ADMIN, new).unwrap();
    assert!(secret.starts_with("swa_") && accounts.authenticate(&secret).unwrap().grant.scopes.contains(Scope::Admin));
    assert_eq!(accounts.list_keys(ADMIN).unwrap().len(), 1);
    accounts.revoke_key(&key.id).unwrap();
    assert!(accounts.ensure_admin(None).unwrap().is_some());
}
