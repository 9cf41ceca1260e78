"""contact-of-a-prospect."""

from collections.abc import Iterator, Sequence

from refertext.group import Group
from refertext.group.log import Log
from refertext.problem import Part, Path, Place, Problem, Severity
from refertext.records import Prospect, Record, Referral
from refertext.records.texts import all_text, texts_in
from refertext.rules.privacy.contacts import contacts_in, digits_of, may_hold_contact
from refertext.rules.rule import rule

_AT_ONCE = 100
"""Records that are looked at together."""


def _own_contacts(group: Group) -> set[str]:
    """How the members and the group itself can be reached: nobody else's secret."""
    contacts = [member.contact for member in group.members.values() if member.contact]
    own = {contact.email.casefold() for contact in contacts if contact.email}
    own |= {digits_of(contact.phone) for contact in contacts if contact.phone}
    if group.settings.site and group.settings.site.mail:
        own.add(group.settings.site.mail.casefold())
    return own


def _suspicious(group: Group) -> Iterator[tuple[Record | Log, Path, str]]:
    """The texts that may hold how to reach somebody outside: what members and agreements say is the group's own."""
    for folder in (group.prospects, group.referrals, group.meetings, group.partnerships):
        records = list(folder.values())
        for some in (records[start : start + _AT_ONCE] for start in range(0, len(records), _AT_ONCE)):
            if may_hold_contact(all_text(some)):
                yield from _of_records(group, some)
    for agreement in group.agreements.values():
        for number, concern in enumerate(agreement.concerns):
            for path, text in texts_in(concern, ("concerns", number)):
                yield agreement, path, text
    for log in group.logs.values():
        if may_hold_contact(log.text):
            yield log, ("text",), log.text


def _of_records(group: Group, records: Sequence[Record]) -> Iterator[tuple[Record, Path, str]]:
    for record in records:
        for path, text in texts_in(record):
            if path[0] != "contact" and may_hold_contact(text) and text not in group.referrals:
                yield record, path, text


def _others(text: str, own: set[str]) -> Iterator[str]:
    """The contacts in a text, each once, but for those that are the group's own."""
    for contact in dict.fromkeys(contacts_in(text)):
        if contact.casefold() not in own and ("@" in contact or digits_of(contact) not in own):
            yield contact


def _mend(record: Record | Log) -> str:
    """What to do: only what belongs to a record is read from `private/`."""
    if isinstance(record, Log):
        return "leave it out"
    prospect = record.prospect if isinstance(record, Referral) else None
    file = f"prospects/{prospect}.yml" if prospect else record.file
    return f"leave it out, or move it to private/{file}, which stays on your computer"


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
    for record, path, text in _suspicious(group):
        for contact in _others(text, own):
            kind = "e-mail address" if "@" in contact else "phone number"
            yield Problem(
                f"The {kind} {contact} stands in a text that git never forgets",
                Place(record.file, path, piece=contact),
                _mend(record),
            )
