"""Every day that a record can hold either says that something has happened, or may lie ahead and is listed here."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path as Folder

import pytest

from refertext.disk import read_group
from refertext.group import load
from refertext.group.claims import claims
from refertext.problem import Path
from refertext.records import FOLDERS
from refertext.text import Source, parse

EXAMPLE = Folder(__file__).parents[1] / "records" / "example"
"""A group in which every key of every kind of record is written once."""
MAY_LIE_AHEAD = {
    "members": {"joined", "left", "earlier joined", "earlier left", "leave from", "leave until", "former_seats until"}
    | {"seat consents until"},
    "agreements": {"adopted", "changed", "ended", "commitments from", "commitments until"},
    "partnerships": {"since", "action_plan due", "cycles from", "cycles until", "cycles contacts by"},
    "meetings": {"next", "actions due"},
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_day_is_claimed_or_may_lie_ahead(folder: str) -> None:
    group = load(read_group(EXAMPLE), lambda _: date(2026, 3, 11), None)
    for record in group.records(folder).values():
        written = days_in(parse(Source(record.file, (EXAMPLE / record.file).read_bytes())).data, ())
        claimed = {path for _, path, _ in claims(group, record)}
        assert claimed <= written
        assert {keys(path) for path in written - claimed} <= MAY_LIE_AHEAD.get(folder, set())
        assert not {keys(path) for path in claimed} & MAY_LIE_AHEAD.get(folder, set())


def days_in(data: object, path: Path) -> set[Path]:
    """Where days stand in plain data."""
    if isinstance(data, str):
        return {path} if _DAY.fullmatch(data) else set()
    if not isinstance(data, dict | list):
        return set()
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    return {found for step, value in steps for found in days_in(value, (*path, step))}


def keys(path: Path) -> str:
    """The keys of a path, without positions."""
    return " ".join(step for step in path if isinstance(step, str))
