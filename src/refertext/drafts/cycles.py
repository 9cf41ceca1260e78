"""Cycles of partners: the next one, filled in from the last one, and what the last one taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.drafts.pairs import partner_called, partnership_of
from refertext.group import Group
from refertext.group.pairs import by_partner, partners
from refertext.insights.debts.evaluations import begun, in_order
from refertext.insights.partners.partnerships import called, has_become, is_evaluated
from refertext.measures.window import ONE_DAY
from refertext.records import Duration, Partnership
from refertext.records.partnership import Cycle, CycleContact
from refertext.text.edits import InsertByDay, Intent, SetValue
from refertext.text.wording import cut_short, listed

_FIRST = Duration(1, "months")
"""How long a partnership's first cycle is where nothing is said."""
_MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class AskedCycle:
    """What is said of a new cycle: its first and last day, and how many referrals partners promise, as they are
    called. What is not said is as in the cycle before.
    """

    first: date | None = None
    last: date | None = None
    promise: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewCycle:
    """A cycle that is to be written down: its days, the promises by id, its contacts as plain data, and the cycle
    `before` it, from which those came along.
    """

    first: date
    last: date
    promise: dict[str, int]
    contacts: tuple[dict[str, Any], ...]
    before: Cycle | None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What came along, as sentences."""
        count = len(self.contacts)
        contacts = "1 contact that is" if count == 1 else f"{count} contacts that are"
        return (f"{contacts} still promising came along from the cycle before.",) if count else ()

    def intent(self) -> Intent:
        """Puts the cycle among the others."""
        entry: dict[str, Any] = {
            "from": str(self.first),
            "until": str(self.last),
            "promise": {id_: str(count) for id_, count in self.promise.items()},
        }
        return InsertByDay(
            ("cycles",), entry | ({"contacts": list(self.contacts)} if self.contacts else {}), key="from"
        )

    def said(self, group: Group) -> str:
        """It in a sentence without a full stop."""
        promised = listed([f"{group.name(id_)} promises {count}" for id_, count in self.promise.items()])
        return f"{called(group, tuple(self.promise))} have a cycle from {self.first} until {self.last}: {promised}"


def next_cycle(group: Group, partnership: Partnership, asked: AskedCycle) -> NewCycle:
    """A partnership's next cycle: as it is asked for, and for the rest as the one before.

    It is as long and begins the day after it ended, or on the as-of day if that is later; both promise the same; the
    contacts that are still promising, and became nothing yet, come along. RefusedError where it would overlap another
    cycle, where the next one is there already unless a first day is asked for, and where nobody can know what is
    promised.
    """
    if asked.first is None:
        _refuse_further(group, partnership)
    turns = [cycle for _, cycle in in_order(partnership) if asked.first is None or cycle.from_ < asked.first]
    before = turns[-1] if turns else None
    first = asked.first or (max(before.until + ONE_DAY, group.as_of) if before else group.as_of)
    last = asked.last or _as_long(before, first)
    _refuse_days(partnership, first, last)
    contacts = tuple(_carried(group, contact, first) for contact in _promising(group, before))
    return NewCycle(first, last, _promise(group, partnership, before, asked.promise), contacts, before)


def evaluate(
    group: Group,
    one: str,
    other: str,
    *,
    went_well: str | None = None,
    change: str | None = None,
    day: date | None = None,
    following: AskedCycle | None = None,
) -> Draft:
    """The draft that writes down what the last cycle of two partners taught, by their present ids, on `day` or else the
    as-of day; and the `following` cycle, if one is asked for.

    It is the last cycle that is over and not evaluated, else the one that runs. RefusedError where there is none, and
    where it has been evaluated before.
    """
    partnership = partnership_of(group, one, other)
    if not (went_well or change):
        raise RefusedError("Say what went well, or what to change: --went-well “…” --change “…”.")
    number, cycle = to_evaluate(group, partnership)
    on = day or group.as_of
    _refuse_evaluation_day(group, cycle, on)
    learned = {"date": str(on), "went_well": went_well, "change": change}
    intents: list[Intent] = [SetValue(("cycles", number, "evaluated"), {k: v for k, v in learned.items() if v})]
    names = called(group, partners(group, partnership))
    said = f"{names} evaluated their cycle from {cycle.from_} until {cycle.until}."
    remarks = []
    if cycle.until > group.as_of:
        remarks.append(f"The cycle runs until {cycle.until}; it is evaluated before its end.")
    if following is not None:
        new = next_cycle(group, partnership, following)
        intents.append(new.intent())
        said += f" {new.said(group)}."
        remarks += new.remarks
    subject = cut_short(f"Evaluate the cycle of {names}", 72)
    return Draft(said, subject, (Edit(partnership.file, tuple(intents)),), tuple(remarks))


# Which cycle is evaluated


def to_evaluate(group: Group, partnership: Partnership) -> tuple[int, Cycle]:
    """The cycle of a partnership that is to be evaluated, with its position in the file: the last one that is over and
    not evaluated, else the one that runs. RefusedError where there is none.
    """
    names = called(group, partners(group, partnership))
    turns = begun(group, partnership)
    over = [turn for turn in turns if turn[1].until <= group.as_of][-1:]
    running = [turn for turn in turns if turn[1].until > group.as_of]
    for turn in (*over, *running):
        if not is_evaluated(group, turn[1]):
            return turn
    if not turns:
        ahead = in_order(partnership)
        begins = f"begins only on {ahead[0][1].from_}" if ahead else "is still to be planned: refertext plan"
        raise RefusedError(f"There is nothing to evaluate yet: the first cycle of {names} {begins}.")
    last = turns[-1][1]
    on = f" on {last.evaluated.date}" if last.evaluated and last.evaluated.date else ""
    raise RefusedError(
        f"The cycle of {names} that {'ended' if last.until <= group.as_of else 'ends'} on {last.until} has been "
        f"evaluated already{on}. Other words can be written in {partnership.file}; the next cycle begins with: "
        f"refertext plan {' '.join(partners(group, partnership))} --next"
    )


def _refuse_evaluation_day(group: Group, cycle: Cycle, day: date) -> None:
    if day > group.present:
        raise RefusedError(f"{day} has not come yet (as of {group.present}). Evaluate the cycle first.")
    if day < cycle.from_:
        raise RefusedError(f"The cycle began only on {cycle.from_}, so it was not evaluated on {day}. Correct the day.")


# What the next cycle is like


def _as_long(before: Cycle | None, first: date) -> date:
    """The last day of a cycle that is as long as the one before; whole months where that one was of whole months."""
    if before is None:
        return _FIRST.after(first) - ONE_DAY
    for count in range(1, _MOST_MONTHS + 1):
        months = Duration(count, "months")
        if months.after(before.from_) == before.until + ONE_DAY:
            return months.after(first) - ONE_DAY
    return first + (before.until - before.from_)


def _refuse_further(group: Group, partnership: Partnership) -> None:
    """Refuses a cycle after one that has not begun: whoever asks twice for the next one does not mean that."""
    ahead = next((cycle for _, cycle in in_order(partnership) if cycle.from_ > group.as_of), None)
    if ahead:
        raise RefusedError(
            f"The next cycle is there already, from {ahead.from_} until {ahead.until}. For one after it, say its first "
            f"day: --from {ahead.until + ONE_DAY}"
        )


def _refuse_days(partnership: Partnership, first: date, last: date) -> None:
    if last < first:
        raise RefusedError(f"The cycle would end on {last}, before it begins on {first}. Write a later --until.")
    if first < partnership.since:
        raise RefusedError(
            f"The cycle would begin on {first}, before the partnership itself, which began on {partnership.since}."
        )
    for _, cycle in in_order(partnership):
        if cycle.from_ <= last and first <= cycle.until:
            raise RefusedError(
                f"From {first} until {last} overlaps the cycle from {cycle.from_} until {cycle.until}, and on such "
                f"days one referral would keep two promises. Begin on {cycle.until + ONE_DAY} or later: "
                f"--from {cycle.until + ONE_DAY}"
            )


def _promise(group: Group, partnership: Partnership, before: Cycle | None, asked: Mapping[str, int]) -> dict[str, int]:
    """What each promises, in the order in which the partners are written."""
    said = {partner_called(group, partnership, text): count for text, count in asked.items()}
    known = (by_partner(group, before.promise) if before else {}) | said
    both = partners(group, partnership)
    without = [id_ for id_ in both if id_ not in known]
    if without:
        options = " ".join(f"--promise {id_}=2" for id_ in without)
        verb = "promise" if len(without) > 1 else "promises"
        raise RefusedError(
            f"How many referrals {called(group, without)} {verb} is not known yet: add {options} (0 is a promise, too)."
        )
    return {id_: known[id_] for id_ in both}


def _promising(group: Group, before: Cycle | None) -> Iterator[CycleContact]:
    """The contacts of the cycle before of which something may still become."""
    for contact in before.contacts if before else ():
        if contact.promising == "yes" and not has_become(group, contact):
            yield contact


def _carried(group: Group, contact: CycleContact, first: date) -> dict[str, Any]:
    """A contact as it stands in the next cycle; a day that is over is to be agreed on anew."""
    entry = {"who": contact.who, "from": group.resolve("members", contact.from_), "promising": contact.promising}
    by = str(contact.by) if contact.by and contact.by >= first else None
    return entry | {key: value for key, value in (("plan", contact.plan), ("by", by)) if value}
