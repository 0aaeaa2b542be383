"""In which languages somebody speaks in the other sources of a corpus.

Problem: the register of speakers knows a few people, and a declared translation of anybody else's
words can be told from a translation of a translation only by the language they speak. Method: the
languages of the other sources in which somebody of that name speaks and which show nothing of being
translated themselves. It never makes a translation of anything by itself: the table of statuses
asks for evidence on the page first.

Rejected: roles and single names ("Host", "Maria" are somebody else in every source); sources that
were aligned with another one (which of the two came first may rest on this very answer).

Functions on a `Store`; nothing is written.
"""

from __future__ import annotations

import unicodedata

from corpus.keeping.lineage_store import live
from corpus.keeping.store import Store
from corpus.text.languages import UNDETERMINED
from corpus.text.names import is_role
from corpus.text.tokens import is_unspaced
from corpus.translation.evidence import Code, Strength
from corpus.translation.registers import Registers

_MOST = 200
"""Other sources that are looked at for one speaker: what hundreds of them say is known by then."""
_TELLING = frozenset({Strength.DECLARED, Strength.MEASURED, Strength.STRONG})
_FEWEST_HAN = 2


def languages_elsewhere(
    store: Store, registers: Registers, rendition_id: int
) -> dict[str, tuple[str, ...]]:
    """The languages of speakers' other sources that show nothing of being translations.

    Args:
        store: where the sources are.
        registers: of speakers; whoever has an entry there is not looked up.
        rendition_id: whose speakers; others of the same work count only while nothing links them.

    Returns:
        Speaker's name to primary tags, the one with most sources first; names that tell nobody
        apart, and speakers without another source, are left out.

    Cost: reads the table of speakers once a speaker.
    """
    found: dict[str, tuple[str, ...]] = {}
    for speaker in store.speakers(rendition_id):
        every = (speaker.name, *speaker.aliases)
        if registers.speaker(every) is not None:
            continue
        names = [name for name in every if _tells_apart(name)]
        counts: dict[str, int] = {}
        for language in _languages(store, names, rendition_id):
            counts[language] = counts.get(language, 0) + 1
        if counts:
            found[speaker.name] = tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))
    return found


def _tells_apart(name: str) -> bool:
    """Whether a name is likely to mean one person wherever it stands."""
    if is_role(name):
        return False
    unspaced = sum(map(is_unspaced, name))
    return unspaced >= _FEWEST_HAN or len(name.split()) > 1


def _languages(store: Store, names: list[str], rendition_id: int) -> list[str]:
    if not names:
        return []
    marks = ",".join("?" * len(names))
    with store.lineage.database.reading() as connection:
        rows = connection.execute(
            "SELECT DISTINCT p.rendition_id FROM speakers p"
            f" WHERE p.name IN ({marks}) AND p.rendition_id <> ?"
            f" AND {live('p.rendition_id')} LIMIT {_MOST}",
            (*names, rendition_id),
        ).fetchall()
    found = []
    for (other,) in rows:
        source = store.source_of_rendition(other)
        if source.language != UNDETERMINED and not source.provenance.is_translation:
            rows = store.lineage.evidence_of(other)
            told = [r for r in rows if r.strength in _TELLING and r.code != Code.LINK_TO_ORIGINAL]
            if not told:
                found.append(source.language)
    return found


def languages_spoken(store: Store, name: str) -> tuple[str, ...]:
    """The languages of all sources in which somebody speaks, translations too.

    Args:
        store: where the sources are.
        name: a name or alias, case and width aside.

    Returns:
        Primary tags; empty for somebody who does not speak in the corpus.

    Cost: reads the table of speakers.
    """
    found = {store.source_of_rendition(id).language for id, _ in _speaking(store, name)}
    return tuple(sorted(found - {UNDETERMINED}))


def passages_spoken(store: Store, name: str, but: str, most: int) -> list[int]:
    """Passages in which somebody speaks, in other languages than one, the first sources first.

    Args:
        store: where the sources are.
        name: as in `languages_spoken`.
        but: the language that is left out.
        most: how many ids at most.
    """
    ids: list[int] = []
    for rendition_id, number in _speaking(store, name):
        if len(ids) >= most:
            break
        if store.source_of_rendition(rendition_id).language == but:
            continue
        with store.lineage.database.reading() as connection:
            rows = connection.execute(
                "SELECT p.id FROM renditions r JOIN passages p"
                " ON p.id >= r.first_passage AND p.id < r.first_passage + r.passages"
                " WHERE r.id = ? AND p.speaker = ? ORDER BY p.id LIMIT ?",
                (rendition_id, number, most - len(ids)),
            ).fetchall()
        ids += [row[0] for row in rows]
    return ids


def _speaking(store: Store, name: str) -> list[tuple[int, int]]:
    """Rendition and number of a speaker wherever they speak, oldest first."""
    wanted = _folded(name)
    # SQLite lowers ASCII only, so the first letter narrows the rows down when it is one
    initial = wanted[:1] if wanted[:1].isascii() else ""
    with store.lineage.database.reading() as connection:
        rows = connection.execute(
            "SELECT p.rendition_id, p.number, p.name, p.aliases FROM speakers p"
            f" WHERE instr(lower(p.name || p.aliases), ?) AND {live('p.rendition_id')}"
            " ORDER BY p.rendition_id, p.number",
            (initial,),
        ).fetchall()
    return [
        (rendition_id, number)
        for rendition_id, number, held, aliases in rows
        if _folded(held) == wanted or f'"{wanted}"' in _folded(aliases)
    ]


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
