"""Starts a program where it sees no network, no home folder and no other process, and writes into one folder only.

Run as a file, by an interpreter that imports nothing else of ours: ``python -I _sandbox.py REQUEST``. Namespaces of
Linux are what keeps it in, set up by system calls, because no tool for that is on every machine. Ends with what the
program ends with; where the system refuses, ``result.json`` says ``not_supported`` with the reason.
"""

import ctypes
import json
import os
import resource
import signal
import sys

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_NOSUID, _NODEV, _NOEXEC, _BIND, _REC, _PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
_AT_FDCWD, _AT_RECURSIVE, _READ_ONLY = -100, 0x8000, 1
#: Its number is the same on every architecture that came after 2019, and on the older ones that have Blender.
_MOUNT_SETATTR = 442
_PDEATHSIG, _NO_NEW_PRIVS, _CAPBSET_DROP, _SECUREBITS = 1, 38, 24, 28
#: A user of number 0 has no capabilities of root either, and neither can be changed again.
_NO_ROOT = 0b101111
#: Bytes of a file that the program writes: a disk is not the artist's to lose.
_LARGEST = 4 << 30

_libc = ctypes.CDLL(None, use_errno=True)


def _do(what: str, *arguments: object) -> None:
    """A system call by its name in libc; raises ``OSError`` that says which was refused."""
    given = [argument.encode() if isinstance(argument, str) else argument for argument in arguments]
    if getattr(_libc, what)(*given) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    _do("mount", source, target, kind, ctypes.c_ulong(flags), options)


def _set_read_only(path: str, yes: bool, recursive: bool) -> None:
    attributes = (ctypes.c_uint64 * 4)(_READ_ONLY if yes else 0, 0 if yes else _READ_ONLY, 0, 0)
    flags = _AT_RECURSIVE if recursive else 0
    size = ctypes.c_size_t(ctypes.sizeof(attributes))
    if _libc.syscall(_MOUNT_SETATTR, _AT_FDCWD, path.encode(), flags, ctypes.byref(attributes), size) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"mount_setattr: {os.strerror(number)}")


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def _leave() -> None:
    """New namespaces, in which the user is who he was and nobody else is anybody."""
    user, group = os.getuid(), os.getgid()
    _do("unshare", _NEWUSER | _NEWNS | _NEWNET | _NEWPID | _NEWIPC)
    _do("prctl", _PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")


def _furnish(inside: str, hidden: list[str], kept: list[str]) -> None:
    """Hides folders but for what is kept of them, and makes all but ``inside`` read only."""
    _mount("none", "/", "", _REC | _PRIVATE)
    places = [(path, os.open(path, os.O_PATH)) for path in [*kept, inside]]
    for folder in hidden:
        _mount("tmpfs", folder, "tmpfs", _NOSUID | _NODEV, "size=16m,mode=755")
    for path, handle in places:
        os.makedirs(path, exist_ok=True)
        _mount(f"/proc/self/fd/{handle}", path, "", _BIND | _REC)
        os.close(handle)
    _set_read_only("/", True, True)
    _set_read_only(inside, False, False)
    try:
        _mount("proc", "/proc", "proc", _NOSUID | _NODEV | _NOEXEC)
    except OSError:
        # In a container that hides parts of its own: the processes of others must not be seen, so nothing is.
        _mount("tmpfs", "/proc", "tmpfs", _NOSUID | _NODEV | _NOEXEC, "size=1m,mode=555")


def _renounce() -> None:
    """No way back: no capabilities, no set-user-id programs, no endless files."""
    for capability in range(64):
        _libc.prctl(_CAPBSET_DROP, capability, 0, 0, 0)
    _do("prctl", _SECUREBITS, _NO_ROOT, 0, 0, 0)
    _do("prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST, _LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Does what the request says; gives back the program's own status."""
    request = json.loads(sys.argv[1])
    inside: str = request["inside"]
    try:
        _leave()
        child = os.fork()
        if child == 0:
            _do("prctl", _PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            _furnish(inside, request["hidden"], request["kept"])
            _renounce()
            os.chdir(inside)
            os.execve(request["argv"][0], request["argv"], dict(os.environ))
    except OSError as error:
        message = f"this system lets no process be kept from network and home folder: {error}"
        fault = {"error_code": "not_supported", "error_message": message, "details": {"reason": str(error)}}
        _write(os.path.join(inside, "result.json"), json.dumps({"error": fault}))
        os._exit(1)
    _, status = os.waitpid(child, 0)
    os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))


if __name__ == "__main__":
    main()
