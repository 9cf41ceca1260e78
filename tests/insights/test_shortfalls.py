from __future__ import annotations

import pytest

from refertext.insights.debts.shortfalls import shortfalls
from small import ON_RECORD, Files, gift, meeting, meetings, member, members, partnership, small

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


def test_who_has_left_owes_nothing() -> None:
    gone = member("kit", left="04-08")
    assert owed(agreed("measure: leads, at_least: 1, per: month"), gone, PROMISED, as_of="04-10") == [
        "lee >  04-30: Keep “Our rule”: 1 more lead by 2026-04-30"
    ]


def test_a_share_is_mended_at_meetings() -> None:
    files = meetings(kit="PPPAAAAA") | meeting("x", "02-26", attendance={"kit": "present"})
    (one,) = owed(agreed("measure: attendance, at_least: 75%, over: 13 weeks, who: kit"), files, as_of="03-01")
    assert one.startswith("kit >  03-01: Keep “Our rule”: ")
    assert "9 meetings in person in a row" in one  # on 04-30 the window begins on 01-30: 1 + 9 of 4 + 9
