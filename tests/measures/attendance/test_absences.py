"""Counts at meetings: absences, equivalent-absences, consecutive-absences, lates, substitutes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from refertext.measures import Window
from small import inputs, meetings, member, members, of, parts, small, told, week

NONE: Mapping[str, Fraction] = {}
EXCUSED = {"excused": Fraction(1)}
THIRD = {"late": Fraction(1, 3)}
HALF = {"late": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("letters", "weights", "expected"),
    [
        ("PP", NONE, ("0", 2, "")),
        ("AAP", NONE, ("2", 3, "w1 w2")),
        ("A.CA", NONE, ("3", 3, "w1 w2 w4")),
        ("LSXP", NONE, ("0", 4, "")),
        ("LLA", THIRD, ("1", 3, "w1 w2 w3")),
        ("LLLA", THIRD, ("2", 4, "w1 w2 w3 w4")),
        ("LLLLLA", HALF, ("3", 6, "w1 w2 w3 w4 w5 w6")),
        ("XPXA", EXCUSED, ("3", 4, "w1 w3 w4")),
        ("XA", {"excused": Fraction(1, 2)}, ("3/2", 2, "w1 w2")),
        ("XX", {"excused": Fraction(1, 2)}, ("1", 2, "w1 w2")),
        ("LLLXA", THIRD | EXCUSED, ("3", 5, "w1 w2 w3 w4 w5")),
        ("SSA", {"substitute": Fraction(1, 2)}, ("2", 3, "w1 w2 w3")),
        ("LAL", {"late": Fraction(0)}, ("1", 3, "w2")),
        ("A", {"absent": Fraction(0)}, ("0", 1, "")),
        ("C", NONE, ("0", 0, "")),
    ],
)
def test_absences(letters: str, weights: Mapping[str, Fraction], expected: tuple[str, int, str]) -> None:
    result = of(small(members("kit"), meetings(kit=letters)), "absences", "kit", weights=weights)
    assert told(result) == expected
    assert isinstance(result.amount, int) is ("/" not in expected[0])


def test_absences_of_the_group() -> None:
    known = small(members("kit", "lee"), member("ana", "01-15"), meetings(kit="A.P", lee="PAA", ana="AAA"))
    assert told(of(known, "absences", "group")) == ("5", 7, "w1 w2 w2 w3 w3")


@pytest.mark.parametrize(
    ("letters", "weights", "expected", "k"),
    [
        ("PAP", NONE, ("1", 3, "w2"), "3"),
        ("LLA", NONE, ("1", 3, "w1 w2 w3"), "3"),
        ("LLLA", NONE, ("2", 4, "w1 w2 w3 w4"), "3"),
        ("LLLLLL.", NONE, ("3", 7, "w1 w2 w3 w4 w5 w6 w7"), "3"),
        ("LLL", HALF, ("1", 3, "w1 w2 w3"), "2"),
        ("LLLLA", HALF, ("3", 5, "w1 w2 w3 w4 w5"), "2"),
        ("LLLLLAA", {"late": Fraction(2, 5)}, ("4", 7, "w1 w2 w3 w4 w5 w6 w7"), "5/2"),
        ("XLLL", EXCUSED, ("2", 4, "w1 w2 w3 w4"), "3"),
        ("LLLA", {"late": Fraction(0)}, ("1", 4, "w4"), None),
        ("C", NONE, ("0", 0, ""), "3"),
    ],
)
def test_equivalent_absences(
    letters: str, weights: Mapping[str, Fraction], expected: tuple[str, int, str], k: str | None
) -> None:
    result = of(small(members("kit"), meetings(kit=letters)), "equivalent-absences", "kit", weights=weights)
    assert told(result) == expected
    assert inputs(result).get("k") == k


@pytest.mark.parametrize(
    ("letters", "weights", "expected", "still"),
    [
        ("PPL", NONE, ("0", 3, ""), "0"),
        ("AAPA", NONE, ("2", 4, "w1 w2"), "1"),
        ("AAPAA", NONE, ("2", 5, "w4 w5"), "2"),
        ("ASXA", NONE, ("2", 4, "w1 w4"), "2"),
        ("ALA", NONE, ("1", 3, "w3"), "1"),
        ("A.CA", NONE, ("3", 3, "w1 w2 w4"), "3"),
        ("AAPX", NONE, ("2", 4, "w1 w2"), "0"),
        ("AXA", EXCUSED, ("3", 3, "w1 w2 w3"), "3"),
        ("AXAP", {"excused": Fraction(1, 2)}, ("2", 4, "w1 w3"), "0"),
        ("LLA", {"late": Fraction(1)}, ("3", 3, "w1 w2 w3"), "3"),
        ("LAL", THIRD, ("1", 3, "w2"), "0"),
        ("XSX", NONE, ("0", 3, ""), "0"),
        ("C", NONE, ("0", 0, ""), "0"),
    ],
)
def test_consecutive_absences(
    letters: str, weights: Mapping[str, Fraction], expected: tuple[str, int, str], still: str
) -> None:
    result = of(small(members("kit"), meetings(kit=letters)), "consecutive-absences", "kit", weights=weights)
    assert told(result) == expected
    assert parts(result) == {"still running": still}


def test_runs_are_looked_for_within_the_window_and_the_membership() -> None:
    known = small(member("kit", leave=[("01-15", "01-15")]), meetings(kit="AAAAA"))
    assert told(of(known, "consecutive-absences", "kit")) == ("4", 4, "w1 w2 w4 w5")
    assert told(of(known, "consecutive-absences", "kit", Window(week(2), week(4)))) == ("2", 2, "w2 w4")


@pytest.mark.parametrize(
    ("letters", "late", "substituted", "share"),
    [
        ("LPLA", ("2", 4, "w1 w3"), ("0", 4, ""), {"share of meetings": "0"}),
        ("SLSX", ("1", 4, "w2"), ("2", 4, "w1 w3"), {"share of meetings": "1/2"}),
        ("SCP.", ("0", 3, ""), ("1", 3, "w1"), {"share of meetings": "1/3"}),
        ("C", ("0", 0, ""), ("0", 0, ""), {}),
    ],
)
def test_lates_and_substitutes(
    letters: str, late: tuple[str, int, str], substituted: tuple[str, int, str], share: dict[str, str]
) -> None:
    known = small(members("kit"), meetings(kit=letters))
    assert told(of(known, "lates", "kit")) == late
    assert told(of(known, "substitutes", "kit")) == substituted
    assert parts(of(known, "substitutes", "kit")) == share
