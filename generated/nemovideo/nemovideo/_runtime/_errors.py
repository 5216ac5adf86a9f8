"""The exception tree: what can go wrong, by intent, with the job attached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._error_base import ClientError as ClientError
from ._error_base import Context as Context
from ._error_base import Issue as Issue
from ._headers import ResponseHeaders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack


class InvalidPayloadError(ClientError):
    """Arguments that break the document; nothing was sent."""

    code = "INVALID_PAYLOAD"
    category = "validation"
    issues: tuple[Issue, ...] = ()
    """Every place that does not fit: field, expected, actual."""
    shown = (*ClientError.shown, "issues")

    def __init__(
        self,
        message: str = "",
        *,
        issues: tuple[tuple[str, str, str], ...] = (),
        **context: Unpack[Context],
    ) -> None:
        self.issues = tuple(Issue(*issue) for issue in issues)
        text = "; ".join(str(issue) for issue in self.issues)
        super().__init__(message or text or "invalid payload", **context)


class NetworkError(ClientError):
    """No usable answer: the connection failed in `phase`.

    `sent` tells whether the server may have read the request.
    """

    code = "NETWORK_ERROR"
    category = "network"
    phase: str = "connect"
    sent: bool = False
    shown = (*ClientError.shown, "phase", "sent")

    def __init__(
        self,
        message: str = "",
        *,
        phase: str = "connect",
        sent: bool = False,
        **context: Unpack[Context],
    ) -> None:
        self.phase = phase
        self.sent = sent
        super().__init__(message or f"network failure ({phase})", **context)


class BadResponseError(ClientError):
    """An answer that cannot be read: HTML for JSON, cut, not what was promised."""

    code = "UPSTREAM_ERROR"
    category = "upstream"
    status: int | None = None
    excerpt: str | None = None
    """The beginning of the body, secrets masked."""
    issues: tuple[Any, ...] = ()
    """Places that do not fit the schema (strict responses)."""
    shown = (*ClientError.shown, "status", "excerpt", "issues")

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        excerpt: str | None = None,
        issues: tuple[Any, ...] = (),
        **context: Unpack[Context],
    ) -> None:
        self.status = status
        self.excerpt = excerpt
        self.issues = issues
        super().__init__(message or "the answer cannot be read", **context)


class ResponseTooLarge(ClientError):
    """An answer over the limit, counted after decompression."""

    code = "UPSTREAM_ERROR"
    category = "upstream"
    limit: int | None = None
    """Bytes."""
    shown = (*ClientError.shown, "limit")

    def __init__(
        self,
        message: str = "",
        *,
        limit: int | None = None,
        **context: Unpack[Context],
    ) -> None:
        self.limit = limit
        super().__init__(message or "the answer is too large", **context)


class NotSupportedError(ClientError):
    """The document has no way to do this."""


class ApiError(ClientError):
    """An answer that says no, with its status and the server's own words.

    `code` is the stable code of the category, `provider_code` the one in the body.
    """

    status: int = 0
    provider_code: str | None = None
    body: Any = None
    """The decoded body, secrets masked."""
    headers: Mapping[str, str] = ResponseHeaders(())
    """Of the answer, names in any case, secrets masked."""
    shown = (*ClientError.shown, "status", "provider_code")

    def __init__(
        self,
        message: str = "",
        *,
        status: int = 0,
        provider_code: str | None = None,
        body: Any = None,
        **context: Unpack[Context],
    ) -> None:
        self.status = status
        self.provider_code = provider_code
        self.body = body
        super().__init__(message or f"the server answered {status}", **context)


class AuthenticationError(ApiError):
    """No credential, or one that was refused. `scope="proxy"`: by the proxy."""

    code = "AUTH_FAILED"
    category = "authentication"
    scope: str | None = None
    shown = (*ApiError.shown, "scope")

    def __init__(
        self,
        message: str = "",
        *,
        scope: str | None = None,
        status: int = 0,
        provider_code: str | None = None,
        body: Any = None,
        **context: Unpack[Context],
    ) -> None:
        self.scope = scope
        super().__init__(
            message,
            status=status,
            provider_code=provider_code,
            body=body,
            **context,
        )


class PermissionDeniedError(ApiError):
    """The credential may not do this."""

    code = "FORBIDDEN"
    category = "permission_denied"


class InsufficientCreditsError(ApiError):
    """The account has to be topped up."""

    code = "INSUFFICIENT_CREDITS"
    category = "insufficient_credits"


class NotFoundError(ApiError):
    """There is no such thing (404, 410)."""

    code = "TASK_NOT_FOUND"
    category = "not_found"


class ConflictError(ApiError):
    """The request contradicts the present state (409)."""

    code = "CONFLICT"
    category = "conflict"


class ValidationError(ApiError):
    """The server refused the payload; `issues` holds the fields it named."""

    code = "INVALID_PAYLOAD"
    category = "validation"
    issues: tuple[Any, ...] = ()
    """Fields named in the body, as (field, message)."""
    shown = (*ApiError.shown, "issues")

    def __init__(
        self,
        message: str = "",
        *,
        issues: tuple[Any, ...] = (),
        status: int = 0,
        provider_code: str | None = None,
        body: Any = None,
        **context: Unpack[Context],
    ) -> None:
        self.issues = issues
        super().__init__(
            message,
            status=status,
            provider_code=provider_code,
            body=body,
            **context,
        )


class ContentRejectedError(ApiError):
    """The content was refused by a policy."""

    code = "CONTENT_REJECTED"
    category = "content_rejected"


class RateLimitedError(ApiError):
    """Too many requests; see `retry_after`."""

    code = "RATE_LIMITED"
    category = "rate_limited"


class UpstreamError(ApiError):
    """The server failed (5xx)."""

    code = "UPSTREAM_ERROR"
    category = "upstream"


class UnknownApiError(ApiError):
    """An answer that says no and fits no category."""


class JobError(ClientError):
    """A job did not end in a result. `outcome` holds what is known.

    `details` is what the provider tells beside code and message, as it came.
    """

    provider_code: str | None = None
    outcome: Any = None
    details: Any = None
    shown = (*ClientError.shown, "provider_code")

    def __init__(
        self,
        message: str = "",
        *,
        provider_code: str | None = None,
        outcome: Any = None,
        details: Any = None,
        **context: Unpack[Context],
    ) -> None:
        self.provider_code = provider_code
        self.outcome = outcome
        self.details = details
        super().__init__(message or type(self).__name__, **context)


class JobFailed(JobError):
    """The job ended in failure."""

    state = "failed"


class JobCancelled(JobError):
    """The job was cancelled."""

    state = "cancelled"


class JobExpired(JobError):
    """The provider gave the job up."""

    state = "expired"


class JobTimeout(JobError):
    """The deadline passed; the job is left alone and may still end."""

    code = "POLL_TIMEOUT"
    category = "timeout"


class JobNotFound(JobError):
    """The server does not know the job (any more)."""

    code = "TASK_NOT_FOUND"
    category = "not_found"


class ResultExpired(JobError):
    """The job succeeded, but its files are gone."""

    category = "not_found"


class SubmissionUncertain(JobError):
    """The create may or may not have been accepted; it was not sent again.

    `idempotency_key` and `request_id` help to look for the job, `guidance` says how.
    """

    code = "SUBMISSION_UNCERTAIN"
    category = "uncertain"
    idempotency_key: str | None = None
    excerpt: str | None = None
    status: int | None = None
    """Of the answer that left it uncertain, when there was one."""
    shown = (*JobError.shown, "idempotency_key", "excerpt", "status")

    def __init__(
        self,
        message: str = "",
        *,
        idempotency_key: str | None = None,
        excerpt: str | None = None,
        status: int | None = None,
        **context: Unpack[Context],
    ) -> None:
        self.idempotency_key = idempotency_key
        self.excerpt = excerpt
        self.status = status
        super().__init__(
            message or "the server may or may not have accepted the job",
            **context,
        )


BY_CATEGORY: dict[str, type[ApiError]] = {
    kind.category: kind
    for kind in (
        AuthenticationError,
        PermissionDeniedError,
        InsufficientCreditsError,
        NotFoundError,
        ConflictError,
        ValidationError,
        ContentRejectedError,
        RateLimitedError,
        UpstreamError,
        UnknownApiError,
    )
}
"""Category of an error rule -> the class that is raised."""
