"""All pages of the site, in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from refertext.site.page import Page
from refertext.site.pages.agenda import agenda
from refertext.site.pages.agreements import agreements
from refertext.site.pages.doors import doors
from refertext.site.pages.findings import findings
from refertext.site.pages.give import give
from refertext.site.pages.home import home
from refertext.site.pages.measures import measures
from refertext.site.pages.meetings import meetings
from refertext.site.pages.members import members
from refertext.site.pages.one_to_ones import one_to_ones
from refertext.site.pages.partnerships import partnerships
from refertext.site.pages.prospects import prospects
from refertext.site.pages.referrals import referrals
from refertext.site.pages.seats import seats
from refertext.site.pages.thanks import thanks
from refertext.site.pages.week import week
from refertext.site.site import Site

TOPICS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home,
    agenda,
    week,
    give,
    doors,
    members,
    seats,
    one_to_ones,
    referrals,
    partnerships,
    prospects,
    thanks,
    agreements,
    meetings,
    measures,
    findings,
)
"""What there are pages about; each gives those that the audience may see."""


def all_pages(site: Site) -> list[Page]:
    """Every page of the site."""
    return [page for topic in TOPICS for page in topic(site)]
