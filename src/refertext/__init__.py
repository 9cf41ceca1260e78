"""refertext: strategic referral groups as plain text in a git repository."""

__version__ = "0.1.0"
