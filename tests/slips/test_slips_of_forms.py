"""What the site's forms write as a slip is what the grammar understands: with the exact strings of their script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refertext.slips import Fault, read_slip
from refertext.slips.slip import Gift, Talk
from refertext.text.source import HIDDEN

SCRIPT = Path(__file__).parents[2] / "src/refertext/theme/js/records.js"
NODE = shutil.which("node")
RUN = """
const script = require("fs").readFileSync(process.argv[1], "utf8");
const records = new Function(`${script}; return refertextRecords;`)();
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([name, ...values]) => records[name](...values))));
"""
CALLED = {"kit-larsen": "Kit", "brian-cho": "Brian", "zoe-d-arc": "Zoë", "to-nguyen": "To", "jo-anne-o-neil": "Jo-Anne"}
GIFT = {"kind": "referral", "date": "2026-03-05", "from": "kit-larsen", "to": "brian-cho"}


def slips(*asked: tuple[Any, ...]) -> list[str]:
    """The slips that functions of the script write."""
    assert NODE
    given_ = json.dumps(asked)
    done = subprocess.run(
        [NODE, "-e", RUN, str(SCRIPT)], input=given_, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return list(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("line", "about", "consent", "level"),
    [
        (
            "- referral Kit > Brian: Acme, pension talk; phone 03-04; level 4",
            "Acme, pension talk",
            ("03-04", "phone"),
            4,
        ),
        ("- lead Kit: River bakery, opens a shop", "River bakery, opens a shop", None, None),
        ("- referral Kit > Brian: Acme", "Acme", None, None),
        ("- referral Kit > Brian: Acme; yes 03-04", "Acme", ("03-04", None), None),
    ],
)
def test_the_strings_of_the_tests_of_the_script(line: str, about: str, consent: Any, level: int | None) -> None:
    slip = read_slip(line)
    assert isinstance(slip, Gift)
    assert (slip.giver.text, slip.about.text, slip.level) == ("Kit", about, level)
    assert (slip.consent and (slip.consent.day.text, slip.consent.how)) == consent
    assert (slip.receiver and slip.receiver.text) == (None if slip.kind == "lead" else "Brian")


def test_the_one_to_one_of_the_form() -> None:
    slip = read_slip("- one-to-one Kit + Brian 03-02")
    assert isinstance(slip, Talk)
    assert ([piece.text for piece in slip.members], slip.day.text) == (["Kit", "Brian"], "03-02")


WORDS = (
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]),
        min_size=1,
        max_size=40,
    )
    .filter(lambda text: any(letter.isalnum() for letter in text) and "<!--" not in text and "&" not in text)
    .filter(
        lambda text: not HIDDEN.search(text)  # which no record may hold
    )
)
WAYS = st.sampled_from(["phone", "Phone call", "in person", "by e-mail", "lunch", "WhatsApp", "at the meeting", " "])
PEOPLE = st.sampled_from(sorted(CALLED))
GIFTS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["lead", "introduction", "referral"]), "from": PEOPLE, "to": PEOPLE},
    optional={
        "level": st.sampled_from("12345"),
        "consent": st.fixed_dictionaries({"date": st.just("2026-03-04")}, optional={"how": WAYS}),
    },
)


@pytest.mark.skipif(NODE is None, reason="there is no node to run the script with")
@settings(max_examples=10)
@given(st.lists(st.tuples(GIFTS, WORDS), min_size=40, max_size=40))
def test_whatever_the_form_of_a_gift_writes_is_understood(made: list[tuple[dict[str, Any], str]]) -> None:
    records = [{**GIFT, **record, **({"to": "everyone"} if record["kind"] == "lead" else {})} for record, _ in made]
    lines = slips(*(("referralSlip", record, CALLED, about) for record, (_, about) in zip(records, made, strict=True)))
    for record, (_, about), line in zip(records, made, lines, strict=True):
        slip = read_slip(line)
        assert not isinstance(slip, Fault), line
        assert isinstance(slip, Gift)
        assert (slip.kind, slip.giver.text) == (record["kind"], CALLED[record["from"]])
        assert (slip.receiver and slip.receiver.text) == CALLED.get(record["to"])
        assert slip.about.words == " ".join(re.sub("[;；]", ",", about).split())
        assert (None if slip.level is None else str(slip.level)) == record.get("level")
        assert (slip.consent.day.text if slip.consent else None) == ("03-04" if "consent" in record else None)


@pytest.mark.skipif(NODE is None, reason="there is no node to run the script with")
def test_a_way_that_is_not_known_is_asked_about() -> None:
    record = {**GIFT, "consent": {"date": "2026-03-04", "how": "said no"}}
    (line,) = slips(("referralSlip", record, CALLED, "Acme"))
    slip = read_slip(line)
    assert isinstance(slip, Fault)
    assert slip.said == "It is not said that they agreed"


@pytest.mark.skipif(NODE is None, reason="there is no node to run the script with")
def test_whatever_the_form_of_a_one_to_one_writes_is_understood() -> None:
    pairs = [[one, other] for one in CALLED for other in CALLED if one != other]
    lines = slips(*(("oneToOneSlip", {"date": "2026-03-02", "between": pair}, CALLED) for pair in pairs))
    for pair, line in zip(pairs, lines, strict=True):
        slip = read_slip(line)
        assert isinstance(slip, Talk), line
        assert [piece.text for piece in slip.members] == [CALLED[id_] for id_ in pair]
