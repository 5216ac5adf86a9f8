"""Credentials come from variables named after the package, where none are declared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from specloom import pipeline
from specloom.python import environment

from tests.behaviour.packages import Served, generated
from tests.golden.cases import ROOT

DOCUMENT = ROOT / "auth" / "document.yaml"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    with generated(DOCUMENT.read_text("utf-8"), folder, "reports_demo") as made:
        yield made


@pytest.mark.parametrize(
    ("variables", "method", "sent"),
    [
        ({"API_KEY": "k1"}, "list", {"x-key": "k1"}),
        ({"API_KEY": "k1", "TEAM": "t1"}, "need_both", {"x-key": "k1"}),
        (
            {"USERNAME": "u", "PASSWORD": "p"},
            "need_either",
            {"authorization": "Basic dTpw"},
        ),
        (
            {"CLIENT_ID": "i", "CLIENT_SECRET": "s"},
            "need_either",
            {"authorization": "Bearer granted"},
        ),
        ({"APP": "t2"}, "need_either", {"authorization": "Bearer t2"}),
        ({"SESSION": "s1"}, "need_nothing", {"cookie": "SID=s1"}),
    ],
)
def test_a_credential_is_read_from_its_variables(
    package: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    method: str,
    sent: dict[str, str],
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"REPORTS_DEMO_{name}", value)
    token = {"access_token": "granted"}
    served = Served(lambda _: httpx.Response(200, json=token))
    getattr(package.ReportsDemo(http_client=served.client()).reports, method)()
    assert sent.items() <= dict(served.last.headers).items()


def test_half_a_pair_is_no_credential(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTS_DEMO_USERNAME", "u")
    with pytest.raises(package.AuthenticationError, match="REPORTS_DEMO_PASSWORD"):
        package.ReportsDemo().reports.need_either()


def test_declared_variables_stand_and_two_of_a_kind_are_told_apart(
    tmp_path: Path,
) -> None:
    written = DOCUMENT.read_text("utf-8").replace(
        'version: "1"}',
        'version: "1", x-specloom-client: {credentials_env: {key: MINE}}}',
    )
    written += "    other: {type: http, scheme: basic}\n"
    source = tmp_path / "document.yaml"
    source.write_text(written, encoding="utf-8")
    api = environment.told(pipeline.read_api(source).api, "reports")
    found = api.profile.credentials_env
    assert found["key"] == ("MINE",)
    assert found["login"] == ("REPORTS_LOGIN_USERNAME:REPORTS_LOGIN_PASSWORD",)
    assert found["other"] == ("REPORTS_OTHER_USERNAME:REPORTS_OTHER_PASSWORD",)
