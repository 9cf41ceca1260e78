"""Judging: the verdict of a commitment about a measure, for one subject it binds.

The first that applies: waived, too early, missed, at risk, kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from refertext.commitments.bound import Bound
from refertext.commitments.meetings import meeting_days
from refertext.commitments.mend import mend
from refertext.commitments.periods import (
    Judged,
    Running,
    first_complete,
    is_in_meetings,
    is_past_the_middle,
    judged_in_meetings,
    one_period,
    rolls,
)
from refertext.commitments.tried import Tried, told, tried
from refertext.commitments.uncertain import in_doubt
from refertext.commitments.verdict import Mend, Outcome, Verdict
from refertext.commitments.waivers import Waivers, excused, who_owes
from refertext.measures import Facts, Measure, Unit, Window
from refertext.measures.window import EARLY, ONE_DAY


class _Judgement(NamedTuple):
    """The outcome without waivers, and what it rests on: `coming` is what will be judged when the running period is
    over, `shown` what decided.
    """

    outcome: Outcome
    why: str = ""
    shown: Tried | None = None
    coming: Tried | None = None


def verdict(facts: Facts, measure: Measure, bound: Bound, waivers: Waivers) -> Verdict:
    """The verdict of a commitment for a subject it binds, with the running waivers."""
    found = _judge(facts, measure, bound)
    shown = found.shown
    way = mend(facts, bound, found.outcome, shown, found.coming) if shown else Mend()
    judged = Verdict(
        record=bound.agreement,
        path=("commitments", bound.number),
        subject=bound.subject,
        day=bound.term.day,
        outcome=found.outcome,
        judged=found.outcome,
        why=found.why or (told(facts, shown) if shown else ""),
        mend=way.said,
        mended_on=way.day,
        tried=shown,
        coming=found.coming,
    )
    told_so = in_doubt(facts.group, judged)
    return excused(told_so, waivers, _files(facts, measure, bound)) if waivers else told_so


def _files(facts: Facts, measure: Measure, bound: Bound) -> list[str]:
    """The files whose waivers excuse the subject: of who owes it, of a pair's partnership, and of the agreement."""
    partnership = facts.partnerships.get(frozenset(bound.subject.ids))
    owing = who_owes(bound.subject, mutual=measure.mutual)
    own = [member.file for member in bound.members if member.id in owing]
    return [*own, bound.agreement.file, *([partnership.file] if partnership else [])]


def _judge(facts: Facts, measure: Measure, bound: Bound) -> _Judgement:
    windows, ahead = _windows(facts, bound), bound.term.running
    if _is_on_leave(bound, windows):
        return _Judgement(Outcome.WAIVED, "on leave all the time that counts")
    early = _why_too_early(facts, bound, windows)
    if early:
        return _Judgement(Outcome.TOO_EARLY, early)
    results = [found for one in windows if (found := _known(facts, measure, bound, one))]
    coming = _known(facts, measure, bound, ahead.next) if ahead else None
    if early := _why_no_period(bound, windows):
        exceeded = _exceeded_already(facts, measure, bound, [*([ahead.next] if ahead else []), *reversed(windows)])
        return _Judgement(
            Outcome.MISSED if exceeded else Outcome.TOO_EARLY, "" if exceeded else early, exceeded, coming
        )
    if coming and coming.exceeds and measure.only_grows:
        return _Judgement(Outcome.MISSED, shown=coming, coming=coming)
    telling = [one for one in results if _says_something(facts, bound, one)]
    if not telling:
        return _Judgement(Outcome.TOO_EARLY, _why_nothing(windows, results), results[-1] if results else None)
    missed = [one for one in telling if not one.is_met]
    if missed and _may_lie_before_records(bound, windows[-1].window, missed[-1]):
        return _Judgement(Outcome.TOO_EARLY, _first_on_record(bound), missed[-1])
    if missed:
        return _Judgement(Outcome.MISSED, shown=missed[-1], coming=coming)
    if not bound.term.is_over and _is_at_risk(bound, telling[-1], ahead, coming):
        return _Judgement(Outcome.AT_RISK, shown=coming or telling[-1], coming=coming)
    return _Judgement(Outcome.KEPT, shown=telling[-1], coming=coming)


def _windows(facts: Facts, bound: Bound) -> Sequence[Judged]:
    if not is_in_meetings(bound.commitment):
        return bound.term.judged
    days = meeting_days(facts, bound.subject, Window(bound.start, bound.term.day))
    return judged_in_meetings(bound.commitment, bound.term.day, days)


def _is_on_leave(bound: Bound, windows: Sequence[Judged]) -> bool:
    """Whether the subject was bound on some day that is judged, but on leave on every one of them."""
    if any(bound.counted(one.window) for one in windows):
        return False
    return any(bound.is_bound_in(one.window) for one in windows)


def _why_too_early(facts: Facts, bound: Bound, windows: Sequence[Judged]) -> str:
    """Why nobody can judge yet; empty where one can."""
    commitment, day = bound.commitment, bound.term.day
    if grace := why_in_grace(bound):
        return grace
    if bound.start > day:
        return f"nothing is recorded up to {day}"
    counted = bound.counted(Window(bound.start, day))
    if counted < EARLY:
        days = "days on record" if bound.was_there_before else "days"
        return f"only {counted} of the first {EARLY} {days} {'has' if counted == 1 else 'have'} passed"
    if not windows:
        return f"{len(meeting_days(facts, bound.subject, Window(bound.start, day)))} of {commitment.over} so far"
    return ""


def _why_no_period(bound: Bound, windows: Sequence[Judged]) -> str:
    """Why there is no whole period yet; empty where there is one, or nobody asks for it."""
    commitment = bound.commitment
    if bound.start > windows[-1].window.first and (commitment.per or commitment.every or commitment.with_):
        complete = first_complete(commitment, bound.start)
        if complete > windows[-1].window.last:
            return f"{_first_time(bound)} on {complete}"
    return ""


def why_in_grace(bound: Bound) -> str:
    """Until when nobody is judged because the commitment spares newcomers; empty where it does not, or no more."""
    if bound.commitment.grace is None:
        return ""
    last = bound.commitment.grace.after(bound.since) - ONE_DAY
    return f"in grace until {last}" if bound.term.day <= last else ""


def _first_time(bound: Bound) -> str:
    """What must have passed before anybody is judged: `the first whole quarter ends`."""
    commitment = bound.commitment
    if commitment.every:
        return f"the first whole {commitment.every} ends"
    if commitment.per is None:
        return f"the first {commitment.over} end" if commitment.over else ""
    one = one_period(commitment.per)
    return f"the first {one.count} whole {one.unit} end" if one.count > 1 else f"the first whole {commitment.per} ends"


def _may_lie_before_records(bound: Bound, window: Window, one: Tried) -> bool:
    """Whether what is missing to a number in a window that rolls may have been done before records began."""
    is_counted = one.value.measure.unit in (Unit.COUNT, Unit.MONEY) and not one.value.measure.at_end
    is_open = rolls(bound.commitment) and not is_in_meetings(bound.commitment) and bound.was_there_before
    return is_open and is_counted and window.first < bound.start and not one.reaches


def _first_on_record(bound: Bound) -> str:
    return f"the first {bound.commitment.over} on record end on {first_complete(bound.commitment, bound.start)}"


def _known(facts: Facts, measure: Measure, bound: Bound, one: Judged) -> Tried | None:
    """What is known of a window; nothing where it does not say enough."""
    is_partly_on_record = bound.since <= one.window.first < bound.start
    exceeded = _exceeded_already(facts, measure, bound, [one]) if is_partly_on_record else None
    return exceeded or (tried(facts, measure, bound, one) if _counts(bound, one.window) else None)


def _exceeded_already(facts: Facts, measure: Measure, bound: Bound, windows: Sequence[Judged]) -> Tried | None:
    """The first of some windows by the calendar whose limit is exceeded by what is on record, however its other days
    are or were: they can only add. Only of such as the commitment binds from their first day on.
    """
    if rolls(bound.commitment) or not measure.only_grows:
        return None
    unshortened = bound._replace(start=bound.since)
    whole = (tried(facts, measure, unshortened, one) for one in windows if one.window.first >= bound.since)
    return next((one for one in whole if one.exceeds), None)


def _counts(bound: Bound, window: Window) -> bool:
    """Whether a window says enough: a period of `every` is bound wholly, a long window for four weeks at least."""
    if bound.commitment.every and window.first < bound.start:
        return False
    return bound.counted(window) >= _enough(window)


def _enough(window: Window) -> int:
    return min(EARLY, (window.days + 1) // 2)


def _says_something(facts: Facts, bound: Bound, one: Tried) -> bool:
    """Whether there is something to judge by: a number, and for a limit at meetings, a meeting."""
    if one.value.amount is None:
        return False
    if one.at_most is None or not one.value.measure.at_meetings:
        return True
    return bool(meeting_days(facts, bound.subject, one.value.window))


def _why_nothing(windows: Sequence[Judged], silent: Sequence[Tried]) -> str:
    if not silent:
        window = windows[-1].window
        return f"fewer than {_enough(window)} days of {window} count"
    return silent[-1].value.result.reason or "no group meeting in the window counts for them"


def _is_at_risk(bound: Bound, latest: Tried, ahead: Running | None, coming: Tried | None) -> bool:
    """Whether a met commitment is missed at the end of the running period if nothing more is recorded; for a limit,
    whether it is reached.
    """
    if rolls(bound.commitment):
        return latest.has_reached_its_limit
    if ahead is None or coming is None or coming.value.amount is None:
        return False
    return coming.has_reached_its_limit or (is_past_the_middle(ahead.period, bound.term.day) and not coming.is_met)
