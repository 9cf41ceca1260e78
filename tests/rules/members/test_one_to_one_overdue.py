from __future__ import annotations

from conftest import group_of
from refertext.check import check
from refertext.problem import Place
from refertext.rules.members.one_to_one_overdue import one_to_one_overdue
from small import ON_RECORD, Files, day, member, members, talk

PEOPLE = ON_RECORD | members("kit", "lee", "zoe") | member("pat", signed={"rule": "2026-01-01"})
EACH = "{measure: one-to-ones, at_least: 1, every: quarter, with: each member}"
TWO = "{measure: one-to-ones, at_least: 2, every: month, with: each member, who: pat}"


def found(*files: Files, commitments: str = EACH, as_of: str = "04-10") -> list[tuple[str, str]]:
    agreement = {"agreements/rule.yml": f"{{title: T, adopted: 2026-01-01, commitments: [{commitments}]}}"}
    texts = {name: text for one in (PEOPLE, agreement, *files) for name, text in one.items()}
    findings = check(group_of(texts, day(as_of)), [one_to_one_overdue])
    return [(one.problem.place.file, one.problem.message) for one in findings]


def test_each_pair_is_named_once() -> None:
    quarter = "2026-01-01 to 2026-03-31"
    assert found(talk("t", "03-05", "kit", "pat")) == [
        (
            "members/kit.yml",
            f"Kit has met less often than agreed with Lee (0 of 1, {quarter}) and Zoe (0 of 1, {quarter})",
        ),
        (
            "members/lee.yml",
            f"Lee has met less often than agreed with Pat (0 of 1, {quarter}) and Zoe (0 of 1, {quarter})",
        ),
        ("members/pat.yml", f"Pat has met less often than agreed with Zoe (0 of 1, {quarter})"),
    ]


def test_it_is_silent_while_there_is_time_and_once_they_have_met() -> None:
    pairs = [("kit", "lee"), ("kit", "pat"), ("kit", "zoe"), ("lee", "pat"), ("lee", "zoe"), ("pat", "zoe")]
    met: Files = {}
    for one, other in pairs:
        met |= talk(f"{one}-{other}", "04-02", one, other)
    assert len(found()) == 3
    assert found(as_of="03-30") == []
    assert found(met) == []
    assert found(met, as_of="06-20") == []  # kept so far
    held = {name: text.replace("04-02", "03-02") for name, text in met.items()}
    assert found(held, as_of="06-20") == []  # at risk is for the list of what is due
    assert len(found(held, as_of="06-30")) == 3


def test_two_commitments_make_one_finding() -> None:
    messages = [message for _, message in found(talk("t", "03-05", "pat", "zoe"), commitments=f"{EACH}, {TWO}")]
    assert messages[-1] == "Pat has met less often than agreed with Zoe (1 of 2, 2026-03-01 to 2026-03-31)"
    assert len(messages) == 3


def test_it_stands_where_the_agreement_was_signed_and_shows_the_commitment() -> None:
    agreement = {"agreements/rule.yml": f"{{title: T, adopted: 2026-01-01, commitments: [{TWO}]}}"}
    texts = PEOPLE | agreement | talk("t", "03-05", "kit", "pat")
    problems = [one.problem for one in check(group_of(texts, day("04-10")), [one_to_one_overdue])]
    assert problems[-1].place == Place("members/pat.yml", ("signed", "rule"))
    assert [see.place for see in problems[-1].see] == [Place("agreements/rule.yml", ("commitments", 0, "measure"))]
