"""A group with a canary in every field of every kind of record, in all states that records may be in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sowing import Canary, Sower
from visible import Seen, seen

File = tuple[str, str]
Given = dict[str, Any]
To = Callable[[str], Seen]

AS_OF = "2026-03-11"
PERSONS = {
    "group.coordinator", "group.seats.for", "group.seats.holder", "group.searches.by", "group.searches.found",
    "member.introduced_by", "member.path.by", "member.seat.consents.by", "member.seat.shared_with",
    "agreement.concerns.by", "agreement.concerns.about",
    "partnership.goals", "partnership.gain", "partnership.fit", "partnership.balance.shares", "partnership.explained",
    "partnership.action_plan.by", "partnership.cycles.promise", "partnership.cycles.contacts.from",
    "partnership.concerns.by", "partnership.concerns.about",
    "prospect.known_by", "prospect.joint.lead", "prospect.consent.by",
    "referral.from", "referral.taken_by", "referral.history.by",
    "meeting.next_presenter", "meeting.attendance", "meeting.presented", "meeting.visitors.invited_by",
    "meeting.actions.who", "meeting.between",
}  # fmt: skip
"""Where a member's id stands."""
OTHERS = {
    "member.signed": "accord",
    "agreement.commitments.with": "each member",
    "agreement.commitments.weights": "late",
    "prospect.wanted_by": "brian",
    "prospect.joint.with": "brian",
    "referral.to": "brian",
    "referral.prospect": "haulier",
    "profile.parts.measure": "referrals",
    "profile.parts.weights": "late",
    "group.profile": "scores",
}
"""What stands where another word belongs that means something."""


def references(whom: str) -> Any:
    """What stands where somebody is meant: an id, or with none a canary, so that nobody knows who it is."""
    return lambda place: (whom if place in PERSONS else OTHERS.get(place)) if whom else None


def group(folder: Path, whom: str = "kit", word: Callable[[str], str] = str) -> list[Canary]:
    """Writes a group into a folder and gives its canaries. `whom` is what every reference to a person means, `word`
    makes the text that stands for a canary.
    """
    sower = Sower(references(whom), word)
    for file, text in _texts(sower).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return sower.canaries


def _texts(sower: Sower) -> dict[str, str]:
    made = (_members, _records, _referrals, _meetings, _overlays)
    texts = {"refertext.yml": _settings(sower), "docs/index.md": "We meet on Thursdays.\n"}
    texts |= {file: text for some in made for file, text in some(sower)}
    return texts | {file: f"# {sower.mark(file, by)}\n" for file, by in _STRAY.items()}


_STRAY = {
    "README.md": Seen.NOBODY,
    "members/README.md": Seen.NOBODY,
    "log/2026/2026-03-05-kit-0001.md": Seen.NOBODY,
    "referrals/notes.txt": Seen.MEMBERS,  # its first line is shown with the finding that it is no record
    "private/notes.md": Seen.NOBODY,
}


def _settings(sower: Sower) -> str:
    def seat(status: str, by: Seen, **more: str) -> dict[str, str]:
        category, why = f"a seat that is {status}: category", f"a seat that is {status}: why"
        said = {"category": sower.word(sower.mark(category, by)), "why": sower.word(sower.mark(why, Seen.MEMBERS))}
        return said | {"status": status} | more

    seats = [
        seat("wanted", Seen.PUBLIC),
        seat("reserved", Seen.MEMBERS, **{"for": "coming"}),
        seat("opened", Seen.MEMBERS, holder="kit"),
    ]
    given = {
        "timezone": "UTC",
        "currency": "USD",
        "as_of": AS_OF,
        "meets.weekday": "thursday",
        "meets.minutes": "75",
        "meets.nth": None,
        "seats": seats,
        "site": {"repository": "https://github.com/harbour/group", "branch": "main", "mail": "office@example.com"},
    }
    return sower.sow("group", "settings", "2025-01-02", given)


def _members(sower: Sower) -> Iterator[File]:
    def member(id_: str, name: str, start: str, given: Given, to: To | None = None) -> File:
        return f"members/{id_}.yml", sower.sow("member", name, start, given, to)

    changed = sower.day("a member: former_seats.until", Seen.MEMBERS, date(2025, 2, 3))
    now: Given = {"left": None, "earlier": None, "former_seats.until": changed}
    new: Given = {"left": None, "earlier": None, "former_seats": None}
    joined: Given = {"joined": "2025-01-10", "introduced_by": None} | new
    twice: Given = {"earlier.joined": "2022-01-04", "earlier.left": "2023-01-04"}
    left: Given = {"date": "2026-02-27", "why": sower.mark("one who left: left.why", Seen.MEMBERS)}
    yield member("kit", "a member", "2025-02-03", now | {"joined": "2025-01-10"})
    yield member("brian", "another member", "2025-01-10", now | {"show_value": "no"})
    yield member("away", "a member on leave", "2025-02-03", joined | {"leave.from": "2026-03-01"})
    yield member("back", "a member once more", "2025-02-03", {"left": None, "former_seats": None} | twice)
    yield member("coming", "a candidate", "2025-12-20", new | {"joined": None}, _members_only)
    yield member("tomorrow", "one who will join", "2025-12-20", joined | {"joined": "2026-03-23"}, _members_only)
    yield member("gone", "one who left", "2025-02-03", joined | {"left": left}, _members_only)


def _records(sower: Sower) -> Iterator[File]:
    commitments = [
        {"measure": "attendance", "at_least": "75%", "over": "26 weeks", "who": ["kit"]},
        {"rule": "manager-not-informed"},
        {"promise": sower.word(sower.mark("an agreement: promise", Seen.PUBLIC))},
    ]
    accord = sower.sow("agreement", "an agreement", "2025-01-13", {"commitments": commitments})
    yield "agreements/accord.yml", accord
    every_key = sower.sow("agreement", "an agreement with every key", "2025-01-13", {"ended": None})
    yield "agreements/every-key.yml", every_key
    pair = sower.sow("partnership", "a partnership", "2025-09-01", {"between": ["brian", "kit"]})
    yield f"partnerships/brian--kit-{sower.mark('a partnership: id', Seen.MEMBERS)}.yml", pair
    yield "prospects/haulier.yml", sower.sow("prospect", "a prospect", "2025-07-01", {"do_not_contact": "no"})
    unwilling = sower.sow("prospect", "a prospect not to be called", "2025-07-01", {}, _no_more)
    yield f"prospects/{sower.mark('a prospect not to be called: id', Seen.MEMBERS)}.yml", unwilling
    table = {"green": "70", "amber": "50", "red": "30", "parts.bands": [{"from": "1", "points": "20"}]}
    yield "profiles/scores.yml", sower.sow("profile", "a profile", "2025-07-01", table)


_WON: Given = {"kind": "referral", "prospect": None, "parent": None, "history.kind": None, "history.status": "won"}
_NOT_WON: Given = {"history.value": None, "gained": None, "history.kind": None}
_REFERRALS: dict[str, Given] = {
    "shown": _WON | {"from": "kit", "to": "away"},
    "hidden": _WON | {"from": "kit", "to": "brian"},
    "hidden-too": _WON | {"from": "brian", "to": "kit"},
    "by-the-gone": _WON | {"from": "gone", "to": "brian"},
    "open": _NOT_WON | {"kind": "referral", "history.status": "met"},
    "everyone": _NOT_WON | {"kind": "lead", "to": "everyone", "history.status": None},
    "outside": _NOT_WON | {"kind": "lead", "from": "outside: a client", "prospect": None},
    "unknown": {"to": "kit", "prospect": None},
}
"""Won ones between two who show their money, and between others; an open one, a lead to all, one from outside."""
_PRIVATE_MONEY = {"hidden", "hidden-too", "by-the-gone", "unknown"}


def _referrals(sower: Sower) -> Iterator[File]:
    for name, given in _REFERRALS.items():
        day = sower.day(f"{name}: date", Seen.MEMBERS, date(2025, 10, 1))
        file = f"referrals/2025/{day}-{name}-{sower.mark(f'{name}: id', Seen.MEMBERS)}.yml"
        to = _without_money if name in _PRIVATE_MONEY else None
        yield file, sower.sow("referral", f"a referral, {name}", day, {"date": day} | given, to)
    yield "referrals/2025/2025-11-25-brian-kit-flow.yml", _in_one_line(sower)


def _in_one_line(sower: Sower) -> str:
    """A referral written as people like to write it, with things that check finds."""
    amount = sower.number("a referral in one line: value", Seen.NOBODY)
    history = f"[{{date: 2025-11-26, status: won, value: {amount}, by: nobody-known}}]"
    return f"{{kind: lead, date: 2025-11-25, from: brian, to: kit, about: a shop, history: {history}}}\n"


_GROUP_MEETINGS: dict[str, Given] = {
    "held": {"date": "2026-03-05", "next": "2026-03-12", "cancelled": "no"},
    "cancelled": {"date": "2026-02-26", "next": "2026-03-05"},
}
_OTHER_MEETINGS = {"one-to-one": ["brian", "kit"], "review": ["brian", "kit"], "visit": ["away", "kit"]}


def _meetings(sower: Sower) -> Iterator[File]:
    for name, given in _GROUP_MEETINGS.items():
        text = sower.sow("meeting", f"a meeting, {name}", "2025-12-16", {"kind": "group"} | given)
        yield f"meetings/2026/{given['date']}-group.yml", text
    for kind, between in _OTHER_MEETINGS.items():
        day = sower.day(f"{kind}: date", Seen.MEMBERS, date(2025, 12, 16))
        own: Given = {"kind": kind, "between": between, "cancelled": "no", "date": day}
        text = sower.sow("meeting", f"a meeting, {kind}", "2025-12-16", own, _members_only)
        yield f"meetings/{day[:4]}/{day}-{kind}-{sower.mark(f'{kind}: id', Seen.MEMBERS)}.yml", text
    yield "meetings/2026/2026-02-19-group.md", _with_slips(sower)


def _with_slips(sower: Sower) -> str:
    """Minutes with slips, two of which nobody can understand."""
    won, wrong, signed = (sower.number(f"a slip: won {which}", Seen.NOBODY) for which in "abc")
    minutes = f"---\nkind: group\ndate: 2026-02-19\n---\n{sower.mark('minutes', Seen.MEMBERS)}\n\n## Log\n\n"
    slips = f"- thanks Brian > Kit: a shop; won {won}\n- thanx Brian > Kit: a shop; won {wrong}\n"
    return f"{minutes}{slips}- Thanks Brian > Kit: a shop; ${signed}\n"


_PRIVATE = {
    "prospects/haulier": "prospect",
    "members/kit": "member",
    "members/coming": "member",
    "agreements/accord": "agreement",
}


def _overlays(sower: Sower) -> Iterator[File]:
    """What only the owner of the machine sees, with the same names as records of the group."""
    for file, kind in _PRIVATE.items():
        yield f"private/{file}.yml", sower.sow(kind, f"private {file}", "2024-01-02", {}, _nobody)
    yield f"private/prospects/{sower.mark('private file', Seen.NOBODY)}.yml", "alias: x\n"


def _nobody(_path: str) -> Seen:
    return Seen.NOBODY


def _members_only(_path: str) -> Seen:
    return Seen.MEMBERS


def _no_more(path: str) -> Seen:
    """Of a prospect who does not want to hear from the group the public sees nothing."""
    return max(seen("prospect", path), Seen.MEMBERS)


def _without_money(path: str) -> Seen:
    return Seen.NOBODY if path in ("history.value", "gained") else seen("referral", path)
