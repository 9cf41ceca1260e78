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


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "b", "b": "a"}, [("b", "a")]),
        ({"a": "b", "b": "c", "c": "a", "d": "a", "e": "d"}, [("c", "a")]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [("b", "a"), ("d", "c")]),
        ({"a": "a"}, [("a", "itself")]),
    ],
)
def test_rings(cast: dict[str, str], parents: dict[str, str], expected: list[tuple[str, str]]) -> None:
    texts = {
        f"referrals/2026/{id_}.yml": PARENT.format(day="2026-03-04") + f"tier: spin-off\nparent: {parent}\n"
        for id_, parent in parents.items()
    }
    problems = [finding.problem for finding in check(group_of(cast | texts), [parent_later_than_child])]
    assert [(one.place.file[15], one.see[0].place.file[15] if one.see else "itself") for one in problems] == expected
