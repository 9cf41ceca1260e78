"""Partnerships in words: where each stands, what is missing, promised against delivered, and the star referrers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from refertext.commitments import Outcome
from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.partners.cycle import CycleState, Step, cycle_states, running_cycles
from refertext.insights.partners.stars import Star, stars
from refertext.insights.partners.worries import worries
from refertext.reports.verdicts import as_plain
from refertext.text.wording import listed


def partnerships(group: Group, member: str | None = None) -> Iterator[str]:
    """A sentence or two for each partnership at work, or those of one member."""
    troubled = worries(group)
    for state in _states(group, member):
        worry = [f" {one[0].upper()}{one[1:]}." for one in troubled.get(state.partnership.file, ()) if is_more(one)]
        yield f"{_names(group, state)}. {state.headline}.{_promised(group, state)}{''.join(worry)}"
    for star in _stars(group, member):
        names = f"{group.name(star.giver)} is a star referrer of {group.name(star.receiver)}"
        yield f"★ {names}: {'; '.join(star.reasons)}."
    running = running_cycles(group).get(member, ()) if member else ()
    if len(running) > 1:
        yield f"{len(running)} cycles run side by side."


def is_more(worry: str) -> bool:
    """Whether it is about more than promises, which the step tells of."""
    return not worry.startswith(("at risk", "missed"))


def _states(group: Group, member: str | None) -> Iterator[CycleState]:
    for state in cycle_states(group):
        if member is None or member in partners(group, state.partnership):
            yield state


def _stars(group: Group, member: str | None) -> list[Star]:
    return [star for star in stars(group) if star.is_star and member in (None, star.giver, star.receiver)]


def _names(group: Group, state: CycleState) -> str:
    return listed([group.name(id_) for id_ in partners(group, state.partnership)])


def _promised(group: Group, state: CycleState) -> str:
    """Promised against delivered in the cycle, in both directions; while it is carried out, only where one of them is
    not told already by what is missing.
    """
    is_told = not any(verdict.outcome in (Outcome.KEPT, Outcome.WAIVED) for verdict in state.verdicts)
    if state.step is Step.EXECUTE and is_told:
        return ""
    given = [
        f"{group.name(verdict.subject.member)} {verdict.tried.amount} of {verdict.tried.at_least}"
        for verdict in state.verdicts
        if verdict.tried
    ]
    return f" Given of promised: {listed(given)}." if given else ""


def in_short(group: Group) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each partnership at work by its step, in a few words, with what the step still needs and what there is to worry
    about; then the stars.
    """
    troubled = worries(group)
    for state in cycle_states(group):
        cycle = state.cycle
        until = f", until {cycle.until}" if cycle and cycle.from_ <= group.as_of <= cycle.until else ""
        title = f"{state.title[0].lower()}{state.title[1:]}"
        worries_of = troubled.get(state.partnership.file, ())
        yield f"{_names(group, state)}: {title}{until}", (*_held_by(state), *worries_of)
    found = [f"{group.name(star.giver)} of {group.name(star.receiver)}" for star in _stars(group, None)]
    if found:
        yield f"★ star referrer{'' if len(found) == 1 else 's'}: {listed(found)}", ()


def _held_by(state: CycleState) -> Iterator[str]:
    """What the first three steps still need; of the later ones promises, plans and evaluations are told elsewhere."""
    if state.step <= Step.STRATEGIZE:
        yield f"still needed: {'; '.join(state.missing)}"


def as_objects(group: Group, member: str | None = None) -> dict[str, Any]:
    """The same as plain data, of all or of one member: partnerships, and star referrers."""
    troubled = worries(group)
    return {
        "partnerships": [
            {
                "between": list(partners(group, state.partnership)),
                "file": state.partnership.file,
                "step": int(state.step) if state.step <= Step.EVALUATE else None,
                "step_name": state.step.name.lower(),
                "missing": list(state.missing),
                "promises": [as_plain(verdict) for verdict in state.verdicts],
                "worries": list(troubled.get(state.partnership.file, ())),
            }
            for state in _states(group, member)
        ],
        "star_referrers": [
            {"giver": star.giver, "receiver": star.receiver, "reasons": list(star.reasons)}
            for star in _stars(group, member)
        ],
    }
