"""Prospects: aliases for everybody, the rest for members, nobody who does not want to hear from us for the public."""

from __future__ import annotations

from pathlib import Path

from making import html_of, pages_of, sample, site_of

from refertext.insights.matches.match import openings
from refertext.site.audience import Audience
from refertext.site.pages.prospects import MOST_MATCHES, Prospects
from refertext.site.site import Site

DAY = "2026-03-11"
PERSON = "name: {name}\nbusiness: B\nseat: {{category: x}}\njoined: 2025-01-09\n"
BAKERY = """\
alias: A bakery <b>with</b> shops
name: Crumb <script>alert(1)</script>
industry: food & drink
place: Nowhere
known_by: [kit]
wanted_by: [lee, gone]
joint:
  lead: kit
  with: [lee]
  plan: a secret <plan>
  history: [{date: 2026-03-01, status: a first <visit>}, {date: 2026-03-20, status: not yet}]
consent: {date: 2026-01-02, how: <phone>, by: kit}
text: "### How we met\\n\\n*Well* [x](javascript:alert(1)) <img src=x onerror=y> {{ 7 * 7 }}"
"""
SILENT = "alias: A silent one\nindustry: silence\ndo_not_contact: yes\nknown_by: [kit]\nwanted_by: [lee]\n"
WISH = "alias: A wish\nwanted_by: [lee]\n"
HOTEL = "alias: a hotel\nname: The Grand\nknown_by: [kit]\nwanted_by: [lee]\n"
FILES = {
    "members/kit.yml": PERSON.format(name="Kit"),
    "members/lee.yml": PERSON.format(name="Lee"),
    "prospects/bakery.yml": BAKERY,
    "prospects/silent.yml": SILENT,
    "prospects/wish.yml": WISH,
    "prospects/hotel.yml": HOTEL,
}


def _view(site: Site) -> Prospects:
    view = pages_of(site)["prospects"].view
    assert isinstance(view, Prospects)
    return view


def test_the_public_sees_alias_and_industry_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, DAY, Audience.PUBLIC)
    shown = html_of(site, "prospects")
    assert [one.id for one in _view(site).prospects] == ["bakery", "hotel", "wish"]
    assert "<li>A bakery &lt;b&gt;with&lt;/b&gt; shops" in shown
    assert "food &amp; drink" in shown
    for hidden in ("Crumb", "Nowhere", "Kit", "Lee", "secret", "visit", "phone", "silen", "How we met", "Grand"):
        assert hidden not in shown


def test_members_see_all_and_who_is_not_to_be_contacted(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, DAY), "prospects")
    assert '<tr id="silent">' in shown
    assert "does not want to be contacted" in shown
    assert "Crumb &lt;script&gt;" in shown
    assert "a secret &lt;plan&gt;" in shown
    assert "a first &lt;visit&gt;" in shown
    assert "not yet" not in shown
    assert "said yes to Kit, &lt;phone&gt;" in shown
    assert "<em>Well</em>" in shown
    assert "{{ 7 * 7 }}" in shown
    for dead in ("<script", "javascript:", "onerror=y>", "<img"):
        assert dead not in shown


def test_who_could_introduce_whom(tmp_path: Path) -> None:
    """Lee wants three whom Kit knows: the silent one is nobody's, the bakery they approach together already."""
    view = _view(site_of(tmp_path, FILES, DAY))
    assert [(one.who.id, [match.id for match in one.matches], one.more) for one in view.matches] == [
        ("lee", ["hotel"], 0)
    ]
    assert view.matches[0].matches[0].knower.id == "kit"
    assert [one.id for one in view.unknown] == ["wish"]
    assert [(one.lead.id, [partner.id for partner in one.partners]) for one in view.joint] == [("kit", ["lee"])]


def test_a_few_matches_are_shown_and_the_others_counted() -> None:
    site = sample()
    for one in _view(site).matches:
        found = len(openings(site.group, one.who.id))
        assert len(one.matches) == min(found, MOST_MATCHES)
        assert len(one.matches) + one.more == found


def test_each_prospect_has_one_anchor() -> None:
    site = sample()
    shown = html_of(site, "prospects")
    assert all(shown.count(f'id="{id_}"') == 1 for id_ in site.group.prospects)


def test_a_group_without_prospects_has_a_page(tmp_path: Path) -> None:
    for audience in Audience:
        assert "Nobody is written down yet" in html_of(site_of(tmp_path, {}, DAY, audience), "prospects")
