from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.impossible_step import impossible_step

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
HEAD = "kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: brian-cho\nabout: a bakery\n"


def found(cast: dict[str, str], head: str, entries: list[str]) -> list[tuple[int, int]]:
    """Positions of the entry that is reported and of the earlier one that is shown with it."""
    texts = cast | {FILE: head + "history:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)}
    problems = [finding.problem for finding in check(group_of(texts), [impossible_step])]
    return sorted((int(problem.place.path[1]), int(problem.see[0].place.path[1])) for problem in problems)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ("accepted contacted met proposed won", []),
        ("accepted contacted met proposed lost", []),
        ("met won", []),
        ("not-a-fit", []),
        ("accepted accepted", []),
        ("returned", []),
        ("stalled returned", []),
        ("stalled accepted stalled contacted", []),
        ("met stalled met", []),
        ("won won won", []),
        ("met contacted", [(1, 0)]),
        ("accepted met contacted accepted proposed", [(2, 1), (3, 1)]),
        ("met stalled contacted", [(2, 0)]),
        ("accepted returned", [(1, 0)]),
        ("returned accepted", [(1, 0)]),
        ("returned returned", [(1, 0)]),
        ("lost lost", [(1, 0)]),
        ("not-a-fit won", [(1, 0)]),
        ("lost stalled", [(1, 0)]),
        ("won stalled", [(1, 0)]),
        ("won lost", [(1, 0)]),
        ("won met won", [(1, 0)]),
    ],
)
def test_what_may_follow_what(cast: dict[str, str], statuses: str, expected: list[tuple[int, int]]) -> None:
    entries = [f"date: 2026-03-0{n}, status: {status}" for n, status in enumerate(statuses.split(), 3)]
    assert found(cast, HEAD, entries) == expected


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ("met contacted", "“contacted” follows “met” of 2026-03-03, but a referral does not go back"),
        ("met returned", "“returned” follows “met” of 2026-03-03, but only what was not accepted can be returned"),
        ("lost met", "“met” follows “lost” of 2026-03-03, which was the end of this referral"),
        ("won lost", "“lost” follows “won” of 2026-03-03, but after “won” only “won” can follow"),
    ],
)
def test_the_reason_is_told(cast: dict[str, str], statuses: str, words: str) -> None:
    before, after = statuses.split()
    history = f"history: [{{date: 2026-03-03, status: {before}}}, {{date: 2026-03-04, status: {after}}}]\n"
    (finding,) = check(group_of(cast | {FILE: HEAD + history}), [impossible_step])
    assert finding.problem.message == words


def test_notes_and_questions_are_no_steps(cast: dict[str, str]) -> None:
    entries = [
        "date: 2026-03-03, note: a note",
        "date: 2026-03-04, status: lost",
        "date: 2026-03-05, ask: Why?",
        "date: 2026-03-05, answer: Price",
    ]
    assert found(cast, HEAD, entries) == []


def test_what_only_stands_in_the_wrong_place_is_told_by_another_rule(cast: dict[str, str]) -> None:
    entries = ["date: 2026-03-06, status: met", "date: 2026-03-04, status: contacted"]
    assert found(cast, HEAD, entries) == []


def test_each_taker_of_a_lead_has_a_life_of_their_own(cast: dict[str, str]) -> None:
    head = HEAD.replace("to: brian-cho", "to: everyone\ntaken_by: [brian-cho, lee-ortiz]")
    entries = [
        "date: 2026-03-03, status: met, by: brian-cho",
        "date: 2026-03-04, status: accepted, by: lee-ortiz",
        "date: 2026-03-05, status: lost, by: brian-cho",
        "date: 2026-03-06, status: met, by: lee-ortiz",
    ]
    assert found(cast, head, entries) == []
    assert found(cast, head, [*entries, "date: 2026-03-07, status: met, by: brian-cho"]) == [(4, 2)]


def test_takers_are_known_by_former_ids(cast: dict[str, str]) -> None:
    brian = cast["members/brian-cho.md"].replace("name:", "former_ids: [brian, bc]\nname:", 1)
    head = HEAD.replace("to: brian-cho", "to: everyone\ntaken_by: [brian, lee-ortiz]")
    entries = [
        "date: 2026-03-03, status: met, by: bc",
        "date: 2026-03-04, status: accepted, by: lee-ortiz",
        "date: 2026-03-05, status: contacted, by: brian-cho",
    ]
    assert found(cast | {"members/brian-cho.md": brian}, head, entries) == [(2, 0)]


def test_one_taker_need_not_be_named(cast: dict[str, str]) -> None:
    head = HEAD.replace("to: brian-cho", "to: everyone\ntaken_by: [brian-cho]")
    entries = ["date: 2026-03-03, status: met, by: brian-cho", "date: 2026-03-04, status: accepted"]
    assert found(cast, head, entries) == [(1, 0)]


def test_statuses_of_none_of_the_takers_are_judged_together(cast: dict[str, str]) -> None:
    head = HEAD.replace("to: brian-cho", "to: everyone\ntaken_by: [brian-cho, lee-ortiz]")
    entries = [
        "date: 2026-03-03, status: met",
        "date: 2026-03-04, status: accepted, by: lee-ortiz",
        "date: 2026-03-05, status: contacted, by: kit-larsen",
    ]
    assert found(cast, head, entries) == [(2, 0)]
