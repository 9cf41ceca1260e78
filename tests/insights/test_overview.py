"""How the group is doing: numbers beside those of the time before, and how newcomers get on."""

from __future__ import annotations

import pytest

from refertext.insights.overview import starts, trends, trends_of
from refertext.measures import a_member
from small import gift, meetings, member, members, small

PEOPLE = members("ann", "bob")


@pytest.mark.parametrize(("as_of", "before"), [("07-01", 2), ("06-30", None), ("01-08", None)])
def test_the_group_s_numbers_have_a_time_before_when_all_of_it_is_on_record(as_of: str, before: int | None) -> None:
    """Twice 13 weeks up to 1 July begin on 1 January, the day of the first record."""
    gifts = [gift(id_, on, "ann", "bob") for id_, on in (("a", "01-01"), ("b", "02-05"), ("c", "05-07"))]
    [row] = [one for one in trends(small(PEOPLE, *gifts, as_of=as_of)) if one.now.measure.name == "contributions"]
    assert (row.before.amount if row.before else None) == before


def test_a_member_s_numbers_have_none_of_the_time_before_joining() -> None:
    known = small(PEOPLE, member("cid", "2025-06-02"), gift("a", "2024-01-01", "ann", "bob"), as_of="12-31")
    assert all(one.before is None for one in trends_of(known, a_member("cid")))
    known = small(PEOPLE, member("cid", "2025-01-01"), gift("a", "2024-01-01", "ann", "bob"), as_of="12-31")
    assert all(one.before for one in trends_of(known, a_member("cid")))


def test_newcomers_and_why_they_may_drift_away() -> None:
    """Meetings on 1 January and each Thursday after; cid missed the last two of three, dee gave nothing in 28 days."""
    people = (PEOPLE, member("cid", "01-09"), member("dee", "01-01"))
    old = {name: text.replace("2026-01-01", "2024-01-01") for one in people[:1] for name, text in one.items()}
    met = meetings(ann="PPPPP", bob="PPPPP", cid="..PAA", dee="PPPPP")
    known = small(old, *people[1:], met, gift("g", "01-10", "cid", "ann"), as_of="01-29")
    said = {
        one.newcomer.record.id: (len(one.attendance.result.counted), one.given.n, one.drifting) for one in starts(known)
    }
    assert said == {
        "cid": (1, 1, "absent on 2026-01-22 and 2026-01-29"),
        "dee": (5, 0, "nothing given in 28 days"),
    }


def test_in_a_group_in_which_everybody_is_new_nobody_is_a_newcomer() -> None:
    assert starts(small(PEOPLE, as_of="02-01")) == []
