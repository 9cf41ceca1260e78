"""The group: all records of a repository, frozen and indexed, seen as of a day."""

from refertext.group.group import Group
from refertext.group.load import load
from refertext.group.references import Reference
from refertext.group.seats import Rivalry, Tenure

__all__ = ["Group", "Reference", "Rivalry", "Tenure", "load"]
