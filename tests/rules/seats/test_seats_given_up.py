"""A seat that somebody gives up soon keeps its consents and colleagues while it is held, and can be given them."""

from __future__ import annotations

import pytest

from conftest import report_of

SETTINGS = "group: G\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-10\ncategories: {people: {staffing: , payroll: }}\n"
ANN = """\
name: Ann
business: Pay Ltd
seat:
  category: people/payroll
  services: [payroll]
  clients: [employers]
  territory: [Boise]
joined: 2024-01-01
"""
BOB = """\
name: Bob
business: Bob Ltd
seat:
  category: people/staffing
  services: [temps]
  clients: [schools]
  territory: [Meridian]
former_seats:
  - category: people/payroll
    services: [payroll]
    clients: [employers]
    territory: [Nampa]
    until: 2026-06-30
joined: 2025-01-01
"""
CONSENT = "{by: ann, date: 2025-01-15%s}"
OTHERS = {"manager-not-informed", "no-guide"}
UNTIL = "    until: 2026-06-30\n"


def found(bob: str, ann: str = ANN, as_of: str = "2026-03-10") -> list[tuple[str, str, str]]:
    """What is wrong with seats, but for notes: the rule, where, and what to write."""
    settings = SETTINGS.replace("2026-03-10", as_of)
    report = report_of({"refertext.yml": settings, "members/ann.yml": ann, "members/bob.yml": bob})
    seen = [one for one in report.findings if one.severity.value != "note" and one.rule not in OTHERS]
    return [(one.rule, one.spot.file, one.help) for one in seen]


def moved(consents: str, seat: str = "") -> str:
    """Bob's file with consents beside the seat that he gives up, and beside his next one."""
    bob = BOB.replace(UNTIL, f"{UNTIL}    consents: [{consents}]\n") if consents else BOB
    return bob.replace("  territory: [Meridian]\n", f"  territory: [Meridian]\n  consents: [{seat}]\n") if seat else bob


@pytest.mark.parametrize(
    ("bob", "rules"),
    [
        (BOB, ["adjacent-seat"]),
        (moved(CONSENT % ""), []),
        (moved(CONSENT % ", until: 2026-03-10"), []),
        (moved(CONSENT % ", until: 2026-03-09"), ["consent-expired"]),
        (moved("", CONSENT % ""), []),  # left where it was
        (moved(CONSENT % ", until: 2026-03-09", CONSENT % ""), []),
        (moved("{by: bob, date: 2025-01-15}"), ["consent-by-wrong-person", "adjacent-seat"]),
        (moved("{by: ann, date: 2026-03-11}"), ["adjacent-seat", "future-date"]),
        (moved("{by: cid, date: 2025-01-15}"), ["adjacent-seat", "unknown-member"]),
        (moved("{by: ann, date: 2025-01-15, until: 2025-01-14}"), ["range-backwards"]),
    ],
)
def test_consents_to_a_seat_that_is_given_up_soon(bob: str, rules: list[str]) -> None:
    assert sorted(rule for rule, _, _ in found(bob)) == sorted(rules)


def test_consents_to_a_seat_that_is_over_count_no_more() -> None:
    """Bob's next seat borders on Ann's again: for that she has not been asked."""
    again = moved(CONSENT % "").replace("[temps]", "[payroll]").replace("[schools]", "[employers]")
    assert [rule for rule, _, _ in found(again, as_of="2026-07-01")] == ["adjacent-seat"]
    assert found(again.replace("[temps]", "[shifts]").replace("[payroll]\n  clients", "[shifts]\n  clients")) == []


def test_the_mend_of_a_border_of_a_seat_that_is_given_up() -> None:
    ((_, _, mend),) = found(BOB)
    assert mend == (
        "ask Ann; on a yes, add to members/bob.yml under former_seats: beside “until: 2026-06-30” the lines "
        "“consents:”, “- by: ann” and “date: 2026-03-10”"
    )
    lines = "    consents:\n      - by: ann\n        date: 2026-03-10\n"
    assert found(BOB.replace(UNTIL, UNTIL + lines)) == []


def test_the_mend_of_a_consent_that_ended() -> None:
    ((rule, _, mend),) = found(moved(CONSENT % ", until: 2026-03-09"))
    assert rule == "consent-expired"
    assert mend == (
        "ask Ann again; on a yes, add to members/bob.yml under former_seats: beside “until: 2026-06-30”, in consents: "
        "“- {by: ann, date: 2026-03-10}”"
    )
    lines = (
        "    consents:\n      - {by: ann, date: 2025-01-15, until: 2026-03-09}\n      - {by: ann, date: 2026-03-10}\n"
    )
    assert found(BOB.replace(UNTIL, UNTIL + lines)) == []


COLLEAGUE = BOB.replace("Bob Ltd", "Pay Ltd").replace("[Nampa]", "[Boise]")
ANN_SHARES = ANN.replace("joined", "  shared_with: [bob]\njoined")
BOB_SHARES = COLLEAGUE.replace(UNTIL, f"{UNTIL}    shared_with: [ann]\n")


@pytest.mark.parametrize(
    ("bob", "ann", "as_of", "rules"),
    [
        (COLLEAGUE, ANN, "2026-06-30", ["same-seat"]),
        (BOB_SHARES, ANN_SHARES, "2026-06-30", []),
        (BOB_SHARES, ANN, "2026-06-30", ["same-seat", "shared-seat-one-sided"]),
        (COLLEAGUE, ANN_SHARES, "2026-06-30", ["same-seat", "shared-seat-one-sided"]),
        (
            BOB_SHARES.replace("Pay Ltd", "B Ltd"),
            ANN_SHARES,
            "2026-06-30",
            ["same-seat"] + ["shared-seat-one-sided"] * 2,
        ),
        (BOB_SHARES, ANN, "2026-07-01", []),
        (BOB_SHARES, ANN_SHARES, "2026-07-01", ["shared-seat-one-sided"]),
    ],
)
def test_colleagues_in_a_seat_that_one_gives_up(bob: str, ann: str, as_of: str, rules: list[str]) -> None:
    assert sorted(rule for rule, _, _ in found(bob, ann, as_of)) == rules


def test_the_mend_of_a_shared_seat_said_by_one() -> None:
    mends = {rule: mend for rule, _, mend in found(BOB_SHARES, ANN)}
    assert mends["shared-seat-one-sided"] == ("write shared_with: [bob] into members/ann.yml too, or remove it here")
    other = ANN.replace("joined", "  shared_with: [cid]\njoined")
    mends = {rule: mend for rule, file, mend in found(BOB_SHARES, other) if file == "members/bob.yml"}
    assert mends["shared-seat-one-sided"] == ("add bob to shared_with: in members/ann.yml too, or remove it here")
    assert [rule for rule, _, _ in found(BOB_SHARES, other.replace("[cid]", "[cid, bob]"))] == ["unknown-member"]
