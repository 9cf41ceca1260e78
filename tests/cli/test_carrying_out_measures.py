"""What `due` says is to be written for one more of what a measure counts is carried out; then the number has grown."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import pytest

from conftest import group_of
from following import Way, filled, line_written, new_file, run, written
from refertext.check import check
from refertext.disk import read_group
from refertext.group import Group, load
from refertext.insights.brought_about import RECEIVED, WAYS, brought_about
from refertext.measures import Subject, Window, facts
from refertext.measures.registry import all_measures
from refertext.problem import Severity
from small import Files, day, gift, meeting, member

TODAY = day("06-30")
WINDOW = Window(day("01-01"), TODAY)
MET, MISSED = "meetings/2026/2026-06-18-group.yml", "meetings/2026/2026-06-25-group.yml"
GIVEN = "referrals/2026/2026-06-02-lee-kit-vpxh.yml"
OPEN = "referrals/2026/2026-06-06-kit-lee-eeee.yml"
WON, HANDED = "referrals/2026/2026-06-04-lee-kit-bbbb.yml", "referrals/2026/2026-06-03-kit-pat-aaaa.yml"


def person(id_: str, category: str) -> Files:
    return member(id_, "2025-01-01", seat={"category": category, "services": [id_], "clients": [f"{id_}s"]})


FILES = (
    {
        "refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n"
        "categories: {finance: {mortgage: , planning: , books: }, people: {staffing: }}\n"
    }
    | person("kit", "people/staffing")
    | person("lee", "finance/books")
    | person("pat", "finance/mortgage")
    | meeting("2026-06-18-group", "06-18", attendance=dict.fromkeys(("kit", "lee", "pat"), "present"))
    | meeting("2026-06-25-group", "06-25", attendance=dict.fromkeys(("kit", "lee", "pat"), "absent"))
    | meeting("2026-06-11-group", "06-11", visitors=[{"name": "Dana Wolfe", "invited_by": "kit"}])
    | gift("2026-06-02-lee-kit-vpxh", "06-02", "lee", "kit", "lead", "06-03 accepted", about="A firm")
    | gift(
        "2026-06-03-kit-pat-aaaa",
        "06-03",
        "kit",
        "pat",
        "referral",
        "06-05 lost",
        about="A shop",
        tier="inside",
        level=2,
    )
    | gift("2026-06-05-lee-pat-cccc", "06-05", "lee", "pat", "lead", "06-09 lost", about="A mill")
    | meeting("2026-06-10-kit-pat-dddd", "06-10", "one-to-one", between=["kit", "pat"])
    | gift("2026-06-06-kit-lee-eeee", "06-06", "kit", "lee", "introduction", "06-07 accepted", about="A farm")
    | gift("2026-06-04-lee-kit-bbbb", "06-04", "lee", "kit", "lead", "06-05 won 500", about="An inn")
    | {
        "partnerships/kit--lee.yml": "between: [kit, lee]\nsince: 2026-01-01\nreviews: {every: 1 month}\n"
        "cycles: [{from: 2026-06-01, until: 2026-06-30, promise: {kit: 3, lee: 3}}]\n"
    }
)


@dataclass(frozen=True)
class Case:
    """A measure of somebody, and where by hand the line is written: file, keys and line; a file of its own if empty.
    `words` are what is filled in.
    """

    measure: str
    subject: str = "kit"
    file: str = ""
    below: Way = ()
    line: str = ""
    words: dict[str, str] = field(default_factory=dict)


def _attended(measure: str, file: str, line: str, **words: str) -> Case:
    return Case(measure, "kit", file, ("attendance",), f"kit: {line}", {"MEETING": file, **words})


def _won(measure: str, subject: str) -> Case:
    return Case(measure, subject, GIVEN, ("history",), "- {date: 2026-06-30, status: won, value: 700}")


def _thanked(measure: str, file: str = GIVEN) -> Case:
    line = 'thanked: {date: 2026-06-30, where: "Said it", words: "Said it"}'
    return Case(measure, "kit", file, (), line, {"REFERRAL": file})


CASES = [
    _attended("absences", MET, "absent"),
    Case("absenteeism", "group", MET, ("attendance",), "kit: absent", {"MEMBER": "kit"}),
    _attended("attendance", MISSED, "present"),
    _attended("attendance-credited", MISSED, "present"),
    _attended("consecutive-absences", MET, "absent"),
    _attended("equivalent-absences", MET, "absent"),
    _attended("lates", MET, "late"),
    Case("leads-while-absent", words={"DAY": "2026-06-25"}),
    _attended("notice-given", MISSED, "{status: absent, notice: 2026-06-24}", DAY="2026-06-24"),
    _attended("substitutes", MET, '{status: substitute, name: "Said it"}'),
    Case("fulfilment", "kit+lee"),
    Case("meetings-held", "group", words={"DAY": "2026-06-29"}),
    Case("next-fixed", "group", MET, (), "next: 2026-06-25", {"DAY": "2026-06-25"}),
    Case("one-to-one-coverage"),
    Case("one-to-ones", "group"),
    Case("one-to-ones", "kit+lee"),
    Case("presentations", "kit", MET, ("presented",), "- kit"),
    Case("reviews-held", "kit+lee"),
    Case("visitors", "kit", MET, ("visitors",), '- {name: "Said it", invited_by: kit}'),
    Case("balance"),
    Case("concentration", "lee", words={"RECEIVER": "kit"}),
    Case("contributions"),
    Case("contributions", "kit+pat"),
    Case("contributions-received"),
    Case("contributions-received", "kit+pat"),
    Case("introductions"),
    Case("introductions-received"),
    Case("leads"),
    Case("leads-received"),
    Case("outside-share"),
    Case("referrals"),
    Case("referrals-received"),
    Case("two-way-pairs", "group", words={"GIVER": "pat"}),
    Case("growth", "group", words={"TEXT": "Jo Roe"}),
    Case("size", "group", words={"TEXT": "Jo Roe"}),
    Case("visitor-conversion", words={"TEXT": "Dana Wolfe"}),
    _won("conversion", "lee"),
    _won("new-clients", "kit"),
    _won("seat-value", "group"),
    _won("value", "lee"),
    _won("value-received", "kit"),
    Case("prospect-meetings", "kit", OPEN, ("history",), "- {date: 2026-06-30, status: met}", {"REFERRAL": OPEN}),
    Case("response-time", "kit", GIVEN, ("history",), "- {date: 2026-06-30, status: contacted}"),
    Case("qualified-share", "kit", HANDED, (), 'consent: {date: 2026-06-30, how: "Said it"}', {"REFERRAL": HANDED}),
    _thanked("thanks"),
    _thanked("thanks-said"),
    _thanked("value-thanked", WON),
    Case("one-to-one-yield"),
]
WORDS = {
    "TEXT": "Said it",
    "MEMBER": "kit",
    "OTHER": "lee",
    "GIVER": "lee",
    "RECEIVER": "lee",
    "AMOUNT": "700",
    "KIND": "lead",
    "LEVEL": "3",
    "CATEGORY": "finance/planning",
    "MEETING": MET,
    "REFERRAL": GIVEN,
}


def named(case: Case) -> str:
    return f"{case.measure} of {case.subject}"


def subject_of(case: Case) -> Subject:
    return Subject(() if case.subject == "group" else tuple(case.subject.split("+")))


def amount(group: Group, case: Case) -> Fraction:
    value = all_measures()[case.measure].of(facts(group), subject_of(case), WINDOW)
    return Fraction(value.amount if value.amount is not None else -1)


def said(group: Group, case: Case) -> tuple[str, str]:
    words = WORDS | case.words
    write, command = brought_about(group, all_measures()[case.measure], subject_of(case))
    return filled(write, words), filled(command, words)


def is_in_order(group: Group) -> bool:
    return not any(one.severity is Severity.ERROR for one in check(group))


def test_every_measure_has_a_way_and_each_way_a_case() -> None:
    assert list(WAYS) == list(all_measures())
    assert {case.measure for case in CASES} == {name for name, way in WAYS.items() if way}
    assert WAYS.keys() >= RECEIVED


@pytest.mark.parametrize("case", [case for case in CASES if case.measure != "reviews-held"], ids=named)
def test_the_command_makes_it_more(case: Case, tmp_path: Path) -> None:
    folder = written(tmp_path, FILES)
    before = load(read_group(folder), lambda _: TODAY, TODAY)
    assert is_in_order(before)
    run(folder, said(before, case)[1], TODAY)
    after = load(read_group(folder), lambda _: TODAY, TODAY)
    assert amount(after, case) > amount(before, case)
    assert is_in_order(after)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_words_make_it_more(case: Case) -> None:
    before = group_of(FILES, TODAY)
    write = said(before, case)[0]
    if case.file:
        assert case.line in write
        files = line_written(FILES, case.file, case.below, case.line)
    else:
        files = new_file(FILES, write)
    after = group_of(files, TODAY)
    assert amount(after, case) > amount(before, case)
    assert is_in_order(after)
