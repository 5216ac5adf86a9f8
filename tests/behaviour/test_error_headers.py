"""An error has the headers of its answer, and none that is a secret."""

from __future__ import annotations

import pickle
from pathlib import Path

import httpx
import pytest

from tests import apis
from tests.behaviour.packages import Served, imported, write


def test_an_error_has_the_headers_of_its_answer(tmp_path: Path) -> None:
    operation = apis.operation("GET /pet", apis.answer(apis.TEXT), tags=("pets",))
    headers = {
        "X-Left": "0",
        "Set-Cookie": "session=abc",
        "X-Echo": "Bearer key-123456",
    }
    served = Served(lambda _: httpx.Response(403, headers=headers, json={}))
    write(apis.api(operation), tmp_path, "refusing")
    with imported(tmp_path, "refusing") as package:
        client = package.Refusing(
            base_url="https://api.example.com", http_client=served.client()
        )
        with pytest.raises(package.PermissionDeniedError) as caught:
            client.pets.get()
        found = pickle.loads(pickle.dumps(caught.value)).headers
    assert found["x-left"] == found["X-Left"] == "0"
    assert "set-cookie" not in found
    assert "key-123456" not in found["X-Echo"]
