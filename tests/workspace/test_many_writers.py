"""Many processes at once: no update is lost, no reader sees half a file, no save of an editor is overwritten."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from faults import ended, started
from on_disk import a_small_group, an_empty_folder, found, kept, lay  # noqa: F401  fixtures

from refertext.workspace import Conflict, Replace, Written, locked

WRITERS, UPDATES, READERS, RACES = 16, 50, 4, 200
COUNTER, LEE = "members/kit.md", "members/lee.md"
LINES = 40
PATIENT = 300.0


def counted(number: int) -> bytes:
    """A file that shows if it was torn: the same number in every line, and an end."""
    return b"".join(b"count: %d\n" % number for _ in range(LINES)) + b"end\n"


def number_in(data: bytes) -> int:
    first, *_, end = data.splitlines()
    number = int(first.removeprefix(b"count: "))
    assert end == b"end"
    assert data == counted(number), "torn"
    return number


def update(root: Path) -> int:
    """Adds one to the number, again and again: how often it could."""
    done = 0
    for _ in range(UPDATES):
        with locked(root, "count", limit=PATIENT) as workspace:
            read = workspace.read(COUNTER).data
            outcome = workspace.commit([Replace(COUNTER, read, counted(number_in(read) + 1))])
        done += isinstance(outcome, Written)
    return done


def look_on(root: Path) -> int:
    """Reads until the last update is there: how many different numbers were seen."""
    seen: set[int] = set()
    while max(seen, default=0) < WRITERS * UPDATES and not (root / "stop").exists():
        seen.add(number_in((root / COUNTER).read_bytes()))
    return len(seen)


def test_no_update_of_sixteen_writers_is_lost(root: Path, tell: Callable[[str], None]) -> None:
    lay(root, {COUNTER: counted(0)})
    readers = [started(lambda: look_on(root)) for _ in range(READERS)]
    writers = [started(lambda: update(root)) for _ in range(WRITERS)]
    done = [ended(*writer).value for writer in writers]
    (root / "stop").touch()
    seen = [ended(*reader).value for reader in readers]
    tell(f"{sum(done)} of {WRITERS * UPDATES} updates; readers saw {seen} different numbers, none torn")
    assert done == [UPDATES] * WRITERS
    assert number_in((root / COUNTER).read_bytes()) == WRITERS * UPDATES
    assert all(number > 1 for number in seen)
    assert not [file for file in found(root) if "refertext-" in file or file.startswith(".refertext")]


def edit(path: Path, saves: Sequence[bytes], wait: float) -> None:
    """Saves as editors do: a new file in the place of the old one."""
    time.sleep(wait)
    for data in saves:
        beside = path.with_name(".kit.md.swp")
        beside.write_bytes(data)
        beside.replace(path)


def one_race(root: Path, number: int, saves: int, wait: float | None) -> str:
    """An editor saves between the reading and the end of the change, at the latest: who won. No wait: it has saved
    before the change begins. What the editor did not overwrite itself must be there.
    """
    lay(root, {COUNTER: b"old\n", LEE: b"old\n"})
    ours, theirs = b"ours %d\n" % number, [b"theirs %d.%d\n" % (number, save) for save in range(saves)]
    with locked(root, "set", limit=PATIENT) as workspace:
        read = {file: workspace.read(file).data for file in (COUNTER, LEE)}
        editor = started(lambda: edit(root / COUNTER, theirs, wait or 0.0))
        if wait is None:
            ended(*editor)
        outcome = workspace.commit([Replace(file, data, ours) for file, data in read.items()])
    if wait is not None:
        ended(*editor)
    now, everything = (root / COUNTER).read_bytes(), {(root / COUNTER).read_bytes(), *kept(root).values()}
    shutil.rmtree(root / ".refertext" / "kept", ignore_errors=True)
    assert theirs[-1] in everything
    assert (root / LEE).read_bytes() == (ours if isinstance(outcome, Written) else b"old\n")
    assert isinstance(outcome, Written | Conflict)
    if isinstance(outcome, Written):
        return "the change" if now == ours else "the change, and the editor after it"
    assert now in theirs
    assert ours in everything
    return "the editor, at the very moment" if outcome.theirs else "the editor"


def races(root: Path, saves: int, waits: Callable[[], float | None]) -> Counter[str]:
    won = Counter(one_race(root, number, saves, waits()) for number in range(RACES))
    assert won.total() == RACES
    return won


def test_a_save_between_reading_and_changing_stays(root: Path) -> None:
    assert set(races(root, 1, lambda: None)) == {"the editor"}


def test_no_save_at_any_moment_is_lost(root: Path, tell: Callable[[str], None]) -> None:
    won = races(root, 1, lambda: random.uniform(0, 0.002))
    tell(f"{RACES} races with an editor, won by: {dict(won)}")


def test_no_last_save_of_many_is_lost(root: Path) -> None:
    """So close to each other that some fall between comparing and replacing, which the system does not do in one."""
    races(root, 40, lambda: 0.0)
