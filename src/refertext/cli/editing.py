"""A new record in an editor, before it is written; what was typed there is never lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from refertext.cli.asking import confirm, is_terminal
from refertext.cli.terminal import note
from refertext.cli.writing import Asked, Refusal, foreseen, look

if TYPE_CHECKING:
    from refertext.drafts import Draft, New
    from refertext.group import Group


def in_editor(
    asked: Asked, draft: Callable[[Group], Draft], named_after: Collection[str], typed: list[New]
) -> Callable[[Group], Draft]:
    """The draft of a new record with the text that comes back from an editor, once there is nothing wrong with it. At a
    terminal the editor opens again until there is not, or nobody wants it any more. What comes back goes to `typed`.
    """
    from refertext.drafts import New, RefusedError
    from refertext.drafts.beginnings.edited import edited

    begun = _begun(look(asked, draft))
    text = begun.text
    while True:
        written = click.edit(text, extension=PurePosixPath(begun.file).suffix)
        if written is None:
            raise click.ClickException("Nothing was written: the editor was closed without saving.")
        text = written
        typed.append(New(begun.file, text))

        def with_text(group: Group, text: str = text) -> Draft:
            return edited(draft(group), text, named_after)

        try:
            foreseen(asked, with_text)
        except (Refusal, RefusedError) as refusal:
            if not is_terminal():
                raise
            note(str(refusal))
            confirm("Open the editor again?", default=True)
        else:
            return with_text


def _begun(draft: Draft) -> New:
    from refertext.drafts import New

    (begun,) = draft.parts
    if not isinstance(begun, New):
        raise TypeError(begun)
    return begun


@contextmanager
def kept_unless_written(asked: Asked, typed: list[New]) -> Iterator[None]:
    """Keeps what was typed last wherever the block ends otherwise than by writing it, and says where."""
    try:
        yield
    except BaseException:  # an interrupt, too, must not cost anybody half an hour of typing
        if typed and not _is_written(asked, typed[-1]):
            _keep(asked, typed[-1])
        raise


def _is_written(asked: Asked, new: New) -> bool:
    """Whether just this text is in its file: somebody else may have made a file of that name meanwhile."""
    from refertext.disk import read_as

    return read_as(asked.root / new.file, new.file).data == new.text.encode()


def _keep(asked: Asked, new: New) -> None:
    """Keeps a text; where that is impossible, and for a dry run, which writes nothing, it is shown."""
    from refertext.workspace import Unavailable, put_aside

    try:
        folder = "" if asked.dry_run else put_aside(asked.root, {new.file: new.text.encode()})
    except (OSError, Unavailable):
        folder = ""
    if folder:
        note(f"What you typed is kept in “{folder}/{new.file}”.")
        return
    note("What you typed:")
    for line in new.text.splitlines():
        note(line)
