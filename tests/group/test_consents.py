"""Which consent counts between two whose seats touch, when they came on one day or their roles turned."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import group_of
from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch

SETTINGS = "group: Harbour\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n"


def seat(category: str, services: str, territory: str) -> dict[str, Any]:
    return {"category": category, "services": [services], "clients": ["employers"], "territory": [territory]}


def member(name: str, held: dict[str, Any], **more: Any) -> str:
    return json.dumps({"name": name, "business": f"{name} Ltd", "seat": held, **more})


def group(**members: str) -> Group:
    return group_of({"refertext.yml": SETTINGS} | {f"members/{id_}.yml": text for id_, text in members.items()})


def consent(by: str = "ann", date: str = "2026-01-15") -> dict[str, str]:
    return {"by": by, "date": date}


PAYROLL = seat("people/payroll", "payroll", "Boise")
NAMPA = seat("people/payroll", "payroll", "Nampa")
ADVICE = PAYROLL | {"services": ["payroll", "advice"]}
STAFFING = seat("people/staffing", "payroll", "Boise")
BY_ANN, BY_BOB = consent(date="2025-03-01"), consent(by="bob", date="2025-03-01")
ONE_DAY = {"joined": "2025-01-01"}
MOVED = {"joined": "2024-01-01", "former_seats": [PAYROLL | {"until": "2025-12-31"}]}
"""Ann was there first, and has another seat since 2026."""


def between(ann: Any, bob: Any, anns: dict[str, Any], bobs: dict[str, Any]) -> Group:
    return group(ann=member("Ann", ann, **anns), bob=member("Bob", bob, **bobs))


@pytest.mark.parametrize(
    ("ann", "bob", "anns", "bobs", "stands"),
    [
        # on one day the id makes Bob the newcomer
        (PAYROLL, NAMPA, ONE_DAY, ONE_DAY, Standing.OPEN),
        (PAYROLL, NAMPA | {"consents": [BY_ANN]}, ONE_DAY, ONE_DAY, Standing.AGREED),
        (PAYROLL | {"consents": [BY_BOB]}, NAMPA, ONE_DAY, ONE_DAY, Standing.AGREED),
        (PAYROLL | {"consents": [BY_BOB | {"until": "2026-03-10"}]}, NAMPA, ONE_DAY, ONE_DAY, Standing.LAPSED),
        (PAYROLL | {"consents": [BY_BOB | {"date": "2026-03-12"}]}, NAMPA, ONE_DAY, ONE_DAY, Standing.OPEN),
        (PAYROLL | {"consents": [BY_BOB]}, PAYROLL | {"consents": [BY_ANN]}, ONE_DAY, ONE_DAY, Standing.OPEN),
        # who was never first cannot agree
        (PAYROLL | {"consents": [BY_BOB]}, NAMPA, ONE_DAY, {"joined": "2025-01-02"}, Standing.OPEN),
        (PAYROLL | {"consents": [BY_BOB]}, NAMPA, ONE_DAY, {}, Standing.OPEN),
        # Ann agreed to Bob's seat, and widened hers, or called it by another category, later
        (ADVICE, NAMPA, MOVED, {"joined": "2025-02-01"}, Standing.OPEN),
        (ADVICE, NAMPA | {"consents": [BY_ANN]}, MOVED, {"joined": "2025-02-01"}, Standing.AGREED),
        (STAFFING, NAMPA | {"consents": [BY_ANN]}, MOVED, {"joined": "2025-02-01"}, Standing.AGREED),
        (ADVICE, PAYROLL | {"consents": [BY_ANN]}, MOVED, {"joined": "2025-02-01"}, Standing.OPEN),
        # she agreed when her new seat was the later one: the consent is by the wrong person
        (ADVICE, NAMPA | {"consents": [consent()]}, MOVED, {"joined": "2025-02-01"}, Standing.OPEN),
    ],
)
def test_a_consent_counts_in_either_file(
    ann: Any, bob: Any, anns: dict[str, Any], bobs: dict[str, Any], stands: Standing
) -> None:
    found = between(ann, bob, anns, bobs)
    (rivalry,) = found.rivalries
    assert standing(found, rivalry) is stands
    assert rivalry.touch in (Touch.SAME, Touch.ADJACENT)


@pytest.mark.parametrize("ids", [("ann", "bob"), ("zoe", "bob")])
def test_another_id_changes_nothing_between_founders(ids: tuple[str, str]) -> None:
    one, other = ids
    held = {one: PAYROLL, other: NAMPA | {"consents": [consent(by=one, date="2025-03-01")]}}
    found = group(**{id_: member(id_.title(), theirs, **ONE_DAY) for id_, theirs in held.items()})
    (rivalry,) = found.rivalries
    assert standing(found, rivalry) is Standing.AGREED


def test_where_the_consent_is_written() -> None:
    found = between(PAYROLL | {"consents": [BY_ANN, BY_BOB]}, NAMPA, ONE_DAY, ONE_DAY)
    (rivalry,) = found.rivalries
    assert rivalry.given
    assert (rivalry.newcomer.member.id, rivalry.given.by.id, rivalry.given.to.id) == ("bob", "bob", "ann")
    assert (rivalry.given.place.file, rivalry.given.place.path) == ("members/ann.yml", ("seat", "consents", 1))
