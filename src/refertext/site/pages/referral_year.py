"""The referrals of a year: one short row each, with what became of it. There is no page for a single one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from refertext.group.referral_life import Life, lives
from refertext.group.telling import about, giver_of
from refertext.insights.pipeline import STALLED, STEPS, how_far
from refertext.measures import GROUP, Unit, Value, Window
from refertext.measures.events import Gift
from refertext.measures.privacy import win_may_be_shown
from refertext.measures.registry import all_measures
from refertext.measures.wording import in_words
from refertext.records import Referral
from refertext.records.referral import KINDS, Entry
from refertext.reports.words import counted
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.places import correction
from refertext.site.site import Site
from refertext.site.years import YearCard, beside
from refertext.text.wording import cut_short

_OF_A_YEAR = ("contributions", "introductions", "referrals", "prospect-meetings", "new-clients", "value")
_BEST_FIRST = ("won", *reversed(STEPS), STALLED, "lost", "not-a-fit", "returned")


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral, introduction or lead. `on` is its day without the year. `state` is what became of it in a word, in
    the hands of whom it went best; `steps` are what happened, in order of day: what was won only where all whose money
    it is show it.
    """

    id: str
    day: date
    on: str
    kind: str
    giver: str
    receiver: str
    about: str
    state: str
    steps: tuple[str, ...]
    correction: str


@dataclass(frozen=True, slots=True)
class Year:
    """All that was given in a year, the latest first. `months` are the first of each month in that order: its name, and
    the id of the row with which it begins.
    """

    year: int
    numbers: tuple[Number, ...]
    months: dict[str, str]
    rows: tuple[ReferralRow, ...]
    before: str
    after: str


def year_cards(site: Site) -> tuple[YearCard, ...]:
    """The years of which there are pages, the latest first, and how much was given in each."""
    return tuple(_card(site, year) for year in sorted(_by_year(site), reverse=True))


def year_pages(site: Site) -> Iterator[Page]:
    """The page of each year in which something was given, the latest first."""
    found = _by_year(site)
    gifts = {gift.record.id: gift for gift in site.facts.gifts.events}
    for year in sorted(found, reverse=True):
        before, after = beside("referrals", year, found)
        rows = tuple(_row(site, referral, gifts.get(referral.id)) for referral in reversed(found[year]))
        view = Year(
            year=year,
            numbers=tuple(number(site, value) for value in _of_year(site, year).values()),
            months=_months(rows),
            rows=rows,
            before=before,
            after=after,
        )
        title = f"Referrals of {year}"
        summary = f"What was given in {year}, and what became of it."
        yield Page(f"referrals/{year}", title, "referral_year.html", view, entry="referrals", summary=summary)


def _by_year(site: Site) -> Mapping[int, Sequence[Referral]]:
    found: dict[int, list[Referral]] = {}
    for referral in site.group.given_referrals:
        found.setdefault(referral.date.year, []).append(referral)
    return found


def _of_year(site: Site, year: int) -> dict[str, Value]:
    window = Window(date(year, 1, 1), date(year, 12, 31))
    return {name: all_measures()[name].of(site.facts, GROUP, window) for name in _OF_A_YEAR}


def _card(site: Site, year: int) -> YearCard:
    values = _of_year(site, year)
    given, referrals, clients = (
        int(values[name].amount or 0) for name in ("contributions", "referrals", "new-clients")
    )
    more = f"{counted(referrals, 'referral')}, {counted(clients, 'new client')}"
    return YearCard(year, f"referrals/{year}", f"{given:,} given", more)


def _months(rows: Sequence[ReferralRow]) -> dict[str, str]:
    firsts: dict[str, str] = {}
    for row in rows:
        firsts.setdefault(f"{row.day:%B}", row.id)
    return firsts


def _row(site: Site, referral: Referral, gift: Gift | None) -> ReferralRow:
    group = site.group
    found = lives(group, referral)
    shown = _shown_values(site, gift) if gift else {}
    return ReferralRow(
        id=referral.id,
        day=referral.date,
        on=_on(referral.date, referral.date.year),
        kind=gift.kind_on(site.day) if gift else referral.kind,
        giver=giver_of(group, referral),
        receiver="everyone" if referral.is_to_everyone else group.name(referral.to),
        about=about(group, referral),
        state=min((how_far(life) for life in found), key=_BEST_FIRST.index).replace("-", " "),
        steps=tuple(_steps(site, referral, found, shown)),
        correction=correction(site, referral),
    )


def _shown_values(site: Site, gift: Gift) -> dict[object, str]:
    """What was won in words, by the position of the entry that says so; of those of which members may know it."""
    own = site.group.settings.currency
    return {
        win.path[1]: in_words(win.value.amount, Unit.MONEY, win.value.currency or own)
        for win in site.facts.wins_of(gift)
        if win.value and win_may_be_shown(site.facts, win)
    }


def _steps(site: Site, referral: Referral, found: Sequence[Life], shown: Mapping[object, str]) -> Iterator[str]:
    year, thanked = referral.date.year, referral.thanked
    for life in found:
        told = [(entry.date, _said(entry, year, shown.get(at, ""))) for at, entry in life.steps]
        if told and referral.is_to_everyone and life.receiver:
            told[0] = (told[0][0], f"{site.group.name(life.receiver)}: {told[0][1]}")
        if thanked and life is found[-1]:
            told.append((thanked.date, f"thanked {_on(thanked.date, year)}"))
        yield from (said for _, said in sorted(told, key=itemgetter(0)))


def _said(entry: Entry, year: int, value: str) -> str:
    """An entry in a few words: `won 15 Apr, 9,200 USD: Lettering`."""
    day = _on(entry.date, year)
    status = (entry.status or "").replace("-", " ")
    raised = f"now {'a' if entry.kind != KINDS[1] else 'an'} {entry.kind}" if entry.kind else ""
    what = ", ".join(word for word in (status, raised) if word)
    head = f"{what} {day}" if what else day
    said = (("{}", entry.note), ("asked “{}”", entry.ask), ("answered “{}”", entry.answer))
    words = "; ".join(form.format(cut_short(text)) for form, text in said if text)
    return f"{head}{f', {value}' if value else ''}{f': {words}' if words else ''}"


def _on(day: date, year: int) -> str:
    return f"{day.day} {day:%b}" if day.year == year else f"{day.day} {day:%b} {day.year}"
