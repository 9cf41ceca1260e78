"""What `due` says of each kind of debt is carried out to the letter: the command, and the words to be written by hand.

Then the debt is gone, and `check` finds no error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from conftest import group_of
from following import Way, filled, line_written, new_file, run, written
from partners import contact, cycle, partnership
from refertext.check import check
from refertext.disk import read_group
from refertext.group import Group, load
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.problem import Severity
from small import Files, day, gift, meeting, meetings, member

AS_OF = "06-30"
SETTINGS = {
    "refertext.yml": """\
group: G
timezone: UTC
currency: USD
coordinator: pat
categories: {finance: {mortgage: , planning: , books: }, people: {staffing: , payroll: }}
"""
}
WEEKLY = {"refertext.yml": SETTINGS["refertext.yml"] + "meets: {every: week, weekday: thursday, time: 07:30}\n"}
GUIDE = "## How I help\n\nx\n\n## How to refer me\n\nx\n\n## Examples\n\nx\n\n## Not a fit\n\nx\n"
CATEGORIES = {
    "kit": "people/staffing",
    "lee": "finance/books",
    "pat": "finance/mortgage",
    "dana": "finance/planning",
}


def person(id_: str, joined: str = "01-01", **more: Any) -> Files:
    """A member who owes nothing, unless more is said."""
    seat = {"category": CATEGORIES[id_], "services": [id_], "clients": [f"{id_}s"]}
    return member(id_, joined, **{"manager": "none", "text": GUIDE, "seat": seat} | more)


PEOPLE = person("kit") | person("lee") | person("pat")
OPEN = gift("2026-06-01-kit-lee-vpxh", "06-01", "kit", "lee", "lead", about="a firm")
CALLED = gift("2026-06-01-kit-lee-vpxh", "06-01", "kit", "lee", "lead", "06-02 contacted", about="a firm")
WON = gift("2026-06-01-kit-lee-vpxh", "06-01", "kit", "lee", "lead", "06-02 won 500", about="a firm")
TAKEN = gift(
    "2026-06-01-kit-everyone-u82n", "06-01", "kit", "everyone", "lead", about="a firm", taken_by=["lee", "pat"]
)
HERE = {"kit": "present", "lee": "present", "pat": "present"}
PAIR: dict[str, Any] = {
    "gain": {"kit": {"why": "w", "agreed": "2026-01-02"}, "lee": {"why": "w", "agreed": "2026-01-02"}},
    "fit": {"kit": {"nearby": "yes"}, "lee": {"nearby": "yes"}},
    "explained": {"kit": "2026-01-02", "lee": "2026-01-02"},
    "balance": {"kit": 1, "lee": 1, "agreed": "2026-01-02"},
}
BOTH = {"kit": 1, "lee": 1}
TEN_OF_LEE = [contact(f"l{number}", "lee", promising="no") for number in range(10)]
LEARNED = {"evaluated": {"date": "2026-06-15", "change": "more"}}
CALM = meeting("2026-06-20-kit-lee-aaaa", "06-20", "one-to-one", between=["kit", "lee"])
"""A sign of life, so that nobody is told of silence."""
ANSWERS = "{similar_clients: yes, similar_values: yes, nearby: yes, channel: yes, volume: yes, committed: yes}"
FILE = "partnerships/kit--lee.yml"


def pair(*cycles: dict[str, Any], **keys: Any) -> Files:
    return partnership(**{**PAIR, "cycles": list(cycles), **keys}) | CALM


@dataclass(frozen=True)
class Case:
    """A rule (empty where none tells it) with files in which something of it is owed. `by_hand` are the lines that are
    written, each below some keys of the file (`new` where it is a file of its own); `words` what is filled in.
    """

    rule: str
    files: Files
    by_hand: Sequence[tuple[Way, str]] | str = "new"
    words: dict[str, str] = field(default_factory=dict)
    command: str = "refertext "
    has: str = ""
    first: bool = False
    """Whether only the first line is said, for all others are like it."""


CASES = [
    Case("thanks-overdue", WON, [((), 'thanked: {date: 2026-06-30, where: "Said it", words: "Said it"}')]),
    Case("open-without-news", OPEN, [(("history",), "- {date: 2026-06-30, by: lee, status: contacted}")]),
    Case("open-without-news", CALLED, [(("history",), '- {date: 2026-06-30, by: lee, note: "Said it"}')]),
    Case("open-without-news", TAKEN, [(("history",), "- {date: 2026-06-30, by: lee, status: contacted}")]),
    Case(
        "question-unanswered",
        gift("g", "06-01", "kit", "lee", "lead", "06-02 ask by lee", about="a"),
        [(("history",), '- {date: 2026-06-30, answer: "Said it", by: kit}')],
    ),
    Case("nobody-named", gift("g", "06-01", "kit", "lee", "lead"), [((), "about: Said it")]),
    Case(
        "referral-without-consent",
        gift("g", "06-01", "kit", "lee", about="a"),
        [((), 'consent: {date: 2026-06-30, how: "Said it"}')],
    ),
    Case(
        "returned-without-reason",
        gift("g", "06-01", "kit", "lee", "lead", "06-02 returned", about="a"),
        [(("history", 0), "note: Said it")],
    ),
    Case(
        "won-without-value",
        gift("g", "06-01", "kit", "lee", "lead", "06-02 won", about="a", thanked="06-03"),
        [(("history", 0), "value: 500")],
        {"AMOUNT": "500"},
    ),
    Case(
        "do-not-contact",
        gift("g", "06-01", "kit", "lee", "lead", prospect="p")
        | {"prospects/p.yml": "{alias: A firm, known_by: [kit], do_not_contact: yes}"},
        [(("history",), "- {date: 2026-06-30, status: not-a-fit}")],
    ),
    Case(
        "action-overdue",
        meeting(
            "2026-06-18-group",
            "06-18",
            attendance=HERE,
            actions=[
                {"who": "lee", "what": "call the cold store on Monday", "due": "2026-06-20"},
                {"who": "kit", "what": "call the cold store, it's late", "due": "2026-06-20"},
            ],
        ),
        [(("actions", 1), "done: 2026-06-30")],
        has="it's late",
    ),
    Case(
        "member-unaccounted-for",
        meeting("2026-06-18-group", "06-18", attendance={"kit": "present"}),
        [(("attendance",), "lee: present"), (("attendance",), "pat: present")],
        {"STATUS": "absent"},
        first=True,
    ),
    Case(
        "member-unaccounted-for",
        meeting("2026-06-18-group", "06-18"),
        [(("attendance",), f"{id_}: present") for id_ in HERE],
        {"STATUS": "late"},
        first=True,
    ),
    Case("next-date-missing", meeting("2026-06-18-group", "06-18", attendance=HERE), [((), "next: 2026-09-30")]),
    Case("no-next-presenter", meeting("2026-06-18-group", "06-18", attendance=HERE), [((), "next_presenter: kit")]),
    Case("meeting-not-recorded", WEEKLY | meeting("2026-06-18-group", "06-18", attendance=HERE)),
    Case("next-date-not-kept", WEEKLY | meeting("2026-06-18-group", "06-18", attendance=HERE, next="2026-06-25")),
    Case(
        "concern-unanswered",
        {
            "agreements/x.yml": "{title: T, adopted: 2026-06-25, concerns: [{raised: 2026-06-01, by: kit, about: lee}, "
            "{raised: 2026-06-02, by: kit, about: lee, note: 'late again, and -- again'}]}"
        },
        [(("concerns", 0), "settled: 2026-06-30"), (("concerns", 0), 'outcome: "Said it"')],
        has="2026-06-01",
    ),
    Case(
        "concern-unanswered",
        pair(concerns=[{"raised": "2026-06-01", "by": "kit", "note": "“You” don't call"}]),
        [(("concerns", 0), "settled: 2026-06-30"), (("concerns", 0), 'outcome: "Said it"')],
    ),
    Case(
        "reservation-expired",
        {
            "refertext.yml": SETTINGS["refertext.yml"]
            + "seats: [{category: people/payroll, status: reserved, for: pat, until: 2026-06-20}]\n"
        },
        [(("seats", 0), "until: 2026-09-30")],
    ),
    Case(
        "waiver-expired",
        {
            "refertext.yml": SETTINGS["refertext.yml"]
            + "waivers: [{rule: no-guide, file: members/kit.yml, why: w, until: 2026-06-20}]\n"
        },
        [(("waivers", 0), "until: 2026-09-30")],
    ),
    Case(
        "consent-expired",
        person(
            "kit",
            "02-01",
            seat={
                "category": "people/payroll",
                "services": ["pay"],
                "clients": ["firms"],
                "territory": ["Nampa"],
                "consents": [{"by": "lee", "date": "2026-02-01", "until": "2026-06-20"}],
            },
        )
        | person(
            "lee",
            seat={"category": "people/payroll", "services": ["pay"], "clients": ["shops"], "territory": ["Nampa"]},
        ),
        [(("seat", "consents"), "- {by: lee, date: 2026-06-30, until: 2026-09-30}")],
    ),
    Case(
        "candidate-forgotten",
        member("dana", None, path=[{"date": "2026-03-01", "how": "lunch", "by": "kit"}]),
        [(("path",), '- {date: 2026-06-30, how: conversation, by: kit, outcome: "Said it"}')],
    ),
    Case("newcomer-drifting", person("dana", "05-25", introduced_by="kit") | meetings(kit="P")),
    Case("unsigned", {"agreements/x.yml": "{title: T, adopted: 2026-06-01}"}, [(("signed",), "x: 2026-06-30")]),
    Case(
        "signature-older-than-change",
        person("kit", signed={"x": "2026-02-01"})
        | {"agreements/x.yml": "{title: T, adopted: 2026-01-01, changed: 2026-06-01}"},
        [(("signed",), "x: 2026-06-30")],
    ),
    Case("manager-not-informed", person("kit", manager=None), [(("manager",), "informed: 2026-06-30")]),
    Case("manager-not-informed", person("kit", manager={"informed": None}), [((), "manager: {informed: 2026-06-30}")]),
    Case(
        "gain-not-agreed",
        pair(gain={"kit": {"why": "w"}}),
        [(("gain", "kit"), "agreed: 2026-06-30"), (("gain",), 'lee: {why: "Said it", agreed: 2026-06-30}')],
    ),
    Case(
        "fit-not-asked",
        pair(fit={}),
        [(("fit",), f"{id_}: {ANSWERS}") for id_ in ("kit", "lee")],
        {"ANSWER": "yes"},
    ),
    Case(
        "not-explained",
        pair(explained={"lee": "2026-01-02"}),
        [(("explained",), "kit: 2026-06-30")],
    ),
    Case("balance-not-agreed", pair(balance={}), [((), "balance: {kit: 2, lee: 2, agreed: 2026-06-30}")]),
    Case("balance-not-agreed", pair(balance=BOTH), [(("balance",), "agreed: 2026-06-30")]),
    Case(
        "cycle-without-promise",
        pair(cycle("06-20", "07-20", promise={"kit": 1})),
        [(("cycles", 0, "promise"), "lee: 2")],
    ),
    Case(
        "cycle-without-evaluation",
        pair(cycle("05-01", "05-31", promise=BOTH)),
        [(("cycles", 0), 'evaluated: {date: 2026-06-30, went_well: "Said it", change: "Said it"}')],
    ),
    Case(
        "cycle-without-evaluation",
        pair(cycle("05-01", "05-15", promise=BOTH), cycle("05-16", "05-31", promise=BOTH, **LEARNED)),
        [(("cycles", 0), 'evaluated: {date: 2026-06-30, went_well: "Said it", change: "Said it"}')],
    ),
    Case(
        "",
        pair(),
        [(("cycles",), "- {from: 2026-06-30, until: 2026-09-30, promise: {kit: 2, lee: 2}}")],
        has="first cycle",
    ),
    Case(
        "",
        pair(cycle("05-01", "05-31", promise=BOTH, **LEARNED)),
        [(("cycles",), "- {from: 2026-06-30, until: 2026-09-30, promise: {kit: 2, lee: 2}}")],
        has="next cycle",
    ),
    Case(
        "promising-contact-without-plan",
        pair(cycle("06-01", "10-31", contact("a firm", promising="yes"), promise=BOTH)),
        [(("cycles", 0, "contacts", 0), 'plan: "Said it"'), (("cycles", 0, "contacts", 0), "by: 2026-09-30")],
    ),
    Case(
        "promising-contact-without-plan",
        pair(cycle("06-01", "10-31", contact("a firm", promising="yes", plan="ask"), promise=BOTH)),
        [(("cycles", 0, "contacts", 0), "by: 2026-09-30")],
    ),
    Case(
        "plan-overdue",
        pair(cycle("06-01", "07-31", contact("x"), contact("a", promising="yes", plan="ask", by="06-20"), promise=BOTH))
        | WON,
        [(("cycles", 0, "contacts", 1), "became: 2026-06-01-kit-lee-vpxh")],
        {"REFERRAL": "2026-06-01-kit-lee-vpxh"},
    ),
    Case(
        "plan-overdue",
        pair(
            cycle("05-01", "05-31", contact("a", promising="yes", plan="ask", by="05-20"), promise=BOTH),
            cycle("06-01", "07-31", promise=BOTH),
        )
        | WON,
        [(("cycles", 0, "contacts", 0), "became: 2026-06-01-kit-lee-vpxh")],
        {"REFERRAL": "2026-06-01-kit-lee-vpxh"},
    ),
    Case(
        "plan-overdue",
        pair(
            action_plan=[
                {"what": "print the card", "by": "kit", "due": "2026-06-20"},
                {"what": "print the card again", "by": "lee", "due": "2026-06-20"},
            ]
        ),
        [(("action_plan", 1), "done: 2026-06-30")],
        has="again",
    ),
    Case("review-overdue", pair(reviews={"every": "1 month"})),
    Case(
        "one-to-one-overdue",
        {
            "agreements/x.yml": "{title: T, adopted: 2026-01-01, commitments: "
            "[{measure: one-to-ones, at_least: 1, every: quarter, with: each member}]}",
            "meetings/2024/2024-01-04-group.yml": "{kind: group, date: 2024-01-04, cancelled: yes, text: w}",
        },
    ),
    Case(
        "",
        pair(goals={"kit": "grow"}),
        [(("goals",), 'lee: "Said it"')],
        has="reach together",
    ),
    Case("", pair(goals={}), [(("goals",), 'kit: "Said it"'), (("goals",), 'lee: "Said it"')], has="reach together"),
    Case(
        "",
        pair(cycle("06-01", "07-31", *TEN_OF_LEE, *[contact(f"k{n}", promising="no") for n in range(9)], promise=BOTH)),
        [(("cycles", 0, "contacts"), '- {who: "Said it", from: kit}')],
        has="List 1 more contact",
    ),
    Case(
        "",
        pair(cycle("06-01", "07-31", *TEN_OF_LEE, contact("a"), contact("b"), promise=BOTH)),
        [(("cycles", 0, "contacts", 10), "promising: yes"), (("cycles", 0, "contacts", 11), "promising: yes")],
        {"ANSWER": "yes"},
        has="whether they are promising: “a” and “b”",
    ),
    Case("stagnating", {FILE: partnership(**PAIR)[FILE]}),
]
WORDS = {
    "TEXT": "Said it",
    "DAY": "2026-09-30",
    "NUMBER": "2",
    "MEMBER": "kit",
    "STATUS": "present",
    "AMOUNT": "500",
}
"""What is filled in where a case says nothing else."""


def files_of(case: Case) -> Files:
    return SETTINGS | PEOPLE | case.files


def owed_in(group: Group, case: Case) -> list[Owed]:
    found = due(group, group.as_of)
    return [owed for owed in found if owed.rule == case.rule and case.has in f"{owed.do}{owed.command}"]


def _named(case: Case) -> str:
    return case.rule or "next-cycle"


def errors(group: Group) -> list[str]:
    return [f"{one.rule}: {one.problem.message}" for one in check(group) if one.severity is Severity.ERROR]


@pytest.mark.parametrize("case", [one for one in CASES if one.command], ids=_named)
def test_its_command_settles_it(case: Case, tmp_path: Path) -> None:
    folder = written(tmp_path, files_of(case))
    before = _at(folder)
    assert errors(before) == []
    owed = owed_in(before, case)[0]
    assert owed.command.startswith(case.command)
    run(folder, filled(owed.command, WORDS | case.words), day(AS_OF))
    after = _at(folder)
    assert len(owed_in(after, case)) == len(owed_in(before, case)) - 1
    assert errors(after) == []


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_its_words_settle_it(case: Case) -> None:
    files = files_of(case)
    before = group_of(files, day(AS_OF))
    owed = owed_in(before, case)[0]
    words = filled(owed.write, WORDS | case.words)
    files = _by_hand(files, owed, words, case)
    after = group_of(files, day(AS_OF))
    assert len(owed_in(after, case)) == len(owed_in(before, case)) - 1
    assert errors(after) == []


def _by_hand(files: Files, owed: Owed, words: str, case: Case) -> Files:
    if isinstance(case.by_hand, str):
        return new_file(files, words)
    for number, (below, line) in enumerate(case.by_hand):
        assert line in words or (number and case.first), (line, words)
        files = line_written(files, owed.place.file, below, line)
    return files


def _at(folder: Path) -> Group:
    return load(read_group(folder), lambda _: day(AS_OF), day(AS_OF))
