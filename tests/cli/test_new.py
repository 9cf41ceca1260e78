from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, texts_of
from refertext.cli import refertext
from terminal import Terminal

LEAD = ("--kind", "lead", "--from", "kit", "--to", "lee", "--about", "a mill that hires")


ZOE = ("--name", "Zoe As", "--business", "As", "--category", "mortgage")


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return shutil.copytree(CAST, tmp_path / "group")


def run(group: Path, *words: str) -> Result:
    return CliRunner().invoke(refertext, ["new", *words, "--group", str(group)])


def written(group: Path) -> dict[str, str]:
    """The files that were not there before."""
    before = texts_of(CAST)
    return {file: text for file, text in texts_of(group).items() if file not in before}


@pytest.mark.parametrize(
    ("words", "file", "line"),
    [
        (
            ("member", "--name", "Zoe As", "--business", "As", "--category", "mortgage"),
            "members/zoe-as.md",
            "joined: 2026",
        ),
        (("candidate", "--name", "Pat Roe", "--business", "Roe"), "members/pat-roe.md", "business: Roe"),
        (
            ("agreement", "--title", "We answer", "--promise", "Within a week"),
            "agreements/we-answer.md",
            "  - promise: Within a week",
        ),
        (
            ("partnership", "--between", "Lee and kit", "--kind", "pow"),
            "partnerships/kit-larsen--lee-ortiz.md",
            "kind: power",
        ),
        (
            ("prospect", "--alias", "A mill", "--known-by", "kit, lee"),
            "prospects/a-mill.yml",
            "known_by: [kit-larsen, ",
        ),
        (("referral", *LEAD), "referrals/2026/2026-03-11-kit-larsen-lee-ortiz-", "about: a mill that hires"),
        (
            ("one-to-one", "--between", "lee,kit", "--on", "2026-03-02", "--notes", "Lee runs."),
            "meetings/2026/2026-03-02-kit-larsen-lee-ortiz-",
            "Lee runs.",
        ),
        (
            ("review", "--between", "brian,kit", "--notes", "We go on."),
            "meetings/2026/2026-03-11-brian-cho-kit-larsen-",
            "kind: review",
        ),
        (("meeting",), "meetings/2026/2026-03-12-group.md", "next: 2026-03-19"),
    ],
)
def test_each_kind_takes_everything_as_options(group: Path, words: tuple[str, ...], file: str, line: str) -> None:
    done = run(group, *words)
    assert done.exit_code == 0, done.stderr
    ((name, text),) = written(group).items()
    assert name.startswith(file)
    assert line in text
    assert name in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("referral", "--kind", "lead"), "Say also --from, --to and --about: there is no terminal"),
        (("member",), "Say also --name, --business and --category"),
        (("referral", *LEAD, "--to", "brain"), "Did you mean brian-cho?"),
        (("referral", *LEAD, "--kind", "leed"), "Did you mean lead?"),
        (("referral", *LEAD, "--level", "9"), "from 1"),
        (("referral", *LEAD, "--on", "5.3.2026"), "write YYYY-MM-DD"),
        (("referral", *LEAD, "--parent", "nothing-like-it"), "There is no record"),
        (("referral", *LEAD, "--about", "haulier-namp"), "may be the prospect haulier-nampa"),
        (("referral", *LEAD, "--consent-on", "2026-03-01"), "say also how, such as --consent phone"),
        (("prospect", "--alias", "A mill", "--consent-on", "2026-03-01"), "say also how"),
        (("referral", *LEAD, "--to", "kit"), "cannot be giver and receiver"),
        (("candidate", "--name", "Pat Roe", "--business", "B", "--territory", "Boise"), "say also its --category"),
        (("candidate", "--name", "README", "--business", "B"), "is no record"),
        (("member", "--name", "A", "--business", "B", "--category", "peeple"), "Did you mean people?"),
        (("partnership", "--between", "kit"), "Name two members"),
        (("partnership", "--between", "kit,brian"), "have a partnership already"),
        (("review", "--between", "kit,lee"), "Kit Larsen and Lee Ortiz are no partners yet"),
        (("meeting", "--on", "2026-03-05"), "is there already"),
        (("candidate", "--name", "Kit Larsen", "--business", "B"), "--id kit-larsen-2"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(group: Path, words: tuple[str, ...], said: str) -> None:
    done = run(group, *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not written(group)


def test_what_check_would_call_an_error_is_not_written(group: Path) -> None:
    words = ("--services", "pension plans", "--clients", "employers", "--territory", "Boise")
    done = run(group, "member", "--name", "A B", "--business", "B", "--category", "finance/planning", *words)
    assert done.exit_code == 2
    assert "same seat" in done.stderr
    assert not written(group)


def test_without_a_terminal_warnings_are_told_and_it_is_written(group: Path) -> None:
    words = ("--kind", "referral", "--from", "kit", "--to", "brian", "--about", "haulier-nampa")
    done = run(group, "referral", *words)
    assert done.exit_code == 0
    assert "warning[referral-without-consent]" in done.stderr
    assert "warning[handed-over-twice]" in done.stderr
    assert len(written(group)) == 1


@pytest.mark.parametrize("about", ["haulier-nampa", "A mid-size haulier in Nampa", "acme  logistics"])
def test_however_a_prospect_is_called_its_warnings_are_told(group: Path, about: str) -> None:
    with (group / "prospects" / "haulier-nampa.yml").open("a") as file:
        file.write("do_not_contact: yes\n")
    done = run(group, "referral", *LEAD, "--about", about)
    assert "warning[do-not-contact]" in done.stderr
    assert "prospect: haulier-nampa\n" in next(iter(written(group).values()))


def test_a_dry_run_writes_nothing_and_scripts_get_json(group: Path) -> None:
    assert "+about: a mill that hires" in run(group, "referral", *LEAD, "--dry-run").stdout
    assert not written(group)
    (one,) = json.loads(run(group, "referral", *LEAD, "--json").stdout)["written"]
    assert one["change"] == "created"
    assert [*written(group)] == [one["file"]]


def test_a_group_has_skeletons_of_its_own(group: Path) -> None:
    (group / "templates").mkdir()
    (group / "templates" / "new-referral.md").write_text("---\nlevel: 2\n---\n\n{{ 7 * 7 }}\n")
    assert run(group, "referral", *LEAD).exit_code == 0
    ((name, text),) = written(group).items()
    assert name.endswith(".md")
    assert "level: 2" in text
    assert "{{ 7 * 7 }}" in text


def test_a_link_is_no_skeleton(group: Path) -> None:
    (group / "templates").mkdir()
    (group / "templates" / "new-referral.yml").symlink_to("/etc/hostname")
    done = run(group, "referral", *LEAD)
    assert done.exit_code == 2
    assert "must be a plain file" in done.stderr


def editor(folder: Path, change: str) -> dict[str, str]:
    """An editor that changes a text by itself."""
    script = folder / "editor.py"
    script.write_text(
        f"import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\ntext = file.read_text()\n{change}\n"
        f"pathlib.Path({str(folder / 'editor.txt')!r}).write_text(file.read_text())\n"
    )
    return {"VISUAL": f"{sys.executable} {script}", "EDITOR": "false"}


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ("file.write_text(text.replace('a mill', 'two mills') + '# by hand')", 0, "is written as it"),
        ("file.write_text(text + '# by hand')", 0, "gave Lee Ortiz"),
        ("file.write_text(text.replace('lee-ortiz', 'nobody'))", 2, "“to” was “lee-ortiz”"),
        ("file.write_text(text + 'level: 9')", 2, "9"),
        ("file.write_text('kind: [')", 2, "Nothing was written"),
        ("pass", 1, "closed without saving"),
    ],
)
def test_what_comes_back_from_the_editor_is_checked(
    group: Path, tmp_path: Path, change: str, code: int, said: str
) -> None:
    words = ["new", "referral", *LEAD, "--edit", "--group", str(group)]
    done = CliRunner().invoke(refertext, words, env=editor(tmp_path, change))
    assert (done.exit_code, said in done.output) == (code, True), done.output
    assert len(written(group)) == (code == 0)
    kept = [file.read_text() for file in (group / ".refertext" / "kept").glob("*/referrals/2026/*.yml")]
    assert len(kept) == (code == 2)
    if code == 0:
        assert next(iter(written(group).values())).endswith("# by hand")
    if code == 2:
        assert "What you typed is kept in “.refertext/kept/1/referrals/2026/2026-03-11-" in done.stderr
        assert kept[0] == (tmp_path / "editor.txt").read_text()


def test_a_dry_run_shows_what_was_typed_and_keeps_nothing(group: Path, tmp_path: Path) -> None:
    words = ["new", "referral", *LEAD, "--edit", "--dry-run", "--group", str(group)]
    done = CliRunner().invoke(refertext, words, env=editor(tmp_path, "file.write_text('kind: [ # mine')"))
    assert done.exit_code == 2
    assert "What you typed:\nkind: [ # mine\n" in done.stderr
    assert not (group / ".refertext").exists()


# At a terminal


def test_a_newcomer_is_asked_in_plain_words(group: Path) -> None:
    with Terminal(group, "new", "referral") as terminal:
        terminal.answer("What is handed over?", "introdction")
        terminal.answer("Did you mean introduction?", "introduction")
        terminal.answer("Who gives it?", "Kitt")
        terminal.answer("Did you mean kit-larsen?", "Kit")
        terminal.answer("Who receives it?", "lee")
        terminal.answer("about?", "the mill that hires")
        terminal.answer("When was it handed over? [2026-03-11]", "")
        terminal.answer("How much did the giver do?", "six")
        terminal.answer("“six” is not a level", "4")
        terminal.expect("Kit Larsen gave Lee Ortiz an introduction on 2026-03-11: the mill that hires.")
        assert terminal.end() == 0
    ((_, text),) = written(group).items()
    assert text.startswith(
        "kind: introduction\ndate: 2026-03-11\nfrom: kit-larsen\nto: lee-ortiz\nabout: the mill that hires\nlevel: 4\n"
    )


@pytest.mark.parametrize(("answer", "code", "files"), [("n", 1, 0), ("", 1, 0), ("y", 0, 1)])
def test_what_should_give_pause_is_asked_about_before_anything_is_written(
    group: Path, answer: str, code: int, files: int
) -> None:
    words = ("--kind", "referral", "--from", "kit", "--to", "brian", "--about", "haulier-nampa")
    with Terminal(group, "new", "referral", *words) as terminal:
        terminal.expect("handed-over-twice")
        terminal.expect("Write it anyway?")
        assert not written(group)
        terminal.type(answer)
        assert terminal.end() == code
        said = terminal.text
    assert len(written(group)) == files
    assert said.endswith("Nothing was written.\n") == (code == 1)
    assert "Aborted" not in said


def test_a_guide_that_is_still_empty_gives_nobody_pause(group: Path) -> None:
    with Terminal(group, "new", "member", *ZOE) as terminal:
        terminal.expect("Zoe As is recorded as a member")
        assert terminal.end() == 0
    assert [*written(group)] == ["members/zoe-as.md"]


def test_ctrl_c_at_a_question_writes_nothing_and_holds_nobody_up(group: Path) -> None:
    with Terminal(group, "new", "one-to-one") as terminal:
        terminal.expect("Which two members?")
        assert run(group, "referral", *LEAD).exit_code == 0
        assert terminal.interrupt() == 1
    assert "Nothing was written." in terminal.text
    assert [file[:9] for file in written(group)] == ["referrals"]


def test_each_answer_is_judged_where_it_is_given(group: Path) -> None:
    with Terminal(group, "new", "candidate") as terminal:
        terminal.answer("What is their name?", "Kit Larsen")
        terminal.answer("members/kit-larsen.md has it. If this is another one, give it an id: --id", "Pat Roe")
        terminal.answer("called?", "Roe Roofing")
        terminal.answer("Which category", "")
        terminal.answer("Who introduced them?", "")
        terminal.expect("Pat Roe is recorded as a candidate")
        assert terminal.end() == 0
        assert "What do they sell?" not in terminal.text
    with Terminal(group, "new", "referral", "--kind", "introduction", "--to", "kit") as terminal:
        terminal.answer("Who gives it?", "kit")
        terminal.answer("Kit Larsen cannot be giver and receiver", "lee")
        terminal.answer("about?", "haulier")
        terminal.answer("may be the prospect haulier-nampa", "haulier-nampa")
        terminal.answer("When was it handed over?", "")
        terminal.answer("How much did the giver do?", "")
        terminal.expect("Lee Ortiz gave Kit Larsen an introduction on 2026-03-11: A mid-size haulier in Nampa.")
        assert terminal.end() == 0


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_what_was_typed_is_kept_after_a_no(group: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    change = "file.write_text('kind: [ # mine')"
    with Terminal(group, "new", "referral", *LEAD, "--edit", *words, environment=editor(tmp_path, change)) as terminal:
        terminal.answer("Open the editor again?", "n")
        terminal.expect("What you typed is kept in “.refertext/kept/1/referrals/")
        terminal.expect("Nothing was written.")
        assert terminal.end() == 1
    (kept,) = (group / ".refertext" / "kept").glob("*/*/*/*.yml")
    assert kept.read_text() == "kind: [ # mine"


def test_what_was_typed_is_kept_when_it_cannot_be_written(group: Path, tmp_path: Path) -> None:
    (group / "prospects").rename(group / "members" / "prospects")
    (group / "prospects").write_text("in the way")
    words = ["new", "prospect", "--alias", "A mill", "--edit", "--group", str(group)]
    done = CliRunner().invoke(refertext, words, env=editor(tmp_path, "file.write_text(text + '# mine')"))
    assert done.exit_code == 2
    assert "What you typed is kept in “.refertext/kept/1/prospects/a-mill.yml”." in done.stderr


def test_what_was_typed_is_kept_when_somebody_else_takes_the_name(group: Path, tmp_path: Path) -> None:
    other = group / "prospects" / "a-mill.yml"
    change = f"file.write_text(text + '# mine'); pathlib.Path({str(other)!r}).write_text('alias: Another mill')"
    words = ["new", "prospect", "--alias", "A mill", "--edit", "--group", str(group)]
    done = CliRunner().invoke(refertext, words, env=editor(tmp_path, change))
    assert done.exit_code == 2
    assert other.read_text() == "alias: Another mill"
    (kept,) = (group / ".refertext" / "kept").glob("*/prospects/a-mill.yml")
    assert kept.read_text().endswith("# mine")


def test_an_editor_can_be_opened_again(group: Path, tmp_path: Path) -> None:
    change = "file.write_text(text.replace('lead', 'leed') if 'lead' in text else text.replace('leed', 'lead'))"
    environment = editor(tmp_path, change)
    with Terminal(group, "new", "referral", *LEAD, "--edit", environment=environment) as terminal:
        terminal.expect("leed")
        terminal.answer("Open the editor again?", "")
        terminal.expect("Kit Larsen gave Lee Ortiz")
        assert terminal.end() == 0
    assert len(written(group)) == 1


def test_a_parent_is_called_as_any_referral(group: Path) -> None:
    done = run(group, "referral", *LEAD, "--tier", "spin-off", "--parent", "7f3a")
    assert done.exit_code == 0, done.stderr
    assert "parent: 2026-03-02-kit-larsen-brian-cho-7f3a\n" in next(iter(written(group).values()))


def test_the_shell_completes_ids(group: Path) -> None:
    words = f"refertext new referral --group {group} --from k"
    done = CliRunner().invoke(
        refertext,
        env={"_REFERTEXT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "6"},
        prog_name="refertext",
    )
    assert done.output.split("\n")[0] == "plain,kit-larsen"
