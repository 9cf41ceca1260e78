"""Prospects: `prospects/ALIAS.yml`. A company or person someone knows or wishes to meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from refertext.records.days import Day
from refertext.records.record import Contact, Record
from refertext.records.types import CLOSED, Few, Several, Text, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEntry:
    """What happened on a joint approach."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, said("The day.")]
    status: Annotated[Text, said("What happened.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A prospect that several members approach together."""

    __pydantic_config__ = CLOSED

    lead: Annotated[Text, said("Who leads: a member's id.")]
    with_: Annotated[Few[Text], said("Who is with them: ids.", alias="with")] = ()
    plan: Annotated[Text | None, said("The plan.")] = None
    history: Annotated[Several[JointEntry], said("What happened, in order of date.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingConsent:
    """The prospect's yes to being kept here at all."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, said("The day of the yes.")] = None
    how: Annotated[Text | None, said("How it was given, for example phone.")] = None
    by: Annotated[Text | None, said("To whom: a member's id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect(Record):
    """A company or person someone knows or wishes to meet."""

    alias: Annotated[Text, said("What everybody may read; never the real name.")]
    name: Annotated[Text | None, said("The real name; for members only.")] = None
    industry: Annotated[Text | None, said("Industry.")] = None
    place: Annotated[Text | None, said("Place.")] = None
    known_by: Annotated[Few[Text], said("Who knows them (contact list): ids.")] = ()
    wanted_by: Annotated[Few[Text], said("Who wishes to meet them (wish list): ids.")] = ()
    do_not_contact: Annotated[YesNo, said("yes when they do not want to hear from us.")] = "no"
    joint: Annotated[Joint | None, said("When several members approach them together.")] = None
    consent: Annotated[KeepingConsent | None, said("The prospect's yes to being kept here at all.")] = None
    contact: Annotated[Contact | None, said("How to reach them; only in private/.")] = None
