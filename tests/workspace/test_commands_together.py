"""Commands in many processes: what each of them added is there in the end."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner
from faults import ended, started
from on_disk import an_empty_folder, lay  # noqa: F401  a fixture

from conftest import CAST, texts_of
from refertext.cli import refertext

WRITERS, UPDATES = 8, 10


def add_goals(root: Path, who: int) -> list[str]:
    """Adds goals to one member, one command each; what was said of those that failed."""
    words = [("set", "kit-larsen", "goals", f"goal {who}-{n}", "--add", "--group", str(root)) for n in range(UPDATES)]
    results = [CliRunner().invoke(refertext, list(line)) for line in words]
    return [result.output for result in results if result.exit_code]


def test_no_goal_is_lost(place: Path) -> None:
    root = place / "group"
    lay(root, {file: text.encode() for file, text in texts_of(CAST).items()})
    add_goals(root, 0)
    running = [started(lambda who=who: add_goals(root, who)) for who in range(1, WRITERS)]  # type: ignore[misc]
    assert [ended(*one).value for one in running] == [[]] * (WRITERS - 1)
    goals = re.findall("goal [0-9]+-[0-9]+", (root / "members/kit-larsen.md").read_text())
    assert sorted(goals) == sorted(f"goal {who}-{number}" for who in range(WRITERS) for number in range(UPDATES))
