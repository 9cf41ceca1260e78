"""name-and-record-differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from refertext.group import Group
from refertext.group.ids import is_misdated
from refertext.patterns import pattern
from refertext.problem import Place, Problem, Severity
from refertext.records import Meeting, Record, Referral
from refertext.rules.rule import rule

_NAMED = pattern(r"\d{4}-\d{2}-\d{2}-(.+?)(?:-[a-z0-9]{4})?\Z", re.ASCII)
_MOST_WORDS = 6  # of an id
_YEAR = pattern(r"\w+/(\d{4})/", re.ASCII)


def _differences(group: Group, record: Referral | Meeting, names: tuple[str, ...]) -> Iterator[Problem]:
    """What a dated file's name and folder say otherwise than its record; at most one thing."""
    written = record.date.isoformat()
    as_named = record.id.startswith(written) and record.id.startswith(names, len(written) + 1)
    if as_named and f"/{written[:4]}/" in record.file:
        return
    said = _NAMED.match(record.id)
    year = _YEAR.match(record.file)
    if is_misdated(record.id, record.date):
        yield _differ(record, "date", record.id[:10], written)
    elif year and year[1] != written[:4]:
        yield _in_another_year(record, year[1])
    elif said and not as_named and _is_made_of_ids(group, said[1]) and _are_members(group, _people(record)):
        yield _differ(record, _key(record), said[1], names[0])


def _people(record: Referral | Meeting) -> Sequence[str]:
    """The ids of members that the file's name repeats."""
    if isinstance(record, Meeting):
        return record.between
    giver = () if record.giver_is_outside else (record.from_,)
    return giver if record.is_to_everyone else (*giver, record.to)


def _names(meeting: Meeting) -> tuple[str, ...]:
    """How the names in a meeting's file name may read."""
    if meeting.kind == "group":
        return ("group",)
    if len(meeting.between) > 3:
        return ("-".join(meeting.between),)
    return tuple("-".join(order) for order in permutations(meeting.between)) or (meeting.kind,)


def _is_made_of_ids(group: Group, names: str) -> bool:
    """Whether a file's name means present ids, and not words of somebody's own: it begins with one."""
    words = names.split("-")
    starts = ["-".join(words[:count]) for count in range(1, min(len(words), _MOST_WORDS) + 1)]
    present = any(start in ("group", "outside") or group.knows("members", start) for start in starts)
    return present and not any(former in names for former in group.former["members"])


def _key(record: Referral | Meeting) -> str:
    """The key at which a record says who it is about."""
    if isinstance(record, Referral):
        return "from"
    return "between" if record.between else "kind"


def _are_members(group: Group, ids: Sequence[str]) -> bool:
    return all(group.knows("members", id_) for id_ in ids)


def _are_same(group: Group, ids: Sequence[str], others: Sequence[str]) -> bool:
    """Whether ids mean the same members; after a rename the file's name says the former id."""
    one, other = (sorted(group.resolve("members", id_) for id_ in several) for several in (ids, others))
    return one == other


def _differ(record: Record, key: str, name_says: str, record_says: str) -> Problem:
    return Problem(
        f"The file's name says {name_says}, but the record says {record_says}",
        Place(record.file, (key,)),
        "correct the record, or rename the file",
    )


def _in_another_year(record: Referral | Meeting, year: str) -> Problem:
    folder = record.file.partition("/")[0]
    return Problem(
        f"The file stands in the folder of {year}, but its date is {record.date}",
        Place(record.file, ("date",)),
        f"move it to {folder}/{record.date.year}/",
    )


@rule(Severity.ERROR)
def name_and_record_differ(group: Group) -> Iterator[Problem]:
    """The file's name says another date or other names than the record.

    The names of some files repeat what is in them, so that a list of files can be read. When the two
    differ, one of them is wrong, and people will trust the one they see first.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-05  # expect: name-and-record-differ
    from: lee-ortiz
    to: brian-cho
    about: a brewery that hires
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    about: a brewery that hires
    ```
    """
    for referral in group.referrals.values():
        receiver = "everyone" if referral.is_to_everyone else referral.to
        giver = "outside" if referral.giver_is_outside else referral.from_
        yield from _differences(group, referral, (f"{giver}-{receiver}",))
    for meeting in group.meetings.values():
        yield from _differences(group, meeting, _names(meeting))
    for partnership in group.partnerships.values():
        named = partnership.id.split("--")
        if len(named) != 2 or not _are_members(group, (*named, *partnership.between)):
            continue
        if not _are_same(group, named, partnership.between):
            yield _differ(partnership, "between", " and ".join(named), " and ".join(partnership.between))
