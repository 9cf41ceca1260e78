"""Nobody is judged by the days before there are records: what was done in them, nobody wrote down."""

from __future__ import annotations

import pytest

from agreed import agreement, waiver
from refertext.commitments import verdicts
from small import ON_RECORD, Files, gift, meeting, meetings, member, members, small, talk, week

OLD = member("kit", "2020-01-01") | member("lee", "2020-01-01")


def told(written: str, *files: Files, as_of: str, adopted: str = "2024-02-01") -> str:
    """How Kit, or the group, stands with a commitment whose agreement is older than all records."""
    agreed = {name: text for name, text in agreement(written, adopted=adopted).items() if name not in ON_RECORD}
    found = verdicts(small(OLD, agreed, *files, as_of=as_of).group)
    [one] = [one for one in found if str(one.subject) in ("kit", "kit+lee", "group")]
    return f"{one.outcome}, {one.why}"


LATE = gift("g", "03-02", "lee", "kit")
MONTHLY = "measure: contributions, at_least: 1, per: month"
EVERY = "measure: contributions, at_least: 1, every: month"
ROLLING = "measure: contributions, at_least: 1, over: 3 months"


@pytest.mark.parametrize(
    ("written", "as_of", "expected"),
    [
        (MONTHLY, "02-28", "too early, nothing is recorded up to 2026-02-28"),
        (MONTHLY, "03-02", "too early, only 1 of the first 28 days on record has passed"),
        (MONTHLY, "03-28", "too early, only 27 of the first 28 days on record have passed"),
        # a rate and a period of their own need a whole one on record
        (MONTHLY, "04-15", "too early, the first whole month ends on 2026-04-30"),
        (MONTHLY, "04-30", "missed, contributions 0, at least 1, 2026-04-01 to 2026-04-30"),
        (EVERY, "04-15", "too early, the first whole month ends on 2026-04-30"),
        (EVERY, "04-30", "missed, contributions 0, at least 1, 2026-04-01 to 2026-04-30"),
        # what is counted in a window that rolls may have been done before anybody wrote it down
        (ROLLING, "03-29", "too early, the first 3 months on record end on 2026-06-01"),
        (ROLLING, "05-31", "too early, the first 3 months on record end on 2026-06-01"),
        (ROLLING, "06-01", "missed, contributions 0, at least 1, 2026-03-02 to 2026-06-01"),
        (f"{ROLLING}, who: group", "05-31", "kept, contributions 1, at least 1, 2026-03-02 to 2026-05-31"),
        # a limit that is exceeded stays so, whatever came before
        (
            "measure: contributions-received, at_most: 0, over: 3 months",
            "03-29",
            "missed, contributions-received 1, at most 0, 2026-03-02 to 2026-03-29",
        ),
        # grace is that of newcomers, and of what is newly agreed
        (f"{MONTHLY}, grace: 60 days", "04-30", "missed, contributions 0, at least 1, 2026-04-01 to 2026-04-30"),
    ],
)
def test_an_agreement_older_than_all_records_is_judged_from_the_first_one_on(
    written: str, as_of: str, expected: str
) -> None:
    assert told(written, LATE, as_of=as_of) == expected


def test_a_share_is_judged_by_what_is_on_record() -> None:
    written = "measure: attendance, at_least: 75%, over: 26 weeks"
    assert told(written, meetings(kit="AAAAA"), as_of="01-29") == (
        "missed, attendance 0% (0 of 5), at least 75%, 2026-01-01 to 2026-01-29"
    )


def test_pairs_have_a_whole_period_on_record_first() -> None:
    written = "measure: one-to-ones, at_least: 1, over: 2 months, with: each member"
    met = talk("t", "03-02", "kit", "zoe")
    assert told(written, met, as_of="04-30") == "too early, the first 2 months end on 2026-05-01"
    assert told(written, met, as_of="05-01") == "missed, one-to-ones 0, at least 1, 2026-03-02 to 2026-05-01"


def test_who_joins_later_or_what_is_agreed_later_is_judged_as_ever() -> None:
    expected = "missed, contributions 0, at least 1, 2026-03-10 to 2026-04-06"
    assert told(ROLLING, LATE, as_of="04-06", adopted="03-10") == expected
    assert told(ROLLING, LATE, member("kit", "03-10"), as_of="04-06") == expected


def test_what_ended_before_there_were_records_is_missed_by_nobody() -> None:
    assert told(f"{MONTHLY}, until: 2026-02-28", LATE, as_of="04-30") == (
        "too early, nothing is recorded up to 2026-02-28"
    )


def test_a_waiver_stays_one() -> None:
    waived = waiver("members/kit.yml", "12-31")
    assert told(MONTHLY, waived, members("lee"), as_of="04-30").startswith("waived, waived until 2026-12-31")


THURSDAYS: Files = {
    "refertext.yml": "group: Small\ntimezone: UTC\ncurrency: USD\nmeets: {every: week, weekday: thursday}\n"
}
IN_A_MONTH = "measure: absences, at_most: 2, every: month"


def from_week(first: int, letters: str) -> Files:
    """Weekly meetings from one on, at which Kit was Present or Absent."""
    words = {"P": "present", "A": "absent"}
    rows = enumerate(letters, first)
    return {f: t for n, one in rows for f, t in meeting(f"w{n}", str(week(n)), attendance={"kit": words[one]}).items()}


@pytest.mark.parametrize(
    ("written", "files", "as_of", "expected"),
    [
        # the first of January and of all records was a Thursday
        (IN_A_MONTH, from_week(1, "AAPPP"), "01-31", "kept, absences 2, at most 2, 2026-01-01 to 2026-01-31"),
        # there is no Thursday in February before the fifth, so that all meetings of February are on record
        (IN_A_MONTH, from_week(6, "AAPPP"), "02-28", "kept, absences 2, at most 2, 2026-02-01 to 2026-02-28"),
        (IN_A_MONTH, from_week(6, "AAAPP"), "02-28", "missed, absences 3, at most 2, 2026-02-01 to 2026-02-28"),
        (
            "measure: absences, at_most: 2, per: month",
            from_week(6, "AAPPP"),
            "02-28",
            "kept, absences 2, at most 2, 2026-02-01 to 2026-02-28",
        ),
        (
            "measure: attendance, at_least: 75%, every: month",
            from_week(6, "AAPPP"),
            "02-28",
            "missed, attendance 50% (2 of 4), at least 75%, 2026-02-01 to 2026-02-28",
        ),
        # that of the fifth was not written down: two absences may have been three, three are too many
        (IN_A_MONTH, from_week(7, "AAPPP"), "03-15", "too early, the first whole month ends on 2026-03-31"),
        (IN_A_MONTH, from_week(7, "AAAPP"), "03-15", "missed, absences 3, at most 2, 2026-02-01 to 2026-02-28"),
        (
            "measure: absences, at_most: 2, per: month",
            from_week(7, "AAAPP"),
            "03-15",
            "missed, absences 3, at most 2, 2026-02-01 to 2026-02-28",
        ),
        # gifts need no Thursday
        (
            "measure: contributions-received, at_most: 1, every: month",
            gift("a", "02-02", "lee", "kit"),
            "03-15",
            "too early, the first whole month ends on 2026-03-31",
        ),
        (
            "measure: contributions-received, at_most: 0, every: month",
            gift("a", "02-02", "lee", "kit"),
            "03-15",
            "missed, contributions-received 1, at most 0, 2026-02-01 to 2026-02-28",
        ),
        # nothing mends a limit that is exceeded in the first period, though it is not over
        (
            "measure: absences, at_most: 2, every: quarter",
            from_week(2, "PPAAAPP"),
            "02-19",
            "missed, absences 3, at most 2, 2026-01-01 to 2026-02-19",
        ),
        # the period of a newcomer is none that they were bound in wholly
        (
            IN_A_MONTH,
            from_week(1, "PPPPPPAAAP") | member("kit", "02-03"),
            "03-15",
            "too early, the first whole month ends on 2026-03-31",
        ),
    ],
)
def test_periods_that_are_on_record_in_part(written: str, files: Files, as_of: str, expected: str) -> None:
    assert told(written, THURSDAYS, files, as_of=as_of) == expected


def test_without_a_weekday_nobody_knows_whether_a_meeting_is_missing() -> None:
    expected = "too early, the first whole month ends on 2026-03-31"
    assert told(IN_A_MONTH, from_week(6, "AAPPPPP"), as_of="03-15") == expected
