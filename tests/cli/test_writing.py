"""Commands that write: what they answer, what they refuse, and what git gets."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext
from refertext.workspace import locked

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


def run(group: Path, *words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(refertext, [*words, "--group", str(group)])
    assert result.exit_code == code, result.output
    return result


def git(group: Path, *words: str) -> str:
    who = ("-c", "user.name=Kit", "-c", "user.email=kit@example.com")
    return subprocess.run(["git", *who, *words], cwd=group, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(group: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for key in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{key}_NAME", "Kit")
        monkeypatch.setenv(f"{key}_EMAIL", "kit@example.com")
    git(group, "init", "-q", "-b", "main")
    (group / ".gitignore").write_text(".refertext/\n")
    git(group, "add", "-A")
    git(group, "commit", "-qm", "start")
    return group


def test_only_the_lines_meant_change(group: Path) -> None:
    before = (group / FILE).read_text()
    said = run(group, "set", "7f3a", "level", "2").stdout
    assert (group / FILE).read_text() == before.replace("level: 4", "level: 2")
    assert said.split("\n")[1] == f"  changed  {FILE}:7"
    assert "git" not in said, "this group is in no repository"


@pytest.mark.parametrize(
    "name", [FILE, "2026-03-02-kit-larsen-brian-cho-7f3a", "2026-03-02-kit", "7f3a", "#7F3A", FILE.rpartition("/")[2]]
)
def test_names_of_a_record(group: Path, name: str) -> None:
    assert "level is “1” now" in run(group, "set", name, "level", "1").stdout


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kit-larson", "Did you mean kit-larsen?"),
        ("members/../../x", "There is no record"),
        ("", "There is no record “”"),
        ("20", "may be"),
    ],
)
def test_names_that_mean_nothing(group: Path, name: str, expected: str) -> None:
    assert expected in run(group, "set", name, "level", "1", code=2).stderr


@pytest.mark.parametrize("words", ["haulier", "Haulier Brian", "mid-size kit"])
def test_a_referral_is_called_by_its_words(group: Path, words: str) -> None:
    assert "thanked Kit Larsen" in run(group, "thank", words).stdout


def test_words_of_several_referrals(group: Path) -> None:
    other = (
        (group / FILE).read_text().replace("date: 2026-03-02\nfrom: kit-larsen", "date: 2026-03-03\nfrom: lee-ortiz")
    )
    (group / "referrals/2026/2026-03-03-lee-ortiz-brian-cho-aa11.yml").write_text(other)
    said = run(group, "thank", "haulier", code=2).stderr
    assert (
        "“haulier” may be 2 referrals: #aa11 Lee Ortiz to Brian Cho, 2026-03-03: A mid-size haulier in Nampa; "
        "#7f3a Kit Larsen to Brian Cho, 2026-03-02: A mid-size haulier in Nampa. Write its tag, or more words." in said
    )
    assert "There is no record “truck” in referrals/." in run(group, "thank", "truck", code=2).stderr


def test_an_error_is_not_written(group: Path) -> None:
    before = (group / FILE).read_bytes()
    said = run(group, "set", "7f3a", "level", "9", code=2).stderr
    assert f"{FILE}:7: level: “9” is not a level" in said
    assert (group / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"), [("from", "kit-larson"), ("prospect", "haulier-namp"), ("parent", "2026-01-01-nobody")]
)
def test_references_are_looked_at_though_files_are_not_opened(group: Path, key: str, value: str) -> None:
    assert f"“{value}”" in run(group, "set", "7f3a", key, value, code=2).stderr


def test_a_former_id_in_a_file_that_was_not_opened_is_no_error(group: Path) -> None:
    prospect = group / "prospects/haulier-nampa.yml"
    prospect.write_text(prospect.read_text() + "former_ids: [haulier]\n")
    run(group, "set", "7f3a", "prospect", "haulier")
    assert "prospect: haulier\n" in (group / FILE).read_text()


def test_an_error_that_was_there_before_does_not_stop_anybody(group: Path) -> None:
    run(group, "set", "7f3a", "note", "x", code=2)
    (group / FILE).write_text((group / FILE).read_text() + "thanked: {date: 2026-03-10}\nlevle: 2\n")
    said = run(group, "set", "7f3a", "level", "3", code=0).stdout
    assert "changed" in said


def test_errors_in_other_files_are_seen(group: Path) -> None:
    """Whose seat would be touched stands in the file of the one who joined later."""
    file = group / "members/aaron-new.md"
    file.write_text("---\nname: Aaron New\nbusiness: New\nseat:\n  category: people\njoined: 2020-01-01\n---\n")
    said = run(group, "set", "aaron-new", "seat.category", "finance/planning", code=2).stderr
    assert "members/brian-cho.md" in said
    assert "category: people\n" in file.read_text()


def test_a_dry_run_shows_a_diff_and_touches_nothing(group: Path) -> None:
    before = sorted(path for path in group.rglob("*"))
    said = run(group, "advance", "7f3a", "met", "--dry-run").stdout
    assert said.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@")
    assert "\n+    status: met\n" in said
    assert sorted(path for path in group.rglob("*")) == before, "not even our own folder is made"


def test_the_answer_for_scripts(group: Path) -> None:
    told = json.loads(run(group, "thank", "7f3a", "--words", "Great", "--json").stdout)
    assert told == {
        "version": 1,
        "said": told["said"],
        "dry_run": False,
        "written": [{"file": FILE, "change": "changed", "lines": told["written"][0]["lines"]}],
        "remarks": [],
        "commit": None,
    }
    (lines,) = told["written"][0]["lines"]
    assert (group / FILE).read_text().splitlines()[lines[0] - 1 : lines[1]][0] == "thanked:"
    dry = json.loads(run(group, "set", "7f3a", "level", "1", "--json", "--dry-run").stdout)
    assert dry["written"] == []
    assert dry["would_write"][0]["file"] == FILE
    assert "+level: 1" in dry["diff"]


def test_nothing_to_do_is_no_change(group: Path) -> None:
    before = (group / FILE).stat().st_mtime_ns
    told = json.loads(run(group, "set", "7f3a", "level", "4", "--json").stdout)
    assert told["written"] == []
    assert (group / FILE).stat().st_mtime_ns == before


def test_line_ends_remarks_and_a_mark_at_the_beginning_stay(group: Path) -> None:
    text = "\ufeff# remark\r\n" + (group / FILE).read_text().replace("\n", "\r\n").removesuffix("\r\n")
    (group / FILE).write_bytes(text.encode())
    run(group, "set", "7f3a", "level", "2")
    assert (group / FILE).read_bytes() == text.replace("level: 4", "level: 2").encode()


def test_a_group_in_use_is_waited_for_and_named(group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from refertext.workspace import workspace

    monkeypatch.setattr(workspace.locked, "__kwdefaults__", {"limit": 0.2, "tell": None}, raising=False)
    with locked(group, "rename"):
        result = CliRunner().invoke(refertext, ["set", "7f3a", "level", "1", "--group", str(group)])
    assert result.exit_code == 2
    assert "rename" in result.stderr


def test_the_line_for_git_works(repository: Path) -> None:
    said = run(repository, "thank", "7f3a", "--words", "Great").stdout
    line = said.strip().rpartition("\n")[2].strip()
    subprocess.run(line, shell=True, cwd=repository, check=True, capture_output=True)
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "log", "-1", "--format=%s").strip() == (
        "Thank Kit Larsen for 2026-03-02-kit-larsen-brian-cho-7f3a"
    )


def test_a_commit_takes_nothing_else_along(repository: Path) -> None:
    staged = repository / "members/lee-ortiz.md"
    staged.write_text(staged.read_text() + "More.\n")
    git(repository, "add", "members/lee-ortiz.md")
    kit = repository / "members/kit-larsen.md"
    kit.write_text(kit.read_text() + "Not staged.\n")
    told = json.loads(run(repository, "set", "7f3a", "level", "2", "--commit", "--json").stdout)
    assert git(repository, "show", "--format=%h", "--name-only").split() == [told["commit"], FILE]
    assert git(repository, "status", "--porcelain") == " M members/kit-larsen.md\nM  members/lee-ortiz.md\n"


def test_a_file_with_other_changes_is_not_committed(repository: Path) -> None:
    (repository / FILE).write_text((repository / FILE).read_text() + "# mine\n")
    before = (repository / FILE).read_bytes()
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert f"“{FILE}” has changes that are in no commit yet" in said
    assert (repository / FILE).read_bytes() == before


def test_a_commit_needs_git(group: Path) -> None:
    before = (group / FILE).read_bytes()
    assert "cannot be committed" in run(group, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert (group / FILE).read_bytes() == before


def test_what_a_hook_refuses_is_written_but_not_committed(repository: Path) -> None:
    hook = repository / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n")
    hook.chmod(0o755)
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert "It is written, but not committed: no commits today" in said
    assert "level: 2\n" in (repository / FILE).read_text()


def test_steps_are_offered_where_somebody_can_choose(group: Path) -> None:
    assert "It can be met, proposed, won, lost, not-a-fit or stalled." in run(group, "advance", "7f3a", code=2).stderr
    assert "Did you mean won?" in run(group, "advance", "7f3a", "wonn", code=2).stderr


def test_terminal_codes_are_refused_and_not_obeyed(group: Path) -> None:
    said = run(group, "set", "7f3a", "about", "a \x1b[31mred\x07 one", code=2)
    assert "(U+001B): write it without" in said.stderr
    assert "\x1b" not in said.output
    assert "\x07" not in said.output
