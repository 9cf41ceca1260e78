"""Writes docs/profiles.md: how scores come about, how a table of one's own is written, and the tables there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from refertext.disk import packaged_profiles
from refertext.insights.scores.score_words import limit_in_words
from refertext.measures import Unit
from refertext.measures.registry import all_measures
from refertext.records import Profile, decode
from refertext.records.profile import ProfilePart
from refertext.text import parse

TARGET = Path(__file__).parent.parent / "docs" / "profiles.md"

HEAD = """# Profiles

A profile is a score table: points for some measures, and from how many points on somebody is green, amber or red. A
colour says nothing without its table, so every score shows its profile, the points of each part, what was measured,
and the cheapest way to the next colour. A score is there to talk about, not to punish with: what a group promised each
other stands in its agreements, and only those have verdicts.

`profile: ground-rules` in `refertext.yml` names the table in use; without it, it is that one.

## How points come about

- A part has a measure and bands. Of the bands reached, the one with most points counts. `from: 2` gives its points
  from 2 on, `above: 2` only above it, `up_to: 2` up to it, for what should be low.
- Numbers are compared exactly, never rounded. Measures are defined once, the same everywhere.
- The window is the last 26 weeks up to the day looked from, unless the profile, or a part, says another `over:`.
- `per: week` or `per: 4 weeks` divides by the weeks that count: those of membership outside leave, since records
  began. So somebody who joined ten weeks ago is asked for ten weeks. For the group, `per: member-week` divides by those
  of all its members together.
- A percentage asks for a share. Of `growth` and `substitutes`, which are counts, it asks for the share that stands
  beside them: of the members at the start, of the meetings.
- Where there was nothing to measure, such as no absence to announce, a part gives the points of `if_nothing:`, else
  none.
- What nobody records here says `recorded: no`. Its points are out of reach: a score says how many points could be had.
  Colours begin where the table says all the same.
- With fewer than 28 counted days somebody is grey, whatever the points, and so is everybody below red. A share or an
  average that rests on fewer than five records says so, and so does a score whose records cannot all be read.
- Money is in the group's currency, as plain numbers. Exact money of persons is shown only where all concerned wrote
  `show_value: yes`; else the band is.

## The cheapest way up

The way to the next colour is the one with the fewest further deeds: contributions, visitors, one-to-ones, thanks,
news, presentations, meetings in person. All combinations of bands are looked at. What others decide is no deed, such
as buying or joining, and neither is what would need a failing first, such as announcing an absence. Where no deeds
bring the points, it says so: an absence leaves the window in its time.

## A table of your own

Put a file into `profiles/`; its name without the ending is the profile's name. One of the same name as one below wins
over it. `refertext check` says what is wrong with it, `refertext schema profile` prints its form for editors, and
[Files](files.md#profiles) lists the keys.

```yaml
# profiles/our-half-year.yml
title: Our half-year
over: 26 weeks
green: 70
amber: 50
red: 30
parts:
  - title: Meetings in person
    measure: attendance
    bands:
      - {from: 60%, points: 20}
      - {from: 75%, points: 40}
  - title: Contributions
    measure: contributions
    per: week
    bands:
      - {from: 1, points: 20}
      - {from: 2, points: 40}
  - title: Absences announced
    measure: notice-given
    if_nothing: 20
    bands:
      - {from: 100%, points: 20}
```

## The tables that come with refertext
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [HEAD]
    for source in packaged_profiles():
        profile, flaws = decode(Profile, parse(source).data or {}, source.file)
        if profile is None:
            raise ValueError(flaws)
        parts.append(_section(profile))
    return "".join(parts)


def _section(profile: Profile) -> str:
    rows = "".join(f"| {part.title} | {_measure(part)} | {'; '.join(_bands(part))} |\n" for part in profile.parts)
    whom = "the group" if profile.subject == "group" else "each member"
    about = (
        f"{profile.title}. {profile.text} It scores {whom} over the last {profile.over}: green from {profile.green}, "
        f"amber from {profile.amber}, red from {profile.red} of {profile.most} points."
    )
    table = f"| part | measure | points |\n| --- | --- | --- |\n{rows}"
    return f"\n### {profile.id}\n\n{textwrap.fill(about, 120, break_on_hyphens=False)}\n\n{table}"


def _measure(part: ProfilePart) -> str:
    if part.measure is None:
        return "not recorded"
    money = ", in the group's currency" if all_measures()[part.measure].unit is Unit.MONEY else ""
    return f"`{part.measure}`{money}" + (f" over {part.over}" if part.over else "")


def _bands(part: ProfilePart) -> Iterator[str]:
    for band in part.bands:
        yield f"{band.points} {limit_in_words(part, band, '').strip()}"
    if part.if_nothing is not None:
        yield f"{part.if_nothing} if there is nothing to measure"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
