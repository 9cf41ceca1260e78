from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.cancelled_but_attended import cancelled_but_attended
from refertext.rules.meetings.cancelled_without_reason import cancelled_without_reason

BREAK = "breaks: [{from: 2026-02-23, until: 2026-02-27}]\n"


@pytest.mark.parametrize(
    ("more", "body", "settings", "expected"),
    [
        ("kind: group\ncancelled: yes", "Snow.", "", []),
        ("kind: group\ncancelled: yes", "", BREAK, []),
        ("kind: group\ncancelled: no\nattendance: {kit-larsen: present}", "", "", []),
        ("kind: one-to-one\ncancelled: yes\nbetween: [kit-larsen, lee-ortiz]", "", "", []),
        ("kind: group\ncancelled: yes\nattendance: {kit-larsen: excused}", "Snow.", "", []),
        ("kind: group\ncancelled: yes", "", "", ["cancelled-without-reason"]),
        ("kind: group\ncancelled: yes\nattendance: {lee-ortiz: late}", "Snow.", "", ["cancelled-but-attended"]),
    ],
)
def test_cancelled(cast: dict[str, str], more: str, body: str, settings: str, expected: list[str]) -> None:
    texts = {
        "refertext.yml": cast["refertext.yml"] + settings,
        "meetings/2026/2026-02-26-group.md": f"---\ndate: 2026-02-26\n{more}\n---\n\n{body}\n",
    }
    findings = check(group_of(cast | texts), [cancelled_but_attended, cancelled_without_reason])
    assert [finding.rule for finding in findings] == expected
