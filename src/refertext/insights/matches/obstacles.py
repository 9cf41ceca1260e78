"""What stands in the way of a candidate, and what settles it: by kind of border, and by what the settings say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.borders import Standing, opened
from refertext.group.seats import SIDES, Touch
from refertext.insights.matches.fit import Border, CandidateFit
from refertext.insights.matches.step import Step, Topic
from refertext.records import Member
from refertext.records.settings import SeatNotice
from refertext.text.wording import listed


def obstacles(group: Group, found: CandidateFit) -> Iterator[Step]:
    """What to settle before a candidate joins, and what to settle by the way, in order."""
    yield from _about_the_file(found)
    yield from _about_returning(group, found)
    for border in found.borders:
        if border.is_open:
            yield _settle(group, found, border)
    yield from _about_branches(found)
    yield from _about_reservations(group, found)


def first_day(group: Group, found: CandidateFit) -> date | None:
    """The first day on which a candidate may join, where they have to wait for it."""
    days = [border.free_from for border in found.borders if border.is_open and border.free_from]
    if found.may_return and "cooling-off" not in found.exceptions:
        days.append(found.may_return)
    return max((day for day in days if day > group.as_of), default=None)


def _about_the_file(found: CandidateFit) -> Iterator[Step]:
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


def _about_returning(group: Group, found: CandidateFit) -> Iterator[Step]:
    who, settings = found.candidate, group.settings
    if found.may_return and found.may_return > group.as_of and "cooling-off" not in found.exceptions:
        yield Step(
            Topic.COOLING_OFF,
            f"Let {who.name} join on {found.may_return} at the earliest: they left on {found.left}, and the group "
            f"waits {settings.cooling_off}. Should the group vote for an exception, write it under waivers: in "
            f"{settings.file} (rule: cooling-off, file: {who.file}, why:, until:).",
        )


# Borders


def _settle(group: Group, found: CandidateFit, border: Border) -> Step:
    if border.free_from:
        return _free_later(found.candidate, border, border.free_from)
    notice = opened(group, border.rivalry)
    if border.standing is Standing.CONTESTED and notice:
        return _contested(group, found.candidate, border, notice)
    if not border.other_is_member:
        return _choice(found.candidate, border.other)
    if border.rivalry.touch is Touch.SAME:
        return _same_seat(group, found, border)
    return _consent(group, found.candidate, border)


def _free_later(who: Member, border: Border, day: date) -> Step:
    return Step(
        Topic.FREE_LATER,
        f"Let {who.name} join on {day} at the earliest: {border.other.name} holds the seat they would compete with "
        f"until the day before.",
    )


def _contested(group: Group, who: Member, border: Border, notice: SeatNotice) -> Step:
    other, file = border.other, group.settings.file
    since = f" since {notice.since}" if notice.since else ""
    why = f" ({notice.why})" if notice.why else ""
    takes = f"narrow seat: in {other.file}, or write left: there; and remove the notice under seats: in {file}"
    ways = [
        f"{who.name} is to have it: {takes}",
        f"{other.name} keeps it: remove that notice, and look here again",
    ]
    if border.rivalry.touch is Touch.ADJACENT:
        ways.append(f"both have room: {other.name} agrees to {who.name}'s seat beside theirs ({_where(who)})")
    return Step(
        Topic.CONTESTED,
        f"Vote on who is to have {notice.category}: {other.name}'s seat is open to others{since}{why}, and {who.name} "
        "would compete with it.",
        ways=tuple(ways),
    )


def _choice(who: Member, other: Member) -> Step:
    if other.joined:
        return Step(
            Topic.CHOICE,
            f"Decide before {other.name} joins on {other.joined} whom you want, or narrow one of the two seats: "
            f"{who.name} and {other.name} would compete.",
        )
    return Step(
        Topic.CHOICE,
        f"Decide whom you want before you vote on either: {who.name} and {other.name} would compete. Tell the other, "
        "and write left: with why: in their file; or narrow one of the two seats.",
    )


def _same_seat(group: Group, found: CandidateFit, border: Border) -> Step:
    """Nobody can agree to the same seat, so nobody is asked, and there is nothing to vote on but an exception."""
    who, other = found.candidate, border.other
    exception = (
        f"an exception that the group votes for: write under waivers: in {group.settings.file} rule: "
        f"candidate-conflict, file: {who.file}, why: (the vote) and until:; from the day of joining on, rule: same-seat"
    )
    return Step(
        Topic.SAME_SEAT,
        f"Talk to {other.name} before anything else: it is their seat, and no consent can change that. One of these "
        "comes first:",
        ways=(_narrower(who, other), _waiting_list(group, found, border), exception),
    )


def _narrower(who: Member, other: Member) -> str:
    empty = [f"{side}:" for side in SIDES if who.seat and not getattr(who.seat, side)]
    if empty:
        write = f"write {listed(empty)} of {who.name}, who has everything while nothing stands there"
        kept = "what"
    else:
        write, kept = f"narrow services:, clients: or territory: of {who.name}", "the part of an entry that"
    return f"another seat: {write}, or name under excludes: {kept} {other.name} keeps ({who.file}, seat:)"


def _waiting_list(group: Group, found: CandidateFit, border: Border) -> str:
    category, who = border.others_category, found.candidate
    for notice in found.notices:
        reserved = notice.status == "reserved" and notice.category == category
        if reserved and group.same_member(notice.for_, who.id) and not notice.is_over_on(group.as_of):
            since = f" since {notice.since}" if notice.since else ""
            return f"the waiting list: {who.name} is on it{since}, for the day on which {category} is free"
    return (
        f"the waiting list: write under seats: in {group.settings.file} category: {category}, status: reserved, "
        f"for: {who.id}, since: {group.as_of} and why:; it is theirs when {border.other.name} gives it up"
    )


def _consent(group: Group, who: Member, border: Border) -> Step:
    other, consent = border.other, border.rivalry.consent
    again = f" again (their consent ended on {consent.until})" if consent and consent.until else ""
    has_some = bool(who.seat and who.seat.consents)
    lines = ("consents:", f"  - by: {other.id}", f"    date: {group.as_of}")
    return Step(
        Topic.CONSENT,
        f"Ask {other.name}{again} whether they agree to {who.name}'s seat beside theirs. On a no, narrow the seat; on "
        f"a yes, add {'to consents: ' if has_some else ''}under seat: in {who.file}, with the day of the yes, and "
        "with scope: and until: if it has limits:",
        other.id,
        write=lines[1:] if has_some else lines,
    )


def _where(who: Member) -> str:
    return f"consents: under seat: in {who.file}"


def _about_branches(found: CandidateFit) -> Iterator[Step]:
    """Categories that stand above others are no conflict; only whoever has the wider one can name it better."""
    who, seat = found.candidate, found.candidate.seat
    if seat is None:
        return
    unsettled = [border for border in found.borders if border.is_a_wide_name]
    below = [one.other.name for one in unsettled if one.others_category.startswith(f"{seat.category}/")]
    if below:
        yield Step(
            Topic.BRANCH,
            f"Name a narrower category: for {who.name} ({who.file}, seat:): {seat.category} stands above what "
            f"{listed(below)} {'has' if len(below) == 1 else 'have'}.",
        )
    for border in unsettled:
        other = border.other
        if seat.category.startswith(f"{border.others_category}/"):
            yield Step(
                Topic.BRANCH,
                f"Ask {other.name} to name a narrower category: than {border.others_category} ({other.file}, seat:): "
                f"it stands above {who.name}'s {seat.category}. It need not hold up a vote.",
            )


# What the settings say


def _about_reservations(group: Group, found: CandidateFit) -> Iterator[Step]:
    who, file = found.candidate, group.settings.file
    for notice in found.notices:
        if notice.status != "reserved" or not notice.for_:
            continue
        theirs, over = group.same_member(notice.for_, who.id), notice.is_over_on(group.as_of)
        if theirs and over:
            yield Step(
                Topic.RENEWAL,
                f"Renew the reservation of {notice.category} for {who.name}, or remove it: it ended on {notice.until} "
                f"({file}, seats:).",
            )
        elif not theirs and not over and _is_within(found, notice) and "reserved-seat" not in found.exceptions:
            until = f" until {notice.until}" if notice.until else ""
            yield Step(
                Topic.RESERVATION,
                f"Ask {group.name(notice.for_)} whether they still want {notice.category}: it is reserved for "
                f"them{until}, and goes to nobody else before that. If they do not, remove the entry under seats: in "
                f"{file}; if they do, {who.name} needs another category, or waits.",
                group.resolve("members", notice.for_),
            )


def _is_within(found: CandidateFit, notice: SeatNotice) -> bool:
    """Whether the candidate's category is the one of a notice, or a part of it."""
    seat = found.candidate.seat
    return seat is not None and f"{seat.category}/".startswith(f"{notice.category}/")
