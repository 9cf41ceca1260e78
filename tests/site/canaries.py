"""A group with a canary in every field of every kind of record, in all states that records may be in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sowing import Canary, Sower
from visible import Seen, seen

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
NO_MEMBER = {"coming", "tomorrow", "gone"}
"""Who is no member on the day: a candidate, one who will join, one who left."""


def references(whom: str) -> Any:
    """What stands where somebody is meant: an id, or with none a canary, so that nobody knows who it is."""
    return lambda place: (whom if place in PERSONS else OTHERS.get(place)) if whom else None


def group(folder: Path, whom: str = "kit") -> list[Canary]:
    """Writes a group into a folder and gives its canaries. `whom` is what every reference to a person means."""
    sower = Sower(references(whom))
    for file, text in _texts(sower).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return sower.canaries


def _texts(sower: Sower) -> dict[str, str]:
    return {
        "refertext.yml": _settings(sower),
        **dict(_members(sower)),
        **dict(_records(sower)),
        **dict(_referrals(sower)),
        **dict(_meetings(sower)),
        **_overlays(sower),
        **{file: f"# {sower.mark(file, by)}\n" for file, by in _STRAY.items()},
        "docs/index.md": "We meet on Thursdays.\n",
    }


_STRAY = {
    "README.md": Seen.NOBODY,
    "members/README.md": Seen.NOBODY,
    "log/2026/2026-03-05-kit-0001.md": Seen.NOBODY,
    "referrals/notes.txt": Seen.MEMBERS,  # its first line is shown with the finding that it is no record
    "private/notes.md": Seen.NOBODY,
}


def _settings(sower: Sower) -> str:
    def seat(status: str, by: Seen, **more: str) -> dict[str, str]:
        where = f"a seat that is {status}"
        own = {key: sower.mark(f"{where}: {key}", Seen.MEMBERS) for key in ("why", *more)} | more
        return {"category": sower.mark(f"{where}: category", by), "status": status} | own

    wanted = seat("wanted", Seen.PUBLIC)
    given = {
        "timezone": "UTC",
        "currency": "USD",
        "as_of": AS_OF,
        "meets.weekday": "thursday",
        "meets.minutes": "75",
        "meets.nth": None,
        "seats": [wanted, seat("reserved", Seen.MEMBERS, **{"for": "coming"}), seat("opened", Seen.MEMBERS, holder="kit")],
        "site": {"repository": "https://github.com/harbour/group", "branch": "main", "mail": "office@example.com"},
    }
    return sower.sow("group", "settings", "2025-01-02", given)


def _members(sower: Sower) -> list[tuple[str, str]]:
    now = {"left": None, "earlier": None, "former_seats.until": sower.day("former_seats.until", Seen.MEMBERS, date(2025, 2, 3))}
    joined = {"joined": "2025-01-10", "left": None, "former_seats": None, "earlier": None, "introduced_by": None}
    made = {
        "kit": sower.sow("member", "a member", "2025-02-03", now | {"joined": "2025-01-10"}),
        "brian": sower.sow("member", "another member", "2025-01-10", now | {"show_value": "no"}),
        "away": sower.sow("member", "a member on leave", "2025-02-03", joined | {"leave.from": "2026-03-01"}),
        "back": sower.sow(
            "member", "a member once more", "2025-02-03", {"left": None, "former_seats": None, "earlier.joined": "2022-01-04", "earlier.left": "2023-01-04"}
        ),
        "coming": sower.sow("member", "a candidate", "2025-12-20", {"joined": None, "left": None, "earlier": None, "former_seats": None}, _members_only),
        "tomorrow": sower.sow("member", "one who will join", "2025-12-20", joined | {"joined": "2026-03-23"}, _members_only),
        "gone": sower.sow(
            "member", "one who left", "2025-02-03", joined | {"left": {"date": "2026-02-27", "why": sower.mark("left: why", Seen.MEMBERS)}}, _members_only
        ),
    }
    return [(f"members/{id_}.yml", text) for id_, text in made.items()]


def _records(sower: Sower) -> list[tuple[str, str]]:
    pair = {"between": ["brian", "kit"], "cycles.contacts.became": "2026-02-02-kit-brian-shown"}
    commitments = [
        {"measure": "attendance", "at_least": "75%", "over": "26 weeks", "who": ["kit"]},
        {"rule": "manager-not-informed"},
        {"promise": sower.mark("an agreement: promise", Seen.PUBLIC)},
    ]
    return [
        ("agreements/accord.yml", sower.sow("agreement", "an agreement", "2025-01-13", {"commitments": commitments})),
        ("agreements/every-key.yml", sower.sow("agreement", "an agreement with every key", "2025-01-13", {"ended": None})),
        (f"partnerships/brian--kit-{sower.mark('a partnership: id', Seen.MEMBERS)}.yml", sower.sow("partnership", "a partnership", "2025-09-01", pair)),
        ("prospects/haulier.yml", sower.sow("prospect", "a prospect", "2025-07-01", {"do_not_contact": "no"})),
        (f"prospects/{sower.mark('a prospect not to be called: id', Seen.MEMBERS)}.yml", sower.sow("prospect", "a prospect not to be called", "2025-07-01", {}, _no_more)),
        ("profiles/scores.yml", sower.sow("profile", "a profile", "2025-07-01", {"green": "70", "amber": "50", "red": "30", "parts.bands": [{"from": "1", "points": "20"}]})),
    ]  # fmt: skip


def _referrals(sower: Sower) -> list[tuple[str, str]]:
    """Won ones: between two who show their money, between others; an open one, a lead to everyone, one from outside."""
    made = {}
    for name, given in _REFERRALS.items():
        day = sower.day(f"{name}: date", Seen.MEMBERS, date(2025, 10, 1))
        file = f"referrals/2025/{day}-{name}-{sower.mark(f'{name}: id', Seen.MEMBERS)}.yml"
        made[file] = sower.sow("referral", f"a referral, {name}", day, {"date": day} | given, _of_a_referral(name))
    made["referrals/2025/2025-11-25-brian-kit-flow.yml"] = _in_one_line(sower)
    return list(made.items())


def _in_one_line(sower: Sower) -> str:
    """A referral written as people like to write it, with things that check finds."""
    amount = sower.number("a referral in one line: value", Seen.NOBODY)
    history = f"[{{date: 2025-11-26, status: won, value: {amount}, by: nobody-known}}]"
    return f"{{kind: lead, date: 2025-11-25, from: brian, to: kit, about: a shop, history: {history}}}\n"


_WON: dict[str, Any] = {"kind": "referral", "prospect": None, "history.kind": None, "history.status": "won", "parent": None}
_REFERRALS: dict[str, dict[str, Any]] = {
    "shown": _WON | {"from": "kit", "to": "away"},
    "hidden": _WON | {"from": "kit", "to": "brian"},
    "hidden-too": _WON | {"from": "brian", "to": "kit"},
    "by-the-gone": _WON | {"from": "gone", "to": "brian"},
    "open": {"kind": "referral", "history.status": "met", "history.value": None, "gained": None, "history.kind": None},
    "everyone": {"kind": "lead", "to": "everyone", "history.status": None, "history.value": None, "gained": None, "history.kind": None},
    "outside": {"kind": "lead", "from": "outside: zqclientx", "history.value": None, "gained": None, "prospect": None},
    "unknown": {"to": "kit", "prospect": None},
}  # fmt: skip
_PRIVATE_MONEY = {"hidden", "hidden-too", "by-the-gone", "unknown"}


def _of_a_referral(name: str) -> Any:
    money = ("history.value", "gained") if name in _PRIVATE_MONEY else ()
    return lambda path: Seen.NOBODY if path in money else seen("referral", path)


def _meetings(sower: Sower) -> list[tuple[str, str]]:
    kinds = {
        "group": {"kind": "group", "date": "2026-03-05", "next": "2026-03-12", "cancelled": "no"},
        "cancelled": {"kind": "group", "date": "2026-02-26", "next": "2026-03-05"},
        "one-to-one": {"kind": "one-to-one", "between": ["brian", "kit"]},
        "review": {"kind": "review", "between": ["brian", "kit"]},
        "visit": {"kind": "visit", "between": ["away", "kit"]},
    }
    made = []
    for name, given in kinds.items():
        is_open = given["kind"] == "group"
        own = {} if is_open else {"cancelled": "no", "date": sower.day(f"{name}: date", Seen.MEMBERS, date(2025, 12, 16))}
        day = (given | own)["date"]
        id_ = f"{day}-group" if is_open else f"{day}-{name}-{sower.mark(f'{name}: id', Seen.MEMBERS)}"
        text = sower.sow("meeting", f"a meeting, {name}", "2025-12-16", given | own, None if is_open else _members_only)
        made.append((f"meetings/{day[:4]}/{id_}.yml", text))
    return [*made, ("meetings/2026/2026-02-19-group.md", _with_slips(sower))]


def _with_slips(sower: Sower) -> str:
    """Minutes with slips, some of which nobody can understand."""
    won, wrong = (sower.number(f"a slip: won {which}", Seen.NOBODY) for which in "ab")
    minutes = f"---\nkind: group\ndate: 2026-02-19\n---\n{sower.mark('minutes', Seen.MEMBERS)}\n\n## Log\n\n"
    return f"{minutes}- thanks Brian > Kit: a shop; won {won}\n- thanx Brian > Kit: a shop; won {wrong}\n"


def _overlays(sower: Sower) -> dict[str, str]:
    """What only the owner of the machine sees, with the same names as records of the group."""
    kinds = {"prospects/haulier": "prospect", "members/kit": "member", "members/coming": "member", "agreements/accord": "agreement"}
    return {
        f"private/{file}.yml": sower.sow(kind, f"private {file}", "2024-01-02", {}, lambda _: Seen.NOBODY)
        for file, kind in kinds.items()
    } | {f"private/prospects/{sower.mark('private file', Seen.NOBODY)}.yml": "alias: x\n"}


def _members_only(_path: str) -> Seen:
    return Seen.MEMBERS


def _no_more(path: str) -> Seen:
    return max(seen("prospect", path), Seen.MEMBERS)
