"""The search index: what each page says, by its headings, as a script, so that it works from a folder, too."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import unescape

from refertext.patterns import pattern

SEARCH_INDEX = "search-index.js"
MOST_WORDS = 1_500
"""How much of a page is looked through, in words."""
_REMEMBERED = 512  # pages, for who builds again and again
_HEADINGS = {"h2", "h3"}
_SILENT = {"svg", "button", "select", "template"}
_ATTRIBUTES = r"""(?:[^"'>]|"[^"]*"|'[^']*')*+"""
_TAG = pattern(rf"<(/?)(h2|h3|svg|button|select|template)\b({_ATTRIBUTES})>", re.IGNORECASE)
"""A tag that matters here. The HTML of pages is made from templates or was cleaned, and so is in order."""
_OTHER = pattern(rf"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[/!]?[a-z]{_ATTRIBUTES}>", re.IGNORECASE | re.DOTALL)
"""What else is no text."""
_UNSAID = pattern(r'<span[^<>]* aria-hidden="true"[^<>]*>[^<]*</span>')
"""What only decorates: initials, stars."""
_CELL = pattern(r"\s*</t[hd]\s*>", re.IGNORECASE)
"""The end of a table's cell: a comma parts it from the next one, or "4" and "November 2025" would be a day."""
_ID = pattern(r"""(?:^|\s)id="([^"]*)\"""")


class Search:
    """What was added so far: for each page its path, its title, and its parts."""

    def __init__(self) -> None:
        self._pages: list[tuple[str, str, list[list[str]]]] = []

    def add(self, path: str, title: str, html: str) -> None:
        """Adds a page."""
        self._pages.append((path, title, _parts(html)))

    def script(self) -> str:
        """The index as a script that sets one list: of each page `[path, title, [[anchor, heading, text]]]`."""
        pages = json.dumps(sorted(self._pages), ensure_ascii=True, separators=(",", ":")).replace("</", "<\\/")
        return f"window.refertextPages={pages};\n"


@lru_cache(_REMEMBERED)
def _parts(html: str) -> list[list[str]]:
    """The parts of a page: anchor, heading, text."""
    reader, html = _Reader(), _UNSAID.sub(" ", html)
    end = 0
    for found in _TAG.finditer(html):
        reader.read(html[end : found.start()])
        reader.tag(found[2].lower(), found[3], is_end=bool(found[1]))
        end = found.end()
    reader.read(html[end:])
    return reader.parts()


class _Reader:
    """Collects the words of a page below its headings."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._in_heading = False
        self._silent = 0
        self._left = MOST_WORDS

    def tag(self, tag: str, attributes: str, *, is_end: bool) -> None:
        """Reads a tag."""
        if tag in _SILENT:
            self._silent += -1 if is_end else 1
        elif tag in _HEADINGS:
            self._in_heading = not is_end
            if not is_end:
                id_ = _ID.search(attributes)
                self._parts.append((unescape(id_[1]) if id_ else "", [], []))

    def read(self, html: str) -> None:
        """Reads what stands between two tags that matter."""
        words = [] if self._silent else unescape(_OTHER.sub(" ", _CELL.sub(", ", html))).split()
        words = [word for word in words if word != ","]
        _, heading, text = self._parts[-1]
        if self._in_heading:
            heading += words
        else:
            text += words[: self._left]
            self._left -= len(words[: self._left])

    def parts(self) -> list[list[str]]:
        """The parts read."""
        return [[anchor, " ".join(heading), " ".join(text)] for anchor, heading, text in self._parts if heading or text]
