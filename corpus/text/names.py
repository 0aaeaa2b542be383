"""What a name looks like: shapes of labels, parts of names, full names in running text.

The lists here are closed and hold words of the language (roles, titles, openings), never names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

Shape = Literal["name", "loose", ""]


def _listed(words: str, between: str | None = None) -> frozenset[str]:
    return frozenset(words.split(between))


_ROLES = _listed(
    "host cohost co-host moderator interviewer interviewee reporter journalist correspondent "
    "editor "
    "question questioner q answer a speaker audience member guest anchor presenter narrator "
    "announcer chair chairman chairwoman chairperson president vice-president minister secretary "
    "treasurer senator representative congressman congresswoman councillor councilor mayor "
    "governor "
    "judge justice counsel court attorney prosecutor witness clerk operator analyst commissioner "
    "director deputy spokesman spokeswoman spokesperson officer official professor doctor patient "
    "student teacher staff moderatorin interviewerin reporterin frage antwort journaliste "
    "intervieweur question réponse periodista entrevistador pregunta respuesta ведущий журналист "
    "вопрос ответ корреспондент unknown all both system voice caller man woman"
)
_TITLES = _listed(
    "mr mrs ms dr prof professor president senator sen rep governor gov minister chancellor "
    "chairman "
    "ceo coo cto cfo cio cmo vp svp evp founder cofounder co-founder director secretary general "
    "judge justice sir lady lord dame king queen prince princess pope saint st former prime vice "
    "deputy chief executive officer editor reporter host moderator journalist author investor "
    "partner captain major colonel sergeant lieutenant officer coach attorney congressman mayor "
    "congresswoman councillor councilor commissioner treasurer ambassador"
)
_OPENINGS = _listed(
    "a about after again all also although among an and another any are as asked at because before "
    "both but by can could dear did do does during each even every finally first for from further "
    "had has have he hello her here hi his how however i if in indeed instead interestingly is it "
    "its just last later like many maybe meanwhile meet more most my nevertheless new next no not "
    "now of on once one only or other our over perhaps please recently said says she should since "
    "so some still such thank thanks that the their then there therefore these they this those "
    "though thus to today together tomorrow under unlike until we welcome well were what "
    "when where "
    "whether which while who why will with would yes yesterday yet you your"
)
_ASIDES = _listed(
    "note|notes|editor's note|editor’s note|summary|conclusion|introduction|background|update|"
    "updates|warning|disclaimer|source|sources|photo|photos|image|images|caption|tag|tags|date|"
    "title|author|url|link|links|price|address|phone|telephone|tel|email|e-mail|contact|location|"
    "time|venue|example|examples|tip|tips|ps|p.s|p.s.|key points|takeaway|takeaways|highlights|"
    "abstract|keywords|references|read more|related|see also|correction|published|updated|by|"
    "translation|translator|translated by|subject|re|cc|from|to|sent|category|duration|publisher|"
    "language|kind|format|isbn|pages|chapter|part|step|section|figure|table|website|website link|"
    "注|注意|备注|备注说明|编者按|编者注|来源|标签|结论|总结|摘要|导读|例如|比如|提示|链接|地址|电话|邮箱|"
    "时间|日期|地点|图|图片|作者|译者|编译|翻译|编辑|审校|校对|责编|责任编辑|出品|文|参考|原标题|标题|导语|"
    "原文|更多|原文链接|发布时间|文章作者|关键词|微信|官网|网址|附|另|如下|公众号|问题|原因|结果|答案",
    "|",
)
_PARTICLES = _listed(
    "and of the de da di du del der den van von bin ibn al el la le y e & for"
)
_ALSO_SURNAMES = frozenset(("will", "may", "so", "an", "do", "day", "more", "still", "new", "for"))
_HAN = "\u3400-\u9fff"
_HAN_FUNCTION = re.compile("[的了是在我你他她它这那有不就也都为以及但或若可会说得着过吗呢吧]")
_HAN_ROLE = re.compile(
    "(?:主持人?|记者|嘉宾|提问者?|问|答|观众|听众|采访者|受访者|编辑|网友|旁白|众人|"
    f"[{_HAN}]{{0,6}}[长者人员师授总裁席官理家士生友任])"
)
_HAN_PREFIX = re.compile(
    rf"(?:主持人|记者|嘉宾|提问者|采访者|受访者|编辑|观众|主播|演讲者|首席执行官)\s*(?=[A-Z{_HAN}])"
)
_QUALIFIER = re.compile(r"\s*[(（\[【][^)）\]】]*[)）\]】]\s*|\s*[,，].*$")
_JOINT = re.compile(r"\s+(?:and|und|et|y|и)\s+|\s*[&＆、和与及]\s*")
_NAME_RUN = re.compile(
    r"(?<![\w'’])[^\W\d_][\w'’-]*\.?(?:\s(?:[^\W\d_]\.|[^\W\d_][\w'’-]*))+"
)
_UNSPACED_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LONGEST_WORDS = 6
_LONGEST_HAN = 6


def is_role(name: str) -> bool:
    """Whether a label tells a function and not a name: "Host", "Deputy Treasurer", "记者"."""
    words = [w.casefold().rstrip(".") for w in name.split() if not w.isdigit()]
    if words and (words[-1] in _ROLES or words[0] in _ROLES):
        return True
    return _HAN_ROLE.fullmatch(name) is not None


def label_shape(name: str) -> Shape:
    """What a would-be label looks like.

    Args:
        name: what stands before the colon, without markup.

    Returns:
        ``name`` for a name or a role, ``loose`` for what may be a role in small letters, the empty
        string for everything else: openings of sentences, asides, more than six words.
    """
    folded = name.casefold().strip(" .")
    if not folded or folded in _ASIDES or any(c in "!?。！？;；|=<>{}#@" for c in name):
        return ""
    if re.search(f"[{_HAN}]", name):
        return _han_shape(name)
    words = name.replace("/", " / ").replace("(", " ( ").replace(")", " ) ").split()
    words = [w.strip("(),./&\"'“”") for w in words]
    words = [w for w in words if w]
    if not words or len(words) > _LONGEST_WORDS or not words[0][0].isalpha():
        return ""
    first = words[0].casefold().rstrip(".")
    lone_role = len(words) == 1 and first in _ROLES
    the_role = first in ("the", "a", "an") and len(words) > 1 and is_role(words[-1])
    if words[0][0].islower() or (first in _OPENINGS and not lone_role and not the_role):
        return ""
    small = [w for w in words[1:] if w[0].islower() and w.casefold() not in _PARTICLES]
    if not small:
        return "name"
    return "loose" if len(words) <= 3 and is_role(words[-1]) else ""


def _han_shape(name: str) -> Shape:
    han = re.findall(f"[{_HAN}]", name)
    if _HAN_FUNCTION.search(name) or len(han) > 2 * _LONGEST_HAN:
        return ""
    if len(name) > len(han) + 40 or any(w in _ASIDES for w in re.split(r"[\s/]+", name)):
        return ""
    return "name" if len(han) <= _LONGEST_HAN or "《" in name else "loose"


def bare_label(name: str) -> str:
    """A label without the role before a name and the remark after it.

    ``Jane Doe (chair)`` and ``Jane Doe, Acme`` are ``Jane Doe``; so is a Chinese role written
    right before the name. A role alone stays what it is.
    """
    bare = _QUALIFIER.sub("", name).strip() or name
    prefix = _HAN_PREFIX.match(bare)
    rest = bare[prefix.end() :].strip() if prefix else ""
    return rest if len(rest) >= 2 and not is_role(rest) else bare


def split_joint(name: str) -> tuple[str, ...]:
    """The parts of a label for several speakers; one part when it is for one."""
    return tuple(part.strip() for part in _JOINT.split(name) if part.strip())


def shares_part(name: str, others: Iterable[str]) -> str | None:
    """The label among `others` that has a part between slashes in common with `name`, if any."""
    parts = {p.strip().casefold() for p in name.split("/") if p.strip()}
    for other in sorted(others):
        theirs = {p.strip().casefold() for p in other.split("/") if p.strip()}
        if parts & theirs and (len(parts) > 1 or len(theirs) > 1):
            return other
    return None


def full_names(text: str, wanted: str = "") -> Iterator[tuple[str, ...]]:
    """Runs of capitalised words in a text, as words: what a full name may stand in.

    Args:
        text: any text.
        wanted: a word known to be a name in this document, also where it could open a sentence
            ("Will", "May").

    Returns:
        Runs of at least two words in text order; titles, acronyms and openings of sentences are
        cut off at both ends.
    """
    known = wanted.casefold()
    spaced = _UNSPACED_RUN.sub(" , ", text)
    for match in _NAME_RUN.finditer(" ".join(spaced.split())):
        run: list[str] = []
        for word in [*match.group().split(), ""]:
            if word and (word[0].isupper() or (run and word.casefold() in _PARTICLES - {"and"})):
                run.append(re.sub(r"['’]s$", "", word))
                continue
            trimmed = _trim(run, known)
            if len(trimmed) >= 2:
                yield trimmed
            run = []


def _trim(run: list[str], known: str) -> tuple[str, ...]:
    words = list(run)
    while words and not _is_name_word(words[-1], known, len(words) > 1):
        words.pop()
    begin = len(words)
    while begin > 0 and (
        _is_name_word(words[begin - 1], known, begin > 1)
        or (words[begin - 1].casefold() in _PARTICLES and begin < len(words))
        or re.fullmatch(r"[^\W\d_]\.", words[begin - 1])
    ):
        begin -= 1
    while begin < len(words) and words[begin].casefold() in _PARTICLES:
        begin += 1
    return tuple(words[begin:])


def _is_name_word(word: str, known: str, inside: bool) -> bool:
    low = word.casefold().rstrip(".")
    if not word[0].isupper():
        return False
    if low == known or (inside and low in _ALSO_SURNAMES):
        return True
    if low in _TITLES or low in _OPENINGS or low in _ROLES:
        return False
    # capitals inside are an acronym or a company, but for one as in "DeVito" or "O'Neil"
    inner = [i for i, c in enumerate(word) if c.isupper() and i > 0]
    if not inner:
        return True
    joined = all(word[i - 1] in "-'’" for i in inner)
    return joined or (len(inner) == 1 and word[inner[0] + 1 :].islower())


def without_titles(name: str) -> tuple[str, ...]:
    """The words of a name without forms of address: "Mr. Holloway" is one word."""
    return tuple(w for w in name.split() if w.casefold().rstrip(".") not in _TITLES)
