"""Trades: categories in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import SETTINGS, html_of, site_of

from refertext.site.audience import Audience
from refertext.site.trades import path_of, trade


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("people/staffing", "Staffing, in people"),
        ("health", "Health"),
        ("trades/electrical/solar", "Solar, in electrical, trades"),
        ("home/real-estate", "Real estate, in home"),
        ("e-commerce", "E-commerce"),
        ("/ people //staffing/", "Staffing, in people"),
        ("/", "?"),
        ("", ""),
    ],
)
def test_categories_in_words(category: str, words: str) -> None:
    assert trade(category) == words


def test_empty_parts_are_none() -> None:
    assert (path_of(" people // staffing/"), path_of("//")) == ("people/staffing", "?")


@pytest.mark.parametrize("audience", Audience)
def test_no_page_for_visitors_shows_a_path(audience: Audience, tmp_path: Path) -> None:
    files = {
        "refertext.yml": f"{SETTINGS}seats: [{{category: law/employment, status: wanted}}]\n",
        "members/kit.yml": "name: Kit\nbusiness: B\nseat: {category: people/staffing}\njoined: 2025-01-09\n",
    }
    site = site_of(tmp_path, files, "2026-03-11", audience)
    shown = "".join(html_of(site, path) for path in ("index", "members", "members/kit", "seats"))
    assert "people/staffing" not in shown
    assert "law/employment" not in shown
    assert shown.count("Staffing, in people") == 2
    assert shown.count("Employment, in law") == 1
