"""From whatever an interrupted change left, by way of a journal, to one state: nothing of anybody is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults import apart, without_exchange_and_links
from on_disk import a_small_group, an_empty_folder, found, kept, lay  # noqa: F401  fixtures

from refertext.workspace import locked
from refertext.workspace.files import print_of
from refertext.workspace.journal import Entry, Journal, write_journal

FILE, TEMPORARY = "members/kit.md", "members/.refertext-1-0123abcd-0"
OLD, NEW, THEIRS, TOO = b"old\n", b"new\n", b"somebody's\n", b"somebody's, too\n"
OURS, SAVE = "1/members/kit.md", "1/members/kit.theirs.md"
Content = bytes | None


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "here", "there", "end", "remains"),
    [
        # to be replaced
        (OLD, NEW, OLD, NEW, NEW, {}),
        (OLD, NEW, OLD, None, OLD, {}),
        (OLD, NEW, NEW, OLD, NEW, {}),
        (OLD, NEW, NEW, None, NEW, {}),
        (OLD, NEW, THEIRS, NEW, THEIRS, {OURS: NEW}),
        (OLD, NEW, THEIRS, OLD, THEIRS, {}),
        (OLD, NEW, THEIRS, None, THEIRS, {}),
        (OLD, NEW, NEW, THEIRS, THEIRS, {OURS: NEW}),
        (OLD, NEW, THEIRS, TOO, THEIRS, {SAVE: TOO}),
        (OLD, NEW, None, NEW, None, {OURS: NEW}),
        # to be created
        (None, NEW, None, NEW, NEW, {}),
        (None, NEW, NEW, NEW, NEW, {}),
        (None, NEW, NEW, None, NEW, {}),
        (None, NEW, THEIRS, NEW, THEIRS, {OURS: NEW}),
        (None, NEW, None, None, None, {}),
        (None, NEW, THEIRS, None, THEIRS, {}),
        # to be taken away
        (OLD, None, OLD, None, None, {}),
        (OLD, None, None, OLD, None, {}),
        (OLD, None, None, None, None, {}),
        (OLD, None, OLD, OLD, None, {}),
        (OLD, None, THEIRS, None, THEIRS, {}),
        (OLD, None, THEIRS, OLD, THEIRS, {}),
        (OLD, None, None, THEIRS, THEIRS, {}),
        (OLD, None, THEIRS, TOO, THEIRS, {SAVE: TOO}),
    ],
)
def test_one_file(
    root: Path, old: Content, new: Content, here: Content, there: Content, end: Content, remains: object, plain: bool
) -> None:
    (root / FILE).unlink()
    lay(root, {file: data for file, data in ((FILE, here), (TEMPORARY, there)) if data is not None})
    (root / ".refertext").mkdir()
    write_journal(str(root), Journal("set", "", (Entry(FILE, TEMPORARY, old, print_of(new), 0o644),)))

    def work() -> int:
        if plain:
            without_exchange_and_links()
        with locked(root, "next", limit=0) as workspace:
            return len(workspace.notes)

    assert apart(work).value == 1
    others = {"refertext.yml": b"x\n", "prospects/bakery.yml": b"alias: a bakery\n"}
    assert found(root) == others | ({} if end is None else {FILE: end})
    assert kept(root) == remains
