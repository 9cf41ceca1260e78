from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.partnerships.balance_not_agreed import balance_not_agreed
from refertext.rules.partnerships.became_not_theirs import became_not_theirs
from refertext.rules.partnerships.cycle_without_promise import cycle_without_promise
from refertext.rules.partnerships.cycles_overlap import cycles_overlap
from refertext.rules.partnerships.fit_not_asked import fit_not_asked
from refertext.rules.partnerships.gain_not_agreed import gain_not_agreed
from refertext.rules.partnerships.not_explained import not_explained
from refertext.rules.partnerships.partner_not_member import partner_not_member
from refertext.rules.partnerships.partnership_recorded_twice import partnership_recorded_twice
from refertext.rules.references.not_a_partner import not_a_partner
from refertext.rules.rule import Rule

PEOPLE = {
    "members/kit.yml": "{name: Kit, business: B, joined: 2025-01-09, former_ids: [old-kit]}",
    "members/lee.yml": "{name: Lee, business: B, joined: 2025-01-09}",
    "members/gone.yml": "{name: Gone, business: B, joined: 2025-01-09, left: {date: 2026-03-10}}",
    "members/new.yml": "{name: New, business: B}",
}
RUNNING = "cycles: [{from: 2026-03-01, until: 2026-03-31}]"


def found(rule: Rule, partnership: str, **others: str) -> list[Path]:
    """Where a rule finds something in a partnership, on 2026-03-11; `between` kit and lee if nothing is said."""
    between = "" if "between" in partnership else "between: [kit, lee], "
    texts = PEOPLE | {"partnerships/p.yml": f"{{{between}{partnership}}}"}
    texts |= {f"referrals/2026/{name}.yml": text for name, text in others.items()}
    return [finding.problem.place.path for finding in check(group_of(texts), [rule])]


def referral(giver: str, receiver: str, day: str, kind: str = "referral") -> str:
    return f"{{kind: {kind}, date: {day}, from: {giver}, to: {receiver}, about: a}}"


@pytest.mark.parametrize(
    ("partnership", "count"),
    [
        ("since: 2026-02-09", 0),
        ("since: 2026-02-08", 1),
        ("since: 2026-02-08, between: [kit, gone]", 0),
        ("since: 2026-02-08, between: [kit, nobody-known]", 0),
        ("since: 2026-02-08, between: [kit, kit]", 0),
    ],
)
def test_thirty_days(partnership: str, count: int) -> None:
    for rule in (gain_not_agreed, not_explained, balance_not_agreed):
        assert len(found(rule, partnership)) == count, rule.name


@pytest.mark.parametrize(
    ("gain", "count"),
    [
        ("{kit: {why: w, agreed: 2026-01-01}, lee: {why: w, agreed: 2026-01-01}}", 0),
        ("{old-kit: {why: w, agreed: 2026-01-01}, lee: {why: w, agreed: 2026-01-01}}", 0),
        ("{kit: {why: w}, lee: {why: w, agreed: 2026-01-01}}", 1),
        ("{kit: {why: w}, lee: {why: w}}", 1),
    ],
)
def test_gain(gain: str, count: int) -> None:
    assert len(found(gain_not_agreed, f"since: 2026-01-01, gain: {gain}")) == count


@pytest.mark.parametrize(
    ("since", "fit", "count"),
    [
        ("2026-01-10", "{}", 0),
        ("2026-01-01", "{kit: {nearby: unsure}, lee: {committed: yes}}", 0),
        ("2026-01-01", "{}", 1),
        ("2026-01-01", "{kit: {nearby: yes}}", 1),
        ("2026-01-01", "{kit: {nearby: yes}, lee: {asked: 2026-01-01}}", 1),
    ],
)
def test_fit(since: str, fit: str, count: int) -> None:
    assert len(found(fit_not_asked, f"since: {since}, fit: {fit}")) == count


@pytest.mark.parametrize(
    ("agreed", "given", "expected"),
    [
        ("2026-02-20", ("kit", "lee", "2026-02-20"), []),
        ("2026-02-22", ("kit", "lee", "2026-02-19"), []),
        ("2026-02-22", ("kit", "gone", "2026-02-21"), []),
        ("2026-02-22", ("kit", "lee", "2026-02-21", "lead"), []),
        ("2026-02-22", ("kit", "lee", "2026-02-21"), [("balance", "agreed")]),
        ("2026-02-22", ("lee", "old-kit", "2026-02-21"), [("balance", "agreed")]),
        ("", ("kit", "gone", "2026-02-21"), []),
        ("", ("kit", "lee", "2026-03-12"), []),
        ("", ("lee", "kit", "2026-02-21"), [("balance",)]),
    ],
)
def test_balance(agreed: str, given: tuple[str, ...], expected: list[Path]) -> None:
    partnership = f"since: 2026-02-20, balance: {{kit: 1, lee: 1, agreed: {agreed}}}"
    later = referral("kit", "lee", "2026-03-01") if agreed else referral("kit", "new", "2026-03-01")
    assert found(balance_not_agreed, partnership, first=referral(*given), later=later) == expected


def test_that_it_was_agreed_late_is_told_for_thirteen_weeks() -> None:
    for agreed, count in (("2025-12-11", 1), ("2025-12-10", 0)):
        partnership = f"since: 2025-05-01, balance: {{agreed: {agreed}}}"
        assert len(found(balance_not_agreed, partnership, first=referral("kit", "lee", "2025-06-01"))) == count


@pytest.mark.parametrize(
    ("partnership", "expected"),
    [
        (f"between: [kit, lee], since: 2026-01-01, {RUNNING}", []),
        ("between: [kit, gone], since: 2026-01-01, cycles: [{from: 2026-01-01, until: 2026-03-10}]", []),
        (f"between: [kit, nobody-known], since: 2026-01-01, {RUNNING}", []),
        ("between: [kit, new], since: 2026-03-12", []),
        (f"between: [kit, gone], since: 2026-01-01, {RUNNING}", [("cycles", 0, "until")]),
        ("between: [kit, gone], since: 2026-01-01", [("between", 1)]),
        ("between: [new, kit], since: 2026-01-01", [("between", 0)]),
    ],
)
def test_partners_who_are_no_members(partnership: str, expected: list[Path]) -> None:
    assert found(partner_not_member, partnership) == expected


@pytest.mark.parametrize(
    ("cycle", "count"),
    [
        ("from: 2026-03-11, until: 2026-03-31, promise: {kit: 0, lee: 2}", 0),
        ("from: 2026-03-11, until: 2026-03-31, promise: {old-kit: 1, lee: 2}", 0),
        ("from: 2026-03-12, until: 2026-03-31", 0),
        ("from: 2025-11-01, until: 2025-12-10", 0),
        ("from: 2026-03-11, until: 2026-03-31, promise: {kit: 1}", 1),
        ("from: 2025-11-01, until: 2025-12-11", 1),
    ],
)
def test_promises(cycle: str, count: int) -> None:
    assert len(found(cycle_without_promise, f"since: 2025-10-01, cycles: [{{{cycle}}}]")) == count


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28"), []),
        (("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-31"), []),
        (("2026-01-31", "2026-01-01"), ("2026-01-10", "2026-02-28"), []),
        (("2026-01-01", "2026-01-31"), ("2026-01-31", "2026-02-28"), [("cycles", 1, "from")]),
        (("2026-01-31", "2026-02-28"), ("2026-01-01", "2026-03-31"), [("cycles", 0, "from")]),
    ],
)
def test_cycles(first: tuple[str, str], second: tuple[str, str], expected: list[Path]) -> None:
    cycles = ", ".join(f"{{from: {start}, until: {end}}}" for start, end in (first, second))
    assert found(cycles_overlap, f"since: 2025-10-01, cycles: [{cycles}]") == expected


@pytest.mark.parametrize(
    ("handed", "count"),
    [
        (referral("kit", "lee", "2026-03-02"), 0),
        (referral("lee", "old-kit", "2026-03-02"), 0),
        ("{kind: lead, date: 2026-03-02, from: kit, to: everyone, taken_by: [gone, lee], about: a}", 0),
        ("{kind: lead, date: 2026-03-02, from: kit, to: everyone, taken_by: [gone], about: a}", 1),
        (referral("kit", "gone", "2026-03-02"), 1),
        (referral("gone", "lee", "2026-03-02"), 1),
        (referral("kitt", "lee", "2026-03-02"), 0),  # a misspelt name is told elsewhere
        (referral("kit", "leee", "2026-03-02"), 0),
        (referral("'outside: a client'", "gone", "2026-03-02"), 1),
    ],
)
def test_what_contacts_became(handed: str, count: int) -> None:
    contacts = "[{who: a, from: kit, became: it}, {who: b, from: kit, became: not-known}, {who: c, from: kit}]"
    cycle = f"{{from: 2026-03-01, until: 2026-03-31, contacts: {contacts}}}"
    assert len(found(became_not_theirs, f"since: 2026-01-01, cycles: [{cycle}]", it=handed)) == count


def test_the_older_partnership_of_a_pair_is_the_first() -> None:
    pairs = {
        "a": "[kit, lee], since: 2026-02-01",
        "b": "[lee, old-kit], since: 2026-01-01",
        "c": "[kit, kit], since: 2026-01-01",
    }
    texts = PEOPLE | {f"partnerships/{id_}.yml": f"{{between: {text}}}" for id_, text in pairs.items()}
    [finding] = check(group_of(texts), [partnership_recorded_twice])
    assert (finding.problem.place.file, finding.problem.see[0].place.file) == (
        "partnerships/a.yml",
        "partnerships/b.yml",
    )


@pytest.mark.parametrize(("key", "rules"), [("colm-byrn", {"not-a-partner"}), ("brian-cho", {"gain-not-agreed"})])
def test_a_gain_under_a_misspelt_id_may_be_the_partners(cast: dict[str, str], key: str, rules: set[str]) -> None:
    file = "partnerships/brian-cho--kit-larsen.md"
    text = "between: [brian-cho, kit-larsen]\nsince: 2026-01-01\n"
    text = f"---\n{text}gain: {{{key}: {{why: w, agreed: 2026-01-02}}}}\n---\n"
    found = check(group_of(cast | {file: text}), [not_a_partner, gain_not_agreed])
    assert {one.rule for one in found} == rules
