"""What a running exception excuses: what is excused is not owed, and keeps nothing else silent."""

from __future__ import annotations

from refertext.group import Group
from refertext.insights.debts.owed import Owed


def is_excused(group: Group, owed: Owed) -> bool:
    """Whether a running waiver of the rule that tells it covers the file in which it is written, or that it shows."""
    excused = group.once(_excused)
    return any((owed.rule, file) in excused for file in (owed.place.file, *owed.also))


def _excused(group: Group) -> frozenset[tuple[str, str]]:
    return frozenset((waiver.rule, waiver.file) for waiver in group.settings.waivers if waiver.runs_on(group.as_of))
