from __future__ import annotations

from refertext.insights.debts.guides import guides
from small import member, small

WRITTEN = "## How I help clients\n\nI fill shifts.\n\n## Examples\n\nEleven pickers.\n"


def test_a_guide_is_owed_thirty_days_after_joining() -> None:
    [owed] = guides(small(member("kit", "02-20", text=WRITTEN), as_of="03-11").group)
    assert (owed.by, str(owed.due)) == (("kit",), "2026-03-22")
    assert owed.do == "Finish the guide to your business: it does not say how to refer you or who is not a fit"
    assert owed.write == "something under ## How to refer me and ## Who is not a fit"


def test_those_who_left_or_have_not_joined_owe_none() -> None:
    assert not guides(small(member("kit", left="03-10") | member("lee", None), as_of="03-11").group)
