"""The pages of docs/ say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_errors_page_is_the_error_table() -> None:
    source = (ROOT / "src" / "wire" / "error.rs").read_text()
    table = re.findall(r'^\s+\w+ "(\w+)" "(.*)",$', source, re.MULTILINE)
    page = re.findall(r"^\| `(\w+)` \| (.*) \|$", (ROOT / "docs" / "errors.md").read_text(), re.MULTILINE)
    assert len(table) > 20
    assert page == table


def test_links_in_readme_and_docs_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    missing = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_install_page_lists_every_client() -> None:
    source = (ROOT / "src" / "cli" / "clients.rs").read_text()
    table = re.findall(r'name: "([\w-]+)",\s+label: "(.*)",', source)
    page = re.findall(r"^\| `([\w-]+)` \| (.*?) \| .*\|$", (ROOT / "docs" / "install.md").read_text(), re.MULTILINE)
    assert len(table) > 10
    assert page == table
