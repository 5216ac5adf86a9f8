"""Variables for the credentials of which a document says no variables itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specloom import ir
from specloom.runtime._auth import keyed

from . import names, packages, service

_PAIRS = {"basic": ("USERNAME", "PASSWORD"), "oauth2": ("CLIENT_ID", "CLIENT_SECRET")}


def told(api: ir.Api, package: str | None = None) -> ir.Api:
    """Return the API with variables for every credential that has none.

    They begin with the name of the package. What `api_key` feeds is read from
    `PETS_API_KEY`, a pair from two variables, written `PETS_USERNAME:PETS_PASSWORD`.
    """
    name = package or api.package or packages.name(api.title)
    known = api.profile.credentials_env
    usual = {
        scheme.name: found
        for scheme in api.security_schemes
        if scheme.acquire is None and scheme.name not in known
        for found in [tuple(_variables(api, scheme, name.strip("_").upper()))]
        if found
    }
    profile = replace(api.profile, credentials_env={**usual, **known})
    return replace(api, profile=profile)


def _variables(api: ir.Api, scheme: ir.SecurityScheme, prefix: str) -> Iterator[str]:
    main = keyed(service.value(api))
    said = names.snake(scheme.name.replace("OAuth", "Oauth"))
    own = f"{prefix}_{said.strip('_').upper()}"
    if main is not None and main.name == scheme.name:
        yield f"{prefix}_API_KEY"
    elif scheme.kind not in ("basic", "mutualTLS"):
        yield own
    if scheme.kind == "basic" or "clientCredentials" in scheme.flows:
        alone = sum(item.kind == scheme.kind for item in api.security_schemes) == 1
        words = _PAIRS[scheme.kind]
        yield ":".join(f"{prefix if alone else own}_{word}" for word in words)
