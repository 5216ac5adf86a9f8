"""Makes one harmless call, to learn whether a credential is accepted."""

from __future__ import annotations

from typing import Any

from specloom import ir
from specloom.cli.connection import Connection
from specloom.cli.progress import Progress
from specloom.cli.settings import Settings
from specloom.python import arguments, binding
from specloom.runtime._errors import ClientError
from specloom.runtime._hooks import NO_HOOKS


def check(api: ir.Api, base_url: str | None) -> dict[str, Any]:
    """Return whether the credential was accepted, and by which operation."""
    operation = harmless(api)
    if operation is None:
        text = "a credential is there; no operation without arguments can verify it"
        return {"verified": False, "message": text}
    bound = binding.bind(api)
    settings = Settings(base_url=base_url, request_timeout=30.0)
    quiet = Progress(quiet=True)
    try:
        with Connection(bound.service, bound.find, settings, quiet, NO_HOOKS) as core:
            core.invoke(operation.key)
    except ClientError as error:
        refused = error.category in ("authentication", "permission_denied")
        said = "refused" if refused else "a credential is there, but was not verified"
        text = f"{said}: {operation.key}: {error.message}"
        return {"ok": not refused, "verified": False, "message": text}
    return {"verified": True, "message": f"accepted by {operation.key}"}


def harmless(api: ir.Api) -> ir.Operation | None:
    """Return a GET that needs a credential and no argument: the balance, else any."""
    named = [op for op in api.operations if op.key == api.profile.credits_operation]
    reading = [op for op in api.operations if op.method == "GET"]
    for operation in (*named, *reading):
        security = api.security if operation.security is None else operation.security
        taken = arguments.of(api, operation).every
        if any(security) and not any(item.required for item in taken):
            return operation
    return None
