"""Client of skills.video Open Platform."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncSkillsVideo as AsyncSkillsVideo
    from ._client import SkillsVideo as SkillsVideo
    from ._runtime._auth import ClientCredentials as ClientCredentials
    from ._runtime._download import BinaryResponse as BinaryResponse
    from ._runtime._errors import ApiError as ApiError
    from ._runtime._errors import AuthenticationError as AuthenticationError
    from ._runtime._errors import BadResponseError as BadResponseError
    from ._runtime._errors import ClientError as ClientError
    from ._runtime._errors import ConflictError as ConflictError
    from ._runtime._errors import ContentRejectedError as ContentRejectedError
    from ._runtime._errors import InsufficientCreditsError as InsufficientCreditsError
    from ._runtime._errors import InvalidPayloadError as InvalidPayloadError
    from ._runtime._errors import JobCancelled as JobCancelled
    from ._runtime._errors import JobError as JobError
    from ._runtime._errors import JobExpired as JobExpired
    from ._runtime._errors import JobFailed as JobFailed
    from ._runtime._errors import JobNotFound as JobNotFound
    from ._runtime._errors import JobTimeout as JobTimeout
    from ._runtime._errors import NetworkError as NetworkError
    from ._runtime._errors import NotFoundError as NotFoundError
    from ._runtime._errors import NotSupportedError as NotSupportedError
    from ._runtime._errors import PermissionDeniedError as PermissionDeniedError
    from ._runtime._errors import RateLimitedError as RateLimitedError
    from ._runtime._errors import ResponseTooLarge as ResponseTooLarge
    from ._runtime._errors import ResultExpired as ResultExpired
    from ._runtime._errors import SubmissionUncertain as SubmissionUncertain
    from ._runtime._errors import UnknownApiError as UnknownApiError
    from ._runtime._errors import UpstreamError as UpstreamError
    from ._runtime._errors import ValidationError as ValidationError
    from ._runtime._hooks import Hooks as Hooks
    from ._runtime._jobs import AsyncJob as AsyncJob
    from ._runtime._jobs import Job as Job
    from ._runtime._model import Unknown as Unknown
    from ._runtime._omit import OMIT as OMIT
    from ._runtime._omit import Omit as Omit
    from ._runtime._options import CallOptions as CallOptions
    from ._runtime._pages import AsyncPager as AsyncPager
    from ._runtime._pages import Page as Page
    from ._runtime._pages import Pager as Pager
    from ._runtime._policy import Limits as Limits
    from ._runtime._policy import Retry as Retry
    from ._runtime._raw import RawResponse as RawResponse
    from ._runtime._stream import AsyncEventStream as AsyncEventStream
    from ._runtime._stream import EventStream as EventStream
    from ._runtime._updates import JobUpdate as JobUpdate
    from ._runtime._updates import Outcome as Outcome
    from ._runtime._webhooks import WebhookError as WebhookError
    from .models.webhooks import WebhookEvent as WebhookEvent
    from .webhooks import parse_webhook as parse_webhook
    from .webhooks import unwrap_webhook as unwrap_webhook
else:
    _EXPORTS = {
        "ApiError": "_runtime._errors",
        "AsyncEventStream": "_runtime._stream",
        "AsyncJob": "_runtime._jobs",
        "AsyncPager": "_runtime._pages",
        "AsyncSkillsVideo": "_client",
        "AuthenticationError": "_runtime._errors",
        "BadResponseError": "_runtime._errors",
        "BinaryResponse": "_runtime._download",
        "CallOptions": "_runtime._options",
        "ClientCredentials": "_runtime._auth",
        "ClientError": "_runtime._errors",
        "ConflictError": "_runtime._errors",
        "ContentRejectedError": "_runtime._errors",
        "EventStream": "_runtime._stream",
        "Hooks": "_runtime._hooks",
        "InsufficientCreditsError": "_runtime._errors",
        "InvalidPayloadError": "_runtime._errors",
        "Job": "_runtime._jobs",
        "JobCancelled": "_runtime._errors",
        "JobError": "_runtime._errors",
        "JobExpired": "_runtime._errors",
        "JobFailed": "_runtime._errors",
        "JobNotFound": "_runtime._errors",
        "JobTimeout": "_runtime._errors",
        "JobUpdate": "_runtime._updates",
        "Limits": "_runtime._policy",
        "NetworkError": "_runtime._errors",
        "NotFoundError": "_runtime._errors",
        "NotSupportedError": "_runtime._errors",
        "OMIT": "_runtime._omit",
        "Omit": "_runtime._omit",
        "Outcome": "_runtime._updates",
        "Page": "_runtime._pages",
        "Pager": "_runtime._pages",
        "PermissionDeniedError": "_runtime._errors",
        "RateLimitedError": "_runtime._errors",
        "RawResponse": "_runtime._raw",
        "ResponseTooLarge": "_runtime._errors",
        "ResultExpired": "_runtime._errors",
        "Retry": "_runtime._policy",
        "SkillsVideo": "_client",
        "SubmissionUncertain": "_runtime._errors",
        "Unknown": "_runtime._model",
        "UnknownApiError": "_runtime._errors",
        "UpstreamError": "_runtime._errors",
        "ValidationError": "_runtime._errors",
        "WebhookError": "_runtime._webhooks",
        "WebhookEvent": "models.webhooks",
        "parse_webhook": "webhooks",
        "unwrap_webhook": "webhooks",
    }

    def __getattr__(name):
        module = _EXPORTS.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *_EXPORTS})


__all__ = [
    "ApiError",
    "AsyncEventStream",
    "AsyncJob",
    "AsyncPager",
    "AsyncSkillsVideo",
    "AuthenticationError",
    "BadResponseError",
    "BinaryResponse",
    "CallOptions",
    "ClientCredentials",
    "ClientError",
    "ConflictError",
    "ContentRejectedError",
    "EventStream",
    "Hooks",
    "InsufficientCreditsError",
    "InvalidPayloadError",
    "Job",
    "JobCancelled",
    "JobError",
    "JobExpired",
    "JobFailed",
    "JobNotFound",
    "JobTimeout",
    "JobUpdate",
    "Limits",
    "NetworkError",
    "NotFoundError",
    "NotSupportedError",
    "OMIT",
    "Omit",
    "Outcome",
    "Page",
    "Pager",
    "PermissionDeniedError",
    "RateLimitedError",
    "RawResponse",
    "ResponseTooLarge",
    "ResultExpired",
    "Retry",
    "SkillsVideo",
    "SubmissionUncertain",
    "Unknown",
    "UnknownApiError",
    "UpstreamError",
    "ValidationError",
    "WebhookError",
    "WebhookEvent",
    "parse_webhook",
    "unwrap_webhook",
]
