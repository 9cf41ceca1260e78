"""`refertext match`: whom it understands, what it shows, what it keeps to itself.

`python tests/cli/test_match_command.py` writes the golden files anew; read them aloud before they are kept.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE
from refertext.cli import refertext

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = HERE.parent
IDEAL = """ideal_client:
  industries: [logistics, manufacturing]
  sizes: [10-100]
  roles: [owner]
  places: [Nampa]
  triggers: [a partner turns 58]
"""
CONSENT = "consent: {date: 2026-02-26, how: phone, by: kit-larsen}\n"
FILES = {
    "prospects/machine-shop.yml": "alias: A machine shop with two shifts\nname: Tolerance Works\n"
    "industry: manufacturing\nplace: Nampa\nknown_by: [kit-larsen]\nwanted_by: [brian-cho]\n"
    "text: Tolerance Works, whose owner has 40 people. In May a partner turns 58 and wants to fish.\n" + CONSENT,
    "prospects/cold-store.yml": "alias: A cold store\nname: Cold Ltd\nindustry: cold logistics\nplace: Caldwell\n"
    "known_by: [kit-larsen]\njoint: {lead: lee-ortiz, with: [kit-larsen]}\n",
    "prospects/seed-company.yml": "alias: A seed company\nplace: Nampa\nknown_by: [kit-larsen]\n"
    "wanted_by: [brian-cho]\njoint: {lead: lee-ortiz}\n" + CONSENT,
    "prospects/window-maker.yml": "alias: A window maker\nindustry: manufacturing\nplace: Nampa\n"
    "known_by: [kit-larsen]\nwanted_by: [brian-cho]\ndo_not_contact: yes\n",
    "prospects/brewery.yml": "alias: A brewery\nknown_by: [kit-larsen, brian-cho]\nwanted_by: [brian-cho, lee-ortiz]\n"
    + CONSENT,
    "prospects/airport.yml": "alias: An airport\nname: Wings\nwanted_by: [brian-cho, dana-wolfe]\n",
    "members/zoe-ames.md": "---\nname: Zoe Ames\nbusiness: Ames\njoined: 2020-01-01\nleft: {date: 2026-01-01}\n---\n",
}


def grown(folder: Path) -> Path:
    """The cast, with an ideal client for Brian and some more prospects, in a folder."""
    group = Path(shutil.copytree(CAST, folder / "group"))
    brian = group / "members/brian-cho.md"
    brian.write_text(brian.read_text().replace("manager: none\n", f"manager: none\n{IDEAL}"))
    for file, text in FILES.items():
        (group / file).write_text(text)
    return group


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return grown(tmp_path)


def match(group: Path, *arguments: str, columns: int = 80) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(refertext, ["match", *arguments, "--group", str(group)])


GOLDENS = {
    "match-pair-80.txt": (["kit-larsen", "brian-cho"], 80),
    "match-pair-120.txt": (["kit-larsen", "brian-cho"], 120),
    "match-pair-nobody.txt": (["brian-cho", "kit-larsen"], 80),
    "match-pair-unknown.txt": (["lee-ortiz", "brian-cho"], 80),
    "match-all.txt": (["kit-larsen"], 80),
    "match-all-unknown.txt": (["lee-ortiz"], 80),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_whole_outputs(group: Path, name: str) -> None:
    arguments, columns = GOLDENS[name]
    result = match(group, *arguments, columns=columns)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / name).read_text(encoding="utf-8")
    assert max(map(len, result.stdout.splitlines())) <= columns


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kit-larson", "brian-cho"], "There is no member “kit-larson”. Did you mean kit-larsen?"),
        (["kit-larsen", "xyzzy"], "There is no member “xyzzy”. The members are "),
        (["kit", "Kit Larsen"], "cannot bring anybody to themselves"),
        (["kit", "zoe"], "Zoe Ames left on 2026-01-01, so nothing can be handed over on 2026-03-11."),
        (["zoe"], "Zoe Ames left on 2026-01-01"),
        (
            ["kit", "dana"],
            "Dana Wolfe has not joined yet, so nothing can be handed over on 2026-03-11. See “refertext ",
        ),
        (["brian", "lee", "--as-of", "2025-03-05"], "Lee Ortiz joined only on 2025-03-06"),
        (["brian", "lee", "--format", "csv"], "'csv' is not one of"),
        ([], "Missing argument 'MEMBER'"),
    ],
)
def test_wrong_requests(group: Path, arguments: list[str], said: str) -> None:
    result = match(group, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize("whom", ["brian-cho", "brian", "Brian Cho", "BRIAN", "br"])
def test_whom_one_means_is_understood(group: Path, whom: str) -> None:
    assert match(group, "kit", whom).stdout.startswith("Kit Larsen knows 3 prospects whom Brian Cho would want")


REAL_NAMES = ("Tolerance Works", "Cold Ltd", "Acme Logistics", "Wings")


@pytest.mark.parametrize("arguments", [["kit", "brian"], ["kit"], ["lee"]])
@pytest.mark.parametrize("form", ["text", "json"])
def test_real_names_only_on_request(group: Path, arguments: list[str], form: str) -> None:
    hidden = match(group, *arguments, "--format", form).stdout
    assert not [name for name in REAL_NAMES if name in hidden]
    shown = match(group, *arguments, "--format", form, "--names", columns=200).stdout
    expected = {"kit brian": REAL_NAMES[:3], "kit": REAL_NAMES[:2], "lee": REAL_NAMES[3:]}[" ".join(arguments)]
    assert [name for name in expected if name not in shown] == []


def test_names_that_are_private_are_shown_on_request_too(group: Path) -> None:
    (group / "private/prospects").mkdir(parents=True)
    (group / "private/prospects/seed-company.yml").write_text("name: Owyhee Grain\n")
    assert "Owyhee Grain" not in match(group, "kit", "brian").stdout
    assert "A seed company = Owyhee Grain (seed-company)" in match(group, "kit", "brian", "--names").stdout


@pytest.mark.parametrize("arguments", [["kit", "brian"], ["kit"], ["kit", "brian", "--names"], ["lee"]])
@pytest.mark.parametrize("form", ["text", "json"])
def test_who_does_not_want_to_be_contacted_is_never_shown(group: Path, arguments: list[str], form: str) -> None:
    assert "window" not in match(group, *arguments, "--format", form).stdout


def test_a_pair_as_json(group: Path) -> None:
    found = json.loads(match(group, "kit", "brian", "--format", "json").stdout)
    assert (found["version"], found["as_of"], found["from"], found["to"]) == (
        1,
        "2026-03-11",
        "kit-larsen",
        "brian-cho",
    )
    assert [(one["prospect"], one["score"]) for one in found["matches"]] == [
        ("machine-shop", 15),
        ("seed-company", 7),
        ("cold-store", 3),
    ]
    shop, _, store = found["matches"]
    assert [(reason["ground"], reason["points"], reason["wanted"], reason["found"]) for reason in shop["reasons"]] == [
        ("wish list", 5, "", ""),
        ("industry", 3, "manufacturing", "manufacturing"),
        ("trigger", 3, "a partner turns 58", ""),
        ("place", 2, "Nampa", "Nampa"),
        ("role", 1, "owner", ""),
        ("size", 1, "10-100", "40 people"),
    ]
    assert (store["outside_territory"], store["agreed_to_be_kept"]) == (True, False)
    assert store["joint"] == {"lead": "lee-ortiz", "with": ["kit-larsen"]}
    over = [(one["prospect"], one["why"], one.get("outcome")) for one in found["passed_over"]]
    assert over == [("brewery", "known already", None), ("haulier-nampa", "handed over already", "open")]


def test_everybody_as_json(group: Path) -> None:
    found = json.loads(match(group, "kit", "--format", "json").stdout)
    assert [(one["to"], one["prospect"]) for one in found["matches"]] == [
        ("brian-cho", "machine-shop"),
        ("brian-cho", "seed-company"),
        ("brian-cho", "cold-store"),
        ("lee-ortiz", "brewery"),
    ]
    assert [(one["prospect"], one["wanted_by"]) for one in found["wanted_and_unknown"]] == [
        ("airport", ["brian-cho", "dana-wolfe"])
    ]


@pytest.mark.parametrize("arguments", [["kit", "brian"], ["kit"], ["lee"]])
@pytest.mark.parametrize("options", [[], ["--names"], ["--format", "json"]])
def test_no_value_leaves_its_place(group: Path, arguments: list[str], options: list[str]) -> None:
    evil = '"::error::a ##[group]b"\n'
    (group / "prospects/evil.yml").write_text(
        f"alias: {evil}name: {evil}industry: logistics\nplace: {evil}known_by: [kit-larsen]\nwanted_by: [brian-cho]\n"
    )
    (group / "prospects/wanted.yml").write_text(f"alias: {evil}wanted_by: [brian-cho]\n")
    assert not match(group, *arguments).stderr
    shown = match(group, *arguments, *options).stdout
    assert "::a #" in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert all(character.isprintable() or character == "\n" for character in shown)


def test_who_does_not_want_to_be_contacted_by_a_private_note_is_not_shown_either(group: Path) -> None:
    (group / "private/prospects").mkdir(parents=True)
    (group / "private/prospects/machine-shop.yml").write_text("do_not_contact: yes\nplace: Secret Lane\n")
    (group / "private/prospects/seed-company.yml").write_text("place: Secret Lane\n")
    (group / "private/prospects/cold-store.md").write_text("---\ndo_not_contact: yes\n---\n")
    for arguments in (["kit", "brian"], ["kit"], ["kit", "brian", "--names"]):
        shown = match(group, *arguments).stdout
        assert ("machine" in shown, "Cold" in shown, "seed-company" in shown) == (False, False, True)
        assert ("Secret" in shown) is ("--names" in arguments)


def given(group: Path, to: str, prospect: str, *history: str) -> None:
    """A lead from Lee of 2026-03-03."""
    steps = "".join(f"  - {{date: 2026-03-05, status: {status}}}\n" for status in history)
    text = f"kind: lead\ndate: 2026-03-03\nfrom: lee-ortiz\nto: {to}\nprospect: {prospect}\nhistory:\n{steps}"
    (group / f"referrals/2026/2026-03-03-lee-ortiz-{to}-{prospect}.yml").write_text(text)


def test_in_whose_hands_a_prospect_is(group: Path) -> None:
    given(group, "kit-larsen", "brewery", "met")
    given(group, "lee-ortiz", "machine-shop", "met")
    given(group, "everyone", "seed-company")
    whole = " ".join(match(group, "kit", "brian").stdout.split())
    assert "but Lee Ortiz has them in hand (lead of 2026-03-03 by Lee Ortiz, met on 2026-03-05): ask Lee Ortiz" in whole
    assert (
        "but they are offered to everyone (lead of 2026-03-03 by Lee Ortiz, no news yet): Brian Cho may take" in whole
    )
    assert "1. Ask Lee Ortiz before any of those who are in their hands" in whole
    brief = " ".join(match(group, "kit").stdout.split())
    assert "role and size; but Lee Ortiz has them in hand" in brief
    assert "wish list and place; but they are offered to everyone and Lee Ortiz leads the approach" in brief
    found = json.loads(match(group, "kit", "brian", "--format", "json").stdout)["matches"]
    assert [(one["prospect"], one["free"], [life["member"] for life in one["in_hands"]]) for one in found] == [
        ("machine-shop", False, ["lee-ortiz"]),
        ("seed-company", False, [None]),
        ("cold-store", False, []),
    ]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("met", "Brian Cho has them (lead of 2026-03-03 by Lee Ortiz, met on 2026-03-05)"),
        ("won", "Brian Cho won them (lead of 2026-03-03 by Lee Ortiz, won on 2026-03-05)"),
        ("lost", "Brian Cho had them (lead of 2026-03-03 by Lee Ortiz, lost on 2026-03-05)"),
        ("not-a-fit", "Brian Cho had them (lead of 2026-03-03 by Lee Ortiz, not a fit on 2026-03-05)"),
        ("returned", "Brian Cho had them (lead of 2026-03-03 by Lee Ortiz, returned on 2026-03-05)"),
    ],
)
def test_what_became_of_a_prospect_with_the_wanter(group: Path, status: str, said: str) -> None:
    given(group, "brian-cho", "machine-shop", status)
    assert f"A machine shop with two shifts (machine-shop): {said}" in " ".join(
        match(group, "kit", "brian").stdout.split()
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [("met", "has them (lead of 2026-03-03"), ("won", "won them (lead of 2026-03-03")],
)
def test_whom_a_competitor_has_is_told_but_not_proposed(group: Path, status: str, said: str) -> None:
    lee = group / "members/lee-ortiz.md"
    brian = (group / "members/brian-cho.md").read_text()
    services = next(line for line in brian.splitlines() if "services:" in line)
    clients = next(line for line in brian.splitlines() if "clients:" in line)
    text = "\n".join(
        services if "  services:" in line else clients if "  clients:" in line else line
        for line in lee.read_text().splitlines()
    )
    lee.write_text(text)
    given(group, "lee-ortiz", "machine-shop", status)
    shown = " ".join(match(group, "kit", "brian").stdout.split())
    assert f"Lee Ortiz, who competes with Brian Cho, {said}" in shown
    assert "A seed company (seed-company): Lee Ortiz, who competes with Brian Cho, approaches them together" in shown


def everything(arguments: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(match(SAMPLE, *arguments, "--format", "json").stdout)["matches"]
    return found


@pytest.mark.parametrize("knower", ["kit-larsen", "tom-vega", "sam-hill", "lee-ortiz", "brian-cho"])
def test_all_pairs_at_once_are_what_each_pair_is(knower: str) -> None:
    together = everything([knower])
    wanters = list(dict.fromkeys(one["to"] for one in together))
    assert together == [one for wanter in wanters for one in everything([knower, wanter])]
    others = {file.stem for file in (SAMPLE / "members").iterdir()} - {
        knower,
        *wanters,
        "dana-wolfe",
        "grace-lindqvist",
    }
    assert not [one for other in others for one in everything([knower, other])]
    shown = match(SAMPLE, knower, columns=400).stdout
    lines = [line.split() for line in shown.splitlines() if re.match(r"  \d+ +.*\(.*\): ", line)]
    assert [int(line[0]) for line in lines] == [one["score"] for one in together]


PAIRS = [
    "kit-larsen brian-cho",
    "kit-larsen ruth-abara",
    "tom-vega lee-ortiz",
    "sam-hill maya-stone",
    "lee-ortiz kit-larsen",
]


@pytest.mark.parametrize("pair", PAIRS)
def test_each_point_of_a_score_has_its_reason_and_where_to_change_it(pair: str) -> None:
    shown = match(SAMPLE, *pair.split(), columns=110).stdout
    found = everything(pair.split())
    for one, part in zip(found, re.split(r": \d+ points?\n", shown)[1:], strict=True):
        lines = part.split("\n\n")[0].splitlines()
        points = [int(line[3:].split()[0]) for line in lines if line.startswith("  +")]
        places = [line.strip().split(", ") for line in lines if re.match(r"       (members|prospects)/", line)]
        assert sum(points) == one["score"]
        assert len(points) == len(places) == len(one["reasons"])
        for place in (place for of_one in places for place in of_one):
            file, line = place.split(":")
            assert (SAMPLE / file).read_text().splitlines()[int(line) - 1]
        for reason in one["reasons"]:
            for side, place in reason["places"].items():
                line = (SAMPLE / place["file"]).read_text().splitlines()[place["line"] - 1]
                assert reason[side] in line


def test_a_member_on_leave_is_asked_first(group: Path) -> None:
    brian = group / "members/brian-cho.md"
    leave = "leave:\n  - from: 2026-03-01\n    until: 2026-03-31\n"
    brian.write_text(brian.read_text().replace("manager: none\n", f"manager: none\n{leave}"))
    assert "Brian Cho is on leave: ask first" in match(group, "kit", "brian").stdout
    assert "on leave" not in match(group, "brian", "kit").stdout


def test_when_all_of_them_are_settled_it_says_so(group: Path) -> None:
    gift = "kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: lee-ortiz\nprospect: brewery\n"
    (group / "referrals/2026/2026-03-02-kit-larsen-lee-ortiz-zzzz.yml").write_text(gift)
    shown = match(group, "kit", "lee").stdout
    assert "Whoever would match is settled already. To find more:" in shown
    assert "Lee Ortiz has them (lead of 2026-03-02 by Kit Larsen, no news yet)" in " ".join(shown.split())


def test_what_cannot_be_read_is_told_beside_it(group: Path) -> None:
    (group / "prospects/bad.yml").write_text("alias: [\n")
    result = match(group, "kit", "brian")
    assert (result.exit_code, result.stderr.startswith("1 file cannot be read")) == (0, True)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name_, (arguments_, columns_) in GOLDENS.items():
        with tempfile.TemporaryDirectory() as folder_:
            shown_ = match(grown(Path(folder_)), *arguments_, columns=columns_).stdout
        (GOLDEN / name_).write_text(shown_, encoding="utf-8")
    sys.stdout.write("written\n")


def test_who_is_alone_is_named_alone(tmp_path: Path) -> None:
    (tmp_path / "members").mkdir()
    (tmp_path / "refertext.yml").write_text("group: A\ntimezone: UTC\ncurrency: USD\n")
    (tmp_path / "members" / "ana-bell.yml").write_text("name: Ana Bell\nbusiness: Bell\njoined: 2026-01-01\n")
    result = match(tmp_path, "zoe", "ana")
    assert "There is no member “zoe”. The only member is ana-bell." in " ".join(result.stderr.split())
