"""A suggestion is followed to the letter: what may mean several things, or the opposite, gets none."""

from __future__ import annotations

from typing import get_args

import pytest

from refertext.records import choice_meant, nearest
from refertext.records.lengths import Period, Weekday
from refertext.records.meant import SPOKEN, spoken
from refertext.records.meeting import Presence
from refertext.records.referral import KINDS, Status
from refertext.records.types import Answer

STATUSES = get_args(Status)
PRESENCES = get_args(Presence)
WEEKDAYS = get_args(Weekday)
MEETINGS = ("group", "one-to-one", "review", "visit")
ANSWERS = get_args(Answer)

MEANT = [
    (STATUSES, "won", ["Won", "wonn", "closed", "Closed - won", "sold", "signed", "won, 12500"]),
    (STATUSES, "lost", ["lsost", "dead", "closed lost", "LOST"]),
    (STATUSES, "contacted", ["called", "phoned", "contact", "contacetd"]),
    (STATUSES, "not-a-fit", ["no fit", "not a fit", "not_a_fit", "unfit"]),
    (STATUSES, "stalled", ["stalld", "on hold"]),
    (STATUSES, "met", ["meet", "met?", "meeting"]),
    (PRESENCES, "present", ["here", "came", "attended", "presnt", "there"]),
    (PRESENCES, "absent", ["absent, sick", "no-show", "unexcused", "absence"]),
    (PRESENCES, "substitute", ["sub", "stand-in", "substitut"]),
    (PRESENCES, "late", ["late (10 minutes)", "latte"]),
    (WEEKDAYS, "thursday", ["Thu", "thurs", "Thursdays", "thrusday"]),
    (WEEKDAYS, "wednesday", ["Wed", "weds"]),
    (MEETINGS, "one-to-one", ["1-2-1", "121", "1:1", "one to one", "One on One", "one2one"]),
    (MEETINGS, "group", ["group meeting"]),
    (KINDS, "introduction", ["intro", "Intro", "introdution"]),
    (KINDS, "lead", ["leed", "leads"]),
    (KINDS, "referral", ["ref", "refferal", "referrals"]),
    (("week", "month"), "week", ["weekly", "weeks"]),
    (get_args(Period), "half-year", ["half year"]),
    (("yes", "no"), "yes", ["Yes", "y", "true", "sure"]),
    (("yes", "no"), "no", ["NO", "false", "nope"]),
    (ANSWERS, "unsure", ["maybe", "not sure"]),
]

IN_DOUBT = [
    (STATUSES, ["started", "refused", "declined", "done", "not", "won't", "wont", "not won", "lead", "open", "-", ""]),
    (PRESENCES, ["leave", "sick", "yes", "pr", "on leave", "not present"]),
    (WEEKDAYS, ["t", "th", "s", "day", "2nd thursday"]),
    (("week", "month"), ["biweekly", "bi-weekly", "2 weeks", "fortnight", "quarter"]),
    (("yes", "no"), ["snow", "now", "not", "no idea", "since March", "yesterday", "unsure", "1"]),
    (("wanted", "reserved", "opened"), ["open", "taken"]),
    (STATUSES, ["x" * 61, "won " * 20]),
]


@pytest.mark.parametrize(("choices", "meant", "words"), MEANT)
def test_what_is_meant(choices: tuple[str, ...], meant: str, words: list[str]) -> None:
    assert {word: choice_meant(word, choices) for word in words} == dict.fromkeys(words, meant)


@pytest.mark.parametrize(("choices", "words"), IN_DOUBT)
def test_what_is_in_doubt(choices: tuple[str, ...], words: list[str]) -> None:
    assert {word: choice_meant(word, choices) for word in words} == dict.fromkeys(words)


@pytest.mark.parametrize("choices", [STATUSES, PRESENCES, MEETINGS, KINDS, ANSWERS, get_args(Period), WEEKDAYS])
def test_nothing_is_said_for_two_choices(choices: tuple[str, ...]) -> None:
    said = [phrase for choice in choices for phrase in spoken(choice)]
    assert len(said) == len(set(said))
    assert SPOKEN.keys() <= {*STATUSES, *PRESENCES, *MEETINGS, *KINDS}


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("kit-larson", ["kit-larsen", "lee-ortiz"], "kit-larsen"),
        ("Kit-Larsen", ["kit-larsen"], "kit-larsen"),
        ("gaols", ["goals", "leave"], "goals"),
        ("lee-ortiz, kit-larsen", ["kit-larsen", "lee-ortiz"], None),
        ("Kit Larsen and Lee Ortiz", ["Kit Larsen", "Lee Ortiz"], None),
        ("lee-ortiz & kit", ["kit-larsen", "lee-ortiz"], "lee-ortiz"),
        ("x" * 61, ["x" * 60], None),
    ],
)
def test_the_nearest(word: str, known: list[str], near: str | None) -> None:
    assert nearest(word, known) == near


PEOPLE = ["jana-weiss", "derek-holt", "paul-marsh", "sofia-lind", "sofia-ruiz"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("dana-wolfe", None),
        ("dana-weiss", None),  # somebody else's first name
        ("ben-holt", None),
        ("paul-smith", None),
        ("jana-wiess", "jana-weiss"),
        ("janna_weis", "jana-weiss"),
        ("janaweiss", "jana-weiss"),
        ("weiss-jana", "jana-weiss"),
        ("jana-weiss-2", "jana-weiss"),
        ("lind", "sofia-lind"),
        ("linnd", "sofia-lind"),
        ("derek", "derek-holt"),
        ("sofia", None),  # there are two
        ("jo", None),
        ("-", None),
    ],
)
def test_each_word_of_a_name_is_meant(word: str, near: str | None) -> None:
    assert nearest(word, PEOPLE) == near


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("joined", None),
        ("introduced_by", None),
        ("visitors", None),
        ("next", None),
        ("wanted", "wanted_by"),
        ("wantedby", "wanted_by"),
        ("histroy", "history"),
        ("consnet", "consent"),
        ("former_id", "former_ids"),
        ("nmae", "name"),
    ],
)
def test_keys_of_another_kind_are_not_meant(key: str, near: str | None) -> None:
    known = ["name", "wanted_by", "known_by", "joint", "consent", "history", "parent", "text", "former_ids"]
    assert nearest(key, known) == near
