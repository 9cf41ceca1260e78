"""How a referral is told of: who gave it, and what it is about, as members may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refertext.records import Referral
from refertext.text.wording import cut_short

if TYPE_CHECKING:
    from refertext.group.group import Group


def giver_of(group: Group, referral: Referral) -> str:
    """How to call who gave it; of somebody outside, what is said of them."""
    if referral.giver_is_outside:
        return referral.from_.removeprefix("outside:").strip() or "somebody outside"
    return group.name(referral.from_)


def about(group: Group, referral: Referral) -> str:
    """What it is about: the prospect's alias, or the first words of the giver; empty where nothing is said."""
    prospect = group.prospect(referral.prospect)
    return cut_short((prospect.alias if prospect else referral.about) or "")
