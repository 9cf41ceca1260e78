"""Events in words: what happened, to be read after its day."""

from __future__ import annotations

from refertext.group import Group
from refertext.group.telling import about, giver_of
from refertext.measures.events import (
    Arrival,
    Closed,
    Encounter,
    Gift,
    Handling,
    Held,
    Presentation,
    Promise,
    Reached,
    ReviewDue,
    Seating,
    Visit,
    Win,
)
from refertext.measures.timeline import Event
from refertext.records import Referral
from refertext.reports.words import counted
from refertext.text.wording import folded, listed

_STATUSES = {
    "present": "present",
    "late": "came late",
    "substitute": "sent a substitute",
    "excused": "excused",
    "absent": "absent",
}


def what_happened(group: Group, event: Event) -> str:
    """An event in words, with the names of those concerned: `referral from Kit Larsen to Brian Cho: a haulier`."""
    match event:
        case Gift() | Handling() | Reached():
            return f"{_step(event)}{_gift(group, event.record)}"
        case Seating():
            told = " (told before)" if event.status == "absent" and event.noticed else ""
            return f"{group.name(event.member)}: {_STATUSES[event.status]}{told}"
        case Encounter():
            return f"{event.record.kind} of {listed([group.name(id_) for id_ in event.members])}"
        case Presentation():
            return f"{group.name(event.member)} presented"
        case Visit():
            return _visit(group, event)
        case Arrival():
            return f"{event.record.name} {'left' if 'left' in event.path else 'joined'}"
        case Promise():
            promised = f"{counted(event.count, 'referral')} to {group.name(event.receiver)}"
            return f"{group.name(event.giver)} promised {promised} for {event.window}"
        case ReviewDue():
            return "a review was due"
        case Held():
            return f"group meeting, next fixed for {event.record.next}" if event.record.next else "group meeting"
    return event.record.id


def _step(event: Gift | Handling | Reached) -> str:
    """How far a gift came with the event, to be read before it."""
    match event:
        case Closed():
            return f"{event.outcome.replace('-', ' ')}: "
        case Win():
            return "won: " if event.first else "won again: "
        case Reached():
            return f"after {counted(event.waited, 'day')}: " if event.waited else "the same day: "
    return ""


def _visit(group: Group, visit: Visit) -> str:
    name = next(v.name for v in visit.record.visitors if folded(v.name) == visit.visitor)
    return f"visitor {name}, invited by {group.name(visit.inviter)}" if visit.inviter else f"visitor {name}"


def _gift(group: Group, referral: Referral) -> str:
    to = "everyone" if referral.is_to_everyone else group.name(referral.to)
    return f"{referral.kind} from {giver_of(group, referral)} to {to}: {about(group, referral) or referral.id}"
