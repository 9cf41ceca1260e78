from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.files.hidden_character import hidden_character


@pytest.mark.parametrize(
    ("business", "expected"),
    [
        ("Payroll", []),
        ("👩\u200d👧 ❤\ufe0f کتاب\u200cها", []),
        ("pay\u00adroll", ["A soft hyphen (U+00AD) stands here, which nobody sees"]),
        ("pay\u3164roll", ["A hidden character (U+3164) stands here"]),
        ("\uf0b7 payroll", ["A hidden character (U+F0B7) stands here"]),
    ],
)
def test_what_nobody_sees(business: str, expected: list[str]) -> None:
    group = group_of({"members/kit.yml": f"name: Kit\nbusiness: {business}\n"})
    found = [finding.problem for finding in check(group, [hidden_character])]
    assert [problem.message for problem in found] == expected
    assert all(problem.mend.startswith("delete it") for problem in found)
