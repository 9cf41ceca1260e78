"""The forge that the group's repository lives on: addresses of its pages that show, change and begin a file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from refertext.patterns import pattern
from refertext.records.settings import Site as Settings

_ADDRESS = pattern(r"https://([A-Za-z0-9.-]+(?::\d+)?)(/[A-Za-z0-9._~/-]+?)(?:\.git)?/?\Z")
_BRANCH = pattern(r"[A-Za-z0-9._/-]{1,100}\Z")


@dataclass(frozen=True, slots=True)
class NewFile:
    """The page of a forge, as it is `called`, on which a new file is begun. `name` and `text` are what the address
    calls the file's whole name and its text; `text` is empty where the forge takes none.
    """

    called: str
    address: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge. `kind` is how its addresses are made: github, gitlab or gitea, as Forgejo does, too."""

    kind: str
    address: str
    branch: str

    def edit(self, file: str) -> str:
        """The page on which a file is corrected, which suggests the change where the visitor may not make it."""
        folder = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}[self.kind]
        return f"{self.address}/{folder}/{quote(self.branch)}/{quote(file)}"

    def view(self, file: str, line: int = 0) -> str:
        """The page that shows a file, at a line of it."""
        folder = {"github": "blob", "gitlab": "-/blob", "gitea": "src/branch"}[self.kind]
        mark = f"#L{line}" if line else ""
        return f"{self.address}/{folder}/{quote(self.branch)}/{quote(file)}{mark}"

    def begin(self, file: str, text: str) -> str:
        """The page on which a file is begun, with its name and, where the forge takes one, its text."""
        asked = {self.new.name: file} | ({self.new.text: text} if self.new.text else {})
        return f"{self.new.address}?{urlencode(asked, quote_via=quote)}"

    @property
    def pages(self) -> str:
        """The address at which the forge shows a site that is built in the repository; empty where that is not the same
        for all: of GitLab and others only the settings know it.
        """
        if self.kind != "github":
            return ""
        owner, _, name = urlsplit(self.address).path.strip("/").partition("/")
        own = f"{owner.lower()}.github.io"
        return f"https://{own}/" if name.lower() == own else f"https://{own}/{name}/"

    @property
    def new(self) -> NewFile:
        """The page on which a new file is begun. GitLab takes no text: its editor ignores what it is given."""
        folder = {"github": "new", "gitlab": "-/new", "gitea": "_new"}[self.kind]
        name, text = ("file_name", "") if self.kind == "gitlab" else ("filename", "value")
        called = {"github": "GitHub", "gitlab": "GitLab"}.get(self.kind, urlsplit(self.address).hostname or "")
        return NewFile(called, f"{self.address}/{folder}/{quote(self.branch)}", name, text)


def forge(settings: Settings | None) -> Forge | None:
    """The forge that the settings name; None where they name none, or no address that a browser may be led to."""
    address = _ADDRESS.match(settings.repository or "") if settings else None
    if settings is None or address is None:
        return None
    branch = settings.branch or "main"
    host = address[1].lower()
    kind = "gitlab" if "gitlab" in host else "github" if host == "github.com" else "gitea"
    if not _BRANCH.match(branch) or ".." in branch:
        return None
    return Forge(kind, f"https://{address[1]}{address[2]}", branch)
