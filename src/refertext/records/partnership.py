"""Partnerships: `partnerships/A--B.md`. Two members who work the five-step cycle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from refertext.records.days import Day
from refertext.records.lengths import CalendarLength
from refertext.records.member import Fit
from refertext.records.numbers import Count, Number
from refertext.records.record import Concern, Evaluation, Record
from refertext.records.refusals import misshapen, wrong
from refertext.records.types import CLOSED, Answer, Keyed, Several, Text, otherwise, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What one partner gains from the partnership."""

    __pydantic_config__ = CLOSED

    why: Annotated[Text, said("What this partner gains.")]
    agreed: Annotated[Day | None, said("The day both agreed on it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFit(Fit):
    """One partner's six answers about the other."""

    asked: Annotated[Day | None, said("The day the questions were asked.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step of the shared action plan."""

    __pydantic_config__ = CLOSED

    what: Annotated[Text, said("What is to be done.")]
    by: Annotated[Text, said("Who does it: an id.")]
    due: Annotated[Day | None, said("By when.")] = None
    done: Annotated[Day | None, said("The day it was done.")] = None
    channel: Annotated[Text | None, said("Through which channel.")] = None
    material: Annotated[Text | None, said("The file with the material, for example docs/kit-tips.md.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """How often the partners review."""

    __pydantic_config__ = CLOSED

    every: Annotated[CalendarLength, said("For example 3 months.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleContact:
    """One of the ten contacts each partner lists in a cycle."""

    __pydantic_config__ = CLOSED

    who: Annotated[Text, said("Whom, in words that everybody may read, or a prospect's id.")]
    from_: Annotated[Text, said("Whose contact: an id.", alias="from")]
    promising: Annotated[Answer | None, said("Do both find it promising?")] = None
    plan: Annotated[Text | None, said("How to go about it.")] = None
    by: Annotated[Day | None, said("By when.")] = None
    became: Annotated[Text | None, said("The referral it became: its id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One turn of the five steps: commit, identify, strategize, execute, evaluate."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Day, said("First day.", alias="from")]
    until: Annotated[Day, said("Last day.")]
    promise: Annotated[Keyed[Count], said("Qualified referrals each promises: id and number.")] = field(
        default_factory=dict
    )
    contacts: Annotated[Several[CycleContact], said("Ten contacts each; both rate them.")] = ()
    evaluated: Annotated[Evaluation | None, said("What was learned.")] = None


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

    between: Annotated[Several[Text], BeforeValidator(_pair), said("The two partners' ids.")]
    kind: Annotated[
        Literal["partner", "power"], otherwise("partner"), said("partner, or power for the closest ones.")
    ] = "partner"
    since: Annotated[Day, said("First day.")]
    goals: Annotated[Keyed[Text], said("Each partner's goals, and why they matter.")] = field(default_factory=dict)
    gain: Annotated[Keyed[Gain], said("What each gains.")] = field(default_factory=dict)
    fit: Annotated[Keyed[PartnerFit], said("Each partner's answers about the other.")] = field(default_factory=dict)
    balance: Annotated[SharesAndDay | None, said("The ratio of giving that both expect.")] = None
    explained: Annotated[Keyed[Day], said("When each taught the other how to refer them.")] = field(
        default_factory=dict
    )
    action_plan: Annotated[Several[PlanStep], said("The shared action plan.")] = ()
    reviews: Annotated[Reviews | None, said("How often the partners review.")] = None
    cycles: Annotated[Several[Cycle], said("Turns of the five steps.")] = ()
    concerns: Annotated[Several[Concern], said("When one of them said that something is not kept.")] = ()
