"""References: every id that one record says of another, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from refertext.problem import Part, Path, Place
from refertext.records import FOLDERS, Agreement, Concern, Meeting, Member, Partnership, Prospect, Referral, Settings

if TYPE_CHECKING:
    from refertext.group.group import Group

Named = tuple[str, str | None, Path]
"""The folder an id should lead to, the id (None where nothing is said), and its path."""

_KEYED = frozenset({"attendance", "signed", "goals", "gain", "fit", "balance", "explained", "promise"})
"""Blocks whose keys are ids."""


class Reference(NamedTuple):
    """An id that leads nowhere, or to a record by its former id; then `now` is the present one."""

    id: str
    place: Place
    now: str | None = None


def outdated_references(group: Group) -> Mapping[str, tuple[Reference, ...]]:
    """References that lead nowhere or to a former id, by the folder they should lead to."""
    found: dict[str, list[Reference]] = {folder: [] for folder in FOLDERS}
    known = {folder: group.ids(folder) for folder in FOLDERS}
    for file, references in _by_file(group):
        for folder, id_, path in references:
            if id_ is None or id_ in known[folder] or folder in group.lost:
                continue
            found[folder].append(Reference(id_, _place(file, path), group.former[folder].get(id_)))
    return {folder: tuple(references) for folder, references in found.items()}


def references_to(group: Group, folder: str, id_: str) -> Iterator[Place]:
    """Every place that names the record of a folder by this very id, as a value or as a key; not by a former one."""
    for file, references in _by_file(group, id_):
        for where, named, path in references:
            if named == id_ and where == folder:
                yield _place(file, path)
    for partnership in group.partnerships.values():
        for where, named, path in _in_pair(partnership):
            if named == id_ and where == folder:
                yield _place(partnership.file, path)


def partners_named(partnership: Partnership) -> Iterator[tuple[str, Place]]:
    """Everybody whom a partnership names as one of its two, apart from `between` and the steps of the plan."""
    for key, keyed in _keyed_by_partner(partnership).items():
        for id_ in keyed:
            yield id_, _place(partnership.file, (key, id_))
    for turn, cycle in enumerate(partnership.cycles):
        for id_ in cycle.promise:
            yield id_, _place(partnership.file, ("cycles", turn, "promise", id_))
        for number, contact in enumerate(cycle.contacts):
            yield contact.from_, _place(partnership.file, ("cycles", turn, "contacts", number, "from"))


def _keyed_by_partner(partnership: Partnership) -> dict[str, Mapping[str, Any]]:
    return {
        "goals": partnership.goals,
        "gain": partnership.gain,
        "fit": partnership.fit,
        "balance": partnership.balance.shares if partnership.balance else {},
        "explained": partnership.explained,
    }


def _in_pair(partnership: Partnership) -> Iterator[Named]:
    """What leads somewhere only perhaps: the partners, whom a rule of their own compares with `between`, and contacts
    in words that may be a prospect's id.
    """
    for id_, place in partners_named(partnership):
        yield "members", id_, place.path
    for turn, cycle in enumerate(partnership.cycles):
        for number, contact in enumerate(cycle.contacts):
            yield "prospects", contact.who, ("cycles", turn, "contacts", number, "who")


def _place(file: str, path: Path) -> Place:
    is_key = len(path) > 1 and path[-2] in _KEYED
    return Place(file, path, Part.KEY if is_key else Part.VALUE)


def _by_file(group: Group, sought: str | None = None) -> Iterator[tuple[str, Iterator[Named]]]:
    """The references in each file, but for referrals in which all ids lead to present ones, and none to the one that is
    sought.
    """
    yield group.settings.file, _in_settings(group.settings)
    for member in group.members.values():
        yield member.file, _in_member(member)
    for agreement in group.agreements.values():
        yield agreement.file, _in_agreement(agreement)
    for partnership in group.partnerships.values():
        yield partnership.file, _in_partnership(partnership)
    for prospect in group.prospects.values():
        yield prospect.file, _in_prospect(prospect)
    members, prospects = (
        frozenset((None, *group.ids(folder))) - ({sought} if sought else set()) for folder in ("members", "prospects")
    )
    for referral in group.referrals.values():
        if not _is_plain(referral, members, prospects):
            yield referral.file, _in_referral(referral)
    for meeting in group.meetings.values():
        yield meeting.file, _in_meeting(meeting)


def _in_settings(settings: Settings) -> Iterator[Named]:
    yield "members", settings.coordinator, ("coordinator",)
    yield "profiles", settings.profile, ("profile",)
    for seat in settings.seats:
        yield "members", seat.for_, (*seat.path, "for")
        yield "members", seat.holder, (*seat.path, "holder")
    for search in settings.searches:
        yield "members", search.by, (*search.path, "by")
        yield "members", search.found, (*search.path, "found")


def _in_member(member: Member) -> Iterator[Named]:
    if member.introduced_by and not member.introduced_by.startswith("outside:"):
        yield "members", member.introduced_by, ("introduced_by",)
    for path, seat in member.seats:
        for number, consent in enumerate(seat.consents):
            yield "members", consent.by, (*path, "consents", number, "by")
        for number, colleague in enumerate(seat.shared_with):
            yield "members", colleague, (*path, "shared_with", number)
    for number, entry in enumerate(member.path):
        yield "members", entry.by, ("path", number, "by")
    for agreement in member.signed:
        yield "agreements", agreement, ("signed", agreement)


def _in_agreement(agreement: Agreement) -> Iterator[Named]:
    for number, commitment in enumerate(agreement.commitments):
        for position, member in enumerate(commitment.who):
            if member != "group":
                yield "members", member, ("commitments", number, "who", position)
    yield from _in_concerns(agreement.concerns)


def _in_concerns(concerns: tuple[Concern, ...]) -> Iterator[Named]:
    for number, concern in enumerate(concerns):
        yield "members", concern.by, ("concerns", number, "by")
        yield "members", concern.about, ("concerns", number, "about")


def _in_partnership(partnership: Partnership) -> Iterator[Named]:
    for number, partner in enumerate(partnership.between):
        yield "members", partner, ("between", number)
    for number, step in enumerate(partnership.action_plan):
        yield "members", step.by, ("action_plan", number, "by")
    for turn, cycle in enumerate(partnership.cycles):
        for number, contact in enumerate(cycle.contacts):
            yield "referrals", contact.became, ("cycles", turn, "contacts", number, "became")
    yield from _in_concerns(partnership.concerns)


def _in_prospect(prospect: Prospect) -> Iterator[Named]:
    for key, members in (("known_by", prospect.known_by), ("wanted_by", prospect.wanted_by)):
        for number, member in enumerate(members):
            yield "members", member, (key, number)
    if prospect.joint:
        yield "members", prospect.joint.lead, ("joint", "lead")
        for number, member in enumerate(prospect.joint.with_):
            yield "members", member, ("joint", "with", number)
    if prospect.consent:
        yield "members", prospect.consent.by, ("consent", "by")


def _is_plain(referral: Referral, members: frozenset[str | None], prospects: frozenset[str | None]) -> bool:
    """Whether all ids lead to present ones, told without their paths: nearly all referrals are like that."""
    if referral.taken_by or referral.parent is not None or referral.prospect not in prospects:
        return False
    return members.issuperset([referral.from_, referral.to, *[entry.by for entry in referral.history]])


def _in_referral(referral: Referral) -> Iterator[Named]:
    if not referral.giver_is_outside:
        yield "members", referral.from_, ("from",)
    if not referral.is_to_everyone:
        yield "members", referral.to, ("to",)
    for number, member in enumerate(referral.taken_by):
        yield "members", member, ("taken_by", number)
    yield "prospects", referral.prospect, ("prospect",)
    yield "referrals", referral.parent, ("parent",)
    for number, entry in enumerate(referral.history):
        yield "members", entry.by, ("history", number, "by")


def _in_meeting(meeting: Meeting) -> Iterator[Named]:
    yield "members", meeting.next_presenter, ("next_presenter",)
    for member in meeting.attendance:
        yield "members", member, ("attendance", member)
    for key, members in (("presented", meeting.presented), ("between", meeting.between)):
        for number, member in enumerate(members):
            yield "members", member, (key, number)
    for number, visitor in enumerate(meeting.visitors):
        yield "members", visitor.invited_by, ("visitors", number, "invited_by")
    for number, action in enumerate(meeting.actions):
        yield "members", action.who, ("actions", number, "who")
