"""The search index: what pages say, by their headings."""

from __future__ import annotations

import json

from refertext.site.search import MOST_WORDS, Search


def index(**pages: str) -> list[list[object]]:
    search = Search()
    for path, html in pages.items():
        search.add(path, path.title(), html)
    script = search.script()
    assert "</" not in script
    assert script.isascii()
    found: list[list[object]] = json.loads(script.removeprefix("window.refertextPages=").removesuffix(";\n"))
    return found


def test_parts_by_headings() -> None:
    html = (
        '<h1>A</h1><p>one &amp; two</p><h2 class="x" id="b">B <em>c</em></h2><p>three</p>'
        "<h3>D</h3><svg><title>no</title></svg>four"
    )
    assert index(page=html) == [["page", "Page", [["", "", "A one & two"], ["b", "B c", "three"], ["", "D", "four"]]]]


def test_cells_are_parted_so_that_two_of_them_say_nothing_new() -> None:
    html = "<table><tr><th>Oct 2025 </th><td> 4</td></tr><tr><th>Nov 2025</th><td></td></tr></table><p>end</p>"
    assert index(page=html) == [["page", "Page", [["", "", "Oct 2025, 4, Nov 2025, end"]]]]


def test_initials_are_no_words() -> None:
    html = '<h2>A</h2><span class="face" aria-hidden="true">KL</span> <a href="x">Kit Larsen</a>'
    assert index(page=html) == [["page", "Page", [["", "A", "Kit Larsen"]]]]


def test_pages_stand_in_order_and_scripts_cannot_end_it() -> None:
    found = index(b="</script><script>x</script>", a="&lt;/script&gt;")
    assert found == [["a", "A", [["", "", "</script>"]]], ["b", "B", []]]


def test_a_page_is_not_looked_through_for_ever() -> None:
    (_, _, parts), *_ = index(a="word " * (MOST_WORDS + 5))
    assert isinstance(parts, list)
    assert parts[0][2].count("word") == MOST_WORDS
