from __future__ import annotations

import pytest

from refertext.insights.debts.details import details
from small import Files, gift, member, members, small

PEOPLE = members("kit", "lee", "pat")
REFUSES = {"prospects/p.yml": "{alias: A firm, do_not_contact: yes}"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (gift("g", "03-05", "kit", "lee", about="a", consent="03-04"), []),
        (gift("g", "03-05", "kit", "lee", consent="03-04"), [("nobody-named", "kit", "lee", "03-05")]),
        (gift("g", "03-05", "kit", "lee", "lead", "03-06 lost"), []),
        (gift("g", "03-05", "outside: Jo", "lee", "lead"), []),
        (gift("g", "03-05", "kit", "lee", about="a"), [("referral-without-consent", "kit", "lee", "03-05")]),
        (
            gift("g", "03-05", "kit", "lee", "lead", "03-07 referral", about="a"),
            [("referral-without-consent", "kit", "lee", "03-07")],
        ),
        (gift("g", "03-05", "kit", "lee", "referral", "03-06 won 5", about="a"), []),
        (
            gift("g", "03-05", "kit", "lee", "lead", "03-06 returned", about="a"),
            [("returned-without-reason", "lee", "kit", "03-06")],
        ),
        (
            gift("g", "03-05", "kit", "lee", "lead", "03-06 won", about="a"),
            [("won-without-value", "lee", "kit", "03-06")],
        ),
        (
            gift("g", "03-05", "kit", "everyone", "lead", "03-06 won by pat", about="a", taken_by=["lee", "pat"]),
            [("won-without-value", "pat", "kit", "03-06")],
        ),
        (gift("g", "03-05", "outside: Jo", "lee", "lead", "03-06 won", about="a"), []),
        (
            REFUSES | gift("g", "03-05", "kit", "lee", "lead", prospect="p"),
            [("do-not-contact", "lee", "kit", "03-11")],
        ),
        (REFUSES | gift("g", "03-05", "kit", "lee", "lead", "03-06 lost", prospect="p"), []),
        (REFUSES | gift("g", "03-05", "kit", "everyone", "lead", prospect="p"), []),
    ],
)
def test_what_the_other_side_waits_for(files: Files, expected: list[tuple[str, ...]]) -> None:
    found = details(small(PEOPLE, files, as_of="03-11").group)
    assert [(one.rule, "+".join(one.by), "+".join(one.to), f"{one.due:%m-%d}") for one in found] == expected


def test_nobody_owes_or_waits_who_has_left() -> None:
    files = gift("g", "03-05", "kit", "lee", "lead", "03-06 won") | gift("h", "03-05", "kit", "lee")
    for gone in ("kit", "lee"):
        assert not details(small(PEOPLE, files, member(gone, left="03-10"), as_of="03-11").group)


def test_each_who_took_it_ends_it() -> None:
    taken = gift("g", "03-05", "kit", "everyone", "lead", prospect="p", taken_by=["lee", "pat"])
    [owed] = details(small(PEOPLE, REFUSES, taken, as_of="03-11").group)
    assert owed.do == "Call nobody, and tell Kit so: “A firm” does not want to be contacted"
    assert owed.write == (
        "under history: - {date: 2026-03-11, status: not-a-fit, by: lee} and "
        "- {date: 2026-03-11, status: not-a-fit, by: pat} (with the day on which you told it)"
    )
    assert owed.command == "refertext advance g not-a-fit --by lee && refertext advance g not-a-fit --by pat"
