from __future__ import annotations

import pytest

from refertext.insights.debts.one_to_ones import unmet
from small import ON_RECORD, Files, member, members, partnership, small, talk

EACH = "measure: one-to-ones, at_least: 1, every: quarter, with: each member"
OFTEN = "measure: one-to-ones, at_least: 1, every: month, with: each power partner"


def agreed(*commitments: str) -> Files:
    said = ", ".join(f"{{{commitment}}}" for commitment in commitments)
    return {"agreements/rule.yml": f"{{title: Our rule, adopted: 2026-01-01, commitments: [{said}]}}"} | ON_RECORD


def power(one: str, other: str) -> Files:
    return {name: f"{text}kind: power\n" for name, text in partnership(one, other, "01-01").items()}


def owed(*files: Files, as_of: str) -> list[str]:
    found = unmet(small(members("kit", "lee", "pat"), *files, as_of=as_of).group)
    return [f"{str(one.owed.due)[5:]}: {one.owed.do}" for one in found]


MARCH = talk("a", "03-05", "lee", "kit") | talk("b", "03-05", "kit", "pat") | talk("c", "03-05", "lee", "pat")


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        (agreed(EACH), "03-30", []),  # too early
        (
            agreed(EACH),
            "04-10",
            [
                "03-31: Arrange a one-to-one between Kit and Lee",
                "03-31: Arrange a one-to-one between Kit and Pat",
                "03-31: Arrange a one-to-one between Lee and Pat",
            ],
        ),
        # who met since is not asked again
        (
            agreed(EACH) | talk("a", "04-02", "pat", "kit") | talk("b", "04-02", "lee", "pat"),
            "04-10",
            ["03-31: Arrange a one-to-one between Kit and Lee"],
        ),
        # kept, and at risk past the middle of the next quarter
        (agreed(EACH) | MARCH, "05-15", []),
        (
            agreed(EACH) | MARCH | talk("d", "05-05", "kit", "pat"),
            "05-16",
            [
                "06-30: Arrange a one-to-one between Kit and Lee",
                "06-30: Arrange a one-to-one between Lee and Pat",
            ],
        ),
        # of two commitments the one that is due first
        (
            agreed(EACH, OFTEN) | power("lee", "kit") | MARCH,
            "05-20",
            [
                "04-30: Arrange a one-to-one between Kit and Lee",
                "06-30: Arrange a one-to-one between Kit and Pat",
                "06-30: Arrange a one-to-one between Lee and Pat",
            ],
        ),
        (
            agreed("measure: one-to-ones, at_least: 2, over: 8 weeks, with: each member, who: pat"),
            "03-10",
            ["03-10: Arrange 2 one-to-ones between Kit and Pat", "03-10: Arrange 2 one-to-ones between Lee and Pat"],
        ),
        (agreed("measure: leads, at_least: 1, every: quarter, with: each member"), "04-10", []),
        (agreed("measure: one-to-ones, at_least: 1, every: quarter"), "04-10", []),
    ],
)
def test_one_to_ones_that_are_owed(files: Files, as_of: str, expected: list[str]) -> None:
    assert owed(files, as_of=as_of) == expected


@pytest.mark.parametrize(
    "pat",
    [member("pat", left="04-08"), member("pat", leave=[("04-08", "04-20")]), member("pat", "03-01")],
)
def test_nobody_meets_who_has_left_is_on_leave_or_has_just_come(pat: Files) -> None:
    assert owed(agreed(EACH), pat, as_of="04-10") == ["03-31: Arrange a one-to-one between Kit and Lee"]
