"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import (
    Call,
    Cancel,
    Envelope,
    ErrorRule,
    Idempotency,
    Lifecycle,
    Listing,
    Problem,
    Profile,
    Result,
    Wait,
)
from ._runtime._operation import Operation, Scheme, Service

SERVICE = Service(
    profile=Profile(
        title="AIVideoMaker",
        package="aivideomaker",
        base_url="https://aivideomaker.ai",
        credentials_env={"apiKey": ("AIVIDEO_API_KEY",)},
        base_url_env="AIVIDEO_BASE_URL",
        timeout_env="AIVIDEO_TIMEOUT_MS",
        retries_env="AIVIDEO_MAX_RETRIES",
        key_url="https://aivideomaker.ai",
        key_help=(
            "Open https://aivideomaker.ai, sign in and go to the API settings.",
            "Create an API key (it begins with `ak_`) and copy it.",
            "Set it as AIVIDEO_API_KEY in your environment.",
        ),
        dashboard_url="https://aivideomaker.ai",
        recharge_url="https://aivideomaker.ai",
        pricing_url="https://aivideomaker.ai",
        credits_operation="GET /api/v1/account",
        notes=(
            "Credits are taken at the start and given back when a task fails or is cancelled.",
            "A file is kept for 24 hours; download it at once.",
            "Only a task that is still SUBMITTED can be cancelled.",
            "A generation may take longer than ten minutes.",
        ),
        defaults_note={
            "length of texts": "not documented; the service judges it",
            "size of inlined images": "not documented; the service judges it",
            "starts a minute": "per key, see GET /api/v1/account; a 429 is repeated after Retry-After",
            "time a task may take": "not documented (13 minutes were seen); a wait ends after 1800 s and can be resumed",
        },
    ),
    version="1.0.15",
    servers=("https://aivideomaker.ai",),
    schemes=(Scheme(name="apiKey", kind="apiKey", wire="key"),),
    security=(("apiKey",),),
    envelope=Envelope(
        success="$statusCode < 400 && $response.body#/errorCode == null",
        code=("$response.body#/errorCode",),
        message=("$response.body#/message", "$response.body#/error"),
    ),
    errors=(
        ErrorRule(
            category="authentication",
            code=("AUTH_FAILED",),
            guidance="The key is missing or wrong. Create one at https://aivideomaker.ai and set AIVIDEO_API_KEY.",
        ),
        ErrorRule(
            category="validation",
            code=("INVALID_MODEL",),
            guidance="This key cannot use the model. GET /api/v1/account lists those it can.",
            stable_code="INVALID_MODEL",
        ),
        ErrorRule(
            category="validation",
            code=("INVALID_PAYLOAD",),
            guidance="Correct the payload; POST /api/v1/quote/{model} checks one for free.",
        ),
        ErrorRule(
            category="insufficient_credits",
            code=("INSUFFICIENT_CREDITS",),
            guidance="The balance does not cover the price. Top up at https://aivideomaker.ai; GET /api/v1/account tells the balance.",
        ),
        ErrorRule(
            category="validation",
            code=("BUDGET_EXCEEDED",),
            guidance="The price is above X-Max-Credits, so nothing was started or billed. Raise the limit, or ask for less.",
            stable_code="BUDGET_EXCEEDED",
        ),
        ErrorRule(
            category="conflict",
            code=("IDEMPOTENCY_CONFLICT",),
            guidance="The idempotency key was used with another payload. Use a new key for a new task.",
        ),
        ErrorRule(
            category="rate_limited",
            code=("RATE_LIMITED",),
            guidance="Too many requests: 60 a minute are allowed for questions, starts have a limit of their own. One GET /api/v1/tasks covers all tasks of a key.",
        ),
        ErrorRule(
            category="not_found",
            code=("TASK_NOT_FOUND",),
            guidance="No such task for this key. Tasks belong to the key that started them.",
        ),
        ErrorRule(
            category="upstream",
            code=("UPSTREAM_ERROR",),
            guidance="The service failed; a start may be repeated under its idempotency key.",
        ),
        ErrorRule(
            category="authentication",
            status=("401", "403"),
            guidance="The key is missing or wrong. Create one at https://aivideomaker.ai and set AIVIDEO_API_KEY.",
        ),
        ErrorRule(
            category="not_found",
            status=("404",),
            guidance="No such task for this key. Tasks belong to the key that started them.",
        ),
        ErrorRule(
            category="rate_limited",
            status=("429",),
            guidance="Too many requests: 60 a minute are allowed for questions, starts have a limit of their own. One GET /api/v1/tasks covers all tasks of a key.",
        ),
        ErrorRule(
            category="insufficient_credits",
            status=("402",),
            guidance="The balance does not cover the price. Top up at https://aivideomaker.ai; GET /api/v1/account tells the balance.",
        ),
        ErrorRule(
            category="insufficient_credits",
            message="insufficient credits",
            guidance="The balance does not cover the price. Top up at https://aivideomaker.ai; GET /api/v1/account tells the balance.",
        ),
        ErrorRule(
            category="conflict",
            status=("409",),
            guidance="Read the message; the task may have gone on in the meantime.",
        ),
        ErrorRule(
            category="validation",
            status=("4XX",),
            guidance="Correct the payload; POST /api/v1/quote/{model} checks one for free.",
        ),
        ErrorRule(
            category="upstream",
            status=("5XX",),
            guidance="The service failed; a start may be repeated under its idempotency key.",
        ),
    ),
    lifecycles=(
        Lifecycle(
            name="task",
            create="POST /api/v1/generate/{model+}",
            idempotency=Idempotency(place="header.Idempotency-Key"),
            id=("$response.body#/taskId", "$response.body#/id"),
            poll=Call(
                operation="GET /api/v1/tasks/{taskId}/status",
                bind={"taskId": ("$job.id",)},
            ),
            status=("$response.body#/status",),
            states={
                "CANCEL": "cancelled",
                "COMPLETED": "succeeded",
                "FAILED": "failed",
                "PROGRESS": "running",
                "SUBMITTED": "queued",
            },
            result=Result(
                call=Call(
                    operation="GET /api/v1/tasks/{taskId}",
                    bind={"taskId": ("$job.id",)},
                ),
                assets=(
                    "$response.body#/output/url",
                    "$response.body#/output/videoUrl",
                ),
                assets_expire=86400,
            ),
            error=Problem(
                code=("$response.body#/errorCode",),
                message=(
                    "$response.body#/message",
                    "$response.body#/output/error",
                    "$response.body#/output/msg",
                    "$response.body#/error",
                ),
                when="$statusCode < 400 && $response.body#/status == 'FAILED' && $response.body#/errorCode == null",
                call=Call(
                    operation="GET /api/v1/tasks/{taskId}",
                    bind={"taskId": ("$job.id",)},
                ),
            ),
            usage=("$response.body#/creditsCharged",),
            wait=Wait(first=0, interval=2, ceiling=10, deadline=1800),
            cancel=Cancel(
                call=Call(
                    operation="PUT /api/v1/tasks/{taskId}/cancel",
                    bind={"taskId": ("$job.id",)},
                ),
                when=("SUBMITTED",),
            ),
            listing=Listing(
                call=Call(operation="GET /api/v1/tasks"),
                items=("$response.body#/tasks",),
                id=("$response.body#/id",),
            ),
            outcome_names={
                "error_code": "errorCode",
                "error_message": "errorMessage",
                "job_id": "taskId",
                "retry_after": "retryAfter",
            },
        ),
    ),
)

_PLACES: dict[str, str] = {
    "GET /api/v1/account": "account.GET",
    "GET /api/v1/tasks": "tasks.LIST",
    "GET /api/v1/tasks/{taskId}": "tasks.GET",
    "GET /api/v1/tasks/{taskId}/status": "tasks.STATUS",
    "POST /api/v1/generate/happyhorse": "generation.HAPPYHORSE",
    "POST /api/v1/generate/i2v": "generation.I2V",
    "POST /api/v1/generate/i2v_v3": "generation.I2V_V3",
    "POST /api/v1/generate/lv": "generation.LV",
    "POST /api/v1/generate/minimax": "generation.MINIMAX",
    "POST /api/v1/generate/seedance20": "generation.SEEDANCE20",
    "POST /api/v1/generate/t2v": "generation.T2V",
    "POST /api/v1/generate/t2v_v3": "generation.T2V_V3",
    "POST /api/v1/generate/wan27": "generation.WAN27",
    "POST /api/v1/generate/{model}": "generation.CREATE",
    "POST /api/v1/quote/{model}": "generation.QUOTE",
    "PUT /api/v1/tasks/{taskId}/cancel": "tasks.CANCEL",
    "account.get": "account.GET",
    "cancelTask": "tasks.CANCEL",
    "createGeneration": "generation.CREATE",
    "createGenerationHappyhorse": "generation.HAPPYHORSE",
    "createGenerationI2v": "generation.I2V",
    "createGenerationI2vV3": "generation.I2V_V3",
    "createGenerationLv": "generation.LV",
    "createGenerationMinimax": "generation.MINIMAX",
    "createGenerationSeedance20": "generation.SEEDANCE20",
    "createGenerationT2v": "generation.T2V",
    "createGenerationT2vV3": "generation.T2V_V3",
    "createGenerationWan27": "generation.WAN27",
    "generation.create": "generation.CREATE",
    "generation.happyhorse": "generation.HAPPYHORSE",
    "generation.i2v": "generation.I2V",
    "generation.i2v_v3": "generation.I2V_V3",
    "generation.lv": "generation.LV",
    "generation.minimax": "generation.MINIMAX",
    "generation.quote": "generation.QUOTE",
    "generation.seedance20": "generation.SEEDANCE20",
    "generation.t2v": "generation.T2V",
    "generation.t2v_v3": "generation.T2V_V3",
    "generation.wan27": "generation.WAN27",
    "getAccount": "account.GET",
    "getStatus": "tasks.STATUS",
    "getTask": "tasks.GET",
    "listTasks": "tasks.LIST",
    "quoteGeneration": "generation.QUOTE",
    "tasks.cancel": "tasks.CANCEL",
    "tasks.get": "tasks.GET",
    "tasks.list": "tasks.LIST",
    "tasks.status": "tasks.STATUS",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
