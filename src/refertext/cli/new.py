"""`refertext new`."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from refertext.cli.asking import Question, answered, confirm, is_terminal
from refertext.cli.editing import in_editor, kept_unless_written
from refertext.cli.kinds import KINDS, Kind
from refertext.cli.referrals import referral_named
from refertext.cli.writing import Asked, Refusal, foreseen, look, tell, write, writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from refertext.drafts import Draft, New
    from refertext.drafts.beginnings import Skeleton
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext new referral                    asks what it must know
  refertext new referral --kind lead --from kit --to everyone --about "River bakery opens a second shop"
  refertext new meeting                     the sheet of the next meeting to be recorded

A new record starts from a skeleton: a record file with remarks. A group can have its own, such as
templates/new-referral.yml. Exit codes: 0 written, 1 given up at a question, 2 the request was wrong."""
_TAGS = 16
_COMPARED = ("agreements", "prospects", "partnerships")
_TO_BE_DECIDED = frozenset({"referrals", "seats", "privacy", "prospects"})
"""Families of rules whose warnings are about whether to record something at all."""


@click.group("new", epilog=_EPILOG)
def command() -> None:
    """Start a record of a kind: ask in plain words, write a file that is in order.

    What is given as an option is not asked for; without a terminal, nothing is.
    """


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A record about to be: its kind, the skeleton it starts from, the answers, and how it may be told apart."""

    kind: Kind
    skeleton: Skeleton
    answers: dict[str, Any]
    tags: tuple[str, ...]

    def __call__(self, group: Group) -> Draft:
        """The draft for a group."""
        return self.kind.draft(group, self.skeleton, self.answers, self.tags)


def _begin(kind: Kind, asked: Asked, wants_editor: bool, given: dict[str, str | None]) -> None:
    """Asks without holding anybody up; only then the lock is taken, and everything is worked out anew."""
    skeleton = _skeleton(asked.root, kind.name)
    if parent := given.get("parent"):
        given["parent"] = PurePosixPath(referral_named(asked, parent)).stem
    answers = look(asked, lambda group: answered(group, kind.questions, given), files=_asked_about(asked.root))
    tags = tuple(secrets.token_hex(2) for _ in range(_TAGS))
    draft: Callable[[Group], Draft] = _Beginning(kind, skeleton, answers, tags)
    typed: list[New] = []
    with kept_unless_written(asked, typed):
        if wants_editor:
            draft = in_editor(asked, draft, () if "id" in answers else kind.named_after, typed)
        asks = kind.warns and is_terminal() and not asked.dry_run
        if asks:
            _ask_about_warnings(asked, draft)
        write(asked, f"new {kind.name}", draft, warn=kind.warns and not asks)


def _asked_about(root: Path) -> list[str]:
    """The files that answers are compared with, beside those of members."""
    from refertext.disk import record_names

    return [name for folder in _COMPARED for name in record_names(root, folder)]


def _skeleton(root: Path, kind: str) -> Skeleton:
    """The group's own skeleton of a kind, else the one that comes with refertext."""
    from refertext.disk import read_skeleton
    from refertext.drafts.beginnings import Skeleton

    for ending in (".yml", ".md"):
        source = read_skeleton(root, f"new-{kind}{ending}")
        if source and source.flaw:
            raise Refusal(f"“{source.file}” cannot be read, so no record can start from it. It must be a plain file.")
        if source:
            return Skeleton(source.file, source.data.decode("utf-8", "replace"))
    folder = resources.files("refertext") / "skeletons" / "new"
    file = next(file for file in folder.iterdir() if file.name.rpartition(".")[0] == kind)
    return Skeleton(file.name, file.read_text(encoding="utf-8"))


def _ask_about_warnings(asked: Asked, draft: Callable[[Group], Draft]) -> None:
    from refertext.rules.registry import all_rules

    _, findings = foreseen(asked, draft)
    tell(findings)
    rules = all_rules()
    if any(rules[found.rule].family in _TO_BE_DECIDED for found in findings.report.findings):
        confirm("Write it anyway?")


def _command(kind: Kind) -> click.Command:
    """The command for a kind of record: an option for each question."""

    @writes
    def run(asked: Asked, wants_editor: bool, **given: str | None) -> None:
        _begin(kind, asked, wants_editor, given)

    made = click.command(kind.name, help=kind.help, epilog=f"\b\nExamples:\n{kind.examples}")(run)
    editor = click.Option(
        ["--edit", "wants_editor"], is_flag=True, help="Open the record in an editor before it is written."
    )
    made.params[:0] = [*map(Question.as_option, kind.questions), editor]
    return made


for _kind in KINDS:
    command.add_command(_command(_kind))
