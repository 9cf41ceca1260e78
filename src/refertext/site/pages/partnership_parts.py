"""What the page of all partnerships and that of each show in the same way: promises, balance, star referrers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from refertext.commitments import Verdict, promise_verdicts
from refertext.group import Group
from refertext.group.pairs import Pair, by_partner, pair, partners
from refertext.insights.partners.balance import ENOUGH, PairBalance, balances, expected
from refertext.insights.partners.cycle import Step
from refertext.insights.partners.stars import Star
from refertext.insights.partners.worries import worries
from refertext.measures.contact.promises import delivered, promised
from refertext.records import Partnership
from refertext.reports.partnerships import is_more
from refertext.site.days import in_days
from refertext.site.numbers import Evidence, evidence
from refertext.site.people import Person, people, person
from refertext.site.pictures.balance_bars import BalanceBars, Giving, balance_bars
from refertext.site.places import record_page
from refertext.site.sentences import all_plainly
from refertext.site.site import Site

STEPS = tuple(step.name.capitalize() for step in Step if step <= Step.EVALUATE)
"""The five steps by name."""


@dataclass(frozen=True, slots=True)
class PartnerPromise:
    """What one partner promised the other in a cycle, and what they gave by the day. `outcome` is kept, at risk,
    missed, waived or too early, empty where nobody judges it any more; `mend` is what it still takes. `gifts` are what
    counts.
    """

    giver: Person
    receiver: Person
    promised: int
    gave: int
    outcome: str
    mend: str
    gifts: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Balanced:
    """What two partners gave each other in the last twelve months; `expected` says in words what they agreed on, and
    `verdict` whether they are in balance. `share` is the expected balance as a number, for the picture.
    """

    partners: tuple[Person, ...]
    to: str
    gave: int
    received: int
    share: Fraction
    expected: str
    verdict: str


@dataclass(frozen=True, slots=True)
class StarCard:
    """A star referrer of somebody, or who is nearly one: what speaks for it, and what is still missing. `to` is their
    partnership's page, empty where they have none.
    """

    giver: Person
    receiver: Person
    won: int
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    to: str


def promises(site: Site, partnership: Partnership, number: int) -> Iterator[PartnerPromise]:
    """The promises of a cycle in both directions, against what was delivered."""
    group, cycle = site.group, partnership.cycles[number]
    one, other = partners(group, partnership)
    for giver, receiver in ((one, other), (other, one)):
        count, gifts = promised(site.facts, cycle, giver), delivered(site.facts, cycle, giver, receiver)
        verdict = group.once(_verdicts).get((partnership.id, number, giver))
        if count or gifts:
            yield PartnerPromise(
                giver=person(site, giver),
                receiver=person(site, receiver),
                promised=count,
                gave=len(gifts),
                outcome=verdict.outcome.value if verdict else "",
                mend=in_days(verdict.mend) if verdict else "",
                gifts=tuple(evidence(site, gift) for gift in gifts),
            )


def _verdicts(group: Group) -> Mapping[tuple[str, object, str], Verdict]:
    return {(one.record.id, one.path[1], one.subject.member): one for one in promise_verdicts(group)}


def pair_balance(site: Site, partnership: Partnership) -> PairBalance | None:
    """The balance of two partners; None where neither gave the other anything in the last twelve months."""
    return site.group.once(_balances).get(pair(site.group, partnership))


def _balances(group: Group) -> Mapping[Pair, PairBalance]:
    return {one.members: one for one in balances(group)}


def balanced(site: Site, partnership: Partnership) -> Balanced:
    """How two partners give to each other, be it that they gave nothing."""
    both, known = pair(site.group, partnership), pair_balance(site, partnership)
    return Balanced(
        partners=people(site, both),
        to=record_page(site, partnership),
        gave=known.gave if known else 0,
        received=known.received if known else 0,
        share=expected(site.group, partnership, both),
        expected=_expected(site, partnership, both),
        verdict=_verdict(known),
    )


def _verdict(known: PairBalance | None) -> str:
    if known is None or known.value.n < ENOUGH:
        return "too early to say"
    if known.is_uncertain:
        return "uncertain"
    return "out of balance" if known.is_out else "in balance"


def _expected(site: Site, partnership: Partnership, both: Pair) -> str:
    if partnership.balance is None or not expected(site.group, partnership, both):
        return "alike"
    shares = by_partner(site.group, partnership.balance.shares)
    return " to ".join(f"{shares[id_]:f}" for id_ in both)


def bars(pairs: Sequence[Balanced]) -> BalanceBars:
    """The picture of some balances."""
    return balance_bars(
        [Giving(one.partners[0].name, one.partners[1].name, one.gave, one.received, one.share) for one in pairs]
    )


def star_card(site: Site, star: Star) -> StarCard:
    """How near somebody comes to being a star referrer."""
    return StarCard(
        giver=person(site, star.giver),
        receiver=person(site, star.receiver),
        won=star.won,
        reasons=all_plainly(site, star.reasons),
        missing=all_plainly(site, star.missing),
        to=record_page(site, star.partnership) if star.partnership else "",
    )


def worries_of(site: Site, partnership: Partnership) -> tuple[str, ...]:
    """What there is to worry about beside the promises, which are told of apart."""
    return all_plainly(site, filter(is_more, site.group.once(worries).get(partnership.file, ())))
