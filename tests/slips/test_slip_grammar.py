"""The grammar: what hurried people type, and what is said where it can mean several things, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.records.numbers import Money
from refertext.slips import Fault, read_slip
from refertext.slips.kinds import EXAMPLES
from refertext.slips.piece import Piece
from refertext.slips.slip import Gift


def said(value: Any) -> Any:
    """A slip without columns: its kind, and what of it is there."""
    if isinstance(value, Piece):
        return value.text
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}" if value.currency else str(value.amount)
    if hasattr(value, "_asdict"):
        there = {name: said(one) for name, one in value._asdict().items() if name != "remarks"}
        return {name: one for name, one in there.items() if one not in (None, False, "", [])}
    if isinstance(value, tuple):
        return [said(one) for one in value]
    return value


LATE = {"status": "late", "members": ["Ida"]}
TOLD = {"status": "absent", "members": ["Lee"], "told": "03-04"}
REST = {"status": "present", "everyone": True}
SUB = {"member": "Jo", "person": "Pat Roe", "more": ["Roe Roofing"]}
DANA = {"person": "Dana Wolfe", "more": ["Wolfe Training"], "by": "Kit"}
LEAD = {"kind": "lead", "giver": "Kit", "receiver": "Brian", "about": "Acme"}
WON = {"by": "Brian", "other": "Kit", "words": "Delta", "outcome": {"status": "won", "value": "12500"}}
THANKS = {**WON, "words": "Delta signed", "thanks": True}
TALK = {"members": ["Kit", "Dee"], "day": "03-02"}
ASK = {"kind": "ask", "by": "Lee", "other": "Kit", "tag": "7f3a", "words": "may I use your name?"}
TASK = {"member": "Kit", "what": "send the case study", "due": "03-12"}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("- late Ida", LATE), ("late Ida", LATE), ("* LATE   Ida.", LATE), ("• Late: Ida", LATE), ("-late Ida", LATE),
        ("1. late Ida", LATE), ("- [x] late Ida", LATE), ("> - late Ida", LATE), ("- **late** Ida", LATE),
        ("- late Ida: the bridge was up", LATE), ("- late Ida - the bridge", LATE), ("- late Ida (the bridge)", LATE),
        ("- late Ida <!-- said by Kit -->", LATE), ("\t– late Ida,", LATE),
        ("late Ida, Kit and Dee", {"status": "late", "members": ["Ida", "Kit", "Dee"]}),
        ("late Ida & Kit", {"status": "late", "members": ["Ida", "Kit"]}),
        ("- absent Lee, told 03-04", TOLD), ("absent Lee (told 03-04)", TOLD), ("absent Lee; told on 03-04.", TOLD),
        ("missing Lee told us 03-04", TOLD), ("no-show Lee", {"status": "absent", "members": ["Lee"]}),
        ("absent Lee, told March 4th", {**TOLD, "told": "March 4th"}),
        ("absent Lee, told yesterday", {**TOLD, "told": "yesterday"}),
        ("excused Lee", {"status": "excused", "members": ["Lee"]}),
        ("apologies Lee", {"status": "excused", "members": ["Lee"]}),
        ("present everyone else", REST), ("present: the others", REST), ("here all", REST), ("present everybody", REST),
        ("present the rest.", REST), ("present Kit", {"status": "present", "members": ["Kit"]}),
        ("- substitute Jo: Pat Roe, Roe Roofing", SUB), ("sub Jo: Pat Roe (Roe Roofing)", SUB),
        ("substitute Pat Roe for Jo", {"member": "Jo", "person": "Pat Roe"}),
        ("substitute Jo - Pat Roe, Roe Roofing", SUB),
        ("substitute Jo: Pat Roe, Roe Roofing, trades/roofing", {**SUB, "more": ["Roe Roofing", "trades/roofing"]}),
        ("- visitor Dana Wolfe, Wolfe Training, by Kit", DANA), ("guest Dana Wolfe (Wolfe Training), by Kit.", DANA),
        ("visitor Dana Wolfe, Wolfe Training by Kit", DANA),
        ("visitor: Dana Wolfe: Wolfe Training invited by Kit", DANA),
        ("visitor Dana Wolfe, Wolfe Training, guest of Kit", DANA),
        ("visitor Ana Paz, Bread by Ana, by Kit", {"person": "Ana Paz", "more": ["Bread by Ana"], "by": "Kit"}),
        ("visitor Dana Wolfe", {"person": "Dana Wolfe"}),
        ("- lead Kit: River bakery", {"kind": "lead", "giver": "Kit", "about": "River bakery"}),
        ("lead Kit > everyone: River bakery", {"kind": "lead", "giver": "Kit", "about": "River bakery"}),
        ("- lead Kit > Brian: Acme", LEAD), ("lead Kit -> Brian: Acme", LEAD), ("lead Kit → Brian: Acme", LEAD),
        ("LEAD  Kit>Brian :Acme", LEAD), ("lead Kit => Brian: Acme", LEAD), ("lead Kit &gt; Brian: Acme", LEAD),
        ("lead from Kit to Brian: Acme", LEAD), ("lead: Kit > Brian: Acme", LEAD), ("lead Kit > Brian – Acme", LEAD),
        ("lead Kit » Brian： Acme", LEAD), ("lead To > And: Acme", {**LEAD, "giver": "To", "receiver": "And"}),
        ("lead Kit > Brian: a > b: c", {**LEAD, "about": "a > b: c"}),
        ("intro Kit > Brian: Acme; level 3", {**LEAD, "kind": "introduction", "level": 3}),
        ("referral Kit > Brian: Acme; phone 03-04; level 4",
         {**LEAD, "kind": "referral", "consent": {"day": "03-04", "how": "phone"}, "level": 4}),
        ("referral Kit > Brian: Acme; level: 4; agreed by phone on 03-04.",
         {**LEAD, "kind": "referral", "consent": {"day": "03-04", "how": "phone"}, "level": 4}),
        ("referral Kit > Brian: Acme; yes 03-04", {**LEAD, "kind": "referral", "consent": {"day": "03-04"}}),
        ("referral Kit > Brian: Acme; 2026-03-04", {**LEAD, "kind": "referral", "consent": {"day": "2026-03-04"}}),
        ("lead Kit > Brian: Acme; inside; ", {**LEAD, "tier": "inside"}),
        ("lead Kit > Brian: Acme; spin-off #7f3a", {**LEAD, "tier": "spin-off", "parent": "7f3a"}),
        ("- thanks Brian > Kit: Delta signed; won 12500", THANKS),
        ("thank you Brian > Kit: Delta signed, won 12500", THANKS),
        ("thanks Brian to Kit: Delta signed; 12500", THANKS), ("thanks Brian > Kit: Delta signed; won: 12500.", THANKS),
        ("thanks Brian > Kit", {"by": "Brian", "other": "Kit", "thanks": True}),
        ("thanks Brian > Kit #7f3a won 12500",
         {"by": "Brian", "other": "Kit", "tag": "7f3a", "thanks": True, "outcome": WON["outcome"]}),
        ("thanks Brian #7f3a: Delta", {"by": "Brian", "tag": "7f3a", "words": "Delta", "thanks": True}),
        ("won Brian > Kit: Delta; 12500", WON), ("won Brian > Kit: Delta; won 12500", WON),
        ("won Brian > Kit: Delta; value 12500", WON),
        ("won Brian > Kit: Delta; 1200 eur", {**WON, "outcome": {"status": "won", "value": "1200 EUR"}}),
        ("won Brian > Kit #7f3a: 12500",
         {"by": "Brian", "other": "Kit", "tag": "7f3a", "outcome": {"status": "won", "value": "12500"}}),
        ("not a fit Brian > Kit: Delta", {**WON, "outcome": {"status": "not-a-fit"}}),
        ("contacted Brian > Kit: Delta; 03-03", {**WON, "outcome": {"status": "contacted", "day": "03-03"}}),
        ("returned Brian > Kit: Delta; too small", {**WON, "outcome": {"status": "returned", "note": "too small"}}),
        ("- one-to-one Kit + Dee 03-02", TALK), ("1-2-1 Kit and Dee 03-02.", TALK), ("1:1 Kit & Dee, 03-02", TALK),
        ("121 Kit/Dee 03-02", TALK), ("One to One: Kit with Dee on 03-02", TALK), ("one-on-one 03-02 Kit, Dee", TALK),
        ("1‑2‑1 Kit > Dee (03-02)", TALK), ("1-1 Kit + Dee 03-02: talked", {**TALK, "words": "talked"}),
        ("- ask Lee > Kit #7f3a: may I use your name?", ASK), ("ask Lee > Kit #7f3a may I use your name?", ASK),
        ("question Lee > Kit: may I use your name? #7f3a", ASK),
        ("answer Kit > Lee #7f3a: yes; go on",
         {**ASK, "kind": "answer", "by": "Kit", "other": "Lee", "words": "yes; go on"}),
        ("presented Kit", {"members": ["Kit"]}), ("presentation: Kit and Dee", {"members": ["Kit", "Dee"]}),
        ("- action Kit: send the case study; by 03-12", TASK), ("to-do Kit - send the case study, due 03-12.", TASK),
        ("todo Kit: send the case study", {"member": "Kit", "what": "send the case study"}),
        ("next 03-12", {"day": "03-12"}), ("next meeting: on 03-12.", {"day": "03-12"}),
        ("next presenter Brian", {"presenter": "Brian"}), ("next Brian", {"presenter": "Brian"}),
        ("excused Lee: a graduation; told 03-04", {**TOLD, "status": "excused"}),
        ("thx Brian > Kit: Delta signed; 12500", THANKS), ("ref Kit > Brian: Acme", {**LEAD, "kind": "referral"}),
        ("referal Kit > Brian: Acme", {**LEAD, "kind": "referral"}),
        ("lead Kit > Brian: Acme; lvl 3", {**LEAD, "level": 3}),
        ("lead Kit > Brian: Acme; they agreed 03-04", {**LEAD, "consent": {"day": "03-04"}}),
        ("visitors Dana Wolfe", {"person": "Dana Wolfe"}), ("everyone else present", REST), ("All present.", REST),
        ("everybody was here", REST), ("Ida late", LATE), ("Ida was late.", LATE), ("Ida is late - the bus", LATE),
        ("Lee no-show, told 03-04", TOLD), ("Lee missing (told 03-04)", TOLD),
        ("Lee came", {"status": "present", "members": ["Lee"]}), ("Ida came late", LATE),
        ("Lee absent, told 03-04", TOLD), ("late Ida/Kit", {"status": "late", "members": ["Ida", "Kit"]}),
        ("lead Kit ➡️ Brian: Acme", LEAD), ("lead Kit ➡ Brian: Acme", LEAD), ("lead Kit ⟶ Brian: Acme", LEAD),
        ("lead Kit >> Brian: Acme", LEAD), ("lead from Kit for Brian: Acme", LEAD),
        ("substitute for Jo: Pat Roe, Roe Roofing", SUB), ("visitor Dana Wolfe - Wolfe Training - by: Kit", DANA),
        ("visitor Dana Wolfe, Wolfe Training, invited by: Kit", DANA),
        ("visitor Dana Wolfe from Wolfe Training, by Kit", DANA),
        ("visitor Dana Wolfe, Smith and Sons", {"person": "Dana Wolfe", "more": ["Smith and Sons"]}),
        ("thanks Brian > Kit: Delta since 2024",
         {"by": "Brian", "other": "Kit", "words": "Delta since 2024", "thanks": True}),
        ("thanks Brian > Kit: Delta in 2 weeks",
         {"by": "Brian", "other": "Kit", "words": "Delta in 2 weeks", "thanks": True}),
        ("lead Kit > Brian: Acme; on 03-04", {**LEAD, "consent": {"day": "03-04"}}),
        ("met Brian > Kit #7f3a: March 4",
         {"by": "Brian", "other": "Kit", "tag": "7f3a", "outcome": {"status": "met", "day": "March 4"}}),
        ("won Brian > Kit #7f3a: 03-04",
         {"by": "Brian", "other": "Kit", "tag": "7f3a", "outcome": {"status": "won", "day": "03-04"}}),
        ("stalled Brian > Kit: Delta; they decide 03-20; 03-04",
         {**WON, "outcome": {"status": "stalled", "note": "they decide 03-20", "day": "03-04"}}),
        ("thanks Brian > Kit: 2024 was the year of Delta",
         {"by": "Brian", "other": "Kit", "words": "2024 was the year of Delta", "thanks": True}),
        ("thanks Brian > Kit: Delta of 2024 signed in 2025",
         {"by": "Brian", "other": "Kit", "words": "Delta of 2024 signed in 2025", "thanks": True}),
        ("thanks Brian > Kit: Delta with 300 drivers",
         {"by": "Brian", "other": "Kit", "words": "Delta with 300 drivers", "thanks": True}),
        ("substitute Jo: Pat Roe - Roe Roofing", SUB), ("substitute Jo: Pat Roe from Roe Roofing", SUB),
        ("substitute Pat Roe from Roe Roofing for Jo", SUB),
        ("won Brian > Kit: Delta; 12500; paid in 2 parts",
         {**WON, "outcome": {"status": "won", "value": "12500", "note": "paid in 2 parts"}}),
    ],
)  # fmt: skip
def test_what_a_line_says(line: str, meant: dict[str, Any]) -> None:
    assert said(read_slip(line)) == meant


@pytest.mark.parametrize(
    ("line", "fault", "mend", "marked"),
    [
        ("- leed Kit: Acme", "“leed” is no kind of slip", "begin with the kind, as in “lead Kit: River", "leed"),
        ("Brian thanked Kit for it", "“Brian” is no kind of slip", "as in “thanks Brian > Kit: Delta", "Brian"),
        ("We had breakfast.", "“We” is no kind of slip", "what is no slip belongs above the log", "We"),
        ("- late", "“late” says nothing of anybody", "as in “late Ida”", "late"),
        ("- late (the bridge)", "Nobody is named here", "as in “late Ida”", "(the bridge)"),
        ("late everyone", "“everyone” can only be said of who was present", "one name a line", "everyone"),
        ("late Ida, told 03-04", "Only an absence is told before, and this says late", "leave told", "Ida, told 03-04"),
        ("absent Lee, told", "The day is missing on which it was told", "told 03-04", "Lee, told"),
        ("substitute Jo", "A substitute comes in a member's place", "substitute Jo: Pat Roe", "Jo"),
        ("visitor by Kit", "The visitor has no name", "visitor Dana Wolfe", "by Kit"),
        ("lead Kit > Brian", "It is missing what this lead is about", "Brian: what it is about”", "Kit > Brian"),
        ("referral Kit: Acme", "Nobody is named who gets this referral", "referral Kit > Brian", "Kit"),
        ("lead Kit > Brian > Dee: Acme", "More than two names stand in a row", "one line", "Kit > Brian > Dee"),
        ("lead Kit > Brian, Dee: Acme", "“Brian, Dee” are several names", "one line for each", "Brian, Dee"),
        ("lead > Brian: Acme", "A name is missing beside the >", "NAME > NAME", "> Brian"),
        ("referral Kit > Brian: Acme; phone 3/4", "“3/4” is no day", "each: 03-04 or 04-03", "3/4"),
        ("referral Kit > Brian: Acme; phone", "“phone” after the semicolon cannot be", "as in phone 03-04", "phone"),
        ("lead Kit > Brian: Acme; level 9", "“9” is not a level", "a level from 1", "9"),
        ("lead Kit > Brian: Acme; spin-off", "A spin-off comes from another", "spin-off #7f3a", "spin-off"),
        ("thanks Brian > Kit: Delta; won 12,500", "“12,500” is not an amount", "write 12500, without", "12,500"),
        ("won Brian > Kit: Delta; $12500", "“$12500” is not an amount", "write 12500", "$12500"),
        ("won Brian > Kit: Delta; 12.5k", "“12.5k” is not an amount", "digits only", "12.5k"),
        ("won Brian > Kit: Delta 12500", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("lost Brian > Kit: Delta; 12500", "“12500” looks like an amount", "won and the amount", "12500"),
        ("thanks Brian > Kit: Delta; a lot", "“a lot” after the semicolon cannot be", "won 12500", "a lot"),
        ("thanks Brian: Delta", "One of the two names is missing", "thanks Brian > Kit", "Brian"),
        ("met Kit and Dee 03-02", "Two who met have a one-to-one", "one-to-one Kit + Dee", "Kit and Dee 03-02"),
        ("one-to-one Kit + Dee", "The day on which the two met is missing", "one-to-one Kit + Dee 03-02", "Kit + Dee"),
        ("one-to-one Kit + Dee 3/2", "“3/2” is no day", ": 03-02 or 02-03", "3/2"),
        ("one-to-one Kit, Dee, Lee 03-02", "A one-to-one is between two", "one line", "Kit, Dee, Lee 03-02"),
        ("ask Lee > Kit #7f3a", "The question itself is missing", "may I use your name?", "Lee > Kit #7f3a"),
        ("action Kit", "It is missing who does what", "action Kit: send", "Kit"),
        ("action Kit: call by 3/12", "“3/12” is no day", ": 03-12 or 12-03", "3/12"),
        ("- late Ida <!-- not yet:", "A remark is opened here, and not closed", "<!-- … -->", "<!--"),
        ("thanks Brian > Kit: Delta won 12500", "“12500” may be what it is about", "only: “; 12500”", "12500"),
        ("thanks Brian > Kit: Delta 12500", "“12500” may be what it is about", "semicolon", "12500"),
        ("thanks Brian > Kit: they paid $12k", "“$12k” may be what", "only: “; 12000”", "$12k"),
        ("thanks Brian > Kit: the €900 job", "“€900” may be what", "only: “; 900”", "€900"),
        ("thanks Brian > Kit: Delta 1.2k", "“1.2k” may be what", "in digits only", "1.2k"),
        ("won Brian > Kit: Delta; about 12500", "“12500” may be what was won, or a note", "“; 12500”", "12500"),
        ("won Brian > Kit: Delta; 12500 a year", "“12500” may be what was won, or a note", "“; 12500”", "12500"),
        ("won Brian > Kit: Delta; 12500/yr", "“12500” may be what was won, or a note", "“; 12500”", "12500"),
        ("won Brian > Kit: Delta; 12500; 9000", "This line says two amounts", "the one", "9000"),
        ("met Brian > Kit: Delta; 03-03; 03-02", "This line says two days", "the one", "03-02"),
        ("lead Kit > Brian: Acme; level 3; level 4", "This line says two levels", "the one", "level 4"),
        ("lead Kit > Brian: Acme; inside; outside", "This line says two tiers", "the one", "outside"),
        ("lead Kit > Brian: Acme; inside; spin-off #7f3a", "This line says two tiers", "the one", "spin-off #7f3a"),
        ("referral Kit > Brian: Acme; phone 03-04; mail 03-03", "This line says two days on", "the one", "mail 03-03"),
        ("introduction Kit & Lee > Brian: Acme", "“Kit & Lee” are several names", "one line for each", "Kit & Lee"),
        ("substitute Jo for Lee for Kit", "Several members are named in whose", "one line", "Jo for Lee for Kit"),
        ("visitors Dana, Priya", "Several visitors may stand in this line", "one line for each", "Dana, Priya"),
        ("visitor Dana and Priya", "Several visitors may stand in this line", "one line for each", "Dana and Priya"),
        ("Great meeting today!", "“Great” is no kind of slip", "belongs above the log", "Great"),
        ("called Brian > Kit", "“called” is no kind of slip", "as in “contacted Brian > Kit #7f3a”", "called"),
        ("away Lee", "“away” is no kind of slip", "as in “absent Lee, told 03-04”; what is no slip", "away"),
        ("- sorry Lee Ortiz", "“sorry” is no kind of slip", "as in “excused Lee”; what is no slip", "sorry"),
        ("- there Lee, Kit", "“there” is no kind of slip", "as in “present everyone else”; what is no", "there"),
        ("Lee away", "“Lee” is no kind of slip", "as in “absent Lee, told 03-04”; what is no slip", "Lee"),
        ("on time: Lee", "“on” is no kind of slip", "as in “present everyone else”; what is no", "on"),
        ("stand-in Jo: Pat", "“stand-in” is no kind of slip", "as in “substitute Jo: Pat Roe", "stand-in"),
        ("We looked at the books together and went away", "“We” is no kind of slip", "begin with what it is", "We"),
        ("all present except Ida", "“all” is no kind of slip", "as in “present everyone else”", "all"),
        ("present all except Ida", "Of whom this is not said", "present everyone else", "all except Ida"),
        ("lead Kit - Brian: Acme", "“Kit - Brian” may be several names", "Kit > Brian", "Kit - Brian"),
        ("lead Kit/Brian: Acme", "“Kit/Brian” may be several names", "Kit > Brian", "Kit/Brian"),
        ("Kit -> Brian: Acme", "It is not said whether", "“lead Kit -> Brian: Acme”", "Kit -> Brian"),
        ("next: thursday 3rd dec", "“thursday 3rd dec” is no day, and no name", "next 03-12", "thursday 3rd dec"),
        ("next 03-12 at 8", "“03-12 at 8” is no day, and no name", "next presenter Brian", "03-12 at 8"),
        ("next week: Tom presents", "“week: Tom presents” is no day", "next 03-12", "week: Tom presents"),
        ("lead Kit > Brian a café in Nampa", "The colon is missing", "“lead Kit > Brian: a café in Nampa”",
         "Kit > Brian a café in Nampa"),
        ("lead: River bakery opens", "It is missing who gives this lead", "lead Kit: River", "River bakery opens"),
        ("met Brian > Kit: haulier on 03-04", "“03-04” may be the day of this step", "“; 03-04”", "03-04"),
        ("met Brian > Kit: haulier (03-04)", "“03-04” may be the day of this step", "“; 03-04”", "03-04"),
        ("met Brian > Kit: haulier yesterday", "“yesterday” may be the day of this step", "“; yesterday”", "yesterday"),
        ("won Brian > Kit: Delta on March 4; 12500", "“March 4” may be the day of this step", "“; March 4”", "March 4"),
        ("contacted Brian > Kit: haulier; 03-04 by phone", "“03-04” may be the day of this step", "“; 03-04”", "03-04"),
        ("stalled Brian > Kit #7f3a: they decide 03-04", "“03-04” may be the day of this step", "“; 03-04”", "03-04"),
        ("met Brian > Kit: haulier (3/4)", "“3/4” is no day", "03-04 or 04-03", "3/4"),
        ("met Brian > Kit: haulier; 3/4", "“3/4” is no day", "03-04 or 04-03", "3/4"),
        ("met Brian > Kit #7f3a: 3/4", "“3/4” is no day", "03-04 or 04-03", "3/4"),
        ("met Brian > Kit #7f3a 03-04: haulier", "“03-04” stands between the tag and", "after the colon", "03-04"),
        ("thanks Brian > Kit: haulier 12500 dollars", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("thanks Brian > Kit: haulier 12,500 a year", "“12,500” may be what it is about", "“; 12500”", "12,500"),
        ("thanks Brian > Kit: haulier paid 12500 today", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("thanks Brian > Kit: 12500 from the haulier", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("thanks Brian > Kit: haulier 5 000", "“5 000” may be what it is about", "“; 5000”", "5 000"),
        ("thanks Brian > Kit: Delta 12'500.- paid", "“12'500” may be what it is about", "“; 12500”", "12'500"),
        ("thanks Brian > Kit: haulier 5 000 paid", "“5 000” may be what it is about", "“; 5000”", "5 000"),
        ("thanks Brian > Kit: haulier USD 900 at once", "“USD 900” may be what it is", "“; 900 USD”", "USD 900"),
        ("thanks Brian > Kit: a job of 2000 dollars", "“2000” may be what it is about", "“; 2000”", "2000"),
        ("thanks Brian > Kit: a job of 2000 a year", "“2000” may be what it is about", "“; 2000”", "2000"),
        ("thanks Brian > Kit: haulier 900 usd at once", "“900 usd” may be what it is about", "“; 900 USD”", "900 usd"),
        ("thanks Brian > Kit: it signed for 12500 with us", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("thanks Brian > Kit: haulier 12500!", "“12500” may be what it is about", "“; 12500”", "12500"),
        ("won Brian > Kit: Delta; about 5 000", "“5 000” may be what was won", "“; 5000”", "5 000"),
        ("thanks Brian > Kit: haulier, won", "“won” may be what came of it", "“; won”", "won"),
        ("thanks Brian > Kit: haulier won!", "“won” may be what came of it", "“; won 12500”", "won"),
        ("lead Kit: " + "x" * 2000, "This slip is 2,010 characters long", "shorter", ""),
    ],
)  # fmt: skip
def test_what_is_said_of_a_line_that_is_unclear(line: str, fault: str, mend: str, marked: str) -> None:
    found = read_slip(line)
    assert isinstance(found, Fault), found
    assert found.said.startswith(fault)
    assert mend in found.mend
    assert line[found.start : found.end] == marked


@pytest.mark.parametrize(
    ("fact", "how"),
    [
        ("in person 03-04", "in person"), ("by e-mail 03-04", "e-mail"), ("(phone, 03-04)", "phone"),
        ("phone, they agreed 03-04", "phone"), ("said yes over lunch on 03-04", "over lunch"),
        ("video call 03-04", "video call"), ("letter 03-04", "letter"), ("a text message 03-04", "a text message"),
        ("at the meeting on the 03-04", "at the meeting"), ("(in person) 03-04", "in person"), ("on 03-04", None),
        ("Phone 03-04.", "Phone"), ("call, mail 03-04", "call, mail"), ("visit 03-04", "visit"), ("ok 03-04", None),
    ],
)  # fmt: skip
def test_how_they_said_yes(fact: str, how: str | None) -> None:
    slip = read_slip(f"lead Kit > Brian: Acme; {fact}")
    assert isinstance(slip, Gift)
    assert slip.consent
    assert (slip.consent.day.text, slip.consent.how) == ("03-04", how)


@pytest.mark.parametrize(
    "words",
    [
        "no", "said no", "not yet asked", "call before", "call by", "opens", "they decide", "not agreed", "yes or no",
        "over", "agreed to decide by", "never said yes", "phone, no answer", "yes?", "level 4",
    ],
)  # fmt: skip
@pytest.mark.parametrize("written", ["03-04", "March 4"])
def test_what_is_no_consent(words: str, written: str) -> None:
    line = f"lead Kit > Brian: Acme; {words} {written}"
    found = read_slip(line)
    assert isinstance(found, Fault)
    assert found.said == "It is not said that they agreed"
    assert found.mend.startswith(f"write phone {written}, ")
    assert line[found.start : found.end] == f"{words} {written}"


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_example_that_faults_show_is_understood(kind: str) -> None:
    assert not isinstance(read_slip(EXAMPLES[kind]), Fault)


@given(
    st.text(max_size=80),
    st.sampled_from([*EXAMPLES, ""]),
    st.sampled_from([": ", " > ", " ; ", " #", " + ", " 03-04 ", " "]),
)
def test_no_line_raises(text: str, kind: str, between: str) -> None:
    line = f"{kind}{between}{text}"
    found = read_slip(line)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.end <= len(line)
        assert found.said
        assert found.mend


@given(st.text(alphabet="Kit >:;#,+-–0123456789.()womn by told", max_size=60), st.sampled_from(sorted(EXAMPLES)))
def test_faults_stand_within_the_line(text: str, kind: str) -> None:
    line = f"- {kind} {text}"
    found = read_slip(line)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.end <= len(line)
