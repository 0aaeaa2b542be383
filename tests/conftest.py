"""What tests share: a small invented corpus behind a real service, and where outside data is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.home import Home
from corpus.ingest import read_source
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

PROJECT = Path(__file__).parent.parent
NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)

SPEECH = """\
Title: Opening of the river library
URL: https://library.example/opening
Publisher: River Library
Date: 2023-05-12
Language: en
Kind: speech
Speaker: Ada Lindqvist

We did not build this library for twelve quiet readers. We built it for everyone who has ever \
been told that a question was too small to ask.

If the river rises again, and it may, we will carry the books up the stairs once more.
"""
RENDERING = """\
Title: A talk with the ferry master
Date: 2021-03-02
Language: en
Kind: interview
Speaker: Tomas Reiter
Translated-From: de
Translator: Ines Kolb

The ferry has never waited for a minister, and it never will while I hold the rope.
"""
CHINESE = """\
Title: 河边的图书馆
Date: 2022-09-01
Language: zh
Kind: speech
Speaker: 林晓

我们修建这座图书馆，不是为了十二位安静的读者，而是为了每一个曾经不敢提问的人。
"""
ARABIC = """\
Title: كلمة عند النهر
Date: 2020-01-15
Language: ar
Kind: speech
Speaker: ليلى حداد

لم نبن هذه المكتبة من أجل اثني عشر قارئا هادئا بل من أجل كل من خاف أن يسأل سؤالا صغيرا.
"""
TEXTS = {
    "speech.txt": SPEECH,
    "rendering.txt": RENDERING,
    "chinese.txt": CHINESE,
    "arabic.txt": ARABIC,
}
VERBATIM = "We built it for everyone who has ever been told that a question was too small to ask."
ALTERED = "We built it for anyone who has ever been told that a question was too small to ask."
RENDERED = "The ferry has never waited for a minister, and it never will while I hold the rope."
ABSENT = "Purple elephants negotiate quietly beneath the marble aqueduct on Wednesdays."


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the project; tests that need it skip where it is absent."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared data is not beside this project")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary VERIFIER_HOME with nothing in it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("VERIFIER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service on the invented corpus, at noon; nothing may change it."""
    with Home.open(tmp_path_factory.mktemp("corpus")) as opened:
        for origin, text in TEXTS.items():
            drafts = read_source(origin, text.encode())
            assert len(list(opened.add(drafts, now="2026-01-01T00:00:00Z"))) == 1
        yield Service.open(opened, now=lambda: NOON)


@pytest.fixture
def app(service: Service, tmp_path: Path) -> Flask:
    """The app on the invented corpus with default settings."""
    return create_app(Settings(home=tmp_path), service)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A caller on the same machine."""
    return app.test_client()
