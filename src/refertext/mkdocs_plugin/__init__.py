"""The only place that knows MkDocs: its plugin, and building a site with it."""

from refertext.mkdocs_plugin.building import CONFIGURATION, Asked, BuildError, Built, build, build_single
from refertext.mkdocs_plugin.plugin import RefertextPlugin
from refertext.mkdocs_plugin.used import used_paths

__all__ = ["CONFIGURATION", "Asked", "BuildError", "Built", "RefertextPlugin", "build", "build_single", "used_paths"]
