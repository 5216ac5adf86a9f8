"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import (
    Before,
    Call,
    Envelope,
    ErrorRule,
    Lifecycle,
    Problem,
    Profile,
    Result,
    Wait,
)
from ._runtime._operation import Operation, Scheme, Service

SERVICE = Service(
    profile=Profile(
        title="Media.io effects",
        package="mediaio_effects",
        base_url="https://openapi.media.io",
        credentials_env={"apiKey": ("MEDIAIO_API_KEY", "API_KEY")},
        key_url="https://developer.media.io",
        key_help=(
            "Open https://developer.media.io and sign in.",
            "Apply for an API key and copy it.",
            "Set it as MEDIAIO_API_KEY (or API_KEY) in your environment.",
        ),
        dashboard_url="https://developer.media.io",
        recharge_url="https://developer.media.io",
        pricing_url="https://platform.media.io/docs",
        credits_operation="POST /user/credits",
        notes=(
            "Media inputs are public URLs; there is no upload.",
            'All values are text, counts ("1"), lengths ("5s") and switches ("True", "False") too.',
            "The vendor asks for the trace_id of a failed call.",
            "Each effect looks at the balance first and is not started without credits.",
        ),
        summary="{$response.body#/data/result/*/preview}\n{$response.body#/data/result/preview}\n",
        defaults_note={
            "cancelling, listing and webhooks": "none documented",
            "idempotency key": "none; a task whose answer was lost is never started again",
            "lifetime of preview addresses": "not documented; download files at once",
            "polling interval": "4 s; the vendor says 3 to 5 s",
            "rate limits": "not documented; a 429 is repeated with growing pauses",
            "size and form of media": "not documented for effects; the service judges them",
            "time a task may take": "not documented; a wait ends after 900 s and can be resumed",
        },
    ),
    version="2026-03-10",
    servers=("https://openapi.media.io",),
    schemes=(Scheme(name="apiKey", kind="apiKey", wire="X-API-KEY"),),
    security=(("apiKey",),),
    envelope=Envelope(
        success="$response.body#/code == 0",
        data=("$response.body#/data",),
        code=("$response.body#/code",),
        message=("$response.body#/msg",),
        request_id=("$response.body#/trace_id",),
    ),
    errors=(
        ErrorRule(
            category="authentication",
            code=("374004",),
            guidance="The key is missing or not valid. Apply for one at https://developer.media.io and set MEDIAIO_API_KEY.",
        ),
        ErrorRule(
            category="validation",
            code=("490000",),
            guidance="The parameters were rejected. Compare them with the fields of this endpoint.",
        ),
        ErrorRule(
            category="insufficient_credits",
            code=("490505",),
            guidance="The credits are used up. Recharge at https://developer.media.io, then try again; repeating the call before is of no use.",
        ),
        ErrorRule(
            category="unknown",
            code=("*",),
            guidance="This code is not documented. Read the message, and give the vendor the trace_id.",
        ),
    ),
    lifecycles=(
        Lifecycle(
            name="task",
            create="POST /generation/effects/{model+}",
            before=(
                Before(
                    call=Call(operation="POST /user/credits"),
                    require="$response.body#/data/credits > 0",
                    message="There are no credits left, so nothing was started. Recharge at https://developer.media.io, then try again.",
                    category="insufficient_credits",
                ),
            ),
            id=("$response.body#/data/task_id",),
            poll=Call(
                operation="POST /generation/result/{task_id}",
                bind={"task_id": ("$job.id",)},
            ),
            status=("$response.body#/data/status",),
            states={
                "completed": "succeeded",
                "failed": "failed",
                "pending": "queued",
                "processing": "running",
                "succeeded": "succeeded",
                "timeout": "expired",
                "waiting": "queued",
            },
            result=Result(
                location=("$response.body#/data/result",),
                assets=(
                    "$response.body#/data/result/*/preview",
                    "$response.body#/data/result/preview",
                ),
                item_state=(
                    "$response.body#/data/result/*/status",
                    "$response.body#/data/result/status",
                ),
            ),
            error=Problem(
                message=("$response.body#/data/reason", "$response.body#/msg"),
            ),
            wait=Wait(
                first=0,
                interval=4,
                factor=1,
                ceiling=4,
                deadline=900,
                attempts=225,
            ),
        ),
    ),
)

_PLACES: dict[str, str] = {
    "AI Character Generator": "effects.CHARACTER",
    "AI Dance Video": "effects.DANCE",
    "AI Hairstyle Studio": "effects.HAIRSTYLE",
    "Credits": "query.CREDITS",
    "Ghibli Filter": "effects.GHIBLI",
    "POST /generation/effects/character-generator-media-2.0": "effects.CHARACTER",
    "POST /generation/effects/effects-ghibli": "effects.GHIBLI",
    "POST /generation/effects/effects-image-hairstyle-studio": "effects.HAIRSTYLE",
    "POST /generation/effects/effects-video-babydance": "effects.DANCE",
    "POST /generation/result/{task_id}": "query.TASK_RESULT",
    "POST /user/credits": "query.CREDITS",
    "Task Result": "query.TASK_RESULT",
    "ai_character_generator": "effects.CHARACTER",
    "ai_dance_video": "effects.DANCE",
    "ai_hairstyle_studio": "effects.HAIRSTYLE",
    "credits": "query.CREDITS",
    "effects.character": "effects.CHARACTER",
    "effects.dance": "effects.DANCE",
    "effects.ghibli": "effects.GHIBLI",
    "effects.hairstyle": "effects.HAIRSTYLE",
    "ghibli_filter": "effects.GHIBLI",
    "query.credits": "query.CREDITS",
    "query.task_result": "query.TASK_RESULT",
    "task_result": "query.TASK_RESULT",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
