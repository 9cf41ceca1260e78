"""Partnerships: the step, promised against delivered, balance, materials, and what is known by the day only."""

from __future__ import annotations

from datetime import date

import pytest
from making import html_of, pages_of, site_of

from refertext.site.pages.partnership import PartnershipView
from refertext.site.pages.partnerships import Partnerships
from refertext.site.site import Site

PAIR = """\
between: [kit, brian]
kind: power
since: 2025-02-01
goals: {brian: "Ten <b>plans</b>", kit: Two clients}
gain: {brian: {why: Clients stay, agreed: 2025-01-28}, kit: {why: Floors, agreed: 2026-03-12}}
fit: {brian: {asked: 2025-01-20, similar_clients: yes, channel: no}}
balance: {kit: 2, brian: 1, agreed: 2025-01-28}
explained: {kit: 2025-02-17}
action_plan:
  - {what: One page, by: kit, due: 2026-03-01, channel: newsletter, material: docs/kit-tips.md}
  - {what: A film, by: brian, due: 2026-03-20, done: 2026-03-12, material: docs/gone.md}
  - {what: A list, by: brian, done: 2026-03-01, material: docs/list.csv}
reviews: {every: 3 months}
cycles:
  - from: 2026-01-05
    until: 2026-02-06
    promise: {brian: 1, kit: 2}
    contacts: [{who: "a <i>haulier</i>", from: kit, promising: yes, plan: ask, by: 2026-01-20}]
    evaluated: {date: 2026-03-12, went_well: Nothing yet}
concerns: [{raised: 2026-03-01, by: kit, about: brian, note: "<script>", settled: 2026-03-12, outcome: Later}]
text: We <script>met</script> *once*.
"""


def _gift(day: str, giver: str, receiver: str, kind: str = "referral") -> str:
    return f"kind: {kind}\ndate: {day}\nfrom: {giver}\nto: {receiver}\nabout: somebody\n"


def _member(name: str) -> str:
    return f"name: {name}\nbusiness: Firm\nseat: {{category: people/{name[0].lower()}}}\njoined: 2025-01-01\n"


FILES = {
    "members/kit.yml": _member("Kit Larsen"),
    "members/brian.yml": _member("Brian Cho"),
    "members/gone.yml": _member("Una Gone") + "left: {date: 2026-01-31}\n",
    "partnerships/brian--kit.yml": PAIR,
    "partnerships/gone--kit.yml": "between: [kit, gone]\nsince: 2025-03-01\n",
    "partnerships/later.yml": "between: [kit, gone]\nsince: 2026-05-01\n",
    "referrals/2026/2026-01-06-kit-brian-aaaa.yml": _gift("2026-01-06", "kit", "brian"),
    "referrals/2026/2026-01-07-kit-brian-bbbb.yml": _gift("2026-01-07", "kit", "brian", "lead"),
    "referrals/2026/2026-01-08-brian-kit-cccc.yml": _gift("2026-01-08", "brian", "kit"),
    "docs/kit-tips.md": "# Tips\n",
    "docs/list.csv": "a,b\n",
    "refertext.yml": (
        "group: Small\ntimezone: UTC\ncurrency: USD\nsite: {repository: https://github.com/example/small}\n"
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("small"), FILES, "2026-03-11")


def _of(site: Site) -> PartnershipView:
    view = pages_of(site)["partnerships/brian--kit"].view
    assert isinstance(view, PartnershipView)
    return view


def test_promises_are_held_against_referrals_in_both_directions(small: Site) -> None:
    [cycle] = _of(small).cycles
    found = [(one.giver.id, one.promised, one.gave, one.outcome) for one in cycle.promises]
    assert found == [("kit", 2, 1, "missed"), ("brian", 1, 1, "kept")]
    assert cycle.promises[0].gifts[0].to == "referrals/2026#2026-01-06-kit-brian-aaaa"


def test_the_step_and_what_is_missing(small: Site) -> None:
    view = _of(small)
    assert (view.step, view.stage) == (5, "Step 5 of 5, evaluate")
    assert view.missing == ("what went well in the cycle that ended on 6 Feb 2026, and what to change",)
    assert [one.is_late for one in view.cycles[0].contacts] == [True]


def test_the_balance_is_that_of_twelve_months(small: Site) -> None:
    together = _of(small).balanced
    assert [one.id for one in together.partners] == ["brian", "kit"]
    assert (together.gave, together.received, together.expected) == (1, 2, "1 to 2")
    assert together.verdict == "too early to say"
    [bar] = _of(small).balance.bars
    assert (bar.split, bar.mark) == (106.7, 106.7)  # a third of 320 each


def test_what_is_dated_after_the_day_is_not_known_yet(small: Site) -> None:
    view = _of(small)
    assert [side.gain_agreed for side in view.sides] == [date(2025, 1, 28), None]
    assert [one.done for one in view.actions] == [None, None, date(2026, 3, 1)]
    assert [(one.settled, one.outcome) for one in view.concerns] == [(None, "")]
    assert not view.cycles[0].is_evaluated


def test_materials_lead_to_pages_where_there_are_such(small: Site) -> None:
    page, film, table = _of(small).actions
    assert (page.page, page.file, page.is_late) == ("kit-tips", "", True)
    assert (film.page, film.file) == ("", "")
    assert table.file == "https://github.com/example/small/blob/main/docs/list.csv"
    assert 'href="../kit-tips.html"' in html_of(small, "partnerships/brian--kit")


def test_answers_of_both_to_six_questions(small: Site) -> None:
    answers = _of(small).answers
    assert len(answers) == 6
    assert answers["Do they serve similar clients?"] == ("yes", "")


def test_partnerships_of_those_who_left_are_over_and_later_ones_not_there(small: Site) -> None:
    view = pages_of(small)["partnerships"].view
    assert isinstance(view, Partnerships)
    assert [one.to for one in view.past] == ["partnerships/gone--kit"]
    assert [card.to for card in view.cards] == ["partnerships/brian--kit"]
    assert "partnerships/later" not in pages_of(small)
    assert "no member any more" in html_of(small, "partnerships/gone--kit")


def test_what_people_wrote_is_shown_as_text(small: Site) -> None:
    shown = html_of(small, "partnerships/brian--kit") + html_of(small, "partnerships")
    assert "Ten &lt;b&gt;plans&lt;/b&gt;" in shown
    assert "a &lt;i&gt;haulier&lt;/i&gt;" in shown
    assert "<em>once</em>" in shown
    assert "<script" not in shown
