"""What slips say of a group meeting itself: who came and how, guests, who presented, what was fixed and taken on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from refertext.group.non_members import why_no_member
from refertext.records import Meeting, nearest
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.slips.changes import Attended, Change, Fixed, Presented, TookOn, Visited
from refertext.slips.days import day_after, day_before
from refertext.slips.ledger import Ledger
from refertext.slips.names import member_meant
from refertext.slips.piece import Piece
from refertext.slips.slip import Came, Next, Presentation, Substituted, Task, UnclearError, Visit, unclear
from refertext.text.wording import folded


def came(ledger: Ledger, slip: Came, line: Piece) -> Iterator[Change]:
    """The entries for who came, or did not; everyone else are those of whom nothing is said yet."""
    meeting = meeting_of(ledger, line)
    if slip.everyone:
        for id_ in _without_a_word(ledger):
            yield Attended(meeting.file, id_, Attendance(status="present"))
    notice = day_before(slip.told, ledger.day) if slip.told else None
    for piece in slip.members:
        yield from _entry(ledger, piece, Attendance(status=slip.status, notice=notice))


def substituted(ledger: Ledger, slip: Substituted, line: Piece) -> Iterator[Change]:
    """The entry for a member in whose place somebody came."""
    meeting_of(ledger, line)
    business, category = _trade(ledger, slip.more)
    entry = Attendance(status="substitute", name=slip.person.words, business=business, category=category)
    yield from _entry(ledger, slip.member, entry)


def visited(ledger: Ledger, slip: Visit, line: Piece) -> Iterator[Change]:
    """The entry for a guest; of the same name there is only one a meeting."""
    meeting = meeting_of(ledger, line)
    business, category = _trade(ledger, slip.more)
    by = member_meant(ledger.group, slip.by, ledger.day) if slip.by else None
    if any(folded(known.name) == folded(slip.person.text) for known in ledger.visitors):
        return
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
    due = day_after(slip.due, ledger.day) if slip.due else None
    for known in ledger.actions:
        if ledger.group.same_member(known.who, who) and folded(known.what) == folded(slip.what.text):
            return
    yield TookOn(meeting.file, Action(who=who, what=slip.what.words, due=due))


def fixed(ledger: Ledger, slip: Next, line: Piece) -> Iterator[Change]:
    """The day of the next meeting, or who presents there; another one than is written already is a fault."""
    meeting = meeting_of(ledger, line)
    if slip.day:
        key, value = "next", day_after(slip.day, ledger.day + timedelta(days=1)).isoformat()
    else:
        key, value = "next_presenter", member_meant(ledger.group, slip.presenter or line, ledger.day)
    known = ledger.fixed.get(key)
    if known and known != value:
        mend = f"correct this line, or {key}: in {meeting.file}"
        raise unclear(f"{key}: is “{known}” already, and this says “{value}”", mend, slip.day or slip.presenter or line)
    if not known:
        yield Fixed(meeting.file, key, value)


def meeting_of(ledger: Ledger, line: Piece) -> Meeting:
    """The group meeting that a line is about; UnclearError where there is none."""
    meeting = ledger.sheet.meeting
    if meeting is None:
        said = f"No group meeting of {ledger.day} is recorded that this could be written into"
        raise unclear(
            said, "record the meeting first (refertext new meeting), or write this into the log of its meeting", line
        )
    return meeting


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
    """Business and category, told apart by what is a category of the group."""
    categories = {folded(name): name for name in ledger.group.category_names}
    category, business = None, []
    for piece in more:
        known = categories.get(folded(piece.text))
        if known and category is None:
            category = known
        elif "/" in piece.text and " " not in piece.text:
            raise _no_category(ledger, piece)
        else:
            business.append(piece.words)
    return ", ".join(business) or None, category


def _no_category(ledger: Ledger, piece: Piece) -> UnclearError:
    near = nearest(piece.text, ledger.group.category_names)
    mend = f"did you mean {near}?" if near else "write one of the categories in refertext.yml, or leave it out"
    return unclear(f"There is no category “{piece.text}”", mend, piece)


def _without_a_word(ledger: Ledger) -> Iterator[str]:
    """The members of the day, not on leave, of whom nothing is said; of colleagues who share a seat one is enough."""
    group, day = ledger.group, ledger.day
    named = set(ledger.attendance)
    for id_, member in sorted(group.members.items()):
        if id_ in named or not member.was_member_on(day) or member.was_on_leave_on(day):
            continue
        colleagues = member.seat.shared_with if member.seat else ()
        if not any(group.resolve("members", colleague) in named for colleague in colleagues):
            yield id_
