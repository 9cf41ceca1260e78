"""`refertext schema`."""

from __future__ import annotations

import textwrap

import click

from refertext.cli.terminal import paper, say

_EPILOG = """\b
Examples:
  refertext schema                     list the kinds of files
  refertext schema referral            show the schema of one kind
  refertext schema referral > .refertext/schemas/referral.json"""


@click.command("schema", epilog=_EPILOG)
@click.argument("kind", required=False)
def command(kind: str | None) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check while you type.

    KIND is group, member, agreement, partnership, prospect, referral or meeting; without it, they are listed.
    “refertext init” writes all of them and tells Visual Studio Code where they are. Editors only use them in files
    that end in .yml, not in the front matter of .md files.
    """
    from refertext.records import nearest
    from refertext.records.schema import KINDS, schema_text

    if kind is None:
        say(_listed())
        return
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        meant = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no kind of file “{kind}”.{meant} “refertext schema” lists them all.")
    say(schema_text(kind))


def _listed() -> str:
    from refertext.records import FOLDERS, SETTINGS_FILE
    from refertext.records.schema import KINDS, json_schema

    places = [SETTINGS_FILE, *(f"{folder}/" for folder in FOLDERS)]
    lines = []
    for (name, kind), place in zip(KINDS.items(), places, strict=True):
        start = f"{name:<11}  {place:<13}  "
        width = max(paper().columns, len(start) + 30)
        said = json_schema(kind)["description"]
        lines.append(textwrap.fill(said, width, initial_indent=start, subsequent_indent=" " * len(start)))
    return "\n".join([*lines, "", "“refertext schema KIND” prints one."]) + "\n"
