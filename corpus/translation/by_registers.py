"""What the registers say about a document: languages of its speakers, habits of its site.

Problem: a page in a language its speaker never uses in public, or on a site that mostly publishes
translations, is a translation without saying so. Method: look every speaker, the page's address
and its publisher up in the registers; the row carries the entry's reason.

Rejected: a speaker's nationality or a site's domain as a reason (both accuse the wrong pages).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.models import Description, DraftPassage, SourceKind, Speaker
from corpus.text.languages import UNDETERMINED, detect_language
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.registers import RegisteredPublisher, Registers, on_site

_KIND_VERSION = "fields-1"
_ENOUGH = 200
"""Characters of a speaker's turns from which their language can be told apart from the page's."""


def mismatches(
    text: str, passages: Sequence[DraftPassage], description: Description, registers: Registers
) -> Iterator[ScopedEvidence]:
    """Speakers who do not speak their turns' language in public.

    Args:
        text: the stored text.
        passages: in order of place.
        description: of the document; its date is that of the event.
        registers: of speakers.

    Returns:
        One row a speaker, at the first place that names them.
    """
    day = description.date.edtf if description.date else None
    for speaker in dict.fromkeys(p.speaker for p in passages if p.speaker is not None):
        names = (speaker.name, *speaker.aliases)
        entry = registers.speaker(names)
        if entry is None:
            continue
        page = _language_of(speaker, text, passages, description.language)
        if page == UNDETERMINED or page in registers.languages_of(names, day):
            continue
        start, end = _named_at(text, names, passages, speaker)
        yield ScopedEvidence(
            Code.LANGUAGE_MISMATCH,
            Strength.STRONG,
            text[start:end],
            start,
            end,
            "register.speakers",
            registers.version,
            speaker=speaker.name,
            translated_from=registers.languages_of(names, day)[0],
            reason=entry.reason,
        )


def _language_of(
    speaker: Speaker, text: str, passages: Sequence[DraftPassage], page: str
) -> str:
    """The language of somebody's turns; the page's when they are short or nothing else is sure."""
    turns = [text[p.start : p.end] for p in passages if p.speaker == speaker]
    said = " ".join(turns[:40])
    found = detect_language(said) if len(said) >= _ENOUGH else UNDETERMINED
    return page if found == UNDETERMINED else found


def _named_at(
    text: str, names: Sequence[str], passages: Sequence[DraftPassage], speaker: Speaker
) -> tuple[int, int]:
    """Where the page names somebody; else where their first words stand."""
    for name in names:
        at = text.find(name)
        if at >= 0:
            return at, at + len(name)
    first = next(p for p in passages if p.speaker == speaker)
    return first.start, min(first.end, first.start + 80)


def by_publisher(
    text: str, description: Description, registers: Registers
) -> Iterator[ScopedEvidence]:
    """A row when the page's site is registered for mostly publishing translations."""
    entry = _registered(description, registers, "translations")
    if entry is not None:
        yield _site_row(text, description, registers, entry, Code.PUBLISHER_REGISTER)


def positive(
    text: str, passages: Sequence[DraftPassage], description: Description, registers: Registers
) -> Iterator[ScopedEvidence]:
    """What speaks for an original: a recording, a record of the house, the speaker's own site."""
    if description.kind is SourceKind.RECORDING:
        yield ScopedEvidence(
            Code.RECORDING, Strength.POSITIVE, "", None, None, "kind", _KIND_VERSION
        )
    entry = _registered(description, registers, "official")
    if entry is not None and _registered(description, registers, "translations") is None:
        yield _site_row(text, description, registers, entry, Code.OFFICIAL_TRANSCRIPT)
    for speaker in dict.fromkeys(p.speaker for p in passages if p.speaker is not None):
        known = registers.speaker((speaker.name, *speaker.aliases))
        url = description.url
        if known is None or url is None or not on_site(url, known.sites):
            continue
        if description.language in known.languages_used:
            start, end = _place_of(text, url)
            yield ScopedEvidence(
                Code.OWN_SITE,
                Strength.POSITIVE,
                url if start is not None else "",
                start,
                end,
                "register.speakers",
                registers.version,
                speaker=speaker.name,
                reason=known.reason,
            )


def _registered(
    description: Description, registers: Registers, role: str
) -> RegisteredPublisher | None:
    return registers.publisher(
        role, description.language, description.url, description.publisher
    )


def _site_row(
    text: str,
    description: Description,
    registers: Registers,
    entry: RegisteredPublisher,
    code: Code,
) -> ScopedEvidence:
    positive = code == Code.OFFICIAL_TRANSCRIPT
    for written in (description.publisher, description.url):
        start, end = _place_of(text, written)
        if start is not None:
            break
    return ScopedEvidence(
        code,
        Strength.POSITIVE if positive else Strength.STRONG,
        text[start:end] if start is not None else "",
        start,
        end,
        "register.publishers",
        registers.version,
        reason=entry.reason,
    )


def _place_of(text: str, written: str | None) -> tuple[int | None, int | None]:
    at = text.find(written) if written else -1
    return (at, at + len(written)) if written and at >= 0 else (None, None)
