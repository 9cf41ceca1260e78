"""details: what the record of a referral lacks that the other side waits for.

Its giver owes whom it is about, and the prospect's yes; its receiver why it came back, what it was worth, and its end
where the prospect does not wish to be contacted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from refertext.group import Group
from refertext.group.referral_life import Step, became_referral, is_open, lives
from refertext.group.telling import giver_of
from refertext.insights.debts.gifts import called, waiting
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present
from refertext.insights.debts.ready import TEXT, command, in_braces, one_after_another, short, to_set
from refertext.measures import facts
from refertext.measures.events import Gift
from refertext.problem import Part, Place
from refertext.records import Prospect
from refertext.records.referral import Entry
from refertext.text.wording import listed

Ids = tuple[str, ...]
Words = tuple[str, str, str]
"""What to do, what to write then, and the command that writes it."""


class Lacking(NamedTuple):
    """Something that a gift's record lacks, where, and since when.

    `owed` is None where nobody owes it any more: one of the two sides has left or is from outside, or the gift has come
    to an end without it.
    """

    owed: Owed | None
    gift: Gift
    place: Place
    since: date


class Unwished(NamedTuple):
    """An open gift whose prospect does not wish to be contacted, and the entry that ends it."""

    owed: Owed | None
    gift: Gift
    prospect: Prospect
    entry: str


def details(group: Group) -> tuple[Owed, ...]:
    """The details that are owed."""
    lacking = (*nameless(group), *without_consent(group), *without_reason(group), *without_value(group))
    found = (*(one.owed for one in lacking), *(one.owed for one in unwished(group)))
    return tuple(owed for owed in found if owed)


def nameless(group: Group) -> Iterator[Lacking]:
    """What says nowhere whom it is about."""
    for gift in facts(group).gifts.events:
        record = gift.record
        if not (record.prospect or record.about or record.parent or record.text):
            place = Place(record.file, ("about",), Part.KEY)
            do = f"Tell {_receivers(group, gift)} whom {called(group, gift)} is about"
            write = "about: TEXT (a few words), or prospect: and the id of a file in prospects/"
            lacking = Lacking(None, gift, place, gift.day)
            words = (do, write, to_set(record.file, ("about",), "TEXT"))
            yield _of_giver(group, lacking, words, "nobody-named", Effort.LINE)


def without_consent(group: Group) -> Iterator[Lacking]:
    """What is called a referral, though nothing says that the prospect agreed to a call from its receiver."""
    for gift in facts(group).gifts.events:
        if gift.record.consent is None and (claim := became_referral(gift.record)):
            since, path = claim
            lacking = Lacking(None, gift, Place(gift.record.file, path), since)
            do = f"Ask for a yes to a call from {_receivers(group, gift)}: {called(group, gift)}"
            yes = in_braces({"date": group.as_of, "how": TEXT})
            write = (
                f"consent: {yes} (the day of the yes, and how it was given, such as phone), or kind: introduction or "
                "kind: lead until the prospect agrees"
            )
            words = (do, write, to_set(gift.record.file, ("consent",), yes))
            yield _of_giver(group, lacking, words, "referral-without-consent", Effort.CALL)


def without_reason(group: Group) -> Iterator[Lacking]:
    """What was returned without a reason."""
    for gift, number, entry in _entries(group, "returned"):
        if not entry.note:
            do = f"Tell {giver_of(group, gift.record)} why you returned {called(group, gift)}"
            write = f"note: TEXT (the reason) in the entry of {entry.date}"
            line = to_set(gift.record.file, ("history", number, "note"), "TEXT")
            yield _of_receiver(group, gift, (number, entry), (do, write, line), "returned-without-reason")


def without_value(group: Group) -> Iterator[Lacking]:
    """What was won, though nothing says how much."""
    for gift, number, entry in _entries(group, "won"):
        if entry.value is None:
            do = f"Tell {giver_of(group, gift.record)} what came of {called(group, gift)}: how much was it worth?"
            write = f"value: AMOUNT in the entry of {entry.date}, for example value: 12500"
            line = to_set(gift.record.file, ("history", number, "value"), "AMOUNT")
            yield _of_receiver(group, gift, (number, entry), (do, write, line), "won-without-value")


def unwished(group: Group) -> Iterator[Unwished]:
    """What is open though the prospect does not wish to be contacted. Nobody knows since when, so it is due today."""
    if all(prospect.do_not_contact == "no" for prospect in group.prospects.values()):
        return
    for gift in facts(group).gifts.events:
        prospect = group.prospect(gift.record.prospect)
        if prospect and prospect.do_not_contact == "yes" and is_open(group, gift.record, group.as_of):
            found = lives(group, gift.record)
            held = [life.receiver for life in found if life.receiver and life.is_open_on(group.as_of)]
            several = held if len(found) > 1 else [""]  # an entry for each of those who took it up
            entry = listed([f"- {_not_a_fit(group, id_)}" for id_ in several])
            yield Unwished(_end(group, gift, prospect, held, entry), gift, prospect, entry)


def _receivers(group: Group, gift: Gift) -> str:
    return listed([group.name(id_) for id_ in gift.receivers]) if gift.receivers else "whoever takes it"


def _entries(group: Group, status: str) -> Iterator[tuple[Gift, int, Entry]]:
    """The entries with a status, of all gifts."""
    for gift in facts(group).gifts.events:
        for number, entry in gift.record.entries:
            if entry.status == status:
                yield gift, number, entry


def _of_giver(group: Group, lacking: Lacking, words: Words, rule: str, effort: Effort) -> Lacking:
    """With what its giver owes to those who received it, as long as it is open."""
    gift = lacking.gift
    by, to = waiting(group, gift), all_present(group, gift.receivers)
    if not by or not to or not is_open(group, gift.record, group.as_of):
        return lacking
    return lacking._replace(owed=_owed(lacking, by, tuple(member.id for member in to), words, rule, effort))


def _of_receiver(group: Group, gift: Gift, step: Step, words: Words, rule: str) -> Lacking:
    """What an entry lacks, with what whoever wrote it owes to the giver; where it has no name, all who received it."""
    number, entry = step
    lacking = Lacking(None, gift, Place(gift.record.file, ("history", number, "status")), entry.date)
    by = all_present(group, [entry.by] if entry.by else gift.receivers)
    to = waiting(group, gift)
    if not by or not to or by[0].id in to:
        return lacking
    return lacking._replace(owed=_owed(lacking, tuple(member.id for member in by), to, words, rule, Effort.LINE))


def _owed(lacking: Lacking, by: Ids, to: Ids, words: Words, rule: str, effort: Effort) -> Owed:
    do, write, line = words
    return Owed("details", by, to, lacking.since, lacking.since, do, write, lacking.place, effort, rule, (), line)


def _not_a_fit(group: Group, by: str) -> str:
    """The entry that ends it; `by` somebody, if several took it up."""
    return in_braces({"date": group.as_of, "status": "not-a-fit"} | ({"by": by} if by else {}))


def _end(group: Group, gift: Gift, prospect: Prospect, held: Sequence[str], entry: str) -> Owed | None:
    """What those owe in whose hands it is open."""
    by = all_present(group, held)
    if not by:
        return None
    return Owed(
        topic="details",
        by=tuple(member.id for member in by),
        to=waiting(group, gift),
        since=gift.day,
        due=group.as_of,
        do=f"Call nobody, and tell {giver_of(group, gift.record)} so: “{prospect.alias}” does not want to be contacted",
        write=f"under history: {entry} (with the day on which you told it)",
        place=Place(gift.record.file, ("prospect",)),
        effort=Effort.LINE,
        rule="do-not-contact",
        command=one_after_another(
            command("advance", short(group, gift.record), "not-a-fit", *(["--by", id_] if len(held) > 1 else []))
            for id_ in held
        ),
    )
