"""How what a measure counts is brought about: what to write for one more of it, and the command that writes it.

Keyed by measure, since measures of one family count what stands in different records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from refertext.group import Group
from refertext.insights.debts.ready import (
    TEXT,
    command,
    file_written,
    in_braces,
    talk_recorded,
    talk_written,
)
from refertext.measures import Measure, Subject
from refertext.records.meeting import IN_PERSON

Words = tuple[str, str]
"""What to write, and the command that writes it; empty where none does."""
Way = Callable[[Group, Subject], Words]

RECEIVED = frozenset(f"{kind}-received" for kind in ("contributions", "introductions", "leads", "referrals"))
"""The measures of what others give."""


def brought_about(group: Group, measure: Measure, subject: Subject) -> Words:
    """What to write for one more of what a measure counts, of a subject, and the command that does it; both empty where
    nothing is to be written, such as for a member who stays.
    """
    way = WAYS[measure.name]
    return way(group, subject) if way else ("", "")


def _who(subject: Subject) -> str:
    return subject.ids[0] if subject.ids else "MEMBER"


def _handing_over(kind: str = "KIND", more: Mapping[str, str] = MappingProxyType({}), *, received: bool = False) -> Way:
    """A gift: who gives it and who gets it are the two of a pair; of one member the other side is anybody."""

    def way(group: Group, subject: Subject) -> Words:
        one, other = (*subject.ids, "", "")[:2]
        giver, receiver = (other, one) if received else (one, other)
        said = {"kind": kind, "from": giver or "GIVER", "to": receiver or "RECEIVER", "about": "TEXT", **more}
        options = [word for key, value in said.items() for word in (f"--{key}", value)]
        keys = {**said, "about": TEXT, "date": f"{group.as_of} (the day of it)"}
        if "consent" in keys:
            keys["consent"] = in_braces({"date": group.as_of, "how": TEXT})
        return file_written(f"referrals/{group.as_of.year}/", keys), command("new", "referral", *options)

    return way


def _step(status: str, more: Mapping[str, str] = MappingProxyType({})) -> Way:
    """An entry in the history of something that was handed over."""

    def way(group: Group, _subject: Subject) -> Words:
        said = in_braces({"date": group.as_of, "status": status, **more})
        options = [word for key, value in more.items() for word in (f"--{key}", value)]
        return (
            f"under history: in the file of the referral - {said} (with the day of it)",
            command("advance", "REFERRAL", status, *options),
        )

    return way


def _attending(status: str, how: str = "") -> Way:
    """An entry in the attendance of a meeting; `how` says what else will do."""

    def way(_group: Group, subject: Subject) -> Words:
        who = _who(subject)
        write = f"under attendance: in the file of each meeting {who}: {status}{f' (or {how})' if how else ''}"
        return write, command("attend", "MEETING", f"{who}={status}")

    return way


def _substitute(_group: Group, subject: Subject) -> Words:
    who = _who(subject)
    said = in_braces({"status": "substitute", "name": TEXT})
    write = f"under attendance: in the file of the meeting {who}: {said} (who stood in)"
    return write, command("attend", "MEETING", f"{who}=substitute:TEXT")


def _notice(_group: Group, subject: Subject) -> Words:
    who = _who(subject)
    said = in_braces({"status": "absent", "notice": "DAY"})
    write = f"under attendance: in the file of each meeting that is missed {who}: {said} (the day on which it was told)"
    return write, command("attend", "MEETING", f"{who}=absent:DAY")


def _gift_on_a_day_away(group: Group, subject: Subject) -> Words:
    who = _who(subject)
    keys = {"kind": "lead", "date": "DAY (that of the meeting that is missed)", "from": who, "to": "everyone"}
    options = ("--kind", "lead", "--from", who, "--to", "everyone", "--about", "TEXT", "--on", "DAY")
    folder = f"referrals/{group.as_of.year}/"
    return file_written(folder, {**keys, "about": TEXT}), command("new", "referral", *options)


def _talk(group: Group, subject: Subject) -> Words:
    both = (*subject.ids, *(["MEMBER", "OTHER"] if not subject.ids else ["OTHER"]))[:2]
    return talk_written(group, both), talk_recorded(both)


def _review(group: Group, subject: Subject) -> Words:
    return talk_written(group, subject.ids, "review"), ""


def _group_meeting(group: Group, _subject: Subject) -> Words:
    keys = {"kind": "group", "date": "DAY", "attendance": "{MEMBER: present} (a line for each)"}
    return file_written(f"meetings/{group.as_of.year}/", keys), command("new", "meeting", "--on", "DAY")


def _next_day(_group: Group, _subject: Subject) -> Words:
    return "next: DAY (of the next one) in the file of each meeting", command("set", "MEETING", "next", "DAY")


def _presentation(_group: Group, subject: Subject) -> Words:
    who = _who(subject)
    write = f"under presented: in the file of the meeting - {who}"
    return write, command("set", "MEETING", "presented", who, "--add")


def _visitor(_group: Group, subject: Subject) -> Words:
    said = in_braces({"name": TEXT, "invited_by": _who(subject)})
    write = f"under visitors: in the file of the meeting - {said}"
    return write, command("set", "MEETING", "visitors", said, "--add")


def _joining(group: Group, _subject: Subject) -> Words:
    keys = {"name": f"{TEXT} (as under visitors:, if they were one)", "business": TEXT, "joined": group.as_of}
    options = ("--name", "TEXT", "--business", "TEXT", "--category", "CATEGORY")
    return file_written("members/", {**keys, "seat": "{category: CATEGORY}"}), command("new", "member", *options)


def _thanking(group: Group, _subject: Subject) -> Words:
    said = in_braces({"date": group.as_of, "where": TEXT, "words": TEXT})
    write = f"thanked: {said} (with the day of the thanks) in the file of what they are for"
    return write, command("thank", "REFERRAL", "--where", "TEXT", "--words", "TEXT")


def _qualifying(group: Group, _subject: Subject) -> Words:
    yes = in_braces({"date": group.as_of, "how": TEXT})
    write = f"consent: {yes} (the day of the yes) and level: LEVEL in the file of each referral without them"
    return write, command("set", "REFERRAL", "consent", yes)


_QUALIFIED = {"consent": "TEXT", "level": "LEVEL"}
_WON = _step("won", {"value": "AMOUNT"})

WAYS: Mapping[str, Way | None] = {
    "absences": _attending("absent"),
    "absenteeism": _attending("absent"),
    "attendance": _attending(*IN_PERSON),
    "attendance-credited": _attending("present", "late, or substitute with a name"),
    "consecutive-absences": _attending("absent"),
    "equivalent-absences": _attending("absent"),
    "lates": _attending("late"),
    "leads-while-absent": _gift_on_a_day_away,
    "notice-given": _notice,
    "substitutes": _substitute,
    "fulfilment": _handing_over("referral", _QUALIFIED),
    "meetings-held": _group_meeting,
    "next-fixed": _next_day,
    "one-to-one-coverage": _talk,
    "one-to-one-yield": _handing_over(received=True),
    "one-to-ones": _talk,
    "presentations": _presentation,
    "reviews-held": _review,
    "visitor-conversion": _joining,
    "visitors": _visitor,
    "balance": _handing_over(),
    "concentration": _handing_over(),
    "contributions": _handing_over(),
    "contributions-received": _handing_over(received=True),
    "introductions": _handing_over("introduction"),
    "introductions-received": _handing_over("introduction", received=True),
    "leads": _handing_over("lead"),
    "leads-received": _handing_over("lead", received=True),
    "outside-share": _handing_over(more={"tier": "outside"}),
    "qualified-share": _qualifying,
    "referrals": _handing_over("referral", _QUALIFIED),
    "referrals-received": _handing_over("referral", _QUALIFIED, received=True),
    "two-way-pairs": _handing_over(),
    "drifting": None,
    "growth": _joining,
    "retention": None,
    "size": _joining,
    "conversion": _WON,
    "freshness": None,
    "new-clients": _WON,
    "prospect-meetings": _step("met"),
    "response-time": _step("contacted"),
    "seat-value": _WON,
    "thanks": _thanking,
    "thanks-said": _thanking,
    "value": _WON,
    "value-received": _WON,
    "value-thanked": _thanking,
}
"""How each measure's number grows, in order of family and name; None where nothing that is written makes it grow."""
