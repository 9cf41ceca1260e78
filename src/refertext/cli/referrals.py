"""What commands about one referral share."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from refertext.cli.naming import file_named
from refertext.cli.writing import Asked, look

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Referral

_MOST_CHOICES = 5


def referral_named(asked: Asked, text: str) -> str:
    """The file of the referral that a text means: by its name, or by words that only one referral has in what it is
    about, its giver and its receiver. RefusedError names the choices, the latest first.
    """
    from refertext.drafts import RefusedError

    try:
        return file_named(asked.root, text, ["referrals"])
    except RefusedError:
        found = look(asked, partial(_with_words, text))
        if not found:
            raise
        if len(found) == 1:
            return next(iter(found))
        shown = "; ".join(list(found.values())[:_MOST_CHOICES]) + ("; …" if len(found) > _MOST_CHOICES else "")
        write = f"Write what stands before it, such as {shown.partition(' ')[0]}, or more words."
        raise RefusedError(f"“{text}” may be {len(found)} referrals: {shown}. {write}") from None


def _with_words(text: str, group: Group) -> dict[str, str]:
    """The referrals that have all words of a text, the latest first: their files, and how to tell them apart, with what
    names each of them first: its tag, else its id.
    """
    from refertext.group.telling import about, giver_of
    from refertext.records.tags import tag_of
    from refertext.text.wording import folded

    words = folded(text).split()
    found = {}
    for referral in reversed(group.given_referrals):
        to = "everyone" if referral.is_to_everyone else group.name(referral.to)
        told = f"{giver_of(group, referral)} to {to}, {referral.date}: {about(group, referral)}"
        everything = folded(f"{told} {referral.about or ''} {referral.prospect or ''}")
        if words and all(word in everything for word in words):
            found[referral.file] = f"{tag_of(referral.id) or referral.id} {told}"
    return found


def referral_in(group: Group, file: str) -> Referral:
    """The referral in a file of the group; RefusedError where it cannot be read."""
    from refertext.drafts import RefusedError

    referral = group.referrals.get(PurePosixPath(file).stem)
    if referral is None:
        raise RefusedError(f"“{file}” cannot be read, so nothing was changed. “refertext check” says why.")
    return referral


def with_prospects(root: Path, file: str) -> list[str]:
    """A referral's file and that of its prospect, which says what the referral is about."""
    from refertext.disk import read_as, record_names
    from refertext.text import parse

    data = parse(read_as(root / file, file)).data or {}
    prospect = data.get("prospect")
    named = (name for name in record_names(root, "prospects") if PurePosixPath(name).stem == prospect)
    return [file, *(named if prospect else ())]
