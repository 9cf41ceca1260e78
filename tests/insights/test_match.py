"""Matches: on what grounds, with how many points, and who is never matched with anybody."""

from __future__ import annotations

from typing import Any

import pytest
from table import given, person, prospect, seat, table

from refertext.insights.matches.hands import state_of
from refertext.insights.matches.match import (
    has_agreed_to_be_kept,
    matches,
    matches_by_wanter,
    openings,
    passed_over,
    wanted_and_unknown,
    wanters,
)
from refertext.insights.matches.wanted import DECIDING, POINTS, Ground, reasons
from small import Files, day

LOGISTICS = {"industries": ["logistics"]}


def told(*files: Files, knower: str = "kit", wanter: str = "brian", **more: Any) -> list[tuple[str, int]]:
    """The prospects that match, each with its score."""
    return [(match.prospect.id, match.score) for match in matches(table(*files, **more), knower, wanter)]


def why(ideal: dict[str, Any], keys: dict[str, Any], seat_: dict[str, Any] | None = None) -> list[tuple[str, str, str]]:
    """Why brian, with an ideal client and a seat, would want a prospect."""
    group = table(person("brian", ideal_client=ideal, seat=seat_), prospect("p", **({"alias": "A firm"} | keys)))
    return [(one.ground.name.lower(), one.wanted, one.found) for one in reasons(group, "brian", group.prospects["p"])]


GROUNDS: list[tuple[dict[str, Any], dict[str, Any], list[tuple[str, str, str]]]] = [
    ({}, {}, []),
    ({}, {"wanted_by": ["lee"]}, []),
    ({}, {"wanted_by": ["brian"]}, [("wish", "", "")]),
    (LOGISTICS, {"industry": "Logistics"}, [("industry", "logistics", "Logistics")]),
    (LOGISTICS, {"industry": "food"}, []),
    (LOGISTICS, {"industry": "cold logistics"}, [("industry", "logistics", "cold logistics")]),
    ({"industries": ["food processing"]}, {"industry": "food"}, [("industry", "food processing", "food")]),
    (LOGISTICS, {"alias": "A logistics firm"}, [("industry", "logistics", "A logistics firm")]),
    (LOGISTICS, {"alias": "A logistics firm", "industry": "food"}, []),
    ({"industries": ["hauliers"]}, {"industry": "logistics firm"}, [("industry", "hauliers", "logistics firm")]),
    ({"places": ["Boise", "Nampa"]}, {"place": "nampa"}, [("place", "Nampa", "nampa")]),
    ({"places": ["Nampa"]}, {"alias": "A haulier in Nampa"}, [("place", "Nampa", "A haulier in Nampa")]),
    ({"places": ["Nampa"]}, {"place": "Eagle"}, []),
    ({"triggers": ["opens a site"]}, {"text": "It rains.\n\nThey open. A site is new."}, []),
    (
        {"triggers": ["a fire", "opens a site"]},
        {"text": "It rains. In May one opens another site! Fine."},
        [("trigger", "opens a site", "In May one opens another site")],
    ),
    ({"triggers": ["of the"]}, {"alias": "One of the firms"}, []),
    (
        {"roles": ["HR director"]},
        {"text": "The new HR director asked"},
        [("role", "HR director", "The new HR director asked")],
    ),
    ({"roles": ["HR director"]}, {"text": "The director asked. HR is one person"}, []),
    ({"sizes": ["50-500"]}, {"text": "They have 80 people in two halls"}, [("size", "50-500", "80 people")]),
    ({"sizes": ["50-500"]}, {"text": "49 employees"}, []),
    ({"sizes": ["50 to 500"]}, {"text": "500 employees"}, [("size", "50 to 500", "500 employees")]),
    ({"sizes": ["50-500"]}, {"text": "501 workers, 80 trucks, since 1980"}, []),
    ({"sizes": ["10+"]}, {"text": "a team of 12"}, [("size", "10+", "team of 12")]),
    ({"sizes": ["families"]}, {"text": "12 people"}, []),
]


@pytest.mark.parametrize(("ideal", "keys", "expected"), GROUNDS)
def test_grounds(ideal: dict[str, Any], keys: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert why(ideal, keys) == expected


@pytest.mark.parametrize(
    ("ideal", "keys", "expected"),
    [
        ({}, {"alias": "A practice of dentists"}, [("clients", "practices", "A practice of dentists")]),
        ({}, {"industry": "hauliers"}, [("clients", "logistics firms", "hauliers")]),
        ({}, {"industry": "retail"}, []),
        ({}, {"place": "Boise"}, [("territory", "Boise", "Boise")]),
        ({"places": ["Boise"]}, {"place": "Boise"}, [("place", "Boise", "Boise")]),
        ({"places": ["Eagle"]}, {"place": "Boise"}, [("territory", "Boise", "Boise")]),
    ],
)
def test_grounds_of_the_seat(ideal: dict[str, Any], keys: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert why(ideal, keys, seat("finance/planning", "", "practices, logistics firms", "Boise, Meridian")) == expected


def test_a_score_is_the_sum_of_the_points_each_ground_once() -> None:
    assert set(POINTS) == set(Ground)
    ideal = {"industries": ["logistics", "cold logistics"], "places": ["Nampa"], "triggers": ["moves", "grows"]}
    firm = prospect("p", industry="cold logistics", place="Nampa", wanted_by=["brian"], text="Moves. Grows.")
    (match,) = matches(table(person("brian", ideal_client=ideal), firm), "kit", "brian")
    assert [one.points for one in match.reasons] == [5, 3, 3, 2]
    assert match.score == 13


def test_the_best_first_then_those_within_reach_then_by_id() -> None:
    brian = person("brian", ideal_client=LOGISTICS, seat=seat("finance/planning", territory="Boise"))
    firms = (
        prospect("far", industry="logistics", place="Eagle"),
        prospect("near", industry="logistics", place="Boise"),
        prospect("somewhere", industry="logistics"),
        prospect("any", industry="logistics"),
    )
    assert told(brian, *firms) == [("near", 4), ("any", 3), ("somewhere", 3), ("far", 3)]
    found = matches(table(brian, *firms), "kit", "brian")
    assert [match.prospect.id for match in found if match.is_outside_territory] == ["far"]


@pytest.mark.parametrize("ground", sorted(set(Ground) - DECIDING))
def test_some_grounds_alone_make_no_match(ground: Ground) -> None:
    brian = person(
        "brian",
        ideal_client={"places": ["Nampa"], "roles": ["owner"], "sizes": ["5-50"]},
        seat=seat("finance/planning", territory="Boise"),
    )
    keys: dict[Ground, dict[str, Any]] = {
        Ground.PLACE: {"place": "Nampa"},
        Ground.TERRITORY: {"place": "Boise"},
        Ground.ROLE: {"text": "The owner asked"},
        Ground.SIZE: {"text": "12 people"},
    }
    group = table(brian, prospect("p", **keys[ground]))
    assert [one.ground for one in reasons(group, "brian", group.prospects["p"])] == [ground]
    assert matches(group, "kit", "brian") == ()


WANTED: dict[str, Any] = {"wanted_by": ["brian"]}


@pytest.mark.parametrize("more", [{}, {"joint": {"lead": "kit"}}, {"industry": "logistics"}])
def test_who_does_not_want_to_be_contacted_is_nowhere(more: dict[str, Any]) -> None:
    quiet = prospect("quiet", do_not_contact="yes", **WANTED, **more)
    unknown = {"prospects/lost.yml": "alias: L\nwanted_by: [brian]\ndo_not_contact: yes\n"}
    group = table(
        person("brian", ideal_client=LOGISTICS),
        person("dana", None, ideal_client=LOGISTICS),
        quiet,
        unknown,
        given("r", "02-02", "quiet", "brian"),
    )
    assert not [*matches(group, "kit", "brian"), *passed_over(group, "kit", "brian")]
    assert not [*matches_by_wanter(group, "kit"), *openings(group, "brian"), *openings(group, "dana")]
    assert not wanted_and_unknown(group)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([prospect("p", "A", "kit", "brian", **WANTED)], ("known already", "open")),
        ([prospect("p", "A", "kit", "old-brian", **WANTED)], ("known already", "open")),
        ([prospect("p", joint={"lead": "brian", "with": ["kit"]}, **WANTED)], ("approached together already", "open")),
        ([prospect("p", joint={"lead": "kit", "with": ["brian"]}, **WANTED)], ("approached together already", "open")),
        ([prospect("p", **WANTED), given("r", "02-02", "p", "brian")], ("handed over already", "open")),
        ([prospect("p", **WANTED), given("r", "02-02", "old-p", "old-brian")], ("handed over already", "open")),
        (
            [
                prospect("p", **WANTED),
                given("r", "02-02", "p", "brian", {"date": "2026-02-03", "status": "lost"}, **{"from": "lee"}),
            ],
            ("handed over already", "lost"),
        ),
        (
            [
                prospect("p", **WANTED),
                given("a", "02-02", "p", "brian", {"date": "2026-02-03", "status": "returned"}),
                given("b", "02-09", "p", "brian", {"date": "2026-02-10", "status": "won"}),
            ],
            ("handed over already", "won"),
        ),
        (
            [prospect("p", **WANTED), given("r", "02-02", "p", "everyone", taken_by=["lee", "brian"])],
            ("handed over already", "open"),
        ),
        ([prospect("p", **WANTED), given("r", "02-02", "p", "everyone", taken_by=["lee"])], None),
        ([prospect("p", **WANTED), given("r", "02-02", "p", "lee")], None),
        ([prospect("p", **WANTED), given("r", "03-12", "p", "brian")], None),
        ([prospect("p", joint={"lead": "kit", "with": ["lee"]}, **WANTED)], None),
        ([prospect("p", joint={"lead": "lee"}, **WANTED)], None),
    ],
)
def test_those_whom_the_wanter_has_already_are_passed_over(
    files: list[Files], expected: tuple[str, str] | None
) -> None:
    firm = {
        name: f"{text}former_ids: [old-p]\n" if name == "prospects/p.yml" else text for name, text in files[0].items()
    }
    group = table(person("brian", former_ids=["old-brian"]), firm, *files[1:])
    over = [(one.why.value, one.outcome) for one in passed_over(group, "kit", "brian")]
    assert over == ([expected] if expected else [])
    assert [match.prospect.id for match in matches(group, "kit", "brian")] == ([] if expected else ["p"])


BOISE = seat("people/staffing", "direct hire", "employers", "Boise")
NAMPA = seat("people/staffing", "direct hire", "employers", "Nampa")
ELSEWHERE = seat("people/staffing", "direct hire", "families", "Eagle")


def step(on: str, status: str | None, **keys: Any) -> dict[str, Any]:
    return {"date": str(day(on)), "status": status} | keys


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([], []),
        ([given("r", "02-02", "p", "lee")], [("lee", "given", "02-02")]),
        ([given("r", "02-02", "old-p", "old-lee")], [("lee", "given", "02-02")]),
        ([given("r", "02-02", "p", "lee", step("02-03", "met"), step("02-04", None))], [("lee", "met", "02-03")]),
        ([given("r", "02-02", "p", "lee", step("02-03", "stalled"))], [("lee", "stalled", "02-03")]),
        ([given("r", "02-02", "p", "lee", step("02-03", "lost"))], []),
        ([given("r", "02-02", "p", "lee", step("02-03", "won"))], []),
        ([given("r", "02-02", "p", "lee", step("03-12", "won"))], [("lee", "given", "02-02")]),
        ([given("r", "03-12", "p", "lee")], []),
        ([given("r", "02-02", "p", "kit", **{"from": "lee"})], []),
        ([given("r", "02-02", "p", "gone")], []),
        ([given("r", "02-02", "p", "nobody")], []),
        ([given("r", "02-02", "p", "everyone")], [(None, "given", "02-02")]),
        ([given("r", "02-02", "p", "everyone", taken_by=["lee"])], [("lee", "given", "02-02")]),
        (
            [given("a", "02-02", "p", "lee"), given("b", "02-04", "p", "pat"), given("c", "02-06", "p", "lee")],
            [("lee", "given", "02-06"), ("pat", "given", "02-04")],
        ),
    ],
)
def test_who_has_a_prospect_in_hand_is_told_and_the_points_stay(
    files: list[Files], expected: list[tuple[str | None, str, str]]
) -> None:
    people = (
        person("lee", former_ids=["old-lee"]),
        person("pat"),
        person("gone", left={"date": "2026-03-10"}),
    )
    firms = prospect("p", former_ids=["old-p"], **WANTED), prospect("q", **WANTED)
    first, second = matches(table(*people, *firms, *files), "kit", "brian")
    match = first if first.prospect.id == "p" else second
    found = [(life.receiver, *state_of(life)) for life in match.hands]
    assert found == [(receiver, state, day(on)) for receiver, state, on in expected]
    assert (match.score, match.is_free) == (5, not expected)
    assert (first.prospect.id == "q") is bool(expected)  # of equal ones, who is free comes first


@pytest.mark.parametrize(
    ("joint", "is_free"),
    [
        (None, True),
        ({"lead": "kit"}, True),
        ({"lead": "old-kit", "with": ["lee"]}, True),
        ({"lead": "lee"}, False),
        ({"lead": "lee", "with": ["kit"]}, False),
    ],
)
def test_who_leads_an_approach_comes_first(joint: dict[str, Any] | None, is_free: bool) -> None:
    kit = person("kit", former_ids=["old-kit"])
    (match,) = matches(table(kit, prospect("p", joint=joint, **WANTED)), "kit", "brian")
    assert match.is_free is is_free


@pytest.mark.parametrize(
    ("lees", "files", "expected"),
    [
        (BOISE, [given("r", "02-02", "p", "lee")], ("in a competitor's hands", "lee", "open")),
        (NAMPA, [given("r", "02-02", "p", "lee")], ("in a competitor's hands", "lee", "open")),
        (NAMPA, [given("r", "02-02", "p", "lee", step("02-03", "won"))], ("in a competitor's hands", "lee", "won")),
        (NAMPA, [given("r", "02-02", "p", "lee", step("02-03", "lost"))], None),
        (NAMPA, [given("r", "02-02", "p", "lee", step("02-03", "returned"))], None),
        (
            NAMPA,
            [given("a", "02-02", "p", "lee", step("02-03", "won")), given("b", "02-04", "p", "lee")],
            ("in a competitor's hands", "lee", "open"),
        ),
        (
            NAMPA,
            [given("r", "02-02", "p", "everyone", taken_by=["lee"])],
            ("in a competitor's hands", "lee", "open"),
        ),
        (NAMPA, [given("r", "02-02", "p", "everyone")], None),
        (
            NAMPA,
            [given("r", "02-02", "p", "brian"), given("s", "02-03", "p", "lee")],
            ("handed over already", None, "open"),
        ),
        (ELSEWHERE, [given("r", "02-02", "p", "lee")], None),
        (None, [given("r", "02-02", "p", "lee")], None),
        (NAMPA, [], None),
    ],
)
def test_whom_a_competitor_has_is_not_proposed(
    lees: dict[str, Any] | None, files: list[Files], expected: tuple[str, str | None, str] | None
) -> None:
    group = table(person("brian", seat=BOISE), person("lee", seat=lees), prospect("p", **WANTED), *files)
    over = [(one.why.value, one.by, one.outcome) for one in passed_over(group, "kit", "brian")]
    assert over == ([expected] if expected else [])
    assert len(matches(group, "kit", "brian")) == (0 if expected else 1)


@pytest.mark.parametrize(
    ("joint", "expected"),
    [
        ({"lead": "lee"}, "lee"),
        ({"lead": "kit", "with": ["lee"]}, "lee"),
        ({"lead": "kit"}, None),
        ({"lead": "pat", "with": ["kit"]}, None),
    ],
)
def test_whom_a_competitor_approaches_is_not_proposed(joint: dict[str, Any], expected: str | None) -> None:
    people = person("brian", seat=BOISE), person("lee", seat=NAMPA), person("pat")
    group = table(*people, prospect("p", joint=joint, **WANTED))
    assert [one.by for one in passed_over(group, "kit", "brian")] == ([expected] if expected else [])


def test_a_competitor_may_hand_over_their_own() -> None:
    people = person("brian", seat=BOISE), person("kit", seat=NAMPA)
    files = prospect("p", joint={"lead": "kit"}, **WANTED), given("r", "02-02", "p", "kit", **{"from": "lee"})
    assert [match.is_free for match in matches(table(*people, *files), "kit", "brian")] == [True]


def test_what_is_open_with_the_wanter_goes_before_what_was_closed_later() -> None:
    first, second = given("a", "02-02", "p", "brian"), given("b", "02-04", "p", "brian", step("02-05", "lost"))
    (over,) = passed_over(table(prospect("p", **WANTED), first, second), "kit", "brian")
    assert (over.outcome, over.life and over.life.referral.id) == ("open", "a")


def test_each_reason_says_where_it_stands() -> None:
    ideal = {"industries": ["food", "logistics"], "places": ["Nampa"], "triggers": ["x", "moves"], "sizes": ["5-50"]}
    brian = person("brian", ideal_client=ideal | {"roles": ["owner"]}, seat=seat("finance", "", "x, hauliers", "Eagle"))
    firm = prospect(
        "p", "A logistics firm", wanted_by=["lee", "brian"], place="Eagle", text="The owner moves 12 people"
    )
    group = table(brian, firm)
    assert [
        (one.ground.name.lower(), one.wanted_at, one.found_at) for one in reasons(group, "brian", group.prospects["p"])
    ] == [
        ("wish", (), ("wanted_by", 1)),
        ("industry", ("ideal_client", "industries", 1), ("alias",)),
        ("trigger", ("ideal_client", "triggers", 1), ("text",)),
        ("clients", ("seat", "clients", 1), ("alias",)),
        ("territory", ("seat", "territory", 0), ("place",)),
        ("role", ("ideal_client", "roles", 0), ("text",)),
        ("size", ("ideal_client", "sizes", 0), ("text",)),
    ]


def test_only_those_whom_the_knower_knows_and_under_any_of_their_ids() -> None:
    kit = person("kit", former_ids=["old-kit"])
    firms = prospect("a", "A", "lee", **WANTED), prospect("b", "B", "old-kit", **WANTED)
    assert told(kit, *firms) == [("b", 5)]
    assert told(kit, *firms, knower="lee") == [("a", 5)]
    assert told(kit, *firms, knower="brian", wanter="kit") == []


def test_members_who_would_want_somebody_best_first() -> None:
    group = table(
        person("ann", ideal_client=LOGISTICS),
        person("bob", ideal_client=LOGISTICS, left={"date": "2026-03-10"}),
        person("cyd", None, ideal_client=LOGISTICS),
        person("dee", ideal_client={"industries": ["food"]}),
        prospect("a", industry="logistics"),
        prospect("b", industry="logistics", wanted_by=["lee", "kit"]),
    )
    found = [(wanter, [match.prospect.id for match in of_one]) for wanter, of_one in matches_by_wanter(group, "kit")]
    assert found == [("lee", ["b"]), ("ann", ["a", "b"])]


def test_openings_for_a_candidate_each_once_from_members_only() -> None:
    group = table(
        person("bob", left={"date": "2026-03-10"}),
        person("dana", None, ideal_client=LOGISTICS),
        prospect("a", "A", "kit", "brian", industry="logistics"),
        prospect("b", "B", "bob", wanted_by=["dana"]),
        prospect("c", "C", "lee", wanted_by=["dana"]),
        prospect("d", "D", "dana", "kit", wanted_by=["dana"]),
    )
    found = [(match.prospect.id, match.knower, match.score) for match in openings(group, "dana")]
    assert found == [("c", "lee", 5), ("a", "brian", 3)]


@pytest.mark.parametrize(
    ("known_by", "wanted_by", "expected"),
    [
        ([], ["brian"], ("brian",)),
        (["bob"], ["brian", "old-brian"], ("brian",)),
        (["nobody"], ["dana"], ("dana",)),
        ([], ["bob"], ()),
        ([], ["nobody"], ()),
        ([], [], ()),
        (["kit"], ["brian"], None),
        (["dana"], ["brian"], ("brian",)),
    ],
)
def test_wanted_and_nobody_knows_them(
    known_by: list[str], wanted_by: list[str], expected: tuple[str, ...] | None
) -> None:
    group = table(
        person("brian", former_ids=["old-brian"]),
        person("bob", left={"date": "2026-03-10"}),
        person("dana", None),
        {"prospects/p.yml": f"alias: A firm\nknown_by: {known_by}\nwanted_by: {wanted_by}\n"},
    )
    assert [(one.id, wanters(group, one)) for one in wanted_and_unknown(group)] == (
        [("p", expected)] if expected else []
    )


def test_nobody_is_asked_for_those_they_wish_to_meet_themselves() -> None:
    group = table({"prospects/p.yml": "alias: A firm\nwanted_by: [brian, lee]\n"})
    assert wanted_and_unknown(group, "lee") == ()
    assert [one.id for one in wanted_and_unknown(group, "kit")] == ["p"]


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (None, False),
        ({"how": "phone"}, False),
        ({"date": "2026-03-11"}, True),
        ({"date": "2026-03-12"}, False),
    ],
)
def test_a_yes_to_being_kept(consent: dict[str, str] | None, expected: bool) -> None:
    group = table(prospect("p", consent=consent))
    assert has_agreed_to_be_kept(group.prospects["p"], day("03-11")) is expected


def test_no_list_is_too_long_to_be_read() -> None:
    many = [f"industry {number}" for number in range(3000)]
    brian = person("brian", ideal_client={"industries": many, "triggers": many, "roles": many})
    assert told(brian, prospect("p", text="a. " * 80_000, **WANTED)) == [("p", 5)]
