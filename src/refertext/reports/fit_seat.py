"""The part of `fit` about the seat: what it is, whose it touches, and what was decided before on the same borders."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Decision, Standing
from refertext.group.seats import Touch
from refertext.insights.matches.fit import Border, CandidateFit
from refertext.records.settings import SeatNotice
from refertext.reports.lines import labelled
from refertext.reports.paper import Paper, wrapped
from refertext.rules.seats.sentences import in_common
from refertext.text.wording import listed

MOST = 6
"""Of members, prospects or decisions that are shown; JSON has all of them."""
WIDE = 11
"""Columns that labels take."""


def seat(group: Group, found: CandidateFit, paper: Paper) -> Iterator[str]:
    """The candidate's seat, whose it touches, and what the settings say of it."""
    mine = found.candidate.seat
    if mine is None:
        return
    everything = {"services": f"everything in {mine.category}", "clients": "everybody", "territory": "everywhere"}
    yield from labelled("category", mine.category, paper, width=WIDE)
    for side, otherwise in everything.items():
        entries = getattr(mine, side)
        yield from labelled(side, listed(entries) if entries else otherwise, paper, width=WIDE)
    for border in found.borders:
        yield from _border(border, paper)
    if not found.borders:
        yield from labelled("touches", "nobody's seat", paper, width=WIDE)
    for notice in found.notices:
        yield from labelled(notice.status, _notice(group, notice), paper, width=WIDE)
    if found.left:
        yield from labelled("before", _before(found), paper, width=WIDE)


def _before(found: CandidateFit) -> str:
    """That somebody was a member before, and from when on they may be one again."""
    until, decided = f", may come back from {found.may_return} on", found.exceptions.get("cooling-off")
    said = f"was a member until {found.left}{until if found.may_return else ''}"
    return f"{said}. Decided: {decided.why} (until {decided.until})" if decided and found.may_return else said


LABELS = {
    Touch.SAME: "same seat",
    Touch.ADJACENT: "adjacent",
    Touch.OVER_BRANCH: "branch",
    Touch.NEIGHBOURING: "neighbour",
}
"""How two seats touch, in a word or two."""


def _border(border: Border, paper: Paper) -> Iterator[str]:
    manner = "error" if border.is_open else "note"
    text = f"{border.other.name}: {touch(border)}"
    yield from labelled(LABELS[border.rivalry.touch], text, paper, width=WIDE, manner=manner)


def touch(border: Border) -> str:
    """How another seat touches somebody's, and what has been agreed or decided about it."""
    if border.rivalry.touch is Touch.OVER_BRANCH:
        mine, theirs = border.own_category, border.others_category
        said = f"{mine} and {theirs} stand one above the other; name the narrower category"
    elif border.rivalry.touch is Touch.NEIGHBOURING:
        said = "the same category, clients and places, but other services; say in both guides where the border runs"
    else:
        said = f"{in_common(border.rivalry)}; {_how_it_stands(border)}"
    decided = border.decided
    return f"{said}. Decided: {decided.why} (until {decided.until})" if decided else said


def _how_it_stands(border: Border) -> str:
    consent = border.rivalry.consent
    name = border.rivalry.given.by.name if border.rivalry.given else border.other.name
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
        parts.append(f"until {notice.until}" + (", which is over" if notice.is_over_on(group.as_of) else ""))
    return " ".join(parts) + (f": {notice.why}" if notice.why else "")


def precedents(group: Group, found: CandidateFit, paper: Paper) -> Iterator[str]:
    """What was decided before on the same borders."""
    for decision in found.precedents[:MOST]:
        label = "consent" if decision.day else "waiver"
        yield from labelled(label, _precedent(group, decision), paper, width=WIDE)
    yield from more(len(found.precedents), paper)


def _precedent(group: Group, decision: Decision) -> str:
    """An earlier decision in words: who about whom, with which limits, and where it is written."""
    if decision.day:
        said = decision.said + (f", scope: {decision.about}" if decision.about else "")
    else:
        said = f"{listed([group.name(id_) for id_ in decision.members])}, {decision.about}: {decision.said}"
    over = decision.until is not None and decision.until < group.as_of
    until = f", {'ended on' if over else 'until'} {decision.until}" if decision.until else ""
    return f"{said}{until} ({decision.place.file})"


def more(number: int, paper: Paper) -> Iterator[str]:
    """How many are not shown."""
    if number > MOST:
        yield from wrapped(f"and {number - MOST} more", paper, indent=5)
