//! Instances and shares: what each user sees, and that there is nothing else.

use super::*;

fn two() -> (World, Accounts, String, String) {
    let world = World::new();
    let accounts = world.open();
    let ada = accounts.create_user("ada").unwrap().0.id;
    let bob = accounts.create_user("bob").unwrap().0.id;
    (world, accounts, ada, bob)
}

#[test]
fn another_tenants_instance_is_as_missing() {
    let (_world, accounts, ada, bob) = two();
    accounts.seen(&ada, &host("i_ada", "rig")).unwrap();
    let acts: [&dyn Fn(&str) -> Fault; 4] = [
        &|id| accounts.rename(&bob, id, "mine").unwrap_err(),
        &|id| accounts.set_instance_operations(&bob, id, None).unwrap_err(),
        &|id| accounts.forget(&bob, id).unwrap_err(),
        &|id| accounts.share(&bob, id, "ada", Role::Viewer, None).unwrap_err(),
    ];
    for act in acts {
        let (theirs, missing) = (act("i_ada"), act("i_xxx"));
        assert_eq!(theirs.error_code, Code::NotFound);
        assert_eq!(words(theirs, "i_ada"), words(missing, "i_xxx"));
    }
    assert_eq!(accounts.instance(&bob, "i_ada"), None);
    assert_eq!(accounts.role(&bob, &ada, "i_ada"), None);
    // The same id under another user is another instance.
    accounts.seen(&bob, &host("i_ada", "copy")).unwrap();
    assert_eq!(accounts.instance(&ada, "i_ada").unwrap().name, "rig");
    accounts.forget(&bob, "i_ada").unwrap();
    assert!(accounts.instance(&ada, "i_ada").is_some());
}

#[test]
fn a_reserved_name_waits_for_its_host_and_stays() {
    let (world, accounts, ada, _) = two();
    let reserved = accounts.reserve(&ada, " Stage 1 ").unwrap();
    assert_eq!((reserved.name.as_str(), &reserved.last_seen), ("Stage 1", &None));
    assert_eq!(accounts.reserve(&ada, "stage 1").unwrap().id, reserved.id);
    world.pass(DAY);
    let known = accounts.seen(&ada, &host(&reserved.id, "blender")).unwrap();
    assert_eq!((known.name.as_str(), known.app.as_str(), known.app_version.as_str()), ("Stage 1", "blender", "4.5.15"));
    assert_eq!(known.last_seen.as_deref(), Some("2026-05-29T20:26:40.000Z"));
    assert_eq!(known.created_at, "2026-05-28T20:26:40.000Z");
    assert_eq!(accounts.reserve(&ada, "a/b").unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(accounts.reserve("u_nobody", "a").unwrap_err().error_code, Code::NotFound);
}

/// A host whose machine made up its id is the instance that was reserved under its name, from then on and after
/// restarts, and no other host is.
#[test]
fn a_reserved_name_is_claimed_by_the_first_host_that_has_it() {
    let (world, accounts, ada, bob) = two();
    let reserved = accounts.reserve(&ada, "Stage").unwrap().id;
    let (first, second) = ("i_0123456789abcdef", "i_fedcba9876543210");
    // Not by name: another tenant, another name, an id that somebody asked for.
    assert_eq!(accounts.seen(&bob, &host(first, "stage")).unwrap().id, first);
    assert_eq!(accounts.seen(&ada, &host("i_0000000000000000", "desk")).unwrap().id, "i_0000000000000000");
    assert_eq!(accounts.seen(&ada, &host("wall", "stage")).unwrap().name, "stage-2");
    let claimed = accounts.seen(&ada, &host(first, "stage")).unwrap();
    assert_eq!((claimed.id.as_str(), claimed.name.as_str()), (reserved.as_str(), "Stage"));
    assert_eq!(accounts.seen(&ada, &host(second, "stage")).unwrap().name, "stage-3");
    // What its seat says of it has the id that it got.
    assert_eq!(accounts.seen(&ada, &host(&reserved, "stage")).unwrap().id, reserved);
    drop(accounts);
    let accounts = world.open();
    assert_eq!(accounts.seen(&ada, &host(first, "stage")).unwrap().id, reserved);
    assert_eq!(accounts.seen(&ada, &host(first, "set")).unwrap().name, "set", "it wants a new name");
    assert_eq!(accounts.instance(&ada, first), None);
    accounts.forget(&ada, &reserved).unwrap();
    assert_eq!(accounts.seen(&ada, &host(first, "stage")).unwrap().id, first);
}

#[test]
fn names_are_a_users_own_and_no_two_are_alike() {
    let (_world, accounts, ada, bob) = two();
    let name = |user: &str, id: &str, wish: &str| accounts.seen(user, &host(id, wish)).unwrap().name;
    assert_eq!(name(&ada, "i_1", "rig"), "rig");
    assert_eq!(name(&ada, "i_2", "Rig"), "Rig-2");
    assert_eq!(name(&bob, "i_3", "rig"), "rig");
    // Who comes again keeps the name.
    assert_eq!(name(&ada, "i_2", "Rig"), "Rig-2");
    let long = "x".repeat(64);
    assert_eq!(name(&ada, "i_4", &long), long);
    assert_eq!(name(&ada, "i_5", &long), format!("{}-2", "x".repeat(56)));
    let fault = accounts.rename(&ada, "i_1", "RIG-2").unwrap_err();
    assert_eq!((fault.error_code, fault.suggestions), (Code::InvalidParams, vec!["RIG-2-2".to_owned()]));
    assert_eq!(accounts.rename(&ada, "i_1", "RIG").unwrap().name, "RIG");
    for wrong in ["", "a\r\nb", "a*"] {
        assert_eq!(accounts.seen(&ada, &host("i_6", wrong)).unwrap_err().error_code, Code::InvalidParams);
        assert_eq!(accounts.rename(&ada, "i_1", wrong).unwrap_err().error_code, Code::InvalidParams);
    }
    assert_eq!(accounts.seen(&ada, &host("../i", "rig")).unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(
        accounts.known(&ada).iter().map(|known| known.id.as_str()).collect::<Vec<_>>(),
        ["i_1", "i_2", "i_5", "i_4"]
    );
}

#[test]
fn a_name_given_here_stays_until_the_host_wants_another() {
    let (_world, accounts, ada, _) = two();
    accounts.seen(&ada, &host("i_1", "blender")).unwrap();
    accounts.rename(&ada, "i_1", "hero").unwrap();
    let mut newer = host("i_1", "blender");
    newer.host.app_version = "5.0\n".to_owned();
    let known = accounts.seen(&ada, &newer).unwrap();
    assert_eq!((known.name.as_str(), known.app_version.as_str()), ("hero", "5.0"));
    assert_eq!(accounts.seen(&ada, &host("i_1", "villain")).unwrap().name, "villain");
}

#[test]
fn a_host_that_comes_back_waits_for_no_disk_and_is_kept() {
    let (world, accounts, ada, _) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    world.pass(DAY);
    let db = accounts.shared.db.lock();
    let seen = accounts.seen(&ada, &host("i_1", "rig")).unwrap().last_seen;
    drop(db);
    assert_eq!(seen.as_deref(), Some("2026-05-29T20:26:40.000Z"));
    drop(accounts);
    assert_eq!(world.open().instance(&ada, "i_1").unwrap().last_seen, seen);
}

#[test]
fn what_may_be_called_on_an_instance_is_its_owners_to_say() {
    let (_world, accounts, ada, _) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    let allow = |list: &[&str]| {
        let list = list.iter().map(|entry| (*entry).to_owned()).collect();
        accounts.set_instance_operations(&ada, "i_1", Some(list)).map(|known| known.allow)
    };
    assert_eq!(allow(&["get_*"]).unwrap().unwrap().as_slice(), ["get_*"]);
    // An empty list allows nothing, which is not the same as no list.
    assert_eq!(allow(&[]).unwrap().unwrap().len(), 0);
    assert_eq!(allow(&["rm -rf"]).unwrap_err().error_code, Code::InvalidParams);
    assert_eq!(accounts.set_instance_operations(&ada, "i_1", None).unwrap().allow, None);
}

#[test]
fn a_share_gives_its_role_until_it_is_revoked() {
    let (_world, accounts, ada, bob) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    accounts.seen(&ada, &host("i_2", "set")).unwrap();
    let share = accounts.share(&ada, "i_1", "Bob", Role::Editor, None).unwrap();
    assert_eq!((share.owner_name.as_str(), share.user_name.as_str(), &share.user), ("ada", "bob", &bob));
    assert_eq!(accounts.role(&bob, &ada, "i_1"), Some(Role::Editor));
    assert_eq!(accounts.role(&bob, &ada, "i_2"), None);
    assert_eq!(accounts.role(&ada, &ada, "i_1"), Some(Role::Owner));
    assert_eq!(accounts.role(&ada, &ada, "i_3"), None);
    assert_eq!(accounts.shared_with(&bob), std::slice::from_ref(&share));
    assert_eq!(accounts.shares_of(&ada), std::slice::from_ref(&share));
    assert!(accounts.shares_of(&bob).is_empty());

    let eve = accounts.create_user("eve").unwrap().0.id;
    let (theirs, missing) =
        (accounts.revoke_share(&eve, &share.id).unwrap_err(), accounts.revoke_share(&eve, "s_none").unwrap_err());
    assert_eq!(words(theirs, &share.id), words(missing, "s_none"));

    let mut heard = accounts.subscribe();
    accounts.revoke_share(&ada, &share.id).unwrap();
    assert_eq!(
        changes(&mut heard),
        [Change::Unshared { user: bob.clone(), owner: ada.clone(), instance: "i_1".to_owned() }]
    );
    assert_eq!(accounts.role(&bob, &ada, "i_1"), None);
    // Who was given something can also give it back.
    let again = accounts.share(&ada, "i_1", &bob, Role::Viewer, None).unwrap();
    assert_eq!(accounts.revoke_share(&bob, &again.id).unwrap(), again);
}

#[test]
fn a_share_ends_by_itself_and_the_change_is_announced() {
    let (world, accounts, ada, bob) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    accounts.share(&ada, "i_1", "bob", Role::Viewer, Some(DAY)).unwrap();
    world.pass(DAY - Duration::from_secs(1));
    assert_eq!(accounts.role(&bob, &ada, "i_1"), Some(Role::Viewer));
    world.pass(Duration::from_secs(1));
    assert_eq!(accounts.role(&bob, &ada, "i_1"), None);
    assert!(accounts.shared_with(&bob).is_empty() && accounts.shares_of(&ada).is_empty());
    let mut heard = accounts.subscribe();
    accounts.shared.expire().unwrap();
    assert_eq!(changes(&mut heard), [Change::Unshared { user: bob, owner: ada, instance: "i_1".to_owned() }]);
}

#[test]
fn sharing_again_replaces_and_less_than_before_is_announced() {
    let (world, accounts, ada, bob) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    let mut heard = accounts.subscribe();
    accounts.share(&ada, "i_1", "bob", Role::Viewer, None).unwrap();
    accounts.share(&ada, "i_1", "bob", Role::Editor, None).unwrap();
    assert_eq!(changes(&mut heard), []);
    accounts.share(&ada, "i_1", "bob", Role::Viewer, Some(DAY)).unwrap();
    assert_eq!(changes(&mut heard).len(), 1);
    drop(accounts);
    let accounts = world.open();
    assert_eq!((accounts.role(&bob, &ada, "i_1"), accounts.shares_of(&ada).len()), (Some(Role::Viewer), 1));
    for (to, code) in [("ada", Code::InvalidParams), ("eve", Code::NotFound)] {
        assert_eq!(accounts.share(&ada, "i_1", to, Role::Viewer, None).unwrap_err().error_code, code);
    }
}

#[test]
fn forgetting_an_instance_ends_its_shares() {
    let (world, accounts, ada, bob) = two();
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    accounts.share(&ada, "i_1", "bob", Role::Editor, None).unwrap();
    let mut heard = accounts.subscribe();
    accounts.forget(&ada, "i_1").unwrap();
    assert_eq!(changes(&mut heard).len(), 1);
    // A host that comes with the same id later is not shared.
    accounts.seen(&ada, &host("i_1", "rig")).unwrap();
    assert_eq!(accounts.role(&bob, &ada, "i_1"), None);
    drop(accounts);
    assert_eq!(world.open().role(&bob, &ada, "i_1"), None);
}
