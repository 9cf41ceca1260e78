from __future__ import annotations

import pytest

from conftest import found_in, group_of
from refertext.check import check
from refertext.problem import Place
from refertext.rules.seats.competing_substitute import competing_substitute

SHEET = "meetings/2026/2026-03-05-group.md"
SAM = "members/sam-hill.md"


def sheet(absent: str, category: str) -> str:
    ids = ("brian-cho", "kit-larsen", "lee-ortiz", "sam-hill")
    rows = "".join(f"  {id_}: present\n" for id_ in ids if id_ != absent)
    substitute = f"  {absent}: {{status: substitute, name: Jo Reed, category: {category}}}\n"
    return f"---\nkind: group\ndate: 2026-03-05\nattendance:\n{rows}{substitute}---\n"


def sam(category: str, shared_with: str) -> str:
    seat = f"seat:\n  category: {category}\n  services: [safety drills]\n  shared_with: [{shared_with}]\n"
    return f"---\nname: Sam Hill\nbusiness: Hill\njoined: 2026-03-01\n{seat}---\n"


@pytest.mark.parametrize(
    ("absent", "category", "seat", "shared_with", "is_found"),
    [
        ("lee-ortiz", "people/staffing", "people/training", "", True),
        ("lee-ortiz", "people", "people/training", "", True),  # a wider trade holds theirs, too
        ("lee-ortiz", "people/payroll", "people/training", "", False),
        ("lee-ortiz", "people/payroll", "people/payroll", "", False),  # a colleague of the one who is away
        ("sam-hill", "people/payroll", "people", "", False),  # a part of the trade that is stood in for
        ("lee-ortiz", "people/training", "people/training", "lee-ortiz", True),
        ("sam-hill", "people/payroll", "people/training", "lee-ortiz", False),  # the colleague they share a seat with
    ],
)
def test_substitutes(
    cast: dict[str, str], absent: str, category: str, seat: str, shared_with: str, is_found: bool
) -> None:
    texts = cast | {SAM: sam(seat, shared_with), SHEET: sheet(absent, category)}
    found = {(file, rule) for file, _, rule in found_in(texts) if rule == "competing-substitute"}
    assert found == ({(SHEET, "competing-substitute")} if is_found else set())


@pytest.mark.parametrize(
    ("services", "is_found"),
    [("[]", True), ("[all]", True), ("[safety drills]", False), ("[]\n  excludes: [training]", False)],
)
def test_a_wider_seat_has_a_branch_where_it_names_no_services(
    cast: dict[str, str], services: str, is_found: bool
) -> None:
    wide = sam("people", "").replace("[safety drills]", services)
    group = group_of(cast | {SAM: wide, SHEET: sheet("lee-ortiz", "people/training")})
    assert bool(check(group, [competing_substitute])) is is_found


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-03-04", ("people, and people/training is Sam Hill's seat", ("seat", "category"))),
        ("2026-03-05", ("people, and people/staffing is Sam Hill's seat", ("former_seats", 1, "category"))),
        ("2026-03-07", ("people, and people/staffing is Sam Hill's seat", ("former_seats", 1, "category"))),
    ],
)
def test_the_seat_of_that_day_counts(cast: dict[str, str], until: str, expected: tuple[str, tuple[str, ...]]) -> None:
    former = f"former_seats: [{{category: law, until: 2026-03-02}}, {{category: people/staffing, until: {until}}}]\n"
    text = sam("people/training", "").replace("seat:", f"{former}seat:", 1)
    only = {name: written for name, written in cast.items() if name != "members/kit-larsen.md"}
    group = group_of(only | {SAM: text, SHEET: sheet("lee-ortiz", "people")})
    (found,) = check(group, [competing_substitute])
    assert found.problem.message == f"Jo Reed stood in for Lee Ortiz with {expected[0]}"
    assert found.problem.see[0].place == Place(SAM, expected[1])
