from __future__ import annotations

from datetime import timedelta

import pytest

from refertext.insights.debts.shortfalls import shortfalls
from small import ON_RECORD, Files, day, gift, meeting, meetings, member, members, partnership, small

PEOPLE = members("kit", "lee")


def agreed(commitment: str) -> Files:
    return {
        "agreements/rule.yml": f"{{title: Our rule, adopted: 2026-01-01, commitments: [{{{commitment}}}]}}"
    } | ON_RECORD


def owed(*files: Files, as_of: str) -> list[str]:
    found = shortfalls(small(PEOPLE, *files, as_of=as_of).group)
    return [f"{'+'.join(one.by)} > {'+'.join(one.to)} {str(one.due)[5:]}: {one.do}" for one in found]


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        # March was missed, and in April one more is needed
        (
            agreed("measure: leads, at_least: 1, per: month, who: kit"),
            "04-10",
            ["kit >  04-30: Keep “Our rule”: 1 more lead by 2026-04-30"],
        ),
        # March was missed, but April is in order
        (
            agreed("measure: leads, at_least: 1, per: month, who: kit") | gift("a", "04-05", "kit", "lee", "lead"),
            "04-10",
            [],
        ),
        # March was kept; half of April is not over yet, then it is at risk
        (
            agreed("measure: leads, at_least: 1, per: month, who: kit") | gift("a", "03-05", "kit", "lee", "lead"),
            "04-15",
            [],
        ),
        (
            agreed("measure: leads, at_least: 1, per: month, who: kit") | gift("a", "03-05", "kit", "lee", "lead"),
            "04-16",
            ["kit >  04-30: Keep “Our rule”: 1 more lead by 2026-04-30"],
        ),
        # March was missed, and nothing that is done on leave in April mends it
        (
            agreed("measure: leads, at_least: 1, per: month, who: kit") | member("kit", leave=[("04-05", "04-28")]),
            "04-10",
            [],
        ),
        # a window that rolls: today
        (
            agreed("measure: leads, at_least: 2, over: 13 weeks, who: kit") | gift("a", "04-05", "kit", "lee", "lead"),
            "04-10",
            ["kit >  04-10: Keep “Our rule”: 1 more lead"],
        ),
        # of a pair: the giver owes it to the receiver; of the group: nobody in particular
        (
            agreed("measure: leads, at_least: 1, per: month, with: each member, who: kit")
            | gift("a", "04-05", "lee", "kit", "lead"),
            "04-10",
            ["kit > lee 04-30: Keep “Our rule”: 1 more lead by 2026-04-30"],
        ),
        (
            agreed("measure: leads, at_least: 1, per: month, who: group"),
            "04-10",
            [" >  04-30: Keep “Our rule”: 1 more lead by 2026-04-30"],
        ),
        # what is received others give: of a pair the other one, of a member nobody in particular
        (
            agreed("measure: leads-received, at_least: 1, per: month, with: each member, who: kit"),
            "04-10",
            ["lee > kit 04-30: Keep “Our rule”: 1 more lead received by 2026-04-30"],
        ),
        (
            agreed("measure: leads-received, at_least: 1, per: month, who: kit"),
            "04-10",
            [" > kit 04-30: Keep “Our rule”: 1 more lead received by 2026-04-30"],
        ),
        # a limit leaves nothing to be brought about, and one-to-ones of pairs are a topic of their own
        (agreed("measure: absences, at_most: 0, over: 6 months, who: kit") | meetings(kit="A"), "04-10", []),
        (agreed("measure: one-to-ones, at_least: 1, per: month, with: each member"), "04-10", []),
        # what cannot be measured as it is written
        (agreed("measure: attendance, at_least: 75, over: 6 months, who: kit") | meetings(kit="P"), "04-10", []),
        # over and done with
        (agreed("measure: leads, at_least: 1, per: month, who: kit, until: 2026-04-05"), "04-10", []),
    ],
)
def test_what_is_missing_to_commitments(files: Files, as_of: str, expected: list[str]) -> None:
    assert owed(files, as_of=as_of) == expected


PROMISED = partnership("kit", "lee", "01-01", ("03-01", "03-31", {"kit": 2, "lee": 1}))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("03-15", []),
        (
            "03-16",
            [
                "kit > lee 03-31: Keep your promise to Lee: 2 more referrals by 2026-03-31",
                "lee > kit 03-31: Keep your promise to Kit: 1 more referral by 2026-03-31",
            ],
        ),
        ("03-31", []),
    ],
)
def test_what_is_missing_to_promises(as_of: str, expected: list[str]) -> None:
    assert owed(PROMISED, as_of=as_of) == expected


@pytest.mark.parametrize("file", ["members/kit.yml", "agreements/rule.yml"])
def test_who_has_a_waiver_owes_nothing(file: str) -> None:
    waivers = f"[{{rule: floor-missed, file: {file}, why: w, until: 2026-12-31}}]"
    settings = {"refertext.yml": f"{{group: G, timezone: UTC, currency: USD, waivers: {waivers}}}"}
    assert owed(agreed("measure: leads, at_least: 1, per: month, who: kit"), settings, as_of="04-10") == []


WEEKLY = {
    "refertext.yml": "{group: G, timezone: UTC, currency: USD, meets: {every: week, weekday: thursday, time: 07:30}}"
}


@pytest.mark.parametrize(
    ("commitment", "files", "due", "mend"),
    [
        # what takes meetings is due on the day of the last of them
        ("measure: attendance, at_least: 75%, over: 8 weeks", meetings(kit="PAAAPPPPP"), "03-05", "1 meeting in"),
        ("measure: attendance, at_least: 75%, over: 8 weeks", meetings(kit="PPPPPPAAA"), "04-09", "6 meetings in"),
        ("measure: attendance, at_least: 50%, over: 4 meetings", meetings(kit="PPPPPAAAA"), "03-12", "2 meetings in"),
        ("measure: presentations, at_least: 1, over: 8 weeks", meetings(kit="PPPPPPPPP"), "03-05", "1 more presen"),
        # what must be forgotten, on the day it is: the absence of 02-26
        (
            "measure: notice-given, at_least: 100%, over: 26 weeks",
            meetings(kit="PPPPPPPPA"),
            "08-27",
            "it is forgotten on 2026-08-27",
        ),
        # what can be done at once, today; of a period that runs, by its end
        ("measure: leads, at_least: 1, over: 8 weeks", meetings(kit="PPPPPPPPP"), "03-01", "1 more lead"),
        ("measure: leads, at_least: 1, every: month", meetings(kit="PPPPPPPPP"), "03-31", "1 more lead"),
    ],
)
def test_nothing_is_due_before_it_can_be_kept(commitment: str, files: Files, due: str, mend: str) -> None:
    (one,) = owed(agreed(f"{commitment}, who: kit"), files, WEEKLY, as_of="03-01")
    assert one.startswith(f"kit >  {due}: Keep “Our rule”: ")
    assert mend in one


def slow(*waited: int, first: str = "02-02") -> Files:
    """What lee handed to kit on a day, and kit took so many days each for the first contact."""
    files: Files = {}
    for number, days in enumerate(waited):
        contacted = day(first) + timedelta(days=days)
        files |= gift(f"s{number}", first, "lee", "kit", "lead", f"{contacted} contacted by kit")
    return files


RESPONSE = "measure: response-time, at_most: 2"


@pytest.mark.parametrize(
    ("commitment", "files", "due", "mend"),
    [
        # 2, 9, 9: with two of 2 days it is 2, 2, 2, 9, 9; the first is forgotten too early to help
        (f"{RESPONSE}, over: 8 weeks", slow(2, 9, 9), "03-01", "it takes 2 more first contacts within 2 days"),
        # 9, and a later 1: the median is 5; without the 9 of 02-11, which is forgotten on 04-08, it is 1
        (
            f"{RESPONSE}, over: 8 weeks",
            slow(9) | {"referrals/2026/t.yml": slow(1, first="02-20")["referrals/2026/s0.yml"]},
            "03-01",
            "it takes 1 more first contact within 2 days; without any it is kept again on 2026-04-08",
        ),
        (f"{RESPONSE}, every: month", slow(9), "03-31", None),  # March has none so far
        ("measure: absences, at_most: 0, over: 8 weeks", meetings(kit="A"), "", None),
        ("measure: freshness, at_most: 2, over: 1 month", gift("o", "02-02", "lee", "kit", "lead"), "", None),
    ],
)
def test_a_limit_that_can_be_come_below(commitment: str, files: Files, due: str, mend: str | None) -> None:
    found = owed(agreed(f"{commitment}, who: kit"), files, as_of="03-01")
    assert found == ([f"kit >  {due}: Keep “Our rule”: {mend}"] if mend else [])


def test_who_has_left_owes_nothing() -> None:
    gone = member("kit", left="04-08")
    assert owed(agreed("measure: leads, at_least: 1, per: month"), gone, PROMISED, as_of="04-10") == [
        "lee >  04-30: Keep “Our rule”: 1 more lead by 2026-04-30"
    ]


def test_a_share_is_mended_at_meetings() -> None:
    files = meetings(kit="PPPAAAAA") | meeting("x", "02-26", attendance={"kit": "present"})
    (one,) = owed(agreed("measure: attendance, at_least: 75%, over: 13 weeks, who: kit"), files, as_of="03-01")
    assert one.startswith("kit >  04-30: Keep “Our rule”: ")
    assert "9 meetings in person in a row" in one  # on 04-30 the window begins on 01-30: 1 + 9 of 4 + 9
