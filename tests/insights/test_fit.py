"""Fit: whose seat a candidate would touch, who must agree, what is open, who would be a partner, what to do next."""

from __future__ import annotations

from typing import Any

import pytest
from table import person, prospect, seat, table

from refertext.insights.matches.fit import CandidateFit, fit
from refertext.insights.matches.gain import allies
from refertext.insights.matches.invitation import STANDING_IN_THE_WAY, Step, Topic, steps, to_be_asked
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
    (seat("people", "payroll", "families", "Nampa"), [("over branch", "OPEN", False)], []),
    (seat("people/training", "direct hire", "families", "Nampa"), [], []),
    (seat("people/training", "coaching", "employers", "Boise"), [], []),
]


@pytest.mark.parametrize(("seat_", "borders", "ahead"), SEATS)
def test_seats_that_touch(seat_: dict[str, Any], borders: list[tuple[str, str, bool]], ahead: list[str]) -> None:
    found, todo = looked_at(dana(seat_))
    assert [(b.rivalry.touch.value, b.standing.name, b.is_open) for b in found.borders] == borders
    assert [step.topic.value for step in todo] == [*ahead, "vote"]
    assert to_be_asked(todo) == (("kit",) if ahead else ())


def test_a_seat_that_was_opened_is_for_the_group_to_decide() -> None:
    opened = {"category": "people/staffing", "status": "opened", "holder": "kit", "since": "2026-03-01"}
    rival = dana(seat("people/training", "direct hire", "employers", "Boise"))
    found, todo = looked_at(rival, seats=[opened])
    assert [b.standing.name for b in found.borders] == ["CONTESTED"]
    assert ([step.topic.value for step in todo], to_be_asked(todo)) == (["contested seat", "vote"], ())
    assert topics(rival, seats=[opened | {"since": "2026-03-12"}]) == ["same seat", "vote"]


@pytest.mark.parametrize(
    ("rule", "file", "until", "open_"),
    [
        ("candidate-conflict", "members/dana.yml", "2026-03-11", False),
        ("candidate-conflict", "members/kit.yml", "2026-03-11", False),
        ("same-seat", "members/dana.yml", "2026-03-11", False),
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
    assert ([step.topic for step in todo], to_be_asked(todo)) == ([Topic.CHOICE, Topic.VOTE], ())
    assert "Dana and Eve" in todo[0].do
    ahead = looked_at(dana(), person("eve", "2026-04-01", seat=TRAINING))[1]
    assert [step.topic for step in ahead] == [Topic.CHOICE, Topic.VOTE]


def test_the_worst_border_comes_first() -> None:
    wide = dana(seat("people/training", "", "employers", "Boise"))
    lee = person("lee", seat=seat("people/training", "coaching", "employers", "Nampa"))
    brian = person("brian", seat=seat("people/training", "talks", "employers", "Boise"))
    found, _ = looked_at(wide, lee, brian)
    assert [(b.other.id, b.rivalry.touch.value) for b in found.borders] == [("brian", "same"), ("lee", "adjacent")]


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


def test_who_brought_them_is_to_call() -> None:
    silent = looked_at(dana(path=[], introduced_by="kit"), coordinator="lee")[1][0]
    assert silent.do.startswith("Kit should call Dana.")
    assert (
        looked_at(dana(path=[], introduced_by="outside: a friend"), coordinator="lee")[1][0].do[:15]
        == "Lee should call"
    )
    assert looked_at(dana(path=[]))[1][0].do.startswith("Call Dana.")


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


def test_what_hides_a_seat_is_told() -> None:
    assert topics(dana(None)) == ["seat unknown", "vote"]
    assert topics(dana(left={"why": "no time"})) == ["withdrawn", "vote"]
    copy = person("dana-2", None, name="Dana", business="dana  ltd", seat=TRAINING)
    found, todo = looked_at(dana(), copy)
    assert found.twin is not None
    assert (found.twin.id, [step.topic.value for step in todo]) == ("dana-2", ["copied file", "vote"])


def test_every_topic_either_stands_in_the_way_or_is_a_step_on_it() -> None:
    on_the_way = {Topic.RENEWAL, Topic.QUESTIONS, Topic.NEWS, Topic.VISIT, Topic.VOTE, Topic.WELCOME}
    assert set(Topic) - STANDING_IN_THE_WAY == on_the_way


# What there is to gain


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (("coaching", "employers", "Boise"), ("payroll", "employers", "Boise, Nampa"), (("employers",), ("Boise",))),
        (("coaching", "logistics firms", ""), ("payroll", "hauliers", "Boise"), (("hauliers",), ())),
        (("coaching", "", "Boise"), ("payroll", "hauliers", "Boise"), ((), ("Boise",))),
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
