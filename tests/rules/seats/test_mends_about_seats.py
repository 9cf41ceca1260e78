from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import Group
from refertext.problem import Problem
from refertext.rules.rule import Rule
from refertext.rules.seats.adjacent_seat import adjacent_seat
from refertext.rules.seats.candidate_conflict import candidate_conflict
from refertext.rules.seats.consent_by_wrong_person import consent_by_wrong_person
from refertext.rules.seats.reserved_seat import reserved_seat
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


ANNS, BOBS = "members/ann.yml", "members/bob.yml"


def plain(name: str, category: str, territory: str, joined: str, more: str = "", services: str = "[yoga]") -> str:
    lines = f"  category: {category}\n  services: {services}\n  clients: [employers]\n  territory: [{territory}]\n"
    return f"name: {name}\nbusiness: {name} Ltd\nseat:\n{lines}{more}joined: {joined}\n"


def one_of(texts: dict[str, str], rule: Rule) -> Problem:
    (problem,) = problems_of(group_of(texts), rule)
    return problem


def test_a_second_consent_is_added_to_the_first(cast: dict[str, str]) -> None:
    consents = "  consents:\n  - {by: lee-ortiz, date: 2026-02-02}\n"
    bob = plain("Bob", "people/training", "Eagle", "2026-02-01", consents)
    texts = cast | {ANNS: plain("Ann", "people/training", "Boise", "2026-01-01"), BOBS: bob}
    problem = one_of(texts, adjacent_seat)
    assert problem.mend == (
        "ask Ann; on a yes, add to members/bob.yml under seat:, in consents: “- {by: ann, date: 2026-03-11}”"
    )
    more = consents + "  - {by: ann, date: 2026-03-11}\n"
    assert not problems_of(group_of(texts | {BOBS: bob.replace(consents, more)}), adjacent_seat)


def test_who_has_not_joined_cannot_agree_yet(cast: dict[str, str]) -> None:
    texts = {ANNS: plain("Ann", "people/training", "Boise", "2026-04-01")}
    texts |= {BOBS: plain("Bob", "people/training", "Eagle", "2026-05-01")}
    problem = one_of(cast | texts, adjacent_seat)
    assert problem.mend == "narrow the seat of Bob or Ann; Ann can agree once they have joined"
    assert problem.see[0].message == "Ann will hold this from 2026-04-01"


def test_who_joins_today_holds_a_seat_since_today(cast: dict[str, str]) -> None:
    texts = {ANNS: plain("Ann", "people/training", "Boise", "2026-03-11")}
    problem = one_of(cast | texts | {BOBS: plain("Bob", "people/training", "Eagle", "2026-03-12")}, adjacent_seat)
    assert problem.see[0].message == "Ann holds this since 2026-03-11"


@pytest.mark.parametrize(("ann", "bob"), [("law", "law/family"), ("law/family", "law")])
def test_everything_that_two_have_in_common_is_the_narrower_category(cast: dict[str, str], ann: str, bob: str) -> None:
    texts = {ANNS: plain("Ann", ann, "Boise", "2026-01-01", services="[]")}
    problem = one_of(cast | texts | {BOBS: plain("Bob", bob, "Boise", "2026-02-01", services="[all]")}, same_seat)
    assert "both offer everything in law/family for “employers”" in problem.message


@pytest.mark.parametrize(
    ("excludes", "mend", "mended"),
    [
        ("", "write excludes: [law/family] under seat:,", "  excludes: [law/family]\n"),
        ("  excludes: [wills]\n", "add law/family to excludes: under seat:,", "  excludes: [wills, law/family]\n"),
    ],
)
def test_a_reserved_branch_is_excluded(cast: dict[str, str], excludes: str, mend: str, mended: str) -> None:
    notice = "\nseats: [{category: law/family, status: reserved, for: dana-wolfe, since: 2026-01-01}]\n"
    bob = plain("Bob", "law", "Boise", "2026-02-01", excludes, services="[]")
    texts = cast | {"refertext.yml": cast["refertext.yml"] + notice, BOBS: bob}
    assert mend in one_of(texts, reserved_seat).mend
    other = bob.replace("  category: law\n", f"  category: law\n{mended}").replace(excludes + "joined", "joined")
    assert not problems_of(group_of(texts | {BOBS: other}), reserved_seat)
