"""The closed lists: complete, versioned and without contradictions."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from verifier.reading.saying import LANGUAGES, load_sayings


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_list_has_a_version_and_no_entry_twice(tag: str) -> None:
    path = files("verifier").joinpath("lexicons").joinpath("saying").joinpath(f"{tag}.toml")
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    assert entries["language"] == tag
    assert entries["version"] >= 1
    for field, words in entries.items():
        if isinstance(words, list):
            assert len(words) == len(set(words)), field
            assert all(w == w.lower() and w == w.strip() for w in words), field


def test_no_word_of_the_speaker_is_a_verb_of_saying() -> None:
    sayings = load_sayings()
    assert not sayings.dialogue.spaced & sayings.verbs.spaced
    assert sayings.dash_verbs.spaced < sayings.verbs.spaced


def test_words_of_scripts_without_spaces_are_found_inside_a_stretch() -> None:
    sayings = load_sayings()
    assert sayings.verbs.among((), "局长昨天表示")
    assert not sayings.verbs.among((), "局长昨天来了")
    assert sayings.verbs.among(("he", "said"), "he said")
