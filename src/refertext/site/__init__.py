"""The site: a group and its findings become pages. What makes files of them, and MkDocs, are not known here."""
