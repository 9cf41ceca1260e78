"""For whom a site is built. Pages and values above the audience are not left blank: they are never made."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who may read the site: everybody, or the members alone."""

    PUBLIC = "public"
    MEMBERS = "members"
