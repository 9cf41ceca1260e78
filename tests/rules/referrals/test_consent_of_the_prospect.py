from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.referrals.consent_after_handover import consent_after_handover
from refertext.rules.referrals.referral_without_consent import referral_without_consent

RAISED = "history: [{date: 2026-03-05, kind: introduction}, {date: 2026-03-07, kind: referral}]"


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("lead", "", []),
        ("introduction", "history: [{date: 2026-03-05, note: n}]", []),
        ("lead", "consent: {date: 2026-03-09}", []),
        ("lead", "history: [{date: 2026-03-05, kind: introduction}]", []),
        ("referral", "consent: {date: 2026-03-02}", []),
        ("referral", "consent: {date: 2027-03-02}", []),  # told by future-date
        ("lead", f"consent: {{date: 2026-03-07}}\n{RAISED}", []),
        ("referral", "", [("kind",)]),
        ("lead", RAISED, [("history", 1, "kind")]),
        ("referral", "consent: {date: 2026-03-03}", [("consent", "date")]),
        ("referral", "consent: {date: 2026-03-11}", [("consent", "date")]),
        ("lead", f"consent: {{date: 2026-03-08}}\n{RAISED}", [("consent", "date")]),
    ],
)
def test_consent(cast: dict[str, str], kind: str, more: str, expected: list[Path]) -> None:
    text = f"kind: {kind}\ndate: 2026-03-02\nfrom: kit-larsen\nto: lee-ortiz\nabout: a bakery\n{more}\n"
    rules = [referral_without_consent, consent_after_handover]
    findings = check(group_of(cast | {"referrals/2026/x.yml": text}), rules)
    assert [finding.problem.place.path for finding in findings] == expected
