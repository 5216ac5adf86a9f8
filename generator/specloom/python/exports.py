"""The public names of a client package and the modules they lie in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .imports import Import, Imports
from .view import Export

RUNTIME: Mapping[str, str] = {
    "ApiError": "_errors",
    "AsyncEventStream": "_stream",
    "AsyncJob": "_jobs",
    "AsyncPager": "_pages",
    "AuthenticationError": "_errors",
    "BadResponseError": "_errors",
    "BinaryResponse": "_download",
    "CallOptions": "_options",
    "ClientCredentials": "_auth",
    "ClientError": "_errors",
    "ConflictError": "_errors",
    "ContentRejectedError": "_errors",
    "EventStream": "_stream",
    "Hooks": "_hooks",
    "InsufficientCreditsError": "_errors",
    "InvalidPayloadError": "_errors",
    "Job": "_jobs",
    "JobCancelled": "_errors",
    "JobError": "_errors",
    "JobExpired": "_errors",
    "JobFailed": "_errors",
    "JobNotFound": "_errors",
    "JobTimeout": "_errors",
    "JobUpdate": "_updates",
    "Limits": "_policy",
    "NetworkError": "_errors",
    "NotFoundError": "_errors",
    "NotSupportedError": "_errors",
    "OMIT": "_omit",
    "Omit": "_omit",
    "Outcome": "_updates",
    "Page": "_pages",
    "Pager": "_pages",
    "PermissionDeniedError": "_errors",
    "RateLimitedError": "_errors",
    "RawResponse": "_raw",
    "ResponseTooLarge": "_errors",
    "ResultExpired": "_errors",
    "Retry": "_policy",
    "SubmissionUncertain": "_errors",
    "Unknown": "_model",
    "UnknownApiError": "_errors",
    "UpstreamError": "_errors",
    "ValidationError": "_errors",
}
"""Public name -> module of the runtime."""

CLIENT_MODULE = frozenset(
    {
        "Any",
        "AsyncCore",
        "Core",
        "Credential",
        "Hooks",
        "Limits",
        "Mapping",
        "Retry",
        "SERVICE",
        "TYPE_CHECKING",
    }
)
"""Names that `_client.py` needs for itself."""


def of(client: str, further: Mapping[str, str]) -> tuple[Export, ...]:
    """Return every export of a package with this client class, sorted."""
    found = {client: "_client", f"Async{client}": "_client", **further}
    found |= {name: f"_runtime.{module}" for name, module in RUNTIME.items()}
    return tuple(Export(name=name, module=found[name]) for name in sorted(found))


def imports(exported: Sequence[Export]) -> str:
    """Return the import statements that export, indented for their block."""
    found = Imports(within="__init__")
    for item in exported:
        found.add(Import(f".{item.module}", item.name, item.name))
    return found.render(4)
