"""The command that leads a partnership's cycle on from where it stands. What somebody must fill in is left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.group import Group
from refertext.group.pairs import by_partner, partners
from refertext.insights.debts.contacts import CONTACTS
from refertext.insights.debts.plans import is_planned
from refertext.insights.partners.cycle import CycleState, Step
from refertext.insights.partners.partnerships import has_become
from refertext.records.partnership import CycleContact


def next_command(group: Group, state: CycleState) -> str:
    """The command for the first thing that the step needs, such as `refertext plan kit-larsen brian-cho --next`."""
    both = " ".join(partners(group, state.partnership))
    match state.step:
        case Step.EVALUATE:
            return f"refertext evaluate {both}"
        case Step.REPEAT:
            return f"refertext plan {both} --next"
        case Step.COMMIT:
            return _to_commit(group, state, both)
        case Step.IDENTIFY:
            return f"refertext plan {both} {_to_identify(group, state)}"
        case Step.STRATEGIZE:
            return f"refertext plan {both} {_to_strategize(group, state)}"
        case Step.EXECUTE:
            return _to_execute(group, state, both)


def _to_commit(group: Group, state: CycleState, both: str) -> str:
    """A promise of each who has made none; after that the goals."""
    promises = by_partner(group, state.cycle.promise) if state.cycle else {}
    without = [id_ for id_ in partners(group, state.partnership) if id_ not in promises]
    if without:
        return f"refertext plan {both} {' '.join(f'--promise {id_}=N' for id_ in without)}"
    goals = by_partner(group, state.partnership.goals)
    aimless = next(id_ for id_ in partners(group, state.partnership) if id_ not in goals)
    return f'refertext set {state.partnership.file} goals.{aimless} "…"'


def _to_identify(group: Group, state: CycleState) -> str:
    """A contact of who has not listed enough; else a rating."""
    owners = [group.resolve("members", contact.from_) for contact in _contacts(state)]
    short = next((id_ for id_ in partners(group, state.partnership) if owners.count(id_) < CONTACTS), None)
    if short:
        return f'--contact "{short}: …"'
    return f"--rate {_first(state, [c for c in _contacts(state) if c.promising is None])}=…"


def _to_strategize(group: Group, state: CycleState) -> str:
    """A promising contact of who has promised something and has none; else a plan, with its day; else a day."""
    promising = [contact for contact in _contacts(state) if contact.promising == "yes"]
    owners = {group.resolve("members", contact.from_) for contact in promising}
    promises = by_partner(group, state.cycle.promise) if state.cycle else {}
    without = next((id_ for id_ in partners(group, state.partnership) if promises.get(id_) and id_ not in owners), None)
    if without:
        return f'--contact "{without}: …"'
    open_ = [contact for contact in promising if not has_become(group, contact)]
    planless = [contact for contact in open_ if contact.plan is None]
    if planless:
        return f'--plan {_first(state, planless)}="…" --by YYYY-MM-DD'
    return f"--by {_first(state, [contact for contact in open_ if contact.by is None])}=YYYY-MM-DD"


def _to_execute(group: Group, state: CycleState, both: str) -> str:
    """What a planned contact became; else a new referral."""
    planned = list(_to_carry_out(group, state))
    if planned:
        return f"refertext plan {both} --became {_first(state, planned)}=REFERRAL"
    return "refertext new referral"


def _to_carry_out(group: Group, state: CycleState) -> Iterator[CycleContact]:
    for contact in _contacts(state):
        if contact.promising == "yes" and is_planned(contact) and not has_become(group, contact):
            yield contact


def _contacts(state: CycleState) -> Sequence[CycleContact]:
    return state.cycle.contacts if state.cycle else ()


def _first(state: CycleState, some: Sequence[CycleContact]) -> int:
    """The number of the first of some contacts, as they are listed."""
    return next(number for number, contact in enumerate(_contacts(state), 1) if contact is some[0])
