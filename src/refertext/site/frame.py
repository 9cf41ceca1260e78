"""The frame around every page: the menu, the day, and where the visitor is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from refertext.site.days import said_day
from refertext.site.page import Page
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu: `to` is the path of its page."""

    title: str
    to: str


@dataclass(frozen=True, slots=True)
class MenuPart:
    """A part of the menu with its entries."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on all pages."""

    group: str
    day: date
    said_day: str
    is_for_members: bool
    menu: tuple[MenuPart, ...]


def frame(site: Site, pages: Iterable[Page]) -> Frame:
    """The frame of a site with some pages."""
    parts: dict[str, list[Entry]] = {}
    for page in pages:
        if page.menu:
            parts.setdefault(page.menu, []).append(Entry(page.title, page.path))
    menu = tuple(MenuPart(title, tuple(entries)) for title, entries in parts.items())
    return Frame(site.group.settings.group, site.day, said_day(site.day), site.is_for_members, menu)
