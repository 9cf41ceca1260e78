"""Markdown that people wrote, as HTML that can do nothing: no scripts, no styles, no pictures from elsewhere."""

from __future__ import annotations

from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup

_BLOCKS = {"blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
_WORDS = {"a", "abbr", "b", "br", "code", "del", "em", "i", "ins", "kbd", "s", "strong", "sub", "sup"}
_TAGS = _BLOCKS | _WORDS | {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}
_SCHEMES = {"http", "https", "mailto", "tel"}


def markdown(text: str, level: int = 2) -> Markup:
    """The HTML of a text whose highest heading is shown as one of a level."""
    return Markup(clean(_reader(level).reset().convert(text)))  # noqa: S704 -- nh3 has cleaned it


def clean(html: str) -> str:
    """HTML with only those tags, attributes and addresses that a text needs."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )


@cache
def _reader(level: int) -> Markdown:
    return Markdown(
        extensions=["sane_lists", "tables", "toc"],
        extension_configs={"toc": {"baselevel": level, "marker": ""}},
        output_format="html",
    )


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
