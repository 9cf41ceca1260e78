"""What all kinds of records have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from refertext.records.days import Day
from refertext.records.types import CLOSED, Few, LongText, Text, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a group. `id` is the file's stem, `file` its name relative to the group's folder."""

    __pydantic_config__ = CLOSED

    id: str = field(init=False, default="")
    file: str = field(init=False, default="")
    former_ids: Annotated[Few[Text], said("Ids this record had before; old links keep working.")] = ()
    text: Annotated[LongText | None, said("The record's text in Markdown; in a .md file it is the body.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """An agreement invoked: someone says that it is not kept."""

    __pydantic_config__ = CLOSED

    raised: Annotated[Day, said("The day it was raised.")]
    by: Annotated[Text, said("Who raised it: a member's id.")]
    about: Annotated[Text | None, said("Whom it concerns: a member's id; nothing means the whole group.")] = None
    note: Annotated[Text | None, said("What it is about.")] = None
    settled: Annotated[Day | None, said("The day it was answered or settled.")] = None
    outcome: Annotated[Text | None, said("What came of it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach someone. Contacts of prospects belong into `private/` only."""

    __pydantic_config__ = CLOSED

    email: Annotated[Text | None, said("E-mail address.")] = None
    phone: Annotated[Text | None, said("Telephone number.")] = None
    web: Annotated[Text | None, said("Web page.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What two people learned."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, said("The day of the evaluation.")] = None
    went_well: Annotated[Text | None, said("What went well.")] = None
    change: Annotated[Text | None, said("What to do differently next time.")] = None
