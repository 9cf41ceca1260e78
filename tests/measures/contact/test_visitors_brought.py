"""Whom members bring along: visitors, visitor-conversion."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import Files, inputs, meeting, member, members, of, parts, small, told, window

PEOPLE = (member("kit", former=["kitty"]), members("lee"))
MARCH = window("03-01", "03-31")
NO_VISITOR = "there was no visitor"


def visit(id_: str, on: str, *names: str, cancelled: str = "no") -> Files:
    """A meeting with visitors, each written `Dana Wolfe by kit`."""
    guests = [name.partition(" by ") for name in names]
    visitors = [{"name": name} | ({"invited_by": by} if by else {}) for name, _, by in guests]
    return meeting(id_, on, visitors=visitors, cancelled=cancelled)


VISITS = (
    visit("m1", "02-26", "Dana Wolfe by kit"),
    visit("m2", "03-01", "Dana Wolfe by kit", "Cy Dorn by lee"),
    visit("m3", "03-05", "Eli Falk by kitty", "Fay Gold"),
    visit("m4", "03-12", "Gus Hale by kit", cancelled="yes"),
    visit("m5", "03-31", "dana  wolfe by kit", "Cy Dorn by kit"),
    visit("m6", "04-02", "Gus Hale by kit"),
)


@pytest.mark.parametrize(
    ("subject", "expected", "different"),
    [
        ("kit", ("4", 4, "m2 m3 m5 m5"), "3"),
        ("lee", ("1", 1, "m2"), "1"),
        ("nobody", ("0", 0, ""), "0"),
        ("group", ("6", 6, "m2 m2 m3 m3 m5 m5"), "4"),
    ],
)
def test_visitors(subject: str, expected: tuple[str, int, str], different: str) -> None:
    result = of(small(*PEOPLE, *VISITS), "visitors", subject, MARCH)
    assert told(result) == expected
    assert parts(result) == {"different visitors": different}


@pytest.mark.parametrize(
    ("dana", "span", "expected"),
    [
        ([], MARCH, ("0", 3, "")),
        ([member("dana", "03-01", name="Dana Wolfe")], MARCH, ("1/3", 3, "m2")),
        ([member("dana", "03-31", name="DANA WOLFE")], MARCH, ("1/3", 3, "m2")),
        ([member("dana", "04-01", name="Dana Wolfe")], MARCH, ("0", 3, "")),
        ([member("dana", "02-28", name="Dana Wolfe")], MARCH, ("0", 3, "")),
        ([member("dana", None, name="Dana Wolfe")], MARCH, ("0", 3, "")),
        ([member("dana", "03-09", name="Dana Wolf")], MARCH, ("0", 3, "")),
        ([member("dana", "03-09", left="03-20", name="Dana Wolfe")], MARCH, ("1/3", 3, "m2")),
        ([member("dana", "05-01", earlier=[("03-09", "04-20")], name="Dana Wolfe")], MARCH, ("1/3", 3, "m2")),
        ([member("dana", "03-09", earlier=[("2025-01-01", "2025-12-31")], name="Dana Wolfe")], MARCH, ("1/3", 3, "m2")),
        (
            [member("dana", "2025-01-01", name="Dana Wolfe"), member("wolfe", "03-09", name="Dana Wolfe")],
            MARCH,
            ("1/3", 3, "m2"),
        ),
        ([member("cy", "03-31", name="Cy Dorn"), member("eli", "03-06", name="Eli Falk")], MARCH, ("2/3", 3, "m3 m5")),
        ([], window("03-06", "03-12"), (NO_VISITOR, 0, "")),
    ],
)
def test_visitor_conversion(dana: list[Files], span: Window, expected: tuple[str, int, str]) -> None:
    """Kit brought Dana, Eli and Cy in March; Dana came for the first time on the 1st."""
    result = of(small(*PEOPLE, *dana, *VISITS), "visitor-conversion", "kit", span)
    assert told(result) == expected
    assert inputs(result) == {"joined": str(len(result.counted)), "different visitors": str(result.n)}


@pytest.mark.parametrize(
    ("subject", "expected"), [("lee", ("1", 1, "m2")), ("kit", ("0", 3, "")), ("group", ("1/4", 4, "m2"))]
)
def test_who_brought_them_first(subject: str, expected: tuple[str, int, str]) -> None:
    """Cy joined between the visit with Lee and the one with Kit."""
    known = small(*PEOPLE, member("cy", "03-20", name="Cy Dorn"), *VISITS)
    assert told(of(known, "visitor-conversion", subject, MARCH)) == expected
