"""Exceptions cover only what they are about; a right consent stays right when its giver's life goes on."""

from __future__ import annotations

import pytest

from conftest import report_of

SETTINGS = "group: G\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-10\ncategories: {people: {staffing: , payroll: }}\n"


def member(name: str, category: str, service: str, joined: str, more: str = "") -> str:
    seat = f"seat:\n  category: {category}\n  services: [{service}]\n{more}"
    return f"name: {name}\nbusiness: {name} Ltd\n{seat}joined: {joined}\n"


RIVALS = {
    "members/ann.yml": member("Ann", "people/staffing", "direct hire", "2024-01-01"),
    "members/bob.yml": member("Bob", "people/payroll", "direct hire", "2025-01-01"),
    "members/cyd.yml": member(
        "Cyd", "people/payroll", "payslips", "2025-01-01", "  consents: [{by: dee, date: 2024-12-01}]\n"
    ),
    "members/dee.yml": member("Dee", "people/staffing", "temps", "2024-01-01"),
}


def errors(texts: dict[str, str]) -> set[tuple[str, str]]:
    return {(f.spot.file, f.rule) for f in report_of(texts).findings if f.severity.value == "error"}


@pytest.mark.parametrize(
    ("file", "left"),
    [
        ("members/cyd.yml", {("members/bob.yml", "same-seat")}),
        ("members/dee.yml", {("members/bob.yml", "same-seat")}),
        ("refertext.yml", {("members/bob.yml", "same-seat")}),
        ("members/ann.yml", set()),
        ("members/bob.yml", set()),
    ],
)
def test_a_waiver_on_either_file_covers_and_on_a_precedents_file_does_not(
    file: str, left: set[tuple[str, str]]
) -> None:
    waiver = f"waivers: [{{rule: same-seat, file: {file}, why: voted, until: 2027-01-01}}]\n"
    assert errors(RIVALS | {"refertext.yml": SETTINGS + waiver}) == left


def test_an_earlier_exception_is_shown_where_it_is_written() -> None:
    waivers = (
        "waivers:\n- {rule: same-seat}\n- {rule: same-seat, file: members/cyd.yml, why: voted, until: 2026-01-01}\n"
    )
    found = report_of(RIVALS | {"refertext.yml": SETTINGS + waivers}).findings
    (seen,) = [see for f in found if f.rule == "same-seat" for see in f.see if see.file == "refertext.yml"]
    assert (seen.message, seen.span.line) == ("an earlier decision on this border: voted", 8)


def test_the_precedent_is_shown_all_the_same() -> None:
    found = [f for f in report_of(RIVALS | {"refertext.yml": SETTINGS}).findings if f.rule == "same-seat"]
    assert [see.file for see in found[0].see] == ["members/ann.yml", "members/cyd.yml"]


def test_the_latest_three_precedents_are_shown() -> None:
    """Consents before the waiver, whose day is not written; the ids are in another order than the days."""
    days = {"cab": "2024-02-01", "cob": "2025-11-01", "cub": "2025-03-01"}
    others = {
        f"members/{id_}.yml": member(
            id_, "people/payroll", id_, "2025-01-01", f"  consents: [{{by: dee, date: {day}}}]\n"
        )
        for id_, day in days.items()
    }
    waiver = "waivers: [{rule: same-seat, file: members/dee.yml, why: voted, until: 2027-01-01}]\n"
    texts = RIVALS | others | {"refertext.yml": SETTINGS + waiver}
    (found,) = [one for one in report_of(texts).findings if one.rule == "same-seat"]
    seen = [see.message for see in found.see[1:]]
    assert [said.rpartition(" on ")[2] for said in seen] == ["2025-11-01", "2025-03-01", "2024-12-01"]


LEE = member("Lee", "people/payroll", "payroll", "2025-02-01", "  consents: [{by: kit, date: 2025-01-15}]\n")
KIT = member("Kit", "people/staffing", "direct hire", "2024-01-01")


@pytest.mark.parametrize(
    ("kit", "found"),
    [
        (KIT, set()),
        (KIT + "former_seats: [{category: people/payroll, services: [payroll], until: 2025-12-31}]\n", set()),
        (
            KIT.replace("2024-01-01", "2025-06-01") + "earlier: [{joined: 2020-01-01, left: 2025-03-31}]\n",
            set(),
        ),
        (KIT.replace("2024-01-01", "2025-03-01"), {("members/lee.yml", "consent-by-wrong-person")}),
    ],
)
def test_consents_are_judged_as_of_their_own_day(kit: str, found: set[tuple[str, str]]) -> None:
    assert errors({"refertext.yml": SETTINGS, "members/kit.yml": kit, "members/lee.yml": LEE}) == found


RESERVED = "seats: [{category: people/payroll, status: reserved, for: dana, since: 2026-01-01, until: 2026-09-30}]\n"
DANA = "name: Dana\nbusiness: Dana Ltd\n"


@pytest.mark.parametrize(
    ("kit", "found"),
    [
        (member("Kit", "people/payroll", "payroll", "2025-06-01"), False),
        (member("Kit", "people/payroll", "payroll", "2026-12-01"), False),
        (member("Kit", "people/payroll", "payroll", "2026-02-01"), True),
        (member("Kit", "people/staffing", "temps", "2026-02-01"), False),
        (member("Kit", "people", "temps", "2026-02-01"), False),
        (member("Kit", "people", "", "2026-02-01"), True),
        (member("Kit", "people", "everything", "2026-02-01"), True),
        (member("Kit", "people", "", "2026-02-01", "  excludes: [staffing]\n"), True),
        (member("Kit", "people", "", "2026-02-01", "  excludes: [payroll]\n"), False),
        (
            member("Kit", "people/payroll", "payroll", "2025-06-01")
            + "former_seats: [{category: people/staffing, services: [temps], until: 2026-02-15}]\n",
            True,
        ),
    ],
)
def test_a_reservation_counts_for_seats_taken_while_it_runs(kit: str, found: bool) -> None:
    texts = {"refertext.yml": SETTINGS + RESERVED, "members/kit.yml": kit, "members/dana.yml": DANA}
    assert (("members/kit.yml", "reserved-seat") in errors(texts)) is found


@pytest.mark.parametrize(("until", "rule"), [("2026-01-31", "consent-expired"), ("2025-01-31", "range-backwards")])
def test_a_consent_that_ends_before_it_was_given_is_not_said_to_have_ended(until: str, rule: str) -> None:
    consent = f"  territory: [Nampa]\n  consents: [{{by: ann, date: 2025-02-01, until: {until}}}]\n"
    texts = {
        "refertext.yml": SETTINGS,
        "members/ann.yml": member("Ann", "people/staffing", "direct hire", "2024-01-01", "  territory: [Boise]\n"),
        "members/bob.yml": member("Bob", "people/payroll", "direct hire", "2025-01-01", consent),
    }
    found = {f.rule for f in report_of(texts).findings if f.spot.file == "members/bob.yml"}
    assert found & {"adjacent-seat", "consent-expired", "range-backwards"} == {rule}


def test_a_consent_between_founders_that_ended_is_told_where_it_is_written_and_renewed_in_the_newcomers_file() -> None:
    old = "  territory: [Boise]\n  consents: [{by: bob, date: 2025-02-01, until: 2026-01-31}]\n"
    bob = member("Bob", "people/payroll", "direct hire", "2024-01-01", "  territory: [Nampa]\n")
    texts = {
        "refertext.yml": SETTINGS,
        "members/ann.yml": member("Ann", "people/staffing", "direct hire", "2024-01-01", old),
        "members/bob.yml": bob,
    }
    (found,) = [one for one in report_of(texts).findings if one.rule in {"adjacent-seat", "consent-expired"}]
    assert (found.rule, found.spot.file) == ("consent-expired", "members/ann.yml")
    assert found.spot.message.startswith("Bob's consent to Ann's seat ended on 2026-01-31: ")
    assert found.help == (
        "ask Ann again; on a yes, add to members/bob.yml under seat: the lines “consents:”, “- by: ann” and "
        "“date: 2026-03-10”"
    )
    texts["members/bob.yml"] = bob.replace("[Nampa]\n", "[Nampa]\n  consents:\n    - by: ann\n      date: 2026-03-10\n")
    assert not {one.rule for one in report_of(texts).findings} & {"adjacent-seat", "consent-expired"}
