"""Canonical form: the same record with its keys in order, one a line, and with every remark. Pure: it opens nothing."""

from refertext.text.formatting.form import Formatted, NotFormatted, formatted

__all__ = ["Formatted", "NotFormatted", "formatted"]
