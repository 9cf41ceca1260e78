"""Thanks, and what else receivers have to show: thanks, thanks-said, new-clients."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import YEAR, Files, gift, inputs, member, members, of, parts, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")


@pytest.mark.parametrize(
    ("gifts", "expected", "median"),
    [
        ([], ("nothing was received", 0, ""), None),
        ([gift("g", "03-02", "lee", "kit")], ("0", 1, ""), None),
        ([gift("g", "03-02", "lee", "kit", thanked="03-02")], ("1", 1, "g"), "0"),
        ([gift("g", "03-02", "lee", "kitty", thanked="03-31")], ("1", 1, "g"), "29"),
        ([gift("g", "03-02", "lee", "kit", thanked="04-01")], ("0", 1, ""), None),
        ([gift("g", "02-28", "lee", "kit", thanked="03-02")], ("nothing was received", 0, ""), None),
        (
            [
                gift("g1", "03-02", "lee", "kit", thanked="03-05"),
                gift("g2", "03-03", "outside: a friend", "kit", "lead", thanked="03-13"),
                gift("g3", "03-04", "lee", "kit", "referral", "03-05 won 10"),
                gift("g4", "03-05", "kit", "lee", thanked="03-06"),
            ],
            ("2/3", 3, "g1 g2"),
            "13/2",
        ),
        (
            [gift("g", "03-02", "lee", "everyone", "lead", taken_by=["kit", "ana"], thanked="03-05")],
            ("1", 1, "g"),
            "3",
        ),
        ([gift("g", "03-02", "lee", "everyone", "lead", thanked="03-05")], ("nothing was received", 0, ""), None),
    ],
)
def test_thanks(gifts: list[Files], expected: tuple[str, int, str], median: str | None) -> None:
    result = of(small(*PEOPLE, *gifts), "thanks", "kit", MARCH)
    assert told(result) == expected
    assert parts(result).get("median of days to thanks") == median
    assert inputs(result) == {"thanked": str(len(result.counted)), "received": str(result.n)}


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit", ("2", 2, "g2 g3")),
        ("lee", ("1", 1, "g4")),
        ("ana", ("1", 1, "g3")),
        ("group", ("4", 4, "g2 g3 g3 g4")),
    ],
)
def test_thanks_said(subject: str, expected: tuple[str, int, str]) -> None:
    """Counted by the day of the thanks; a lead that nobody took has nobody who said them."""
    known = small(
        *PEOPLE,
        gift("g1", "02-02", "lee", "kit", thanked="02-28"),
        gift("g2", "02-03", "lee", "kit", thanked="03-01"),
        gift("g3", "03-02", "lee", "everyone", "lead", taken_by=["kitty", "ana"], thanked="03-10"),
        gift("g4", "03-03", "outside: a friend", "lee", thanked="03-31"),
        gift("g5", "03-04", "lee", "everyone", "lead", thanked="03-10"),
        gift("g6", "03-05", "lee", "kit", thanked="04-01"),
        gift("g7", "03-06", "lee", "kit"),
        gift("g8", "03-07", "kit", "kit", thanked="03-10"),
    )
    assert told(of(known, "thanks-said", subject, MARCH)) == expected


BAKERY = {"prospects/bakery.yml": "alias: A bakery\nformer_ids: [old-bakery]\n"}


def won(id_: str, *days: str, to: str = "kit", giver: str = "lee", **more: str) -> Files:
    """What was given on the 2nd of January and won on some days."""
    return gift(id_, "01-02", giver, to, "referral", *(f"{on} won 10" for on in days), **more)


@pytest.mark.parametrize(
    ("gifts", "span", "expected"),
    [
        ([], MARCH, ("0", 0, "")),
        ([won("g", "03-05", prospect="bakery")], MARCH, ("1", 1, "g")),
        ([won("g", "03-05", "03-09")], MARCH, ("1", 1, "g")),
        ([won("g", "02-28", "03-09")], MARCH, ("0", 0, "")),
        ([won("g", "04-01")], MARCH, ("0", 0, "")),
        ([won("g1", "03-09", prospect="bakery"), won("g2", "03-05", prospect="old-bakery")], MARCH, ("1", 1, "g2")),
        ([won("g1", "02-09", prospect="bakery"), won("g2", "03-05", prospect="bakery")], MARCH, ("0", 0, "")),
        ([won("g1", "02-09", prospect="bakery"), won("g2", "03-05", prospect="bakery")], YEAR, ("1", 1, "g1")),
        (
            [won("g1", "03-05", about="The River  Bakery"), won("g2", "03-09", about="the river bakery")],
            MARCH,
            ("1", 1, "g1"),
        ),
        ([won("g1", "03-05", about="A bakery"), won("g2", "03-09", about="A school")], MARCH, ("2", 2, "g1 g2")),
        ([won("g1", "03-09"), won("g2", "03-05")], MARCH, ("2", 2, "g2 g1")),
        ([won("g1", "03-05", giver="outside: a friend")], MARCH, ("1", 1, "g1")),
        ([won("g1", "03-05", to="lee", giver="kit")], MARCH, ("0", 0, "")),
        ([gift("g", "03-02", "lee", "kit", "referral", "03-05 lost", "03-06 won 10")], MARCH, ("0", 0, "")),
    ],
)
def test_new_clients(gifts: list[Files], span: Window, expected: tuple[str, int, str]) -> None:
    assert told(of(small(BAKERY, *PEOPLE, *gifts), "new-clients", "kit", span)) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("kit", ("1", 1, "g2")), ("lee", ("2", 2, "g1 g3")), ("ana", ("0", 0, "")), ("group", ("2", 2, "g1 g3"))],
)
def test_new_clients_belong_to_the_receiver(subject: str, expected: tuple[str, int, str]) -> None:
    """The bakery is new to Kit and to Lee, though Ana won it in February; in the group it is one client."""
    known = small(
        BAKERY,
        *PEOPLE,
        won("g0", "02-05", to="ana", prospect="bakery"),
        won("g1", "03-05", to="lee", giver="kit", prospect="bakery"),
        won("g2", "03-06", prospect="bakery"),
        won("g3", "03-07", to="lee", giver="ana", about="A school"),
    )
    assert told(of(known, "new-clients", subject, MARCH)) == expected
