"""Sites of small groups, without MkDocs: pages by path, and what their templates make of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from refertext.reading import read_all_templates, read_site
from refertext.site.audience import Audience
from refertext.site.page import Page
from refertext.site.pages import all_pages
from refertext.site.rendering import Templates
from refertext.site.site import Site

ROOT = Path(__file__).parents[2]
SETTINGS = "group: Small\ntimezone: UTC\ncurrency: USD\n"


@cache
def sample(audience: Audience = Audience.MEMBERS) -> Site:
    """The site of the sample group."""
    return read_site(ROOT, audience, None)


def site_of(folder: Path, texts: Mapping[str, str], as_of: str, audience: Audience = Audience.MEMBERS) -> Site:
    """The site of a group whose files are given by name; refertext.yml where none is given is a small one."""
    for file, text in {"refertext.yml": SETTINGS, **texts}.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return read_site(folder, audience, date.fromisoformat(as_of))


@cache
def templates() -> Templates:
    """The templates that come with refertext."""
    return Templates(read_all_templates(ROOT, own=False))


def pages_of(site: Site) -> dict[str, Page]:
    """The pages of a site by path."""
    return {page.path: page for page in all_pages(site)}


def html_of(site: Site, path: str) -> str:
    """The HTML of the content of a page."""
    return templates().render(pages_of(site)[path])
