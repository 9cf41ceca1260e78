"""Writes docs/rules/: the pages of all rules, one file a family, and their list."""

from __future__ import annotations

import importlib
import re
from itertools import groupby
from pathlib import Path

from refertext.reports.escape import harmless
from refertext.rules.registry import all_rules
from refertext.rules.rule import Rule

TABLE = "| rule | severity | what it finds |\n| --- | --- | --- |\n"
FOLDER = Path(__file__).parent.parent / "docs" / "rules"
FENCE = re.compile(r"^```(\w+) title=\"([^\"]+)\"$", re.MULTILINE)
MARK = re.compile(r"[ ]*(?:# expect: [\w, -]+|<!-- expect: [\w, -]+ -->)$", re.MULTILINE)

HEAD = """# Rules

Each rule looks for one thing and has a name that says what it found. `refertext explain NAME` shows the same pages in a
terminal. Errors must be mended, warnings are for the group to talk about, notes are for you to know.
"""


def pages() -> dict[str, str]:
    """The pages by file name: one a family, and index.md."""
    texts = {}
    index = [HEAD]
    for family, members in groupby(all_rules().values(), key=lambda rule: rule.family):
        rules = list(members)
        about = importlib.import_module(f"refertext.rules.{family}").__doc__ or ""
        title = family.capitalize()
        texts[f"{family}.md"] = f"# {title}\n\n{about.strip()}\n" + "".join(map(_section, rules))
        index.append(f"\n## [{title}]({family}.md)\n\n{about.strip()}\n\n{TABLE}")
        index += [f"| [{r.name}]({family}.md#{r.name}) | {r.severity.value} | {r.title} |\n" for r in rules]
    texts["index.md"] = "".join(index)
    return texts


def _section(rule: Rule) -> str:
    body = rule.page.partition("\n")[2].strip()
    lowered = re.sub(r"^## ", "### ", MARK.sub("", body), flags=re.MULTILINE)
    lowered = FENCE.sub(r"`\2`:\n\n```\1", lowered)
    shown = "\n".join(harmless(line.replace("\t", "→")) for line in lowered.split("\n"))
    return f"\n## {rule.name}\n\n*{rule.severity.value}* · {rule.title}.\n\n{shown}\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
