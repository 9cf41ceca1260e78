"""Whom a name means, and which day."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.slips.days import day_before, day_from
from refertext.slips.names import member_meant
from refertext.slips.piece import Piece
from refertext.slips.slip import UnclearError
from refertext.slips.tag import dated_id, tag_of
from small import day

MEMBERS = {
    "ines-duarte": ("Inés Duarte", ""),
    "kit-larsen": ("Kit Larsen", "former_ids: [kit-moe]\n"),
    "jo-reed": ("Jo Reed", ""),
    "jo-anne-roe": ("Jo-Anne Roe", ""),
    "grace-old": ("Grace Old", "left: {date: 2025-12-31}\n"),
    "grace-new": ("Grace New", ""),
    "tom-vega": ("Tom Vega", "left: {date: 2025-12-31}\n"),
    "pat-jones": ("Pat Jones", ""),
    "pat-tom": ("Pat Tom", ""),
}
GROUP = group_of(
    {"refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n"}
    | {
        f"members/{id_}.yml": f"name: {name}\nbusiness: B\njoined: 2025-01-09\n{more}"
        for id_, (name, more) in MEMBERS.items()
    }
)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kit", "kit-larsen"),
        ("KIT", "kit-larsen"),
        ("k", "kit-larsen"),
        ("kit l", "kit-larsen"),
        ("kit-l", "kit-larsen"),
        ("Kit Larsen", "kit-larsen"),
        ("kit-moe", "kit-larsen"),
        ("Larsen", "kit-larsen"),
        ("Ines", "ines-duarte"),
        ("Inés", "ines-duarte"),
        ("inés d", "ines-duarte"),
        ("Grace", "grace-new"),
        ("grace-old", "grace-old"),
        ("Tom", "tom-vega"),
        ("Jo R", "jo-reed"),
        ("jo-a", "jo-anne-roe"),
        ("Jo-Anne", "jo-anne-roe"),
    ],
)
def test_whom_a_name_means(name: str, id_: str) -> None:
    assert member_meant(GROUP, Piece(name), day("03-05")) == id_


@pytest.mark.parametrize(
    ("name", "said", "mend"),
    [
        ("Jo", "“Jo” may be Jo-Anne Roe (jo-anne-roe) or Jo Reed (jo-reed)", "write more of the name, or the id"),
        ("Kitt", "There is no member “Kitt”", "did you mean Kit Larsen?"),
        ("Zzz", "There is no member “Zzz”", "write one of Grace New, Inés Duarte, Jo-Anne Roe, Jo Reed, Kit Larsen"),
        ("jon", "There is no member “jon”", ""),
    ],
)
def test_whom_a_name_does_not_tell(name: str, said: str, mend: str) -> None:
    with pytest.raises(UnclearError) as raised:
        member_meant(GROUP, Piece(name, 7), day("03-05"))
    fault = raised.value.fault
    assert (fault.said, fault.start, fault.end) == (said, 7, 7 + len(name))
    assert fault.mend.startswith(mend)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("03-05", "2026-03-05", "2026-03-05"),
        ("03-04", "2026-03-04", None),
        ("03-06", None, "2026-03-06"),
        ("02-29", None, None),
        ("March 4", "2026-03-04", None),
        ("4th of Mar.", "2026-03-04", None),
        ("12 Dec", "2025-12-12", None),
        ("sept 3rd", "2025-09-03", "2026-09-03"),
        ("09-02", None, "2026-09-02"),
        ("09-04", "2025-09-04", "2026-09-04"),
        ("09-05", "2025-09-05", None),
        ("03‑04", "2026-03-04", None),
        ("today", "2026-03-05", "2026-03-05"),
        ("2025-07-01", "2025-07-01", None),
        ("2027-07-01", None, "2027-07-01"),
        ("yesterday", "2026-03-04", None),
        ("2026-03-06", None, "2026-03-06"),
        ("02-30", None, None),
        ("13-01", None, None),
        ("3/4", None, None),
        ("May", None, None),
        ("2026-02-30", None, None),
        ("0026-02-03", None, None),
    ],
)
def test_which_day_is_meant(text: str, before: str | None, after: str | None) -> None:
    thursday = date(2026, 3, 5)
    for meant, days, expected in ((day_before, (thursday,), before), (day_from, (thursday, thursday), after)):
        if expected:
            assert meant(Piece(text), *days) == date.fromisoformat(expected)
        else:
            with pytest.raises(UnclearError):
                meant(Piece(text), *days)


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        ("03-06", "“03-06” would be 2025-03-06", "write 2025-03-06 if that is meant, or correct the day"),
        ("02-29", "“02-29” would be 2024-02-29", "write 2024-02-29 if that is meant, or correct the day"),
    ],
)
def test_a_day_far_away_needs_its_year(text: str, said: str, mend: str) -> None:
    with pytest.raises(UnclearError) as raised:
        day_before(Piece(text), date(2026, 3, 5))
    assert (raised.value.fault.said, raised.value.fault.mend) == (said, mend)


def test_a_day_beyond_new_year_is_near() -> None:
    assert day_before(Piece("12-30"), date(2026, 1, 1)) == date(2025, 12, 30)
    assert day_from(Piece("01-02"), date(2025, 12, 30), date(2025, 12, 30)) == date(2026, 1, 2)


def test_yesterday_is_not_to_come() -> None:
    with pytest.raises(UnclearError) as raised:
        day_from(Piece("yesterday"), date(2026, 3, 6), date(2026, 3, 5))
    assert raised.value.fault.said == "2026-03-04 is before 2026-03-05, the day of this log"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("3/4", "write the month first, two digits each: 03-04 or 04-03"),
        ("13/4", "write the month first, two digits each: 04-13"),
        ("17.11.2026", "write the month first, two digits each: 11-17"),
        ("4-31", "write month and day with two digits each"),
    ],
)
def test_what_to_write_for_a_day(text: str, mend: str) -> None:
    with pytest.raises(UnclearError) as raised:
        day_before(Piece(text), date(2026, 3, 5))
    assert raised.value.fault.mend.startswith(mend)


def test_a_tag_is_the_hash_of_what_is_said() -> None:
    """The first four digits of: printf '2026-03-05\\nkit-larsen\\neveryone\\nlead\\nriver bakery' | sha256sum."""
    tag = tag_of(date(2026, 3, 5), "kit-larsen", "everyone", "lead", "River  bakery.")
    assert tag == "524d"
    assert tag == tag_of(date(2026, 3, 5), "kit-larsen", "everyone", "lead", "river bakery")
    assert tag != tag_of(date(2026, 3, 5), "kit-larsen", "brian-cho", "lead", "river bakery")


def test_an_id_that_would_be_too_long_has_no_names() -> None:
    assert dated_id(date(2026, 3, 5), ("a", "b"), "7f3a") == "2026-03-05-a-b-7f3a"
    assert dated_id(date(2026, 3, 5), ("a" * 60, "b" * 60), "7f3a") == "2026-03-05-7f3a"
