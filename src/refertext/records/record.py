"""What all kinds of records have in common."""

from dataclasses import dataclass, field
from typing import Annotated

from refertext.records.days import Day
from refertext.records.types import CLOSED, Few, LongText, Said, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a group. `id` is the file's stem, `file` its name relative to the group's folder."""

    __pydantic_config__ = CLOSED

    id: str = field(init=False, default="")
    file: str = field(init=False, default="")
    former_ids: Annotated[Few[Text], Said("Ids this record had before; old links keep working.")] = ()
    text: Annotated[LongText | None, Said("The record's text in Markdown; in a .md file it is the body.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """An agreement invoked: someone says that it is not kept."""

    __pydantic_config__ = CLOSED

    raised: Annotated[Day, Said("The day it was raised.")]
    by: Annotated[Text, Said("Who raised it: a member's id.")]
    about: Annotated[Text | None, Said("Whom it concerns: a member's id; nothing means the whole group.")] = None
    note: Annotated[Text | None, Said("What it is about.")] = None
    settled: Annotated[Day | None, Said("The day it was answered or settled.")] = None
    outcome: Annotated[Text | None, Said("What came of it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach someone. Contacts of prospects belong into `private/` only."""

    __pydantic_config__ = CLOSED

    email: Annotated[Text | None, Said("E-mail address.")] = None
    phone: Annotated[Text | None, Said("Telephone number.")] = None
    web: Annotated[Text | None, Said("Web page.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What two people learned."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, Said("The day of the evaluation.")] = None
    went_well: Annotated[Text | None, Said("What went well.")] = None
    change: Annotated[Text | None, Said("What to do differently next time.")] = None
