"""Front matter: what stands between two lines of dashes at the top of a Markdown file."""

from __future__ import annotations

import pytest

from corpus.ingest import read_source
from corpus.readers.front_matter import read_front_matter

BODY = "The ferry left when the bell had rung.\n"
READ = [
    ("title: Notes\ndate: 2021-08-17\n", {"title": "Notes", "date": "2021-08-17"}, "plain values"),
    ("title: \"Notes: a start\"\nauthor: 'Ida'\n", {"title": "Notes: a start", "author": "Ida"},
     "in quotes"),
    ("lang: de\nauthors: [Ida, \"Tom\"]\n", {"language": "de", "author": "Ida, Tom"},
     "other names for the keys, a list in brackets"),
    ("authors:\n  - Ida\n  - Tom\n", {"author": "Ida, Tom"}, "a list below"),
    ("layout: post\ntags:\n- a\n- b\ntitle: Notes\n", {"title": "Notes"}, "what is no field"),
    ("summary: |\n  Two lines\n  of text\ntitle: Notes\n", {"title": "Notes"}, "a text below"),
    ("permalink: /notes/\n", {}, "a path is no address"),
    ("canonical_url: https://desk.example/a\n", {"url": "https://desk.example/a"}, "an address"),
    ("date: 2021-08-17 # the first\n\n# a remark\n", {"date": "2021-08-17"}, "remarks"),
    ("title: >\n  folded\n", {}, "a value that is not on its line"),
    ("", {}, "nothing in it"),
]  # fmt: skip


@pytest.mark.parametrize(("front", "fields", "why"), READ)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fields_are_read_and_the_body_begins_behind(
    front: str, fields: dict[str, str], why: str, end: str
) -> None:
    text = f"---\n{front}---\n{BODY}".replace("\n", end)
    found = read_front_matter(text)
    assert found is not None
    assert found[0] == fields, why
    assert text[found[1] :].strip() == BODY.strip(), why
    if found[2] is not None:
        assert text[slice(*found[2])] == fields["title"], why


NONE = [
    (f"---\n{BODY}---\nThe rest.", "text between rules"),
    (f"---\ntitle: Notes\n\n{BODY}", "never closed"),
    (f"title: Notes\n---\n{BODY}", "not at the top"),
    (f"---\nIda: It rang.\nTom: Twice.\n---\n{BODY}", "a dialogue between rules"),
    (BODY, "nothing of the kind"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_anything_else_is_text(text: str, why: str) -> None:
    assert read_front_matter(text) is None, why


@pytest.mark.parametrize("heading", ["# Notes\n\n", ""])
def test_a_title_stands_in_the_text_once(heading: str) -> None:
    text = f"---\ntitle: Notes\ndraft: no\n---\n\n{heading}{BODY}"
    (draft,) = read_source("a.md", text.encode())
    written = [draft.text[p.start : p.end] for p in draft.passages]
    assert draft.description.title == "Notes"
    assert [w.strip("# ") for w in written] == ["Notes", BODY.strip()]
