from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.days.future_date import future_date

REFERRAL = "referrals/2026/x.yml: {kind: lead, date: 2026-03-02, from: kit-larsen, to: brian-cho, about: a, "
GROUP = "meetings/2026/x.yml: {kind: group, "
MEMBER = "members/pat.yml: {name: Pat, business: Roe Roofing, "
AGREEMENT = "agreements/x.yml: {title: T, "
PROSPECT = "prospects/x.yml: {alias: A, "
PARTNERSHIP = "partnerships/x.yml: {between: [brian-cho, lee-ortiz], "


def paths(cast: dict[str, str], record: str) -> list[Path]:
    file, text = record.split(": ", 1)
    return [finding.problem.place.path for finding in check(group_of(cast | {file: text}), [future_date])]


@pytest.mark.parametrize(
    "record",
    [
        REFERRAL + "history: [{date: 2026-03-11}], thanked: {date: 2026-03-11}, evaluation: {went_well: w}}",
        GROUP + "date: 2026-03-12, next: 2026-03-19}",
        GROUP + "date: 2026-03-12, attendance: {lee-ortiz: {status: absent, notice: 2026-03-11}, kit-larsen: excused}}",
        GROUP + "date: 2026-03-12, cancelled: yes, actions: [{who: kit-larsen, what: w, due: 2026-03-20}]}",
        "meetings/2026/x.yml: {kind: one-to-one, date: 2026-03-12, cancelled: yes, between: [kit-larsen, lee-ortiz]}",
        MEMBER + "joined: 2026-03-12, left: {date: 2026-12-31}, leave: [{from: 2026-04-01, until: 2026-05-01}]}",
        MEMBER + "manager: none}",
        AGREEMENT + "adopted: 2026-03-12, changed: 2026-03-13, ended: 2026-12-31}",
        PARTNERSHIP + "since: 2026-03-12, cycles: [{from: 2026-04-01, until: 2026-04-30}], balance: {brian-cho: 1}}",
        PARTNERSHIP + "since: 2026-03-01, action_plan: [{what: w, by: brian-cho, due: 2026-04-01}]}",
        PROSPECT + "consent: {date: 2026-03-11}}",
    ],
)
def test_what_may_lie_ahead(cast: dict[str, str], record: str) -> None:
    assert paths(cast, record) == []


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ("referrals/2026/x.yml: {kind: lead, date: 2026-03-12, from: a, to: b}", ("date",)),
        (REFERRAL + "consent: {date: 2026-03-12}}", ("consent", "date")),
        (REFERRAL + "history: [{date: 2026-03-09}, {date: 2026-03-12}]}", ("history", 1, "date")),
        (REFERRAL + "thanked: {date: 2026-03-12}, history: [{date: 2026-03-09}]}", ("thanked", "date")),
        (REFERRAL + "evaluation: {date: 2026-03-12}}", ("evaluation", "date")),
        (GROUP + "date: 2026-03-12, attendance: {lee-ortiz: late}}", ("date",)),
        (GROUP + "date: 2026-03-12, presented: [lee-ortiz]}", ("date",)),
        ("meetings/2026/x.yml: {kind: review, date: 2026-03-12, between: [kit-larsen, lee-ortiz]}", ("date",)),
        (
            GROUP + "date: 2026-03-12, attendance: {lee-ortiz: {status: absent, notice: 2026-03-12}}}",
            ("attendance", "lee-ortiz", "notice"),
        ),
        (
            GROUP + "date: 2026-03-05, actions: [{who: kit-larsen, what: w, done: 2026-03-12}]}",
            ("actions", 0, "done"),
        ),
        (
            MEMBER + "seat: {category: c, consents: [{by: lee-ortiz, date: 2026-03-12}]}}",
            ("seat", "consents", 0, "date"),
        ),
        (MEMBER + "path: [{date: 2026-03-12, how: lunch}]}", ("path", 0, "date")),
        (MEMBER + "signed: {show-up: 2026-03-12}}", ("signed", "show-up")),
        (MEMBER + "manager: {informed: 2026-03-12}}", ("manager", "informed")),
        (
            AGREEMENT + "adopted: 2026-03-01, concerns: [{raised: 2026-03-12, by: kit-larsen}]}",
            ("concerns", 0, "raised"),
        ),
        (
            AGREEMENT + "adopted: 2026-03-01, concerns: [{raised: 2026-03-01, settled: 2026-03-12, by: kit-larsen}]}",
            ("concerns", 0, "settled"),
        ),
        (PROSPECT + "consent: {date: 2026-03-12}}", ("consent", "date")),
        (
            PROSPECT + "joint: {lead: kit-larsen, history: [{date: 2026-03-12, status: s}]}}",
            ("joint", "history", 0, "date"),
        ),
        (
            PARTNERSHIP + "since: 2026-03-01, gain: {brian-cho: {why: w, agreed: 2026-03-12}}}",
            ("gain", "brian-cho", "agreed"),
        ),
        (PARTNERSHIP + "since: 2026-03-01, fit: {brian-cho: {asked: 2026-03-12}}}", ("fit", "brian-cho", "asked")),
        (PARTNERSHIP + "since: 2026-03-01, balance: {agreed: 2026-03-12}}", ("balance", "agreed")),
        (PARTNERSHIP + "since: 2026-03-01, explained: {brian-cho: 2026-03-12}}", ("explained", "brian-cho")),
        (
            PARTNERSHIP + "since: 2026-03-01, action_plan: [{what: w, by: brian-cho, done: 2026-03-12}]}",
            ("action_plan", 0, "done"),
        ),
        (
            PARTNERSHIP
            + "since: 2026-03-01, cycles: [{from: 2026-03-01, until: 2026-03-09, evaluated: {date: 2026-03-12}}]}",
            ("cycles", 0, "evaluated", "date"),
        ),
    ],
)
def test_what_cannot_have_happened(cast: dict[str, str], record: str, path: Path) -> None:
    assert paths(cast, record) == [path]


def test_only_the_first_day_of_a_record_is_told(cast: dict[str, str]) -> None:
    record = REFERRAL.replace("2026-03-02", "2026-03-12") + "thanked: {date: 2026-03-13}}"
    assert paths(cast, record) == [("date",)]


@pytest.mark.parametrize("pin", ["", "as_of: 2026-03-11\n"])
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2026-03-01", "2026-03-11"),
        ("2026-03-08", "2026-03-11"),
        ("2026-03-10", "2026-03-11"),
        ("2026-03-11", "2026-03-11"),
        ("2026-03-12", "2026-03-12"),
        ("2026-03-13", None),
    ],
)
def test_looking_back_and_ahead(cast: dict[str, str], pin: str, asked: str, told: str | None) -> None:
    """The day it is decides, pinned or not, however far somebody looks back."""
    texts = cast | {
        "refertext.yml": cast["refertext.yml"].replace("as_of: 2026-03-11\n", pin),
        "referrals/2026/x.yml": "{kind: lead, date: 2026-03-02, from: kit-larsen, to: brian-cho, about: a, "
        "history: [{date: 2026-03-09}, {date: 2026-03-13}]}",
    }
    findings = check(group_of(texts, date.fromisoformat(asked)), [future_date])
    expected = [f"This entry is dated 2026-03-13, a day that has not come yet (as of {told})"] if told else []
    assert [finding.problem.message for finding in findings] == expected
