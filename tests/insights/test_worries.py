"""What there is to worry about in partnerships."""

from __future__ import annotations

import pytest

from refertext.insights.partners.worries import worries
from small import Files, gift, members, partnership, small, talk

SPRING = ("03-01", "03-31", {"kit": 2})


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        ([partnership("kit", "lee", "01-01", SPRING)], "03-10", ()),
        (
            [partnership("kit", "lee", "01-01", SPRING)],
            "03-20",
            ("at risk: Kit promised Lee 2 referrals by 2026-03-31 and gave none",),
        ),
        (
            [partnership("kit", "lee", "01-01", SPRING), gift("g", "03-05", "kit", "lee", consent="03-05")],
            "04-01",
            ("missed: Kit gave Lee 1 of 2 promised by 2026-03-31",),
        ),
        ([partnership("kit", "lee", "01-01")], "03-31", ()),
        ([partnership("kit", "lee", "01-01")], "04-01", ("asleep: nothing is recorded between them since 2026-01-01",)),
        (
            [partnership("kit", "lee", "01-01", every="1 month"), talk("t", "02-10", "kit", "lee")],
            "02-12",
            ("not reviewed: that was due on 2026-02-01",),
        ),
        (
            [partnership("kit", "lee", "01-01"), *(gift(f"g{n}", f"01-1{n}", "kit", "lee") for n in range(5))],
            "02-01",
            ("out of balance: Kit gave 5, Lee gave 0 in 12 months",),
        ),
    ],
)
def test_what_there_is_to_worry_about(files: list[Files], as_of: str, expected: tuple[str, ...]) -> None:
    found = worries(small(members("kit", "lee"), *files, as_of=as_of).group)
    assert found.get("partnerships/kit--lee.yml", ()) == expected
