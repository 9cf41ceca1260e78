"""Checking: select rules, run them, apply waivers, sort."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from refertext.commitments import Verdict, rule_verdicts, who_is_meant
from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.records.settings import Waiver
from refertext.rules.registry import all_rules
from refertext.rules.rule import NEVER_WAIVED, Rule


class Finding(NamedTuple):
    """What a rule found, with the severity that holds after waivers."""

    rule: str
    severity: Severity
    problem: Problem


def check(group: Group, rules: Collection[Rule] | None = None) -> list[Finding]:
    """What the rules find in a group after waivers, in order of file, rule and message; every rule where none
    are chosen.
    """
    chosen = list(all_rules().values()) if rules is None else list(rules)
    names = {rule.name for rule in chosen}
    kept, used = _after_waivers(group, chosen)
    for rule in chosen:
        if rule.close:
            kept += [_finding(rule, problem) for problem in rule.close(group, used)]
    kept = [finding for finding in kept if finding.rule in names]
    return sorted(kept, key=lambda finding: (finding.problem.place.file, finding.rule, finding.problem.message))


def _after_waivers(group: Group, chosen: list[Rule]) -> tuple[list[Finding], set[Waiver]]:
    """What is found and not waived, and the waivers that covered something. For a rule that looks when all others have
    found what they find, the others that have waivers run, too.
    """
    running = list(chosen)
    if any(rule.close for rule in chosen):
        excused = {waiver.rule for waiver in group.settings.waivers} - {rule.name for rule in chosen}
        running += [rule for rule in all_rules().values() if rule.name in excused]
    found = [finding for rule in running for finding in _run(rule, group)]
    return _waived(group, found, {rule.name for rule in running if rule.family not in NEVER_WAIVED})


def _run(rule: Rule, group: Group) -> Iterator[Finding]:
    if rule.find:
        for problem in rule.find(group):
            yield _finding(rule, problem)


def _finding(rule: Rule, problem: Problem) -> Finding:
    return Finding(rule.name, problem.severity or rule.severity, problem)


def _waived(group: Group, found: list[Finding], waivable: AbstractSet[str]) -> tuple[list[Finding], set[Waiver]]:
    """The findings that no running waiver covers, and the waivers that covered any.

    What an expired waiver covered comes back as a warning at most.
    """
    waivers: dict[str, list[Waiver]] = {}
    for waiver in group.settings.waivers:
        if waiver.rule in waivable:
            waivers.setdefault(waiver.rule, []).append(waiver)
    kept: list[Finding] = []
    used: set[Waiver] = set()
    for finding in found:
        files = {finding.problem.place.file, *(see.place.file for see in finding.problem.see)}
        matching = [waiver for waiver in waivers.get(finding.rule, ()) if waiver.file in files]
        used.update(matching)
        if any(waiver.runs_on(group.as_of) for waiver in matching):
            continue
        lapsed = matching and finding.severity is Severity.ERROR
        kept.append(finding._replace(severity=Severity.WARNING) if lapsed else finding)
    return kept, used


def rule_commitments(group: Group) -> tuple[Verdict, ...]:
    """The verdicts of commitments that a rule finds nothing; a waived finding breaks none, and others those of
    whom they are about.
    """
    return rule_verdicts(group, found_about(group))


def found_about(group: Group) -> dict[str, set[str]]:
    """The ids of the members about whom each rule that an agreement names finds something, waived findings left out."""
    named = {c.rule for agreement in group.agreements.values() for c in agreement.commitments if c.rule}
    rules = [rule for name, rule in all_rules().items() if name in named]
    found: dict[str, set[str]] = {rule.name: set() for rule in rules}
    for finding in check(group, rules) if rules else ():
        if finding.rule in found:
            found[finding.rule] |= who_is_meant(group, finding.problem.place)
    return found
