"""`refertext attend`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed
from refertext.cli.writing import Asked, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext attend last lee=late --rest present        everybody else was there
  refertext attend 2026-03-05 lee=absent:2026-03-04    absent, and said so the day before
  refertext attend last "lee=substitute:Jo Reed"       somebody stood in
  refertext attend last "lee=substitute:Jo Reed, Reed Payroll, people/payroll"

MEETING is an id, a day, or “last”. How somebody attended: present, late, substitute, excused, absent."""


@click.command("attend", epilog=_EPILOG)
@click.argument("meeting", metavar="MEETING", shell_complete=completed("meetings"))
@click.argument("said", metavar="[MEMBER=STATUS]...", nargs=-1)
@click.option("--rest", metavar="STATUS", help="For all members of that day of whom nothing is said yet.")
@writes
def command(meeting: str, said: tuple[str, ...], rest: str | None, asked: Asked) -> None:
    """Record who attended a group meeting, and how."""
    from refertext.drafts.attending import attend

    def draft(group: Group) -> Draft:
        return attend(group, meeting, _by_member(group, said), rest)

    write(asked, "attend", draft, warn=True)


def _by_member(group: Group, said: tuple[str, ...]) -> dict[str, str]:
    """What is said of each member, under their present ids; each may be named once."""
    from refertext.cli.loading import member_id

    found: dict[str, str] = {}
    for text in said:
        name, equals, words = text.partition("=")
        if not equals or not name or not words:
            raise click.UsageError(f"“{text}”: write a member, = and how they attended, for example lee-ortiz=late.")
        id_ = member_id(group, name)
        if id_ in found and found[id_] != words:
            raise click.UsageError(f"{group.name(id_)} is named twice: {found[id_]} and {words}. Write one of them.")
        found[id_] = words
    return found
