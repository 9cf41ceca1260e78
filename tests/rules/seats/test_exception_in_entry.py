"""Which entries of a seat try to leave something out, and what is to be written instead."""

from __future__ import annotations

import json

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Problem
from refertext.rules.seats.exception_in_entry import exception_in_entry


def found(member: dict[str, object]) -> list[Problem]:
    kit = json.dumps({"name": "Kit", "business": "B", **member}, ensure_ascii=False)
    group = group_of({"refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n", "members/kit.yml": kit})
    return [finding.problem for finding in check(group, [exception_in_entry])]


def in_seat(**sides: list[str]) -> list[Problem]:
    return found({"seat": {"category": "law", **sides}})


EXCEPTIONS = [
    ("everywhere except Boise", "leave “territory” out, which means everywhere, and write “excludes: [Boise]”"),
    ("Everywhere (except for Boise)", "leave “territory” out, which means everywhere, and write “excludes: [Boise]”"),
    ("all areas but Boise", "leave “territory” out, which means everywhere, and write “excludes: [Boise]”"),
    ("not Boise", "leave “territory” out, which means everywhere, and write “excludes: [Boise]”"),
    ("not in Boise or Nampa", "leave “territory” out, which means everywhere, and write “excludes: [Boise, Nampa]”"),
    ("Idaho without Boise", "keep “Idaho” here, and write “excludes: [Boise]”"),
    ("Idaho, excluding Boise & Nampa", "keep “Idaho” here, and write “excludes: [Boise, Nampa]”"),
    ("Idaho EXCLUDING Boise, Nampa, and Kuna.", "keep “Idaho” here, and write “excludes: [Boise, Nampa, Kuna]”"),
    ("Idaho other than Boise", "keep “Idaho” here, and write “excludes: [Boise]”"),
    ("Idaho but not Boise", "keep “Idaho” here, and write “excludes: [Boise]”"),
    ("Idaho, apart from the north", "keep “Idaho” here, and write “excludes: [north]”"),
    ("No Boise", "leave “territory” out, which means everywhere, and write “excludes: [Boise]”"),
]

NO_EXCEPTIONS = [
    "non-profit",
    "not-for-profit",
    "not for profits",
    "no-fault insurance",
    "no\u2011fault insurance",
    "No. 5",
    "No.5 and No. 6",
    "no 5",
    "doctors without borders",
    "employers without staff",
    "small but growing firms",
    "people not yet insured",
    "win no fee",
    "noodles",
    "knots",
    "exceptional goods",
    "except",
    "no",
    "not —",
    "everything but",
]


@pytest.mark.parametrize(("entry", "mend"), EXCEPTIONS)
def test_exceptions(entry: str, mend: str) -> None:
    (problem,) = in_seat(territory=[entry])
    assert problem.place.path == ("seat", "territory", 0)
    assert problem.mend == mend


@pytest.mark.parametrize("entry", NO_EXCEPTIONS)
def test_no_exceptions(entry: str) -> None:
    assert in_seat(clients=[entry, "women"], services=[entry], excludes=[entry, "everywhere except Boise"]) == []


@pytest.mark.parametrize("entry", ["loans without car loans", "everything without loans", "without loans"])
def test_without_takes_back_a_part(entry: str) -> None:
    assert [problem.place.path for problem in in_seat(services=["wills", entry])] == [("seat", "services", 1)]


def test_message() -> None:
    (problem,) = in_seat(clients=["employers, not schools"])
    assert problem.message == (
        "“employers, not schools” among clients does not leave out “schools”: seats are compared by their words, and "
        "“not” is one of them"
    )


def test_an_entry_that_is_but_an_exception_beside_others() -> None:
    (problem,) = in_seat(services=["wills", "no car loans"])
    assert problem.mend == "remove the entry, and write “excludes: [car loans]”"


def test_former_seats() -> None:
    former = {"category": "law", "territory": ["everywhere except Boise"], "until": "2026-01-31"}
    (problem,) = found({"joined": "2025-01-02", "former_seats": [former]})
    assert problem.place.path == ("former_seats", 0, "territory", 0)
