"""The schema of the store, as numbered SQL scripts.

Each file ``NNNN_name.sql`` takes the database from version ``NNNN - 1`` to ``NNNN``: one
transaction (``BEGIN IMMEDIATE`` to ``COMMIT``) that also sets ``PRAGMA user_version``. A file that
has been released is never edited; a change is a new file. `corpus.keeping.database` runs them.
"""

from __future__ import annotations

from importlib import resources


def scripts() -> list[str]:
    """The scripts in order; the first one makes version 1."""
    files = [f for f in resources.files(__name__).iterdir() if f.name.endswith(".sql")]
    return [f.read_text(encoding="utf-8") for f in sorted(files, key=lambda f: f.name)]
