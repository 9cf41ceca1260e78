"""contact-of-a-prospect."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from refertext.group import Group
from refertext.problem import Part, Path, Place, Problem, Severity
from refertext.records import Meeting, Partnership, Prospect, Record, Referral
from refertext.rules.privacy.contacts import contacts_in, digits_of, may_hold_contact
from refertext.rules.rule import rule

T = TypeVar("T", bound=Record)
Texts = Iterator[tuple[Path, str | None]]


def _in_prospect(prospect: Prospect) -> Texts:
    yield ("alias",), prospect.alias
    yield ("name",), prospect.name
    yield ("industry",), prospect.industry
    yield ("place",), prospect.place
    yield ("text",), prospect.text
    if prospect.consent:
        yield ("consent", "how"), prospect.consent.how
    if prospect.joint:
        yield ("joint", "plan"), prospect.joint.plan
        for number, entry in enumerate(prospect.joint.history):
            yield ("joint", "history", number, "status"), entry.status


def _in_referral(referral: Referral) -> Texts:
    yield ("about",), referral.about
    yield ("text",), referral.text
    for number, entry in enumerate(referral.history):
        if entry.note:
            yield ("history", number, "note"), entry.note
        if entry.ask:
            yield ("history", number, "ask"), entry.ask
        if entry.answer:
            yield ("history", number, "answer"), entry.answer
    if referral.giver_is_outside:
        yield ("from",), referral.from_
    if referral.consent:
        yield ("consent", "how"), referral.consent.how
    if referral.thanked:
        yield ("thanked", "words"), referral.thanked.words
    if referral.evaluation:
        yield ("evaluation", "went_well"), referral.evaluation.went_well
        yield ("evaluation", "change"), referral.evaluation.change


def _in_meeting(meeting: Meeting) -> Texts:
    yield ("text",), meeting.text
    for number, action in enumerate(meeting.actions):
        yield ("actions", number, "what"), action.what
    for number, visitor in enumerate(meeting.visitors):
        yield ("visitors", number, "business"), visitor.business


def _in_partnership(partnership: Partnership) -> Texts:
    yield ("text",), partnership.text
    for turn, cycle in enumerate(partnership.cycles):
        for number, contact in enumerate(cycle.contacts):
            yield ("cycles", turn, "contacts", number, "who"), contact.who
            yield ("cycles", turn, "contacts", number, "plan"), contact.plan


def _own_contacts(group: Group) -> set[str]:
    """How the members and the group itself can be reached: nobody else's secret."""
    contacts = [member.contact for member in group.members.values() if member.contact]
    own = {contact.email.casefold() for contact in contacts if contact.email}
    own |= {digits_of(contact.phone) for contact in contacts if contact.phone}
    if group.settings.site and group.settings.site.mail:
        own.add(group.settings.site.mail.casefold())
    return own


def _suspicious(records: Iterable[T], texts_of: Callable[[T], Texts]) -> Iterator[tuple[Record, Path, str]]:
    """The texts of some records that may hold a contact."""
    for record in records:
        for path, text in texts_of(record):
            if text and may_hold_contact(text):
                yield record, path, text


def _others(text: str, own: set[str]) -> Iterator[str]:
    """The contacts in a text, each once, but for those that are the group's own."""
    for contact in dict.fromkeys(contacts_in(text)):
        if contact.casefold() not in own and ("@" in contact or digits_of(contact) not in own):
            yield contact


def _private_file(record: Record) -> str:
    if isinstance(record, Referral) and record.prospect:
        return f"private/prospects/{record.prospect}.yml"
    return f"private/{record.file}"


def _under_contact(prospect: Prospect) -> Iterator[Problem]:
    contact = prospect.contact
    if contact and (contact.email or contact.phone or contact.web):
        yield Problem(
            f"How to reach “{prospect.alias}” stands in a file that git never forgets",
            Place(prospect.file, ("contact",), Part.KEY),
            f"move contact: to private/{prospect.file}, which stays on your computer",
        )


@rule(Severity.WARNING)
def contact_of_a_prospect(group: Group) -> Iterator[Problem]:
    """A prospect's e-mail address or phone number stands where everybody can read it.

    The files of a group are copied to every member's computer, and git keeps each version for ever. Prospects gave
    their number to one person. What only you need stands in `private/`, in a file of the same name: git leaves that
    folder alone, and refertext reads it on your computer.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    contact:  # expect: contact-of-a-prospect
      phone: 208-555-0134
    ```

    ## Bad: in a note

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    about: the owner of a brewery, jo@example.com  # expect: contact-of-a-prospect
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    about: the owner of a brewery with 50-500 employees, wants to talk after 2026-03-16
    ```
    """
    for prospect in group.prospects.values():
        yield from _under_contact(prospect)
    own = _own_contacts(group)
    for record, path, text in chain(
        _suspicious(group.prospects.values(), _in_prospect),
        _suspicious(group.referrals.values(), _in_referral),
        _suspicious(group.meetings.values(), _in_meeting),
        _suspicious(group.partnerships.values(), _in_partnership),
    ):
        for contact in _others(text, own):
            kind = "e-mail address" if "@" in contact else "phone number"
            yield Problem(
                f"The {kind} {contact} stands in a text that git never forgets",
                Place(record.file, path, piece=contact),
                f"leave it out, or move it to {_private_file(record)}, which stays on your computer",
            )
