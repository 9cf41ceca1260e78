"""Which partnership two members mean, and which of the two a word means."""

from __future__ import annotations

from refertext.drafts.draft import RefusedError
from refertext.group import Group
from refertext.group.meant import ids_called, why_unread
from refertext.group.non_members import why_no_member
from refertext.group.pairs import partners
from refertext.insights.partners.partnerships import called
from refertext.records import Partnership
from refertext.text.wording import listed


def partnership_of(group: Group, one: str, other: str) -> Partnership:
    """The partnership of two members, by their present ids, that is at work on the as-of day.

    RefusedError where there is none, with those that there are, or more than one.
    """
    if one == other:
        raise RefusedError(f"A partnership is between two: you named {group.name(one)} twice.")
    found = [p for _, p in sorted(group.partnerships.items()) if set(partners(group, p)) == {one, other}]
    if not found:
        raise RefusedError(_no_partnership(group, one, other))
    if len(found) > 1:
        files = listed([partnership.file for partnership in found])
        raise RefusedError(f"The partnership of {called(group, (one, other))} is recorded twice: {files}. Keep one.")
    _refuse_gone(group, found[0])
    return found[0]


def partner_called(group: Group, partnership: Partnership, text: str) -> str:
    """The present id of the partner whom a text means: the start of an id or name. RefusedError where it is neither."""
    both = partners(group, partnership)
    present = group.resolve("members", text.strip())
    found = [present] if present in both else ids_called(text, {id_: group.name(id_) for id_ in both})
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError(f"“{text}” may be {listed(both, 'or')}. Write more of it.")
    raise RefusedError(f"“{text}” is neither of the two partners: write {listed(both, 'or')}.")


def _no_partnership(group: Group, one: str, other: str) -> str:
    unread = sorted(id_ for id_ in group.unread["partnerships"] if one in id_ and other in id_)
    if unread:
        return why_unread("partnerships", unread[0])
    near = [
        f"{called(group, partners(group, partnership))}"
        for _, partnership in sorted(group.partnerships.items())
        if {one, other} & set(partners(group, partnership))
    ]
    known = f" There are those of {'; '.join(near)}." if near else ""
    return (
        f"{called(group, (one, other))} are no partners yet.{known} To begin a partnership of the two: "
        "refertext new partnership"
    )


def _refuse_gone(group: Group, partnership: Partnership) -> None:
    """Nobody plans with somebody who is no member, or before the partnership begins."""
    for id_ in partners(group, partnership):
        member = group.members.get(id_)
        why = why_no_member(member, group.as_of) if member else None
        if member and why:
            raise RefusedError(f"{member.name} {why}, so the partnership is not at work on {group.as_of}.")
    if partnership.since > group.as_of:
        raise RefusedError(
            f"The partnership begins on {partnership.since}. Plan it from that day on, or correct since: in "
            f"{partnership.file}."
        )
