"""Which of some known words an unknown one was meant to be: a typo, a beginning, or a word of every day.

People follow a suggestion to the letter, so there is none where it may turn what they meant into its opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from refertext.patterns import pattern

MOST_LETTERS = 60
"""Longer words are no typos, and comparing them takes long."""

SPOKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "present": ("here", "came"),
    "absent": ("missing", "no show"),
    "excused": ("apologies",),
    "substitute": ("sub",),
    "introduction": ("intro",),
    "referral": ("referal", "refferal", "ref"),
    "one-to-one": ("one on one", "1 2 1", "1 to 1", "1 on 1", "1 - 1", "1 : 1"),
    "not-a-fit": ("no fit",),
}
"""What people say and write for the words of records and mean without doubt; a line of a log may begin with it."""

_LOOSELY: Final[Mapping[str, tuple[str, ...]]] = {
    "present": ("there", "attended", "on time"),
    "absent": ("away", "absence", "unexcused"),
    "excused": ("sorry",),
    "substitute": ("stand in", "proxy"),
    "group": ("group meeting", "chapter meeting"),
    "accepted": ("taken", "taken up", "took it"),
    "contacted": ("called", "phoned", "rang", "emailed", "mailed", "wrote", "spoke"),
    "met": ("meeting", "meeting held"),
    "proposed": ("proposal", "offer", "offered", "quote", "quoted"),
    "won": ("win", "closed", "closed won", "sold", "signed"),
    "lost": ("closed lost", "dead", "lose"),
    "not-a-fit": ("unfit", "unsuitable"),
    "returned": ("given back", "gave back", "handed back", "sent back"),
    "stalled": ("on hold", "waiting", "paused", "stuck"),
    "conversation": ("call", "phone call", "chat", "talk"),
    "wednesday": ("weds",),
    "week": ("weekly", "every week"),
    "month": ("monthly", "every month"),
    "quarter": ("quarterly", "every quarter"),
    "year": ("yearly", "every year", "annually"),
    "yes": ("y", "yep", "yeah", "true", "sure"),
    "no": ("n", "nope", "false"),
    "unsure": ("maybe", "perhaps", "not sure", "don't know"),
}
"""What they say less strictly: good for a suggestion among a few words, no more."""

_OF_TWO_MINDS: Final = frozenset({"open", "not"})
"""Words that look like a choice and often mean another one: a seat that is open is wanted rather than opened."""
_ALIKE_IN_MEANING = 0.75
_SHORTEST_TYPO = 4  # letters; of shorter words, one letter makes another word
_LONG = 8  # letters, of which two may be wrong
_SHORTEST_BEGINNING = 3  # letters, as a typo in a name among other words
SEVERAL: Final = pattern(r"\s*[,;&+/]\s*|\s+and\s+")
"""What people write between several names."""
_PATH = "/"
_SEPARATOR = pattern(r"[^\w]+|_+")
_FIRST = pattern(r"([\w -]+?) *[,;:(/]")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known id, name or key that an unknown one was probably meant to be: each of its words is that in its place,
    but for a typo, or some are left out. None where that may be several of them.
    """
    if len(word) > MOST_LETTERS:
        return None
    known = {one.casefold(): one for one in words}
    named = [part for part in SEVERAL.split(word.casefold()) if part in known]
    if len(named) > 1:
        return None
    parts = _parts(word)
    for fit in (_misspelt_parts, _with_parts_left_out, _with_parts_too_many):
        fits = [(typos, one) for one in known if (typos := fit(parts, _parts(one))) is not None]
        if fits:
            fewest, best = min(fits)
            others = {_letters(one) for typos, one in fits if typos == fewest}
            return known[best] if len(others) == 1 else None
    return known[named[0]] if named and _PATH not in word else None


def _parts(word: str) -> Sequence[str]:
    """The words of which a name, an id or a key is made."""
    return _SEPARATOR.sub(" ", word.casefold()).split()


def _misspelt_parts(parts: Sequence[str], known: Sequence[str]) -> int | None:
    """How many typos away some words are from others in the same places, or the same ones run together or turned
    around; None where one of them is another word.
    """
    if sorted(parts) == sorted(known) or "".join(parts) == "".join(known):
        return 0
    if len(parts) != len(known):
        return None
    return _typos_together(zip(parts, known, strict=True))


def _with_parts_left_out(parts: Sequence[str], known: Sequence[str]) -> int | None:
    """How many typos away some words are from others, of which some were left out."""
    if not 0 < len(parts) < len(known) or max(map(len, parts)) < _SHORTEST_BEGINNING:
        return None
    if any(part not in known and not part.isalpha() for part in parts):
        return None
    total, left = 0, iter(known)
    for part in parts:
        typos = next((typos for one in left if (typos := _typos(part, one)) is not None), None)
        if typos is None:
            return None
        total += typos
    return total


def _with_parts_too_many(parts: Sequence[str], known: Sequence[str]) -> int | None:
    """Nothing, where some words are others, two at least, after which more stand; None where they are not."""
    return 0 if len(known) > 1 and parts[: len(known)] == known else None


def _typos_together(pairs: Iterable[tuple[str, str]]) -> int | None:
    total = 0
    for written, known in pairs:
        typos = _typos(written, known)
        if typos is None:
            return None
        total += typos
    return total


def _typos(written: str, known: str) -> int | None:
    """How many letters are wrong, missing, too many or swapped in a word; None where it is another word.

    Whoever makes a typo begins with the right letter, or swaps the first two: dana is not jana.
    """
    longest = max(len(written), len(known))
    most = 2 if longest >= _LONG else int(longest >= _SHORTEST_BEGINNING or (written + known).isdecimal())
    if _without_repeats(written) == _without_repeats(known) or f"{written}s" == known:
        return int(written != known)
    if abs(len(written) - len(known)) > most or (written[0] != known[0] and written[:2] != known[1::-1]):
        return None
    found = _distance(written, known)
    return found if found <= most else None


def _distance(one: str, other: str) -> int:
    """The fewest letters to change, add, drop or swap with the next that make one word of another."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, before, row = before, row, [number]
        for place, against in enumerate(other, 1):
            steps = [before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against)]
            if number > 1 and place > 1 and one[number - 2] + letter == against + other[place - 2]:
                steps.append(last[place - 2] + 1)
            row.append(min(steps))
    return row[-1]


def choice_meant(word: str, choices: Sequence[str]) -> str | None:
    """The one of a few words, each with a meaning of its own, that another word stands for; None where that is open."""
    if len(word) > MOST_LETTERS:
        return None
    plain = {_letters(choice): choice for choice in choices}
    phrases = {_letters(phrase): choice for choice in choices for phrase in spoken(choice)}
    letters, first = _letters(word), _FIRST.match(word)
    known = plain.get(letters) or phrases.get(letters) or plain.get(_letters(first[1]) if first else "")
    if known or letters in _OF_TWO_MINDS:
        return known
    return _begun(letters, plain) or _misspelt(letters, plain)


def spoken(word: str) -> tuple[str, ...]:
    """All that people say for a word of the records, strictly or not."""
    return SPOKEN.get(word, ()) + _LOOSELY.get(word, ())


def _letters(text: str) -> str:
    """The letters and digits of a text: `One to one` and `one-to-one` have the same."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _begun(letters: str, plain: Mapping[str, str]) -> str | None:
    if len(letters) < _SHORTEST_BEGINNING:
        return None
    begun = [choice for known, choice in plain.items() if known.startswith(letters)]
    return begun[0] if len(begun) == 1 else None


def _misspelt(letters: str, plain: Mapping[str, str]) -> str | None:
    """The choice that a word is but for letters written too often or, in a longer word, one in four or so."""
    for known, choice in plain.items():
        if _without_repeats(known) == _without_repeats(letters):
            return choice
    long = [known for known in plain if len(known) >= _SHORTEST_TYPO and known[:1] == letters[:1]]
    from difflib import get_close_matches

    near = get_close_matches(letters, long, n=1, cutoff=_ALIKE_IN_MEANING)
    return plain[near[0]] if near else None


def _without_repeats(letters: str) -> str:
    return "".join(letter for letter, _ in groupby(letters))
