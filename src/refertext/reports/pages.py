"""Rule pages for people at a terminal: the Markdown of a page, laid out and lightly painted."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from refertext.reports.escape import harmless
from refertext.reports.plain import Paper
from refertext.rules.rule import Rule

_FENCE = re.compile(r"```(?:\w+ title=\"(?P<title>[^\"]*)\")?")
_MARK = re.compile(r"\s*(?:# expect: [\w, -]+|<!-- expect: [\w, -]+ -->)$")


def page(rule: Rule, paper: Paper) -> str:
    """One rule's page."""
    head = f"{paper.style(rule.name, 'bold')}  {paper.style(rule.severity.value, rule.severity.value)}, {rule.family}"
    return "\n".join([head, "", *_laid_out(rule.page, paper)]).rstrip() + "\n"


def index(rules: Iterable[Rule], paper: Paper) -> str:
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
    return "\n\n".join(blocks) + "\n\n“refertext explain NAME” shows a rule's page.\n"


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
