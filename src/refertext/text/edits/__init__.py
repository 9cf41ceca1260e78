"""Surgical edits: the text of a record file with only the lines changed that are meant. Pure: nothing is opened here.

Comments, blank lines, quotes, indentation, line ends, a byte order mark and a missing last line end stay as they are.
"""

from refertext.text.edits.edit import Edited, EditRefused, edit
from refertext.text.edits.intents import (
    Append,
    AppendText,
    InsertByDay,
    Intent,
    Order,
    Remove,
    RenameKey,
    ReplaceEntry,
    ReplaceLine,
    SetValue,
)

__all__ = [
    "Append",
    "AppendText",
    "EditRefused",
    "Edited",
    "InsertByDay",
    "Intent",
    "Order",
    "Remove",
    "RenameKey",
    "ReplaceEntry",
    "ReplaceLine",
    "SetValue",
    "edit",
]
