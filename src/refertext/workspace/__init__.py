"""Safe writing: one lock for a group, changes that happen wholly or not at all, nobody's save overwritten."""

from refertext.workspace.changes import Change, Create, Rename, Replace
from refertext.workspace.outcomes import Conflict, Failure, Outcome, Standing, Unavailable, Written
from refertext.workspace.workspace import Workspace, locked, put_aside

__all__ = [
    "Change",
    "Conflict",
    "Create",
    "Failure",
    "Outcome",
    "Rename",
    "Replace",
    "Standing",
    "Unavailable",
    "Workspace",
    "Written",
    "locked",
    "put_aside",
]
