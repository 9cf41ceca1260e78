"""Exclusivity: which seats touch each other, who was there first, and what was agreed."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import group_of
from refertext.group import Group, Rivalry
from refertext.group.seats import SIDES, Touch

SETTINGS = """\
group: Harbour
timezone: UTC
currency: USD
as_of: 2026-03-11
categories:
  finance: {mortgage: {residential: , commercial: }, planning: }
  people: {staffing: , payroll: }
same_words: [[home loans, house finance]]
"""
AS_OF = date(2026, 3, 11)

Seat = dict[str, Any]

SAME, ADJACENT, OVER, NEAR = Touch.SAME, Touch.ADJACENT, Touch.OVER_BRANCH, Touch.NEIGHBOURING


def seat(written: str) -> Seat:
    """A seat written as category | services | clients | territory | excludes; what is left out is nothing."""
    category, *lists = written.split(" | ")
    keys = ("services", "clients", "territory", "excludes")
    return {"category": category} | {key: text.split(", ") for key, text in zip(keys, lists, strict=False) if text}


def member(name: str, held: Seat | None, **more: Any) -> str:
    whole = {"name": name, "business": f"{name} Ltd", "seat": held, "joined": "2025-01-09"} | more
    return json.dumps({key: value for key, value in whole.items() if value is not None})


def group(**members: str) -> Group:
    found = group_of({"refertext.yml": SETTINGS} | {f"members/{id_}.yml": text for id_, text in members.items()})
    assert not [flaw for flaws in found.flaws.values() for flaw in flaws]
    assert found.members.keys() == members.keys()
    return found


def touches(one: Seat, other: Seat) -> Touch | None:
    """How two seats touch, whoever of the two came first."""
    found = [
        group(ann=member("Ann", first), bob=member("Bob", second, joined="2025-06-01")).rivalries
        for first, second in ((one, other), (other, one))
    ]
    assert [rivalry.touch for rivalry in found[0]] == [rivalry.touch for rivalry in found[1]]
    assert all(len(rivalries) < 2 for rivalries in found)
    return found[0][0].touch if found[0] else None


PAIRS: list[tuple[str, str, Touch | None]] = [
    # nothing in common, or only what makes good partners
    ("people/payroll | payroll | employers | Boise", "people/staffing | shifts | schools | Nampa", None),
    ("people/payroll | payroll | employers | Boise", "people/staffing | shifts | employers | Boise", None),
    ("people/payroll | payroll | employers | Boise", "people/staffing | shifts | employers | Nampa", None),
    ("people/payroll | payroll | employers | Boise", "people/staffing | shifts | schools | Boise", None),
    ("people/payroll | payroll | employers | Boise", "people/payroll | advice | schools | Boise", None),
    ("people/payroll | payroll | employers | Boise", "people/payroll | advice | employers | Nampa", None),
    ("people/payroll | payroll | employers | Boise", "people/payroll | advice | schools | Nampa", None),
    ("people/payroll", "people/staffing", None),
    ("people/payroll", "finance/planning | pensions", None),
    ("people", "finance", None),
    ("finance/mortgage/residential", "finance/mortgage/commercial", None),
    ("people/pay | payroll", "people/payroll | shifts", None),
    # in other words
    ("law | loans | employers | Boise", "finance | house finance | employers | Boise", SAME),
    ("law | house finance | employers | Boise", "finance | loans | employers | Boise | home loans", None),
    ("law | advice | non-profits | Boise", "finance | advice | nonprofit | Boise", SAME),
    ("law | advice | women | Boise", "finance | advice | woman | Boise", SAME),
    ("law | advice | everybody | Boise", "finance | advice | employers | Boise", SAME),
    ("law | advice | employers, Anyone! | everywhere", "finance | advice | schools | Boise", SAME),
    ("law | everything | schools | Boise", "law | advice | schools | Boise", SAME),
    ("law | all | schools | Boise", "finance | advice | schools | Boise", None),
    ("law | advice | all employers | Boise", "finance | advice | schools | Boise", ADJACENT),
    ("law | advice | all clients | nationwide", "finance | advice | schools | Boise", SAME),
    ("law | every service | any business | all areas", "law | advice | schools | Boise", SAME),
    ("law | advice | schools | online", "finance | advice | schools | Boise", ADJACENT),
    ("law | advice | n/a | Boise", "finance | advice | n/a | Boise", ADJACENT),
    ("law | none | schools | Boise", "finance | none | schools | Boise", None),
    # services alone
    ("people/payroll | payroll | employers | Boise", "people/payroll | payroll | schools | Nampa", None),
    ("people/payroll | payroll | employers | Boise", "finance/planning | payroll | schools | Nampa", None),
    # services, clients and territory
    ("people/payroll | payroll | employers | Boise", "people/payroll | payroll | employers | Boise", SAME),
    ("people/payroll | payroll | employers | Boise", "finance/planning | Payrolls | EMPLOYER | boise", SAME),
    ("people | a, payroll | x, employers | Boise, z", "finance | payroll, b | employers, y | w, Boise", SAME),
    ("finance | loans | homes | Idaho", "people | home loans | big homes | North Idaho", SAME),
    ("finance | home loans | a | b", "people | house finance | a | b", SAME),
    ("people/payroll | payroll", "finance/planning | payroll", SAME),
    ("people/payroll | payroll", "finance/planning | payroll | employers | Boise", SAME),
    ("people/payroll", "people/payroll", SAME),
    ("people/payroll", "people/payroll | advice | employers | Boise", SAME),
    ("people", "people/payroll | advice | employers | Boise", SAME),
    ("people/payroll", "people | advice | employers | Boise", SAME),
    ("finance", "finance/mortgage/residential | home loans", SAME),
    ("finance/mortgage/residential", "finance", SAME),
    # services and one of the others
    ("people/payroll | payroll | employers | Boise", "people/payroll | payroll | employers | Nampa", ADJACENT),
    ("people/payroll | payroll | employers | Boise", "people/payroll | payroll | schools | Boise", ADJACENT),
    ("people/payroll | payroll | employers | Boise", "finance | payroll | employers | Nampa", ADJACENT),
    ("people/payroll | payroll |  | Boise", "finance | payroll | employers | Nampa", ADJACENT),
    ("people/payroll | payroll | employers", "finance | payroll | schools | Nampa", ADJACENT),
    ("people |  | employers | Boise", "people/payroll | advice | employers | Nampa", ADJACENT),
    ("people | payroll | employers | Boise", "people/payroll | payroll | employers | Nampa", ADJACENT),
    # one category above the other's
    ("people | advice | employers | Boise", "people/payroll | payroll | employers | Boise", OVER),
    ("people | advice | schools | Nampa", "people/payroll | payroll | employers | Boise", OVER),
    ("people | payroll | schools | Nampa", "people/payroll | payroll | employers | Boise", OVER),
    ("people |  | schools | Nampa", "people/payroll | payroll | employers | Boise", OVER),
    ("finance | advice", "finance/mortgage/residential | loans", OVER),
    # the same category, clients and territory
    ("people/payroll | payroll | employers | Boise", "people/payroll | advice | employers | Boise", NEAR),
    ("people/payroll | payroll | employers", "people/payroll | advice | big employers | Boise", NEAR),
    ("people/payroll | payroll", "people/payroll | advice", NEAR),
    # what is excluded
    ("law | payroll, advice | employers | Boise | pension advice", "hr | pension advice | employers | Boise", None),
    ("law | payroll, advice | employers | Boise | pension advice", "hr | wage advice | employers | Boise", SAME),
    ("law | advice |  | Boise | advice for schools", "hr | advice | schools | Boise", SAME),
    ("law | advice |  | Boise | schools", "hr | advice | schools | Boise", ADJACENT),
    ("people/payroll | payroll | a | b | big payroll", "people/payroll | big payroll | a | b", NEAR),
    ("people/payroll |  | a | b | payroll", "people/payroll | payroll | a | b", NEAR),
    ("people/payroll |  | a | b | payroll", "people/payroll | payroll, advice | a | b", SAME),
    ("people/payroll |  | a | b | payroll", "people/payroll |  | a | b", SAME),
    ("finance | loans | a | b | home loans", "finance | home loans | a | b", NEAR),
    ("finance | loans | a | b | house finance", "finance | home loans | a | b", NEAR),
    ("finance | loans | a | b | home loans", "finance | loans | a | b", SAME),
    ("finance | loans | a | b | car loans", "finance | home loans | a | b", SAME),
    ("finance | loans | a | b | home loans", "people | home loans | a | b", None),
    ("people | payroll | a |  | Boise", "finance | payroll | a | Boise", ADJACENT),
    ("people | payroll |  | b | schools", "finance | payroll | schools | b", ADJACENT),
    ("people | payroll |  |  | schools, Boise", "finance | payroll | schools | Boise", None),
    ("people | payroll | a | Idaho | Boise", "finance | payroll | a | Idaho", SAME),
    # what a seat excludes and names itself
    ("people/payroll | payroll | a | b | payroll", "people/payroll | payroll | a | b", SAME),
    ("people/payroll | payroll | a | b", "people/payroll | big payroll | a | b | payroll", SAME),
    ("finance | home loans | a | b | loans", "people | home loans | a | b", SAME),
    ("finance | home loans | a | b | house finance", "people | home loans | a | b", SAME),
    ("finance | loans, home loans | a | b | home loans, car loans", "people | home loans | a | b", SAME),
    ("finance | loans, home loans | a | b | home loans, car loans", "people | car loans | a | b", None),
    ("finance | loans | a | b | a", "people | loans | a | b", SAME),
    ("finance | loans | a | b | b", "people | loans | a | b", SAME),
    # a branch that is excluded
    ("finance/mortgage |  |  |  | commercial", "finance/mortgage/commercial", None),
    ("finance/mortgage |  |  |  | finance/mortgage/commercial", "finance/mortgage/commercial", None),
    ("finance/mortgage | loans |  |  | commercial", "finance/mortgage/commercial", None),
    ("finance/mortgage |  |  |  | commercial", "finance/mortgage/commercial | advice", None),
    ("finance/mortgage | loans |  |  | commercial", "finance/mortgage/commercial | advice", None),
    ("finance/mortgage | loans |  |  | commercial", "finance/mortgage/commercial | loans", SAME),
    ("finance |  |  |  | mortgage", "finance/mortgage/commercial", None),
    ("finance/mortgage |  |  |  | commercial", "finance/mortgage/residential", SAME),
    ("finance/mortgage |  |  |  | mortgage", "finance/mortgage/residential", SAME),
    ("finance/mortgage |  |  |  | mortgage, commercial", "finance/mortgage/commercial", None),
    ("finance/mortgage |  |  |  | commercial", "finance/mortgage", SAME),
    ("finance/mortgage", "finance/mortgage/commercial |  |  |  | finance", SAME),
    # entries without words mean nothing, a list without entries everything
    ("people | — | a | b", "people | — | a | b", NEAR),
    ("people | — | a | b", "people |  | a | b", SAME),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "touch"), PAIRS)
def test_pairs(one: str, other: str, touch: Touch | None) -> None:
    assert touches(seat(one), seat(other)) is touch


PAYROLL = seat("people/payroll | payroll | employers | Boise")
NAMPA = seat("people/payroll | payroll | employers | Nampa")
STAFFING = seat("people/staffing | shifts | schools | Meridian")


def was(held: Seat, *until: str) -> dict[str, Any]:
    """The key of a seat formerly held until a day, or several times."""
    return {"former_seats": [held | {"until": day} for day in until]}


def shared(*others: str) -> Seat:
    return PAYROLL | {"shared_with": list(others)}


def colleague(*others: str, of: str = "Pay Ltd") -> dict[str, Any]:
    """The keys of somebody who shares the seat with others of one business."""
    return {"business": of, "seat": shared(*others)}


BACKWARDS = [{"joined": "2027-01-01", "left": "2026-06-01"}]
LONG_AGO = [{"joined": "2020-01-01", "left": "2020-12-31"}]

TIMES: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, str] | None]] = [
    # what, Ann's keys, Bob's keys, incumbent and newcomer of the rivalry
    ("an alumnus holds nothing", {"left": {"date": "2026-03-10"}}, {}, None),
    ("who leaves today still holds it", {"left": {"date": "2026-03-11"}}, {}, ("ann", "bob")),
    ("left without a day is not left", {"left": {"why": "moved"}}, {}, ("ann", "bob")),
    ("the successor comes the day after", {"left": {"date": "2026-04-30"}}, {"joined": "2026-05-01"}, None),
    ("the successor comes on the last day", {"left": {"date": "2026-04-30"}}, {"joined": "2026-04-30"}, ("ann", "bob")),
    ("who will join is judged now", {}, {"joined": "2027-01-01"}, ("ann", "bob")),
    ("the earlier joiner is the incumbent", {"joined": "2026-02-01"}, {"joined": "2025-01-01"}, ("bob", "ann")),
    ("on one day the id decides", {"joined": "2025-01-01"}, {"joined": "2025-01-01"}, ("ann", "bob")),
    ("on leave a seat is held", {"leave": [{"from": "2026-01-01", "until": "2026-06-30"}]}, {}, ("ann", "bob")),
    ("a candidate is judged as if they joined", {"joined": None}, {}, ("bob", "ann")),
    ("a candidate comes after who will join", {"joined": None}, {"joined": "2027-01-01"}, ("bob", "ann")),
    ("of two candidates the id decides", {"joined": None}, {"joined": None}, ("ann", "bob")),
    ("a candidate may follow who leaves", {"joined": None}, {"left": {"date": "2026-03-10"}}, None),
    ("a seat of one who came back", {"earlier": LONG_AGO}, {}, ("ann", "bob")),
    (
        "a time that runs is held by the seat of its days",
        {"earlier": [{"joined": "2020-01-01", "left": "2026-03-11"}], "joined": "2026-09-01"},
        {},
        ("ann", "bob"),
    ),
    (
        "the time before it is over",
        {"earlier": [{"joined": "2020-01-01", "left": "2026-03-10"}], "joined": "2026-09-01"},
        {},
        ("bob", "ann"),
    ),
    (
        "who leaves and applies again holds it to the last day",
        {"earlier": [{"joined": "2020-01-01", "left": "2026-03-11"}], "joined": None},
        {},
        ("ann", "bob"),
    ),
    (
        "a seat given up in a time that runs",
        {
            "earlier": [{"joined": "2020-01-01", "left": "2026-04-30"}],
            "joined": "2026-09-01",
            "seat": STAFFING,
            **was(PAYROLL, "2026-03-31"),
        },
        {},
        ("ann", "bob"),
    ),
    ("an earlier time that runs backwards", {"earlier": BACKWARDS}, {}, ("ann", "bob")),
    ("only earlier members are candidates", {"joined": None, "earlier": LONG_AGO}, {}, ("bob", "ann")),
    ("nobody holds a seat without one", {"seat": None}, {}, None),
    # changes of business
    ("a former seat is given up", {"seat": STAFFING, **was(PAYROLL, "2026-03-10")}, {}, None),
    ("a former seat is held to its last day", {"seat": STAFFING, **was(PAYROLL, "2026-03-11")}, {}, ("ann", "bob")),
    ("a change of business is like an application", was(STAFFING, "2026-02-28"), {}, ("bob", "ann")),
    ("a change to come is judged now", was(STAFFING, "2026-12-31"), {}, ("bob", "ann")),
    ("a change long ago keeps its day", {"joined": "2024-01-01", **was(STAFFING, "2024-12-31")}, {}, ("ann", "bob")),
    ("the last former seat counts", was(STAFFING, "2026-01-31", "2025-02-28"), {}, ("bob", "ann")),
    (
        "a seat of an earlier time brings no later one forward",
        {
            "joined": "2026-02-01",
            "seat": STAFFING,
            "former_seats": [STAFFING | {"until": "2025-03-31"}, PAYROLL | {"until": "2026-12-31"}],
        },
        {},
        ("bob", "ann"),
    ),
    ("who changes and leaves before", {"left": {"date": "2026-12-31"}, **was(STAFFING, "2026-12-31")}, {}, None),
    (
        "a seat given up ends with the membership",
        {"left": {"date": "2026-04-30"}, "seat": STAFFING, **was(PAYROLL, "2026-12-31")},
        {"joined": "2026-05-01"},
        None,
    ),
    ("none held before joining", {"seat": STAFFING, **was(PAYROLL, "2026-05-31"), "joined": "2026-06-01"}, {}, None),
    ("a candidate's was never held", {"joined": None, "seat": STAFFING, **was(PAYROLL, "2026-12-31")}, {}, None),
    # colleagues
    ("colleagues share a seat", colleague("bob"), colleague("ann"), None),
    ("one business, however it is spaced", colleague("bob"), colleague("ann", of="PAY  ltd"), None),
    ("of two businesses nobody shares", colleague("bob"), colleague("ann", of="Pay"), ("ann", "bob")),
    ("one word is not enough", colleague("bob"), {"business": "Pay Ltd"}, ("ann", "bob")),
    ("the other's word is not enough", {"business": "Pay Ltd"}, colleague("ann"), ("ann", "bob")),
    ("shared with others", colleague("cat"), colleague("cat"), ("ann", "bob")),
    ("shared under a former id", {"former_ids": ["anna"], **colleague("bob")}, colleague("anna"), None),
]  # fmt: skip


@pytest.mark.parametrize(("ann", "bob", "order"), [row[1:] for row in TIMES], ids=[row[0] for row in TIMES])
def test_times(ann: dict[str, Any], bob: dict[str, Any], order: tuple[str, str] | None) -> None:
    bobs = {"joined": "2025-06-01"} | bob
    found = group(ann=member("Ann", PAYROLL, **ann), bob=member("Bob", PAYROLL, **bobs)).rivalries
    assert [(rivalry.incumbent.member.id, rivalry.newcomer.member.id) for rivalry in found] == (
        [order] if order else []
    )
    assert all(rivalry.touch is SAME for rivalry in found)


def test_a_seat_given_up_soon_and_the_next_one_are_both_judged() -> None:
    changing = member("Ann", PAYROLL, **was(STAFFING, "2026-12-31"))
    found = group(ann=changing, bob=member("Bob", PAYROLL), cat=member("Cat", STAFFING, joined="2025-06-01")).rivalries
    assert {(rivalry.incumbent.member.id, rivalry.newcomer.member.id, rivalry.newcomer.path) for rivalry in found} == {
        ("bob", "ann", ("seat",)),
        ("ann", "cat", ("seat",)),
    }


def test_who_follows_a_seat_that_is_given_up_before_is_silent() -> None:
    changing = member("Ann", STAFFING, **was(PAYROLL, "2026-12-31"))
    assert not group(ann=changing, bob=member("Bob", PAYROLL, joined="2027-01-01")).rivalries
    assert group(ann=changing, bob=member("Bob", PAYROLL, joined="2026-12-31")).rivalries


def consent(**keys: str) -> dict[str, str]:
    return {"by": "ann", "date": "2026-01-15"} | keys


RENEWED = consent(date="2026-02-02", until="2027-02-01")

CONSENTS: list[tuple[str, list[dict[str, str]], list[dict[str, str]], str | None]] = [
    # what, consents in the newcomer's file, in the incumbent's file, the day of the one that counts
    ("none", [], [], None),
    ("by another", [consent(by="cat")], [], None),
    ("by oneself", [consent(by="bob")], [], None),
    ("in the wrong file", [], [consent(by="bob")], None),
    ("yet to come", [consent(date="2026-03-12")], [], None),
    ("of today", [consent(date="2026-03-11")], [], "2026-03-11"),
    ("without end", [consent()], [], "2026-01-15"),
    ("running", [consent(until="2026-03-11")], [], "2026-01-15"),
    ("ended", [consent(until="2026-03-10")], [], "2026-01-15"),
    ("renewed", [consent(until="2026-02-01"), RENEWED], [], "2026-02-02"),
    ("renewed, in any order", [RENEWED, consent(until="2026-02-01")], [], "2026-02-02"),
    ("without end is longest", [consent(), RENEWED], [], "2026-01-15"),
    ("under a former id", [consent(by="anna")], [], "2026-01-15"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("newcomers", "incumbents", "day"), [row[1:] for row in CONSENTS], ids=[row[0] for row in CONSENTS]
)
def test_consents(newcomers: list[dict[str, str]], incumbents: list[dict[str, str]], day: str | None) -> None:
    ann = member("Ann", PAYROLL | {"consents": incumbents}, former_ids=["anna"])
    bob = member("Bob", NAMPA | {"consents": newcomers}, joined="2025-06-01")
    (rivalry,) = group(ann=ann, bob=bob).rivalries
    assert rivalry.touch is ADJACENT
    assert (rivalry.consent and rivalry.consent.date.isoformat()) == day


def test_what_overlaps_is_named_by_position() -> None:
    ann = member("Ann", seat("people/payroll | advice, Payroll |  | Nampa, Boise"))
    bob = member("Bob", seat("finance | payrolls, loans | employers"), joined="2025-06-01")
    (rivalry,) = group(ann=ann, bob=bob).rivalries
    assert [(overlap.side, overlap.pairs) for overlap in rivalry.overlaps] == [
        ("services", ((0, 1),)),
        ("clients", ((0, None),)),
        ("territory", ((None, 0), (None, 1))),
    ]


def test_what_would_say_the_same_again_is_not_named() -> None:
    ann = member("Ann", seat("people | home loans, car loans, Loan, loan"))
    bob = member("Bob", seat("finance | loans, leases, loans, car loans | employers"), joined="2025-06-01")
    (rivalry,) = group(ann=ann, bob=bob).rivalries
    assert rivalry.overlaps[0].pairs == ((0, 0), (0, 2), (3, 1))
    many = seat(f"people | {', '.join(['x'] * 60)}")
    (rivalry,) = group(ann=member("Ann", many), bob=member("Bob", many)).rivalries
    assert rivalry.overlaps[0].pairs == ((0, 0),)


def test_an_excluded_entry_is_not_named() -> None:
    ann = member("Ann", seat("people |  |  |  | payroll"))
    bob = member("Bob", seat("people | payroll, advice"), joined="2025-06-01")
    (rivalry,) = group(ann=ann, bob=bob).rivalries
    assert rivalry.overlaps[0].pairs == ((1, None),)


categories = st.sampled_from(["people", "people/payroll", "people/staffing", "finance", "finance/mortgage/residential"])
words = st.lists(st.sampled_from(["payroll", "home loans", "loans", "house finance", "advice", "a b", "b"]), max_size=3)
seats = st.fixed_dictionaries(
    {"category": categories, "services": words, "clients": words, "territory": words, "excludes": words}
)
joined = st.sampled_from([None, "2025-01-01", "2025-06-01", "2026-06-01"])
people = st.lists(st.tuples(seats, joined), min_size=2, max_size=4)


def seen(rivalry: Rivalry) -> tuple[object, ...]:
    sides = {overlap.side for overlap in rivalry.overlaps}
    return rivalry.incumbent.member.id, rivalry.newcomer.member.id, rivalry.touch, sides == set(SIDES), rivalry.consent


@given(people, st.randoms(use_true_random=False))
def test_order_of_files_and_entries_and_case_never_matter(
    drawn: list[tuple[Seat, str | None]], chance: random.Random
) -> None:
    plain = {f"m{number}": member("Ann", held, joined=day) for number, (held, day) in enumerate(drawn)}
    expected = [seen(rivalry) for rivalry in group(**plain).rivalries]

    def stirred(held: Seat) -> Seat:
        lists = {
            key: [chance.choice([str.upper, str.title, str.lower])(text) for text in held[key]]
            for key in (*SIDES, "excludes")
        }
        for entries in lists.values():
            chance.shuffle(entries)
        return {**held, **lists}

    files = list(enumerate(drawn))
    chance.shuffle(files)
    other = {f"m{number}": member("Ann", stirred(held), joined=day) for number, (held, day) in files}
    assert [seen(rivalry) for rivalry in group(**other).rivalries] == expected


def oracle(one: Seat, other: Seat) -> Touch | None:
    """The rule read aloud, for seats whose entries are single words and whose excludes are empty."""

    def branch(a: str, b: str) -> bool:
        return a == b or a.startswith(b + "/") or b.startswith(a + "/")

    def meet(side: str) -> bool:
        a, b = set(one[side]), set(other[side])
        if side == "services" and not (a and b):
            return branch(one["category"], other["category"])
        return not a or not b or bool(a & b)

    services, clients, territory = (meet(side) for side in SIDES)
    if services and clients and territory:
        return SAME
    if services and (clients or territory):
        return ADJACENT
    if one["category"] != other["category"] and branch(one["category"], other["category"]):
        return OVER
    return NEAR if one["category"] == other["category"] and clients and territory else None


letters = st.lists(st.sampled_from(["kay", "ell", "emm"]), max_size=2)
simple = st.fixed_dictionaries({"category": categories, "services": letters, "clients": letters, "territory": letters})


@given(simple, simple)
def test_against_the_rule_read_aloud(one: Seat, other: Seat) -> None:
    assert touches(one, other) is oracle(one, other)
