"""First steps: what a group does first, for a home page on which there is nothing to tell yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refertext.group.force import agreements_in_force
from refertext.insights.calendar import last_meeting
from refertext.site.people import present
from refertext.site.site import Site

_MEMBER = """\
---
name: First and last name
business: Their business
seat:
  category: a line of the categories in refertext.yml
joined: {day}
---

## How to refer me

What they listen for, and what to say.
"""
_MEETING = """\
---
kind: group
date: {day}
attendance:
{attendance}---

What was said.
"""
_AGREEMENT = """\
---
title: We show up
adopted: {day}
commitments:
  - promise: We tell the group before the meeting when we cannot come
---

Why we promise it.
"""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Something to begin with: what to do, and why. `to` is the page on which it is done, or else `address` the forge's
    own on which the file is begun; both are empty where there is none.
    """

    do: str
    why: str
    to: str
    address: str


def first_steps(site: Site) -> Iterator[FirstStep]:
    """What comes first while somebody is alone in the group, or no meeting is recorded. The public, who is to read of a
    group and not to found it, sees them only as long as somebody is alone.
    """
    is_alone = len(present(site)) < 2
    if is_alone or (site.is_for_members and last_meeting(site.group) is None):
        yield from _steps(site, is_alone)


def _steps(site: Site, is_alone: bool) -> Iterator[FirstStep]:
    day, group = site.day, site.group
    if is_alone:
        why = "A file each, beside your own: who they are, what they sell, how to refer them."
        yield FirstStep("Add the members", why, "", _begin(site, "members/first-last.md", _MEMBER.format(day=day)))
    if last_meeting(group) is None:
        attendance = "".join(f"  {member.id}: present\n" for member in present(site))
        text = _MEETING.format(day=day, attendance=attendance)
        why = "Who came, and what was said. From then on the site tells how you are doing."
        yield FirstStep("Record the first meeting", why, "", _begin(site, f"meetings/{day.year}/{day}-group.md", text))
    if agreements_in_force(group):
        yield FirstStep("Say yes to what you agreed", "An agreement binds those who signed it.", "agree", "")
    else:
        address = _begin(site, "agreements/show-up.md", _AGREEMENT.format(day=day))
        yield FirstStep("Agree on a first ground rule", "One that is easy to keep.", "", address)
    if not group.given_referrals:
        yield FirstStep("Give the first referral", "A name and a hint is enough: that is a lead.", "give", "")


def _begin(site: Site, file: str, text: str) -> str:
    return site.forge.begin(file, text) if site.forge else ""
