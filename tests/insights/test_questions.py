from __future__ import annotations

import pytest

from refertext.insights.debts.questions import questions
from small import Files, gift, member, members, small

PEOPLE = members("kit", "lee", "pat", "zoe") | member("gone", left="03-01") | member("old", former=["older"])


def lead(*history: str, **more: object) -> Files:
    """A lead of 2026-03-01 from Kit to Lee."""
    from_, to = str(more.pop("giver", "kit")), str(more.pop("receiver", "lee"))
    return gift("g", "03-01", from_, to, "lead", *history, **more)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (lead("03-02 ask by lee"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask by kit"), ["lee > kit 03-02 03-09"]),
        (lead("03-02 ask by lee", "03-03 answer by kit"), []),
        (lead("03-02 ask by lee", "03-02 answer by kit"), []),
        (lead("03-02 answer by kit", "03-02 ask by lee"), ["kit > lee 03-02 03-09"]),  # it stands above
        (lead("03-02 answer by kit", "03-03 ask by lee"), ["kit > lee 03-03 03-10"]),
        (lead("03-03 answer by kit", "03-02 ask by lee"), []),  # out of order: told by another rule
        (lead("03-02 ask by lee", "03-03 answer by lee"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask by lee", "03-03 answer"), []),
        (lead("03-02 ask by lee", "05-01 answer by kit"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask by lee", "03-04 ask by lee"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask by lee", "03-04 ask by lee", "03-05 answer by kit"), []),
        (lead("03-02 ask by lee", "03-04 answer by kit", "03-05 ask by lee"), ["kit > lee 03-05 03-12"]),
        (lead("03-02 ask by lee", "03-04 ask by kit"), ["kit > lee 03-02 03-09", "lee > kit 03-04 03-11"]),
        (lead("03-02 ask by lee", "03-04 met by kit"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask"), []),  # nobody knows who is to answer
        (lead("05-02 ask by lee"), []),
        (lead("03-02 ask by lee", "03-04 lost"), []),
        (lead("03-02 ask by lee", "03-02 returned"), []),
        (lead("03-02 won 5", "03-04 ask by kit"), ["lee > kit 03-04 03-11"]),
        (lead("03-02 ask by lee", "03-04 stalled"), ["kit > lee 03-02 03-09"]),
        (lead("03-02 ask by pat"), ["lee > pat 03-02 03-09"]),  # whoever is neither asks the receiver
        (lead("03-02 ask by gone"), []),
        (lead("03-02 ask by nobody-known"), []),
        (lead("03-02 ask by lee", giver="outside: a friend"), []),
        (lead("03-02 ask by lee", giver="gone"), []),
        (lead("03-02 ask by kit", receiver="gone"), []),
        (lead("03-02 ask by older", receiver="old"), ["kit > old 03-02 03-09"]),
        (lead("03-02 ask by kit", receiver="everyone"), []),
        (lead("03-02 ask by lee", receiver="everyone"), ["kit > lee 03-02 03-09"]),
        (
            lead("03-02 ask by kit", receiver="everyone", taken_by=["lee", "pat"]),
            ["lee pat > kit 03-02 03-09"],
        ),
        (lead("03-02 ask by kit", "03-03 answer by pat", receiver="everyone", taken_by=["lee", "pat"]), []),
        (
            lead("03-02 ask by lee", "03-03 lost by pat", receiver="everyone", taken_by=["lee", "pat"]),
            ["kit > lee 03-02 03-09"],
        ),
    ],
)
def test_answers_that_are_owed(one: Files, expected: list[str]) -> None:
    found = questions(small(PEOPLE, one, as_of="04-30").group)
    assert [f"{' '.join(q.by)} > {' '.join(q.to)} {str(q.since)[5:]} {str(q.due)[5:]}" for q in found] == expected


def test_what_to_do() -> None:
    long = "Would they rather not know that we talked of them at breakfast? " * 3
    text = {
        "referrals/2026/g.yml": "kind: lead\ndate: 2026-03-01\nfrom: kit\nto: lee\nabout: a bakery\nhistory:\n"
        f"  - date: 2026-03-02\n    ask: {long}\n    by: lee\n"
    }
    (one,) = questions(small(PEOPLE, text, as_of="04-30").group)
    assert one.do == (
        "Answer Lee about the lead of 2026-03-01 (a bakery): “Would they rather not know that we talked of them at "
        "breakfast? Would they rather not know that we talked of them at…”"
    )
    assert one.place.path == ("history", 0, "ask")
