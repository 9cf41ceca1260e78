"""plans: what partners are to plan for promising contacts, and to carry out; and the steps of their action plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
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


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """A contact of a cycle that needs a plan, or whose plan is to be carried out."""

    cycle: Cycle
    contact: CycleContact
    owed: Owed


@dataclass(frozen=True, slots=True)
class StepPlan:
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
        write="by: and the day" if contact.plan else "plan: how to go about it, and by: the day",
        place=Place(partnership.file, (*path, "plan" if contact.plan else "promising")),
        effort=Effort.TALK,
        rule="promising-contact-without-plan",
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
        write="became: and the id of the referral; or another day after by:, or promising: no",
        place=Place(partnership.file, (*path, "by")),
        effort=Effort.CALL,
        rule="plan-overdue",
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
        write=f"done: {group.as_of} (the day it was done), or another day after due:",
        place=Place(partnership.file, ("action_plan", number, "due")),
        effort=Effort.WORK,
        rule="plan-overdue",
    )
