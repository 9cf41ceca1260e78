"""Every measure is there, says what it is, and is computed only of what it is made for."""

from __future__ import annotations

import pytest

from refertext.measures import GROUP, Measure, Unit, a_member, a_pair, facts
from refertext.measures.registry import all_measures
from small import YEAR, gift, meetings, members, small, window

MEASURES = {
    "attendance": {
        "attendance",
        "attendance-credited",
        "absences",
        "absenteeism",
        "equivalent-absences",
        "consecutive-absences",
        "lates",
        "substitutes",
        "notice-given",
        "leads-while-absent",
    },
    "giving": {
        "leads",
        "introductions",
        "referrals",
        "contributions",
        "leads-received",
        "introductions-received",
        "referrals-received",
        "contributions-received",
        "outside-share",
        "qualified-share",
        "balance",
        "concentration",
        "two-way-pairs",
    },
    "outcomes": {
        "prospect-meetings",
        "response-time",
        "freshness",
        "conversion",
        "value",
        "value-received",
        "value-thanked",
        "seat-value",
        "thanks",
        "thanks-said",
        "new-clients",
    },
    "contact": {
        "one-to-ones",
        "one-to-one-coverage",
        "one-to-one-yield",
        "presentations",
        "visitors",
        "visitor-conversion",
        "meetings-held",
        "next-fixed",
        "reviews-held",
        "fulfilment",
    },
    "membership": {"size", "growth", "retention", "drifting"},
}
"""All measures, by family."""

KINDS = {
    "attendance": "group member",
    "absences": "group member",
    "contributions": "group member pair",
    "contributions-received": "member pair",
    "prospect-meetings": "group member pair",
    "conversion": "group member pair",
    "value": "group member pair",
    "value-received": "member pair",
    "value-thanked": "member pair",
    "freshness": "member pair",
    "response-time": "group member pair",
    "outside-share": "group member",
    "qualified-share": "group member",
    "balance": "member pair",
    "concentration": "member",
    "two-way-pairs": "group",
    "one-to-ones": "group member pair",
    "one-to-one-coverage": "group member",
    "new-clients": "group member",
    "visitors": "group member",
    "fulfilment": "pair",
    "reviews-held": "pair",
    "retention": "group",
    "growth": "group",
    "seat-value": "group",
    "meetings-held": "group",
    "next-fixed": "group",
    "drifting": "group member",
}
"""Of what a measure can be asked."""

EVERY = pytest.mark.parametrize("measure", all_measures().values(), ids=all_measures().keys())


def test_every_measure_is_in_its_family() -> None:
    found: dict[str, set[str]] = {}
    for measure in all_measures().values():
        found.setdefault(measure.family, set()).add(measure.name)
    assert found == MEASURES


def test_measures_are_in_order_of_family_and_name() -> None:
    names = [(measure.family, measure.name) for measure in all_measures().values()]
    assert names == sorted(names)
    assert [name for _, name in names] == list(all_measures())


@EVERY
def test_a_measure_says_what_it_is(measure: Measure) -> None:
    title, blank, *rest = measure.page.split("\n")
    assert title == f"{measure.title}."
    assert not blank
    assert len(" ".join(rest)) > len("Cancelled ones.")
    assert not any(line.startswith(" ") or line != line.rstrip() for line in rest)
    assert measure.page.endswith(".")
    assert measure.formula
    assert measure.kinds


@EVERY
def test_a_page_explains_its_formula(measure: Measure) -> None:
    """What stands in a formula with signs stands in the page in the same words."""
    if measure.unit is Unit.SHARE:
        assert " ".join(measure.formula.split()) in " ".join(measure.page.split())


@EVERY
def test_one_and_several_of_what_is_counted_have_a_word(measure: Measure) -> None:
    one, several = measure.noun
    assert one
    assert several
    assert not set("÷+()⌊⌋").intersection(one + several)


@pytest.mark.parametrize(("name", "kinds"), KINDS.items())
def test_subjects(name: str, kinds: str) -> None:
    assert " ".join(sorted(all_measures()[name].kinds)) == kinds


@EVERY
def test_a_measure_is_computed_only_of_what_it_is_made_for(measure: Measure) -> None:
    known = small(members("kit", "lee"))
    for subject in (GROUP, a_member("kit"), a_pair("kit", "lee")):
        if subject.kind in measure.kinds:
            assert measure.of(known, subject, YEAR).subject == subject
        else:
            with pytest.raises(ValueError, match=f"{measure.name} is no measure of a {subject.kind}"):
                measure.of(known, subject, YEAR)


@EVERY
def test_what_cannot_be_computed_says_why(measure: Measure) -> None:
    """Nothing ever happened in this group; nobody is in it."""
    known = small()
    for subject in (GROUP, a_member("kit"), a_pair("kit", "lee")):
        if subject.kind in measure.kinds:
            value = measure.of(known, subject, YEAR)
            assert (value.amount is None) is bool(value.result.reason)
            assert not value.result.reason.endswith(".")
            assert not value.n


def test_days_after_the_groups_own_are_left_out() -> None:
    known = small(members("kit"), gift("g", "03-05", "kit", "everyone", "lead"), as_of="03-11")
    value = all_measures()["leads"].of(known, a_member("kit"), window("03-01", "12-31"))
    assert (value.amount, value.n, value.window) == (1, 1, window("03-01", "03-11"))


def test_facts_are_found_once() -> None:
    known = small(members("kit"), meetings(kit="P"))
    assert facts(known.group) is known
    assert known.seatings is known.seatings
