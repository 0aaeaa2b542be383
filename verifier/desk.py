"""What a desk brings along beside its corpus: registers, a model of meaning, a way to the web.

All are named by settings; registers and model are read when a service or a command starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.translation.registers import Registers
from verifier.config import PREFIX, InvalidSetting, Settings
from verifier.renditions.embeddings import Embeddings, EmbeddingsUnavailable, StaticEmbeddings

if TYPE_CHECKING:
    from corpus.gathering.gathering import Fetch


def registers_of(settings: Settings) -> Registers:
    """The registers that come with the program, and the desk's own over them.

    Raises:
        UnreadableSource: a file of the desk's is no register.
        OSError: it cannot be opened.
    """
    return Registers.load(Path(settings.registers).expanduser() if settings.registers else None)


def embeddings_of(settings: Settings) -> Embeddings | None:
    """The model of the settings; None when there is none.

    Raises:
        InvalidSetting: the folder holds no model, or the library for it is not installed.
    """
    if not settings.embeddings:
        return None
    try:
        return StaticEmbeddings.load(Path(settings.embeddings).expanduser())
    except EmbeddingsUnavailable as error:
        raise InvalidSetting(f"{PREFIX}EMBEDDINGS", str(error)) from error


def fetching(settings: Settings, also: Mapping[str, str] = MappingProxyType({})) -> Fetch:
    """How an address is fetched: under the guard, through the operator's proxy if any.

    Args:
        settings: limits and the proxy.
        also: content types that are taken beside the usual ones, with their file name endings.
    """
    from corpus.fetching.fetch import FORMATS, FetchPolicy, fetch

    policy = FetchPolicy(largest=settings.max_upload, proxy=settings.egress_proxy or None)
    if not also:
        return partial(fetch, policy=policy)
    return partial(fetch, policy=policy, formats={**FORMATS, **also})
