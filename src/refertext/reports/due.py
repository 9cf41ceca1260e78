"""`due`: what is owed to whom by when, the cheapest first, ready to be acted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
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


def _part(
    title: str, found: Sequence[Owed], group: Group, finder: Finder, paper: Paper, *, brief: bool = False
) -> list[list[str]]:
    if not found:
        return []
    lines = [line for owed in found for line in entry(group, owed, finder, paper, brief=brief)]
    return [[paper.style(title, "bold"), *lines]]


def _by_effort(group: Group, found: Sequence[Owed], finder: Finder, paper: Paper) -> Iterator[list[str]]:
    for effort, those in groupby(found, key=lambda owed: owed.effort):
        rows = list(those)
        for part in _part(TITLES[effort], rows[:MOST], group, finder, paper, brief=True):
            more = len(rows) - MOST
            yield (
                [*part, f"  … and {more:,} more: “refertext due --member NAME” has a member's own"]
                if more > 0
                else part
            )


def entry(group: Group, owed: Owed, finder: Finder, paper: Paper, *, brief: bool = False) -> Iterator[str]:
    """One thing that is owed: by when, who to whom, what to do, and where to write it; in brief, where to write it only
    when it is time.
    """
    late = (group.as_of - owed.due).days
    when = f"{counted(late, 'day')} late" if late > 0 else "today" if late == 0 else f"by {owed.due}"
    who = f"{names(group, owed.by)}{f' → {names(group, owed.to)}' if owed.to else ''}"
    yield f"  {paper.style('[ ]', 'warning' if late > 0 else 'note')} {one_line(who)}, {when}"
    yield from wrapped(f"{owed.do}{_reach(group, owed)}", paper, indent=_INDENT)
    if brief and late < 0:
        return
    if owed.write:
        yield from wrapped(f"then write {owed.write}", paper, indent=_INDENT)
    spot = finder.spot("", owed.place)
    yield f"{' ' * _INDENT}{paper.style(f'{one_line(spot.file)}:{spot.span.line}', 'place')}"


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
    rows = [{**as_plain(owed), "line": finder.spot("", owed.place).span.line} for owed in found]
    return as_json({"version": VERSION, "as_of": group.as_of.isoformat(), "due": rows})
