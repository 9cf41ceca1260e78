"""What the members of a generated group hand over, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from facts import AS_OF, Facts, Prospect, as_pair, tag
from words import COMPANIES, NEEDS, PLACES

RECENT = AS_OF - timedelta(days=10)
"""Referrals handed over since then may still be open; older ones are closed, so that nothing is overdue."""

_CLOSED = (  # histories: the words of their entries
    "returned",
    "not-a-fit",
    "accepted lost",
    "accepted not-a-fit",
    "contacted won",
    "accepted contacted won",
    "accepted contacted not-a-fit",
    "accepted met lost",
    "accepted won won",
    "accepted contacted met won",
    "accepted met proposed lost",
    "accepted ask answer won",
    "accepted note stalled lost",
)
_OPEN = ("accepted", "accepted contacted", "accepted note", "contacted met")


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a referral's history: a status, or one of the words note, ask and answer."""

    day: date
    word: str
    by: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """Something handed over, and what became of it. `taker` is set where a lead went to everyone."""

    id: str
    kind: str
    day: date
    giver: str
    receiver: str
    taker: str
    prospect: str
    about: str
    tier: str
    parent: str
    level: int
    consent: date | None
    history: Sequence[Step]
    thanked: date | None
    useful: str
    gained: str


def referrals(facts: Facts) -> Iterator[Referral]:
    """The referrals in order of date. Everybody gives in turn, partners to each other in turn."""
    handing = _Handing(facts)
    coming = iter(facts.prospects)
    for number in range(facts.size):
        if number % 20 == 0 and (prospect := next(coming, None)):
            handing.meet(prospect)
        yield handing.referral(facts.day(number, facts.size))


class _Handing:
    """One run through all referrals: whose turn it is, and what was handed over before."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.random = facts, facts.random("referrals")
        self.turns: list[str] = []
        self.partners = dict.fromkeys(facts.partnerships, False)
        self.known: dict[str, list[Prospect]] = {member.id: [] for member in facts.members}
        self.handed: set[tuple[str, str]] = set()
        self.ids: set[str] = set()
        self.won: dict[str, str] = {}

    def meet(self, prospect: Prospect) -> None:
        if not prospect.untouchable:
            for knower in prospect.knowers:
                self.known[knower].append(prospect)

    def referral(self, day: date) -> Referral:
        random = self.random
        giver, receiver = self.pair(day)
        kind = random.choices(("lead", "introduction", "referral"), (45, 20, 35))[0]
        everyone = kind == "lead" and random.random() < 0.1
        to = "everyone" if everyone else receiver
        prospect = "" if everyone else self.prospect(giver, receiver)
        parent = self.won.get(giver, "") if random.random() < 0.1 else ""
        history = self.history(day, giver, receiver)
        won = any(step.word == "won" for step in history)
        end = history[-1].day
        useful = random.choice(("yes", "no", "unsure")) if kind == "lead" and end < RECENT else ""
        id_ = self.id(day, giver, to)
        if won and not everyone:
            self.won[receiver] = id_
        return Referral(
            id=id_,
            kind=kind,
            day=day,
            giver=giver,
            receiver=to,
            taker=receiver if everyone else "",
            prospect=prospect,
            about="" if prospect else self.about(to),
            tier="spin-off" if parent else random.choices(("outside", "inside"), (9, 1))[0],
            parent=parent,
            level=random.randint(1, 5),
            consent=day - timedelta(days=random.randrange(4)) if kind == "referral" else None,
            history=history,
            thanked=_later(end, random.randrange(8)) if won or useful == "yes" else None,
            useful=useful,
            gained=_amount(random) if won and random.random() < 0.2 else "",
        )

    def pair(self, day: date) -> tuple[str, str]:
        """Giver and receiver."""
        if not self.turns:
            self.turns = self.facts.members_on(day)
            self.random.shuffle(self.turns)
        giver = receiver = self.turns.pop()
        while receiver == giver:
            receiver = self.random.choice(self.facts.members_on(day))
        pair = as_pair(giver, receiver)
        if pair in self.partners:
            self.partners[pair] = backwards = not self.partners[pair]
            return (pair[1], pair[0]) if backwards else pair
        return giver, receiver

    def prospect(self, giver: str, receiver: str) -> str:
        """Every fourth time or so, a prospect that the giver knows and has not handed to the receiver yet."""
        if self.random.random() > 0.25 or not self.known[giver]:
            return ""
        prospect = self.random.choice(self.known[giver])
        if receiver in prospect.knowers or (prospect.id, receiver) in self.handed:
            return ""
        self.handed.add((prospect.id, receiver))
        return prospect.id

    def about(self, receiver: str) -> str:
        """Words about somebody whom the receiver has not heard of yet."""
        random, text = self.random, ""
        while not text or (text, receiver) in self.handed:
            text = f"A {random.choice(COMPANIES)} in {random.choice(PLACES)} {random.choice(NEEDS)}"
        self.handed.add((text, receiver))
        return text

    def history(self, day: date, giver: str, receiver: str) -> list[Step]:
        random, steps = self.random, []
        for word in random.choice(_OPEN if day >= RECENT else _CLOSED).split():
            day = _later(day, random.randrange(6) if word in ("accepted", "answer") else random.randrange(15))
            by = giver if word == "answer" else receiver
            steps.append(Step(day, word, by, _amount(random) if word == "won" else ""))
        return steps

    def id(self, day: date, giver: str, receiver: str) -> str:
        id_ = ""
        while not id_ or id_ in self.ids:
            id_ = f"{day}-{giver}-{receiver}-{tag(self.random)}"
        self.ids.add(id_)
        return id_


def _later(day: date, days: int) -> date:
    return min(day + timedelta(days=days), AS_OF)


def _amount(random: Random) -> str:
    whole = round(random.lognormvariate(7, 1.2)) + 1
    return f"{whole}.{random.randrange(100):02}" if random.random() < 0.1 else str(whole)
