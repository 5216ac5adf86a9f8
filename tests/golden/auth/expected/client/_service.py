"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Scheme, Service

SERVICE = Service(
    profile=Profile(
        title="A requirement is any of its alternatives and all of one",
        package="client",
        credentials_env={
            "app": ("CLIENT_APP", "CLIENT_CLIENT_ID:CLIENT_CLIENT_SECRET"),
            "key": ("CLIENT_API_KEY",),
            "login": ("CLIENT_USERNAME:CLIENT_PASSWORD",),
            "session": ("CLIENT_SESSION",),
            "team": ("CLIENT_TEAM",),
        },
    ),
    version="1",
    servers=("https://api.example.com",),
    schemes=(
        Scheme(
            name="app",
            kind="oauth2",
            prefix="Bearer ",
            token_url="/token",
            refresh_url="/refresh",
            scopes=("read",),
        ),
        Scheme(name="key", kind="apiKey", wire="X-Key"),
        Scheme(name="login", kind="basic"),
        Scheme(name="session", kind="apiKey", place="cookie", wire="SID"),
        Scheme(name="team", kind="apiKey", place="query", wire="team"),
    ),
    security=(("key",),),
)

_PLACES: dict[str, str] = {
    "GET /reports": "reports.LIST",
    "GET /reports/both": "reports.NEED_BOTH",
    "GET /reports/either": "reports.NEED_EITHER",
    "GET /reports/optional": "reports.NEED_NOTHING",
    "GET /reports/public": "reports.BE_OPEN",
    "beOpen": "reports.BE_OPEN",
    "listReports": "reports.LIST",
    "needBoth": "reports.NEED_BOTH",
    "needEither": "reports.NEED_EITHER",
    "needNothing": "reports.NEED_NOTHING",
    "reports.be_open": "reports.BE_OPEN",
    "reports.list": "reports.LIST",
    "reports.need_both": "reports.NEED_BOTH",
    "reports.need_either": "reports.NEED_EITHER",
    "reports.need_nothing": "reports.NEED_NOTHING",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
