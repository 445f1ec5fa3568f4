"""The Maya MCP server's design (seed 003), its properties of Python in Maya: code, a project's scripts, what a debugger
asks, a project's tests; an agent at one end, this Python as the second opinion.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import WIPE_MAYA
from hundred import HUNDRED
from hypothesis import given
from hypothesis import strategies as st

from .agents import Agent
from .scripts import FORGET, edited, inside

pytestmark = pytest.mark.apps("maya")


@pytest.fixture
def agent(call: Any) -> Iterator[Agent]:
    made = Agent(call.host.home)
    yield made
    made.close()


@pytest.fixture
def folder(scripts: Path) -> Iterator[Path]:
    """A new folder in the project's for each case."""

    def folders() -> Iterator[Path]:
        for number in itertools.count():
            made = scripts / f"case{number}"
            made.mkdir()
            yield made

    return folders()


words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8).map(lambda word: f"{word}_")
whole = st.integers(-(10**6), 10**6)

#: Python that this Python can be asked about too.
atoms = whole.map(repr) | st.text(max_size=8).map(ascii) | st.sampled_from(["True", "None", "3.5", "len('word')"])
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.tuples(inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[0]})"),
        st.tuples(inner, whole).map(lambda parts: f"[{parts[0]} for number in range({abs(parts[1]) % 4})]"),
        st.tuples(words, inner).map(lambda parts: f"{{{parts[0]!r}: {parts[1]}}}"),
        inner.map(lambda part: f"(lambda given: given)({part})"),
    ),
    max_leaves=6,
)
#: What is refused, by the name under which it is, as text for `eval`; `{path}` lies outside of all roots.
DANGEROUS = {
    "os.system": "__import__('os').system('touch {path}')",
    "subprocess.Popen": "__import__('subprocess').run(['touch', '{path}'])",
    "os.posix_spawn": "__import__('os').posix_spawnp('touch', ['touch', '{path}'], {{}})",
    "os.fork": "__import__('os').fork()",
    "open": "open('{path}', 'w')",
    "os.mkdir": "__import__('os').mkdir('{path}')",
    "os._exit": "__import__('os')._exit(3)",
    "socket.connect": "__import__('socket').socket().connect(('127.0.0.1', 9))",
}
SPELLINGS = (
    "{0}",
    "eval({1!r})",
    "exec({1!r})",
    "(lambda: {0})()",
    "[{0} for _ in 'x']",
    "sorted('x', key=lambda _: {0})",
)


# **Feature: maya-mcp-server, Property 9: Python代码执行安全性**
# *对于任何* 有效的Python代码,系统应该在Maya环境中安全执行并返回正确的结果,同时拒绝危险操作
@HUNDRED
@given(
    expression=expressions,
    printed=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20),
    name=words,
    danger=st.sampled_from(sorted(DANGEROUS)),
    spelling=st.sampled_from(SPELLINGS),
)
def test_code_gives_its_value_and_what_is_dangerous_is_refused(
    call: Any, agent: Agent, expression: str, printed: str, name: str, danger: str, spelling: str
) -> None:
    call.python(WIPE_MAYA)
    code = f"print({printed!r})\ncmds.createNode('transform', name={name!r})\n{expression}"
    told = agent.tool("maya_execute", command=code)
    expected = eval(expression)
    assert (told["value"], told.get("repr", repr(expected)), told["stdout"]) == (
        expected,
        repr(expected),
        f"{printed}\n",
    )
    assert call.python(f"cmds.objExists({name!r})") is True
    outside = Path("/var/scenewire-outside")
    deed = DANGEROUS[danger].format(path=outside)
    error = agent.tool("maya_execute", command=f"cmds.delete({name!r})\n{spelling.format(deed, deed)}")
    assert (error["error_code"], error["details"]["call"]) == ("permission_denied", danger), error
    assert error["details"]["line"] == 2
    assert not outside.exists()
    assert call.python(f"cmds.objExists({name!r})") is True, "what it did before is taken back"


SHARED = "FACTOR = {factor}\n"
MODULE = (
    "import shared_part\nprint({printed!r})\nVALUE = {value}\n\ndef scaled():\n    return VALUE * shared_part.FACTOR\n"
)
BROKEN = {"python_error": "1 / 0", "syntax_error": "def nothing(:"}


# **Feature: maya-mcp-server, Property 10: 动态脚本管理**
# *对于任何* 项目脚本或模块,系统应该支持动态导入、热重载和错误报告
@HUNDRED
@given(
    name=words,
    values=st.tuples(whole, whole, whole, whole),
    printed=words,
    broken=st.sampled_from(sorted(BROKEN)),
    above=st.integers(0, 9),
)
def test_modules_are_imported_and_read_again_or_left_as_they_were(
    call: Any,
    agent: Agent,
    folder: Iterator[Path],
    name: str,
    values: tuple[int, int, int, int],
    printed: str,
    broken: str,
    above: int,
) -> None:
    place = next(folder)
    here = inside(call, place)
    first, second, factor, other = values
    scaled = f"import {name}; {name}.scaled()"
    (place / "shared_part.py").write_text(SHARED.format(factor=factor))
    (place / f"{name}.py").write_text(MODULE.format(printed=printed, value=first))
    told = agent("import_module", path=here, module=name)
    assert (told["module"], told["file"], told["already_imported"]) == (name, f"{here}/{name}.py", False)
    assert {"VALUE", "scaled"} <= set(told["names"])
    assert told["stdout"] == f"{printed}\n"
    assert call.python(scaled) == first * factor
    edited(place / "shared_part.py", SHARED.format(factor=other))
    edited(place / f"{name}.py", MODULE.format(printed=printed, value=second))
    assert agent("import_module", path=here, module=name)["already_imported"] is True
    assert call.python(scaled) == first * factor, "what is imported stays until it is read again"
    told = agent("reload_modules", path=here)
    assert [one["module"] for one in told["modules"]] == ["shared_part", name], "those that others import first"
    assert call.python(scaled) == second * other
    edited(place / "shared_part.py", SHARED.format(factor=7))
    edited(place / f"{name}.py", "VALUE = 3\n" * above + BROKEN[broken] + "\n")
    error = agent.tool("call", operation="reload_modules", arguments={"path": here})
    assert (error["error_code"], error["details"]["line"]) == (broken, above + 1), error
    assert f"{name}.py" in str(error["details"])
    assert call.python(scaled) == second * other
    call.python(FORGET.format(folder=here))


#: Lines of a program: what is done with which variable, and a number.
steps = st.lists(st.tuples(st.sampled_from(["set", "add", "print"]), st.sampled_from("abc"), whole), max_size=8)


def followed(program: list[tuple[str, str, int]], rounds: int) -> tuple[str, list[Any], dict[str, int], str]:
    """The program in Python; each line that runs with what it changes; variables and output at its end."""
    lines = ["a = b = c = 0", f"for n in range({rounds}):"]
    lines += [
        {"set": "    {1} = {2}", "add": "    {1} += {2}", "print": "    print({1})"}[one[0]].format(*one)
        for one in program
    ]
    lines += ["    pass", "done = True"]
    variables: dict[str, int] = {"a": 0, "b": 0, "c": 0}
    ran: list[Any] = [(1, {"a": "0", "b": "0", "c": "0"})]
    said = ""
    for number in range(rounds):
        variables["n"] = number
        ran.append((2, {"n": repr(number)}))
        for line, (what, name, value) in enumerate(program, 3):
            before = dict(variables)
            if what == "print":
                said += f"{variables[name]}\n"
            else:
                variables[name] = value + (variables[name] if what == "add" else 0)
            ran.append((line, {name: repr(variables[name])} if variables != before else {}))
        ran.append((len(program) + 3, {}))
    ran += [(2, {}), (len(program) + 4, {"done": "True"})]
    return "\n".join(lines), ran, {**variables, "done": True}, said


# **Feature: maya-mcp-server, Property 11: 调试信息详细性**
# *对于任何* 调试请求,系统应该提供详细的执行信息、变量状态和调试输出
@HUNDRED
@given(program=steps, rounds=st.integers(0, 3), fails=st.booleans(), namespace=words)
def test_a_trace_has_every_line_variable_and_output(
    call: Any, agent: Agent, program: list[tuple[str, str, int]], rounds: int, fails: bool, namespace: str
) -> None:
    code, ran, variables, said = followed(program, rounds)
    agent.tool("execute_python", code="globals().clear()", namespace=namespace)
    asked = {"namespace": namespace, "trace": True, "variables_after": ["*"]}
    last = len(code.split("\n")) + 1
    if fails:
        told = agent.tool("execute_python", code=f"{code}\n1 / 0", **asked)
        assert told["error_code"] == "python_error", told
        told = told["details"]
        assert (told["line"], "ZeroDivisionError" in told["traceback"]) == (last, True)
        ran = [*ran, (last, {})]
    else:
        told = agent.tool("execute_python", code=code, **asked)
        assert {one["name"]: one["value"] for one in told["variables"]} == variables
    assert [(one["line"], one["changed"]) for one in told["trace"]["lines"]] == ran
    assert {one["function"] for one in told["trace"]["lines"]} == {"<module>"}
    assert (told["trace"]["cut"], told["stdout"]) == (False, said)
    seen = {one["name"]: one for one in agent("inspect_variables", namespace=namespace, names=[*variables])["items"]}
    assert {name: one["value"] for name, one in seen.items()} == variables
    assert {name: one["type"] for name, one in seen.items()} == {
        name: type(v).__name__ for name, v in variables.items()
    }


#: How a test comes out, and the code that makes it so.
OUTCOMES = {
    "passed": "    assert cmds.objExists({node!r})",
    "failed": "    assert False, {word!r}",
    "error": "    raise RuntimeError({word!r})",
    "skipped": "    raise unittest.SkipTest({word!r})",
}
cases = st.lists(st.tuples(st.sampled_from(sorted(OUTCOMES)), words, st.booleans()), min_size=1, max_size=6)


def source_of(drawn: list[tuple[str, str, bool]]) -> tuple[str, dict[str, str]]:
    """A file of tests, functions and methods, each of which makes a node; how each is to come out by its name."""
    functions, methods, outcomes = "", "class Cases(unittest.TestCase):\n    def test_always(self):\n        pass\n", {}
    outcomes["test_made.Cases.test_always"] = "passed"
    for number, (outcome, word, method) in enumerate(drawn):
        body = f"    cmds.createNode('transform', name='made{number}')\n"
        body += OUTCOMES[outcome].format(node=f"made{number}", word=word) + "\n"
        name = f"test_{word}{number}"
        if method:
            methods += f"    def {name}(self):\n" + "".join(f"    {line}\n" for line in body.splitlines())
        else:
            functions += f"def {name}():\n{body}"
        # What `assert` raises of its own is a failure in a function and in a method alike.
        outcomes[f"test_made.{'Cases.' if method else ''}{name}"] = outcome
    return f"import unittest\nfrom maya import cmds\n{functions}{methods}", outcomes


# **Feature: maya-mcp-server, Property 12: 测试执行准确性**
# *对于任何* 模块测试请求,系统应该正确执行测试函数并返回准确的测试结果
@HUNDRED
@given(drawn=cases)
def test_tests_come_out_as_they_do(
    call: Any, agent: Agent, folder: Iterator[Path], drawn: list[tuple[str, str, bool]]
) -> None:
    source, outcomes = source_of(drawn)
    file = next(folder) / "test_made.py"
    file.write_text(source)
    told = agent("run_tests", path=inside(call, file))
    assert {one["name"]: one["outcome"] for one in told["tests"]} == outcomes
    assert len(told["tests"]) == len(outcomes)
    count = [list(outcomes.values()).count(outcome) for outcome in ("passed", "failed", "error", "skipped")]
    assert [told["passed"], told["failed"], told["skipped"]] == [count[0], count[1] + count[2], count[3]]
    for number, (outcome, word, method) in enumerate(drawn):
        name = f"test_made.{'Cases.' if method else ''}test_{word}{number}"
        (one,) = [one for one in told["tests"] if one["name"] == name]
        assert outcome == "passed" or word in one["message"], one
        assert outcome not in ("failed", "error") or "test_made.py" in one["traceback"]
    assert call.python("cmds.ls('made*')") == [], "what tests do is taken back"
