from __future__ import annotations

import pytest

from refertext.insights.debts.newcomers import drifting, newcomers
from refertext.insights.overview import starts
from small import ON_RECORD, Files, gift, meetings, member, small, talk

KIT = member("kit")
"""Joined on 2026-01-01, the day of the first weekly meeting, and is no newcomer after March."""


def signs(joined: str, *files: Files, as_of: str, leave: str = "") -> list[tuple[list[str], bool]]:
    """The absences and the silence of Lee, who joined on a day."""
    lee = member("lee", joined, leave=[(leave, leave)] if leave else ())
    gave = gift("k", "01-05", "kit", "lee")
    found = drifting(small(KIT, lee, gave, *files, as_of=as_of).group)
    return [
        ([str(on)[5:] for on in one.absences], bool(one.silent_since))
        for one in found
        if one.newcomer.record.id == "lee"
    ]


ATTENDED = meetings(kit="PPPPPPPPPPPP", lee=".....PPPPPPP")
"""Weekly from 01-01 to 03-19."""


@pytest.mark.parametrize(
    ("joined", "files", "as_of", "expected"),
    [
        ("02-02", ATTENDED, "03-01", []),
        ("02-02", ATTENDED, "03-02", [([], True)]),
        ("02-02", ATTENDED | gift("g", "03-01", "lee", "kit", "lead"), "03-02", []),
        ("02-02", ATTENDED | gift("g", "02-01", "lee", "kit", "lead"), "03-02", [([], True)]),  # before joining
        ("02-02", ATTENDED | gift("g", "03-03", "lee", "kit", "lead"), "03-02", [([], True)]),
        ("02-02", meetings(kit="PPPPPPP", lee=".....PA"), "02-28", []),
        ("02-02", meetings(kit="PPPPPPP", lee=".....AA"), "02-28", [(["02-05", "02-12"], False)]),
        ("02-02", meetings(kit="PPPPPPP", lee=".....XS"), "02-28", []),
        ("02-02", meetings(kit="PPPPPPP", lee=".....AA"), "03-02", [(["02-05", "02-12"], True)]),
        ("02-02", meetings(kit="PPPPPPP", lee=".....AP"), "03-02", [([], True)]),
        ("02-02", meetings(kit="PPPPPPP", lee=".....AA"), "03-01", [(["02-05", "02-12"], False)]),
        ("02-02", ATTENDED, "05-02", [([], True)]),
        ("02-02", ATTENDED, "05-03", []),  # no newcomer any more
    ],
)
def test_who_drifts_away(joined: str, files: Files, as_of: str, expected: list[tuple[list[str], bool]]) -> None:
    assert signs(joined, files, as_of=as_of) == expected


def test_on_leave_nobody_drifts() -> None:
    assert signs("02-02", ATTENDED, as_of="03-04", leave="03-03") != []
    assert signs("02-02", ATTENDED, as_of="03-04", leave="03-04") == []


def test_nobody_drifts_away_from_a_group_of_one() -> None:
    assert drifting(small(KIT, as_of="03-01").group) == ()


def test_nothing_given_counts_from_the_day_on_which_records_begin() -> None:
    people = member("kit", "2025-01-01"), member("lee", "02-02")
    met = talk("t", "02-20", "kit", "kit")
    assert drifting(small(*people, met, as_of="03-19").group) == ()
    [found] = drifting(small(*people, met, as_of="03-20").group)
    assert (str(found.silent_since), str(found.since)) == ("2026-02-20", "2026-03-20")
    assert [one.drifting for one in starts(small(*people, met, as_of="03-25"))] == ["nothing given in 33 days"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, [("kit", "03-02", "03-09")]),
        (talk("t", "03-01", "lee", "kit"), [("kit", "03-02", "03-09")]),
        (talk("t", "03-02", "lee", "kit"), []),
        (talk("t", "03-05", "lee", "kit"), [("kit", "03-02", "03-09")]),
        (meetings(kit="PPPPPP", lee=".....A"), [("kit", "03-02", "03-09")]),
        (meetings(kit="PPPPPPP", lee=".....AA"), [("kit", "02-12", "02-19")]),
    ],
)
def test_a_talk_is_owed_until_there_was_one(files: Files, expected: list[tuple[str, str, str]]) -> None:
    lee = member("lee", "02-02", introduced_by="kit")
    group = small(member("kit", "2025-01-01"), lee, files, ON_RECORD, as_of="03-04").group
    assert [(" ".join(one.by), str(one.since)[5:], str(one.due)[5:]) for one in newcomers(group)] == expected
