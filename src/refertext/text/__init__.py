"""Text: bytes become plain data, and symbolic places become lines and columns again. Pure: nothing is opened here."""

from refertext.text.document import LOG, Document, bounded, parse
from refertext.text.places import Places, Span, locate
from refertext.text.source import MOST_BYTES, MOST_FLAWS_OF_A_KIND, Source
from refertext.text.subset import HAS_LIBYAML, MOST_LEVELS

__all__ = [
    "HAS_LIBYAML",
    "LOG",
    "MOST_BYTES",
    "MOST_FLAWS_OF_A_KIND",
    "MOST_LEVELS",
    "Document",
    "Places",
    "Source",
    "Span",
    "bounded",
    "locate",
    "parse",
]
