"""What commands that record say, and why they are refused, in a copy of the cast."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from refertext.cli import refertext

AGREEMENT = Path("agreements/show-up.md")
PAIR = Path("partnerships/brian-cho--kit-larsen.md")


def run(group: Path, *arguments: str, columns: int = 100) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(refertext, [*arguments, "--group", str(group)])


def told(group: Path, *arguments: str) -> str:
    """What a command that works says."""
    result = run(group, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(group: Path, *arguments: str) -> str:
    """Why a command is refused; nothing is changed by it."""
    before = contents(group)
    result = run(group, *arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert contents(group) == before
    return result.stderr.rpartition("Error: ")[2].strip()


def contents(group: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(group.rglob("*")) if path.is_file()}


def make_stale(group: Path) -> None:
    """Changes the agreement, so that signatures are older."""
    text = (group / AGREEMENT).read_text()
    new = text.replace("adopted: 2025-01-09", "adopted: 2025-01-09\nchanged: 2026-03-05").replace("75%", "80%")
    (group / AGREEMENT).write_text(new)
