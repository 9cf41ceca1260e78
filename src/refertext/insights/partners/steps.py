"""What each step of a cycle still needs, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.commitments import Outcome, Verdict
from refertext.group import Group
from refertext.group.pairs import by_partner, partners
from refertext.insights.debts.beginnings import without_goals
from refertext.insights.debts.contacts import CONTACTS, listed_by, unrated
from refertext.insights.debts.plans import is_planned
from refertext.insights.partners.partnerships import called, contact_called, has_become
from refertext.records import Partnership
from refertext.records.partnership import Cycle, CycleContact
from refertext.text.wording import listed

_SHOWN = 3


def commitment_missing(group: Group, partnership: Partnership, cycle: Cycle) -> Iterator[str]:
    """What is missing for both to be committed: goals, and a promise of each."""
    yield from goals_missing(group, partnership)
    promises = by_partner(group, cycle.promise)
    without = [id_ for id_ in partners(group, partnership) if id_ not in promises]
    if without:
        yield f"how many referrals {called(group, without)} {'promise' if len(without) > 1 else 'promises'}"


def goals_missing(group: Group, partnership: Partnership) -> Iterator[str]:
    """Whose goals are not written down."""
    without = without_goals(group, partnership)
    if without:
        yield f"the goals of {called(group, without)}, and why they matter"


def contacts_missing(group: Group, partnership: Partnership, cycle: Cycle) -> Iterator[str]:
    """How many contacts each has still to list, and which are not rated."""
    for id_, count in listed_by(group, partnership, cycle).items():
        if count < CONTACTS:
            yield f"{CONTACTS - count} more contacts of {group.name(id_)}, who has listed {count} of {CONTACTS}"
    waiting = [contact for _, contact in unrated(cycle)]
    if waiting:
        verb = "contact has" if len(waiting) == 1 else "contacts have"
        yield f"{len(waiting)} {verb} not been rated yet: {_some(group, waiting)}"


def plans_missing(group: Group, partnership: Partnership, cycle: Cycle) -> Iterator[str]:
    """Which promising contacts have no plan or no day, and who has promised something without a promising contact."""
    promises = by_partner(group, cycle.promise)
    promising = [contact for contact in cycle.contacts if contact.promising == "yes"]
    owners = {group.resolve("members", contact.from_) for contact in promising}
    for id_ in partners(group, partnership):
        if promises.get(id_) and id_ not in owners:
            yield f"a promising contact of {group.name(id_)}, who has promised {promises[id_]}"
    planless = [contact for contact in promising if contact.plan is None and not has_become(group, contact)]
    if planless:
        yield f"{_promising(planless)} no plan yet: {_some(group, planless)}"
    dayless = [c for c in promising if c.plan and c.by is None and not has_become(group, c)]
    if dayless:
        yield f"{_promising(dayless)} a plan, but no day for it yet: {_some(group, dayless)}"


def _promising(contacts: Sequence[CycleContact]) -> str:
    return "1 promising contact has" if len(contacts) == 1 else f"{len(contacts)} promising contacts have"


def promises_missing(group: Group, promises: Sequence[Verdict]) -> Iterator[str]:
    """Which promises are not yet kept; those that are waived are left out."""
    for verdict in promises:
        if verdict.tried and verdict.tried.lacking > 0 and verdict.outcome is not Outcome.WAIVED:
            giver, receiver = (group.name(id_) for id_ in verdict.subject.pair)
            yield f"{giver} to {receiver}: {verdict.why}"


def to_carry_out(group: Group, cycle: Cycle) -> Iterator[str]:
    """Which plans are to be carried out, those first whose day is over."""
    open_ = [c for c in cycle.contacts if c.promising == "yes" and is_planned(c) and not has_become(group, c)]
    late = [contact for contact in open_ if _is_late(group, contact)]
    if late:
        verb = "plan is" if len(late) == 1 else "plans are"
        yield f"{len(late)} {verb} past the day: {_some(group, late)}"
    ahead = [contact for contact in open_ if not _is_late(group, contact)]
    if ahead:
        yield f"{len(ahead)} {'plan' if len(ahead) == 1 else 'plans'} to carry out: {_some(group, ahead)}"


def _is_late(group: Group, contact: CycleContact) -> bool:
    return contact.by is not None and contact.by < group.as_of


def _some(group: Group, contacts: Sequence[CycleContact]) -> str:
    """The first few of some contacts, with the days of their plans, and how many more there are."""
    words = [_with_day(group, contact) for contact in contacts[:_SHOWN]]
    more = len(contacts) - _SHOWN
    return listed([*words, f"{more} more"] if more > 0 else words)


def _with_day(group: Group, contact: CycleContact) -> str:
    who = contact_called(group, contact)
    return f"{who} (by {contact.by})" if contact.by else who
