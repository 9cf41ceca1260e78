"""Findings get their lines and columns: every file is read once, and nothing grows beyond what people read."""

from __future__ import annotations

from collections import Counter
from datetime import date

from conftest import group_of
from refertext.check import Finding
from refertext.problem import Place, Problem, See, Severity
from refertext.reports.escape import MOST_CHARACTERS
from refertext.reports.located import report

GROUP = group_of({"refertext.yml": "group: Harbour\ntimezone: UTC\ncurrency: USD\n"}, date(2026, 3, 11))
TEXTS = {"b.yml": "a: b\nc: d\n", "a.yml": "a: b\nc: d\ne: f\n"}


def finding(file: str, key: str, rule: str = "rule", message: str = "message", *see: See) -> Finding:
    return Finding(rule, Severity.ERROR, Problem(message, Place(file, (key,)), message, see))


def test_findings_stand_in_order_of_file_line_column_and_rule() -> None:
    found = [finding("b.yml", "a"), finding("a.yml", "e"), finding("a.yml", "a", "z"), finding("a.yml", "a", "y")]
    located = report(GROUP, found, TEXTS.get).findings
    assert [(one.spot.file, one.spot.span.line, one.rule) for one in located] == [
        ("a.yml", 1, "y"),
        ("a.yml", 1, "z"),
        ("a.yml", 3, "rule"),
        ("b.yml", 1, "rule"),
    ]


def test_every_file_is_read_once() -> None:
    asked: Counter[str] = Counter()

    def read(file: str) -> str | None:
        asked[file] += 1
        return TEXTS.get(file)

    see = See("here", Place("b.yml", ("c",)))
    report(
        GROUP, [finding("a.yml", "a", "rule", "message", see), finding("a.yml", "c"), finding("gone.yml", "c")], read
    )
    assert asked == {"a.yml": 1, "b.yml": 1, "gone.yml": 1}


def test_a_file_that_is_gone_is_shown_without_a_line() -> None:
    (one,) = report(GROUP, [finding("gone.yml", "a")], TEXTS.get).findings
    assert (one.spot.span.line, one.spot.span.column, one.spot.span.excerpt) == (1, 1, "")


def test_sentences_are_no_longer_than_people_read() -> None:
    see = See("x" * 10_000, Place("b.yml", ("c",)))
    (one,) = report(GROUP, [finding("a.yml", "a", "rule", "y" * 10_000, see)], TEXTS.get).findings
    assert max(map(len, (one.spot.message, one.help, one.see[0].message))) <= MOST_CHARACTERS + 3


def test_counts() -> None:
    found = report(GROUP, [finding("a.yml", "a")], TEXTS.get)
    assert [found.count(severity) for severity in Severity] == [1, 0, 0]
    assert found.as_of == date(2026, 3, 11)
    assert set(found.records.values()) == {0}
