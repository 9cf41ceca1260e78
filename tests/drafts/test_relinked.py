import pytest

from refertext.drafts.links import relinked

KIT, BERG = "members/kit-larsen.md", "members/kit-berg.md"
THURSDAY, FRIDAY = "meetings/2025/2026-01-02-group.md", "meetings/2026/2026-01-02-group.md"


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("kit-larsen", "members/lee-ortiz.md"),
        ("members/kit-larsen-jr", "members/lee-ortiz.md"),
        ("former-members/kit-larsen", "members/lee-ortiz.md"),
        ("https://example.com/members/kit-larsen.html", "members/lee-ortiz.md"),
        ("[Kit](kit-larsen.md)", "agreements/show-up.md"),
        ("prospects/kit-larsen", "members/lee-ortiz.md"),
        ("private/members/kit-larsen", "members/lee-ortiz.md"),
    ],
)
def test_what_leads_elsewhere_stays(text: str, file: str) -> None:
    assert relinked(text, file, KIT, BERG) == text


@pytest.mark.parametrize(
    ("text", "file", "now"),
    [
        ("members/kit-larsen", "agreements/show-up.md", "members/kit-berg"),
        ("see members/kit-larsen.md.", "agreements/show-up.md", "see members/kit-berg.md."),
        ("[Kit](../members/kit-larsen.md#a)", "agreements/show-up.md", "[Kit](../members/kit-berg.md#a)"),
        ("[Kit](../../members/kit-larsen.md)", "meetings/2026/2026-01-08-group.md", "[Kit](../../members/kit-berg.md)"),
        ("[Kit](kit-larsen.md) [K](./kit-larsen.md)", "members/lee-ortiz.md", "[Kit](kit-berg.md) [K](./kit-berg.md)"),
        ("[kit]: kit-larsen.md", "members/lee-ortiz.md", "[kit]: kit-berg.md"),
    ],
)
def test_what_leads_to_the_file_follows(text: str, file: str, now: str) -> None:
    assert relinked(text, file, KIT, BERG) == now


def test_the_folder_of_the_year_follows_too() -> None:
    assert relinked("meetings/2025/2026-01-02-group.md", "members/a.md", THURSDAY, FRIDAY) == FRIDAY
    beside = relinked("[then](2026-01-02-group.md)", "meetings/2025/2025-12-25-group.md", THURSDAY, FRIDAY)
    assert beside == "[then](../2026/2026-01-02-group.md)"
