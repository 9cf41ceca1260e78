from __future__ import annotations

from typing import Any

import pytest
from table import person, seat, table

from refertext.insights.debts.decisions import decisions, exceptions
from refertext.insights.debts.minutes import minutes
from refertext.insights.debts.owed import Owed
from small import Files, meeting

ALL = {"kit": "present", "brian": "present", "lee": "present"}
FULL: dict[str, Any] = {"attendance": ALL, "next": "2026-03-12", "next_presenter": "lee"}


def short(owed: Owed) -> tuple[str, str, str, str]:
    return owed.rule, "+".join(owed.by), "+".join(owed.to), f"{owed.due:%m-%d}"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (meeting("m", "03-05", **FULL), []),
        (
            meeting("m", "03-05", **FULL | {"attendance": {"kit": "present"}}),
            [("member-unaccounted-for", "kit", "brian+lee", "03-05")],
        ),
        (meeting("m", "03-05", **FULL | {"attendance": {}}), [("member-unaccounted-for", "kit", "", "03-05")]),
        (meeting("m", "03-12", **FULL | {"attendance": {}}), []),
        (meeting("m", "03-05", **FULL | {"next": None}), [("next-date-missing", "kit", "", "03-05")]),
        (meeting("m", "03-05", **FULL | {"next_presenter": None}), [("no-next-presenter", "kit", "", "03-05")]),
        (meeting("m", "03-05", cancelled="yes", **FULL | {"attendance": {"kit": "present"}}), []),
    ],
)
def test_what_the_coordinator_still_writes_down(files: Files, expected: list[tuple[str, ...]]) -> None:
    assert [short(owed) for owed in minutes(table(files, coordinator="kit"))] == expected


def test_few_are_named_and_more_are_counted() -> None:
    others = [person(f"m{number}") for number in range(4)]
    [owed] = minutes(table(meeting("m", "03-05", **FULL | {"attendance": {"kit": "present"}}), *others))
    assert owed.do == "Write down whether Brian, Lee, M0 and 3 more attended the meeting of 2026-03-05"
    assert owed.by == ()


def notice(**keys: Any) -> dict[str, Any]:
    return {"category": "people/training", "status": "reserved", "for": "dana", "until": "2026-03-20"} | keys


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"seats": [notice()]}, [("reservation-expired", "lee", "dana", "03-20")]),
        ({"seats": [notice(until="2026-03-01", **{"for": None})]}, [("reservation-expired", "lee", "", "03-01")]),
        ({"seats": [notice(until=None)]}, []),
        ({"seats": [notice(status="wanted")]}, []),
        (
            {"waivers": [{"rule": "no-guide", "file": "members/kit.yml", "why": "new here", "until": "2026-03-31"}]},
            [("waiver-expired", "lee", "", "03-31")],
        ),
    ],
)
def test_what_was_decided_until_a_day_is_decided_again(settings: dict[str, Any], expected: list[Any]) -> None:
    found = decisions(table(person("dana", joined=None), coordinator="lee", **settings))
    assert [short(owed) for owed in found] == expected


def test_an_exception_is_called_by_its_reason() -> None:
    waiver = {"rule": "no-guide", "file": "members/kit.yml", "why": "new here", "until": "2026-03-31"}
    [one] = exceptions(table(waivers=[waiver]))
    assert one.owed.do == "Decide again on the exception to no-guide for members/kit.yml (new here)"


@pytest.mark.parametrize(
    ("until", "left", "count"), [("2026-03-10", None, 1), ("2026-03-11", None, 0), ("2026-03-10", 1, 0)]
)
def test_a_neighbour_is_asked_again(until: str, left: int | None, count: int) -> None:
    gone: dict[str, Any] = {"left": {"date": "2026-03-01"}} if left else {}
    old = person("kit", seat=seat("people/staffing", "hire", "employers", "Boise"), **gone)
    consent = {"by": "kit", "date": "2025-06-01", "until": until}
    own = seat("people/payroll", "hire", "employers", "Nampa", consents=[consent])
    found = decisions(table(old, person("lee", joined="2025-06-01", seat=own)))
    assert [short(owed) for owed in found] == [("consent-expired", "lee", "kit", until[5:])] * count
