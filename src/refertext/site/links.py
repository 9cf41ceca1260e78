"""Links to the forge, where records are corrected."""

from __future__ import annotations

from refertext.records.record import Record
from refertext.site.evidence import record_page
from refertext.site.site import Site


def correction(site: Site, record: Record) -> str:
    """The address at which a record is corrected; empty where the group names no forge, or the audience does not see
    the record.
    """
    return site.forge.edit(record.file) if site.forge and record_page(site, record) else ""
