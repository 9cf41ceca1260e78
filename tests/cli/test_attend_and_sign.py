"""`refertext attend` and `sign`, on a copy of the cast; and what they have in common with others that record."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from recorded import AGREEMENT, contents, make_stale, refused, run, told

from conftest import CAST
from refertext.cli import refertext
from terminal import Terminal

GIT = shutil.which("git") or ""
MEETING = Path("meetings/2026/2026-03-05-group.md")
KIT = Path("members/kit-larsen.md")


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


@pytest.mark.parametrize("command", ["attend", "sign", "plan", "evaluate", "resolve"])
def test_the_help_has_examples(command: str) -> None:
    help_ = CliRunner().invoke(refertext, [command, "--help"]).stdout
    assert f"Examples:\n    refertext {command} " in help_
    assert "--dry-run" in help_
    assert max(map(len, help_.splitlines())) <= 100


@pytest.mark.parametrize(
    "arguments",
    [
        ["attend", "last", "lee=absent:2026-03-04"],
        ["sign", "show-up", "--as", "kit"],
        ["plan", "kit", "brian", "--contact", "kit: a mill"],
        ["evaluate", "kit", "brian", "--change", "Ask sooner"],
        ["resolve", "case", "study"],
    ],
)
def test_a_dry_run_shows_what_would_be_written(group: Path, arguments: list[str]) -> None:
    make_stale(group)
    before = contents(group)
    assert "\n+" in told(group, *arguments, "--dry-run")
    assert contents(group) == before
    written = json.loads(told(group, *arguments, "--json"))
    assert written["written"]
    assert contents(group) != before


# attend


def test_attendance_is_written_down(group: Path) -> None:
    said = told(group, "attend", "last", "lee=absent:2026-03-04", "Kit Larsen=substitute:Jo Reed", "--rest", "present")
    assert said.splitlines()[0].startswith(
        "Recorded for the meeting of 2026-03-05: Kit Larsen (Jo Reed) substitute; Lee"
    )
    assert (
        "  brian-cho: present\n"
        "  kit-larsen:\n    status: substitute\n    name: Jo Reed\n"
        "  lee-ortiz:\n    status: absent\n    notice: 2026-03-04\n"
    ) in (group / MEETING).read_text()


def test_who_and_how_must_be_clear(group: Path) -> None:
    assert refused(group, "attend", "last", "lee") == (
        "“lee”: write a member, = and how they attended, for example lee-ortiz=late."
    )
    assert refused(group, "attend", "last", "lee=late", "lee-ortiz=absent") == (
        "Lee Ortiz is named twice: late and absent. Write one of them."
    )
    assert refused(group, "attend", "last", "leo=late") == "There is no member “leo”. Did you mean lee-ortiz?"
    assert refused(group, "attend", "last", "lee=lat") == "“lat” is no way to attend. Did you mean late?"


def test_what_attendance_brings_up_is_told(group: Path) -> None:
    result = run(group, "attend", "last", "kit=absent")
    assert result.exit_code == 0
    assert "warning[presented-but-absent]: Kit Larsen presented on 2026-03-05" in result.stderr
    assert "warning" not in run(group, "attend", "last", "lee=present").stderr


# sign


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_at_a_terminal_the_member_is_asked(group: Path, answer: str, code: int) -> None:
    make_stale(group)
    before = contents(group)
    with Terminal(group, "sign", "show-up", "--as", "kit") as terminal:
        terminal.expect("A seat is a promise to be there.")
        terminal.answer("Does Kit Larsen say yes?", answer)
        assert terminal.end() == code
        assert ("Nothing was written." in terminal.text) == (code == 1)
    assert (contents(group) == before) == (code == 1)


def test_nobody_is_asked_for_nothing(group: Path) -> None:
    with Terminal(group, "sign", "show-up", "--as", "kit") as terminal:
        terminal.expect("Nothing to do")
        assert terminal.end() == 0
    make_stale(group)
    for option in ("--json", "--dry-run"):
        with Terminal(group, "sign", "show-up", "--as", "kit", option) as terminal:
            assert terminal.end() == 0
            assert "say yes?" not in terminal.text


def test_a_first_signature_shows_the_agreement(group: Path) -> None:
    (group / KIT).write_text((group / KIT).read_text().replace("signed:\n  show-up: 2025-01-09\n", ""))
    said = told(group, "sign", "We show up", "--as", "kit")
    assert said.startswith(
        "“We show up” says:\n"
        "  Title: We show up\n"
        "  Commitment: attendance of at least 75% over 26 weeks, from 2026-03-05\n"
        "  Commitment: We speak up when an agreement is not kept\n"
        "  A seat is a promise to be there.\n"
        "Kit Larsen signed “We show up” on 2026-03-11.\n"
    )
    assert "signed:\n  show-up: 2026-03-11\n" in (group / KIT).read_text()
    assert "\nterms: " in (group / AGREEMENT).read_text()


def test_a_signature_that_holds_is_nothing_to_do(group: Path) -> None:
    assert told(group, "sign", "show-up", "--as", "kit") == (
        "Nothing to do: Kit Larsen signed “We show up” on 2025-01-09, and it has not been changed since.\n"
    )


def test_without_git_the_change_cannot_be_shown(group: Path) -> None:
    make_stale(group)
    result = run(group, "sign", "show-up", "--as", "kit")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "What changed in “We show up” since 2025-01-09 cannot be shown: git has no version of agreements/show-up.md "
        "from that day here.\n"
    )
    assert "“We show up” says now:\n  Title: We show up\n" in result.stdout
    assert "Kit Larsen signed “We show up” again on 2026-03-11." in result.stdout


@pytest.fixture
def history(group: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cast's group in git since 2025, under another id of the agreement, with changes that are in no commit."""
    if not GIT:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for key, value in {"NAME": "Lee Ortiz", "EMAIL": "lee@example.com", "DATE": "2025-01-09T12:00:00-07:00"}.items():
        monkeypatch.setenv(f"GIT_COMMITTER_{key}", value)
        monkeypatch.setenv(f"GIT_AUTHOR_{key}", value)
    (group / AGREEMENT).rename(group / "agreements/be-there.md")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([GIT, *words], cwd=group, check=True)
    (group / "agreements/be-there.md").rename(group / AGREEMENT)
    return group


CHANGES = """\
What changed in “We show up” since 2025-01-09:
  until now: Title: We show up
  until now: Commitment: attendance of at least 75% over 26 weeks, from 2026-03-05
  from now:  Title: We all show up
  from now:  Commitment: attendance of at least 80% over 26 weeks, for kit-larsen, from 2026-03-05,
             newcomers are spared for 60 days
  from now:  Whoever cannot come says so before.
"""


def change(group: Path) -> None:
    make_stale(group)
    text = (group / AGREEMENT).read_text().replace("We show up", "We all show up")
    text = text.replace("    from: 2026-03-05", "    from: 2026-03-05\n    grace: 60 days\n    who: [kit-larsen]")
    text = text.replace("commitments:", "former_ids: [be-there]\ncommitments:")
    (group / AGREEMENT).write_text(f"{text}\n\nWhoever cannot come   says so before.\n")


def test_what_changed_is_shown(history: Path) -> None:
    change(history)
    said = told(history, "sign", "show-up", "--as", "kit", "--dry-run")
    assert said.startswith(CHANGES.replace("“We show up”", "“We all show up”"))
    result = run(history, "sign", "show-up", "--as", "kit", "--json")
    assert json.loads(result.stdout)["said"] == "Kit Larsen signed “We all show up” again on 2026-03-11."
    assert "until now: Title: We show up\n" in result.stderr


def test_git_may_know_of_no_change(history: Path) -> None:
    text = (history / AGREEMENT).read_text()
    changed = "former_ids: [be-there]\nchanged: 2026-03-05\ncommitments:"
    (history / AGREEMENT).write_text(text.replace("commitments:", changed))
    assert told(history, "sign", "show-up", "--as", "kit").startswith(
        "Git knows of no other words in “We show up” since 2025-01-09.\nKit Larsen signed"
    )


def test_a_version_that_cannot_be_read_is_none(history: Path) -> None:
    (history / "agreements/be-there.md").write_text("---\ntitle: [\n---\n")
    subprocess.run([GIT, "add", "agreements/be-there.md"], cwd=history, check=True)
    subprocess.run([GIT, "commit", "-qm", "broken"], cwd=history, check=True)
    (history / "agreements/be-there.md").unlink()
    change(history)
    assert "cannot be shown" in run(history, "sign", "show-up", "--as", "kit").stderr
