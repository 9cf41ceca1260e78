"""When two entries of services, clients or territory mean the same: labels do not decide, words do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.group.words import Vocabulary, overlaps, says_everything, words_of

SAME_WORDS = [
    ("loan", "loans"),
    ("Home Loans", "home loan"),
    ("home loans", "loans, home"),
    ("  home\tloans ", "home loans"),
    ("home-loans", "home loans"),
    ("home/loans", "home loans"),
    ("company", "companies"),
    ("business", "businesses"),
    ("tax", "taxes"),
    ("house", "houses"),
    ("size", "sizes"),
    ("bus", "buses"),
    ("campus", "campuses"),
    ("niche", "niches"),
    ("movie", "movies"),
    ("cookie", "cookies"),
    ("pie", "pies"),
    ("box", "boxes"),
    ("church", "churches"),
    ("lease", "leases"),
    ("course", "courses"),
    ("STRASSE", "straße"),
    ("café", "cafe\u0301"),
    ("CAFÉ", "café"),
    ("ﬁnance", "finance"),
    ("driver’s licences", "driver's licence"),
    ("clients’", "clients"),
    ("'home' “loans”", "home loans"),
    ("５０ people", "50 people"),
    ("हिन्दी", "हिन्दी"),
    ("women's shoes", "shoe woman"),
    ("owner's", "owners"),
    ("owners'", "owner’s"),
    ("PCs", "PC"),
    ("EVs", "ev"),
    ("GPs", "GP"),
    ("日本語", "日本語"),
    ("pay\u00adroll", "payroll"),
    ("pay\u200croll", "payroll"),
    ("کتاب\u200cها", "کتابها"),
    ("葛\U000e0100城", "葛城"),
    ("shop ❤\ufe0f", "shop ❤"),
    ("401(k) plans", "401k plan"),
    ("401(k)s", "401K"),
    ("501(c)(3)", "501c3"),
    ("client(s)", "clients"),
    ("I.T. support", "IT support"),
    ("I.T support", "it support"),
    ("Washington, D.C.", "Washington DC"),
    ("H.R.", "HR"),
    ("U.S.A.-wide", "USA wide"),
    ("plan B.", "plan B"),
    ("1,000 employees", "1000 employees"),
    ("1,000,000", "1000000"),
    ("C# and C++", "c++ and c#"),
    ("F\uff03", "f#"),
    ("KPIs", "KPI"),
    ("MRIs", "MRI"),
    ("CPUs", "CPU"),
    ("contact lenses", "contact lens"),
    ("alumni's associations", "alumnus association"),
    ("Tomatoes", "tomato"),
    ("St. Louis", "st louis"),
]

OTHER_WORDS = [
    ("loan", "alone"),
    ("home loans", "homeloans"),
    ("car", "care"),
    ("plan", "plane"),
    ("cap", "cape"),
    ("tax", "taxi"),
    ("new", "news paper"),
    ("café", "cafe"),
    ("हिन्दी", "हदन"),
    ("日本語", "日本"),
    ("50-500", "500"),
    ("pay roll", "payroll"),
    ("women", "men"),
    ("non-profit", "nonprofit"),
    ("GPS", "GPs"),
    ("leaves", "leaf"),
    ("C#", "C++"),
    ("C#", "C"),
    ("C++", "C"),
    ("A+", "A"),
    ("1,000", "1,00"),
    ("3,4", "34"),
    ("83702,837", "83702837"),
    ("plan (a)", "plana"),
    ("no.5", "no5"),
    ("a.bakery", "abakery"),
    ("news", "new"),
    ("canvas prints", "Canva prints"),
    ("customs brokers", "custom brokers"),
]

EVERYTHING = """
all; everything; anybody; anyone!; everywhere; nationwide; Worldwide; all clients; all customers; every client;
all people; any business; every business; all businesses; All Companies; all areas; all places; every region;
all locations; any territory; all services; any kind of client; all types of businesses; all the areas
"""

A_CHOICE = """
online; all employers; all schools; every household; clients; businesses; areas; all of Boise; all service companies;
all business services; nationwide carriers; kind; the; none; n/a; -; small businesses; all small businesses
"""

NOTHING = ["none", "None.", "n/a", "N/A", "na", "-", "—", "nothing", "TBD", "tba", "(none)", ""]

ROWS = (
    ("home loans", "house finance"),
    ("house finance", "mortgages"),
    ("firms", "companies"),
    ("payroll", "wages"),
    ("mailing lists", "email-lists"),
    ("", "—"),
)

OVERLAP = [
    # the same, in other words
    ("loans", "home loans"),
    ("home loans", "loans"),
    ("Home Loan", "loans for homes"),
    ("home", "home loans"),
    ("loans home", "cheap home loans fast"),
    ("employers", "small employers"),
    ("Boise", "West Boise"),
    # joined
    ("home loans", "house finance"),
    ("Home Loan", "House Finances"),
    ("residential home loans", "house finance"),
    ("residential house finance", "home loans"),
    ("residential house finance", "residential home loans"),
    ("home loans", "mortgage"),
    ("mortgages for firms", "home loans for companies"),
    ("wages", "payroll services"),
    ("wages", "payroll"),
    ("firm wages", "company payroll"),
    # with a hyphen, or without
    ("non-profit", "nonprofit"),
    ("Non-Profits", "nonprofits in Boise"),
    ("nonprofit", "large non-profits"),
    ("non-profit", "non profit"),
    ("non\u2011profit", "nonprofit"),
    ("non\u2013profits", "nonprofit"),
    ("non\u2012profits", "non-profit"),
    ("e-commerce shops", "ecommerce"),
    ("e-commerce for nonprofits", "ecommerce for non-profits"),
    ("email-lists", "mailing lists"),
    ("emaillists", "mailing lists"),
    # part of a joined phrase
    ("loans", "house finance"),
    ("finance", "home loans"),
    ("finance", "home loans for companies"),
    ("finance for firms", "home loans for companies"),
]

APART = [
    ("loans", "leases"),
    ("home loans", "home leases"),
    ("home loans", "car loans"),
    ("big employers", "small employers"),
    ("", "loans"),
    ("", ""),
    ("—", "—"),
    ("???", "!!!"),
    ("—", ""),
    ("residential house finance", "commercial home loans"),
    ("house sales", "home loans"),
    ("home finance", "house finance"),
    ("finance wages", "home loans"),
    ("company cars", "firm wages"),
]


def reads(one: str, other: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> bool:
    vocabulary = Vocabulary(rows)
    return overlaps(vocabulary.reading(one), vocabulary.reading(other))


@pytest.mark.parametrize(("one", "other"), OTHER_WORDS)
def test_other_words(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_same_words(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: str, other: str) -> None:
    assert not reads(one, other)
    assert not reads(other, one)


@pytest.mark.parametrize(("one", "other"), OVERLAP)
def test_overlap(one: str, other: str) -> None:
    assert reads(one, other)
    assert reads(other, one)


@pytest.mark.parametrize("entry", EVERYTHING.split(";"))
def test_says_everything(entry: str) -> None:
    assert says_everything(entry)


@pytest.mark.parametrize("entry", A_CHOICE.split(";"))
def test_says_no_more_than_its_words(entry: str) -> None:
    assert not says_everything(entry)


@pytest.mark.parametrize("entry", NOTHING)
def test_says_nothing(entry: str) -> None:
    assert words_of(entry) == frozenset()
    assert not reads(entry, entry)


@pytest.mark.parametrize("entry", ["nothing fancy", "none left", "n a", "a/n", "nan", "sauna", "TBDs and more"])
def test_says_something(entry: str) -> None:
    assert reads(entry, entry)


def test_without_joined_words() -> None:
    assert not reads("home loans", "house finance", ())
    assert reads("home loans", "loans", ())


entries = st.lists(st.sampled_from(["home", "house", "loan", "finance", "car", "firm", "wage", "payroll"]), max_size=4)


@given(entries, entries, st.permutations(ROWS), st.randoms(use_true_random=False))
def test_order_and_case_never_matter(
    one: list[str], other: list[str], rows: list[tuple[str, ...]], chance: random.Random
) -> None:
    expected = reads(" ".join(one), " ".join(other))
    assert reads(" ".join(other), " ".join(one)) == expected
    chance.shuffle(one)
    assert reads(" ".join(one).upper(), " ".join(other), tuple(row[::-1] for row in rows)) == expected


@given(st.text(), st.text())
def test_any_entry_overlaps_itself_and_what_it_is_part_of(one: str, other: str) -> None:
    if words_of(one):
        assert reads(one, one)
        assert reads(one, f"{one} {other}")
    else:
        assert not reads(one, other)
