"""One pair of members is told of once, however often one of them changes their seat."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import group_of
from refertext.group.seats import Touch

SETTINGS = "group: Harbour\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n"
CONSENTS = [{"by": "ann", "date": "2025-07-01"}]


def seat(services: str, clients: str, territory: str, **more: Any) -> dict[str, Any]:
    sides = {"services": services, "clients": clients, "territory": territory}
    return {"category": "people"} | {side: text.split(", ") for side, text in sides.items()} | more


def touches(*seats: dict[str, Any], **more: Any) -> list[tuple[Touch, str]]:
    """How Bob's seats, each held to the end of a month from March on, touch Ann's, and from when."""
    *former, last = seats
    days = ("2026-03-31", "2026-04-30")
    bob = {"seat": last, "former_seats": [held | {"until": day} for held, day in zip(former, days, strict=False)]}
    people = {"ann": {"seat": PAYROLL, "joined": "2025-01-01"}, "bob": bob | {"joined": "2025-06-01"} | more}
    files = {f"members/{id_}.yml": json.dumps({"name": id_, "business": id_, **keys}) for id_, keys in people.items()}
    return [(one.touch, one.since.isoformat()) for one in group_of({"refertext.yml": SETTINGS} | files).rivalries]


PAYROLL = seat("payroll", "employers", "Boise")
NAMPA = seat("payroll", "employers", "Nampa")
WIDER = seat("payroll, advice", "employers", "Nampa")
ADVICE = seat("advice", "employers", "Boise")
NOTHING = seat("temps", "schools", "Nampa")
AGREED, AGREED_WIDER = NAMPA | {"consents": CONSENTS}, WIDER | {"consents": CONSENTS}
NOW, APRIL, MAY = "2025-06-01", "2026-04-01", "2026-05-01"


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        ((NAMPA, WIDER), [(Touch.ADJACENT, NOW)]),
        ((NAMPA, WIDER, PAYROLL), [(Touch.ADJACENT, NOW), (Touch.SAME, MAY)]),
        ((PAYROLL, NAMPA), [(Touch.SAME, NOW)]),
        ((PAYROLL, NOTHING, PAYROLL), [(Touch.SAME, NOW)]),
        ((NOTHING, NAMPA, WIDER), [(Touch.ADJACENT, APRIL)]),
        ((ADVICE, NAMPA), [(Touch.NEIGHBOURING, NOW), (Touch.ADJACENT, APRIL)]),
        ((AGREED, WIDER), [(Touch.ADJACENT, NOW), (Touch.ADJACENT, APRIL)]),  # to the second nobody has agreed
        ((NAMPA, AGREED_WIDER), [(Touch.ADJACENT, NOW)]),  # said of both
    ],
)
def test_one_rivalry_a_pair(seats: tuple[dict[str, Any], ...], told: list[tuple[Touch, str]]) -> None:
    assert touches(*seats) == told


def test_who_comes_back_soon_is_told_of_once() -> None:
    back = {"earlier": [{"joined": "2024-01-01", "left": "2026-03-31"}], "joined": "2026-09-01"}
    assert touches(PAYROLL, **back) == [(Touch.SAME, "2025-01-01")]
