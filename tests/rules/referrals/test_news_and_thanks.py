"""The rules about what the two sides of a gift owe each other; tests/insights has the cases."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import load
from refertext.problem import Place
from refertext.rules.days.future_date import future_date
from refertext.rules.referrals.open_without_news import open_without_news
from refertext.rules.referrals.question_unanswered import question_unanswered
from refertext.rules.referrals.thanks_overdue import thanks_overdue
from refertext.rules.rule import Rule
from refertext.text import Source
from small import Files, day, gift, member, members

PEOPLE = members("kit", "lee", "pat") | member("gone", left="03-02")
FILE = "referrals/2026/g.yml"


def problems(rule: Rule, files: Files, as_of: str) -> list[tuple[str, Place]]:
    found = check(group_of(PEOPLE | files, day(as_of)), [rule])
    return [(one.problem.message, one.problem.place) for one in found]


WON = gift("g", "03-01", "kit", "lee", "lead", "03-05 won 5")
USEFUL = gift("g", "03-01", "kit", "lee", "lead", useful="yes")
ASKED = gift("g", "03-01", "kit", "lee", "lead", "03-05 ask by lee")
SILENT = gift("g", "03-01", "kit", "lee", "lead", "03-05 introduction")


@pytest.mark.parametrize(
    ("rule", "files", "last", "first", "message", "path"),
    [
        (
            thanks_overdue,
            WON,
            "03-19",
            "03-20",
            "Kit's lead of 2026-03-01 was won on 2026-03-05, and Lee has not thanked for it in public for 15 days",
            ("history", 0, "status"),
        ),
        (
            thanks_overdue,
            USEFUL,
            "03-15",
            "03-16",
            "Kit's lead of 2026-03-01 was useful, and Lee has not thanked for it in public for 15 days",
            ("useful",),
        ),
        (
            question_unanswered,
            ASKED,
            "03-12",
            "03-13",
            "Kit has not answered Lee's question of 2026-03-05 for 8 days: “n”",
            ("history", 0, "ask"),
        ),
        (
            open_without_news,
            SILENT,
            "03-19",
            "03-20",
            "Nothing has been heard for 15 days of Kit's introduction of 2026-03-01, which is in the hands of Lee",
            ("history", 0, "date"),
        ),
    ],
)
def test_the_last_day_in_time_and_the_first_one_after(
    rule: Rule, files: Files, last: str, first: str, message: str, path: tuple[str | int, ...]
) -> None:
    assert problems(rule, files, last) == []
    assert problems(rule, files, first) == [(message, Place(FILE, path))]


@pytest.mark.parametrize("giver", ["outside: a client of Lee", "gone"])
@pytest.mark.parametrize("rule", [thanks_overdue, open_without_news])
def test_who_is_no_member_does_not_wait(rule: Rule, giver: str) -> None:
    won = gift("g", "03-01", giver, "lee", "lead", "03-05 won 5")
    assert problems(rule, won | gift("h", "03-01", giver, "lee", "lead"), "06-30") == []


def test_several_who_took_it() -> None:
    thanked = gift("g", "03-01", "kit", "everyone", "lead", "03-05 won 5", taken_by=["lee", "pat"])
    ((message, _),) = problems(thanks_overdue, thanked, "03-20")
    assert message.endswith("and Lee and Pat have not thanked for it in public for 15 days")
    asked = gift("g", "03-01", "kit", "everyone", "lead", "03-05 ask by kit", taken_by=["lee", "pat"])
    ((message, _),) = problems(question_unanswered, asked, "03-20")
    assert message.startswith("Lee and Pat have not answered Kit's question")


@pytest.mark.parametrize(
    ("thanked", "as_of", "rules"),
    [
        ("03-06", "03-31", set()),
        ("04-06", "03-31", {"future-date"}),  # nobody is told to thank whose thanks are misdated
        (None, "03-31", {"thanks-overdue"}),
    ],
)
def test_thanks_of_a_day_that_has_not_come(thanked: str | None, as_of: str, rules: set[str]) -> None:
    files = PEOPLE | gift("g", "03-01", "kit", "lee", "lead", "03-05 won 5", **{"thanked": thanked} if thanked else {})
    assert {one.rule for one in check(group_of(files, day(as_of)), [thanks_overdue, future_date])} == rules


def test_looking_back_later_thanks_were_not_known() -> None:
    files = PEOPLE | gift("g", "03-01", "kit", "lee", "lead", "03-05 won 5", thanked="04-06")
    sources = [Source(name, text.encode()) for name, text in files.items()]
    group = load(sources, lambda _: day("05-01"), day("03-31"))
    assert {one.rule for one in check(group, [thanks_overdue, future_date])} == {"thanks-overdue"}
