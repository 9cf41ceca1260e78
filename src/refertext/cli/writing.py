"""What commands that write share: their options, the lock, the look at what `check` would say, and the answer."""

from __future__ import annotations

import functools
import json
import os
import shlex
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refertext.cli.loading import of_a_group
from refertext.cli.terminal import group_root, is_text, note, paper, say

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.git import Commit
    from refertext.group import Group
    from refertext.text import Source
    from refertext.workspace import Workspace
    from refertext.writing import NewFindings, Planned, Seen
    from refertext.writing.surroundings import Read

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
_MOST_IN_A_LINE = 20
"""Files that are named in the line for git."""
_MOST_SPANS = 8
"""Rows of lines that are named of a file."""
_MOST_NAMED = 4
"""Files that are named in a sentence."""


class Refusal(click.ClickException):
    """A request that cannot be met, in a sentence; exit 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """How something is to be written: where, as of which day, whether at all, how to answer, and whether to commit."""

    path: str
    as_of: date | None
    dry_run: bool
    as_json: bool
    commit: bool

    @property
    def root(self) -> Path:
        """The group's folder."""
        return group_root(self.path).resolve()


@dataclass(frozen=True, slots=True)
class Left:
    """What could not be written, and was left as it is: where it stands now, why, and what to write instead."""

    file: str
    line: int
    column: int
    message: str
    help: str


def writes(command: F) -> F:
    """Adds the options of a command that writes; it gets them as one argument `asked`."""

    @of_a_group
    @click.option("--dry-run", is_flag=True, help="Show what would be written, as a diff, and write nothing.")
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")
    @click.option("--commit", is_flag=True, help="Commit what is written in git, and nothing else.")
    @functools.wraps(command)
    def with_options(
        *arguments: Any, path: str, as_of: date | None, dry_run: bool, as_json: bool, commit: bool, **options: Any
    ) -> Any:
        asked = Asked(path, as_of, dry_run, as_json, commit)
        _refuse_what_is_no_text(arguments, options)
        with refusals():
            return command(*arguments, asked=asked, **options)

    return with_options  # type: ignore[return-value]  # as click's own decorators


def _refuse_what_is_no_text(*given: Any) -> None:
    """Refuses bytes of the command line that are not UTF-8: nobody could say what they mean."""
    for value in given:
        if isinstance(value, dict):
            _refuse_what_is_no_text(*value.values())
        elif isinstance(value, (list, tuple)):
            _refuse_what_is_no_text(*value)
        elif isinstance(value, str) and not is_text(value):
            raise Refusal(f"“{value}” holds bytes that are no text in UTF-8. Type it anew.")


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what cannot be met, or cannot be written, into one sentence and exit 2."""
    from refertext.drafts import RefusedError
    from refertext.workspace import Unavailable

    try:
        yield
    except (RefusedError, Unavailable) as error:
        raise Refusal(str(error)) from None


def write(
    asked: Asked,
    name: str,
    draft: Callable[[Group], Draft],
    *,
    files: Collection[str] | None = None,
    warn: bool = False,
    left: Callable[[], Sequence[Left]] | None = None,
) -> None:
    """Carries a draft out under the lock, in the name of a command, and answers. With `files`, the draft needs no more
    of the group than these and its members, which makes it quick. With `warn`, new warnings are told, too. `left` is
    asked afterwards what was left as it is; the answer for scripts has it.

    Refused is what `check` would newly call an error, what somebody saved meanwhile, and what the disk refuses.
    """
    write_seen(asked, name, lambda seen: draft(seen.group), files=files, warn=warn, left=left)


def write_seen(
    asked: Asked,
    name: str,
    draft: Callable[[Seen], Draft],
    *,
    files: Collection[str] | None = None,
    warn: bool = False,
    left: Callable[[], Sequence[Left]] | None = None,
) -> None:
    """The same for a draft that needs the very files, too."""
    from refertext.writing import Surroundings

    around = Surroundings(asked.root, asked.as_of, files)

    def plan(read: Read) -> Planned:
        made, findings = _judged(around.seen(read), draft, warn=warn)
        tell(findings)
        return made

    carry(asked, name, plan, left)


def carry(
    asked: Asked, name: str, plan: Callable[[Read], Planned], left: Callable[[], Sequence[Left]] | None = None
) -> Planned:
    """Carries out a plan, made under the lock from the files as they are, in the name of a command, and answers.

    What git refuses to commit is written all the same: that is told, and the command ends with 1.
    """
    from refertext.git import Commit
    from refertext.writing import carry_out

    with _at_work(asked, name) as workspace:
        made = plan(partial(_read, asked.root, workspace))
        if asked.commit and made.changes:
            _refuse_to_commit_more(asked.root, made)
        theirs = carry_out(workspace, made) if workspace and made.changes else ()
    for file in theirs:
        note(f"Somebody saved at the same moment; what they saved is in {file}.")
    done = _commit(asked.root, made) if asked.commit and not asked.dry_run and made.changes else Commit()
    answer(asked, made, done, left() if left and asked.as_json else None)
    if done.refused:
        raise SystemExit(1)
    return made


def look(asked: Asked, see: Callable[[Group], T], *, files: Collection[str] | None = None) -> T:
    """What can be seen in the group as it is now, without the lock: for questions that are asked before writing."""
    from refertext.writing import Surroundings

    return see(Surroundings(asked.root, asked.as_of, files).seen(partial(_read, asked.root, None)).group)


def foreseen(asked: Asked, draft: Callable[[Group], Draft]) -> tuple[Planned, NewFindings]:
    """What a draft would come to, and what would newly be found then; nothing is written, no lock is taken."""
    from refertext.writing import Surroundings

    seen = Surroundings(asked.root, asked.as_of).seen(partial(_read, asked.root, None))
    return _judged(seen, lambda seen: draft(seen.group), warn=True)


def answer(asked: Asked, plan: Planned, commit: Commit, left: Sequence[Left] | None = None) -> None:
    """Says what was written and how to keep it in git; or, for a dry run, shows it."""
    for remark in plan.draft.remarks:
        note(remark)
    if commit.refused:
        note(f"It is written, but not committed: {' '.join(commit.refused.split())}")
    if asked.as_json:
        say(json.dumps(_object(asked, plan, commit, left), indent=2, ensure_ascii=True) + "\n")
    elif asked.dry_run:
        say(_shown(plan))
    else:
        say("\n".join(_lines(asked.root, plan, commit)) + "\n")


@contextmanager
def _at_work(asked: Asked, name: str) -> Iterator[Workspace | None]:
    """The group under its lock; for a dry run nothing, which takes no lock."""
    if asked.dry_run:
        yield None
        return
    from refertext.workspace import locked

    with locked(asked.root, name, tell=note) as workspace:
        for sentence in workspace.notes:
            note(sentence)
        yield workspace


def _read(root: Path, workspace: Workspace | None, file: str) -> Source:
    from refertext.disk import read_as

    return workspace.read(file) if workspace else read_as(root / file, file)


def _judged(seen: Seen, draft: Callable[[Seen], Draft], *, warn: bool) -> tuple[Planned, NewFindings]:
    from refertext.problem import Severity
    from refertext.writing import judged, planned

    plan = planned(draft(seen), seen.read)
    findings = judged(plan, seen, warnings=warn)
    if findings.of(Severity.ERROR):
        raise Refusal(_why_refused(findings))
    return plan, findings


def _why_refused(findings: NewFindings) -> str:
    from refertext.problem import Severity

    found = [finding for finding in findings.report.findings if finding.severity is Severity.ERROR]
    told = " ".join(f"{one.spot.file}:{one.spot.span.line}: {one.spot.message}: {one.help}." for one in found[:3])
    more = f" And {len(found) - 3} more." if len(found) > 3 else ""
    return f"Nothing was written, because it would be wrong. {told}{more}"


def tell(findings: NewFindings) -> None:
    """Says on stderr what would newly be found."""
    for one in findings.report.findings:
        note(f"{one.severity.value}[{one.rule}]: {one.spot.message}: {one.help}.")


def _refuse_to_commit_more(root: Path, plan: Planned) -> None:
    """Refuses before anything is written where git would not commit it, or other changes would go along."""
    from refertext.git import changed, obstacle

    names = _names(plan)
    if why := obstacle(root, names):
        raise Refusal(f"Nothing was written, because it could not be committed: {why}.")
    there = [change.was or change.file for change in plan.changes if change.before is not None]
    known = sorted(set(changed(root, there)).intersection(there) if there else ())
    if known:
        named = ", ".join(f"“{name}”" for name in known[:_MOST_NAMED])
        raise Refusal(
            f"Nothing was written: {named} has changes that are in no commit yet, and they would be committed along "
            "with this one. Commit them first, or leave out --commit."
        )


def _commit(root: Path, plan: Planned) -> Commit:
    from refertext.git import commit

    return commit(root, _names(plan), plan.draft.subject)


def _names(plan: Planned) -> list[str]:
    """The names for git, which does not know what is private."""
    return [name for change in plan.changes for name in change.names if not name.startswith("private/")]


def _lines(root: Path, plan: Planned, commit: Commit) -> Iterator[str]:
    from refertext.reports.escape import one_line, without_commands
    from refertext.reports.paper import laid_out

    page = paper()
    for line in laid_out(without_commands(one_line(plan.draft.said)), page):
        yield page.style(line, "bold")
    for change in plan.changes:
        spans = ", ".join(
            str(first) if first == last else f"{first}-{last}" for first, last in change.lines[:_MOST_SPANS]
        )
        spans += ", …" if len(change.lines) > _MOST_SPANS else ""
        where = f":{spans}" if spans and change.kind == "changed" else ""
        was = f" (was {one_line(change.was)})" if change.was else ""
        yield f"  {change.kind:<7}  {page.style(one_line(change.file) + where, 'place')}{was}"
    if commit.id:
        yield f"Committed as {commit.id}. To take it back: git revert {commit.id}"
    elif plan.changes and _is_in_git(root):
        yield f"To keep it in git{', with all else that is new' if len(_names(plan)) > _MOST_IN_A_LINE else ''}:"
        yield f"  {_line_for_git(root, plan)}"


def _line_for_git(root: Path, plan: Planned) -> str:
    """What commits the change, from where somebody is; for many files, all that is new in the group."""
    from refertext.git import known

    here, names = Path.cwd(), _names(plan)
    is_inside = here.is_relative_to(root)
    git = "git" if is_inside else f"git -C {shlex.quote(str(root))}"
    subject = shlex.quote(plan.draft.subject)
    if len(names) > _MOST_IN_A_LINE:
        everything = shlex.quote(os.path.relpath(root, here)) if is_inside else "."
        return f"{git} add -A -- {everything} && {git} commit -m {subject}"
    gone, old = {change.was for change in plan.changes if change.was}, known(root, names)
    names = [name for name in names if name not in gone or name in old]
    paths = {name: os.path.relpath(root / name, here) if is_inside else name for name in names}
    new = [path for name, path in paths.items() if name not in old]
    first = f"{git} add -- {shlex.join(new)} && " if new else ""
    return f"{first}{git} commit -m {subject} -- {shlex.join(paths.values())}"


def _is_in_git(root: Path) -> bool:
    return any((folder / ".git").exists() for folder in (root, *root.parents))


def _shown(plan: Planned) -> str:
    from refertext.reports.escape import harmless, without_commands

    if not plan.changes:
        return f"{plan.draft.said}\nNothing would be changed.\n"
    lines = [harmless(line.replace("\t", "    ")) for change in plan.changes for line in change.diff()]
    return without_commands("\n".join(lines) + "\n")


def _object(asked: Asked, plan: Planned, commit: Commit, left: Sequence[Left] | None) -> dict[str, Any]:
    """The answer for scripts."""
    written = [
        {
            "file": change.file,
            "change": change.kind,
            **({"was": change.was} if change.was else {}),
            "lines": [list(span) for span in change.lines],
        }
        for change in plan.changes
    ]
    shown = {"diff": "\n".join(line for change in plan.changes for line in change.diff())} if asked.dry_run else {}
    return {
        "version": 1,
        "said": plan.draft.said,
        "dry_run": asked.dry_run,
        "written": [] if asked.dry_run else written,
        **({"would_write": written} if asked.dry_run else {}),
        "remarks": list(plan.draft.remarks),
        "commit": commit.id or None,
        **({"not_committed": commit.refused} if commit.refused else {}),
        **({"left": [asdict(one) for one in left]} if left is not None else {}),
        **shown,
    }
