"""`refertext sign`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext.cli.asking import confirm, is_terminal
from refertext.cli.naming import completed
from refertext.cli.terminal import Day, note, paper, say
from refertext.cli.writing import Asked, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group
    from refertext.records import Agreement

_EPILOG = """\b
Examples:
  refertext sign show-up --as kit-larsen
  refertext sign show-up --as kit --on 2026-03-05
  refertext sign show-up --as kit --dry-run      read it, or what changed in it, and write nothing"""


@click.command("sign", epilog=_EPILOG)
@click.argument("agreement", metavar="AGREEMENT", shell_complete=completed("agreements"))
@click.option(
    "--as", "member", metavar="MEMBER", required=True, shell_complete=completed("members"), help="Who says yes."
)
@click.option("--on", "day", type=Day(), help="The day of the yes; else today.")
@writes
def command(agreement: str, member: str, day: date | None, asked: Asked) -> None:
    """Record that a member says yes to AGREEMENT.

    Shown is what it says, or what changed in it since the member signed last; at a terminal the member is asked then.
    AGREEMENT is an id or a title, or the start of one.
    """
    from refertext.cli.loading import member_id
    from refertext.drafts import RefusedError
    from refertext.drafts.signing import agreement_called, sign

    seen = look(asked, lambda group: _shown(group, agreement, member, day, asked))

    def draft(group: Group) -> Draft:
        meant = agreement_called(group, agreement)
        if meant.written_terms != seen:
            raise RefusedError(f"“{meant.title}” was changed while you read it. Read it again, and sign then.")
        return sign(group, meant, member_id(group, member), day)

    write(asked, "sign", draft)


def _shown(group: Group, text: str, member: str, day: date | None, asked: Asked) -> str:
    """Shows what a signature would be to, and asks whether it is a yes; gives the terms of what was shown."""
    from refertext.cli.loading import member_id
    from refertext.drafts.signing import agreement_called, sign, signature
    from refertext.reports.agreement_text import render

    agreement, id_ = agreement_called(group, text), member_id(group, member)
    if not sign(group, agreement, id_, day).parts:
        return agreement.written_terms
    before = signature(group, agreement, group.members[id_])
    if before is None:
        _tell(asked, f"“{agreement.title}” says:\n{render(agreement, paper())}")
    else:
        _tell_changes(group, agreement, before, asked)
    if is_terminal() and not (asked.as_json or asked.dry_run):
        confirm(f"Does {group.name(id_)} say yes?")
    return agreement.written_terms


def _tell(asked: Asked, text: str) -> None:
    """Says what is to be read; beside an answer in JSON on stderr, line by line."""
    if not asked.as_json:
        say(text)
        return
    for line in text.splitlines():
        note(line)


def _tell_changes(group: Group, agreement: Agreement, before: date, asked: Asked) -> None:
    from refertext.reports.agreement_text import render, render_changes

    old = _as_of(group, agreement, before, asked.root)
    if old is None:
        note(
            f"What changed in “{agreement.title}” since {before} cannot be shown: git has no version of "
            f"{agreement.file} from that day here."
        )
        _tell(asked, f"“{agreement.title}” says now:\n{render(agreement, paper())}")
        return
    changes = render_changes(old, agreement, paper())
    if changes:
        _tell(asked, f"What changed in “{agreement.title}” since {before}:\n{changes}")
    else:
        _tell(asked, f"Git knows of no other words in “{agreement.title}” since {before}.\n")


def _as_of(group: Group, agreement: Agreement, day: date, root: Path) -> Agreement | None:
    """The agreement as git has it from the end of a day, in the group's zone, also under a former id."""
    from refertext.clock import end_of
    from refertext.git import text_at
    from refertext.records import Agreement, decode
    from refertext.text import Source, parse

    ending = agreement.file.rpartition(".")[2]
    for id_ in (agreement.id, *agreement.former_ids):
        file = f"agreements/{id_}.{ending}"
        text = text_at(root, file, end_of(day, group.settings.timezone))
        data = None if text is None else parse(Source(file, text.encode())).data
        if data is not None:
            return decode(Agreement, data, file)[0]
    return None
