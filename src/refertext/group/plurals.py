"""The singular of English nouns, as far as entries of seats need it, and the stem in which both numbers meet."""

from __future__ import annotations

from functools import lru_cache

from refertext.patterns import pattern

_ES = pattern(r"(?:ss|sh|ch|x|z)es\Z")
_IRREGULAR = (
    (pattern(r"people\Z"), "person"),
    (pattern(r"children\Z"), "child"),
    (pattern(r"(?<!ci|gi|do|cu)(?<!\bo)men\Z"), "man"),  # but specimen, regimen, abdomen, acumen, omen
    (pattern(r"(\bli|kni|wi)ves\Z"), r"\1fe"),
    (pattern(r"(shel|hal|wol|cal|sel|thie|loa|scar)ves\Z"), r"\1f"),
    (pattern(r"(aly|gno|\bcri|the)ses\Z"), r"\1sis"),
    (pattern(r"\b(qui|whi)zzes\Z"), r"\1z"),
    (pattern(r"teeth\Z"), "tooth"),
    (pattern(r"\b(fore|web|)feet\Z"), r"\1foot"),
    (pattern(r"\bgeese\Z"), "goose"),
    (pattern(r"\b(dor|)mice\Z"), r"\1mouse"),
    (pattern(r"\blice\Z"), "louse"),
    (pattern(r"\b(alumn|cact|fung|nucle|stimul|syllab)i\Z"), r"\1us"),
)
_MAYBE_IRREGULAR = pattern(r"(?:people|children|men|[vsz]es|ee(?:th|t|se)|ice|i)\Z")
_SHORT = frozenset({"ads", "cvs", "evs", "pcs", "tvs"})
_SINGULAR = frozenset(
    [
        "alias",
        "arkansas",
        "atlas",
        "bias",
        "canvas",
        "christmas",
        "customs",
        "dallas",
        "diabetes",
        "economics",
        "electronics",
        "goods",
        "kansas",
        "lens",
        "means",
        "news",
        "physics",
        "series",
        "species",
        "summons",
        "texas",
    ]
)
"""Words that no s makes: without it they are nothing, or another word, such as `new` or `custom`."""

_IE = pattern(r"(?<=..)ie\Z")
_E = pattern(r"(?<=..)([sxz]|[cs]h|o)e\Z")
_S = pattern(r"(?<=..)([iu])s\Z")


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """The singular of an English noun, by its ending; other words stay as they are, and so do those in -is and -us, of
    which the ending does not tell whether they are one or many (`analysis`, `taxis`).
    """
    for plural, one in _IRREGULAR if _MAYBE_IRREGULAR.search(word) else ():
        if plural.search(word):
            return plural.sub(one, word)
    if word in _SHORT:
        return word[:-1]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _SINGULAR:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _ES.search(word) else word[:-1]


def stem(word: str) -> str:
    """A singular without what its plural does not tell: the e of `size` (`sizes`, but `boxes`) and of `shoe` (`shoes`,
    but `heroes`), and the s of `campus` and `analysis`, without which they are no other words, but `menus` are `menu`.
    """
    return _S.sub(r"\1", _E.sub(r"\1", _IE.sub("y", word)))
