from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.referrals.to_oneself import to_oneself


@pytest.mark.parametrize(
    ("giver", "receiver", "takers", "expected"),
    [
        ("kit-larsen", "brian-cho", "lee-ortiz", []),
        ("kit-larsen", "everyone", "lee-ortiz", []),
        ("nobody-known", "nobody-known", "nobody-known", []),
        ("kit-larsen", "kit-larsen", "", [("to",)]),
        ("kit", "kit-larsen", "", [("to",)]),
        ("kit-larsen", "kit", "", [("to",)]),
        ("kit-larsen", "everyone", "lee-ortiz, kit", [("taken_by", 1)]),
    ],
)
def test_giver_and_receiver(cast: dict[str, str], giver: str, receiver: str, takers: str, expected: list[Path]) -> None:
    kit = cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1)
    text = f"kind: lead\ndate: 2026-03-04\nfrom: {giver}\nto: {receiver}\ntaken_by: [{takers}]\nabout: a bakery\n"
    group = group_of(cast | {"referrals/2026/x.yml": text, "members/kit-larsen.md": kit})
    assert [finding.problem.place.path for finding in check(group, [to_oneself])] == expected
