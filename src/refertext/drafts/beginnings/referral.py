"""New referrals: leads, introductions and referrals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import dated_id
from refertext.group import Group
from refertext.group.ids import better_id
from refertext.group.meant import id_named
from refertext.records.meant import MOST_LETTERS
from refertext.text.wording import cut_short, folded

_EVERYONE, _OUTSIDE = "everyone", "outside"
_LETTERS = 3
"""Of a word that may be the beginning of an id."""
_NEARLY = 0.85
"""How alike two texts are that are probably meant to be the same, as difflib measures it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What is handed over: by a member's id or “outside: …”, to a member's id or everyone. `about` is a prospect's id,
    or words.
    """

    kind: str
    from_: str
    to: str
    about: str
    on: date
    tier: str | None = None
    parent: str | None = None
    level: int | None = None
    consent: str | None = None
    consent_on: date | None = None


def referral(group: Group, skeleton: Skeleton, asked: NewReferral, tags: Iterable[str]) -> Draft:
    """The file of a new referral, told apart from others of the day by one of some tags."""
    refuse_ends(group, asked.from_, asked.to, asked.kind)
    is_outside = asked.from_.startswith(f"{_OUTSIDE}:")
    id_ = dated_id(group, "referrals", asked.on, (_OUTSIDE if is_outside else asked.from_, asked.to), tags)
    giver = asked.from_.removeprefix(f"{_OUTSIDE}:").strip() if is_outside else group.name(asked.from_)
    receiver = "the group" if asked.to == _EVERYONE else group.name(asked.to)
    prospect = group.prospect(asked.about)
    return Draft(
        f"{giver} gave {receiver} {_KINDS[asked.kind]} on {asked.on}: "
        f"{cut_short(prospect.alias if prospect else asked.about)}.",
        f"Add {asked.kind} from {giver} to {receiver}",
        (begun(skeleton, f"referrals/{asked.on.year}/{id_}", _values(group, asked)),),
    )


def about_meant(group: Group, text: str) -> str:
    """What a referral is about: the id of the prospect that a text names by its id, its alias or its name, else the
    text as words. RefusedError where it is nearly a prospect, so that nobody passes by what is known of it.
    """
    words = " ".join(text.split())
    id_ = better_id("prospects", words)
    if group.knows("prospects", words):
        return words
    same = id_named(group, "prospects", words) or (id_ if group.knows("prospects", id_) else None)
    if same:
        return same
    near = _near_prospect(group, words)
    if near:
        alias = group.prospects[near].alias if near in group.prospects else "its file cannot be read"
        raise RefusedError(
            f"“{words}” may be the prospect {near} ({cut_short(alias)}). Write that id if it is, else words that "
            "differ more."
        )
    return words


def _near_prospect(group: Group, words: str) -> str | None:
    """The id that begins with a single word, or is nearly the same; else whose alias is nearly the same."""
    wanted, ids = folded(words), sorted(group.ids("prospects"))
    begins = [id_ for id_ in ids if " " not in wanted and len(wanted) >= _LETTERS and id_.startswith(wanted)]
    aliases = {folded(prospect.alias): id_ for id_, prospect in sorted(group.prospects.items())}
    spoken = {id_: id_ for id_ in ids} | aliases
    near = [] if len(wanted) > MOST_LETTERS else get_close_matches(wanted, spoken, n=1, cutoff=_NEARLY)
    return begins[0] if begins else spoken[near[0]] if near else None


def refuse_ends(group: Group, giver: str | None, receiver: str | None, kind: str | None) -> None:
    """Refuses whom nobody gives to, as far as giver, receiver and kind are known: oneself; everyone, but for a lead."""
    if receiver == _EVERYONE and kind and kind != "lead":
        raise RefusedError(f"Only a lead goes to everyone. Say who receives the {kind}, or make it a lead.")
    if giver and giver == receiver:
        raise RefusedError(f"{group.name(giver)} cannot be giver and receiver. Name another member for one of them.")


_KINDS = {"lead": "a lead", "introduction": "an introduction", "referral": "a referral"}


def _values(group: Group, asked: NewReferral) -> dict[str, Any]:
    is_prospect = group.knows("prospects", asked.about)
    consent = {"date": (asked.consent_on or asked.on).isoformat(), "how": asked.consent}
    return {
        "kind": asked.kind,
        "date": asked.on.isoformat(),
        "from": asked.from_,
        "to": asked.to,
        "prospect": group.resolve("prospects", asked.about) if is_prospect else None,
        "about": None if is_prospect else asked.about,
        "tier": asked.tier,
        "parent": asked.parent,
        "level": asked.level and str(asked.level),
        "consent": consent if asked.consent or asked.consent_on else None,
    }
