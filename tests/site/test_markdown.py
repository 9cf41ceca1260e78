"""Markdown that people wrote becomes HTML that does nothing."""

from __future__ import annotations

import pytest

from refertext.site.markdown import clean_page, markdown, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n## Two", "<h2>One</h2>\n<h3>Two</h3>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        (
            "[a](https://a.example.com)",
            '<p><a href="https://a.example.com" rel="noopener noreferrer nofollow">a</a></p>',
        ),
        ("[a](javascript:alert(1))", '<p><a rel="noopener noreferrer nofollow">a</a></p>'),
        ("[a](data:text/html,x)", '<p><a rel="noopener noreferrer nofollow">a</a></p>'),
        ("![a](https://a.example.com/a.png)", "<p></p>"),
        ("<script>alert(1)</script>", ""),
        ("<style>p{}</style>", ""),
        ('a <b onclick="x()" style="color:red" class="y" id="z">b</b>', "<p>a <b>b</b></p>"),
        ("<svg onload=alert(1)><script>x</script></svg>", "<p></p>"),
        ("<iframe src='//a.example.com'></iframe>", ""),
        ("a\n\n| b | c |\n| --- | --- |\n| d | e |", None),
    ],
)
def test_texts_of_records(text: str, expected: str | None) -> None:
    found = str(markdown(text))
    if expected is None:
        assert "<table>" in found
    else:
        assert found.rstrip("\n") == expected


def test_the_highest_heading_is_of_the_level_asked_for() -> None:
    assert str(markdown("## One\n\n### Two", 3)) == "<h3>One</h3>\n<h4>Two</h4>\n"


@pytest.mark.parametrize("piece", ["[", "![", "<a ", "- ", ">", "*a ", "`", "<!--", "|a", "&", "[a](", "[a]: "])
def test_texts_that_are_hard_to_read_end(piece: str) -> None:
    assert len(markdown(piece * 20_000)) < 20 * len(piece * 20_000)


def test_pages_of_a_group_that_is_not_trusted() -> None:
    page = written("---\ntitle: *a\n---\n# How *we* meet\n\n[a](b.md#c) [d](https://a.example.com/e.md) [f](g.png)\n")
    assert page.title == "How *we* meet"
    assert page.html == (
        '<h1>How <em>we</em> meet</h1>\n<p><a href="b.html#c">a</a> <a href="https://a.example.com/e.md">d</a> '
        '<a href="g.png">f</a></p>\n'
    )


def test_hand_written_pages_keep_anchors_and_their_own_pictures() -> None:
    html = '<h2 id="a" onclick="x()">A</h2><img src="a/b.png" alt="B"><img src="https://a.example.com/c.png" alt="C">'
    assert str(clean_page(html)) == '<h2 id="a">A</h2><img src="a/b.png" alt="B"><img alt="C">'
    assert str(clean_page('<img src="//a.example.com/c.png"><script src="d.js"></script>')) == "<img>"
