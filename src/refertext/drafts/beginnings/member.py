"""New members and candidates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft
from refertext.drafts.ids import id_from
from refertext.group import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """What is known of somebody new; without a day of joining, a candidate."""

    name: str
    business: str
    category: str | None = None
    services: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    introduced_by: str | None = None
    joined: date | None = None
    id: str | None = None


def member(group: Group, skeleton: Skeleton, asked: NewMember) -> Draft:
    """The file of a new member or candidate; its id is made of the name."""
    id_ = id_from(group, "members", asked.name, asked.id)
    seat = {
        "category": asked.category,
        "services": list(asked.services),
        "clients": list(asked.clients),
        "territory": list(asked.territory),
    }
    values = {
        "name": asked.name,
        "business": asked.business,
        "seat": seat,
        "introduced_by": asked.introduced_by,
        "joined": asked.joined and asked.joined.isoformat(),
    }
    what = "member" if asked.joined else "candidate"
    since = f", from {asked.joined} on" if asked.joined else ""
    return Draft(
        f"{asked.name} is recorded as a {what}{since}.",
        f"Add {what} {asked.name}",
        (begun(skeleton, f"members/{id_}", values),),
    )
