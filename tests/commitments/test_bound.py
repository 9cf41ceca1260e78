"""Whom a commitment binds, from which day, and how many days count."""

from __future__ import annotations

import pytest

from agreed import bound_by
from small import Files, day, member, members, partnership, window

ATTENDANCE = "measure: attendance, at_least: 75%, over: 26 weeks"
POWER = {"kind": "power"}


def power(one: str, other: str, since: str, kind: str = "power") -> Files:
    ((file, text),) = partnership(one, other, since).items()
    return {file: f"{text}kind: {kind}\n"}


def who(written: str, *files: Files, as_of: str = "06-01", adopted: str = "01-01", ended: str = "") -> dict[str, str]:
    """Those who are bound, and since when."""
    found = bound_by(written, *files, as_of=as_of, adopted=adopted, ended=ended)
    return {str(bound.subject): str(bound.start).removeprefix("2026-") for bound in found}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (member("kit", "2025-03-01"), "01-01"),
        (member("kit", "02-10"), "02-10"),
        (member("kit", "06-01"), "06-01"),
        (member("kit", "03-01", earlier=[("2024-01-01", "2025-12-31")]), "03-01"),
        (member("kit", "03-01", earlier=[("2024-01-01", "04-30")]), "03-01"),
        (member("kit", "01-01", leave=[("05-01", "07-31")]), "01-01"),
        (member("kit", "01-01", left="06-01"), "01-01"),
        (member("kit", "01-01", left="05-31"), None),
        (member("kit", "06-02"), None),
        (member("kit", None), None),
        (member("kit", "04-01", left="03-01"), None),
    ],
)
def test_members_of_the_day_are_bound(files: Files, expected: str | None) -> None:
    assert who(ATTENDANCE, files).get("kit") == expected


@pytest.mark.parametrize(
    ("more", "adopted", "expected"),
    [
        ("", "02-15", "02-15"),
        ("from: 2026-03-01", "02-15", "03-01"),
        ("from: 2026-01-01", "02-15", "02-15"),
        ("from: 2026-06-01", "02-15", "06-01"),
        ("from: 2026-06-02", "02-15", None),
        ("until: 2026-02-01", "02-15", None),
        ("from: 2026-05-01, until: 2026-04-30", "01-01", None),
        ("", "06-02", None),
    ],
)
def test_from_adoption_and_from(more: str, adopted: str, expected: str | None) -> None:
    assert who(f"{ATTENDANCE}, {more}", members("kit"), adopted=adopted).get("kit") == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("kit", "kit"),
        ("[kit, lee]", "kit lee"),
        ("[old-lee]", "lee"),
        ("[nobody]", ""),
        ("[group, kit]", "kit"),
        ("group", "group"),
    ],
)
def test_those_who_are_named(named: str, expected: str) -> None:
    files = members("kit", "sam") | member("lee", former=["old-lee"])
    assert " ".join(who(f"{ATTENDANCE}, who: {named}", files)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("measure: next-fixed, at_least: 100%, over: 4 meetings, who: group", {"group": "01-01"}),
        ("measure: next-fixed, at_least: 100%, over: 4 meetings", {"group": "01-01"}),
        ("measure: one-to-ones, at_least: 1, per: month, who: group", {"group": "01-01"}),
        ("measure: balance, at_least: 0, over: 6 months, who: group", {}),
        ("measure: fulfilment, at_least: 100%, over: 6 months", {}),
        ("measure: attendance, at_least: 75%, over: 6 months, with: each member", {}),
        ("measure: one-to-ones, at_least: 1, per: year, with: everybody", {}),
    ],
)
def test_the_group_and_what_is_measured_of_nobody(written: str, expected: dict[str, str]) -> None:
    assert who(written, members("kit", "lee")) == expected


def test_each_pair_of_members_from_the_day_both_are() -> None:
    files = members("kit", "sam") | member("lee", "02-10") | member("pat", left="05-01")
    pairs = who("measure: one-to-ones, at_least: 2, per: year, with: each member", files)
    assert pairs == {"kit+lee": "02-10", "kit+sam": "01-01", "lee+sam": "02-10"}


def test_both_directions_of_what_is_given() -> None:
    pairs = who("measure: contributions, at_least: 1, per: year, with: each member", members("kit", "lee"))
    assert list(pairs) == ["kit+lee", "lee+kit"]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("one-to-ones", ["kit+lee", "lee+sam"]), ("contributions", ["lee+kit", "lee+sam"])],
)
def test_those_who_are_named_are_those_who_promised(measure: str, expected: list[str]) -> None:
    files = members("kit", "lee", "sam")
    written = f"measure: {measure}, at_least: 1, per: year, with: each member, who: lee"
    assert list(who(written, files)) == expected


def test_power_partners_since_they_are() -> None:
    files = (
        members("kit", "lee", "sam")
        | member("pat", left="05-01")
        | power("kit", "lee", "02-15")
        | power("kit", "sam", "01-01", "partner")
        | power("lee", "sam", "06-02")
        | power("kit", "pat", "01-01")
    )
    assert who("measure: one-to-ones, at_least: 1, per: quarter, with: each power partner", files) == {
        "kit+lee": "02-15"
    }


def test_of_power_partners_recorded_twice_the_partnership_that_began_first_counts() -> None:
    files = power("kit", "lee", "02-15") | power("lee", "kit", "03-01", "partner")
    files |= power("kit", "sam", "01-20", "partner") | power("sam", "kit", "03-01")
    written = "measure: one-to-ones, at_least: 1, per: quarter, with: each power partner"
    assert who(written, members("kit", "lee", "sam"), files) == {"kit+lee": "02-15"}


@pytest.mark.parametrize(
    ("more", "ended", "expected"),
    [
        ("", "", "06-01"),
        ("until: 2026-12-31", "", "06-01"),
        ("until: 2026-06-01", "", "06-01"),
        ("until: 2026-05-31", "", "05-31"),
        ("", "05-20", "05-20"),
        ("until: 2026-05-31", "05-20", "05-20"),
        ("until: 2026-03-03", "", "03-03"),
        ("until: 2026-03-02", "", None),  # 13 weeks ago: nothing is told of it any more
    ],
)
def test_what_has_ended_is_judged_as_of_its_last_day(more: str, ended: str, expected: str | None) -> None:
    found = list(bound_by(f"{ATTENDANCE}, {more}", members("kit"), as_of="06-01", ended=ended))
    assert [str(bound.term.day) for bound in found] == ([f"2026-{expected}"] if expected else [])
    assert all(bound.term.is_over is (expected != "06-01") for bound in found)


def test_those_who_left_since_it_ended_are_left_in_peace() -> None:
    written = f"{ATTENDANCE}, until: 2026-05-01"
    assert who(written, member("kit", left="05-15") | member("lee", "05-02") | members("sam")) == {"sam": "01-01"}


@pytest.mark.parametrize(
    ("more", "ended", "expected"),
    [
        ("", "", True),
        ("until: 2026-06-30", "", True),
        ("until: 2026-06-29", "", False),
        ("", "06-15", False),
        ("until: 2026-05-31", "", False),
    ],
)
def test_a_period_that_will_never_be_judged_is_not_running(more: str, ended: str, expected: bool) -> None:
    written = f"measure: contributions, at_least: 1, per: month, {more}"
    (bound,) = bound_by(written, members("kit"), as_of="06-01", ended=ended)
    assert (bound.term.running is not None) is expected


@pytest.mark.parametrize(
    ("files", "first", "last", "expected"),
    [
        (members("kit"), "02-01", "02-28", 28),
        (members("kit"), "2025-12-01", "01-31", 31),
        (member("kit", "02-10"), "02-01", "02-28", 19),
        (member("kit", leave=[("02-20", "03-10")]), "02-01", "02-28", 19),
        (member("kit", leave=[("02-20", "03-10"), ("02-01", "02-05")]), "02-01", "02-28", 14),
        (member("kit", left="06-10"), "06-01", "06-30", 10),
        (members("kit"), "02-28", "02-01", 0),
    ],
)
def test_counted_days(files: Files, first: str, last: str, expected: int) -> None:
    (bound,) = bound_by(ATTENDANCE, files, as_of="06-01")
    assert bound.counted(window(first, last)) == expected


def test_of_a_pair_the_days_on_which_both_are_there() -> None:
    files = member("kit", leave=[("02-01", "02-10")]) | member("lee", "01-20", leave=[("02-06", "02-15")])
    written = "measure: one-to-ones, at_least: 2, per: year, with: each member"
    (bound,) = bound_by(written, files, as_of="06-01")
    assert bound.counted(window("01-01", "02-28")) == 12 + 13
    assert bound.is_bound_in(window("01-01", "01-20"))
    assert not bound.is_bound_in(window("01-01", "01-19"))


def test_of_the_group_all_days_since_adoption() -> None:
    (bound,) = bound_by("measure: next-fixed, at_least: 100%, over: 4 meetings", as_of="06-01", adopted="02-01")
    assert (bound.start, bound.counted(window("01-01", "02-28"))) == (day("02-01"), 28)
