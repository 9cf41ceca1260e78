"""Singular and plural of a word are one word, and no word is another one."""

from __future__ import annotations

import pytest

from refertext.group.plurals import singular, stem

SINGULAR = {
    "": "",
    "s": "s",
    "gas": "gas",
    "bus": "bus",
    "tax": "tax",
    "business": "business",
    "status": "status",
    "analysis": "analysis",
    "payroll": "payroll",
    "loans": "loan",
    "employers": "employer",
    "companies": "company",
    "bodies": "body",
    "pies": "pie",
    "ties": "tie",
    "businesses": "business",
    "taxes": "tax",
    "boxes": "box",
    "churches": "church",
    "brushes": "brush",
    "houses": "house",
    "services": "service",
    "leases": "lease",
    "employees": "employee",
    "shoes": "shoe",
    "women": "woman",
    "men": "man",
    "tradesmen": "tradesman",
    "specimen": "specimen",
    "specimens": "specimen",
    "omen": "omen",
    "people": "person",
    "salespeople": "salesperson",
    "children": "child",
    "wives": "wife",
    "lives": "life",
    "olives": "olive",
    "valves": "valve",
    "shelves": "shelf",
    "halves": "half",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "crises": "crisis",
    "enterprises": "enterprise",
    "ads": "ad",
    "pcs": "pc",
    "gps": "gps",
    "quizzes": "quiz",
    "teeth": "tooth",
    "feet": "foot",
    "webfeet": "webfoot",
    "geese": "goose",
    "mice": "mouse",
    "pumice": "pumice",
    "alumni": "alumnus",
    "fungi": "fungus",
    "lens": "lens",
    "canvas": "canvas",
    "diabetes": "diabetes",
    "news": "news",
    "physics": "physics",
    "series": "series",
    "sales": "sale",
}

BOTH_NUMBERS = """
menu menus; taxi taxis; bureau bureaus; guru gurus; safari safaris; kpi kpis; mri mris; cpu cpus; ski skis; emu emus;
lens lenses; canvas canvases; quiz quizzes; tomato tomatoes; hero heroes; potato potatoes; shoe shoes; canoe canoes;
tooth teeth; foot feet; mouse mice; goose geese; alumnus alumni; bus buses; gas gases; campus campuses; virus viruses;
bonus bonuses; iris irises; atlas atlases; bias biases; analysis analyses; business businesses; promise promises;
house houses; lease leases; size sizes; movie movies; niche niches; sale sales; logo logos; photo photos; toe toes;
purchase purchases; spouse spouses; franchise franchises
"""

APART = """
lens len; canvas canva; news new; customs custom; electronics electronic; goods good; means mean; tax taxi; analysis
analyst; physics physician; bus busy; gas gastro; texas texan; paris parish; kansas arkansas; dallas dale; diabetes
diet; toe to; hoe ho; shoe show; series serial; sales salon; lease lea; business busy; pumice pumouse; menu men; mouse
moose; goose good; foot food; tooth too; alumnus aluminium; louis lou; taxi taxa; hero her; potato pot; quiz quit; bus
bu; gas ga
"""


@pytest.mark.parametrize(("word", "expected"), SINGULAR.items())
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


def _pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.split(";")]


@pytest.mark.parametrize(("one", "many"), _pairs(BOTH_NUMBERS))
def test_both_numbers_meet(one: str, many: str) -> None:
    assert stem(singular(one)) == stem(singular(many))


@pytest.mark.parametrize(("one", "other"), _pairs(APART))
def test_apart(one: str, other: str) -> None:
    assert stem(singular(one)) != stem(singular(other))
