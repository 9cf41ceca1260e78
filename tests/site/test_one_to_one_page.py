"""One-to-ones: who has met whom, who should next, and how often."""

from __future__ import annotations

from pathlib import Path

from making import html_of, pages_of, sample, site_of

from refertext.site.audience import Audience
from refertext.site.pages.one_to_ones import OneToOnes

HOSTILE = "<iframe src=javascript:alert(1)>"


def _member(name: str, more: str = "") -> str:
    return f"name: {name} {HOSTILE}\nbusiness: x\nseat: {{category: {name.lower()}}}\njoined: 2024-01-02\n{more}"


def _talk(day: str, between: str) -> str:
    return f"kind: one-to-one\ndate: {day}\nbetween: [{between}]\n"


FILES = {
    "members/ann.yml": _member("Ann"),
    "members/bo.yml": _member("Bo"),
    "members/cy.yml": _member("Cy"),
    "members/di.yml": _member("Di", "leave: [{from: 2026-03-01, until: 2026-04-30}]\n"),
    "meetings/2026/2026-03-01-ann-bo-aaaa.yml": _talk("2026-03-01", "bo, ann"),
    "meetings/2026/2026-01-10-ann-bo-bbbb.yml": _talk("2026-01-10", "ann, bo"),
    "meetings/2024/2024-06-10-cy-ann-cccc.yml": _talk("2024-06-10", "cy, ann"),
}


def _view(path: Path) -> OneToOnes:
    view = pages_of(site_of(path, FILES, "2026-03-11"))["one-to-ones"].view
    assert isinstance(view, OneToOnes)
    return view


def test_who_has_met_whom(tmp_path: Path) -> None:
    ann = _view(tmp_path).rows[0]
    assert [(one.who.id, one.days, one.to) for one in ann.met] == [
        ("bo", 10, "meetings/2026#2026-03-01-ann-bo-aaaa"),
        ("cy", 639, "meetings/2024#2024-06-10-cy-ann-cccc"),
    ]
    assert (ann.never, ann.one_to_ones.short, ann.covered.short) == (1, "2", "33.3%")


def test_who_should_meet_next_is_at_hand(tmp_path: Path) -> None:
    assert [[one.id for one in pair.members] for pair in _view(tmp_path).pairs] == [["bo", "cy"]]


def test_the_square_shows_both_ways(tmp_path: Path) -> None:
    square = _view(tmp_path).square
    assert [(one.count, one.heat) for one in square.cells] == [(10, 5), (639, 1), (10, 5), (639, 1)]
    assert square.summary == "2 of 6 pairs have ever sat down together."


def test_the_public_has_no_such_page() -> None:
    assert "one-to-ones" not in pages_of(sample(Audience.PUBLIC))


def test_values_do_nothing(tmp_path: Path) -> None:
    assert "<iframe" not in html_of(site_of(tmp_path, FILES, "2026-03-11"), "one-to-ones")
