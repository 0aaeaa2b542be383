"""The way the words took, drawn: original, translation, translation back.

Problem: "translated back" is hard to picture; and which of the texts is in the corpus, and which
of them is being compared, decides what may be put between quotation marks.

Method: one step for each language the words went through, from the report's chain, with its role,
its words where they are known, and a mark on the step that the page compares with. A language
nobody knows is a step all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.models import Source
from verifier.report import Report, TranslationReport
from verifier.showing.phrases import language_name
from verifier.showing.translation_notices import is_translated

_BACK = frozenset({"back_translation", "probable_back_translation"})
_UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Step:
    """One text on the way.

    Attributes:
        role: original, translation, ...
        language: its tag; ``und`` when nobody knows.
        name: its language in words.
        title: of its source; empty when that is not in the corpus.
        date: of its source, or empty.
        source_id: None when it is not in the corpus.
        passage_id: the passage there, or None.
        by: translators.
        here: whether it is the text that the page compares with.
    """

    role: str
    language: str
    name: str
    title: str = ""
    date: str = ""
    source_id: str | None = None
    passage_id: int | None = None
    by: tuple[str, ...] = ()
    here: bool = False


def chain_steps(report: Report, known: Mapping[str, Source]) -> list[Step]:
    """The steps from the original to the text compared with.

    Args:
        report: any report.
        known: sources by id.

    Returns:
        Two steps or more; empty for what is no translation as far as is known.
    """
    found, match, source = report.translation, report.match, report.source
    if found is None or match is None or source is None or not is_translated(found):
        return []
    tags = _tags(found)
    roles = _roles(found, len(tags))
    steps = []
    for at, (tag, role) in enumerate(zip(tags, roles, strict=True)):
        if at == len(tags) - 1:
            steps.append(
                Step(
                    role=role,
                    language=tag,
                    name=language_name(tag),
                    title=source.title or source.origin,
                    date=source.date.edtf if source.date else "",
                    source_id=source.id,
                    passage_id=match.passage_id,
                    by=found.translators,
                    here=True,
                )
            )
        else:
            place = _original_place(found) if at == 0 else _rendition_place(found, tag)
            steps.append(_known_step(role, tag, place, known))
    return steps


def _tags(found: TranslationReport) -> list[str]:
    tags = list(found.chain) or [found.original_language or _UNKNOWN, found.language or _UNKNOWN]
    if len(tags) < 2:
        tags = [found.original_language or _UNKNOWN, *tags]
    if found.status in _BACK and len(tags) < 3:
        tags = [tags[0], *([_UNKNOWN] * (3 - len(tags))), tags[-1]]
    if found.original.available and found.original.language and tags[0] == _UNKNOWN:
        tags[0] = found.original.language
    return tags


def _roles(found: TranslationReport, steps: int) -> list[str]:
    maybe = "probably a " if found.status.startswith("probable") else ""
    last = {
        "interpreted": "interpreter's words",
        "back_translation": "translation back",
        "probable_back_translation": f"{maybe}translation back",
    }.get(found.status, f"{maybe}translation")
    unsure = "not known" in (found.original.alignment_basis or "")
    first = "counterpart; which was first is not known" if unsure else "original"
    return [first, *(["translation"] * (steps - 2)), last]


def _original_place(found: TranslationReport) -> tuple[str, int | None] | None:
    original = found.original
    if not original.available or original.source_id is None:
        return None
    return original.source_id, original.passage_id


def _rendition_place(found: TranslationReport, tag: str) -> tuple[str, int | None] | None:
    for other in found.other_renditions:
        if other.language == tag:
            return other.source_id, None
    return None


def _known_step(
    role: str, tag: str, place: tuple[str, int | None] | None, known: Mapping[str, Source]
) -> Step:
    if place is None or place[0] not in known:
        return Step(role, tag, language_name(tag))
    held = known[place[0]]
    return Step(
        role=role,
        language=tag,
        name=language_name(tag),
        title=held.title or held.origin,
        date=held.date.edtf if held.date else "",
        source_id=held.id,
        passage_id=place[1],
    )
