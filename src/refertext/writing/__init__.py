"""Writing: drafts are carried out in a group's files, after a look at what `check` would say of them."""

from refertext.writing.carrying import Planned, carry_out, planned
from refertext.writing.judging import NewFindings, judged
from refertext.writing.surroundings import Read, Seen, Surroundings

__all__ = ["NewFindings", "Planned", "Read", "Seen", "Surroundings", "carry_out", "judged", "planned"]
