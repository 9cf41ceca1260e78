"""`refertext plan`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from refertext.cli.naming import completed
from refertext.cli.terminal import Day, paper, say
from refertext.cli.writing import Asked, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.drafts.cycles import AskedCycle
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext plan kit brian                     where the two stand, and their contacts by number
  refertext plan kit brian --promise kit=2 --promise brian=2    begin the first cycle
  refertext plan kit brian --next              begin the next one, as the last one was
  refertext plan kit brian --from 2026-04-01 --until 2026-06-30
  refertext plan kit brian --contact "kit: a haulier" --contact "brian: a credit union"
  refertext plan kit brian --rate 1=yes --rate 2=no
  refertext plan kit brian --plan 1="ask, then lunch for three" --by 2026-03-20
  refertext plan kit brian --became 1=7f3a     the contact became that referral

A contact is called by its number, or by words that only it holds: --rate haulier=yes."""

_OPEN = "…"
"""What stands in an advice for words that only the partners know."""


@click.command("plan", epilog=_EPILOG)
@click.argument("one", metavar="MEMBER", shell_complete=completed("members"))
@click.argument("other", metavar="PARTNER", shell_complete=completed("members"))
@click.option("--next", "begin", is_flag=True, help="Begin the next cycle; what is not said is as in the last one.")
@click.option("--from", "first", type=Day(), help="The first day of a new cycle; else the one after the last cycle.")
@click.option("--until", "last", type=Day(), help="Its last day; else it is as long as the last one, or a month.")
@click.option("--promise", metavar="WHO=N", multiple=True, help="How many qualified referrals one of them promises.")
@click.option("--contact", metavar="“WHO: WHOM”", multiple=True, help="Whose contact, and whom they could introduce.")
@click.option("--rate", metavar="N=ANSWER", multiple=True, help="Is contact N promising: yes, no or unsure?")
@click.option("--plan", "plans", metavar="N=TEXT", multiple=True, help="How to go about contact N.")
@click.option("--by", metavar="[N=]DAY", multiple=True, help="By when; without N, for the contacts of --plan.")
@click.option("--became", metavar="N=REFERRAL", multiple=True, help="The referral that contact N became.")
@writes
def command(one: str, other: str, asked: Asked, **said: Any) -> None:
    """Plan the cycle of two partners: begin it, list contacts, rate and plan them, say what they became.

    Without options, show where the two stand.
    """
    from refertext.cli.loading import member_id

    if not any(said.values()):
        say(look(asked, lambda group: _state(group, one, other, as_json=asked.as_json)))
        return

    def draft(group: Group) -> Draft:
        from refertext.drafts.planning import Plans, plan

        plans = _by_name("plan", said["plans"], "1=“ask, then lunch”")
        wanted = Plans(
            begin=said["begin"],
            cycle=asked_cycle(said["first"], said["last"], said["promise"]),
            contacts=[_contact(text) for text in said["contact"]],
            rates=_by_name("rate", said["rate"], "1=yes"),
            plans=plans,
            days=_days(said["by"], plans),
            became=_by_name("became", said["became"], "1=7f3a"),
        )
        return plan(group, member_id(group, one), member_id(group, other), wanted)

    write(asked, "plan", draft)


def asked_cycle(first: date | None, last: date | None, promise: Iterable[str]) -> AskedCycle:
    """The cycle that options ask for; a usage error for a promise that is none."""
    from pydantic_core import PydanticCustomError

    from refertext.drafts.cycles import AskedCycle
    from refertext.records.numbers import parse_count

    promised = {}
    for who, text in _by_name("promise", promise, "kit=2").items():
        try:
            promised[who] = parse_count(text)
        except PydanticCustomError as error:
            raise click.UsageError(f"--promise {who}={text}: {error.message()}; write digits, for example 2.") from None
    return AskedCycle(first, last, promised)


def _state(group: Group, one: str, other: str, *, as_json: bool) -> str:
    from refertext.cli.loading import member_id
    from refertext.drafts.pairs import partnership_of
    from refertext.insights.partners.cycle import cycle_states
    from refertext.reports.cycle import render, render_json

    partnership = partnership_of(group, member_id(group, one), member_id(group, other))
    state = next(state for state in cycle_states(group) if state.partnership is partnership)
    return render_json(group, state) if as_json else render(group, state, paper())


def _by_name(option: str, texts: Iterable[str], example: str) -> dict[str, str]:
    """What stands after = by what stands before it."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value) or value == _OPEN:
            raise click.UsageError(f"--{option} {text}: write what is meant on both sides of =, for example {example}.")
        if name in found:
            raise click.UsageError(f"--{option} names “{name}” twice: {found[name]} and {value}. Write one of them.")
        found[name] = value
    return found


def _contact(text: str) -> tuple[str, str]:
    giver, colon, who = (part.strip() for part in text.partition(":"))
    if not (giver and colon and who) or who == _OPEN:
        raise click.UsageError(f"--contact “{text}”: write whose contact it is, a colon and whom: “kit: a haulier”.")
    return giver, who


def _days(texts: Iterable[str], plans: Iterable[str]) -> dict[str, date]:
    """The days by contact; one without a contact is for all those that are planned."""
    convert = Day().convert
    named = [text for text in texts if "=" in text]
    bare = [text for text in texts if "=" not in text]
    if len(bare) > 1 or (bare and not plans):
        raise click.UsageError(f"--by {bare[-1]}: say for which contact, for example --by 1={bare[-1]}.")
    days = dict.fromkeys(plans, convert(bare[0], None, None)) if bare else {}
    return days | {name: convert(text, None, None) for name, text in _by_name("by", named, "1=2026-03-20").items()}
