"""Serving a group's site on this machine: built again with each save, and never half a site."""

from refertext.serving.building import Builder
from refertext.serving.live import Live, Shown, Trouble
from refertext.serving.loop import serve

__all__ = ["Builder", "Live", "Shown", "Trouble", "serve"]
