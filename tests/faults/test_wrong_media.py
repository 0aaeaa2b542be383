"""A body that says it is something else: `wrong-media`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize("path", [VERIFY, f"{VERIFY}/batch"])
@pytest.mark.parametrize("media", ["application/xml", "text/plain", "text/html", ""])
def test_another_media_type_is_refused(client: FlaskClient, path: str, media: str) -> None:
    """Switched off: the check of `is_json` in `verifier.api.parsing.strict_json`."""
    answer = client.post(path, data=b'{"quote": "a b c"}', content_type=media)
    assert (answer.status_code, answer.get_json()["type"]) == (415, "unsupported-media-type")
    assert answer.content_type == "application/problem+json"
