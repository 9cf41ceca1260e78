"""The only place where a process is started: what git says of a folder. Nothing here changes a repository but `commit`.

Git is asked for machine-readable answers. Nothing that the files of a repository could name is run: hooks take no part
in questions, the file system monitor and fetching are switched off, and `git` is taken from absolute folders of
PATH only. What git tells its hooks in the environment is left out, since it would answer for another folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from refertext.text.source import MOST_BYTES

_SECONDS = 20
_SECONDS_TO_COMMIT = 600
"""A commit runs the hooks that the owner of this machine has set up."""
_QUIETLY = ("--no-optional-locks", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false")
_STATUS = ("status", "--porcelain=v2", "--branch", "-z", "-uall", "--ignore-submodules=dirty", "--", ".")
_MANNERS = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"}
_NOT_HANDED_ON = _OF_A_HOOK | {"PYDANTIC_DISABLE_PLUGINS"}
"""What is set for us alone; hooks that `commit` runs are others' programs."""


class Situation(Enum):
    """What can be said of a folder and git."""

    NOT_INSTALLED = "git is not installed"
    NO_REPOSITORY = "the folder is in no repository"
    NOT_TRUSTED = "the repository belongs to another user, so git refuses to read it"
    FAILED = "git could not tell"
    REPOSITORY = "the folder is in a repository"


@dataclass(frozen=True, slots=True)
class State:
    """What git says of a folder.

    `branch` is empty when none is checked out, `changed` counts the changed and new files of the folder, `said` is
    git's own sentence where it failed. All but `situation`, `version` and `said` hold for a repository only.
    """

    situation: Situation
    version: str = ""
    branch: str = ""
    has_commits: bool = False
    shallow: bool = False
    changed: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    worked: bool
    text: str = ""
    said: str = ""


def state(folder: Path) -> State:
    """What git says of a folder that exists. Never raises."""
    program = _program()
    if program is None:
        return State(Situation.NOT_INSTALLED)
    version = _ask(program, folder, "version").text.strip().removeprefix("git version ")
    place = _ask(program, folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if not place.worked:
        return State(_refusal(place.said), version, said=place.said)
    inside, _, shallow = place.text.strip().partition("\n")
    if inside != "true":
        return State(Situation.NO_REPOSITORY, version)
    status = _ask(program, folder, *_STATUS, settings=_without_filters(program, folder))
    if not status.worked:
        return State(_refusal(status.said), version, said=status.said)
    return _state(status.text, version, shallow=shallow == "true")


def author(folder: Path) -> str:
    """The name that git would sign a commit with in a folder that exists; empty where none is set."""
    program = _program()
    return _ask(program, folder, "config", "--get", "user.name").text.strip() if program else ""


def changed(folder: Path, files: Sequence[str]) -> tuple[str, ...]:
    """Which of some files of a folder have changes that are in no commit yet, or are not known to git at all; all of
    them where git cannot tell.
    """
    program = _program()
    if program is None:
        return tuple(files)
    settings = _without_filters(program, folder)
    questions = ("status", "--porcelain", "-z", "-uall", "--no-renames", "--", *files)
    answer = _ask(program, folder, "--literal-pathspecs", *questions, settings=settings)
    prefix = _ask(program, folder, "rev-parse", "--show-prefix").text.rstrip("\n")
    if not answer.worked:
        return tuple(files)
    return tuple(entry[3:].removeprefix(prefix) for entry in answer.text.split("\0") if entry)


def known(folder: Path, files: Sequence[str]) -> frozenset[str]:
    """Which of some files of a folder git has in its index."""
    program = _program()
    if program is None:
        return frozenset()
    return frozenset(_ask(program, folder, "--literal-pathspecs", "ls-files", "-z", "--", *files).text.split("\0")) - {
        ""
    }


_UNDER_WAY = {
    "MERGE_HEAD": "a merge is under way; end it first",
    "CHERRY_PICK_HEAD": "a cherry-pick is under way; end it first",
    "REVERT_HEAD": "a revert is under way; end it first",
    "rebase-merge": "a rebase is under way; end it first",
    "rebase-apply": "a rebase is under way; end it first",
    "index.lock": "another git is at work here, or was interrupted: its index.lock is there",
}


def obstacle(folder: Path, files: Sequence[str]) -> str:
    """Why git would not commit some files of a folder, in words; empty where nothing is known against it."""
    program = _program()
    if program is None:
        return Situation.NOT_INSTALLED.value
    found = state(folder)
    if found.situation is not Situation.REPOSITORY:
        return found.said if found.situation is Situation.FAILED else found.situation.value
    for name, why in _UNDER_WAY.items():
        path = _ask(program, folder, "rev-parse", "--git-path", name).text.strip()
        if path and os.path.lexists(folder / path):
            return why
    if not _ask(program, folder, "var", "GIT_AUTHOR_IDENT").worked:
        return "git does not know your name: git config --global user.name and user.email say it"
    ignored = _ask(program, folder, "check-ignore", "--", *files).text.strip()
    if ignored:
        return f"a .gitignore leaves out “{ignored.splitlines()[0]}”"
    flags = _ask(program, folder, "--literal-pathspecs", "ls-files", "-v", "-z", "--", *files).text.split("\0")
    held = [line[2:] for line in flags if line and (line[0].islower() or line[0] == "S")]
    return f"git was told not to look at “{held[0]}”" if held else ""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that was made: its short id; or why none was, in git's own words. Neither, where none was asked for."""

    id: str = ""
    refused: str = ""


def commit(folder: Path, files: Sequence[str], message: str) -> Commit:
    """Commits some files of a folder as they are, and nothing else, whatever else is staged; also files that are new,
    or gone. Where git refuses, what was staged for it is staged no more.
    """
    program = _program()
    if program is None:
        return Commit(refused="git is not installed")
    old = known(folder, files)
    new = [file for file in files if file not in old and os.path.lexists(folder / file)]
    steps = [("--literal-pathspecs", "commit", "--quiet", "--only", f"--message={message}", "--", *sorted(old), *new)]
    if new:
        steps.insert(0, ("--literal-pathspecs", "add", "--", *new))
    for step in steps:
        answer = _ask(program, folder, *step, seconds=_SECONDS_TO_COMMIT)
        if not answer.worked:
            _ask(program, folder, "--literal-pathspecs", "reset", "--quiet", "--", *files)
            return Commit(refused=answer.said or answer.text.strip() or "git gives no reason")
    return Commit(_ask(program, folder, "rev-parse", "--short", "HEAD").text.strip())


def text_at(folder: Path, file: str, moment: datetime) -> str | None:
    """What a file of a folder held in the repository at a moment, by the branch that is checked out; None where that
    cannot be told. Never raises.

    `file` is named from the folder, with slashes. Asked are commands that run nothing and read no settings of how to
    show things; a file larger than any record is taken for unknown.
    """
    program = _program()
    if program is None:
        return None
    commits = ("rev-list", "-1", "--first-parent", f"--before={moment.isoformat(timespec='seconds')}", "HEAD")
    commit = _ask(program, folder, "--literal-pathspecs", *commits, "--", file).text.strip()
    if not commit:
        return None
    blob = f"{commit}:./{file}"
    size = _ask(program, folder, "cat-file", "-s", blob).text.strip()
    if not size.isdecimal() or int(size) > MOST_BYTES:
        return None
    held = _ask(program, folder, "cat-file", "blob", blob)
    return held.text if held.worked else None


def _state(status: str, version: str, *, shallow: bool) -> State:
    heads = {}
    changed = 0
    entries = iter(status.split("\0"))
    for entry in entries:
        if entry.startswith("# "):
            key, _, value = entry[2:].partition(" ")
            heads[key] = value
        elif entry:
            changed += 1
            if entry.startswith("2 "):
                next(entries, None)  # the name that a renamed file had before
    branch = heads.get("branch.head", "")
    return State(
        Situation.REPOSITORY,
        version,
        branch="" if branch == "(detached)" else branch,
        has_commits=heads.get("branch.oid") != "(initial)",
        shallow=shallow,
        changed=changed,
    )


def _refusal(said: str) -> Situation:
    if "not a git repository" in said:
        return Situation.NO_REPOSITORY
    if "dubious ownership" in said or "unsafe repository" in said:
        return Situation.NOT_TRUSTED
    return Situation.FAILED


def _program() -> str | None:
    """Where git is; the current folder, in which Windows looks first, does not count."""
    folders = (folder for folder in os.get_exec_path() if Path(folder).is_absolute())
    return next(filter(None, (shutil.which(os.path.join(folder, "git")) for folder in folders)), None)


def _without_filters(program: str, folder: Path) -> dict[str, str]:
    """Settings that switch off every filter of the repository: asking for the status would run their programs."""
    names = _ask(program, folder, "config", "--name-only", "-z", "--get-regexp", r"^filter\.").text.split("\0")
    named = [name for name in names if name]
    settings = {"GIT_CONFIG_COUNT": str(len(named))}
    for number, name in enumerate(named):
        settings[f"GIT_CONFIG_KEY_{number}"] = name
        settings[f"GIT_CONFIG_VALUE_{number}"] = "false" if name.endswith(".required") else ""
    return settings


def _ask(
    program: str,
    folder: Path,
    *question: str,
    settings: Mapping[str, str] = MappingProxyType({}),
    seconds: float | None = None,
) -> _Answer:
    most = seconds or _SECONDS
    handed_on = {key: value for key, value in os.environ.items() if key not in _NOT_HANDED_ON}
    try:
        done = subprocess.run(  # noqa: S603  a fixed program with a list of arguments
            [program, *_QUIETLY, *question],
            cwd=folder,
            env=handed_on | _MANNERS | dict(settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=most,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _Answer(worked=False, said=f"it gave no answer in {most} seconds")
    except (OSError, ValueError) as error:
        return _Answer(worked=False, said=str(error))
    said = done.stderr.decode("utf-8", "replace").strip()
    return _Answer(done.returncode == 0, done.stdout.decode("utf-8", "replace"), said)
