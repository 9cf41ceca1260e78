"""Plain data becomes records: every key of every kind is known, and every fault is told at once, in its place."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path as Folder
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.problem import Flaw, Part, Path
from refertext.records import (
    Duration,
    Meeting,
    Member,
    Partnership,
    Profile,
    Prospect,
    Record,
    Referral,
    Settings,
    decode,
)
from refertext.records.agreement import Agreement, Commitment
from refertext.records.decode import FOLDERS
from refertext.records.keys import blocks_of
from refertext.records.meeting import Attendance
from refertext.records.numbers import Money, Threshold
from refertext.text import MOST_FLAWS_OF_A_KIND, Source, parse

EXAMPLE = Folder(__file__).parent / "example"
"""A group in which every key of every kind of record is written once."""

FILES: dict[type[Record], str] = {
    Settings: "refertext.yml",
    Member: "members/kit-larsen.md",
    Agreement: "agreements/show-up.md",
    Partnership: "partnerships/brian-cho--kit-larsen.md",
    Prospect: "prospects/haulier-nampa.yml",
    Referral: "referrals/2026/2026-03-05-kit-larsen-brian-cho-7f3a.yml",
    Meeting: "meetings/2026/2026-03-05-group.md",
    Profile: "profiles/our-half-year.yml",
}

SMALLEST = {
    Settings: "group: Harbour\ntimezone: UTC\ncurrency: USD\n",
    Member: "name: Kit Larsen\nbusiness: Northwind Staffing\n",
    Agreement: "title: We show up\nadopted: 2025-01-09\n",
    Partnership: "between: [brian-cho, kit-larsen]\nsince: 2025-02-01\n",
    Prospect: "alias: A haulier\n",
    Referral: "kind: lead\ndate: 2026-03-05\nfrom: kit-larsen\nto: everyone\n",
    Meeting: "kind: group\ndate: 2026-03-05\n",
    Profile: "title: Our half-year\n",
}

LACKING = {Prospect: {"contact", "text"}, Settings: {"text"}, Referral: {"text"}, Partnership: {"text"}}
"""Keys that the examples rightly lack."""


def plain(text: str, file: str) -> dict[str, Any]:
    document = parse(Source(file, text.encode()))
    assert document.flaws == ()
    assert document.data is not None
    return document.data


def example(kind: type[Record]) -> dict[str, Any]:
    return plain((EXAMPLE / FILES[kind]).read_text(encoding="utf-8"), FILES[kind])


def record(kind: type[Any], data: dict[str, Any]) -> Any:
    found, flaws = decode(kind, data, FILES[kind])
    assert flaws == ()
    return found


def faults(kind: type[Record], text: str) -> list[Flaw]:
    found, flaws = decode(kind, plain(text, "x.yml"), "x.yml")
    assert (found is None) == bool(flaws)
    return list(flaws)


@pytest.mark.parametrize("kind", FILES)
def test_examples(kind: type[Record]) -> None:
    found = record(kind, example(kind))
    assert (found.id, found.file) == (FILES[kind].rpartition("/")[2].partition(".")[0], FILES[kind])


@pytest.mark.parametrize("kind", FILES)
def test_examples_have_every_key(kind: type[Record]) -> None:
    keys = {field.name.removesuffix("_") for field in fields(kind) if field.init}
    assert example(kind).keys() | LACKING.get(kind, set()) | {"former_ids"} >= keys


@pytest.mark.parametrize("kind", FILES)
def test_the_body_is_the_text(kind: type[Record]) -> None:
    beside = plain(f"{SMALLEST[kind]}text: Hello\n", "x.yml")
    below = plain(f"---\n{SMALLEST[kind]}---\n\nHello\n", "x.md")
    assert decode(kind, beside, "x.yml") == decode(kind, below, "x.yml")
    assert decode(kind, below, "x.yml")[1] == ()


@pytest.mark.parametrize("kind", SMALLEST)
def test_what_must_be_there(kind: type[Record]) -> None:
    whole = plain(SMALLEST[kind], "x.yml")
    assert decode(kind, whole, "x.yml")[1] == ()
    for key in whole:
        missing = ({k: v for k, v in whole.items() if k != key}, "", "")
        empty = (whole | {key: None}, f"“{key}” has no value", f"write something after {key}:")
        for less, said, mend in (missing, empty):
            (flaw,) = decode(kind, less, "x.yml")[1]
            assert (flaw.kind.value, flaw.found, flaw.said, flaw.mend) == ("missing-key", key, said, mend)
    assert [flaw.found for flaw in decode(kind, {}, "x.yml")[1]] == list(whole)


@pytest.mark.parametrize("kind", SMALLEST)
def test_what_may_be_left_empty(kind: type[Record]) -> None:
    smallest = plain(SMALLEST[kind], "x.yml")
    optional = {field.name.removesuffix("_") for field in fields(kind) if field.init} - smallest.keys()
    whole = decode(kind, smallest, "x.yml")[0]
    for key in optional:
        found, flaws = decode(kind, {**smallest, key: None}, "x.yml")
        assert flaws == ()
        assert found == whole


@pytest.mark.parametrize("kind", SMALLEST)
@pytest.mark.parametrize("key", ["id", "file", "written_terms", "from_", "with_", "x", "", "shares"])
def test_keys_that_nothing_knows(kind: type[Record], key: str) -> None:
    (flaw,) = decode(kind, {**plain(SMALLEST[kind], "x.yml"), key: "y"}, "x.yml")[1]
    assert (flaw.kind.value, flaw.place.path, flaw.place.part, flaw.found) == ("unknown-key", (key,), Part.KEY, key)
    assert flaw.mend


VALUES: list[tuple[type[Record], str, Any]] = [
    (Settings, "meets.time", time(7, 30)),
    (Settings, "breaks.0.from_", date(2026, 12, 24)),
    (Settings, "categories", {
        "finance": {"mortgage": {"residential": {}, "commercial": {}}, "planning": {}, "bookkeeping": {}},
        "people": {"staffing": {}, "payroll": {}, "training": {}},
    }),
    (Settings, "same_words", (("home loans", "house finance"),)),
    (Settings, "seats.1.for_", "dana-wolfe"),
    (Settings, "searches.0.conversations", 12),
    (Settings, "cooling_off", Duration(6, "months")),
    (Settings, "as_of", None),
    (Settings, "waivers.0.until", date(2027, 3, 5)),
    (Member, "seat.territory", ("Boise", "Nampa")),
    (Member, "seat.consents.0.until", date(2027, 2, 19)),
    (Member, "former_seats.0.until", date(2025, 12, 31)),
    (Member, "former_seats.0.consents.0.by", "lee-ortiz"),
    (Member, "former_seats.0.shared_with", ("ada-lee",)),
    (Member, "fit.channel", "unsure"),
    (Member, "left.date", None),
    (Member, "last_day", None),
    (Member, "signed", {"show-up": date(2025, 1, 9)}),
    (Member, "manager.none", False),
    (Member, "manager.informed", date(2025, 1, 15)),
    (Member, "ideal_client.sizes", ("50-500",)),
    (Member, "channels.0.audience", 1200),
    (Member, "show_value", "no"),
    (Member, "text", "## How I help clients"),
    (Agreement, "commitments.0", Commitment(
        measure="attendance", at_least=Threshold(Fraction(3, 4), percent=True), over=Duration(26, "weeks")
    )),
    (Agreement, "commitments.3.with_", "each member"),
    (Agreement, "commitments.5.who", ("group",)),
    (Agreement, "commitments.8.weights", {"late": Fraction(1, 3), "excused": Fraction(1)}),
    (Agreement, "commitments.8.grace", Duration(60, "days")),
    (Agreement, "commitments.9.who", ("kit-larsen", "lee-ortiz")),
    (Agreement, "concerns.0.note", None),
    (Partnership, "between", ("brian-cho", "kit-larsen")),
    (Partnership, "balance.shares", {"brian-cho": Decimal(2), "kit-larsen": Decimal(1)}),
    (Partnership, "balance.agreed", date(2025, 1, 28)),
    (Partnership, "cycles.0.promise", {"brian-cho": 2, "kit-larsen": 2}),
    (Partnership, "cycles.0.contacts.0.plan", "ask, then lunch"),
    (Partnership, "reviews.every", Duration(3, "months")),
    (Partnership, "fit.brian-cho.asked", date(2025, 1, 20)),
    (Prospect, "joint.with_", ("brian-cho",)),
    (Prospect, "do_not_contact", "no"),
    (Referral, "from_", "kit-larsen"),
    (Referral, "level", 4),
    (Referral, "taken_by", ()),
    (Referral, "history.4.value", Money(Decimal(12500))),
    (Referral, "history.2.answer", "yes"),
    (Referral, "gained", Money(Decimal(800), "EUR")),
    (Meeting, "attendance.kit-larsen", Attendance(status="present")),
    (Meeting, "attendance.brian-cho.notice", date(2026, 3, 4)),
    (Meeting, "cancelled", "no"),
    (Meeting, "is_group_meeting", True),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "path", "value"), VALUES)
def test_values(kind: type[Record], path: str, value: object) -> None:
    found: Any = record(kind, example(kind))
    for step in path.split("."):
        if isinstance(found, tuple):
            found = found[int(step)]
        else:
            found = found[step] if isinstance(found, dict) else getattr(found, step)
    assert found == value


def test_other_ways_to_write() -> None:
    nobody = record(Member, plain(f"{SMALLEST[Member]}manager: none\n", "x.yml"))
    assert nobody.manager.none
    settings = record(Settings, plain(f"{SMALLEST[Settings]}categories: {{law: {{employment: }}}}\n", "x.yml"))
    assert settings.category_names() == {"law", "law/employment"}


FAULTS: list[tuple[type[Record], str, Path, str, str]] = [
    # kind, lines added to the smallest record, path, rule, part of what is said or to be written
    (Member, "goals: x", ("goals",), "wrong-shape", "a list belongs here, not plain text"),
    (Member, "goals: a, b", ("goals",), "wrong-shape", "put square brackets around it: [a, b]"),
    (Member, "goals: Kit Larsen and Lee Ortiz", ("goals",), "wrong-shape", "[Kit Larsen, Lee Ortiz]"),
    (Member, "goals: a; b / c & d + e", ("goals",), "wrong-shape", "[a, b, c, d, e]"),
    (Member, "goals: Win the north side and grow", ("goals",), "wrong-shape", "[Win the north side and grow]"),
    (Member, "goals:\n  -Win\n  -Grow with us", ("goals",), "wrong-shape",
     "begin each line of the list with a hyphen and a space: “- Win” and “- Grow with us”"),
    (Member, "goals: -Win", ("goals",), "wrong-shape", "with a hyphen and a space: “- Win”"),
    (Member, "goals:\n  • Win\n  • Grow", ("goals",), "wrong-shape", "“- Win” and “- Grow”"),
    (Member, f"goals: 'a{' ' * 200}b'", ("goals",), "wrong-shape", "put square brackets around it"),
    (Member, "goals: '•'", ("goals",), "wrong-shape", "write it as a list: [a, b]"),
    (Member, "goals: -5", ("goals",), "wrong-shape", "put square brackets around it: [-5]"),
    (Member, "goals: {a: b}", ("goals",), "wrong-shape", "a list belongs here, not a block of keys"),
    (Member, "goals: [a, [b]]", ("goals", 1), "wrong-shape", "text belongs here, not a list"),
    (Member, "goals:\n  - a\n  -\n", ("goals", 1), "missing-key", "An entry of “goals” is empty write something there"),
    (Member, "text: {a: b}", ("text",), "wrong-shape", "text belongs here, not a block of keys"),
    (Member, "business: [[a]]", ("business",), "wrong-shape", "write it on one line"),
    (Member, "business: [Northwind]", ("business",), "wrong-shape", "write Northwind, without brackets"),
    (Member, "business: ['a: b']", ("business",), "wrong-shape", "write it, without brackets"),
    (Member, "business: [a, b]", ("business",), "wrong-shape", "write one of them, without brackets"),
    (Member, "email: a@b.example", ("email",), "unknown-key",
     "write contact: in a line of its own, and this line below it, two spaces further to the right"),
    (Member, "until: 2026-01-01", ("until",), "unknown-key", "write one of name, business, seat, former_seats"),
    (Member, "gaols: x", ("gaols",), "unknown-key", "gaols  write goals"),
    (Member, "' goals': x", (" goals",), "unknown-key", " goals  write goals"),
    (Member, "\u00a0goals: x", ("\u00a0goals",), "unknown-key",
     "the key begins with a no-break space (U+00A0): delete it and write goals"),
    (Member, "goals\u3000: x", ("goals\u3000",), "unknown-key",
     "the key ends with an ideographic space (U+3000): delete it and write goals"),
    (Member, "go\u200dals: x", ("go\u200dals",), "unknown-key",
     "the key holds a zero width joiner (U+200D): delete it and write goals"),
    (Member, "\u00a0\u00a0gaols: x", ("\u00a0\u00a0gaols",), "unknown-key", "delete all of them and write goals"),
    (Member, "seat: x", ("seat",), "wrong-shape", "a block of keys belongs here, not plain text"),
    (Member, "seat: [x]", ("seat",), "wrong-shape", "a block of keys belongs here, not a list"),
    (Member, "seat: people/staffing", ("seat",), "wrong-shape", "“category: people/staffing”; services:, clients: and"),
    (Member, "seat: yes", ("seat",), "wrong-shape", "“category: …”; services:"),
    (Member, "seat: [{category: a}]", ("seat",), "wrong-shape", "write the lines below seat: without “- ” or brackets"),
    (Member, "seat: {services: [a]}", ("seat",), "missing-key", "category"),
    (Member, "seat: {category: ''}", ("seat", "category"), "missing-key", "write something after category:"),
    (Member, "seat: {category: a, consents: [b]}", ("seat", "consents", 0), "wrong-shape", "a block of keys"),
    (Member, "seat: {category: a, consents: [{by: b}]}", ("seat", "consents", 0), "missing-key", "date"),
    (Member, "seat: {category: a, consents: [{by: b, date: c}]}", ("seat", "consents", 0, "date"), "wrong-value", "c"),
    (Member, "joined: [2026-01-01]", ("joined",), "wrong-shape", "a date belongs here, not a list"),
    (Member, "signed: {a: }", ("signed", "a"), "missing-key", "a:, or remove the line"),
    (Member, "signed: {a: b}", ("signed", "a"), "wrong-value", "“b” is not a date"),
    (Member, "signed: [a]", ("signed",), "wrong-shape", "a block of keys belongs here, not a list"),
    (Member, "signed: [show-up]", ("signed",), "wrong-shape",
     "write signed: alone in its line, and below it, two spaces in: “show-up: YYYY-MM-DD”"),
    (Member, "signed: 2026-01-02", ("signed",), "wrong-shape", "“show-up: 2026-01-02”"),
    (Member, "manager: 2026-01-02", ("manager",), "wrong-shape", "two spaces in: “informed: 2026-01-02”"),
    (Member, "manager: yes", ("manager",), "wrong-shape", "“informed: YYYY-MM-DD”"),
    (Member, "leave: 2026-01-02 - 2026-02-01", ("leave",), "wrong-shape",
     "“- from: 2026-01-02” and “until: 2026-02-01”"),
    (Member, "ideal_client: logistics", ("ideal_client",), "wrong-shape", "“industries: […]”; sizes:, roles: and"),
    (Member, "fit: yes", ("fit",), "wrong-shape", "“similar_clients: …”; similar_values:, nearby: and channel: may"),
    (Member, "manager: nobody", ("manager",), "wrong-shape", "write manager: none"),
    (Member, "manager: {none: yes}", ("manager", "none"), "unknown-key", "informed"),
    (Member, "left: 2026-01-01", ("left",), "wrong-shape", "a block of keys belongs here"),
    (Member, "left: 2026-01-01", ("left",), "wrong-shape",
     "write left: alone in its line, and below it, two spaces in: “date: 2026-01-01”; why: may follow"),
    (Member, "left: moved away", ("left",), "wrong-shape", "“date: YYYY-MM-DD”; why: may follow"),
    (Member, "leave: [{from: 2026-01-01}]", ("leave", 0), "missing-key", "until"),
    (Member, "leave: [{form: 2026-01-01, until: 2026-01-02}]", ("leave", 0, "form"), "unknown-key", "write from"),
    (Member, "fit: {channel: maybe}", ("fit", "channel"), "wrong-choice", "yes, no or unsure"),
    (Member, "fit: {channel: [yes]}", ("fit", "channel"), "wrong-shape", "one word belongs here, not a list"),
    (Member, "path: [{date: 2026-01-01, how: dinner}]", ("path", 0, "how"), "wrong-choice", "lunch"),
    (Member, "channels: [{kind: a, audience: many}]", ("channels", 0, "audience"), "wrong-value", "digits"),
    (Agreement, "commitments: [{at_least: lots}]", ("commitments", 0, "at_least"), "wrong-value", "“lots”"),
    (Agreement, "commitments: [{who: {a: b}}]", ("commitments", 0, "who"), "wrong-shape", "a list belongs here"),
    (Agreement, "commitments: [{weights: {late: 50%}}]", ("commitments", 0, "weights", "late"), "wrong-value", "1/3"),
    (Agreement, "commitments: [{grace: 4 meetings}]", ("commitments", 0, "grace"), "wrong-value", "calendar"),
    (Agreement, "commitments: [{per: fortnight}]", ("commitments", 0, "per"), "wrong-choice", "week"),
    (Agreement, "commitments: [attendance]", ("commitments", 0), "wrong-shape", "a block of keys"),
    (Agreement, "commitments: [attendance]", ("commitments", 0), "wrong-shape", "“- measure: …”; rule:, promise: and"),
    (Agreement, "commitments: [{weights: 1/2}]", ("commitments", 0, "weights"), "wrong-shape", "“late: …”"),
    (Partnership, "balance: {a: two}", ("balance", "a"), "wrong-value", "“two” is not a number"),
    (Partnership, "balance: {a: 1, agreed: x}", ("balance", "agreed"), "wrong-value", "“x” is not a date"),
    (Partnership, "balance: 2:1", ("balance",), "wrong-shape", "a block of keys belongs here"),
    (Partnership, "balance: 2:1", ("balance",), "wrong-shape",
     "“brian-cho: 2” and “kit-larsen: 1”; agreed: may follow"),
    (Partnership, "balance: equal", ("balance",), "wrong-shape", "“brian-cho: …” and “kit-larsen: …”"),
    (Partnership, "explained: 2026-01-02", ("explained",), "wrong-shape", "“kit-larsen: 2026-01-02”"),
    (Partnership, "goals: more", ("goals",), "wrong-shape", "“brian-cho: …” and “kit-larsen: …”"),
    (Partnership, "gain: money", ("gain",), "wrong-shape", "“brian-cho: {why: …}”"),
    (Partnership, "gain: {a: more clients}", ("gain", "a"), "wrong-shape", "write a: alone in its line, and below it"),
    (Partnership, "gain: {a: more clients}", ("gain", "a"), "wrong-shape", "“why: more clients”; agreed: may follow"),
    (Partnership, "reviews: every 3 months", ("reviews",), "wrong-shape", "two spaces in: “every: 3 months”"),
    (Partnership, "reviews: quarterly", ("reviews",), "wrong-shape", "two spaces in: “every: …”"),
    (Partnership, "cycles: [{from: 2026-01-01, until: 2026-01-31, promise: 2}]", ("cycles", 0, "promise"),
     "wrong-shape", "“brian-cho: 2” and “kit-larsen: 2”"),
    (Partnership, "cycles: [2026-01-01 - 2026-01-31]", ("cycles", 0), "wrong-shape",
     "“- from: 2026-01-01” and “until: "),
    (Partnership, "fit: {a: {chanel: yes}}", ("fit", "a", "chanel"), "unknown-key", "write channel"),
    (Partnership, "kind: strong", ("kind",), "wrong-choice", "partner or power"),
    (Partnership, "cycles: [{from: 2026-01-01, until: x}]", ("cycles", 0, "until"), "wrong-value", "“x”"),
    (Prospect, "do_not_contact: maybe", ("do_not_contact",), "wrong-choice", "yes or no"),
    (Prospect, "joint: kit-larsen and brian-cho", ("joint",), "wrong-shape",
     "“lead: …”; with:, plan: and history: may"),
    (Prospect, "joint: kit-larsen", ("joint",), "wrong-shape", "“lead: kit-larsen”"),
    (Prospect, "joint: {with: [a]}", ("joint",), "missing-key", "lead"),
    (Prospect, "known_by: kit-larsen", ("known_by",), "wrong-shape", "[kit-larsen]"),
    (Referral, "level: 6", ("level",), "wrong-value", "from 1"),
    (Referral, "tier: insid", ("tier",), "wrong-choice", "write inside"),
    (Referral, "history: [{date: 2026-01-01, status: wonn}]", ("history", 0, "status"), "wrong-choice", "write won"),
    (Referral, "history: [{status: won}]", ("history", 0), "missing-key", "date"),
    (Referral, "history: [won]", ("history", 0), "wrong-shape",
     "“- date: YYYY-MM-DD” and “status: won”; kind:, by: and"),
    (Referral, "history: {date: 2026-01-01}", ("history",), "wrong-shape", "the first as “- date: …”"),
    (Referral, "consent: yes", ("consent",), "wrong-shape", "“date: YYYY-MM-DD”; how: may follow"),
    (Referral, "consent: by phone on 2026-01-02", ("consent",), "wrong-shape", "“date: 2026-01-02”; how: may follow"),
    (Referral, "thanked: 2026-01-02", ("thanked",), "wrong-shape", "“date: 2026-01-02”; where: and words: may follow"),
    (Referral, "status: won", ("status",), "unknown-key", "move it into an entry of history:"),
    (Referral, "consent: {date: 2026-01-01, by: a}", ("consent", "by"), "unknown-key", "write one of date, how"),
    (Referral, "consent: {date: 2026-01-01, level: 3}", ("consent", "level"), "unknown-key",
     "begin it, and what is below it, in the same column as consent:"),
    (Referral, "history: [{date: 2026-01-01, useful: yes}]", ("history", 0, "useful"), "unknown-key",
     "in the same column as history:"),
    (Referral, "history: [{date: 2026-01-01, from: a}]", ("history", 0, "from"), "unknown-key",
     "write one of date, status"),
    (Referral, "gained: €800", ("gained",), "wrong-value", "800 EUR"),
    (Meeting, "attendance: {a: presnt}", ("attendance", "a"), "wrong-choice", "write present"),
    (Meeting, "attendance: {a: {status: x}}", ("attendance", "a", "status"), "wrong-choice", "absent"),
    (Meeting, "attendance: {a: }", ("attendance", "a"), "missing-key", "a:, or remove the line"),
    (Meeting, "attendance: {a: [b]}", ("attendance", "a"), "wrong-shape", "a block of keys"),
    (Meeting, "attendance: {a: {name: b}}", ("attendance", "a"), "missing-key", "status"),
    (Meeting, "attendance: [a]", ("attendance",), "wrong-shape", "a block of keys belongs here, not a list"),
    (Meeting, "attendance: [a, b]", ("attendance",), "wrong-shape", "two spaces in: “a: present” and “b: present”"),
    (Meeting, "attendance: [a, b, c, d]", ("attendance",), "wrong-shape", "“b: present”, “c: present” and “…”"),
    (Meeting, "attendance:\n  - a: present", ("attendance",), "wrong-shape", "without “- ” or brackets"),
    (Meeting, "visitors: [Dana Wolfe]", ("visitors", 0), "wrong-shape",
     "write the entry in lines of its own below visitors:, without brackets: “- name: Dana Wolfe”"),
    (Meeting, "visitors: Dana Wolfe", ("visitors",), "wrong-shape", "below visitors:, without brackets: “- name: Dana"),
    (Meeting, "actions: [Kit sends it]", ("actions", 0), "wrong-shape", "“- who: …” and “what: …”; due: and done: may"),
    (Meeting, "visitors: [{}]", ("visitors", 0), "missing-key", "name"),
    (Settings, "meets: {every: week, weekday: thu}", ("meets", "weekday"), "wrong-choice", "thursday"),
    (Settings, "meets: thursday", ("meets",), "wrong-shape", "“every: …” and “weekday: thursday”; nth:, time: and"),
    (Settings, "breaks: [2026-12-24 - 2027-01-01]", ("breaks", 0), "wrong-shape",
     "“- from: 2026-12-24” and “until: 2027-"),
    (Settings, "same_words: [a]", ("same_words",), "wrong-value", "brackets of its own"),
    (Settings, "same_words: [[a, b], c]", ("same_words", 1), "wrong-shape", "a list belongs here"),
    (Settings, "same_words: [[a, b], [c]]", ("same_words", 1), "wrong-value", "“c” stands alone"),
    (Settings, "categories: [a]", ("categories",), "wrong-shape", "a tree of categories"),
    (Settings, "meets: {every: month, weekday: friday}", ("meets",), "wrong-value", "does not say on which Friday"),
    (Settings, "meets: {every: month, nth: 0, weekday: friday}", ("meets",), "wrong-value", "no month has a Friday"),
    (Settings, "meets: {every: month, nth: 6, weekday: friday}", ("meets",), "wrong-value", "up to nth: 5"),
    (Settings, "categories: {a/b: }", ("categories", "a/b"), "wrong-value", "categories “a/b” cannot name a category"),
    (Settings, "categories: {a/b: }", ("categories", "a/b"), "wrong-value", "write a: {b: }, since what is below it"),
    (Settings, "categories: {' a': }", ("categories", " a"), "wrong-value", "“ a” cannot name a category write a:,"),
    (Settings, "categories: {a: {'': }}", ("categories", "a", ""), "wrong-value", "“” cannot name a category write a"),
    (Settings, f"categories: {{{'a' * 61}: }}", ("categories", "a" * 61), "wrong-value", "at most 60 letters"),
    (Settings, "categories: {a: b}", ("categories", "a"), "wrong-shape", "not plain text"),
    (Settings, "categories: {health: dentists}", ("categories", "health"), "wrong-shape", "write health: {dentists: }"),
    (Settings, "categories: {health: 'dentist, doctor'}", ("categories", "health"), "wrong-shape",
     "health a name with a colon, for each category below it, belongs here, not plain text write health: {dentist"),
    (Settings, "categories:\n  law:\n  health: [dentist, doctor]", ("categories", "health"), "wrong-shape",
     "write health: {dentist: , doctor: }"),
    (Settings, "categories: {a: {b: [c: d]}}", ("categories", "a", "b"), "wrong-shape", "finance: {mortgage: , "),
    (Settings, "waivers: [{rule: a, file: b, why: c}]", ("waivers", 0), "missing-key", "until"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lines", "path", "rule", "said"), FAULTS)
def test_faults(kind: type[Record], lines: str, path: Path, rule: str, said: str) -> None:
    key = lines.partition(":")[0]
    smallest = "".join(line for line in SMALLEST[kind].splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (flaw,) = faults(kind, f"{smallest}{lines}\n")
    assert (flaw.kind.value, flaw.place.path) == (rule, path)
    assert said in f"{flaw.found} {flaw.said} {flaw.mend}"
    of_the_key = rule in ("missing-key", "unknown-key") or "cannot name a category" in flaw.said
    assert flaw.place.part is (Part.KEY if of_the_key else Part.VALUE)


@pytest.mark.parametrize(
    ("zone", "taken"),
    [
        ("America/Denver", True),
        ("UTC", True),
        ("", False),
        ("America", False),
        ("Mars/Phobos", False),
        ("america denver", False),
        ("../America/Denver", False),
        ("/etc/localtime", False),
        ("America/../Europe/Berlin", False),
        ("x" * 5000, False),
        ("日本", False),
    ],
)
def test_time_zones(zone: str, taken: bool) -> None:
    flaws = decode(Settings, {"group": "a", "timezone": zone, "currency": "USD"}, "x.yml")[1]
    assert [flaw.place.path for flaw in flaws] == ([] if taken else [("timezone",)])


@pytest.mark.parametrize("currency", ["usd", "US", "USDX", "U5D", "", "$", "ÜSD", "U D", ["USD"], {"USD": None}])
def test_no_currencies(currency: object) -> None:
    (flaw,) = decode(Settings, {"group": "a", "timezone": "UTC", "currency": currency}, "x.yml")[1]
    assert flaw.place.path == ("currency",)
    assert "three capital letters" in flaw.mend


def test_all_faults_at_once() -> None:
    flaws = faults(
        Referral,
        "kind: refferal\ndate: 3/5/2026\nfrom: [a]\nlevel: 9\n"
        "history:\n  - {date: x, status: y, valu: 3}\n  - z\n"
        "foo: bar\n",
    )
    assert [(flaw.place.path, flaw.kind.value) for flaw in flaws] == [
        (("kind",), "wrong-choice"),
        (("date",), "wrong-value"),
        (("from",), "wrong-shape"),
        ((), "missing-key"),
        (("level",), "wrong-value"),
        (("history", 0, "date"), "wrong-value"),
        (("history", 0, "status"), "wrong-choice"),
        (("history", 0, "valu"), "unknown-key"),
        (("history", 1), "wrong-shape"),
        (("foo",), "unknown-key"),
    ]


@pytest.mark.parametrize("kind", SMALLEST)
@pytest.mark.parametrize("value", ["yes", "2026-01-02", "[a, b]", "a haulier in Nampa", "1:1", "3 months"])
def test_what_is_to_be_written_for_a_block_can_be_written(kind: Any, value: str) -> None:
    """Only the gaps that people fill in themselves may still be wrong."""
    for path in blocks_of(kind)[1:]:
        key, smallest = str(path[0]), SMALLEST[kind]
        (flaw, *_) = faults(kind, f"{smallest}{key}: {value}\n")
        is_at_the_top = len(path) == 1 or (len(path) == 2 and path[1] == 0)
        if not is_at_the_top or flaw.kind.value != "wrong-shape" or "“" not in flaw.mend:
            continue
        mend = flaw.mend.replace("YYYY-MM-DD", "2026-01-02").replace("…", "x")
        lines = "\n    ".join(re.findall("“([^”]*)”", mend))
        indent = "  " if lines.startswith("-") else "    "
        again = faults(kind, f"{smallest}{key}:\n{indent}{lines}\n")
        assert {flaw.kind.value for flaw in again} <= {"wrong-choice", "wrong-value"}, (key, lines)


def test_all_faults_of_the_categories_at_once() -> None:
    flaws = faults(Settings, SMALLEST[Settings] + "categories:\n  a: b\n  c/d:\n    e: [f]\n  g: {h: {' i': j}}\n")
    assert [(flaw.place.path[1:], flaw.kind.value) for flaw in flaws] == [
        (("a",), "wrong-shape"),
        (("c/d",), "wrong-value"),
        (("c/d", "e"), "wrong-shape"),
        (("g", "h", " i"), "wrong-value"),
        (("g", "h", " i"), "wrong-shape"),
    ]


def test_a_misspelt_key_is_not_missing_too() -> None:
    (flaw,) = faults(Prospect, "alais: A haulier\n")
    assert (flaw.kind.value, flaw.mend) == ("unknown-key", "write alias")
    assert [flaw.kind.value for flaw in faults(Prospect, "name: A haulier\nxyz: b\n")] == ["missing-key", "unknown-key"]


@pytest.mark.parametrize(
    ("lines", "mends"),
    [
        ("seat:\n  category: a\nclients: [b]\n", ["move it below seat:, two spaces further to the right"]),
        ("seat: {services: [a]}\ncategory: b\n", ["move it below seat:, two spaces further to the right"]),
        ("contact: {email: a}\nemail: b\n", ["write one of name, business, seat, former_seats"]),
        ("left: {date: 2026-01-01}\nleave: []\nwhy: a\n", ["it belongs below leave: or left:"]),
    ],
)
def test_a_key_in_the_wrong_block(lines: str, mends: list[str]) -> None:
    flaws = faults(Member, SMALLEST[Member] + lines)
    assert [(flaw.kind.value, mend in flaw.mend) for flaw, mend in zip(flaws, mends, strict=True)] == [
        ("unknown-key", True)
    ] * len(mends)


def test_nothing_in_a_list_is_called_by_a_number() -> None:
    assert [flaw.found for flaw in faults(Member, SMALLEST[Member] + "goals: [[a], {b: c}]\n")] == ["goals", "goals"]


def test_many_faults_are_counted() -> None:
    flaws = faults(Prospect, SMALLEST[Prospect] + "".join(f"k{n}: x\n" for n in range(500)))
    assert len(flaws) == MOST_FLAWS_OF_A_KIND
    assert flaws[-1].more == 490


def test_long_lists_of_a_seat_are_refused() -> None:
    (flaw,) = faults(Member, SMALLEST[Member] + f"seat: {{category: a, services: [{', '.join(['b'] * 61)}]}}\n")
    assert (flaw.kind.value, flaw.place.path) == ("wrong-value", ("seat", "services"))


texts = st.text(max_size=6) | st.sampled_from(["2026-01-01", "yes", "kit-larsen", "75%", "won", "present", "none"])
data = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", SMALLEST)
@given(drawn=st.data())
def test_any_data_gives_a_record_or_flaws(kind: type[Record], drawn: st.DataObject) -> None:
    known = st.sampled_from([field.name.removesuffix("_") for field in fields(kind) if field.init])
    smallest = plain(SMALLEST[kind], "x.yml")
    changed = smallest | drawn.draw(st.dictionaries(known | texts, data, max_size=5))
    found, flaws = decode(kind, changed, "x.yml")
    assert (found is None) == bool(flaws)
    for flaw in flaws:
        assert flaw.found or flaw.said or flaw.kind.value == "unknown-key" or not flaw.place.path[-1]


@pytest.mark.parametrize("kind", SMALLEST)
@given(drawn=st.data())
def test_any_data_at_any_depth(kind: type[Record], drawn: st.DataObject) -> None:
    """One value of a whole example, however deep, is replaced by anything."""
    whole = example(kind)
    inner: Any = whole
    while True:
        step = drawn.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        if not isinstance(inner[step], (dict, list)) or not inner[step] or drawn.draw(st.booleans()):
            break
        inner = inner[step]
    inner[step] = drawn.draw(data)
    found, flaws = decode(kind, whole, FILES[kind])
    assert (found is None) == bool(flaws)
    assert found is None or is_dataclass(found)


def test_every_folder_has_an_example() -> None:
    assert {Settings, *FOLDERS.values()} == FILES.keys()


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        (["ann-b", "cy-d"], "“ann-b: 2” and “cy-d: 1”"),
        ("ann-b, cy-d", "“ann-b: 2” and “cy-d: 1”"),
        ("ann-b and cy-d", "“ann-b: 2” and “cy-d: 1”"),
        (None, "“NAME: …”"),
    ],
)
def test_the_lines_of_a_balance_name_the_partners_as_far_as_they_can_be_read(between: object, lines: str) -> None:
    _, flaws = decode(Partnership, {"between": between, "since": "2026-01-01", "balance": "2:1"}, "x.md")
    assert f"two spaces in: {lines}; agreed: may follow" in flaws[-1].mend
