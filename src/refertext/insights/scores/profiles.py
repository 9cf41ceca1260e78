"""The profiles that a group may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from refertext.group import Group
from refertext.records import Profile, decode
from refertext.text import Source, parse


def known_profiles(group: Group, packaged: Iterable[Source]) -> Mapping[str, Profile]:
    """The profiles that a group may use, by id: those that come with refertext (`packaged`), and its own, which win
    over those of the same name. An own one that cannot be read is left out: none of the same name stands in for it.
    """
    read = (decode(Profile, parse(source).data or {}, source.file)[0] for source in packaged)
    together = {profile.id: profile for profile in read if profile} | dict(group.profiles)
    return {id_: profile for id_, profile in sorted(together.items()) if id_ not in group.unread["profiles"]}
