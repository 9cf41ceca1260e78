"""Drafts: what is to be written for a request, worked out from the group alone. Pure: nothing is read or written here.

`writing` carries a draft out.
"""

from refertext.drafts.draft import Draft, Edit, FileDraft, Move, New, RefusedError

__all__ = ["Draft", "Edit", "FileDraft", "Move", "New", "RefusedError"]
