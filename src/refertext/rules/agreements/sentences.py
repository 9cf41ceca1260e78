"""The verdicts that rules tell, and the sentences and places that those rules share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from refertext.commitments import Outcome, Verdict, promise_verdicts, verdicts
from refertext.commitments.waivers import who_owes
from refertext.group import Group
from refertext.insights.debts.people import all_present
from refertext.insights.standing import is_of_one_to_ones, standing
from refertext.measures import Kind, facts
from refertext.problem import Place, Problem, See
from refertext.records import Agreement, Member, Partnership

_WAIVING = frozenset({"floor-missed", "at-risk"})


def told(group: Group, outcome: Outcome) -> Iterator[Verdict]:
    """The verdicts with an outcome, were there no waivers, that are still worth a word: of members of the as-of day,
    and for 13 weeks where nobody can mend it any more.

    Another rule speaks of one-to-ones of pairs. Waived one-to-ones are told all the same, so that the waiver counts as
    used.
    """
    for verdict in chain(verdicts(group), promise_verdicts(group)):
        is_told_elsewhere = is_of_one_to_ones(verdict) and verdict.outcome is not Outcome.WAIVED
        if verdict.judged is outcome and not is_told_elsewhere and _is_worth_a_word(group, verdict):
            yield verdict


def _is_worth_a_word(group: Group, verdict: Verdict) -> bool:
    if len(all_present(group, verdict.subject.ids)) < len(verdict.subject.ids):
        return False
    one, coming = verdict.tried, verdict.coming
    over = one.window.last if one and coming and coming.is_met else verdict.day
    return group.is_recent(over)


def of_verdict(group: Group, verdict: Verdict, otherwise: str) -> Problem:
    """The problem that a verdict is. It stands with those whom it is about, and shows the commitment; `otherwise` is
    what to do where the verdict does not say.
    """
    place = _place(group, verdict)
    see = () if isinstance(verdict.record, Partnership) or place.file == verdict.record.file else (agreed(verdict),)
    mend = f"{verdict.mend}; otherwise {otherwise}" if verdict.mend and verdict.day == group.as_of else otherwise
    return Problem(standing(group, verdict), place, mend, (*see, *_excused(group, verdict, place)))


def agreed(verdict: Verdict) -> See:
    """The commitment that a verdict is of."""
    return See("agreed here", Place(verdict.record.file, (*verdict.path, "measure")))


def silently_changed(group: Group, agreement: Agreement) -> tuple[str, str] | None:
    """What is wrong with an agreement whose words are no longer those of its terms, and how to mend it; None where they
    are, and where no terms are written down.
    """
    if not agreement.terms or agreement.terms.casefold() == agreement.written_terms:
        return None
    now = agreement.written_terms
    message = f"“{agreement.title}” is not what was agreed: its terms are {now} now, not {agreement.terms}"
    mend = (
        f"bring the old words back; or, if the group agreed to the new ones, write terms: {now} and "
        f"changed: {group.as_of} (the day it agreed)"
    )
    return message, mend


def where_signed(group: Group, member: Member, agreement: Agreement | Partnership) -> Place:
    """Where a member said yes to an agreement; their name where they have not signed it."""
    key = next((id_ for id_ in member.signed if group.resolve("agreements", id_) == agreement.id), None)
    return Place(member.file, ("signed", key) if key else ("name",))


def _place(group: Group, verdict: Verdict) -> Place:
    if isinstance(verdict.record, Partnership):
        return Place(verdict.record.file, verdict.path)
    if verdict.subject.kind is Kind.GROUP:
        return agreed(verdict).place
    partnership = facts(group).partnerships.get(frozenset(verdict.subject.ids))
    if partnership and verdict.subject.kind is Kind.PAIR:
        return Place(partnership.file, ("between",))
    return where_signed(group, group.members[verdict.subject.member], verdict.record)


def _excused(group: Group, verdict: Verdict, place: Place) -> tuple[See, ...]:
    """Those of a pair who owe it and in whose own file a waiver excuses them, though the problem stands in another."""
    if verdict.subject.kind is not Kind.PAIR:
        return ()
    is_mutual = verdict.tried is not None and verdict.tried.value.measure.mutual
    waived = {waiver.file for waiver in group.settings.waivers if waiver.rule in _WAIVING} - {place.file}
    members = all_present(group, who_owes(verdict.subject, mutual=is_mutual))
    return tuple(See("the waiver is for this file", Place(m.file, ("name",))) for m in members if m.file in waived)
