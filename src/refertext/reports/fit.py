"""`fit`: how a candidate fits: what to do first, then everything it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from refertext.group import Group
from refertext.insights.matches.fit import QUESTIONS, CandidateFit
from refertext.insights.matches.gain import Ally
from refertext.insights.matches.invitation import steps, to_be_asked
from refertext.insights.matches.match import knowers
from refertext.insights.matches.step import (
    COMING_BEFORE_THE_VOTE,
    IN_WORDS,
    NO_VOTE_BEFORE,
    STANDING_IN_THE_WAY,
    Step,
    Topic,
)
from refertext.reports.escape import harmless
from refertext.reports.fit_seat import MOST, WIDE, more, precedents, seat
from refertext.reports.lines import heading, labelled, whole
from refertext.reports.match_all import briefly
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.text.wording import listed

_BELOW = 6
"""Columns before what belongs to a numbered step."""


@dataclass(frozen=True, slots=True)
class Application:
    """A candidate's fit, with the group and what is to be done next."""

    group: Group
    fit: CandidateFit
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, group: Group, found: CandidateFit) -> Application:
        """The application of a candidate whose fit has been looked at."""
        return cls(group, found, steps(group, found))


def render(one: Application, paper: Paper) -> str:
    """The whole answer in plain text."""
    sections = [
        _head(one, paper),
        _section("What to do now", _todo(one, paper), paper),
        _section("The seat", seat(one.group, one.fit, paper), paper),
        _section("Earlier decisions on these borders", precedents(one.group, one.fit, paper), paper),
        _section("The six questions", _questions(one, paper), paper),
        _section("What there is to gain", _gain(one, paper), paper),
        _section("Who knows them", _people(one, paper), paper),
        _section("The way so far", _path(one, paper), paper),
    ]
    return whole(sections)


def _section(title: str, lines: Iterator[str], paper: Paper) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from heading(title, paper)
        yield from found


def _head(one: Application, paper: Paper) -> Iterator[str]:
    who = one.fit.candidate
    yield from heading(f"How {who.name} ({who.business}) would fit, as of {one.group.as_of}", paper)
    yield from wrapped(verdict(one), paper)


def verdict(one: Application) -> str:
    """In a sentence or two: what stands in the way, who is to be asked, and what comes before the vote."""
    ahead, before = _among(one, STANDING_IN_THE_WAY), _among(one, COMING_BEFORE_THE_VOTE)
    if ahead:
        asked = [one.group.name(id_) for id_ in to_be_asked(one.steps)]
        first = f" To be asked first: {listed(asked)}." if asked else ""
        no_vote = " No vote before that is settled." if _among(one, NO_VOTE_BEFORE) else ""
        also = f" Before a vote also {_come(before)}." if before else ""
        verb = "stands" if len(ahead) == 1 else "stand"
        return f"{counted(len(ahead), 'thing')} {verb} in the way: {listed(ahead)}.{first}{no_vote}{also}"
    if before:
        return f"Before the vote {_come(before)}; nothing else stands in its way."
    voted = any(step.topic is Topic.WELCOME for step in one.steps)
    return f"Nothing stands in the way{', and the vote has been' if voted else ' of a vote'}."


def _among(one: Application, topics: AbstractSet[Topic]) -> list[str]:
    """Those of some topics that there is a step about, in words, each once."""
    return list(dict.fromkeys(IN_WORDS[step.topic] for step in one.steps if step.topic in topics))


def _come(before: Sequence[str]) -> str:
    return f"{'comes' if len(before) == 1 else 'come'} {listed(before)}"


def _todo(one: Application, paper: Paper) -> Iterator[str]:
    for number, step in enumerate(one.steps, 1):
        manner = "error" if step.topic in STANDING_IN_THE_WAY else "bold"
        yield from labelled(f"{number}.", step.do, paper, manner=manner)
        for way in step.ways:
            yield from labelled("-", way, paper, indent=_BELOW)
        for line in step.write:  # as it is to be written, so never wrapped
            yield f"{' ' * (_BELOW + 2)}{paper.style(harmless(line), 'place')}"


# The questions


def _questions(one: Application, paper: Paper) -> Iterator[str]:
    manners = {"yes": "note", "no": "error"}
    for key, answer in one.fit.questions:
        manner = manners.get(answer or "", "warning")
        yield from labelled(answer or "not asked", QUESTIONS[key], paper, width=WIDE, manner=manner)


# The gain


def _gain(one: Application, paper: Paper) -> Iterator[str]:
    name, found = one.fit.candidate.name, one.fit
    if found.allies:
        partners = "be an ideal partner" if len(found.allies) == 1 else "be ideal partners"
        text = f"{counted(len(found.allies), 'member')} would {partners}: same clients and places, other services."
        yield from wrapped(text, paper, indent=2)
    for ally in found.allies[:MOST]:
        yield from labelled("-", _ally(ally), paper)
    yield from more(len(found.allies), paper)
    if found.openings:
        text = f"{counted(len(found.openings), 'prospect')} whom members know and {name} would want:"
        yield from wrapped(text, paper, indent=2)
    for match in found.openings[:MOST]:
        names = listed([one.group.name(id_) for id_ in knowers(one.group, match.prospect)])
        text = f"{match.prospect.alias} ({match.prospect.id}), known by {names}: {briefly(one.group, match)}"
        yield from labelled("-", text, paper)
    yield from more(len(found.openings), paper)
    if not (found.allies or found.openings):
        yield from wrapped(_no_gain(one), paper, indent=2)


def _ally(ally: Ally) -> str:
    held = ally.member.seat
    clients = listed([f"“{text}”" for text in ally.clients]) if ally.clients else "any clients"
    where = listed(ally.territory) if ally.territory else "any place"
    industries = f"; both look for {listed(ally.industries)}" if ally.industries else ""
    category = f" ({held.category})" if held else ""
    return f"{ally.member.name}{category}: {clients} in {where}{industries}"


def _no_gain(one: Application) -> str:
    who = one.fit.candidate
    return (
        "Nobody here is recorded to serve the same clients in the same places with other services, or to know somebody "
        f"{who.name} looks for. Write clients: and territory: under seat:, and ideal_client:, into {who.file}; if it "
        "stays like this, ask what they would give and get here."
    )


# The people


def _people(one: Application, paper: Paper) -> Iterator[str]:
    group, known = one.group, one.fit.known_by
    if known.introduced_by:
        by = known.introduced_by.removeprefix("outside:").strip()
        yield from labelled("brought by", group.name(by), paper, width=WIDE)
    if known.conversations:
        talks = [f"{group.name(id_)} ({number})" for id_, number in known.conversations]
        yield from labelled("talks with", listed(talks), paper, width=WIDE)
    for day, by_whom in known.visits:
        invited = f", invited by {group.name(by_whom)}" if by_whom else ""
        yield from labelled("visitor", f"{day}{invited}", paper, width=WIDE)
    for search in known.searches:
        took = f" in {counted(search.conversations, 'conversation')}" if search.conversations else ""
        yield from labelled("search", f"{group.name(search.by)} looked for {search.for_}{took}", paper, width=WIDE)


def _path(one: Application, paper: Paper) -> Iterator[str]:
    for entry in one.fit.path:
        by = f", {one.group.name(entry.by)}" if entry.by else ""
        outcome = f": {entry.outcome}" if entry.outcome else ""
        yield from labelled(entry.date.isoformat(), f"{entry.how}{by}{outcome}", paper, width=WIDE)
