"""A file that cannot be read is named; nobody is reminded of what may stand in it."""

from __future__ import annotations

from random import Random

import pytest

from conftest import HERE, group_of, texts_of
from refertext.check import check
from refertext.group import Group
from refertext.insights.debts.due import debts
from small import ON_RECORD

ROOT = HERE.parent
SAMPLED = 60
QUIET = frozenset(
    {
        "at-risk",
        "floor-missed",
        "newcomer-drifting",
        "one-to-one-overdue",
        "out-of-balance",
        "review-overdue",
        "stagnating",
        "waiver-unused",
    }
)
TOPICS = frozenset({"evaluations", "newcomers", "one-to-ones", "reviews", "shortfalls", "stagnation"})
TEXTS = {file: text for file, text in texts_of(ROOT).items() if file.count("/") or file == "refertext.yml"}
RECORDS = sorted(file for file in TEXTS if file != "refertext.yml")
OF_ONE_PARTNERSHIP = [file for file in RECORDS if "lee-ortiz" in file and "maya-stone" in file]

MEMBERS = {
    "refertext.yml": "group: Harbour\ntimezone: America/Denver\ncurrency: USD\n",
    "members/kit.yml": "name: Kit\nbusiness: Loans\njoined: 2025-01-09\n",
    "members/lee.yml": "name: Lee\nbusiness: Pay\njoined: 2025-01-09\n",
    "members/pat.yml": "name: Pat\nbusiness: Rent\njoined: 2025-01-09\n",
    "members/sam.yml": "name: Sam\nbusiness: Signs\njoined: 2026-01-15\n",
}
REVIEWED = """
between: [kit, lee]
since: 2025-11-03
reviews:
  every: 1 month
cycles:
  - from: 2025-11-03
    until: 2025-12-31
    promise:
      kit: 1
    evaluated:
      date: 2026-01-05
"""
COMMITMENTS = """
title: Show up
adopted: 2025-01-09
commitments:
  - measure: one-to-ones
    at_least: 1
    over: 2 months
    with: each power partner
  - measure: leads
    at_least: 1
    over: 2 months
    who: sam
"""
SMALL = (
    MEMBERS
    | ON_RECORD
    | {
        "partnerships/kit--lee.yml": REVIEWED,
        "partnerships/kit--pat.yml": "between: [kit, pat]\nsince: 2025-11-03\n",
        "partnerships/lee--pat.yml": "between: [lee, pat]\nsince: 2025-11-03\nkind: power\n",
        "agreements/show-up.yml": COMMITMENTS,
    }
)
STAGNATING = ("partnerships/kit--pat.yml", "stagnating")
REVIEW = ("partnerships/kit--lee.yml", "review-overdue")
PROMISE = ("partnerships/kit--lee.yml", "floor-missed")
MET = ("members/lee.yml", "one-to-one-overdue")
LEADS = ("members/sam.yml", "floor-missed")
DRIFTS = ("members/sam.yml", "newcomer-drifting")
ALL = {STAGNATING, REVIEW, PROMISE, MET, LEADS, DRIFTS}


def broken(texts: dict[str, str], file: str) -> dict[str, str]:
    return texts | {file: f"bad: [\n{texts.get(file, '')}"}


def reminders(group: Group) -> set[tuple[str, str]]:
    return {(f.problem.place.file, f.rule) for f in check(group) if f.rule in QUIET}


def owed(group: Group) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.topic, one.by) for one in debts(group) if one.topic in TOPICS}


BEFORE = group_of(TEXTS)


@pytest.mark.parametrize("file", sorted({*Random(7).sample(RECORDS, SAMPLED), *OF_ONE_PARTNERSHIP}))
def test_no_file_of_the_sample_sets_off_a_reminder_when_it_cannot_be_read(file: str) -> None:
    after = group_of(broken(TEXTS, file))
    assert reminders(after) <= reminders(BEFORE)
    assert owed(after) <= owed(BEFORE)


@pytest.mark.parametrize(
    ("file", "silent"),
    [
        ("referrals/2025/2025-12-10-kit-lee-a1b2.yml", {PROMISE}),
        ("referrals/2026/2025-06-20-kit-lee-a1b2.yml", set()),  # before the cycle
        ("referrals/2026/2025-06-20-kit-pat-a1b2.yml", {STAGNATING}),  # it may have a history
        ("referrals/2026/2026-02-10-sam-lee-a1b2.yml", {LEADS, DRIFTS}),
        ("referrals/2025/2025-06-10-sam-lee-a1b2.yml", set()),
        ("referrals/2025/2025-12-10-kit-everyone-a1b2.yml", {STAGNATING, PROMISE}),
        ("referrals/2026/2026-02-10-brewery.yml", {STAGNATING, LEADS, DRIFTS}),
        ("referrals/2026/sam-lee-a1b2.yml", {LEADS, DRIFTS}),
        ("referral/2025-06-10-kit-lee-a1b2.yml", {STAGNATING, PROMISE, LEADS, DRIFTS}),
        ("meetings/2026/2026-02-20-lee-kit-c3d4.md", {REVIEW}),
        ("meetings/2026/2026-02-20-lee-kit.md", {REVIEW}),
        ("meetings/2026/2026-02-20-pat-kit.md", {STAGNATING}),
        ("meetings/2026/2026-02-20-pat-lee.md", {MET}),
        ("meetings/2025/2025-06-20-lee-kit-c3d4.md", set()),
        ("meetings/2026/2026-02-20-lee-sam-c3d4.md", set()),
        ("meetings/2026/2026-02-20-review.md", {STAGNATING, REVIEW, MET}),
        ("meetings/2026/2026-02-19-group.md", set()),
        ("members/tom.yml", set()),
        ("partnerships/lee--pat.yml", {MET}),
    ],
)
def test_reminders_are_silent_for_whom_and_when_the_file_may_be_about(file: str, silent: set[tuple[str, str]]) -> None:
    assert reminders(group_of(SMALL)) == ALL
    assert reminders(group_of(broken(SMALL, file))) == ALL - silent


WAIVERS = """waivers:
  - rule: same-seat
    file: members/kit.yml
    why: voted
    until: 2027-03-05
  - rule: range-backwards
    file: members/lee.yml
    why: mended next week
    until: 2027-03-05
"""


@pytest.mark.parametrize(("file", "count"), [(None, 2), ("members/sam.yml", 1), ("members/lee.yml", 0)])
def test_exceptions_that_cover_nothing_wait_where_another_file_matters(file: str | None, count: int) -> None:
    texts = SMALL | {"refertext.yml": MEMBERS["refertext.yml"] + WAIVERS}
    found = check(group_of(broken(texts, file) if file else texts))
    assert sum(finding.rule == "waiver-unused" for finding in found) == count
