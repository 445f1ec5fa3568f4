"""The thirteen properties of the Maya MCP server's design (seed 003) are there, each once, tried a hundred times."""

from __future__ import annotations

import re
from pathlib import Path

from hundred import HUNDRED

TESTS = Path(__file__).resolve().parents[1]
#: The tag as the design wants it, its sentence below it, and the test.
TAGGED = re.compile(
    r"^# \*\*Feature: maya-mcp-server, Property (\d+): [^*\n]+\*\*\n# \*.+\n@HUNDRED\n@given\([\s\S]*?\)\ndef test_",
    re.MULTILINE,
)


def test_each_property_is_one_tagged_test() -> None:
    sources = [(TESTS / folder).glob("test_*.py") for folder in ("contract", "plugin")]
    texts = [path.read_text(encoding="utf-8") for found in sources for path in found]
    assert sorted(int(number) for text in texts for number in TAGGED.findall(text)) == list(range(1, 14))
    assert sum(text.count("Feature: maya-mcp-server") for text in texts) == 13
    assert HUNDRED.max_examples >= 100
