"""Profiles: what their values mean, and what is said of wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from refertext.problem import Path
from refertext.records import Duration, Profile, decode
from refertext.records.numbers import Threshold
from refertext.records.profile import Band, Rate
from refertext.text import Source, parse

PART = "title: Half-year\nparts:\n  - title: Referrals\n    measure: referrals\n    "
BAND = f"{PART}bands:\n      - "


def read(text: str) -> tuple[Profile | None, list[tuple[str, Path, str]]]:
    document = parse(Source("profiles/x.yml", text.encode()))
    assert document.flaws == ()
    found, flaws = decode(Profile, document.data or {}, document.file)
    return found, [(flaw.kind.value, flaw.place.path, flaw.mend) for flaw in flaws]


def the(text: str) -> Profile:
    found, flaws = read(text)
    assert flaws == []
    assert found
    return found


def test_what_holds_if_nothing_is_said() -> None:
    profile = the("title: Half-year\nover:\nparts:\n  - title: Referrals\n")
    assert (profile.subject, profile.over) == ("member", Duration(26, "weeks"))
    assert (profile.green, profile.amber, profile.red) == (70, 50, 30)
    assert (profile.parts[0].recorded, profile.parts[0].per, profile.parts[0].if_nothing) == ("yes", None, None)
    assert (profile.parts[0].most, profile.most) == (0, 0)


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        ("week", Rate(1)),
        ("1 week", Rate(1)),
        ("4 weeks", Rate(4)),
        ("26 weeks", Rate(26)),
        ("52 weeks", Rate(52)),
        ("member-week", Rate(1, each_member=True)),
    ],
)
def test_rates(written: str, rate: Rate) -> None:
    assert the(f"{PART}per: {written}\n").parts[0].per == rate


@pytest.mark.parametrize(
    ("rate", "said"), [(Rate(1), "week"), (Rate(4), "4 weeks"), (Rate(1, each_member=True), "member-week")]
)
def test_rates_are_said_as_they_are_written(rate: Rate, said: str) -> None:
    assert str(rate) == said


@pytest.mark.parametrize(
    ("text", "kind", "path", "mend"),
    [
        (f"{PART}per: month\n", "wrong-value", ("parts", 0, "per"), "write 4 weeks, since months differ in length"),
        (f"{PART}per: 53 weeks\n", "wrong-value", ("parts", 0, "per"), "write week, 4 weeks or member-week"),
        (f"{PART}per: 0 weeks\n", "wrong-value", ("parts", 0, "per"), "write week, 4 weeks or member-week"),
        (f"{PART}per: [week]\n", "wrong-shape", ("parts", 0, "per"), "write week, or some weeks such as 4 weeks"),
        (
            f"{PART}over: 4 meetings\n",
            "wrong-value",
            ("parts", 0, "over"),
            "write days, weeks, months, quarters or years",
        ),
        (f"{PART}recorded: never\n", "wrong-choice", ("parts", 0, "recorded"), "write 'yes' or 'no'"),
        (f"{PART}mesure: visitors\n", "unknown-key", ("parts", 0, "mesure"), "write measure"),
        (
            f"{BAND}{{from: 1, points: many}}\n",
            "wrong-value",
            ("parts", 0, "bands", 0, "points"),
            "write a whole number from 0 to 1000, for example 15",
        ),
        (
            f"{BAND}{{from: 1, points: 1001}}\n",
            "wrong-value",
            ("parts", 0, "bands", 0, "points"),
            "write a whole number from 0 to 1000, for example 15",
        ),
        (
            f"{BAND}{{from: 1, points: [5]}}\n",
            "wrong-shape",
            ("parts", 0, "bands", 0, "points"),
            "write one, for example 15",
        ),
        (
            f"{BAND}{{from: a lot, points: 5}}\n",
            "wrong-value",
            ("parts", 0, "bands", 0, "from"),
            "write a number, a fraction or a percentage, for example 2, 1/3 or 75%",
        ),
        (f"{BAND}{{upto: 1, points: 5}}\n", "unknown-key", ("parts", 0, "bands", 0, "upto"), "write up_to"),
        ("title: x\ngreen: lots\n", "wrong-value", ("green",), "write a whole number from 0 to 1000, for example 15"),
        ("title: x\nsubject: pair\n", "wrong-choice", ("subject",), "write 'member' or 'group'"),
    ],
)
def test_wrong_values(text: str, kind: str, path: Path, mend: str) -> None:
    found, flaws = read(text)
    assert found is None
    assert [(kind_, path_) for kind_, path_, _ in flaws] == [(kind, path)]
    assert flaws[0][2].replace("'", "") == mend.replace("'", "")


HALF, SHARE = Threshold(Fraction(1, 2)), Threshold(Fraction(3, 4), percent=True)


@pytest.mark.parametrize(
    ("band", "below", "at", "above"),
    [
        (Band(from_=HALF, points=5), False, True, True),
        (Band(above=HALF, points=5), False, False, True),
        (Band(up_to=HALF, points=5), True, True, False),
    ],
)
def test_bands_on_both_sides_of_their_borders(band: Band, below: bool, at: bool, above: bool) -> None:
    tiny = Fraction(1, 10**9)
    reached = [band.is_reached_by(number) for number in (HALF.value - tiny, HALF.value, HALF.value + tiny)]
    assert reached == [below, at, above]


def test_the_limit_of_a_band() -> None:
    band = Band(up_to=SHARE, points=5)
    assert (band.key, band.limit) == ("up_to", SHARE)
    assert list(Band(from_=HALF, above=SHARE, points=5).limits) == ["from", "above"]
