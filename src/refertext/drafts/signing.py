"""Signing: a member says yes to an agreement."""

from __future__ import annotations

from datetime import date

from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.group import Group
from refertext.group.meant import id_nearly_called, ids_called, why_unread
from refertext.group.non_members import why_no_member
from refertext.records import Agreement, Member
from refertext.rules.agreements.sentences import silently_changed
from refertext.text.edits import SetValue
from refertext.text.wording import cut_short, folded, listed


def agreement_called(group: Group, text: str) -> Agreement:
    """The agreement that a text means: its id, a former one, its title, or an unambiguous start of one.

    RefusedError with the choices where none or several are meant.
    """
    wanted = folded(text).rpartition("/")[2].removesuffix(".md").removesuffix(".yml")
    present = group.resolve("agreements", wanted)
    if present in group.agreements:
        return group.agreements[present]
    if present in group.unread["agreements"]:
        raise RefusedError(why_unread("agreements", present))
    titles = {id_: agreement.title for id_, agreement in sorted(group.agreements.items())}
    found = ids_called(wanted, titles)
    if len(found) == 1:
        return group.agreements[found[0]]
    if found:
        raise RefusedError(f"“{text}” may be {listed(found, 'or')}. Write more of it.")
    near = id_nearly_called(wanted, titles)
    known = f" The agreements are {listed(list(titles))}." if titles else " There is none yet: refertext new agreement"
    raise RefusedError(f"There is no agreement “{text}”." + (f" Did you mean {near}?" if near else known))


def signature(group: Group, agreement: Agreement, member: Member) -> date | None:
    """The day on which a member signed an agreement, whether or not that still holds; None where they have not."""
    return member.signed.get(_key(group, agreement, member))


def sign(group: Group, agreement: Agreement, id_: str, day: date | None = None) -> Draft:
    """The draft by which the member of an id signs an agreement, on `day` or else the as-of day.

    The agreement gets its terms where it has none, so that a later change of its words is noticed. A signature that
    holds is not written again. RefusedError for who is no member, for an agreement that is not in force, and where its
    words are not those that were agreed.
    """
    member, on = group.members[id_], day or group.as_of
    _refuse_day(group, agreement, on)
    _refuse_non_member(member, on)
    before = signature(group, agreement, member)
    if before and before >= _since(agreement, group.as_of):
        return Draft(
            f"Nothing to do: {member.name} signed “{agreement.title}” on {before}, and it has not been changed since.",
            _subject(agreement, member),
        )
    changed = silently_changed(group, agreement)
    if changed:
        raise RefusedError(f"{changed[0]}. Nobody can say yes to that before it is settled: {changed[1]}.")
    parts = [Edit(member.file, (SetValue(("signed", _key(group, agreement, member)), str(on)),))]
    remarks: tuple[str, ...] = ()
    if not agreement.terms:
        parts.append(Edit(agreement.file, (SetValue(("terms",), agreement.written_terms),)))
        remarks = (f"The terms of “{agreement.title}” are written down now, so that a later change of it is noticed.",)
    again = " again" if before else ""
    said = f"{member.name} signed “{agreement.title}”{again} on {on}."
    return Draft(said, _subject(agreement, member), tuple(parts), remarks)


def _subject(agreement: Agreement, member: Member) -> str:
    return cut_short(f"{member.name} signs {agreement.title}", 72)


def _key(group: Group, agreement: Agreement, member: Member) -> str:
    """Under which id a member's signature stands; the present one where there is none yet."""
    same = (key for key in member.signed if group.resolve("agreements", key) == agreement.id)
    return next(same, agreement.id)


def _since(agreement: Agreement, as_of: date) -> date:
    """The first day whose signatures are to the words that are in force; a change still to come is not."""
    changed = agreement.changed
    return max(agreement.adopted, changed) if changed and changed <= as_of else agreement.adopted


def _refuse_day(group: Group, agreement: Agreement, day: date) -> None:
    if day > group.present:
        raise RefusedError(f"{day} has not come yet (as of {group.present}), so nobody signs on it. Correct the day.")
    if agreement.ended and agreement.ended < day:
        raise RefusedError(f"“{agreement.title}” ended on {agreement.ended}, so it is not signed any more.")
    if day < agreement.adopted:
        raise RefusedError(
            f"“{agreement.title}” was adopted only on {agreement.adopted}, so nobody can have signed it on {day}."
        )
    since = _since(agreement, group.as_of)
    if day < since:
        raise RefusedError(
            f"“{agreement.title}” was changed on {since}: a yes of {day} is to the old words. "
            f"Write {since} or a later day."
        )


def _refuse_non_member(member: Member, day: date) -> None:
    why = why_no_member(member, day)
    if why is None:
        return
    first = f" Write joined: with the day in {member.file} first." if member.is_candidate_on(day) else ""
    raise RefusedError(f"Only members sign, and {member.name} was none on {day} ({why}).{first}")
