"""Tiny groups in a few words, so that a test of a measure reads like a table.

Days are written `03-05`, of 2026, or in full. Thursday, the first of January, is the day of the first weekly meeting,
w1. Each call gives the files of some records; `small` makes a group of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from conftest import group_of
from refertext.measures import Event, Facts, Result, Subject, Window, facts
from refertext.measures.registry import all_measures
from refertext.records.referral import KINDS

Files = dict[str, str]

FIRST_MEETING = date(2026, 1, 1)
YEAR = Window(FIRST_MEETING, date(2026, 12, 31))
STATUSES = {"P": "present", "L": "late", "S": "substitute", "X": "excused", "A": "absent"}


def day(written: str) -> date:
    """The day of `03-05` in 2026, or of a day in full."""
    return date.fromisoformat(written if len(written) > 5 else f"2026-{written}")


def window(first: str, last: str) -> Window:
    """The days from one to another."""
    return Window(day(first), day(last))


ON_RECORD: Files = {"meetings/2024/2024-01-04-group.yml": "kind: group\ndate: 2024-01-04\ncancelled: yes\n"}
"""A record older than what a test is about: nobody is judged by the days before there are any."""


def week(number: int) -> date:
    """The day of a weekly meeting: the first is that of week 1."""
    return FIRST_MEETING + timedelta(weeks=number - 1)


def small(*files: Files, as_of: str = "12-31", currency: str = "USD", breaks: Iterable[tuple[str, str]] = ()) -> Facts:
    """The facts of a group made of some files, which must be without flaws."""
    settings = {
        "group": "Small",
        "timezone": "UTC",
        "currency": currency,
        "breaks": [{"from": str(day(first)), "until": str(day(last))} for first, last in breaks],
    }
    group = group_of(
        {"refertext.yml": _text(settings)} | {name: text for one in files for name, text in one.items()}, day(as_of)
    )
    assert not any(group.flaws.values())
    return facts(group)


def member(
    id_: str,
    joined: str | None = "01-01",
    *,
    left: str | None = None,
    earlier: Iterable[tuple[str, str]] = (),
    leave: Iterable[tuple[str, str]] = (),
    former: Iterable[str] = (),
    name: str = "",
    **more: Any,
) -> Files:
    """A member, called as the id; without `joined` a candidate."""
    return _file(
        f"members/{id_}.yml",
        name=name or id_.title(),
        business="B",
        joined=joined and str(day(joined)),
        left=left and {"date": str(day(left))},
        earlier=[{"joined": str(day(first)), "left": str(day(last))} for first, last in earlier],
        leave=[{"from": str(day(first)), "until": str(day(last))} for first, last in leave],
        former_ids=list(former),
        **more,
    )


def members(*ids: str) -> Files:
    """Some members since the first day of the year."""
    return {name: text for id_ in ids for name, text in member(id_).items()}


def meetings(**letters: str) -> Files:
    """Weekly group meetings w1, w2, …, with a letter for each and for each member: Present, Late, Substitute, eXcused,
    Absent, a dot where nothing is said, C where the meeting is cancelled.
    """
    files: Files = {}
    for number in range(1, max(map(len, letters.values())) + 1):
        here = {id_: written[number - 1] for id_, written in letters.items() if len(written) >= number}
        files |= meeting(
            f"w{number}",
            str(week(number)),
            cancelled="yes" if "C" in here.values() else "no",
            attendance={id_: STATUSES[letter] for id_, letter in here.items() if letter in STATUSES},
        )
    return files


def meeting(id_: str, on: str, kind: str = "group", **more: Any) -> Files:
    """A meeting, of a group if nothing is said."""
    return _file(f"meetings/2026/{id_}.yml", kind=kind, date=str(day(on)), **more)


def talk(id_: str, on: str, *between: str, kind: str = "one-to-one", cancelled: str = "no") -> Files:
    """A one-to-one or a review."""
    return meeting(id_, on, kind, between=list(between), cancelled=cancelled)


def gift(id_: str, on: str, from_: str, to: str, kind: str = "referral", *history: str, **more: Any) -> Files:
    """A referral. An entry of its history is written `03-05 met`, `03-05 introduction` for a raised kind,
    `03-05 won 500` or `03-05 won 500 EUR`, `03-05 ask`; whose it is may stand at its end: `by lee`.
    """
    more = {key: str(day(value)) if key in ("thanked", "consent") else value for key, value in more.items()}
    more |= {key: {"date": more[key]} for key in ("thanked", "consent") if key in more}
    entries = [_entry(written) for written in history]
    return _file(
        f"referrals/2026/{id_}.yml", kind=kind, date=str(day(on)), **{"from": from_}, to=to, history=entries, **more
    )


def partnership(
    one: str,
    other: str,
    since: str,
    *cycles: tuple[str, str, Mapping[str, int]],
    every: str = "",
) -> Files:
    """A partnership; a cycle is its first day, its last, and what is promised by whom."""
    turns = [
        {"from": str(day(first)), "until": str(day(last)), "promise": {id_: str(n) for id_, n in promise.items()}}
        for first, last, promise in cycles
    ]
    more = {"reviews": {"every": every}} if every else {}
    return _file(f"partnerships/{one}--{other}.yml", between=[one, other], since=str(day(since)), cycles=turns, **more)


def of(
    known: Facts, name: str, subject: str, span: Window = YEAR, weights: Mapping[str, Fraction] | None = None
) -> Result:
    """A measure of `group`, of a member, or of a pair written `kit+lee`."""
    ids = () if subject == "group" else tuple(subject.split("+"))
    return all_measures()[name].of(known, Subject(ids), span, weights).result


def told(result: Result) -> tuple[str, int, str]:
    """What a table says of a result: the exact amount, or why there is none; n; the ids of the records that count."""
    said = result.reason if result.amount is None else str(result.amount)
    return said, result.n, ids(result.counted)


def ids(events: Iterable[Event]) -> str:
    """The ids of the records that events rest on."""
    return " ".join(event.record.id for event in events)


def parts(result: Result) -> dict[str, str]:
    """The exact numbers beside the main one, by label."""
    return {part.label: str(part.amount) for part in result.parts}


def inputs(result: Result) -> dict[str, str]:
    """The exact numbers that the formula puts together."""
    return {label: str(amount) for label, amount in result.inputs.items()}


def _entry(written: str) -> dict[str, str]:
    said, _, by = written.partition(" by ")
    on, word, *value = said.split()
    entry = {"date": str(day(on))} | ({"by": by} if by else {}) | ({"value": " ".join(value)} if value else {})
    if word in KINDS:
        return entry | {"kind": word}
    return entry | ({word: "n"} if word in ("note", "ask", "answer") else {"status": word})


def _file(file: str, /, **keys: Any) -> Files:
    return {file: _text({key: value for key, value in keys.items() if value not in (None, [], {})})}


def _text(keys: Mapping[str, Any]) -> str:
    """A record as JSON a key, which is YAML too."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())
