"""Settings: one field, one variable, one default."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.config import InvalidSetting, Settings, default_home, is_loopback


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port, settings.open) == ("127.0.0.1", 8000, False)
    assert (settings.max_quote, settings.max_quote_batch) == (5_000, 20_000)
    assert (settings.max_body, settings.max_batch) == (2_000_000, 100)


@pytest.mark.parametrize(
    ("name", "text", "field", "value", "why"),
    [
        ("VERIFIER_HOME", "/srv/quotes", "home", Path("/srv/quotes"), "a folder is a path"),
        ("VERIFIER_PORT", "8080", "port", 8080, "a number is a number"),
        ("VERIFIER_OPEN", "1", "open", True, "one means yes"),
        ("VERIFIER_OPEN", "0", "open", False, "nought means no"),
        ("VERIFIER_FETCH", "", "fetch", False, "nothing is fetched unless somebody says so"),
        ("VERIFIER_FETCH", "1", "fetch", True, "one means yes here as well"),
        ("VERIFIER_HOST", " ::1 ", "host", "::1", "white space around a value is a slip"),
        ("VERIFIER_MAX_QUOTE", "", "max_quote", 5_000, "an empty variable is an absent one"),
        ("VERIFIER_TRUSTED_PROXIES", "::1, fd00::/8", "proxies", ("::1", "fd00::/8"), "several"),
        ("VERIFIER_CORS_ORIGINS", "https://a.example,", "origins", ("https://a.example",), "one"),
        ("VERIFIER_LOG_LEVEL", "error", "log_level", "error", "a level by its name"),
    ],
)
def test_a_variable_sets_its_field(
    name: str, text: str, field: str, value: object, why: str
) -> None:
    assert getattr(Settings.from_env({name: text}), field) == value, why


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("VERIFIER_PORT", "http", "not a number"),
        ("VERIFIER_MAX_BODY", "-1", "a limit below nought would refuse everything"),
        ("VERIFIER_MAX_BODY", "0", "so would nought"),
        ("VERIFIER_THREADS", "٣", "digits of other scripts are refused rather than guessed at"),
        ("VERIFIER_OPEN", "maybe", "a door is open or closed"),
        ("VERIFIER_TRUSTED_PROXIES", "proxy.example", "a name could be anybody's tomorrow"),
        ("VERIFIER_CORS_ORIGINS", "*", "everybody is nobody's decision"),
        ("VERIFIER_CORS_ORIGINS", "https://a.example/", "an origin has no path"),
        ("VERIFIER_LOG_LEVEL", "loud", "no such level"),
    ],
)
def test_a_variable_that_cannot_be_read_names_itself(name: str, text: str, why: str) -> None:
    with pytest.raises(InvalidSetting) as refused:
        Settings.from_env({name: text})
    assert refused.value.name == name, why


def test_other_variables_change_nothing() -> None:
    assert Settings.from_env({"PORT": "1", "HOME": "/x"}) == Settings.from_env({})


@pytest.mark.parametrize(
    ("platform", "environment", "end"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/quote-verifier"),
        ("linux", {}, ".local/share/quote-verifier"),
        ("darwin", {}, "Library/Application Support/quote-verifier"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/quote-verifier"),
    ],
)
def test_the_default_home_is_where_the_platform_keeps_user_data(
    platform: str, environment: dict[str, str], end: str
) -> None:
    assert default_home(environment, platform).as_posix().endswith(end)


@pytest.mark.parametrize(
    ("address", "expected", "why"),
    [
        ("127.0.0.1", True, "the usual one"),
        ("127.9.9.9", True, "the whole block is loopback"),
        ("::1", True, "version 6"),
        ("[::1]", True, "as in an address line"),
        ("::ffff:127.0.0.1", True, "version 4 inside version 6"),
        ("localhost", True, "the one name that is taken"),
        ("0.0.0.0", False, "every interface"),
        ("192.168.1.4", False, "the network at home"),
        ("localhost.example", False, "a name that only begins like it"),
        ("", False, "a socket without an address"),
    ],
)
def test_loopback_is_this_machine_only(address: str, expected: bool, why: str) -> None:
    assert is_loopback(address) is expected, why
