"""Ways to reach people: addresses only of what is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import SETTINGS, html_of, site_of

from refertext.records.record import Contact
from refertext.site.audience import Audience
from refertext.site.contact import Way, mail, phone, ways, web


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("208-555-0142", "tel:2085550142"),
        ("(208) 555-0142", "tel:2085550142"),
        ("+44 (0)20 7946 0018", "tel:+442079460018"),
        ("020 7946 0018", "tel:02079460018"),
        ("+1.208.555.0142", "tel:+12085550142"),
        ("1234", ""),
        ("1234567890123456", ""),
        ("208-555-0142 ext 3", ""),
        ("208;phone-context=evil", ""),
        ("2085550142\n", ""),
        ("٢٠٨٥٥٥٠١٤٢", ""),
        ("", ""),
    ],
)
def test_numbers_to_call(written: str, address: str) -> None:
    assert phone(written) == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://northwind.example.com", "https://northwind.example.com"),
        ("https://northwind.example.com:8443/a_b/?c=d&e=%20", "https://northwind.example.com:8443/a_b/?c=d&e=%20"),
        ("www.northwind.example", "https://www.northwind.example"),
        ("http://northwind.example.com", ""),
        ("https://northwind.example.com@evil.example", ""),
        ("https://kit:secret@evil.example/", ""),
        ("https://", ""),
        ("localhost", ""),
        ("javascript:alert(1)", ""),
        ("//evil.example", ""),
        ('https://a.example/"onclick="x', ""),
        ("https://a.example/\\evil", ""),
        ("https://a.example/ b", ""),
        ("https://a.example\n", ""),
    ],
)
def test_sites(written: str, address: str) -> None:
    assert web(written) == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("kit+a@northwind.example", "kit+a@northwind.example"),
        ("kit@localhost", ""),
        ("kit@a.example?bcc=b@c.example", ""),
        ("kit@a.example,b@c.example", ""),
        ("Kit <kit@a.example>", ""),
        ("kit@a.example\n", ""),
    ],
)
def test_mail_addresses(written: str, address: str) -> None:
    assert mail(written) == address


def test_what_is_no_address_stays_text() -> None:
    found = ways(Contact(phone="ask Lee", email="kit@a.example", web="ftp://a.example"))
    assert list(found) == [
        Way("Phone", "ask Lee", ""),
        Way("Mail", "kit@a.example", "mailto:kit@a.example"),
        Way("Web", "ftp://a.example", ""),
    ]


def test_a_press_on_a_phone_number_calls_it(tmp_path: Path) -> None:
    contact = "{phone: 208-555-0142, web: 'javascript:alert(1)'}"
    files = {"members/kit.yml": f"name: Kit\nbusiness: B\njoined: 2025-01-09\ncontact: {contact}\n"}
    shown = html_of(site_of(tmp_path, files, "2026-03-11"), "members/kit")
    assert '<a href="tel:2085550142">208-555-0142</a>' in shown
    assert "<dd>javascript:alert(1)</dd>" in shown
    assert "555" not in html_of(site_of(tmp_path, files, "2026-03-11", Audience.PUBLIC), "members/kit")


@pytest.mark.parametrize(("written", "count"), [("us@a.example", 1), ("us@a.example?bcc=b@c.example", 0)])
def test_visitors_write_to_a_mail_address_alone(written: str, count: int, tmp_path: Path) -> None:
    files = {"refertext.yml": f"{SETTINGS}site: {{mail: '{written}'}}\n"}
    assert html_of(site_of(tmp_path, files, "2026-03-11", Audience.PUBLIC), "index").count("mailto:") == count
