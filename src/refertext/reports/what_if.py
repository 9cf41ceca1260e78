"""`metrics --with`: who would fall short under a draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from refertext.commitments import Verdict
from refertext.group import Group
from refertext.group.on_record import records_begin
from refertext.insights.standing import amount_in_words
from refertext.insights.what_if import Fate, Trial, WhatIf, months_ends
from refertext.measures.window import complete_periods
from refertext.records import Agreement
from refertext.reports.commitments import in_words
from refertext.reports.escape import spreadsheet_cell, without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.paper import Paper, wrapped
from refertext.reports.tables import table
from refertext.text.wording import listed

_EACH_TIME = {
    Fate.KEPT: "would have kept it each time",
    Fate.FELL_SHORT: "would have fallen short",
    Fate.UNKNOWN: "cannot be judged yet",
}
_NOW = {Fate.KEPT: "would keep it", Fate.FELL_SHORT: "would fall short", Fate.UNKNOWN: "cannot be judged yet"}
_MOST_NAMES = 8
_MOST_ROWS = 20
_COLUMNS = ("commitment", "subject", "date", "outcome", "why")


def render(group: Group, draft: Agreement, file: str, what_ifs: Sequence[WhatIf], paper: Paper) -> str:
    """For each commitment of the draft in a file, who would have kept it in the last twelve months, who would have
    fallen short, and of whom nobody can tell.
    """
    return without_commands("\n".join(_lines(group, draft, file, what_ifs, paper)) + "\n")


def _lines(group: Group, draft: Agreement, file: str, what_ifs: Sequence[WhatIf], paper: Paper) -> Iterator[str]:
    head = f"What if “{draft.title}” ({file}) had been in force for the last twelve months?"
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    for sentence in _which_days(group, what_ifs):
        yield from wrapped(sentence, paper)
    if not what_ifs:
        yield from wrapped("It has no commitments, so nobody can fall short of it.", paper)
    for one in what_ifs:
        yield ""
        said = in_words(one.commitment)
        yield from (paper.style(line, "bold") for line in wrapped(f"{said[0].upper()}{said[1:]}", paper))
        yield from _one(group, one, paper)


def _which_days(group: Group, what_ifs: Sequence[WhatIf]) -> Iterator[str]:
    """On which days it is tried, and from when on anybody is judged."""
    begin, days = records_begin(group), months_ends(group)
    if begin is None:
        yield "No meeting and no referral is recorded yet, so nobody can tell."
    elif any(one.months for one in what_ifs):
        known = [day for day in days if day >= begin]
        ends = f"at the ends of months from {known[0]} to {known[-1]}, and " if len(known) > 1 else ""
        ends = f"on {known[0]} and " if len(known) == 1 else ends
        yield f"Tried {ends}on {group.as_of}."
        if begin > complete_periods("month", 12, group.as_of).first:
            yield f"Records begin on {begin}; nobody is judged by the days before."


def _one(group: Group, one: WhatIf, paper: Paper) -> Iterator[str]:
    if one.silent:
        yield from wrapped(f"Nobody is judged by it: {one.silent}.", paper, indent=2)
        return
    short, unknown = one.of(Fate.FELL_SHORT), one.of(Fate.UNKNOWN)
    if not one.months:
        past = "A rule looks at the records as they are now, so the past cannot be judged."
        yield from wrapped(f"{past} {_summary(group, one, _NOW, f'on {group.as_of} ')}", paper, indent=2)
        if short:
            yield from wrapped(f"would fall short: {_names(group, short)}", paper, indent=2)
    elif len(unknown) < len(one.trials):
        yield from wrapped(_summary(group, one, _EACH_TIME), paper, indent=2)
        yield from _short(group, short, paper)
    if unknown:
        reasons = {trial.now.why for trial in unknown if trial.now}
        why = f" ({reasons.pop()})" if len(reasons) == 1 else ""
        yield from wrapped(f"cannot be judged yet: {_names(group, unknown)}{why}", paper, indent=2)


def _summary(group: Group, one: WhatIf, words: Mapping[Fate, str], when: str = "") -> str:
    """How many have which fate: `Of 12, 4 would have kept it each time and 8 would have fallen short`; of one alone who
    it is.
    """
    found = {word: len(those) for fate, word in words.items() if (those := one.of(fate))}
    many = len(one.trials)
    if len(found) == 1:
        whom = _name(group, one.trials[0]) if many == 1 else f"{'both' if many == 2 else f'all {many}'}"
        whole = f"{when}{whom} {next(iter(found))}."
    else:
        whole = f"{when}of {many}, {listed([f'{number} {word}' for word, number in found.items()])}."
    return whole[0].upper() + whole[1:]


def _short(group: Group, short: Sequence[Trial], paper: Paper) -> Iterator[str]:
    """Those who fall short as a table, those who missed most first."""
    if not short:
        return
    heads = ["would fall short", "month ends missed", f"on {group.as_of}"]
    rows = [[_name(group, one), f"{one.missed} of {one.judged}", _now(group, one)] for one in short[:_MOST_ROWS]]
    yield from table(heads, rows, paper, indent=2)
    if len(short) > _MOST_ROWS:
        yield f"  … and {len(short) - _MOST_ROWS:,} more; --format json has all of them"
    yield from wrapped(_last_window(group, short), paper, indent=2)


def _now(group: Group, trial: Trial) -> str:
    """The verdict of the as-of day, with its number."""
    now = trial.now
    if now is None:
        return "no longer bound"
    return f"{now.judged.value}, {amount_in_words(group, now.tried)}" if now.tried else now.judged.value


def _last_window(group: Group, short: Sequence[Trial]) -> str:
    """Over which days the verdicts of the as-of day are; those who joined later have fewer."""
    windows = {trial.now.tried.window for trial in short if trial.now and trial.now.tried}
    if not windows:
        return "They are no longer bound, since one has left."
    longest = max(windows, key=lambda window: (window.days, window))
    late = "; of some only the last part, since they joined" if len(windows) > 1 else ""
    return f"Counted on {group.as_of}: {longest}{late}."


def _names(group: Group, trials: Sequence[Trial]) -> str:
    names = [_name(group, trial) for trial in trials[:_MOST_NAMES]]
    more = len(trials) - _MOST_NAMES
    return listed([*names, f"{more:,} more"] if more > 0 else names)


def _name(group: Group, trial: Trial) -> str:
    return " + ".join(group.name(id_) for id_ in trial.subject.ids) or group.settings.group


def render_json(group: Group, draft: Agreement, file: str, what_ifs: Sequence[WhatIf]) -> str:
    """The same as a JSON object: for each commitment who falls short, and each subject's verdicts by day."""
    begin, days = records_begin(group), complete_periods("month", 12, group.as_of)
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": group.as_of.isoformat(),
        "title": draft.title,
        "file": file,
        "from": days.first.isoformat(),
        "until": group.as_of.isoformat(),
        "month_ends": [day.isoformat() for day in months_ends(group)],
        "records_begin": begin.isoformat() if begin else None,
        "commitments": [_as_object(one) for one in what_ifs],
    }
    return as_json(document)


def _as_object(one: WhatIf) -> dict[str, Any]:
    fates = {fate: [str(trial.subject) for trial in one.of(fate)] for fate in Fate}
    kinds = {"measure": one.commitment.measure, "rule": one.commitment.rule, "promise": one.commitment.promise}
    return {
        "commitment": in_words(one.commitment),
        **kinds,
        "reason": f"nobody is judged by it: {one.silent}" if one.silent else "",
        "kept": sorted(fates[Fate.KEPT]),
        "falls_short": fates[Fate.FELL_SHORT],
        "cannot_be_judged": sorted(fates[Fate.UNKNOWN]),
        "subjects": [_trial_as_object(trial) for trial in one.trials],
    }


def _trial_as_object(trial: Trial) -> dict[str, Any]:
    kept = trial.judged - trial.missed
    return {
        "subject": str(trial.subject),
        "fate": trial.fate.value,
        "months_judged": trial.judged,
        "months_missed": trial.missed,
        "share_kept": round(kept / trial.judged, 6) if trial.judged else None,
        "now": _verdict_as_object(trial.now) if trial.now else None,
        "months": [_verdict_as_object(verdict) for verdict in trial.months],
    }


def _verdict_as_object(verdict: Verdict) -> dict[str, Any]:
    return {"date": verdict.day.isoformat(), "outcome": verdict.judged.value, "why": verdict.why}


def render_csv(what_ifs: Sequence[WhatIf]) -> str:
    """The same as CSV, one verdict a line; a commitment by which nobody is judged has one without a subject."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in what_ifs:
        for subject, day, outcome, why in _rows(one):
            cells = (in_words(one.commitment), subject, day.isoformat() if day else "", outcome, why)
            writer.writerow({key: spreadsheet_cell(cell) for key, cell in zip(_COLUMNS, cells, strict=True)})
    return without_commands(out.getvalue())


def _rows(one: WhatIf) -> Iterator[tuple[str, date | None, str, str]]:
    if one.silent:
        yield "", None, "", one.silent
    for trial in one.trials:
        for verdict in (*trial.months, *([trial.now] if trial.now else [])):
            yield str(trial.subject), verdict.day, verdict.judged.value, verdict.why
