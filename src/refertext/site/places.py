"""Places of records: the page that shows each, one of its own for people and agreements alone; where it is mended."""

from __future__ import annotations

from refertext.records import FOLDERS, Agreement, Meeting, Member, Partnership, Prospect, Referral
from refertext.records.record import Record
from refertext.site.site import Site


def record_page(site: Site, record: Record) -> str:
    """The page that shows a record, and the place on it: `referrals/2026#ID`; empty where the audience sees none."""
    match record:
        case Member():
            return f"members/{record.id}" if site.has_page(record) else ""
        case Agreement():
            return f"agreements/{record.id}"
        case Prospect() if site.is_for_members:
            return f"prospects#{record.id}"
        case Meeting() if record.kind == "group" and record.date <= site.day:
            return f"meetings/{record.date.year}#{record.id}"
    if not site.is_for_members:
        return ""
    match record:
        case Meeting() if record.date <= site.day:
            return f"meetings/{record.date.year}#{record.id}"
        case Referral() if record.date <= site.day:
            return f"referrals/{record.date.year}#{record.id}"
        case Partnership() if record.since <= site.day:
            return f"partnerships/{record.id}"
    return ""


def correction(site: Site, record: Record) -> str:
    """The address at which a record is corrected; empty where the group names no forge, or the audience does not see
    the record.
    """
    return site.forge.edit(record.file) if site.forge and record_page(site, record) else ""


def record_of(site: Site, file: str) -> Record | None:
    """The record that was read from a file, if it could be read."""
    folder, _, rest = file.partition("/")
    stem = rest.rpartition("/")[2].rpartition(".")[0]
    record = site.group.records(folder).get(stem) if folder in FOLDERS else None
    return record if record and record.file == file else None
