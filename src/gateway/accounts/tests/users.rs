//! Users and what ends with them.

use super::*;

#[test]
fn a_new_user_has_a_key_for_everything_but_administering() {
    let accounts = World::new().open();
    let (user, secret) = accounts.create_user(" Ada ").unwrap();
    assert_eq!((user.name.as_str(), user.created_at, user.suspended), ("Ada", START, false));
    let who = accounts.authenticate(&secret).unwrap();
    assert_eq!((who.user.as_str(), who.user_name.as_str()), (user.id.as_str(), "Ada"));
    assert_eq!((who.grant.uses, who.grant.scopes), (Uses::BOTH, Scopes::USER));
    assert!(accounts.alive(&who));
    assert_eq!(accounts.list_users(), [user]);
}

#[test]
fn a_name_that_is_taken_is_refused_with_a_free_one() {
    let accounts = World::new().open();
    accounts.create_user("Ada").unwrap();
    for (name, free) in [("ada", "ada-2"), ("ADMIN", "ADMIN-2")] {
        let fault = accounts.create_user(name).unwrap_err();
        assert_eq!((fault.error_code, fault.suggestions), (Code::InvalidParams, vec![free.to_owned()]));
    }
    assert_eq!(accounts.list_users().len(), 1);
}

#[test]
fn a_suspended_user_is_refused_until_resumed() {
    let accounts = World::new().open();
    let (user, secret) = accounts.create_user("ada").unwrap();
    let who = accounts.authenticate(&secret).unwrap();
    let mut heard = accounts.subscribe();
    assert!(accounts.suspend_user("Ada").unwrap().suspended);
    assert_eq!(changes(&mut heard), [Change::UserGone(user.id.clone())]);
    assert_eq!(accounts.authenticate(&secret).unwrap_err().error_code, Code::Unauthorized);
    assert!(!accounts.alive(&who));
    assert!(!accounts.resume_user(&user.id).unwrap().suspended);
    assert!(accounts.alive(&who) && accounts.authenticate(&secret).is_ok());
}

#[test]
fn with_a_user_goes_all_that_was_theirs() {
    let world = World::new();
    let accounts = world.open();
    let (ada, secret) = accounts.create_user("ada").unwrap();
    let (bob, bobs) = accounts.create_user("bob").unwrap();
    let who = accounts.authenticate(&secret).unwrap();
    accounts.seen(&ada.id, &host("i_a", "rig")).unwrap();
    accounts.seen(&bob.id, &host("i_b", "set")).unwrap();
    accounts.share(&ada.id, "i_a", "bob", Role::Editor, None).unwrap();
    accounts.share(&bob.id, "i_b", "ada", Role::Viewer, None).unwrap();
    let code = accounts.pair("ada").unwrap();
    let mut heard = accounts.subscribe();
    accounts.delete_user("ada").unwrap();
    let share = Change::Unshared { user: bob.id.clone(), owner: ada.id.clone(), instance: "i_a".to_owned() };
    assert_eq!(changes(&mut heard), [Change::UserGone(ada.id.clone()), share]);
    let gone = |accounts: &Accounts| {
        assert!(accounts.authenticate(&secret).is_err() && !accounts.alive(&who));
        assert!(accounts.known(&ada.id).is_empty() && accounts.shared_with(&bob.id).is_empty());
        assert!(accounts.shares_of(&bob.id).is_empty());
        assert_eq!(accounts.user("ada").unwrap_err().error_code, Code::NotFound);
        assert!(accounts.authenticate(&bobs).is_ok() && accounts.known(&bob.id).len() == 1);
    };
    gone(&accounts);
    assert_eq!(accounts.redeem("a", &code, "").unwrap_err().error_code, Code::Unauthorized);
    assert_eq!(accounts.seen(&ada.id, &host("i_a", "rig")).unwrap_err().error_code, Code::NotFound);
    drop(accounts);
    gone(&world.open());
    // The name is free again, and whoever has it is somebody else.
    assert_ne!(world.open().create_user("ada").unwrap().0.id, ada.id);
}
