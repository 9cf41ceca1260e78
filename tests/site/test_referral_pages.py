"""Referrals: who to whom, what is open, who waits, a row for each in its year, and nothing of it for the public."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from making import html_of, pages_of, sample, site_of

from refertext.site.audience import Audience
from refertext.site.pages.referral_year import Year
from refertext.site.pages.referrals import Referrals
from refertext.site.site import Site

AS_OF = "2026-03-11"


def _member(name: str, show_value: str) -> str:
    seat = f"seat: {{category: people/{name.split(maxsplit=1)[0].lower()}}}"
    return f"name: {name}\nbusiness: Firm\n{seat}\njoined: 2025-01-09\nshow_value: {show_value}\n"


WON = """\
kind: referral
date: 2026-03-02
from: kit
to: brian
about: Acme <b>pensions</b> {{ 7 * 7 }}
consent: {date: 2026-03-01, how: phone}
history:
  - {date: 2026-03-03, status: accepted, by: brian, note: "<script>alert(1)</script>"}
  - {date: 2026-03-05, status: won, value: 12500, by: brian}
thanked: {date: 2026-03-06, where: meeting, words: "Saved <i>us</i>"}
"""
SILENT = """\
kind: introduction
date: 2026-02-01
from: brian
to: kit
about: A baker
history:
  - {date: 2026-02-02, status: accepted, by: kit}
"""
HIDDEN = """\
kind: lead
date: 2026-03-01
from: lee
to: brian
about: A smith
history:
  - {date: 2026-03-04, status: won, value: 777, by: brian}
"""
FILES = {
    "members/kit.yml": _member("Kit Larsen", "yes"),
    "members/brian.yml": _member("Brian Cho", "yes"),
    "members/lee.yml": _member("Lee <u>Ortiz</u>", "no"),
    "referrals/2026/2026-03-02-kit-brian-aaaa.yml": WON,
    "referrals/2026/2026-02-01-brian-kit-bbbb.yml": SILENT,
    "referrals/2026/2026-03-01-lee-brian-cccc.yml": HIDDEN,
    "referrals/2026/2026-03-10-lee-kit-dddd.yml": "kind: lead\ndate: 2026-03-10\nfrom: lee\nto: kit\nabout: A dyer\n",
    "referrals/2025/2025-12-30-kit-everyone-eeee.yml": (
        'kind: lead\ndate: 2025-12-30\nfrom: "outside: <em>a client</em>"\nto: everyone\nabout: A mill\n'
    ),
    "referrals/2026/2026-04-01-kit-lee-ffff.yml": "kind: lead\ndate: 2026-04-01\nfrom: kit\nto: lee\nabout: Later\n",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("small"), FILES, AS_OF)


def _overview(site: Site) -> Referrals:
    view = pages_of(site)["referrals"].view
    assert isinstance(view, Referrals)
    return view


def _year(site: Site, year: int) -> Year:
    view = pages_of(site)[f"referrals/{year}"].view
    assert isinstance(view, Year)
    return view


def test_the_square_counts_each_direction(small: Site) -> None:
    view = _overview(small)
    assert [one.who.name for one in view.givers] == ["Brian Cho", "Kit Larsen", "Lee <u>Ortiz</u>"]
    said = [one.said for one in view.square.cells]
    assert said == [
        "Brian Cho to Kit Larsen: 1",
        "Kit Larsen to Brian Cho: 1",
        *(f"Lee <u>Ortiz</u> to {name}: 1" for name in ("Brian Cho", "Kit Larsen")),
    ]
    assert [(one.gave, one.received) for one in view.givers] == [(1, 2), (1, 2), (2, 0)]


def test_what_is_open_stands_at_its_step(small: Site) -> None:
    view = _overview(small)
    assert [(one.step, one.count) for one in view.steps[:3]] == [("given", 1), ("accepted", 1), ("contacted", 0)]
    assert [(one.gift.silent_for, one.is_silent) for step in view.steps for one in step.open] == [
        (1, False),
        (37, True),
    ]
    assert view.pipeline.bars[1].said == "1, 1 silent"


def test_who_should_tell_whom_and_how_late(small: Site) -> None:
    [one] = _overview(small).waiting
    assert ([who.id for who in one.task.by], [who.id for who in one.task.to]) == (["kit"], ["brian"])
    assert (one.silent_for, one.task.days_late) == (37, 23)  # since 2 February, due on 16 February
    assert one.task.record == "referrals/2026#2026-02-01-brian-kit-bbbb"


def test_the_calendar_has_the_days_of_twelve_months_and_of_the_one_that_is_running(small: Site) -> None:
    """From 1 March 2025 to 11 March 2026; something is recorded from December on."""
    view = _overview(small)
    assert len(view.calendar.days) == 365 + 11
    assert [(f"{month.first:%Y-%m}", month.count, month.is_running) for month in view.months] == [
        ("2025-12", 0, False),
        ("2026-01", 0, False),
        ("2026-02", 1, False),
        ("2026-03", 3, True),
    ]
    assert "March 2026 so far" in html_of(small, "referrals")
    busy = [day.said for day in view.calendar.days if day.said]
    assert busy == ["1 Feb 2026: 1", "1 Mar 2026: 1", "2 Mar 2026: 1", "10 Mar 2026: 1"]  # members gave it


def test_each_year_has_its_rows_the_latest_first(small: Site) -> None:
    ids = [row.id for row in _year(small, 2026).rows]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 4
    assert [row.receiver for row in _year(small, 2025).rows] == ["everyone"]
    assert [card.year for card in _overview(small).years] == [2026, 2025]


def test_a_value_is_shown_only_where_both_show_theirs(small: Site) -> None:
    rows = {row.id[-4:]: row for row in _year(small, 2026).rows}
    assert rows["aaaa"].state == rows["cccc"].state == "won"
    assert rows["aaaa"].steps[1:] == ("won 5 Mar, 12,500 USD", "thanked 6 Mar")
    assert rows["cccc"].steps == ("won 4 Mar",)
    assert "777" not in html_of(small, "referrals/2026")


def test_rows_are_anchors_and_show_what_people_wrote_as_text(small: Site) -> None:
    shown = html_of(small, "referrals/2026") + html_of(small, "referrals/2025") + html_of(small, "referrals")
    assert '<tr id="2026-03-02-kit-brian-aaaa">' in shown
    assert "Acme &lt;b&gt;pensions&lt;/b&gt; {{ 7 * 7 }}" in shown
    for hostile in ("<script>alert", "<u>", "<em>a client", "<b>pensions"):
        assert hostile not in shown


def test_what_is_dated_later_is_not_there(small: Site) -> None:
    assert "Later" not in html_of(small, "referrals/2026")


def test_the_public_gets_none_of_it() -> None:
    topics = ("referrals", "partnerships", "thanks")
    assert not [path for path in pages_of(sample(Audience.PUBLIC)) if path.split("/")[0] in topics]


def test_a_group_that_has_given_nothing_has_a_page(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"members/kit.yml": _member("Kit Larsen", "yes")}, AS_OF)
    assert "Nothing has been given yet" in html_of(site, "referrals")


def test_every_link_to_a_record_of_a_year_has_its_anchor() -> None:
    site = sample()
    anchors = {
        path: set(re.findall(r' id="([^"]+)"', html_of(site, path))) for path in ("referrals/2025", "referrals/2026")
    }
    shown = "".join(html_of(site, path) for path in ("referrals", "thanks", "partnerships/brian-cho--kit-larsen"))
    found = re.findall(r'href="(?:\.\./)?(referrals/\d{4})\.html#([^"]+)"', shown)
    assert found
    assert not [(path, anchor) for path, anchor in found if anchor not in anchors[path]]


def test_a_row_is_short_enough_for_thousands() -> None:
    rows = re.findall(r"<tr id=.*?</tr>", html_of(sample(), "referrals/2026"), re.DOTALL)
    assert 3000 * sum(len(row.encode()) for row in rows) / len(rows) < 1_500_000
