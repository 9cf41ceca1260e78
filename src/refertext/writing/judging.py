"""What `check` would newly say, were a plan carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from refertext.check import Finding, check
from refertext.disk import read_text
from refertext.group import Group
from refertext.problem import Path, Severity
from refertext.reports.located import Report, report
from refertext.rules.registry import all_rules
from refertext.writing.carrying import Planned
from refertext.writing.surroundings import Seen, Surroundings

_RIVALRIES = frozenset({"same-seat", "adjacent-seat"})
"""Rules that name the file of who joined later."""


@dataclass(frozen=True, slots=True)
class NewFindings:
    """What would be found that is not found now, in the files as they would be."""

    report: Report

    def of(self, severity: Severity) -> int:
        """How many findings of that severity there are."""
        return self.report.count(severity)


def judged(plan: Planned, seen: Seen, *, warnings: bool = False) -> NewFindings:
    """The errors, and the warnings if they are asked for, that a plan would bring to a group as it was seen.

    A quick look knows no former ids of files that were not opened: where these matter, the whole group is looked at.
    """
    if seen.around.closed and any(path[:1] == ("former_ids",) for path in plan.paths):
        seen = seen.whole()
    found, group = _new(plan, seen, warnings=warnings)
    if seen.around.closed and any(all_rules()[finding.rule].family == "references" for finding in found):
        found, group = _new(plan, seen.whole(), warnings=warnings)
    return NewFindings(report(group, found, partial(_text, plan, seen.around)))


def _new(plan: Planned, seen: Seen, *, warnings: bool) -> tuple[list[Finding], Group]:
    """What is found after and not before. The same sentence in the same file is the same finding; so is another
    sentence of the rule at the same place, unless that is where something changes: it may name what changes elsewhere;
    and so is one about the seats of the same two.
    """
    after = seen.changed(plan.texts)
    before, found = (list(_findings(group, warnings=warnings)) for group in (seen.group, after))
    before, found = _apart(before, found, partial(_sentence, plan))
    before, found = _apart(before, found, partial(_place, plan))
    _, found = _apart(before, found, partial(_pair, plan))
    return found, after


def _apart(
    before: list[Finding], after: list[Finding], key: Callable[[Finding], Hashable]
) -> tuple[list[Finding], list[Finding]]:
    """The findings before and after without those that are the same by a key; one makes up for one."""
    known = Counter(map(key, before))
    common = known & Counter(map(key, after))
    return _without(common, before, key), _without(common, after, key)


def _without(common: Counter[Hashable], findings: list[Finding], key: Callable[[Finding], Hashable]) -> list[Finding]:
    left, kept = Counter(common), []
    for finding in findings:
        same = key(finding)
        left[same] -= 1
        if left[same] < 0:
            kept.append(finding)
    return kept


def _findings(group: Group, *, warnings: bool) -> Iterable[Finding]:
    rules = all_rules().values()
    if warnings:
        return [finding for finding in check(group, list(rules)) if finding.severity is not Severity.NOTE]
    errors = [rule for rule in rules if rule.severity is Severity.ERROR]
    return [finding for finding in check(group, errors) if finding.severity is Severity.ERROR]


def _sentence(plan: Planned, finding: Finding) -> Hashable:
    """What a finding says; of files that get another name, as if they still had the old one."""
    file, message = finding.problem.place.file, finding.problem.message
    for name, was in plan.renamed.items():
        message = message.replace(PurePosixPath(name).stem, PurePosixPath(was).stem)
    return finding.rule, message, plan.renamed.get(file, file)


def _place(plan: Planned, finding: Finding) -> Hashable:
    """Where a finding is; nothing is the same as one in a place that changes."""
    place = finding.problem.place
    file = plan.renamed.get(place.file, place.file)
    if not place.path or any(_touch(path, place.path) for path in plan.paths_in(place.file)):
        return object()
    return finding.rule, file, place.path


def _pair(plan: Planned, finding: Finding) -> Hashable:
    """Between whom a rivalry about a seat is: who has to give way may become the other of them."""
    if finding.rule not in _RIVALRIES:
        return object()
    files = (finding.problem.place.file, *(see.place.file for see in finding.problem.see))
    return finding.rule, frozenset(plan.renamed.get(file, file) for file in files)


def _touch(one: Path, other: Path) -> bool:
    """Whether one of two paths leads to, or through, the other."""
    return all(a == b for a, b in zip(one, other, strict=False))


def _text(plan: Planned, around: Surroundings, file: str) -> str | None:
    """The text of a file as it would be."""
    texts = plan.texts
    if file not in texts:
        return read_text(around.root, file)
    data = texts[file]
    return None if data is None else data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
