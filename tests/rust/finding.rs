//! Hosts are found by their records, by name or id, also those that start later.

use scenewire::backend::{Backend, Local, Request};
use scenewire::host::{Folders, Host, HostConfig};
use scenewire::wire::Code;

use crate::double::{Double, LONG};
use crate::rig::{BUDGET, code, local_call, soon};

fn start(folders: &Folders, name: &str) -> Host {
    let config = HostConfig { name: Some(name.to_owned()), ..HostConfig::new(folders.clone()) };
    let host = Host::start(config, Double::new()).unwrap();
    let pumped = host.clone();
    std::thread::spawn(move || {
        while pumped.is_running() {
            pumped.wait(None);
            pumped.pump(BUDGET);
        }
    });
    host
}

fn to(instance: &str) -> Request {
    Request { instance: Some(instance.to_owned()), ..code("1") }
}

#[tokio::test]
async fn hosts_come_and_go() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::below(home.path().to_path_buf());
    let local = Local::at(folders.clone());
    let fault = local_call(&local, code("1")).await.unwrap_err();
    assert_eq!(fault.error_code, Code::HostNotRunning);
    assert!(fault.suggestions[0].contains("scenewire host"));

    let first = start(&folders, "studio");
    let reply = local_call(&local, code("1")).await.unwrap();
    assert_eq!(reply.instance, first.record().id);

    let second = start(&folders, "studio");
    assert_eq!(second.record().name, "studio-2");
    assert_eq!(local_call(&local, code("1")).await.unwrap_err().error_code, Code::InstanceRequired);
    let fault = local_call(&local, to("studoi")).await.unwrap_err();
    assert_eq!((fault.error_code, fault.suggestions[0].as_str()), (Code::InstanceNotFound, "studio"));
    assert_eq!(local_call(&local, to("studio-2")).await.unwrap().instance, second.record().id);
    assert_eq!(local_call(&local, to(&first.record().id)).await.unwrap().instance, first.record().id);
    let seen = soon(local.instances()).await.unwrap();
    assert_eq!(
        seen.iter().map(|seen| (seen.name.as_str(), seen.status.as_str())).collect::<Vec<_>>(),
        [("studio", "online"), ("studio-2", "online")]
    );

    tokio::task::spawn_blocking(move || first.stop(LONG)).await.unwrap();
    assert_eq!(local_call(&local, code("1")).await.unwrap().instance, second.record().id);
    tokio::task::spawn_blocking(move || second.stop(LONG)).await.unwrap();
    assert_eq!(local_call(&local, code("1")).await.unwrap_err().error_code, Code::HostNotRunning);
}

#[cfg(unix)]
#[test]
fn a_record_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::below(home.path().to_path_buf());
    let host = start(&folders, "a");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folders.runtime), 0o700);
    assert_eq!(mode(&folders.runtime.join(format!("{}.json", host.record().id))), 0o600);
    host.stop(LONG);
}
