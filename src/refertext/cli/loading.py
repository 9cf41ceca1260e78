"""What commands about one group share: loading it, and understanding whom somebody means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refertext.cli.terminal import Day, group_root, note
from refertext.clock import today

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Profile
    from refertext.reports.located import Finder, Report
    from refertext.rules.rule import Rule
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
    path: str,
    as_of: date | None,
    *,
    private: bool | Overlay = False,
    more: Source | None = None,
    once_more: bool = False,
) -> tuple[Group, Path]:
    """The group that a path lies in, and its folder; with what is in `private/` laid over it where it is asked for, all
    of it or what an overlay leaves, and one `more` file, in place of the one of the same name. What is missing or comes
    from `private/` is told, but not `once_more`.
    """
    from refertext.disk import materials, read_group, read_private
    from refertext.group import load

    root = group_root(path)
    sources = read_group(root)
    if more:
        sources = chain((source for source in sources if source.file != more.file), [more])
    laid_over = read_private(root) if private else ()
    group = load(sources, today, as_of, materials(root), private(laid_over) if callable(private) else laid_over)
    if not once_more:
        _tell_of_private(group, root)
        _tell_of_unread(group)
    return group, root


def the_report(root: Path, as_of: date | None, rules: list[Rule] | None = None) -> Report:
    """What rules find in the group of a folder; every rule where none are chosen. Where some are, those may be left out
    that tell of files that cannot be read, so it is told here.
    """
    from refertext.check import check
    from refertext.disk import materials, read_group, read_text
    from refertext.group import load
    from refertext.reports.located import report

    group = load(read_group(root), today, as_of, materials(root))
    if rules is not None:
        _tell_of_unread(group)
    names = () if rules is None else tuple(rule.name for rule in rules)
    return report(group, check(group, rules), partial(read_text, root), names)


def finder_of(group: Group, root: Path) -> Finder:
    """Finds places in the files of a group, those in `private/` too where they were read."""
    from refertext.disk import read_text
    from refertext.reports.located import Finder

    return Finder(partial(read_text, root), group.private)


def _tell_of_private(group: Group, root: Path) -> None:
    """Says once what of `private/` is in what is shown, and what could not be used, without any of its values."""
    counted = sorted(over.file for file, over in group.private.used.items() if not file.startswith("prospects/"))
    if counted:
        note(f"Counted here, though others cannot see it: {_first_of(counted)}.")
    remarks = group.private.remarks
    for remark in remarks[:_MOST_NAMED]:
        line = f":{finder_of(group, root).spot('', remark.place).span.line}" if remark.place.path else ""
        note(f"{remark.place.file}{line} {remark.said}.")
    if len(remarks) > _MOST_NAMED:
        note(f"There is more like this in private/: {len(remarks) - _MOST_NAMED:,} more.")


def _tell_of_unread(group: Group) -> None:
    """Says which files cannot be read, since whatever is shown lacks them."""
    unread = sorted(f"{folder}/{id_}" for folder, ids in group.unread.items() for id_ in ids)
    if unread:
        files = "1 file" if len(unread) == 1 else f"{len(unread):,} files"
        shown = f"{files} cannot be read ({_first_of(unread)})"
        note(f"{shown}, so that something may be missing here: see “refertext check”.")


def _first_of(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")


def who_is_not_to_be_contacted(private: Iterable[Source]) -> Iterator[Source]:
    """Of private files only which prospects do not want to be contacted: that holds for every reader, though what else
    stands there is not to be shown. Files that may say so, but cannot be understood, stay, so that this is told.
    """
    from refertext.records import FOLDERS
    from refertext.text import Source, parse

    others = FOLDERS.keys() - {"prospects"}
    for source in private:
        if others.intersection(source.file.split("/")[1:2]):
            continue
        document = parse(source)
        said = None if document.data is None else document.data.get("do_not_contact", "no")
        if said == "yes":
            text = "do_not_contact: yes\n"
            yield Source(source.file, (f"---\n{text}---\n" if source.file.endswith(".md") else text).encode())
        elif said != "no":
            yield source


def the_profile(group: Group, name: str | None) -> Profile:
    """The score table of a name, or the one in the group's settings; an unknown one is a usage error."""
    from refertext.disk import packaged_profiles
    from refertext.insights.scores.profiles import known_profiles
    from refertext.records import nearest

    known = known_profiles(group, packaged_profiles())
    asked = group.resolve("profiles", group.settings.profile if name is None else name)
    if asked in known:
        return known[asked]
    near = nearest(asked, known)
    meant = f" Did you mean {near}?" if near else f" The profiles are {', '.join(known)}."
    raise click.UsageError(f"There is no profile “{asked}” that can be read.{meant}")


def member_id(group: Group, text: str) -> str:
    """The present id of the member whom a text means: an id, a former one, a name, or an unambiguous start of one.

    Anything else is a usage error that names the choices.
    """
    from refertext.group.meant import id_nearly_called, ids_called, why_unread
    from refertext.text.wording import listed

    present = group.resolve("members", text)
    if present in group.members:
        return present
    names = {id_: member.name for id_, member in group.members.items()}
    found = ids_called(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"“{text}” may be {listed(found, 'or')}. Write more of it.")
    if present in group.unread["members"]:
        raise click.UsageError(why_unread("members", text))
    near = id_nearly_called(text, names)
    known = f"The members are {listed(sorted(names))}" if len(names) > 1 else f"The only member is {''.join(names)}"
    meant = f" Did you mean {near}?" if near else f" {known}." if names else ""
    raise click.UsageError(f"There is no member “{text}”.{meant}")
