"""Thanking for a referral: the day, where, and the words."""

from __future__ import annotations

from datetime import date
from typing import Any

from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.group import Group
from refertext.group.referral_life import receivers
from refertext.group.telling import about, giver_of
from refertext.records import Referral
from refertext.text.edits import SetValue
from refertext.text.wording import listed


def thanking(group: Group, referral: Referral, on: date, where: str | None = None, words: str | None = None) -> Draft:
    """The thanks for a referral. RefusedError where they were said already, or the day cannot be right."""
    if referral.thanked:
        said = f", in the words “{referral.thanked.words}”" if referral.thanked.words else ""
        raise RefusedError(
            f"The thanks were said on {referral.thanked.date} already{said}. "
            f"To change them: refertext set {referral.file} thanked.words …"
        )
    if on > group.as_of:
        raise RefusedError(f"{on} is still to come. Give the day on which the thanks were said.")
    if on < referral.date:
        raise RefusedError(f"{on} is before {referral.date}, when it was handed over.")
    thanks: dict[str, Any] = {"date": on.isoformat(), "where": where, "words": words}
    written = {key: value for key, value in thanks.items() if value is not None}
    thankful = [group.name(id_) for id_ in receivers(group, referral)] or ["The group"]
    giver = giver_of(group, referral)
    what = about(group, referral)
    return Draft(
        said=f"Recorded for {on}: {listed(thankful)} thanked {giver}{f' for “{what}”' if what else ''}.",
        subject=f"Thank {giver} for {referral.id}",
        parts=(Edit(referral.file, (SetValue(("thanked",), written),)),),
    )
