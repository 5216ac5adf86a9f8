"""What this API sends: webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime._operation import Types
from ._runtime._webhooks import TOLERANCE, read, unwrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .models.webhooks import WebhookEvent

types = Types(__name__, 1)

_WEBHOOK = types("models.webhooks", "WebhookEvent")


def unwrap_webhook(
    body: bytes | str,
    headers: Mapping[str, str],
    secret: str | Sequence[str],
    *,
    tolerance: float = TOLERANCE,
) -> WebhookEvent:
    """Check the signature of a webhook and return its event.

    Args:
        body: The body as it came, byte for byte.
        headers: The headers of the delivery, in any case.
        secret: The signing secret, or several while one is replaced.
        tolerance: Seconds by which the timestamp may be away from now.

    Raises:
        WebhookError: The delivery is not signed by the sender, or not in time.
    """
    event: WebhookEvent
    event = unwrap(_WEBHOOK, body, headers, secret, tolerance=tolerance)
    return event


def parse_webhook(body: bytes | str) -> WebhookEvent:
    """Return the event of a webhook whose sender was checked in another way."""
    event: WebhookEvent = read(_WEBHOOK, body)
    return event
