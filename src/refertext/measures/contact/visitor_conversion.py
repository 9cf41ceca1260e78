"""visitor-conversion."""

from __future__ import annotations

from refertext.measures.contact.visits import visits
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    Kind.GROUP,
    formula="joined ÷ different visitors",
    at_meetings=True,
    noun=("visitor who joins", "visitors who join"),
    lacking=("{} more of the visitors who joins", "{} more of the visitors who join"),
)
def visitor_conversion(facts: Facts, scope: Scope) -> Result:
    """The share of visitors who joined.

    joined ÷ different visitors of the window. A visitor joined if a member of the same name joined on the day of
    the first visit or later, by the end of the window. Usual: 10 to 20 %.
    """
    firsts = {visit.visitor: visit for visit in reversed(visits(facts, scope))}
    visitors = sorted(firsts.values(), key=lambda visit: (visit.day, visit.visitor))
    joined = [visit for visit in visitors if visit.joined and visit.joined <= scope.window.last]
    inputs = {"joined": len(joined), "different visitors": len(visitors)}
    return share(joined, visitors, inputs, "there was no visitor")
