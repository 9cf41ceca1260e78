"""Writes docs/measures.md: the definition of every measure."""

from __future__ import annotations

import importlib
from itertools import groupby
from pathlib import Path

from refertext.measures import Kind, Measure
from refertext.measures.registry import all_measures
from refertext.text.wording import listed

FILE = Path(__file__).parent.parent / "docs" / "measures.md"

HEAD = """# Measures

A measure is a number computed from the records, with one definition: `check`, the terminal and the site all show the
same one. `refertext why MEASURE MEMBER` shows a number, how it comes about, and every record behind it;
`refertext metrics` shows numbers side by side; an agreement can make a commitment of any of them.

What holds for all of them:

- A window has a first and a last day, both included. A record counts at its own date, an outcome at the outcome's. What
  is dated after the window's end is not looked at, so that closed periods never change.
- `n` says how many records or occasions a number rests on. What cannot be computed says why.
- Alumni stay in past numbers.
- Money is added up in the group's currency only. Exact money of persons is shown only if everybody concerned has
  written `show_value: yes`; sums of the group only where they tell of nobody alone.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for family, members in groupby(all_measures().values(), key=lambda measure: measure.family):
        about = importlib.import_module(f"refertext.measures.{family}").__doc__ or ""
        parts.append(f"\n## {family.capitalize()}\n\n{about.strip()}\n")
        parts += map(_section, members)
    return "".join(parts)


def _section(measure: Measure) -> str:
    kinds = listed([kind.value for kind in Kind if kind in measure.kinds])
    body = measure.page.partition("\n")[2].strip()
    return f"\n### {measure.name}\n\n*{measure.unit.value}, of {kinds}* · {measure.title}.\n\n{body}\n"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8", newline="\n")
