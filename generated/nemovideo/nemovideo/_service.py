"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import (
    Acquire,
    Again,
    Before,
    Call,
    Cancel,
    Envelope,
    ErrorRule,
    Events,
    Fallback,
    Lifecycle,
    Problem,
    Profile,
    Progress,
    Result,
    Stream,
    Wait,
)
from ._runtime._operation import Operation, Scheme, Service

SERVICE = Service(
    profile=Profile(
        title="NemoVideo",
        package="nemovideo",
        base_url="https://mega-api-prod.nemovideo.ai",
        credentials_env={"bearerAuth": ("NEMO_TOKEN",)},
        base_url_env="NEMO_API_URL",
        headers_env={"X-Skill-Platform": "SKILL_SOURCE"},
        headers={
            "X-Skill-Platform": "unknown",
            "X-Skill-Source": "specloom",
            "X-Skill-Version": "{version}",
        },
        key_url="https://nemovideo.com",
        key_help=(
            "No token is needed to begin; an anonymous one is fetched and kept for seven days.",
            "For a token of your own open https://nemovideo.com, sign in, and go to Settings, API Tokens.",
            "Create one with the scopes read, write, upload and render.",
            "Set it as NEMO_TOKEN in your environment.",
        ),
        dashboard_url="https://nemovideo.com",
        recharge_url="https://nemovideo.com",
        pricing_url="https://nemovideo.com",
        credits_operation="GET /api/credits/balance/simple",
        notes=(
            "A message is never sent twice; while one runs, the next one of the session waits.",
            "A chat takes 5 to 15 s for text, 10 to 30 s for an edit, 100 to 300 s for a generation.",
            "A generation costs about 100 credits a clip, an edit about 50 a session; exports are free.",
            "A generation comes in two steps, the raw clip first, then music, title and effects.",
            "An anonymous client gets one token in seven days; it is kept on this machine.",
        ),
        defaults_note={
            "cancelled exports": "the word for them is not documented",
            "length of a chat": "900 s, of these at most 600 with keep-alives only",
            "lifetime of a session": "not documented; a lost one is started anew",
            "size of a file": "not documented; 200 MB are known to work and are the limit here",
            "time an export may take": "five minutes, asked every 30 s",
        },
    ),
    version="1.9",
    servers=("https://mega-api-prod.nemovideo.ai",),
    schemes=(
        Scheme(
            name="bearerAuth",
            kind="bearer",
            prefix="Bearer ",
            acquire=Acquire(
                call=Call(
                    operation="POST /api/auth/anonymous-token",
                    bind={"header.X-Client-Id": ("$identity.client_id",)},
                ),
                value=("$response.body#/data/token",),
                expires=("$response.body#/data/expires_at",),
                lifetime=604800,
                keep={"user_id": ("$response.body#/data/user_id",)},
                identity="client_id",
                identity_env="NEMO_CLIENT_ID",
                renew_on=("1001",),
            ),
        ),
    ),
    security=(("bearerAuth",),),
    envelope=Envelope(
        success="$statusCode < 400 && ($response.body#/code == 0 || $response.body#/code == null) && $response.body#/success != false",
        data=("$response.body#/data",),
        code=("$response.body#/code", "$response.body#/errorCode"),
        message=(
            "$response.body#/msg",
            "$response.body#/message",
            "$response.body#/error",
            "$response.body#/errorMessage",
        ),
    ),
    errors=(
        ErrorRule(
            category="authentication",
            code=("1001",),
            credential="acquired",
            guidance="The anonymous token is no longer valid and could not be renewed. A client gets one in seven days; set NEMO_TOKEN to a token of your own instead.",
        ),
        ErrorRule(
            category="authentication",
            code=("1001",),
            guidance="NEMO_TOKEN is not valid or has expired. Create a token at https://nemovideo.com under Settings, API Tokens, or unset it to go on anonymously.",
        ),
        ErrorRule(
            category="not_found",
            code=("1002",),
            guidance="The session is unknown. Start a new one; without a session id that happens by itself.",
        ),
        ErrorRule(
            category="insufficient_credits",
            code=("2001",),
            credential="acquired",
            guidance="The free credits are used up. Register at https://nemovideo.com/register?bind={$kept.user_id} to go on with what you have.",
        ),
        ErrorRule(
            category="insufficient_credits",
            code=("2001",),
            guidance="The credits are used up. Top up at https://nemovideo.com; GET /api/credits/balance/simple tells the balance.",
        ),
        ErrorRule(
            category="validation",
            code=("4001",),
            guidance="This type of file is not taken. Known are mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a and aac.",
        ),
        ErrorRule(
            category="validation",
            code=("4002",),
            guidance="The file is too large; 200 MB are known to work.",
        ),
        ErrorRule(
            category="permission_denied",
            status=("402",),
            guidance="The export is blocked: by the plan, or because attribution headers are missing. This is not about credits.",
        ),
        ErrorRule(
            category="permission_denied",
            code=("402",),
            guidance="The export is blocked: by the plan, or because attribution headers are missing. This is not about credits.",
        ),
        ErrorRule(
            category="rate_limited",
            status=("429",),
            guidance="Too many tokens were asked for. An address gets ten in seven days.",
            retry_delay=30,
            retry_times=1,
        ),
        ErrorRule(
            category="rate_limited",
            code=("429",),
            guidance="Too many tokens were asked for. An address gets ten in seven days.",
            retry_delay=30,
            retry_times=1,
        ),
        ErrorRule(
            category="validation",
            code=("400",),
            guidance="The request is not complete; read the message. Asking for a token needs the header X-Client-Id.",
        ),
        ErrorRule(
            category="validation",
            status=("400",),
            guidance="The request is not complete; read the message. Asking for a token needs the header X-Client-Id.",
        ),
        ErrorRule(
            category="authentication",
            status=("401",),
            guidance="NEMO_TOKEN is not valid or has expired. Create a token at https://nemovideo.com under Settings, API Tokens, or unset it to go on anonymously.",
        ),
    ),
    lifecycles=(
        Lifecycle(
            name="chat",
            create="POST /run_sse",
            before=(
                Before(
                    call=Call(
                        operation="GET /api/state/nemo_agent/me/{session_id}/latest",
                        bind={"session_id": ("$request.body#/session_id",)},
                    ),
                    keep={"state": ("$response.body#/data/state",)},
                ),
            ),
            result=Result(location=("$response.body#/data/state",)),
            error=Problem(
                code=("$response.body#/errorCode",),
                message=("$response.body#/error", "$response.body#/errorMessage"),
            ),
            stream=Stream(
                events=Events(
                    text=(
                        "$response.body#/content/parts/*/text",
                        "$response.body#/content/parts/0/text",
                        "$response.body#/content/parts/1/text",
                        "$response.body#/content",
                    ),
                    partial_when="$response.body#/partial == true",
                    error=(
                        "$response.body#/error",
                        "$response.body#/errorMessage",
                        "$response.body#/errorCode",
                    ),
                    heartbeat="$response.body#/type == 'heartbeat'",
                    ignore=("I encountered a temporary issue",),
                ),
                silence=180,
                idle=600,
                total=900,
                notice=120,
            ),
            fallback=Fallback(
                call=Call(
                    operation="GET /api/state/nemo_agent/me/{session_id}/latest",
                    bind={"session_id": ("$request.body#/session_id",)},
                ),
                compare={"state": ("$response.body#/data/state",)},
                first=30,
                factor=2,
                ceiling=60,
                clean_close="succeeded",
            ),
            serial=("$request.body#/session_id",),
        ),
        Lifecycle(
            name="export",
            create="POST /api/render/proxy/lambda",
            again=Again(states=("failed",)),
            before=(
                Before(
                    call=Call(
                        operation="GET /api/state/nemo_agent/me/{session_id}/latest",
                        bind={"session_id": ("$request.body#/sessionId",)},
                    ),
                    keep={"draft": ("$response.body#/data/state/draft",)},
                    require="$response.body#/data/state/draft/t/*/sg/0 != null",
                    message="There is nothing to export yet: no track of the draft has a segment. Make or upload a clip first.",
                    category="validation",
                ),
            ),
            client_id="render_{uuid}",
            poll=Call(
                operation="GET /api/render/proxy/lambda/{id}",
                bind={"id": ("$job.id",)},
            ),
            status=("$response.body#/status", "$response.body#/data/status"),
            states={
                "completed": "succeeded",
                "failed": "failed",
                "pending": "queued",
                "processing": "running",
            },
            progress=Progress(
                percent=("$response.body#/progress", "$response.body#/data/progress"),
            ),
            result=Result(
                location=("$response.body#/output", "$response.body#/data"),
                required=True,
                assets=("$response.body#/output/url", "$response.body#/data/outputUrl"),
                download=Call(
                    operation="GET /api/render/proxy/{id}/download",
                    bind={"id": ("$job.id",)},
                ),
            ),
            error=Problem(
                code=("$response.body#/code", "$response.body#/data/code"),
                message=(
                    "$response.body#/error",
                    "$response.body#/message",
                    "$response.body#/msg",
                    "$response.body#/data/error",
                    "$response.body#/data/message",
                ),
            ),
            wait=Wait(
                first=0,
                interval=30,
                factor=1,
                ceiling=30,
                deadline=330,
                attempts=10,
            ),
            cancel=Cancel(
                call=Call(
                    operation="POST /api/render/proxy/lambda/{id}/cancel",
                    bind={"id": ("$job.id",)},
                ),
            ),
        ),
    ),
    acquired={
        "session_id": Acquire(
            call=Call(operation="POST /api/tasks/me/with-session/nemo_agent"),
            value=("$response.body#/data/session_id",),
            keep={"task_id": ("$response.body#/data/task_id",)},
            renew_on=("1002",),
        ),
    },
)

_PLACES: dict[str, str] = {
    "GET /api/credits/balance/simple": "credits.GET",
    "GET /api/render/proxy/lambda/{id}": "export.GET",
    "GET /api/render/proxy/{id}/download": "export.DOWNLOAD",
    "GET /api/state/nemo_agent/me/{session_id}/latest": "sessions.STATE",
    "POST /api/auth/anonymous-token": "auth.ANONYMOUS_TOKEN",
    "POST /api/auth/claim-token": "auth.CLAIM",
    "POST /api/render/proxy/lambda": "export.CREATE",
    "POST /api/render/proxy/lambda/{id}/cancel": "export.CANCEL",
    "POST /api/tasks/me/with-session/nemo_agent": "sessions.CREATE",
    "POST /api/upload-video/nemo_agent/me/{session_id}": "uploads.ADD",
    "POST /run_sse": "chat.SEND",
    "auth.anonymous_token": "auth.ANONYMOUS_TOKEN",
    "auth.claim": "auth.CLAIM",
    "cancelRender": "export.CANCEL",
    "chat.send": "chat.SEND",
    "createAnonymousToken": "auth.ANONYMOUS_TOKEN",
    "createClaimToken": "auth.CLAIM",
    "createRender": "export.CREATE",
    "createSession": "sessions.CREATE",
    "credits.get": "credits.GET",
    "downloadRender": "export.DOWNLOAD",
    "export.cancel": "export.CANCEL",
    "export.create": "export.CREATE",
    "export.download": "export.DOWNLOAD",
    "export.get": "export.GET",
    "getCredits": "credits.GET",
    "getRender": "export.GET",
    "getState": "sessions.STATE",
    "sendMessage": "chat.SEND",
    "sessions.create": "sessions.CREATE",
    "sessions.state": "sessions.STATE",
    "uploadFiles": "uploads.ADD",
    "uploads.add": "uploads.ADD",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
