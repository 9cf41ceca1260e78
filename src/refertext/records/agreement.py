"""Agreements: `agreements/ID.md`. A ground rule the members signed: text plus commitments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from refertext.records.days import Day
from refertext.records.lengths import CalendarLength, Length, Period
from refertext.records.numbers import Limit, Weight
from refertext.records.record import Concern, Record
from refertext.records.types import CLOSED, Few, Keyed, Several, Text, said


def _one_or_several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Who = Annotated[
    Several[Text],
    BeforeValidator(_one_or_several),
    WithJsonSchema({"type": ["string", "array", "null"], "items": {"type": "string"}}),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something promised: a measure with a floor, a rule that must find nothing, or words."""

    __pydantic_config__ = CLOSED

    measure: Annotated[Text | None, said("The measure's name, for example attendance.")] = None
    rule: Annotated[Text | None, said("A rule that must find nothing.")] = None
    promise: Annotated[Text | None, said("Words only; never a finding.")] = None
    at_least: Annotated[Limit | None, said("The floor: a number or a percentage.")] = None
    at_most: Annotated[Limit | None, said("The limit: a number or a percentage.")] = None
    target: Annotated[Limit | None, said("What to aim at; for coaching only, never a finding.")] = None
    per: Annotated[Period | None, said("The floor is a rate: so many in each such period.")] = None
    every: Annotated[Period | None, said("Each such calendar period must reach the floor.")] = None
    over: Annotated[Length | None, said("How far back to look, for example 26 weeks or 4 meetings.")] = None
    with_: Annotated[Text | None, said("“each member” or “each power partner”: one verdict a pair.", alias="with")] = (
        None
    )
    who: Annotated[Who, said("Ids, or “group”; nothing means every member.")] = ()
    from_: Annotated[Day | None, said("The first day that counts.", alias="from")] = None
    until: Annotated[Day | None, said("The last day that counts.")] = None
    grace: Annotated[CalendarLength | None, said("How long newcomers are spared.")] = None
    weights: Annotated[Keyed[Weight], said("How much a late or an excused counts as an absence.")] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """A ground rule the members signed. `written_terms` are the terms of the text as it stands now, and
    `written_commitments` the commitments as plain data, of which they are made too.
    """

    written_terms: str = field(init=False, default="")
    written_commitments: tuple[Any, ...] = field(init=False, default=())

    title: Annotated[Text, said("Its title.")]
    adopted: Annotated[Day, said("The day the group adopted it.")]
    changed: Annotated[Day | None, said("The day of its last change; older signatures are stale.")] = None
    terms: Annotated[Text | None, said("Written by the tool: eight hex digits that stand for the agreed text.")] = None
    ended: Annotated[Day | None, said("The last day it is in force.")] = None
    commitments: Annotated[Few[Commitment], said("What is promised.")] = ()
    concerns: Annotated[Several[Concern], said("When someone said that it is not kept.")] = ()
