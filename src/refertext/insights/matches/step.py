"""Steps towards a candidate's joining, and which of them stand in the way of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
