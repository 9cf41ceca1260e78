"""Advancing a referral: one more entry in its history, where its day belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.group import Group
from refertext.group.referral_life import Life, lives
from refertext.group.steps import obstacle
from refertext.group.telling import about, giver_of
from refertext.records import Referral
from refertext.records.referral import KINDS, Entry, ReferralKind, Status
from refertext.text.edits import Append, InsertByDay, Intent, SetValue
from refertext.text.wording import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new about a referral: a step, a note, or that it is of a higher kind now, on a day.

    `by` is a member's id; `value` is what was won, as it is to be written; `consent` is how the prospect said yes.
    """

    on: date
    status: Status | None = None
    note: str | None = None
    kind: ReferralKind | None = None
    by: str | None = None
    value: str | None = None
    consent: str | None = None


def advancing(group: Group, referral: Referral, news: News) -> Draft:
    """An entry for a referral's history. RefusedError where the step is not among those that may come next."""
    _check_day(group, referral, news.on)
    _check_kind(referral, news)
    life = _life(group, referral, news)
    if news.status:
        _check_step(life, news)
    if news.value is not None and news.status != "won":
        raise RefusedError("A value is what was won, so it needs the status “won”.")
    return Draft(
        said=_said(group, referral, news),
        subject=f"Advance {referral.id}: {news.status or news.kind or 'a note'}",
        parts=(Edit(referral.file, tuple(_intents(referral, news, life))),),
        remarks=tuple(_remarks(referral, news)),
    )


def receiving_life(group: Group, referral: Referral, by: str | None) -> Life:
    """The life in which a step is recorded; RefusedError where several took up the lead and nobody is named."""
    found = lives(group, referral)
    if len(found) == 1:
        return found[0]
    holders = {life.receiver: life for life in found if life.receiver}
    if by in holders:
        return holders[by]
    names = listed([group.name(id_) for id_ in holders], "or")
    raise RefusedError(f"Several took up this lead, so say whose step it is: add --by and {names}.")


def _life(group: Group, referral: Referral, news: News) -> Life:
    if referral.is_to_everyone and news.status:
        if news.by is None and not referral.taken_by:
            raise RefusedError("This lead went to everyone. Say who took it up: add --by and a member.")
        if news.by is None:
            return receiving_life(group, referral, None)
        known = {life.receiver: life for life in lives(group, referral)}
        return known.get(news.by, Life(referral, news.by, ()))
    return receiving_life(group, referral, news.by)


def _check_day(group: Group, referral: Referral, on: date) -> None:
    if on > group.as_of:
        raise RefusedError(f"{on} is still to come. Give the day on which it happened.")
    if on < referral.date:
        raise RefusedError(f"{on} is before {referral.date}, when it was handed over.")


def _check_kind(referral: Referral, news: News) -> None:
    if news.consent is not None and referral.consent:
        raise RefusedError(
            f"The prospect's consent of {referral.consent.date} is written down already. To change it: "
            f"refertext set {referral.id} consent.how …"
        )
    if news.kind is None:
        return
    now = max((referral.kind, *(entry.kind for entry in referral.history if entry.kind)), key=KINDS.index)
    if KINDS.index(news.kind) <= KINDS.index(now):
        higher = KINDS[KINDS.index(now) + 1 :]
        more = f"only a higher kind can be recorded: {listed(higher, 'or')}" if higher else "there is no higher one"
        raise RefusedError(f"It is of kind “{now}” already; {more}.")
    if news.kind == "referral" and news.consent is None and referral.consent is None:
        raise RefusedError(
            "A referral needs the prospect's yes to be contacted by this receiver: add how it was given, for example "
            "--consent phone."
        )


def _check_step(life: Life, news: News) -> None:
    """Whether the new step may stand where its day puts it, among those before and after it."""
    found = obstacle(life, Entry(date=news.on, status=news.status, by=news.by))
    if found and found.before:
        raise RefusedError(f"{found.said}. Give the right day with --on, or record a --note instead.")
    if found and not found.possible:
        raise RefusedError(f"{found.said}. Hand over a new one, or record a --note.")
    if found:
        can = f"It can become {listed(found.possible, 'or')}"
        raise RefusedError(f"{found.said}. {can}; news without a new step is a --note.")


def _intents(referral: Referral, news: News, life: Life) -> Iterator[Intent]:
    taken = {life.receiver, *referral.taken_by}
    if referral.is_to_everyone and news.status and news.by and taken != set(referral.taken_by):
        yield Append(("taken_by",), news.by)
    if news.consent is not None:
        yield SetValue(("consent",), {"date": news.on.isoformat(), "how": news.consent})
    yield InsertByDay(("history",), _entry(news))


def _entry(news: News) -> dict[str, Any]:
    written = {
        "date": news.on.isoformat(),
        "status": news.status,
        "kind": news.kind,
        "by": news.by,
        "value": news.value,
        "note": news.note,
    }
    return {key: value for key, value in written.items() if value is not None}


def _said(group: Group, referral: Referral, news: News) -> str:
    to = "everyone" if referral.is_to_everyone else group.name(referral.to)
    what = about(group, referral)
    told = f"from {giver_of(group, referral)} to {to}{f', “{what}”' if what else ''}"
    worth = f", worth {news.value}" if news.value else ""
    by = f" by {group.name(news.by)}" if news.by else ""
    return f"Recorded “{news.status or news.kind or 'a note'}” for {news.on}{by}{worth}: {told}."


def _remarks(referral: Referral, news: News) -> Iterator[str]:
    if news.status == "won" and news.value is None:
        at = max((number for number, entry in referral.entries if entry.date <= news.on), default=-1) + 2
        yield (
            "What was it worth? Without a value this win does not count in any sum. To add it: "
            f"refertext set {referral.id} history.{at}.value 12500"
        )
    if news.status == "returned" and news.note is None:
        yield "Why was it returned? The giver learns most from the reason: say it with --note the next time."
