"""Open gifts: referrals, introductions and leads in the hands of somebody who has not yet come to an end with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.group.telling import about
from refertext.measures.events import Handling
from refertext.site.people import Person, giver, person
from refertext.site.places import record_page
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class OpenGift:
    """Something open in the hands of a receiver: when it was given, what it is about, where the site shows it, and the
    days without news.
    """

    day: date
    to: str
    about: str
    giver: Person
    receiver: Person
    silent_for: int


def open_gift(site: Site, handling: Handling, day: date | None = None) -> OpenGift:
    """Something open, as it will stand on a day; on the site's own if none is given."""
    return OpenGift(
        day=handling.day,
        to=record_page(site, handling.record),
        about=about(site.group, handling.record) or f"a {handling.gift.kind_on(site.day)}",
        giver=giver(site, handling.gift),
        receiver=person(site, handling.receiver or ""),
        silent_for=handling.silence_on(day or site.day),
    )
