"""What git says of a folder, asked of real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from refertext import git
from refertext.git import Situation, State, author, state, text_at
from refertext.text.source import MOST_BYTES

GIT = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not GIT, reason="git is not installed")


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A git without settings of this computer or this user."""
    (tmp_path / "gitconfig").write_text(
        "[user]\nname = Lee Ortiz\nemail = lee@example.com\n[init]\ndefaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


def run(folder: Path, *arguments: str) -> None:
    subprocess.run([GIT, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits."""
    folder = tmp_path / "group"
    folder.mkdir()
    run(folder, "init")
    for number in ("first", "second"):
        (folder / "refertext.yml").write_text(f"group: {number}\n")
        run(folder, "add", ".")
        run(folder, "commit", "-m", number)
    return folder


def test_a_folder_outside_of_repositories(tmp_path: Path) -> None:
    found = state(tmp_path)
    assert found.situation is Situation.NO_REPOSITORY
    assert found.version[0].isdigit()


def test_a_repository_without_commits(tmp_path: Path) -> None:
    run(tmp_path, "init")
    (tmp_path / "new.yml").write_text("")
    found = state(tmp_path)
    assert found == State(Situation.REPOSITORY, found.version, branch="main", has_commits=False, changed=2)


def test_a_repository_with_nothing_to_commit(repository: Path) -> None:
    found = state(repository)
    assert found == State(Situation.REPOSITORY, found.version, branch="main", has_commits=True)


def test_changes_are_counted_by_file_and_in_the_folder_only(repository: Path) -> None:
    group = repository / "a group"
    (group / "members").mkdir(parents=True)
    (group / "old.yml").write_text("alias: a haulier in Nampa\n")
    run(repository, "add", ".")
    run(repository, "commit", "-m", "third")
    run(repository, "mv", "a group/old.yml", "a group/ein öltanker\n.yml")
    (group / "members" / "kit-larsen.md").write_text("")
    (group / "members" / "lee-ortiz.md").write_text("")
    (repository / "refertext.yml").write_text("changed, but outside\n")
    assert state(group).changed == 3
    assert state(repository).changed == 4


def test_another_branch(repository: Path) -> None:
    run(repository, "switch", "-c", "thursday/grüße")
    assert state(repository).branch == "thursday/grüße"


def test_no_branch(repository: Path) -> None:
    run(repository, "switch", "--detach")
    found = state(repository)
    assert (found.situation, found.branch, found.has_commits) == (Situation.REPOSITORY, "", True)


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    run(tmp_path, "clone", "--depth=1", repository.as_uri(), "clone")
    assert state(tmp_path / "clone").shallow
    assert not state(repository).shallow


def test_the_inside_of_a_repository_is_no_group(repository: Path) -> None:
    assert state(repository / ".git").situation is Situation.NO_REPOSITORY


def test_git_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, repository: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert state(repository) == State(Situation.NOT_INSTALLED)
    assert author(repository) == ""


def test_a_git_in_the_current_folder_is_not_run(monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
    trap = repository / "git"
    trap.write_text("#!/bin/sh\ntouch sprung\n")
    trap.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))
    assert state(repository).changed == 1
    assert not (repository / "sprung").exists()


def test_the_monitor_that_a_repository_names_is_not_run(repository: Path) -> None:
    trap = repository / "monitor"
    trap.write_text("#!/bin/sh\ntouch sprung\n")
    trap.chmod(0o755)
    run(repository, "config", "core.fsmonitor", str(trap))
    assert state(repository).changed == 1
    assert not (repository / "sprung").exists()


def test_what_git_tells_its_hooks_is_left_out(
    monkeypatch: pytest.MonkeyPatch, repository: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repository))
    (tmp_path / "elsewhere").mkdir()
    assert state(tmp_path / "elsewhere").situation is Situation.NO_REPOSITORY


def test_what_is_set_for_pydantic_is_not_handed_on(
    monkeypatch: pytest.MonkeyPatch, repository: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nenv > '{tmp_path}/handed-on'\n")
    hook.chmod(0o755)
    (repository / "refertext.yml").write_text("name: B\n")
    git.commit(repository, ["refertext.yml"], "Call it B")
    assert "GIT_TERMINAL_PROMPT=0" in (tmp_path / "handed-on").read_text()
    assert "PYDANTIC" not in (tmp_path / "handed-on").read_text()


def test_asking_changes_nothing(repository: Path) -> None:
    index = repository / ".git" / "index"
    os.utime(repository / "refertext.yml", (0, 0))
    before = index.read_bytes()
    state(repository)
    assert index.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_somebody_else(repository: Path) -> None:
    for path in (repository, repository / ".git"):
        os.chown(path, 12345, 12345)
    assert state(repository).situation is Situation.NOT_TRUSTED


def test_a_broken_repository(repository: Path) -> None:
    (repository / ".git" / "index").write_bytes(b"no index")
    found = state(repository)
    assert found.situation is Situation.FAILED
    assert "index" in found.said


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_git_that_never_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, repository: Path) -> None:
    stuck = tmp_path / "bin" / "git"
    stuck.parent.mkdir()
    stuck.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    stuck.chmod(0o755)
    monkeypatch.setenv("PATH", str(stuck.parent))
    monkeypatch.setattr(git, "_SECONDS", 0.1)
    found = state(repository)
    assert found.situation is Situation.FAILED
    assert "no answer" in found.said


def test_the_author(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert author(repository) == "Lee Ortiz"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert author(repository) == ""


def test_filters_of_the_repository_are_not_run(tmp_path: Path) -> None:
    trap = tmp_path / "trapped"
    folder = tmp_path / "group"
    folder.mkdir()

    def run_git(*words: str) -> None:
        who = ("-c", "user.name=Kit", "-c", "user.email=kit@example.com")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    run_git("init")
    (folder / ".gitattributes").write_text("* filter=x\n")
    (folder / "a.txt").write_text("a\n")
    run_git("add", ".")
    run_git("commit", "-m", "begin")
    run_git("config", "filter.x.clean", f"touch {trap}; cat")
    run_git("config", "filter.x.required", "true")
    os.utime(folder / "a.txt", (1, 1))
    assert state(folder).situation is Situation.REPOSITORY
    assert not trap.exists()


# What a file held at an earlier moment


def at(folder: Path, file: str, day: str) -> str | None:
    """What a file held at the end of a day in Denver."""
    return text_at(folder, file, datetime.combine(date.fromisoformat(day), time.max, ZoneInfo("America/Denver")))


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository whose group stands in a folder, with three commits of a file."""
    group = tmp_path / "repository" / "our group"
    group.mkdir(parents=True)
    run(group.parent, "init")
    for moment, text in (
        ("2026-03-05T20:00:00-07:00", "first"),
        ("2026-03-06T06:59:59+00:00", "still the fifth in Denver"),
        ("2026-03-06T00:00:00-07:00", "the sixth"),
    ):
        (group / "show [up].md").write_text(text)
        commit_at(group, moment)
    return group


def commit_at(folder: Path, moment: str) -> None:
    run(folder, "add", ".")
    environment = os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    subprocess.run([GIT, "commit", "-m", "x"], cwd=folder, check=True, capture_output=True, env=environment)


def test_what_a_file_held_at_the_end_of_a_day(history: Path) -> None:
    assert at(history, "show [up].md", "2026-03-04") is None
    assert at(history, "show [up].md", "2026-03-05") == "still the fifth in Denver"
    assert at(history, "show [up].md", "2026-03-06") == "the sixth"
    assert at(history, "show-up.md", "2026-03-06") is None


def test_what_was_merged_counts_from_the_day_of_the_merge(history: Path) -> None:
    run(history, "switch", "-c", "other")
    (history / "show [up].md").write_text("proposed")
    commit_at(history, "2026-03-07T12:00:00-07:00")
    run(history, "switch", "main")
    environment = os.environ | {"GIT_COMMITTER_DATE": "2026-03-09T12:00:00-07:00"}
    subprocess.run([GIT, "merge", "--no-ff", "-m", "x", "other"], cwd=history, check=True, env=environment)
    assert at(history, "show [up].md", "2026-03-08") == "the sixth"
    assert at(history, "show [up].md", "2026-03-09") == "proposed"


def test_a_file_that_was_gone_then_held_nothing(history: Path) -> None:
    run(history, "rm", "-q", "show [up].md")
    commit_at(history, "2026-03-07T12:00:00-07:00")
    assert at(history, "show [up].md", "2026-03-07") is None


def test_a_file_larger_than_any_record_is_not_shown(history: Path) -> None:
    (history / "show [up].md").write_text("x" * (MOST_BYTES + 1))
    commit_at(history, "2026-03-07T12:00:00-07:00")
    assert at(history, "show [up].md", "2026-03-07") is None
    assert at(history, "show [up].md", "2026-03-06") == "the sixth"


def test_without_a_repository_or_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "show-up.md").write_text("x")
    assert at(tmp_path, "show-up.md", "2026-03-06") is None
    monkeypatch.setenv("PATH", "")
    assert at(tmp_path, "show-up.md", "2026-03-06") is None


def test_looking_back_runs_nothing_that_a_repository_names(history: Path, tmp_path: Path) -> None:
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat\n")
    trap.chmod(0o700)
    (history / ".gitattributes").write_text("* filter=evil diff=evil\n")
    for key in ("filter.evil.smudge", "diff.evil.textconv", "diff.evil.command", "core.pager", "gpg.program"):
        run(history, "config", key, str(trap))
    run(history, "config", "log.showSignature", "true")
    assert at(history, "show [up].md", "2026-03-06") == "the sixth"
    assert not sprung.exists()
