"""Markdown that people wrote, as HTML that can do nothing: no scripts, no styles, no pictures from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from refertext.patterns import pattern

_BLOCKS = {"blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
_WORDS = {"a", "abbr", "b", "br", "code", "del", "em", "i", "ins", "kbd", "s", "strong", "sub", "sup"}
_FRONT_MATTER = pattern(r"\A---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HIGHEST, _LOWEST = 1, 6
_TAGS = _BLOCKS | _WORDS | {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}
_SCHEMES = {"http", "https", "mailto", "tel"}


def markdown(text: str, level: int = 2) -> Markup:
    """The HTML of a text whose highest heading is shown as one of a level."""
    tokens = _reader().parse(text)
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((_level(token) for token in headings), default=_HIGHEST)
    for token in headings:
        token.tag = f"h{min(_level(token) - highest + level, _LOWEST)}"
    return Markup(clean(_reader().renderer.render(tokens, _reader().options, {})))  # noqa: S704 -- nh3 has cleaned it


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page: its title, empty where it begins with no heading, and its HTML, not yet cleaned."""

    title: str
    html: str


def written(text: str) -> Written:
    """A hand-written page of a group that is not trusted. Links to other pages lead to what is made of them."""
    tokens = _reader().parse(_FRONT_MATTER.sub("", text))
    for inline in tokens:
        for token in inline.children or ():
            if token.type == "link_open":
                token.attrSet("href", _made_of(str(token.attrGet("href") or "")))
    title = next((tokens[n + 1].content for n, token in enumerate(tokens[:-1]) if token.type == "heading_open"), "")
    return Written(title, _reader().renderer.render(tokens, _reader().options, {}))


def _made_of(address: str) -> str:
    path, mark, place = address.partition("#")
    is_page = path.endswith(".md") and ":" not in path
    return f"{path.removesuffix('.md')}.html{mark}{place}" if is_page else address


def _level(heading: Token) -> int:
    return int(heading.tag[1:])


def clean(html: str) -> str:
    """HTML with only those tags, attributes and addresses that a text needs."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )


def _any_address(url: str) -> bool:  # noqa: ARG001
    return True


@cache
def _reader() -> MarkdownIt:
    """The reader of CommonMark with tables. Its time grows with the length of a text only, whatever the text is. Which
    addresses may stay is nh3's to say: a link without one shows its words alone.
    """
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.validateLink = _any_address  # type: ignore[method-assign]
    return reader


_PAGE_TAGS = _TAGS | {"details", "summary", "img", "div", "span", "h1", "figure", "figcaption", "mark", "small"}
_PAGE_ATTRIBUTES = _ATTRIBUTES | {
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "code": {"class"},
    "pre": {"class"},
    "td": {"align"},
    "th": {"align", "scope"},
    **{heading: {"id"} for heading in ("h1", "h2", "h3", "h4", "h5", "h6")},
}


def clean_page(html: str) -> Markup:
    """The HTML of a hand-written page, cleaned: with pictures and anchors, but nothing that acts, or comes from
    elsewhere.
    """
    return Markup(  # noqa: S704 -- nh3 has cleaned it
        nh3.clean(
            html,
            tags=set(_PAGE_TAGS),
            attributes={tag: set(names) for tag, names in _PAGE_ATTRIBUTES.items()},
            attribute_filter=_own_pictures,
            url_schemes=set(_SCHEMES),
            link_rel="noopener noreferrer",
        )
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Leaves out the addresses of pictures that are not the site's own."""
    return None if tag == "img" and attribute == "src" and (":" in value or value.startswith("//")) else value
