"""The whole site as one file, to mail or to drop into a chat: every page in it, one of them shown at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from refertext.patterns import pattern
from refertext.site.frame import frame
from refertext.site.page import Page
from refertext.site.policy import by_hash
from refertext.site.rendering import Templates, as_plain
from refertext.site.site import Site

_TAG = pattern(r"<[a-zA-Z][^<>]*>")
_NAMED = pattern(r'( (?:id|for|headers|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)(")')
_ID = pattern(r' id="([^"]+)"')
_OWN = pattern(r' href="#([^"]+)"')
_LAST = "doors.js"
"""The script that uses others."""
HOME = "index"
MOST_ALONE = 64_000_000
"""How long the one file may be, in characters: sixty members with five years of records make a quarter of it."""


def single(
    site: Site, pages: Sequence[Page], templates: Templates, assets: Mapping[str, str], written: str = ""
) -> str:
    """The HTML of all pages in one file. `assets` are style sheets and scripts by name, which are written into it; only
    those run, by their hashes. `written` opens the home page. Raises PageError where a template cannot be shown.
    """
    known = {page.path for page in pages}

    def linked(here: str, to: str) -> str:
        path, _, place = to.partition("#")
        path = path or here
        return f"#{_named(path, place)}" if path in known else f"#{HOME}"

    shown = []
    for page in pages:
        html = templates.render(page, written if page.path == HOME else "", linked)
        shown.append({"id": _named(page.path), "title": page.title, "html": Markup(_own_names(page, html))})  # noqa: S704
    styles = [Markup(text) for name, text in sorted(assets.items()) if name.endswith(".css")]  # noqa: S704
    in_order = sorted(assets.items(), key=lambda one: (one[0] == _LAST, one[0]))
    scripts = [Markup(text) for name, text in in_order if name.endswith(".js")]  # noqa: S704
    around = {"styles": styles, "scripts": scripts, "policy": _policy(styles, scripts)}
    return templates.show("single.html", {**as_plain(frame(site, pages)), **around, "pages": shown}, MOST_ALONE)


def _policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The Content-Security-Policy under which these styles and scripts run, and no others."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {' '.join(map(by_hash, styles))}",
            f"script-src {' '.join(map(by_hash, scripts))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _named(path: str, place: str = "") -> str:
    """The name in the file of a page, or of a place on it."""
    page = path.replace("/", "--")
    return f"{page}.{place}" if place else page


def _own_names(page: Page, html: str) -> str:
    """The HTML with names that no other page has, and links to places on the page itself under their new names."""
    own = set(_ID.findall(html))

    def name(match: re.Match[str]) -> str:
        names = " ".join(_named(page.path, one) for one in match[2].split())
        return f"{match[1]}{names}{match[3]}"

    def link(match: re.Match[str]) -> str:
        return f' href="#{_named(page.path, match[1])}"' if match[1] in own else match[0]

    return _TAG.sub(lambda tag: _OWN.sub(link, _NAMED.sub(name, tag[0])), html)
