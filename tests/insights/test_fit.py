"""Fit: whose seat a candidate would touch, who must agree, what is open, who would be a partner, what to do next."""

from __future__ import annotations

import json
from typing import Any

import pytest
from table import person, prospect, seat, table

from refertext.insights.debts.candidates import candidates
from refertext.insights.matches.fit import CandidateFit, fit
from refertext.insights.matches.gain import allies
from refertext.insights.matches.invitation import steps, to_be_asked
from refertext.insights.matches.step import STANDING_IN_THE_WAY, Step, Topic
from refertext.rules.members.candidate_forgotten import candidate_forgotten
from small import Files, day, meeting

STAFFING = seat("people/staffing", "direct hire, temps", "employers", "Boise")
KIT = person("kit", seat=STAFFING)
YES = dict.fromkeys(("similar_clients", "similar_values", "nearby", "channel", "volume", "committed"), "yes")
VISIT = {"date": "2026-03-05", "how": "visit", "by": "kit"}
READY = {"fit": YES, "path": [VISIT]}
TRAINING = seat("people/training", "coaching", "factories", "Nampa")


def dana(seat_: dict[str, Any] | None = TRAINING, **keys: Any) -> Files:
    """A candidate with whom nothing is open but the vote, if nothing else is said."""
    return person("dana", None, seat=seat_, **(READY | keys))


def looked_at(*files: Files, as_of: str = "03-11", **settings: Any) -> tuple[CandidateFit, tuple[Step, ...]]:
    group = table(KIT, *files, as_of=as_of, **settings)
    found = fit(group, "dana")
    return found, steps(group, found)


def topics(*files: Files, **more: Any) -> list[str]:
    return [step.topic.value for step in looked_at(*files, **more)[1]]


def test_with_nothing_open_only_the_vote_is_left() -> None:
    found, todo = looked_at(dana())
    assert (found.borders, found.notices, found.twin, found.left, found.may_return) == ((), (), None, None, None)
    assert [(step.topic, step.ask) for step in todo] == [(Topic.VOTE, None)]


NO_VOTE = {"copied file", "withdrawn", "seat unknown", "same seat", "contested seat", "choice"}


def with_vote(ahead: list[str]) -> list[str]:
    """What is to be done of a candidate with whom nothing else is open."""
    return ahead if NO_VOTE & set(ahead) else [*ahead, "vote"]


def consent(until: str | None = None, on: str = "2026-02-01") -> list[dict[str, str | None]]:
    return [{"by": "kit", "date": on, "until": until}]


SEATS: list[tuple[dict[str, Any], list[tuple[str, str, bool]], list[str]]] = [
    (seat("people/training", "direct hire", "employers", "Boise"), [("same", "OPEN", True)], ["same seat"]),
    (
        seat("people/training", "direct hire", "employers", "Boise", consents=consent()),
        [("same", "OPEN", True)],
        ["same seat"],
    ),
    (seat("people/training", "direct hire", "employers", "Nampa"), [("adjacent", "OPEN", True)], ["consent"]),
    (seat("people/training", "direct hire", "families", "Boise"), [("adjacent", "OPEN", True)], ["consent"]),
    (
        seat("people/training", "direct hire", "employers", "Nampa", consents=consent()),
        [("adjacent", "AGREED", False)],
        [],
    ),
    (
        seat("people/training", "direct hire", "employers", "Nampa", consents=consent("2026-03-10")),
        [("adjacent", "LAPSED", True)],
        ["consent"],
    ),
    (
        seat("people/training", "direct hire", "employers", "Nampa", consents=consent(on="2026-03-12")),
        [("adjacent", "OPEN", True)],
        ["consent"],
    ),
    (seat("people/staffing", "payroll", "employers", "Boise"), [("neighbouring", "OPEN", False)], []),
    (seat("people", "payroll", "families", "Nampa"), [("over branch", "OPEN", False)], ["category"]),
    (seat("people/staffing/temps", "talks", "families", "Nampa"), [("over branch", "OPEN", False)], ["category"]),
    (
        seat("people", "payroll", "families", "Nampa", consents=consent()),
        [("over branch", "AGREED", False)],
        [],
    ),
    (seat("people/training", "direct hire", "families", "Nampa"), [], []),
    (seat("people/training", "coaching", "employers", "Boise"), [], []),
]


@pytest.mark.parametrize(("seat_", "borders", "ahead"), SEATS)
def test_seats_that_touch(seat_: dict[str, Any], borders: list[tuple[str, str, bool]], ahead: list[str]) -> None:
    found, todo = looked_at(dana(seat_))
    assert [(b.rivalry.touch.value, b.standing.name, b.is_open) for b in found.borders] == borders
    assert [step.topic.value for step in todo] == with_vote(ahead)
    assert to_be_asked(todo) == (("kit",) if ahead == ["consent"] else ())


def test_a_seat_that_was_opened_is_for_the_group_to_decide() -> None:
    opened = {"category": "people/staffing", "status": "opened", "holder": "kit", "since": "2026-03-01"}
    rival = dana(seat("people/training", "direct hire", "employers", "Boise"))
    found, todo = looked_at(rival, seats=[opened])
    assert [b.standing.name for b in found.borders] == ["CONTESTED"]
    assert ([step.topic.value for step in todo], to_be_asked(todo)) == (["contested seat"], ())
    assert [way.partition(":")[0] for way in todo[0].ways] == ["Dana is to have it", "Kit keeps it"]
    assert topics(rival, seats=[opened | {"since": "2026-03-12"}]) == ["same seat"]
    beside = dana(seat("people/training", "direct hire", "employers", "Nampa"))
    (contested,) = looked_at(beside, seats=[opened])[1]
    assert contested.ways[-1] == (
        "both have room: Kit agrees to Dana's seat beside theirs (consents: under seat: in members/dana.yml)"
    )


SAME = seat("people/training", "direct hire", "employers", "Boise")


def test_the_same_seat_needs_another_answer_than_a_consent_or_a_vote() -> None:
    (step,) = looked_at(dana(SAME))[1]
    assert (step.topic, step.ask, step.write) == (Topic.SAME_SEAT, None, ())
    assert [way.partition(":")[0] for way in step.ways] == [
        "another seat",
        "the waiting list",
        "an exception that the group votes for",
    ]
    assert "rule: candidate-conflict, file: members/dana.yml" in step.ways[2]


def test_who_says_nothing_of_their_seat_writes_it_first() -> None:
    (step,) = looked_at(dana(seat("people", "", "employers", "")))[1]
    assert step.ways[0].startswith("another seat: write services: and territory: of Dana, who has everything while")


def test_what_the_ways_out_of_the_same_seat_lead_to() -> None:
    waiting = {"category": "people/staffing", "status": "reserved", "for": "dana", "since": "2026-03-01"}
    (step,) = looked_at(dana(SAME), seats=[waiting])[1]
    assert (
        step.ways[1] == "the waiting list: Dana is on it since 2026-03-01, for the day on which people/staffing is free"
    )
    waiver = {"rule": "candidate-conflict", "file": "members/dana.yml", "why": "voted", "until": "2026-12-31"}
    assert topics(dana(SAME), waivers=[waiver]) == ["vote"]
    assert topics(dana(SAME | {"excludes": ["direct hire"]})) == ["same seat"]  # a seat holds what it names
    assert topics(dana(SAME | {"services": ["hire"], "excludes": ["direct hire"]})) == ["vote"]
    assert topics(dana(SAME | {"services": ["hire"]})) == ["same seat"]


@pytest.mark.parametrize("services", ["direct hire", "direct hire, coaching"])
@pytest.mark.parametrize("territory", ["Boise", "Nampa"])
def test_a_seat_that_is_given_up_is_waited_for(services: str, territory: str) -> None:
    kit = person("kit", seat=STAFFING, left={"date": "2026-03-31"})
    waits, vote = looked_at(kit, dana(seat("people/training", services, "employers", territory)))[1]
    assert (waits.topic, vote.topic, waits.ask) == (Topic.FREE_LATER, Topic.VOTE, None)
    assert "2026-04-01" in waits.do
    assert "for a first day from 2026-04-01 on" in vote.do


@pytest.mark.parametrize(
    ("consents", "write"),
    [
        ([], ("consents:", "  - by: kit", "    date: 2026-03-11")),
        ([{"by": "lee", "date": "2026-02-01"}], ("  - by: kit", "    date: 2026-03-11")),
    ],
)
def test_a_consent_letter_by_letter(consents: list[dict[str, str]], write: tuple[str, ...]) -> None:
    beside = seat("people/training", "direct hire", "employers", "Nampa", consents=consents)
    ask, vote = looked_at(dana(beside))[1]
    assert (ask.topic, ask.ask, ask.write) == (Topic.CONSENT, "kit", write)
    assert vote.do.startswith("Vote on Dana when the consent is settled, and write")


def test_a_consent_written_as_told_settles_it() -> None:
    beside = seat("people/training", "direct hire", "employers", "Nampa")
    written = "".join(f"  {line}\n" for line in looked_at(dana(beside))[1][0].write)
    sides = "".join(f"  {key}: {json.dumps(value)}\n" for key, value in beside.items())
    files = {"members/dana.yml": f"name: Dana\nbusiness: D\nseat:\n{sides}{written}"}
    assert [border.is_open for border in looked_at(files)[0].borders] == [False]


def test_who_has_the_wider_category_names_a_narrower_one() -> None:
    lee = person("lee", seat=seat("people/payroll", "payroll", "families", "Eagle"))
    (mine, _) = looked_at(lee, dana(seat("people", "coaching", "factories", "Nampa")))[1]
    assert mine.do == (
        "Name a narrower category: for Dana (members/dana.yml, seat:): people stands above what Kit and Lee have."
    )
    wide = person("kit", seat=seat("people", "direct hire", "employers", "Boise"))
    (theirs, _) = looked_at(wide, dana())[1]
    assert theirs.do.startswith("Ask Kit to name a narrower category: than people (members/kit.yml, seat:)")
    waiver = {"rule": "seat-over-branch", "file": "members/kit.yml", "why": "voted", "until": "2026-12-31"}
    assert topics(wide, dana(), waivers=[waiver]) == ["vote"]


@pytest.mark.parametrize(
    ("rule", "file", "until", "open_"),
    [
        ("candidate-conflict", "members/dana.yml", "2026-03-11", False),
        ("candidate-conflict", "members/kit.yml", "2026-03-11", False),
        ("same-seat", "members/dana.yml", "2026-03-11", True),  # of members; check wants the candidate's own
        ("candidate-conflict", "members/dana.yml", "2026-03-10", True),
        ("candidate-conflict", "members/lee.yml", "2026-03-11", True),
        ("neighbouring-seat", "members/dana.yml", "2026-03-11", True),
    ],
)
def test_a_running_waiver_has_decided(rule: str, file: str, until: str, open_: bool) -> None:
    waiver = {"rule": rule, "file": file, "why": "voted", "until": until}
    found, _ = looked_at(dana(seat("people/training", "temps", "employers", "Boise")), waivers=[waiver])
    assert [(b.is_open, b.decided is None) for b in found.borders] == [(open_, open_)]


def test_two_candidates_for_one_seat_are_a_choice() -> None:
    todo = looked_at(dana(), person("eve", None, seat=TRAINING))[1]
    assert ([step.topic for step in todo], to_be_asked(todo)) == ([Topic.CHOICE], ())
    assert "Dana and Eve" in todo[0].do
    ahead = looked_at(dana(), person("eve", "2026-04-01", seat=TRAINING))[1]
    assert [step.topic for step in ahead] == [Topic.CHOICE]
    assert "before Eve joins on 2026-04-01" in ahead[0].do


def test_the_worst_border_comes_first() -> None:
    wide = dana(seat("people/training", "", "employers", "Boise"))
    lee = person("lee", seat=seat("people/training", "coaching", "employers", "Nampa"))
    brian = person("brian", seat=seat("people/training", "talks", "employers", "Boise"))
    found, _ = looked_at(wide, lee, brian)
    assert [(b.other.id, b.rivalry.touch.value) for b in found.borders] == [("brian", "same"), ("lee", "adjacent")]


BORDER_RULES = ("candidate-conflict", "seat-over-branch")
RESERVED = {"category": "people/training", "status": "reserved", "for": "lee"}


@pytest.mark.parametrize(
    ("notice", "shown", "todo", "asked"),
    [
        (RESERVED, True, ["reservation"], ("lee",)),
        (RESERVED | {"for": "old-lee"}, True, ["reservation"], ("lee",)),
        (RESERVED | {"category": "people"}, True, ["reservation"], ("lee",)),
        (RESERVED | {"category": "people/payroll"}, False, [], ()),
        (RESERVED | {"until": "2026-03-11"}, True, ["reservation"], ("lee",)),
        (RESERVED | {"until": "2026-03-10"}, True, [], ()),
        (RESERVED | {"since": "2026-03-12"}, False, [], ()),
        (RESERVED | {"for": "dana"}, True, [], ()),
        (RESERVED | {"for": "dana", "until": "2026-03-10"}, True, ["renewal"], ()),
        (RESERVED | {"for": None}, True, [], ()),
        ({"category": "people/training", "status": "wanted"}, True, [], ()),
        ({"category": "finance", "status": "wanted"}, False, [], ()),
        (RESERVED | {"category": "people/training/sales"}, True, [], ()),
        (RESERVED | {"category": "finance", "for": "dana"}, True, [], ()),
    ],
)
def test_what_the_settings_say_of_the_seat(
    notice: dict[str, Any], shown: bool, todo: list[str], asked: tuple[str, ...]
) -> None:
    found, steps_ = looked_at(dana(), person("lee", former_ids=["old-lee"]), seats=[notice])
    assert bool(found.notices) is shown
    assert [step.topic.value for step in steps_] == [*todo, "vote"]
    assert to_be_asked(steps_) == asked


@pytest.mark.parametrize(
    ("answers", "todo"),
    [
        (YES, []),
        (YES | {"channel": "unsure"}, ["Do they have a channel to pass us on?"]),
        (YES | {"channel": None, "nearby": None}, ["Are they near enough?", "Do they have a channel to pass us on?"]),
        (YES | {"nearby": "no"}, ["you answered with no: “Are they near enough?”"]),
        ({"nearby": "yes", "volume": "no"}, ["you answered with no: “Do they meet", "4 of the six questions"]),
        (None, ["all six questions"]),
    ],
)
def test_the_six_questions(answers: dict[str, Any] | None, todo: list[str]) -> None:
    found, steps_ = looked_at(dana(fit=answers))
    assert [key for key, _ in found.questions] == list(YES)
    assert [answer for _, answer in found.questions] == [(answers or {}).get(key) for key in YES]
    said = " ".join(step.do for step in steps_ if step.topic is Topic.QUESTIONS)
    assert (not said) is (not todo)
    assert all(words in said for words in todo)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([], ["news", "visit", "vote"]),
        ([{"date": "2026-03-12", "how": "visit"}], ["news", "visit", "vote"]),
        ([{"date": "2026-03-05", "how": "lunch"}], ["visit", "vote"]),
        ([{"date": "2026-01-10", "how": "visit"}], ["vote"]),
        ([{"date": "2026-01-09", "how": "visit"}], ["news", "vote"]),
        ([{"date": "2026-01-09", "how": "visit"}, {"date": "2026-03-01", "how": "lunch"}], ["vote"]),
        ([{"date": "2026-03-01", "how": "lunch"}, {"date": "2025-01-09", "how": "visit"}], ["vote"]),
        ([{"date": "2026-03-05", "how": "vote", "outcome": "unanimous"}], ["welcome"]),
        ([{"date": "2026-03-12", "how": "vote"}, VISIT], ["vote"]),
    ],
)
def test_the_way_to_the_vote(path: list[dict[str, str]], expected: list[str]) -> None:
    assert topics(dana(path=path)) == expected


def test_after_the_vote_what_stands_in_the_way_is_still_told() -> None:
    path = [{"date": "2026-03-05", "how": "vote"}]
    assert topics(dana(seat("people/training", "temps", "employers", "Nampa"), path=path)) == ["consent", "welcome"]


def test_after_the_vote_they_join_when_it_is_settled_and_the_list_of_seats_is_set_right() -> None:
    path = [{"date": "2026-03-05", "how": "vote", "outcome": "yes"}]
    notices = [
        {"category": "people/training", "status": "wanted"},
        {"category": "people", "status": "wanted"},
        {"category": "people/training", "status": "reserved", "for": "dana"},
    ]
    (welcome,) = looked_at(dana(path=path), seats=notices)[1]
    assert "it was a yes, write joined: there with the first day and have" in welcome.do
    assert "remove from refertext.yml that people/training is wanted and people/training is reserved." in welcome.do
    beside = dana(seat("people/training", "temps", "employers", "Nampa"), path=path, earlier=former("2026-01-11"))
    welcome = looked_at(beside, cooling_off="6 months")[1][-1]
    assert (
        "settle this first: a member's consent. Then write joined: there with the first day, 2026-07-11 or later,"
        in welcome.do
    )


def test_who_has_a_first_day_is_not_voted_on_again() -> None:
    joins = dana() | person("dana", "2026-04-01", seat=TRAINING)
    (welcome,) = looked_at(joins)[1]
    assert welcome.do == "Dana joins on 2026-04-01: have them read and sign the agreements by then."
    beside = person("dana", "2026-04-01", seat=seat("people/training", "temps", "employers", "Nampa"))
    ask, welcome = looked_at(beside)[1]
    assert (ask.topic, "Before that this is to be settled: a member's consent." in welcome.do) == (Topic.CONSENT, True)


def test_who_brought_them_is_to_call() -> None:
    silent = looked_at(dana(path=[], introduced_by="kit"), coordinator="lee")[1][0]
    assert silent.do.startswith("Kit should call Dana.")
    assert (
        looked_at(dana(path=[], introduced_by="outside: a friend"), coordinator="lee")[1][0].do[:15]
        == "Lee should call"
    )
    assert looked_at(dana(path=[]))[1][0].do.startswith("Call Dana.")


PRECEDENTS: list[tuple[dict[str, Any] | None, list[dict[str, str]], list[str]]] = [
    (TRAINING, [], ["Lee agreed to Pat's seat on 2026-01-15", "Kit agreed to Pat's seat on 2025-01-15"]),
    (seat("people", "coaching", "factories", "Nampa"), [], ["Lee agreed", "Kit agreed", "Kit agreed to Lee's"]),
    (seat("finance/planning", "coaching", "factories", "Nampa"), [], []),
    (seat("finance/planning", "direct hire", "employers", "Boise"), [], []),
    (None, [], []),
    (
        seat("finance/planning", "direct hire", "employers", "Boise"),
        [
            {"rule": "adjacent-seat", "file": "members/kit.yml", "why": "ended", "until": "2025-12-31"},
            {"rule": "same-seat", "file": "members/lee.yml", "why": "elsewhere", "until": "2026-12-31"},
            {"rule": "floor-missed", "file": "members/kit.yml", "why": "ill", "until": "2026-12-31"},
        ],
        ["ended"],
    ),
    (
        TRAINING,
        [{"rule": rule, "file": "members/pat.yml", "why": rule, "until": "2026-12-31"} for rule in BORDER_RULES],
        ["Lee agreed", "Kit agreed", *BORDER_RULES],
    ),
    (
        SAME,
        [{"rule": "candidate-conflict", "file": "members/kit.yml", "why": "about Dana", "until": "2026-12-31"}],
        ["Lee agreed", "Kit agreed"],
    ),
]


@pytest.mark.parametrize(("mine", "waivers", "expected"), PRECEDENTS)
def test_earlier_decisions_on_the_same_categories(
    mine: dict[str, Any] | None, waivers: list[dict[str, str]], expected: list[str]
) -> None:
    yes = [
        {"by": "kit", "date": "2025-01-15"},
        {"by": "lee", "date": "2026-01-15", "until": "2026-02-15"},
        {"by": "brian", "date": "2026-03-12"},
    ]
    pat = person("pat", seat=seat("people/training", "talks", "schools", "Eagle", consents=yes))
    lee = person(
        "lee", seat=seat("people/payroll", "payroll", "schools", "Kuna", consents=[yes[0] | {"date": "2024-01-15"}])
    )
    brian = person("brian", seat=seat("people/training", "walks", "clubs", "Star"))
    found, _ = looked_at(pat, lee, brian, dana(mine), waivers=waivers)
    assert len(found.precedents) == len(expected)
    assert all(one.said.startswith(said) for one, said in zip(found.precedents, expected, strict=True))


@pytest.mark.parametrize("name", ["Dana", "  DANA "])
def test_a_visit_counts_wherever_it_is_written(name: str) -> None:
    came = meeting("w", "03-05", visitors=[{"name": name, "invited_by": "kit"}])
    later = meeting("x", "03-12", visitors=[{"name": name}])
    found, todo = looked_at(dana(path=[{"date": "2026-03-05", "how": "lunch"}]), came, later)
    assert found.known_by.visits == ((day("03-05"), "kit"),)
    assert [step.topic for step in todo] == [Topic.VOTE]


def test_a_meeting_to_come_to_is_named() -> None:
    fixed = meeting("w", "03-05", next="2026-03-19", attendance={"kit": "present"})
    todo = looked_at(dana(path=[{"date": "2026-03-05", "how": "lunch"}]), fixed)[1]
    assert ["2026-03-19" in step.do for step in todo] == [True, False]  # first the visit, then the vote
    assert "2026-03-19" in looked_at(dana(), fixed)[1][0].do


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"introduced_by": "kit"},
        {"introduced_by": "outside: a friend"},
        {"path": [{"date": "2025-12-01", "how": "lunch", "by": "kit"}]},
        {"path": [{"date": "2025-12-01", "how": "lunch", "by": "kit"}, {"date": "2025-12-02", "how": "visit"}]},
        {
            "path": [
                {"date": "2025-12-03", "how": "lunch", "by": "kit"},
                {"date": "2025-12-02", "how": "lunch", "by": "brian"},
            ]
        },
        {"path": [{"date": "2025-12-01", "how": "lunch", "by": "kit"}], "introduced_by": "brian"},
        {"path": [{"date": "2025-12-01", "how": "lunch", "by": "gone"}]},
        {
            "path": [
                {"date": "2025-12-01", "how": "lunch", "by": "kit"},
                {"date": "2026-04-01", "how": "lunch", "by": "brian"},
            ]
        },
    ],
)
@pytest.mark.parametrize("coordinator", [None, "lee"])
def test_due_and_check_and_fit_name_one_person_who_should_call(keys: dict[str, Any], coordinator: str | None) -> None:
    reserved = {"category": "people/training", "status": "reserved", "for": "dana", "since": "2025-12-01"}
    group = table(KIT, dana(**({"path": []} | keys)), seats=[reserved], coordinator=coordinator)
    (call,) = [step.do for step in steps(group, fit(group, "dana")) if step.topic is Topic.NEWS]
    (owed,) = candidates(group)
    assert candidate_forgotten.find
    (problem,) = candidate_forgotten.find(group)
    name = group.name(owed.by[0]) if owed.by else None
    assert call.startswith(f"{name} should call Dana" if name else "Call Dana")
    assert problem.mend.startswith(f"{name or 'somebody'} should talk to them")


def test_who_knows_them() -> None:
    path = [
        {"date": "2026-02-01", "how": "lunch", "by": "lee"},
        {"date": "2026-02-02", "how": "lunch", "by": "kit"},
        {"date": "2026-02-03", "how": "visit", "by": "old-kit"},
        {"date": "2026-02-04", "how": "conversation"},
        {"date": "2026-03-12", "how": "lunch", "by": "lee"},
    ]
    searches = [{"by": "kit", "for": "people/training", "conversations": 5, "found": "dana"}, {"by": "lee", "for": "x"}]
    kit = person("kit", seat=STAFFING, former_ids=["old-kit"])
    found, _ = looked_at(kit, dana(path=path, introduced_by="lee"), searches=searches)
    assert found.known_by.introduced_by == "lee"
    assert found.known_by.conversations == (("kit", 2), ("lee", 1))
    assert [search.conversations for search in found.known_by.searches] == [5]
    assert [entry.date.day for entry in found.path] == [1, 2, 3, 4]


def former(left: str) -> list[dict[str, str]]:
    return [{"joined": "2024-01-01", "left": left}]


@pytest.mark.parametrize(
    ("files", "wait", "expected"),
    [
        (dana(earlier=former("2025-09-11")), "6 months", ("2025-09-11", "2026-03-11", ["vote"])),
        (dana(earlier=former("2025-09-12")), "6 months", ("2025-09-12", "2026-03-12", ["cooling-off", "vote"])),
        (dana(earlier=former("2026-03-10")), None, ("2026-03-10", None, ["vote"])),
        (
            dana() | person("dana-2", name="Dana", business="Dana Ltd", left={"date": "2026-02-01"}),
            "6 months",
            ("2026-02-01", "2026-08-01", ["cooling-off", "vote"]),
        ),
        (
            dana() | person("dana-2", name="Dana", business="Other Ltd", left={"date": "2026-02-01"}),
            "6 months",
            ("None", None, ["vote"]),
        ),
    ],
)
def test_who_was_a_member_before_waits(
    files: Files, wait: str | None, expected: tuple[str, str | None, list[str]]
) -> None:
    found, todo = looked_at(files, cooling_off=wait)
    may_return = found.may_return and str(found.may_return)
    assert (str(found.left), may_return, [step.topic.value for step in todo]) == expected


def test_an_exception_lets_somebody_come_back_sooner() -> None:
    waiver = {"rule": "cooling-off", "file": "members/dana.yml", "why": "voted", "until": "2026-03-11"}
    back = dana(earlier=former("2026-03-01"))
    found, todo = looked_at(back, cooling_off="6 months", waivers=[waiver])
    assert (found.exceptions["cooling-off"].why, [step.topic for step in todo]) == ("voted", [Topic.VOTE])
    todo = looked_at(back, cooling_off="6 months", waivers=[waiver | {"until": "2026-03-10"}])[1]
    assert [step.topic for step in todo] == [Topic.COOLING_OFF, Topic.VOTE]
    assert "for a first day from 2026-09-01 on" in todo[1].do


def test_what_hides_a_seat_is_told() -> None:
    assert topics(dana(None)) == ["seat unknown"]
    assert topics(dana(left={"why": "no time"}, path=[])) == ["withdrawn"]
    copy = person("dana-2", None, name="Dana", business="dana  ltd", seat=TRAINING)
    found, todo = looked_at(dana(), copy)
    assert found.twin is not None
    assert (found.twin.id, [step.topic.value for step in todo]) == ("dana-2", ["copied file"])


def test_every_topic_either_stands_in_the_way_or_is_a_step_on_it() -> None:
    on_the_way = {Topic.BRANCH, Topic.RENEWAL, Topic.QUESTIONS, Topic.NEWS, Topic.VISIT, Topic.VOTE, Topic.WELCOME}
    assert set(Topic) - STANDING_IN_THE_WAY == on_the_way


# What there is to gain


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (("coaching", "employers", "Boise"), ("payroll", "employers", "Boise, Nampa"), (("employers",), ("Boise",))),
        (("coaching", "logistics firms", ""), ("payroll", "hauliers", "Boise"), (("hauliers",), ())),
        (("coaching", "", "Boise"), ("payroll", "hauliers", "Boise"), ((), ("Boise",))),
        (("coaching", "", ""), ("payroll", "hauliers", "Boise"), None),
        (("coaching", "families", "Boise"), ("payroll", "hauliers", "Boise"), None),
        (("coaching", "hauliers", "Eagle"), ("payroll", "hauliers", "Boise"), None),
        (("payroll", "hauliers", "Boise"), ("payroll", "hauliers", "Boise"), None),
        (("payroll", "hauliers, dentists", "Boise"), ("payroll", "dentists", "Boise, Eagle"), None),
    ],
)
def test_ideal_partners(
    mine: tuple[str, str, str],
    theirs: tuple[str, str, str],
    expected: tuple[tuple[str, ...], tuple[str, ...]] | None,
) -> None:
    lee = person("lee", seat=seat("people/payroll", *theirs))
    group = table(lee, dana(seat("people/training", *mine)))
    found = [(ally.clients, ally.territory) for ally in allies(group, group.members["dana"])]
    assert found == ([expected] if expected else [])


def test_who_has_most_in_common_comes_first_and_only_members() -> None:
    files = [
        person(id_, joined, seat=seat(f"finance/{id_}", id_, clients, "Boise"), ideal_client={"industries": wanted})
        for id_, joined, clients, wanted in (
            ("ann", "2025-01-01", "employers", []),
            ("bob", "2025-01-01", "employers, hauliers", []),
            ("cyd", "2025-01-01", "employers", ["food"]),
            ("dee", None, "employers", []),
            ("eve", "2026-04-01", "employers", []),
        )
    ]
    mine = seat("people/training", "coaching", "employers, hauliers", "Boise")
    found, _ = looked_at(*files, dana(mine, ideal_client={"industries": ["food processing"]}))
    assert [(ally.member.id, ally.industries) for ally in found.allies] == [
        ("cyd", ("food",)),
        ("bob", ()),
        ("ann", ()),
        ("kit", ()),
    ]


def test_without_a_seat_there_are_no_partners() -> None:
    group = table(KIT, dana(None))
    assert allies(group, group.members["dana"]) == ()


def test_prospects_that_wait_for_them() -> None:
    found, _ = looked_at(dana(), prospect("p", wanted_by=["dana"]), prospect("q", "Q", "dana", wanted_by=["dana"]))
    assert [match.prospect.id for match in found.openings] == ["p"]


def test_as_it_was_before_a_member_joined() -> None:
    was = person("dana", "2026-03-11", seat=seat("people/training", "temps", "employers", "Nampa"), path=[VISIT])
    found, todo = looked_at(was, as_of="03-06")
    assert [(b.other.id, b.is_open) for b in found.borders] == [("kit", True)]
    assert (todo[0].topic, todo[0].ask) == (Topic.CONSENT, "kit")
