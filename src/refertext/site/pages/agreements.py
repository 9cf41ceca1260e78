"""Agreements: a list, and a page for each with its text, what is promised, and for members how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from refertext.commitments import Verdict
from refertext.group.force import has_ended
from refertext.records import Agreement as Record
from refertext.records import Commitment
from refertext.reports.commitments import in_words
from refertext.site.markdown import markdown
from refertext.site.page import Page
from refertext.site.pages.signatures import Concern, Paper, Signature, concerns, paper_of, signature
from refertext.site.pages.standings import Standing, counts, standings
from refertext.site.people import Person, people, present
from refertext.site.pictures.stack import Stack, stack
from refertext.site.places import correction
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class AgreedPromise:
    """A commitment in words: about a `measure`, a `rule` that must find nothing, or neither, so that nobody counts it.

    `who` are those whom it binds where that is not everybody, `standings` how it stands by outcome; both for members
    alone.
    """

    said: str
    measure: str
    rule: str
    who: tuple[Person, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement's page. `signatures`, `concerns` and what `stack` counts are for members alone."""

    title: str
    adopted: date
    changed: date | None
    ended: date | None
    is_ahead: bool
    text: Markup
    promises: tuple[AgreedPromise, ...]
    stack: Stack
    signatures: tuple[Signature, ...]
    concerns: tuple[Concern, ...]
    correction: str


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """An agreement in the list: what is promised in words; for members alone how many keep it, and signed it."""

    title: str
    to: str
    adopted: date
    changed: date | None
    promises: tuple[str, ...]
    stack: Stack
    signed: int
    signers: int
    open_concerns: int


@dataclass(frozen=True, slots=True)
class Agreements:
    """All agreements: those in force, or about to be, and those that have ended."""

    in_force: tuple[AgreementCard, ...]
    ended: tuple[AgreementCard, ...]


def agreements(site: Site) -> Iterator[Page]:
    """The page of all agreements, and that of each."""
    records = [record for _, record in sorted(site.group.agreements.items())]
    verdicts, paper = _verdicts(site), paper_of(site)
    pages = {record.id: _agreement(site, record, verdicts.get(record.id, []), paper) for record in records}
    cards = {record.id: _card(record, pages[record.id]) for record in records}
    ended = tuple(cards[record.id] for record in records if has_ended(record, site.day))
    in_force = tuple(cards[record.id] for record in records if not has_ended(record, site.day))
    view = Agreements(in_force, ended)
    summary = "What we have promised each other."
    yield Page("agreements", "Agreements", "agreements.html", view, menu="Ground rules", summary=summary)
    for id_, page in pages.items():
        yield Page(f"agreements/{id_}", page.title, "agreement.html", page, entry="agreements", summary=summary)


def _card(record: Record, page: Agreement) -> AgreementCard:
    return AgreementCard(
        title=page.title,
        to=f"agreements/{record.id}",
        adopted=page.adopted,
        changed=page.changed,
        promises=tuple(promise.said for promise in page.promises),
        stack=replace(page.stack, to=f"agreements/{record.id}"),
        signed=sum(one.state == "signed" for one in page.signatures),
        signers=len(page.signatures),
        open_concerns=sum(one.due is not None for one in page.concerns),
    )


def _agreement(site: Site, record: Record, verdicts: list[Verdict], paper: Paper) -> Agreement:
    open_ = site.is_for_members
    return Agreement(
        title=record.title,
        adopted=record.adopted,
        changed=record.changed if record.changed and record.changed <= site.day else None,
        ended=record.ended,
        is_ahead=record.adopted > site.day,
        text=markdown(record.text or ""),
        promises=tuple(_promises(site, record, verdicts)),
        stack=stack(counts(verdicts)),
        signatures=tuple(signature(site, record, one, paper) for one in present(site)) if open_ else (),
        concerns=tuple(concerns(site, record)) if open_ else (),
        correction=correction(site, record),
    )


def _verdicts(site: Site) -> dict[str, list[Verdict]]:
    """How commitments stand, by agreement; nothing for the public."""
    found: dict[str, list[Verdict]] = {}
    for verdict in site.verdicts if site.is_for_members else ():
        if isinstance(verdict.record, Record):
            found.setdefault(verdict.record.id, []).append(verdict)
    return found


def _promises(site: Site, record: Record, verdicts: Iterable[Verdict]) -> Iterator[AgreedPromise]:
    by_number: dict[int | str, list[Verdict]] = {}
    for verdict in verdicts:
        by_number.setdefault(verdict.path[1], []).append(verdict)
    for number, commitment in enumerate(record.commitments):
        yield AgreedPromise(
            said=in_words(commitment),
            measure=commitment.measure or "",
            rule=commitment.rule or "",
            who=_who(site, commitment),
            standings=tuple(standings(site, by_number.get(number, []))),
        )


def _who(site: Site, commitment: Commitment) -> tuple[Person, ...]:
    named = (id_ for id_ in commitment.who if id_ != "group")
    return people(site, named) if site.is_for_members else ()
