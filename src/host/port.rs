//! Which program listens on a port of this machine, for an error that says more than "in use".

use std::fmt;

/// A program by its process.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) pid: u32,
    pub(crate) program: String,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` (process {})", self.program, self.pid)
    }
}

/// Who listens on this port, where the system tells it: Linux does of this user's own programs.
#[cfg(target_os = "linux")]
pub(crate) fn owner(port: u16) -> Option<Owner> {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|table| std::fs::read_to_string(table).unwrap_or_default());
    let sockets: Vec<String> = tables.iter().flat_map(|table| listening(table, port)).collect();
    let processes = std::fs::read_dir("/proc").ok()?.flatten();
    processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).find_map(|pid: u32| {
        let files = std::fs::read_dir(format!("/proc/{pid}/fd")).ok()?.flatten();
        let has = |link: std::path::PathBuf| link.to_str().is_some_and(|link| sockets.iter().any(|one| one == link));
        let holds = files.filter_map(|file| std::fs::read_link(file.path()).ok()).any(has);
        holds.then(|| Owner { pid, program: program(pid) })
    })
}

/// Elsewhere it is another program.
#[cfg(not(target_os = "linux"))]
pub(crate) fn owner(_port: u16) -> Option<Owner> {
    None
}

/// The sockets that listen on this port, as the links of a process's open files name them.
#[cfg(target_os = "linux")]
fn listening(table: &str, port: u16) -> Vec<String> {
    /// `TCP_LISTEN` in the kernel's `tcp_states.h`.
    const LISTEN: &str = "0A";
    let wanted = format!(":{port:04X}");
    let socket = |line: &str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (local, state, inode) = (fields.get(1)?, fields.get(3)?, fields.get(9)?);
        (local.ends_with(&wanted) && *state == LISTEN).then(|| format!("socket:[{inode}]"))
    };
    table.lines().skip(1).filter_map(socket).collect()
}

#[cfg(target_os = "linux")]
fn program(pid: u32) -> String {
    let read = |file: &str| std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap_or_default();
    let line = read("cmdline");
    let path = line.split('\0').next().unwrap_or_default();
    let name = path.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned);
    name.unwrap_or_else(|| read("comm").trim().to_owned())
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    #[test]
    fn names_the_program_that_listens() {
        let socket = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = socket.local_addr().unwrap().port();
        let owner = super::owner(port).unwrap();
        assert_eq!(owner.pid, std::process::id());
        assert!(owner.program.starts_with("scenewire"), "{owner:?}");
        drop(socket);
        assert_eq!(super::owner(port), None);
    }
}
