from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.parent_later_than_child import parent_later_than_child
from refertext.rules.referrals.spin_off_without_parent import spin_off_without_parent

PARENT = "kind: lead\ndate: {day}\nfrom: kit-larsen\nto: lee-ortiz\nabout: a bakery\n"


@pytest.mark.parametrize(
    ("more", "day", "expected"),
    [
        ("", "2026-03-01", []),
        ("tier: outside", "2026-03-01", []),
        ("tier: spin-off\nparent: older", "2026-03-01", []),
        ("tier: spin-off\nparent: older", "2026-03-04", []),
        ("tier: spin-off\nparent: older", "2027-03-04", []),  # told by future-date
        ("tier: spin-off\nparent: nowhere", "2026-03-01", []),
        ("tier: spin-off", "2026-03-01", ["spin-off-without-parent"]),
        ("parent: older", "2026-03-01", ["spin-off-without-parent"]),
        ("tier: inside\nparent: older", "2026-03-01", ["spin-off-without-parent"]),
        ("tier: spin-off\nparent: older", "2026-03-05", ["parent-later-than-child"]),
        ("tier: spin-off\nparent: older", "2026-03-11", ["parent-later-than-child"]),
        ("tier: spin-off\nparent: child", "2026-03-01", ["parent-later-than-child"]),
        ("tier: spin-off\nparent: infant\nformer_ids: [infant]", "2026-03-01", ["parent-later-than-child"]),
    ],
)
def test_parents(cast: dict[str, str], more: str, day: str, expected: list[str]) -> None:
    texts = {
        "referrals/2026/older.yml": PARENT.format(day=day),
        "referrals/2026/child.yml": f"{PARENT.format(day='2026-03-04')}{more}\n",
    }
    findings = check(group_of(cast | texts), [spin_off_without_parent, parent_later_than_child])
    assert [finding.rule for finding in findings] == expected
