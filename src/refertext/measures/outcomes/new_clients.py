"""new-clients."""

from __future__ import annotations

from refertext.measures.events import Win
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.outcomes.steps import ever, reached_by
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.GROUP, formula="distinct prospects won", noun=("new client", "new clients"))
def new_clients(facts: Facts, scope: Scope) -> Result:
    """How many different prospects a member won.

    Prospects first won in the window, by the one who received them; repeat business is none, whichever gift it came
    from. In the group a prospect counts once, though several members won it in the window. Who has no file counts by
    the words that tell about them, in small letters.
    """
    firsts: dict[tuple[str | None, str], Win] = {}
    for win in reached_by(facts.wins, ever(scope)):
        firsts.setdefault((win.receiver, facts.client(win.gift)), win)
    won: dict[str, Win] = {}
    for (_, client), win in firsts.items():
        if win.day in scope.window:
            won.setdefault(client, win)
    return Result(len(won), len(won), tuple(won.values()), (), {"distinct prospects won": len(won)})
