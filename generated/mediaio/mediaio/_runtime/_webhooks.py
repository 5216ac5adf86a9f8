"""Webhooks: check the signature of a delivery, return its event as a typed value.

The scheme is that of Standard Webhooks (1.0.0): HMAC-SHA256 over id, timestamp and
body, in the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.
"""

from __future__ import annotations

import binascii
import hmac
import time
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from ._decode import decode
from ._errors import BadResponseError, ClientError

if TYPE_CHECKING:
    from ._operation import TypeSource

TOLERANCE: Final = 300.0
"""Seconds by which a delivery may be older or newer than now."""
_ID: Final = "webhook-id"
_TIMESTAMP: Final = "webhook-timestamp"
_SIGNATURE: Final = "webhook-signature"
_PREFIX: Final = "whsec_"
_MOST: Final = 50
"""Signatures of one delivery that are looked at."""


class WebhookError(ClientError):
    """A delivery that is not signed by the sender, or not in time: do not use it."""

    code = "INVALID_SIGNATURE"
    category = "authentication"


def verify(
    body: bytes | str,
    headers: Mapping[str, str],
    secret: str | Sequence[str],
    *,
    tolerance: float = TOLERANCE,
    now: float | None = None,
) -> str:
    """Check a delivery and return its id, which tells repetitions apart.

    `secret` is the signing secret (`whsec_...`), or several while one is replaced.
    Raises WebhookError for a missing header, a wrong signature, or a timestamp more
    than `tolerance` seconds away.
    """
    given = {name.lower(): value for name, value in headers.items()}
    lacking = [n for n in (_ID, _TIMESTAMP, _SIGNATURE) if not given.get(n)]
    if lacking:
        raise WebhookError(f"the delivery has no header {', '.join(lacking)}")
    _check_time(given[_TIMESTAMP], tolerance, time.time() if now is None else now)
    content = body.encode() if isinstance(body, str) else body
    signed = f"{given[_ID]}.{given[_TIMESTAMP]}.".encode() + content
    secrets = [secret] if isinstance(secret, str) else secret
    wanted = [_signature(item, signed) for item in secrets]
    if not _matches(given[_SIGNATURE], wanted):
        raise WebhookError(
            "the signature of the delivery is wrong",
            guidance="use the secret of this endpoint and the body's bytes as they came",
        )
    return given[_ID]


def unwrap(
    source: TypeSource | None,
    body: bytes | str,
    headers: Mapping[str, str],
    secret: str | Sequence[str],
    *,
    tolerance: float = TOLERANCE,
    now: float | None = None,
) -> Any:
    """Check a delivery and return its event as the type that `source` names."""
    verify(body, headers, secret, tolerance=tolerance, now=now)
    return read(source, body)


def read(source: TypeSource | None, body: bytes | str) -> Any:
    """Return the body of a delivery as the type that `source` names, unchecked."""
    content = body.encode() if isinstance(body, str) else body
    try:
        return decode(source, content, where="a webhook")
    except ValueError as error:
        raise BadResponseError(f"the webhook is no JSON document ({error})") from None


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the signature header of a delivery, as the sender makes it; for tests."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return f"v1,{b64encode(_signature(secret, signed)).decode('ascii')}"


def _check_time(text: str, tolerance: float, now: float) -> None:
    if not (text.isascii() and text.isdecimal() and len(text) < 20):
        raise WebhookError("the timestamp of the delivery is no number of seconds")
    if abs(now - int(text)) > tolerance:
        raise WebhookError(
            "the delivery is too old or too new",
            guidance="look at the clock of this machine; a replay is refused",
        )


def _signature(secret: str, signed: bytes) -> bytes:
    try:
        key = b64decode(secret.strip().removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not key:
        raise WebhookError(
            "the signing secret is not one",
            guidance="it is base64 text that begins with whsec_",
        )
    return hmac.digest(key, signed, sha256)


def _matches(text: str, wanted: Sequence[bytes]) -> bool:
    """Whether one of the signatures in the header is one of those wanted."""
    found = False
    for item in text.split(" ")[:_MOST]:
        version, _, encoded = item.partition(",")
        if version != "v1":
            continue
        try:
            given = b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            continue
        found = any(hmac.compare_digest(given, own) for own in wanted) or found
    return found
