"""What a finding says to write is written, to the letter: then the file says what was meant and nothing is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from conftest import group_of, report_of
from refertext.group import load
from refertext.records import FOLDERS, SETTINGS_FILE
from refertext.reports.located import Located
from refertext.text import Source

REFERRAL = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
MEETING = "meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md"
PROSPECT = "prospects/haulier-nampa.yml"


def found(cast: Mapping[str, str], file: str, text: str) -> list[Located]:
    """What is found in the cast with another text in one of its files."""
    return list(report_of({**cast, file: text}).findings)


def in_its_place(text: str, finding: Located, instead: str) -> str:
    """A text with something else in the place of a finding."""
    lines = text.splitlines(keepends=True)
    span = finding.spot.span
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + instead + line[span.end_column - 1 :]
    return "".join(lines)


@pytest.mark.parametrize(
    ("written", "instead", "amount"),
    [
        ("12,500", "12500", "12500"),
        ("12, 500", "12500", "12500"),
        ("$1,200", "1200", "1200"),
        ("$1,200.00", "1200.00", "1200.00"),
        ("€1.200,50", "1200.50 EUR", "1200.50 EUR"),
        ("1.200,50 EUR", "1200.50 EUR", "1200.50 EUR"),
        ("USD 1,200", "1200 USD", "1200 USD"),
        ("1,200 EUR", "1200 EUR", "1200 EUR"),
        ("1,200,300", "1200300", "1200300"),
    ],
)
@pytest.mark.parametrize("more", ["", ", note: by bank"])
def test_an_amount_cut_by_its_comma(cast: dict[str, str], written: str, instead: str, amount: str, more: str) -> None:
    text = f"{cast[REFERRAL]}  - {{date: 2026-03-08, status: won, by: brian-cho, value: {written}{more}}}\n"
    (finding,) = (finding for finding in found(cast, REFERRAL, text) if finding.rule != "thanks-missing")
    assert (finding.rule, finding.help) == ("cut-by-comma", f"write {instead}")
    mended = in_its_place(text, finding, instead)
    assert {each.rule for each in found(cast, REFERRAL, mended)} <= {"thanks-missing"}
    (referral,) = group_of({**cast, REFERRAL: mended}).referrals.values()
    value = referral.history[-1].value
    assert value
    assert " ".join(filter(None, (str(value.amount), value.currency))) == amount


@pytest.mark.parametrize(
    ("written", "instead", "note"),
    [
        ("$1,200", '"$1,200"', "$1,200"),
        ("5,000", '"5,000"', "5,000"),
        ("ask, then lunch", '"ask, then lunch"', "ask, then lunch"),
        ('he said "x", then', "'he said \"x\", then'", 'he said "x", then'),
        ('Kit\'s, then "x"', "'Kit''s, then \"x\"'", 'Kit\'s, then "x"'),
    ],
)
def test_words_cut_by_a_comma(cast: dict[str, str], written: str, instead: str, note: str) -> None:
    text = f"{cast[REFERRAL]}  - {{date: 2026-03-08, status: met, by: brian-cho, note: {written}}}\n"
    (finding,) = found(cast, REFERRAL, text)
    assert (finding.rule, finding.help) == ("cut-by-comma", f"put quotes around the value: {instead}")
    mended = in_its_place(text, finding, instead)
    assert found(cast, REFERRAL, mended) == []
    (referral,) = group_of({**cast, REFERRAL: mended}).referrals.values()
    assert referral.history[-1].note == note


@pytest.mark.parametrize(
    ("written", "instead", "names"),
    [
        ("real-estate: {homes, shops}", "real-estate: {homes: , shops: }", {"real-estate/homes", "real-estate/shops"}),
        ("real-estate: {a b, c,}", "real-estate: {a b: , c: }", {"real-estate/a b", "real-estate/c"}),
    ],
)
def test_categories_without_colons(cast: dict[str, str], written: str, instead: str, names: set[str]) -> None:
    text = cast["refertext.yml"].replace("  people:\n", f"  {written}\n  people:\n")
    (finding,) = found(cast, "refertext.yml", text)
    assert (finding.rule, finding.help) == ("cut-by-comma", f"write {instead}")
    mended = text.replace(written, instead)
    assert found(cast, "refertext.yml", mended) == []
    before = group_of(cast).settings.category_names()
    assert group_of({**cast, "refertext.yml": mended}).settings.category_names() - before == {"real-estate", *names}


def test_a_category_without_a_colon_among_others(cast: dict[str, str]) -> None:
    text = cast["refertext.yml"].replace("  people:\n", "  real-estate: {homes: , shops}\n  people:\n")
    (finding,) = found(cast, "refertext.yml", text)
    assert (finding.rule, finding.help) == ("yaml-error", "write shops: and what belongs to it, if anything does")
    assert found(cast, "refertext.yml", in_its_place(text, finding, "shops: ")) == []


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("phone: 208-555-0123", "phone: 208-555-0123", "this line"),
        ("email: jo@example.com", "email: jo@example.com", "this line"),
        ("web: example.com", "web: example.com", "this line"),
        ("Phone: 208-555-0123", "phone: 208-555-0123", "this line with phone: instead of Phone:"),
        ("Telephone: 208-555-0123", "phone: 208-555-0123", "this line with phone: instead of Telephone:"),
        ("mail: jo@example.com", "email: jo@example.com", "this line with email: instead of mail:"),
    ],
)
def test_how_to_reach_a_prospect(cast: dict[str, str], written: str, line: str, said: str) -> None:
    (finding,) = found(cast, PROSPECT, f"{cast[PROSPECT]}{written}\n")
    assert finding.rule == "unknown-key"
    assert finding.help == (
        f"move it to private/{PROSPECT}, which stays on your computer:"
        f" write contact: there, and below it, two spaces in, {said}"
    )
    private = [Source(f"private/{PROSPECT}", f"contact:\n  {line}\n".encode())]
    sources = (Source(file, text.encode()) for file, text in sorted(cast.items()))
    group = load(sources, lambda _: date(2026, 3, 11), private=private)
    assert group.private.remarks == ()
    assert found(cast, PROSPECT, cast[PROSPECT]) == []
    contact = group.prospects["haulier-nampa"].contact
    key, _, value = line.partition(": ")
    assert getattr(contact, key) == value


def test_a_prospect_is_reached_by_a_block(cast: dict[str, str]) -> None:
    (finding,) = found(cast, PROSPECT, f"{cast[PROSPECT]}contact: 208-555-0123\n")
    assert finding.help.startswith(
        f"move it to private/{PROSPECT}, which stays on your computer, and write contact: al"
    )
    (finding,) = found(cast, PROSPECT, f"{cast[PROSPECT]}colour: red\n")
    assert " contact," not in finding.help


@pytest.mark.parametrize(
    ("written", "mend", "instead", "note"),
    [
        ("note: price: too high", 'write "price: too high"', '"price: too high"', "price: too high"),
        ("note: Acme: it's a: b, sorry", "", '"Acme: it\'s a: b, sorry"', "Acme: it's a: b, sorry"),
        ("note: price: high, status: met", "", '"price: high"', "price: high"),
        ("note: x; status: met", "write a comma in its place", ",", "x"),
    ],
)
def test_a_colon_inside_braces(cast: dict[str, str], written: str, mend: str, instead: str, note: str) -> None:
    text = f"{cast[REFERRAL]}  - {{date: 2026-03-08, by: brian-cho, {written}}}\n"
    (finding,) = found(cast, REFERRAL, text)
    assert (finding.rule, finding.help) == ("yaml-error", mend or f"write {instead}")
    mended = in_its_place(text, finding, instead)
    assert found(cast, REFERRAL, mended) == []
    (referral,) = group_of({**cast, REFERRAL: mended}).referrals.values()
    assert referral.history[-1].note == note


@pytest.mark.parametrize(
    ("entry", "marked", "mend"),
    [
        ("{date: 2026-03-08; status: met, by: brian-cho}", ";", "write a comma in its place"),
        ("{date: 2026-03-08 status: met, by: brian-cho}", "2026-03-08 status", "write 2026-03-08, status"),
        ("{by: brian-cho, note: a: [b]}", "a:", "put quotes around the value"),
    ],
)
def test_where_a_comma_is_missing(cast: dict[str, str], entry: str, marked: str, mend: str) -> None:
    text = f"{cast[REFERRAL]}  - {entry}\n"
    (finding,) = found(cast, REFERRAL, text)
    span = finding.spot.span
    assert (span.excerpt[span.column - 1 : span.end_column - 1], finding.help) == (marked, mend)
    if not mend.startswith("put"):
        instead = "," if "comma" in mend else mend.removeprefix("write ")
        assert found(cast, REFERRAL, in_its_place(text, finding, instead)) == []


@pytest.mark.parametrize(
    ("above", "line"),
    [("thanked:\n", "date: 2026-03-10"), ("thanked:\n  date: 2026-03-10\n", "where: meeting")],
)
def test_no_break_spaces_below_a_key(cast: dict[str, str], above: str, line: str) -> None:
    text = f"{cast[REFERRAL]}{above}\u00a0\u00a0{line}\n"
    mended = text.replace("\u00a0", " ")
    (finding,) = found(cast, REFERRAL, text)
    assert finding.rule == "unknown-key"
    assert finding.help == (
        "the line begins with 2 no-break spaces (U+00A0), which are no ordinary ones: write 2 ordinary spaces instead"
    )
    assert found(cast, REFERRAL, mended) == []
    (referral,) = group_of({**cast, REFERRAL: mended}).referrals.values()
    assert referral.thanked


def test_a_no_break_space_before_a_key_of_its_own(cast: dict[str, str]) -> None:
    (finding,) = found(cast, REFERRAL, cast[REFERRAL].replace("level: 4", "\u00a0level: 4"))
    assert finding.help == "the key begins with a no-break space (U+00A0): delete it and write level"


@pytest.mark.parametrize("file", [MEETING, "members/lee-ortiz.md", "agreements/show-up.md"])
def test_the_second_line_of_hyphens(cast: dict[str, str], file: str) -> None:
    above, keys, below = cast[file].split("---\n", 2)
    assert not above
    for space in ("", "\n"):
        text = f"---\n{keys}{space}{below.lstrip()}"
        (finding, *_) = found(cast, file, text)
        number = keys.count("\n") + 1
        assert finding.rule == "no-front-matter"
        assert finding.help == (
            f"write a line with three hyphens, ---, and nothing else below line {number}, the last of the keys"
        )
        lines = text.split("\n")
        lines.insert(number, "---")
        assert found(cast, file, "\n".join(lines)) == []
        assert group_of({**cast, file: "\n".join(lines)}).flaws == group_of(cast).flaws


@pytest.mark.parametrize("folder", [*FOLDERS, SETTINGS_FILE])
def test_an_example_of_the_kind(cast: dict[str, str], folder: str) -> None:
    file = next(name for name in cast if name.startswith(folder))
    ending = "---\n---\n" if file.endswith(".md") else ""
    (help_,) = (each.help for each in found(cast, file, ending) if each.rule == "not-a-record")
    line = help_.removeprefix("write one key a line, for example ")
    written = f"---\n{line}\n---\n" if ending else f"{line}\n"
    told = [each for each in found(cast, file, written) if each.spot.file == file]
    assert not {each.rule for each in told} & {"not-a-record", "unknown-key", "wrong-shape", "wrong-value"}


@pytest.mark.parametrize("written", ["“no”", "„no“", "«No»"])
def test_a_choice_in_curly_quotes_is_told_once(cast: dict[str, str], written: str) -> None:
    file = "members/lee-ortiz.md"
    text = cast[file].replace("---\n", f"---\nshow_value: {written}\n", 1)
    (finding,) = found(cast, file, text)
    assert finding.spot.message == f"show_value cannot be {written} in curly quotes: it is yes or no"
    assert (finding.rule, finding.help) == ("wrong-choice", "write no")
    mended = in_its_place(text, finding, "no")
    assert found(cast, file, mended) == []
    assert group_of({**cast, file: mended}).members["lee-ortiz"].show_value == "no"


def test_a_day_in_curly_quotes_is_told_once(cast: dict[str, str]) -> None:
    text = cast[PROSPECT].replace("2026-02-26", "“2026-02-26”")
    (finding,) = found(cast, PROSPECT, text)
    assert (finding.rule, finding.help) == ("wrong-value", "the quotes are part of it: write 2026-02-26")
    assert found(cast, PROSPECT, in_its_place(text, finding, "2026-02-26")) == []


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("coffee", ""),
        ("x" * 500, ""),
        ("one to one", "write one-to-ones"),
        ("thank-yous", "write the name of a measure, for example thanks, "),
    ],
)
def test_a_measure_that_nobody_knows(cast: dict[str, str], written: str, near: str) -> None:
    file = "agreements/show-up.md"
    (finding,) = found(cast, file, cast[file].replace("measure: attendance", f"measure: {written}"))
    assert finding.rule == "unknown-measure"
    assert finding.help.startswith(near or "write the name of a measure")
    assert near.endswith("ones") or finding.help.endswith("; “refertext explain” lists them all")
    assert "…" not in finding.help


@pytest.mark.parametrize(
    ("file", "above", "entry", "lines"),
    [
        (REFERRAL, "", "2026-03-08: contacted", ["date: 2026-03-08", "status: contacted"]),
        (REFERRAL, "", "2026-03-08: called, no answer", ["date: 2026-03-08", "note: called, no answer"]),
        (MEETING, "actions:\n", "brian-cho: send the flyer", ["who: brian-cho", "what: send the flyer"]),
        ("refertext.yml", "breaks:\n", "2026-07-01: 2026-07-08", ["from: 2026-07-01", "until: 2026-07-08"]),
    ],
)
def test_an_entry_with_a_value_as_its_key(
    cast: dict[str, str], file: str, above: str, entry: str, lines: list[str]
) -> None:
    begin, end = cast[file].rsplit("---\n", 1) if file.endswith(".md") else (cast[file], None)
    below = "" if end is None else f"---\n{end}"
    (finding,) = found(cast, file, f"{begin}{above}  - {entry}\n{below}")
    assert (finding.rule, finding.help) == ("unknown-key", f"write “{lines[0]}” and “{lines[1]}”")
    by = "\n    by: brian-cho" if file == REFERRAL else ""
    mended = f"{begin}{above}  - {lines[0]}\n    {lines[1]}{by}\n{below}"
    assert found(cast, file, mended) == []


@pytest.mark.parametrize("entry", ["task: send the flyer", "wht: send it", 'lee-ortiz: "a: b"', "lee-ortiz: [a]"])
def test_an_entry_that_is_in_doubt(cast: dict[str, str], entry: str) -> None:
    text = cast[MEETING].replace("kind:", f"actions:\n  - {entry}\nkind:")
    (help_,) = (each.help for each in found(cast, MEETING, text) if each.rule == "unknown-key")
    assert "“" not in help_
