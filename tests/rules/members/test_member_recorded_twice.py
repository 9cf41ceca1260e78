from __future__ import annotations

import pytest

from conftest import found_in

LEE, COPY = "members/lee-ortiz.md", "members/lee-ortiz-2.md"
NAME, BUSINESS = "Lee Ortiz", "Ortiz Payroll"


def found(cast: dict[str, str], name: str, business: str, more: str = "") -> set[tuple[str, str]]:
    """What is found when Lee's file is copied and changed."""
    copy = cast[LEE].replace(NAME, name).replace(BUSINESS, f"{business}\n{more}".rstrip())
    return {(file, rule) for file, _, rule in found_in(cast | {COPY: copy})}


@pytest.mark.parametrize(
    ("name", "business", "more", "rules"),
    [
        (NAME, BUSINESS, "left: {date: 2026-01-31}", set()),
        (NAME, "Ortiz Pay Slips", "left: {date: 2026-01-31}", set()),
        (NAME, BUSINESS, "left: {date: 2026-03-31}", {"member-recorded-twice"}),
        (NAME, BUSINESS, "", {"member-recorded-twice"}),
        ("lee ORTIZ", "Ortiz  Payroll", "", {"member-recorded-twice"}),
        ("Ann Ortiz", BUSINESS, "", {"same-seat"}),
        (NAME, "Ortiz Pay Slips", "", {"same-seat"}),
    ],
)
def test_copies(cast: dict[str, str], name: str, business: str, more: str, rules: set[str]) -> None:
    assert {rule for file, rule in found(cast, name, business, more) if file == COPY} == rules


@pytest.mark.parametrize(
    ("name", "rules"), [("Dana Wolfe", {"member-recorded-twice"}), ("Ann Wolfe", {"candidate-conflict"})]
)
def test_copies_of_candidates(cast: dict[str, str], name: str, rules: set[str]) -> None:
    copy = cast["members/dana-wolfe.md"].replace("Dana Wolfe", name)
    found = found_in(cast | {"members/dana-wolfe-2.md": copy})
    assert {rule for file, _, rule in found if file.startswith("members/")} == rules
