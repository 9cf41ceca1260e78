"""Give a referral: the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refertext.records import Prospect, Referral
from refertext.site.days import short_day
from refertext.site.doors import (
    BY_HAND,
    OUTSIDE,
    SCRIPTS,
    Choice,
    Door,
    Field,
    FormPart,
    door,
    facts,
    member_choices,
    schema_of,
    since,
)
from refertext.site.page import Page
from refertext.site.site import Site
from refertext.text.wording import cut_short

MOST_PARENTS = 100
"""How many referrals are offered as the one that another came from, the latest ones."""
_KINDS = (
    Choice("lead", "A lead: a name or a hint, they know nothing of it yet"),
    Choice("introduction", "An introduction: I bring them together"),
    Choice("referral", "A referral: they agreed to be called"),
)
_LEVELS = (
    Choice("1", "1 – I passed on a name"),
    Choice("2", "2"),
    Choice("3", "3"),
    Choice("4", "4"),
    Choice("5", "5 – I went along to the meeting"),
)
_TIERS = (
    Choice("inside", "Inside: business between ourselves"),
    Choice("outside", "Outside: a client who is not one of us"),
    Choice("spin-off", "Spin-off: it came out of an earlier referral"),
)


def give(site: Site) -> Iterator[Page]:
    """The form by which a referral is given."""
    made = _door(site)
    yield Page("give", "Give a referral", "door.html", made, menu="Do", summary=made.lead, scripts=SCRIPTS)


def _door(site: Site) -> Door:
    keys = ["kind", "date", "from", "to", "prospect", "about", "tier", "parent", "level", "consent", "text"]
    offered = _offered(site)
    asked = facts(
        site,
        "referral",
        schema_of(Referral, keys),
        since=since(site),
        together={p.id: (p.joint.lead, *p.joint.with_) for p in offered if p.joint},
    )
    parts = (
        FormPart("What and for whom", _handed_over(site)),
        FormPart("Whom is it about?", tuple(_about(offered))),
        FormPart("Their yes", _yes()),
        FormPart("More, if you like", tuple(_more(site))),
    )
    lead = "You know somebody whom one of us should meet. It takes a minute."
    slip = "- referral Kit > Brian: Acme, pension talk; phone 03-04; level 4"
    return door(site, lead, parts, asked, by_hand=BY_HAND, slip=slip)


def _handed_over(site: Site) -> tuple[Field, ...]:
    members = member_choices(site)
    givers = (*members, Choice(OUTSIDE, "Somebody outside the group"))
    receivers = (*members, Choice("everyone", "Everyone"))
    only_leads = "Only a lead can go to everyone."
    return (
        Field("kind", "What do you give?", "choice", "kind", required=True, choices=_KINDS),
        Field("from", "Who gives?", "choice", "from", required=True, choices=givers),
        _OUTSIDER,
        Field("to", "Who receives it?", "choice", "to", only_leads, required=True, choices=receivers),
        Field("date", "When?", "day", "date", required=True),
    )


_OUTSIDER = Field(
    "from-words",
    "Who is that?",
    "words",
    "from",
    "For example: a client of Kit. No full names, no numbers.",
    required=True,
    only=f"from={OUTSIDE}",
    prefix=f"{OUTSIDE} ",
)


def _about(offered: Iterable[Prospect]) -> Iterator[Field]:
    """Whom it is about: words, or, where members alone read the page, one of the prospects."""
    hint = "What they do, where, what they need: “a bakery that opens a second shop”."
    choices = tuple(Choice(prospect.id, prospect.alias) for prospect in offered)
    if choices:
        yield Field("prospect", "One of our prospects?", "choice", "prospect", choices=choices)
        hint += " Not needed where you chose a prospect."
    yield Field("about", "In a few words", "words", "about", hint)


def _yes() -> tuple[Field, ...]:
    only = "kind=introduction|referral"
    hint = "The day on which they said that this member may call. A referral needs it."
    return (
        Field("consent-date", "They agreed on", "day", "consent.date", hint, only=only),
        Field("consent-how", "How did they say it?", "words", "consent.how", "For example: phone.", only=only),
    )


def _more(site: Site) -> Iterator[Field]:
    parents = tuple(_parents(site))
    tiers = _TIERS if parents else _TIERS[:2]
    came, only = "Which one did it come out of?", "tier=spin-off"
    yield Field("level", "Your effort", "choice", "level", choices=_LEVELS)
    yield Field("tier", "Who buys?", "choice", "tier", choices=tiers)
    if parents:
        yield Field("parent", came, "choice", "parent", required=True, choices=parents, only=only)
    hint = "No phone numbers or mail addresses: git never forgets."
    yield Field("text", "What else should they know?", "text", "text", hint)


def _parents(site: Site) -> Iterator[Choice]:
    """The latest referrals, of which another may be a spin-off; for members alone."""
    if not site.is_for_members:
        return
    group = site.group
    latest = sorted(group.given_referrals, key=lambda one: (one.date, one.id), reverse=True)
    for one in latest[:MOST_PARENTS]:
        giver = one.from_ if one.giver_is_outside else group.name(one.from_)
        receiver = "everyone" if one.is_to_everyone else group.name(one.to)
        prospect = group.prospect(one.prospect) if one.prospect else None
        about = cut_short(prospect.alias if prospect else one.about or "")
        yield Choice(one.id, f"{short_day(one.date)}: {giver} to {receiver}{f', {about}' if about else ''}")


def _offered(site: Site) -> list[Prospect]:
    """The prospects that may be handed over; the public gets none, since a choice would tell their ids."""
    if not site.is_for_members:
        return []
    known = [prospect for prospect in site.group.prospects.values() if prospect.do_not_contact == "no"]
    return sorted(known, key=lambda prospect: (prospect.alias, prospect.id))
