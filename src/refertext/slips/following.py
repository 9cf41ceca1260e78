"""What slips say of a referral that was handed over before: thanks, steps, questions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import Life, lives
from refertext.group.steps import obstacle
from refertext.group.words import words_of
from refertext.records import Referral
from refertext.records.referral import Entry, Thanks
from refertext.slips.changes import Change, Noted, Taken, Thanked
from refertext.slips.days import day_before
from refertext.slips.ledger import Ledger
from refertext.slips.names import member_meant
from refertext.slips.piece import Piece
from refertext.slips.slip import News, Outcome, Speech, unclear
from refertext.slips.telling_words import COMMON, words_of_referral
from refertext.slips.which import referral_meant, tag_in
from refertext.text.wording import listed


def told_of(ledger: Ledger, slip: News, line: Piece) -> tuple[str, Iterator[Change]]:
    """The file of the referral that thanks or a step are of, and what is new about it."""
    referral = referral_meant(ledger, slip, both_ways=not slip.thanks)
    return referral.file, _news(ledger, slip, referral, line.cut(0, slip.by.start - line.start))


def spoken(ledger: Ledger, slip: Speech) -> tuple[str, Iterator[Change]]:
    """The file of the referral that a question or an answer is about, and the entry where it is new."""
    referral = referral_meant(ledger, slip, both_ways=True)
    by, words = member_meant(ledger.group, slip.by, ledger.day), slip.words.words
    entry = (
        Entry(date=ledger.day, by=by, ask=words) if slip.kind == "ask" else Entry(date=ledger.day, by=by, answer=words)
    )
    return referral.file, iter(() if ledger.gifts.holds(referral, entry) else (Noted(referral.file, entry),))


def _news(ledger: Ledger, slip: News, referral: Referral, kind: Piece) -> Iterator[Change]:
    group = ledger.group
    by = _receiver(ledger, slip, referral)
    taken = [group.resolve("members", id_) for id_ in referral.taken_by]
    new = list(_entries(ledger, slip, referral, by, kind))
    if new and referral.is_to_everyone and by not in taken:
        yield Taken(referral.file, by)
    yield from new


def _entries(ledger: Ledger, slip: News, referral: Referral, by: str, kind: Piece) -> Iterator[Change]:
    if slip.thanks:
        yield from _thanks(ledger, slip, referral)
    if slip.outcome:
        at = slip.outcome.day or kind
        entry = _entry(ledger, slip, slip.outcome, referral, by, at)
        known = slip.thanks and _is_won(referral, entry)
        if not known and not ledger.gifts.holds(referral, entry):
            _refuse_impossible(ledger, referral, entry, at)
            yield Noted(referral.file, entry)


def _thanks(ledger: Ledger, slip: News, referral: Referral) -> Iterator[Change]:
    words = slip.words.words or None
    known = referral.thanked
    if known is None:
        where = "meeting" if ledger.sheet.meeting and ledger.sheet.meeting.file == ledger.sheet.file else None
        yield Thanked(referral.file, Thanks(date=ledger.day, where=where, words=words))
    elif known.date != ledger.day:  # what was said that day may be told in other words
        said = f"The thanks for this referral were said on {known.date} already"
        mend = (
            f"what is new about it stands in a line of its own, as in “won {slip.by.text} #{tag_in(referral)}: 12500”"
        )
        raise unclear(said, mend, slip.words or slip.by)


def _receiver(ledger: Ledger, slip: News, referral: Referral) -> str:
    """In whose hands the referral is that is told of."""
    group = ledger.group
    by = member_meant(group, slip.by, ledger.day)
    if not group.same_member(by, referral.from_):
        return by
    if slip.other:
        return member_meant(group, slip.other, ledger.day)
    if referral.is_to_everyone:
        raise unclear("This lead went to everyone", f"write who took it up: NAME > {group.name(by)}", slip.by)
    return group.resolve("members", referral.to)


def _entry(ledger: Ledger, slip: News, outcome: Outcome, referral: Referral, by: str, at: Piece) -> Entry:
    day = day_before(outcome.day, ledger.day) if outcome.day else ledger.day
    if day < referral.date:
        raise unclear(f"{day} is before {referral.date}, when it was handed over", "correct the day", at)
    note = outcome.note
    if (
        note is None
        and not slip.thanks
        and words_of(slip.words.text) - COMMON - words_of_referral(ledger.group, referral)
    ):
        note = slip.words.words
    return Entry(date=day, status=outcome.status, by=by, value=outcome.value, note=note)


def _is_won(referral: Referral, entry: Entry) -> bool:
    """Whether what thanks are said for was written down before: it is not won a second time by that."""
    won = [one for one in referral.history if one.status == "won"]
    return entry.status == "won" and any(entry.value in (None, one.value) for one in won)


def _refuse_impossible(ledger: Ledger, referral: Referral, entry: Entry, at: Piece) -> None:
    """A step that cannot stand where its day puts it is a fault."""
    found = obstacle(_life(ledger.group, referral, entry.by), entry)
    if found and found.before:
        raise unclear(found.said, "correct the step or its day", at)
    if found and not found.possible:
        raise unclear(found.said, "take this line out, or hand it over anew", at)
    if found:
        raise unclear(found.said, f"correct the step, or its day: it can become {listed(found.possible, 'or')}", at)


def _life(group: Group, referral: Referral, by: str | None) -> Life:
    """The life of a referral in the hands of who tells of it, who may take it up only now."""
    found = lives(group, referral)
    if not referral.is_to_everyone:
        return found[0]
    return next((life for life in found if life.receiver == by), Life(referral, by, ()))
