"""What each rule about seats finds, and how little it takes for it to be silent: one condition a row."""

from __future__ import annotations

import pytest

from conftest import report_of
from small import Files, day

LEE_FILE = "members/lee.yml"
SETTINGS = "group: G\ntimezone: UTC\ncurrency: USD\ncategories: {people: {staffing: , payroll: , training: }}\n"


def person(name: str, seat: str, joined: str | None = "2025-01-01", more: str = "") -> Files:
    """A member, their seat as category | services | clients | territory."""
    category, services, clients, territory = seat.split(" | ")
    sides = f"services: [{services}], clients: [{clients}], territory: [{territory}]"
    days = f"joined: {joined}\n" if joined else ""
    text = f"name: {name}\nbusiness: {name} Ltd\nseat: {{category: {category}, {sides}, {more}}}\n{days}"
    return {f"members/{name.lower()}.yml": text}


def settings(more: str) -> Files:
    return {"refertext.yml": SETTINGS + more}


def is_found(rule: str, file: str, files: Files, as_of: str = "03-11") -> bool:
    found = report_of({"refertext.yml": SETTINGS} | files, day(as_of)).findings
    return (file, rule) in {(one.spot.file, one.rule) for one in found}


# competing-substitute

SHEET = "meetings/2026/2026-03-05-group.yml"
KIT = person("Kit", "people/staffing | temps | shops | Boise")
LEE = person("Lee", "people/payroll | payslips | shops | Boise")


def sheet(entry: str, more: str = "") -> Files:
    return {SHEET: f"kind: group\ndate: 2026-03-05\nattendance: {{kit: present, lee: {{{entry}}}}}\n{more}"}


RIVAL = sheet("status: substitute, name: Jo Reed, category: people/staffing")


@pytest.mark.parametrize(
    ("files", "as_of", "found"),
    [
        (RIVAL, "03-05", True),
        (RIVAL, "2026-06-03", True),  # the last day of the 13 weeks
        (RIVAL, "2026-06-04", False),
        (RIVAL, "03-04", False),
        (sheet("status: absent, name: Jo Reed, category: people/staffing"), "03-11", False),
        (sheet("status: excused, category: people/staffing"), "03-11", False),
        (sheet("status: substitute, name: Jo Reed"), "03-11", False),
        (sheet("status: substitute, name: Jo Reed, category: people/staffing", "cancelled: yes\n"), "03-11", False),
        (RIVAL | person("Kit", "people/staffing | temps | shops | Boise", "2026-03-06"), "03-11", False),
        (RIVAL | person("Kit", "people/staffing | temps | shops | Boise", None), "03-11", False),
    ],
)
def test_competing_substitute(files: Files, as_of: str, found: bool) -> None:
    assert is_found("competing-substitute", SHEET, KIT | LEE | files, as_of) is found


def test_a_substitute_competes_with_nobody_who_had_left() -> None:
    for last, found in (("2026-03-05", True), ("2026-03-04", False)):
        gone = {"members/kit.yml": KIT["members/kit.yml"] + f"left: {{date: {last}}}\n"}
        assert is_found("competing-substitute", SHEET, gone | LEE | RIVAL) is found


# opened-seat, neighbouring-seat, seat-over-branch: notes, silenced by a consent that runs

CONSENT = "consents: [{by: kit, date: 2026-01-10%s}]"
RUNS, ENDED = CONSENT % "", CONSENT % ", until: 2026-03-10"
OPENED = "seats: [{category: people/staffing, status: opened, holder: kit, since: 2026-02-01, why: absences}]\n"


def beside(category: str, services: str, clients: str = "shops", more: str = "") -> Files:
    return person("Lee", f"{category} | {services} | {clients} | Boise", "2026-01-15", more)


@pytest.mark.parametrize(
    ("rule", "files", "found"),
    [
        ("opened-seat", settings(OPENED) | beside("people/payroll", "temps"), True),
        ("opened-seat", settings(OPENED) | beside("people/payroll", "temps", "farms"), True),
        ("opened-seat", settings(OPENED) | beside("people/payroll", "temps", more=RUNS), True),  # nobody agrees to that
        ("opened-seat", settings(OPENED) | beside("people/payroll", "temps", "farms", RUNS), False),
        ("opened-seat", settings(OPENED) | beside("people/payroll", "temps", "farms", ENDED), True),
        ("opened-seat", settings(OPENED) | beside("people/staffing", "search"), False),
        ("opened-seat", settings(OPENED.replace("02-01", "03-12")) | beside("people/payroll", "temps"), False),
        ("opened-seat", settings(OPENED.replace("kit", "lee")) | beside("people/payroll", "temps"), False),
        ("opened-seat", settings(OPENED.replace("opened", "wanted")) | beside("people/payroll", "temps"), False),
        ("opened-seat", settings(OPENED.replace("staffing", "training")) | beside("people/payroll", "temps"), False),
        ("neighbouring-seat", beside("people/staffing", "search"), True),
        ("neighbouring-seat", beside("people/staffing", "search", more=ENDED), True),
        ("neighbouring-seat", beside("people/staffing", "search", more=RUNS), False),
        ("neighbouring-seat", beside("people/staffing", "search", "farms"), False),
        ("neighbouring-seat", beside("people/payroll", "search"), False),
        ("seat-over-branch", beside("people", "search", "farms"), True),
        ("seat-over-branch", beside("people", "search", "farms", ENDED), True),
        ("seat-over-branch", beside("people", "search", "farms", RUNS), False),
        ("seat-over-branch", beside("people/payroll", "search", "farms"), False),
        ("adjacent-seat", beside("people/payroll", "temps", "farms"), True),
        ("adjacent-seat", beside("people/payroll", "temps", "farms", RUNS), False),
        ("adjacent-seat", beside("people/payroll", "temps", "farms", ENDED), False),  # consent-expired tells that
        ("adjacent-seat", settings(OPENED) | beside("people/payroll", "temps", "farms"), False),
        ("same-seat", beside("people/payroll", "temps", more=RUNS), True),
        ("same-seat", settings(OPENED) | beside("people/payroll", "temps"), False),
    ],
)
def test_two_seats(rule: str, files: Files, found: bool) -> None:
    assert is_found(rule, LEE_FILE, KIT | files) is found


# reserved-seat

RESERVED = "seats: [{category: people/payroll, status: reserved, for: dana, since: 2026-01-01, until: 2026-03-11}]\n"
DANA = {"members/dana.yml": "name: Dana\nbusiness: Dana Ltd\n"}


@pytest.mark.parametrize(
    ("files", "as_of", "found"),
    [
        (settings(RESERVED), "03-11", True),
        (settings(RESERVED), "03-12", False),  # the reservation is over
        (settings(RESERVED.replace("reserved", "wanted")), "03-11", False),
        (settings(RESERVED.replace("dana", "lee")), "03-11", False),
        (settings(RESERVED.replace("payroll", "training")), "03-11", False),
        (settings(RESERVED.replace("people/payroll", "people")), "03-11", True),  # a part of it
    ],
)
def test_reserved_seat(files: Files, as_of: str, found: bool) -> None:
    assert is_found("reserved-seat", LEE_FILE, DANA | beside("people/payroll", "pay") | files, as_of) is found


def test_alumni_sit_on_no_reserved_seat() -> None:
    for last, found in (("2026-03-11", True), ("2026-03-10", False)):
        lee = beside("people/payroll", "pay")[LEE_FILE] + f"left: {{date: {last}}}\n"
        assert is_found("reserved-seat", LEE_FILE, settings(RESERVED) | DANA | {LEE_FILE: lee}) is found


# seat-notice-incomplete


def test_a_notice_may_be_about_a_seat_that_is_given_up_later() -> None:
    for until, found in (("2026-03-11", False), ("2026-03-10", True)):
        kit = person("Kit", "people/payroll | pay | shops | Boise")["members/kit.yml"]
        kit += f"former_seats: [{{category: people/staffing, services: [temps], until: {until}}}]\n"
        assert is_found("seat-notice-incomplete", "refertext.yml", settings(OPENED) | {"members/kit.yml": kit}) is found


# consent-by-wrong-person


def test_only_a_neighbour_of_the_newcomer_is_proposed_for_a_consent() -> None:
    """Pat's neighbour is Kit; Ann is the neighbour of somebody else and could not agree."""
    wrong = person(
        "Pat", "people/payroll | temps | farms | Boise", "2026-01-15", "consents: [{by: pat, date: 2026-01-10}]"
    )
    others = person("Ann", "people/training | drills | mills | Nampa")
    others |= person("Bob", "people/training | drills | forests | Nampa", "2026-01-20")
    found = report_of({"refertext.yml": SETTINGS} | KIT | wrong | others, day("03-11")).findings
    assert [one.help for one in found if one.rule == "consent-by-wrong-person"] == [
        "write kit if it was Kit who agreed, or remove the entry"
    ]
