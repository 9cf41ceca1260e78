"""Resolving: what somebody took on is done, what somebody worried about is settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from refertext.drafts.choices import choices
from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.group import Group
from refertext.insights.open_things import OpenThing, open_things
from refertext.records import nearest
from refertext.text.edits import Intent, SetValue
from refertext.text.wording import cut_short, folded, listed


def within(group: Group, file: str) -> tuple[OpenThing, ...]:
    """What is open in one file, by its name or its id. RefusedError where there is nothing, or no such file."""
    things = open_things(group)
    wanted = folded(file.replace("\\", "/").removeprefix("./"))
    named = {name for name in group.files if wanted in _names(name)}
    found = tuple(thing for thing in things if thing.file in named)
    if found:
        return found
    if named:
        raise RefusedError(f"Nothing is open in {listed(sorted(named))}.")
    near = nearest(wanted, {name for thing in things for name in _names(thing.file)})
    hint = f"Did you mean {near}?" if near else "“refertext resolve” lists what is open, with its file."
    raise RefusedError(f"There is no file “{file}”. {hint}")


def resolve(
    group: Group,
    words: Sequence[str],
    file: str | None = None,
    day: date | None = None,
    outcome: str | None = None,
) -> Draft:
    """The draft that writes down that something is done or settled, by `day` or else the as-of day.

    It is the only open thing that holds all words, wherever they stand in it, or the one of that number in the list of
    what is open (in `file`, if one is named). `outcome` is what came of a concern. RefusedError where nothing or more
    than one thing is meant, and where the day cannot be.
    """
    things = within(group, file) if file is not None else open_things(group)
    thing = _meant(things, words)
    on = day or group.as_of
    _refuse_day(group, thing, on)
    if thing.kind == "concern":
        return _settled(thing, on, outcome)
    if outcome:
        raise RefusedError(
            f"“{thing.what}” is something to do, and no outcome is written for it: leave --outcome out. "
            "Outcomes are for concerns."
        )
    said = f"{thing.who} did on {on}: {thing.what} ({thing.where})."
    intents = (SetValue((*thing.path, "done"), str(on)),)
    return Draft(said, cut_short(f"Mark as done: {thing.what}", 72), (Edit(thing.file, intents),))


def _settled(thing: OpenThing, day: date, outcome: str | None) -> Draft:
    intents: list[Intent] = [SetValue((*thing.path, "settled"), str(day))]
    remarks: tuple[str, ...] = ()
    if outcome:
        intents.append(SetValue((*thing.path, "outcome"), outcome))
    else:
        key = ".".join(str(step + 1) if isinstance(step, int) else step for step in (*thing.path, "outcome"))
        how = f'refertext set {thing.file} {key} "…"'
        remarks = (f"What came of it is not written down. Write it in the words that both agreed to: {how}",)
    said = f"Settled on {day}: the concern of {thing.who} ({thing.where}): {thing.what}."
    return Draft(said, cut_short(f"Settle a concern: {thing.where}", 72), (Edit(thing.file, tuple(intents)),), remarks)


def _refuse_day(group: Group, thing: OpenThing, day: date) -> None:
    if day > group.present:
        raise RefusedError(f"{day} has not come yet (as of {group.present}). Write it down when it has happened.")
    if thing.since and day < thing.since:
        verb = "raised" if thing.kind == "concern" else "taken on"
        raise RefusedError(f"“{thing.what}” was {verb} only on {thing.since}, so {day} cannot be. Correct the day.")


# Which one is meant


def _meant(things: Sequence[OpenThing], words: Sequence[str]) -> OpenThing:
    wanted = [word for text in words for word in folded(text).split()]
    number = int(wanted[0]) if len(wanted) == 1 and wanted[0].isdecimal() and len(wanted[0]) < 5 else 0
    if 1 <= number <= len(things):
        return things[number - 1]
    found = [n for n, thing in enumerate(things, 1) if all(word in _haystack(thing) for word in wanted)]
    if len(found) == 1:
        return things[found[0] - 1]
    asked = " ".join(words)
    if not things:
        raise RefusedError("Nothing is open.")
    if not found and number:
        only = "there is only number 1" if len(things) == 1 else f"they are numbered from 1 to {len(things)}"
        raise RefusedError(f"There is no number {number} among what is open: {only}. See “refertext resolve”.")
    numbered = [(n, cut_short(thing.said)) for n, thing in enumerate(things, 1)]
    if not found:
        raise RefusedError(f"Nothing that is open holds “{asked}”. What is open: {choices(numbered, 'and')}.")
    may_be = choices([one for one in numbered if one[0] in found])
    raise RefusedError(
        f"“{asked}” may be {may_be}. Write more words, or the number from the list of “refertext resolve”."
    )


def _haystack(thing: OpenThing) -> str:
    return folded(f"{thing.said} {thing.where} {thing.file} {thing.kind} {thing.since or ''}")


def _names(file: str) -> tuple[str, ...]:
    """How one may call a file: its name in the group, its name alone, its id."""
    path = PurePosixPath(file)
    return file.casefold(), path.name.casefold(), path.stem.casefold()
