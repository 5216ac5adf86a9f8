"""Say which credential a call needs, and where it may come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ._auth import keyed
from ._errors import AuthenticationError

if TYPE_CHECKING:
    from ._auth import Security
    from ._lifecycle import Profile
    from ._operation import Scheme, Service


def missing(service: Service, security: Security) -> AuthenticationError:
    """Return the error for a call without a credential; says where to get one."""
    profile = service.profile
    schemes = {scheme.name: scheme for scheme in service.schemes}
    groups = [group for group in security if group]
    needed = dict.fromkeys(
        " and ".join(_described(schemes.get(name), name) for name in group)
        for group in groups
    )
    set_ = [text for group in groups if (text := _variables(profile, group))]
    ways = [f"set {' or '.join(dict.fromkeys(set_))}"] if set_ else []
    ways += dict.fromkeys(_argument(service, schemes, group) for group in groups)
    guidance = " or ".join(ways)
    if profile.key_url:
        guidance += f"; get a key at {profile.key_url}"
    if profile.key_help:
        guidance += "; " + "; ".join(profile.key_help)
    title = f" for {profile.title}" if profile.title else ""
    return AuthenticationError(
        f"no credential{title}: {' or '.join(needed)} is needed, nothing was sent",
        guidance=guidance,
    )


def _variables(profile: Profile, group: tuple[str, ...]) -> str:
    """Return the variables to set for schemes that are needed together."""
    known = [profile.credentials_env.get(name, ()) for name in group]
    if not all(known):
        return ""
    told = (" or ".join(names) if len(group) == 1 else names[0] for names in known)
    return " and ".join(told).replace(":", " and ")


def _argument(
    service: Service, schemes: Mapping[str, Scheme], group: tuple[str, ...]
) -> str:
    """Return what to pass to the client for schemes that are needed together."""
    main = keyed(service)
    if main is not None and group == (main.name,):
        return "pass api_key="
    found = [schemes.get(name) for name in group]
    if any(scheme is not None and scheme.kind == "mutualTLS" for scheme in found):
        return "pass an http_client= that has the certificate"
    return f"pass credentials={{{', '.join(f'{name!r}: ...' for name in group)}}}"


def _described(scheme: Scheme | None, name: str) -> str:
    if scheme is None:
        return name
    match scheme.kind:
        case "apiKey":
            return f"an API key ({scheme.place} {scheme.wire})"
        case "basic":
            return "user and password"
        case "mutualTLS":
            return "a client certificate"
        case _:
            return f"a {scheme.kind} token"
