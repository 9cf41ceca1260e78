"""What it would take, carried out in the files: as much as is said is enough, and one less is not."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreed import judged
from refertext.commitments import Outcome, Verdict
from refertext.commitments.tried import Tried
from small import Files, gift, meeting, meetings, member, members, partnership, week

PRESENT = members("kit", "lee", "sam")


def after(written: str, files: Files, on: date, subject: str = "kit") -> Verdict:
    return judged(f"measure: {written}", PRESENT, files, as_of=str(on), subject=subject)


def tiered(tiers: str, on: date, name: str = "t") -> Files:
    """Gifts of Kit's on one day: I stays inside, O leads outside."""
    words = {"I": "inside", "O": "outside"}
    rows = enumerate(tiers)
    return {
        f: t for n, one in rows for f, t in gift(f"{name}{n}", str(on), "kit", "lee", "lead", tier=words[one]).items()
    }


def ended(letters: str, on: date, name: str = "e") -> Files:
    """Gifts of Kit's that came to an end on the day on which they were made: W won, L lost."""
    words = {"W": "won 5", "L": "lost"}
    rows = enumerate(letters)
    return {
        f: t
        for n, one in rows
        for f, t in gift(f"{name}{n}", str(on), "kit", "lee", "referral", f"{on} {words[one]} by lee").items()
    }


def seats(letters: str, first: int = 1) -> Files:
    """Weekly meetings at which Kit is Present, Absent, or aNnounced an absence."""
    files: Files = {}
    for number, letter in enumerate(letters, first):
        on = str(week(number))
        seat = {"P": "present", "A": "absent", "N": {"status": "absent", "notice": on}}[letter]
        files |= meeting(f"w{number}", on, attendance={"kit": seat, "lee": "present"})
    return files


def judged_next(verdict: Verdict) -> Tried:
    """What counts of a verdict in the window that rolls, or that is judged when the running period is over."""
    one = verdict.coming or verdict.tried
    assert one is not None
    return one


# Gifts can be made today: as long as nobody waits, none drops out


percents = st.sampled_from([25, 50, 60, 75, 90])
spans = st.sampled_from(["over: 13 weeks", "over: 6 months", "every: quarter", "every: month"])


@pytest.mark.parametrize(
    ("name", "made", "good", "bad"),
    [("outside-share", tiered, "O", "I"), ("conversion", ended, "W", "L")],
)
@settings(max_examples=20)
@given(old=st.lists(st.booleans(), min_size=1, max_size=8), percent=percents, when=spans, days=st.integers(1, 20))
def test_gifts_of_today(
    name: str, made: object, good: str, bad: str, old: list[bool], percent: int, when: str, days: int
) -> None:
    assert callable(made)
    files: Files = {}
    for number, one in enumerate(old):
        files |= made(good if one else bad, date(2026, 2, 20) + timedelta(days=days * number // 2), f"old{number}-")
    today = date(2026, 5, 12)
    written = f"{name}, at_least: {percent}%, {when}"
    found = after(written, files, today)
    takes = re.match(r"it takes (\d+)", found.mend)
    if takes:
        enough = int(takes[1])
        for more, is_met in ((enough, True), (enough - 1, False)):
            then = after(written, files | made(good * more, today, "new"), today)
            assert judged_next(then).is_met is is_met
    room = re.match(r"room for (\d+)|the next", found.mend)
    if room:
        for more in (int(room[1] or 0), int(room[1] or 0) + 1):
            then = after(written, files | made(bad * more, today, "new"), today)
            assert judged_next(then).is_met is (more <= int(room[1] or 0))


@pytest.mark.parametrize(
    ("written", "made", "mend"),
    [
        (
            "outside-share, at_least: 50%, over: 26 weeks",
            tiered("IIIII", date(2026, 3, 1)),
            "5 gifts that lead outside",
        ),
        ("conversion, at_least: 50%, over: 12 months", ended("LLLLL", date(2026, 3, 1)), "5 wins"),
    ],
)
def test_gifts_that_are_made_today_push_out_none(written: str, made: Files, mend: str) -> None:
    later = {name.replace("/2026/", "/2026/x"): text.replace("2026-03-01", "2026-04-01") for name, text in made.items()}
    few = dict(list(made.items())[:3]) | dict(list(later.items())[:2])
    assert after(written, few, date(2026, 5, 12)).mend == f"it takes {mend} in a row"


# Further absences come as meetings do


@settings(max_examples=30)
@given(
    letters=st.text("PPPAN", min_size=10, max_size=24),
    percent=st.sampled_from([25, 50, 60, 75]),
    when=st.sampled_from(["over: 8 weeks", "over: 13 weeks", "over: 40 weeks", "over: 8 meetings"]),
)
def test_room_for_unannounced_absences(letters: str, percent: int, when: str) -> None:
    written, sunday = f"notice-given, at_least: {percent}%, {when}", timedelta(days=3)
    found = after(written, seats(letters), week(len(letters)) + sunday)
    matched = re.match(r"room for (\d+) more|the next unannounced", found.mend)
    assert bool(matched) is (found.outcome is Outcome.KEPT)
    room = int(matched[1] or 0) if matched else -1
    for more in range(1, room + 2):
        then = after(written, seats(letters + "A" * more), week(len(letters) + more) + sunday)
        assert (then.outcome is Outcome.MISSED) is (more > room)


@settings(max_examples=60)
@given(
    letters=st.text("PPPAN", min_size=10, max_size=24),
    percent=st.sampled_from([25, 50, 75, 100]),
    when=st.sampled_from(["over: 8 weeks", "over: 3 months", "every: month", "over: 5 meetings"]),
)
def test_unannounced_absences_are_forgotten(letters: str, percent: int, when: str) -> None:
    """On the day that is said, and not on the day before; kept again only where there is an absence left."""
    written, today = f"notice-given, at_least: {percent}%, {when}", week(len(letters)) + timedelta(days=1)
    found = after(written, seats(letters), today)
    if found.outcome is not Outcome.MISSED:
        return
    said = re.match(r"it is (kept again|forgotten) (on|after) ([\d-]+)", found.mend)
    assert said, found.mend
    new = Outcome.KEPT if said[1] == "kept again" else Outcome.TOO_EARLY
    if said[2] == "after":
        number = int(said[3])
        assert after_meetings(written, letters, number) is new
        assert number == 1 or after_meetings(written, letters, number - 1) is Outcome.MISSED
        return
    day = date.fromisoformat(said[3])
    files = seats(letters + "P" * 30)
    assert after(written, files, day).outcome is new
    assert after(written, files, day - timedelta(days=1)).outcome is Outcome.MISSED


def after_meetings(written: str, letters: str, number: int) -> Outcome:
    """The outcome on the day after so many further meetings in person."""
    return after(written, seats(letters + "P" * number), week(len(letters) + number) + timedelta(days=1)).outcome


def test_nobody_is_told_to_be_absent() -> None:
    files = meetings(kit="PPPPPPAAP")
    assert "takes" not in after("notice-given, at_least: 50%, over: 8 weeks", files, week(9) + timedelta(days=1)).mend


# Periods that are over: what was missed in one cannot be mended any more

MONTH = {n: date(2026, n, 10) for n in range(1, 13)}


def given_on(on: date, number: int, name: str) -> Files:
    """Some contributions of Kit's on a day."""
    return {f: t for n in range(number) for f, t in gift(f"{name}{n}", str(on), "kit", "lee", "lead").items()}


def in_months(counts: list[int]) -> Files:
    """Contributions of Kit's on the tenth of each month from February on."""
    return {f: t for n, count in enumerate(counts, 2) for f, t in given_on(MONTH[n], count, f"old{n}-").items()}


SAID = re.compile(
    r"(?:(?P<more>\d+) more contributions? by (?P<by>[\d-]+))?"
    r"(?:it is (?:kept again|forgotten) on (?P<day>[\d-]+)(?:, if it stays so)?)?"
    r"(?:, (?:with|then) at least (?P<each>\d+)(?: contributions?)? in each month(?: that counts)?"
    r"(?: until then| until it is kept again on (?P<again>[\d-]+)))?"
)


@settings(max_examples=60)
@given(
    counts=st.lists(st.integers(0, 2), min_size=4, max_size=4),
    needed=st.integers(1, 3),
    when=st.sampled_from(["every: month", "every: month, over: 3 months", "per: month", "per: month, over: 3 months"]),
    away=st.sampled_from(["", "2026-05-02 2026-06-12", "2026-04-25 2026-05-10", "2026-05-04 2026-05-31"]),
    until=st.sampled_from(["", ", until: 2026-06-15", ", until: 2026-07-31"]),
)
def test_what_was_missed_in_a_period(counts: list[int], needed: int, when: str, away: str, until: str) -> None:
    today = date(2026, 5, 14)
    written = f"contributions, at_least: {needed}, {when}{until}"
    files = in_months(counts) | (member("kit", leave=[(away[:10], away[11:])]) if away else {})
    found = after(written, files, today)
    if found.outcome is not Outcome.MISSED:
        return
    if not found.mend:  # it ends before anything could be mended
        days = [date(2026, 5, 31) + timedelta(days=n) for n in range(62)]
        assert until
        assert not any(after(written, files | lots(days), day).outcome is Outcome.KEPT for day in days[::15])
        return
    said = SAID.fullmatch(found.mend)
    assert said, found.mend
    last = date.fromisoformat(said["again"] or said["day"] or said["by"])
    now = int(said["more"] or 0)
    later = [MONTH[n] for n in range(6, last.month + 1) if said["each"]]
    assert is_missed(written, files, today, now, later, int(said["each"] or 0), last) is False
    if now:
        assert is_missed(written, files, today, now - 1, later, int(said["each"] or 0), last)
    if later and not away:
        assert is_missed(written, files, today, now, later[:-1], int(said["each"]), last)
        assert is_missed(written, files, today, now, later, int(said["each"]) - 1, last)
    assert is_missed(written, files, today, now, later, int(said["each"] or 0), last - timedelta(days=1))


def is_missed(written: str, files: Files, today: date, now: int, later: list[date], each: int, on: date) -> bool:
    """Whether it is missed on a day, after so many contributions today and so many on each of some later days."""
    added = given_on(today, now, "now")
    for day in later:
        if day <= on:
            added |= given_on(day, each, f"later{day}-")
    return after(written, files | added, on).outcome is Outcome.MISSED


def lots(days: list[date]) -> Files:
    """Contributions on many days."""
    return {f: t for day in days for f, t in given_on(day, 1, f"lots{day}").items()}


def test_each_period_until_it_is_forgotten_needs_one() -> None:
    files = in_months([1, 0, 1])  # February, March, April
    found = after("contributions, at_least: 1, every: month, over: 3 months", files, date(2026, 5, 14))
    assert found.mend == (
        "1 more contribution by 2026-05-31, then at least 1 in each month until it is kept again on 2026-06-30"
    )
    files = in_months([1, 1, 0, 1])
    found = after("contributions, at_least: 1, every: month, over: 3 months", files, date(2026, 5, 14))
    assert found.mend == "it is kept again on 2026-07-31, with at least 1 contribution in each month until then"


def test_thanks_for_what_was_received_in_a_period_that_is_over() -> None:
    received = {f: t for n in range(4) for f, t in gift(f"r{n}", f"03-0{n + 1}", "lee", "kit", "lead").items()}
    found = after("thanks, at_least: 50%, every: quarter", received, date(2026, 4, 12))
    assert (found.outcome, found.mend) == (Outcome.MISSED, "it is forgotten on 2026-06-30")
    late = {f: f"{t}thanked: {{date: 2026-04-12}}\n" for f, t in received.items()}
    assert after("thanks, at_least: 50%, every: quarter", late, date(2026, 6, 29)).outcome is Outcome.MISSED
    assert after("thanks, at_least: 50%, every: quarter", late, date(2026, 6, 30)).outcome is Outcome.TOO_EARLY


def test_who_is_on_leave_is_told_when_it_is_forgotten() -> None:
    files = in_months([1, 1, 0]) | member("kit", leave=[("05-05", "06-27")])
    found = after("contributions, at_least: 1, every: month", files, date(2026, 5, 14))
    assert (found.outcome, found.mend) == (Outcome.MISSED, "it is forgotten on 2026-05-31")


# What has come to an end

CYCLES = [("01-10", "02-09"), ("02-15", "03-20"), ("04-01", "04-30")]


@settings(max_examples=40)
@given(
    promised=st.lists(st.integers(0, 2), min_size=3, max_size=3),
    delivered=st.lists(st.integers(0, 2), min_size=3, max_size=3),
    percent=st.sampled_from([50, 100]),
    when=st.sampled_from(["over: 3 months", "over: 4 months", "every: quarter"]),
)
def test_cycles_that_are_over_are_forgotten(promised: list[int], delivered: list[int], percent: int, when: str) -> None:
    cycles = [(first, last, {"kit": number}) for (first, last), number in zip(CYCLES, promised, strict=True)]
    ((file, text),) = partnership("kit", "lee", "01-01", *cycles).items()
    files = {file: f"{text}kind: power\n"}
    for n, ((first, _), number) in enumerate(zip(CYCLES, delivered, strict=True)):
        files |= {f: t for m in range(number) for f, t in gift(f"c{n}-{m}", first, "kit", "lee", "referral").items()}
    written = f"fulfilment, at_least: {percent}%, {when}, with: each power partner"
    found = after(written, files, date(2026, 5, 10), "kit+lee")
    if found.outcome is not Outcome.MISSED:
        return
    said = re.fullmatch(r"it is (kept again|forgotten) on ([\d-]+)(?:, if .*)?", found.mend)
    assert said, found.mend
    day = date.fromisoformat(said[2])
    then = after(written, files, day, "kit+lee")
    assert then.outcome is (Outcome.KEPT if said[1] == "kept again" else Outcome.TOO_EARLY)
    assert after(written, files, day - timedelta(days=1), "kit+lee").outcome is Outcome.MISSED


def test_what_is_delivered_after_a_cycle_does_not_help() -> None:
    ((file, text),) = partnership("kit", "lee", "01-01", ("03-01", "03-31", {"kit": 2})).items()
    late = {f: t for n in range(2) for f, t in gift(f"late{n}", "05-10", "kit", "lee", "referral").items()}
    written = "fulfilment, at_least: 100%, over: 4 months, with: each power partner"
    found = after(written, late | {file: f"{text}kind: power\n"}, date(2026, 5, 10), "kit+lee")
    mend = "it is forgotten on 2026-07-31, if all that is promised until then is delivered"
    assert (found.outcome, found.mend) == (Outcome.MISSED, mend)


# Of those there are, some must come to count


@settings(max_examples=20)
@given(st.text("QU", min_size=1, max_size=7), st.sampled_from([25, 50, 80, 100]))
def test_referrals_that_are_given_become_qualified(letters: str, percent: int) -> None:
    def given_so(letters: str) -> Files:
        files: Files = {}
        for n, letter in enumerate(letters):
            qualified = {"consent": "05-01", "level": "3"} if letter == "Q" else {}
            files |= gift(f"g{n}", "05-01", "kit", "lee", "referral", **qualified)
        return files

    written, today = f"qualified-share, at_least: {percent}%, over: 13 weeks", date(2026, 5, 12)
    found = after(written, given_so(letters), today)
    said = re.fullmatch(r"consent and a level for (\d+) of the referrals given", found.mend)
    assert bool(said) is (found.outcome is Outcome.MISSED)
    if said:
        number = int(said[1])
        assert after(written, given_so(letters.replace("U", "Q", number)), today).outcome is Outcome.KEPT
        assert after(written, given_so(letters.replace("U", "Q", number - 1)), today).outcome is Outcome.MISSED


def test_a_visitor_who_comes_and_joins_is_one_of_more() -> None:
    visitors = [{"name": f"V{n}", "business": "B", "invited_by": "kit"} for n in range(5)]
    files = meeting("m", "05-01", visitors=visitors)
    written, today = "visitor-conversion, at_least: 20%, over: 13 weeks", date(2026, 5, 12)
    assert after(written, files, today).mend == "1 more of the visitors who joins"
    assert after(written, files | member("v", "05-12", name="V0"), today).outcome is Outcome.KEPT
    another = meeting("n", "05-12", visitors=[{"name": "W", "business": "B", "invited_by": "kit"}])
    assert after(written, files | another | member("w", "05-12", name="W"), today).outcome is Outcome.MISSED


# Limits of what is not counted


def to_each(names: str, on: str, name: str) -> Files:
    """Gifts of Kit's to Lee, Sam, Pat and Ida, by their first letters."""
    people = {"l": "lee", "s": "sam", "p": "pat", "i": "ida"}
    rows = enumerate(names)
    return {f: t for n, one in rows for f, t in gift(f"{name}{n}", on, "kit", people[one], "lead").items()}


FOUR = members("pat", "ida")


@settings(max_examples=40)
@given(st.text("llsspi", min_size=1, max_size=9), st.sampled_from([25, 30, 40, 50, 75]), st.booleans())
def test_gifts_to_whom_got_least(names: str, percent: int, are_all_there: bool) -> None:
    written, today = f"concentration, at_most: {percent}%, over: 13 weeks", date(2026, 5, 12)
    files = to_each(names, "05-01", "old") | (FOUR if are_all_there else member("pat") | member("ida", left="05-10"))
    found = after(written, files, today)
    if found.outcome is not Outcome.MISSED:
        return
    said = re.fullmatch(r"it takes (\d+) gifts?,?(?: each)? to whoever got least", found.mend)
    letters = "lspi" if are_all_there else "lsp"
    if not said:
        assert percent * len(letters) < 100
        return
    evenly = names
    for _ in range(int(said[1])):
        evenly += min(letters, key=evenly.count)
    assert after(written, files | to_each(evenly, "05-01", "old"), today).outcome is not Outcome.MISSED
    assert after(written, files | to_each(evenly[:-1], "05-01", "old"), today).outcome is Outcome.MISSED


@settings(max_examples=30)
@given(
    given_and_received=st.tuples(st.integers(0, 5), st.integers(0, 5)),
    limit=st.sampled_from(["-1/3", "0", "1/5", "1/3", "1/2"]),
    when=st.sampled_from(["over: 13 weeks", "every: quarter"]),
    subject=st.sampled_from(["kit", "kit+lee"]),
    floor=st.booleans(),
)
def test_gifts_that_balance(
    given_and_received: tuple[int, int], limit: str, when: str, subject: str, floor: bool
) -> None:
    """Received for a limit, given for a floor."""
    gave, got = given_and_received
    key, noun = ("at_least", "contributions?") if floor else ("at_most", "contributions? received")
    pairs = ", with: each member" if "+" in subject else ""
    written, today = f"balance, {key}: {limit}, {when}{pairs}", date(2026, 5, 12)
    files = to_each("l" * gave, "04-10", "gave") | from_lee(got, "got")
    found = after(written, files, today, subject)
    said = re.fullmatch(rf"(\d+) more {noun}(?: by [\d-]+)?", found.mend)
    assert bool(said) or found.outcome is not Outcome.MISSED
    for more in (int(said[1]), int(said[1]) - 1) if said else ():
        new = to_each("l" * more, "05-12", "new") if floor else from_lee(more, "new")
        assert judged_next(after(written, files | new, today, subject)).is_met is (more == int(said[1] if said else 0))


def from_lee(number: int, name: str) -> Files:
    """Gifts of Lee's to Kit."""
    return {f: t for n in range(number) for f, t in gift(f"{name}{n}", "04-20", "lee", "kit", "lead").items()}


@pytest.mark.parametrize(
    ("written", "files", "mend"),
    [
        (
            "concentration, at_most: 50%",
            to_each("lls", "05-01", "g") | to_each("p", "05-02", "h"),
            "gift to the same member",
        ),
        ("balance, at_most: 1/3", to_each("ll", "05-01", "g") | from_lee(1, "r"), "contribution"),
    ],
)
def test_the_next_gift_may_be_one_too_many(written: str, files: Files, mend: str) -> None:
    found = after(f"{written}, over: 13 weeks", files | FOUR, date(2026, 5, 12))
    assert (found.outcome, found.mend) == (Outcome.AT_RISK, f"the next {mend} would be one too many")
    one_more = files | FOUR | to_each("l", "05-12", "next")
    assert after(f"{written}, over: 13 weeks", one_more, date(2026, 5, 12)).outcome is Outcome.MISSED
    received = files | FOUR | (from_lee(1, "more") if "balance" in written else to_each("i", "05-12", "next"))
    assert after(f"{written}, over: 13 weeks", received, date(2026, 5, 12)).outcome is Outcome.KEPT


# Meetings that are to come by the settings


def on_thursdays(letters: str, *breaks: str) -> Files:
    """Weekly meetings of a group that meets on Thursdays, but not in breaks, and that lasts through these."""
    pauses = ", ".join(f"{{from: {first}, until: {first}, why: w}}" for first in breaks)
    settings = (
        f"group: S\ntimezone: UTC\ncurrency: USD\nmeets: {{every: week, weekday: thursday}}\nbreaks: [{pauses}]\n"
    )
    days = [on for number in range(1, 60) if str(on := week(number)) not in breaks]
    files = {"refertext.yml": settings}
    for number, letter in enumerate(letters):
        seat = {"P": "present", "A": "absent"}[letter]
        files |= meeting(f"w{number}", str(days[number]), attendance={"kit": seat, "lee": "present"})
    return files


@settings(max_examples=40)
@given(
    letters=st.text("PPPA", min_size=8, max_size=20),
    percent=st.sampled_from([50, 60, 75, 90]),
    when=st.sampled_from(["over: 10 weeks", "over: 3 months", "every: month", "every: quarter"]),
    pause=st.sampled_from(["2026-02-12", "2026-05-07", "2026-06-11"]),
)
def test_meetings_that_are_missed_or_not(letters: str, percent: int, when: str, pause: str) -> None:
    """Whether they are counted until a share is reached, or until it is not any more, at the end of a period too."""
    written = f"attendance, at_least: {percent}%, {when}"
    days = [on for number in range(1, 80) if str(on := week(number)) != pause]
    today = days[len(letters) - 1]
    found = after(written, on_thursdays(letters, pause), today)
    room = re.match(r"room for (\d+) more missed meetings?|the next missed", found.mend)
    takes = re.match(r"it takes (\d+) meetings? in person", found.mend)
    last = judged_next(found).window.last if found.tried and "every" in when else None

    def is_kept(more: str) -> bool:
        letters_ = letters + more
        if last is None:
            then = after(written, on_thursdays(letters_, pause), days[len(letters_) - 1])
        else:  # at the end of the period, to which all others come
            left = sum(today < day <= last for day in days)
            then = after(written, on_thursdays((letters_ + "P" * left)[: len(letters) + left], pause), last)
            assert then.tried is not None
            return then.tried.is_met
        return then.outcome is not Outcome.MISSED

    if room and found.outcome is Outcome.KEPT:
        left = sum(today < day <= last for day in days) if last else 99
        number = int(room[1] or 0)
        assert number <= left
        assert is_kept("A" * number)
        assert number == left or not is_kept("A" * (number + 1))
    elif takes and last is None:
        assert is_kept("P" * int(takes[1]))
        assert not is_kept("P" * (int(takes[1]) - 1))
    elif takes and last:
        assert days[len(letters) - 1 + int(takes[1])] <= last
        assert is_kept("P" * int(takes[1]))
