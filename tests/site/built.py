"""Sites built as people build them, each once for all tests, and what stands on their pages."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from making import ROOT

from refertext.mkdocs_plugin import Asked, build, build_single
from refertext.site.audience import Audience

BASE = "/harbour-referral-partners/"
"""The path under which GitHub shows the site of the sample group's repository."""
_LINKS = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset"}


@dataclass
class Html:
    """What stands on a page. `links` are tags, attributes and addresses; `inline` is what no page may hold: styles and
    handlers in attributes, scripts and styles in the text. `styles` are those styles.
    """

    ids: Counter[str] = field(default_factory=Counter)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)


def read(html: str) -> Html:
    """What stands on a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Html()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found.ids.update([given["id"]] if "id" in given else [])
        self.found.links += [(tag, name, value) for name, value in given.items() if name in _LINKS]
        self.found.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        is_text = tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json")
        self.found.inline += [tag] if is_text else []
        self._in_style = tag == "style"
        self.found.styles += [""] if tag == "style" else []
        if given.get("http-equiv") == "Content-Security-Policy":
            self.found.policies.append(given["content"])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.found.styles[-1] += data


@cache
def folder() -> Path:
    """A folder that is there as long as the tests run."""
    made = Path(tempfile.mkdtemp(prefix="refertext-sites-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def sample(audience: Audience) -> Path:
    """The site of the sample group in a folder."""
    build(ROOT, folder() / audience, Asked(audience))
    return folder() / audience


@cache
def sample_in_one_file(audience: Audience) -> Path:
    """The site of the sample group in one file."""
    file = folder() / f"{audience}.html"
    file.write_text(build_single(ROOT, Asked(audience)), encoding="utf-8")
    return file


def pages(site: Path) -> list[Path]:
    """The pages of a site, in order of name."""
    return sorted(site.rglob("*.html"))


def kind(site: Path, page: Path) -> str:
    """Of which kind a page is: those of one kind are made from one template, or written by hand."""
    path = page.relative_to(site).as_posix()
    if path != "index.html" and (ROOT / "docs" / path).with_suffix(".md").exists():
        return "docs/…"
    return re.sub(r"(?<=/)[^/]+$", "…", path)


@cache
def words(file: Path) -> Html:
    """What stands on a page of a site that does not change any more."""
    return read(file.read_text(encoding="utf-8"))
