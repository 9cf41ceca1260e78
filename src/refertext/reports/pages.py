"""Pages of rules and measures for people at a terminal: their Markdown, laid out and lightly painted."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from refertext.measures import Kind, Measure
from refertext.patterns import pattern
from refertext.reports.escape import harmless
from refertext.reports.paper import Paper
from refertext.rules.rule import Rule
from refertext.text.wording import listed

_FENCE = pattern(r"```(?:\w+ title=\"(?P<title>[^\"]*)\")?")
_MARK = pattern(r"\s*(?:# expect: [\w, -]+|<!-- expect: [\w, -]+ -->)$")


def page(rule: Rule, paper: Paper) -> str:
    """One rule's page."""
    head = f"{paper.style(rule.name, 'bold')}  {paper.style(rule.severity.value, rule.severity.value)}, {rule.family}"
    return "\n".join([head, "", *_laid_out(rule.page, paper)]).rstrip() + "\n"


def measure_page(measure: Measure, paper: Paper) -> str:
    """One measure's page, with its formula and whom it is about."""
    kinds = listed([kind.value for kind in Kind if kind in measure.kinds])
    head = f"{paper.style(measure.name, 'bold')}  {measure.unit.value}, of {kinds}"
    foot = f"{measure.name} = {measure.formula}"
    return "\n".join([head, "", *_laid_out(measure.page, paper), foot]) + "\n"


def index(rules: Iterable[Rule], measures: Iterable[Measure], paper: Paper) -> str:
    """The list of all rules by family, then that of all measures."""
    return f"{_rules(rules, paper)}\n\n{_measures(measures, paper)}\n\n“refertext explain NAME” shows a page.\n"


def _measures(measures: Iterable[Measure], paper: Paper) -> str:
    """The list of all measures, by family."""
    blocks = []
    for family, members in groupby(measures, key=lambda measure: measure.family):
        rows = list(members)
        widest = max(len(measure.name) for measure in rows)
        lines = [paper.style(f"measures of {family}", "bold")]
        for measure in rows:
            first, *rest = textwrap.wrap(measure.title, max(paper.columns - widest - 4, 20))
            lines.append(f"  {measure.name:<{widest}}  {first}")
            lines += [" " * (widest + 4) + line for line in rest]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _rules(rules: Iterable[Rule], paper: Paper) -> str:
    """The list of all rules, by family."""
    blocks = []
    for family, members in groupby(rules, key=lambda rule: rule.family):
        rows = list(members)
        widest = max(len(rule.name) for rule in rows)
        lines = [paper.style(family, "bold")]
        for rule in rows:
            severity = f"{rule.severity.value:<7}"
            room = max(paper.columns - widest - 13, 20)
            first, *rest = textwrap.wrap(rule.title, room)
            lines.append(f"  {rule.name:<{widest}}  {paper.style(severity, rule.severity.value)}  {first}")
            lines += [" " * (widest + 13) + line for line in rest]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _laid_out(text: str, paper: Paper) -> Iterator[str]:
    """The lines of a page; each paragraph, heading and block of lines ends in a blank one."""
    fenced = False
    for block in re.split(r"(^```.*$)", text, flags=re.MULTILINE):
        fence = _FENCE.fullmatch(block)
        if fence:
            fenced = not fenced
            if fence["title"]:
                yield paper.style(f"  {fence['title']}", "place")
        elif fenced:
            yield from (f"    {harmless(_MARK.sub('', line))}".rstrip() for line in block.strip("\n").split("\n"))
            yield ""
        else:
            yield from _paragraphs(block, paper)


def _paragraphs(text: str, paper: Paper) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.startswith("## "):
            yield paper.style(paragraph.removeprefix("## "), "bold")
        else:
            yield from textwrap.wrap(" ".join(paragraph.split()), paper.columns, break_on_hyphens=False)
        if paragraph:
            yield ""
