"""The only clock: below the edge, the day is an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def today(zone: str) -> date:
    """The day it is in a time zone."""
    return datetime.now(_zone(zone)).date()


def end_of(day: date, zone: str) -> datetime:
    """The last moment of a day in a time zone."""
    return datetime.combine(day, time.max, _zone(zone))


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return UTC if name == "UTC" else ZoneInfo(name)
