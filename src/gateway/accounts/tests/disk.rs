//! What is on the disk, and what is not.

use std::fs;

use super::*;

#[test]
fn a_restart_keeps_everything() {
    let world = World::new();
    let accounts = world.open();
    let (ada, secret) = accounts.create_user("ada").unwrap();
    let (bob, _) = accounts.create_user("bob").unwrap();
    accounts.suspend_user("bob").unwrap();
    accounts.create_key("ada", NewKey { label: "second".to_owned(), ..NewKey::default() }).unwrap();
    accounts.reserve(&ada.id, "later").unwrap();
    accounts.seen(&ada.id, &host("i_1", "rig")).unwrap();
    accounts.rename(&ada.id, "i_1", "hero").unwrap();
    accounts.set_instance_operations(&ada.id, "i_1", Some(vec!["get_*".to_owned()])).unwrap();
    accounts.share(&ada.id, "i_1", "bob", Role::Editor, Some(DAY)).unwrap();
    accounts.authenticate(&secret).unwrap();
    let all = |accounts: &Accounts| {
        (
            accounts.list_users(),
            accounts.list_keys("ada").unwrap(),
            accounts.known(&ada.id),
            accounts.shares_of(&ada.id),
            accounts.role(&bob.id, &ada.id, "i_1"),
        )
    };
    let before = all(&accounts);
    assert_eq!((before.0.len(), before.1.len(), before.2.len(), before.3.len()), (2, 2, 2, 1));
    drop(accounts);
    let again = world.open();
    assert_eq!(all(&again), before);
    assert!(again.authenticate(&secret).is_ok());
}

#[test]
fn no_secret_and_no_pepper_is_in_the_database() {
    let world = World::new();
    let accounts = world.open();
    let (ada, first) = accounts.create_user("ada").unwrap();
    let (key, second) = accounts.create_key("ada", NewKey::default()).unwrap();
    let (_, third) = accounts.rotate_key(&key.id, DAY).unwrap();
    accounts.ensure_admin(Some("correct horse battery")).unwrap();
    let admin = accounts.reset_admin().unwrap();
    let code = accounts.pair("ada").unwrap();
    let (_, paired) = accounts.redeem("a", &code, "studio").unwrap();
    // What a host says of its scene is nobody's business here.
    let mut instance = host("i_1", "rig");
    instance.host.file = "/home/ada/secret-film.blend".to_owned();
    instance.host.scene = "Opening Shot".to_owned();
    accounts.seen(&ada.id, &instance).unwrap();
    accounts.flush().unwrap();

    let read = |file: &str| fs::read(world.data().join(file)).unwrap_or_default();
    let written = [read("accounts.db"), read("accounts.db-wal"), read("accounts.db-shm")].concat();
    let holds = |bytes: &[u8]| written.windows(bytes.len()).any(|window| window == bytes);
    assert!(holds(b"studio") && holds(b"4.5.15"), "this looks into the wrong files");
    for secret in [&first, &second, &third, &admin, &paired] {
        assert!(!holds(secret.as_bytes()) && !holds(&secret.as_bytes()[4..20]));
    }
    for text in ["correct horse battery", "secret-film", "Opening Shot", &code] {
        assert!(!holds(text.as_bytes()), "{text}");
    }
    let pepper = read("secrets/pepper");
    assert_eq!(pepper.len(), 32);
    assert!(!holds(&pepper) && !holds(&pepper[..8]));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    fs::set_permissions(world.data(), fs::Permissions::from_mode(0o755)).unwrap();
    let accounts = world.open();
    accounts.create_user("ada").unwrap();
    for (path, wanted) in [
        ("", 0o700),
        ("secrets", 0o700),
        ("secrets/pepper", 0o600),
        ("accounts.db", 0o600),
        ("accounts.db-wal", 0o600),
        ("lock", 0o600),
    ] {
        let mode = fs::metadata(world.data().join(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, wanted, "{path}");
    }
}

#[test]
fn a_second_gateway_on_the_folder_is_told_of_the_first() {
    let world = World::new();
    let first = world.open();
    let fault = world.try_open().unwrap_err();
    assert_eq!(fault.error_code, Code::Busy);
    assert!(fault.error_message.contains(&std::process::id().to_string()), "{fault}");
    // It stays so while any handle is there, and no longer.
    let clone = first.clone();
    drop(first);
    assert!(world.try_open().is_err());
    drop(clone);
    assert!(world.try_open().is_ok());
}

#[test]
fn a_pepper_that_is_gone_or_another_is_an_error_and_no_new_one_is_made() {
    let world = World::new();
    let (_, secret) = world.open().create_user("ada").unwrap();
    let file = world.data().join("secrets/pepper");
    let pepper = fs::read(&file).unwrap();
    for (content, said) in
        [(None, "missing"), (Some(&[7; 32][..]), "not the one"), (Some(&pepper[..31]), "does not hold 32 bytes")]
    {
        fs::remove_file(&file).unwrap();
        content.into_iter().for_each(|bytes| fs::write(&file, bytes).unwrap());
        let fault = world.try_open().unwrap_err();
        assert_eq!(fault.error_code, Code::FileNotFound);
        assert!(fault.error_message.contains(said), "{fault}");
        assert_eq!(file.exists(), content.is_some());
        fs::write(&file, &pepper).unwrap();
    }
    assert!(world.open().authenticate(&secret).is_ok());
}

#[test]
fn what_cannot_be_written_is_refused_and_changes_nothing() {
    let world = World::new();
    let accounts = world.open();
    let (ada, secret) = accounts.create_user("ada").unwrap();
    let key = accounts.list_keys("ada").unwrap().remove(0);
    let mut heard = accounts.subscribe();
    accounts.shared.db.lock().execute("PRAGMA query_only = ON");
    let fault = accounts.revoke_key(&key.id).unwrap_err();
    assert_eq!(fault.error_code, Code::ExternalServiceError);
    assert!(fault.error_message.contains("accounts.db"));
    assert!(accounts.create_user("bob").is_err() && accounts.reserve(&ada.id, "rig").is_err());
    assert!(accounts.rotate_key(&key.id, DAY).is_err() && accounts.delete_user("ada").is_err());
    assert_eq!(changes(&mut heard), []);
    // What needs no disk goes on, and is written when there is one again.
    assert!(accounts.authenticate(&secret).is_ok());
    assert!(accounts.flush().is_err());
    assert_eq!((accounts.list_users().len(), accounts.known(&ada.id).len()), (1, 0));
    accounts.shared.db.lock().execute("PRAGMA query_only = OFF");
    drop(accounts);
    assert_eq!(world.open().key(&key.id).unwrap().last_used, Some(START));
}
