"""plans: what partners are to plan for promising contacts, and to carry out; and the steps of their action plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.debts.evaluations import begun
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import TEXT, command, one_after_another, telling_words, to_set
from refertext.insights.partners.partnerships import (
    at_work,
    called,
    contact_called,
    has_become,
    in_time,
    in_time_by,
    is_evaluated,
    others,
    owner,
    was_known,
)
from refertext.problem import Path, Place
from refertext.records import Partnership
from refertext.records.partnership import Cycle, CycleContact, PlanStep

TIME_TO_PLAN = timedelta(days=14)
"""How long after a cycle's first day every promising contact has a plan."""


class ContactPlan(NamedTuple):
    """A contact of a cycle that needs a plan, or whose plan is to be carried out."""

    cycle: Cycle
    contact: CycleContact
    owed: Owed


class StepPlan(NamedTuple):
    """A step of a shared action plan that is not done."""

    step: PlanStep
    owed: Owed


def plans(group: Group) -> tuple[Owed, ...]:
    """Every plan that is to be made or carried out."""
    contacts = tuple(one.owed for one in (*plans_to_make(group), *contact_plans(group)))
    return (*contacts, *(one.owed for one in action_plans(group)))


def plans_to_make(group: Group) -> tuple[ContactPlan, ...]:
    """The promising contacts of running cycles without a plan, or without the day by which it is carried out; not those
    whose day is over.
    """
    return group.once(_plans_to_make)


def contact_plans(group: Group) -> tuple[ContactPlan, ...]:
    """The contacts with a day by which something becomes of them, of which nothing has; in cycles that run, or ended
    in the last 13 weeks, and are not evaluated. What turned out not to be promising is left out.
    """
    return group.once(_contact_plans)


def action_plans(group: Group) -> tuple[StepPlan, ...]:
    """The steps of shared action plans that have a day and are not done."""
    return group.once(_action_plans)


def open_steps(group: Group) -> Iterator[tuple[Partnership, int, PlanStep]]:
    """The steps of shared action plans that are not done, with or without a day, each with its partnership and its
    position there.
    """
    for partnership in at_work(group):
        for number, step in enumerate(partnership.action_plan):
            if not (step.done and was_known(group, step.done)):
                yield partnership, number, step


def is_planned(contact: CycleContact) -> bool:
    """Whether there is a plan for a contact, and a day by which it is carried out."""
    return contact.plan is not None and contact.by is not None


def _plans_to_make(group: Group) -> tuple[ContactPlan, ...]:
    return tuple(
        ContactPlan(cycle, contact, _to_make(group, partnership, cycle, contact, path))
        for partnership, cycle, contact, path in _contacts(group)
        if cycle.until >= group.as_of and contact.promising == "yes" and not is_planned(contact)
        if contact.by is None or contact.by >= group.as_of
    )


def _contact_plans(group: Group) -> tuple[ContactPlan, ...]:
    return tuple(
        ContactPlan(cycle, contact, _to_carry_out(group, partnership, (cycle, contact, contact.by), path))
        for partnership, cycle, contact, path in _contacts(group)
        if contact.by and contact.promising != "no"
    )


def _action_plans(group: Group) -> tuple[StepPlan, ...]:
    return tuple(
        StepPlan(step, _step(group, partnership, step, step.due, number))
        for partnership, number, step in open_steps(group)
        if step.due
    )


def _contacts(group: Group) -> Iterator[tuple[Partnership, Cycle, CycleContact, Path]]:
    """The contacts of which nothing has become, of cycles that still ask for it, each with its place."""
    for partnership in at_work(group):
        for turn, cycle in enumerate(partnership.cycles):
            is_asked_for = cycle.until >= group.as_of or group.is_recent(cycle.until)
            if cycle.from_ > group.as_of or not is_asked_for or is_evaluated(group, cycle):
                continue
            for number, contact in enumerate(cycle.contacts):
                if not has_become(group, contact):
                    yield partnership, cycle, contact, ("cycles", turn, "contacts", number)


def _to_make(group: Group, partnership: Partnership, cycle: Cycle, contact: CycleContact, path: Path) -> Owed:
    owing = owner(group, partnership, contact.from_)
    to = others(group, partnership, owing)
    whom = f" with {called(group, to)}" if to else ""
    return Owed(
        topic="plans",
        by=owing,
        to=to,
        since=cycle.from_,
        due=in_time(group, owing, cycle.from_, min(TIME_TO_PLAN, cycle.until - cycle.from_)),
        do=f"Agree{whom} on how to go about “{contact_called(group, contact)}”, and by when",
        write=f"by: DAY in the entry of “{contact.who}”"
        if contact.plan
        else f"plan: {TEXT} (how to go about it) and by: DAY in the entry of “{contact.who}”",
        place=Place(partnership.file, (*path, "plan" if contact.plan else "promising")),
        effort=Effort.TALK,
        rule="promising-contact-without-plan",
        command=_on_paper(group, partnership, path, {"by": "DAY"} if contact.plan else {"plan": "TEXT", "by": "DAY"}),
    )


def _to_carry_out(group: Group, partnership: Partnership, tried: tuple[Cycle, CycleContact, date], path: Path) -> Owed:
    cycle, contact, day = tried
    owing = owner(group, partnership, contact.from_)
    to = others(group, partnership, owing)
    whom = f"“{contact_called(group, contact)}”{f' for {called(group, to)}' if to else ''}"
    return Owed(
        topic="plans",
        by=owing,
        to=to,
        since=cycle.from_,
        due=in_time_by(group, owing, day),
        do=f"Try {whom}{f': {contact.plan}' if contact.plan else ''}",
        write=f"became: REFERRAL (its id) in the entry of “{contact.who}”; or by: and another day; or promising: no",
        place=Place(partnership.file, (*path, "by")),
        effort=Effort.CALL,
        rule="plan-overdue",
        command=_on_paper(group, partnership, path, {"became": "REFERRAL"}),
    )


def _step(group: Group, partnership: Partnership, step: PlanStep, day: date, number: int) -> Owed:
    owing = owner(group, partnership, step.by)
    to = others(group, partnership, owing)
    return Owed(
        topic="plans",
        by=owing,
        to=to,
        since=min(partnership.since, day),
        due=in_time_by(group, owing, day),
        do=f"Do what you planned{f' with {called(group, to)}' if to else ''}: {step.what}",
        write=f"done: {group.as_of} (the day it was done) in that entry under action_plan:, or due: and another day",
        place=Place(partnership.file, ("action_plan", number, "due")),
        effort=Effort.WORK,
        rule="plan-overdue",
        command=command("resolve", _words(partnership, number), "--in", partnership.id),
    )


def _on_paper(group: Group, partnership: Partnership, path: Path, values: Mapping[str, str]) -> str:
    """The command that writes down some values of a contact; `refertext plan` does it in the latest cycle."""
    _, turn, _, number = path
    if turn != begun(group, partnership)[-1][0]:
        return one_after_another(to_set(partnership.file, (*path, key), value) for key, value in values.items())
    options = (word for key, value in values.items() for word in (f"--{key}", f"{int(number) + 1}={value}"))
    return command("plan", *partners(group, partnership), *options)


def _words(partnership: Partnership, number: int) -> str:
    """By which words a step is found among what else is open in its file."""
    steps = [f"{step.by} {step.what}" for at, step in enumerate(partnership.action_plan) if at != number]
    concerns = [f"{concern.raised} {concern.note}" for concern in partnership.concerns]
    return telling_words(partnership.action_plan[number].what, [*steps, *concerns])
