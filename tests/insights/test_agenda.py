"""The agenda: what belongs on the sheet, and what two have between them does not."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import group_of
from refertext.cli import refertext
from refertext.group import Group
from refertext.insights.agenda import agenda
from refertext.insights.debts.news import news
from refertext.reports.agenda import presenting, render, render_json, who_presents
from refertext.reports.paper import Paper, unpainted

DAY = date(2026, 3, 12)
MEETINGS = "meetings/2026/2026-03"
PRESENTS, STAYS_AWAY = "Brian Cho presents", "Brian Cho was to present, and does not come"


def test_the_sheet_of_the_next_meeting(cast: dict[str, str]) -> None:
    sheet = agenda(group_of(cast), DAY)
    assert [member.id for member in sheet.expected] == ["brian-cho", "kit-larsen", "lee-ortiz"]
    assert sheet.presenter is not None
    assert sheet.presenter.id == "brian-cho"
    assert (sheet.since, sheet.after) == (date(2026, 3, 5), date(2026, 3, 19))
    assert [turn.member.id for turn in sheet.turns] == ["brian-cho", "lee-ortiz", "kit-larsen"]
    assert [owed.by for owed in sheet.debts["actions"]] == [("kit-larsen",)]
    assert len(sheet.pairs) == 1


def test_what_was_announced_and_who_visits_stands_in_the_file_of_the_day(cast: dict[str, str]) -> None:
    ahead = (
        "---\nkind: group\ndate: 2026-03-12\nnext: 2026-03-20\n"
        "attendance:\n  lee-ortiz: {status: substitute, name: Jo Reed}\n"
        "  brian-cho: {status: absent, notice: 2026-03-10}\n"
        "visitors: [{name: Pat Roe, invited_by: kit-larsen}]\n---\n"
    )
    sheet = agenda(group_of({**cast, "meetings/2026/2026-03-12-group.md": ahead}), DAY)
    assert [(member.id, one.status) for member, one in sheet.announced] == [
        ("lee-ortiz", "substitute"),
        ("brian-cho", "absent"),
    ]
    assert [visitor.name for visitor in sheet.visitors] == ["Pat Roe"]
    assert sheet.after == date(2026, 3, 20)
    assert [member.id for member in sheet.expected] == ["kit-larsen"]
    assert [turn.member.id for turn in sheet.turns] == ["brian-cho", "lee-ortiz", "kit-larsen"]


HELD = (
    "---\nkind: group\ndate: 2026-03-05\nnext: 2026-03-13\nnext_presenter: kit-larsen\npresented: [kit-larsen]\n"
    "attendance:\n  kit-larsen: present\n  brian-cho: absent\n"
    "  lee-ortiz: {status: excused, notice: NOTICE}\n"
    "visitors: [{name: Pat Roe, invited_by: kit-larsen}]\n---\n"
)


@pytest.mark.parametrize(
    ("notice", "announced"), [("2026-03-04", ["lee-ortiz"]), ("2026-03-05", []), ("2026-02-01", ["lee-ortiz"])]
)
def test_of_a_day_in_the_past_only_what_was_known_before_is_on_the_sheet(
    cast: dict[str, str], notice: str, announced: list[str]
) -> None:
    texts = {**cast, "meetings/2026/2026-03-05-group.md": HELD.replace("NOTICE", notice)}
    sheet = agenda(group_of(texts, date(2026, 3, 4)), date(2026, 3, 5))
    assert [member.id for member, _ in sheet.announced] == announced
    assert len(sheet.expected) == 3 - len(announced)
    assert (sheet.visitors, sheet.after) == ((), date(2026, 3, 12))


@pytest.mark.parametrize(("kit", "known"), [("{status: absent, notice: 2026-03-09}", 3), ("present", 1)])
def test_on_the_day_itself_it_depends_on_whether_the_record_says_that_it_took_place(
    cast: dict[str, str], kit: str, known: int
) -> None:
    today = HELD.replace("2026-03-05", "2026-03-11").replace("presented: [kit-larsen]\n", "")
    today = today.replace("kit-larsen: present", f"kit-larsen: {kit}").replace("NOTICE", "2026-03-09")
    sheet = agenda(group_of({**cast, "meetings/2026/2026-03-11-group.md": today}, date(2026, 3, 10)), date(2026, 3, 11))
    assert len(sheet.announced) == known
    assert bool(sheet.visitors) is (known == 3)


def test_who_does_not_come_does_not_present(cast: dict[str, str]) -> None:
    ahead = "---\nkind: group\ndate: 2026-03-12\nattendance:\n  brian-cho: excused\n---\n"
    group = group_of({**cast, "meetings/2026/2026-03-12-group.md": ahead})
    text = render(group, agenda(group, DAY), Paper(100, unpainted))
    assert "2 members expected; Brian Cho is excused." in text
    assert "[ ] Brian Cho was to present, and does not come: who presents instead?" in text


def test_open_gifts_are_reported_on_the_most_silent_first(cast: dict[str, str]) -> None:
    texts = dict(cast)
    for day, more in (
        ("2026-01-05", ""),
        ("2026-02-05", ""),
        ("2026-02-20", "history: [{date: 2026-03-06, status: won}]\n"),
    ):
        text = f"kind: lead\ndate: {day}\nfrom: kit-larsen\nto: lee-ortiz\nabout: firm of {day}\n{more}"
        texts[f"referrals/2026/{day}-kit-larsen-lee-ortiz-zzzz.yml"] = text
    sheet = agenda(group_of(texts), DAY)
    [lee] = [reporting for reporting in sheet.reporting if reporting.member.id == "lee-ortiz"]
    assert [one.handling.record.about for one in lee.owed] == ["firm of 2026-01-05", "firm of 2026-02-05"]
    assert lee.fresh == ()
    assert [closed.record.about for closed in sheet.closed] == ["firm of 2026-02-20"]


GIFT = "kind: lead\ndate: 2026-02-20\nfrom: kit-larsen\nto: lee-ortiz\nabout: a brewery\n"
AWAY = "leave: [{from: 2026-02-22, until: 2026-03-03, why: a trip}]\njoined:"


@pytest.mark.parametrize(
    ("more", "lee", "owed", "fresh"),
    [
        ("", "joined:", 1, 0),
        ("history: [{date: 2026-03-01, status: contacted, by: lee-ortiz}]\n", "joined:", 0, 1),
        ("history: [{date: 2026-02-21, ask: Who decides?, by: lee-ortiz}]\n", "joined:", 0, 0),  # an answer is owed
        ("", AWAY, 0, 1),  # days of leave do not count
    ],
)
def test_news_are_owed_on_the_sheet_as_everywhere(
    cast: dict[str, str], more: str, lee: str, owed: int, fresh: int
) -> None:
    file = "members/lee-ortiz.md"
    texts = {**cast, file: cast[file].replace("joined:", lee, 1)}
    texts["referrals/2026/2026-02-20-kit-larsen-lee-ortiz-zzzz.yml"] = GIFT + more
    group = group_of(texts)
    sheet = agenda(group, DAY)
    found = [(len(one.owed), len(one.fresh)) for one in sheet.reporting if one.member.id == "lee-ortiz"]
    assert found == ([(owed, fresh)] if owed or fresh else [])
    late = [one for one in news(group) if one.by == ("lee-ortiz",) and one.is_overdue_on(DAY)]
    assert len(late) == owed


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("thanks-overdue", "history: [{date: 2026-02-21, status: won, value: 100, by: lee-ortiz}]\n"),
        ("question-unanswered", "history: [{date: 2026-02-21, ask: Who decides?, by: kit-larsen}]\n"),
        ("open-without-news", ""),
    ],
)
def test_what_is_waived_is_not_on_the_sheet(cast: dict[str, str], rule: str, more: str) -> None:
    file = "referrals/2026/2026-02-20-kit-larsen-lee-ortiz-zzzz.yml"
    waiver = f"waivers:\n  - {{rule: {rule}, file: {file}, why: all of us, until: 2026-04-01}}\n"
    texts = {**cast, file: GIFT + more}
    waived = {**texts, "refertext.yml": cast["refertext.yml"] + waiver}
    told = [_about_the_brewery(group_of(some)) for some in (texts, waived)]
    assert told == [1, 0]


def _about_the_brewery(group: Group) -> int:
    text = render(group, agenda(group, DAY), Paper(100, unpainted))
    return text.split("Reports on")[0].count("a brewery") + text.count("silent: a brewery")


def test_programs_get_all_that_is_on_the_sheet(cast: dict[str, str]) -> None:
    ahead = "---\nkind: group\ndate: 2026-03-12\nattendance:\n  lee-ortiz: {status: substitute, name: Jo Reed}\n---\n"
    last = cast["meetings/2026/2026-03-05-group.md"].replace("actions:", "visitors: [{name: Pat Roe}]\nactions:")
    texts = {**cast, "meetings/2026/2026-03-12-group.md": ahead, "meetings/2026/2026-03-05-group.md": last}
    texts["members/kit-larsen.md"] = cast["members/kit-larsen.md"].replace("joined: 2025-01-09", "joined: 2026-01-09")
    group = group_of(texts)
    found = json.loads(render_json(group, agenda(group, DAY)))
    assert (found["since"], found["last_visitors"], found["newcomers"]) == ("2026-03-05", ["Pat Roe"], ["kit-larsen"])
    assert found["announced"] == [{"member": "lee-ortiz", "status": "substitute", "name": "Jo Reed"}]
    assert found["candidates"] == ["dana-wolfe"]
    assert found["expected"] == ["brian-cho", "kit-larsen"]


def test_what_two_have_between_them_is_not_for_the_sheet(cast: dict[str, str]) -> None:
    file = "partnerships/brian-cho--kit-larsen.md"
    concern = "concerns: [{raised: 2026-02-01, by: kit-larsen, note: silence}]\n---\n"
    head, _, body = cast[file].removeprefix("---\n").partition("---\n")
    private = "---\nkind: one-to-one\ndate: 2026-03-06\nbetween: [brian-cho, lee-ortiz]\n"
    private += "actions: [{who: lee-ortiz, what: write}]\n---\n"
    texts = {
        **cast,
        file: f"---\n{head}{concern}{body}",
        "meetings/2026/2026-03-06-brian-cho-lee-ortiz-zzzz.md": private,
    }
    sheet = agenda(group_of(texts), DAY)
    assert sheet.debts["concerns"] == ()
    assert [owed.by for owed in sheet.debts["actions"]] == [("kit-larsen",)]
    agreement = cast["agreements/show-up.md"]
    head, _, body = agreement.removeprefix("---\n").partition("---\n")
    texts["agreements/show-up.md"] = f"---\n{head}{concern}{body}"
    assert len(agenda(group_of(texts), DAY).debts["concerns"]) == 1


def test_a_first_meeting_has_a_sheet_too() -> None:
    settings = "group: A\ntimezone: UTC\ncurrency: USD\n"
    sheet = agenda(group_of({"refertext.yml": settings}), DAY)
    assert (sheet.expected, sheet.since, sheet.given, sheet.turns) == ((), None, (), ())


@pytest.mark.parametrize(
    ("day", "more", "said"),
    [
        ("2026-03-12", {}, PRESENTS),
        ("2026-03-19", {}, None),  # named for the meeting before
        ("2026-03-19", {f"{MEETINGS}-12-group.md": "kind: group\ndate: 2026-03-12\ncancelled: yes\n"}, PRESENTS),
        ("2026-03-13", {f"{MEETINGS}-13-group.md": "kind: group\ndate: 2026-03-13\n"}, PRESENTS),
        ("2026-03-12", {"members/brian-cho.md": "left: {date: 2026-03-10}"}, STAYS_AWAY),
        ("2026-03-12", {"members/brian-cho.md": "leave: [{from: 2026-03-10, until: 2026-03-20}]"}, STAYS_AWAY),
    ],
)
def test_who_was_named_presents_at_the_next_meeting_alone(
    cast: dict[str, str], day: str, more: dict[str, str], said: str | None
) -> None:
    texts = dict(cast)
    for file, text in more.items():
        texts[file] = cast[file].replace("---\n", f"---\n{text}\n", 1) if file in cast else f"---\n{text}---\n"
    sheet = agenda(group_of(texts), date.fromisoformat(day))
    assert (who_presents(sheet.presenter, sheet) if sheet.presenter else None) == said
    first = next(presenting(sheet))
    assert first.startswith(said or "Nobody is named yet. Who presents, and who does next? It is the turn of ")


def test_who_does_not_come_owes_nothing_on_the_sheet(cast: dict[str, str]) -> None:
    whole = agenda(group_of(cast), DAY)
    assert [owed.by for owed in whole.debts["actions"]] == [("kit-larsen",)]
    away = "---\nkind: group\ndate: 2026-03-12\nattendance:\n  kit-larsen: {status: absent, notice: 2026-03-10}\n---\n"
    sheet = agenda(group_of({**cast, "meetings/2026/2026-03-12-group.md": away}), DAY)
    assert sheet.debts["actions"] == ()


@pytest.mark.parametrize(
    ("visitor", "asked"), [("Pat Roe", ["Pat Roe"]), ("KIT  Larsen", []), ("Kit Larson", ["Kit Larson"])]
)
def test_visitors_of_the_last_meeting_are_followed_up_unless_they_have_joined(
    cast: dict[str, str], visitor: str, asked: list[str]
) -> None:
    held = HELD.replace("NOTICE", "2026-03-04").replace("Pat Roe", visitor)
    sheet = agenda(group_of({**cast, "meetings/2026/2026-03-05-group.md": held}), DAY)
    assert [one.name for one in sheet.last_visitors] == asked


def test_silence_and_lateness_are_those_of_the_meeting_s_day() -> None:
    text = (Path(__file__).parents[2] / "refertext.yml").parent
    result = CliRunner(env={"COLUMNS": "80"}).invoke(refertext, ["agenda", "2026-12-03", "--group", str(text)])
    assert "76 days silent" in result.stdout  # 63 on the day it is looked from, and 13 until the meeting
    assert "was due on 2026-11-05" in result.stdout
    assert "Dana Wolfe" in result.stdout


def test_a_sheet_of_the_past_knows_no_more_than_the_day_before_and_a_break_is_said() -> None:
    group = str(Path(__file__).parents[2])
    run = CliRunner(env={"COLUMNS": "80"}).invoke
    past = run(refertext, ["agenda", "2026-06-04", "--group", group]).stdout
    assert not [day for day in re.findall(r"2026-(\d\d-\d\d)", past) if day > "06-11"]
    assert "takes a break" in run(refertext, ["agenda", "2026-11-26", "--group", group]).stdout
