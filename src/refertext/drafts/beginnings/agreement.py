"""New agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft
from refertext.drafts.ids import id_from
from refertext.group import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    """A ground rule: its title, the day the group adopted it, what is promised in words."""

    title: str
    adopted: date
    promise: str | None = None
    id: str | None = None


def agreement(group: Group, skeleton: Skeleton, asked: NewAgreement) -> Draft:
    """The file of a new agreement; its id is made of the title."""
    id_ = id_from(group, "agreements", asked.title, asked.id)
    values = {
        "title": asked.title,
        "adopted": asked.adopted.isoformat(),
        "commitments": [{"promise": asked.promise}] if asked.promise else [],
    }
    return Draft(
        f"The agreement “{asked.title}” is written down, adopted on {asked.adopted}.",
        f"Add agreement {asked.title}",
        (begun(skeleton, f"agreements/{id_}", values),),
        (f"Everybody signs it when its text is as you want it: refertext sign {id_} --as MEMBER",),
    )
