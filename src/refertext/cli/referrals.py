"""What commands about one referral share."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Referral


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
