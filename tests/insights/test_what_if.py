"""What if: the last twelve months under a rule that is only a draft."""

from __future__ import annotations

from datetime import date

from conftest import group_of
from refertext.commitments import Outcome
from refertext.insights.what_if import what_if

SETTINGS = {"refertext.yml": "group: A\ntimezone: UTC\ncurrency: USD\n"}
DRAFT = """\
---
title: We give
adopted: 2026-12-01
commitments:
  - {measure: contributions, at_least: 1, per: month, from: 2027-01-01}
  - {measure: contributions, target: 4, per: month}
  - {promise: We are kind}
---
"""


def test_each_month_s_end_is_judged_as_if_the_draft_had_been_agreed_long_ago() -> None:
    files = {f"members/{id_}.yml": f"name: {id_}\nbusiness: B\njoined: 2024-01-01\n" for id_ in ("ann", "bob")}
    for month in (1, 2, 5):
        text = f"kind: lead\ndate: 2026-{month:02}-10\nfrom: ann\nto: bob\nabout: a firm\n"
        files[f"referrals/2026/2026-{month:02}-10-ann-bob-zzzz.yml"] = text
    group = group_of({**SETTINGS, **files, "agreements/draft.md": DRAFT}, date(2026, 6, 15))
    [found] = what_if(group, group.agreements["draft"])
    # the months from June 2025 to May 2026; Ann gave in January, February and May
    assert [day for day, _ in found.months][0::11] == [date(2025, 6, 30), date(2026, 5, 31)]
    assert {verdict.subject.member: found.missed(verdict) for verdict in found.now} == {"ann": 9, "bob": 12}
    assert {verdict.subject.member: verdict.judged for verdict in found.now} == {
        "ann": Outcome.AT_RISK if date(2026, 6, 15).day * 2 > 30 else Outcome.KEPT,
        "bob": Outcome.MISSED,
    }
    assert group.agreements["draft"].adopted == date(2026, 12, 1)


def test_what_cannot_be_judged_is_left_out() -> None:
    draft = "{title: T, adopted: 2026-12-01, commitments: [{measure: attendance, at_least: 75, over: 26 weeks}]}"
    group = group_of({**SETTINGS, "agreements/draft.yml": draft}, date(2026, 6, 15))
    assert what_if(group, group.agreements["draft"]) == ()
