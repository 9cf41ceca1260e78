"""What kind of gifts they are: outside-share, qualified-share."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import YEAR, Files, gift, ids, inputs, members, of, small, told, window

PEOPLE = members("kit", "lee")
MARCH = window("03-01", "03-31")


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        ([], ("no gift says whether it is inside or outside", 0, "")),
        (["spin-off", None], ("no gift says whether it is inside or outside", 0, "")),
        (["outside"], ("1", 1, "g1")),
        (["inside"], ("0", 1, "")),
        (["outside", "inside", "spin-off", None, "outside"], ("2/3", 3, "g1 g5")),
    ],
)
def test_outside_share(tiers: list[str | None], expected: tuple[str, int, str]) -> None:
    gifts = [gift(f"g{n}", f"03-{n:02}", "kit", "lee", tier=tier) for n, tier in enumerate(tiers, start=1)]
    assert told(of(small(PEOPLE, *gifts), "outside-share", "kit")) == expected


def test_outside_share_of_the_group_is_of_what_members_gave() -> None:
    known = small(
        PEOPLE,
        gift("g1", "03-01", "kit", "lee", tier="outside"),
        gift("g2", "03-02", "lee", "kit", tier="inside"),
        gift("g3", "03-03", "lee", "everyone", "lead", tier="inside"),
        gift("g4", "03-04", "outside: a friend", "kit", tier="outside"),
        gift("g5", "04-01", "kit", "lee", tier="outside"),
    )
    result = of(known, "outside-share", "group", MARCH)
    assert told(result) == ("1/3", 3, "g1")
    assert (inputs(result), ids(result.among)) == ({"outside": "1", "inside": "2"}, "g1 g2 g3")
    assert told(of(known, "outside-share", "kit")) == ("1", 2, "g1 g5")


@pytest.mark.parametrize(
    ("gifts", "span", "expected"),
    [
        ([], YEAR, ("no referral was given", 0, "")),
        ([gift("g", "03-05", "kit", "lee", consent="03-02", level="1")], YEAR, ("1", 1, "g")),
        ([gift("g", "03-05", "kit", "lee", consent="03-02")], YEAR, ("0", 1, "")),
        ([gift("g", "03-05", "kit", "lee", level="4")], YEAR, ("0", 1, "")),
        ([gift("g", "03-05", "kit", "lee", consent="03-31", level="4")], MARCH, ("1", 1, "g")),
        ([gift("g", "03-05", "kit", "lee", consent="04-01", level="4")], MARCH, ("0", 1, "")),
        ([gift("g", "03-05", "kit", "lee", "lead", level="4")], YEAR, ("no referral was given", 0, "")),
        (
            [gift("g", "03-05", "kit", "lee", "lead", "03-31 referral", consent="03-31", level="2")],
            MARCH,
            ("1", 1, "g"),
        ),
        (
            [gift("g", "03-05", "kit", "lee", "lead", "04-01 referral", consent="03-31", level="2")],
            MARCH,
            ("no referral was given", 0, ""),
        ),
        (
            [
                gift("g1", "03-05", "kit", "lee", consent="03-02", level="5"),
                gift("g2", "03-06", "kit", "lee", "introduction"),
                gift("g3", "03-07", "kit", "lee"),
                gift("g4", "03-08", "kit", "lee", "referral", "03-09 returned", consent="03-08", level="1"),
            ],
            MARCH,
            ("2/3", 3, "g1 g4"),
        ),
    ],
)
def test_qualified_share(gifts: list[Files], span: Window, expected: tuple[str, int, str]) -> None:
    assert told(of(small(PEOPLE, *gifts), "qualified-share", "kit", span)) == expected
    assert told(of(small(PEOPLE, *gifts), "qualified-share", "group", span)) == expected


def test_qualified_share_of_the_group_is_of_what_members_gave() -> None:
    known = small(
        PEOPLE,
        gift("g1", "03-05", "outside: a friend", "lee"),
        gift("g2", "03-06", "lee", "kit", consent="03-02", level="5"),
    )
    result = of(known, "qualified-share", "group")
    assert (told(result), inputs(result)) == (("1", 1, "g2"), {"qualified": "1", "referrals": "1"})
