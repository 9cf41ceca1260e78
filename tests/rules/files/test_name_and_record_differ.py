from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import Group
from refertext.problem import Problem
from refertext.rules.files.name_and_record_differ import name_and_record_differ
from refertext.rules.rule import Rule

NAMED = "2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
RENAME = "correct the record, or rename the file"


def problems_of(group: Group, rule: Rule) -> list[Problem]:
    return [finding.problem for finding in check(group, [rule])]


@pytest.mark.parametrize(
    ("file", "giver", "receiver", "date", "mend"),
    [
        (f"2026/{NAMED}", "lee-ortiz", "brian-cho", "2026-03-04", None),
        (NAMED, "lee-ortiz", "brian-cho", "2026-03-04", None),
        ("2026/march.yml", "lee-ortiz", "brian-cho", "2026-03-04", None),
        (f"2026/{NAMED}", "outside", "brian-cho", "2026-03-04", None),
        (f"2026/{NAMED}", "lee-ortis", "brian-cho", "2026-03-04", None),
        (f"2026/{NAMED}", "kit-larsen", "brian-cho", "2026-03-04", RENAME),
        (f"2026/{NAMED}", "lee-ortiz", "everyone", "2026-03-04", RENAME),
        (f"2026/{NAMED}", '"outside: a client"', "brian-cho", "2026-03-04", RENAME),
        (f"2026/{NAMED}", "lee-ortiz", "brian-cho", "2026-03-05", RENAME),
        (f"2026/{NAMED}", "lee-ortiz", "brian-cho", "2025-03-04", RENAME),
        (f"2025/{NAMED}", "lee-ortiz", "brian-cho", "2026-03-04", "move it to referrals/2026/"),
        ("2025/march.yml", "lee-ortiz", "brian-cho", "2026-03-04", "move it to referrals/2026/"),
    ],
)
def test_referrals(cast: dict[str, str], file: str, giver: str, receiver: str, date: str, mend: str | None) -> None:
    text = f"kind: lead\ndate: {date}\nfrom: {giver}\nto: {receiver}\nabout: a brewery\n"
    problems = problems_of(group_of(cast | {f"referrals/{file}": text}), name_and_record_differ)
    assert [problem.mend for problem in problems] == [mend] * bool(mend)


def test_the_folder_is_told(cast: dict[str, str]) -> None:
    texts = {"meetings/2025/2026-03-06-group.yml": "kind: group\ndate: 2026-03-06\n"}
    (problem,) = problems_of(group_of(cast | texts), name_and_record_differ)
    assert problem.message == "The file stands in the folder of 2025, but its date is 2026-03-06"
    assert problem.mend == "move it to meetings/2026/"


@pytest.mark.parametrize(
    ("between", "count"),
    [("kit-larsen, brian-cho", 0), ("brian-cho, lee-ortiz", 1), ("brian-chox, kit-larsen", 0), ("Kit Larsen, xy", 0)],
)
def test_partnerships(cast: dict[str, str], between: str, count: int) -> None:
    texts = {"partnerships/brian-cho--kit-larsen.md": f"---\nbetween: [{between}]\nsince: 2026-03-01\n---\n"}
    assert len(problems_of(group_of(cast | texts), name_and_record_differ)) == count


@pytest.mark.parametrize("folder", ["meetings/2025/", "meetings/2027/", "meetings/"])
def test_a_copy_in_another_folder_is_to_be_deleted(cast: dict[str, str], folder: str) -> None:
    name, good = "2026-03-05-group.md", "meetings/2026/2026-03-05-group.md"
    group = group_of(cast | {f"{folder}{name}": cast[good]})
    [finding] = check(group)
    assert (finding.rule, finding.problem.place.file) == ("id-collision", f"{folder}{name}")
    assert finding.problem.mend == f"delete this file if it is a copy of {good}, else rename it"
    assert group.meetings["2026-03-05-group"].file == good


def test_a_copy_does_not_stand_in_for_a_file_that_cannot_be_read(cast: dict[str, str]) -> None:
    good = "meetings/2026/2026-03-05-group.md"
    copied = {"meetings/2025/2026-03-05-group.md": cast[good], good: "---\nkind: [\n---\n"}
    group = group_of(cast | copied)
    assert "2026-03-05-group" not in group.meetings
    assert {one.rule for one in check(group)} == {"id-collision", "yaml-error"}
