"""What the generated suite found, for the coverage table and `docs/coverage.md`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

VERBS = ("create", "get", "list", "update", "delete")


@dataclass
class Found:
    """One entity on one host."""

    verbs: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    lacks: dict[str, str] = field(default_factory=dict)
    total: int = 0


#: host -> entity -> what works there, as seen by the tests that passed.
RECORD: dict[str, dict[str, Found]] = defaultdict(lambda: defaultdict(Found))

HEAD = """<!-- Written by `UPDATE=1 make test` from a run of tests/python/contract/test_entities.py: do not edit. -->
# Coverage

What the contract suite found to work, entity by entity, on real hosts: created with every field, read back through the
API and by an oracle that shares no code with the adapter, updated field by field, listed, renamed, deleted, undone.
A field counts as supported when it was written, read back equal both ways and changed alone.

`C G L U D` are create, get, list, update and delete.
"""


def table() -> str:
    """Host by entity by verb, with fields counted."""
    hosts = sorted(RECORD)
    lines = ["| entity | " + " | ".join(hosts) + " |", "|---" * (len(hosts) + 1) + "|"]
    entities = list(dict.fromkeys(entity for host in hosts for entity in RECORD[host]))
    for entity in entities:
        lines.append(f"| {entity} | " + " | ".join(_cell(RECORD[host][entity]) for host in hosts) + " |")
    lines.append("| **all** | " + " | ".join(_sum(host) for host in hosts) + " |")
    return "\n".join(lines)


def _cell(found: Found) -> str:
    verbs = " ".join(verb[0].upper() if verb in found.verbs else "-" for verb in VERBS)
    return f"{verbs} · {len(found.fields)} of {found.total}"


def _sum(host: str) -> str:
    rows = RECORD[host].values()
    total, fields = sum(row.total for row in rows), sum(len(row.fields) for row in rows)
    verbs = sum(len(row.verbs) for row in rows)
    return (
        f"{verbs} of {len(rows) * len(VERBS)} verbs · {fields} of {total} fields ({100 * fields / max(total, 1):.0f} %)"
    )


def page() -> str:
    """`docs/coverage.md`."""
    text = f"{HEAD}\n{table()}\n\n## What hosts have no place for\n"
    for host in sorted(RECORD):
        text += f"\n### {host}\n\n| field | reason |\n|---|---|\n"
        for entity, found in RECORD[host].items():
            text += "".join(f"| `{entity}.{name}` | {reason} |\n" for name, reason in sorted(found.lacks.items()))
    return text
