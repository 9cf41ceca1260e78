"""What slips say of a group meeting itself: who came and how, guests, who presented, what was fixed and taken on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from refertext.group.non_members import why_no_member
from refertext.group.trades import TradeError, trade
from refertext.group.unsaid import strangers, without_a_word
from refertext.patterns import pattern
from refertext.records import Meeting, Member
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.slips.changes import Attended, Change, Fixed, Presented, TookOn, Visited
from refertext.slips.days import day_before, day_from
from refertext.slips.ledger import Ledger
from refertext.slips.names import is_called, member_meant, named_first
from refertext.slips.piece import Piece
from refertext.slips.slip import Came, Fault, Next, Presentation, Substituted, Task, UnclearError, Visit, unclear
from refertext.text.wording import folded, listed

_BY = pattern(r"(?:\A|\s)(?:(?:invited\s+|brought\s+)?by|guest\s+of)[\s:]+", re.IGNORECASE)


def came(ledger: Ledger, slip: Came, line: Piece) -> Iterator[Change]:
    """The entries for who came, or did not; everyone else are those of whom nothing is said yet."""
    meeting = meeting_of(ledger, line)
    if slip.everyone:
        for member in _the_rest(ledger, meeting, line):
            yield Attended(meeting.file, member.id, Attendance(status="present"))
    for remark in slip.remarks:
        _refuse_name_in(ledger, slip, remark)
    notice = day_before(slip.told, ledger.known_day) if slip.told else None
    for piece in slip.members:
        try:
            yield from _entry(ledger, piece, Attendance(status=slip.status, notice=notice))
        except UnclearError as error:
            raise _or_a_remark(error.fault, slip, piece) from None


def substituted(ledger: Ledger, slip: Substituted, line: Piece) -> Iterator[Change]:
    """The entry for a member in whose place somebody came."""
    meeting_of(ledger, line)
    _refuse_member(ledger, slip.person, "write the name of who came, or take this line out")
    for piece in (slip.person, *slip.more):
        _refuse_inviter(ledger, slip.member, piece)
    business, category = _trade(ledger, slip.more)
    entry = Attendance(status="substitute", name=slip.person.words, business=business, category=category)
    yield from _entry(ledger, slip.member, entry)


def visited(ledger: Ledger, slip: Visit, line: Piece) -> Iterator[Change]:
    """The entry for a guest; of the same name there is only one a meeting."""
    meeting = meeting_of(ledger, line)
    business, category = _trade(ledger, slip.more)
    by = member_meant(ledger.group, slip.by, ledger.day) if slip.by else None
    _refuse_member(ledger, slip.person, f"write “present {slip.person.text}”, or the whole name of the guest")
    if ledger.visitor(slip.person.text):
        return
    if like := ledger.visitor_like(slip.person.text):
        said = f"“{slip.person.text}” may be “{like.name}”, who is written down already"
        raise unclear(said, f"write the same name, or correct visitors: in {meeting.file}", slip.person)
    visitor = Visitor(name=slip.person.words, business=business, category=category, invited_by=by)
    yield Visited(meeting.file, visitor)


def presented(ledger: Ledger, slip: Presentation, line: Piece) -> Iterator[Change]:
    """Who presented, each once."""
    meeting = meeting_of(ledger, line)
    members = dict.fromkeys(_member_of_the_day(ledger, piece) for piece in slip.members)
    yield from (Presented(meeting.file, id_) for id_ in members if id_ not in ledger.presented)


def took_on(ledger: Ledger, slip: Task, line: Piece) -> Iterator[Change]:
    """What a member took on; the same only once."""
    meeting = meeting_of(ledger, line)
    who = member_meant(ledger.group, slip.member, ledger.day)
    due = day_from(slip.due, ledger.day, ledger.day) if slip.due else None
    if not ledger.action(who, slip.what.text):
        yield TookOn(meeting.file, Action(who=who, what=slip.what.words, due=due))


def fixed(ledger: Ledger, slip: Next, line: Piece) -> Iterator[Change]:
    """The day of the next meeting, or who presents there; another one than is written already is a fault."""
    meeting = meeting_of(ledger, line)
    if slip.day:
        key, value = "next", day_from(slip.day, ledger.day + timedelta(days=1), ledger.day).isoformat()
    else:
        key, value = "next_presenter", member_meant(ledger.group, slip.presenter or line, ledger.day)
    known = ledger.fixed.get(key)
    if known and known != value:
        mend = f"correct this line, or {key}: in {meeting.file}"
        raise unclear(f"{key}: is “{known}” already, and this says “{value}”", mend, slip.day or slip.presenter or line)
    if not known:
        yield Fixed(meeting.file, key, value)


def meeting_of(ledger: Ledger, line: Piece) -> Meeting:
    """The group meeting that a line is about; UnclearError where there is none, or nobody can tell which."""
    if ledger.sheet.meeting:
        return ledger.sheet.meeting
    meetings = [one for one in ledger.group.meetings.values() if one.kind == "group" and one.date == ledger.day]
    held = sorted(one.file for one in meetings if one.is_group_meeting)
    if held:
        said, mend = f"There are {len(held)} group meetings on {ledger.day}", f"write this into {listed(held, 'or')}"
    elif meetings:
        said = f"The meeting of {ledger.day} was cancelled, so nothing can be said of it"
        mend = f"take this line out, or cancelled: out of {meetings[0].file}"
    else:
        said = f"No group meeting of {ledger.day} is recorded that this could be written into"
        mend = "record the meeting first (refertext new meeting), or write this into the log of its meeting"
    raise unclear(said, mend, line)


def _entry(ledger: Ledger, piece: Piece, entry: Attendance) -> Iterator[Change]:
    """The change of one member's entry, where it says something new."""
    meeting, id_ = meeting_of(ledger, piece), _member_of_the_day(ledger, piece)
    key, known = ledger.attendance.get(id_, (id_, None))
    wanted = _together(ledger, piece, known, entry) if known else entry
    if wanted != known:
        yield Attended(meeting.file, key, wanted)


def _together(ledger: Ledger, piece: Piece, known: Attendance, entry: Attendance) -> Attendance:
    """An entry with what a line adds. Present is what is written of everybody before anything more is known."""
    if known.status == "present":
        return entry
    if known.status != entry.status:
        raise _contradiction(ledger, piece, known.status, entry.status)
    for name in ("name", "business", "category", "notice"):
        old, new = getattr(known, name), getattr(entry, name)
        if old is not None and new is not None and folded(str(old)) != folded(str(new)):
            raise _contradiction(ledger, piece, f"{name}: {old}", f"{name}: {new}")
        if old is None and new is not None:
            known = replace(known, **{name: new})
    return known


def _refuse_name_in(ledger: Ledger, slip: Came, remark: Piece) -> None:
    """A remark that begins with a member's name may be more than a remark."""
    member = named_first(ledger.group, remark, ledger.day)
    if member:
        said = f"“{remark.text}” may be a remark, or tell of {member.name}, too"
        mend = f"write one line for each: {slip.status} {member.name}; a remark begins with another word"
        raise unclear(said, mend, remark)


def _refuse_member(ledger: Ledger, person: Piece, mend: str) -> None:
    """A member is no guest."""
    member = is_called(ledger.group, person, ledger.day)
    if member:
        raise unclear(f"“{person.text}” may be {member.name}, who is a member and no guest", mend, person)


def _refuse_inviter(ledger: Ledger, member: Piece, piece: Piece) -> None:
    """Nobody brings a substitute: who came in a member's place, and was brought by another one, may be a guest."""
    found = _BY.search(piece.text)
    if found and is_called(ledger.group, piece.cut(found.end()), ledger.day):
        by = piece.cut(found.start())
        said = f"“{by.text}” is no business: a substitute comes in {member.text}'s place"
        raise unclear(said, f"take it out, or begin the line with visitor and leave {member.text} out", by)


def _or_a_remark(fault: Fault, slip: Came, piece: Piece) -> UnclearError:
    """A fault about a name which may be a remark, or end in one."""
    if not fault.said.startswith("There is no member") or fault.mend.endswith("?"):
        return UnclearError(fault)
    first, *others = piece.words.split()
    if others:
        shown = f"{first} - {' '.join(others)}"
    elif piece != slip.members[0]:
        shown = f"{slip.members[0].words} - {first}"
    else:
        return UnclearError(fault)
    return unclear(fault.said, f"{fault.mend}; a remark stands after a dash: {slip.status} {shown}", piece)


def _contradiction(ledger: Ledger, piece: Piece, known: str, said: str) -> UnclearError:
    name = ledger.group.name(member_meant(ledger.group, piece, ledger.day))
    file = meeting_of(ledger, piece).file
    return unclear(
        f"Of {name} it is written already “{known}”, and this says “{said}”",
        f"correct this line, or attendance: in {file}",
        piece,
    )


def _member_of_the_day(ledger: Ledger, piece: Piece) -> str:
    """The id of a member whose attendance counts that day."""
    id_ = member_meant(ledger.group, piece, ledger.day)
    member = ledger.group.members[id_]
    why = why_no_member(member, ledger.day)
    if why:
        raise unclear(
            f"{member.name} {why}, so was no member on {ledger.day}",
            f"for a guest write “visitor {member.name}, {member.business}”",
            piece,
        )
    return id_


def _trade(ledger: Ledger, more: tuple[Piece, ...]) -> tuple[str | None, str | None]:
    """Business and category of a guest. A member's name among them is more likely that of who brought the guest."""
    for piece in more:
        if member := is_called(ledger.group, piece, ledger.day):
            said = f"“{piece.text}” may be {member.name}, who is no business"
            raise unclear(said, f"write “by {piece.text}” for who brought the guest", piece)
    try:
        return trade(ledger.group, [piece.text for piece in more])
    except TradeError as error:
        raise unclear(error.said, error.mend, more[error.part]) from None


def _the_rest(ledger: Ledger, meeting: Meeting, line: Piece) -> list[Member]:
    """The members of the day of whom nothing is said so far; who presented is present like all others."""
    if not any(member.was_member_on(ledger.day) for member in ledger.group.members.values()):
        raise unclear(f"Nobody was a member on {ledger.day}", "correct joined: in members/ first", line)
    nobody = strangers(ledger.group, meeting)
    if nobody:
        said = f"Nobody can tell who the others are while “{nobody[0]}”, who is no member, stands under attendance:"
        raise unclear(said, f"correct that first, in {meeting.file}", line)
    return without_a_word(ledger.group, replace(meeting, attendance=dict(ledger.attendance.values()), presented=()))
