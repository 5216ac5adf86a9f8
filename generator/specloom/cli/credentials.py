"""Which credential an API wants, whether the environment has it, how to get one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from specloom import ir


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is known about the credential of an API or of one operation."""

    ok: bool
    message: str
    env_var: str | None = None
    """The variable that is set, or the one to set."""
    source: str | None = None
    """`environment`, `acquired` (an operation hands one out) or `none` needed."""


def status(
    api: ir.Api,
    operation: ir.Operation | None = None,
    environ: Mapping[str, str] | None = None,
) -> Status:
    """Look for a credential; blank variables count as missing. No network."""
    environ = os.environ if environ is None else environ
    security = _security(api, operation)
    if not security or () in security:
        return Status(ok=True, message="No credential is needed.", source="none")
    variables = variables_of(api, operation)
    for alternative in security:
        found = [_of_scheme(api, name, environ) for name in alternative]
        if all(item is not None for item in found):
            variable = next((item for item in found if item), None)
            return _present(variable, variables)
    if not variables:
        wanted = " or ".join(" and ".join(names) for names in security)
        return Status(ok=False, message=f"A credential is needed ({wanted}).")
    return Status(
        ok=False,
        env_var=variables[0].partition(":")[0],
        message=f"{listed(variables)} is not set; "
        f"{api.profile.title or api.title} needs it.",
    )


def variables_of(api: ir.Api, operation: ir.Operation | None = None) -> tuple[str, ...]:
    """Return the environment variables that are looked at, in order."""
    names = (name for names in _security(api, operation) for name in names)
    declared = api.profile.credentials_env
    return tuple(dict.fromkeys(v for name in names for v in declared.get(name, ())))


def listed(variables: Iterable[str]) -> str:
    """Return variables in words; those of a pair are needed both."""
    return " or ".join(variables).replace(":", " and ")


def how_to_get_one(
    api: ir.Api, operation: ir.Operation | None = None
) -> dict[str, Any]:
    """Return where to get a credential and how to set it."""
    profile = api.profile
    variables = variables_of(api, operation)
    examples = [
        example
        for pair in variables[:1]
        for name in pair.split(":")
        for example in (
            f"export {name}=...",
            f"set -gx {name} ...",
            f'$env:{name} = "..."',
        )
    ]
    steps = list(profile.key_help)
    if not steps and profile.key_url:
        steps = [f"Get a key at {profile.key_url}."]
    return {
        "dashboard_url": profile.key_url or profile.dashboard_url,
        "how_to_get_key": steps,
        "set_env_examples": examples,
    }


def _security(
    api: ir.Api, operation: ir.Operation | None
) -> tuple[tuple[str, ...], ...]:
    if operation is not None and operation.security is not None:
        return operation.security
    if api.security or operation is not None:
        return api.security
    own = (item.security for item in api.operations if item.security)
    return next(own, ())


def _present(variable: str | None, variables: tuple[str, ...]) -> Status:
    if variable is None:
        unset = f"{listed(variables)} is not set; " if variables else ""
        return Status(
            ok=True,
            env_var=next((name.partition(":")[0] for name in variables), None),
            message=f"{unset}an operation of the API hands out a credential.",
            source="acquired",
        )
    return Status(
        ok=True, env_var=variable, message=f"{variable} is set.", source="environment"
    )


def _of_scheme(api: ir.Api, name: str, environ: Mapping[str, str]) -> str | None:
    """Return the variable that is set, "" when an operation hands one out."""
    for variable in api.profile.credentials_env.get(name, ()):
        if all(environ.get(part, "").strip() for part in variable.split(":")):
            return listed((variable,))
    schemes = (scheme for scheme in api.security_schemes if scheme.name == name)
    return "" if any(scheme.acquire for scheme in schemes) else None
