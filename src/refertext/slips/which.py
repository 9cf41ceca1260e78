"""Which referral a slip means: by its tag, else by the words that it shares with one between the two alone."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.group import Group
from refertext.group.referral_life import receivers
from refertext.group.telling import giver_of
from refertext.group.words import words_of
from refertext.records import Referral
from refertext.slips.ledger import Ledger
from refertext.slips.names import member_meant
from refertext.slips.piece import Piece
from refertext.slips.slip import News, Speech, UnclearError, unclear
from refertext.slips.telling_words import COMMON
from refertext.text.wording import capitalised, cut_short, listed

_MOST = 5
"""Referrals that are listed in a fault."""
_SHORT = 30
"""Characters of what a listed referral is about."""


def referral_meant(ledger: Ledger, slip: News | Speech, *, both_ways: bool) -> Referral:
    """The referral that a slip is about, among those that the other gave to who speaks; `both_ways` those the other way
    round, too. UnclearError where it may be none, or several.
    """
    by = member_meant(ledger.group, slip.by, ledger.day)
    other = member_meant(ledger.group, slip.other, ledger.day) if slip.other else None
    if by == other:
        raise unclear(
            f"Both names mean {ledger.group.name(by)}", "write the two whom it is between", slip.other or slip.by
        )
    if slip.tag:
        return _of_tag(ledger, slip.tag, by, other, both_ways=both_ways)
    if other is None:  # the grammar does not let this through
        raise unclear("One of the two names is missing", "write both: NAME > NAME", slip.by)
    return _one_of(ledger, slip, by, other, both_ways=both_ways)


def tagged(ledger: Ledger, tag: Piece) -> Referral:
    """The referral that a tag leads to; UnclearError where there is none, or several."""
    found = ledger.gifts.tagged(tag.text.lower())
    if len(found) == 1:
        return found[0]
    if found:
        names = listed([referral.id for referral in found[:_MOST]], "or")
        raise unclear(f"“#{tag.text}” may be {names}", "write the whole id after the #", tag)
    raise unclear(f"There is no referral “#{tag.text}”", "write the last four characters of its file's name", tag)


def _of_tag(ledger: Ledger, tag: Piece, by: str, other: str | None, *, both_ways: bool) -> Referral:
    referral = tagged(ledger, tag)
    if referral.date > ledger.day:
        raise unclear(f"“#{tag.text}” was handed over only on {referral.date}", "correct the tag", tag)
    if _is_between(ledger.group, referral, by, other) or (both_ways and _is_between(ledger.group, referral, other, by)):
        return referral
    raise unclear(f"“#{tag.text}” is {_from_to(ledger.group, referral)}", "correct the tag, or the names", tag)


def _is_between(group: Group, referral: Referral, receiver: str | None, giver: str | None) -> bool:
    """Whether a referral is from one to another; a name that is not said may be anybody's."""
    takes = receiver is None or referral.is_to_everyone or receiver in receivers(group, referral)
    return takes and giver in (None, group.resolve("members", referral.from_))


def _one_of(ledger: Ledger, slip: News | Speech, by: str, other: str, *, both_ways: bool) -> Referral:
    """The only one that shares the most words with the slip; where the slip has no words, the only one at all."""
    words = words_of(slip.words.text) - COMMON
    ways = ((other, by), (by, other)) if both_ways else ((other, by),)
    alike = _most_alike([one for way in ways for one in ledger.alike(*way, words)]) if words else _all(ledger, ways)
    if len(alike) == 1:
        return alike[0]
    found = _all(ledger, ways)
    at = slip.words or slip.by
    between = f"from {ledger.group.name(other)} to {ledger.group.name(by)}"
    if not found:
        raise _none_at_all(ledger, slip, between, at, by, other)
    said = f"“{cut_short(slip.words.text)}”" if slip.words else "this"
    if alike:
        raise unclear(
            f"{capitalised(said)} may be about {len(alike)} referrals",
            f"write which one before the colon: {_choices(ledger.group, alike)}",
            at,
        )
    mend = f"write the tag of the one that is meant before the colon: {_choices(ledger.group, found)}"
    raise unclear(f"No referral {between} has a word in common with {said}", mend, at)


def _most_alike(found: Sequence[tuple[Referral, int]]) -> list[Referral]:
    """Those that share some words with a slip; only one of them where no other one shares as many."""
    several = sorted(found, key=lambda pair: -pair[1])
    if len(several) > 1 and several[0][1] > several[1][1]:
        return [several[0][0]]
    return [referral for referral, _ in several]


def _all(ledger: Ledger, ways: Sequence[tuple[str, str]]) -> list[Referral]:
    return [referral for giver, receiver in ways for referral in ledger.earlier(giver, receiver)]


def _none_at_all(ledger: Ledger, slip: News | Speech, between: str, at: Piece, by: str, other: str) -> UnclearError:
    if isinstance(slip, News) and next(ledger.earlier(by, other), None):
        turned = f"{ledger.group.name(by)} gave something to {ledger.group.name(other)}"
        return unclear(
            f"Nothing {between} is recorded, but {turned}", "turn the names around: who received stands first", slip.by
        )
    said = f"Nothing {between} is recorded that was handed over before, or higher up in this log"
    return unclear(said, "write down first what was handed over, or correct the names", at)


def _choices(group: Group, found: Sequence[Referral]) -> str:
    latest = sorted(found, key=lambda one: (one.date, one.id), reverse=True)
    shown = [f"#{tag_in(one)} ({_called(group, one)}, {one.date})" for one in latest[:_MOST]]
    return listed(shown, "or") if len(latest) <= _MOST else f"{', '.join(shown)}, …"


def tag_in(referral: Referral) -> str:
    """How a referral is called by a tag: the end of its id, or all of it where it has no such end."""
    return referral.id[-4:] if referral.id[-5:-4] == "-" else referral.id


def _called(group: Group, referral: Referral) -> str:
    prospect = group.prospect(referral.prospect)
    return cut_short((prospect.alias if prospect else referral.about or referral.prospect) or referral.kind, _SHORT)


def _from_to(group: Group, referral: Referral) -> str:
    to = "everyone" if referral.is_to_everyone else group.name(referral.to)
    return f"from {giver_of(group, referral)} to {to}: {_called(group, referral)}"
