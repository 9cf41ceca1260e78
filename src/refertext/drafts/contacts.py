"""Which contact of a cycle, and which referral, somebody means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from refertext.drafts.choices import choices
from refertext.drafts.draft import RefusedError
from refertext.group import Group
from refertext.group.meant import why_unread
from refertext.group.pairs import is_between, partners
from refertext.insights.partners.partnerships import called
from refertext.records import Partnership, Referral, nearest
from refertext.text.wording import folded, listed

_MOST = 6
"""Choices that are listed in a refusal."""


def contact_meant(contacts: Sequence[dict[str, Any]], text: str) -> dict[str, Any]:
    """The contact of that number, from 1, or the only one that holds all words of a text. RefusedError otherwise."""
    wanted = folded(text).split()
    if not contacts:
        raise RefusedError("The cycle has no contacts yet: list one, for example --contact “kit: a haulier in Nampa”.")
    if len(wanted) == 1 and wanted[0].isdecimal():
        number = int(wanted[0])
        if 1 <= number <= len(contacts):
            return contacts[number - 1]
        raise RefusedError(f"There is no contact number {text}: they are numbered from 1 to {len(contacts)}.")
    numbered = [(number, contact["who"]) for number, contact in enumerate(contacts, 1)]
    found = [(number, who) for number, who in numbered if all(word in folded(who) for word in wanted)]
    if len(found) == 1:
        return contacts[found[0][0] - 1]
    if found:
        raise RefusedError(f"“{text}” may be {choices(found)}. Write its number, or more words.")
    raise RefusedError(f"No contact of the cycle holds “{text}”. Its contacts: {choices(numbered, 'and')}.")


def referral_meant(group: Group, partnership: Partnership, text: str) -> str:
    """The id of the partners' referral that a text means: an id, the start of one, or the letters at its end (7f3a).

    RefusedError where there is none, or it is not between the two.
    """
    both = partners(group, partnership)
    wanted = folded(text).rpartition("/")[2].removeprefix("#").removesuffix(".yml").removesuffix(".md")
    referral = group.referral(wanted)
    if referral is None and wanted in group.unread["referrals"]:
        raise RefusedError(why_unread("referrals", wanted))
    if referral is not None:
        return _theirs(group, both, referral)
    theirs = [r.id for r in group.given_referrals if is_between(group, both, r)]
    found = [id_ for id_ in theirs if wanted and (id_.endswith(f"-{wanted}") or id_.startswith(wanted))]
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError(f"“{text}” may be {listed(found[-_MOST:], 'or')}. Write more of it.")
    near = nearest(wanted, theirs)
    last = f" {_last_of(theirs)}" if theirs else " There is none between the two yet."
    raise RefusedError(
        f"There is no referral “{text}” between {called(group, both)}." + (f" Did you mean {near}?" if near else last)
    )


def _last_of(ids: Sequence[str]) -> str:
    return f"The only one is {ids[0]}." if len(ids) == 1 else f"Their last ones are {listed(ids[-3:])}."


def _theirs(group: Group, both: tuple[str, str], referral: Referral) -> str:
    if not is_between(group, both, referral):
        raise RefusedError(
            f"“{referral.id}” is from {group.name(referral.from_)} to {group.name(referral.to)}, not between "
            f"{called(group, both)}."
        )
    return referral.id
