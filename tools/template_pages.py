"""Writes docs/templates.md: every template of the site, and the values it gets."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from refertext.reading import read_all_templates, read_site
from refertext.site.audience import Audience
from refertext.site.pages import all_pages

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "templates.md"
SAID = {
    "str": "text",
    "Markup": "HTML",
    "date": "day",
    "bool": "yes or no",
    "int": "whole number",
    "float": "number",
}

HEAD = """# Templates

Every page of the site comes from a Jinja template. A group puts a file of the same name into `templates/`, and the
site shows that instead. It may stand for the whole page, or extend ours and change a block:

```html
{% extends "refertext/members.html" %}

{% block lead %}
<p class="lead">Eleven trades, one of each.</p>
{% endblock %}
```

Templates run in a sandbox, in `refertext build` and `refertext serve` alone, and not with `--safe`. They get plain
values: text, numbers, lists, mappings; days are text such as `2026-03-05`. Text is escaped. What the audience may not
see is never among the values.

Every page gets `title`, `here` (its path, such as `members/kit-larsen`), `written` (hand-written text in its place)
and `is_alone` (that the whole site is one file). Filters: `href` makes the address of a page from its path,
`"members"|href`; `file` that of a file which is no page, `"calendar.ics"|file`; `day` says a day with its weekday,
`date` in short, `month` its month; `begin` writes the first letter large. The line
`{% import "parts.html" as parts with context %}` brings macros: `parts.name(person)`, `parts.person(person)`,
`parts.chips(texts)`, `parts.why(number)`, `parts.when(task)`, `parts.sign(outcome)`, `parts.correct(address)`, and
around a table `{% call parts.table("What it shows") %}…{% endcall %}`.

The layout around the pages is the MkDocs theme's `main.html`; MkDocs' own `custom_dir` overrides it. `404.html`, which
forges show for wrong addresses, holds its style itself. Its links begin where `site_url` in `mkdocs.yml` says, else
where GitHub shows the sites of `site.repository`, else at the root.
"""


def page() -> str:
    """The whole page in Markdown."""
    views: dict[str, tuple[type, list[str]]] = {}
    for audience in Audience:
        for one in all_pages(read_site(ROOT, audience, None)):
            _, paths = views.setdefault(one.template, (type(one.view), []))
            paths += [one.path] if one.path not in paths else []
    sections = [_section(name, kind, paths) for name, (kind, paths) in sorted(views.items())]
    texts = read_all_templates(ROOT, own=False)
    others = sorted(name for name in texts if name not in views and not name.startswith("refertext/"))
    shared = "".join(f"- `{name}`: {_about(name, texts[name])}\n" for name in others)
    nested = _nested(kind for kind, _ in views.values())
    names = Counter(kind.__name__ for kind in nested)
    values = "".join(_value(kind, is_only=names[kind.__name__] == 1) for kind in nested)
    return f"{HEAD}\n## Pages\n{''.join(sections)}\n## Parts and pictures\n\n{shared}\n## Values\n{values}"


def _section(name: str, kind: type, paths: list[str]) -> str:
    more = f", and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"\n### {name}\n\nShows `{paths[0]}`{more}. {_said(kind)}\n\n{_fields(kind)}"


def _about(name: str, text: str) -> str:
    """What a template is for: of a picture as the module of its name says, of others as they begin."""
    module = sys.modules.get(f"refertext.site.pictures.{name.removesuffix('.svg')}")
    comment = re.match(r"\{#-?\s*(.*?)\s*-?#\}", text, re.DOTALL)
    if module is None and comment is None:
        raise SystemExit(f"{name} says nowhere what it is for: begin it with a comment")
    said = (inspect.getdoc(module) or "").split("\n\n")[0] if module else comment[1] if comment else ""
    return " ".join(said.split())


def _value(kind: type, *, is_only: bool) -> str:
    where = "" if is_only else f", of {kind.__module__.rpartition('.')[2].replace('_', ' ')}"
    return f"\n### {kind.__name__}{where}\n\n{_said(kind)}\n\n{_fields(kind)}"


def _said(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").split())


def _fields(kind: type) -> str:
    rows = "".join(f"| `{one.name.removesuffix('_')}` | {_plain(str(one.type))} |\n" for one in fields(kind))
    return f"| value | what it is |\n| --- | --- |\n{rows}"


def _plain(annotation: str) -> str:
    """A type as it is said: `tuple[Person, ...]` is a list of Person."""
    text = re.sub(r"\s*\|\s*None", ", or none", annotation)
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", text)
    text = re.sub(r"(?:dict|Mapping)\[(\w+), ([\w ]+)\]", r"\2 by \1", text)
    said = {
        "str": "text",
        "Markup": "HTML",
        "date": "day",
        "bool": "yes or no",
        "int": "whole number",
        "float": "number",
    }
    return re.sub(r"\b(str|Markup|date|bool|int|float)\b", lambda match: said[match[0]], text).replace("|", "\\|")


def _nested(kinds: Iterator[type]) -> list[type]:
    """The values that views hold, each once, in order of name."""
    found: set[type] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        known = vars(sys.modules[kind.__module__])
        for one in fields(kind):
            for name in re.findall(r"\b[A-Z]\w+", str(one.type)):
                below = known.get(name)
                if inspect.isclass(below) and is_dataclass(below) and below not in found:
                    found.add(below)
                    waiting.append(below)
    return sorted(found, key=lambda kind: (kind.__name__, kind.__module__))


if __name__ == "__main__":
    wrapped = "\n".join(
        textwrap.fill(line, 120, break_on_hyphens=False, break_long_words=False)
        if len(line) > 120 and not line.startswith(("|", "- "))
        else line
        for line in page().split("\n")
    )
    TARGET.write_text(wrapped, encoding="utf-8", newline="\n")
