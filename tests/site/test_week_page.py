"""My week: what a member owes and is owed, how they stand, whom to meet next."""

from __future__ import annotations

from pathlib import Path

from making import html_of, pages_of, sample, site_of

from refertext.insights.debts.due import due
from refertext.reports.status import AHEAD
from refertext.site.audience import Audience
from refertext.site.pages.week import Week, Weeks

HOSTILE = "<img src=x onerror=alert(1)>"


def _member(name: str) -> str:
    return f"name: {name} {HOSTILE}\nbusiness: x\nseat: {{category: {name.lower()}}}\njoined: 2025-01-02\n"


FILES = {
    "members/ann.yml": _member("Ann"),
    "members/bo.yml": _member("Bo"),
    "members/cy.yml": _member("Cy"),
    "meetings/2026/2026-03-02-ann-bo-aaaa.yml": "kind: one-to-one\ndate: 2026-03-02\nbetween: [ann, bo]\n",
    "meetings/2026/2026-01-05-ann-bo-bbbb.yml": "kind: one-to-one\ndate: 2026-01-05\nbetween: [ann, bo]\n",
    "referrals/2026/2026-02-20-ann-bo-aaaa.yml": (
        f"kind: lead\ndate: 2026-02-20\nfrom: ann\nto: bo\nabout: '{HOSTILE}'\n"
        "history: [{date: 2026-02-20, status: contacted}]\n"
    ),
    "agreements/show-up.yml": (
        f"title: '{HOSTILE}'\nadopted: 2025-01-02\ncommitments:\n"
        "  - {measure: contributions, at_least: 1, over: 4 weeks}\n  - {rule: no-guide}\n"
    ),
}


def _week(path: Path, member: str) -> Week:
    view = pages_of(site_of(path, FILES, "2026-03-11"))[f"week/{member}"].view
    assert isinstance(view, Week)
    return view


def test_news_are_owed_and_waited_for(tmp_path: Path) -> None:
    bo = _week(tmp_path, "bo")
    tasks = [task for effort in bo.owes for task in effort.tasks if task.record.startswith("referrals/")]
    assert [(task.record, task.days_late) for task in tasks] == [("referrals/2026#2026-02-20-ann-bo-aaaa", 5)]
    assert [task.by[0].id for task in _week(tmp_path, "ann").owed] == ["bo"]


def test_what_is_missed_stands_first_and_in_words(tmp_path: Path) -> None:
    ann, bo = _week(tmp_path, "ann"), _week(tmp_path, "bo")
    assert [one.outcome for one in ann.commitments] == ["missed", "kept"]
    assert [(one.outcome, one.said, one.mend) for one in bo.commitments] == [
        ("missed", "0 contributions, at least 1, 12 Feb to 11 Mar 2026", "1 more contribution"),
        ("missed", "found among what is to be mended: “A member's guide lacks a part”", ""),
    ]


def test_who_was_never_met_comes_first(tmp_path: Path) -> None:
    met = [(one.who.id, str(one.last), one.is_next) for one in _week(tmp_path, "ann").to_meet]
    assert met == [("cy", "None", True), ("bo", "2026-03-02", False)]
    assert "no one-to-one yet" in html_of(site_of(tmp_path, FILES, "2026-03-11"), "week/ann")


def test_the_score_says_by_which_profile(tmp_path: Path) -> None:
    ann = _week(tmp_path, "ann")
    assert ann.score
    assert ann.profile == "Ground rules kept"
    assert ann.colours == {"green": 70, "amber": 50, "red": 30}
    assert "What comes next" in html_of(site_of(tmp_path, FILES, "2026-03-11"), "week/ann")


def test_there_is_a_page_for_each_member_of_the_day() -> None:
    site = sample()
    view = pages_of(site)["week"].view
    assert isinstance(view, Weeks)
    assert [one.who.id for one in view.members] == sorted(one.id for one in site.group.present_members)
    assert all(one.to in pages_of(site) for one in view.members)
    lee = next(one for one in view.members if one.who.id == "lee-ortiz")
    owes = [one for one in due(site.group, site.day + AHEAD, "lee-ortiz") if "lee-ortiz" in one.by]
    assert (lee.owes, lee.late) == (len(owes), 2)


def test_the_public_has_no_weeks() -> None:
    assert not [path for path in pages_of(sample(Audience.PUBLIC)) if path.startswith("week")]


def test_values_do_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11")
    assert "<img" not in html_of(site, "week") + html_of(site, "week/bo")
