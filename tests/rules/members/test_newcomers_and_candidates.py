from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Place
from refertext.rules.members.candidate_forgotten import candidate_forgotten
from refertext.rules.members.newcomer_drifting import newcomer_drifting
from small import ON_RECORD, Files, day, gift, meetings, member

KIT = member("kit", "2025-01-01")
GAVE = gift("g", "02-03", "lee", "kit", "lead")


@pytest.mark.parametrize(
    ("files", "as_of", "message"),
    [
        (GAVE | meetings(kit="PPPPPPP", lee=".....AA"), "02-20", "has been absent twice (2026-02-05 and 2026-02-12)"),
        (
            GAVE | meetings(kit="PPPPPPPP", lee=".....AAA"),
            "02-20",
            "has been absent 3 times (2026-02-05, 2026-02-12 and 2026-02-19)",
        ),
        (meetings(kit="PPPPPPP", lee=".....PA"), "03-04", "has given nothing in 30 days"),
        (
            meetings(kit="PPPPPPP", lee=".....AA"),
            "03-04",
            "has been absent twice (2026-02-05 and 2026-02-12) and has given nothing in 30 days",
        ),
    ],
)
def test_both_signs_are_named(files: Files, as_of: str, message: str) -> None:
    lee = member("lee", "02-02", introduced_by="kit")
    (found,) = check(group_of(KIT | lee | files, day(as_of)), [newcomer_drifting])
    assert found.problem.message == f"Lee, who joined on 2026-02-02, {message}"
    assert found.problem.mend == "Kit should ask how the first weeks have been, and what would help"
    assert found.problem.place == Place("members/lee.yml", ("joined",))


def test_where_nobody_looks_after_them_somebody_should() -> None:
    (found,) = check(group_of(KIT | ON_RECORD | member("lee", "02-02"), day("03-04")), [newcomer_drifting])
    assert found.problem.mend.startswith("somebody should ask")


@pytest.mark.parametrize(("as_of", "count"), [("04-30", 0), ("05-01", 1)])
def test_sixty_days_are_in_time(as_of: str, count: int) -> None:
    dana = member("dana", None, path=[{"date": "2026-03-01", "how": "lunch", "by": "kit"}])
    found = check(group_of(KIT | dana, day(as_of)), [candidate_forgotten])
    assert [one.problem.message for one in found] == ["Nobody has talked to Dana since 2026-03-01, for 61 days"] * count
    assert [one.problem.mend[:27] for one in found] == ["Kit should talk to them and"] * count
