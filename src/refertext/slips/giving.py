"""What slips hand over, and the one-to-ones they tell of: new records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from refertext.group import Group
from refertext.records import Meeting, Referral
from refertext.records.referral import ReferralConsent
from refertext.slips.changes import Change, Handed, Met
from refertext.slips.days import day_before
from refertext.slips.gifts import Pair, changed
from refertext.slips.ledger import Ledger
from refertext.slips.names import member_meant
from refertext.slips.piece import Piece
from refertext.slips.slip import Gift, Talk, unclear, waiting
from refertext.slips.tag import dated_id, tag_of
from refertext.slips.which import tagged
from refertext.text.wording import folded


def handed(ledger: Ledger, slip: Gift) -> tuple[str, Iterator[Change]]:
    """The file of what was handed over, and the record where it is new: the same slip twice is one."""
    new = referral_of(ledger, slip)
    known = ledger.gifts.referral(new.id) or ledger.gifts.same(new)
    _refuse_unread(ledger, "referrals", new.id, slip.giver)
    if known and _is_another(ledger.group, known, slip.about.text):
        said = f"{known.id} is of another referral, which by chance has the same tag as this"
        raise unclear(said, "change a word of this line, and the tag is another", slip.about)
    return (known or new).file, iter(() if known else (Handed(new),))


def referral_of(ledger: Ledger, slip: Gift) -> Referral:
    """The record of what a slip hands over."""
    group, day = ledger.group, ledger.day
    giver = member_meant(group, slip.giver, day)
    receiver = member_meant(group, slip.receiver, day) if slip.receiver else "everyone"
    if giver == receiver:
        raise unclear(
            f"{group.name(giver)} is both giver and receiver",
            "write whom it was meant for",
            slip.receiver or slip.giver,
        )
    consent = None
    if slip.consent:
        consent = ReferralConsent(date=day_before(slip.consent.day, day), how=slip.consent.how)
    prospect = _prospect(group, slip.about)
    made = Referral(
        kind=slip.kind,
        date=day,
        from_=giver,
        to=receiver,
        prospect=prospect,
        about=None if prospect else slip.about.words,
        tier=slip.tier,
        parent=tagged(ledger, slip.parent).id if slip.parent else None,
        level=slip.level,
        consent=consent,
    )
    id_ = dated_id(day, (giver, receiver), tag_of(day, giver, receiver, slip.kind, slip.about.text))
    return changed(made, id=id_, file=f"referrals/{day.year:04}/{id_}.yml")


def talked(ledger: Ledger, slip: Talk) -> tuple[str, Iterator[Change]]:
    """The file of a one-to-one, and the record where it is new: two have one of them a day."""
    group = ledger.group
    day = day_before(slip.day, ledger.day)
    one, other = sorted(member_meant(group, piece, ledger.day) for piece in slip.members)
    if one == other:
        raise unclear(f"Both names mean {group.name(one)}", "write the two who met", slip.members[1])
    known = ledger.talk((one, other), day)
    new = _talk(group, day, (one, other), slip.words)
    _refuse_unread(ledger, "meetings", new.id, slip.members[0])
    return (known or new).file, iter(() if known else (Met(new),))


def _talk(group: Group, day: date, two: Pair, words: str | None) -> Meeting:
    """The record of a one-to-one; its tag is another one where another meeting of the two has its id, as one that was
    cancelled in the morning.
    """
    tags = (tag_of(day, *two, "one-to-one", str(taken or "")) for taken in count())
    id_ = next(id_ for tag in tags if (id_ := dated_id(day, two, tag)) not in group.meetings)
    made = Meeting(kind="one-to-one", date=day, between=two, text=words)
    for name, value in (("id", id_), ("file", f"meetings/{day.year:04}/{id_}.md")):
        object.__setattr__(made, name, value)
    return made


def _prospect(group: Group, about: Piece) -> str | None:
    """The id of the prospect whose id or alias this is."""
    return group.once(_prospects).get(folded(about.text).rstrip(". "))


def _prospects(group: Group) -> dict[str, str]:
    found = {
        folded(prospect.alias).rstrip(". "): id_ for id_, prospect in sorted(group.prospects.items(), reverse=True)
    }
    return found | {id_: id_ for id_ in group.prospects}


def _is_another(group: Group, known: Referral, text: str) -> bool:
    """Whether a record was made of other words that give the same tag. Where its words do not give its tag, they were
    corrected since, or it was made in another way: then it is the one that is meant.
    """
    prospect = group.prospect(known.prospect)
    texts = [said for said in (known.about, known.prospect, prospect and prospect.alias) if said]
    if any(folded(said).rstrip(".! ") == folded(text).rstrip(".! ") for said in texts):
        return False
    giver, receiver = group.resolve("members", known.from_), group.resolve("members", known.to)
    return any(known.id.endswith(f"-{tag_of(known.date, giver, receiver, known.kind, said)}") for said in texts)


def _refuse_unread(ledger: Ledger, folder: str, id_: str, at: Piece) -> None:
    if id_ in ledger.group.unread[folder]:
        raise waiting(f"There is a file of this in {folder}/ that cannot be read: {id_}", at)
