"""Amounts that stand where nobody looks for one: they are asked about rather than lost."""

from __future__ import annotations

import re

from refertext.patterns import pattern
from refertext.slips.piece import Piece
from refertext.slips.slip import unclear

_GROUPED = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?!\d)"
_NUMBER = rf"(?:{_GROUPED}|\d{{3,}})(?:[.,]\d\d(?!\d))?"
_SIGNED = r"[€$£¥]\s?\d[\d.,']*k?|\d[\d.,']*k?\s?[€$£¥]"
_SUM = rf"{_SIGNED}|{_NUMBER}(?:\s?[A-Z]{{3}}(?![A-Z]))?|\d+(?:[.,]\d+)?k"
_CODE = "usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|jpy|inr|cny|zar|brl|mxn|sgd|hkd"
_UNIT = rf"(?:{_CODE}|dollars?|euros?|pounds?|francs?|bucks|quid)\b"
_SPAN = r"(?:(?:an?|per|each|every)\s+|/\s?)(?:year|yr|month|week|quarter|annum)\b|yearly\b|annually\b|monthly\b"
_MONEY = r"(?:paid|pays?|won|signed|worth|earned|invoiced|billed|value|price)"
_GAP = r"(?:(?:us|me|him|her|them|for|of|about|over|some|nearly|is|was|at|:)\s+){0,2}"
_AT_START = pattern(rf"\A(?!(?:19|20)\d\d(?![\d.,' ]\d|\d))({_NUMBER})(?![\w-])")
_AT_END = pattern(rf"(?:\A|[\s,(])({_SUM})[.)!]*\Z")
_YEAR = pattern(
    rf"(\b(?:in|of|since|until|from)\s+)(?:19|20)\d\d(?![\d.,' ]\d|\d|k\b|\s*(?:{_UNIT}|{_SPAN}|[€$£¥]))", re.IGNORECASE
)
_BESIDE_MONEY = (
    pattern(_SIGNED, re.IGNORECASE),
    pattern(rf"(?<![\w.,'-])((?:{_NUMBER}|\d+(?:[.,]\d+)?k?)\s?(?:{_CODE})\b)", re.IGNORECASE),
    pattern(rf"(?<![\w.,'-])({_NUMBER}|\d+(?:[.,]\d+)?k?)\s?{_UNIT}", re.IGNORECASE),
    pattern(rf"(?<![\w.,'-])({_NUMBER})(?:\.?[-\u2013]+)?\s*(?:,\s*)?(?:{_SPAN}|{_MONEY}\b)", re.IGNORECASE),
    pattern(rf"\b{_MONEY}\s*[:,]?\s+{_GAP}({_NUMBER}|\d+(?:[.,]\d+)?k)(?![\w-])", re.IGNORECASE),
    pattern(rf"\b((?:{_CODE})\s?{_NUMBER})(?![\w-])", re.IGNORECASE),
    pattern(r"(?<=\bwon )\d[\d.,']*k?", re.IGNORECASE),
)
_ANYWHERE = pattern(rf"(?:\A|[\s,(])({_SUM})(?![\w-])")
_PLAIN = pattern(
    rf"(?:[€$£¥]|({_CODE}))?\s?(\d{{1,3}}(?:[,.' \u00a0\u202f]\d{{3}})+|\d{{1,12}})(k?)\s?(?:[€$£¥]|([A-Z]{{3}}))?",
    re.IGNORECASE,
)
_WON_AT_END = pattern(r"(?:\A|[\s,.:(-])(won)[.!)\s]*\Z", re.IGNORECASE)


def refuse_sum_in(words: Piece) -> None:
    """Refuses words that begin or end in what may be an amount, or have one beside a word of money. Years are none."""
    text = _YEAR.sub(r"\1year", words.text)  # as long as before, so that what is found stands where it did
    patterns = (_AT_END, *_BESIDE_MONEY, _AT_START)
    found = next((found for pattern in patterns if (found := pattern.search(text))), None)
    if found:
        raise _may_be_won(words, found, "may be what it is about, or what was won")


def refuse_sum(note: Piece) -> None:
    """Refuses a note of what was won that has an amount in it."""
    found = _ANYWHERE.search(note.text)
    if found:
        raise _may_be_won(note, found, "may be what was won, or a note")


def refuse_won_at_end(words: Piece) -> None:
    """Refuses words of thanks that end in `won`: it may be what came of it."""
    found = _WON_AT_END.search(words.text)
    if found:
        mend = "write it after a semicolon: “; won”, or with what was won “; won 12500”; else end in another word"
        raise unclear("“won” may be what came of it, or a word of the thanks", mend, words.cut(*found.span(1)))


def _may_be_won(words: Piece, found: re.Match[str], may_be: str) -> Exception:
    at = words.cut(*found.span(found.lastindex or 0)).bare
    digits = _digits_of(at.text)
    shown = f": “; {digits}”" if digits else ""
    mend = f"write what was won after a semicolon, in digits only{shown}; say in words what is none"
    return unclear(f"“{at.text}” {may_be}", mend, at)


def _digits_of(amount: str) -> str:
    """An amount as it is to be written, where that is plain: `$12k` is 12000. Empty where it is not."""
    found = _PLAIN.fullmatch(amount)
    if not found:
        return ""
    digits = re.sub(r"\D", "", found[2]) + ("000" if found[3] else "")
    return " ".join((digits, *(code.upper() for code in (found[1] or found[4],) if code)))
