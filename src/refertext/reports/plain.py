"""The report for people at a terminal: sentence, excerpt, caret, other places, what to write."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.problem import Severity
from refertext.reports.escape import columns, harmless, one_line, without_commands
from refertext.reports.located import Located, Report, Spot
from refertext.reports.paper import Paper, laid_out
from refertext.reports.words import counted, found_in_words, nothing_found, read_in_words
from refertext.text.wording import capitalised


def render(report: Report, paper: Paper) -> str:
    """The whole report, ending in a line feed."""
    blocks = ["\n".join(finding_lines(finding, paper)) for finding in report.findings]
    return without_commands("\n\n".join([*blocks, "\n".join(_summary(report, paper))]) + "\n")


def _summary(report: Report, paper: Paper) -> Iterator[str]:
    """The closing lines: what was found, what was read, and what to do now."""
    read = f"{read_in_words(report)} as of {report.as_of}"
    if not report.findings:
        said = nothing_found(report)
        yield from _painted(laid_out(f"{capitalised(said)}: {read}.", paper), paper, "note")
        return
    files = counted(len({finding.spot.file for finding in report.findings}), "file")
    found = found_in_words(report)
    yield from _painted(laid_out(f"{capitalised(found)} in {files}; read {read}.", paper), paper, "bold")
    yield from laid_out(_advice(report), paper)


def _advice(report: Report) -> str:
    rule = next((f.rule for f in report.findings if f.severity is Severity.ERROR), report.findings[0].rule)
    more = f"“refertext explain {rule}” tells more about a rule."
    if report.count(Severity.ERROR):
        return f"Errors must be mended; warnings are for the group to talk about, notes for you to know. {more}"
    return f"Nothing is broken: warnings are for the group to talk about, notes for you to know. {more}"


def finding_lines(finding: Located, paper: Paper) -> Iterator[str]:
    """One finding, line by line: sentence, place and excerpt, other places, what to write."""
    severity = finding.severity.value
    head = f"{severity}[{finding.rule}]: "
    first, *rest = laid_out(finding.spot.message, paper, taken=len(head), indent=2)
    yield paper.style(head.rstrip(": "), severity) + ": " + paper.style(first, "bold")
    yield from _painted(rest, paper, "bold")
    gutter = max(len(str(spot.span.line)) for spot in (finding.spot, *finding.see))
    yield from _excerpt(finding.spot, "-->", "^", gutter, paper, severity)
    for see in finding.see:
        yield from _excerpt(see, ":::", "-", gutter, paper, "place")
        yield from _painted(laid_out(see.message, paper, indent=gutter + 3, all_indented=True), paper, "place")
    head = f"{' ' * gutter} = help: "
    first, *rest = laid_out(finding.help, paper, taken=len(head), indent=len(head))
    yield f"{' ' * gutter} = {paper.style('help', 'help')}: {first}"
    yield from rest


def _excerpt(spot: Spot, arrow: str, mark: str, gutter: int, paper: Paper, manner: str) -> Iterator[str]:
    blank = " " * gutter
    place = f"{one_line(spot.file)}:{spot.span.line}:{spot.span.column}" if spot.span.excerpt else one_line(spot.file)
    yield f"{blank}{paper.style(arrow, 'place')} {place}"
    if not spot.span.excerpt.strip():
        return
    line, start, length = _window(spot, paper.columns - gutter - 3)
    yield f"{paper.style(f'{spot.span.line:>{gutter}} |', 'place')} {line}"
    yield f"{paper.style(f'{blank} |', 'place')} {' ' * start}{paper.style(mark * length, manner)}"


def _window(spot: Spot, width: int) -> tuple[str, int, int]:
    """The part of the excerpt that fits, and in it the first column to mark and how many."""
    excerpt, start = spot.span.excerpt, spot.span.column - 1
    stop = spot.span.end_column - 1 if spot.span.end_line == spot.span.line else len(excerpt)
    before = _untabbed(excerpt[max(start - width, 0) : start])  # a line may have 256 KiB
    marked = _untabbed(excerpt[start : min(stop, start + width)])
    after = _untabbed(excerpt[stop : stop + width])
    if columns(before) > width * 2 // 3:
        before = "…" + _tail(before, width * 2 // 3 - 1)
    room = max(width - columns(before), 8)
    if columns(marked) > room:
        marked, after = _head(marked, room - 1) + "…", ""
    elif columns(marked + after) > room:
        after = _head(after, room - columns(marked) - 1) + "…"
    return (before + marked + after).rstrip(), columns(before), max(columns(marked), 1)


def _untabbed(text: str) -> str:
    return harmless(text.replace("\t", " "))


def _head(text: str, width: int) -> str:
    width = max(width, 0)
    text = text[:width]  # every character takes a column, or two; marks that take none are few
    while columns(text) > width:
        text = text[:-1]
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width)[::-1]


def _painted(lines: list[str], paper: Paper, manner: str) -> Iterator[str]:
    for line in lines:
        yield paper.style(line, manner)
