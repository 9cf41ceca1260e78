"""Files become a group: which ids there are, and what is wrong with names before anything is read."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import group_of
from refertext.check import check
from refertext.group import Group, load
from refertext.problem import Flaw, FlawKind, Place
from refertext.text import Source

SETTINGS = {"refertext.yml": "group: Harbour\ntimezone: UTC\ncurrency: USD\n"}
ALIAS = "alias: A haulier\n"


def flaws(group: Group) -> list[tuple[str, str, str]]:
    return [(flaw.kind.value, flaw.place.file, flaw.found) for found in group.flaws.values() for flaw in found]


@pytest.mark.parametrize(
    "id_",
    ["a", "7", "kit-larsen", "2026-03-05-group", "brian-cho--kit-larsen", "a1-b2", "con-artist", "com", "x" * 120],
)
def test_ids(id_: str) -> None:
    group = group_of(SETTINGS | {f"prospects/{id_}.yml": ALIAS})
    assert flaws(group) == []
    assert list(group.prospects) == [id_]


@pytest.mark.parametrize(
    ("id_", "mend"),
    [
        ("Kit", "kit.yml"),
        ("kit larsen", "kit-larsen.yml"),
        ("kit_larsen", "kit-larsen.yml"),
        ("-kit", "kit.yml"),
        ("kit-", "kit.yml"),
        ("kit---larsen", "kit-larsen.yml"),
        ("kit.larsen", "kit-larsen.yml"),
        ("zoë", "zoe.yml"),
        ("jürgen-müller", "jurgen-muller.yml"),
        ("Ann–Lee", "ann-lee.yml"),
        ("日本", "another name"),
        ("Con", "another name"),
        ("Everyone", "another name"),
        ("kit\n", "kit.yml"),
        ("kit\udcff", "kit.yml"),
        ("con", "another name"),
        ("nul", "another name"),
        ("com1", "another name"),
        ("lpt9", "another name"),
        ("everyone", "another name"),
        ("group", "another name"),
        ("none", "another name"),
        ("outside", "another name"),
        ("readme", "another name"),
        ("README", "another name"),
        ("x" * 121, "another name"),
    ],
)
def test_no_ids(id_: str, mend: str) -> None:
    group = group_of(SETTINGS | {f"prospects/{id_}.yml": ALIAS})
    (flaw,) = group.flaws[FlawKind.ID_FORM]
    assert flaw.found == id_
    assert mend in flaw.mend
    assert list(group.prospects) == [id_]


@pytest.mark.parametrize(
    ("file", "mend"),
    [
        ("members/notes.txt", "move it out of members/; if it is a record"),
        ("members/Thumbs.db", "move it out of members/; if it is a record"),
        ("members/kit", "move it out of members/; if it is a record"),
        ("members/kit.md.bak", "move it out of members/; if it is a record"),
        ("members/kit.yaml", "rename it to kit.yml"),
        ("members/kit.YML", "rename it to kit.yml"),
        ("members/kit.json", "rename it to kit.yml"),
        ("members/kit.MD", "rename it to kit.md"),
        ("members/kit-larsen.md.txt", "rename it to kit-larsen.md"),
        ("members/Kit Larsen.yml.TXT", "rename it to kit-larsen.yml"),
        ("members/日本.yaml", "rename it to 日本.yml"),
        ("partnerships/brian-cho--kit.yaml", "rename it to brian-cho--kit.yml"),
        ("members/2026/kit.yml", "move it to members/"),
        ("prospects/a/b/c.md", "move it to prospects/"),
        ("referrals/march/x.yml", "referrals/2026/"),
        ("referrals/2026/03/x.yml", "referrals/2026/"),
        ("referrals/20266/x.yml", "referrals/2026/"),
        ("referrals/٢٠٢٦/x.yml", "referrals/2026/"),
        ("member/", "rename the folder to members"),
        ("2025-03-05-kit-lee-7f3a.yml", "move it to referrals/2025/ or meetings/2025/, whichever it is"),
    ],
)
def test_stray_files(file: str, mend: str) -> None:
    group = group_of(SETTINGS | {file: ALIAS})
    (flaw,) = group.flaws[FlawKind.STRAY_FILE]
    assert mend in flaw.mend
    assert not any(group.records(folder) for folder in group.unread)


@pytest.mark.parametrize("file", ["referrals/x.yml", "referrals/2026/x.yml", "meetings/1999/x.md", "meetings/x.md"])
def test_years_may_be_folders(file: str) -> None:
    assert not group_of(SETTINGS | {file: ALIAS}).flaws[FlawKind.STRAY_FILE]


@pytest.mark.parametrize(
    ("files", "collisions"),
    [
        ({"prospects/a.yml": ALIAS, "members/a.yml": "name: A\nbusiness: B\n"}, []),
        ({"prospects/a.yml": f"{ALIAS}former_ids: [a]\n"}, []),
        ({"prospects/a.yml": f"{ALIAS}former_ids: [b, b]\n"}, []),
        ({"prospects/a.yml": ALIAS, "prospects/a.md": f"---\n{ALIAS}---\n"}, [("prospects/a.yml", "a")]),
        ({"prospects/a.yml": ALIAS, "prospects/A.yml": ALIAS}, [("prospects/a.yml", "a")]),
        ({"referrals/2025/a.yml": ALIAS, "referrals/2026/a.yml": ALIAS}, [("referrals/2026/a.yml", "a")]),
        ({"prospects/a.yml": f"{ALIAS}former_ids: [b]\n", "prospects/b.yml": ALIAS}, [("prospects/a.yml", "b")]),
        ({"prospects/a.yml": f"{ALIAS}former_ids: [B]\n", "prospects/b.yml": ALIAS}, [("prospects/a.yml", "B")]),
        ({"prospects/a.yml": f"{ALIAS}former_ids: [b]\n", "prospects/b.yml": "alias: ["}, [("prospects/a.yml", "b")]),
        (
            {"prospects/a.yml": f"{ALIAS}former_ids: [c]\n", "prospects/b.yml": f"{ALIAS}former_ids: [c]\n"},
            [("prospects/b.yml", "c")],
        ),
    ],
)
def test_collisions(files: dict[str, str], collisions: list[tuple[str, str]]) -> None:
    found = group_of(SETTINGS | files).flaws[FlawKind.ID_COLLISION]
    assert [(flaw.place.file, flaw.found) for flaw in found] == collisions
    assert all(len(flaw.see) == 1 for flaw in found)


def test_ids_of_broken_files_are_known() -> None:
    group = group_of(SETTINGS | {"members/kit.yml": "name: [", "members/lee.yml": "name: Lee\n", "members/md.md": ""})
    assert group.unread["members"] == {"kit", "lee", "md"}
    assert not group.members


@pytest.mark.parametrize(
    ("file", "known"),
    [
        ("members/notes.txt", set()),
        ("members/Thumbs.db", set()),
        ("member/", set()),
        ("members/日本.md", set()),
        ("members/Outside.md", set()),
        ("members/outside.yaml", set()),
        ("members/Kit Larsen.md", {"kit-larsen"}),
        ("members/kit-larsen.yaml", {"kit-larsen"}),
        ("members/kit-larsen.md.txt", {"kit-larsen"}),
        ("members/old/kit-larsen.md", {"kit-larsen"}),
    ],
)
def test_ids_that_files_will_have_are_known(file: str, known: set[str]) -> None:
    group = group_of(SETTINGS | {file: "---\nname: Kit\nbusiness: Northwind\n---\n"})
    assert group.unread["members"] == known


def test_partnerships_keep_their_two_hyphens() -> None:
    group = group_of(SETTINGS | {"partnerships/Brian-Cho--Kit.yml": "between: [brian-cho, kit]\nsince: 2025-02-01\n"})
    (flaw,) = group.flaws[FlawKind.ID_FORM]
    assert flaw.mend == "rename the file to brian-cho--kit.yml"


def test_files_that_cannot_be_read_are_known() -> None:
    flaw = Flaw(FlawKind.FILE_UNREADABLE, Place("members/kit.yml", offsets=(0, 0)))
    sources = [Source("refertext.yml", SETTINGS["refertext.yml"].encode()), Source("members/kit.yml", b"", flaw)]
    group = load(sources, lambda _: date(2026, 3, 11))
    assert group.unread["members"] == {"kit"}
    assert flaws(group) == [("file-unreadable", "members/kit.yml", "")]


def test_nothing_at_all() -> None:
    group = load([], lambda _: date(2026, 3, 11))
    assert not group.settings_read
    assert group.as_of == date(2026, 3, 11)
    assert check(group) == []


def test_the_zone_of_the_settings_is_asked_for_the_day() -> None:
    settings = SETTINGS["refertext.yml"].replace("UTC", "America/Denver").encode()
    days = {"America/Denver": date(2026, 3, 10), "UTC": date(2026, 3, 11)}
    assert load([Source("refertext.yml", settings)], days.__getitem__).as_of == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("pinned", "asked", "as_of", "present"),
    [
        (None, None, 11, 11),
        (None, 9, 9, 11),
        (None, 13, 13, 13),
        (5, None, 5, 5),
        (5, 3, 3, 5),
        (5, 9, 9, 9),
        (20, 15, 15, 20),
    ],
)
def test_the_day_looked_from_and_the_day_it_is(pinned: int | None, asked: int | None, as_of: int, present: int) -> None:
    pin = f"as_of: 2026-03-{pinned:02}\n" if pinned else ""
    source = Source("refertext.yml", (SETTINGS["refertext.yml"] + pin).encode())
    group = load([source], lambda _: date(2026, 3, 11), date(2026, 3, asked) if asked else None)
    assert (group.as_of, group.present) == (date(2026, 3, as_of), date(2026, 3, present))


def found_in_order(files: Mapping[str, str], chance: random.Random) -> list[str]:
    order = list(files.items())
    chance.shuffle(order)
    group = load((Source(file, text.encode()) for file, text in order), lambda _: date(2026, 3, 11))
    return [repr(finding) for finding in check(group)]


@given(st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(chance: random.Random) -> None:
    seat = "seat: {category: people/payroll, services: [payroll]}\njoined: 2025-01-09\n"
    files = SETTINGS | {
        "members/ann.yml": f"name: Ann\nbusiness: A\n{seat}",
        "members/bob.yml": f"name: Bob\nbusiness: B\nintroduced_by: nobody\n{seat}",
        "members/cat.yml": f"name: Cat\nbusiness: C\nformer_ids: [kit]\nintroduced_by: an\n{seat}",
        "prospects/x.yml": "alias: A bakery\nknown_by: [kit, ann, nobody]\n",
        "meetings/2026/2026-03-05-group.yml": "kind: group\ndate: 2026-03-05\nattendance: {ann: present}\n",
        "referrals/2026/2026-03-05-ann-bob-7f3a.yml": "kind: referral\ndate: 2026-03-05\nfrom: ann\nto: bob\n",
    }
    assert found_in_order(files, chance) == found_in_order(files, random.Random(0))


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        (Source("members/notes.txt", b"", Flaw(FlawKind.STRAY_FILE, Place("members/notes.txt"))), set()),
        (Source("members/2024", b"", Flaw(FlawKind.SYMLINK, Place("members/2024"))), set()),
        (Source("Members/", b"", Flaw(FlawKind.STRAY_FILE, Place("Members/"))), {"members"}),
        (Source("members", b"", Flaw(FlawKind.SYMLINK, Place("members"))), {"members"}),
        (Source("referrals", b"", Flaw(FlawKind.FILE_UNREADABLE, Place("referrals"))), {"referrals"}),
    ],
)
def test_of_a_lost_folder_every_id_counts_as_known(source: Source, lost: set[str]) -> None:
    lead = b"kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: brian-cho\nabout: a brewery\n"
    group = load([Source("referrals/2026/2026-03-02-x.yml", lead), source], lambda _: date(2026, 3, 11))
    assert group.lost == lost
    assert bool(group.outdated_references["members"]) is ("members" not in lost)
    assert group.knows("members", "kit-larsen") is ("members" in lost)
