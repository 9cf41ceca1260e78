"""New referrals: leads, introductions and referrals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import dated_id
from refertext.group import Group
from refertext.text.wording import cut_short

_EVERYONE, _OUTSIDE = "everyone", "outside"


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
    if asked.to == _EVERYONE and asked.kind != "lead":
        raise RefusedError(f"Only a lead goes to everyone. Say who receives the {asked.kind}, or make it a lead.")
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
