"""`fit`: how a candidate fits: what to do first, then everything it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refertext.group import Group
from refertext.group.borders import Standing, precedents
from refertext.group.seats import Touch
from refertext.insights.matches.fit import QUESTIONS, Border, CandidateFit
from refertext.insights.matches.gain import Ally
from refertext.insights.matches.invitation import STANDING_IN_THE_WAY, Step, Topic, is_over, steps, to_be_asked
from refertext.insights.matches.match import knowers
from refertext.records.settings import SeatNotice
from refertext.reports.lines import heading, labelled, whole
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.rules.seats.sentences import in_common
from refertext.text.wording import listed

_MOST = 6
"""Of members or prospects that are shown; JSON has all of them."""
_WIDE = 11
"""Columns that labels take."""


@dataclass(frozen=True, slots=True)
class Application:
    """A candidate's fit, with the group and what is to be done next."""

    group: Group
    fit: CandidateFit
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, group: Group, found: CandidateFit) -> Application:
        """The application of a candidate whose fit has been looked at."""
        return cls(group, found, steps(group, found))


def render(one: Application, paper: Paper) -> str:
    """The whole answer in plain text."""
    sections = [
        _head(one, paper),
        _section("What to do now", _todo(one, paper), paper),
        _section("The seat", _seat(one, paper), paper),
        _section("The six questions", _questions(one, paper), paper),
        _section("What there is to gain", _gain(one, paper), paper),
        _section("Who knows them", _people(one, paper), paper),
        _section("The way so far", _path(one, paper), paper),
    ]
    return whole(sections)


def _section(title: str, lines: Iterator[str], paper: Paper) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from heading(title, paper)
        yield from found


def _head(one: Application, paper: Paper) -> Iterator[str]:
    who = one.fit.candidate
    yield from heading(f"How {who.name} ({who.business}) would fit, as of {one.group.as_of}", paper)
    yield from wrapped(_verdict(one), paper)


def _verdict(one: Application) -> str:
    """In a sentence: what stands in the way, and who is to be asked."""
    ahead = list(dict.fromkeys(step.topic.value for step in one.steps if step.topic in STANDING_IN_THE_WAY))
    if not ahead:
        voted = any(step.topic is Topic.WELCOME for step in one.steps)
        return f"Nothing stands in the way{', and the vote has been' if voted else ' of a vote'}."
    verb = "stands" if len(ahead) == 1 else "stand"
    asked = [one.group.name(id_) for id_ in to_be_asked(one.steps)]
    first = f" To be asked first: {listed(asked)}." if asked else ""
    return f"{len(ahead)} {'thing' if len(ahead) == 1 else 'things'} {verb} in the way: {listed(ahead)}.{first}"


def _todo(one: Application, paper: Paper) -> Iterator[str]:
    for number, step in enumerate(one.steps, 1):
        manner = "error" if step.topic in STANDING_IN_THE_WAY else "bold"
        yield from labelled(f"{number}.", step.do, paper, manner=manner)


# The seat


def _seat(one: Application, paper: Paper) -> Iterator[str]:
    seat = one.fit.candidate.seat
    if seat is None:
        return
    everything = {"services": f"everything in {seat.category}", "clients": "everybody", "territory": "everywhere"}
    yield from labelled("category", seat.category, paper, width=_WIDE)
    for side, otherwise in everything.items():
        entries = getattr(seat, side)
        yield from labelled(side, listed(entries) if entries else otherwise, paper, width=_WIDE)
    for border in one.fit.borders:
        yield from _border(one, border, paper)
    if not one.fit.borders:
        yield from labelled("touches", "nobody's seat", paper, width=_WIDE)
    for notice in one.fit.notices:
        yield from labelled(notice.status, _notice(one.group, notice), paper, width=_WIDE)
    if one.fit.left:
        until = f", may come back from {one.fit.may_return} on" if one.fit.may_return else ""
        yield from labelled("before", f"was a member until {one.fit.left}{until}", paper, width=_WIDE)


_LABELS = {
    Touch.SAME: "same seat",
    Touch.ADJACENT: "adjacent",
    Touch.OVER_BRANCH: "branch",
    Touch.NEIGHBOURING: "neighbour",
}


def _border(one: Application, border: Border, paper: Paper) -> Iterator[str]:
    manner = "error" if border.is_open else "note"
    text = f"{border.other.name}: {touch(one, border)}"
    yield from labelled(_LABELS[border.rivalry.touch], text, paper, width=_WIDE, manner=manner)
    for see in precedents(one.group, border.rivalry):
        yield from labelled("", f"{see.message} ({see.place.file})", paper, width=_WIDE)


def touch(one: Application, border: Border) -> str:
    """How another seat touches the candidate's, and what has been agreed or decided about it."""
    mine, theirs = one.fit.candidate.seat, _seat_of_the_other(border)
    if border.rivalry.touch is Touch.OVER_BRANCH and mine:
        said = f"{mine.category} and {theirs} stand one above the other; name the narrower category"
    elif border.rivalry.touch is Touch.NEIGHBOURING:
        said = "the same category, clients and places, but other services; say in both guides where the border runs"
    else:
        said = f"{in_common(border.rivalry)}; {_how_it_stands(border)}"
    decided = border.decided
    return f"{said}. Decided: {decided.why} (until {decided.until})" if decided else said


def _seat_of_the_other(border: Border) -> str:
    rivalry = border.rivalry
    tenure = rivalry.incumbent if rivalry.incumbent.member is border.other else rivalry.newcomer
    return tenure.seat.category


def _how_it_stands(border: Border) -> str:
    consent, name = border.rivalry.consent, border.other.name
    if border.standing is Standing.AGREED and consent:
        scope = f" to {consent.scope}" if consent.scope else ""
        return f"{name} agreed{scope} on {consent.date}" + (f", until {consent.until}" if consent.until else "")
    if border.standing is Standing.LAPSED and consent:
        return f"{name}'s consent of {consent.date} ended on {consent.until}"
    if border.rivalry.touch is Touch.SAME and border.standing is Standing.OPEN:
        return "nobody can agree to that"
    return border.standing.value


def _notice(group: Group, notice: SeatNotice) -> str:
    whom = {"reserved": notice.for_, "opened": notice.holder}.get(notice.status)
    parts = [notice.category]
    if whom:
        parts.append(f"for {group.name(whom)}" if notice.status == "reserved" else f"held by {group.name(whom)}")
    if notice.until:
        parts.append(f"until {notice.until}" + (", which is over" if is_over(group, notice) else ""))
    return " ".join(parts) + (f": {notice.why}" if notice.why else "")


# The questions


def _questions(one: Application, paper: Paper) -> Iterator[str]:
    manners = {"yes": "note", "no": "error"}
    for key, answer in one.fit.questions:
        manner = manners.get(answer or "", "warning")
        yield from labelled(answer or "not asked", QUESTIONS[key], paper, width=_WIDE, manner=manner)


# The gain


def _gain(one: Application, paper: Paper) -> Iterator[str]:
    name, found = one.fit.candidate.name, one.fit
    if found.allies:
        text = (
            f"{counted(len(found.allies), 'member')} would be ideal partners: same clients and places, other services."
        )
        yield from wrapped(text, paper, indent=2)
    for ally in found.allies[:_MOST]:
        yield from labelled("-", _ally(ally), paper)
    yield from _more(len(found.allies), paper)
    if found.openings:
        text = f"{counted(len(found.openings), 'prospect')} whom members know and {name} would want:"
        yield from wrapped(text, paper, indent=2)
    for match in found.openings[:_MOST]:
        names = listed([one.group.name(id_) for id_ in knowers(one.group, match.prospect)])
        grounds = listed([str(reason.ground) for reason in match.reasons])
        but = f"; but {match.prospect.place} is none of their places" if match.is_outside_territory else ""
        text = f"{match.prospect.alias} ({match.prospect.id}), known by {names}: {grounds}{but}"
        yield from labelled("-", text, paper)
    yield from _more(len(found.openings), paper)
    if not (found.allies or found.openings):
        yield from wrapped(_no_gain(one), paper, indent=2)


def _ally(ally: Ally) -> str:
    seat = ally.member.seat
    clients = listed([f"“{text}”" for text in ally.clients]) if ally.clients else "any clients"
    where = listed(ally.territory) if ally.territory else "any place"
    industries = f"; both look for {listed(ally.industries)}" if ally.industries else ""
    category = f" ({seat.category})" if seat else ""
    return f"{ally.member.name}{category}: {clients} in {where}{industries}"


def _more(number: int, paper: Paper) -> Iterator[str]:
    if number > _MOST:
        yield from wrapped(f"and {number - _MOST} more", paper, indent=5)


def _no_gain(one: Application) -> str:
    who = one.fit.candidate
    return (
        "Nobody here is recorded to serve the same clients in the same places with other services, or to know somebody "
        f"{who.name} looks for. Write clients: and territory: under seat:, and ideal_client:, into {who.file}; if it "
        "stays like this, ask what they would give and get here."
    )


# The people


def _people(one: Application, paper: Paper) -> Iterator[str]:
    group, known = one.group, one.fit.known_by
    if known.introduced_by:
        by = known.introduced_by.removeprefix("outside:").strip()
        yield from labelled("brought by", group.name(by), paper, width=_WIDE)
    if known.conversations:
        talks = [f"{group.name(id_)} ({number})" for id_, number in known.conversations]
        yield from labelled("talks with", listed(talks), paper, width=_WIDE)
    for day, by_whom in known.visits:
        invited = f", invited by {group.name(by_whom)}" if by_whom else ""
        yield from labelled("visitor", f"{day}{invited}", paper, width=_WIDE)
    for search in known.searches:
        took = f" in {counted(search.conversations, 'conversation')}" if search.conversations else ""
        yield from labelled("search", f"{group.name(search.by)} looked for {search.for_}{took}", paper, width=_WIDE)


def _path(one: Application, paper: Paper) -> Iterator[str]:
    for entry in one.fit.path:
        by = f", {one.group.name(entry.by)}" if entry.by else ""
        outcome = f": {entry.outcome}" if entry.outcome else ""
        yield from labelled(entry.date.isoformat(), f"{entry.how}{by}{outcome}", paper, width=_WIDE)
