"""What a change does, what it refuses, and what it leaves behind."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from faults import Faults, Way, apart
from on_disk import a_small_group, an_empty_folder, found, kept, lay  # noqa: F401  fixtures

from conftest import CAST
from refertext.disk import read_group
from refertext.text import MOST_BYTES
from refertext.workspace import (
    Change,
    Conflict,
    Create,
    Failure,
    Outcome,
    Rename,
    Replace,
    Unavailable,
    Written,
    locked,
)
from refertext.workspace.names import is_temporary, new_names

KIT = "members/kit.md"
NOBODY = 65534


def commit(root: Path, *changes: Change) -> Outcome:
    with locked(root, "set", limit=0) as workspace:
        return workspace.commit(changes)


def test_create_replace_and_rename_in_one(root: Path) -> None:
    outcome = commit(
        root,
        Rename("prospects/bakery.yml", "prospects/bakery-boise.yml", b"alias: a bakery\n"),
        Replace(KIT, b"old\n", b"\xef\xbb\xbfnew\r\nno end"),
        Create("private/referrals/2026/a.yml", b"a: 1\n"),
        Create("log/2026/2026-03-11-kit.md", b"thanks\n"),
    )
    assert outcome == Written(
        (
            "prospects/bakery-boise.yml",
            KIT,
            "private/referrals/2026/a.yml",
            "log/2026/2026-03-11-kit.md",
            "prospects/bakery.yml",
        )
    )
    assert found(root) == {
        "refertext.yml": b"x\n",
        KIT: b"\xef\xbb\xbfnew\r\nno end",
        "prospects/bakery-boise.yml": b"alias: a bakery\n",
        "private/referrals/2026/a.yml": b"a: 1\n",
        "log/2026/2026-03-11-kit.md": b"thanks\n",
    }


@pytest.mark.parametrize("changes", [[], [Replace(KIT, b"old\n", b"old\n")]])
def test_what_stays_as_it_is_is_not_written(root: Path, changes: list[Change]) -> None:
    before = (root / KIT).stat()
    assert commit(root, *changes) == Written(())
    assert (root / KIT).stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    "file",
    [
        "",
        "x.md",
        "members",
        "members/",
        "members/x",
        "members/x.txt",
        "members/.x.md",
        "members/../x.md",
        "../members/x.md",
        "/etc/x.md",
        "members//x.md",
        "members/./x.md",
        "members\\x.md",
        "members/a:b.md",
        "members/x\n.md",
        "members/\x1b[2J.md",
        "docs/x.md",
        "site/x.md",
        "src/members/x.md",
        ".git/members/x.md",
        ".refertext/kept/x.md",
        "private/x.md",
        "private/private/members/x.md",
        "private/refertext.yml",
        "Members/x.md",
        "members/" + "a/" * 20 + "x.md",
    ],
)
def test_no_place_for_a_record(root: Path, file: str) -> None:
    before = found(root)
    for change in (Create(file, b"x\n"), Replace(file, b"y\n", b"x\n"), Rename(KIT, file, b"old\n")):
        outcome = commit(root, change)
        assert isinstance(outcome, Failure)
        assert "is no place for a record, so nothing is written there." in outcome.sentence
        assert outcome.sentence.isprintable()
    assert found(root) == before


@pytest.mark.parametrize("file", ["members/zoë-ng.md", "referrals/2026/a b.yml", "refertext.yml", "profiles/x.yml"])
def test_places_for_records(root: Path, file: str) -> None:
    (root / file).unlink(missing_ok=True)
    assert commit(root, Create(file, b"x\n")) == Written((file,))


def test_links_are_neither_followed_nor_replaced(root: Path, place: Path) -> None:
    outside = place / "outside"
    lay(outside, {"x.md": b"outside\n"})
    (root / "meetings").symlink_to(outside, target_is_directory=True)
    (root / "members" / "link.md").symlink_to(outside / "x.md")
    (root / "members" / "nowhere.md").symlink_to(outside / "y.md")
    os.mkfifo(root / "members" / "pipe.md")
    said = {
        "meetings/x.md": "“meetings” is a link, so nothing is written there.",
        "members/link.md": "“members/link.md” is a link, so nothing is written there.",
        "members/nowhere.md": "“members/nowhere.md” is a link, so nothing is written there.",
        "members/pipe.md": "“members/pipe.md” is no plain file, so nothing is written there.",
        "members/kit.md/x.md": "“members/kit.md” is no folder, so nothing is written there.",
    }
    for file, sentence in said.items():
        for change in (Create(file, b"x\n"), Replace(file, b"outside\n", b"x\n"), Rename(file, KIT, b"outside\n")):
            assert commit(root, change) == Failure(sentence)
    with locked(root, "set") as workspace:
        assert workspace.read("meetings/x.md").flaw
        assert workspace.read("members/link.md").flaw
        assert workspace.read(KIT).data == b"old\n"
    assert found(outside) == {"x.md": b"outside\n"}


def test_a_change_must_make_sense(root: Path) -> None:
    twice = commit(root, Replace(KIT, b"old\n", b"a\n"), Rename(KIT, "members/k.md", b"old\n"))
    assert twice == Failure("“members/kit.md” would be changed twice at once.")
    large = commit(root, Replace(KIT, b"old\n", b"x" * (MOST_BYTES + 1)))
    assert large == Failure("“members/kit.md” would have 262,145 bytes; 262,144 is the most that is read.")


def test_somebody_saved_meanwhile(root: Path) -> None:
    outcome = commit(root, Replace(KIT, b"read\n", b"ours\n"), Create("members/lee.md", b"lee\n"))
    assert outcome == Conflict((KIT,), ".refertext/kept/1")
    assert isinstance(outcome, Conflict)
    assert outcome.sentence == (
        "Somebody else saved “members/kit.md” meanwhile, so nothing was changed. What would have been written is kept "
        "in “.refertext/kept/1”. Run the command again, or take over by hand what is missing."
    )
    assert (root / KIT).read_bytes() == b"old\n"
    assert kept(root) == {"1/members/kit.md": b"ours\n", "1/members/lee.md": b"lee\n"}
    assert stat.S_IMODE((root / outcome.kept / KIT).stat().st_mode) == 0o600
    assert not (root / "members/lee.md").exists()
    assert commit(root, Replace(KIT, b"read\n", b"ours\n")) == Conflict((KIT,), ".refertext/kept/2")


@pytest.mark.parametrize(
    "change",
    [
        Create("prospects/bakery.yml", b"x\n"),
        Rename(KIT, "prospects/bakery.yml", b"old\n"),
        Replace("prospects/bakery.yml", b"", b"x\n"),
        Replace("prospects/gone.yml", b"x\n", b"y\n"),
        Rename("prospects/gone.yml", "prospects/new.yml", b"x\n"),
    ],
)
def test_what_is_there_or_gone_is_a_conflict(root: Path, change: Change) -> None:
    before = found(root)
    assert isinstance(commit(root, change), Conflict | Failure)
    assert found(root) == before


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_are_kept(root: Path, mode: int) -> None:
    (root / KIT).chmod(mode)
    commit(root, Replace(KIT, b"old\n", b"new\n"))
    assert stat.S_IMODE((root / KIT).stat().st_mode) == mode
    commit(root, Rename(KIT, "members/kit-larsen.md", b"new\n", b"newer\n"))
    assert stat.S_IMODE((root / "members/kit-larsen.md").stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_is_kept(root: Path) -> None:
    os.chown(root / KIT, 12345, 54321)
    commit(root, Replace(KIT, b"old\n", b"new\n"))
    status = (root / KIT).stat()
    assert (status.st_uid, status.st_gid) == (12345, 54321)


def as_somebody(root: Path, change: Change) -> Outcome:
    """What becomes of a change by somebody from whom things can be protected: not by root."""

    def work() -> Outcome:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return commit(root, change)

    if os.geteuid() == 0:
        for path in (root.parent, root, *root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    outcome: Outcome = apart(work).value
    return outcome


def test_a_protected_file_and_a_protected_folder(root: Path) -> None:
    change = Replace(KIT, b"old\n", b"new\n")
    (root / KIT).chmod(0o444)
    assert as_somebody(root, change) == Failure("“members/kit.md” is protected: you may not write it.")
    (root / KIT).chmod(0o644)
    (root / "members").chmod(0o555)
    said = "Nothing was changed: you have no right to write there (“members/”)."
    assert as_somebody(root, change) == Failure(said)
    (root / "members").chmod(0o755)
    assert as_somebody(root, change) == Written((KIT,))


@pytest.mark.parametrize(
    ("way", "reason"), [(Way.FULL_FROM_THEN_ON, "the disk is full"), (Way.BROKEN, "the disk reports an error")]
)
def test_why_it_failed_is_said(root: Path, way: Way, reason: str) -> None:
    def change() -> Outcome:
        with locked(root, "set", limit=0) as workspace:
            Faults(2, way).install()
            return workspace.commit([Replace(KIT, b"old\n", b"new\n")])

    assert apart(change).value == Failure(f"Nothing was changed: {reason}.")


def test_ctrl_c_changes_nothing(root: Path) -> None:
    before = found(root)

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    def change() -> str:
        os.replace = interrupted  # type: ignore[assignment]
        try:
            commit(root, Replace(KIT, b"old\n", b"new\n"))
        except KeyboardInterrupt:
            return "stopped"
        return "went on"

    assert apart(change).value == "stopped"
    assert found(root) == before


def interrupt(root: Path, at: int) -> None:
    """Kills a process that replaces two files, just before it changes the second one."""

    def change() -> Outcome:
        with locked(root, "set", limit=0) as workspace:
            faults = Faults()
            faults.install()
            faults.way, faults.at = Way.KILLED, at
            changes = [Replace(KIT, b"old\n", b"new\n"), Replace("prospects/bakery.yml", b"alias: a bakery\n", b"n\n")]
            return workspace.commit(changes)

    assert apart(change).was_killed
    assert (root / KIT).read_bytes() == b"new\n"
    assert (root / "prospects/bakery.yml").read_bytes() == b"alias: a bakery\n"


SECOND_EXCHANGE = 14
"""Two files prepared (open, write, permissions, disk), the journal (open, write, disk, name, disk), two exchanges."""


def test_the_next_command_says_what_it_completed(root: Path) -> None:
    interrupt(root, SECOND_EXCHANGE + 1)
    (root / "members" / ".refertext-123-0123abcd-7").write_text("left\n")
    with locked(root, "check") as workspace:
        (note,) = workspace.notes
        assert note.startswith("“set” of 20")
        assert note.endswith(
            " UTC was interrupted. Its change is complete now: “members/kit.md”, “prospects/bakery.yml”."
        )
        assert workspace.read(KIT).data == b"new\n"
    assert found(root) == {"refertext.yml": b"x\n", KIT: b"new\n", "prospects/bakery.yml": b"n\n"}


def test_the_next_command_says_what_it_took_back(root: Path) -> None:
    interrupt(root, SECOND_EXCHANGE + 1)
    (root / "prospects/bakery.yml").write_bytes(b"somebody's\n")
    with locked(root, "check") as workspace:
        assert workspace.notes[0].endswith(
            " UTC was interrupted. It was taken back, because of what “prospects/bakery.yml” held meanwhile. What it "
            "would have written is kept in “.refertext/kept/1”."
        )
    assert found(root) == {"refertext.yml": b"x\n", KIT: b"old\n", "prospects/bakery.yml": b"somebody's\n"}
    assert kept(root) == {"1/members/kit.md": b"new\n", "1/prospects/bakery.yml": b"n\n"}


ENTRY = {"file": KIT, "temporary": "members/.refertext-1-0123abcd-0", "old": "b2xkCg==", "new": "0" * 64, "mode": 0o644}


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"mine\n",
        b"[]",
        b"[" * 100_000,
        b"{}",
        b'{"format": 2}',
        *(
            json.dumps({"format": 1, "command": "x", "since": "", "entries": [ENTRY | change]}).encode()
            for change in (
                {"file": "../x.md", "temporary": "../.refertext-1-0123abcd-0"},
                {"file": "/etc/x.md", "temporary": "/etc/.refertext-1-0123abcd-0"},
                {"file": "docs/x.md", "temporary": "docs/.refertext-1-0123abcd-0"},
                {"temporary": KIT},
                {"temporary": "prospects/.refertext-1-0123abcd-0"},
                {"temporary": "members/../.refertext-1-0123abcd-0"},
                {"old": "&"},
                {"old": 1},
                {"new": None},
                {"mode": "rwx"},
                {"file": None},
            )
        ),
    ],
)
def test_a_journal_that_is_not_ours_is_left_alone(root: Path, journal: bytes) -> None:
    lay(root, {".refertext/journal": journal})
    before = found(root)
    with pytest.raises(Unavailable, match="cannot be understood"), locked(root, "set"):
        pass
    assert found(root) == before


def test_a_journal_leads_through_no_link(root: Path, place: Path) -> None:
    lay(place / "outside", {"kit.md": b"old\n", ".refertext-1-0123abcd-0": b"x"})
    shutil.rmtree(root / "members")
    (root / "members").symlink_to(place / "outside")
    lay(
        root, {".refertext/journal": json.dumps({"format": 1, "command": "", "since": "", "entries": [ENTRY]}).encode()}
    )
    with pytest.raises(Unavailable, match="“members” is a link"), locked(root, "set"):
        pass
    assert found(place / "outside") == {"kit.md": b"old\n", ".refertext-1-0123abcd-0": b"x"}


def test_our_own_folder_is_no_link_and_no_file(root: Path, place: Path) -> None:
    (root / ".refertext").symlink_to(place)
    with pytest.raises(Unavailable, match=r"“\.refertext” is a link"), locked(root, "set"):
        pass
    (root / ".refertext").unlink()
    (root / ".refertext").write_text("x")
    with pytest.raises(Unavailable, match="Nothing can be written in this group: "), locked(root, "set"):
        pass


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".refertext-4711-0123abcd-0", True),
        (".refertext-4711-0123abcd-0.md", False),
        (".refertext-4711-0123ABCD-0", False),
        (".refertext-4711", False),
        ("refertext-4711-0123abcd-0", False),
        (".refertext", False),
    ],
)
def test_temporary_names(name: str, expected: bool) -> None:
    assert is_temporary(name) is expected
    assert is_temporary(next(new_names()))


def test_a_users_files_are_never_swept(root: Path) -> None:
    mine = {"members/.refertext-notes": b"x", "members/.kit.md.swp": b"x", "docs/.refertext-1-0123abcd-0": b"x"}
    lay(root, mine)
    (root / "members" / ".refertext-1-0123abcd-1").mkdir()
    before = found(root)
    assert commit(root) == Written(())
    assert found(root) == before


def test_nothing_is_swept_through_a_link(root: Path, place: Path) -> None:
    lay(place / "outside", {"members/.refertext-1-0123abcd-0": b"x", ".refertext-1-0123abcd-0": b"x"})
    (root / "private").symlink_to(place / "outside", target_is_directory=True)
    (root / "meetings").symlink_to(place / "outside", target_is_directory=True)
    (root / "members" / "more").symlink_to(place / "outside", target_is_directory=True)
    before = found(place / "outside")
    assert commit(root) == Written(())
    assert found(place / "outside") == before


def test_check_does_not_see_what_is_kept_or_temporary(tmp_path: Path) -> None:
    group = Path(shutil.copytree(CAST, tmp_path / "group"))
    before = [source.file for source in read_group(group)]
    commit(group, Replace("members/kit-larsen.md", b"read\n", b"ours\n"))
    (group / "members" / next(new_names())).write_text("x")
    assert [source.file for source in read_group(group)] == before


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def test_git_does_not_see_it_either(root: Path) -> None:
    skeletons = Path(__file__).parents[2] / "src" / "refertext" / "skeletons"
    shutil.copy(skeletons / "gitignore", root / ".gitignore")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "-c", "user.name=Kit", "-c", "user.email=kit@example.com", "commit", "--quiet", "-m", "first")
    commit(root, Replace(KIT, b"read\n", b"ours\n"))
    lay(root, {".refertext/journal": b"", "members/.refertext-1-0123abcd-0": b"", ".refertext/lock": b""})
    assert git(root, "status", "--porcelain", "-uall") == ""
    (root / ".gitignore").unlink()
    assert ".refertext/kept" not in git(root, "status", "--porcelain", "-uall"), "older groups have no lines for it"
