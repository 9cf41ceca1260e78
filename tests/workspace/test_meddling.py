"""Somebody saves one of the files just before any of the calls that a change is made of: nothing of it is lost, and the
other files are all old or all new.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from faults import Meddling, apart, without_exchange_and_links
from on_disk import a_small_group, an_empty_folder, found, kept, lay  # noqa: F401  fixtures

from refertext.workspace import Change, Conflict, Create, Outcome, Rename, Replace, Written, locked

OLD = {"members/kit.md": b"kit\n", "referrals/2026/a.yml": b"to: kit\n", "referrals/2026/b.yml": b"by: kit\n"}
NEW = {
    "members/kit-larsen.md": b"kit larsen\n",
    "members/lee.md": b"lee\n",
    "referrals/2026/a.yml": b"to: kit-larsen\n",
    "referrals/2026/b.yml": b"by: kit-larsen\n",
}
CHANGES: tuple[Change, ...] = (
    Create("members/lee.md", NEW["members/lee.md"]),
    Rename("members/kit.md", "members/kit-larsen.md", OLD["members/kit.md"], NEW["members/kit-larsen.md"]),
    *(Replace(file, OLD[file], NEW[file]) for file in ("referrals/2026/a.yml", "referrals/2026/b.yml")),
)
REPLACE = os.replace
FILES = sorted({*OLD, *NEW})


class Editor:
    """Somebody who has a file open, and saves it in one of three styles."""

    def __init__(self, path: Path, style: str) -> None:
        self.path = path
        self.style = style
        self.opened = os.open(path, os.O_RDWR) if style == OPEN else -1

    def save(self, data: bytes) -> None:
        """Saves; not by calls that would count as the change's."""
        if self.style == OPEN:
            os.ftruncate(self.opened, 0)
            os.pwrite(self.opened, data, 0)
        elif self.style == BESIDE:
            beside = self.path.with_name(".editor.swp")
            beside.write_bytes(data)
            REPLACE(beside, self.path)
        else:
            self.path.write_bytes(data)


BESIDE, IN_PLACE, OPEN = "beside, then renamed", "in place", "in a file that is open since before"


@dataclass(frozen=True)
class Saved:
    """How it ended when somebody saved a file just before the call number `at`; `last` is the last save of theirs,
    `order` are the calls that wrote.
    """

    file: str
    at: int
    last: bytes
    outcome: Outcome
    order: list[str]


def change(root: Path, file: str, style: str, meddling: Meddling) -> tuple[Outcome, list[str]]:
    """Makes the change while somebody saves a file: what came of it, and the calls that wrote."""
    with locked(root, "test", limit=0) as workspace:
        meddling.save = partial(save_number, Editor(root / file, style))
        meddling.install()
        outcome = workspace.commit(CHANGES)
    return outcome, meddling.order


def save_number(editor: Editor, number: int) -> None:
    editor.save(theirs(number))


def theirs(number: int) -> bytes:
    return b"theirs %d\n" % number


def every_moment(root: Path, file: str, style: str, *, again: bool, plain: bool = False) -> Iterator[Saved]:
    """Saves before the first call, before the second, until there are no more."""

    def work() -> tuple[Outcome, list[str]]:
        if plain:
            without_exchange_and_links()
        return change(root, file, style, Meddling(at, again=again))

    at, count = 0, 1
    while at < count:
        at += 1
        shutil.rmtree(root)
        lay(root, OLD)
        outcome, order = apart(work).value
        count = len(order)
        yield Saved(file, at, theirs(count if again else at), outcome, order)


def texts(root: Path, file: str) -> set[bytes | None]:
    """What is in the place of a file, and everything that was kept."""
    return {found(root).get(file), *kept(root).values()}


def is_all_or_nothing(root: Path, saved: Saved) -> bool:
    """Whether the other files are as the outcome says; in a conflict, ours is kept."""
    rest = {name: data for name, data in found(root).items() if name != saved.file}
    expected = NEW if isinstance(saved.outcome, Written) else OLD
    if rest != {name: data for name, data in expected.items() if name != saved.file}:
        return False
    return isinstance(saved.outcome, Written) or set(NEW.values()) <= texts(root, saved.file)


@pytest.mark.parametrize("style", [BESIDE, IN_PLACE])
@pytest.mark.parametrize("file", FILES)
def test_a_save_before_any_call_stays_in_its_place(
    root: Path, file: str, style: str, tell: Callable[[str], None]
) -> None:
    ends: Counter[str] = Counter()
    for saved in every_moment(root, file, style, again=False):
        assert found(root)[file] == saved.last
        assert isinstance(saved.outcome, Conflict | Written)
        assert is_all_or_nothing(root, saved)
        ends[type(saved.outcome).__name__] += 1
    tell(f"{file}, saved {style}: {dict(ends)}")
    assert ends.total() > 30


@pytest.mark.parametrize("style", [BESIDE, IN_PLACE])
@pytest.mark.parametrize("file", FILES)
def test_the_last_of_many_saves_is_in_its_place_or_kept(root: Path, file: str, style: str) -> None:
    for saved in every_moment(root, file, style, again=True):
        assert saved.last in texts(root, file)
        assert isinstance(saved.outcome, Conflict | Written)
        assert is_all_or_nothing(root, saved)


@pytest.mark.parametrize("file", sorted(OLD))
def test_a_save_through_an_open_file_is_not_lost_before_the_change_is_over(root: Path, file: str) -> None:
    """Afterwards it goes where nobody sees it: no system can tell that a file is still open."""
    for saved in every_moment(root, file, OPEN, again=False):
        over = len(saved.order) - 1 - saved.order[::-1].index("fsync")  # the number of the call that ends the journal
        assert saved.at >= over or saved.last in texts(root, file)
        assert is_all_or_nothing(root, saved)


@pytest.mark.parametrize("file", FILES)
def test_where_files_cannot_be_exchanged_one_moment_remains(root: Path, file: str) -> None:
    """A save in just that moment, between comparing and replacing, is lost; all others stay."""
    lost = []
    for saved in every_moment(root, file, BESIDE, again=False, plain=True):
        assert is_all_or_nothing(root, saved)
        if found(root).get(file) != saved.last:
            lost.append(saved.order[saved.at - 1])
    assert lost in ([], ["exchange", "replace"], ["rename"])  # trying in vain to exchange changes nothing
