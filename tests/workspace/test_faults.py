"""Whatever call fails, and however: every file is wholly old or wholly new, and after the next command all are."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from faults import FLAGS, End, Faults, Way, apart, without_exchange_and_links
from on_disk import a_small_group, an_empty_folder, found, lay  # noqa: F401  fixtures

from refertext.workspace import Change, Create, Rename, Replace, Standing, Unavailable, Written, locked

Contents = dict[str, bytes]


@dataclass(frozen=True)
class Case:
    """A change, and the group before and after it."""

    old: Contents
    new: Contents
    changes: tuple[Change, ...]


def rename_over(count: int) -> Case:
    """One record gets a new name, and so many files that name it change."""
    old = {f"referrals/2026/r{number:02}.yml": f"to: kit\nn: {number}\n".encode() for number in range(count)}
    new = {file: data.replace(b"kit", b"kit-larsen") for file, data in old.items()}
    replaced = tuple(Replace(file, old[file], new[file]) for file in old)
    kit, longer = b"name: Kit\n", b"name: Kit\nformer_ids: [kit]\n"
    rename = Rename("members/kit.md", "members/kit-larsen.md", kit, longer)
    return Case(old | {"members/kit.md": kit}, new | {"members/kit-larsen.md": longer}, (rename, *replaced))


KIT, WOLFE = {"members/kit.md": b"old\n" * 50}, {"members/kit.md": b"new and longer\n" * 50}
BAKERY = {"prospects/2026/bakery.yml": b"alias: a bakery\n"}
CASES = {
    "replace": Case(KIT, WOLFE, (Replace("members/kit.md", KIT["members/kit.md"], WOLFE["members/kit.md"]),)),
    "create": Case(KIT, KIT | BAKERY, (Create("prospects/2026/bakery.yml", BAKERY["prospects/2026/bakery.yml"]),)),
    "rename over 4": rename_over(4),
    "rename over 50": rename_over(50),
}
SYSTEMS: dict[str, Callable[[], None]] = {"linux": lambda: None, "plain": without_exchange_and_links}


def change(root: Path, case: Case, faults: Faults, prepare: Callable[[], None]) -> tuple[Any, list[str]]:
    """Makes the change with a system that fails: what came of it, and the calls that wrote, in their order."""
    prepare()
    faults.install()
    try:
        with locked(root, "test", limit=0) as workspace:
            outcome: Any = workspace.commit(case.changes)
    except Unavailable as error:
        outcome = str(error)
    return outcome, faults.order


def standing_of(end: End) -> Standing:
    """How the files should be, by what the process said."""
    if end.was_killed:
        return Standing.PENDING
    outcome = end.value[0]
    if isinstance(outcome, Written):
        return Standing.NEW
    return Standing.OLD if isinstance(outcome, str) else outcome.standing


def settle(root: Path) -> Contents:
    """What is there after the next command, which changes nothing itself."""
    with locked(root, "next", limit=0):
        pass
    return found(root)


def verify(root: Path, case: Case, end: End) -> Standing:
    """Every file is whole at once; after the next command all are old, or all new, and nothing else is there."""
    for file in {*case.old, *case.new}:
        now = (root / file).read_bytes() if (root / file).exists() else None
        assert now in (case.old.get(file), case.new.get(file)), file
    claimed, before = standing_of(end), records(found(root))
    if claimed is not Standing.PENDING:
        assert before == (case.new if claimed is Standing.NEW else case.old), end
    after = settle(root)
    assert after in (case.old, case.new), end
    assert claimed is Standing.PENDING or after == before, end
    return Standing.NEW if after == case.new else Standing.OLD


def records(contents: Contents) -> Contents:
    return {file: data for file, data in contents.items() if not Path(file).name.startswith(".") and file[0] != "."}


def every_point(root: Path, case: Case, way: Way, prepare: Callable[[], None]) -> tuple[int, Counter[Standing]]:
    """Fails at the first call, at the second, until there are no more: how many there were, and how the files ended."""
    ends: Counter[Standing] = Counter()
    at = 0
    while True:
        at += 1
        shutil.rmtree(root, ignore_errors=True)
        lay(root, case.old)
        end = apart(lambda: change(root, case, Faults(at, way), prepare))  # noqa: B023  it runs at once
        if way in (Way.FULL, Way.BROKEN) and standing_of(end) is Standing.OLD and end.value[1][at - 1] != "unlink":
            assert found(root) == case.old, "what is temporary is removed at once, unless just that fails"
        ends[verify(root, case, end)] += 1
        if not end.was_killed and len(end.value[1]) < at:
            assert isinstance(end.value[0], Written)
            return at - 1, ends


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("name", ["replace", "create", "rename over 4"])
def test_every_call_fails(place: Path, name: str, way: Way, system: str, tell: Callable[[str], None]) -> None:
    calls, ends = every_point(place / "group", CASES[name], way, SYSTEMS[system])
    tell(f"{name}, {system}, {way.value}: {calls} calls, then old {ends[Standing.OLD]}, new {ends[Standing.NEW]}")
    assert calls > 10
    assert ends[Standing.NEW] >= 1


@pytest.mark.parametrize("way", [Way.KILLED, Way.FULL, Way.BROKEN])
def test_every_call_of_a_rename_over_50_files_fails(place: Path, way: Way, tell: Callable[[str], None]) -> None:
    calls, ends = every_point(place / "group", CASES["rename over 50"], way, SYSTEMS["linux"])
    tell(f"rename over 50, {way.value}: {calls} calls, then old {ends[Standing.OLD]}, new {ends[Standing.NEW]}")
    assert calls > 300
    assert ends[Standing.OLD] > 100
    assert ends[Standing.NEW] > 1


def half_done(root: Path, case: Case, prepare: Callable[[], None]) -> None:
    """A group in which a change was interrupted between two files."""
    calls = apart(lambda: change(root, case, Faults(), prepare)).value[1]
    for at in range(len(calls), 0, -1):
        shutil.rmtree(root)
        lay(root, case.old)
        apart(lambda: change(root, case, Faults(at), prepare))  # noqa: B023
        now = records(found(root))
        if now not in (case.old, case.new) and all(now.get(file) == case.old.get(file) for file in list(case.old)[-2:]):
            return
    raise AssertionError("no such point")


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("is_blocked", [False, True])
def test_recovery_itself_fails_at_every_call(
    place: Path, system: str, way: Way, is_blocked: bool, tell: Callable[[str], None]
) -> None:
    """It is completed, or, where somebody has changed a file since, taken back, whatever else happens."""
    case, broken, root = CASES["rename over 4"], place / "broken", place / "group"
    lay(broken, case.old)
    half_done(broken, case, SYSTEMS[system])
    expected = case.new
    if is_blocked:
        saved = {"referrals/2026/r03.yml": b"somebody's\n"}
        lay(broken, saved)
        expected = case.old | saved
    at, end = 0, End(was_killed=True)
    while end.was_killed or len(end.value[1]) >= at:
        at += 1
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(broken, root)
        nothing = Case(case.old, case.new, ())
        end = apart(lambda: change(root, nothing, Faults(at, way), SYSTEMS[system]))  # noqa: B023
        assert settle(root) == expected
    tell(f"recovery, {system}, {way.value}: {at - 1} calls")
    assert at > 5


def test_no_call_that_writes_escapes_the_test(root: Path) -> None:
    """What Python tells its audit hooks of, one by one, is what the layer counted."""
    told: Counter[str] = Counter()
    kinds = {"os.rename": "rename", "os.remove": "unlink", "os.mkdir": "mkdir", "os.rmdir": "rmdir", "os.link": "link"}

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & FLAGS and isinstance(arguments[0], str):
            told["open"] += 1
        elif event in kinds:
            told[kinds[event]] += 1
        elif event in ("os.truncate", "os.symlink", "os.utime", "os.chmod", "os.chown"):
            told["fchmod" if isinstance(arguments[0], int) else event] += 1

    def watched() -> tuple[Counter[str], Counter[str]]:
        faults = Faults()
        shutil.rmtree(root)
        lay(root, CASES["rename over 4"].old)
        sys.addaudithook(hear)
        change(root, CASES["rename over 4"], faults, SYSTEMS["linux"])
        return Counter(told), Counter(faults.order)

    heard, counted = apart(watched).value
    counted["rename"] += counted.pop("replace", 0)
    assert heard == {name: counted[name] for name in ("open", "rename", "unlink", "mkdir", "link", "fchmod")}
    assert counted["write"] == counted["open"]
    assert counted["exchange"] == 4


def test_the_order_of_calls(place: Path) -> None:
    """Everything is on disk before the next step relies on it."""
    lay(place, CASES["replace"].old)
    assert apart(lambda: change(place, CASES["replace"], Faults(), SYSTEMS["linux"])).value[1] == [
        *("mkdir", "open", "write"),  # our folder, the lock
        *("open", "write", "fchmod", "fsync"),  # the new content, beside the old one
        *("open", "write", "fsync", "replace", "fsync"),  # the journal and its name
        *("exchange", "fsync"),  # the change and its folder
        *("unlink", "fsync"),  # the journal
        *("unlink", "unlink"),  # the old content, the lock
    ]
