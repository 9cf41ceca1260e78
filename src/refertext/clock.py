"""The only clock: below the edge, the day is an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today(zone: str) -> date:
    """The day it is in a time zone."""
    from zoneinfo import ZoneInfo

    return datetime.now(UTC if zone == "UTC" else ZoneInfo(zone)).date()


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)
