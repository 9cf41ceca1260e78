"""`due`: what is owed to whom by when, the cheapest first, ready to be acted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import has_gaps
from refertext.records.record import Contact
from refertext.reports.agenda import as_plain
from refertext.reports.escape import one_line, without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.located import Finder
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.text.wording import listed

TITLES = {
    Effort.LINE: "A word or a line is enough",
    Effort.CALL: "A call or a message",
    Effort.TALK: "Some minutes together",
    Effort.MEETING: "An appointment",
    Effort.WORK: "To be worked on",
}
MOST = 25
"""Of each effort that are listed for the whole group; more are counted."""
_MOST_ALIKE = 3
"""Of one kind and the same people that are listed for the whole group."""
_INDENT = 6


def render(group: Group, found: Sequence[Owed], days: int, member: str | None, finder: Finder, paper: Paper) -> str:
    """The whole list in plain text, as it is due within some days."""
    blocks = [_head(group, found, days, member, paper)]
    if member is None:
        blocks += _by_effort(group, found, finder, paper)
    else:
        name = group.name(member)
        blocks += _part(f"{name} owes", [owed for owed in found if member in owed.by], group, finder, paper)
        blocks += _part(f"{name} is owed", [owed for owed in found if member in owed.to], group, finder, paper)
        if any(has_gaps(owed.command) for owed in found):
            blocks.append(wrapped("Words in capitals are for you to fill in.", paper))
    return without_commands("\n\n".join("\n".join(block) for block in blocks) + "\n")


def _head(group: Group, found: Sequence[Owed], days: int, member: str | None, paper: Paper) -> list[str]:
    late = sum(owed.is_overdue_on(group.as_of) for owed in found)
    whose = f"{group.name(member)}, " if member else ""
    when = f"within {counted(days, 'day')}" if days else "today or late"
    if not found:
        text = f"{whose}{group.settings.group}, as of {group.as_of}: nothing is due {when}."
    else:
        many = counted(len(found), "thing")
        text = f"{whose}{group.settings.group}, as of {group.as_of}: {many} due {when}, {late} late."
    return [paper.style(line, "bold") for line in wrapped(text, paper)]


def _part(title: str, found: Sequence[Owed], group: Group, finder: Finder, paper: Paper) -> list[list[str]]:
    if not found:
        return []
    lines = [line for owed in found for line in entry(group, owed, finder, paper)]
    return [[paper.style(title, "bold"), *lines]]


def _by_effort(group: Group, found: Sequence[Owed], finder: Finder, paper: Paper) -> Iterator[list[str]]:
    for effort, those in groupby(found, key=lambda owed: owed.effort):
        rows = list(those)
        lines = [line for some in _by_people(rows[:MOST]) for line in _of_people(group, some, finder, paper)]
        more = [f"  … and {len(rows) - MOST:,} more"] if len(rows) > MOST else []
        yield [paper.style(TITLES[effort], "bold"), *lines, *more]
    if found:
        yield wrapped("“refertext due --member NAME” has a member's own, with the commands that write it down.", paper)


def _by_people(found: Sequence[Owed]) -> Iterable[list[Owed]]:
    """What the same people owe, together, in the order of what each owes first."""
    theirs: dict[tuple[str, ...], list[Owed]] = {}
    for owed in found:
        theirs.setdefault(owed.by, []).append(owed)
    return theirs.values()


def _of_people(group: Group, theirs: Sequence[Owed], finder: Finder, paper: Paper) -> Iterator[str]:
    """In brief: who, and below what each is about; where to write it only when it is time."""
    yield from wrapped(names(group, theirs[0].by), paper, indent=2)
    for same in _by_kind(theirs, group.as_of):
        for owed in same[:_MOST_ALIKE]:
            late = (group.as_of - owed.due).days
            text = f"{_when(owed, late)}: {owed.do[0].lower()}{owed.do[1:]}{_reach(group, owed)}"
            first, *rest = wrapped(text, paper, indent=_INDENT + 2)
            yield f"    {_box(late, paper)} {first.strip()}"
            yield from rest
            if late >= 0:
                yield _where(owed, finder, paper, _INDENT + 2)
        if len(same) > _MOST_ALIKE:
            yield f"    … and {len(same) - _MOST_ALIKE:,} more like this"


def _by_kind(theirs: Sequence[Owed], day: date) -> Iterable[list[Owed]]:
    """What is of one topic and told by one rule, together: what is late, and what is not."""
    alike: dict[tuple[bool, str, str], list[Owed]] = {}
    for owed in theirs:
        alike.setdefault((owed.is_overdue_on(day), owed.topic, owed.rule), []).append(owed)
    return alike.values()


def entry(group: Group, owed: Owed, finder: Finder, paper: Paper) -> Iterator[str]:
    """One thing that is owed: by when, who to whom, what to do, the command that writes it down then, on one line so
    that it can be copied, else what to write, and where.
    """
    late = (group.as_of - owed.due).days
    who = f"{names(group, owed.by)}{f' → {names(group, owed.to)}' if owed.to else ''}"
    yield f"  {_box(late, paper)} {one_line(who)}, {_when(owed, late)}"
    yield from wrapped(f"{owed.do}{_reach(group, owed)}", paper, indent=_INDENT)
    if owed.command:
        yield f"{' ' * _INDENT}{paper.style(one_line(owed.command), 'bold')}"
    elif owed.write:
        yield from wrapped(f"then write {owed.write}", paper, indent=_INDENT)
    yield _where(owed, finder, paper, _INDENT)


def _box(late: int, paper: Paper) -> str:
    return paper.style("[ ]", "warning" if late > 0 else "note")


def _when(owed: Owed, late: int) -> str:
    return f"{counted(late, 'day')} late" if late > 0 else "today" if late == 0 else f"by {owed.due}"


def _where(owed: Owed, finder: Finder, paper: Paper, indent: int) -> str:
    spot = finder.spot("", owed.place)
    return f"{' ' * indent}{paper.style(f'{one_line(spot.file)}:{spot.span.line}', 'place')}"


def names(group: Group, ids: Sequence[str]) -> str:
    """People by name, or `the group` where nobody in particular is meant."""
    return listed([group.name(id_) for id_ in ids]) if ids else "the group"


def _reach(group: Group, owed: Owed) -> str:
    """How to reach the prospect, where the owner of this machine keeps that in `private/`."""
    stem = owed.place.file.rpartition("/")[2].rpartition(".")[0]
    referral = group.referrals.get(stem) if owed.place.file.startswith("referrals/") else None
    prospect = group.prospect(referral.prospect) if referral else None
    contact = prospect.contact if prospect and owed.effort is Effort.CALL else None
    ways = _ways(contact) if contact else []
    return f" ({', '.join(ways)})" if ways else ""


def _ways(contact: Contact) -> list[str]:
    return [way for way in (contact.phone, contact.email, contact.web) if way]


def render_json(group: Group, found: Sequence[Owed], finder: Finder) -> str:
    """The list as a JSON object."""
    rows = [{**as_plain(group, owed), "line": finder.spot("", owed.place).span.line} for owed in found]
    return as_json({"version": VERSION, "as_of": group.as_of.isoformat(), "due": rows})
