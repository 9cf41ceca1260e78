from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.agreements.signature_older_than_change import signature_older_than_change
from refertext.rules.agreements.signed_before_adopted import signed_before_adopted
from refertext.rules.agreements.unsigned import unsigned
from refertext.rules.rule import Rule

LONG_IN_FORCE = "adopted: 2026-01-08"


def count(rule: Rule, agreement: str, member: str) -> int:
    """How often a rule finds something of one agreement and one member, on 2026-03-11."""
    texts = {
        "agreements/calls.yml": f"{{title: We call, {agreement}}}",
        "members/pat.yml": f"{{name: Pat, business: B, {member}}}",
    }
    return len(check(group_of(texts), [rule]))


@pytest.mark.parametrize(
    ("agreement", "member"),
    [
        (LONG_IN_FORCE, "joined: 2025-01-09, signed: {calls: 2026-01-08}"),
        (LONG_IN_FORCE + ", former_ids: [phone]", "joined: 2025-01-09, signed: {phone: 2026-01-08}"),
        (LONG_IN_FORCE, "joined: 2025-01-09, signed: {cals: 2026-01-08}"),
        (LONG_IN_FORCE, "joined: 2026-02-25"),
        (LONG_IN_FORCE, "joined: 2026-03-12"),
        (LONG_IN_FORCE, "manager: none"),
        (LONG_IN_FORCE, "joined: 2025-01-09, left: {date: 2026-03-10}"),
        (LONG_IN_FORCE, "joined: 2025-01-09, leave: [{from: 2026-03-01, until: 2026-03-11}]"),
        ("adopted: 2026-02-25", "joined: 2025-01-09"),
        ("adopted: 2026-04-01", "joined: 2025-01-09"),
        (LONG_IN_FORCE + ", ended: 2026-03-10", "joined: 2025-01-09"),
    ],
)
def test_need_not_have_signed(agreement: str, member: str) -> None:
    assert count(unsigned, agreement, member) == 0


@pytest.mark.parametrize(
    ("agreement", "member"),
    [
        (LONG_IN_FORCE, "joined: 2025-01-09"),
        (LONG_IN_FORCE, "joined: 2026-02-24"),
        (LONG_IN_FORCE, "joined: 2025-01-09, left: {date: 2026-03-11}"),
        (LONG_IN_FORCE, "joined: 2025-01-09, leave: [{from: 2026-02-01, until: 2026-03-10}]"),
        (LONG_IN_FORCE, "joined: 2026-02-01, earlier: [{joined: 2020-01-01, left: 2021-01-01}]"),
        ("adopted: 2026-02-24", "joined: 2025-01-09"),
        (LONG_IN_FORCE + ", ended: 2026-03-11", "joined: 2025-01-09"),
    ],
)
def test_should_have_signed(agreement: str, member: str) -> None:
    assert count(unsigned, agreement, member) == 1


@pytest.mark.parametrize(
    ("agreement", "member", "expected"),
    [
        ("adopted: 2025-01-09, changed: 2026-03-05", "signed: {calls: 2026-03-05}", 0),
        ("adopted: 2025-01-09, changed: 2026-03-12", "signed: {calls: 2026-03-04}", 0),
        ("adopted: 2025-01-09, changed: 2026-03-05", "signed: {calls: 2025-01-08}", 0),
        ("adopted: 2025-01-09, changed: 2026-03-05, ended: 2026-03-06", "signed: {calls: 2026-03-04}", 0),
        ("adopted: 2025-01-09, changed: 2026-03-05", "signed: {calls: 2026-03-04}, left: {date: 2026-03-09}", 0),
        (
            "adopted: 2025-01-09, changed: 2026-03-05",
            "signed: {calls: 2026-03-04}, leave: [{from: 2026-03-01, until: 2026-04-01}]",
            0,
        ),
        ("adopted: 2025-01-09, changed: 2026-03-05", "signed: {calls: 2026-03-04}", 1),
        ("adopted: 2025-01-09, changed: 2026-03-11", "signed: {calls: 2026-03-10}", 1),
        ("adopted: 2025-01-09, changed: 2026-03-05, former_ids: [phone]", "signed: {phone: 2026-03-04}", 1),
    ],
)
def test_signed_before_the_change(agreement: str, member: str, expected: int) -> None:
    assert count(signature_older_than_change, agreement, f"joined: 2025-01-09, {member}") == expected


@pytest.mark.parametrize(
    ("signed", "expected"), [("{calls: 2026-01-08}", 0), ("{other: 2026-01-07}", 0), ("{calls: 2026-01-07}", 1)]
)
def test_signed_before_there_was_anything_to_sign(signed: str, expected: int) -> None:
    assert count(signed_before_adopted, LONG_IN_FORCE, f"joined: 2025-01-09, signed: {signed}") == expected
