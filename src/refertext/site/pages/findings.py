"""Findings: what check has found, where it stands, and what to write; for members alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from refertext.patterns import pattern
from refertext.problem import Severity
from refertext.records import Agreement, Meeting, Member, Partnership, Prospect, Referral
from refertext.records.record import Record
from refertext.reports.escape import one_line
from refertext.reports.located import Located, Spot
from refertext.rules.registry import all_rules
from refertext.site.days import in_days
from refertext.site.excerpts import Excerpt, excerpt
from refertext.site.markdown import markdown
from refertext.site.page import Page
from refertext.site.places import record_of, record_page
from refertext.site.sentences import plainly
from refertext.site.site import Site
from refertext.text.wording import listed

MOST = 200
"""How many findings of a severity are shown; the others are counted."""
_MONEY = pattern(r"\b(?:value|gained|won|thanks?)\b.*\d", re.IGNORECASE)
_NUMBER = pattern(r"\d[\d.,' ]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file and the line, 0 where the file has none; what is said of it, and the line."""

    said: str
    file: str
    line: int
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: by which rule, its sentence and place, what to write, and other places that belong to it."""

    rule: str
    place: Place
    help: str
    see: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The findings in one file: what the file is about, the page that shows it, and where it is corrected."""

    title: str
    to: str
    file: str
    findings: tuple[Finding, ...]
    correction: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a severity: how many there are, by file, and how many are not shown."""

    severity: str
    count: int
    files: tuple[File, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule that found something looks for, and why."""

    name: str
    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings by severity, worst first, and the rules that are named."""

    groups: tuple[Group, ...]
    rules: tuple[Rule, ...]
    records: int


def findings(site: Site) -> Iterator[Page]:
    """The page of findings; none for the public."""
    if not site.is_for_members:
        return
    groups = tuple(_group(site, severity) for severity in Severity)
    named = {finding.rule for group in groups for file in group.files for finding in file.findings}
    view = Findings(groups, tuple(_rules(named)), sum(site.report.records.values()))
    summary = "What does not fit together in our files, and what to write."
    yield Page("findings", "Findings", "findings.html", view, menu="Ground rules", summary=summary)


def _group(site: Site, severity: Severity) -> Group:
    found = [finding for finding in site.report.findings if finding.severity is severity]
    by_file = groupby(found[:MOST], key=lambda finding: finding.spot.file)
    files = tuple(_file(site, file, list(those)) for file, those in by_file)
    return Group(severity.value, len(found), files, max(len(found) - MOST, 0))


def _file(site: Site, file: str, found: Sequence[Located]) -> File:
    record = record_of(site, file)
    return File(
        title=_title(site, record) if record else _of_no_record(site, file),
        to=record_page(site, record) if record else "",
        file=one_line(file),
        findings=tuple(_finding(site, one) for one in found),
        correction=site.forge.edit(file) if site.forge else "",
    )


def _finding(site: Site, one: Located) -> Finding:
    place, see = _place(site, one.spot), tuple(_place(site, see) for see in one.see)
    if one.rule == "slip-unclear" and _tells_money(one.spot):
        return Finding(one.rule, replace(place, said=_NUMBER.sub("…", place.said)), _NUMBER.sub("…", one.help), see)
    return Finding(one.rule, place, one.help, see)


def _place(site: Site, spot: Spot) -> Place:
    """Where something stands. A line that tells money is not shown: not everybody concerned may want it to be."""
    line = spot.span.line if spot.span.excerpt and not _tells_money(spot) else 0
    return Place(plainly(site, spot.message), one_line(spot.file), line, excerpt(spot.span))


def _tells_money(spot: Spot) -> bool:
    return bool(_MONEY.search(spot.span.excerpt))


def _of_no_record(site: Site, file: str) -> str:
    return "The group's settings" if file == site.group.settings.file else one_line(file)


def _title(site: Site, record: Record) -> str:
    """What a record is called in a heading."""
    match record:
        case Member():
            return record.name
        case Agreement():
            return record.title
        case Prospect():
            return record.alias
        case Partnership():
            return listed([site.group.name(id_) for id_ in record.between])
        case Referral():
            return in_days(f"{record.kind.capitalize()} of {record.date}")
        case Meeting():
            return in_days(f"{'Meeting' if record.kind == 'group' else record.kind.capitalize()} of {record.date}")
    return record.id


def _rules(names: Iterable[str]) -> Iterator[Rule]:
    """The rules of some names: their pages up to the examples, which are for those who write files by hand."""
    for name in sorted(names):
        rule = all_rules()[name]
        about = rule.page.partition("\n")[2].partition("\n## ")[0]
        yield Rule(name, rule.title, markdown(about.strip(), level=3))
