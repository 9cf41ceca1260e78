"""What is open, as a numbered list with its files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from refertext.insights.open_things import OpenThing
from refertext.reports.escape import harmless, without_commands
from refertext.reports.paper import Paper, laid_out

_TITLES = {
    "action": "Taken on at meetings",
    "step": "In partners' action plans",
    "concern": "Concerns",
}
_AFTER = {
    "action": "Done? refertext resolve and its number, or words of it.",
    "step": "Done? refertext resolve and its number, or words of it.",
    "concern": "Settled? refertext resolve, its number, and --outcome with what came of it.",
}


def render(things: Sequence[OpenThing], paper: Paper) -> str:
    """The things that are open, by kind, each with its number, and what to do with them."""
    return without_commands("\n".join(_lines(things, paper)) + "\n")


def render_json(things: Sequence[OpenThing]) -> str:
    """The same as a JSON object."""
    plain = [
        {
            "number": number,
            "kind": thing.kind,
            "what": thing.what,
            "who": thing.who,
            "where": thing.where,
            "due": thing.due.isoformat() if thing.due else None,
            "file": thing.file,
        }
        for number, thing in enumerate(things, 1)
    ]
    return json.dumps({"version": 1, "open": plain}, indent=2) + "\n"


def _lines(things: Sequence[OpenThing], paper: Paper) -> Iterator[str]:
    if not things:
        yield "Nothing is open: everything is done, and every concern is settled."
    width = len(str(len(things))) + 2
    for kind, found in groupby(enumerate(things, 1), lambda one: one[1].kind):
        yield paper.style(_TITLES[kind], "bold")
        for number, thing in found:
            lines = laid_out(f"{thing.said}, {thing.where}", paper, width + 2, width + 2)
            yield f"  {f'{number}.':<{width}}{lines[0]}"
            yield from lines[1:]
            yield f"{' ' * (width + 2)}{paper.style(harmless(thing.file), 'place')}"
        yield from laid_out(_AFTER[kind], paper)
        yield ""
