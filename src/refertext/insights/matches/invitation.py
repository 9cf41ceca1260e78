"""What to do next about a candidate: what stands in the way first, then the questions, then the way to the vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from refertext.group import Group
from refertext.group.borders import Standing, opened
from refertext.group.seats import Touch
from refertext.insights.calendar import next_meeting
from refertext.insights.debts.candidates import TIME
from refertext.insights.debts.people import who_looks_after
from refertext.insights.matches.fit import QUESTIONS, Border, CandidateFit
from refertext.records.settings import SeatNotice
from refertext.text.wording import listed


class Topic(StrEnum):
    """What a step is about."""

    COPY = "copied file"
    WITHDRAWN = "withdrawn"
    SEAT = "seat unknown"
    COOLING_OFF = "cooling-off"
    SAME_SEAT = "same seat"
    CONTESTED = "contested seat"
    CONSENT = "consent"
    CHOICE = "choice"
    RESERVATION = "reservation"
    RENEWAL = "renewal"
    QUESTIONS = "questions"
    NEWS = "news"
    VISIT = "visit"
    VOTE = "vote"
    WELCOME = "welcome"


STANDING_IN_THE_WAY = frozenset(
    {
        Topic.COPY,
        Topic.WITHDRAWN,
        Topic.SEAT,
        Topic.COOLING_OFF,
        Topic.SAME_SEAT,
        Topic.CONTESTED,
        Topic.CONSENT,
        Topic.CHOICE,
        Topic.RESERVATION,
    }
)
"""The topics that must be settled before a vote makes sense."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, as an imperative that needs nothing else to be acted on; `ask` is whose word it takes."""

    topic: Topic
    do: str
    ask: str | None = None


def steps(group: Group, found: CandidateFit) -> tuple[Step, ...]:
    """What to do next about a candidate, in order."""
    return (
        *_before(group, found),
        *_about_seats(group, found),
        *_about_notices(group, found),
        *_on_the_way(group, found),
    )


def to_be_asked(todo: tuple[Step, ...]) -> tuple[str, ...]:
    """The present ids of those whose word it takes before the candidate is invited further, each once."""
    return tuple(dict.fromkeys(step.ask for step in todo if step.ask))


def _before(group: Group, found: CandidateFit) -> Iterator[Step]:
    who = found.candidate
    if found.twin:
        yield Step(
            Topic.COPY,
            f"Find out whether {who.file} and {found.twin.file} are about one person, and keep one of the two files: "
            "only one of them is compared with other people's seats.",
        )
    if who.seat is None:
        yield Step(
            Topic.SEAT,
            f"Ask {who.name} what they sell, to whom and where, and write it under seat: in {who.file} (category:, "
            "services:, clients:, territory:). Until then nobody can tell whose seat it would touch.",
        )
    if who.left and who.joined is None:
        yield Step(
            Topic.WITHDRAWN,
            f"Remove left: from {who.file} if {who.name} wants to come again: it says that they do not.",
        )
    if found.left and found.may_return and found.may_return > group.as_of:
        yield Step(
            Topic.COOLING_OFF,
            f"Let {who.name} join on {found.may_return} at the earliest: they left on {found.left}, and the group "
            f"waits {group.settings.cooling_off}.",
        )


def _about_seats(group: Group, found: CandidateFit) -> Iterator[Step]:
    for border in found.borders:
        if border.is_open:
            yield _settle(group, found, border)


def _settle(group: Group, found: CandidateFit, border: Border) -> Step:
    who, other = found.candidate, border.other
    notice = opened(group, border.rivalry)
    if border.standing is Standing.CONTESTED and notice:
        why = f" ({notice.why})" if notice.why else ""
        since = f" since {notice.since}" if notice.since else ""
        return Step(
            Topic.CONTESTED,
            f"Decide who is to have {notice.category}: {other.name}'s seat is open to others{since}{why}, and "
            f"{who.name} would want the same.",
        )
    if not border.other_is_member:
        joins = f" before {other.name} joins on {other.joined}" if other.joined else ""
        return Step(Topic.CHOICE, f"Decide{joins} whom you want: {who.name} and {other.name} would compete.")
    if border.rivalry.touch is Touch.SAME:
        return Step(
            Topic.SAME_SEAT,
            f"Talk to {other.name} before anything else: it is their seat, and a consent cannot change that. "
            f"{who.name} needs another seat, or other services, clients or places.",
            other.id,
        )
    consent = border.rivalry.consent
    again = f" again (their consent ended on {consent.until})" if consent and consent.until else ""
    return Step(
        Topic.CONSENT,
        f"Ask {other.name}{again} whether they agree to {who.name}'s seat beside theirs. Write a yes under seat: "
        f"consents: in {who.file}, as by: {other.id} and date: (the day of the yes); on a no, narrow the seat.",
        other.id,
    )


def _about_notices(group: Group, found: CandidateFit) -> Iterator[Step]:
    who = found.candidate
    for notice in found.notices:
        if notice.status != "reserved" or not notice.for_:
            continue
        theirs, over = group.same_member(notice.for_, who.id), is_over(group, notice)
        if theirs and over:
            yield Step(
                Topic.RENEWAL,
                f"Renew the reservation of {notice.category} for {who.name}, or remove it: it ended on {notice.until} "
                f"({group.settings.file}, seats:).",
            )
        elif not theirs and not over:
            until = f" until {notice.until}" if notice.until else ""
            yield Step(
                Topic.RESERVATION,
                f"Ask {group.name(notice.for_)} whether they still want {notice.category}: it is reserved for "
                f"them{until}, and goes to nobody else before that.",
                group.resolve("members", notice.for_),
            )


def is_over(group: Group, notice: SeatNotice) -> bool:
    """Whether the last day of a notice has passed."""
    return notice.until is not None and notice.until < group.as_of


def _on_the_way(group: Group, found: CandidateFit) -> Iterator[Step]:
    vote = next((entry for entry in reversed(found.path) if entry.how == "vote"), None)
    if vote:
        yield _after_the_vote(found, f"on {vote.date}" + (f": “{vote.outcome}”" if vote.outcome else ""))
        return
    yield from _questions(found)
    yield from _news(group, found)
    who, day = found.candidate, next_meeting(group)
    if not has_visited(found):
        on = f", for example on {day}" if day else ""
        yield Step(Topic.VISIT, f"Invite {who.name} to a meeting{on}: nobody should vote on somebody they never met.")
    then = f" (the next meeting is on {day})" if day and has_visited(found) else ""
    yield Step(
        Topic.VOTE, f"Vote on {who.name}{then}, and write under path: in {who.file} date:, how: vote, by: and outcome:."
    )


def has_visited(found: CandidateFit) -> bool:
    """Whether a visit to the group is recorded, on the path or at a meeting."""
    return bool(found.known_by.visits) or any(entry.how == "visit" for entry in found.path)


def _after_the_vote(found: CandidateFit, vote: str) -> Step:
    who = found.candidate
    return Step(
        Topic.WELCOME,
        f"The vote was {vote}. If it was a yes, write joined: with the first day in {who.file}, and have {who.name} "
        f"read and sign the agreements; if it was a no, tell them, and say why.",
    )


def _questions(found: CandidateFit) -> Iterator[Step]:
    unsettled = [key for key, answer in found.questions if answer in (None, "unsure")]
    refused = [key for key, answer in found.questions if answer == "no"]
    who = found.candidate
    if refused:
        yield Step(Topic.QUESTIONS, f"Talk about it before you vote; you answered with no: {_quoted(refused)}")
    if unsettled:
        yield Step(
            Topic.QUESTIONS,
            f"Ask {who.name}, and answer under fit: in {who.file}: {_quoted(unsettled)}",
        )


_MOST_QUOTED = 3


def _quoted(keys: list[str]) -> str:
    """The questions themselves while they are few, else how many there are."""
    if len(keys) > _MOST_QUOTED:
        return "all six questions." if len(keys) == len(QUESTIONS) else f"{len(keys)} of the six questions."
    return listed([f"“{QUESTIONS[key]}”" for key in keys])


def _news(group: Group, found: CandidateFit) -> Iterator[Step]:
    who, callers = found.candidate, who_looks_after(group, found.candidate)
    call = f"{group.name(callers[0])} should call {who.name}" if callers else f"Call {who.name}"
    if not found.path:
        yield Step(
            Topic.NEWS,
            f"{call}. Write under path: in {who.file} when it was (date:), how, who did (by:) and what came of it "
            "(outcome:).",
        )
    elif group.as_of - found.path[-1].date > TIME:
        last = found.path[-1].date
        yield Step(Topic.NEWS, f"{call}: nothing has been written since {last}, {(group.as_of - last).days} days ago.")
