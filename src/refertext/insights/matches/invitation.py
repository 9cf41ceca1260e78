"""What to do next about a candidate: what stands in the way first, then the questions, then the way to the vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.group import Group
from refertext.insights.calendar import next_meeting
from refertext.insights.debts.candidates import TIME, who_courts
from refertext.insights.matches.fit import QUESTIONS, CandidateFit
from refertext.insights.matches.obstacles import first_day, obstacles
from refertext.insights.matches.step import IN_WORDS, NO_VOTE_BEFORE, VOTE_DEPENDS_ON, Step, Topic
from refertext.records import Member
from refertext.text.wording import listed


def steps(group: Group, found: CandidateFit) -> tuple[Step, ...]:
    """What to do next about a candidate, in order; of who has withdrawn nothing but that."""
    ahead = tuple(obstacles(group, found))
    withdrawn = tuple(step for step in ahead if step.topic is Topic.WITHDRAWN)
    return withdrawn or (*ahead, *_on_the_way(group, found, ahead))


def to_be_asked(todo: tuple[Step, ...]) -> tuple[str, ...]:
    """The present ids of those whose yes it takes before the candidate is invited further, each once."""
    return tuple(dict.fromkeys(step.ask for step in todo if step.ask))


def _on_the_way(group: Group, found: CandidateFit, ahead: Sequence[Step]) -> Iterator[Step]:
    who = found.candidate
    if who.joined and group.as_of >= group.present:  # who looks back does not know it yet
        yield _before_the_first_day(group, found, ahead, who.joined.isoformat())
        return
    vote = next((entry for entry in reversed(found.path) if entry.how == "vote"), None)
    if vote:
        said = f"on {vote.date}" + (f": “{vote.outcome}”" if vote.outcome else "")
        yield _after_the_vote(group, found, ahead, said)
        return
    yield from _questions(found)
    yield from _news(group, found)
    if not has_visited(found):
        day = next_meeting(group)
        on = f", for example on {day}" if day else ""
        yield Step(Topic.VISIT, f"Invite {who.name} to a meeting{on}: nobody should vote on somebody they never met.")
    if NO_VOTE_BEFORE.isdisjoint(step.topic for step in ahead):
        yield _vote(group, found, ahead)


def has_visited(found: CandidateFit) -> bool:
    """Whether a visit to the group is recorded, on the path or at a meeting."""
    return bool(found.known_by.visits) or any(entry.how == "visit" for entry in found.path)


# The vote


def _vote(group: Group, found: CandidateFit, ahead: Sequence[Step]) -> Step:
    who, open_, first = found.candidate, _open(ahead, VOTE_DEPENDS_ON), first_day(group, found)
    day = next_meeting(group) if has_visited(found) and not open_ else None
    when = f" (the next meeting is on {day})" if day else ""
    after = f" when the {listed(open_)} {'is' if len(open_) == 1 else 'are'} settled" if open_ else ""
    begins = f", for a first day from {first} on" if first else ""
    return Step(
        Topic.VOTE,
        f"Vote on {who.name}{when}{after}{begins}, and write under path: in {who.file} date:, how: vote, by: and "
        "outcome:.",
    )


def _after_the_vote(group: Group, found: CandidateFit, ahead: Sequence[Step], vote: str) -> Step:
    who, open_, first = found.candidate, _open(ahead, NO_VOTE_BEFORE | VOTE_DEPENDS_ON), first_day(group, found)
    settle = f"settle this first: {_in_words(open_)}. Then " if open_ else ""
    day = f"the first day, {first} or later," if first else "the first day"
    return Step(
        Topic.WELCOME,
        f"The vote was {vote}. If it was a no, tell them, say why, and write that under left: why: in {who.file}. If "
        f"it was a yes, {settle}write joined: there with {day} and have {who.name} read and sign the "
        f"agreements{_notices_to_remove(group, found)}.",
    )


def _before_the_first_day(group: Group, found: CandidateFit, ahead: Sequence[Step], joins: str) -> Step:
    who, open_ = found.candidate, _open(ahead, NO_VOTE_BEFORE | VOTE_DEPENDS_ON)
    but = f" Before that this is to be settled: {_in_words(open_)}." if open_ else ""
    return Step(
        Topic.WELCOME,
        f"{who.name} joins on {joins}: have them read and sign the agreements by then"
        f"{_notices_to_remove(group, found)}.{but}",
    )


def _open(ahead: Sequence[Step], topics: frozenset[Topic]) -> list[Topic]:
    """What is open of some topics, each once."""
    return list(dict.fromkeys(step.topic for step in ahead if step.topic in topics))


def _in_words(open_: Sequence[Topic]) -> str:
    return listed([IN_WORDS[topic] for topic in open_])


def _notices_to_remove(group: Group, found: CandidateFit) -> str:
    """What the settings say of the seat that is not true any more once it is taken."""
    who, seat = found.candidate, found.candidate.seat
    stale = [
        f"{notice.category} is {notice.status}"
        for notice in found.notices
        if (notice.status == "wanted" and seat and notice.category == seat.category)
        or (notice.status == "reserved" and group.same_member(notice.for_, who.id))
    ]
    return f"; remove from {group.settings.file} that {listed(stale)}" if stale else ""


# Before the vote


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
    who = found.candidate
    if not found.path:
        yield Step(
            Topic.NEWS,
            f"{_call(group, who)}. Write under path: in {who.file} when it was (date:), how, who did (by:) and what "
            "came of it (outcome:).",
        )
    elif group.as_of - found.path[-1].date > TIME:
        last = found.path[-1].date
        days = (group.as_of - last).days
        yield Step(Topic.NEWS, f"{_call(group, who)}: nothing has been written since {last}, {days} days ago.")


def _call(group: Group, who: Member) -> str:
    """Who should call: the one who is named in `due`, too."""
    callers = who_courts(group, who)
    return f"{group.name(callers[0])} should call {who.name}" if callers else f"Call {who.name}"
