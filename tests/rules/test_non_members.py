"""Who is named on many days on which they were no member is told once, in their own file."""

from __future__ import annotations

from typing import Any

import pytest

from refertext.check import check
from refertext.rules.registry import all_rules
from small import Files, gift, meeting, member, members, small

RULES = ("attendance-of-a-non-member", "met-a-non-member", "giver-not-member", "receiver-not-member")


def found(*files: Files) -> list[tuple[str, str]]:
    group = small(*files, as_of="06-30").group
    chosen = [all_rules()[name] for name in RULES]
    return [(finding.rule, finding.problem.message) for finding in check(group, chosen)]


def gifts(count: int) -> list[Files]:
    return [gift(f"g{number}", f"02-{number + 1:02}", "kit", "lee") for number in range(count)]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"joined": "03-01"}, "joined only on 2026-03-01"),
        ({"joined": None}, "has not joined yet"),
        ({"joined": "2025-01-01", "left": "2025-02-01"}, "left on 2025-02-01"),
    ],
)
def test_six_places_are_one_mistake(more: dict[str, Any], why: str) -> None:
    people = (members("lee"), member("kit", **more))
    assert found(*people, *gifts(5)) == [
        ("giver-not-member", f"Kit gave this on 2026-02-0{number}, but {why}") for number in range(1, 6)
    ]
    told = f"Kit {why}, though 6 places name them as a member before or after"
    assert found(*people, *gifts(6)) == [("giver-not-member", told)]
    came = meeting("w5", "01-29", attendance={"kit": "present"})
    assert found(*people, *gifts(5), came) == [("attendance-of-a-non-member", told)]


def test_of_others_it_is_told_as_before() -> None:
    people = (members("lee"), member("kit", joined="03-01"), member("sam", joined="03-01"))
    assert found(*people, *gifts(6), gift("g9", "02-20", "lee", "sam")) == [
        ("giver-not-member", "Kit joined only on 2026-03-01, though 6 places name them as a member before or after"),
        ("receiver-not-member", "Sam received this on 2026-02-20, but joined only on 2026-03-01"),
    ]


def test_where_the_name_of_the_file_says_another_day_nothing_is_told() -> None:
    files = gift("2026-03-05-kit-lee-a1b2", "2016-03-05", "kit", "lee")
    came = meeting("2026-03-05-group", "2016-03-05", attendance={"kit": "present"})
    assert found(members("kit", "lee"), files, came) == []
    assert len(found(members("kit", "lee"), gift("x", "2016-03-05", "kit", "lee"))) == 2
