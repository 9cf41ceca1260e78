"""New prospects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft
from refertext.drafts.ids import id_from
from refertext.group import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProspect:
    """What everybody may read of a prospect, its real name for members, who knows it and who wants it, and how and when
    it agreed to be kept here.
    """

    alias: str
    name: str | None = None
    industry: str | None = None
    place: str | None = None
    known_by: tuple[str, ...] = ()
    wanted_by: tuple[str, ...] = ()
    consent: str | None = None
    consent_on: date | None = None
    id: str | None = None


def prospect(group: Group, skeleton: Skeleton, asked: NewProspect) -> Draft:
    """The file of a new prospect; its id is made of the alias, never of the real name."""
    id_ = id_from(group, "prospects", asked.alias, asked.id)
    consent = {
        "date": (asked.consent_on or group.as_of).isoformat(),
        "how": asked.consent,
        "by": asked.known_by[0] if len(asked.known_by) == 1 else None,
    }
    values = {
        "alias": asked.alias,
        "name": asked.name,
        "industry": asked.industry,
        "place": asked.place,
        "known_by": list(asked.known_by),
        "wanted_by": list(asked.wanted_by),
        "consent": consent if asked.consent or asked.consent_on else None,
    }
    return Draft(
        f"“{asked.alias}” is recorded as a prospect.",
        f"Add prospect {id_}",
        (begun(skeleton, f"prospects/{id_}", values),),
    )
