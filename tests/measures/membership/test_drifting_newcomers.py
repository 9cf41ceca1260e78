"""drifting: newcomers with two absences, or no contribution after four weeks."""

from __future__ import annotations

import pytest

from small import ON_RECORD, Files, gift, ids, meeting, member, members, of, small, told, window


def missed(*days: str, status: str = "absent") -> Files:
    """Meetings at which Kit had this status."""
    files: Files = {}
    for on in days:
        files |= meeting(f"m{on}", on, attendance={"kit": status})
    return files


LEAD = gift("g", "03-05", "kit", "everyone", "lead")
SILENT: Files = ON_RECORD


@pytest.mark.parametrize(
    ("records", "last", "is_newcomer", "drifts"),
    [
        (SILENT, "02-28", False, False),
        (SILENT, "03-01", True, False),
        (SILENT, "03-28", True, False),
        (SILENT, "03-29", True, True),
        (SILENT, "05-29", True, True),
        (SILENT, "05-30", False, False),
        (LEAD, "05-29", True, False),
        (LEAD | missed("03-12"), "05-29", True, False),
        (LEAD | missed("03-12", "03-19"), "03-18", True, False),
        (LEAD | missed("03-12", "03-19"), "03-19", True, True),
        (LEAD | missed("03-12", "03-19"), "05-30", False, False),
        (LEAD | missed("02-19", "02-26", "03-12"), "05-29", True, False),
        (LEAD | missed("03-12", "03-19", status="excused"), "05-29", True, False),
        (LEAD | missed("03-12", "03-19", status="substitute"), "05-29", True, False),
        (missed("03-05", "03-12"), "03-12", True, True),
        (gift("g", "02-20", "kit", "lee"), "03-29", True, True),
        (SILENT | gift("g", "04-20", "kit", "lee"), "03-29", True, True),
        (gift("g", "04-20", "kit", "lee"), "04-20", True, False),
        (SILENT | gift("g", "03-05", "lee", "kit"), "03-29", True, True),
        # of the days before records began nobody knows what was given
        ({}, "05-29", True, False),
        (gift("g", "03-05", "lee", "kit"), "04-01", True, False),
        (gift("g", "03-05", "lee", "kit"), "04-02", True, True),
        (gift("g", "04-20", "lee", "kit"), "04-19", True, False),
    ],
)
def test_a_newcomer_of_the_first_of_march(records: Files, last: str, is_newcomer: bool, drifts: bool) -> None:
    known = small(members("lee"), member("kit", "03-01"), records)
    for subject in ("kit", "group"):
        result = of(known, "drifting", subject, window("02-28" if last == "02-28" else last, last))
        assert ("kit" in ids(result.among).split(), "kit" in ids(result.counted).split()) == (is_newcomer, drifts)


@pytest.mark.parametrize(
    ("people", "expected", "among"),
    [
        ([members("kit")], ("0", 0, ""), ""),
        ([member("kit", "05-01")], ("1", 1, "kit"), "kit"),
        ([member("kit", "05-01", left="06-29")], ("0", 0, ""), ""),
        ([member("kit", "05-01", left="06-30")], ("1", 1, "kit"), "kit"),
        ([member("kit", "05-20", earlier=[("05-01", "05-10")])], ("1", 1, "kit"), "kit"),
        ([member("kit", "06-20", earlier=[("05-01", "05-10")])], ("0", 1, ""), "kit"),
        ([member("kit", "07-20", earlier=[("05-01", "05-10")])], ("0", 0, ""), ""),
        (
            [members("eva"), member("kit", "05-02"), member("lee", "05-01"), member("ana", "06-10")],
            ("2", 3, "lee kit"),
            "lee kit ana",
        ),
    ],
)
def test_who_is_a_newcomer(people: list[Files], expected: tuple[str, int, str], among: str) -> None:
    """On the last of June, nobody having given anything."""
    result = of(small(*people, ON_RECORD), "drifting", "group", window("01-01", "06-30"))
    assert told(result) == expected
    assert ids(result.among) == among


def test_of_a_member() -> None:
    known = small(member("kit", "05-01"), member("lee", "05-01"), gift("g", "05-02", "lee", "kit"))
    june = window("06-01", "06-30")
    assert told(of(known, "drifting", "kit", june)) == ("1", 1, "kit")
    assert told(of(known, "drifting", "lee", june)) == ("0", 1, "")
    assert told(of(known, "drifting", "nobody", june)) == ("0", 0, "")
