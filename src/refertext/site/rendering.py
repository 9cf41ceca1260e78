"""Templates: plain values go in, text comes out. They run in a sandbox, and what they show is escaped."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from refertext.site.days import said_day, short_day
from refertext.site.page import Page

MOST_CHARACTERS = 8_000_000
"""How long a page may be."""
_REMEMBERED = 4096  # addresses, and days
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can end with."""
_WIDENING = frozenset({"center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"})
"""What makes a text as wide as a number says."""


Linked = Callable[[str, str], str]
"""Gives the address of a page as seen from another."""


class PageError(Exception):
    """That a template cannot be shown; its words say which one, and why."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which no text is made longer by counting, since that could fill the memory."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator != "*" or not all(isinstance(one, (int, float)) for one in (left, right)):
            raise TemplateError(f"“{operator}” is for numbers alone, and “**” for none")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr not in _WIDENING and super().is_safe_attribute(obj, attr, value)


class Templates:
    """Templates by name."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._environment = _Sandbox(
            loader=DictLoader(dict(texts)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
        for name in ("center", "format", "indent", "wordwrap"):
            del self._environment.filters[name]
        self._environment.filters |= {
            "begin": _begin,
            "href": _href,
            "day": _day,
            "date": _date,
            "file": _file,
            "month": _month,
        }

    def render(self, page: Page, written: str = "", linked: Linked | None = None) -> str:
        """The HTML of a page's content; `written` is what somebody wrote by hand to open it, `linked` gives the address
        of a page as seen from another. Raises PageError where the template cannot be shown.
        """
        around = {
            "here": page.path,
            "title": page.title,
            "written": written,
            "linked": linked or relative,
            "is_alone": linked is not None,
        }
        return self.show(page.template, {**as_plain(page.view), **around})

    def show(self, name: str, values: Mapping[str, Any], most: int = MOST_CHARACTERS) -> str:
        """A template with some values; at most so many characters."""
        shown: list[str] = []
        length = 0
        try:
            for piece in self._environment.get_template(name).generate(values):
                shown.append(piece)
                length += len(piece)
                if length > most:
                    raise PageError(f"templates/{name} makes a page of more than {most:,} characters")
        except _FAILURES as error:
            raise PageError(f"templates/{name} cannot be shown: {error}") from error
        return "".join(shown)


def as_plain(value: Any) -> Any:
    """A value as texts, numbers, lists and mappings, which is all that a template gets: dates become text."""
    if isinstance(value, Enum):
        return str(value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if hasattr(value, "_fields"):
        raise TypeError(f"a template gets no {type(value).__name__}, whose names would be lost")
    if is_dataclass(value):
        return {field.name.removesuffix("_"): as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list, frozenset, set)):
        return [as_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Decimal, Fraction)):
        return float(value)
    raise TypeError(f"a template gets no {type(value).__name__}")


@lru_cache(_REMEMBERED)
def relative(here: str, to: str) -> str:
    """The address of a page as seen from another, both given as paths without ending: `../members/kit.html#guide`."""
    path, mark, fragment = to.partition("#")
    if not path:
        return to
    start = posixpath.dirname(here)
    return f"{posixpath.relpath(f'{path}.html', start or '.')}{mark}{fragment}"


@pass_context
def _href(context: Context, to: str) -> str:
    """The address of a page of the site, as seen from the page that is shown."""
    linked: Linked = context["linked"]
    return linked(context["here"], to)


@pass_context
def _file(context: Context, name: str) -> str:
    """The address of a file of the site that is no page, as seen from the page that is shown."""
    return posixpath.relpath(name, posixpath.dirname(context["here"]) or ".")


def _on(text: str) -> date:
    return date.fromisoformat(text)


def _day(text: str) -> str:
    """A day with its weekday: `Thursday 5 March 2026`."""
    return said_day(_on(text))


@lru_cache(_REMEMBERED)
def _date(text: str) -> Markup:
    """A short date: `5 Mar 2026`, with the exact one for machines."""
    return Markup('<time datetime="{}">{}</time>').format(text, short_day(_on(text)))


def _begin(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _month(text: str) -> str:
    """The month of a day: `March 2026`."""
    return f"{_on(text):%B} {_on(text).year}"
