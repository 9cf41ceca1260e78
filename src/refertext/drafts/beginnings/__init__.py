"""Beginnings: new records, made of a few answers and a skeleton. One kind a module."""

from refertext.drafts.beginnings.skeleton import Skeleton

__all__ = ["Skeleton"]
