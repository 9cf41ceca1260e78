"""Commands that write, with a system that fails at every call: each file is wholly old or new, the next one repairs."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from faults import End, Faults, Way, apart
from on_disk import an_empty_folder, found, lay  # noqa: F401  a fixture

from conftest import CAST
from refertext.cli import refertext
from refertext.workspace import locked

Contents = dict[str, bytes]
REFERRAL = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"


def cast() -> Contents:
    return {str(path.relative_to(CAST)): path.read_bytes() for path in sorted(CAST.rglob("*")) if path.is_file()}


def many_that_name_a_prospect() -> Contents:
    """The cast, and fifty more referrals of one prospect."""
    lead = "kind: lead\ndate: 2026-02-{day:02}\nfrom: kit-larsen\nto: everyone\nprospect: haulier-nampa\n"
    return cast() | {
        f"referrals/2026/2026-02-{1 + number % 28:02}-kit-larsen-everyone-{number:04}.yml": lead.format(
            day=1 + number % 28
        ).encode()
        for number in range(50)
    }


def unkempt() -> Contents:
    """The cast, its members' and prospects' files with more blanks than they need."""
    files = cast()
    for file in files:
        if file.startswith(("members/", "prospects/")):
            files[file] = files[file].replace(b": ", b":   ")
    return files


@dataclass(frozen=True)
class Case:
    """A command and the group that it is given to."""

    old: Callable[[], Contents]
    words: tuple[str, ...]
    least: int
    """How many calls it makes at the very least."""


CASES = {
    "set": Case(cast, ("set", REFERRAL, "level", "2"), 10),
    "advance": Case(cast, ("advance", REFERRAL, "met", "--on", "2026-03-09"), 10),
    "rename": Case(many_that_name_a_prospect, ("rename", "prospect", "haulier-nampa", "carrier-nampa"), 300),
    "fmt": Case(unkempt, ("fmt",), 10),
}


def run(root: Path, words: tuple[str, ...], faults: Faults) -> tuple[int, str, int]:
    """The command with a system that fails: its exit code, what it said, how many calls it made."""
    faults.install()
    result = CliRunner().invoke(refertext, [*words, "--group", str(root)])
    return result.exit_code, result.output, faults.count


def new_of(root: Path, case: Case) -> Contents:
    """The files after the command, with a system that works. It runs in this process, which the others part from, so
    that what it imports is there for all of them.
    """
    lay(root, case.old())
    result = CliRunner().invoke(refertext, [*case.words, "--group", str(root)])
    assert result.exit_code == 0, result.output
    return found(root)


@pytest.mark.parametrize("way", [Way.KILLED, Way.FULL, Way.BROKEN])
@pytest.mark.parametrize("name", CASES)
def test_every_call_of_a_command_fails(place: Path, name: str, way: Way, tell: Callable[[str], None]) -> None:
    case, root = CASES[name], place / "group"
    old, new = case.old(), new_of(root, case)
    assert old != new
    at, ends, end = 0, Counter[str](), End(was_killed=True)
    while end.was_killed or end.value[2] >= at:
        at += 1
        shutil.rmtree(root, ignore_errors=True)
        lay(root, old)
        end = apart(lambda: run(root, case.words, Faults(at, way)))  # noqa: B023  it runs at once
        for file in {*old, *new}:
            now = (root / file).read_bytes() if (root / file).exists() else None
            assert now in (old.get(file), new.get(file)), (file, end)
        with locked(root, "next", limit=0):
            pass
        after = found(root)
        assert after in (old, new), end
        if not end.was_killed:
            assert end.value[0] in (0, 2), end.value[1]
            assert end.value[0] or after == new, end.value[1]
        ends["new" if after == new else "old"] += 1
    tell(f"{name}, {way.value}: {at - 1} calls, then old {ends['old']}, new {ends['new']}")
    assert at > case.least
    assert min(ends["old"], ends["new"]) > 0
