from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import Group
from refertext.problem import Problem
from refertext.rules.rule import Rule
from refertext.rules.seats.candidate_conflict import candidate_conflict
from refertext.rules.seats.consent_by_wrong_person import consent_by_wrong_person
from refertext.rules.seats.same_seat import same_seat

LEE, DANA, ANN = "members/lee-ortiz.md", "members/dana-wolfe.md", "members/ann-lee.md"


def problems_of(group: Group, rule: Rule) -> list[Problem]:
    return [finding.problem for finding in check(group, [rule])]


def page(name: str, seat: str, joined: str = "", consents: str = "") -> str:
    """A member's page; the seat is written as services | territory."""
    services, territory = seat.split(" | ")
    seat = f"category: people/training, services: [{services}], clients: [employers], territory: [{territory}]"
    days = f"joined: {joined}\n" if joined else ""
    return f"---\nname: {name}\nbusiness: {name} Ltd\nseat: {{{seat}, consents: [{consents}]}}\n{days}---\n"


@pytest.mark.parametrize(
    ("seat", "consents", "mend"),
    [
        ("safety training | Boise", "", None),
        ("payroll | Nampa", "{by: lee-ortiz, date: 2026-02-01}", None),
        ("payroll | Boise", "{by: lee-ortiz, date: 2026-02-01}", "narrow Dana Wolfe's seat"),
        ("payroll | Boise", "", "talk to Lee Ortiz before inviting Dana Wolfe further, and narrow"),
        ("payroll | Nampa", "", "record Lee Ortiz's consent"),
        ("payroll | Nampa", "{by: lee-ortiz, date: 2025-02-01, until: 2025-12-31}", "ask again"),
    ],
)
def test_candidates(cast: dict[str, str], seat: str, consents: str, mend: str | None) -> None:
    problems = problems_of(group_of(cast | {DANA: page("Dana Wolfe", seat, consents=consents)}), candidate_conflict)
    assert len(problems) == bool(mend)
    assert all(mend and mend in problem.mend for problem in problems)
    assert not any("Boise" in seat and "consent" in problem.mend for problem in problems)


def test_candidates_cannot_agree(cast: dict[str, str]) -> None:
    (problem,) = problems_of(
        group_of(cast | {DANA: page("Dana Wolfe", "yoga | Nampa"), ANN: page("Ann Lee", "yoga | Boise")}),
        candidate_conflict,
    )
    assert problem.mend == "decide whom to invite, or narrow the seat of Dana Wolfe or Ann Lee"


@pytest.mark.parametrize(
    ("seat", "others", "mend"),
    [
        ("yoga | Eagle", "", "write who held"),
        ("payroll | Boise", "", "write who held"),  # nobody can agree to the same seat
        ("payroll, contract staffing | Eagle", "", "write who held"),  # two could
        ("payroll | Eagle", ", {by: lee-ortiz, date: 2026-02-01}", "write who held"),
        ("payroll | Eagle", "", "write lee-ortiz if it was Lee Ortiz who agreed"),
    ],
)
def test_who_may_agree(cast: dict[str, str], seat: str, others: str, mend: str) -> None:
    consents = "{by: ann-lee, date: 2026-02-01}" + others
    group = group_of(cast | {ANN: page("Ann Lee", seat, "2026-01-08", consents)})
    (problem,) = problems_of(group, consent_by_wrong_person)
    assert problem.mend.startswith(mend)


@pytest.mark.parametrize(
    ("joined", "said"),
    [
        ("2026-03-11", "Ann Lee and Lee Ortiz hold the same seat: "),
        ("2026-09-01", "Ann Lee and Lee Ortiz will hold the same seat from 2026-09-01: "),
    ],
)
def test_who_joins_later(cast: dict[str, str], joined: str, said: str) -> None:
    (problem,) = problems_of(group_of(cast | {ANN: page("Ann Lee", "payroll | Boise", joined)}), same_seat)
    assert problem.message.startswith(said)
