"""Candidates as the page of seats shows them to members: the way so far, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from refertext.insights.calendar import applies
from refertext.insights.debts.candidates import who_courts
from refertext.insights.matches.fit import CandidateFit, fit
from refertext.records import Member
from refertext.reports.fit import Application, verdict
from refertext.site.people import Person, people, person
from refertext.site.places import correction
from refertext.site.sentences import all_plainly, plainly
from refertext.site.site import Site
from refertext.site.trades import trade


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with a candidate: when, of which kind, who had it, and what came of it."""

    day: date
    how: str
    by: Person | None
    outcome: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do about a candidate: `ways` are what may come of it, `write` the lines for a file."""

    do: str
    ways: tuple[str, ...]
    write: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the way into the group: the trade they would have, who brought them and who keeps in touch.

    `stands` says in a sentence what stands in the way; `answers` how many of the six questions were answered with what;
    `steps` are what to do next, the first one first.
    """

    who: Person
    category: str
    services: tuple[str, ...]
    introduced_by: str
    keeps_in_touch: tuple[Person, ...]
    joins: date | None
    path: tuple[Conversation, ...]
    answers: dict[str, int]
    stands: str
    steps: tuple[NextStep, ...]
    correction: str


def candidates(site: Site) -> Iterator[Candidate]:
    """Those on their way into the group, in order of name."""
    coming = (member for member in site.group.members.values() if applies(site.group, member))
    for member in sorted(coming, key=lambda one: (one.name, one.id)):
        yield _candidate(site, member)


def _candidate(site: Site, member: Member) -> Candidate:
    group, seat = site.group, member.seat
    found = fit(group, member.id)
    application = Application.of(group, found)
    return Candidate(
        who=person(site, member.id),
        category=trade(seat.category) if seat else "",
        services=seat.services if seat else (),
        introduced_by=group.name(member.introduced_by) if member.introduced_by else "",
        keeps_in_touch=people(site, who_courts(group, member)),
        joins=member.joined,
        path=tuple(_talks(site, found)),
        answers=_answers(found),
        stands=plainly(site, verdict(application)),
        steps=tuple(
            NextStep(plainly(site, step.do), all_plainly(site, step.ways), step.write) for step in application.steps
        ),
        correction=correction(site, member),
    )


def _talks(site: Site, found: CandidateFit) -> Iterator[Conversation]:
    for entry in found.path:
        by = person(site, entry.by) if entry.by else None
        yield Conversation(entry.date, entry.how.replace("-", " "), by, entry.outcome or "")


def _answers(found: CandidateFit) -> dict[str, int]:
    given = [answer or "not asked" for _, answer in found.questions]
    return {answer: given.count(answer) for answer in ("yes", "no", "unsure", "not asked") if answer in given}
