"""Doors: forms by which people without git record something. A form makes the text of one file, in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from refertext.group.memberships import present_since
from refertext.patterns import pattern
from refertext.records.record import Record
from refertext.records.schema import json_schema
from refertext.records.types import LONGEST_TEXT
from refertext.site.contact import office
from refertext.site.forge import NewFile
from refertext.site.people import present
from refertext.site.site import Site
from refertext.text.wording import folded

OUTSIDE = "outside:"
"""The choice of a giver who is nobody of the group; a field of words says who it is."""
SCRIPTS = ("records", "kinds", "doors")
"""What the page of a form runs, in this order."""
BY_HAND = "The form needs JavaScript. Without it, write one line like this into the chat or a mail to the coordinator:"
"""What to do without a form where a slip says the same."""
_CHECKED = ("additionalProperties", "enum", "format", "maximum", "minimum", "pattern", "required", "type")
_FIRST_NAME = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\Z")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: what is written for it, and what people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `shape` is `choice`, `choices` (several), `day`, `words` (a line) or `text` (several lines).
    `key` is where in the record its value goes: `consent.date`. A field with `only`, such as
    `kind=introduction|referral`, is there while another one has one of those values; what is written into one with
    `prefix` gets it in front.
    """

    name: str
    label: str
    shape: str
    key: str
    hint: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    only: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields of a form that belong together, under a title."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the script on the page knows. `kind` says what is made, `schema` what refertext takes, `fixed` which keys
    are always the same; `longest` is the most characters of a value that is no text of several lines. `mail` and
    `forge` say where the record may go.

    The others are by id, and empty where the form does not ask: `called` are short names that mean one member only,
    `since` the days from which somebody is a member, or an agreement may be signed, `together` who approaches a
    prospect jointly; `taken` are ids in use; `files` those of members, `pages` where these are changed; `signed` is
    what members have signed already, by member and agreement.
    """

    kind: str
    schema: dict[str, Any]
    fixed: dict[str, str]
    longest: int
    mail: str
    forge: NewFile | None
    called: dict[str, str]
    since: dict[str, str]
    together: dict[str, tuple[str, ...]]
    taken: tuple[str, ...]
    files: dict[str, str]
    pages: dict[str, str]
    signed: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Door:
    """A page with a form. `lead` says what it is for, `by_hand` what to do without the form, with a `slip` to copy
    where one says the same; `read_first` are pages to read before. `facts` is for the page's script.
    """

    lead: str
    parts: tuple[FormPart, ...]
    by_hand: str
    slip: str
    mail: str
    read_first: tuple[Choice, ...]
    facts: Facts


def door(site: Site, lead: str, parts: Iterable[FormPart], asked: Facts, **more: Any) -> Door:
    """A form; what is not given is empty."""
    nothing: dict[str, Any] = {"slip": "", "read_first": ()}
    return Door(lead, tuple(parts), mail=office(site), facts=asked, **(nothing | more))


def facts(site: Site, kind: str, schema: dict[str, Any], **known: Any) -> Facts:
    """What the script of a form that makes a kind of record knows; what is not given is empty."""
    nothing: dict[str, Any] = {"fixed": {}, "called": called(site), "since": {}, "together": {}}
    nothing |= {"taken": (), "files": {}, "pages": {}, "signed": {}}
    forge = site.forge.new if site.forge else None
    return Facts(kind=kind, schema=schema, longest=LONGEST_TEXT, mail=office(site), forge=forge, **(nothing | known))


def schema_of(kind: type[Record], keys: Iterable[str]) -> dict[str, Any]:
    """What of the JSON Schema of a kind of record is checked in the browser, for some of its keys."""
    whole = _schema(kind)  # type: ignore[arg-type]  # a class can be hashed, though its values cannot
    kept = [key for key in whole["properties"] if key in set(keys)]
    schema = {"type": "object", "required": [key for key in whole["required"] if key in kept]}
    return schema | {"properties": {key: _checked(whole["properties"][key]) for key in kept}}


@cache
def _schema(kind: type[Record]) -> dict[str, Any]:
    """The whole schema, which takes long to make, and is the same each time a site is built."""
    return json_schema(kind)


def _checked(schema: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: schema[key] for key in _CHECKED if key in schema}
    if isinstance(kept.get("additionalProperties"), dict):
        kept["additionalProperties"] = _checked(kept["additionalProperties"])
    if "items" in schema:
        kept["items"] = _checked(schema["items"])
    if "properties" in schema:
        kept["properties"] = {key: _checked(one) for key, one in schema["properties"].items()}
    return kept


def called(site: Site) -> dict[str, str]:
    """How a slip calls each member of the day: by the first name where it means nobody else, else by the id."""
    begun = [(id_, folded(member.name)) for id_, member in site.group.members.items()]
    short: dict[str, str] = {}
    for member in site.group.present_members:
        first = member.name.split()[0] if member.name.split() else ""
        start = folded(first)
        meant = [id_ for id_, name in begun if id_.startswith(start) or name.startswith(start)]
        short[member.id] = first if _FIRST_NAME.match(first) and meant == [member.id] else member.id
    return short


def member_choices(site: Site) -> tuple[Choice, ...]:
    """The members of the day, to choose one of them."""
    return tuple(Choice(member.id, member.name) for member in present(site))


def since(site: Site) -> dict[str, str]:
    """The days from which the members of the day belong to the group; for members alone."""
    if not site.is_for_members:
        return {}
    days = {member.id: present_since(member, site.day) for member in present(site)}
    return {id_: day.isoformat() for id_, day in days.items() if day}
