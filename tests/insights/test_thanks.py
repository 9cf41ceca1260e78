from __future__ import annotations

import pytest

from refertext.insights.debts.owed import Effort
from refertext.insights.debts.thanks import thanks
from small import Files, day, gift, member, members, small

PEOPLE = members("kit", "lee", "pat") | member("gone", left="03-01") | member("away", leave=[("03-05", "03-14")])


def owed(*files: Files, as_of: str = "04-30") -> list[tuple[str, str, str, str]]:
    """By whom thanks are owed, to whom, since when and until when."""
    return [
        (" ".join(one.by), " ".join(one.to), str(one.since)[5:], str(one.due)[5:])
        for one in thanks(small(PEOPLE, *files, as_of=as_of).group)
    ]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (gift("g", "03-01", "kit", "lee", "lead", "03-10 won 500"), [("lee", "kit", "03-10", "03-24")]),
        (gift("g", "03-01", "kit", "lee", "lead", "03-10 won 5", "03-20 won 5"), [("lee", "kit", "03-10", "03-24")]),
        (gift("g", "03-01", "kit", "lee", "lead", "03-10 won 500", thanked="03-12"), []),
        (gift("g", "03-01", "kit", "lee", "lead", "03-10 won 500", thanked="05-01"), []),  # told by future-date
        (gift("g", "03-01", "kit", "lee", "lead", "05-01 won 500"), []),
        (gift("g", "03-01", "kit", "lee", "lead", "03-10 lost"), []),
        (gift("g", "03-01", "kit", "lee", useful="no"), []),
        (gift("g", "03-01", "kit", "lee", useful="unsure"), []),
        (gift("g", "03-01", "kit", "lee", useful="yes"), [("lee", "kit", "03-01", "03-15")]),
        (gift("g", "03-01", "kit", "lee", "lead", "03-04 met", useful="yes"), [("lee", "kit", "03-04", "03-18")]),
        (  # the win is the outcome, whatever came later
            gift("g", "03-01", "kit", "lee", "lead", "03-04 won 5", "03-09 note", useful="yes"),
            [("lee", "kit", "03-04", "03-18")],
        ),
        (gift("g", "03-01", "outside: a client", "lee", "lead", "03-10 won 5"), [("lee", "", "03-10", "03-24")]),
        (gift("g", "02-01", "gone", "lee", "lead", "03-10 won 5"), [("lee", "", "03-10", "03-24")]),
        (gift("g", "02-01", "kit", "gone", "lead", "02-10 won 5"), []),
        (gift("g", "03-01", "kit", "kit", "lead", "03-10 won 5"), []),
        (gift("g", "03-01", "kit", "nobody-known", "lead", "03-10 won 5"), []),
        (gift("g", "03-01", "kit", "everyone", "lead", useful="yes"), []),
        (gift("g", "03-01", "kit", "away", "lead", "03-01 won 5"), [("away", "kit", "03-01", "03-25")]),
        (
            gift("g", "03-01", "kit", "everyone", "lead", "03-10 won 5 by pat", taken_by=["lee", "pat"]),
            [("pat", "kit", "03-10", "03-24")],
        ),
        (
            gift("g", "03-01", "kit", "everyone", "lead", "03-10 won 5", taken_by=["lee", "pat"]),
            [("lee pat", "kit", "03-10", "03-24")],
        ),
    ],
)
def test_thanks_that_are_owed(one: Files, expected: list[tuple[str, str, str, str]]) -> None:
    assert owed(one) == expected


def test_what_to_do_and_where() -> None:
    outside = gift("g", "03-01", "outside: a client of Kit", "lee", "lead", "03-10 won 5", about="a bakery")
    (one,) = thanks(small(PEOPLE, outside, as_of="04-30").group)
    assert one.do == "Thank a client of Kit in public for the lead of 2026-03-01 (a bakery)"
    assert (one.place.path, one.effort) == (("history", 0, "status"), Effort.LINE)
    assert not one.is_overdue_on(day("03-24"))
    assert one.is_overdue_on(day("03-25"))
