"""Partnerships: `partnerships/A--B.md`. Two members who work the five-step cycle."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from refertext.records.days import Day
from refertext.records.lengths import CalendarLength
from refertext.records.member import Fit
from refertext.records.numbers import Count, Number
from refertext.records.record import Concern, Evaluation, Record
from refertext.records.refusals import misshapen, wrong
from refertext.records.types import CLOSED, Answer, Keyed, Said, Several, Text, otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What one partner gains from the partnership."""

    __pydantic_config__ = CLOSED

    why: Annotated[Text, Said("What this partner gains.")]
    agreed: Annotated[Day | None, Said("The day both agreed on it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFit(Fit):
    """One partner's six answers about the other."""

    asked: Annotated[Day | None, Said("The day the questions were asked.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step of the shared action plan."""

    __pydantic_config__ = CLOSED

    what: Annotated[Text, Said("What is to be done.")]
    by: Annotated[Text, Said("Who does it: an id.")]
    due: Annotated[Day | None, Said("By when.")] = None
    done: Annotated[Day | None, Said("The day it was done.")] = None
    channel: Annotated[Text | None, Said("Through which channel.")] = None
    material: Annotated[Text | None, Said("The file with the material, for example docs/kit-tips.md.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """How often the partners review."""

    __pydantic_config__ = CLOSED

    every: Annotated[CalendarLength, Said("For example 3 months.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleContact:
    """One of the ten contacts each partner lists in a cycle."""

    __pydantic_config__ = CLOSED

    who: Annotated[Text, Said("Whom, in words that everybody may read, or a prospect's id.")]
    from_: Annotated[Text, Said("Whose contact: an id."), Field(alias="from")]
    promising: Annotated[Answer | None, Said("Do both find it promising?")] = None
    plan: Annotated[Text | None, Said("How to go about it.")] = None
    by: Annotated[Day | None, Said("By when.")] = None
    became: Annotated[Text | None, Said("The referral it became: its id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One turn of the five steps: commit, identify, strategize, execute, evaluate."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Day, Said("First day."), Field(alias="from")]
    until: Annotated[Day, Said("Last day.")]
    promise: Annotated[Keyed[Count], Said("Qualified referrals each promises: id and number.")] = field(
        default_factory=dict
    )
    contacts: Annotated[Several[CycleContact], Said("Ten contacts each; both rate them.")] = ()
    evaluated: Annotated[Evaluation | None, Said("What was learned.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The ratio of giving that both expect, and when they agreed on it."""

    shares: Keyed[Number] = field(default_factory=dict)
    agreed: Day | None = None


def _balance(value: object) -> object:
    """`{a: 2, b: 1, agreed: DAY}` becomes shares and a day."""
    if not isinstance(value, dict):
        return value
    return {
        "shares": {key: share for key, share in value.items() if key != "agreed"},
        "agreed": value.get("agreed"),
    }


def _pair(value: object) -> object:
    if value is None:
        raise misshapen("a list of two", value, "write two ids: [brian-cho, kit-larsen]")
    if isinstance(value, list) and len(value) != 2:
        raise wrong(f"a partnership is between two, here are {len(value)}", "write two ids: [brian-cho, kit-larsen]")
    return value


SharesAndDay = Annotated[Balance, BeforeValidator(_balance), WithJsonSchema({"type": "object"})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Record):
    """Two members who work the five-step cycle."""

    between: Annotated[Several[Text], BeforeValidator(_pair), Said("The two partners' ids.")]
    kind: Annotated[
        Literal["partner", "power"], otherwise("partner"), Said("partner, or power for the closest ones.")
    ] = "partner"
    since: Annotated[Day, Said("First day.")]
    goals: Annotated[Keyed[Text], Said("Each partner's goals, and why they matter.")] = field(default_factory=dict)
    gain: Annotated[Keyed[Gain], Said("What each gains.")] = field(default_factory=dict)
    fit: Annotated[Keyed[PartnerFit], Said("Each partner's answers about the other.")] = field(default_factory=dict)
    balance: Annotated[SharesAndDay | None, Said("The ratio of giving that both expect.")] = None
    explained: Annotated[Keyed[Day], Said("When each taught the other how to refer them.")] = field(
        default_factory=dict
    )
    action_plan: Annotated[Several[PlanStep], Said("The shared action plan.")] = ()
    reviews: Annotated[Reviews | None, Said("How often the partners review.")] = None
    cycles: Annotated[Several[Cycle], Said("Turns of the five steps.")] = ()
    concerns: Annotated[Several[Concern], Said("When one of them said that something is not kept.")] = ()
