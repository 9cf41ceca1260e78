"""Hostile values in every field of every kind: they are shown as text, nothing runs, nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import browser_context, empty_page  # noqa: F401 -- fixtures
from built import folder, pages, read
from canaries import group

from refertext.mkdocs_plugin import Asked, build, build_single
from refertext.site.audience import Audience

if TYPE_CHECKING:
    from playwright.sync_api import Page

TRICKS = (
    "<script>hit()</script><ScRiPt src=//evil.example/a.js></sCrIpT>",
    "</script><script>hit()</script></style></title></textarea><!-- --!> ]]>",
    "<img src=x onerror=hit()><svg onload=hit()><svg/onload=hit()//",
    '" onfocus=hit() autofocus x=" \' onmouseover=hit() ` onclick=hit()',
    "<iframe src=//evil.example></iframe><object data=//evil.example><embed src=//evil.example>",
    "<base href=//evil.example/><meta http-equiv=refresh content=0;url=//evil.example/><form action=//evil.example>",
    "<link rel=stylesheet href=//evil.example/a.css><style>*{background:url(//evil.example/b)}</style>",
    "[a](javascript:hit()) [b](JaVaScRiPt&colon;hit()) <javascript:hit()> [c](data:text/html,<script>hit()</script>)",
    "![d](https://evil.example/d.png) [e]: javascript:hit() [f][e] <a href=' javascript:hit()'>g</a>",
    "&lt;script&gt;hit()&lt;/script&gt; &#60;img src=x onerror=hit()&#62; &quot;&apos;&amp;amp;",
    "{{ 12345 * 9 }} {% include 'parts.html' %} {% for a in [1] %} {{ config }} {# b #} {{ ''.__class__ }} ${12345*9}",
    '{: onclick=hit() style=color:red } \\" \\u003cscript\\u003e %3Cscript%3E +ADw-script+AD4-',
    "# heading | table\n\n---\n\n- [ ] <details open ontoggle=hit()>\n\n    code\n\nEND:VEVENT\r\nBEGIN:VEVENT",
)
COMPUTED = "111105"
BEGINNINGS = {"an address": "javascript:hit()//", "a tag": '"><img src=x onerror=hit()>', "a long word": "Ab" * 300}
SPY = "window.hits = 0; window.hit = window.alert = () => { window.hits += 1; };"
ACTS = "iframe, object, embed, base, form[action], meta[http-equiv=refresh], link[rel=stylesheet][href*=evil], style"
WRITTEN = """\
# <img src=img/icon.svg onload=hit()> heading

<script>hit()</script>
<div onclick="hit()" style="color: red"><svg onload=hit()><a href="javascript:hit()">a</a></svg></div>
<iframe src="https://evil.example"></iframe><img src="https://evil.example/a.png"><img src=img/icon.svg onload=hit()>
<form action="https://evil.example"><button formaction="javascript:hit()">b</button></form>
{{ 12345 * 9 }} {% include "parts.html" %} [c](javascript:hit()) ![d](https://evil.example/d.png)
<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">
"""
"""A page in docs/."""


@dataclass(frozen=True)
class Hostile:
    """Sites made of a hostile group: one in a folder, one in a file."""

    site: Path
    file: Path


@cache
def hostile(beginning: str, audience: Audience) -> Hostile:
    """The sites of a group in which every text begins in some way, and holds every trick."""
    here = folder() / "hostile" / beginning / audience
    all_tricks = " ".join(TRICKS) if beginning != "a long word" else ""
    group(here / "group", word=lambda mark: f"{BEGINNINGS[beginning]} {mark} {all_tricks}")
    for name in ("index", "tips", 'a"><img src=x onerror=hit()>'):
        (here / "group" / "docs" / f"{name}.md").write_text(WRITTEN, encoding="utf-8")
    (here / "group" / "members" / "<img src=x onerror=hit()>.txt").write_text("<script>hit()</script>")
    build(here / "group", here / "site", Asked(audience))
    (here / "one.html").write_text(build_single(here / "group", Asked(audience)), encoding="utf-8")
    return Hostile(here / "site", here / "one.html")


@pytest.fixture(params=[(one, audience) for one in BEGINNINGS for audience in Audience], ids=str)
def made(request: pytest.FixtureRequest) -> Hostile:
    """Hostile sites."""
    return hostile(*request.param)


def test_no_value_becomes_markup(made: Hostile) -> None:
    for file in pages(made.site):
        found = read(file.read_text(encoding="utf-8"))
        assert found.inline == (["style"] if file.name == "404.html" else []), file
        assert [id_ for id_, n in found.ids.items() if n > 1] == [], file
        assert [link for link in found.links if _acts(link[2])] == [], file


def test_nor_where_nothing_of_the_group_is_trusted(page: Page, tmp_path: Path) -> None:
    before = hostile("a tag", Audience.MEMBERS).site
    build(before.parent / "group", tmp_path / "site", Asked(Audience.MEMBERS, safe=True))
    page.add_init_script(SPY)
    for file in pages(tmp_path / "site"):
        found = read(file.read_text(encoding="utf-8"))
        assert found.inline == (["style"] if file.name == "404.html" else []), file
        assert [link for link in found.links if _acts(link[2])] == [], file
    for name in ("index", "tips", "findings"):
        page.goto((tmp_path / "site" / f"{name}.html").as_uri())
        assert page.locator(ACTS).count() == 0
        assert page.evaluate("window.hits") == 0


def test_no_value_becomes_a_template(made: Hostile) -> None:
    for file in (*made.site.rglob("*"), made.file):
        assert file.is_dir() or COMPUTED not in file.read_text(encoding="utf-8", errors="replace"), file


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("beginning", ["an address", "a tag"])
def test_nothing_runs_in_a_browser(beginning: str, audience: Audience, page: Page) -> None:
    made = hostile(beginning, audience)
    page.add_init_script(SPY)
    for file in (*pages(made.site), made.file):
        if file.name != "404.html":
            page.goto(file.as_uri())
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            for one in page.locator("main a").all()[:2]:
                one.focus()
            if file != made.file:
                assert page.locator(ACTS).count() == 0, file
            assert page.evaluate("window.hits") == 0, file


def test_what_was_written_is_read_as_it_was(page: Page) -> None:
    page.goto((hostile("a tag", Audience.PUBLIC).site / "members" / "kit.html").as_uri())
    name = " ".join((page.locator("h1").text_content() or "").split())
    assert name.startswith(BEGINNINGS["a tag"])
    assert all(" ".join(trick.split()) in name for trick in TRICKS)


def test_the_search_shows_text(page: Page) -> None:
    page.add_init_script(SPY)
    page.goto((hostile("a tag", Audience.MEMBERS).site / "index.html").as_uri())
    page.locator("#Search").fill("onerror")
    page.locator("#Found a").first.wait_for()
    assert page.locator("#Found img, #Found script, #Found svg").count() == 0
    assert "<img" in (page.locator("#Found").text_content() or "")
    assert page.evaluate("window.hits") == 0


def test_forms_show_text(page: Page) -> None:
    page.add_init_script(SPY)
    site = hostile("a tag", Audience.MEMBERS).site
    for name, choices in _CHOICES.items():
        page.goto((site / f"{name}.html").as_uri())
        for id_, choice in choices.items():
            page.select_option(f"#{id_}", choice)
        assert page.locator("#made-text").text_content()
        assert page.locator(".door img, .door script, .door svg").count() == 0
    assert page.evaluate("window.hits") == 0


_CHOICES = {
    "give": {"kind": "lead", "from": "kit", "to": "brian"},
    "one-to-one": {"one": "kit", "other": "brian"},
    "agree": {"who": "kit", "agreement": "accord"},
}


@pytest.mark.parametrize("audience", Audience)
def test_long_words_do_not_widen_a_page(page: Page, audience: Audience) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert list(_wide(page, hostile("a long word", audience).site)) == []


def _wide(page: Page, site: Path) -> Iterator[str]:
    for file in pages(site):
        if file.name != "404.html":
            page.goto(file.as_uri())
            if page.evaluate("document.documentElement.scrollWidth") > 390:
                yield file.relative_to(site).as_posix()


def _acts(address: str) -> bool:
    """Whether an address does something, or leads to where only a hostile value leads."""
    plain = "".join(address.split()).lower()
    return plain.startswith(("javascript:", "data:text", "vbscript:", "//evil", "https://evil"))
