"""Small groups made of numbers: the same seed, the same group. They live from January to July 2025.

What happens in half a year of a group happens in most of them: people join, leave, come back, go on leave, change their
ids; meetings are cancelled, fall into breaks, miss entries; leads go to everyone; kinds are raised; clients buy again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

FIRST, LAST = date(2025, 1, 2), date(2025, 7, 31)
_NAMES = ("Ada Berg", "Ben Cole", "Cy Dorn", "Dee Eck", "Eli Falk", "Fay Gold", "Gus Hale")
_CLIENTS = ("A Baker", "a baker", "The school", "Two dentists", "A haulier")
_PROSPECTS = ("bakery", "old-bakery", "depot", "school")
_STATUSES = ("present", "present", "present", "late", "substitute", "excused", "absent", "absent")
_STEPS = ("accepted", "contacted", "met", "proposed", "won")
_KINDS = ("lead", "introduction", "referral")

Written = dict[str, Any]
Texts = dict[str, str]


def generated(seed: int) -> Texts:
    """The files of a group."""
    return _Making(Random(seed)).texts()


class _Making:
    """A group in the making: whom it has, and the numbers drawn so far."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.names = _NAMES[: random.randint(3, 7)]
        self.ids = [name.replace(" ", "-").lower() for name in self.names]
        self.renamed = {id_: f"{id_}-{random.randint(10, 99)}" for id_ in self.ids if self.chance(0.4)}
        self.foreign = self.chance(0.4)
        self.partners = sorted({self.two() for _ in range(random.randint(0, 3))})
        self.turning_points: list[date] = []
        self.joined: dict[str, date] = {}

    def texts(self) -> Texts:
        """Everything, a JSON text a file, which is YAML too."""
        records = {"refertext.yml": self.settings()}
        records |= {f"members/{self.ids[n]}.yml": self.member(n) for n in range(len(self.names))}
        records |= {f"partnerships/{one}--{other}.yml": self.partnership(one, other) for one, other in self.partners}
        records |= {f"meetings/2025/{day}-group.yml": self.meeting(day) for day in self.thursdays()}
        for n in range(self.random.randint(5, 20)):
            records[f"meetings/2025/talk-{n:02}.yml"] = self.talk()
        for n in range(self.random.randint(15, 45)):
            records[f"referrals/2025/gift-{n:02}.yml"] = self.gift()
        records["prospects/bakery.yml"] = {"alias": "A bakery", "former_ids": ["old-bakery"]}
        records |= {f"prospects/{id_}.yml": {"alias": f"The {id_}"} for id_ in ("depot", "school")}
        return {file: json.dumps(record) for file, record in records.items()}

    # Numbers

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self.random.randint(0, max(0, (last - first).days)))

    def telling_day(self) -> date:
        """Any day, or one on which somebody joins or leaves, a cycle begins or ends; or the one before or after."""
        if self.turning_points and self.chance(0.4):
            return self.random.choice(self.turning_points) + timedelta(days=self.random.choice((0, 0, -1, 1)))
        return self.day()

    def span(self, longest: int) -> tuple[str, str]:
        first = self.day()
        return str(first), str(first + timedelta(days=self.random.randint(0, longest)))

    def written(self, id_: str) -> str:
        """An id as people write it: sometimes the former one."""
        return self.renamed[id_] if id_ in self.renamed and self.chance(0.4) else id_

    def somebody(self) -> str:
        return self.written(self.random.choice(self.ids))

    def two(self) -> tuple[str, str]:
        one, other = sorted(self.random.sample(self.ids, 2))
        return one, other

    def close_two(self) -> Sequence[str]:
        """Two in any order, partners as often as not."""
        two = self.random.choice(self.partners) if self.partners and self.chance(0.5) else self.two()
        return self.random.sample(two, 2)

    # Records

    def settings(self) -> Written:
        breaks = [dict(zip(("from", "until"), self.span(14), strict=True)) for _ in range(self.random.randint(0, 2))]
        return {"group": "Made of numbers", "timezone": "UTC", "currency": "USD", "breaks": breaks}

    def member(self, number: int) -> Written:
        member: Written = {"name": self.names[number], "business": "A business"}
        member["former_ids"] = [self.renamed[id_] for id_ in self.ids[number : number + 1] if id_ in self.renamed]
        if self.chance(0.12):
            return member
        joined = self.random.choice((date(2024, 5, 1), self.random.choice(self.thursdays()), self.day()))
        member |= {"seat": {"category": "trade"}, "joined": str(joined)}
        self.joined[self.names[number]] = joined
        self.turning_points.append(joined)
        if self.chance(0.25):
            before = joined - timedelta(days=self.random.choice((1, 10, 60)))
            member["earlier"] = [{"joined": str(before - timedelta(days=70)), "left": str(before)}]
        if self.chance(0.3):
            self.turning_points.append(self.day(joined))
            member["left"] = {"date": str(self.turning_points[-1])}
        if self.chance(0.4):
            member["leave"] = [dict(zip(("from", "until"), self.span(40), strict=True))]
        return member

    def thursdays(self) -> list[date]:
        weeks = range((LAST - FIRST).days // 7 + 1)
        return [FIRST + timedelta(weeks=week) for week in weeks if not self.chance(0.25)]

    def meeting(self, day: date) -> Written:
        meeting: Written = {"kind": "group", "date": str(day)}
        meeting["attendance"] = {self.written(id_): self.attended(day) for id_ in self.ids if not self.chance(0.15)}
        meeting["presented"] = [self.somebody() for _ in range(self.random.choice((0, 1, 1, 2)))]
        meeting["visitors"] = [self.visitor(day) for _ in range(self.random.choice((0, 0, 0, 1, 2)))]
        if self.chance(0.7):
            meeting["next"] = str(day + timedelta(weeks=1))
        if self.chance(0.1):
            meeting["cancelled"] = "yes"
        return meeting

    def attended(self, day: date) -> Written:
        status = self.random.choice(_STATUSES)
        notice = day + timedelta(days=self.random.randint(-2, 2))
        return {"status": status, "notice": str(notice)} if self.chance(0.5) else {"status": status}

    def visitor(self, day: date) -> Written:
        """Often somebody who joined later, or that day."""
        joining = [name for name, joined in self.joined.items() if joined == day]
        names = (*self.names, *self.names, *joining * 10, "Hal Iver", "hal iver", "Jo Kern")
        visitor = {"name": self.random.choice(names)}
        return visitor | {"invited_by": self.somebody()} if self.chance(0.8) else visitor

    def talk(self) -> Written:
        kind = self.random.choice(("one-to-one", "one-to-one", "review", "review", "visit"))
        between = [self.written(id_) for id_ in self.close_two()]
        cancelled = "yes" if self.chance(0.1) else "no"
        return {"kind": kind, "date": str(self.telling_day()), "between": between, "cancelled": cancelled}

    def gift(self) -> Written:
        day = self.random.choice(self.thursdays()) if self.chance(0.4) else self.telling_day()
        giver, receiver = self.close_two()
        if self.chance(0.05):
            receiver = giver
        gift: Written = {"kind": self.random.choice(_KINDS), "date": str(day), "from": self.written(giver)}
        gift["to"], takers = self.written(receiver), [receiver]
        if self.chance(0.1):
            gift["from"] = "outside: a neighbour"
        if self.chance(0.25):
            takers = self.random.sample(self.ids, self.random.randint(0, 3))
            taken_by = [self.written(id_) for id_ in takers for _ in range(self.random.choice((1, 1, 1, 2)))]
            gift |= {"kind": "lead", "to": "everyone", "taken_by": taken_by}
        gift["history"] = self.history(day, [*takers, giver])
        return gift | self.client() | self.details(day)

    def client(self) -> Written:
        if self.chance(0.5):
            return {"prospect": self.random.choice(_PROSPECTS)}
        return {"about": self.random.choice(_CLIENTS)}

    def details(self, day: date) -> Written:
        details: Written = {}
        if self.chance(0.7):
            details["tier"] = self.random.choice(("inside", "outside", "spin-off"))
        if self.chance(0.7):
            details["level"] = self.random.randint(1, 5)
        if self.chance(0.6):
            details["consent"] = {"date": str(day + timedelta(days=self.random.randint(-5, 20)))}
        if self.chance(0.4):
            details["thanked"] = {"date": str(day + timedelta(days=self.random.randint(0, 60)))}
        return details

    # What becomes of gifts

    def history(self, day: date, hands: Sequence[str]) -> list[Written]:
        """Each taker's steps in order, put together by date; the giver, who comes last, only writes notes. Of one
        taker's steps nobody may have said whose they are.
        """
        history: list[Written] = []
        *takers, giver = hands
        nameless = self.random.choice(takers) if takers and self.chance(0.4) else None
        for who in takers or [giver]:
            steps = self.steps(day)
            history += [entry | {"by": self.written(who)} if who != nameless else entry for entry in steps]
        for _ in range(self.random.choice((0, 0, 1))):
            history.append({"date": str(self.later(day, 40)), "note": "Any news?", "by": self.written(giver)})
        if self.chance(0.3):
            history.append({"date": str(self.later(day, 30)), "kind": self.random.choice(_KINDS)})
        return sorted(history, key=lambda entry: str(entry["date"]))

    def later(self, day: date, most: int) -> date:
        return day + timedelta(days=self.random.randint(0, most))

    def steps(self, day: date) -> list[Written]:
        """Steps that may follow each other."""
        steps: list[Written] = []
        if self.chance(0.08):
            return [{"date": str(self.later(day, 10)), "status": "returned", "note": "Not for me."}]
        for status in _STEPS[: self.random.randint(0, len(_STEPS))]:
            if self.chance(0.3):
                continue
            day = self.later(day, 25)
            steps.append({"date": str(day), "status": status} | self.worth(status))
        if steps and steps[-1]["status"] == "won":
            return steps + self.repeats(day)
        if self.chance(0.3):
            ended = self.random.choice(("lost", "not-a-fit", "stalled"))
            steps.append({"date": str(self.later(day, 30)), "status": ended})
        return steps

    def repeats(self, day: date) -> list[Written]:
        repeats: list[Written] = []
        for _ in range(self.random.choice((0, 0, 1, 2))):
            day = self.later(day, 30)
            repeats.append({"date": str(day), "status": "won"} | self.worth("won"))
        return repeats

    def worth(self, status: str) -> Written:
        if status != "won" or self.chance(0.15):
            return {}
        cents = self.random.randint(1, 500_000)
        return {"value": f"{cents // 100}.{cents % 100:02}" + (" EUR" if self.foreign and self.chance(0.4) else "")}

    # Partnerships

    def partnership(self, one: str, other: str) -> Written:
        since = self.day(date(2024, 10, 1), date(2025, 3, 1))
        partnership: Written = {"between": [self.written(one), self.written(other)], "since": str(since)}
        if self.chance(0.6):
            partnership["reviews"] = {"every": self.random.choice(("1 month", "6 weeks", "1 quarter", "45 days"))}
        return partnership | {"cycles": self.cycles(one, other)}

    def cycles(self, one: str, other: str) -> list[Written]:
        cycles: list[Written] = []
        day = self.day(FIRST, date(2025, 2, 1))
        while day < LAST and len(cycles) < 5:
            until = day + timedelta(days=self.random.randint(20, 60))
            promise = {self.written(id_): self.random.randint(0, 3) for id_ in (one, other) if self.chance(0.9)}
            cycles.append({"from": str(day), "until": str(until), "promise": promise})
            self.turning_points += (day, until)
            day = until + timedelta(days=self.random.randint(1, 20))
        return cycles
