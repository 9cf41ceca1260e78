"""The page of one partnership: what the two want, promised, did, and still have to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from refertext.group.pairs import by_partner, pair
from refertext.insights.debts.reviews import reviews
from refertext.insights.matches.fit import QUESTIONS
from refertext.insights.partners.cycle import CycleState
from refertext.insights.partners.partnerships import was_known
from refertext.insights.partners.stars import stars
from refertext.records import Partnership
from refertext.records.partnership import PartnerFit
from refertext.site.markdown import markdown
from refertext.site.numbers import Evidence, Number, number
from refertext.site.page import Page
from refertext.site.pages.partnership_cycles import CycleView, cycles
from refertext.site.pages.partnership_parts import (
    STEPS,
    Balanced,
    StarCard,
    balanced,
    bars,
    pair_balance,
    star_card,
    worries_of,
)
from refertext.site.pages.partnership_plan import (
    ConcernView,
    PlanAction,
    actions,
    concerns,
    known_day,
    reviews_held,
    tasks,
)
from refertext.site.people import Person, people, person
from refertext.site.pictures.balance_bars import BalanceBars
from refertext.site.places import correction
from refertext.site.sentences import all_plainly
from refertext.site.site import Site
from refertext.site.tasks import Task


@dataclass(frozen=True, slots=True)
class Side:
    """What is written of one of the two: goals, what they gain and since when both agreed on it, and the day on which
    they explained to the other how to refer them. `asked` is the day of their answers about the other.
    """

    who: Person
    goals: str
    gain: str
    gain_agreed: date | None
    explained: date | None
    asked: date | None


@dataclass(frozen=True, slots=True)
class PartnershipView:
    """The page of a partnership. `steps` are the names of the five, `step` the number of the one it is at. `stage` is
    its step in words and `missing` what that step needs; both are empty where one of the two is no member any more.
    `answers` are those to the six questions, each of the two about the other, in the order of `sides`; `reviews_every`
    says how often they want to review, `next_review` by when they should.
    """

    sides: tuple[Side, ...]
    is_power: bool
    since: date
    steps: tuple[str, ...]
    step: int
    stage: str
    missing: tuple[str, ...]
    worries: tuple[str, ...]
    tasks: tuple[Task, ...]
    stars: tuple[StarCard, ...]
    text: Markup
    balance: BalanceBars
    balanced: Balanced
    balance_number: Number | None
    balance_agreed: date | None
    answers: dict[str, tuple[str, ...]]
    cycles: tuple[CycleView, ...]
    actions: tuple[PlanAction, ...]
    reviews_every: str
    next_review: date | None
    reviews: tuple[Evidence, ...]
    concerns: tuple[ConcernView, ...]
    correction: str


def partnership_page(site: Site, partnership: Partnership, state: CycleState | None) -> Page:
    """The page of a partnership, with the step it is at while both are members."""
    both = people(site, pair(site.group, partnership))
    title = " and ".join(one.name for one in both)
    view, summary = _view(site, partnership, state), f"The partnership of {title}."
    return Page(
        f"partnerships/{partnership.id}", title, "partnership.html", view, entry="partnerships", summary=summary
    )


def _view(site: Site, partnership: Partnership, state: CycleState | None) -> PartnershipView:
    together, known = balanced(site, partnership), pair_balance(site, partnership)
    agreed = partnership.balance.agreed if partnership.balance else None
    return PartnershipView(
        sides=tuple(_sides(site, partnership)),
        is_power=partnership.kind == "power",
        since=partnership.since,
        steps=STEPS,
        step=int(state.step) if state else 0,
        stage=state.title if state else "",
        missing=all_plainly(site, state.missing) if state else (),
        worries=worries_of(site, partnership),
        tasks=tasks(site, partnership),
        stars=tuple(star_card(site, star) for star in stars(site.group) if star.partnership is partnership),
        text=markdown(partnership.text or "", level=3),
        balance=bars([together]),
        balanced=together,
        balance_number=number(site, known.value) if known else None,
        balance_agreed=known_day(site, agreed),
        answers=_answers(site, partnership),
        cycles=cycles(site, partnership, state.number if state else None),
        actions=actions(site, partnership),
        reviews_every=str(partnership.reviews.every) if partnership.reviews else "",
        next_review=next((one.due for one in reviews(site.group) if one.place.file == partnership.file), None),
        reviews=tuple(reviews_held(site, partnership)),
        concerns=tuple(concerns(site, partnership)),
        correction=correction(site, partnership),
    )


def _sides(site: Site, partnership: Partnership) -> Iterator[Side]:
    group = site.group
    goals, gain = by_partner(group, partnership.goals), by_partner(group, partnership.gain)
    explained, fit = by_partner(group, partnership.explained), by_partner(group, partnership.fit)
    for id_ in pair(group, partnership):
        yield Side(
            who=person(site, id_),
            goals=goals.get(id_, ""),
            gain=gain[id_].why if id_ in gain else "",
            gain_agreed=known_day(site, gain[id_].agreed) if id_ in gain else None,
            explained=known_day(site, explained.get(id_)),
            asked=known_day(site, fit[id_].asked) if id_ in fit else None,
        )


def _answers(site: Site, partnership: Partnership) -> dict[str, tuple[str, ...]]:
    """The answers of both to each of the six questions; none before they were asked."""
    fit = by_partner(site.group, partnership.fit)
    asked = [_asked(site, fit.get(id_)) for id_ in pair(site.group, partnership)]
    if not any(asked):
        return {}
    return {said: tuple(getattr(one, key) or "" if one else "" for one in asked) for key, said in QUESTIONS.items()}


def _asked(site: Site, fit: PartnerFit | None) -> PartnerFit | None:
    return fit if fit and (fit.asked is None or was_known(site.group, fit.asked)) else None
