"""Templates: plain values, escaped, in a sandbox; hostile ones end with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
from markupsafe import Markup

from refertext.site.page import Page
from refertext.site.rendering import MOST_CHARACTERS, PageError, Templates, as_plain, relative


class Kind(StrEnum):
    ONE = "one"


@dataclass(frozen=True, slots=True)
class View:
    text: str = "<b>&"
    html: Markup = Markup("<em>cleaned</em>")  # noqa: RUF009
    day: date = date(2026, 3, 5)
    from_: int = 3


def shown(template: str, view: object = None, path: str = "members/kit") -> str:
    return Templates({"page.html": template}).render(Page(path, "Kit", "page.html", view or View()))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ text }}", "&lt;b&gt;&amp;"),
        ("{{ html }}", "<em>cleaned</em>"),
        ("{{ day }}", "2026-03-05"),
        ("{{ day|day }}", "Thursday 5 March 2026"),
        ("{{ day|date }}", '<time datetime="2026-03-05">5 Mar 2026</time>'),
        ("{{ day|month }}", "March 2026"),
        ("{{ text|begin }}", "&lt;b&gt;&amp;"),
        ('{{ "lead from Kit"|begin }}', "Lead from Kit"),
        ("{{ from * 2 }}", "6"),
        ("{{ title }} {{ here }}", "Kit members/kit"),
        ('{{ "index"|href }}', "../index.html"),
        ('{{ "members/lee#guide"|href }}', "lee.html#guide"),
    ],
)
def test_what_templates_show(template: str, expected: str) -> None:
    assert shown(template) == expected


@pytest.mark.parametrize(
    "template",
    [
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ nothing }}",
        "{{ 1 / 0 }}",
        "{{ text.missing.more }}",
        "{% include 'other.html' %}",
        "{% for x in %}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ 'a'|indent(1000000000) }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ html.__init__.__globals__ }}",
        "{{ day.__class__ }}",
        "{{ [].append(1) }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{% for x in range(1000000) %}{% endfor %}",
        f"{{% for x in range(99999) %}}{'1234567890' * 12}{{% endfor %}}",
    ],
)
def test_what_cannot_be_shown_is_told_with_the_templates_name(template: str) -> None:
    with pytest.raises(PageError, match=r"templates/page\.html"):
        shown(template)


def test_a_page_has_an_end() -> None:
    assert MOST_CHARACTERS < 99_999 * 120


def test_values_that_look_like_templates_stay_text() -> None:
    assert shown("{{ text }}", View(text="{{ 7 * 7 }} {% raw %}")) == "{{ 7 * 7 }} {% raw %}"


def test_plain_values() -> None:
    found = as_plain({"a": (View(),), "b": {Decimal("1.5")}, "c": Fraction(1, 4), "d": Kind.ONE, "e": None})
    view = {"text": "<b>&", "html": "<em>cleaned</em>", "day": "2026-03-05", "from": 3}
    assert found == {"a": [view], "b": [1.5], "c": 0.25, "d": "one", "e": None}
    assert type(found["d"]) is str
    with pytest.raises(TypeError):
        as_plain(object())


@pytest.mark.parametrize(
    ("here", "to", "expected"),
    [
        ("index", "members", "members.html"),
        ("index", "members/kit", "members/kit.html"),
        ("members/kit", "members", "../members.html"),
        ("members/kit", "referrals/2026#a-b", "../referrals/2026.html#a-b"),
        ("members/kit", "#here", "#here"),
    ],
)
def test_addresses(here: str, to: str, expected: str) -> None:
    assert relative(here, to) == expected
