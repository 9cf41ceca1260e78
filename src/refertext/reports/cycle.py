"""One partnership's cycle: where it stands, and its contacts by number."""

from __future__ import annotations

import json
from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import by_partner, partners
from refertext.insights.partners.cycle import CycleState
from refertext.insights.partners.partnerships import called, contact_called
from refertext.records.partnership import CycleContact
from refertext.reports.cycle_next import next_command
from refertext.reports.escape import without_commands
from refertext.reports.paper import Paper, laid_out

_RATED = {"yes": "promising", "no": "not promising", "unsure": "perhaps promising", None: "not rated yet"}


def render(group: Group, state: CycleState, paper: Paper) -> str:
    """Where the cycle stands, its contacts by number, and the command that comes next."""
    return without_commands("\n".join(_lines(group, state, paper)) + "\n")


def render_json(group: Group, state: CycleState) -> str:
    """The same as a JSON object."""
    cycle = state.cycle
    contacts = [
        {
            "number": number,
            "who": contact.who,
            "from": group.resolve("members", contact.from_),
            "promising": contact.promising,
            "plan": contact.plan,
            "by": contact.by.isoformat() if contact.by else None,
            "became": contact.became,
        }
        for number, contact in enumerate(cycle.contacts if cycle else (), 1)
    ]
    plain = {
        "version": 1,
        "between": list(partners(group, state.partnership)),
        "file": state.partnership.file,
        "from": cycle.from_.isoformat() if cycle else None,
        "until": cycle.until.isoformat() if cycle else None,
        "promise": by_partner(group, cycle.promise) if cycle else {},
        "step_name": state.step.name.lower(),
        "missing": list(state.missing),
        "contacts": contacts,
    }
    return json.dumps(plain, indent=2) + "\n"


def _lines(group: Group, state: CycleState, paper: Paper) -> Iterator[str]:
    both = partners(group, state.partnership)
    cycle = state.cycle
    days = f", {cycle.from_} until {cycle.until}" if cycle else ""
    for line in laid_out(f"{called(group, both)}{days}", paper):
        yield paper.style(line, "bold")
    yield from laid_out(f"{state.headline}.", paper)
    if cycle and cycle.promise:
        promised = [f"{group.name(id_)} promises {count}" for id_, count in by_partner(group, cycle.promise).items()]
        yield from laid_out(f"{'; '.join(promised)}.", paper)
    contacts = cycle.contacts if cycle else ()
    width = len(str(len(contacts))) + 4
    for number, contact in enumerate(contacts, 1):
        lines = laid_out(_contact(group, contact), paper, width, width)
        yield f"  {f'{number}.':<{width - 2}}{lines[0]}"
        yield from lines[1:]
    yield f"Next: {next_command(group, state)}"


def _contact(group: Group, contact: CycleContact) -> str:
    rated = _RATED[contact.promising]
    plan = f"; {contact.plan}" if contact.plan else ""
    by = f"; by {contact.by}" if contact.by else ""
    became = f"; became {contact.became}" if contact.became else ""
    return f"{contact_called(group, contact)} ({group.name(contact.from_)}): {rated}{plan}{by}{became}"
