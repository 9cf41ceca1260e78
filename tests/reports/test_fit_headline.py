"""What `fit` says first agrees with what it says next."""

from __future__ import annotations

from typing import Any

import pytest

from refertext.insights.matches.fit import fit
from refertext.insights.matches.step import COMING_BEFORE_THE_VOTE, IN_WORDS, STANDING_IN_THE_WAY
from refertext.reports.fit import Application, verdict
from small import member, small

SEAT = {"category": "people/training", "services": ["coaching"], "clients": ["factories"], "territory": ["Nampa"]}
BESIDE = SEAT | {"territory": ["Boise"]}
KEYS = ("similar_clients", "similar_values", "nearby", "channel", "volume", "committed")
YES = dict.fromkeys(KEYS, "yes")
VISIT = [{"date": "2026-03-05", "how": "visit", "by": "kit"}]
VOTE = [*VISIT, {"date": "2026-03-06", "how": "vote", "by": "kit"}]


def said(seat: object, answers: object, path: object, *others: dict[str, str], **more: Any) -> str:
    files = member("dana", None, seat=seat, fit=answers, path=path, **more)
    group = small(member("kit", seat=SEAT), files, *others, as_of="03-11").group
    return verdict(Application.of(group, fit(group, "dana")))


OTHER = SEAT | {"services": ["payroll"], "clients": ["farms"]}


@pytest.mark.parametrize(
    ("answers", "path", "expected"),
    [
        (YES, VISIT, "Nothing stands in the way of a vote."),
        (YES, VOTE, "Nothing stands in the way, and the vote has been."),
        (None, VOTE, "Nothing stands in the way, and the vote has been."),
        (
            YES | {"nearby": "no"},
            VISIT,
            "Before the vote comes a word on the six questions; nothing else stands in its way.",
        ),
        (YES, [], "Before the vote comes a visit to a meeting; nothing else stands in its way."),
        (
            None,
            [],
            (
                "Before the vote come a word on the six questions and a visit to a meeting; "
                "nothing else stands in its way."
            ),
        ),
    ],
)
def test_what_comes_before_the_vote(answers: object, path: object, expected: str) -> None:
    assert said(OTHER, answers, path) == expected


def test_what_stands_in_the_way_is_said_in_words_that_need_no_list() -> None:
    assert said(SEAT, YES, VISIT) == (
        "1 thing stands in the way: a member with the same seat. No vote before that is settled."
    )
    assert said(BESIDE, YES, VISIT) == ("1 thing stands in the way: a member's consent. To be asked first: Kit.")
    rival = member("bob", None, seat=OTHER)
    assert said(OTHER, None, VISIT, rival) == (
        "1 thing stands in the way: a choice between candidates. No vote before that is settled. "
        "Before a vote also comes a word on the six questions."
    )


def test_there_are_words_for_all_that_is_told_first() -> None:
    assert set(IN_WORDS) == STANDING_IN_THE_WAY | COMING_BEFORE_THE_VOTE
