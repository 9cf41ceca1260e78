"""Waivers of commitments: whom one excuses, and the verdict with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from refertext.commitments.verdict import Outcome, Verdict
from refertext.group import Group
from refertext.measures import Subject
from refertext.records.settings import Waiver

FLOOR_MISSED = "floor-missed"
"""The rule whose waivers excuse from commitments."""
Waivers = Mapping[str, Waiver]
"""Running waivers by file; of several for a file the one that runs longest."""


def running_waivers(group: Group) -> Waivers:
    """The running waivers of missed floors."""
    waivers = (w for w in group.settings.waivers if w.rule == FLOOR_MISSED and w.runs_on(group.as_of))
    return {waiver.file: waiver for waiver in sorted(waivers, key=lambda waiver: waiver.until)}


def who_owes(subject: Subject, *, mutual: bool) -> tuple[str, ...]:
    """Whose own waiver excuses a subject: of a pair, the one who gives; both where it is the same from both sides."""
    return subject.ids if mutual else subject.ids[:1]


def excused(verdict: Verdict, waivers: Waivers, files: Iterable[str]) -> Verdict:
    """A verdict with the running waiver for any of some files; as it is where there is none."""
    running = [waivers[file] for file in files if file in waivers]
    if not running:
        return verdict
    longest = max(running, key=lambda waiver: waiver.until)
    why = f"waived until {longest.until}: {longest.why}"
    return verdict._replace(outcome=Outcome.WAIVED, why=why, mend="", mended_on=None)
