"""Seats: the tree, what is said of seats, borders, and the way of candidates."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import html_of, pages_of, sample, site_of

from refertext.site.audience import Audience
from refertext.site.pages.seat_tree import Category
from refertext.site.pages.seats import Seats
from refertext.site.site import Site

DAY = "2026-03-11"
SETTINGS = """\
group: Small
timezone: UTC
currency: USD
categories:
  finance: {mortgage: {homes: , shops: }, planning: }
  people: {staffing: , payroll: , training: }
  law:
seats:
  - {category: law, status: wanted, why: <b>nobody</b> asks us}
  - {category: people/training, status: reserved, for: dana, until: 2026-03-10, why: a secret reason}
  - {category: people/staffing, status: opened, holder: kit, since: 2026-03-01, why: a fourth absence}
  - {category: finance/planning, status: wanted, since: 2026-03-12}
searches:
  - {by: kit, for: law, conversations: 3}
"""
KIT = """\
name: Kit <i>Larsen</i>
business: Northwind & Co
seat:
  category: people/staffing
  services: [direct <hire>]
  clients: [employers]
  territory: [Boise]
  excludes: [search]
joined: 2025-01-09
"""
LEE = """\
name: Lee Ortiz
business: Ortiz
seat:
  category: people/payroll
  services: [payroll, direct hire]
  clients: [employers]
  territory: [Nampa]
  consents: [{by: kit, date: 2026-01-08, scope: trades only}]
joined: 2025-05-01
"""
MAYA = "name: Maya\nbusiness: Stone\nseat: {category: finance}\njoined: 2025-05-01\n"
NEW = """\
name: Dana Wolfe
business: Wolfe
seat: {category: people/training}
introduced_by: kit
path:
  - {date: 2026-01-15, how: email-introduction, by: kit, outcome: a <u>canary</u>}
  - {date: 2026-02-15, how: lunch}
"""
FILES = {
    "refertext.yml": SETTINGS,
    "members/kit.yml": KIT,
    "members/lee.yml": LEE,
    "members/maya.yml": MAYA,
    "members/dana.yml": NEW,
}


def _view(site: Site) -> Seats:
    view = pages_of(site)["seats"].view
    assert isinstance(view, Seats)
    return view


def _categories(view: Seats) -> dict[str, Category]:
    return {one.path: one for branch in view.branches for one in branch.categories}


def test_the_tree(tmp_path: Path) -> None:
    view = _view(site_of(tmp_path, FILES, DAY))
    assert [branch.name for branch in view.branches] == ["Finance", "Law", "People"]
    known = _categories(view)
    assert [(one.name, one.level) for one in known.values()][:4] == [
        ("Finance", 0),
        ("Mortgage", 1),
        ("Homes", 2),
        ("Shops", 2),
    ]
    assert [held.who.name for held in known["people/staffing"].held] == ["Kit <i>Larsen</i>"]


def test_what_is_counted(tmp_path: Path) -> None:
    """Three seats are taken; all below finance belongs to who holds finance, so that nothing of it is free."""
    assert _view(site_of(tmp_path, FILES, DAY)).counts == {
        "taken": 3,
        "wanted": 1,
        "reserved": 1,
        "opened": 1,
        "free": 0,
    }


@pytest.mark.parametrize(("category", "is_free"), [("finance", False), ("finance/planning", True), ("law", True)])
def test_what_is_free(tmp_path: Path, category: str, is_free: bool) -> None:
    text = SETTINGS.partition("seats:")[0]
    known = _categories(_view(site_of(tmp_path, {"refertext.yml": text}, DAY)))
    assert known[category].is_free is is_free


def test_the_public_sees_taken_and_wanted_seats_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, DAY, Audience.PUBLIC)
    view, shown = _view(site), html_of(site, "seats")
    assert view.counts == {"taken": 3, "wanted": 1}
    assert list(_categories(view)) == ["finance", "law", "people", "people/payroll", "people/staffing"]
    assert "direct &lt;hire&gt;" in shown
    for hidden in ("Dana", "asks us", "secret", "absence", "opened", "reserved", "canary", "trades only", "looking"):
        assert hidden not in shown


def test_members_see_notices_borders_and_candidates(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, DAY), "seats")
    assert "until <time" in shown
    assert "which is over" in shown
    assert "a fourth absence" in shown
    assert "is looking, after 3 conversations" in shown
    assert "Kit &lt;i&gt;Larsen&lt;/i&gt; agreed to trades only on 8 Jan 2026" in shown
    assert "email introduction with" in shown
    assert "a &lt;u&gt;canary&lt;/u&gt;" in shown
    assert "&lt;b&gt;nobody&lt;/b&gt; asks us" in shown


def test_a_seat_that_is_held_still_is_the_former_one(tmp_path: Path) -> None:
    changing = MAYA + "former_seats: [{category: finance/planning, until: 2026-03-31}]\n"
    known = _categories(_view(site_of(tmp_path, {"members/maya.yml": changing}, DAY)))
    assert list(known) == ["finance", "finance/planning"]
    assert known["finance/planning"].held
    assert not known["finance"].held


@pytest.mark.parametrize("category", ["/", "a//b/", " / x", "a/b/c/d/e/f/g/h"])
def test_odd_categories_break_nothing(tmp_path: Path, category: str) -> None:
    site = site_of(tmp_path, {"members/maya.yml": MAYA.replace("finance", f'"{category}"')}, DAY)
    assert _view(site).counts["taken"] == 1
    assert "<h2></h2>" not in html_of(site, "seats")


def test_the_sample_has_a_candidate_with_a_next_step() -> None:
    view = _view(sample())
    assert [one.who.id for one in view.candidates] == ["dana-wolfe"]
    assert view.candidates[0].steps
    assert len(view.borders) == 2


def test_a_group_without_anything_has_a_page(tmp_path: Path) -> None:
    assert "No seat is written down yet" in html_of(site_of(tmp_path, {}, DAY), "seats")
