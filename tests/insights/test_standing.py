from __future__ import annotations

import pytest

from refertext.commitments import promise_verdicts, verdicts
from refertext.insights.standing import in_short, standing
from small import ON_RECORD, Files, gift, meeting, meetings, member, members, partnership, small, talk

PEOPLE = members("kit", "lee") | ON_RECORD


def said(commitment: str, *files: Files, as_of: str = "04-10") -> str:
    agreement = {"agreements/rule.yml": f"{{title: T, adopted: 2026-01-01, commitments: [{{{commitment}}}]}}"}
    group = small(PEOPLE, agreement, *files, as_of=as_of).group
    return standing(group, next(iter(verdicts(group))))


@pytest.mark.parametrize(
    ("commitment", "files", "expected"),
    [
        (
            "measure: attendance, at_least: 75%, over: 26 weeks",
            meetings(kit="PPPA.AAA", lee="PPPPPPPP"),
            "Kit has 3 of 8 meetings in person (37.5%) from 2026-01-01 to 2026-04-10; agreed: at least 75%",
        ),
        (
            "measure: leads, at_least: 3, per: quarter",
            gift("a", "01-05", "kit", "lee", "lead"),
            "Kit has 1 lead from 2026-01-01 to 2026-03-31; agreed: at least 3",
        ),
        (
            "measure: leads, at_least: 2, per: month, over: 13 weeks",
            gift("a", "01-05", "kit", "lee", "lead"),
            "Kit has 1 lead from 2026-01-05 to 2026-04-05; agreed: at least 7",  # 6.08, in whole ones
        ),
        (
            "measure: absences, at_most: 1, over: 6 months",
            meetings(kit="AAP", lee="PPP"),
            "Kit has 2 absences from 2026-01-01 to 2026-04-10; agreed: at most 1",
        ),
        (
            "measure: absences, at_most: 1, over: 6 months, weights: {excused: 2/3}",
            meetings(kit="AAX", lee="PPP"),
            "Kit has 2.67 absences (2 absent, 1 excused × 2/3) from 2026-01-01 to 2026-04-10; agreed: at most 1",
        ),
        (
            "measure: response-time, at_most: 2, over: 6 months",
            gift("a", "01-05", "lee", "kit", "lead", "01-09 contacted"),
            "Kit's response time is 4 days (n = 1) from 2026-01-01 to 2026-04-10; agreed: at most 2 days",
        ),
        (
            "measure: one-to-ones, at_least: 2, per: quarter, with: each member",
            talk("t", "02-02", "kit", "lee"),
            "Kit and Lee have 1 one-to-one from 2026-01-01 to 2026-03-31; agreed: at least 2",
        ),
        (
            "measure: leads, at_least: 1, per: quarter, with: each member",
            {},
            "Kit (with Lee) has 0 leads from 2026-01-01 to 2026-03-31; agreed: at least 1",
        ),
        (
            "measure: next-fixed, at_least: 100%, over: 2 meetings, who: group",
            meeting("a", "03-05", next="2026-03-12") | meeting("b", "03-12"),
            (
                "The group has 1 of 2 meetings with the next date fixed (50%) from 2026-03-05 to 2026-04-10; "
                "agreed: at least 100%"
            ),
        ),
        (
            "measure: value, at_least: 1000, over: 3 months",
            gift("a", "02-05", "kit", "lee", "lead", "02-09 won 500"),
            "Kit's value is not shown from 2026-01-11 to 2026-04-10; agreed: at least 1,000 USD",
        ),
    ],
)
def test_how_a_verdict_stands(commitment: str, files: Files, expected: str) -> None:
    assert said(commitment, files) == expected


@pytest.mark.parametrize(
    ("commitment", "files", "expected"),
    [
        (
            "measure: attendance, at_least: 75%, over: 26 weeks",
            meetings(kit="PPPA.AAA", lee="PPPPPPPP"),
            "3 of 8 meetings in person (37.5%), at least 75%, 2026-01-01 to 2026-04-10",
        ),
        (
            "measure: leads, at_least: 0, target: 1, per: month",
            gift("a", "03-05", "kit", "lee", "lead"),
            "1 lead, aim 1, 2026-03-01 to 2026-03-31",
        ),
        (
            "measure: absences, at_most: 0, over: 6 months",
            meetings(kit="P"),
            "0 absences, at most 0, 2026-01-01 to 2026-04-10",
        ),
        (
            "measure: response-time, at_most: 2, over: 6 months",
            gift("a", "01-05", "lee", "kit", "lead", "01-09 contacted"),
            "response time 4 days (n = 1), at most 2 days, 2026-01-01 to 2026-04-10",
        ),
        (
            "measure: leads-received, at_least: 2, per: quarter",
            gift("a", "01-05", "lee", "kit", "lead"),
            "1 lead received, at least 2, 2026-01-01 to 2026-03-31",
        ),
        (
            "measure: one-to-one-coverage, at_least: 100%, over: 3 months",
            talk("t", "02-02", "kit", "lee"),
            "one-to-one coverage 100% (1 of 1), at least 100%, 2026-01-11 to 2026-04-10",
        ),
    ],
)
def test_a_number_in_short(commitment: str, files: Files, expected: str) -> None:
    agreement = {"agreements/rule.yml": f"{{title: T, adopted: 2026-01-01, commitments: [{{{commitment}}}]}}"}
    group = small(PEOPLE, agreement, files, as_of="04-10").group
    one = next(iter(verdicts(group))).tried
    assert one
    assert in_short(group, one) == expected


def test_how_a_promise_stands() -> None:
    promised = partnership("kit", "lee", "01-01", ("03-01", "03-31", {"kit": 2}))
    group = small(PEOPLE, promised, gift("a", "03-05", "kit", "lee", consent="03-05"), as_of="04-10").group
    (one,) = promise_verdicts(group)
    assert standing(group, one) == "Kit has given Lee 1 of the 2 referrals promised for 2026-03-01 to 2026-03-31"


def test_who_is_on_leave_has_no_number() -> None:
    leave = member("kit", leave=[("01-01", "12-31")])
    assert said("measure: leads, at_least: 1, per: month", leave) == "Kit: on leave all the time that counts"
