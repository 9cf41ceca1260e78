"""Whether a verdict could be another one, or a number, if every file could be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from refertext.commitments.periods import is_in_meetings
from refertext.commitments.tried import Tried
from refertext.commitments.verdict import Outcome, Verdict
from refertext.group import Group
from refertext.group.unreadable import a_group_meeting_may_be_missing, lacks_files, lacks_members, may_be_missing
from refertext.measures import Kind, Measure, Subject, Value
from refertext.records import Partnership

_MEND = "first mend the files that cannot be read, what is missing may stand there"
_ACCUSED = (Outcome.AT_RISK, Outcome.MISSED)
_COUNTED: Mapping[str, Sequence[str]] = {
    "contact": ("meetings",),
    "giving": ("referrals",),
    "drifting": ("meetings", "referrals"),
    "outcomes": ("referrals",),
    "fulfilment": ("referrals",),
    "leads-while-absent": ("referrals",),
    "one-to-one-yield": ("meetings", "referrals"),
}
"""The folders of what is counted, by family of measures; of those that count otherwise than their family, by name."""
_OF_OTHERS = frozenset({"contact", "membership"})
"""Families of measures of a member that look at the records of other members."""


def in_doubt(group: Group, verdict: Verdict) -> Verdict:
    """A verdict as it is told: nobody is said to miss something that may stand in a file that cannot be read."""
    if verdict.outcome not in _ACCUSED or not lacks_files(group) or not _is_uncertain(group, verdict):
        return verdict
    return verdict._replace(outcome=Outcome.UNCERTAIN, judged=Outcome.UNCERTAIN, mend=_MEND, mended_on=None)


def may_lack(group: Group, value: Value) -> bool:
    """Whether a file that cannot be read may hold something that a number counts."""
    return lacks_files(group) and _lacks(group, value.measure, value.subject, _days(value, value.window.last))


def _is_uncertain(group: Group, verdict: Verdict) -> bool:
    """Whether a file that cannot be read may hold what a verdict lacks: about its subject, and of the days that are
    counted.
    """
    one = verdict.tried
    if one is None:
        return False
    first, last = _days_of(one, verdict.coming)
    if _is_in_meetings(verdict) and a_group_meeting_may_be_missing(group, first, last):
        return True
    return _lacks(group, one.value.measure, verdict.subject, (first, last)) or _lacks_file(group, verdict)


def _lacks(group: Group, measure: Measure, subject: Subject, days: tuple[date, date]) -> bool:
    folders = _COUNTED.get(measure.name) or _COUNTED.get(measure.family, ())
    if _counts_members(subject, measure) and lacks_members(group):
        return True
    if measure.family == "attendance" and a_group_meeting_may_be_missing(group, *days):
        return True
    return any(may_be_missing(group, folder, subject.ids, *days) for folder in folders)


def _days_of(one: Tried, coming: Tried | None) -> tuple[date, date]:
    """The first and the last day whose records count."""
    windows = [tried.window for tried in (one, coming) if tried]
    first, _ = _days(one.value, one.window.last)
    return min(first, *(window.first for window in windows)), max(window.last for window in windows)


def _days(value: Value, last: date) -> tuple[date, date]:
    """The first and the last day whose records count. What became of a referral is told in its file, however old that
    is.
    """
    measure = value.measure
    looks_back = measure.at_end or measure.family == "outcomes" or measure.name == "fulfilment"
    return date.min if looks_back else value.window.first, last


def _counts_members(subject: Subject, measure: Measure) -> bool:
    return subject.kind is Kind.GROUP or (subject.kind is Kind.MEMBER and measure.family in _OF_OTHERS)


def _is_in_meetings(verdict: Verdict) -> bool:
    """Whether its window is some group meetings, so that one more moves it."""
    record = verdict.record
    return not isinstance(record, Partnership) and is_in_meetings(record.commitments[int(verdict.path[1])])


def _lacks_file(group: Group, verdict: Verdict) -> bool:
    """Whether the file of a pair's partnership, where their verdict stands and may be excused, cannot be read."""
    ids = verdict.subject.ids
    named = {"--".join(ids), "--".join(reversed(ids))} if verdict.subject.kind is Kind.PAIR else set()
    return not named.isdisjoint(group.unread["partnerships"])
