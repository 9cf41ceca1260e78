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
_ALIKE = 0.6
_ALIKE_IN_MEANING = 0.75
_SHORTEST_TYPO = 4  # letters; of shorter words, one letter makes another word
_SHORTEST_BEGINNING = 3  # letters
SEVERAL: Final = pattern(r"\s*[,;&+/]\s*|\s+and\s+")
"""What people write between several names."""
_FIRST = pattern(r"([\w -]+?) *[,;:(/]")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known id, name or key that an unknown one was probably meant to be; None where it is several of them."""
    if len(word) > MOST_LETTERS:
        return None
    folded = {known.casefold(): known for known in words}
    if sum(part in folded for part in SEVERAL.split(word.casefold())) > 1:
        return None
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), folded, n=1, cutoff=_ALIKE)
    return folded[near[0]] if near else None


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
