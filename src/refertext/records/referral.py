"""Referrals: `referrals/YEAR/DATE-FROM-TO-XXXX.yml`. Something handed over, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from refertext.records.days import Day
from refertext.records.numbers import Amount, Level
from refertext.records.record import Evaluation, Record
from refertext.records.types import CLOSED, Answer, Said, Several, Text

ReferralKind = Literal["lead", "introduction", "referral"]
Status = Literal["accepted", "contacted", "met", "proposed", "won", "lost", "not-a-fit", "returned", "stalled"]

KINDS: tuple[ReferralKind, ...] = ("lead", "introduction", "referral")
"""From a mere name to a prospect who agreed to be contacted."""
CLOSING: frozenset[Status] = frozenset({"won", "lost", "not-a-fit", "returned"})
"""Statuses after which a referral is no longer open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralConsent:
    """The prospect's yes to being contacted by this receiver."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, Said("The day of the yes.")]
    how: Annotated[Text | None, Said("How it was given, for example phone.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a referral's history: a step, a note, a question or an answer."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, Said("The day.")]
    status: Annotated[Status | None, Said("The step that was reached.")] = None
    kind: Annotated[ReferralKind | None, Said("Raises a lead or an introduction to this kind.")] = None
    by: Annotated[Text | None, Said("Who did it: a member's id.")] = None
    value: Annotated[Amount | None, Said("The value of what was won.")] = None
    note: Annotated[Text | None, Said("A note, or the reason of a return.")] = None
    ask: Annotated[Text | None, Said("A question to the other side.")] = None
    answer: Annotated[Text | None, Said("The answer to a question.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """How the giver was thanked in public."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, Said("The day.")]
    where: Annotated[Text | None, Said("Where, for example meeting.")] = None
    words: Annotated[Text | None, Said("The words.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Record):
    """Something handed over: a lead, an introduction or a referral."""

    kind: Annotated[
        ReferralKind,
        Said("lead (a name), introduction, or referral (the prospect agreed to be contacted by this receiver)."),
    ]
    date: Annotated[Day, Said("The day it was handed over.")]
    from_: Annotated[Text, Said("The giver: a member's id, or “outside: a client of Kit”."), Field(alias="from")]
    to: Annotated[Text, Said("The receiver: a member's id; a lead may go to everyone.")]
    taken_by: Annotated[Several[Text], Said("Who took up a lead to everyone: ids.")] = ()
    prospect: Annotated[Text | None, Said("The prospect's id.")] = None
    about: Annotated[Text | None, Said("What it is about, where there is no prospect's file.")] = None
    tier: Annotated[
        Literal["inside", "outside", "spin-off"] | None,
        Said("inside (the receiver's own purchase), outside, or spin-off of another referral."),
    ] = None
    parent: Annotated[Text | None, Said("Of a spin-off: the referral it came from, its id.")] = None
    level: Annotated[Level | None, Said("The giver's effort, 1 to 5.")] = None
    consent: Annotated[ReferralConsent | None, Said("The prospect's yes to this receiver; needed for a referral.")] = (
        None
    )
    history: Annotated[Several[Entry], Said("What became of it, in order of date.")] = ()
    thanked: Annotated[Thanks | None, Said("How the giver was thanked in public.")] = None
    useful: Annotated[Answer | None, Said("The receiver's verdict on a lead.")] = None
    gained: Annotated[Amount | None, Said("The giver's own extra business from it.")] = None
    evaluation: Annotated[Evaluation | None, Said("What was learned, outside of cycles.")] = None
    positions: tuple[int, ...] | None = field(init=False, default=None)
    """Where the entries of the history stand in the file; None where none of those written there is left out."""

    @property
    def entries(self) -> Iterator[tuple[int, Entry]]:
        """The entries of the history, each after its position in the file."""
        return enumerate(self.history) if self.positions is None else zip(self.positions, self.history, strict=True)

    @property
    def giver_is_outside(self) -> bool:
        """Whether the giver is nobody of the group."""
        return self.from_.startswith("outside:")

    @property
    def is_to_everyone(self) -> bool:
        """Whether it was offered to the whole group."""
        return self.to == "everyone"
