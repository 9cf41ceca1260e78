"""Steps towards a candidate's joining, and which of them stand in the way of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Topic(StrEnum):
    """What a step is about."""

    COPY = "copied file"
    WITHDRAWN = "withdrawn"
    SEAT = "seat unknown"
    COOLING_OFF = "cooling-off"
    SAME_SEAT = "same seat"
    FREE_LATER = "seat not free yet"
    CONTESTED = "contested seat"
    CONSENT = "consent"
    CHOICE = "choice"
    RESERVATION = "reservation"
    BRANCH = "category"
    RENEWAL = "renewal"
    QUESTIONS = "questions"
    NEWS = "news"
    VISIT = "visit"
    VOTE = "vote"
    WELCOME = "welcome"


NO_VOTE_BEFORE = frozenset(
    {Topic.COPY, Topic.WITHDRAWN, Topic.SEAT, Topic.SAME_SEAT, Topic.CONTESTED, Topic.CHOICE},
)
"""While one of these is open there is nothing to vote on: nobody knows which seat, or whose."""
VOTE_DEPENDS_ON = frozenset({Topic.CONSENT, Topic.RESERVATION})
"""The topics in which somebody's word comes before the vote."""
JOINING_WAITS_FOR = frozenset({Topic.COOLING_OFF, Topic.FREE_LATER})
"""The topics that only a day settles: the vote may come before it."""
STANDING_IN_THE_WAY = NO_VOTE_BEFORE | VOTE_DEPENDS_ON | JOINING_WAITS_FOR
"""The topics that must be settled before the candidate joins."""
COMING_BEFORE_THE_VOTE = frozenset({Topic.QUESTIONS, Topic.VISIT})
"""The topics that are no obstacle, but without which nobody knows whom they vote on."""

IN_WORDS: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.COPY: "a file that looks like a copy",
        Topic.WITHDRAWN: "that they have withdrawn",
        Topic.SEAT: "a seat that is not written down",
        Topic.COOLING_OFF: "the cooling-off time",
        Topic.SAME_SEAT: "a member with the same seat",
        Topic.FREE_LATER: "a seat that is not free yet",
        Topic.CONTESTED: "a seat that is open to others",
        Topic.CONSENT: "a member's consent",
        Topic.CHOICE: "a choice between candidates",
        Topic.RESERVATION: "a reservation for somebody else",
        Topic.QUESTIONS: "a word on the six questions",
        Topic.VISIT: "a visit to a meeting",
    }
)
"""What stands in the way and what comes before the vote, as it is said in a sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, as an imperative that needs nothing else to be acted on.

    `ask` is who can settle it with a yes. `ways` are what may come of it, where there are several. `write` are lines
    for a file, letter by letter.
    """

    topic: Topic
    do: str
    ask: str | None = None
    ways: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
