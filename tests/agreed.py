"""Commitments in a few words, laid over tiny groups (see small.py), so that a test of a verdict reads like a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.commitments import Verdict, verdicts
from refertext.commitments.bound import Bound, bounds
from refertext.group import Group
from refertext.measures import Window
from refertext.measures.registry import all_measures
from refertext.records import Commitment
from small import ON_RECORD, Files, day, small


def agreement(*commitments: str, adopted: str = "01-01", ended: str = "", id_: str = "rules") -> Files:
    """An agreement whose commitments are written in YAML, as between two braces: `measure: absences, at_most: 3`; and
    a record older than that, so that all of its days count.
    """
    lines = ["title: Rules", f"adopted: {day(adopted)}", *([f"ended: {day(ended)}"] if ended else []), "commitments:"]
    said = "\n".join([*lines, *(f"  - {{{one}}}" for one in commitments)]) + "\n"
    return {f"agreements/{id_}.yml": said} | ON_RECORD


def commitment(written: str) -> Commitment:
    """A commitment as the real reader reads it."""
    return small(agreement(written)).group.agreements["rules"].commitments[0]


def judged(written: str, *files: Files, as_of: str, subject: str = "kit", adopted: str = "01-01") -> Verdict:
    """The verdict of one commitment for a subject, written `kit`, `kit+lee` or `group`."""
    found = {str(one.subject): one for one in verdicts(the_group(written, *files, as_of=as_of, adopted=adopted))}
    return found[subject]


def the_group(written: str, *files: Files, as_of: str, adopted: str = "01-01") -> Group:
    """A group with one agreement that has one commitment."""
    return small(agreement(written, adopted=adopted), *files, as_of=as_of).group


def bound_by(written: str, *files: Files, as_of: str, adopted: str = "01-01", ended: str = "") -> Iterator[Bound]:
    """Those whom one commitment binds."""
    group = small(agreement(written, adopted=adopted, ended=ended), *files, as_of=as_of).group
    one = group.agreements["rules"].commitments[0]
    return bounds(group, group.agreements["rules"], 0, all_measures().get(one.measure or ""))


def span(window: Window) -> str:
    """A window in few characters: `03-02..03-08`, days of other years in full."""
    return f"{_short(window.first)}..{_short(window.last)}"


def _short(one: date) -> str:
    return str(one).removeprefix("2026-")


def waiver(file: str, until: str, rule: str = "floor-missed") -> Files:
    """Settings with a waiver for a file."""
    lines = ["group: Small", "timezone: UTC", "currency: USD", "waivers:"]
    lines.append(f"  - {{rule: {rule}, file: {file}, why: agreed, until: {day(until)}}}")
    return {"refertext.yml": "\n".join(lines) + "\n"}
