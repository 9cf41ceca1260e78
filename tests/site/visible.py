"""Who may see which field of a record: every field of every kind stands in this table, and a new one has to go there.

A field is called by its keys as they are written: `member` + `seat.consents.by`. Whether it is seen may depend on more
than its name (a candidate's name is for members, a member's for everybody); `canaries.py` knows these cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from refertext.records.lengths import Duration
from refertext.records.numbers import Money, Threshold
from refertext.records.profile import Rate
from refertext.records.record import Record


class Seen(IntEnum):
    """By whom a value may be seen on the site."""

    PUBLIC = 1
    MEMBERS = 2
    NOBODY = 3


TABLE = {
    "group": {
        Seen.PUBLIC: """
            group timezone currency as_of meets.every meets.nth meets.weekday meets.time meets.minutes meets.place
            breaks.from breaks.until seats.category seats.status site.audience site.repository site.branch site.mail
        """,
        Seen.MEMBERS: """
            former_ids text coordinator breaks.why categories same_words seats.for seats.holder seats.since seats.until
            seats.why searches.by searches.for searches.conversations searches.found cooling_off profile waivers.rule
            waivers.file waivers.why waivers.until
        """,
    },
    "member": {
        Seen.PUBLIC: """
            text name business seat.category seat.services seat.clients seat.territory seat.excludes seat.shared_with
            ideal_client.industries ideal_client.sizes ideal_client.roles ideal_client.places ideal_client.triggers
            channels.kind channels.audience channels.every
        """,
        Seen.MEMBERS: """
            former_ids seat.consents.by seat.consents.date seat.consents.scope seat.consents.until
            former_seats.category former_seats.services former_seats.clients former_seats.territory
            former_seats.excludes former_seats.consents.by former_seats.consents.date former_seats.consents.scope
            former_seats.consents.until former_seats.shared_with former_seats.until
            introduced_by path.date path.how path.by path.outcome
            fit.similar_clients fit.similar_values fit.nearby fit.channel fit.volume fit.committed
            joined earlier.joined earlier.left leave.from leave.until leave.why left.date left.why signed
            manager.informed goals show_value contact.email contact.phone contact.web
        """,
    },
    "agreement": {
        Seen.PUBLIC: """
            title text adopted changed ended commitments.measure commitments.rule commitments.promise
            commitments.at_least commitments.at_most commitments.target commitments.per commitments.every
            commitments.over commitments.with commitments.from commitments.until commitments.grace commitments.weights
        """,
        Seen.MEMBERS: """
            former_ids terms commitments.who concerns.raised concerns.by concerns.about concerns.note concerns.settled
            concerns.outcome
        """,
    },
    "partnership": {
        Seen.MEMBERS: """
            former_ids text between kind since goals gain.why gain.agreed fit.similar_clients fit.similar_values
            fit.nearby fit.channel fit.volume fit.committed fit.asked balance.shares balance.agreed explained
            action_plan.what action_plan.by action_plan.due action_plan.done action_plan.channel action_plan.material
            reviews.every cycles.from cycles.until cycles.promise cycles.contacts.who cycles.contacts.from
            cycles.contacts.promising cycles.contacts.plan cycles.contacts.by cycles.contacts.became
            cycles.evaluated.date cycles.evaluated.went_well cycles.evaluated.change concerns.raised concerns.by
            concerns.about concerns.note concerns.settled concerns.outcome
        """,
    },
    "prospect": {
        Seen.PUBLIC: "alias industry",
        Seen.MEMBERS: """
            former_ids text name place known_by wanted_by do_not_contact joint.lead joint.with joint.plan
            joint.history.date joint.history.status consent.date consent.how consent.by
        """,
        Seen.NOBODY: "contact.email contact.phone contact.web",
    },
    "referral": {
        Seen.MEMBERS: """
            former_ids text kind date from to taken_by prospect about tier parent level consent.date consent.how
            history.date history.status history.kind history.by history.value history.note history.ask history.answer
            thanked.date thanked.where thanked.words useful gained evaluation.date evaluation.went_well
            evaluation.change
        """,
    },
    "meeting": {
        Seen.PUBLIC: "kind date next next_presenter cancelled presented",
        Seen.MEMBERS: """
            former_ids text between attendance.status attendance.name attendance.business attendance.category
            attendance.notice visitors.name visitors.business visitors.category visitors.invited_by actions.who
            actions.what actions.due actions.done
        """,
    },
    "profile": {
        Seen.MEMBERS: """
            former_ids text title subject over green amber red parts.title parts.measure parts.recorded parts.per
            parts.over parts.weights parts.bands.from parts.bands.above parts.bands.up_to parts.bands.points
            parts.if_nothing
        """,
    },
}
"""By whom each field may be seen, by kind of record."""

_LEAVES = (str, date, time, int, Decimal, Fraction, Money, Threshold, Duration, Rate)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value somewhere in a record: its keys, its Python type; `Literal` for a choice, `dict` for a tree."""

    path: str
    type_: Any


@dataclass(frozen=True, slots=True)
class Block:
    """A type hint without what is only said of it: one `inner` value, `many` of them, or some that are `keyed`."""

    inner: Any
    many: bool = False
    keyed: bool = False


def seen(kind: str, path: str) -> Seen:
    """By whom a field may be seen; of a block, what is most open in it."""
    return next(
        by for by, paths in TABLE[kind].items() if any(f"{one}.".startswith(f"{path}.") for one in paths.split())
    )


def leaves(kind: type[Record]) -> Iterator[Leaf]:
    """Every single value that a kind of record may hold, in the order of its fields."""
    yield from _below(kind, "")


def _below(kind: type[Any], above: str) -> Iterator[Leaf]:
    for name, hint in hints(kind).items():
        inner = innermost(hint)
        path = f"{above}{name}"
        if is_block(inner):
            yield from _below(inner, f"{path}.")
        else:
            yield Leaf(path, inner)


def hints(kind: type[Any]) -> dict[str, Any]:
    """The type hints of what may be written into a block, by key."""
    found = get_type_hints(kind, include_extras=True)
    return {field.name.removesuffix("_"): found[field.name] for field in fields(kind) if field.init}


def is_block(hint: Any) -> bool:
    """Whether something is a block of keys, and no single value."""
    return isinstance(hint, type) and is_dataclass(hint) and hint not in _LEAVES


def innermost(hint: Any) -> Any:
    """What is inside lists and blocks with free keys."""
    found = opened(hint)
    return innermost(found.inner) if found.many or found.keyed else found.inner


def opened(hint: Any) -> Block:
    """A type hint by what it holds."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return opened(inside[0])
    if origin in (Union, UnionType):
        return opened(next(one for one in inside if one is not NoneType))
    if origin is tuple:
        return Block(inside[0], many=True)
    if origin is dict:
        return Block(dict) if inside[1] is Any else Block(inside[1], keyed=True)
    return Block(Literal if origin is Literal else hint)
