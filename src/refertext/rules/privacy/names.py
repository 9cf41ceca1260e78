"""Real names in texts that everybody may read."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator

from refertext.group import Group
from refertext.group.plurals import singular
from refertext.patterns import pattern
from refertext.records import Member, Prospect

_WORD = pattern(r"[^\W_]+")
_FEWEST_LETTERS = 4

_FOUND_IN_MANY_NAMES = """
about academy accountant accounting advisor agency agriculture alliance america american appliance architect
architecture associate auto automotive bakery bank bar beauty benefit best better bicycle bike boat body bookkeeping
brand brewery brewing bridge bro brother build builder building business butcher cabinet cafe capital car care cargo
carpet cater catering center central centre century charity chemical child church city clean cleaning clinic clothing
club coach coffee collective college commercial community company computer concept concrete construction consult
consultant consulting contract contractor cooperative corner corp corporation cottage council country county craft
creative credit customer dairy data daycare dealer dental dentist department design designer development digital direct
distribution district doctor door downtown drive early east eastern education electric electrical electrician
electronic electronics elite employer energy engineering enterprise entertainment environmental equipment equity estate
event excavation express fabrication factory family farm farmer fashion fast federal fence finance financial first
fitness floor flooring flower food forest former foundation foundry freight fresh friend from furniture garage garden
general glass global golden good goods grand great green grill grocery group guild hardware haulage haulier health
healthcare heating heritage high hill holding home hospital hospitality hotel house household housing import
independent industrial industry information inn institute insurance interior international internet investment investor
jewelry kennel kitchen laboratory lake land landscape landscaping large laundry lawyer leather legal leisure lender
life light lighting limited little local lodge logistic lumber machine machinery main maker management manager
manufacturer manufacturing marina marine market marketing master material media medical metal middle midwest mill
modern mortgage motor mountain music national natural near network nonprofit north northern northwest nursery office
online optical orchard orthodontic outdoor over owner packaging paint painting paper park partner partnership pension
people performance personal pharmacy photo photography physical physio physiotherapy pizza plant plastic plumber
plumbing point pool power practice precision premier press print printer printing private pro producer product
production professional project property public quality ranch real realtor realty regional remodel rental repair
repairer research residential resort resource restaurant retail river road roof roofer roofing room safety sale salon
school science seafood second security seed select senior service shipping shop shopping sign small smart social
software solar solution source south southern southwest special specialist specialty sport spring square staffing
startup state station steel storage store street studio summit sunrise sunset supplier supply support surgery
sustainable system tailor team tech technical technology telecom that their therapy three tile timber tire title tool
tour town trade trading training transit transport transportation travel tree truck trucker trucking trust union united
university urban valley vehicle venture vet veterinarian veterinary village vision walk wall warehouse waste watch
water wealth weather web welding wellness west western wheel wholesale window winery with wood woodwork work workshop
world yard young
"""


def real_name_in(text: str, name: str, common: Collection[str]) -> str | None:
    """What of a real name stands in a text: all of it, or a word that tells it; as it is written in the name."""
    words = _words(text)
    whole = _words(name)
    if sum(map(len, whole)) >= _FEWEST_LETTERS and f" {' '.join(whole)} " in f" {' '.join(words)} ":
        return " ".join(name.split())
    return next((word for word in _WORD.findall(name) if _tells(word, words, common)), None)


def _tells(word: str, words: Collection[str], common: Collection[str]) -> bool:
    """Whether a word of a real name stands among others, and is not one that many have."""
    plain = " ".join(_words(word))
    return plain in words and len(plain) >= _FEWEST_LETTERS and plain.isalpha() and plain not in common


def common_words(group: Group) -> frozenset[str]:
    """The words that tell nobody's name: those of many businesses, and those of the group's own seats, members,
    categories, industries and places.
    """
    found = set(_FOUND_IN_MANY_NAMES.split())
    for text in _own_texts(group):
        found.update(_words(text))
    return frozenset(found)


def _own_texts(group: Group) -> Iterator[str]:
    yield from group.category_names
    for prospect in group.prospects.values():
        yield from _of_prospect(prospect)
    for member in group.members.values():
        yield from _of_member(member)


def _of_prospect(prospect: Prospect) -> Iterator[str]:
    yield prospect.industry or ""
    yield prospect.place or ""


def _of_member(member: Member) -> Iterator[str]:
    yield member.name
    yield member.business
    if member.seat:
        for entries in (member.seat.services, member.seat.clients, member.seat.territory):
            yield from entries
    if member.ideal_client:
        for entries in (member.ideal_client.industries, member.ideal_client.roles, member.ideal_client.places):
            yield from entries


def _words(text: str) -> list[str]:
    """The words of a text in order: case-folded, singular, without accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [singular(word) for word in _WORD.findall(text.casefold())]
