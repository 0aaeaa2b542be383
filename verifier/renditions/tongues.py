"""What languages are called in English, and which way they are written."""

from __future__ import annotations

_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "grc": "Ancient Greek",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "la": "Latin",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sco": "Scots",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "und": "language unknown",
    "zh": "Chinese",
}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"})


def language_name(tag: str | None) -> str:
    """The English name of a language; the tag itself where the name is not on the list."""
    return _NAMES.get((tag or "und").partition("-")[0], tag or "")


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the primary language tag."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
