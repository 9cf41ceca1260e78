"""Agreements: text for everybody; verdicts, signatures and concerns for members."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from making import ROOT, html_of, pages_of, sample, site_of

from refertext.commitments import Outcome
from refertext.records import Agreement as Record
from refertext.site.audience import Audience
from refertext.site.pages.agreements import Agreement, Agreements
from refertext.site.pages.standings import MOST_SHOWN
from refertext.site.site import Site

DAY = "2026-03-11"
SHOW_UP = """\
---
title: We <b>show</b> up
adopted: 2025-01-01
changed: 2026-01-15
commitments:
  - {measure: visitors, at_least: 1, per: month, over: 3 months}
  - {measure: contributions, at_least: 0, target: 2, per: week, over: 13 weeks, who: kit}
  - {promise: We <i>smile</i>}
concerns:
  - {raised: 2026-02-01, by: kit, about: lee, note: a <secret> note, settled: 2026-02-03, outcome: a <talk>}
  - {raised: 2026-03-05, by: kit}
  - {raised: 2026-03-12, by: kit, note: tomorrow}
---

## Why

We *come*. <script>alert(1)</script> [x](javascript:alert(1)) {{ 7 * 7 }}
"""
OLD = "---\ntitle: Long ago\nadopted: 2024-01-01\nended: 2024-12-31\n---\n\nGone.\n"
PERSON = "name: {name}\nbusiness: B\nseat: {{category: {id}}}\njoined: 2025-01-09\n{more}"
FILES = {
    "members/kit.yml": PERSON.format(name="Kit", id="x", more="signed: {show-up: 2026-01-15}\n"),
    "members/lee.yml": PERSON.format(name="Lee", id="y", more="signed: {show-up: 2025-01-09}\n"),
    "members/mia.yml": PERSON.format(name="Mia", id="z", more=""),
    "members/ned.yml": PERSON.format(name="Ned", id="v", more="leave: [{from: 2026-03-01, until: 2026-03-31}]\n"),
    "meetings/2025/2025-01-16-group.md": "---\nkind: group\ndate: 2025-01-16\n---\n",
    "agreements/show-up.md": SHOW_UP,
    "agreements/old.md": OLD,
}


def _page(site: Site, id_: str = "show-up") -> Agreement:
    view = pages_of(site)[f"agreements/{id_}"].view
    assert isinstance(view, Agreement)
    return view


def test_the_public_sees_title_text_and_promises_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, DAY, Audience.PUBLIC)
    shown = html_of(site, "agreements/show-up") + html_of(site, "agreements")
    assert "We &lt;b&gt;show&lt;/b&gt; up" in shown
    assert "<em>come</em>" in shown
    assert "We &lt;i&gt;smile&lt;/i&gt;" in shown
    assert "At least 1 visitor per month over 3 months" in shown
    for hidden in ("Kit", "Lee", "Mia", "secret", "talk", "signed", "missed", "concern"):
        assert hidden not in shown


def test_the_text_is_cleaned(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, DAY), "agreements/show-up")
    assert "{{ 7 * 7 }}" in shown
    assert "a &lt;secret&gt; note" in shown
    assert "a &lt;talk&gt;" in shown
    for dead in ("<script", "javascript:", "<i>", "<secret"):
        assert dead not in shown


def test_signatures(tmp_path: Path) -> None:
    """Lee signed before the change, Mia never; Ned signs when back from leave."""
    page = _page(site_of(tmp_path, FILES, DAY))
    assert [(one.who.id, one.state) for one in page.signatures] == [
        ("kit", "signed"),
        ("lee", "stale"),
        ("mia", "missing"),
        ("ned", "away"),
    ]


def test_concerns_up_to_the_day(tmp_path: Path) -> None:
    """The answer to the second one is in time for 14 days; the third is of tomorrow."""
    concerns = _page(site_of(tmp_path, FILES, DAY)).concerns
    assert [(str(one.raised), str(one.settled), str(one.due)) for one in concerns] == [
        ("2026-03-05", "None", "2026-03-19"),
        ("2026-02-01", "2026-02-03", "None"),
    ]


def test_who_keeps_a_commitment(tmp_path: Path) -> None:
    """Nobody brought a visitor in three months; whether Kit reaches the aim is nothing to keep or to miss."""
    visitors, aim, words = _page(site_of(tmp_path, FILES, DAY)).promises
    assert [(one.outcome, one.count) for one in visitors.standings] == [("missed", 4)]
    assert visitors.standings[0].ones[0].number
    assert [(one.outcome, one.count) for one in aim.standings] == [("not yet", 1)]
    assert [who.id for who in aim.who] == ["kit"]
    assert (words.measure, words.rule, words.standings) == ("", "", ())


def test_the_list_tells_those_in_force_from_those_that_ended(tmp_path: Path) -> None:
    view = pages_of(site_of(tmp_path, FILES, DAY))["agreements"].view
    assert isinstance(view, Agreements)
    assert [row.to for row in view.in_force] == ["agreements/show-up"]
    assert [row.to for row in view.ended] == ["agreements/old"]
    assert (view.in_force[0].signed, view.in_force[0].signers, view.in_force[0].open_concerns) == (1, 4, 1)


def test_all_verdicts_are_counted() -> None:
    site = sample()
    counted = Counter(verdict.record.id for verdict in site.verdicts if isinstance(verdict.record, Record))
    for id_ in site.group.agreements:
        page = _page(site, id_)
        assert page.stack.total == counted[id_]
        assert sum(one.count for promise in page.promises for one in promise.standings) == counted[id_]


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_sign(outcome: Outcome) -> None:
    """The template names each one, so that a new outcome cannot be forgotten."""
    template = (ROOT / "src/refertext/page_templates/parts.html").read_text(encoding="utf-8")
    assert f'"{outcome.value}": ' in template


def test_the_page_of_many_pairs_is_bounded() -> None:
    page = _page(sample(), "one-to-ones")
    standing = next(one for promise in page.promises for one in promise.standings if one.count > MOST_SHOWN)
    assert (len(standing.ones), standing.more) == (MOST_SHOWN, standing.count - MOST_SHOWN)


def test_a_group_without_agreements_has_a_page(tmp_path: Path) -> None:
    assert "Nothing is agreed yet" in html_of(site_of(tmp_path, {}, DAY), "agreements")
