"""Members: cards of all, and a page for each that says how to refer them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from refertext.group.memberships import present_since
from refertext.insights.calendar import applies
from refertext.insights.overview import trends_of
from refertext.measures import a_member
from refertext.records import Member
from refertext.records.member import Channel
from refertext.site.contact import Way, ways
from refertext.site.markdown import markdown
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.people import Person, people, person, present
from refertext.site.places import correction
from refertext.site.site import Site
from refertext.site.trades import trade


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A member at a glance: `category` is the seat's in words, `services` what they sell; the days are for members
    alone.
    """

    who: Person
    category: str
    services: tuple[str, ...]
    since: date | None
    on_leave_until: date | None


@dataclass(frozen=True, slots=True)
class Members:
    """All members of the day; for members the candidates and those who left, too."""

    cards: tuple[MemberCard, ...]
    candidates: tuple[MemberCard, ...]
    alumni: tuple[MemberCard, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's page. `guide` is their own text: how they help, how to refer them. `wishes` are whom they wish to
    meet, by what it is said of. `numbers`, `goals` and `contact` are for members alone.
    """

    card: MemberCard
    clients: tuple[str, ...]
    territory: tuple[str, ...]
    excludes: tuple[str, ...]
    shared_with: tuple[Person, ...]
    guide: Markup
    wishes: dict[str, tuple[str, ...]]
    channels: tuple[str, ...]
    goals: tuple[str, ...]
    contact: tuple[Way, ...]
    numbers: tuple[Number, ...]
    correction: str


def members(site: Site) -> Iterator[Page]:
    """The page of all members, and that of each."""
    cards = tuple(_card(site, member) for member in present(site))
    known = [member for _, member in sorted(site.group.members.items()) if site.has_page(member)]
    candidates = tuple(_card(site, one) for one in known if applies(site.group, one))
    shown = {card.who.id for card in (*cards, *candidates)}
    alumni = tuple(_card(site, one) for one in known if one.id not in shown)
    view = Members(cards, candidates, alumni)
    yield Page("members", "Members", "members.html", view, menu="People", summary="Who belongs to the group.")
    for member in known:
        yield Page(
            f"members/{member.id}",
            member.name,
            "member.html",
            _profile(site, member),
            entry="members",
            summary=f"{member.name}, {member.business}: how to refer them.",
        )


def _card(site: Site, member: Member) -> MemberCard:
    seat = member.seat
    away = next((leave.until for leave in member.leave if leave.from_ <= site.day <= leave.until), None)
    return MemberCard(
        who=person(site, member.id),
        category=trade(seat.category) if seat else "",
        services=seat.services if seat else (),
        since=present_since(member, site.day) if site.is_for_members else None,
        on_leave_until=away if site.is_for_members else None,
    )


def _profile(site: Site, member: Member) -> Profile:
    seat, wanted = member.seat, member.ideal_client
    contact, open_ = member.contact, site.is_for_members
    return Profile(
        card=_card(site, member),
        clients=seat.clients if seat else (),
        territory=seat.territory if seat else (),
        excludes=seat.excludes if seat else (),
        shared_with=people(site, seat.shared_with if seat else ()),
        guide=markdown(member.text or ""),
        wishes={
            title: wishes
            for title, wishes in {
                "Trades": wanted.industries,
                "Sizes": wanted.sizes,
                "Roles": wanted.roles,
                "Places": wanted.places,
                "Listen for": wanted.triggers,
            }.items()
            if wishes
        }
        if wanted
        else {},
        channels=tuple(_channel(one) for one in member.channels),
        goals=member.goals if open_ else (),
        contact=tuple(ways(contact)) if contact and open_ else (),
        numbers=tuple(
            number(site, one.now, one.before) for one in (trends_of(site.facts, a_member(member.id)) if open_ else ())
        ),
        correction=correction(site, member),
    )


def _channel(channel: Channel) -> str:
    often = f", every {channel.every}" if channel.every else ""
    return f"{channel.kind}{f' to {channel.audience:,}' if channel.audience else ''}{often}"
