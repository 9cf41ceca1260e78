"""Planning with a partner: a cycle is begun, contacts are listed and rated, planned, and become referrals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from refertext.drafts.contacts import contact_meant, referral_meant
from refertext.drafts.cycles import AskedCycle, NewCycle, next_cycle
from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.drafts.pairs import partner_called, partnership_of
from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.partners.cycle import current_cycle
from refertext.insights.partners.partnerships import called, is_evaluated
from refertext.records import Partnership, choice_meant
from refertext.records.partnership import Cycle
from refertext.text.edits import Append, Intent, SetValue
from refertext.text.wording import cut_short, folded

ANSWERS = ("yes", "no", "unsure")
"""How promising a contact may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What is asked of a partnership's cycle.

    `begin` asks for the next cycle, as does a first or last day in `cycle`. `contacts` are pairs of whose contact it is
    and who it is. All others are by contact: its number in the list from 1, or words of it.
    """

    begin: bool = False
    cycle: AskedCycle = field(default_factory=AskedCycle)
    contacts: Sequence[tuple[str, str]] = ()
    rates: Mapping[str, str] = field(default_factory=dict)
    plans: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    became: Mapping[str, str] = field(default_factory=dict)

    @property
    def looks_ahead(self) -> bool:
        """Whether something is asked for that makes no sense once the cycle is over."""
        return bool(self.contacts or self.plans or self.days)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is asked for."""
        return self == Plans()


@dataclass(frozen=True, slots=True)
class _Contacts:
    """The contacts of a cycle, as plain data: those that stand there, and those that are new."""

    known: list[dict[str, Any]]
    new: list[dict[str, Any]]

    @property
    def all(self) -> list[dict[str, Any]]:
        return [*self.known, *self.new]


def plan(group: Group, one: str, other: str, asked: Plans) -> Draft:
    """The draft that plans with two partners, by their present ids. RefusedError where it cannot be.

    The cycle that is meant is the one that runs, else the one that is to be evaluated or comes next; where another is
    asked for, or a promise and none runs, the next one is begun.
    """
    partnership = partnership_of(group, one, other)
    if asked.is_nothing:
        raise RefusedError(f"Say what to plan, for example refertext plan {one} {other} --next")
    number, cycle = current_cycle(group, partnership)
    is_behind = cycle is None or cycle.until < group.as_of or is_evaluated(group, cycle)
    if asked.begin or asked.cycle.first or asked.cycle.last or (asked.cycle.promise and is_behind):
        return _begun(group, partnership, asked)
    if number is None or cycle is None:
        options = " ".join(f"--promise {id_}=2" for id_ in partners(group, partnership))
        raise RefusedError(f"The two have no cycle yet. Begin one: refertext plan {one} {other} {options}")
    if asked.looks_ahead and cycle.until < group.as_of:
        raise RefusedError(
            f"The cycle ended on {cycle.until}. Evaluate it, refertext evaluate {one} {other}, and begin the next one: "
            f"refertext plan {one} {other} --next"
        )
    return _continued(group, partnership, (number, cycle), asked)


def _begun(group: Group, partnership: Partnership, asked: Plans) -> Draft:
    """The draft that begins the next cycle, with everything else that is asked for."""
    new = next_cycle(group, partnership, asked.cycle)
    contacts = _Contacts([], list(new.contacts))
    said = list(_planned(group, partnership, contacts, asked))
    whole = replace(new, contacts=tuple(contacts.new))
    remarks = (*new.remarks, *_to_evaluate(group, partnership, new), *_unready(contacts, asked, new.last))
    names = called(group, partners(group, partnership))
    return Draft(
        " ".join([f"{new.said(group)}.", *said]),
        cut_short(f"Begin a cycle of {names}", 72),
        (Edit(partnership.file, (whole.intent(),)),),
        remarks,
    )


def _continued(group: Group, partnership: Partnership, turn: tuple[int, Cycle], asked: Plans) -> Draft:
    """The draft that plans on in a cycle that is written down."""
    number, cycle = turn
    path = ("cycles", number)
    before = [_plain(contact) for contact in _written(cycle)]
    contacts = _Contacts([dict(contact) for contact in before], [])
    intents: list[Intent] = []
    said = []
    for text, count in asked.cycle.promise.items():
        id_ = partner_called(group, partnership, text)
        key = next((key for key in cycle.promise if group.same_member(key, id_)), id_)
        intents.append(SetValue((*path, "promise", key), str(count)))
        said.append(f"{group.name(id_)} promises {count}.")
    said += _planned(group, partnership, contacts, asked)
    for position, (old, new) in enumerate(zip(before, contacts.known, strict=True)):
        changed = {key: value for key, value in new.items() if old.get(key) != value}
        intents += [SetValue((*path, "contacts", position, key), value) for key, value in changed.items()]
    intents += [Append((*path, "contacts"), contact) for contact in contacts.new]
    names = called(group, partners(group, partnership))
    subject = cut_short(f"Plan the cycle of {names}", 72)
    return Draft(
        f"{names}: {' '.join(said)}",
        subject,
        (Edit(partnership.file, tuple(intents)),),
        tuple(_unready(contacts, asked, cycle.until)),
    )


def _written(cycle: Cycle) -> Iterator[dict[str, Any]]:
    for contact in cycle.contacts:
        keys = {"who": contact.who, "from": contact.from_, "promising": contact.promising, "plan": contact.plan}
        yield keys | {"by": contact.by, "became": contact.became}


def _plain(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(value) for key, value in keys.items() if value is not None}


# What happens to contacts


def _planned(group: Group, partnership: Partnership, contacts: _Contacts, asked: Plans) -> Iterator[str]:
    """Carries out what is asked of contacts, and says it, a sentence each."""
    for giver, who in asked.contacts:
        yield _listed(group, contacts, partner_called(group, partnership, giver), who)
    for text, answer in asked.rates.items():
        contact = contact_meant(contacts.all, text)
        contact["promising"] = _answer(answer)
        yield f"“{contact['who']}” is {_rated(contact['promising'])}."
    for text, words in asked.plans.items():
        contact = contact_meant(contacts.all, text)
        contact["plan"] = words
        yield f"The plan for “{contact['who']}”: {words}."
    for text, day in asked.days.items():
        contact = contact_meant(contacts.all, text)
        contact["by"] = str(_possible(group, day, contact["who"]))
        yield f"“{contact['who']}” by {day}."
    for text, tag in asked.became.items():
        contact = contact_meant(contacts.all, text)
        contact["became"] = referral_meant(group, partnership, tag)
        yield f"“{contact['who']}” became {contact['became']}."


def _listed(group: Group, contacts: _Contacts, id_: str, who: str) -> str:
    for number, known in enumerate(contacts.all, 1):
        if folded(known["who"]) == folded(who) and group.same_member(known["from"], id_):
            raise RefusedError(f"“{known['who']}” stands in the list already, as number {number}.")
    _refuse_unwilling(group, who)
    contacts.new.append({"who": who, "from": id_})
    return f"{group.name(id_)} listed “{who}” (number {len(contacts.all)})."


def _refuse_unwilling(group: Group, who: str) -> None:
    """Nobody plans for somebody who does not want to be contacted, called by an id or an alias."""
    for prospect in group.prospects.values():
        if prospect.do_not_contact == "yes" and folded(who) in (prospect.id, folded(prospect.alias)):
            raise RefusedError(f"“{who}” does not want to be contacted, so nobody lists them. Choose somebody else.")


def _answer(text: str) -> str:
    wanted = folded(text)
    if wanted in ANSWERS:
        return wanted
    near = choice_meant(wanted, ANSWERS)
    raise RefusedError(f"“{text}” is no rating. " + (f"Did you mean {near}?" if near else "Write yes, no or unsure."))


def _rated(answer: str) -> str:
    return {"yes": "promising", "no": "not promising", "unsure": "perhaps promising"}[answer]


def _possible(group: Group, day: date, who: str) -> date:
    if day < group.as_of:
        raise RefusedError(
            f"{day} is over (as of {group.as_of}), so “{who}” cannot be tried by then. Write a later day."
        )
    return day


def _unready(contacts: _Contacts, asked: Plans, last: date) -> Iterator[str]:
    """What the contacts that were planned now still need."""
    touched = [contact_meant(contacts.all, text) for text in (*asked.plans, *asked.days)]
    planned = list({id(contact): contact for contact in touched}.values())
    numbers = {id(contact): number for number, contact in enumerate(contacts.all, 1)}
    for contact in planned:
        number = numbers[id(contact)]
        if contact.get("promising") != "yes":
            yield f"“{contact['who']}” is not rated as promising yet: --rate {number}=yes."
        if "by" not in contact:
            yield f"There is no day for “{contact['who']}” yet: --by {number}=YYYY-MM-DD."
        if contact.get("by", "") > last.isoformat():
            yield f"“{contact['who']}” is planned for {contact['by']}, after the cycle ends on {last}."


def _to_evaluate(group: Group, partnership: Partnership, new: NewCycle) -> Iterator[str]:
    before = new.before
    if before and before.until <= group.as_of and not is_evaluated(group, before):
        ids = " ".join(partners(group, partnership))
        yield f"The cycle that ended on {before.until} has not been evaluated: refertext evaluate {ids}"
