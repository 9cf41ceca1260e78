"""All verdicts of a group; and what holds for any commitment on any day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreed import agreement, judged, the_group, waiver
from conftest import HERE, group_of, texts_of
from refertext.commitments import Outcome, Verdict, promise_verdicts, rule_verdicts, verdicts
from refertext.commitments.periods import running
from refertext.group import Group
from refertext.measures.registry import all_measures
from refertext.measures.window import PERIODS
from small import Files, day, gift, meetings, member, members, partnership, small, talk

SAMPLE: Path = HERE.parent


def test_in_order_of_agreement_commitment_and_subject() -> None:
    group = small(
        agreement(
            "measure: contributions, at_least: 1, over: 3 months",
            "promise: We come on time",
            "measure: next-fixed, at_least: 100%, over: 4 meetings",
            id_="b",
        ),
        agreement("measure: one-to-ones, at_least: 1, per: year, with: each member", id_="a"),
        members("lee", "kit"),
        as_of="06-01",
    ).group
    found = [(one.record.id, one.path, str(one.subject)) for one in verdicts(group)]
    assert found == [
        ("a", ("commitments", 0), "kit+lee"),
        ("b", ("commitments", 0), "kit"),
        ("b", ("commitments", 0), "lee"),
        ("b", ("commitments", 2), "group"),
    ]
    assert verdicts(group) is verdicts(group)


@pytest.mark.parametrize(
    "written",
    [
        "measure: contributions, over: 3 months",
        "measure: contributions, at_least: 1",
        "measure: smiles, at_least: 1, over: 3 months",
        "rule: no-guide",
        "promise: We come on time, at_least: 1, over: 3 months",
        # what unmeasurable-commitment finds something wrong with
        "measure: attendance, at_least: 75, over: 3 months",
        "measure: attendance, at_least: 75%, per: month, over: 3 months",
        "measure: absences, at_most: 2, per: month, every: month",
        "measure: contributions, at_least: 1, over: 4 meetings",
        "measure: contributions, rule: no-guide, promise: We give, at_least: 1, over: 3 months",
        "measure: absences, at_most: 1, over: 3 months, weights: {lates: 1}",
        "measure: contributions, at_least: 3, at_most: 1, over: 3 months",
    ],
)
def test_what_cannot_be_missed_has_no_verdict(written: str) -> None:
    assert verdicts(the_group(written, members("kit"), as_of="06-01")) == ()


def test_a_floor_of_nothing_shows_the_aim() -> None:
    written = "measure: contributions, at_least: 0, target: 2, per: week, over: 13 weeks"
    found = judged(written, members("kit"), as_of="06-28")
    assert (found.outcome, found.why) == (Outcome.KEPT, "contributions 0, aim 26, 2026-03-30 to 2026-06-28")


@pytest.mark.parametrize(
    ("written", "as_of", "outcome", "why"),
    [
        ("measure: visitors, target: 1, per: month, over: 3 months", "04-10", "kept", "visitors 0, aim 3, "),
        (
            "measure: visitors, target: 1, per: month, over: 3 months",
            "01-30",
            "too early",
            "the first whole month",
        ),
        ("measure: visitors, target: 1, every: month", "04-29", "kept", "visitors 0, aim 1, "),
        (
            "measure: attendance, target: 75%, over: 26 weeks",
            "04-10",
            "too early",
            "no group meeting took place in the window",
        ),
        ("measure: visitors, target: 1, over: 3 months", "04-10", "kept", "visitors 0, aim 1, "),
    ],
)
def test_a_target_alone_is_shown_and_nobody_misses_it(written: str, as_of: str, outcome: str, why: str) -> None:
    found = judged(written, members("kit"), as_of=as_of)
    assert found.outcome.value == outcome
    assert found.why.startswith(why)
    assert not found.mend


# Rules


@pytest.mark.parametrize(
    ("more", "as_of", "found", "outcome", "why"),
    [
        ("", "06-01", {"kit"}, Outcome.MISSED, "no-guide finds something"),
        ("", "06-01", {"lee"}, Outcome.KEPT, "no-guide finds nothing"),
        (", grace: 60 days", "03-01", {"kit"}, Outcome.TOO_EARLY, "in grace until 2026-03-01"),
        (", grace: 60 days", "03-02", {"kit"}, Outcome.MISSED, "no-guide finds something"),
        (", until: 2026-06-01", "06-01", {"kit"}, Outcome.MISSED, "no-guide finds something"),
    ],
)
def test_a_rule_that_must_find_nothing(more: str, as_of: str, found: set[str], outcome: Outcome, why: str) -> None:
    group = the_group(f"rule: no-guide{more}", members("kit"), as_of=as_of)
    (one,) = rule_verdicts(group, {"no-guide": found})
    assert (one.outcome, one.judged, one.why, str(one.subject)) == (outcome, outcome, why, "kit")
    assert one.mend == ("see “refertext check --rule no-guide”" if outcome is Outcome.MISSED else "")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("rule: no-guide, until: 2026-05-31", {"no-guide": {"kit"}}),
        ("rule: no-guide, from: 2026-06-02", {"no-guide": {"kit"}}),
        ("rule: no-guide, promise: We learn", {"no-guide": {"kit"}}),
        ("rule: unheard-of", {"no-guide": {"kit"}}),
        ("measure: absences, at_most: 1, over: 3 months", {"no-guide": {"kit"}}),
    ],
)
def test_no_verdicts_of_rules(written: str, found: Mapping[str, set[str]]) -> None:
    assert rule_verdicts(the_group(written, members("kit"), as_of="06-01"), found) == ()


# Promises of partners

MARCH = ("03-01", "03-31", {"kit": 2, "lee": 1})


def gave(*days: str) -> Files:
    return {f: t for n, on in enumerate(days) for f, t in gift(f"g{n}", on, "kit", "lee").items()}


def promised(*files: Files, as_of: str, kit: Files | None = None) -> dict[str, Verdict]:
    known = small(kit or members("kit"), members("lee"), partnership("kit", "lee", "01-01", MARCH), *files, as_of=as_of)
    return {str(one.subject): one for one in promise_verdicts(known.group)}


@pytest.mark.parametrize(
    ("days", "as_of", "outcome", "why", "mend"),
    [
        ([], "03-01", "too early", "0 of 2 referrals promised", "2 more referrals by 2026-03-31"),
        (["03-02"], "03-15", "too early", "1 of 2 referrals promised", "1 more referral by 2026-03-31"),
        (["03-02"], "03-16", "at risk", "1 of 2 referrals promised", "1 more referral by 2026-03-31"),
        (["03-02", "03-03"], "03-05", "kept", "2 of 2 referrals promised", ""),
        (["03-02"], "03-31", "missed", "1 of 2 referrals promised", ""),
        (["02-28", "03-31", "04-01"], "06-30", "missed", "1 of 2 referrals promised", ""),
        (["03-01", "03-31"], "06-30", "kept", "2 of 2 referrals promised", ""),
    ],
)
def test_what_partners_promised(days: list[str], as_of: str, outcome: str, why: str, mend: str) -> None:
    one = promised(gave(*days), as_of=as_of)["kit+lee"]
    assert (one.outcome, one.judged, one.mend) == (outcome, outcome, mend)
    assert one.why == f"{why}, 2026-03-01 to 2026-03-31"
    assert one.path == ("cycles", 0, "promise", "kit")
    assert one.day == min(day(as_of), day("03-31"))


def test_only_referrals_keep_a_promise_of_referrals() -> None:
    assert promised(gift("g", "03-02", "kit", "lee", "lead"), as_of="04-01")["kit+lee"].outcome is Outcome.MISSED


def test_each_promises_for_themselves() -> None:
    assert {whose: str(one.outcome) for whose, one in promised(gave("03-02", "03-03"), as_of="04-01").items()} == {
        "kit+lee": "kept",
        "lee+kit": "missed",
    }


@pytest.mark.parametrize(
    ("file", "whose"),
    [
        ("partnerships/kit--lee.yml", {"kit+lee", "lee+kit"}),
        ("members/kit.yml", {"kit+lee"}),
        ("members/lee.yml", {"lee+kit"}),
        ("members/sam.yml", set()),
    ],
)
def test_waived_promises(file: str, whose: set[str]) -> None:
    found = promised(waiver(file, "04-01"), as_of="04-01")
    assert {name for name, one in found.items() if one.outcome is Outcome.WAIVED} == whose
    assert {one.judged for one in found.values()} == {Outcome.MISSED}
    told = {(one.why, one.mend) for one in found.values() if one.outcome is Outcome.WAIVED}
    assert told <= {("waived until 2026-04-01: agreed", "")}


@pytest.mark.parametrize(
    ("kit", "expected"),
    [
        (member("kit", leave=[("02-15", "04-30")]), {"kit+lee": "waived", "lee+kit": "missed"}),
        (member("kit", leave=[("03-02", "04-30")]), {"kit+lee": "missed", "lee+kit": "missed"}),
        (member("kit", left="03-31"), {}),
        (member("kit", former=["old-kit"]), {"kit+lee": "missed", "lee+kit": "missed"}),
    ],
)
def test_promises_of_those_who_were_away(kit: Files, expected: dict[str, str]) -> None:
    assert {whose: str(one.outcome) for whose, one in promised(kit=kit, as_of="04-01").items()} == expected


def test_the_place_of_a_promise_is_as_it_is_written() -> None:
    cycle = ("03-01", "03-31", {"old-kit": 1})
    known = small(
        member("kit", former=["old-kit"]), members("lee"), partnership("kit", "lee", "01-01", cycle), as_of="03-31"
    )
    (one,) = promise_verdicts(known.group)
    assert (str(one.subject), one.path) == ("kit+lee", ("cycles", 0, "promise", "old-kit"))


@pytest.mark.parametrize(
    "cycle",
    [
        ("03-01", "03-31", {"kit": 0}),
        ("03-01", "03-31", {"sam": 2}),
        ("03-31", "03-01", {"kit": 2}),
        ("04-01", "04-30", {"kit": 2}),
    ],
)
def test_nothing_was_promised_by_then(cycle: tuple[str, str, Mapping[str, int]]) -> None:
    known = small(members("kit", "lee", "sam"), partnership("kit", "lee", "01-01", cycle), as_of="03-31")
    assert promise_verdicts(known.group) == ()


# Any commitment on any day

windows = st.fixed_dictionaries(
    {},
    optional={
        "per": st.sampled_from(["day", "week", "month", "quarter", "half-year", "year"]),
        "every": st.sampled_from(["day", "week", "month", "quarter", "half-year", "year"]),
        "over": st.builds(
            "{} {}".format,
            st.integers(1, 30),
            st.sampled_from(["days", "weeks", "months", "quarters", "years", "meetings"]),
        ),
    },
)
limits = st.sampled_from(["0", "1", "2", "5/3", "0.5", "75%", "100%", "0%", "120%", "5000"])
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
commitments = st.builds(
    dict.__or__,
    windows,
    st.fixed_dictionaries(
        {"measure": st.sampled_from(sorted(all_measures()))},
        optional={
            "at_least": limits,
            "at_most": limits,
            "target": limits,
            "with": st.sampled_from(["each member", "each power partner", "nobody"]),
            "who": st.sampled_from(["group", "kit-larsen", "[kit-larsen, brian-cho]", "[group, pete-novak]", "nobody"]),
            "from": days.map(str),
            "until": days.map(str),
            "grace": st.sampled_from(["1 day", "60 days", "6 months"]),
            "weights": st.sampled_from(
                ["{late: 1/3}", "{excused: 1}", "{absent: 0, substitute: 1}", "{unheard-of: 2}"]
            ),
        },
    ),
)


@cache
def sample() -> Mapping[str, str]:
    return texts_of(SAMPLE)


def sample_with(written: Mapping[str, str], as_of: date) -> Group:
    line = ", ".join(f"{key}: {value}" for key, value in written.items())
    adopted = "2024-06-01"
    others = {file: text for file, text in sample().items() if not file.startswith("agreements/")}
    return group_of(others | agreement(line, adopted=adopted), as_of)


@given(commitments, days)
def test_any_commitment_has_verdicts_on_any_day(written: Mapping[str, str], as_of: date) -> None:
    group = sample_with(written, as_of)
    assert not group.unread["agreements"]
    for one in verdicts(group):
        assert one.why
        assert one.day <= as_of
        assert one.tried or one.outcome in (Outcome.TOO_EARLY, Outcome.WAIVED)


@given(days)
def test_the_sample_group_has_verdicts_on_any_day(as_of: date) -> None:
    group = group_of(sample(), as_of)
    assert all(one.why for one in (*verdicts(group), *promise_verdicts(group)))


SETTLED = (Outcome.MISSED, Outcome.KEPT, Outcome.AT_RISK)
of_the_year = st.dates(date(2026, 1, 1), date(2026, 7, 31)).map(str)


@st.composite
def groups(draw: st.DrawFn) -> Files:
    """Three members from January to July 2026, what they gave, whom they met, how they came."""
    letters = st.text("PPPALSX", min_size=30, max_size=30)
    files = meetings(kit=draw(letters), lee=draw(letters), sam=draw(letters))
    for id_ in ("kit", "lee", "sam"):
        leave = [tuple(sorted(one)) for one in draw(st.lists(st.tuples(of_the_year, of_the_year), max_size=1))]
        files |= member(id_, draw(st.just("2025-06-01") | of_the_year), leave=[(one, other) for one, other in leave])
    for number, on in enumerate(draw(st.lists(of_the_year, max_size=20))):
        contacted = f"{date.fromisoformat(on) + timedelta(days=number)} contacted by lee"
        files |= gift(f"g{number}", on, *draw(st.permutations(["kit", "lee", "sam"]))[:2], "referral", contacted)
    for number, on in enumerate(draw(st.lists(of_the_year, max_size=8))):
        files |= talk(f"t{number}", on, "kit", "lee")
    return files


@given(
    groups(),
    st.sampled_from(
        ["contributions", "attendance", "absences", "one-to-ones", "consecutive-absences", "response-time"]
    ),
    st.sampled_from(["at_least", "at_most"]),
    st.sampled_from(["1", "2", "60%"]),
    st.sampled_from(
        ["per: week", "per: week, over: 4 weeks", "per: month", "every: month", "every: week, over: 5 weeks"]
    ),
    st.dates(date(2026, 3, 1), date(2026, 7, 31)),
)
def test_within_a_period_nothing_changes_but_what_is_at_risk(
    files: Files, measure: str, key: str, limit: str, when: str, as_of: date
) -> None:
    """On all further days of its running period, with no more records: those missed stay missed, those kept stay kept
    or come to be at risk.
    """
    group = small(agreement(f"measure: {measure}, {key}: {limit}, {when}"), files, as_of=str(as_of)).group
    ahead = running(group.agreements["rules"].commitments[0], as_of)
    assert ahead
    before: dict[str, Outcome] = {}
    for number in range((ahead.period.last - as_of).days):
        for one in verdicts(known_until(group, as_of, as_of + timedelta(days=number))):
            earlier = before.get(str(one.subject), one.judged)
            if earlier in SETTLED and one.judged in SETTLED:
                assert one.judged is earlier or (earlier, one.judged) == (Outcome.KEPT, Outcome.AT_RISK)
            before[str(one.subject)] = one.judged


def known_until(group: Group, last: date, as_of: date) -> Group:
    """A group on a later day, on which nothing has been recorded since a day."""
    meetings = {id_: meeting for id_, meeting in group.meetings.items() if meeting.date <= last}
    referrals = {referral.id: referral for referral in replace(group, as_of=last).given_referrals}
    return replace(group, as_of=as_of, present=as_of, meetings=meetings, referrals=referrals)


def test_every_unit_of_length_has_its_period() -> None:
    assert set(PERIODS) == {"days", "weeks", "months", "quarters", "years"}
