"""Home: what is due leads to its record, what is counted to more of it; a group that begins is told how."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from making import SETTINGS, html_of, pages_of, sample, site_of

from refertext.reading import read_site
from refertext.site.audience import Audience
from refertext.site.pages.home import Home
from refertext.site.pages.standings import counts
from refertext.site.site import Site

DAY = "2026-03-11"
REPOSITORY = f"{SETTINGS}site: {{repository: https://github.com/owner/repo}}\n"


def _member(name: str) -> str:
    return f"name: {name}\nbusiness: B\nseat: {{category: {name.lower()}}}\njoined: 2025-01-09\nmanager: none\n"


ALONE = {"refertext.yml": REPOSITORY, "members/ann.yml": _member("Ann")}
TWO = ALONE | {"members/bo.yml": _member("Bo")}
MEETING = {
    "meetings/2026/2026-03-05-group.yml": (
        "kind: group\ndate: 2026-03-05\nattendance: {ann: present, bo: present}\n"
        "actions: [{who: ann, what: send the list, due: 2026-03-09}]\n"
    )
}


def _home(site: Site) -> Home:
    view = pages_of(site)["index"].view
    assert isinstance(view, Home)
    return view


def test_what_is_due_leads_to_its_record_and_to_where_it_is_corrected(tmp_path: Path) -> None:
    site = site_of(tmp_path, TWO | MEETING, DAY)
    (task,) = (task for task in _home(site).tasks if "send the list" in task.do)
    assert (task.record, task.days_late) == ("meetings/2026#2026-03-05-group", 2)
    shown = html_of(site, "index")
    assert 'href="meetings/2026.html#2026-03-05-group"' in shown
    assert 'href="https://github.com/owner/repo/edit/main/meetings/2026/2026-03-05-group.yml"' in shown


def test_what_stands_in_the_settings_leads_to_the_seats() -> None:
    (about_the_seat,) = [task for task in _home(sample()).tasks if "Training, in people" in task.do]
    assert about_the_seat.record == "seats"


def test_commitments_are_counted_as_on_their_own_pages() -> None:
    """A mere aim is reached or not yet, on the home page too."""
    site = sample()
    assert {piece.kind: piece.count for piece in _home(site).kept.pieces} == {
        outcome: count for outcome, count in counts(site.verdicts).items() if count
    }
    assert "not yet" in {piece.kind for piece in _home(site).kept.pieces}


def test_counts_lead_to_agreements_and_findings() -> None:
    shown = html_of(sample(), "index")
    kept = next(piece.count for piece in _home(sample()).kept.pieces if piece.kind == "kept")
    assert f'<a href="agreements.html"><strong>{kept}</strong> kept</a>' in shown
    found = _home(sample()).findings
    assert list(found) == ["warning", "note"]
    said = f"{found['warning']} warnings and {found['note']} note{'s' if found['note'] != 1 else ''}"
    assert f'<a href="findings.html">{said}</a>' in shown


def test_the_public_learns_of_no_findings() -> None:
    assert _home(sample(Audience.PUBLIC)).findings == {}
    assert "findings" not in html_of(sample(Audience.PUBLIC), "index")


def test_who_is_alone_is_told_what_comes_first(tmp_path: Path) -> None:
    view = _home(site_of(tmp_path, ALONE, DAY))
    assert [one.do for one in view.first_steps] == [
        "Add the members",
        "Record the first meeting",
        "Agree on a first ground rule",
        "Give the first referral",
    ]
    assert view.tiles == ()
    asked = parse_qs(urlsplit(view.first_steps[1].address).query)
    assert asked["filename"] == ["meetings/2026/2026-03-11-group.md"]
    assert "  ann: present\n" in asked["value"][0]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_a_first_step_begins_is_a_file_that_can_be_read(number: int, tmp_path: Path) -> None:
    site = site_of(tmp_path, ALONE, DAY)
    asked = parse_qs(urlsplit(_home(site).first_steps[number].address).query)
    target = tmp_path / asked["filename"][0]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(asked["value"][0], encoding="utf-8")
    again = read_site(tmp_path, Audience.MEMBERS, site.day)
    assert not {folder: ids for folder, ids in again.group.unread.items() if ids}
    assert _home(site).first_steps[number].do not in [one.do for one in _home(again).first_steps]


def test_a_group_that_has_begun_needs_no_first_steps(tmp_path: Path) -> None:
    assert _home(site_of(tmp_path, TWO, DAY)).first_steps[0].do == "Record the first meeting"
    assert _home(site_of(tmp_path, TWO | MEETING, DAY)).first_steps == ()
    assert _home(sample()).first_steps == ()


def test_visitors_of_two_who_have_not_met_see_no_first_steps(tmp_path: Path) -> None:
    assert _home(site_of(tmp_path, TWO, DAY, Audience.PUBLIC)).first_steps == ()


def test_without_a_forge_first_steps_are_words(tmp_path: Path) -> None:
    files = ALONE | {"refertext.yml": SETTINGS}
    assert [one.address for one in _home(site_of(tmp_path, files, DAY)).first_steps] == [""] * 4
    assert "Nothing is late" not in html_of(site_of(tmp_path, files, DAY), "index")


@pytest.mark.parametrize(("since", "wanted"), [("2026-03-11", ("Payroll", "Training")), ("2026-03-12", ("Payroll",))])
def test_seats_are_wanted_from_the_day_that_is_said(tmp_path: Path, since: str, wanted: tuple[str, ...]) -> None:
    seats = f"seats: [{{category: payroll, status: wanted}}, {{category: training, status: wanted, since: {since}}}]\n"
    texts = ALONE | {"refertext.yml": f"{REPOSITORY}categories: {{payroll: , training: , ann: }}\n{seats}"}
    assert _home(site_of(tmp_path, texts, DAY, Audience.PUBLIC)).wanted == wanted
