"""What all pages are made from: the group's facts, what check found, the audience, and where links lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from refertext.commitments import Verdict
from refertext.group import Group
from refertext.measures import Facts
from refertext.records import Member, Profile
from refertext.reports.located import Report
from refertext.site.audience import Audience
from refertext.site.forge import Forge


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages are made from: facts, what check found, and how commitments stand."""

    facts: Facts
    report: Report
    verdicts: tuple[Verdict, ...]
    profiles: Mapping[str, Profile]
    audience: Audience
    forge: Forge | None

    @property
    def group(self) -> Group:
        """The group, as of its day."""
        return self.facts.group

    @property
    def day(self) -> date:
        """The day for which everything is computed."""
        return self.facts.group.as_of

    @property
    def is_for_members(self) -> bool:
        """Whether members alone will read it."""
        return self.audience is Audience.MEMBERS

    def has_page(self, member: Member) -> bool:
        """Whether a member has a page of their own: the public sees who belongs to the group on the day, members see
        those who have been or may be in it, too.
        """
        return self.is_for_members or member.was_member_on(self.day)
