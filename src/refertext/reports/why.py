"""`why`: a measure of a subject, with its definition, the numbers it puts together, and every record it counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from refertext.commitments import Verdict
from refertext.commitments.aims import label
from refertext.measures import Event, Facts, Subject, Unit, Value
from refertext.measures.events import Handling, Win
from refertext.measures.privacy import may_be_shown, parts_may_be_shown, why_not_shown, win_may_be_shown
from refertext.measures.wording import in_words, said
from refertext.problem import Place
from refertext.reports.escape import one_line, without_commands
from refertext.reports.happened import what_happened
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.located import Finder, Spot
from refertext.reports.numbers import as_number, number
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted

MOST_ROWS = 400
"""Of records that are listed; more are counted."""


def name_of(facts: Facts, subject: Subject) -> str:
    """A subject by name: `Kit Larsen`, `Kit Larsen → Brian Cho`, or the group's name."""
    return " → ".join(facts.group.name(id_) for id_ in subject.ids) or facts.group.settings.group


def render(facts: Facts, value: Value, verdicts: Sequence[Verdict], finder: Finder, paper: Paper) -> str:
    """The whole answer in plain text."""
    return without_commands("\n".join(_lines(facts, value, verdicts, finder, paper)) + "\n")


def _lines(facts: Facts, value: Value, verdicts: Sequence[Verdict], finder: Finder, paper: Paper) -> Iterator[str]:
    measure, result = value.measure, value.result
    open_ = may_be_shown(facts, value)
    currency = facts.group.settings.currency
    amount = said(value, currency) if open_ else f"not shown: {why_not_shown(value)}"
    head = f"{measure.name} of {name_of(facts, value.subject)}: {amount}"
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    yield from wrapped(f"{_window(value)}, n = {value.n}", paper)
    yield ""
    for paragraph in re.split(r"\n\s*\n", measure.page):
        yield from wrapped(" ".join(paragraph.split()), paper, indent=2)
    if result.inputs and open_:
        yield ""
        yield from wrapped(derivation(value, currency), paper, indent=2)
    for part in result.parts if parts_may_be_shown(facts, value) else ():
        yield from wrapped(f"{part.label}: {in_words(part.amount, part.unit, currency)}", paper, indent=2)
    for verdict in verdicts:
        yield from _agreed(verdict, currency, paper)
    rows = rows_of(value)
    if rows:
        yield ""
    if not all(marked for marked, _ in rows):
        yield "  + counts, - does not"
    for marked, event in rows[:MOST_ROWS]:
        yield from _row(facts, marked, event, finder, paper, last=value.window.last)
    if len(rows) > MOST_ROWS:
        yield f"  … and {len(rows) - MOST_ROWS:,} more; --format json has all of them"
    for title, events in value.result.beside().items():
        yield from _beside_them(facts, title, events, finder, paper)


def _agreed(verdict: Verdict, currency: str, paper: Paper) -> Iterator[str]:
    """How it stands with a commitment, and how that number comes about where it is another one."""
    text = f"{label(verdict)}: {verdict.why}{_more(verdict)} (agreed in {verdict.record.file})"
    yield from wrapped(text, paper, indent=2)
    if derived := _derived(verdict, currency):
        yield from wrapped(derived, paper, indent=4)


def _beside_them(facts: Facts, title: str, events: Sequence[Event], finder: Finder, paper: Paper) -> Iterator[str]:
    """Other records that the number comes from, below what they are."""
    if not events:
        return
    yield ""
    yield f"  {title}:"
    for event in sorted(events, key=_in_order)[:MOST_ROWS]:
        yield from _placed(" ", what_happened(facts.group, event), event, finder, paper)
    if len(events) > MOST_ROWS:
        yield f"  … and {len(events) - MOST_ROWS:,} more; --format json has all of them"


def _window(value: Value) -> str:
    return f"At the end of {value.window.last}" if value.measure.at_end else str(value.window)


def _more(verdict: Verdict) -> str:
    return f"; {verdict.mend}" if verdict.mend else ""


def _derived(verdict: Verdict, currency: str) -> str:
    """How the number of a commitment comes about where its weights make it another one; else empty."""
    one = verdict.tried
    return derivation(one.value, currency) if one and one.weights and one.value.result.inputs else ""


def derivation(value: Value, currency: str) -> str:
    """How a number comes about: the formula, and the same with its numbers."""
    return f"{value.formula} = {substituted(value, currency)}"


def substituted(value: Value, currency: str) -> str:
    """The formula with the numbers in place of their names."""
    inputs = value.result.inputs
    names = sorted(map(re.escape, inputs), key=len, reverse=True)

    def shown(match: re.Match[str]) -> str:
        unit = value.measure.unit if value.measure.unit in (Unit.DAYS, Unit.MONEY) else Unit.COUNT
        return in_words(inputs[match[0]], unit if len(inputs) == 1 else Unit.COUNT, currency)

    text = re.sub("|".join(names), shown, value.formula)
    amount = text if value.amount is None else in_words(value.amount, value.measure.unit, currency)
    return text if text == amount else f"{text} = {amount}"


def rows_of(value: Value) -> list[tuple[bool, Event]]:
    """The events a value rests on in order of day, those that count marked; of a share, the others too."""
    counted = {id(event) for event in value.result.counted}
    rows = [(True, event) for event in value.result.counted]
    rows += [(False, event) for event in value.result.among if id(event) not in counted]
    return sorted(rows, key=lambda row: _in_order(row[1]))


def _in_order(event: Event) -> tuple[date, str]:
    return event.day, event.record.id


def _beside(facts: Facts, event: Event, last: date) -> str:
    """What makes an event count as it does: how much was won, how long nothing was heard."""
    if isinstance(event, Win) and event.value:
        currency = event.value.currency or facts.group.settings.currency
        if win_may_be_shown(facts, event):
            return f", {in_words(event.value.amount, Unit.MONEY, currency)}"
        return f", in {currency}" if currency != facts.group.settings.currency else ""
    return f", {counted(event.silence_on(last), 'day')} without news" if isinstance(event, Handling) else ""


def _row(facts: Facts, marked: bool, event: Event, finder: Finder, paper: Paper, *, last: date) -> Iterator[str]:
    text = what_happened(facts.group, event) + _beside(facts, event, last)
    yield from _placed(paper.style("+", "note") if marked else "-", text, event, finder, paper)


def _placed(mark: str, text: str, event: Event, finder: Finder, paper: Paper) -> Iterator[str]:
    """An event in words behind its mark and its day, and below it where it is recorded."""
    spot = spot_of(event, finder)
    lines = wrapped(text, paper, indent=15)
    yield f"  {mark} {event.day} {lines[0].strip()}"
    yield from lines[1:]
    yield f"{' ' * 15}{paper.style(f'{one_line(spot.file)}:{spot.span.line}', 'place')}"


def spot_of(event: Event, finder: Finder) -> Spot:
    """Where the record says it."""
    return finder.spot("", Place(event.record.file, event.path))


def render_json(facts: Facts, value: Value, verdicts: Sequence[Verdict], finder: Finder) -> str:
    """The whole answer as a JSON object."""
    open_ = may_be_shown(facts, value)
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": facts.group.as_of.isoformat(),
        **number(facts, value),
        "definition": value.measure.page,
        "formula": value.formula,
        "inputs": {name: as_number(amount) for name, amount in value.result.inputs.items()} if open_ else {},
        "verdicts": [
            {
                "outcome": label(verdict),
                "why": verdict.why,
                "derived": _derived(verdict, facts.group.settings.currency),
                "mend": verdict.mend,
                "file": verdict.record.file,
            }
            for verdict in verdicts
        ],
        "records": [{"counted": marked, **_as_object(facts, event, finder)} for marked, event in rows_of(value)],
        "beside": [
            {"what": title, "records": [_as_object(facts, event, finder) for event in sorted(events, key=_in_order)]}
            for title, events in value.result.beside().items()
        ],
    }
    return as_json(document)


def _as_object(facts: Facts, event: Event, finder: Finder) -> dict[str, Any]:
    spot = spot_of(event, finder)
    return {
        "date": event.day.isoformat(),
        "what": what_happened(facts.group, event),
        "file": spot.file,
        "line": spot.span.line,
        **_worth(facts, event),
    }


def _worth(facts: Facts, event: Event) -> dict[str, Any]:
    """Of something won what it was worth, where members may see that, and in which currency."""
    if not isinstance(event, Win) or event.value is None:
        return {}
    open_ = win_may_be_shown(facts, event)
    return {
        "value": as_number(event.value.amount) if open_ else None,
        "currency": event.value.currency or facts.group.settings.currency,
    }
