"""What executed code may import: a stranger's is refused, however the import is spelled, and nothing of it runs."""

from __future__ import annotations

import base64
import builtins
import importlib
import os
import py_compile
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenewire import _fence, _native, _third_party, errors, execute

#: What a module of a stranger leaves when it is run.
RAN = "import builtins\nbuiltins.strangers_ran = True\n"


class Around:
    """A project in the one root, packages installed in its environment, and a folder elsewhere on the path."""

    def __init__(self, folder: Path) -> None:
        self.root, self.elsewhere = folder / "project", folder / "elsewhere"
        self.installed = self.root / "env" / "lib" / "site-packages"
        for place in (self.installed / "pack", self.elsewhere):
            place.mkdir(parents=True)
        (self.root / "ours_part.py").write_text("PART = 3\n")
        (self.root / "ours.py").write_text("from ours_part import PART\n")
        (self.root / "ours_wanting.py").write_text("import stranger\n")
        (self.installed / "stranger.py").write_text(RAN)
        (self.installed / "pack" / "__init__.py").write_text(RAN)
        (self.installed / "pack" / "inner.py").write_text(RAN)
        (self.elsewhere / "further.py").write_text(RAN)
        (folder / "source.py").write_text(RAN)
        py_compile.compile(str(folder / "source.py"), str(self.installed / "bare.pyc"), "made up.py")
        with zipfile.ZipFile(self.installed / "archive.zip", "w") as archive:
            archive.writestr("zipped.py", RAN)
        shutil.copy(str(_native.__file__), self.installed / "_native.abi3.so")

    def untouched(self) -> bool:
        """Whether no stranger was run here."""
        return not hasattr(builtins, "strangers_ran") and not self.imported()

    def imported(self) -> list[str]:
        """The strangers that are loaded."""
        strangers = (str(self.installed), str(self.elsewhere))
        return [name for name, one in sys.modules.items() if str(getattr(one, "__file__", "")).startswith(strangers)]


@pytest.fixture(scope="module")
def around() -> Iterator[Around]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        place = Around(Path(folder).resolve())
        patch.setattr(execute, "guarded_roots", lambda: [place.root])
        for path in (place.installed, place.elsewhere, place.installed / "archive.zip"):
            patch.syspath_prepend(str(path))
        yield place


@pytest.fixture(autouse=True)
def forgotten(around: Around) -> Iterator[None]:
    """What was imported here goes again."""
    path = list(sys.path)
    yield
    sys.path[:] = path
    for name in [*around.imported(), *(name for name in sys.modules if name.startswith("ours"))]:
        sys.modules.pop(name, None)
    vars(builtins).pop("strangers_ran", None)


def split(word: str) -> str:
    return f"({word[:3]!r} + {word[3:]!r})"


def chars(word: str) -> str:
    return f"''.join(map(chr, {[ord(letter) for letter in word]}))"


def encoded(word: str) -> str:
    return f"__import__('base64').b64decode({base64.b64encode(word.encode()).decode()!r}).decode()"


WORDS = st.sampled_from([repr, split, chars, encoded])
#: Expressions that import the module {0}, or the one in the file {1}; {2} is its folder.
IMPORTS = [
    "exec('import ' + {0})",
    "exec('from ' + {0} + ' import RAN as x')",
    "__import__({0})",
    "__import__({0}, fromlist=['x'])",
    "vars(__builtins__)['__import__']({0})",
    "__import__('importlib').import_module({0})",
    "getattr(__import__('importlib'), 'import_module')({0})",
    "__import__('importlib')._bootstrap._gcd_import({0})",
    "__import__('importlib').__import__({0})",
    "__import__('pkgutil').resolve_name({0})",
    "__import__('runpy').run_module({0})",
    "__import__('pydoc').locate({0})",
    "(__import__('sys').path.insert(0, {2}), __import__({0}))",
    "(lambda s, u: s.loader.exec_module(u.module_from_spec(s)))(*(lambda u: (u.find_spec({0}), u))"
    "(__import__('importlib.util', fromlist=['x'])))",
    "(lambda s, u: s.loader.exec_module(u.module_from_spec(s)))(*(lambda u: "
    "(u.spec_from_file_location('innocent', {1}), u))(__import__('importlib.util', fromlist=['x'])))",
]
#: Those of a file with source.
OF_SOURCE = [
    "exec(compile(open({1}).read(), {1}, 'exec'))",
    "__import__('runpy').run_path({1})",
    "exec(__import__('importlib.util', fromlist=['x']).find_spec({0}).loader.get_code({0}))",
]
ARCHIVED = ["__import__('zipimport').zipimporter({2}).load_module({0})", *IMPORTS[:-2]]
#: What the import is a part of.
PARTS = st.sampled_from(
    ["{0}", "(lambda: {0})()", "[{0} for _ in 'x']", "eval({1})", "exec({1})", "next(map(eval, [{1}]))"]
)
STRANGERS = {
    "installed": ("stranger", "stranger.py", [*IMPORTS, *OF_SOURCE]),
    "package": ("pack.inner", "pack/inner.py", [*IMPORTS, *OF_SOURCE]),
    "elsewhere": ("further", "../../../../elsewhere/further.py", [*IMPORTS, *OF_SOURCE]),
    "without source": ("bare", "bare.pyc", IMPORTS),
    "archived": ("zipped", "archive.zip/zipped.py", ARCHIVED),
    "compiled": ("_native", "_native.abi3.so", [one for one in IMPORTS if "runpy" not in one]),
}


@pytest.mark.filterwarnings("ignore:.*load_module:DeprecationWarning")
@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_is_refused_however_it_is_imported(around: Around, stranger: str) -> None:
    module, path, imports = STRANGERS[stranger]
    file = str((around.installed / path).resolve())

    @settings(max_examples=60, deadline=None)
    @given(word=WORDS, spelled=st.sampled_from(imports), part=PARTS)
    def tried(word: Any, spelled: str, part: str) -> None:
        deed = spelled.format(word(module), repr(file), repr(os.path.dirname(file)))
        code = part.format(deed, chars(deed))
        with pytest.raises((errors.PermissionDeniedError, errors.PythonError)) as caught:
            execute.run(code)
        assert around.untouched(), code
        # Some of Python's own modules make an error of their own of one of an import.
        assert "third-party code" in str(caught.value) + str(caught.value.details["traceback"]), (
            f"{code}: {caught.value}"
        )

    tried()


def test_a_refusal_says_whose_it_is_and_both_ways_on(around: Around) -> None:
    with pytest.raises(errors.PermissionDeniedError) as caught:
        execute.run("x = 1\nimport pack.inner")
    error = caught.value
    assert (error.details["call"], error.details["module"], error.details["line"]) == ("import", "pack", 2)
    assert error.details["path"] == str(around.installed / "pack" / "__init__.py")
    assert "`pack` is refused" in str(error)
    assert ["isolated" in one for one in error.suggestions] == [True, False]
    assert "`third_party_code`" in error.suggestions[1]


def test_a_projects_module_may_not_import_a_stranger_either(around: Around) -> None:
    code = f"import sys\nsys.path.insert(0, {str(around.root)!r})\nimport ours_wanting"
    with pytest.raises(errors.PermissionDeniedError, match="`stranger` is refused"):
        execute.run(code)
    assert around.untouched()
    assert "ours_wanting" not in sys.modules


def test_code_that_can_do_without_goes_its_own_way(around: Around) -> None:
    assert execute.run("try:\n    import stranger\nexcept ImportError:\n    x = 'without'\nx")["value"] == "without"
    assert around.untouched()


def test_the_owner_may_allow_strangers(around: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execute, "third_party_code", lambda: True)
    assert execute.run("import stranger\n__import__('builtins').strangers_ran")["value"] is True


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nsys.path.insert(0, {root!r})\nimport ours\nours.PART",
        "import importlib.util as u\ns = u.spec_from_file_location('any', {root!r} + '/ours_part.py')\n"
        "m = u.module_from_spec(s)\ns.loader.exec_module(m)\nm.PART",
        "import runpy\nrunpy.run_path({root!r} + '/ours_part.py')['PART']",
        "exec(compile('PART = 3', 'made up.py', 'exec'))\nPART",
        "exec(compile('PART = 3', '/there/is/no/such.py', 'exec'))\nPART",
        "import sys\n[sys.modules.pop(name, None) for name in ('colorsys', 'wave', '_lsprof')]\n"
        "import colorsys, wave, _lsprof\n3",
        "from collections import namedtuple\nfrom dataclasses import make_dataclass\n"
        "make_dataclass('A', ['x'])(namedtuple('B', 'y')(3).y).x",
    ],
    ids=["project", "file", "run", "text", "text-of-no-file", "python", "made"],
)
def test_what_is_no_strangers_is_imported(around: Around, code: str) -> None:
    assert execute.run(code.format(root=str(around.root)))["value"] == 3


def test_what_was_loaded_before_stays_the_owners_choice(around: Around) -> None:
    importlib.import_module("pack")
    vars(builtins).pop("strangers_ran")
    execute.run("import pack.inner")
    assert builtins.strangers_ran  # type: ignore[attr-defined]
    execute.run("import importlib, pack\nimportlib.reload(pack)")
    with pytest.raises(errors.PermissionDeniedError):
        execute.run("import stranger")


def test_a_package_that_has_no_file_opens_no_folder(around: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blender's own junction of extensions says `[bl_ext]`."""
    junction = ModuleType("junction")
    junction.__file__, junction.__path__ = "[junction]", [str(around.installed)]
    monkeypatch.setitem(sys.modules, "junction", junction)
    monkeypatch.chdir(around.installed)
    for code in ("import stranger", "import junction.stranger"):
        with pytest.raises(errors.PermissionDeniedError):
            execute.run(code)
    assert around.untouched()


def test_each_place_of_an_application(monkeypatch: pytest.MonkeyPatch) -> None:
    blender = _third_party.Application(("/opt/blender/5.2",), ("/home/anna/.config/blender/5.2/scripts",))
    monkeypatch.setattr(_third_party, "application", lambda: blender)
    roots = _third_party.inside(("/home/anna", "/srv/lib/site-packages/studio"))
    expected = {
        "/opt/blender/5.2/scripts/addons_core/io_scene_gltf2/__init__.py": False,
        "/opt/blender/5.2/python/lib/python3.13/site-packages/requests/__init__.py": False,
        "/opt/blender/5.3/scripts/modules/other.py": True,
        "/home/anna/film/tools/rig.py": False,
        "/home/anna/film/.venv/lib/python3.13/site-packages/pip/__init__.py": True,
        "/home/anna/.local/lib/python3.13/site-packages/PIL/Image.py": True,
        "/home/anna/.config/blender/5.2/scripts/addons/bought.py": True,
        "/srv/lib/site-packages/studio/tools.py": False,
        "/srv/lib/site-packages/studio/env/lib/site-packages/PIL/Image.py": True,
        "/srv/lib/site-packages/other.py": True,
        os.__file__: False,
        str(Path(os.__file__).parent / "site-packages" / "six.py"): True,
        str(Path(os.__file__).parent / "dist-packages" / "six.py"): True,
        str(Path(_native.__file__).parent / "adapters" / "contract.py"): False,
    }
    nothing = _third_party.Loaded()
    nothing.places = ()
    assert {file: _third_party.is_foreign(file, roots, nothing) for file in expected} == expected


def test_what_other_threads_and_our_own_operations_import_is_not_looked_at(around: Around) -> None:
    with _fence.fenced([around.root]), _fence.open_gate():
        importlib.import_module("stranger")
    assert builtins.strangers_ran  # type: ignore[attr-defined]
