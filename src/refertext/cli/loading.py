"""What commands about one group share: loading it, and understanding whom somebody means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refertext.cli.terminal import Day, group_root
from refertext.clock import today
from refertext.reports.escape import one_line

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Profile
    from refertext.text import Source

_MOST_NAMED = 3
F = TypeVar("F", bound=Callable[..., Any])
Overlay = Callable[["Iterable[Source]"], "Iterator[Source]"]
"""Leaves something of private files."""


def of_a_group(command: F) -> F:
    """Adds the options of a command about a group: `--group` and `--as-of`."""
    command = click.option("--as-of", type=Day(), help="The day to look from; else as_of of the settings, else today.")(
        command
    )
    return click.option(
        "--group",
        "path",
        default=".",
        type=click.Path(exists=True),
        metavar="DIR",
        help="The group's folder, or anything in it; else where you are.",
    )(command)


def as_text_or(*others: str) -> Callable[[F], F]:
    """Adds the option `--format`: text, or one of some others."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", *others]),
        default="text",
        show_default=True,
        help="Output.",
    )


def the_group(
    path: str, as_of: date | None, *, private: bool | Overlay = False, more: Source | None = None
) -> tuple[Group, Path]:
    """The group that a path lies in, and its folder; with what is in `private/` laid over it where it is asked for, all
    of it or what an overlay leaves, and one `more` file, in place of the one of the same name.
    """
    from refertext.disk import materials, read_group, read_private
    from refertext.group import load

    root = group_root(path)
    sources = read_group(root)
    if more:
        sources = chain((source for source in sources if source.file != more.file), [more])
    laid_over = read_private(root) if private else ()
    group = load(sources, today, as_of, materials(root), private(laid_over) if callable(private) else laid_over)
    unread = sorted(f"{folder}/{id_}" for folder, ids in group.unread.items() for id_ in ids)
    if unread:
        shown = ", ".join(unread[:_MOST_NAMED]) + (", …" if len(unread) > _MOST_NAMED else "")
        files = "1 file" if len(unread) == 1 else f"{len(unread):,} files"
        note = (
            f"{files} cannot be read ({one_line(shown)}), so that something may be missing here: see “refertext check”."
        )
        click.echo(note, err=True)
    return group, root


def who_is_not_to_be_contacted(private: Iterable[Source]) -> Iterator[Source]:
    """Of private files only which prospects do not want to be contacted: that holds for every reader, though what else
    stands there is not to be shown.
    """
    from refertext.text import Source, parse

    for source in private:
        document = parse(source)
        if document.data and document.data.get("do_not_contact") == "yes":
            said = "do_not_contact: yes\n"
            yield Source(source.file, (f"---\n{said}---\n" if source.file.endswith(".md") else said).encode())


def the_profile(group: Group, name: str | None) -> Profile:
    """The score table of a name, or the one in the group's settings; an unknown one is a usage error."""
    from refertext.disk import packaged_profiles
    from refertext.insights.scores.profiles import known_profiles
    from refertext.records import nearest

    known = known_profiles(group, packaged_profiles())
    asked = group.resolve("profiles", name or group.settings.profile)
    if asked in known:
        return known[asked]
    near = nearest(asked, known)
    meant = f" Did you mean {near}?" if near else f" The profiles are {', '.join(known)}."
    raise click.UsageError(f"There is no profile “{asked}” that can be read.{meant}")


def member_id(group: Group, text: str) -> str:
    """The present id of the member whom a text means: an id, a former one, a name, or an unambiguous start of one.

    Anything else is a usage error that names the choices.
    """
    from refertext.records import nearest
    from refertext.text.wording import folded, listed

    wanted = folded(text)
    present = group.resolve("members", text)
    if present in group.members:
        return present
    known = {id_: (id_, folded(member.name)) for id_, member in group.members.items()}
    same = [id_ for id_, (_, name) in known.items() if wanted == name]
    start = same or sorted(
        id_ for id_, names in known.items() if wanted and any(name.startswith(wanted) for name in names)
    )
    if len(start) == 1:
        return start[0]
    if start:
        raise click.UsageError(f"“{text}” may be {listed(start, 'or')}. Write more of it.")
    if present in group.unread["members"]:
        raise click.UsageError(f"The file of “{text}” in members/ cannot be read: “refertext check” says why.")
    spoken = {name: id_ for id_, names in known.items() for name in (*names, names[1].partition(" ")[0])}
    near = spoken.get(nearest(wanted, spoken) or "")
    meant = f" Did you mean {near}?" if near else f" The members are {listed(sorted(known))}." if known else ""
    raise click.UsageError(f"There is no member “{text}”.{meant}")
