"""Whether a verdict could be another one if every file could be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from refertext.commitments import Verdict
from refertext.commitments.periods import is_in_meetings
from refertext.commitments.tried import Tried
from refertext.group import Group
from refertext.group.unreadable import a_group_meeting_may_be_missing, lacks_members, may_be_missing
from refertext.measures import Kind, Measure
from refertext.records import Partnership

_COUNTED: Mapping[str, Sequence[str]] = {
    "contact": ("meetings",),
    "giving": ("referrals",),
    "membership": ("meetings", "referrals"),
    "outcomes": ("referrals",),
    "fulfilment": ("referrals",),
    "leads-while-absent": ("referrals",),
    "one-to-one-yield": ("meetings", "referrals"),
}
"""The folders of what is counted, by family of measures; of those that count otherwise than their family, by name."""
_OF_OTHERS = frozenset({"contact", "membership"})
"""Families of measures of a member that look at the records of other members."""


def is_uncertain(group: Group, verdict: Verdict) -> bool:
    """Whether a file that cannot be read may hold what a verdict lacks: about its subject, and of the days that are
    counted. What became of a referral is told in its file, however old that is.
    """
    one, ids = verdict.tried, verdict.subject.ids
    if one is None:
        return False
    measure, (first, last) = one.value.measure, _days(one, verdict.coming)
    folders = _COUNTED.get(measure.name) or _COUNTED.get(measure.family, ())
    if _counts_members(verdict, measure) and lacks_members(group):
        return True
    if _needs_group_meetings(verdict, measure) and a_group_meeting_may_be_missing(group, first, last):
        return True
    return any(may_be_missing(group, folder, ids, first, last) for folder in folders) or _lacks_file(group, verdict)


def _days(one: Tried, coming: Tried | None) -> tuple[date, date]:
    """The first and the last day whose records count."""
    windows = [tried.window for tried in (one, coming) if tried]
    measure = one.value.measure
    looks_back = measure.at_end or measure.family == "outcomes" or measure.name == "fulfilment"
    return date.min if looks_back else min(window.first for window in windows), max(window.last for window in windows)


def _counts_members(verdict: Verdict, measure: Measure) -> bool:
    kind = verdict.subject.kind
    return kind is Kind.GROUP or (kind is Kind.MEMBER and measure.family in _OF_OTHERS)


def _needs_group_meetings(verdict: Verdict, measure: Measure) -> bool:
    """Whether it counts group meetings, or its window is some of them, so that one more moves it."""
    record = verdict.record
    if measure.family == "attendance":
        return True
    return not isinstance(record, Partnership) and is_in_meetings(record.commitments[int(verdict.path[1])])


def _lacks_file(group: Group, verdict: Verdict) -> bool:
    """Whether the file of a pair's partnership, where their verdict stands and may be excused, cannot be read."""
    ids = verdict.subject.ids
    named = {"--".join(ids), "--".join(reversed(ids))} if verdict.subject.kind is Kind.PAIR else set()
    return not named.isdisjoint(group.unread["partnerships"])
