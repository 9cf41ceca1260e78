"""The words that the rules about attendance share."""

from __future__ import annotations

from refertext.records.meeting import Attendance
from refertext.text.edits.written import flow


def finished_entry(id_: str, attended: Attendance, **more: str) -> str:
    """A member's entry under attendance on one line: what stands there, and more of it: `lee: {status: absent, …}`."""
    keys = ("name", "business", "category", "notice")
    said = {key: str(value) for key in keys if (value := getattr(attended, key)) is not None}
    return f"{id_}: {flow({'status': attended.status} | said | more)}"
