"""Partnerships in words: where each stands, what is missing, promised against delivered, and the star referrers."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.partners.cycle import CycleState, Step, cycle_states
from refertext.insights.partners.stars import stars
from refertext.text.wording import listed


def partnerships(group: Group, member: str | None = None) -> Iterator[str]:
    """A sentence or two for each partnership at work, or those of one member."""
    for state in cycle_states(group):
        pair = partners(group, state.partnership)
        if member is None or member in pair:
            yield f"{listed([group.name(id_) for id_ in pair])}. {state.headline}.{_promised(group, state)}"
    for star in stars(group):
        if star.is_star and member in (None, star.giver, star.receiver):
            names = f"{group.name(star.giver)} is a star referrer of {group.name(star.receiver)}"
            yield f"★ {names}: {'; '.join(star.reasons)}."


def _promised(group: Group, state: CycleState) -> str:
    """Promised against delivered in the cycle, in both directions; while it is carried out, that is what is missing."""
    if state.step is Step.EXECUTE:
        return ""
    given = [
        f"{group.name(verdict.subject.member)} {verdict.tried.amount} of {verdict.tried.at_least}"
        for verdict in state.verdicts
        if verdict.tried
    ]
    return f" Given of promised: {listed(given)}." if given else ""
