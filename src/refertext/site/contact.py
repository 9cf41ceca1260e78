"""How to reach people: addresses to press, of what they wrote. What is no address stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refertext.patterns import pattern
from refertext.records.record import Contact
from refertext.site.site import Site

_MAIL = pattern(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")
_PHONE = pattern(r"[+(]?[0-9][0-9 ()/.-]{3,30}\Z")
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15  # 15 by E.164
_WEB = pattern(r"(?:https://)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/?=&%+-]*)?)\Z")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: Phone, Mail or Web, as it was written, and the address that a press on it leads to,
    empty where what was written is none.
    """

    kind: str
    text: str
    address: str


def ways(contact: Contact) -> Iterator[Way]:
    """The ways in which somebody can be reached."""
    for kind, text, address in (
        ("Phone", contact.phone, phone(contact.phone or "")),
        ("Mail", contact.email, f"mailto:{mail(contact.email or '')}" if mail(contact.email or "") else ""),
        ("Web", contact.web, web(contact.web or "")),
    ):
        if text:
            yield Way(kind, text, address)


def office(site: Site) -> str:
    """Where the group may be mailed to; empty where the settings name nothing, or no mail address."""
    settings = site.group.settings.site
    return mail((settings.mail if settings else None) or "")


def mail(text: str) -> str:
    """A mail address; empty if it is none."""
    return text if _MAIL.match(text) else ""


def phone(text: str) -> str:
    """The address that calls a number; empty if it is none. The zero of `+44 (0)20` is not dialled from abroad."""
    digits = re.sub(r"[^0-9]", "", text.replace("(0)", "") if text.startswith("+") else text)
    if not _PHONE.match(text) or not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return ""
    return f"tel:{'+' if text.startswith('+') else ''}{digits}"


def web(text: str) -> str:
    """The address of a site; empty if it is none, or not one that begins with https."""
    found = _WEB.match(text)
    return f"https://{found[1]}" if found else ""
