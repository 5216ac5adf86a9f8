"""Name the error of a request that got no usable answer."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from ._errors import (
    AuthenticationError,
    ClientError,
    NetworkError,
    ResponseTooLarge,
)
from ._wire import Failed

if TYPE_CHECKING:
    from ._job_state import Setup


def network_error(setup: Setup, failed: Failed) -> ClientError:
    """Return the error for a request that got no answer."""
    if failed.phase == "proxy" and not failed.retryable:
        return AuthenticationError(
            "the proxy refused the credentials",
            status=407,
            scope="proxy",
        )
    if failed.phase == "too_large":
        return ResponseTooLarge(limit=setup.limits.json_bytes)
    text = setup.redactor.text(str(failed.cause)) if failed.cause else ""
    return NetworkError(
        f"network failure ({failed.phase}){': ' + text if text else ''}",
        phase=failed.phase,
        sent=failed.sent,
    )


def says_unknown_host(cause: BaseException | None) -> bool:
    """Whether a failure says that there is no such host, not `try again`."""
    for _ in range(10):
        if isinstance(cause, socket.gaierror):
            return cause.errno == socket.EAI_NONAME
        if cause is None:
            return False
        cause = cause.__cause__ or cause.__context__
    return False
