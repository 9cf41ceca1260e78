"""Questions: what a command asks for at a terminal, or takes as options; and how what somebody writes is understood."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refertext.cli.loading import member_id
from refertext.cli.naming import completed
from refertext.cli.terminal import Day, note
from refertext.reports.escape import one_line

if TYPE_CHECKING:
    from refertext.group import Group

Answers = Mapping[str, Any]
T = TypeVar("T")
Take = Callable[["Group", str], Any]
"""Understands what somebody wrote, or raises a usage error that says what to write."""


Judge = Callable[["Group", Answers], None]
"""Refuses an answer that cannot be beside those that are known."""


def _always(_: Answers) -> bool:
    return True


def _never(_: Group, __: Answers) -> None:
    """Refuses nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be known, as an option and as a question in plain words; without words it is an option only. It is
    asked only `when` the answers so far make it sensible, and judged at once, so that nobody answers for nothing.
    `completes` are the folders whose ids a shell offers.
    """

    key: str
    take: Take
    help: str
    ask: str = ""
    metavar: str = "TEXT"
    is_needed: bool = False
    default: Callable[[Group], str] | None = None
    when: Callable[[Answers], bool] = _always
    judge: Judge = _never
    completes: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """The option's name, such as --known-by."""
        return f"--{self.key.removesuffix('_').replace('_', '-')}"

    def as_option(self) -> click.Option:
        """The option for a command."""
        complete = completed(*self.completes) if self.completes else None
        return click.Option([self.option, self.key], metavar=self.metavar, help=self.help, shell_complete=complete)


def is_terminal() -> bool:
    """Whether there is somebody to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


class GivenUp(click.ClickException):
    """Somebody said no, or gave up at a question."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # noqa: ARG002  click's own
        """Says it on stderr; it is no error."""
        note(self.message)


@contextmanager
def _given_up() -> Iterator[None]:
    try:
        yield
    except click.Abort:
        click.echo(err=True)
        raise GivenUp("Nothing was written.") from None


def ask(question: str, take: Callable[[str], Any] | None = None, default: str | None = None) -> Any:
    """What somebody answers, as `take` understands it; asked again for a usage error. With a default, Enter will do. It
    is asked on stderr, for stdout is for the answer of the command.
    """
    with _given_up():
        return click.prompt(
            question, default=default, show_default=bool(default), value_proc=take, prompt_suffix=" ", err=True
        )


def confirm(question: str, *, default: bool = False) -> None:
    """Goes on after a yes; after a no nothing is written, and the command ends with 1."""
    with _given_up():
        click.confirm(question, default=default, abort=True, prompt_suffix=" ", err=True)


def answered(group: Group, questions: Sequence[Question], given: Mapping[str, str | None]) -> dict[str, Any]:
    """The answers by key: those given as options, and where something needed is missing, those given at the terminal.
    Without a terminal, what is missing is one usage error.
    """
    answers = {q.key: _taken(group, q, text) for q in questions if (text := given.get(q.key)) is not None}
    missing = [q for q in questions if q.is_needed and q.key not in answers]
    if missing and not is_terminal():
        from refertext.text.wording import listed

        raise click.UsageError(f"Say also {listed([q.option for q in missing])}: there is no terminal to ask at.")
    for question in questions:
        if question.key in answers:
            question.judge(group, answers)
        elif missing and question.ask and question.when(answers):
            answers[question.key] = _asked(group, question, answers)
        elif question.default:
            answers[question.key] = question.take(group, question.default(group))
    return {key: answer for key, answer in answers.items() if answer is not None}


def _taken(group: Group, question: Question, text: str) -> Any:
    try:
        return question.take(group, text.strip())
    except click.UsageError as error:
        raise click.BadParameter(error.message, param_hint=question.option) from None


def _asked(group: Group, question: Question, answers: Answers) -> Any:
    from refertext.drafts import RefusedError

    def taken(text: str) -> Any:
        if not text.strip() and not question.is_needed:
            return None
        try:
            answer = question.take(group, text.strip())
            question.judge(group, {**answers, question.key: answer})
        except click.UsageError as error:
            raise click.UsageError(one_line(error.message)) from None
        except RefusedError as refusal:
            raise click.UsageError(one_line(str(refusal))) from None
        return answer

    default = question.default(group) if question.default else None if question.is_needed else ""
    return ask(question.ask, taken, default)


# How answers are understood


def words(_: Group, text: str) -> str:
    """Words on one line."""
    if not text:
        raise click.UsageError("Write a few words.")
    return " ".join(text.split())


def several(group: Group, text: str) -> tuple[str, ...]:
    """Several, with commas between them."""
    return tuple(words(group, part) for part in text.split(",") if part.strip())


def someone(group: Group, text: str) -> str:
    """A member's id: by id, name, or the beginning of one."""
    return member_id(group, text)


def people(group: Group, text: str) -> tuple[str, ...]:
    """Members' ids, with commas between them."""
    return tuple(dict.fromkeys(member_id(group, name) for name in several(group, text)))


def two_people(group: Group, text: str) -> tuple[str, str]:
    """Two members' ids, with a comma or “and” between them."""
    both = tuple(member_id(group, name) for name in several(group, text.replace(" and ", ",").replace(" + ", ",")))
    if len(both) != 2:
        raise click.UsageError(f"Name two members with a comma between them, such as kit, brian; not {len(both)}.")
    return both


def introducer(group: Group, text: str) -> str:
    """A member's id, or in words who it was outside the group."""
    name, colon, who = text.partition(":")
    if colon and name.strip().casefold() == "outside":
        return f"outside: {words(group, who)}"
    return member_id(group, text)


def receiver(group: Group, text: str) -> str:
    """A member's id, or everyone."""
    return "everyone" if text.casefold() in ("everyone", "all", "everybody") else member_id(group, text)


def prospect_or_words(group: Group, text: str) -> str:
    """A prospect's id, or words that name none."""
    from refertext.drafts import RefusedError
    from refertext.drafts.beginnings.referral import about_meant

    try:
        return about_meant(group, words(group, text))
    except RefusedError as refusal:
        raise click.UsageError(str(refusal)) from None


def category(group: Group, text: str) -> str:
    """A category of the group's tree; the last part of its path is enough where no other ends like that."""
    known = group.category_names
    ends = sorted(name for name in known if name.rpartition("/")[2].casefold() == text.casefold())
    if text in known or not group.settings_read:
        return text
    if len(ends) == 1:
        return ends[0]
    raise click.UsageError(f"There is no category “{text}”.{_meant(text, ends or known)}")


def day(_: Group, text: str) -> date:
    """A day."""
    return Day().convert(text, None, None)


def day_of_group(group: Group) -> str:
    """The as-of day, as the default answer."""
    return group.as_of.isoformat()


def level(_: Group, text: str) -> int:
    """The giver's effort."""
    from refertext.records.numbers import parse_level

    return _parsed(parse_level, text)


def amount(_: Group, text: str) -> str:
    """An amount, as it is to be written; nothing for nothing."""
    from refertext.records.numbers import parse_money

    if text:
        _parsed(parse_money, text)
    return text


def _parsed(parse: Callable[[str], T], text: str) -> T:
    from pydantic_core import PydanticCustomError

    try:
        return parse(text)
    except PydanticCustomError as error:
        raise click.UsageError(f"{error.message()}: {(error.context or {})['mend']}.") from None


def one_of(*choices: str, no: str = "none of them") -> Take:
    """One of some words, or the beginning of just one. `no` says what every other word is."""

    def take(_: Group, text: str) -> str:
        from refertext.records import choice_meant

        found = [choice for choice in choices if choice == text.casefold()]
        found = found or [choice for choice in choices if text and choice.startswith(text.casefold())]
        if len(found) != 1:
            raise click.UsageError(f"“{text}” is {no}.{_suggested(choice_meant(text, choices), choices)}")
        return found[0]

    return take


def _meant(text: str, known: Collection[str]) -> str:
    from refertext.records import nearest

    return _suggested(nearest(text, known), known)


def _suggested(near: str | None, known: Collection[str]) -> str:
    from refertext.text.wording import listed

    if near:
        return f" Did you mean {near}?"
    return f" Write {listed(sorted(known), 'or')}." if known else " refertext.yml names none yet, under categories."
