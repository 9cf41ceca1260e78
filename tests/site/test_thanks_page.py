"""Thanks: the wall, and who is still to be thanked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from making import html_of, pages_of, site_of

from refertext.site.pages.thanks import Thanks

MEMBER = "name: {name}\nbusiness: Firm\nseat: {{category: people/{id}}}\njoined: 2025-01-01\n"
THANKED = """\
kind: lead
date: 2026-01-06
from: "outside: <b>a client</b>"
to: brian
about: A mill
useful: yes
thanked: {date: 2026-02-01, where: meeting, words: "Saved <i>us</i> {{ 7 * 7 }}"}
"""
LATER = "kind: lead\ndate: 2026-02-02\nfrom: kit\nto: brian\nabout: A smith\nthanked: {date: 2026-03-20, words: Soon}\n"
WON = """\
kind: lead
date: 2026-02-03
from: kit
to: brian
about: A dyer
history: [{date: 2026-02-20, status: won, by: brian}]
"""
FILES = {
    "members/kit.yml": MEMBER.format(name="Kit Larsen", id="kit"),
    "members/brian.yml": MEMBER.format(name="Brian Cho", id="brian"),
    "referrals/2026/a.yml": THANKED,
    "referrals/2026/b.yml": LATER,
    "referrals/2026/c.yml": WON,
}


def _view(folder: Path) -> Thanks:
    view = pages_of(site_of(folder, FILES, "2026-03-11"))["thanks"].view
    assert isinstance(view, Thanks)
    return view


def test_the_wall_has_words_giver_receiver_and_day(tmp_path: Path) -> None:
    [note] = _view(tmp_path).notes
    assert (note.giver.name, [one.name for one in note.by]) == ("<b>a client</b>", ["Brian Cho"])
    assert (note.day, note.where, note.to) == (date(2026, 2, 1), "meeting", "referrals/2026#a")


def test_who_is_still_to_be_thanked(tmp_path: Path) -> None:
    [one] = _view(tmp_path).unsaid
    assert ([who.id for who in one.by], one.giver.id, one.was_won) == (["brian"], "kit", True)
    assert (one.since, one.due, one.days_late) == (date(2026, 2, 20), date(2026, 3, 6), 5)


def test_words_are_shown_as_text(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, "2026-03-11"), "thanks")
    assert "Saved &lt;i&gt;us&lt;/i&gt; {{ 7 * 7 }}" in shown
    assert "&lt;b&gt;a client" in shown
    assert "Soon" not in shown


def test_an_empty_wall_invites(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"members/kit.yml": FILES["members/kit.yml"]}, "2026-03-11")
    assert "The wall is still empty" in html_of(site, "thanks")
