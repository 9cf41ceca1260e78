"""The same facts as a plain-text accounting journal: python bench/journal.py N FILE [--seed 7].

How facts are mapped, so that both programs are given the same to understand:

- a member: an account directive, with name, seat and first day as tags
- a prospect: a payee directive, with its facts as tags
- a referral: a transaction from giver to receiver. Its id is the code, its prospect the payee (where it has only
  words about somebody, its kind is the payee and the words are the note), the first win its amount, else 0
- the kind, tier, level, parent, consent, thanks, usefulness and gain of a referral: tags, one a line
- each entry of a referral's history: a tag, one a line. Comments are the cheapest form a journal has for them
- a one-to-one or review: a transaction of 0 between the two
- a group meeting: a transaction of 0; presence of each member, presenters, guest and action as tags, one a line

Settings, agreements and partnerships have no counterpart and are left out: one record in a hundred, or fewer.
All transactions are in order of date, so that the order can be checked too.
"""

from __future__ import annotations

import argparse
import heapq
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from facts import Facts, Member, Prospect
from handing import Referral, Step, referrals
from meeting import GroupMeeting, OneToOne, group_meetings, one_to_ones

_DECLARED = """\
commodity USD 1000.00
account members:everyone
account group
payee lead
payee introduction
payee referral
payee one-to-one
payee review
payee meeting
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the facts of a generated group as a journal.")
    parser.add_argument("size", type=int, metavar="N", help="how many referrals")
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write; must not exist")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with options.file.open("x", encoding="ascii") as stream:
        stream.writelines(journal(Facts(options.size, options.seed)))


def journal(facts: Facts) -> Iterator[str]:
    """The journal, piece by piece."""
    yield _DECLARED
    yield from map(member_directive, facts.members)
    yield from map(prospect_directive, facts.prospects)
    given = ((one.day, referral_entry(one)) for one in referrals(facts))
    met = ((one.day, one_to_one_entry(one)) for one in sorted(one_to_ones(facts), key=lambda one: one.day))
    gathered = ((one.day, group_meeting_entry(one)) for one in group_meetings(facts))
    for _, entry in heapq.merge(given, met, gathered, key=_day):
        yield entry


def member_directive(member: Member) -> str:
    return (
        f"account members:{member.id}\n  ; name:{member.name}\n  ; category:{member.trade}/{member.speciality}\n"
        f"  ; clients:{' '.join(member.clients)}\n  ; territory:{' '.join(member.territory)}\n"
        f"  ; joined:{member.joined}\n"
    )


def prospect_directive(prospect: Prospect) -> str:
    tags = {
        "alias": prospect.alias,
        "name": prospect.name,
        "industry": prospect.industry,
        "place": prospect.place,
        "known-by": " ".join(prospect.knowers),
        "wanted-by": prospect.wanted_by,
        "consent": prospect.since,
    }
    return f"payee {prospect.id}\n" + _tags(tags)


def referral_entry(referral: Referral) -> str:
    payee = referral.prospect or f"{referral.kind} | {referral.about}"
    tags = {
        "kind": referral.kind,
        "tier": referral.tier,
        "level": referral.level,
        "parent": referral.parent,
        "taken-by": referral.taker,
        "consent": referral.consent,
        "thanked": referral.thanked,
        "useful": referral.useful,
        "gained": referral.gained,
    }
    history = "".join(map(_step, referral.history))
    won = next((step.value for step in referral.history if step.value), "0")
    return (
        f"\n{referral.day} ({referral.id}) {payee}\n{_tags(tags)}{history}"
        f"    members:{referral.receiver}  {_money(won)}\n    members:{referral.giver}  {_money('-' + won)}\n"
    )


def one_to_one_entry(meeting: OneToOne) -> str:
    one, other = meeting.between
    return f"\n{meeting.day} ({meeting.id}) {meeting.kind}\n    members:{one}  0\n    members:{other}  0\n"


def group_meeting_entry(meeting: GroupMeeting) -> str:
    tags = {
        "next": meeting.next_day,
        "next-presenter": meeting.next_presenter,
        "presented": " ".join(meeting.presented),
    }
    present = "".join(f"    ; presence:{id_} {presence}\n" for id_, presence in meeting.attendance)
    more = f"    ; visitor:Robin Example by {meeting.host}\n    ; action:{meeting.doer} due {meeting.next_day}\n"
    return f"\n{meeting.day} meeting\n{_tags(tags)}{present}{more}    group  0\n"


def _step(step: Step) -> str:
    return f"    ; {step.word}:{step.day} {step.by}{' ' + step.value if step.value else ''}\n"


def _tags(tags: dict[str, object]) -> str:
    return "".join(f"    ; {name}:{value}\n" for name, value in tags.items() if value)


def _money(amount: str) -> str:
    return "0" if amount.lstrip("-") == "0" else f"USD {amount}"


def _day(dated: tuple[date, str]) -> date:
    return dated[0]


if __name__ == "__main__":
    main()
