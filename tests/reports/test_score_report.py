"""Scores as text and JSON: nothing is missing, nothing is too wide, nothing is obeyed by anybody."""

from __future__ import annotations

import json
import textwrap

import pytest

from conftest import group_of
from refertext.insights.scores.score import ranking, score
from refertext.measures import Facts, a_member, facts
from refertext.records import Profile
from refertext.reports.paper import Paper, unpainted
from refertext.reports.score import render, render_json, render_ranking
from small import ON_RECORD, day, gift, meeting, member, members, small

WIDE = Paper(100, unpainted)
TEXT = """\
title: Our half-year
green: 20
amber: 15
red: 5
parts:
  - {title: Contributions, measure: contributions, per: week, bands: [{from: 0.1, points: 5}, {from: 1, points: 10}]}
  - {title: Visitors, measure: visitors, bands: [{from: 1, points: 5}, {from: 3, points: 10}]}
  - {title: Training, recorded: no, bands: [{from: 1, points: 7}]}
"""


def profile(text: str = TEXT) -> Profile:
    return group_of({"profiles/our-half-year.yml": text}).profiles["our-half-year"]


def people() -> Facts:
    return small(
        ON_RECORD,
        members("kit", "lee"),
        member("ana", "06-20"),
        member("ben", "04-23"),
        *[gift(f"g{n}", "05-01", "kit", "lee") for n in range(25)],
        gift("g", "05-01", "ben", "lee"),
        meeting("w1", "05-07", visitors=[{"name": "Guest", "invited_by": "kit"}]),
        as_of="07-01",
    )


def test_one_score() -> None:
    known = people()
    assert render(known, score(known, profile(), a_member("kit")), WIDE) == textwrap.dedent(
        """\
        Kit: 10 of 20 points, red
        By the profile our-half-year (Our half-year; green from 20, amber from 15, red from 5), 2026-01-01
        to 2026-07-01

          5 of 10  Contributions: 0.961 a week (25 in 26 weeks); 10 points from 1 a week: 1 more
                   contribution
          5 of 10  Visitors: 1; 10 points from 3: 2 more visitors
           – of 7  Training: not recorded

        5 points to amber, the cheapest way: 1 more contribution (+5).
        Out of reach are 7 of the 27 points: Training.
        """
    )


def test_the_score_of_a_newcomer() -> None:
    known = people()
    assert render(known, score(known, profile(), a_member("ana")), WIDE) == textwrap.dedent(
        """\
        Ana: 0 of 20 points, grey
        By the profile our-half-year (Our half-year; green from 20, amber from 15, red from 5), 2026-01-01
        to 2026-07-01, of which 1.71 weeks count
        Grey, whatever the points: only 12 days count, and nobody is judged before 28.

          0 of 10  Contributions: 0 a week (0 in 1.71 weeks); 5 points from 0.1 a week: 1 more contribution
          0 of 10  Visitors: 0; 5 points from 1: 1 more visitor
           – of 7  Training: not recorded

        Out of reach are 7 of the 27 points: Training.
        """
    )


def test_the_ranking() -> None:
    known = people()
    assert render_ranking(known, profile(), ranking(known, profile()), WIDE) == textwrap.dedent(
        """\
        By the profile our-half-year (Our half-year; green from 20, amber from 15, red from 5), 2026-01-01
        to 2026-07-01

             colour  place  points
        Kit  red        1.      10
        Ben  red        2.       5
        Lee  grey       3.       0
        Ana  grey        –       0

        Kit: 5 points to amber, the cheapest way: 1 more contribution (+5).
        Ben: 10 points to amber, the cheapest way: 3 more visitors (+10).
        Lee: 5 points to red, the cheapest way: 1 more visitor (+5).
        Ana: only 12 days count, and nobody is judged before 28.
        Out of reach are 7 of the 27 points: Training.
        """
    )


def test_equal_points_share_a_place() -> None:
    known = small(members("ana", "ben", "kit"), ON_RECORD, as_of="07-01")
    shown = render_ranking(known, profile(), ranking(known, profile()), WIDE)
    assert [line.split()[2] for line in shown.splitlines() if line.startswith(("Ana ", "Ben ", "Kit "))] == ["1."] * 3


def test_nobody_to_rank() -> None:
    known = small(as_of="07-01")
    assert "There is nobody to score on this day.\n" in render_ranking(known, profile(), (), WIDE)


@pytest.mark.parametrize("width", [40, 60, 110])
def test_no_line_is_too_wide(width: int) -> None:
    known = people()
    text = render(known, score(known, profile(), a_member("kit")), Paper(width, unpainted))
    assert max(map(len, text.splitlines())) <= width


def test_colours_are_painted() -> None:
    known = people()
    painted = Paper(100, lambda text, manner: f"<{manner}>{text}</>")
    assert render(known, score(known, profile(), a_member("kit")), painted).startswith(
        "<error>Kit: 10 of 20 points, red</>"
    )


def test_names_are_no_commands_to_a_forge_that_keeps_the_log() -> None:
    known = small(member("kit", name="::error::Kit"), as_of="07-01")
    found = ranking(known, profile())
    for shown in (render(known, found[0], WIDE), render_ranking(known, profile(), found, WIDE)):
        assert "error::Kit" in shown
        assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_json() -> None:
    known = people()
    document = json.loads(render_json(known, profile(), ranking(known, profile())))
    kit = document.pop("scores")[0]
    assert document == {
        "version": 1,
        "as_of": "2026-07-01",
        "profile": "our-half-year",
        "title": "Our half-year",
        "colours": {"green": 20, "amber": 15, "red": 5},
        "most": 27,
    }
    assert kit.pop("parts")[2] == {
        "title": "Training",
        "measure": None,
        "points": 0,
        "possible": 0,
        "measured": "not recorded",
        "next": "",
    }
    assert kit == {
        "subject": "kit",
        "from": "2026-01-01",
        "until": "2026-07-01",
        "days_counted": 182,
        "points": 10,
        "possible": 20,
        "colour": "red",
        "reason": "",
        "in_doubt": False,
        "way_up": "5 points to amber, the cheapest way: 1 more contribution (+5).",
    }


def test_who_may_have_more_points_than_can_be_read_is_named() -> None:
    texts = {
        "refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n",
        "referrals/2026/2026-06-20-kit-lee-a1b2.yml": "bad: [",
        **ON_RECORD,
        **members("kit", "lee", "zoe"),
    }
    known = facts(group_of(texts, day("07-01")))
    text = TEXT.replace("- {title: Visitors", "- {title: Guests, recorded: no").replace(" measure: visitors,", "")
    why = "there are files that cannot be read, and what counts may stand there."
    ranked = ranking(known, profile(text))
    assert render_ranking(known, profile(text), ranked, WIDE).endswith(f"\nNot certain for Kit and Lee: {why}\n")
    assert [render(known, one, WIDE).endswith(f"\nNot certain: {why}\n") for one in ranked] == [True, True, False]
    read = json.loads(render_json(known, profile(text), ranked))
    assert [one["in_doubt"] for one in read["scores"]] == [True, True, False]
