"""An agreement as plain lines to read before signing, and what changed in it since the last signature."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from refertext.records import Agreement, Commitment
from refertext.reports.commitments import in_words
from refertext.reports.escape import without_commands
from refertext.reports.paper import Paper, laid_out
from refertext.text.wording import listed

_GONE, _NEW = "until now: ", "from now:  "


def render(agreement: Agreement, paper: Paper) -> str:
    """All of an agreement: its title, its commitments in words, its text."""
    lines = [line for part in _parts(agreement) for line in laid_out(part, paper, 2, 2)]
    return without_commands("\n".join(f"  {line.removeprefix('  ')}" for line in lines) + "\n")


def render_changes(before: Agreement, now: Agreement, paper: Paper) -> str:
    """What an agreement said before and says now, as far as it differs; empty where nothing does."""
    old, new = (list(_parts(agreement)) for agreement in (before, now))
    lines = [line for mark, part in _different(old, new) for line in _marked(mark, part, paper)]
    return without_commands("\n".join(lines) + "\n") if lines else ""


def _parts(agreement: Agreement) -> Iterator[str]:
    """The title, each commitment, and each line of the text; white space does not matter."""
    yield f"Title: {agreement.title}"
    for commitment in agreement.commitments:
        yield f"Commitment: {_whole(commitment)}"
    for line in (agreement.text or "").splitlines():
        if line.strip():
            yield line


def _whole(commitment: Commitment) -> str:
    """A commitment in words, with whom and which days it is about."""
    more = [
        f"for {listed(commitment.who)}" if commitment.who else "",
        f"from {commitment.from_}" if commitment.from_ else "",
        f"until {commitment.until}" if commitment.until else "",
        f"newcomers are spared for {commitment.grace}" if commitment.grace else "",
    ]
    return ", ".join([in_words(commitment), *filter(None, more)])


def _different(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    compared = SequenceMatcher(a=[_bare(line) for line in old], b=[_bare(line) for line in new], autojunk=False)
    for same, first, last, start, end in compared.get_opcodes():
        if same != "equal":
            yield from ((_GONE, line) for line in old[first:last])
            yield from ((_NEW, line) for line in new[start:end])


def _bare(line: str) -> str:
    return " ".join(line.split())


def _marked(mark: str, part: str, paper: Paper) -> list[str]:
    manner = "warning" if mark == _GONE else "note"
    width = len(mark) + 2
    first, *more = laid_out(part, paper, width, width)
    return [f"  {paper.style(mark, manner)}{first}", *more]
