"""Referrals: who gives to whom, what is open and at which step, who waits for word; and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refertext.insights.pipeline import Underway, overdue_news, pipeline
from refertext.measures import GROUP, Value
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.site.gifts import OpenGift, open_gift
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.pages.giving import Giver, Month, calendar_year, givers, months, square
from refertext.site.pages.referral_year import year_cards, year_pages
from refertext.site.pictures.giving_calendar import GivingCalendar, giving_calendar
from refertext.site.pictures.pipeline import Amount, Pipeline, pipeline_bars
from refertext.site.pictures.who_to_whom import WhoToWhom
from refertext.site.site import Site
from refertext.site.tasks import Task, task
from refertext.site.years import YearCard

MOST_OPEN = 60
"""How many open ones are listed at each step, the longest silent ones; the others are counted."""
MOST_SILENT = 200
"""How many of those without news are listed, the longest silent ones; the others are counted."""
_HEADLINES = ("contributions", "referrals", "prospect-meetings", "new-clients", "conversion", "response-time")


@dataclass(frozen=True, slots=True)
class Open:
    """Something open: whether its giver should have heard of it, and whether it is stalled."""

    gift: OpenGift
    is_silent: bool
    is_stalled: bool


@dataclass(frozen=True, slots=True)
class OpenStep:
    """What is open at a step; `more` are those that are not listed."""

    step: str
    count: int
    open: tuple[Open, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Word that is owed, to nobody where the giver is no member any more, and the days without news."""

    task: Task
    silent_for: int


@dataclass(frozen=True, slots=True)
class Referrals:
    """The page of referrals. `square`, `pipeline` and `calendar` are pictures; `givers`, `steps` and `months` say the
    same in tables.
    """

    numbers: tuple[Number, ...]
    waiting: tuple[Waiting, ...]
    more_waiting: int
    pipeline: Pipeline
    steps: tuple[OpenStep, ...]
    square: WhoToWhom
    givers: tuple[Giver, ...]
    calendar: GivingCalendar
    months: tuple[Month, ...]
    years: tuple[YearCard, ...]


def referrals(site: Site) -> Iterator[Page]:
    """The page of referrals and that of each year, for members alone."""
    if not site.is_for_members:
        return
    view = _view(site)
    summary = "Who gives to whom, what is open, and who waits for word."
    yield Page("referrals", "Referrals", "referrals.html", view, menu="Business", summary=summary)
    yield from year_pages(site)


def _view(site: Site) -> Referrals:
    known, steps, late = tuple(givers(site)), tuple(_steps(site)), overdue_news(site.group)
    busy, window = tuple(months(site)), calendar_year(site)
    return Referrals(
        numbers=tuple(number(site, _of_group(site, name)) for name in _HEADLINES),
        waiting=tuple(Waiting(task(site, one.owed), one.days) for one in late[:MOST_SILENT]),
        more_waiting=max(len(late) - MOST_SILENT, 0),
        pipeline=pipeline_bars(_amounts(site)),
        steps=steps,
        square=square(known),
        givers=known,
        calendar=giving_calendar(window.first, window.last, {day.day: day.count for one in busy for day in one.days}),
        months=busy,
        years=year_cards(site),
    )


def _of_group(site: Site, name: str) -> Value:
    return all_measures()[name].of(site.facts, GROUP, last_year(site.day))


def _amounts(site: Site) -> list[Amount]:
    found = pipeline(site.group).items()
    return [Amount(step, len(those), sum(one.is_silent for one in those)) for step, those in found]


def _steps(site: Site) -> Iterator[OpenStep]:
    for step, those in pipeline(site.group).items():
        shown = tuple(_open(site, one) for one in those[:MOST_OPEN])
        yield OpenStep(step, len(those), shown, len(those) - len(shown))


def _open(site: Site, one: Underway) -> Open:
    return Open(open_gift(site, one.handling), one.is_silent, one.is_stalled)
