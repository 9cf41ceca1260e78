from __future__ import annotations

import json

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.rule import Rule
from refertext.rules.seats.entry_without_words import entry_without_words
from refertext.rules.seats.seat_contradicts_itself import seat_contradicts_itself

SETTINGS = "group: G\ntimezone: UTC\ncurrency: USD\nsame_words: [[home loans, house finance]]\n"


def found(rule: Rule, **seat: list[str]) -> list[Path]:
    kit = json.dumps({"name": "Kit", "business": "B", "seat": {"category": "law", **seat}}, ensure_ascii=False)
    group = group_of({"refertext.yml": SETTINGS, "members/kit.yml": kit})
    return [finding.problem.place.path for finding in check(group, [rule])]


@pytest.mark.parametrize(
    ("entry", "count"),
    [("payroll", 0), ("B2B", 0), ("日本", 0), ("&", 1), ("-", 1), ("…", 1), ("🚲", 1), ("n/a", 1), ("None", 1)],
)
@pytest.mark.parametrize("side", ["services", "clients", "territory", "excludes"])
def test_words(side: str, entry: str, count: int) -> None:
    assert found(entry_without_words, **{side: ["advice", entry]}) == [("seat", side, 1)] * count


def test_words_of_a_former_seat() -> None:
    former = {"category": "law", "clients": ["tbd"], "until": "2026-01-31"}
    kit = json.dumps({"name": "Kit", "business": "B", "joined": "2025-01-02", "former_seats": [former]})
    findings = check(group_of({"refertext.yml": SETTINGS, "members/kit.yml": kit}), [entry_without_words])
    assert [finding.problem.place.path for finding in findings] == [("former_seats", 0, "clients", 0)]


@pytest.mark.parametrize(
    ("seat", "mend"),
    [
        ({"clients": ["none"]}, "name what is meant, or leave “clients” out, which means everybody"),
        ({"territory": ["Boise", "-"]}, "name what is meant, or remove the entry"),
        ({"excludes": ["none"]}, "name what is meant, or remove the entry"),
    ],
)
def test_mend_of_an_entry_without_words(seat: dict[str, list[str]], mend: str) -> None:
    kit = json.dumps({"name": "Kit", "business": "B", "seat": {"category": "law", **seat}})
    (finding,) = check(group_of({"refertext.yml": SETTINGS, "members/kit.yml": kit}), [entry_without_words])
    assert finding.problem.mend == mend


@pytest.mark.parametrize(
    ("services", "excludes", "count"),
    [
        ("payroll", "payroll", 1),
        ("Payrolls", "payroll", 1),
        ("home loans", "loans", 1),
        ("home loans", "house finance", 1),
        ("loans", "home loans", 0),
        ("loans", "pensions", 0),
        ("—", "—", 0),
    ],
)
def test_what_is_named_and_excluded(services: str, excludes: str, count: int) -> None:
    for side in ("services", "clients", "territory"):
        places = found(seat_contradicts_itself, **{side: ["advice", services], "excludes": ["wills", excludes]})
        assert places == [("seat", "excludes", 1)] * count
