"""Files made to hurt: check ends with findings, never with an exception, and says no more than people can read."""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from encodings.aliases import aliases
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CAST, HERE, group_of, texts_of
from refertext.check import check, found_about, rule_commitments
from refertext.commitments import promise_verdicts, verdicts
from refertext.disk import read_group
from refertext.group import Group, load
from refertext.insights.agenda import agenda
from refertext.insights.debts.due import due
from refertext.insights.grid import grid
from refertext.insights.what_if import what_if
from refertext.measures import a_member, facts
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.problem import Place
from refertext.records.days import parse_day
from refertext.reports import agenda as agenda_report
from refertext.reports import due as due_report
from refertext.reports import github, json_object, metrics, plain, status, status_json, status_of_member, why
from refertext.reports import what_if as what_if_report
from refertext.reports.located import Finder, Read, Report, report
from refertext.reports.paper import Paper, unpainted
from refertext.text import MOST_BYTES, Source

FULL = MOST_BYTES - 16
"""Nearly as much as a record may hold."""


def filled(piece: str, size: int = FULL) -> str:
    return piece * (size // len(piece.encode()))


HOSTILE: dict[str, str | bytes] = {
    "blanks where a list belongs": f"goals: 'a{' ' * 200_000}b'\nbreaks: 'a{' ' * 99}b'\nknown_by: 'a{' ' * 99}b'\n",
    "stars": f"name: **{'*a ' * 60_000}\n",
    "lists of categories": "categories:\n" + "".join(f"  a{n}: [b, c]\n" for n in range(4_000)),
    "100,000 brackets": "[" * 100_000,
    "100,000 brackets closed": "a: " + "[" * 100_000 + "]" * 100_000,
    "100,000 braces": "{a: " * 60_000,
    "100,000 dashes": "- " * 100_000,
    "100,000 questions": "? " * 100_000,
    "a stair of blocks": "".join(f"{' ' * n}a:\n" for n in range(700)),
    "mixed nesting": "- {a: [" * 30_000,
    "deep in the front matter": "a: " + "[" * 100_000,
    "an alias bomb": "a: &a [x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)),
    "a merge bomb": "a: &a {x: 1}\nb:\n  <<: [*a, *a, *a]\n",
    "many anchors": filled("&a "),
    "many aliases": "[" + filled("*a,") + "]",
    "many tags": filled("!!str "),
    "many duplicate keys": filled("a: b\n"),
    "many unknown keys": "".join(f"k{n}: v\n" for n in range(9_000)),
    "many long unknown keys": "".join(f"{'alia' * 500}{n}: v\n" for n in range(100)),
    "one huge key": "a" * 200_000 + ": b",
    "one huge value": "alias: " + "x" * 250_000,
    "one huge date": "consent: {date: " + "2" * 200_000 + "}",
    "many wrong entries": "known_by:\n" + filled("  - [a]\n", 90_000),
    "many unknown members": "alias: x\nknown_by: [" + ", ".join(f"kit-larsem-{n}" for n in range(9_000)) + "]",
    "many quotes": "'" * 200_000,
    "an open quote": 'a: "' + "x" * 200_000,
    "many escapes": 'a: "' + "\\x41" * 60_000 + '"',
    "many commas": filled("a,"),
    "many cuts by comma": "alias: {" + ", ".join(f"a{n}: b, c{n}" for n in range(4_000)) + "}",
    "many cuts by hash": "".join(f"k{n}: a #b\n" for n in range(9_000)),
    "many remarks": filled("# x\n"),
    "many tabs": filled("\t"),
    "many percents": filled("%\n"),
    "many literal lines": "text: |\n" + filled(" a\n"),
    "many documents": filled("---\na: b\n"),
    "many conflict markers": filled("<<<<<<< HEAD\n"),
    "many line ends": "a: " + filled("\u2028"),
    "many bidi controls": filled("\u202e"),
    "nothing but NUL": b"\0" * 100_000,
    "high bytes": b"\xff" * 100_000,
    "half a character": "alias: caf\u00e9".encode()[:-1],
    "utf-16": "alias: A bakery".encode("utf-16"),
    "utf-16 without mark": "alias: A bakery".encode("utf-16-le"),
    "utf-32": "alias: A bakery".encode("utf-32"),
    "utf-7": "alias: +AGE-".encode("utf-7"),
    "latin-1": "alias: caf\u00e9".encode("latin-1"),
    "shift-jis": "alias: \u65e5\u672c".encode("shift-jis"),
    "surrogates": "alias: \ud800".encode("utf-8", "surrogatepass"),
    "overlong": b"alias: \xc0\xaf",
    "money that never ends": "gained: " + "1,111" * 40_000,
    "an amount of spaces": "gained: 1" + " " * 100_000 + "x",
    "empty": "",
    "only a mark": b"\xef\xbb\xbf",
}


HARMLESS = {("one huge value", "prospects/hostile.yml"), ("utf-7", "prospects/hostile.yml")}
"""What is strange but says something that a record may say."""


def all_formats(found: Report) -> Iterator[str]:
    yield plain.render(found, Paper(80, unpainted))
    yield json_object.render(found)
    yield github.render(found)
    yield github.summary(found)


@pytest.mark.parametrize("file", ["prospects/hostile.yml", "members/hostile.md", "refertext.yml"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_findings(name: str, file: str, cast: dict[str, str]) -> None:
    text = HOSTILE[name]
    data = text.encode() if isinstance(text, str) else text
    if file.endswith(".md"):
        data = b"---\n" + data + b"\n---\nA body.\n"
    others = [Source(name, text.encode()) for name, text in cast.items() if name != file]
    sources = [*others, Source(file, data[:MOST_BYTES])]
    group = load(sources, lambda _: parse_day("2026-03-11"))
    read = {source.file: source.data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace") for source in sources}
    found = report(group, check(group), read.get)
    if (name, file) not in HARMLESS:
        assert [finding for finding in found.findings if finding.spot.file == file]
    for shown in all_formats(found):
        assert len(shown) < 12_000_000
        assert shown.isprintable() or all(line.isprintable() for line in shown.split("\n"))


def test_the_worst_of_them_stay_within_half_a_gigabyte_together(tmp_path: Path) -> None:
    folder = tmp_path / "group"
    shutil.copytree(CAST, folder)
    for number, text in enumerate(HOSTILE.values()):
        data = text.encode() if isinstance(text, str) else text
        (folder / "prospects" / f"h{number}.yml").write_bytes(data[:MOST_BYTES])
    command = [sys.executable, "-c", "from refertext.cli import main; main()", "check", "--format", "json", str(folder)]
    limit = 512 * 1024 * 1024

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2 * limit, 2 * limit))
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))

    result = subprocess.run(command, capture_output=True, text=True, timeout=120, preexec_fn=bounded, check=False)
    assert result.returncode == 1, result.stderr
    assert result.stderr == ""


def encodings_of_text() -> Iterator[str]:
    for name in sorted(set(aliases.values())):
        with suppress(LookupError):
            "a".encode(name)
            yield name


SPEECH = "alias: Zoë’s café, 北風人材, Привет\nplace: Boise\n"


@pytest.mark.parametrize("encoding", list(encodings_of_text()))
def test_every_encoding_is_read_or_refused(encoding: str) -> None:
    data = SPEECH.encode(encoding, "replace")
    group = load([Source("prospects/x.yml", data)], lambda _: parse_day("2026-03-11"))
    (prospect,) = group.prospects.values() or (None,)
    told = {flaw.kind for flaws in group.flaws.values() for flaw in flaws}
    if prospect is None:
        assert told
    else:
        assert not told
        assert f"alias: {prospect.alias}\n" == data.decode().splitlines(keepends=True)[0]


REAL = [source.data for source in (*read_group(CAST), *read_group(HERE.parent))]
FILES = ["refertext.yml", "prospects/x.yml", "members/x.md", "meetings/2026/x.md", "referrals/2026/x.yml"]
FILES += ["agreements/x.md", "partnerships/x.md"]
SLICES = st.tuples(st.integers(0, 4_000), st.integers(0, 60))
PIECES = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        ["\n", "\t", ": ", " #", "- ", "{", "}", "[", "]", "&a ", "*a", "!", "'", '"', "|", ">", "---\n", "<<: "]
    ).map(str.encode),
    st.sampled_from(["\u202e", "\u2028", "\ufeff", "\0", "é", "9999-12-31", "12,500", "outside:", "everyone"]).map(
        str.encode
    ),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real record with a few slices deleted, doubled, replaced or moved."""
    data = draw(st.sampled_from(REAL))
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(SLICES)
        start = start % (len(data) + 1)
        piece = data[start : start + length]
        change = draw(st.sampled_from(["delete", "double", "insert", "replace", "swap"]))
        if change == "delete":
            data = data[:start] + data[start + length :]
        elif change == "double":
            data = data[:start] + piece + data[start:]
        elif change == "swap":
            data = data[start:] + data[:start]
        else:
            data = data[:start] + draw(PIECES) + data[start + (length if change == "replace" else 0) :]
    return data[:MOST_BYTES]


CAST_TEXTS = texts_of(CAST)


@given(mutated(), st.sampled_from(FILES))
def test_mutated_records_never_raise(data: bytes, file: str) -> None:
    sources = [Source(name, text.encode()) for name, text in CAST_TEXTS.items() if name != file] + [Source(file, data)]
    group = load(sources, lambda _: parse_day("2026-03-11"))
    read = {source.file: source.data.decode("utf-8", "replace") for source in sources}
    found = report(group, check(group), read.get)
    for shown in all_formats(found):
        assert "\x1b" not in shown


def test_places_that_are_nowhere_are_shown_as_the_file(cast: dict[str, str]) -> None:
    group = group_of(cast | {"prospects/x.yml": "alias:\n"})
    found = report(group, check(group), lambda _: None)
    assert [(f.spot.file, f.spot.span.line) for f in found.findings] == [("prospects/x.yml", 1)]
    assert Place("prospects/x.yml").file in next(all_formats(found))


def all_numbers(group: Group, read: Read) -> Iterator[str]:
    """Everything that commands about numbers can say of a group."""
    known, finder, paper = facts(group), Finder(read), Paper(80, unpainted)
    judged = [*verdicts(group), *promise_verdicts(group), *rule_commitments(group)]
    window = last_year(group.as_of)
    yield status.render(known, judged, Counter(), paper)
    yield status_json.render(known, judged, Counter(), finder)
    for member in group.members.values():
        yield status_of_member.render(known, member, judged, None, finder, paper)
        yield status_json.render_member(known, member, judged, None, finder)
    found = due(group, group.as_of + timedelta(days=90))
    yield due_report.render(group, found, 90, None, finder, paper)
    yield due_report.render_json(group, found, finder)
    sheet = agenda(group, group.as_of + timedelta(days=1))
    yield agenda_report.render(group, sheet, paper)
    yield agenda_report.render_json(group, sheet)
    for by in ("group", "member", "pair", "month"):
        yield metrics.render(known, grid(known, by, window), None, paper)
        yield metrics.render_csv(known, grid(known, by, window))
    for agreement in group.agreements.values():
        found_now = found_about(group)
        yield what_if_report.render(group, agreement, agreement.file, what_if(group, agreement, found_now), paper)
    for id_ in group.members:
        value = all_measures()["contributions"].of(known, a_member(id_), window)
        yield why.render(known, value, [], finder, paper)
        yield why.render_json(known, value, [], finder)


def without_layout(text: str) -> str:
    return text.replace("\n", "")


@given(mutated(), st.sampled_from(FILES))
def test_mutated_records_never_break_the_numbers(data: bytes, file: str) -> None:
    sources = [Source(name, text.encode()) for name, text in CAST_TEXTS.items() if name != file] + [Source(file, data)]
    group = load(sources, lambda _: parse_day("2026-03-11"))
    read = {source.file: source.data.decode("utf-8", "replace") for source in sources}
    for shown in all_numbers(group, read.get):
        assert without_layout(shown).isprintable()


TRICKS = [
    "::error file=x::stolen",
    "##[error]stolen",
    "a\u202eb\u200bc",
    "=HYPERLINK(1)",
    "{{ 7 * 7 }}",
    "x" * 1_900,
    "日本語 " * 40,
]


@pytest.mark.parametrize("trick", TRICKS)
def test_no_value_leaves_its_place_in_what_is_said_of_numbers(trick: str, cast: dict[str, str]) -> None:
    quoted = json.dumps(trick, ensure_ascii=False)
    texts = dict(cast)
    for file, text in cast.items():
        if file.startswith("members/"):
            texts[file] = re.sub(
                r"^(name|business): .*$", lambda match: f"{match[1]}: {quoted}", text, flags=re.MULTILINE
            )
    about = f"about: {quoted}\nhistory: [{{date: 2026-02-11, ask: {quoted}, by: brian-cho}}]\n"
    gift = f"kind: lead\ndate: 2026-02-10\nfrom: kit-larsen\nto: brian-cho\n{about}"
    texts["referrals/2026/2026-02-10-kit-larsen-brian-cho-zzzz.yml"] = gift
    group = group_of(texts)
    for shown in all_numbers(group, texts.get):
        assert without_layout(shown).isprintable()
        assert not re.search(r"^\s*::|##\[", shown, re.MULTILINE)
