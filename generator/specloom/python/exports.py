"""The public names of a client package and the modules they lie in."""

from __future__ import annotations

from collections.abc import Mapping

from .imports import Import

RUNTIME: Mapping[str, str] = {
    "ApiError": "_errors",
    "AsyncJob": "_jobs",
    "AuthenticationError": "_errors",
    "BadResponseError": "_errors",
    "CallOptions": "_options",
    "ClientError": "_errors",
    "ConflictError": "_errors",
    "ContentRejectedError": "_errors",
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
    "PermissionDeniedError": "_errors",
    "RateLimitedError": "_errors",
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
        "Callable",
        "Core",
        "Hooks",
        "Limits",
        "Mapping",
        "Retry",
        "SERVICE",
        "TYPE_CHECKING",
    }
)
"""Names that `_client.py` needs for itself."""


def of(client: str, async_client: str) -> tuple[Import, ...]:
    """Return every export, in the order of their import statements."""
    found = [Import("_client", name) for name in (client, async_client)]
    found += [Import(f"_runtime.{module}", name) for name, module in RUNTIME.items()]
    return tuple(sorted(found, key=lambda item: (item.module, _rank(item.name))))


def _rank(name: str) -> tuple[bool, str, str]:
    return (not name.isupper(), name.lower(), name)
