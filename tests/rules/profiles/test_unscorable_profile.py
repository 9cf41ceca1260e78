"""What is said of score tables that cannot be used as they are, and where."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.profiles.unscorable_profile import unscorable_profile
from refertext.rules.references.unknown_measure import unknown_measure
from refertext.rules.references.unknown_profile import unknown_profile
from refertext.rules.rule import Rule

HEAD = "title: Own\ngreen: 3\namber: 2\nred: 1\nparts:\n"
BANDS = "bands: [{from: 1, points: 5}]"
SHARES = "bands: [{from: 75%, points: 5}]"


def found(rule: Rule, text: str) -> list[tuple[str, Path, str]]:
    group = group_of({"profiles/own.yml": text})
    assert not any(group.flaws.values())
    problems = [finding.problem for finding in check(group, [rule])]
    return [(problem.message, problem.place.path, problem.mend) for problem in problems]


@pytest.mark.parametrize(
    "part",
    [
        f"{{title: A, measure: referrals, {BANDS}}}",
        f"{{title: A, measure: referrals, per: 4 weeks, over: 1 year, {BANDS}}}",
        f"{{title: A, measure: attendance, {SHARES}}}",
        "{title: A, measure: attendance, bands: [{from: 0.75, points: 5}]}",
        "{title: A, measure: substitutes, bands: [{up_to: 10%, points: 5}, {up_to: 0%, points: 6}]}",
        f"{{title: A, measure: notice-given, if_nothing: 5, {SHARES}}}",
        "{title: A, measure: absences, weights: {late: 1/3}, bands: [{up_to: 2, points: 4}, {up_to: 0, points: 5}]}",
        "{title: A, measure: thanks-said, per: week, bands: [{above: 0, points: 5}, {from: 0.075, points: 10}]}",
        "{title: A, measure: thanks-said, per: week, bands: [{from: 1, points: 5}, {above: 1, points: 10}]}",
        "{title: A, measure: balance, bands: [{from: 0, points: 5}]}",
        f"{{title: A, measure: value-received, per: week, {BANDS}}}",
        f"{{title: A, measure: no-such-measure, {SHARES}}}",
        f"{{title: A, recorded: no, {BANDS}}}\n  - {{title: B, measure: visitors, {BANDS}}}",
    ],
)
def test_sound_parts(part: str) -> None:
    assert found(unscorable_profile, f"{HEAD}  - {part}\n") == []


@pytest.mark.parametrize(
    ("part", "message", "path", "mend"),
    [
        (
            f"{{title: A, {BANDS}}}",
            "The part “A” does not say what is measured",
            (),
            "write measure: and its name, or recorded: no where nobody can record it",
        ),
        (
            f"{{title: A, measure: visitors, recorded: no, {BANDS}}}",
            "“A” is said not to be recorded, but has a measure",
            ("recorded",),
            "remove recorded: no, or the measure",
        ),
        (
            f"{{title: A, measure: size, {BANDS}}}",
            "“size” is no measure of a member",
            ("measure",),
            "write a measure of a member, or subject: group",
        ),
        (
            "{title: A, measure: visitors}",
            "The part “A” has no bands, so it gives no points",
            (),
            "write bands: and under it for example - {from: 1, points: 5}",
        ),
        (
            "{title: A, measure: visitors, bands: [{points: 5}]}",
            "The band does not say where it begins",
            ("bands", 0),
            "write from: and a number, or up_to: for the less the better",
        ),
        (
            "{title: A, measure: visitors, bands: [{from: 1, up_to: 2, points: 5}]}",
            "A band says one thing, not from and up_to",
            ("bands", 0, "up_to"),
            "write a band of its own for each",
        ),
        (
            "{title: A, measure: visitors, bands: [{from: 1, points: 5}, {up_to: 2, points: 6}]}",
            "A part is about the more the better or the less the better, not both",
            ("bands", 1, "up_to"),
            "write up_to: in all of its bands, or in none",
        ),
        (
            f"{{title: A, measure: visitors, {SHARES}}}",
            "“visitors” is no share, so it has no percentage",
            ("bands", 0, "from"),
            "write a plain number",
        ),
        (
            "{title: A, measure: substitutes, bands: [{up_to: 10%, points: 5}, {up_to: 0, points: 6}]}",
            "A part asks for numbers or for shares, not for both",
            ("bands", 1, "up_to"),
            "write a percentage, or none",
        ),
        (
            "{title: A, measure: attendance, bands: [{from: 75, points: 5}]}",
            "“attendance” is a share, which cannot be more than 100%",
            ("bands", 0, "from"),
            "write 75%",
        ),
        (
            "{title: A, measure: attendance, bands: [{from: 175%, points: 5}]}",
            "“attendance” is a share, which cannot be more than 100%",
            ("bands", 0, "from"),
            "write a percentage up to 100%",
        ),
        (
            f"{{title: A, measure: attendance, per: week, {SHARES}}}",
            "“attendance” does not add up week by week, so it is no rate",
            ("per",),
            "remove per:",
        ),
        (
            f"{{title: A, measure: substitutes, per: week, {SHARES}}}",
            "“substitutes” does not add up week by week, so it is no rate",
            ("per",),
            "remove per:",
        ),
        (
            f"{{title: A, measure: drifting, per: week, {BANDS}}}",
            "“drifting” does not add up week by week, so it is no rate",
            ("per",),
            "remove per:",
        ),
        (
            f"{{title: A, measure: visitors, per: member-week, {BANDS}}}",
            "A member has no weeks but their own",
            ("per",),
            "write per: week",
        ),
        (
            f"{{title: A, measure: visitors, weights: {{late: 1/3}}, {BANDS}}}",
            "“visitors” does not weigh lates and excuses",
            ("weights",),
            "remove weights:",
        ),
        (
            f"{{title: A, measure: visitors, if_nothing: 5, {BANDS}}}",
            "“visitors” can be 0, but there is never nothing to measure",
            ("if_nothing",),
            "remove if_nothing:, and write a band for 0 if it should give points",
        ),
        (
            f"{{title: A, measure: attendance, if_nothing: 6, {SHARES}}}",
            "Nothing to measure gives 6 points, though the best band gives 5",
            ("if_nothing",),
            "write 5 or less",
        ),
        (
            "{title: A, measure: visitors, bands: [{from: 2, points: 5}, {from: 1, points: 5}]}",
            "The band gives no more points than an easier one",
            ("bands", 0, "points"),
            "give more points for more, or remove the band",
        ),
        (
            "{title: A, measure: absences, bands: [{up_to: 0, points: 4}, {up_to: 2, points: 5}]}",
            "The band gives no more points than an easier one",
            ("bands", 0, "points"),
            "give more points for more, or remove the band",
        ),
        (
            "{title: A, measure: visitors, bands: [{from: 1, points: 5}, {from: 1, points: 6}]}",
            "The band gives no more points than an easier one",
            ("bands", 0, "points"),
            "give more points for more, or remove the band",
        ),
        (
            "{title: A, measure: visitors, bands: [{from: 1, points: 0}, {from: 2, points: 6}]}",
            "The band gives no points",
            ("bands", 0, "points"),
            "give more points for more, or remove the band",
        ),
    ],
)
def test_parts_that_make_no_sense(part: str, message: str, path: Path, mend: str) -> None:
    sound = f"  - {{title: B, measure: referrals, {BANDS}}}\n"
    assert found(unscorable_profile, f"{HEAD}{sound}  - {part}\n") == [(message, ("parts", 1, *path), mend)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("green: 5\namber: 4\nred: 3\n", []),
        ("green: 5\namber: 4\nred: 4\n", [("Amber begins at 4 points, no later than red at 4", "amber")]),
        ("green: 4\namber: 5\nred: 3\n", [("Green begins at 4 points, no later than amber at 5", "green")]),
        (
            "green: 6\namber: 4\nred: 3\n",
            [("Nobody can be green: it begins at 6 points, and the parts give 5 together", "green")],
        ),
        (
            "amber: 4\nred: 3\n",
            [("Nobody can be green: it begins at 70 points, and the parts give 5 together", "green")],
        ),
    ],
)
def test_colours(head: str, expected: list[tuple[str, str]]) -> None:
    parts = f"parts:\n  - {{title: A, measure: visitors, {BANDS}}}\n  - {{title: B, recorded: no, {BANDS}}}\n"
    seen = found(unscorable_profile, f"title: Own\n{head}{parts}")
    assert [(message, path) for message, path, _ in seen] == [(message, (key,)) for message, key in expected]


def test_a_profile_without_parts() -> None:
    mend = "write parts: and under it each part, with title:, measure: and bands:"
    assert found(unscorable_profile, "title: Own\n") == [("The profile has no parts, so it gives no points", (), mend)]


def test_measures_that_do_not_exist() -> None:
    text = f"{HEAD}  - {{title: A, measure: atendance, {SHARES}}}\n"
    assert found(unknown_measure, text) == [
        ("There is no measure “atendance”", ("parts", 0, "measure"), "write attendance")
    ]


SETTINGS = "group: Own\ntimezone: UTC\ncurrency: USD\n"
HOW = (
    "write the profile's id: the name of a file in profiles/ without its ending, such as our-half-year, "
    "or one of those that come with refertext: ground-rules, points-every-four-weeks, points-group, "
    "points-lates-add-up, points-punctual, points-thanks or points-thanks-strict"
)


@pytest.mark.parametrize(
    ("line", "mends"),
    [
        ("", []),
        ("profile:\n", []),
        ("profile: ground-rules\n", []),
        ("profile: points-thanks\n", []),
        ("profile: our-half-year\n", []),
        ("profile: our-year\n", []),  # a former id: that is another rule's
        ("profile: broken\n", []),  # what cannot be read is told of by its own file
        ("profile: ground-rule\n", ["write ground-rules"]),
        ("profile: Ground Rules\n", ["write ground-rules"]),
        ("profile: our-half-yaer\n", ["write our-half-year"]),
        ("profile: The half-year\n", ["write our-half-year"]),
        ("profile: elephants\n", [HOW]),
    ],
)
def test_the_profile_of_the_settings(line: str, mends: list[str]) -> None:
    part = f"  - {{title: A, measure: visitors, {BANDS}}}\n"
    group = group_of(
        {
            "refertext.yml": SETTINGS + line,
            "profiles/our-half-year.yml": f"former_ids: [our-year]\n{HEAD.replace('Own', 'The half-year')}{part}",
            "profiles/broken.yml": "title: [\n",
        }
    )
    problems = [finding.problem for finding in check(group, [unknown_profile])]
    assert [problem.mend for problem in problems] == mends
    assert all(problem.place.path == ("profile",) for problem in problems)
