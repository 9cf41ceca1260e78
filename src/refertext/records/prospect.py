"""Prospects: `prospects/ALIAS.yml`. A company or person someone knows or wishes to meet."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from refertext.records.days import Day
from refertext.records.record import Contact, Record
from refertext.records.types import CLOSED, Few, Said, Several, Text, YesNo

REACHED_BY = "contact"
"""The block that says how to reach a prospect; it belongs into the file of the same name in `private/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEntry:
    """What happened on a joint approach."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, Said("The day.")]
    status: Annotated[Text, Said("What happened.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A prospect that several members approach together."""

    __pydantic_config__ = CLOSED

    lead: Annotated[Text, Said("Who leads: a member's id.")]
    with_: Annotated[Few[Text], Said("Who is with them: ids."), Field(alias="with")] = ()
    plan: Annotated[Text | None, Said("The plan.")] = None
    history: Annotated[Several[JointEntry], Said("What happened, in order of date.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingConsent:
    """The prospect's yes to being kept here at all."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, Said("The day of the yes.")] = None
    how: Annotated[Text | None, Said("How it was given, for example phone.")] = None
    by: Annotated[Text | None, Said("To whom: a member's id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect(Record):
    """A company or person someone knows or wishes to meet."""

    alias: Annotated[Text, Said("What everybody may read; never the real name.")]
    name: Annotated[Text | None, Said("The real name; for members only.")] = None
    industry: Annotated[Text | None, Said("Industry.")] = None
    place: Annotated[Text | None, Said("Place.")] = None
    known_by: Annotated[Few[Text], Said("Who knows them (contact list): ids.")] = ()
    wanted_by: Annotated[Few[Text], Said("Who wishes to meet them (wish list): ids.")] = ()
    do_not_contact: Annotated[YesNo, Said("yes when they do not want to hear from us.")] = "no"
    joint: Annotated[Joint | None, Said("When several members approach them together.")] = None
    consent: Annotated[KeepingConsent | None, Said("The prospect's yes to being kept here at all.")] = None
    contact: Annotated[Contact | None, Said("How to reach them; only in private/.")] = None
