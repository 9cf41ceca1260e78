from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import Finding, check
from refertext.problem import Place
from refertext.rules.agreements.at_risk import at_risk
from refertext.rules.agreements.floor_missed import floor_missed
from refertext.rules.registry import all_rules
from small import ON_RECORD, Files, day, gift, meetings, member, members, partnership, talk

PEOPLE = members("kit", "lee") | ON_RECORD
LEADS = "measure: leads, at_least: 1, per: month, who: kit"
PAIRS = "measure: leads, at_least: 1, per: month, with: each member, who: kit"
EACH = "measure: one-to-ones, at_least: 1, per: month, with: each member"
PROMISED = partnership("kit", "lee", "01-01", ("03-01", "03-31", {"kit": 2}))
PARTNERS = "partnerships/kit--lee.yml"
AGREEMENT = "agreements/rule.yml"


def agreed(commitment: str) -> Files:
    return {
        AGREEMENT: f"{{title: Our rule, adopted: 2026-01-01, former_ids: [old-rule], commitments: [{{{commitment}}}]}}"
    }


def waived(*waivers: tuple[str, str, str]) -> Files:
    """The settings with waivers: rule, file and last day."""
    said = ", ".join(f"{{rule: {rule}, file: {file}, why: w, until: {day(until)}}}" for rule, file, until in waivers)
    return {"refertext.yml": f"{{group: G, timezone: UTC, currency: USD, waivers: [{said}]}}"}


def found(*files: Files, as_of: str = "04-10") -> list[Finding]:
    texts = {name: text for one in (PEOPLE, *files) for name, text in one.items()}
    return check(group_of(texts, day(as_of)), [floor_missed, at_risk])


def shortly(findings: list[Finding]) -> list[str]:
    return [f"{one.rule} {one.problem.place.file} {'/'.join(map(str, one.problem.place.path))}" for one in findings]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (agreed(LEADS), "floor-missed members/kit.yml name"),
        (agreed(LEADS) | member("kit", signed={"rule": "2026-01-01"}), "floor-missed members/kit.yml signed/rule"),
        (
            agreed(LEADS) | member("kit", signed={"old-rule": "2026-01-01"}),
            "floor-missed members/kit.yml signed/old-rule",
        ),
        (agreed(PAIRS) | gift("a", "03-05", "lee", "kit", "lead"), "floor-missed members/kit.yml name"),
        (
            agreed(PAIRS) | gift("a", "03-05", "lee", "kit", "lead") | partnership("lee", "kit", "01-01"),
            "floor-missed partnerships/lee--kit.yml between",
        ),
        (
            agreed("measure: leads, at_least: 1, per: month, who: group"),
            f"floor-missed {AGREEMENT} commitments/0/measure",
        ),
        (PROMISED, f"floor-missed {PARTNERS} cycles/0/promise/kit"),
        (
            agreed("measure: lates, at_most: 1, over: 6 months") | meetings(kit="L", lee="P"),
            "at-risk members/kit.yml name",
        ),
    ],
)
def test_where_it_stands(files: Files, expected: str) -> None:
    assert shortly(found(files)) == [expected]


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        (agreed(LEADS), "01-28", []),  # too early
        (agreed(LEADS) | gift("a", "03-05", "kit", "lee", "lead"), "04-15", []),
        (agreed(LEADS) | gift("a", "03-05", "kit", "lee", "lead"), "04-16", ["at-risk members/kit.yml name"]),
        (PROMISED, "03-15", []),
        (PROMISED, "03-16", [f"at-risk {PARTNERS} cycles/0/promise/kit"]),
        (PROMISED, "03-31", [f"floor-missed {PARTNERS} cycles/0/promise/kit"]),
        (PROMISED, "06-29", [f"floor-missed {PARTNERS} cycles/0/promise/kit"]),
        (PROMISED, "06-30", []),  # 13 weeks later
        (agreed(f"{LEADS}, until: 2026-03-31"), "06-29", ["floor-missed members/kit.yml name"]),
        (agreed(f"{LEADS}, until: 2026-03-31"), "06-30", []),
        # the year was missed, and may be kept this time: a word for 13 weeks; else as long as something is missing
        (
            agreed("measure: leads, at_least: 1, every: half-year, who: kit"),
            "12-31",
            ["floor-missed members/kit.yml name"] * 1,
        ),
        (
            agreed("measure: leads, at_least: 1, every: half-year, who: kit")
            | gift("a", "07-05", "kit", "lee", "lead"),
            "09-28",
            ["floor-missed members/kit.yml name"],
        ),
        (
            agreed("measure: leads, at_least: 1, every: half-year, who: kit")
            | gift("a", "07-05", "kit", "lee", "lead"),
            "09-29",
            [],
        ),
        (agreed(EACH), "04-10", []),  # told by one-to-one-overdue
        (agreed("measure: attendance, at_least: 75, over: 6 months") | meetings(kit="P", lee="P"), "04-10", []),
        (agreed(LEADS) | member("kit", left="04-09"), "04-10", []),
        (PROMISED | member("lee", left="04-09"), "04-10", []),
        (agreed(f"{LEADS}, until: 2026-03-31") | member("kit", left="04-09"), "04-10", []),
        (agreed(LEADS.replace("who: kit", "who: twin")) | member("twin", name="Kit"), "04-10", []),  # a copied file
    ],
)
def test_when_it_is_told(files: Files, as_of: str, expected: list[str]) -> None:
    assert shortly(found(files, as_of=as_of)) == expected


def test_the_sentence_its_mend_and_the_commitment() -> None:
    (one,) = found(agreed(LEADS))
    assert one.problem.message == "Kit has 0 leads from 2026-03-01 to 2026-03-31; agreed: at least 1"
    assert one.problem.mend == (
        "1 more lead by 2026-04-30; otherwise talk about what would help, or agree on something else in "
        "agreements/rule.yml"
    )
    assert [see.place for see in one.problem.see] == [Place(AGREEMENT, ("commitments", 0, "measure"))]
    (ended,) = found(agreed(f"{LEADS}, until: 2026-03-31"))
    assert ended.problem.mend == "talk about what would help, or agree on something else in agreements/rule.yml"
    (promise,) = found(PROMISED)
    assert promise.problem.mend.startswith("talk about it when you evaluate the cycle")
    learned = '"evaluated": {"date": "2026-04-02"}, "promise"'
    evaluated = {file: text.replace('"promise"', learned) for file, text in PROMISED.items()}
    (promise,) = found(evaluated)
    assert promise.problem.mend == "promise what you can keep in the next cycle"


def all_found(*files: Files) -> list[str]:
    """What the rules about verdicts and waivers find."""
    names = ("floor-missed", "at-risk", "one-to-one-overdue", "waiver-unused", "waiver-expired")
    texts = {name: text for one in (PEOPLE, *files) for name, text in one.items()}
    findings = check(group_of(texts, day("04-10")), [all_rules()[name] for name in names])
    return [one.rule for one in findings]


@pytest.mark.parametrize(
    ("files", "file"),
    [
        (agreed(LEADS), "members/kit.yml"),
        (agreed(LEADS), AGREEMENT),
        (agreed(PAIRS), "members/kit.yml"),
        (agreed(PAIRS), AGREEMENT),
        (agreed(PAIRS) | partnership("kit", "lee", "01-01"), "members/kit.yml"),
        (agreed(PAIRS) | partnership("kit", "lee", "01-01"), PARTNERS),
        (agreed(EACH), "members/lee.yml"),
        (agreed(EACH) | partnership("kit", "lee", "01-01"), PARTNERS),
        (PROMISED, PARTNERS),
        (PROMISED, "members/kit.yml"),
        (agreed("measure: leads, at_least: 1, per: month, who: group"), AGREEMENT),
    ],
)
def test_a_waiver_covers_what_its_verdict_is_about_and_counts_as_used(files: Files, file: str) -> None:
    assert all_found(files, waived(("floor-missed", file, "12-31"))) == []
    assert {"waiver-expired"} < set(all_found(files, waived(("floor-missed", file, "04-09"))))
    assert "waiver-unused" not in all_found(files, waived(("floor-missed", file, "04-09")))


@pytest.mark.parametrize(
    "files", [agreed(LEADS), agreed(PAIRS), agreed(PAIRS) | partnership("kit", "lee", "01-01"), PROMISED]
)
def test_a_waiver_for_who_owes_nothing_is_unused(files: Files) -> None:
    assert all_found(files, waived(("floor-missed", "members/lee.yml", "12-31"))) == [
        "floor-missed",
        "waiver-unused",
    ]


@pytest.mark.parametrize("rule", ["at-risk", "floor-missed"])
def test_what_is_at_risk_may_be_waived(rule: str) -> None:
    files = agreed("measure: lates, at_most: 1, over: 6 months") | meetings(kit="L", lee="P")
    assert "at-risk" not in all_found(files, waived((rule, "members/kit.yml", "12-31")))


def test_one_to_ones_that_were_held_need_no_waiver() -> None:
    files = agreed(EACH) | talk("t", "03-05", "kit", "lee")
    assert all_found(files, waived(("floor-missed", "members/lee.yml", "12-31"))) == ["waiver-unused"]
