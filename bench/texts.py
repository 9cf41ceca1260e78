"""The files of a generated group, in the form that the tool itself writes: one key a line, two spaces a level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from facts import AS_OF, LAST_MEETING, Facts, Member, Prospect, holidays
from handing import Referral, Step
from meeting import GroupMeeting, OneToOne

File = tuple[str, str]
"""A file's name in the group's folder, and its text."""

_FIT = ("similar_clients", "similar_values", "nearby", "channel", "volume", "committed")
_CYCLE = timedelta(days=90)


def settings(facts: Facts) -> str:
    used = sorted((member.trade, member.speciality) for member in facts.members)
    tree = "".join(
        f"  {trade}:\n" + "".join(f"    {speciality}:\n" for _, speciality in pairs)
        for trade, pairs in groupby(used, key=lambda pair: pair[0])
    )
    pauses = "".join(
        f"  - from: {first}\n    until: {last}\n    why: holidays\n" for first, last in holidays(facts.meetings[0])
    )
    return f"""\
group: Generated Referral Partners
timezone: America/Denver
currency: USD
coordinator: {facts.members[0].id}
as_of: {AS_OF}
meets:
  every: week
  weekday: thursday
  time: 07:30
  minutes: 75
  place: Town hall
breaks:
{pauses}categories:
{tree}same_words:
  - [home loans, house finance]
cooling_off: 6 months
profile: ground-rules
site:
  audience: public
  mail: office@example.com
"""


def agreements(facts: Facts) -> Iterator[File]:
    yield (
        "agreements/show-up.md",
        f"""\
---
title: We show up
adopted: {facts.founded}
commitments:
  - measure: attendance
    at_least: 60%
    over: 26 weeks
  - measure: next-fixed
    at_least: 100%
    over: 4 meetings
    who: group
  - rule: manager-not-informed
  - promise: We speak up when an agreement is not kept
---

A seat is a promise to be there.
""",
    )
    yield (
        "agreements/give-first.md",
        f"""\
---
title: We give first
adopted: {facts.founded}
commitments:
  - measure: contributions
    at_least: 1
    per: month
    over: 3 months
  - measure: one-to-ones
    at_least: 1
    per: quarter
    with: each power partner
---

Whoever gives is thought of.
""",
    )


def member_text(member: Member, facts: Facts) -> str:
    service = f"{member.trade} {member.speciality}"
    return f"""\
---
name: {member.name}
business: {member.name.split()[1]} {member.trade.title()}
seat:
  category: {member.trade}/{member.speciality}
  services:
    - {service}
  clients:
{_rows(member.clients, 4)}  territory:
{_rows(member.territory, 4)}introduced_by: "outside: a friend of the group"
joined: {member.joined}
signed:
  give-first: {max(member.joined, facts.founded)}
  show-up: {max(member.joined, facts.founded)}
manager:
  informed: {member.joined + timedelta(days=6)}
ideal_client:
  industries:
    - logistics
  sizes:
    - 20-200
  roles:
    - owner
  places:
{_rows(member.territory, 4)}  triggers:
    - opens a site
channels:
  - kind: newsletter
    audience: {300 + 10 * len(member.name)}
    every: month
goals:
  - Two new clients a quarter
show_value: no
---

## How I help clients

I do {service} so that nobody has to ask twice.

## How to refer me

Ask who did their last {service}, and whether they would call them again.

## Examples

A family firm in {member.territory[0]} that could not wait.

## Who is not a fit

Whoever only compares prices.
"""


def prospect_text(prospect: Prospect) -> str:
    lead, other = prospect.knowers
    wish = "do_not_contact: yes\n" if prospect.untouchable else f"wanted_by:\n  - {prospect.wanted_by}\n"
    joint = f"""\
joint:
  lead: {lead}
  with:
    - {other}
  plan: A visit together
  history:
    - date: {prospect.since}
      status: agreed to go together
"""
    return f"""\
alias: {prospect.alias}
name: {prospect.name}
industry: {prospect.industry}
place: {prospect.place}
known_by:
{_rows(prospect.knowers, 2)}{wish}{joint if prospect.joint else ""}\
consent:
  date: {prospect.since}
  how: phone
  by: {lead}
"""


def referral_text(referral: Referral) -> str:
    lines = [f"kind: {referral.kind}", f"date: {referral.day}", f"from: {referral.giver}", f"to: {referral.receiver}"]
    if referral.taker:
        lines += ["taken_by:", f"  - {referral.taker}"]
    lines.append(f"prospect: {referral.prospect}" if referral.prospect else f"about: {referral.about}")
    lines.append(f"tier: {referral.tier}")
    if referral.parent:
        lines.append(f"parent: {referral.parent}")
    lines.append(f"level: {referral.level}")
    if referral.consent:
        lines += ["consent:", f"  date: {referral.consent}", "  how: phone"]
    lines.append("history:")
    for step in referral.history:
        lines += _step_lines(step)
    if referral.thanked:
        lines += ["thanked:", f"  date: {referral.thanked}", "  where: meeting", "  words: It made our month"]
    if referral.useful:
        lines.append(f"useful: {referral.useful}")
    if referral.gained:
        lines.append(f"gained: {referral.gained}")
    return "\n".join(lines) + "\n"


def _step_lines(step: Step) -> list[str]:
    lines = [f"  - date: {step.day}"]
    is_status = step.word not in ("ask", "answer", "note")
    if is_status:
        lines.append(f"    status: {step.word}")
    lines.append(f"    by: {step.by}")
    if step.value:
        lines.append(f"    value: {step.value}")
    if step.word == "ask":
        lines.append("    ask: May I use your name?")
    elif step.word == "answer":
        lines.append("    answer: yes, and greet them from me")
    elif not is_status or step.word == "returned":
        lines.append("    note: They decide next year")
    return lines


def partnership_text(pair: tuple[str, str], latest: Iterable[Referral], facts: Facts) -> str:
    one, other = pair
    agreed = facts.founded
    fit = "".join(
        f"  {id_}:\n    asked: {agreed}\n" + "".join(f"    {question}: yes\n" for question in _FIT) for id_ in pair
    )
    gain = "".join(f"  {id_}:\n    why: Clients keep me in the room\n    agreed: {agreed}\n" for id_ in pair)
    starts = [AS_OF - timedelta(days=30) - _CYCLE * back for back in (3, 2, 1, 0)]
    cycles = "".join(_cycle(pair, start, latest) for start in starts if start > facts.meetings[0])
    return f"""\
---
between:
  - {one}
  - {other}
kind: power
since: {agreed}
goals:
  {one}: Two employers a month, because they stay
  {other}: Four new clients this year, because one left
gain:
{gain}fit:
{fit}balance:
  {one}: 1
  {other}: 1
  agreed: {agreed}
explained:
  {one}: {agreed}
  {other}: {agreed}
action_plan:
  - what: Feature the other in the newsletter
    by: {one}
    due: {LAST_MEETING - timedelta(days=30)}
    done: {LAST_MEETING - timedelta(days=33)}
    channel: newsletter
  - what: Speak at the spring breakfast
    by: {other}
    due: {LAST_MEETING + timedelta(days=40)}
reviews:
  every: 3 months
cycles:
{cycles}---

They share clients and ask each other first.
"""


def _cycle(pair: tuple[str, str], start: date, latest: Iterable[Referral]) -> str:
    until = start + _CYCLE - timedelta(days=1)
    became = [one for one in latest if start <= one.day <= until and one.kind == "referral"]
    contacts = "".join(
        f"      - who: a {company} nearby\n        from: {id_}\n        promising: no\n"
        for id_ in pair
        for company in ("bakery", "brewery", "clinic", "dairy", "garage", "hotel", "museum", "nursery")
    )
    contacts += "".join(
        f"      - who: a client of long standing\n        from: {one.giver}\n        promising: yes\n"
        f"        plan: ask at lunch\n        by: {one.day}\n        became: {one.id}\n"
        for one in became
    )
    evaluated = (
        f"    evaluated:\n      date: {until}\n      went_well: we asked early\n      change: ask earlier still\n"
    )
    return f"""\
  - from: {start}
    until: {until}
    promise:
      {pair[0]}: 2
      {pair[1]}: 2
    contacts:
{contacts}{evaluated if until <= AS_OF else ""}"""


def one_to_one_text(meeting: OneToOne) -> str:
    one, other = meeting.between
    return f"""\
---
kind: {meeting.kind}
date: {meeting.day}
between:
  - {one}
  - {other}
---

They know now whom the other wishes to meet.
"""


def group_meeting_text(meeting: GroupMeeting) -> str:
    attendance = "".join(_attended(id_, presence, meeting.day) for id_, presence in meeting.attendance)
    done = f"    done: {meeting.next_day}\n"
    return f"""\
---
kind: group
date: {meeting.day}
next: {meeting.next_day}
next_presenter: {meeting.next_presenter}
attendance:
{attendance}presented:
{_rows(meeting.presented, 2)}visitors:
  - name: Robin Example
    business: Example Works
    invited_by: {meeting.host}
actions:
  - who: {meeting.doer}
    what: send the case study
    due: {meeting.next_day}
{done if meeting.next_day <= AS_OF else ""}---

We heard what became of last week's introductions.
"""


def _attended(id_: str, presence: str, day: date) -> str:
    if presence == "substitute":
        return f"  {id_}:\n    status: substitute\n    name: Jo Example\n"
    if presence == "absent":
        return f"  {id_}:\n    status: absent\n    notice: {day - timedelta(days=1)}\n"
    return f"  {id_}: {presence}\n"


def _rows(words: Iterable[str], indent: int) -> str:
    return "".join(f"{' ' * indent}- {word}\n" for word in words)
