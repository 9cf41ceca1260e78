"""guides: what members' guides for the others still lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.memberships import present_since
from refertext.insights.debts.owed import Effort, Owed
from refertext.patterns import pattern
from refertext.problem import Place
from refertext.records import Member
from refertext.text.wording import listed

TIME = timedelta(days=30)
"""How long after joining a guide is complete in time."""

_HEADING = pattern(r" {0,3}(#{1,6})(?:[ \t]|$)")
_FIT = "Who is not a fit"
PARTS = {
    "How I help clients": ("how they help clients", r"\bhelp|\bservices?\b|what (?:i|we) do\b"),
    "How to refer me": ("how to refer them", r"refer|recommend|introduc|\bsend\b|\blisten\b"),
    "Examples": ("an example", r"example|\bstor(?:y|ies)\b|\bcases?\b"),
    _FIT: ("who is not a fit", r"\bnot\b|n['’]t\b|\bno (?:good )?(?:fit|match)\b|\bavoid\b"),
}
"""The parts of a guide: what each says, and the words by which its heading is known."""


class Incomplete(NamedTuple):
    """A guide that lacks some of its parts."""

    owed: Owed
    member: Member
    missing: tuple[str, ...]


def incomplete(group: Group) -> tuple[Incomplete, ...]:
    """The guides of members that lack something."""
    return group.once(_incomplete)


def guides(group: Group) -> tuple[Owed, ...]:
    """The parts of guides that are owed to all the others."""
    return tuple(one.owed for one in incomplete(group))


def _incomplete(group: Group) -> tuple[Incomplete, ...]:
    return tuple(one for member in group.present_members if (one := _one(group, member)))


def _one(group: Group, member: Member) -> Incomplete | None:
    joined = present_since(member, group.as_of)
    sections = list(_sections(member.text or ""))
    written = {part for heading, is_full in sections if is_full for part in _parts(heading)}
    missing = tuple(part for part in PARTS if part not in written)
    if joined is None or not missing:
        return None
    empty = next((heading for heading, is_full in sections if not is_full and set(_parts(heading)) & set(missing)), "")
    owed = Owed(
        topic="guides",
        by=(member.id,),
        to=(),
        since=joined,
        due=joined + TIME,
        do=f"Finish the guide to your business: it does not say {listed([_asked(part) for part in missing], 'or')}",
        write=f"something under {listed([f'## {part}' for part in missing])}",
        place=Place(member.file, ("text",), piece=empty),
        effort=Effort.LINE,
        rule="no-guide",
    )
    return Incomplete(owed, member, missing)


def _asked(part: str) -> str:
    """A part as its writer calls it."""
    return PARTS[part][0].replace("they help", "you help").replace("refer them", "refer you")


def _parts(heading: str) -> list[str]:
    """The parts that a heading announces. One with a “not” in it is about who is not a fit, whatever else it says."""
    found = [name for name, (_, words) in PARTS.items() if re.search(words, heading.casefold())]
    return [_FIT] if _FIT in found else found


def _sections(text: str) -> Iterator[tuple[str, bool]]:
    """The headings of a text, and whether anything stands below each."""
    found: list[tuple[str, list[bool]]] = []
    above: list[tuple[int, list[bool]]] = []  # the headings a line stands under, outermost first, and if they are full
    for line in _without_comments(text).split("\n"):
        heading = _HEADING.match(line)
        if heading:
            full = [False]
            above = [*((level, other) for level, other in above if level < len(heading[1])), (len(heading[1]), full)]
            found.append((line[heading.end() :].strip(" \t#\r"), full))
        elif re.search(r"\w", line):
            for _, full in above:
                full[0] = True
    yield from ((title, full[0]) for title, full in found)


def _without_comments(text: str) -> str:
    kept, start = [], 0
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[start:begin])
        start = end + len("-->")
    return "".join([*kept, text[start:]])
