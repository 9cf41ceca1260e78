"""Each rule is told by `due`, or is no debt: a new rule must be placed here. And what a rule finds, `due` has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from test_pages import examples, laid_over

from conftest import HERE, group_of
from refertext.check import check
from refertext.disk import materials, read_group
from refertext.group import Group, load
from refertext.insights.debts.due import debts, due
from refertext.rules.registry import all_rules
from small import day

TOLD = {
    "action-overdue",
    "candidate-forgotten",
    "concern-unanswered",
    "consent-expired",
    "cycle-without-evaluation",
    "fit-not-asked",
    "gain-not-agreed",
    "manager-not-informed",
    "meeting-not-recorded",
    "member-unaccounted-for",
    "next-date-missing",
    "no-guide",
    "no-next-presenter",
    "not-explained",
    "one-to-one-overdue",
    "open-without-news",
    "plan-overdue",
    "promising-contact-without-plan",
    "question-unanswered",
    "reservation-expired",
    "review-overdue",
    "signature-older-than-change",
    "stagnating",
    "thanks-overdue",
    "unsigned",
    "waiver-expired",
}
"""Whatever they find is owed."""

TOLD_WHILE_IT_HELPS = {
    "at-risk": "a limit that is reached asks for nothing, nor does what was waived",
    "balance-not-agreed": "that it was agreed late cannot be mended",
    "cycle-without-promise": "a cycle that is over needs no promise",
    "do-not-contact": "a lead that nobody took is in nobody's hands",
    "floor-missed": "a limit that is exceeded, and a period that is over, cannot be mended",
    "next-date-not-kept": "as long as no meeting is recorded after that day",
    "newcomer-drifting": "until somebody has sat down with them",
    "nobody-named": "until it has come to an end, and between members",
    "referral-without-consent": "until it has come to an end, and between members",
    "returned-without-reason": "between members",
    "won-without-value": "between members",
}
"""What they find is owed but for these reasons."""

NO_DEBT = {
    "a slip in a file: whoever sees it corrects it, and nobody waits for it": {
        "attendance-of-a-non-member",
        "became-not-theirs",
        "between-two",
        "cancelled-but-attended",
        "cancelled-without-reason",
        "commitment-backwards",
        "consent-after-handover",
        "consent-by-wrong-person",
        "contact-of-a-prospect",
        "cycles-overlap",
        "dates-out-of-order",
        "entry-without-words",
        "exception-in-entry",
        "giver-not-member",
        "handed-over-twice",
        "impossible-step",
        "introduced-by-oneself",
        "joint-alone",
        "kept-without-consent",
        "kind-lowered",
        "leave-outside-membership",
        "meeting-recorded-twice",
        "member-recorded-twice",
        "membership-overlaps",
        "met-a-non-member",
        "name-in-alias",
        "name-in-id",
        "next-date-in-break",
        "only-leads-to-everyone",
        "parent-later-than-child",
        "rule-without-exceptions",
        "partner-not-member",
        "partner-with-oneself",
        "partnership-recorded-twice",
        "present-on-leave",
        "presented-but-absent",
        "prospect-recorded-twice",
        "receiver-not-member",
        "seat-contradicts-itself",
        "seat-missing",
        "seat-notice-incomplete",
        "shared-seat-one-sided",
        "signed-before-adopted",
        "spin-off-without-parent",
        "substitute-without-name",
        "taken-but-not-offered",
        "taker-not-named",
        "to-oneself",
        "unmeasurable-commitment",
        "unscorable-profile",
        "value-without-win",
        "visitor-is-member",
        "waiver-unused",
        "wanted-by-who-knows",
        "wanted-seat-held",
    },
    "over: people talk about it, and nobody can do it any more": {
        "absent-without-notice",
        "competing-substitute",
        "cooling-off",
        "joint-prospect-approached-alone",
        "no-presenter",
    },
    "for all to talk about and to decide, by no day": {
        "adjacent-seat",
        "candidate-conflict",
        "left-behind",
        "neighbouring-seat",
        "opened-seat",
        "out-of-balance",
        "reserved-seat",
        "same-seat",
        "seat-over-branch",
        "terms-changed-silently",
    },
}
SLIPS = {"days", "files", "references", "shape", "slips"}
"""Families of which every rule is about a slip."""
OF_GIVERS = {"open-without-news", "thanks-overdue"}
"""These are owed to givers from outside, too, but found only where a member waits."""

GROUPS = [HERE.parent, HERE / "groups" / "broken"]


def read(folder: Path) -> Group:
    return load(read_group(folder), lambda _: day("03-11"), materials=materials(folder))


def owed_in(group: Group) -> set[tuple[str, str]]:
    """Rule and file of what is due, with the other files in which the rule may stand."""
    return {(one.rule, file) for one in due(group, group.as_of) for file in (one.place.file, *one.also)}


def found_in(group: Group, rules: Iterable[str]) -> set[tuple[str, str]]:
    chosen = [all_rules()[name] for name in rules]
    return {(one.rule, one.problem.place.file) for one in check(group, chosen)}


def test_every_rule_is_placed_once() -> None:
    of_families = {rule.name for rule in all_rules().values() if rule.family in SLIPS}
    places = [TOLD, TOLD_WHILE_IT_HELPS, of_families, *NO_DEBT.values()]
    placed = Counter(name for some in places for name in some)
    assert all_rules().keys() - placed.keys() == set(), "these rules are placed nowhere"
    assert placed.keys() - all_rules().keys() == set(), "these are no rules"
    assert {name for name, times in placed.items() if times > 1} == set(), "these are placed more than once"


@pytest.mark.parametrize("rule", sorted(TOLD | TOLD_WHILE_IT_HELPS.keys()))
def test_what_the_page_of_a_rule_shows_is_owed(rule: str, cast: dict[str, str]) -> None:
    pages = [group_of(laid_over(cast, example)) for example in examples(all_rules()[rule], "Bad")]
    assert rule == "at-risk" or any(rule in {one.rule for one in debts(group)} for group in pages)  # a limit, there
    for group in pages:
        assert rule not in TOLD or found_in(group, [rule]) <= owed_in(group)


@pytest.mark.parametrize("rule", sorted(TOLD | TOLD_WHILE_IT_HELPS.keys()))
def test_what_is_right_is_not_owed(rule: str, cast: dict[str, str]) -> None:
    for example in examples(all_rules()[rule], "Good"):
        group = group_of(laid_over(cast, example))
        assert rule not in {one.rule for one in debts(group) if one.is_overdue_on(group.as_of)}


@pytest.mark.parametrize("folder", GROUPS, ids=["sample", "gallery"])
def test_what_is_found_is_owed_and_what_is_overdue_is_found(folder: Path) -> None:
    group = read(folder)
    found = found_in(group, TOLD)
    assert found
    assert found <= owed_in(group)
    overdue = {one for one in debts(group) if one.rule in TOLD and one.is_overdue_on(group.as_of)}
    waited_for = {one for one in overdue if one.to or one.rule not in OF_GIVERS}
    assert {one.rule for one in waited_for} <= {rule for rule, _ in found}
    for one in waited_for:
        assert {(one.rule, file) for file in (one.place.file, *one.also)} & found


@pytest.mark.parametrize("folder", GROUPS, ids=["sample", "gallery"])
def test_every_debt_names_its_rule(folder: Path) -> None:
    found = debts(read(folder))
    assert {owed.rule for owed in found} <= TOLD | TOLD_WHILE_IT_HELPS.keys() | {""}
    assert {(owed.topic, owed.place.path[-1]) for owed in found if not owed.rule} <= {
        ("beginnings", "goals"),
        ("contacts", "contacts"),
        ("evaluations", "cycles"),
    }, "what a step of a cycle needs has no rule of its own"
    assert all(owed.do and owed.write for owed in found)


WAIVER = """waivers:
  - rule: {rule}
    file: {file}
    why: agreed on
    until: 2026-12-31
"""


@pytest.mark.parametrize("rule", sorted(TOLD - {"waiver-expired", "reservation-expired"}))
def test_what_a_waiver_excuses_is_not_owed(rule: str, cast: dict[str, str]) -> None:
    texts = laid_over(cast, examples(all_rules()[rule], "Bad")[0])
    group = group_of(texts)
    for found, file in found_in(group, [rule]):
        settings = texts["refertext.yml"] + WAIVER.format(rule=found, file=file)
        excused = group_of(texts | {"refertext.yml": settings})
        assert (rule, file) not in owed_in(excused)
        assert (rule, file) not in found_in(excused, [rule])
