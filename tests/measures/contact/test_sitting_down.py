"""Whom members sit down with: one-to-ones, one-to-one-coverage, one-to-one-yield."""

from __future__ import annotations

import pytest

from small import Files, gift, ids, inputs, meeting, member, members, of, parts, small, talk, told, window

MARCH = window("03-01", "03-31")
KIT = member("kit", former=["kitty"])


@pytest.mark.parametrize(
    ("people", "talks", "expected", "partners"),
    [
        ([], [], ("0", 0, ""), "0"),
        ([], [talk("t", "03-01", "kit", "lee")], ("1", 1, "t"), "1"),
        ([], [talk("t", "03-31", "lee", "kitty", kind="review")], ("1", 1, "t"), "1"),
        ([], [talk("t", "02-28", "kit", "lee"), talk("u", "04-01", "kit", "lee")], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "kit", "lee", cancelled="yes")], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "kit", "lee", kind="visit")], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "kit", "lee", "ana")], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "kit", "kitty")], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "kit", "nobody")], ("0", 0, ""), "0"),
        ([], [meeting("t", "03-05", attendance={"kit": "present", "lee": "present"})], ("0", 0, ""), "0"),
        ([], [talk("t", "03-05", "lee", "ana")], ("0", 0, ""), "0"),
        ([member("lee", None)], [talk("t", "03-05", "kit", "lee")], ("0", 0, ""), "0"),
        ([member("lee", "03-05")], [talk("t", "03-05", "kit", "lee")], ("1", 1, "t"), "1"),
        ([member("lee", "03-06")], [talk("t", "03-05", "kit", "lee")], ("0", 0, ""), "0"),
        ([member("lee", left="03-05")], [talk("t", "03-05", "kit", "lee")], ("1", 1, "t"), "1"),
        ([member("lee", left="03-04")], [talk("t", "03-05", "kit", "lee")], ("0", 0, ""), "0"),
        ([member("lee", leave=[("03-01", "03-31")])], [talk("t", "03-05", "kit", "lee")], ("1", 1, "t"), "1"),
        (
            [],
            [
                talk("t1", "03-09", "kit", "lee"),
                talk("t2", "03-05", "ana", "kit"),
                talk("t3", "03-09", "lee", "kit", kind="review"),
            ],
            ("3", 3, "t2 t1 t3"),
            "2",
        ),
    ],
)
def test_one_to_ones(people: list[Files], talks: list[Files], expected: tuple[str, int, str], partners: str) -> None:
    result = of(small(members("lee", "ana"), KIT, *people, *talks), "one-to-ones", "kit", MARCH)
    assert told(result) == expected
    assert parts(result) == {"different partners": partners}


@pytest.mark.parametrize(
    ("subject", "expected", "partners"),
    [
        ("kit+lee", ("2", 2, "t1 t3"), "1"),
        ("lee+kit", ("2", 2, "t1 t3"), "1"),
        ("kit+ana", ("0", 0, ""), "0"),
        ("lee", ("3", 3, "t1 t2 t3"), "2"),
        ("group", ("3", 3, "t1 t2 t3"), "2"),
    ],
)
def test_one_to_ones_of_pairs_and_the_group(subject: str, expected: tuple[str, int, str], partners: str) -> None:
    known = small(
        members("lee", "ana"),
        KIT,
        talk("t1", "03-02", "kit", "lee"),
        talk("t2", "03-03", "lee", "ana"),
        talk("t3", "03-04", "lee", "kit", kind="review"),
    )
    result = of(known, "one-to-ones", subject, MARCH)
    assert told(result) == expected
    assert parts(result) == {"different partners": partners}


@pytest.mark.parametrize(("as_of", "expected"), [("03-04", "0"), ("03-05", "1")])
def test_later_talks_do_not_exist(as_of: str, expected: str) -> None:
    known = small(members("lee"), KIT, talk("t", "03-05", "kit", "lee"), as_of=as_of)
    assert told(of(known, "one-to-ones", "kit", MARCH))[0] == expected


TALKS = (
    talk("t1", "03-02", "kit", "lee"),
    talk("t2", "03-03", "lee", "kit", kind="review"),
    talk("t3", "03-04", "kit", "brian"),
    talk("t4", "03-05", "lee", "ana"),
    talk("t5", "04-01", "kit", "ana"),
)


@pytest.mark.parametrize(
    ("subject", "expected", "twice"),
    [
        ("kit", ("1/3", 3, "t1 t2"), "1"),
        ("lee", ("2/3", 3, "t1 t2 t4"), "1"),
        ("ana", ("1/3", 3, "t4"), "0"),
        ("eva", ("0", 3, ""), "0"),
        ("brian", ("1/4", 4, "t3"), "0"),
        ("group", ("1/3", 6, "t1 t2 t4"), "1"),
    ],
)
def test_coverage(subject: str, expected: tuple[str, int, str], twice: str) -> None:
    """Kit, Lee, Ana and Eva are the members of the last day; Brian has left. Eva, on leave, can still be met."""
    people = (
        members("lee", "ana"),
        KIT,
        member("eva", "03-31", leave=[("03-31", "04-30")]),
        member("brian", left="03-30"),
    )
    result = of(small(*people, *TALKS), "one-to-one-coverage", subject, MARCH)
    assert told(result) == expected
    assert parts(result) == {"met twice or more": twice}
    assert inputs(result)["possible partners"] == str(result.n)


@pytest.mark.parametrize(("people", "subject"), [(KIT, "kit"), (KIT, "group"), (member("kit", None), "group")])
def test_coverage_of_nobody(people: Files, subject: str) -> None:
    assert told(of(small(people), "one-to-one-coverage", subject)) == ("there is nobody else to meet", 0, "")


def test_coverage_is_full() -> None:
    known = small(members("kit", "lee"), talk("t", "03-02", "kit", "lee"))
    assert told(of(known, "one-to-one-coverage", "kit")) == ("1", 1, "t")
    assert told(of(known, "one-to-one-coverage", "group")) == ("1", 1, "t")


@pytest.mark.parametrize(
    ("talks", "gifts", "expected"),
    [
        ([], [gift("g", "03-02", "lee", "kit")], ("there was no one-to-one", 0, "")),
        ([talk("t", "03-02", "kit", "lee")], [], ("0", 1, "")),
        (
            [talk("t", "03-02", "kit", "lee"), talk("u", "03-03", "kit", "ana")],
            [
                gift("g1", "03-02", "lee", "kit", "lead"),
                gift("g2", "03-03", "outside: a friend", "kit"),
                gift("g3", "03-04", "lee", "everyone", "lead", taken_by=["kitty"]),
                gift("g4", "03-05", "kit", "lee"),
                gift("g5", "04-01", "lee", "kit"),
            ],
            ("3/2", 2, "g1 g2 g3"),
        ),
    ],
)
def test_yield(talks: list[Files], gifts: list[Files], expected: tuple[str, int, str]) -> None:
    result = of(small(members("lee", "ana"), KIT, *talks, *gifts), "one-to-one-yield", "kit", MARCH)
    assert told(result) == expected
    assert ids(result.among) == ("t u" if result.n == 2 else "t" if result.n else "")
