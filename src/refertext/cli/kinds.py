"""The kinds of records that can be started: what is asked for each, and what is made of the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from refertext.cli import asking, judging
from refertext.cli.asking import Question

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.drafts.beginnings import Skeleton
    from refertext.group import Group

Answers = dict[str, Any]
Make = Callable[["Group", "Skeleton", Answers, Sequence[str]], "Draft"]
_MEMBER, _MEMBERS, _PROSPECTS = "MEMBER", ("members",), ("prospects",)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record to start: its name, what the help says, its questions, the draft of the answers, and the keys it
    is `named_after`. With `warns`, new warnings are told, since they may speak against it; others only say what is to
    be filled in.
    """

    name: str
    help: str
    examples: str
    questions: tuple[Question, ...]
    draft: Make
    named_after: tuple[str, ...]
    warns: bool = True


def _member(group: Group, skeleton: Skeleton, answers: Answers, _: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.member import NewMember, member

    return member(group, skeleton, NewMember(**answers))


def _agreement(group: Group, skeleton: Skeleton, answers: Answers, _: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.agreement import NewAgreement, agreement

    return agreement(group, skeleton, NewAgreement(**answers))


def _partnership(group: Group, skeleton: Skeleton, answers: Answers, _: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.partnership import NewPartnership, partnership

    return partnership(group, skeleton, NewPartnership(**answers))


def _prospect(group: Group, skeleton: Skeleton, answers: Answers, _: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.prospect import NewProspect, prospect

    return prospect(group, skeleton, NewProspect(**answers))


def _referral(group: Group, skeleton: Skeleton, answers: Answers, tags: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.referral import NewReferral, referral

    return referral(group, skeleton, NewReferral(**answers), tags)


def _one_to_one(group: Group, skeleton: Skeleton, answers: Answers, tags: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.talk import NewTalk, one_to_one

    return one_to_one(group, skeleton, NewTalk(**answers), tags)


def _review(group: Group, skeleton: Skeleton, answers: Answers, tags: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.talk import NewTalk, review

    return review(group, skeleton, NewTalk(**answers), tags)


def _meeting(group: Group, skeleton: Skeleton, answers: Answers, _: Sequence[str]) -> Draft:
    from refertext.drafts.beginnings.meeting import NewMeeting, meeting

    return meeting(group, skeleton, NewMeeting(**answers))


def _day(key: str, help_: str, ask: str = "") -> Question:
    """A day that is today where nothing is said."""
    return Question(key, asking.day, help_, ask, "YYYY-MM-DD", default=asking.day_of_group)


def _of_seat(key: str, help_: str, ask: str) -> Question:
    """Several words about a seat; asked only where it has a category."""
    return Question(key, asking.several, help_, ask, "TEXTS", when=judging.has_category, judge=judging.of_a_seat)


def _people(key: str, help_: str, ask: str) -> Question:
    return Question(key, asking.people, help_, ask, "MEMBERS", completes=_MEMBERS)


def _is_referral(answers: asking.Answers) -> bool:
    return answers.get("kind") == "referral"


def _is_no_lead(answers: asking.Answers) -> bool:
    return answers.get("kind") != "lead"


def _is_agreed(answers: asking.Answers) -> bool:
    return bool(answers.get("consent"))


_ID = Question("id", asking.words, "The id; else it is made of the name.", metavar="ID")
_CATEGORY = Question(
    "category",
    asking.category,
    "A category of refertext.yml, such as finance/mortgage.",
    "Which category of refertext.yml is it?",
    "CATEGORY",
)
_PERSON = (
    Question(
        "name",
        asking.words,
        "The name.",
        "What is their name?",
        is_needed=True,
        judge=judging.names_a_new("members", "name"),
    ),
    Question("business", asking.words, "The business.", "What is their business called?", is_needed=True),
)
_SEAT = (
    _of_seat(
        "services", "What they sell, with commas between.", "What do they sell? (commas between; Enter for all of it)"
    ),
    _of_seat("clients", "Who buys it, with commas between.", "Who buys it? (commas between; Enter for everybody)"),
    _of_seat("territory", "Where, with commas between.", "Where? (commas between; Enter for everywhere)"),
    Question(
        "introduced_by",
        asking.introducer,
        "A member, or “outside: a friend of Kit”.",
        "Who introduced them? (a member, or outside: a friend of Kit; Enter for nobody)",
        _MEMBER,
        completes=_MEMBERS,
    ),
)
_BETWEEN = Question(
    "between",
    asking.two_people,
    "Two members, with a comma between them.",
    "Which two members? (a comma between them)",
    "MEMBER,MEMBER",
    is_needed=True,
    completes=_MEMBERS,
)

MEMBER = Kind(
    "member",
    "Record a new member, from today on or from another day.",
    '  refertext new member --name "Dana Wolfe" --business "Wolfe Training" --category people/training',
    (
        *_PERSON,
        replace(_CATEGORY, is_needed=True),
        *_SEAT,
        _day("joined", "The first day of membership; else today.", "Since when are they a member?"),
        _ID,
    ),
    _member,
    named_after=("name",),
)
CANDIDATE = Kind(
    "candidate",
    "Record somebody who may become a member.",
    '  refertext new candidate --name "Dana Wolfe" --business "Wolfe Training" --introduced-by kit',
    (*_PERSON, _CATEGORY, *_SEAT, _ID),
    _member,
    named_after=("name",),
)
AGREEMENT = Kind(
    "agreement",
    "Write down a ground rule that everybody signs.",
    '  refertext new agreement --title "We answer" --promise "Whoever is asked answers within a week"',
    (
        Question(
            "title",
            asking.words,
            "Its title.",
            "What is the agreement called?",
            is_needed=True,
            judge=judging.names_a_new("agreements", "title"),
        ),
        Question("promise", asking.words, "What is promised, in words.", "What do we promise, in one sentence?"),
        _day("adopted", "The day the group adopted it; else today.", "When did the group adopt it?"),
        _ID,
    ),
    _agreement,
    named_after=("title",),
    warns=False,
)
PARTNERSHIP = Kind(
    "partnership",
    "Record that two members work together closely.",
    "  refertext new partnership --between kit,brian --kind power",
    (
        replace(_BETWEEN, judge=judging.new_pair),
        Question(
            "kind",
            asking.one_of("partner", "power"),
            "partner, or power for the closest ones.",
            "What kind of partners? (partner, or power for the closest ones)",
            "KIND",
            default=lambda _: "partner",
        ),
        _day("since", "The first day; else today.", "Since when?"),
    ),
    _partnership,
    named_after=("between",),
)
PROSPECT = Kind(
    "prospect",
    "Record whom somebody knows or wishes to meet.",
    '  refertext new prospect --alias "A mid-size haulier in Nampa" --known-by kit --wanted-by brian,lee',
    (
        Question(
            "alias",
            asking.words,
            "What everybody may read; never the real name.",
            "What may everybody read of them? (never the real name; such as: A mid-size haulier in Nampa)",
            is_needed=True,
            judge=judging.names_a_new("prospects", "alias"),
        ),
        Question("name", asking.words, "The real name, for members only."),
        Question("industry", asking.words, "The industry.", "Which industry? (Enter to leave it out)"),
        Question("place", asking.words, "The place.", "Where are they? (Enter to leave it out)"),
        _people("known_by", "Who knows them.", "Who knows them? (members, commas between; Enter for nobody)"),
        _people("wanted_by", "Who wishes to meet them.", "Who wishes to meet them? (the same)"),
        Question(
            "consent",
            asking.words,
            "How they agreed to be written down here, such as phone.",
            "How did they agree to be written down here? (such as phone; Enter if they have not)",
            "HOW",
        ),
        Question(
            "consent_on",
            asking.day,
            "The day of that; else today.",
            metavar="YYYY-MM-DD",
            judge=judging.of_consent,
        ),
        _ID,
    ),
    _prospect,
    named_after=("alias",),
)
REFERRAL = Kind(
    "referral",
    "Record a lead, an introduction or a referral.",
    """  refertext new referral --kind referral --from kit --to brian --about haulier-nampa --consent phone
  refertext new referral --kind lead --from kit --to everyone --about "River bakery opens a second shop\"""",
    (
        Question(
            "kind",
            asking.one_of("lead", "introduction", "referral"),
            "lead, introduction or referral.",
            "What is handed over? (lead: a name; introduction; referral: they agreed to a call)",
            "KIND",
            is_needed=True,
        ),
        Question(
            "from_",
            asking.introducer,
            "The giver: a member, or “outside: a client of Kit”.",
            "Who gives it?",
            _MEMBER,
            is_needed=True,
            judge=judging.giver_and_receiver,
            completes=_MEMBERS,
        ),
        Question(
            "to",
            asking.receiver,
            "The receiver: a member; a lead may go to everyone.",
            "Who receives it? (a lead may go to everyone)",
            _MEMBER,
            is_needed=True,
            judge=judging.giver_and_receiver,
            completes=_MEMBERS,
        ),
        Question(
            "about",
            asking.prospect_or_words,
            "A prospect's id, or words that everybody may read.",
            "Whom or what is it about? (a prospect's id, or words that everybody may read)",
            is_needed=True,
            completes=_PROSPECTS,
        ),
        _day("on", "The day; else today.", "When was it handed over?"),
        Question(
            "tier",
            asking.one_of("inside", "outside", "spin-off"),
            "inside (the receiver's own purchase), outside, or spin-off of another one.",
            metavar="TIER",
        ),
        Question(
            "parent",
            asking.words,
            "Of a spin-off: the referral it came from.",
            metavar="REFERRAL",
            completes=("referrals",),
        ),
        Question(
            "level",
            asking.level,
            "How much the giver did, 1 to 5.",
            "How much did the giver do? (1 passed on a name, to 5 went along; Enter to leave it out)",
            "1-5",
            when=_is_no_lead,
        ),
        Question(
            "consent",
            asking.words,
            "How the prospect agreed to a call by this receiver, such as phone.",
            "How did they agree to a call? (such as phone; Enter if they have not)",
            "HOW",
            when=_is_referral,
        ),
        Question(
            "consent_on",
            asking.day,
            "The day of that; else the day of the referral.",
            "On which day? (Enter for the same)",
            "YYYY-MM-DD",
            when=_is_agreed,
            judge=judging.of_consent,
        ),
    ),
    _referral,
    named_after=("date", "from", "to"),
)
_TALK = (
    _day("on", "The day; else today.", "When did they meet?"),
    Question("notes", asking.words, "What is worth keeping.", "What is worth keeping? (Enter for nothing)"),
)
ONE_TO_ONE = Kind(
    "one-to-one",
    "Record that two members sat down together.",
    '  refertext new one-to-one --between "kit, brian" --on 2026-03-02 --notes "Brian knows what a shift costs."',
    (replace(_BETWEEN, judge=judging.two), *_TALK),
    _one_to_one,
    named_after=("date", "between"),
)
REVIEW = Kind(
    "review",
    "Record that two partners reviewed their partnership.",
    '  refertext new review --between "kit, brian" --notes "We go on, and meet every other month."',
    (replace(_BETWEEN, judge=judging.partners), *_TALK),
    _review,
    named_after=("date", "between"),
)
MEETING = Kind(
    "meeting",
    """Start the sheet of a group meeting.

    It is that of the last meeting that is not recorded yet, else of the next one. Everybody is entered as present; the
    next day, the next presenter and what was taken on before are filled in.""",
    "  refertext new meeting\n  refertext new meeting --on 2026-03-12 --edit",
    (
        Question("on", asking.day, "The day; else worked out.", metavar="YYYY-MM-DD"),
        Question("next", asking.day, "The day of the next one; else worked out.", metavar="YYYY-MM-DD"),
        Question(
            "next_presenter", asking.someone, "Who presents then; else worked out.", metavar=_MEMBER, completes=_MEMBERS
        ),
    ),
    _meeting,
    named_after=("date",),
    warns=False,
)

KINDS = (MEMBER, CANDIDATE, AGREEMENT, PARTNERSHIP, PROSPECT, REFERRAL, ONE_TO_ONE, REVIEW, MEETING)
"""All kinds that can be started, in the order of the help."""
