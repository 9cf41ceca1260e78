"""beginnings: what two partners settle when they begin: gain, fit, balance, how to refer each other, promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.pairs import by_partner, pair, partners
from refertext.insights.debts.owed import Effort, Owed, owed_in
from refertext.insights.debts.ready import TEXT, in_braces, one_after_another, to_set
from refertext.insights.partners.partnerships import at_work, at_work_by_pair, called, others
from refertext.measures import facts
from refertext.measures.window import ONE_DAY
from refertext.problem import Part, Path, Place
from refertext.records import Partnership, Referral
from refertext.records.partnership import Cycle, PartnerFit
from refertext.text.wording import listed

TIME = timedelta(days=30)
"""How long after a partnership's first day its gain, its balance and how to refer each other are settled in time."""
QUESTIONS = ("similar_clients", "similar_values", "nearby", "channel", "volume", "committed")
"""The keys of the six questions about fit."""
TIME_TO_ASK = timedelta(days=60)
"""How long after a partnership's first day the questions about fit are answered in time."""


class Unsettled(NamedTuple):
    """Something that partners have not settled, and whose part of it is missing, by present ids."""

    owed: Owed
    without: tuple[str, ...]


class Unbalanced(NamedTuple):
    """A partnership whose balance is not agreed, and the first referral that was handed over all the same."""

    owed: Owed
    referral: Referral | None


class Unpromised(NamedTuple):
    """A cycle without the promises of some, by present ids."""

    owed: Owed
    cycle: Cycle
    without: tuple[str, ...]


def beginnings(group: Group) -> tuple[Owed, ...]:
    """What partners still owe to their beginning. A cycle that is over needs no promise any more."""
    promised = (one for one in promises(group) if one.cycle.until >= group.as_of)
    talks = owed_in(gains(group), fits(group), lessons(group), balances_to_agree(group), promised)
    return (*talks, *_goals(group))


def gains(group: Group) -> Iterator[Unsettled]:
    """The gains on which partners have not agreed."""
    for partnership in at_work(group):
        agreed = {id_ for id_, gain in by_partner(group, partnership.gain).items() if gain.agreed}
        if without := _without(group, partnership, agreed, partnership.gain):
            owed = _owed(partnership, "gain", "gain-not-agreed", pair(group, partnership))
            do = f"Agree on what {called(group, without)} {'gains' if len(without) == 1 else 'gain'} as partners"
            write, command = _lines(partnership, "gain", [_gain(group, partnership, id_) for id_ in without])
            owed = replace(owed, do=do, write=f"{write} (with the day both agreed)", command=command)
            yield Unsettled(owed, without)


def without_goals(group: Group, partnership: Partnership) -> tuple[str, ...]:
    """The partners whose goals are not written down, by present ids."""
    return _without(group, partnership, by_partner(group, partnership.goals).keys(), partnership.goals)


def _goals(group: Group) -> Iterator[Owed]:
    """The goals that are not written down: they are due before the first cycle begins, and within thirty days."""
    for partnership in at_work(group):
        if without := without_goals(group, partnership):
            write, command = _lines(partnership, "goals", [((id_,), TEXT) for id_ in without])
            to = others(group, partnership, without)
            owed = _owed(partnership, "goals", "", without, to)
            before = min((cycle.from_ - ONE_DAY for cycle in partnership.cycles), default=owed.due)
            yield replace(
                owed,
                due=max(partnership.since, min(owed.due, before)),
                do=f"Tell {_whom(group, to)} what you want to reach together, and why it matters to you",
                write=write,
                effort=Effort.LINE,
                command=command,
            )


def fits(group: Group) -> Iterator[Unsettled]:
    """The partners who have answered none of the six questions about the other."""
    for partnership in at_work(group):
        answered = {id_ for id_, fit in by_partner(group, partnership.fit).items() if _has_answers(fit)}
        if without := _without(group, partnership, answered, partnership.fit):
            to = others(group, partnership, without)
            answers = in_braces(dict.fromkeys(QUESTIONS, "ANSWER"))
            write, command = _lines(partnership, "fit", [((id_,), answers) for id_ in without])
            owed = replace(
                _owed(partnership, "fit", "fit-not-asked", without, to),
                due=partnership.since + TIME_TO_ASK,
                do=f"Answer the six questions about {called(group, to)} as a partner"
                if to
                else "Answer, each of you, the six questions about the other as a partner",
                write=f"{write} (each ANSWER is yes, no or unsure)",
                effort=Effort.LINE,
                command=command,
            )
            yield Unsettled(owed, without)


def lessons(group: Group) -> Iterator[Unsettled]:
    """The partners who have not taught the other how to refer them."""
    for partnership in at_work(group):
        if without := _without(
            group, partnership, by_partner(group, partnership.explained).keys(), partnership.explained
        ):
            to = others(group, partnership, without)
            write, command = _lines(partnership, "explained", [((id_,), group.as_of) for id_ in without])
            owed = replace(
                _owed(partnership, "explained", "not-explained", without, to),
                do=f"Teach {_whom(group, to)} how to refer you",
                write=f"{write} (the day of it)",
                command=command,
            )
            yield Unsettled(owed, without)


def balances_to_agree(group: Group) -> Iterator[Unbalanced]:
    """The partnerships whose balance is not agreed, one a pair: it is due before the first referral, and within thirty
    days.
    """
    for partnership in at_work_by_pair(group).values():
        if partnership.balance and partnership.balance.agreed:
            continue
        both, referral = pair(group, partnership), first_referral(group, partnership)
        owed = _owed(partnership, "balance", "balance-not-agreed", both)
        write, command = _balance(group, partnership)
        owed = replace(
            owed,
            due=min(owed.due, referral.date - ONE_DAY) if referral else owed.due,
            do=f"Agree on who gives how much: {called(group, both)}",
            write=write,
            command=command,
        )
        yield Unbalanced(owed, referral)


def promises(group: Group) -> Iterator[Unpromised]:
    """The cycles without a promise of both partners, due before their first day; those that ended in the last 13 weeks
    too.
    """
    for partnership in at_work(group):
        for number, cycle in enumerate(partnership.cycles):
            without = _without(group, partnership, by_partner(group, cycle.promise).keys(), cycle.promise)
            if not without or not (cycle.until > group.as_of or group.is_recent(cycle.until)):
                continue
            to = others(group, partnership, without)
            owed = replace(
                _owed(partnership, "promise", "cycle-without-promise", without, to),
                due=cycle.from_ - ONE_DAY,
                do=f"Promise {_whom(group, to)} a number of referrals for the cycle from "
                f"{cycle.from_} until {cycle.until}",
                write=f"under promise: {listed([f'{id_}: NUMBER' for id_ in without])}",
                place=Place(partnership.file, ("cycles", number, "promise"), Part.KEY),
                effort=Effort.LINE,
                command=one_after_another(
                    to_set(partnership.file, ("cycles", number, "promise", id_), "NUMBER") for id_ in without
                ),
            )
            yield Unpromised(owed, cycle, without)


def first_referral(group: Group, partnership: Partnership) -> Referral | None:
    """The first referral that one partner handed to the other since their partnership began."""
    one, other = partners(group, partnership)
    found = (
        gift.record
        for direction in ((one, other), (other, one))
        for gift in facts(group).handed.of(direction).events
        if gift.record.kind == "referral" and gift.day >= partnership.since
    )
    return min(found, key=lambda referral: (referral.date, referral.id), default=None)


def _gain(group: Group, partnership: Partnership, id_: str) -> tuple[Path, object]:
    """What is to be written of what one partner gains: all of it, or only that both agreed."""
    key = next((key for key in partnership.gain if group.same_member(key, id_)), None)
    return ((key, "agreed"), group.as_of) if key else ((id_,), in_braces({"why": TEXT, "agreed": group.as_of}))


def _balance(group: Group, partnership: Partnership) -> tuple[str, str]:
    """What is to be written under balance, and the command for it."""
    if partnership.balance and partnership.balance.shares:
        write, command = _lines(partnership, "balance", [(("agreed",), group.as_of)])
        return f"{write} (the day of it)", command
    said = in_braces({**dict.fromkeys(partners(group, partnership), "NUMBER"), "agreed": group.as_of})
    write = f"balance: {said} (how many each gives for how many of the other, and the day of it)"
    return write, to_set(partnership.file, ("balance",), said)


def _lines(partnership: Partnership, key: str, values: Sequence[tuple[Path, object]]) -> tuple[str, str]:
    """What to write below a key of a partnership, in words, and the commands that do it."""
    said = ["".join([*(f"under {above}: " for above in path[:-1]), f"{path[-1]}: {value}"]) for path, value in values]
    own = [(path, value.strip('"') if isinstance(value, str) else value) for path, value in values]
    commands = (to_set(partnership.file, (key, *path), value) for path, value in own)
    return f"under {key}: {listed(said)}", one_after_another(commands)


def _without(
    group: Group, partnership: Partnership, settled: AbstractSet[str], written: Iterable[str]
) -> tuple[str, ...]:
    """The partners of whom something is not settled; nobody while a part of it is written for somebody else, for that
    is told, and may be theirs.
    """
    two = partners(group, partnership)
    if any(group.resolve("members", id_) not in two for id_ in written):
        return ()
    return tuple(id_ for id_ in two if id_ not in settled)


def _whom(group: Group, partner: tuple[str, ...]) -> str:
    """The partner, or where both have something to do for the other: each other."""
    return called(group, partner) if partner else "each other"


def _has_answers(fit: PartnerFit) -> bool:
    return any(getattr(fit, question) for question in QUESTIONS)


def _owed(partnership: Partnership, key: str, rule: str, by: tuple[str, ...], to: tuple[str, ...] = ()) -> Owed:
    """What is to be settled under a key of the partnership's file, within thirty days, in a talk."""
    return Owed(
        topic="beginnings",
        by=by,
        to=to,
        since=partnership.since,
        due=partnership.since + TIME,
        do="",
        write="",
        place=Place(partnership.file, (key,), Part.KEY),
        effort=Effort.TALK,
        rule=rule,
    )
