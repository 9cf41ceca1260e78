from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.kind_lowered import kind_lowered


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("lead", []),
        ("lead introduction referral", []),
        ("lead referral", []),
        ("lead lead", [(1, ("kind",))]),
        ("referral introduction", [(1, ("kind",))]),
        ("lead introduction lead introduction referral", [(2, ("history", 0, "kind")), (3, ("history", 0, "kind"))]),
    ],
)
def test_kinds(cast: dict[str, str], kinds: str, expected: list[tuple[int, tuple[str | int, ...]]]) -> None:
    first, *raised = kinds.split()
    history = "".join(f"  - {{date: 2026-03-05, kind: {kind}}}\n" for kind in [*raised, ""])
    text = f"kind: {first}\ndate: 2026-03-02\nfrom: kit-larsen\nto: lee-ortiz\nhistory:\n{history}"
    findings = check(group_of(cast | {"referrals/2026/x.yml": text}), [kind_lowered])
    problems = sorted((f.problem for f in findings), key=lambda problem: str(problem.place.path))
    assert [problem.place.path for problem in problems] == [("history", n - 1, "kind") for n, _ in expected]
    assert [problem.see[0].place.path for problem in problems] == [path for _, path in expected]


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ("lead lead", "this was to become “lead”, but it was “lead” already"),
        ("referral lead", "this was to become “lead”, but it was “referral”, which is more than “lead”"),
    ],
)
def test_what_it_was_is_told(cast: dict[str, str], kinds: str, words: str) -> None:
    before, after = kinds.split()
    text = f"kind: {before}\ndate: 2026-03-02\nfrom: a\nto: b\nhistory: [{{date: 2026-03-05, kind: {after}}}]\n"
    (finding,) = check(group_of(cast | {"referrals/2026/x.yml": text}), [kind_lowered])
    assert finding.problem.message.endswith(words)
