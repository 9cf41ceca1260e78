"""`refertext why`: whom it understands, what it shows, what it keeps to itself."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE
from refertext.cli import refertext

SAMPLE = HERE.parent


def why(*arguments: str | Path, group: Path = SAMPLE) -> Result:
    runner = CliRunner(env={"COLUMNS": "100"})
    return runner.invoke(refertext, ["why", *map(str, arguments), "--group", str(group)])


@pytest.mark.parametrize("whom", ["pete-novak", "Pete Novak", "pete", "PETE NOVAK"])
def test_whom_one_means_is_understood(whom: str) -> None:
    result = why("attendance", whom, "--over", "4 meetings")
    assert result.stdout.startswith("attendance of Pete Novak: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["atendance", "pete-novak"], "Did you mean attendance?"),
        (["attendance", "pete-nowak"], "Did you mean pete-novak?"),
        (["attendance", ""], "There is no member “”"),
        (["attendance", "e"], "There is no member “e”"),
        (["attendance", "pete", "kit"], "attendance is a number of a member or the whole group"),
        (["fulfilment", "pete"], "fulfilment is a number of two members"),
        (["meetings-held", "pete"], "the whole group (write no member)"),
        (["balance", "kit", "kit"], "two different members"),
        (["balance", "kit", "pete", "lee"], "two members at most"),
        (["balance", "kit", "--over", "soon"], "“soon” is not a length of time"),
        (["balance", "kit", "--over", "2 weeks", "--from", "2026-01-01"], "either --over or --from"),
        (["balance", "kit", "--from", "2026-11-21"], "is after 2026-11-20"),
        (["balance", "kit", "--until", "2026-11-21"], "the day this is looked at from"),
    ],
)
def test_a_wrong_request_is_told_in_words(arguments: list[str], said: str) -> None:
    result = why(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_a_start_that_fits_several_names_the_choices(tmp_path: Path) -> None:
    group = Path(shutil.copytree(CAST, tmp_path / "group"))
    (group / "members/kim-lund.yml").write_text("name: Kim Lund\nbusiness: Lund Locks\n")
    result = why("balance", "ki", group=group)
    assert "“ki” may be kim-lund or kit-larsen. Write more of it." in " ".join(result.stderr.split())


def test_a_share_shows_formula_numbers_and_each_meeting_with_its_line() -> None:
    text = why("attendance", "pete", "--over", "4 meetings").stdout
    assert "(present + late) ÷ meetings = (0 + 1) ÷ 4 = 25%" in text
    assert "+ 2026-11-12 Pete Novak: came late" in text
    assert "- 2026-11-19 Pete Novak: absent (told before)" in text
    for line in text.splitlines():
        if ".md:" in line:
            file, _, number = line.strip().rpartition(":")
            assert "pete-novak" in (SAMPLE / file).read_text().splitlines()[int(number) - 1]
    assert "missed: attendance 57.7% (15 of 26), at least 75%" in " ".join(text.split())
    assert "agreements/show-up.md" in text


def test_money_of_persons_is_kept_to_themselves_in_every_format(tmp_path: Path) -> None:
    group = Path(shutil.copytree(CAST, tmp_path / "group"))
    won = "  - {date: 2026-03-09, status: won, value: 71234.5}\n"
    gift = f"kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: brian-cho\nabout: a brewery\nhistory:\n{won}"
    (group / "referrals/2026/2026-03-02-kit-larsen-brian-cho-zzzz.yml").write_text(gift)
    plain, program = (
        why("value", "kit", group=group).stdout,
        why("value", "kit", "--format", "json", group=group).stdout,
    )
    assert "show_value: yes" in plain
    assert "71" not in plain.replace("2026", "")
    assert "71234" not in program
    assert json.loads(program)["amount"] is None
    assert "71" not in why("value", group=group).stdout.replace("2026", "")
    assert json.loads(why("value", "--format", "json", group=group).stdout)["amount"] is None
    for member in ("kit-larsen", "brian-cho"):
        file = group / f"members/{member}.md"
        file.write_text(file.read_text().replace("---\n", "---\nshow_value: yes\n", 1))
    assert "71,234.50 USD" in why("value", "kit", group=group).stdout
    assert json.loads(why("value", "kit", "--format", "json", group=group).stdout)["amount"] == "71234.5"


@pytest.mark.parametrize(
    ("arguments", "title", "texts"),
    [
        (
            ["fulfilment", "kit", "brian"],
            "promised",
            [
                "2026-03-31 Kit Larsen promised 2 referrals to Brian Cho for 2026-01-12 to 2026-03-31",
                "2026-08-15 Kit Larsen promised 2 referrals to Brian Cho for 2026-04-20 to 2026-08-15",
            ],
        ),
        (
            ["reviews-held", "sam", "pete"],
            "due, and not held",
            ["2026-06-05 a review was due", "2026-09-05 a review was due"],
        ),
        (
            ["retention", "--from", "2026-05-01"],
            "stayed",
            ["2023-02-02 Lee Ortiz joined", "2026-03-12 Tom Vega joined"],
        ),
        (["one-to-one-coverage", "kit"], "not met", ["2024-02-01 Maya Stone joined", "2026-10-29 Ines Duarte joined"]),
        (["leads-while-absent", "pete"], "given on those days", ["2026-11-19 lead from Pete Novak to Maya Stone"]),
    ],
)
def test_what_else_a_number_comes_from_stands_beside_it(arguments: list[str], title: str, texts: list[str]) -> None:
    lines = why(*arguments).stdout.splitlines()
    below = lines[lines.index(f"  {title}:") + 1 :]
    assert [text for text in texts if not any(line.strip().startswith(text) for line in below)] == []
    [beside] = json.loads(why(*arguments, "--format", "json").stdout)["beside"]
    assert beside["what"] == title
    for one in beside["records"]:
        written = (SAMPLE / one["file"]).read_text().splitlines()[one["line"] - 1]
        assert one["date"] in written or title in ("promised", "due, and not held")
        assert title != "promised" or written.strip() == "kit-larsen: 2"


def test_growth_says_who_joined_and_who_left() -> None:
    text = why("growth").stdout
    assert "+ 2026-03-12 Tom Vega joined" in text
    assert "+ 2026-05-28 Grace Lindqvist left" in text


def test_a_promise_stands_with_the_referrals_that_keep_it() -> None:
    assert "at risk: 1 of 2 referrals promised, 2026-09-08 to 2026-12-11" in why("referrals", "kit", "brian").stdout


def test_what_persons_won_is_not_told_by_the_way_of_the_group_s_sum() -> None:
    """Maya and Lee have written show_value: yes, Ruth and Sam have not."""
    text = " ".join(why("value", "--from", "2026-01-01", "--until", "2026-03-31").stdout.split())
    assert "from Maya Stone to Lee Ortiz: A bakery with three shops, 3,900 USD" in text
    assert "from Maya Stone to Ruth Abara: A bakery with three shops referrals/" in text
    assert "from Ruth Abara to Sam Hill: A surveying firm whose insurer wants proof of backups… referrals/" in text


def with_wins(folder: Path, wins: Sequence[tuple[str, str]], *, open_: Sequence[str] = ()) -> Path:
    """The cast with wins of 1,001, 1,002, … USD, and Tom Vega in it as a fourth member."""
    group = Path(shutil.copytree(CAST, folder / "group"))
    (group / "members/tom-vega.yml").write_text("name: Tom Vega\nbusiness: Vega Safety\njoined: 2025-01-02\n")
    for number, (giver, receiver) in enumerate(wins, 1):
        gift = f"kind: lead\ndate: 2026-03-02\nfrom: {giver}\nto: {receiver}\nabout: a firm\nhistory:\n"
        gift += f"  - {{date: 2026-03-0{number}, status: won, value: 100{number}}}\n"
        (group / f"referrals/2026/2026-03-02-{giver}-{receiver}-zz{number}a.yml").write_text(gift)
    for member in open_:
        [file] = group.glob(f"members/{member}.*")
        text = file.read_text()
        file.write_text(text.replace("name:", "show_value: yes\nname:", 1))
    return group


KIT, BRIAN, LEE, TOM = "kit-larsen", "brian-cho", "lee-ortiz", "tom-vega"


@pytest.mark.parametrize(
    ("wins", "open_", "shown"),
    [
        ([(KIT, BRIAN)], (), "not shown"),
        ([(KIT, BRIAN)], (KIT, BRIAN), "1,001"),
        ([(KIT, BRIAN), (KIT, LEE), (KIT, TOM)], (), "not shown"),  # Kit's own sum
        ([(KIT, BRIAN), (LEE, BRIAN), (TOM, BRIAN)], (), "not shown"),  # what Brian won
        ([(KIT, BRIAN), (BRIAN, KIT), (KIT, LEE)], (), "not shown"),  # two gave
        ([(KIT, BRIAN), (BRIAN, LEE), (LEE, KIT)], (), "3,006"),
        ([(KIT, BRIAN), (BRIAN, LEE), (LEE, TOM)], (KIT, BRIAN), "not shown"),  # two are left without Kit's to Brian
        ([(KIT, BRIAN), (BRIAN, LEE), (LEE, KIT)], (KIT, BRIAN, LEE), "3,006"),
    ],
)
def test_a_sum_of_the_group_tells_of_nobody_alone(
    tmp_path: Path, wins: list[tuple[str, str]], open_: tuple[str, ...], shown: str
) -> None:
    group = with_wins(tmp_path, wins, open_=open_)
    runner = CliRunner(env={"COLUMNS": "100"})
    for command in (["why", "value"], ["metrics"], ["status"], ["metrics", "--by", "month"]):
        text = runner.invoke(refertext, [*command, "--group", str(group)]).stdout
        assert shown in text, command
        assert shown != "not shown" or not re.search(r"\b([23],?00\d|1,?00[23])\b", text), command
    for measure in ("value", "seat-value"):
        found = json.loads(why(measure, "--format", "json", group=group).stdout)
        assert (found["amount"] is None) == (shown == "not shown")
        assert (found["inputs"] == {}) == (shown == "not shown")


def test_the_sums_beside_a_sum_of_the_group_tell_of_nobody_alone_either(tmp_path: Path) -> None:
    group = with_wins(tmp_path, [(KIT, BRIAN), (BRIAN, LEE), (LEE, KIT)])
    assert "first business: 3,006 USD" in why("value", group=group).stdout
    file = group / f"referrals/2026/2026-03-02-{KIT}-{BRIAN}-zz1a.yml"
    file.write_text(f"{file.read_text()}tier: inside\n")
    text = why("value", group=group).stdout
    assert text.splitlines()[0].endswith(": 3,006 USD")
    assert "1,001" not in text
    assert "no tier" not in text
    assert "first business" not in text


def test_what_cannot_be_added_up_is_named_by_its_currency_alone(tmp_path: Path) -> None:
    group = Path(
        shutil.copytree(SAMPLE, tmp_path / "group", ignore=shutil.ignore_patterns(".*", "src", "tests", "site"))
    )
    file = group / "referrals/2026/2026-10-13-brian-cho-maya-stone-1mny.yml"
    file.write_text(file.read_text().replace("value: 1300", "value: 1300 EUR"))
    text = " ".join(why("seat-value", "--from", "2026-11-01", group=group).stdout.split())
    told = json.loads(why("seat-value", "--from", "2026-11-01", "--format", "json", group=group).stdout)
    worth = {(record["date"], record["value"], record["currency"]) for record in told["records"]}
    assert (told["amount"], told["currency"]) == (None, "USD")
    assert {("2026-11-10", "1300", "EUR"), ("2026-11-06", None, "USD")} <= worth  # Nell has not agreed to show hers
    assert "cannot be computed: amounts in EUR and USD cannot be added up" in text
    assert ", in EUR referrals/" in text or " EUR referrals/" in text


def test_a_long_heading_fits_the_paper() -> None:
    shown = CliRunner(env={"COLUMNS": "60"}).invoke(refertext, ["why", "value", "kit", "--group", str(SAMPLE)]).stdout
    assert shown.startswith("value of Kit Larsen: not shown: not everybody concerned has\n")
    places = [line for line in shown.splitlines() if "/" in line]  # a place is never broken
    assert max(len(line) for line in shown.splitlines() if line not in places) <= 60


def test_programs_get_the_same_numbers() -> None:
    found = json.loads(why("contributions", "kit", "brian", "--format", "json").stdout)
    assert (found["measure"], found["subject"], found["unit"]) == ("contributions", "kit-larsen+brian-cho", "count")
    assert found["amount"] == found["n"] == len(found["records"]) == 5
    assert all(record["counted"] and record["file"].startswith("referrals/") for record in found["records"])


def test_what_cannot_be_computed_says_why() -> None:
    result = why("attendance", "pete", "--as-of", "2020-01-01")
    assert result.exit_code == 0
    assert "cannot be computed: Pete Novak is a candidate, for whom no meeting counts yet" in " ".join(
        result.stdout.split()
    )
    assert "Dana Wolfe is a candidate" in why("attendance", "dana").stdout
