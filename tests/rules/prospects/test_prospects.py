from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.prospects.joint_alone import joint_alone
from refertext.rules.prospects.kept_without_consent import kept_without_consent
from refertext.rules.prospects.prospect_recorded_twice import prospect_recorded_twice
from refertext.rules.prospects.wanted_by_who_knows import wanted_by_who_knows
from refertext.rules.rule import Rule


def paths(rule: Rule, *prospects: str) -> list[Path]:
    texts = {f"prospects/p{number}.yml": f"{{alias: A, {text}}}" for number, text in enumerate(prospects)}
    texts["members/kit.yml"] = "{name: Kit, business: B, former_ids: [old-kit]}"
    return [finding.problem.place.path for finding in check(group_of(texts), [rule])]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("place: Nampa", "place: Nampa", 0),
        ("name: Acme", "name: Acme Logistics", 0),
        ("name: Acme, place: Boise", "name: Acme, place: Nampa", 0),
        ("name: Acme", "name: Acme", 1),
        ("name: Acme Logistics", "name: ACME  logistics", 1),
        ("name: Acme, place: Boise", "name: Acme", 1),
        ("name: Acme, place: Boise", "name: Acme, place: boise", 1),
    ],
)
def test_same_name(one: str, other: str, count: int) -> None:
    assert len(paths(prospect_recorded_twice, one, other)) == count


@pytest.mark.parametrize(
    ("prospect", "expected"),
    [
        ("known_by: [kit], wanted_by: [lee]", []),
        ("known_by: [kit], wanted_by: [lee, kit]", [("wanted_by", 1)]),
        ("known_by: [kit], wanted_by: [old-kit]", [("wanted_by", 0)]),
    ],
)
def test_wishes(prospect: str, expected: list[Path]) -> None:
    assert paths(wanted_by_who_knows, prospect) == expected


@pytest.mark.parametrize(
    ("joint", "expected"),
    [
        ("lead: kit, with: [lee]", []),
        ("lead: kit", [("joint", "with")]),
        ("lead: kit, with: []", [("joint", "with")]),
        ("lead: kit, with: [kit]", [("joint", "with", 0)]),
        ("lead: kit, with: [lee, old-kit]", [("joint", "with", 1)]),
    ],
)
def test_joint_approaches(joint: str, expected: list[Path]) -> None:
    assert paths(joint_alone, f"joint: {{{joint}}}") == expected


@pytest.mark.parametrize(
    ("prospect", "count"),
    [
        ("place: Nampa", 0),
        ("name: Acme, consent: {date: 2026-03-01}", 0),
        ("name: Acme, do_not_contact: yes", 0),
        ("name: Acme", 1),
        ("name: Acme, consent: {how: phone}", 1),
    ],
)
def test_consent(prospect: str, count: int) -> None:
    assert len(paths(kept_without_consent, prospect)) == count
