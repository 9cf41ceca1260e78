from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.members.no_guide import no_guide

FULL = "## How I help clients\n\na\n\n## How to refer me\n\nb\n\n## Examples\n\nc\n\n## Who is not a fit\n\nd\n"
SAID = "Pat's guide does not say "


def messages(body: str, joined: str = "2025-01-09") -> list[str]:
    text = f"---\nname: Pat\nbusiness: B\njoined: {joined}\n---\n{body}"
    return [finding.problem.message for finding in check(group_of({"members/pat.md": text}), [no_guide])]


@pytest.mark.parametrize(
    "body",
    [
        FULL,
        FULL.upper(),
        FULL.replace("## ", "# "),
        FULL.replace("## ", "#### ").replace("\n\n", "\n"),
        "## What I do\na\n## Who not to refer\nb\n## A story\nc\n## Whom to introduce\nd",
        "## Services\na\n## People I can't help\nb\n## Case\nc\n## A good referral\nd",
        FULL.replace("c\n", "### The brewery\n\nc\n"),
        FULL.replace("## How to refer me", "## How to refer me: examples").replace("## Examples\n", ""),
    ],
)
def test_full_guides(body: str) -> None:
    assert messages(body) == []


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("", "how they help clients, how to refer them, an example or who is not a fit"),
        ("I sell roofs. I help everybody; for example, refer me. Not a fit: no roof.", "how they help clients, how"),
        (FULL.replace("c\n", "\n"), "an example"),
        (FULL.replace("c\n", "<!-- write some -->\n"), "an example"),
        (FULL.replace("c\n", "…\n"), "an example"),
        (FULL.replace("c\n", "### The brewery\n"), "an example"),
        (FULL.replace("d\n", ""), "who is not a fit"),
        (FULL.replace("## How to refer me", "## Who not to refer"), "how to refer them"),
        (FULL.replace("## How I help clients", "## About"), "how they help clients"),
    ],
)
def test_missing_parts(body: str, missing: str) -> None:
    [message] = messages(body)
    assert message.startswith(SAID + missing)


@pytest.mark.parametrize(("joined", "count"), [("2026-02-09", 0), ("2026-02-08", 1), ("2026-03-12", 0)])
def test_newcomers_have_thirty_days(joined: str, count: int) -> None:
    assert len(messages("", joined)) == count
