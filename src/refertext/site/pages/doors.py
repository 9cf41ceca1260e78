"""The smaller doors: record a one-to-one, add a prospect, agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refertext.group.force import agreements_in_force
from refertext.records import Agreement, Meeting, Member, Prospect
from refertext.site.doors import (
    BY_HAND,
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
from refertext.site.people import present
from refertext.site.places import correction
from refertext.site.site import Site
from refertext.text.slug import slug


def doors(site: Site) -> Iterator[Page]:
    """The other forms."""
    for path, title, made in (
        ("one-to-one", "Record a one-to-one", _one_to_one(site)),
        ("add-prospect", "Add a prospect", _add_prospect(site)),
        ("agree", "I agree", _agree(site)),
    ):
        yield Page(path, title, "door.html", made, menu="Do", summary=made.lead, scripts=SCRIPTS)


def _one_to_one(site: Site) -> Door:
    members = member_choices(site)
    hint = "What you learned, whom you think of for them. All may read it."
    fields = (
        Field("one", "You", "choice", "between", required=True, choices=members),
        Field("other", "Whom did you meet?", "choice", "between", required=True, choices=members),
        Field("date", "When?", "day", "date", required=True),
        Field("text", "What came of it?", "text", "text", hint),
    )
    schema = schema_of(Meeting, ("kind", "date", "between", "text"))
    asked = facts(site, "one-to-one", schema, fixed={"kind": "one-to-one"}, since=since(site))
    lead = "You two sat down together. One line is enough, so that it counts."
    return door(site, lead, (FormPart("Who met", fields),), asked, by_hand=BY_HAND, slip="- one-to-one Kit + Dee 03-02")


def _add_prospect(site: Site) -> Door:
    keys = ["alias", "name", "industry", "place", "known_by", "wanted_by", "consent"]
    asked = facts(site, "prospect", schema_of(Prospect, keys), taken=_taken(site))
    lead = (
        "Somebody to meet, or somebody you know. We describe them so that members guess who it is and nobody else does."
    )
    by_hand = (
        "The form needs JavaScript. Without it, tell the coordinator in a mail or in the chat how you would describe "
        "them without their name, their trade and place, who of us knows them, and who would like to meet them."
    )
    return door(site, lead, _parts_of_prospect(member_choices(site)), asked, by_hand=by_hand)


def _parts_of_prospect(members: tuple[Choice, ...]) -> Iterator[FormPart]:
    alias = "For example: a mid-size haulier in Nampa. Everybody may read this."
    what = (
        Field("alias", "Describe them without their name", "words", "alias", alias, required=True),
        Field("industry", "Trade", "words", "industry", "Everybody may read this, too."),
        Field("place", "Place", "words", "place"),
    )
    yield FormPart("Whom do you think of?", what)
    who = (
        Field("known_by", "Who knows them?", "choices", "known_by", choices=members),
        Field("wanted_by", "Who would like to meet them?", "choices", "wanted_by", choices=members),
    )
    yield FormPart("Among us", who)
    name = (
        Field("name", "Their real name", "words", "name", "For members only, and only when they said yes to it."),
        Field("consent-date", "They said yes on", "day", "consent.date"),
        Field("consent-how", "How?", "words", "consent.how", "For example: phone."),
        Field("consent-by", "To whom?", "choice", "consent.by", choices=members),
    )
    yield FormPart("Their name, if they agreed", name)


def _agree(site: Site) -> Door:
    agreements, members = agreements_in_force(site.group), present(site)
    asked = facts(
        site,
        "signature",
        schema_of(Member, ("signed",)),
        since=_signable(site, agreements),
        files={member.id: member.file for member in members},
        pages={member.id: correction(site, member) for member in members},
        signed=_signed(site, members),
    )
    lead = "An agreement binds those who said yes to it. Read it, then sign with one line in your own file."
    by_hand = (
        "The form needs JavaScript. Without it, write to the coordinator who you are, what you agree to and from which "
        "day: they add it to your file."
    )
    parts = (FormPart("Your signature", _signature(site, agreements)),)
    read = tuple(Choice(f"agreements/{agreement.id}", agreement.title) for agreement in agreements)
    return door(site, lead, parts, asked, by_hand=by_hand, read_first=read)


def _signature(site: Site, agreements: Iterable[Agreement]) -> tuple[Field, ...]:
    titles = tuple(Choice(agreement.id, agreement.title) for agreement in agreements)
    return (
        Field("who", "Who are you?", "choice", "", required=True, choices=member_choices(site)),
        Field("agreement", "What do you agree to?", "choice", "", required=True, choices=titles),
        Field("date", "When?", "day", "", required=True),
    )


def _signable(site: Site, agreements: Iterable[Agreement]) -> dict[str, str]:
    """The days from which agreements can be signed as they stand now; for members alone."""
    if not site.is_for_members:
        return {}
    return {one.id: max(one.adopted, one.changed or one.adopted).isoformat() for one in agreements}


def _signed(site: Site, members: Iterable[Member]) -> dict[str, dict[str, str]]:
    """What members have signed, and when; for members alone."""
    if not site.is_for_members:
        return {}
    return {one.id: {id_: day.isoformat() for id_, day in one.signed.items()} for one in members}


def _taken(site: Site) -> tuple[str, ...]:
    """The ids that a new prospect cannot have; for the public those that follow from what it sees."""
    group = site.group
    if not site.is_for_members:
        open_ = (prospect for prospect in group.prospects.values() if prospect.do_not_contact == "no")
        return tuple(sorted({slug(prospect.alias) for prospect in open_}))
    return tuple(sorted({*group.prospects, *group.former["prospects"], *group.unread.get("prospects", ())}))
