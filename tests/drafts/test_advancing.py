"""Advancing: which step may come when, and what is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from conftest import group_of
from refertext.drafts import Edit, RefusedError
from refertext.drafts.advancing import News, advancing
from refertext.text.edits import Edited, edit

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
TAKEN = "referrals/2026/2026-02-20-lee-ortiz-everyone-aa11.yml"
LEAD = "kind: lead\ndate: 2026-02-20\nfrom: lee-ortiz\nto: everyone\nabout: a bakery\n"
START = (
    "kind: {kind}\ndate: 2026-03-02\nfrom: kit-larsen\nto: brian-cho\nprospect: haulier-nampa\nlevel: 4\n"
    "consent: {{date: 2026-03-01, how: phone}}\n"
)


def day(number: int, month: int = 3) -> date:
    return date(2026, month, number)


def steps(*entries: str) -> str:
    """A history: `6 met` is the status met on March 6."""
    words = (entry.split() for entry in entries)
    return "history:\n" + "".join(f"  - date: 2026-03-{int(d):02}\n    status: {s}\n" for d, s in words)


def advanced(cast: dict[str, str], text: str, file: str = FILE, **news: Any) -> str:
    """The file after some news, or why it is refused."""
    group = group_of({**cast, file: text})
    referral = group.referrals[file.rpartition("/")[2].removesuffix(".yml")]
    try:
        draft = advancing(group, referral, News(**{"on": group.as_of, **news}))
    except RefusedError as refusal:
        return str(refusal)
    (part,) = draft.parts
    assert isinstance(part, Edit)
    edited = edit(text, file, part.intents)
    assert isinstance(edited, Edited)
    return edited.text.removeprefix(text)


NEWS = "; news without a new step is a --note."
ENTRY = "  - date: 2026-03-11\n    status: {}\n"


@pytest.mark.parametrize(
    ("history", "status", "expected"),
    [
        ("", "accepted", "history:\n" + ENTRY.format("accepted")),
        ("", "won", "history:\n" + ENTRY.format("won")),
        (steps("3 accepted"), "contacted", ENTRY.format("contacted")),
        (steps("3 accepted"), "stalled", ENTRY.format("stalled")),
        (steps("3 contacted", "5 stalled"), "met", ENTRY.format("met")),
        (steps("3 won"), "won", ENTRY.format("won")),
        (
            steps("3 met"),
            "contacted",
            (
                "This referral is “met” since 2026-03-03, so it cannot become “contacted”. "
                "It can become proposed, won, lost, not-a-fit or stalled" + NEWS
            ),
        ),
        (
            steps("3 contacted", "5 stalled"),
            "accepted",
            (
                "This referral is “contacted” since 2026-03-03, so it cannot become “accepted”. "
                "It can become met, proposed, won, lost, not-a-fit or stalled" + NEWS
            ),
        ),
        (
            steps("3 accepted"),
            "returned",
            (
                "This referral is “accepted” since 2026-03-03, so it cannot become “returned”. "
                "It can become contacted, met, proposed, won, lost, not-a-fit or stalled" + NEWS
            ),
        ),
        (
            steps("3 lost"),
            "won",
            "This referral is “lost” since 2026-03-03, and that was its end. Hand over a new one, or record a --note.",
        ),
        (
            steps("3 won"),
            "met",
            "This referral is “won” since 2026-03-03, so it cannot become “met”. It can become won" + NEWS,
        ),
    ],
)
def test_steps(cast: dict[str, str], history: str, status: str, expected: str) -> None:
    assert advanced(cast, START.format(kind="referral") + history, status=status) == expected


def test_an_earlier_day_is_put_between(cast: dict[str, str]) -> None:
    text = START.format(kind="referral") + steps("3 accepted", "9 proposed")
    new = advanced(cast, text, status="met", on=day(5))
    assert new.endswith("2026-03-05\n    status: met\n  - date: 2026-03-09\n    status: proposed\n")
    assert advanced(cast, text, status="won", on=day(5)) == (
        "“won” on 2026-03-05 does not fit before “proposed” of 2026-03-09. Give the right day with --on, or record a "
        "--note instead."
    )


@pytest.mark.parametrize(
    ("news", "expected"),
    [
        ({"on": day(12)}, "2026-03-12 is still to come. Give the day on which it happened."),
        ({"on": day(1)}, "2026-03-01 is before 2026-03-02, when it was handed over."),
        ({"value": "100", "status": "met"}, "A value is what was won, so it needs the status “won”."),
        ({"kind": "introduction"}, "It is of kind “referral” already; there is no higher one."),
    ],
)
def test_refusals(cast: dict[str, str], news: dict[str, Any], expected: str) -> None:
    assert advanced(cast, START.format(kind="referral"), **{"note": "x", **news}) == expected


def test_everything_that_can_be_said(cast: dict[str, str]) -> None:
    new = advanced(
        cast, START.format(kind="referral"), status="won", value="12500", by="brian-cho", note="two vans: signed"
    )
    assert new == (
        "history:\n  - date: 2026-03-11\n    status: won\n    by: brian-cho\n    value: 12500\n"
        '    note: "two vans: signed"\n'
    )


def test_news_without_a_step(cast: dict[str, str]) -> None:
    text = START.format(kind="referral") + steps("3 lost")
    assert advanced(cast, text, note="They asked again") == "  - date: 2026-03-11\n    note: They asked again\n"


def test_a_lead_ripens(cast: dict[str, str]) -> None:
    text = START.format(kind="lead").replace("consent: {date: 2026-03-01, how: phone}\n", "")
    refused = advanced(cast, text, kind="referral")
    assert refused.startswith("A referral needs the prospect's yes")
    assert advanced(cast, text, kind="referral", consent="phone") == (
        "consent:\n  date: 2026-03-11\n  how: phone\nhistory:\n  - date: 2026-03-11\n    kind: referral\n"
    )
    assert advanced(cast, text, kind="introduction") == "history:\n  - date: 2026-03-11\n    kind: introduction\n"


def test_who_takes_up_a_lead_is_written(cast: dict[str, str]) -> None:
    new = advanced(cast, LEAD, TAKEN, status="accepted", by="brian-cho")
    assert new == ("taken_by: [brian-cho]\nhistory:\n  - date: 2026-03-11\n    status: accepted\n    by: brian-cho\n")


def test_of_several_takers_one_is_named(cast: dict[str, str]) -> None:
    text = LEAD + "taken_by: [brian-cho, kit-larsen]\n"
    assert advanced(cast, text, TAKEN, status="met") == (
        "Several took up this lead, so say whose step it is: add --by and Brian Cho or Kit Larsen."
    )
    assert advanced(cast, text, TAKEN, status="met", by="kit-larsen").endswith("status: met\n    by: kit-larsen\n")


@pytest.mark.parametrize(
    ("news", "remark"),
    [
        ({"status": "won"}, "What was it worth?"),
        ({"status": "returned"}, "Why was it returned?"),
        ({"status": "won", "value": "5"}, ""),
        ({"status": "returned", "note": "too small"}, ""),
    ],
)
def test_what_is_missing_is_asked_for(cast: dict[str, str], news: dict[str, Any], remark: str) -> None:
    group = group_of({**cast, FILE: START.format(kind="referral")})
    referral = next(iter(group.referrals.values()))
    draft = advancing(group, referral, News(on=group.as_of, **news))
    assert " ".join(draft.remarks).startswith(remark)
    assert bool(draft.remarks) is bool(remark)


def test_a_lead_to_everyone_is_taken_up_by_somebody(cast: dict[str, str]) -> None:
    assert advanced(cast, LEAD, TAKEN, status="met") == (
        "This lead went to everyone. Say who took it up: add --by and a member."
    )
    assert advanced(cast, LEAD, TAKEN, status="met", by="kit-larsen").startswith("taken_by: [kit-larsen]\n")


def test_a_consent_that_is_there_is_not_overwritten(cast: dict[str, str]) -> None:
    said = advanced(cast, START.format(kind="lead"), kind="referral", consent="mail")
    assert said.startswith("The prospect's consent of 2026-03-01 is written down already. To change it: refertext set ")


def test_a_repeated_step_is_no_step(cast: dict[str, str]) -> None:
    said = advanced(cast, START.format(kind="referral") + steps("3 met"), status="met")
    assert said.startswith("This referral is “met” since 2026-03-03 already. It can become proposed,")
