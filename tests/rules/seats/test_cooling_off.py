"""Who comes back waits for the group's time, under whatever id; `fit` counts the same days."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import group_of
from refertext.group import Group
from refertext.insights.matches.fit import fit
from refertext.problem import Problem
from refertext.rules.seats.cooling_off import cooling_off
from small import Files, day, member

ALUMNA = member("grace-lindqvist", "2025-01-01", name="Grace Lindqvist", left="2025-05-28")


def grace(joined: str | None, name: str = "grace  LINDQVIST", **keys: Any) -> Files:
    return member("grace-l", joined, name=name, **keys)


def found(group: Group) -> list[Problem]:
    assert cooling_off.find
    return list(cooling_off.find(group))


def known(files: Files, wait: str = "6 months") -> Group:
    settings = f"group: G\ntimezone: UTC\ncurrency: USD\ncooling_off: {wait}\n"
    return group_of({"refertext.yml": settings} | files, day("03-11"))


EARLIER: Any = {"earlier": [("2024-01-01", "2025-01-31")]}
FOUND = [
    (ALUMNA | grace("2025-11-01"), "members/grace-lindqvist.yml", ("left",)),
    (ALUMNA | grace("2025-11-27"), "members/grace-lindqvist.yml", ("left",)),
    (ALUMNA | grace("2025-11-01", **EARLIER), "members/grace-lindqvist.yml", ("left",)),
    (grace("2025-07-30", **EARLIER), "members/grace-l.yml", ("earlier", 0, "left")),
    (ALUMNA | grace("2025-07-30", "Other", **EARLIER), "members/grace-l.yml", ("earlier", 0, "left")),
]


@pytest.mark.parametrize(("files", "file", "path"), FOUND)
def test_came_back_too_soon(files: Files, file: str, path: tuple[str | int, ...]) -> None:
    seen = [(see.place.file, see.place.path) for problem in found(known(files)) for see in problem.precedents]
    assert seen == [(file, path)]


@pytest.mark.parametrize(
    ("files", "wait"),
    [
        (ALUMNA | grace("2025-11-28"), "6 months"),
        (ALUMNA | grace("2025-11-01"), "5 months"),
        (ALUMNA | grace("2025-11-01"), ""),
        (ALUMNA | grace(None), "6 months"),
        (ALUMNA | grace("2025-11-01", "Grace Lind"), "6 months"),
        (ALUMNA | grace("2025-05-28"), "6 months"),
        (grace("2025-11-01", left="2025-10-01"), "6 months"),
        (grace("2025-11-01", earlier=[("2025-12-01", "2025-10-01")]), "6 months"),
        (grace("2025-11-01", earlier=[("2025-11-01", "2026-01-01")]), "6 months"),
    ],
)
def test_came_back_in_time(files: Files, wait: str) -> None:
    assert not found(known(files, wait))


def test_fit_and_check_name_the_same_first_day() -> None:
    applies = fit(known(ALUMNA | grace(None)), "grace-l")
    (problem,) = found(known(ALUMNA | grace("2025-11-27")))
    assert (str(applies.left), str(applies.may_return)) == ("2025-05-28", "2025-11-28")
    assert "write a day from 2025-11-28 on" in problem.mend
