"""Thanking: what is written, and when it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.drafts import Edit, RefusedError
from refertext.drafts.thanking import thanking
from refertext.text.edits import SetValue

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
START = "kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: {to}\nabout: a bakery\n"


def test_thanks(cast: dict[str, str]) -> None:
    group = group_of({**cast, FILE: START.format(to="brian-cho")})
    (referral,) = group.referrals.values()
    draft = thanking(group, referral, date(2026, 3, 5), "meeting", "Saved our quarter")
    thanks = {"date": "2026-03-05", "where": "meeting", "words": "Saved our quarter"}
    assert draft.parts == (Edit(FILE, (SetValue(("thanked",), thanks),)),)
    assert draft.said == "Recorded for 2026-03-05: Brian Cho thanked Kit Larsen for “a bakery”."
    assert thanking(group, referral, date(2026, 3, 5)).parts == (
        Edit(FILE, (SetValue(("thanked",), {"date": "2026-03-05"}),)),
    )


def test_nobody_took_it_up(cast: dict[str, str]) -> None:
    group = group_of({**cast, FILE: START.format(to="everyone")})
    (referral,) = group.referrals.values()
    assert thanking(group, referral, group.as_of).said.startswith("Recorded for 2026-03-11: The group thanked")


@pytest.mark.parametrize(
    ("more", "day", "expected"),
    [
        ("", 12, "2026-03-12 is still to come. Give the day on which the thanks were said."),
        ("", 1, "2026-03-01 is before 2026-03-02, when it was handed over."),
        (
            "thanked: {date: 2026-03-04, words: Great}\n",
            5,
            (
                "The thanks were said on 2026-03-04 already, in the words “Great”. To change them: "
                f"refertext set {FILE} thanked.words …"
            ),
        ),
    ],
)
def test_refused(cast: dict[str, str], more: str, day: int, expected: str) -> None:
    group = group_of({**cast, FILE: START.format(to="brian-cho") + more})
    (referral,) = group.referrals.values()
    with pytest.raises(RefusedError) as refused:
        thanking(group, referral, date(2026, 3, day))
    assert str(refused.value) == expected
