"""Tasks: what somebody owes, as every page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.insights.debts.owed import Owed
from refertext.insights.debts.ready import has_gaps
from refertext.records import SETTINGS_FILE
from refertext.site.people import Person, people
from refertext.site.places import correction, record_of, record_page
from refertext.site.sentences import plainly
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is owed: by and to whom, nobody in particular where empty; what to do by when, and how many days
    late it is, below 0 while there is time; what to write then, and whether words in capitals are left to be filled in
    there; the record it is about, empty where the site does not show it, and where that is corrected.
    """

    by: tuple[Person, ...]
    to: tuple[Person, ...]
    do: str
    due: date
    days_late: int
    write: str
    has_gaps: bool
    record: str
    file: str
    correction: str


def task(site: Site, owed: Owed, day: date | None = None) -> Task:
    """Something that is owed, as it will stand on a day; on the site's own if none is given."""
    record = record_of(site, owed.place.file)
    return Task(
        by=people(site, owed.by),
        to=people(site, owed.to),
        do=plainly(site, owed.do),
        due=owed.due,
        days_late=((day or site.day) - owed.due).days,
        write=owed.write,
        has_gaps=has_gaps(owed.write),
        record=record_page(site, record) if record else _settings_page(owed),
        file=owed.place.file,
        correction=correction(site, record) if record else site.forge.edit(owed.place.file) if site.forge else "",
    )


def _settings_page(owed: Owed) -> str:
    """The page that shows what stands in the settings: seats have one."""
    is_of_seats = owed.place.file == SETTINGS_FILE and owed.place.path[:1] in (("seats",), ("searches",))
    return "seats" if is_of_seats else ""
