"""The words by which a referral may be called."""

from __future__ import annotations

from refertext.group import Group
from refertext.group.words import Words, words_of
from refertext.records import Referral

COMMON = words_of(
    "a about after again all also an and any are as at be been before but by can for from get got had has have he her "
    "him his i in into is it its just last me more my new no not now of off on one or our out over she so some than "
    "that the their them they this to too two up us was we were what when which who will with won yes you your thank "
    "lead referral introduction client customer prospect good great very"
)
"""Words that do not tell one referral from another."""


def words_of_referral(group: Group, referral: Referral) -> Words:
    """The words by which a referral may be called."""
    prospect = group.prospect(referral.prospect)
    texts = (referral.about, referral.prospect, prospect.alias if prospect else "", prospect.name if prospect else "")
    return words_of(" ".join(text.replace("-", " ") for text in texts if text)) - COMMON
