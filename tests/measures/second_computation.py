"""The measures a second time: records in SQLite tables, one plain SQL query for each measure.

Written from the definitions alone, apart from the package, so that a mistake in the one is not repeated in the other.
Python only loads records and turns rows into numbers; what they mean stands in `second/`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from refertext.group import Group
from refertext.measures import Window
from refertext.records.referral import Referral, ReferralConsent, Thanks

HERE = Path(__file__).parent / "second"
FAMILIES = ("attendance", "contact", "giving", "membership", "outcomes")
_HEADING = re.compile(r"^-- measure: ([a-z-]+)$", re.MULTILINE)
_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_DAYS = {"days": 1, "weeks": 7}

Row = tuple[object, ...]
Ids = tuple[str, ...]
Answers = dict[Ids, tuple[int, int]]
"""What a measure is for those of whom there is anything to say, as what is divided by what; () stands for the group."""


@cache
def queries() -> Mapping[str, str]:
    """The query of each measure, by the measure's name."""
    found: dict[str, str] = {}
    for family in FAMILIES:
        _, *parts = _HEADING.split((HERE / f"{family}.sql").read_text(encoding="utf-8"))
        found.update(zip(parts[::2], parts[1::2], strict=True))
    return found


class SecondComputation:
    """A group's records in tables; whatever the day, the same tables."""

    def __init__(self, group: Group) -> None:
        self.tables = sqlite3.connect(":memory:")
        self.tables.executescript((HERE / "tables.sql").read_text(encoding="utf-8"))
        for table, rows in _rows(group).items():
            for row in rows:
                self.tables.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        self.tables.executescript((HERE / "facts.sql").read_text(encoding="utf-8"))

    def close(self) -> None:
        self.tables.close()

    def ask(self, window: Window, as_of: date, weights: Mapping[str, Fraction] | None = None) -> None:
        """Sets the window that the queries look at; days after the as-of day are left out."""
        late = (weights or {}).get("late", Fraction(0))
        excused = (weights or {}).get("excused", Fraction(0))
        last = min(window.last, as_of)
        row = (window.first.isoformat(), last.isoformat(), *late.as_integer_ratio(), *excused.as_integer_ratio())
        self.tables.execute("DELETE FROM asked")
        self.tables.execute("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?)", row)

    def answers(self, measure: str) -> Answers:
        """A measure of everybody in the window asked for; money in cents."""
        rows = self.tables.execute(queries()[measure])
        return {tuple(filter(None, (a, b))): (top or 0, bottom) for a, b, top, bottom in rows}


def _rows(group: Group) -> dict[str, Iterable[Row]]:
    """The rows of each table, with days as texts."""
    tables: dict[str, Iterable[Row]] = {
        "pause": [(pause.from_, pause.until) for pause in group.settings.breaks],
        "former_prospect": [(former, p.id) for p in group.prospects.values() for former in p.former_ids],
        **_member_rows(group),
        **_referral_rows(group),
        **_meeting_rows(group),
        **_partnership_rows(group),
    }
    return {table: [_plain(row) for row in rows] for table, rows in tables.items()}


def _plain(row: Row) -> Row:
    return tuple([value.isoformat() if isinstance(value, date) else value for value in row])


def _member_rows(group: Group) -> dict[str, Iterable[Row]]:
    members = group.members.values()
    return {
        "member": [(m.id, m.name, m.joined, m.left.date if m.left else None) for m in members],
        "earlier": [(m.id, time.joined, time.left) for m in members for time in m.earlier],
        "leave": [(m.id, leave.from_, leave.until) for m in members for leave in m.leave],
        "former_member": [(former, m.id) for m in members for former in m.former_ids],
    }


def _referral_rows(group: Group) -> dict[str, Iterable[Row]]:
    referrals = group.referrals.values()
    return {
        "referral": map(_referral_row, referrals),
        "taken_by": [(r.id, who) for r in referrals for who in r.taken_by],
        "entry": _entry_rows(group),
    }


def _referral_row(r: Referral) -> Row:
    return r.id, r.kind, r.date, r.from_, r.to, r.prospect, r.about, r.tier, r.level, _day(r.consent), _day(r.thanked)


def _day(block: ReferralConsent | Thanks | None) -> date | None:
    return block.date if block else None


def _entry_rows(group: Group) -> Iterator[Row]:
    for referral in group.referrals.values():
        for position, entry in enumerate(referral.history):
            cents = entry.value and int(entry.value.amount * 100)
            is_ours = entry.value is None or entry.value.currency in (None, group.settings.currency)
            money = (cents, None) if is_ours else (None, cents)
            yield referral.id, position, entry.date, entry.status, entry.kind, entry.by, *money


def _meeting_rows(group: Group) -> dict[str, Iterable[Row]]:
    meetings = group.meetings.values()
    return {
        "meeting": [(m.id, m.kind, m.date, m.next, m.cancelled == "yes") for m in meetings],
        "between_whom": [(m.id, who) for m in meetings for who in m.between],
        "attendance": [(m.id, who, came.status, came.notice) for m in meetings for who, came in m.attendance.items()],
        "presented": [(m.id, who) for m in meetings for who in m.presented],
        "visitor": [(m.id, visitor.name, visitor.invited_by) for m in meetings for visitor in m.visitors],
    }


def _partnership_rows(group: Group) -> dict[str, Iterable[Row]]:
    partnerships = group.partnerships.values()
    cycles = [(p.id, number, cycle) for p in partnerships for number, cycle in enumerate(p.cycles)]
    lengths = {p.id: p.reviews.every for p in partnerships if p.reviews}
    days = {id_: every.count * _DAYS[every.unit] for id_, every in lengths.items() if every.unit in _DAYS}
    months = {id_: every.count * _MONTHS[every.unit] for id_, every in lengths.items() if every.unit in _MONTHS}
    return {
        "partnership": [(p.id, *p.between, p.since, days.get(p.id), months.get(p.id)) for p in partnerships],
        "cycle": [(id_, number, cycle.from_, cycle.until) for id_, number, cycle in cycles],
        "promise": [(id_, number, who, count) for id_, number, cycle in cycles for who, count in cycle.promise.items()],
    }
