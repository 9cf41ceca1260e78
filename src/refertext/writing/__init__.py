"""Writing: drafts are carried out in a group's files, after a look at what `check` would say of them."""

from refertext.writing.carrying import Carried, Planned, carry_out, planned
from refertext.writing.judging import NewFindings, judged
from refertext.writing.surroundings import Surroundings

__all__ = ["Carried", "NewFindings", "Planned", "Surroundings", "carry_out", "judged", "planned"]
