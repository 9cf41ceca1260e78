"""The pipeline: how far what is open has come."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.group.referral_life import lives
from refertext.insights.pipeline import how_far, overdue_news, pipeline

MEMBERS = {
    f"members/{id_}.yml": f"name: {id_.title()}\nbusiness: B\nseat: {{category: a/{id_}}}\njoined: 2025-01-01\n"
    for id_ in ("kit", "brian")
}
DAY = date(2026, 3, 11)


def _referral(*statuses: str) -> str:
    entries = "".join(f"  - {{date: 2026-03-0{at}, status: {status}}}\n" for at, status in enumerate(statuses, 2))
    head = "kind: lead\ndate: 2026-03-01\nfrom: kit\nto: brian\nabout: A mill\n"
    return head + (f"history:\n{entries}" if statuses else "")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), "given"),
        (("accepted",), "accepted"),
        (("accepted", "proposed", "met"), "proposed"),
        (("met", "stalled"), "stalled"),
        (("stalled", "met"), "met"),
        (("met", "won", "won"), "won"),
        (("not-a-fit",), "not-a-fit"),
        (("returned",), "returned"),
    ],
)
def test_how_far_a_life_has_come(statuses: tuple[str, ...], expected: str) -> None:
    group = group_of({**MEMBERS, "referrals/2026/r.yml": _referral(*statuses)}, DAY)
    [life] = lives(group, group.given_referrals[0])
    assert how_far(life) == expected


def test_what_is_open_by_step() -> None:
    texts = {
        "referrals/2026/a.yml": _referral("accepted", "stalled"),
        "referrals/2026/b.yml": _referral("accepted"),
        "referrals/2026/c.yml": _referral("accepted", "lost"),
        "referrals/2026/d.yml": _referral().replace("2026-03-01", "2026-02-01"),
    }
    group = group_of({**MEMBERS, **texts}, DAY)
    found = {step: [one.handling.record.id for one in those] for step, those in pipeline(group).items() if those}
    assert found == {"given": ["d"], "accepted": ["b", "a"]}  # the longest silent first
    assert [one.is_stalled for one in pipeline(group)["accepted"]] == [False, True]
    assert [(one.handling.record.id, one.days) for one in overdue_news(group)] == [("d", 38)]
