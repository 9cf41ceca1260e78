"""The agenda: what belongs on the sheet, and what two have between them does not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from conftest import group_of
from refertext.cli import refertext
from refertext.insights.agenda import agenda

DAY = date(2026, 3, 12)


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
    assert [gift.record.about for gift in lee.gifts] == ["firm of 2026-01-05", "firm of 2026-02-05"]
    assert [closed.record.about for closed in sheet.closed] == ["firm of 2026-02-20"]


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


def test_silence_and_lateness_are_those_of_the_meeting_s_day() -> None:
    text = (Path(__file__).parents[2] / "refertext.yml").parent
    result = CliRunner(env={"COLUMNS": "80"}).invoke(refertext, ["agenda", "2026-12-03", "--group", str(text)])
    assert "76 days silent" in result.stdout  # 63 on the day it is looked from, and 13 until the meeting
    assert "28 days late" in result.stdout
    assert "Dana Wolfe" in result.stdout


def test_a_sheet_of_the_past_knows_no_more_than_the_day_before_and_a_break_is_said() -> None:
    group = str(Path(__file__).parents[2])
    run = CliRunner(env={"COLUMNS": "80"}).invoke
    past = run(refertext, ["agenda", "2026-06-04", "--group", group]).stdout
    assert not [day for day in re.findall(r"2026-(\d\d-\d\d)", past) if day > "06-11"]
    assert "takes a break" in run(refertext, ["agenda", "2026-11-26", "--group", group]).stdout
