"""What executed code is kept from: however its call is spelled, it is refused and nothing comes of it."""

from __future__ import annotations

import base64
import os
import re
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenewire import _fence, errors, execute

DOCS = Path(__file__).parents[3] / "docs" / "python.md"
ESCAPES = (errors.PermissionDeniedError, errors.PythonError)


class Outside:
    """A root, a folder that is none, and somebody who listens."""

    def __init__(self, folder: Path) -> None:
        # Neither the temporary folder nor an application's is a root here.
        self.root, self.other = folder / "root", folder / "other"
        self.root.mkdir()
        self.other.mkdir()
        (self.other / "kept").write_text("kept")
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.setblocking(False)
        self.port = self.server.getsockname()[1]

    def untouched(self) -> bool:
        """Whether nobody has done anything here."""
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return [entry.name for entry in self.other.iterdir()] == ["kept"]
        return False


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    with tempfile.TemporaryDirectory() as folder:
        place = Outside(Path(folder))
        before, execute.guarded_roots = execute.guarded_roots, lambda: [place.root]  # type: ignore[assignment]
        yield place
        execute.guarded_roots = before
        place.server.close()


#: What is done, as (module, dotted name in it, arguments); `{new}` is a file outside the roots that would come to be.
DEEDS = {
    "system": ("os", "system", "('touch {new}',)"),
    "popen": ("os", "popen", "('touch {new}',)"),
    "run": ("subprocess", "run", "(['touch', '{new}'],)"),
    "spawn": ("os", "posix_spawnp", "('touch', ['touch', '{new}'], {{}})"),
    "fork": ("os", "fork", "()"),
    "write": ("builtins", "open", "('{new}', 'w')"),
    "write_io": ("io", "open", "('{new}', 'ab')"),
    "write_os": ("os", "open", "('{new}', 66)"),
    "read": ("builtins", "open", "('{kept}',)"),
    "remove": ("os", "remove", "('{kept}',)"),
    "rename": ("os", "rename", "('{kept}', '{root}/mine')"),
    "copy": ("shutil", "copy", "('{kept}', '{root}/mine')"),
    "tree": ("shutil", "rmtree", "('{other}',)"),
    "mkdir": ("os", "mkdir", "('{new}',)"),
    "link": ("os", "symlink", "('{root}', '{new}')"),
    "connect": ("socket", "create_connection", "(('127.0.0.1', {port}),)"),
    "fetch": ("urllib.request", "urlopen", "('http://127.0.0.1:{port}/',)"),
    "dots": ("builtins", "open", "('{root}/../other/new', 'w')"),
}


def split(word: str, at: int) -> str:
    """A text as a sum of two."""
    return f"({word[: at % len(word)]!r} + {word[at % len(word) :]!r})"


def chars(word: str) -> str:
    return f"''.join(map(chr, {[ord(letter) for letter in word]}))"


def backwards(word: str) -> str:
    return f"{word[::-1]!r}[::-1]"


def encoded(word: str) -> str:
    return f"__import__('base64').b64decode({base64.b64encode(word.encode()).decode()!r}).decode()"


WORDS = st.one_of(
    st.just(repr),
    st.just(chars),
    st.just(backwards),
    st.just(encoded),
    st.integers(1, 5).map(lambda at: lambda word: split(word, at)),
)
#: How the module is had.
MODULES = st.sampled_from(
    [
        "__import__('importlib').import_module({0})",
        "(__import__({0}), __import__('sys').modules[{0}])[1]",
        "__builtins__.__import__({0}, fromlist=['x'])",
        "getattr(__import__('importlib'), 'import_module')({0})",
    ]
)
#: How a name in it is had.
NAMES = st.sampled_from(
    [
        "getattr({0}, {1})",
        "vars({0})[{1}]",
        "{0}.__dict__[{1}]",
        "__import__('operator').attrgetter({1})({0})",
        "(lambda module: object.__getattribute__(module, {1}))({0})",
    ]
)
#: How it is called.
CALLS = st.sampled_from(
    [
        "({0})(*{1})",
        "__import__('functools').partial({0})(*{1})",
        "list(map(lambda function: function(*{1}), [{0}]))",
        "type('Job', (), {{'__call__': lambda self: ({0})(*{1})}})()()",
        "eval({2})",
        "exec({2})",
        "[one(*{1}) for one in [{0}]]",
        "sorted([0], key=lambda _: ({0})(*{1}))",
    ]
)


@pytest.mark.parametrize("deed", DEEDS, ids=list(DEEDS))
def test_what_is_refused_is_refused_however_it_is_spelled(outside: Outside, deed: str) -> None:
    module, name, arguments = DEEDS[deed]
    places = {"new": outside.other / "new", "kept": outside.other / "kept", "root": outside.root}
    arguments = arguments.format(**places, other=outside.other, port=outside.port)

    @settings(max_examples=25, deadline=None)
    @given(first=WORDS, second=WORDS, had=MODULES, named=NAMES, called=CALLS)
    def tried(first: Any, second: Any, had: str, named: str, called: str) -> None:
        function = named.format(had.format(first(module)), second(name))
        code = called.format(function, arguments, chars(f"({function})(*{arguments})"))
        pid = os.getpid()
        try:
            with pytest.raises(ESCAPES) as caught:
                execute.run(code)
        finally:
            if os.getpid() != pid:
                os._exit(0)
        assert outside.untouched(), code
        # Some libraries make an error of their own of one that the system gives.
        assert "is refused: " in str(caught.value), f"{code}: {caught.value}"
        assert deed == "fetch" or caught.value.details["call"], code

    tried()


@pytest.mark.parametrize(
    "code",
    [
        "from pathlib import Path\nPath({root!r}, 'a').write_text('x')\nPath({root!r}, 'a').read_text()",
        "import os\nos.mkdir({root!r} + '/d'); os.rename({root!r} + '/d', {root!r} + '/e'); os.rmdir({root!r} + '/e')",
        "import json, csv, xml.dom.minidom, mimetypes, zoneinfo, decimal, wave\nmimetypes.guess_type('a.png')",
        "open(__import__('os').devnull, 'w').write('x')",
        "import tempfile\ntempfile.TemporaryFile(dir={root!r}).write(b'x')",
        "import socket\na, b = socket.socketpair()\na.send(b'x')\nb.recv(1)",
        "import asyncio\nasyncio.run(asyncio.sleep(0))",
        "open('/proc/self/stat').read()" if os.path.exists("/proc/self/stat") else "1",
        "import os\nos.listdir('/')",
    ],
)
def test_what_harms_nobody_goes_on(outside: Outside, code: str) -> None:
    execute.run(code.format(root=str(outside.root)))


def test_a_refusal_tells_its_place_and_what_was_printed(outside: Outside) -> None:
    with pytest.raises(errors.PermissionDeniedError) as caught:
        execute.run("print('before')\nimport os\nos.system('true')")
    error = caught.value
    assert (error.details["call"], error.details["line"], error.details["stdout"]) == ("os.system", 3, "before\n")
    assert "another program" in str(error)
    assert any("guard_python" in one for one in error.suggestions)


def test_code_that_is_ready_for_a_missing_permission_goes_its_own_way(outside: Outside) -> None:
    code = f"try:\n    open({str(outside.other / 'kept')!r})\nexcept OSError as error:\n    x = type(error).__name__\nx"
    assert execute.run(code)["value"] == "Refused"


def test_nothing_is_refused_afterwards_elsewhere_or_when_switched_off(outside: Outside, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("after")
    with _fence.fenced([outside.root]):
        import threading

        thread = threading.Thread(target=lambda: (tmp_path / "b").write_text("elsewhere"))
        thread.start()
        thread.join()
        with _fence.open_gate():
            (tmp_path / "c").write_text("an operation of ours")
        with pytest.raises(errors.PermissionDeniedError):
            (tmp_path / "d").write_text("no")
        with _fence.fenced(None):
            assert _fence.guarding()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b", "c"]


def test_the_page_lists_what_is_refused() -> None:
    page = DOCS.read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z0-9_.]+)\*?`", page))
    for event in {*_fence._REFUSED, *_fence._CHANGES}:
        assert event.rstrip(".") in listed or event in listed, event
