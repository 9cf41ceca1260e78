"""`refertext advance`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

import click

from refertext.cli.asking import amount, ask, is_terminal, one_of
from refertext.cli.naming import completed
from refertext.cli.referrals import referral_in, referral_named, with_prospects
from refertext.cli.terminal import Day, note
from refertext.cli.writing import Asked, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.drafts.advancing import News
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext advance 7f3a met
  refertext advance haulier won --value 12500 --on 2026-04-02
  refertext advance 7f3a returned --note "too small for us"
  refertext advance 7f3a --note "They decide in May"        news, but no step
  refertext advance 7f3a --kind referral --consent phone     a lead that ripened
  refertext advance 7f3a                                     asks, and offers what may come next

The steps: accepted, contacted, met, proposed, then won, lost or not-a-fit; returned in place of accepted; stalled."""


def _steps(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Completes a step in a shell."""
    from refertext.records.referral import Status

    return [status for status in get_args(Status) if status.startswith(incomplete)]


@click.command("advance", epilog=_EPILOG)
@click.argument("referral", metavar="REFERRAL", shell_complete=completed("referrals"))
@click.argument("status", metavar="[STATUS]", required=False, shell_complete=_steps)
@click.option("--on", "day", type=Day(), help="The day on which it happened; else today.")
@click.option("--value", metavar="AMOUNT", help="What was won, such as 12500 or “1200 EUR”.")
@click.option("--note", metavar="TEXT", help="A note, or the reason of a return.")
@click.option("--by", metavar="MEMBER", help="Who did it; the receiver where nothing else is said.")
@click.option("--kind", type=click.Choice(["introduction", "referral"]), help="The higher kind that it is now.")
@click.option("--consent", metavar="HOW", help="How the prospect agreed to be contacted, such as phone.")
@writes
def command(referral: str, status: str | None, by: str | None, asked: Asked, **news: Any) -> None:
    """Record the next step of REFERRAL: a dated entry in its history.

    REFERRAL is an id, the start of one, the four characters at its end, or words that only it has, such as the name of
    what it is about. Only steps that may come next are taken.
    """
    from refertext.drafts.advancing import advancing

    name = referral_named(asked, referral)
    files = with_prospects(asked.root, name)
    if status is None and news["note"] is None and news["kind"] is None:
        status, news = look(asked, lambda group: _asked(group, name, by, news), files=files)

    def draft(group: Group) -> Draft:
        return advancing(group, referral_in(group, name), _news(group, name, status, by, **news))

    write(asked, "advance", draft, files=files)


def _asked(group: Group, name: str, by: str | None, news: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The step, asked for at the terminal: only those that may come next are offered."""
    from refertext.drafts import RefusedError
    from refertext.drafts.advancing import receiving_life
    from refertext.group.referral_life import next_steps
    from refertext.group.telling import about, giver_of
    from refertext.text.wording import listed

    referral = referral_in(group, name)
    possible = next_steps(receiving_life(group, referral, by and _member(group, by)))
    if not possible:
        raise RefusedError("This referral has come to its end, so no step can follow. News can be added with --note.")
    if not is_terminal():
        raise RefusedError(f"Say what the next step is. It can be {listed(possible, 'or')}.")
    note(f"From {giver_of(group, referral)} to {group.name(referral.to)}, {referral.date}: {about(group, referral)}")
    status = ask(f"What is the next step? ({', '.join(possible)})", partial(one_of(*possible), group))
    if status == "won" and news["value"] is None:
        news["value"] = ask("What was it worth? (Enter if nobody knows yet)", partial(amount, group), default="")
    if status == "returned" and news["note"] is None:
        news["note"] = ask("Why is it returned?")
    return status, {key: value or None for key, value in news.items()}


def _news(group: Group, name: str, status: str | None, by: str | None, **given: Any) -> News:
    from refertext.drafts.advancing import News
    from refertext.group.referral_life import receivers
    from refertext.records.referral import Status

    known = receivers(group, referral_in(group, name))
    who = _member(group, by) if by else known[0] if len(known) == 1 else None
    step = one_of(*get_args(Status), no="no step")(group, status) if status else None
    return News(on=given.pop("day") or group.as_of, status=step, by=who, **given)


def _member(group: Group, text: str) -> str:
    from refertext.cli.loading import member_id

    return member_id(group, text)
