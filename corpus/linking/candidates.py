"""Which documents are worth aligning with one another.

Problem: aligning every new document with every other is out of the question, and of all documents
about a subject only those that render the same words are wanted.

Method: a document leaves a signature, a set of a few hundred plain terms that can be stored and
looked up. For one language they are word forms; across languages, what both write alike (numbers,
names, Latin words) and, with a lexicon, the terms of its second language. A long document keeps
the terms with the smallest hashes, so that two documents keep the same ones. Candidates are ranked
by the cosine of their signatures with rare terms counting more.

Rejected: sentence hashes (a rewording leaves none alike); a vector index (a model and its memory).

Source: Broder 1997 (min-wise sampling); Sparck Jones 1972 (rarity).
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Generic, TypeVar

from corpus.linking.bilingual import Lexicon, lexical_terms
from corpus.linking.bilingual_anchors import latin_words, names_in_han, names_in_latin, numbers
from corpus.linking.bilingual_basics import with_basics
from corpus.linking.monolingual import word_forms

LARGEST = 600
Key = TypeVar("Key", bound=Hashable)
Term = TypeVar("Term", bound=Hashable)
_PARTNERS = 1
_SOUNDS = 4
"""Consonants by which a foreign name is told; plain pinyin is the sound of many words."""
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z0-9]+\b")
_SHARED = 3
"""Terms in common below which two documents are not compared at all."""


@dataclass(frozen=True, slots=True)
class LinkCandidate(Generic[Key]):
    """A document that may render the same work.

    Attributes:
        key: as the caller names it.
        likeness: cosine of the signatures, 0 to 1.
        shared: terms in common.
    """

    key: Key
    likeness: float
    shared: int


def signature(texts: Iterable[str], *, largest: int = LARGEST) -> frozenset[str]:
    """The terms by which another document in the same language finds this one.

    Args:
        texts: its sentences or passages.
        largest: most terms to keep.

    Returns:
        Word forms; those with the smallest hashes when there are more than ``largest``.
    """
    return _sample({form for text in texts for form in word_forms(text)}, largest)


def signature_across(
    texts: Iterable[str],
    language: str,
    other: str,
    lexicon: Lexicon | None = None,
    *,
    largest: int = LARGEST,
) -> frozenset[str]:
    """The terms by which a document in another language finds this one.

    Args:
        texts: its sentences or passages.
        language: its tag.
        other: tag of the language looked for.
        lexicon: between the two languages, in either order; both documents must be read with the
            same one.
        largest: most terms to keep.

    Returns:
        Marks that do not depend on the language, and terms of the lexicon's second language.
    """
    if lexicon and lexicon.language_a != language:
        lexicon = lexicon.flipped()
    lexicon = with_basics(lexicon, language, other)
    first = min(language, other) != language
    found: set[str] = set()
    for text in texts:
        found.update(f"#{value}" for value in numbers(text, language))
        if language[:2] == "zh":
            found.update(f"@{word}" for word in latin_words(text))
            found.update(f"@{name}" for name in names_in_han(text) if _telling(name))
        else:
            found.update(f"@{word.casefold()}" for word in _CAPITALISED.findall(text))
            found.update(f"@{name}" for name in names_in_latin(text) if _telling(name))
        for term in lexical_terms(text) if lexicon else ():
            entry = lexicon.a.get(term) if lexicon else None
            if entry and first:
                found.update(f"={partner}" for partner in entry.partners[:_PARTNERS])
            elif entry:
                found.add(f"={term}")
    return _sample(found, largest)


def _telling(name: str) -> bool:
    return name.isupper() and len(name) >= _SOUNDS


def _sample(found: set[str], largest: int) -> frozenset[str]:
    if len(found) <= largest:
        return frozenset(found)
    return frozenset(sorted(found, key=lambda term: (zlib.crc32(term.encode()), term))[:largest])


class _Weights(dict[int, float]):
    """What a term weighs, by the number of documents it stands in."""

    def __init__(self, documents: int) -> None:
        super().__init__()
        self._documents = documents

    def __missing__(self, held: int) -> float:
        self[held] = found = math.log(1 + self._documents / (held + 0.5)) ** 2
        return found


def candidates_for_linking(
    wanted: Collection[Term],
    others: Mapping[Key, Collection[Term]],
    *,
    limit: int = 5,
    frequency: Mapping[Term, int] | None = None,
    documents: int | None = None,
) -> list[LinkCandidate[Key]]:
    """Rank the documents that may render the same work.

    Args:
        wanted: signature of the document in question.
        others: signatures of the others, of the same kind.
        limit: at most this many.
        frequency: in how many documents of the corpus each term stands; counted in ``others`` when
            it is not given.
        documents: how many documents the corpus has; as many as ``others`` when it is not given.

    Returns:
        Best first, ties in the order of ``others``; only documents with at least three terms in
        common. Whether they are linked is for the alignment to say.

    Cost: grows with the sum of the signatures.
    """
    counts = frequency or Counter(term for terms in others.values() for term in terms)
    weights = _Weights(max(documents or len(others), 1))

    def weight(terms: Iterable[Term]) -> float:
        # exact, so that the order of the terms changes nothing
        return math.fsum(map(weights.__getitem__, map(counts.get, terms, repeat(0))))

    mine = frozenset(wanted)
    own = weight(mine)
    found = []
    for key, terms in others.items():
        shared = mine.intersection(terms)
        if len(shared) >= _SHARED:
            likeness = weight(shared) / math.sqrt(own * weight(terms))
            found.append(LinkCandidate(key, round(min(1.0, likeness), 6), len(shared)))
    return sorted(found, key=lambda candidate: -candidate.likeness)[:limit]
