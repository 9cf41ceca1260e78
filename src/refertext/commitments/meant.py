"""Whom a finding is about: those whose commitment it breaks that a rule must find nothing."""

from __future__ import annotations

from refertext.group import Group
from refertext.group.pairs import partners
from refertext.group.referral_life import receivers
from refertext.problem import Path, Place
from refertext.records import FOLDERS, Meeting, Member, Partnership, Record, Referral


def who_is_meant(group: Group, place: Place) -> frozenset[str]:
    """The present ids of the members whom a finding at a place is about.

    In a member's file that member, in a partnership's both partners, in a referral's its receivers, who owe news,
    thanks and answers; in a meeting's the one whose attendance, presentation or action it is. Everything else is about
    nobody: it is a matter of the group.
    """
    folder, _, name = place.file.partition("/")
    id_ = name.rpartition("/")[2].rpartition(".")[0]
    record = group.records(folder).get(id_) if folder in FOLDERS else None
    if record is None or record.file != place.file:
        return frozenset()
    return _meant(group, record, place.path) & group.members.keys()


def _meant(group: Group, record: Record, path: Path) -> frozenset[str]:
    match record:
        case Member():
            return frozenset({record.id})
        case Partnership():
            return frozenset(partners(group, record))
        case Referral():
            return frozenset(receivers(group, record))
        case Meeting():
            return frozenset(group.resolve("members", id_) for id_ in _at_meeting(record, path))
    return frozenset()


def _at_meeting(meeting: Meeting, path: Path) -> list[str]:
    """Who is named by the path of an entry of a meeting; the ids as they are written."""
    match path[:2]:
        case ("attendance", str(id_)):
            return [id_]
        case ("presented", int(number)):
            return list(meeting.presented[number : number + 1])
        case ("actions", int(number)):
            return [action.who for action in meeting.actions[number : number + 1]]
    return []
