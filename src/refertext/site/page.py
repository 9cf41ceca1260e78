"""A page before it is rendered: where it stands, which template shows it, and the values the template gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `path` is where it stands, without ending: `members/kit-larsen`. `template` is the name of the template that shows
    it, `view` a frozen value whose fields are the template's variables. `menu` is the part of the menu the page is an
    entry of; empty for one that is reached from another page, which is the menu's `entry` that it belongs to. `summary`
    is one sentence for who searches. `scripts` are the scripts of the theme that it runs beside
    those of every page, by name.
    """

    path: str
    title: str
    template: str
    view: Any
    menu: str = ""
    entry: str = ""
    summary: str = ""
    scripts: tuple[str, ...] = ()
