"""E-mail addresses and phone numbers in texts.

Numbers are everywhere in a group's records: days, times, amounts, sizes, ids. All of these are masked before phone
numbers are looked for, and what may be either is taken for no phone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refertext.patterns import pattern

may_hold_contact = pattern(
    r"[@0-9](?:(?<=@)|(?<![0-9][0-9])(?<!(?=(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])).)(?:[^\w\n]{0,3}[0-9]){6})"
).search
"""Finds out whether a text may hold a contact at all; most do not, days and ids do not, and this is quick to tell."""
_IDS = r"(?<!\d)(?:19|20|21)\d\d-\d\d-\d\d-[a-z][\w-]{0,150}"
_EMAIL = pattern(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|ZAR|BRL|MXN|SGD|HKD"
_GROUPED = r"\d{1,12}(?:[.,' ]\d{3}){0,4}(?:[.,]\d{1,2})?"
_MASKS = [
    pattern(mask, re.IGNORECASE | re.ASCII)
    for mask in (
        r"(?:https?://|www\.)\S{1,2000}",
        r"#\w{1,20}",
        _IDS,
        r"(?<!\d)(?:19|20|21)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)",
        r"(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\1(?:(?:19|20|21)\d\d|\d\d)(?![/.-]?\d)",
        r"(?<![\w-])(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])",  # month and day
        r"(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)",
        rf"(?:\b(?:{_CODES})|[$€£¥]) ?{_GROUPED}(?![\d-])",
        rf"(?<![\d-]){_GROUPED} ?(?:(?:{_CODES})\b|[$€£¥%])",
        r"(?<![\d+(.,-])\d{1,3}(?:[.,']\d{3})+(?![.,' -]?\d)",
        r"(?<![\d+(.-])\d{1,2}(?: \d{3}){2,4}(?![ .-]?\d)",
        r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)",  # addresses of computers
    )
]
_RANGE = pattern(r"(?<![\d-])(\d{1,6}) ?[-–] ?(\d{1,6})(?![\d-])", re.ASCII)
_NUMBER = pattern(
    r"(?<![\w.,/@-])(?:\+|\((?=\d{1,5}\))|\(\+(?=\d{1,3}\)))?"
    r"\d{1,12}(?:[ \u00a0.()/–\u2011-]{1,3}\d{1,12}){0,7}(?!-?\w)",
    re.ASCII,
)
_CALL = pattern(
    r"\b(?:telephone|phone|telefon|tel|ph|mobile|cell|fax|whatsapp|call|ring|dial|text)\b[^\w\n+(]*"
    r"(?:(?:no|nr|number|is|at|on|me|us|him|her|them)\b[^\w\n+(]*){0,2}\Z",
    re.IGNORECASE,
)
_SHAPES = {(3, 3, 4), (3, 7), (10,)}
"""How many digits the parts of a phone number have that are written without an area's 0 or a country's +."""


def contacts_in(text: str) -> Iterator[str]:
    """The e-mail addresses and phone numbers in a text, as they are written."""
    for email in _EMAIL.finditer(text):
        yield email[0]
    masked = _RANGE.sub(_masked_range, _masked(text))
    for number in _NUMBER.finditer(masked):
        if _is_phone(number[0], masked[max(0, number.start() - 30) : number.start()]):
            yield number[0]


def digits_of(number: str) -> str:
    """The digits by which two phone numbers are compared: the last seven, since the first ones may be left out."""
    return re.sub(r"\D", "", number)[-7:]


def _masked(text: str) -> str:
    for mask in _MASKS:
        text = mask.sub(_crosses, text)
    return text


def _crosses(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _masked_range(found: re.Match[str]) -> str:
    """Crosses where two numbers are years, or sizes such as 100-5000; phone numbers are hardly ever round."""
    low, high = int(found[1]), int(found[2])
    are_years = 1900 <= low <= high <= 2199
    are_sizes = low < high and low % 10 == high % 10 == 0 and found[2][0] != "0"
    return _crosses(found) if are_years or are_sizes else found[0]


def _is_phone(number: str, before: str) -> bool:
    parts = re.findall(r"\d+", number)
    digits = "".join(parts)
    if not 7 <= len(digits) <= 15:
        return False
    if _CALL.search(before):
        return True
    if "+" in number or digits.startswith("00"):
        return len(digits) >= 9
    if digits.startswith("0"):
        return len(digits) >= 9 and len(parts[0]) >= 2 and len(parts) <= 6
    lengths = tuple(len(part) for part in parts)
    if lengths == (3, 4):
        return number[3] in "-."
    return lengths in _SHAPES or (digits.startswith("1") and lengths in {(1, 3, 3, 4), (11,)})
