from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.referrals.giver_not_member import giver_not_member
from refertext.rules.referrals.receiver_not_member import receiver_not_member

FILE = "referrals/2026/x.yml"
LEAD = "kind: lead\ndate: 2026-03-04\nfrom: {giver}\nto: {receiver}\ntaken_by: [{takers}]\nabout: a bakery\n"


def paths(cast: dict[str, str], joined: str, names: str, day: str = "2026-03-04") -> list[Path]:
    """Where givers and receivers are reported, with Pat in the group as `joined` says."""
    giver, receiver, takers = names.split(" > ")
    lead = LEAD.format(giver=giver, receiver=receiver, takers=takers.strip("-")).replace("2026-03-04", day)
    pat = f"---\nname: Pat\nbusiness: Pat Ltd\nformer_ids: [patty]\n{joined}\n---\n"
    group = group_of(cast | {FILE: lead, "members/pat.md": pat})
    return [finding.problem.place.path for finding in check(group, [giver_not_member, receiver_not_member])]


@pytest.mark.parametrize(
    "joined",
    [
        "joined: 2026-03-04",
        "joined: 2025-01-01\nleft: {date: 2026-03-04}",
        "joined: 2026-03-09\nearlier: [{joined: 2026-01-01, left: 2026-03-04}]",
        "joined: 2025-01-01\nleave: [{from: 2026-03-01, until: 2026-03-08}]",
        "joined: 2025-01-01\nleft: {date: 2024-12-31}",  # backwards: nobody can tell
    ],
)
@pytest.mark.parametrize("names", ["pat > lee-ortiz > -", "lee-ortiz > pat > -", "lee-ortiz > everyone > pat"])
def test_members_of_that_day(cast: dict[str, str], joined: str, names: str) -> None:
    assert paths(cast, joined, names) == []


@pytest.mark.parametrize(
    "joined",
    [
        "",
        "joined: 2025-01-01\nleft: {date: 2026-03-03}",
        "joined: 2026-03-12",
        "joined: 2026-03-12\nearlier: [{joined: 2026-01-01, left: 2026-03-03}]",
    ],
)
@pytest.mark.parametrize(
    ("names", "path"),
    [
        ("pat > lee-ortiz > -", ("from",)),
        ("patty > lee-ortiz > -", ("from",)),
        ("lee-ortiz > pat > -", ("to",)),
        ("lee-ortiz > everyone > brian-cho, patty", ("taken_by", 1)),
    ],
)
def test_others(cast: dict[str, str], joined: str, names: str, path: Path) -> None:
    assert paths(cast, joined, names) == [path]


def test_a_taker_may_have_joined_since(cast: dict[str, str]) -> None:
    assert paths(cast, "joined: 2026-03-09", "lee-ortiz > everyone > pat") == []
    assert paths(cast, "joined: 2026-03-09", "lee-ortiz > pat > -") == [("to",)]


def test_what_is_still_to_come_is_told_by_another_rule(cast: dict[str, str]) -> None:
    assert paths(cast, "", "pat > pat > pat", day="2027-03-04") == []


def test_the_day_itself_counts(cast: dict[str, str]) -> None:
    assert paths(cast, "", "pat > lee-ortiz > -", day="2026-03-11") == [("from",)]
    assert paths(cast, "", "lee-ortiz > pat > -", day="2026-03-11") == [("to",)]
    assert paths(cast, "joined: 2026-03-11", "lee-ortiz > everyone > pat") == []
    assert paths(cast, "joined: 2026-03-12", "lee-ortiz > everyone > pat") == [("taken_by", 0)]


def test_nobody_of_the_group(cast: dict[str, str]) -> None:
    assert paths(cast, "", '"outside: Pat" > lee-ortiz > -') == []
    assert paths(cast, "", "nobody-known > nor-they > neither") == []


@pytest.mark.parametrize(
    ("joined", "why"),
    [
        ("", "has not joined yet"),
        ("joined: 2026-03-05", "joined only on 2026-03-05"),
        ("joined: 2025-01-01\nleft: {date: 2026-02-28}", "left on 2026-02-28"),
        (
            "joined: 2026-03-05\nearlier: [{joined: 2025-01-01, left: 2026-02-28}]",
            "left on 2026-02-28 and came back only on 2026-03-05",
        ),
    ],
)
def test_the_reason_is_told(cast: dict[str, str], joined: str, why: str) -> None:
    lead = LEAD.format(giver="pat", receiver="lee-ortiz", takers="")
    group = group_of(cast | {FILE: lead, "members/pat.md": f"---\nname: Pat\nbusiness: P\n{joined}\n---\n"})
    (finding,) = check(group, [giver_not_member])
    assert finding.problem.message == f"Pat gave this on 2026-03-04, but {why}"
