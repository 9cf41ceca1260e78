"""No output has a line that a forge, which keeps the log, would obey: `::error::…`, `##[error]…`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import CAST
from refertext.cli import refertext

PWN = "::error::pwn ##[error]pwn ::warning::x ::add-mask::y"
ESCAPE = "\x1b]0;x"
DRAFT = f"""\
---
title: "{PWN}"
adopted: 2027-01-01
commitments:
  - {{measure: attendance, at_least: 90%, over: 26 weeks}}
  - {{promise: "{PWN}"}}
---
"""


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cast, everything in it that has a name called by a command, and a file that cannot be read."""
    folder = Path(shutil.copytree(CAST, tmp_path_factory.mktemp("forge") / "group"))
    for file in folder.rglob("*.*"):
        text = file.read_text()
        for key in ("group", "name", "business", "title", "alias", "about", "promise", "what"):
            text = _named(text, key)
        file.write_text(text)
    gift = f'kind: lead\ndate: 2026-02-02\nfrom: kit-larsen\nto: brian-cho\nabout: "{PWN}"\n'
    gift += f'history:\n  - {{date: 2026-02-03, ask: "{PWN}", by: brian-cho}}\n'
    (folder / "referrals/2026/2026-02-02-kit-larsen-brian-cho-zzzz.yml").write_text(gift)
    (folder / f"prospects/{PWN}.yml").write_text("[")
    (folder / "draft.md").write_text(DRAFT)
    return folder


def _named(text: str, key: str) -> str:
    lines = []
    for line in text.splitlines(keepends=True):
        start, found, _ = line.partition(f"{key}: ")
        lines.append(f'{start}{key}: "{PWN}"\n' if found and start.strip(" -") == "" else line)
    return "".join(lines)


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("agenda",),
    ("agenda", "--format", "json"),
    ("check",),
    ("check", "--format", "json"),
    ("doctor",),
    ("due",),
    ("due", "--member", "kit-larsen", "--days", "300"),
    ("due", "--format", "json"),
    ("fit", "dana-wolfe"),
    ("fit", "dana-wolfe", "--format", "json"),
    ("match", "kit-larsen"),
    ("match", "kit-larsen", "brian-cho", "--names"),
    ("metrics",),
    ("metrics", "--by", "member"),
    ("metrics", "--by", "pair", "--measure", "balance"),
    ("metrics", "--by", "month", "--format", "csv"),
    ("metrics", "--profile", "ground-rules"),
    ("metrics", "--profile", "our-half-year", "--format", "json"),
    ("metrics", "--with", "draft.md"),
    ("metrics", "--with", "draft.md", "--format", "csv"),
    ("metrics", "--with", "draft.md", "--format", "json"),
    ("status",),
    ("status", "--format", "json"),
    ("status", "kit-larsen"),
    ("why", "attendance", "kit-larsen"),
    ("why", "contributions", "kit-larsen", "brian-cho", "--format", "json"),
    ("why", "value"),
)
REFUSED: tuple[tuple[str, ...], ...] = (
    ("status", PWN + ESCAPE),
    ("status", f"a\n{PWN}{ESCAPE}"),
    ("why", f"{PWN}{ESCAPE}"),
    ("why", "attendance", f"{PWN}{ESCAPE}"),
    ("schema", f"{PWN}{ESCAPE}"),
    ("explain", f"{PWN}{ESCAPE}"),
    ("agenda", f"{PWN}{ESCAPE}"),
    ("check", "--rule", f"{PWN}{ESCAPE}"),
    ("check", f"{PWN}{ESCAPE}"),
    ("metrics", "--format", f"\n{PWN}{ESCAPE}"),
    ("metrics", "--with", f"\n{PWN}{ESCAPE}"),
    ("metrics", "--profile", f"{PWN}{ESCAPE}"),
    (f"\n{PWN}{ESCAPE}",),
    (f"--\n{PWN}{ESCAPE}",),
    ("due", "--member", f"\n{PWN}{ESCAPE}"),
    ("due", f"--\n{PWN}{ESCAPE}"),
)


def obeyed(text: str) -> list[str]:
    """The lines that a forge would obey; three colons are no command."""
    return [line for line in text.splitlines() if re.match(r"\s*::(?!:)", line) or "##[" in line]


def said(arguments: tuple[str, ...], columns: int) -> tuple[int, str]:
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(refertext, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, f"{result.stdout}\n{result.stderr}"


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("columns", [20, 50, 110])
def test_no_line_is_a_command(
    group: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], columns: int
) -> None:
    monkeypatch.chdir(group)
    code, text = said(arguments, columns)
    assert code in (0, 1), text
    assert obeyed(text) == []


@pytest.mark.parametrize("arguments", REFUSED, ids=ascii)
def test_a_refusal_repeats_nothing_that_is_obeyed(
    group: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(group)
    code, text = said(arguments, 80)
    assert code == 2
    assert "\x1b" not in text
    assert obeyed(text) == []


def test_without_a_command_the_help_keeps_its_lines() -> None:
    _, text = said((), 80)
    assert "\n  agenda " in text
    assert text.count("\n") > 15


@pytest.mark.parametrize(
    "arguments", [("status", ""), ("due", "--member", ""), ("metrics", "--profile", ""), ("match", "kit-larsen", "")]
)
def test_nothing_is_no_name(group: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(group)
    code, text = said(arguments, 80)
    assert code == 2
    assert "“”" in text
