"""What a word that leads nowhere was probably meant to be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from refertext.records import BY_YEAR, Agreement, Member, Profile, Prospect, Record, nearest
from refertext.text.wording import folded

if TYPE_CHECKING:
    from refertext.group.group import Group

_ENOUGH = 200  # unknown words of a kind; nobody mends more before checking again
_DATE = 10  # characters


def meant_words(texts: Iterable[str], known: Collection[str]) -> Mapping[str, str]:
    """The known words that unknown ones were probably meant to be, by unknown word, where there is one."""
    near = {text: nearest(text, known) for text in islice(dict.fromkeys(texts), _ENOUGH)}
    return {text: word for text, word in near.items() if word}


def meant_ids(group: Group, folder: str, texts: Iterable[str]) -> Mapping[str, str]:
    """The known ids of a folder that unknown texts were probably meant to be, by text, where there is one.

    A text may be a record's name or title, the beginning of just one id, or an id with a slip in it.
    """
    known = sorted(group.ids(folder))
    named = _ids_by_name(group.records(folder))
    found = {}
    for text in islice(dict.fromkeys(texts), _ENOUGH):
        id_ = named.get(folded(text)) or _only_beginning(known, text) or _nearest(folder, known, text)
        if id_:
            found[text] = id_
    return found


def ids_called(text: str, names: Mapping[str, str]) -> list[str]:
    """The ids that a text means, of some with their names: those of the very name, else those that begin with it, or
    whose name does; whatever the case of its letters.
    """
    wanted = folded(text)
    spoken = {id_: folded(name) for id_, name in sorted(names.items())}
    same = [id_ for id_, name in spoken.items() if name == wanted]
    return same or [
        id_ for id_, name in spoken.items() if wanted and (id_.startswith(wanted) or name.startswith(wanted))
    ]


def id_nearly_called(text: str, names: Mapping[str, str]) -> str | None:
    """The id that a text that means none was probably meant to be: the nearest id, name or first name."""
    spoken = {way: id_ for id_, name in names.items() for way in (id_, folded(name), folded(name).partition(" ")[0])}
    return spoken.get(nearest(folded(text), spoken) or "")


def why_unread(folder: str, id_: str) -> str:
    """A sentence about a record that is meant, but whose file cannot be understood."""
    return f"The file of “{id_}” in {folder}/ cannot be read: “refertext check” says why."


def id_named(group: Group, folder: str, name: str) -> str | None:
    """The id of the only record of a folder that has a name or title, whatever the case of its letters."""
    return _ids_by_name(group.records(folder)).get(folded(name))


def _ids_by_name(records: Mapping[str, Record]) -> dict[str, str]:
    """The id of each name that only one record has."""
    named = defaultdict(set)
    for id_, record in records.items():
        for name in _names(record):
            named[folded(name)].add(id_)
    return {name: ids.pop() for name, ids in named.items() if len(ids) == 1}


def _names(record: Record) -> Iterable[str]:
    match record:
        case Member():
            return (record.name,)
        case Agreement() | Profile():
            return (record.title,)
        case Prospect():
            return (record.alias, record.name or record.alias)
    return ()


def _only_beginning(known: Sequence[str], text: str) -> str | None:
    """The only known id that begins with the text, as people write first names."""
    start = folded(text).replace(" ", "-")
    first = bisect_left(known, start)
    beginning = [id_ for id_ in known[first : first + 2] if id_.startswith(start)]
    return beginning[0] if len(start) > 1 and len(beginning) == 1 else None


def _nearest(folder: str, known: Sequence[str], text: str) -> str | None:
    """The known id that differs least; of records by date, only those of the same day or the same ending."""
    if folder not in BY_YEAR:
        return nearest(text, known)
    day, ending = text[:_DATE], text[-5:]
    same_ending = {id_[_DATE:]: id_ for id_ in known if id_.endswith(ending)}
    near = nearest(text, [id_ for id_ in known if id_.startswith(day)])
    return near or same_ending.get(nearest(text[_DATE:], same_ending) or "")
