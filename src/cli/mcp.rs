//! `scenewire mcp`

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use tokio_util::sync::CancellationToken;

use super::output::{Failure, Output};
use super::signal::told_to_end;
use super::target::{Target, read_secret};
use crate::across::Across;
use crate::backend::{Backend, Local, Shared};
use crate::host::Folders;
use crate::mcp::{HttpConfig, Server, ToolSet, bind_http, serve_http, serve_stdio};
use crate::private;
use crate::wire::{Code, Fault};

/// How to serve.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Session that calls go to unless they name another one.
    #[arg(long, env = "SCENEWIRE_INSTANCE")]
    instance: Option<String>,
    /// `core` for the short list, `full`, or domains: core,model,rendering ...
    #[arg(long, default_value = "core")]
    tools: ToolSet,
    /// Serve streamable HTTP on this loopback address instead of standard input and output.
    #[arg(long, value_name = "127.0.0.1:PORT", value_parser = address)]
    http: Option<SocketAddr>,
    /// Go straight to one host, from WSL or a container.
    #[arg(long, value_name = "URL", requires = "token_file")]
    connect: Option<String>,
    /// File that holds the token of that host.
    #[arg(long, value_name = "FILE", requires = "connect")]
    token_file: Option<PathBuf>,
    #[command(flatten)]
    target: Target,
}

fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse()
        .map_err(|_| "expected an address of this machine and a port, such as 127.0.0.1:8765; port 0 is a free one")
}

/// Serves until the client leaves or somebody presses Ctrl-C.
pub(super) async fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let backend = match (&args.connect, &args.token_file) {
        (Some(url), Some(file)) => Shared::new(Across::new(Local::to(url, &read_secret(file)?))),
        _ => Shared::new(args.target.backend()?),
    };
    let server = Server::new(backend.clone(), &args.tools, args.instance.clone());
    let outcome = match args.http {
        None => serve_stdio(server, async { drop(told_to_end().await) }).await.map_err(Failure::from),
        Some(address) => over_http(server, address, output).await,
    };
    // Calls that the client has left behind are cancelled, and their hosts are to know.
    backend.settled().await;
    outcome
}

async fn over_http(server: Server<Shared>, address: SocketAddr, output: &mut Output) -> Result<(), Failure> {
    let listener = bind_http(address).await?;
    let address = listener.local_addr()?;
    let path = Folders::from_env()?.state.join("mcp-http.token");
    let token = token_in(&path)?;
    output.line(&format!("MCP at http://{address}/mcp"));
    output.line(&format!("Authorization: Bearer {token}"));
    output.line(&format!("(the token is kept in {})", path.display()));
    let shutdown = CancellationToken::new();
    let config = HttpConfig { token, shutdown: shutdown.clone() };
    tokio::select! {
        outcome = serve_http(server, listener, config) => Ok(outcome?),
        _ = told_to_end() => {
            shutdown.cancel();
            Ok(())
        }
    }
}

/// The token in this file, made at first and readable by nobody else; it stays the same, so that client
/// configurations go on working.
fn token_in(path: &Path) -> Result<String, Failure> {
    if let Ok(kept) = fs::read_to_string(path)
        && kept.trim().len() >= 32
    {
        return Ok(kept.trim().to_owned());
    }
    let mut random = [0_u8; 24];
    getrandom::fill(&mut random).map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
    let token: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    private::write(path, token.as_bytes())?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_kept_and_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("token");
        let token = token_in(&path).unwrap();
        assert_eq!(token.len(), 48);
        assert_eq!(token_in(&path).unwrap(), token);
        assert_eq!(read_secret(&path).unwrap(), token);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
