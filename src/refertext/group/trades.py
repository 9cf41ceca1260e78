"""What guests do: the business and the category that are said after a name, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refertext.records import nearest
from refertext.text.wording import folded

if TYPE_CHECKING:
    from refertext.group.group import Group


class TradeError(ValueError):
    """Parts that are no business and category: what is wrong, what to write, which part it is, from 0, and whether it
    was meant for a category.
    """

    def __init__(self, said: str, mend: str, part: int, *, is_category: bool = True) -> None:
        super().__init__(said)
        self.said = said
        self.mend = mend
        self.part = part
        self.is_category = is_category


def trade(group: Group, parts: Sequence[str]) -> tuple[str | None, str | None]:
    """The business and the category among some parts, told apart by what is a category of the group.

    TradeError where one part is too many, or looks like a category that the group does not have.
    """
    categories = {folded(name): name for name in group.category_names}
    business: str | None = None
    category: str | None = None
    for number, part in enumerate(parts):
        known = categories.get(folded(part))
        if known and category:
            raise TradeError(f"“{part}” is a second category", "write the one that is right", number)
        if known:
            category = known
        elif "/" in part and " " not in part:
            raise TradeError(f"There is no category “{part}”", _mend(group, part), number)
        elif business:
            said = f"“{part}” is neither a business nor a category"
            mend = "after the name stand only the business and the category"
            raise TradeError(said, mend, number, is_category=False)
        else:
            business = " ".join(part.split())
    return business, category


def _mend(group: Group, part: str) -> str:
    near = nearest(part, group.category_names)
    return f"did you mean {near}?" if near else "the categories stand in refertext.yml"
