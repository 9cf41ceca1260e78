"""`refertext fit`: whom it is about, what it shows.

`python tests/cli/test_fit_command.py` writes the golden files anew; read them aloud before they are kept.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE
from refertext.cli import refertext

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = HERE.parent
DANA = """---
name: Dana Wolfe
business: Wolfe Training
seat:
  category: people/training
  services: [payroll, coaching]
  clients: [employers]
  territory: [Nampa]
introduced_by: "outside: a friend of Kit"
path:
  - date: 2025-12-09
    how: conversation
    by: lee-ortiz
    outcome: go on
  - date: 2026-01-02
    how: lunch
    by: kit-larsen
earlier:
  - joined: 2023-01-05
    left: 2025-10-31
fit: {similar_clients: yes, nearby: no, channel: unsure, volume: yes, committed: yes}
ideal_client: {industries: [logistics, food]}
---
"""
EVE = """---
name: Eve Moor
business: Moor
seat:
  category: people/payroll
  services: [direct hire]
  clients: [employers]
  territory: [Meridian]
  consents: [{by: kit-larsen, date: 2026-01-05, scope: Nampa only, until: 2026-03-01}]
path: [{date: 2026-03-05, how: vote, by: lee-ortiz, outcome: unanimous}]
---
"""
FAY = """---
name: Fay Park
business: Park
joined: 2025-06-01
seat:
  category: people
  services: [coaching]
  clients: [families]
  territory: [Boise]
  consents: [{by: lee-ortiz, date: 2025-05-30, scope: coaching}]
---
"""
HAL = """---
name: Hal Ross
business: Ross
seat: {category: people/staffing, services: [contract staffing], clients: [employers], territory: [Boise]}
introduced_by: lee-ortiz
path: [{date: 2026-03-05, how: visit, by: lee-ortiz}]
fit: {similar_clients: yes, similar_values: yes, nearby: yes, channel: yes, volume: yes, committed: yes}
---
"""
SETTINGS = """cooling_off: 6 months
seats:
  - category: people/training
    status: reserved
    for: fay-park
    until: 2026-06-30
    why: she asked first
  - category: people/training
    status: wanted
    why: everybody asks
searches: [{by: lee-ortiz, for: people/training, conversations: 4, found: dana-wolfe}]
waivers: [{rule: seat-over-branch, file: members/fay-park.md, why: voted 3 to 1, until: 2026-12-31}]
"""


def grown(folder: Path) -> Path:
    """The cast, with a difficult candidate, one whose vote has been, and a rival, in a folder."""
    group = Path(shutil.copytree(CAST, folder / "group"))
    (group / "members/dana-wolfe.md").write_text(DANA)
    (group / "members/eve-moor.md").write_text(EVE)
    (group / "members/fay-park.md").write_text(FAY)
    (group / "members/hal-ross.md").write_text(HAL)
    (group / "members/gus-hart.md").write_text("---\nname: Gus Hart\nbusiness: Hart\n---\n")
    settings = group / "refertext.yml"
    settings.write_text(settings.read_text() + SETTINGS)
    return group


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return grown(tmp_path)


def fit(group: Path, *arguments: str, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(refertext, ["fit", *arguments, "--group", str(group)])


GOLDENS = {
    "fit-dana-80.txt": ("dana-wolfe", 80),
    "fit-dana-120.txt": ("dana-wolfe", 120),
    "fit-eve.txt": ("eve-moor", 80),
    "fit-gus.txt": ("gus-hart", 80),
    "fit-hal.txt": ("hal-ross", 80),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_whole_outputs(group: Path, name: str) -> None:
    candidate, columns = GOLDENS[name]
    result = fit(group, candidate, columns=columns)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / name).read_text(encoding="utf-8")
    assert max(map(len, result.stdout.splitlines())) <= columns


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_it_fits_the_paper(group: Path, width: int) -> None:
    shown = fit(group, "dana", columns=width).stdout
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dana-wolf-e"], "There is no member “dana-wolf-e”. Did you mean dana-wolfe?"),
        (["xyzzy"], "There is no member “xyzzy”"),
        (["kit"], "Kit Larsen has been a member since 2025-01-09, and this is about candidates."),
        (["kit"], "--as-of 2025-01-08 looks back to before they joined"),
        (["fay", "--as-of", "2026-03-11"], "member since 2025-06-01"),
        ([], "Missing argument 'CANDIDATE'"),
    ],
)
def test_wrong_requests(group: Path, arguments: list[str], said: str) -> None:
    result = fit(group, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_who_left_is_no_candidate(group: Path) -> None:
    file = group / "members/fay-park.md"
    file.write_text(file.read_text().replace("joined: 2025-06-01", "joined: 2025-06-01\nleft: {date: 2026-03-01}"))
    result = fit(group, "fay")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Fay Park left on 2026-03-01 and is no candidate" in " ".join(result.stderr.split())


def test_nothing_is_quoted_that_was_decided_later() -> None:
    """The example of --help; of a waiver nobody knows since when it runs, so it is of a day after the decision."""
    found = json.loads(fit(SAMPLE, "tom-vega", "--as-of", "2026-03-11", "--format", "json").stdout)
    assert "voted 2026-03-05, 8 to 1" in str(found["borders"])
    assert max(entry["date"] for entry in found["path"]) == "2026-03-05"
    assert [one["date"] for one in found["precedents"] if one["date"] and one["date"] > "2026-03-11"] == []


def test_a_look_back_to_before_somebody_joined(group: Path) -> None:
    assert fit(group, "kit", "--as-of", "2025-01-08").stdout.startswith("How Kit Larsen (Northwind Staffing) would fit")


def test_as_json(group: Path) -> None:
    found = json.loads(fit(group, "dana", "--format", "json").stdout)
    assert (found["version"], found["as_of"], found["candidate"]) == (1, "2026-03-11", "dana-wolfe")
    assert [(step["topic"], step["in_the_way"], step["ask"]) for step in found["steps"]] == [
        ("cooling-off", True, None),
        ("consent", True, "lee-ortiz"),
        ("reservation", True, "fay-park"),
        ("questions", False, None),
        ("questions", False, None),
        ("news", False, None),
        ("visit", False, None),
        ("vote", False, None),
    ]
    assert found["to_be_asked"] == ["lee-ortiz", "fay-park"]
    consent = found["steps"][1]
    assert consent["write"] == ["consents:", "  - by: lee-ortiz", "    date: 2026-03-11"]
    assert [(one["kind"], one["members"], one["about"], one["date"]) for one in found["precedents"]] == [
        ("consent", ["fay-park", "lee-ortiz"], "coaching", "2025-05-30")
    ]
    assert [(one["with"], one["touch"], one["standing"], one["open"]) for one in found["borders"]] == [
        ("lee-ortiz", "adjacent", "open", True),
        ("fay-park", "over branch", "open", False),
    ]
    assert found["questions"] == {
        "similar_clients": "yes",
        "similar_values": None,
        "nearby": "no",
        "channel": "unsure",
        "volume": "yes",
        "committed": "yes",
    }
    assert [one["member"] for one in found["allies"]] == ["brian-cho", "kit-larsen"]
    assert found["openings"] == [{"prospect": "haulier-nampa", "score": 4, "free": False, "known_by": ["kit-larsen"]}]
    assert (found["left"], found["may_return"]) == ("2025-10-31", "2026-04-30")
    assert [entry["date"] for entry in found["path"]] == ["2025-12-09", "2026-01-02"]


WAITING = "- {category: people/staffing, status: reserved, for: hal-ross, since: 2026-03-11, why: waits}"
EXCEPTION = "{rule: candidate-conflict, file: members/hal-ross.md, why: voted 7 to 1, until: 2027-03-11}"


@pytest.mark.parametrize(
    ("old", "new", "gone", "topics"),
    [
        ("searches:", f"  {WAITING}\nsearches:", set(), ["same seat"]),
        ("waivers: [", f"waivers: [{EXCEPTION}, ", {"candidate-conflict"}, ["vote"]),
    ],
)
def test_what_is_told_of_the_same_seat_is_what_check_takes(
    group: Path, old: str, new: str, gone: set[str], topics: list[str]
) -> None:
    def found() -> set[str]:
        shown = CliRunner().invoke(refertext, ["check", str(group), "--format", "json"]).stdout
        return {one["rule"] for one in json.loads(shown)["findings"] if "Hal Ross" in one["message"]}

    before, settings = found(), group / "refertext.yml"
    assert "candidate-conflict" in before
    settings.write_text(settings.read_text().replace(old, new))
    assert found() == before - gone
    assert [step["topic"] for step in json.loads(fit(group, "hal", "--format", "json").stdout)["steps"]] == topics


def test_who_does_not_want_to_be_contacted_is_kept_from_a_candidate_too(group: Path) -> None:
    (group / "private/prospects").mkdir(parents=True)
    (group / "private/prospects/haulier-nampa.yml").write_text("do_not_contact: yes\n")
    assert "haulier" not in fit(group, "dana").stdout


def test_json_has_a_consent_that_ended(group: Path) -> None:
    found = json.loads(fit(group, "eve", "--format", "json").stdout)
    assert found["borders"][0]["standing"] == "lapsed"
    assert found["borders"][0]["consent"] == {"date": "2026-01-05", "until": "2026-03-01"}


def test_no_value_leaves_its_place(group: Path) -> None:
    evil = '"::error::a ##[group]b"'
    file = group / "members/dana-wolfe.md"
    text = file.read_text().replace("Dana Wolfe", evil).replace("Wolfe Training", evil).replace("coaching", evil)
    file.write_text(text.replace("outcome: go on", f"outcome: {evil}"))
    for form in ("text", "json"):
        result = fit(group, "dana", "--format", form)
        assert (result.exit_code, result.stderr) == (0, "")
        assert not [line for line in result.stdout.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def test_the_samples_candidate() -> None:
    shown = fit(SAMPLE, "dana-wolfe").stdout
    assert "Before the vote comes a word on the six questions; nothing else stands in its way." in " ".join(
        shown.split()
    )
    assert "Renew the reservation of people/training" in shown
    assert "Kit Larsen (people/staffing): “employers” in Boise and Nampa" in " ".join(shown.split())


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name_, (candidate_, columns_) in GOLDENS.items():
        with tempfile.TemporaryDirectory() as folder_:
            shown_ = fit(grown(Path(folder_)), candidate_, columns=columns_).stdout
        (GOLDEN / name_).write_text(shown_, encoding="utf-8")
    sys.stdout.write("written\n")
