"""What `check` would newly say, were a plan carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from refertext.check import Finding, check
from refertext.disk import read_text
from refertext.group import Group
from refertext.problem import Severity
from refertext.reports.located import Report, report
from refertext.rules.registry import all_rules
from refertext.writing.carrying import Planned
from refertext.writing.surroundings import Read, Surroundings

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class NewFindings:
    """What would be found that is not found now, in the files as they would be."""

    report: Report

    def of(self, severity: Severity) -> int:
        """How many findings of that severity there are."""
        return self.report.count(severity)


def judged(plan: Planned, before: Group, around: Surroundings, read: Read, *, warnings: bool = False) -> NewFindings:
    """The errors, and the warnings if they are asked for, that a plan would bring to a group as it is `before`, which
    these surroundings gave. What a quick look finds about references is looked at again with the whole group, since a
    former id may be in a file that was not opened.
    """
    found, group = _new(plan, before, around, read, warnings=warnings)
    if around.files is not None and any(all_rules()[finding.rule].family == "references" for finding in found):
        found, group = _new(plan, around.whole.group(read), around.whole, read, warnings=warnings)
    return NewFindings(report(group, found, partial(_text, plan, around)))


def _new(
    plan: Planned, before: Group, around: Surroundings, read: Read, *, warnings: bool
) -> tuple[list[Finding], Group]:
    after = around.group(read, plan.texts)
    known = Counter(_key(finding, {}) for finding in _findings(before, warnings=warnings))
    found = _findings(after, warnings=warnings)
    return [finding for finding in found if not _is_known(_key(finding, plan.renamed), known)], after


def _findings(group: Group, *, warnings: bool) -> Iterable[Finding]:
    rules = all_rules().values()
    if warnings:
        return [finding for finding in check(group, list(rules)) if finding.severity is not Severity.NOTE]
    errors = [rule for rule in rules if rule.severity is Severity.ERROR]
    return [finding for finding in check(group, errors) if finding.severity is Severity.ERROR]


def _is_known(key: _Key, known: Counter[_Key]) -> bool:
    """Whether there was one like it; each is counted once."""
    known[key] -= 1
    return known[key] >= 0


def _key(finding: Finding, renamed: Mapping[str, str]) -> _Key:
    """What tells findings apart; of files that get another name, as if they still had the old one."""
    file, message = finding.problem.place.file, finding.problem.message
    for name, was in renamed.items():
        message = message.replace(PurePosixPath(name).stem, PurePosixPath(was).stem)
    return finding.rule, message, renamed.get(file, file)


def _text(plan: Planned, around: Surroundings, file: str) -> str | None:
    """The text of a file as it would be."""
    texts = plan.texts
    if file not in texts:
        return read_text(around.root, file)
    data = texts[file]
    return None if data is None else data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
