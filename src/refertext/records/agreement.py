"""Agreements: `agreements/ID.md`. A ground rule the members signed: text plus commitments."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from refertext.records.days import Day
from refertext.records.lengths import CalendarLength, Length, Period
from refertext.records.numbers import Limit, Weight
from refertext.records.record import Concern, Record
from refertext.records.types import CLOSED, Few, Keyed, Said, Several, Text


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

    measure: Annotated[Text | None, Said("The measure's name, for example attendance.")] = None
    rule: Annotated[Text | None, Said("A rule that must find nothing.")] = None
    promise: Annotated[Text | None, Said("Words only; never a finding.")] = None
    at_least: Annotated[Limit | None, Said("The floor: a number or a percentage.")] = None
    at_most: Annotated[Limit | None, Said("The limit: a number or a percentage.")] = None
    target: Annotated[Limit | None, Said("What to aim at; for coaching only, never a finding.")] = None
    per: Annotated[Period | None, Said("The floor is a rate: so many in each such period.")] = None
    every: Annotated[Period | None, Said("Each such calendar period must reach the floor.")] = None
    over: Annotated[Length | None, Said("How far back to look, for example 26 weeks or 4 meetings.")] = None
    with_: Annotated[
        Text | None, Said("“each member” or “each power partner”: one verdict a pair."), Field(alias="with")
    ] = None
    who: Annotated[Who, Said("Ids, or “group”; nothing means every member.")] = ()
    from_: Annotated[Day | None, Said("The first day that counts."), Field(alias="from")] = None
    until: Annotated[Day | None, Said("The last day that counts.")] = None
    grace: Annotated[CalendarLength | None, Said("How long newcomers are spared.")] = None
    weights: Annotated[Keyed[Weight], Said("How much a late or an excused counts as an absence.")] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """A ground rule the members signed. `written_terms` are the terms of the text as it stands now, and
    `written_commitments` the commitments as plain data, of which they are made too.
    """

    written_terms: str = field(init=False, default="")
    written_commitments: tuple[Any, ...] = field(init=False, default=())

    title: Annotated[Text, Said("Its title.")]
    adopted: Annotated[Day, Said("The day the group adopted it.")]
    changed: Annotated[Day | None, Said("The day of its last change; older signatures are stale.")] = None
    terms: Annotated[Text | None, Said("Written by the tool: eight hex digits that stand for the agreed text.")] = None
    ended: Annotated[Day | None, Said("The last day it is in force.")] = None
    commitments: Annotated[Few[Commitment], Said("What is promised.")] = ()
    concerns: Annotated[Several[Concern], Said("When someone said that it is not kept.")] = ()
