"""The only place that knows MkDocs: its plugin, and building a site with it."""

from refertext.mkdocs_plugin.building import Asked, BuildError, Built, build, build_single
from refertext.mkdocs_plugin.plugin import RefertextPlugin

__all__ = ["Asked", "BuildError", "Built", "RefertextPlugin", "build", "build_single"]
