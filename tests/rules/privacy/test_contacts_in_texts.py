from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import group_of, report_of
from refertext.check import check
from refertext.rules.privacy.contact_of_a_prospect import contact_of_a_prospect
from refertext.rules.privacy.contacts import contacts_in, may_hold_contact


@pytest.mark.parametrize(
    "text",
    [
        "since 2026-03-05, then 05.03.2026, 3/5/2026 and 2026/03/05",
        "2026-03-05 - 2026-04-05, weeks 2026-10 to 2026-12, on 03-05, 03-12, 03-19",
        "from 07:30 to 08:45, or 9.30-10.45",
        "2026-03-05-kit-larsen-brian-cho-7f3a and #1234567",
        "12500, won 1200000; 1,200,000 or 1.200.000 or 1 200 000 or 12'500'000",
        "$1200000, USD 12500000, 12 500 000 EUR, 1250000 USD, 25% of 1500000",
        "50-500 people, 1000-5000, 100 - 5000, 2019-2024",
        "2024, 2025, 2026 and 2024 2025 2026",
        "Boise 83702-1234, invoice 20260305, order 123456789",
        "https://example.com/orders/208-555-0134 and www.example.com/2085550134",
        "phone 03-04; level 4",
        "call on 2026-03-05 at 10:30, phone 2026-03-02",
        "10 20 30 40 50, 192.168.100.200, meeting 812 3456 7890",
        "text 10000 people, kit@, @kit, a @ b",
    ],
)
def test_what_is_no_contact(text: str) -> None:
    assert list(contacts_in(text)) == []


@pytest.mark.parametrize(
    "contact",
    [
        "jo@example.com",
        "jo.reed+news@mail.example.com",
        "208-555-0134",
        "(208) 555-0134",
        "208.555.0134",
        "208 555 0134",
        "2085550134",
        "1-208-555-0134",
        "12085550134",
        "+1 208 555 0134",
        "+44 20 7946 0018",
        "+49 (0)30 1234567",
        "0049 30 1234567",
        "020 7946 0018",
        "01 23 45 67 89",
        "01.23.45.67.89",
        "0151 23456789",
        "555-0134",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "ask Jo ({}) on 2026-03-05", "won 12500, {}.", "50-500 people\n{}\n2026-03-05"]
)
def test_contacts(contact: str, around: str) -> None:
    text = around.format(contact)
    assert may_hold_contact(text)
    assert list(contacts_in(text)) == [contact]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call 5550134", "5550134"),
        ("her mobile no. is 98765 43210", "98765 43210"),
        ("tel: 601 234 567", "601 234 567"),
    ],
)
def test_numbers_that_only_a_word_before_them_tells(text: str, number: str) -> None:
    assert list(contacts_in(text)) == [number]
    assert list(contacts_in(number)) == []


@pytest.mark.parametrize(
    "piece", ["a.b", "1 ", "1", "(", "$1,111", "2026-03-05-", "1-1-1", "call ", "www.", "1'111", "@a."]
)
def test_long_texts_take_no_longer(piece: str) -> None:
    start = time.process_time()
    list(contacts_in(piece * (256 * 1024 // len(piece)) + "@"))
    assert time.process_time() - start < 5


LEAD = "{kind: lead, date: 2026-03-04, from: kit, to: lee, "
CONTACT = ("cycles", 0, "contacts", 0)
CONTACTS = "[{who: jo@example.com, from: kit, plan: 555-0134 and 555-0134}]"
PARTNERSHIP = (
    "{between: [kit, lee], since: 2026-01-01, "
    f"cycles: [{{from: 2026-01-01, until: 2026-02-01, contacts: {CONTACTS}}}]}}"
)

PAIR = "{between: [kit, lee], since: 2026-01-01, "


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("members/pat.yml", "{name: P, business: B, contact: {phone: 208-555-0177}}", []),
        ("referrals/2026/r.yml", LEAD + "about: ask KIT@example.com or 208 555 0199 or office@example.com}", []),
        ("prospects/p.yml", "{alias: A, contact: {email: , phone: }}", []),
        ("prospects/p.yml", "{alias: A, contact: {web: https://example.com}}", [("contact",)]),
        ("prospects/p.yml", "{alias: A jo@example.com}", [("alias",)]),
        ("prospects/p.yml", "{alias: A, consent: {how: 208-555-0134}}", [("consent", "how")]),
        ("prospects/p.yml", "{alias: A, joint: {lead: kit, plan: 208-555-0134}}", [("joint", "plan")]),
        ("prospects/p.md", "---\nalias: A\n---\n\nCall 208-555-0134.", [("text",)]),
        ("referrals/2026/r.yml", LEAD + "history: [{date: 2026-03-05, ask: jo@example.com}]}", [("history", 0, "ask")]),
        ("referrals/2026/r.yml", LEAD + "thanked: {date: 2026-03-05, words: jo@example.com}}", [("thanked", "words")]),
        ("meetings/2026/m.yml", "{kind: visit, date: 2026-03-05, text: jo@example.com}", [("text",)]),
        (
            "meetings/2026/m.yml",
            "{kind: group, date: 2026-03-05, actions: [{who: kit, what: call 2085550134}]}",
            [("actions", 0, "what")],
        ),
        (
            "partnerships/p.yml",
            PARTNERSHIP,
            [("cycles", 0, "contacts", 0, "plan"), ("cycles", 0, "contacts", 0, "who")],
        ),
        ("partnerships/p.yml", PAIR + "goals: {kit: jo@example.com}}", [("goals", "kit")]),
        ("partnerships/p.yml", PAIR + "gain: {lee: {why: jo@example.com}}}", [("gain", "lee", "why")]),
        ("partnerships/p.yml", PAIR + "action_plan: [{by: kit, what: 208-555-0134}]}", [("action_plan", 0, "what")]),
        (
            "partnerships/p.yml",
            PAIR + "concerns: [{raised: 2026-02-01, by: kit, note: 208-555-0134}]}",
            [("concerns", 0, "note")],
        ),
        (
            "partnerships/p.yml",
            PAIR + "cycles: [{from: 2026-01-01, until: 2026-02-01, evaluated: {went_well: jo@example.com}}]}",
            [("cycles", 0, "evaluated", "went_well")],
        ),
        (
            "agreements/a.yml",
            "{title: T, adopted: 2026-01-01, concerns: [{raised: 2026-02-01, by: kit, outcome: jo@example.com}]}",
            [("concerns", 0, "outcome")],
        ),
        ("agreements/a.yml", "{title: T, adopted: 2026-01-01, text: call 208-555-0134}", []),
        ("members/pat.yml", "{name: P, business: B, text: call 208-555-0134}", []),
        ("log/2026/2026-03-05-kit.md", "## Log\n\n- lead Kit: a bakery, jo@example.com\n", [("text",)]),
        ("log/2026/2026-03-05-kit.md", "- lead Kit: a bakery, kit@example.com\n", []),
    ],
)
def test_where_contacts_may_stand(file: str, text: str, expected: list[tuple[str | int, ...]]) -> None:
    texts = {
        "refertext.yml": "{group: G, timezone: UTC, currency: USD, site: {mail: office@example.com}}",
        "members/kit.yml": "{name: K, business: B, contact: {email: kit@example.com, phone: +1 208 555 0199}}",
        file: text,
    }
    found = check(group_of(texts), [contact_of_a_prospect])
    assert sorted(finding.problem.place.path for finding in found) == expected


def test_each_piece_is_pointed_at() -> None:
    text = LEAD + "about: jo@example.com or 208-555-0134, prospect: bakery}"
    found = check(group_of({"referrals/2026/r.yml": text}), [contact_of_a_prospect])
    assert {finding.problem.place.piece for finding in found} == {"jo@example.com", "208-555-0134"}
    assert all("private/prospects/bakery.yml" in finding.problem.mend for finding in found)


def test_an_id_of_a_referral_is_no_number() -> None:
    spin_off = LEAD + "tier: spin-off, parent: 2085550134}"
    texts = {"referrals/2026/r.yml": spin_off, "referrals/2026/2085550134.yml": LEAD + "about: A}"}
    assert check(group_of(texts), [contact_of_a_prospect]) == []


def test_a_line_of_the_log_is_pointed_at_and_has_no_private_file(cast: dict[str, str]) -> None:
    texts = cast | {"log/2026/2026-03-05-kit.md": "## Log\n\n- lead Kit: a bakery, jo@example.com\n"}
    (found,) = [f for f in report_of(texts).findings if f.rule == "contact-of-a-prospect"]
    assert (found.spot.span.line, found.spot.span.column, found.help) == (3, 23, "leave it out")


@given(st.text("0123456789 -./()+@ka\n", max_size=40) | st.text("12 -k", max_size=60))
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert may_hold_contact(text) or not list(contacts_in(text))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("2026-03-05-kit-larsen-brian-cho-7f3a", False),
        ("2026-03-05-kit-larsen\n2026-03-06-kit-larsen", False),
        ("2026-03-05-kit-larsen 208-555-0134", True),
        ("2026-03-05-208-555-0134", True),
        ("met on 2026-03-05, again on 2026-03-12", False),
        ("2026-03-05 2085550134", True),
        ("call-208-555-0134", True),
        ("A12085550134", True),
        ("jo@example.com", True),
        ("12 people, 40 vans", False),
    ],
)
def test_the_quick_look(text: str, may: bool) -> None:
    assert bool(may_hold_contact(text)) is may
